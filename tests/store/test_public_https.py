import socket
import ssl
import subprocess
import threading
import time

import pytest

from vigil.store.public_https import Forbidden, Patience, PublicHttps, Unreachable, is_public

PUBLIC = ("8.8.8.8", "193.5.93.1", "2606:4700::1111")
HIDDEN = (
    "127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1", "240.0.0.1", "192.0.2.1", "198.18.0.1",
    "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2", "localhost", "0x7f.1", "2130706433", "",
)  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_internet_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize("address", HIDDEN)
def test_other_addresses_are_not(address):
    assert not is_public(address)


@pytest.mark.parametrize("hidden", ["127.0.0.1", "169.254.169.254", "::1", "10.0.0.1"])
@pytest.mark.parametrize("others", [[], ["8.8.8.8"]], ids=["alone", "beside a public one"])
def test_a_name_that_leads_inside_is_not_connected_to(hidden, others, monkeypatch):
    monkeypatch.setattr(socket, "create_connection", pytest.fail)
    net = PublicHttps(resolve=lambda _: [*others, hidden])
    with pytest.raises(Forbidden, match=r"lists\.example leads to"):
        net.connect("lists.example")


def test_a_name_is_looked_up_once_and_what_was_checked_is_connected_to(monkeypatch):
    asked, tried = [], []

    def refuse(address, _timeout):
        tried.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "create_connection", refuse)
    net = PublicHttps(resolve=lambda host: asked.append(host) or ["8.8.8.8", "9.9.9.9"])
    with pytest.raises(Unreachable, match="Connection refused"):
        net.connect("lists.example")
    assert asked == ["lists.example"]
    assert tried == [("8.8.8.8", 443), ("9.9.9.9", 443)]


def test_a_name_without_an_address_is_unreachable():
    with pytest.raises(Unreachable, match="has no address"):
        PublicHttps(resolve=lambda _: []).connect("lists.example")


def test_a_failed_look_up_is_unreachable():
    def fail(_host):
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Unreachable, match="Name or service not known"):
        PublicHttps(resolve=fail).connect("lists.example")


def test_no_proxy_of_the_environment_is_used(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    tried = []
    monkeypatch.setattr(socket, "create_connection", lambda a, _: tried.append(a) or 1 / 0)
    with pytest.raises(ZeroDivisionError):
        PublicHttps(resolve=lambda _: ["8.8.8.8"]).connect("lists.example")
    assert tried == [("8.8.8.8", 443)]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for lists.example that nobody has signed but itself."""
    folder = tmp_path_factory.mktemp("tls")
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=lists.example", "-addext", "subjectAltName=DNS:lists.example",
         "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        capture_output=True, check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("openssl, which makes the certificate, is not at hand")
    return folder


@pytest.fixture
def tls_server(certificate, monkeypatch):
    """A TLS server in the place of every address."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    listening = socket.create_server(("127.0.0.1", 0))

    def serve():
        try:
            plain, _ = listening.accept()
            with context.wrap_socket(plain, server_side=True) as tls:
                tls.recv(10_000)
                tls.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlist")
        except OSError:
            pass  # the client did not like the certificate

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    real, there = socket.create_connection, listening.getsockname()
    monkeypatch.setattr(socket, "create_connection", lambda _, timeout: real(there, timeout))
    yield certificate / "cert.pem"
    thread.join(5)
    listening.close()


def get(host):
    net = PublicHttps(Patience(5, 5, 5), resolve=lambda _: ["8.8.8.8"])
    with net.get(f"https://{host}/list", {}, time.monotonic() + 5) as answer:
        return b"".join(answer.pieces())


def test_a_certificate_that_is_trusted_and_of_the_name_is_taken(tls_server, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(tls_server))
    assert get("lists.example") == b"list"


def test_a_certificate_of_another_name_is_not(tls_server, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(tls_server))
    with pytest.raises(Forbidden, match="certificate does not hold: Hostname mismatch"):
        get("blobs.example")


@pytest.mark.usefixtures("tls_server")
def test_a_certificate_that_nobody_signed_is_not():
    with pytest.raises(Forbidden, match=r"certificate does not hold: self.signed"):
        get("lists.example")
