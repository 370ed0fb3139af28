"""Answers from public https servers: the address that was checked is the one that is connected to.

A host's name is looked up once; when any of its addresses is private, loopback, link-local or
otherwise not of the public internet, none is asked. The connection then goes to a checked address,
with the certificate still checked against the name, so that a second look-up cannot lead elsewhere.
The standard library does this in few lines; its silent habits (following redirects, proxies of the
environment, unpacking) are not used.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit

from vigil.store.chunks import chunked_pieces

PORT = 443
CHUNK = 1 << 16

Resolve = Callable[[str], list[str]]
"""The addresses of a host name, as text."""


class Unreachable(Exception):
    """A connection failed, was cut off or took too long; trying again may help."""


class Forbidden(Exception):
    """A host that must not be asked; trying again does not help."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds: to connect, between two pieces, for a file in all."""

    connect_s: float = 15.0
    read_s: float = 60.0
    total_s: float = 900.0


class Answer:
    """What a server sent: its status, its headers and, piece by piece, its body."""

    def __init__(self, response: http.client.HTTPResponse, until: float) -> None:
        self.status = response.status
        self.headers: Message = response.headers
        self._response = response
        self._until = until

    def ends_itself(self) -> bool:
        """Whether the answer says where it ends; one that does not can be cut off unseen."""
        return self._response.chunked or self._response.length is not None

    @property
    def length(self) -> int | None:
        """Bytes that the body must have; None: unknown before its end."""
        return None if self._response.chunked else self._response.length

    def pieces(self) -> Iterator[bytes]:
        """The body as it arrives, whole or an error.

        Raises:
            Unreachable: it was cut off or took too long.
        """
        chunked = self._response.chunked
        pieces = chunked_pieces(self._response.fp, CHUNK) if chunked else self._counted()
        while True:
            with _told_as_unreachable(self._until):
                piece = next(pieces, None)
            if time.monotonic() >= self._until:
                raise Unreachable("it took too long")
            if piece is None:
                return
            yield piece

    def _counted(self) -> Iterator[bytes]:
        left = self.length or 0
        while left:
            piece = self._response.read1(min(CHUNK, left))
            if not piece:
                raise OSError(f"cut off {left:,} bytes before its end")
            left -= len(piece)
            yield piece


class PublicHttps:
    """Asks public servers over https.

    Args:
        patience: how long to wait.
        resolve: looks a host name up.
    """

    def __init__(self, patience: Patience | None = None, resolve: Resolve | None = None) -> None:
        self.patience = Patience() if patience is None else patience
        self._resolve = _system_addresses if resolve is None else resolve

    @contextmanager
    def get(self, url: str, headers: Mapping[str, str], until: float) -> Iterator[Answer]:
        """The answer to one request; redirects are answers like others.

        Args:
            until: when to give up, on the clock `time.monotonic`.

        Raises:
            Unreachable: no answer, or not in time.
            Forbidden: the host is not of the public internet.
        """
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection = self.connect(parts.hostname or "")
        with _deadline(connection, until):
            try:
                with _told_as_unreachable(until):
                    if connection.sock is not None:
                        connection.sock.settimeout(self.patience.read_s)
                    connection.request("GET", path, headers=dict(headers))
                    response = connection.getresponse()
                yield Answer(response, until)
            finally:
                connection.close()

    def connect(self, host: str) -> http.client.HTTPConnection:
        """An open connection to a checked address of the host.

        Raises:
            Unreachable: none of its addresses answers.
            Forbidden: one of its addresses is not of the public internet.
        """
        with _told_as_unreachable(float("inf")):
            addresses = self._resolve(host)
        hidden = [address for address in addresses if not is_public(address)]
        if hidden:
            raise Forbidden(f"{host} leads to {hidden[0]}, which is no address of the internet")
        failure = Unreachable(f"{host} has no address")
        for address in addresses:
            connection = _Pinned(host, address, self.patience.connect_s)
            try:
                with _told_as_unreachable(float("inf")):
                    connection.connect()
            except Unreachable as error:
                connection.close()
                failure = error
                continue
            return connection
        raise failure


class _Pinned(http.client.HTTPSConnection):
    """A connection to an address that was looked up before; the certificate is the name's."""

    def __init__(self, host: str, address: str, timeout_s: float) -> None:
        self._address = address
        self._tls = ssl.create_default_context()
        super().__init__(host, PORT, timeout=timeout_s, context=self._tls)

    def connect(self) -> None:
        """Connect to the address and shake hands as the name."""
        plain = socket.create_connection((self._address, self.port), self.timeout)
        try:
            self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet.

    Addresses that wrap another one (IPv4 in IPv6, 6to4, Teredo, NAT64) are not: no publisher needs
    them, and what they wrap may be private.

    >>> [is_public(a) for a in ("8.8.8.8", "10.0.0.1", "169.254.169.254", "::1", "::ffff:8.8.8.8")]
    [True, False, False, False, False]
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None or ip.sixtofour is not None or ip.teredo is not None:
            return False
        if ip in NAT64 or ip.scope_id is not None or ip not in GLOBAL_UNICAST:
            return False
    return ip.is_global and not ip.is_multicast


NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052
GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")  # RFC 4291: all that is given out


def _system_addresses(host: str) -> list[str]:
    found = socket.getaddrinfo(host, PORT, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@contextmanager
def _deadline(connection: http.client.HTTPConnection, until: float) -> Iterator[None]:
    """Hang up at the given time, however slowly the bytes drip."""

    def hang_up() -> None:
        if connection.sock is not None:
            with suppress(OSError):  # it is closed already, which is what was wanted
                connection.sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, until - time.monotonic()), hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def _told_as_unreachable(until: float) -> Iterator[None]:
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise Forbidden(f"its certificate does not hold: {error.verify_message}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        late = time.monotonic() >= until or isinstance(error, TimeoutError)
        said = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise Unreachable("it took too long" if late else said) from error
