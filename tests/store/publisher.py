"""A publisher's server on the loopback, and the way to it that only tests have."""

import http.client
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from vigil.store.public_https import Patience, PublicHttps

Serve = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """One request, with what tests answer with; HTTP/1.1, as publishers speak."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_GET(self) -> None:
        publisher = self.server.publisher
        publisher.asked.append((self.headers["Host"], self.path, dict(self.headers)))
        serve = publisher.routes.get(f"{self.headers['Host']}{self.path}", publisher.serve)
        self.close_connection = True
        with suppress(BrokenPipeError, ConnectionResetError):  # the client hung up
            serve(self)

    def answer(self, body=b"", status=200, cut=None, **headers):
        """A status, headers (`_` for `-`; None leaves one out) and a body, or its beginning."""
        standard = {"Content_Type": "application/xml", "Content_Length": str(len(body))}
        self.send_response(status)
        for name, value in (standard | headers).items():
            if value is not None:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body[:cut])

    def chunked(self, *chunks, end=b"0\r\n\r\n", **headers):
        """A body in chunks; `end` as it is sent, so that it can be left out."""
        self.answer(Content_Length=None, Transfer_Encoding="chunked", **headers)
        for chunk in chunks:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        self.wfile.write(end)

    def drip(self, body, every_s, **headers):
        """A body byte by byte."""
        self.answer(b"", **({"Content_Length": str(len(body))} | headers))
        for i in range(len(body)):
            self.wfile.write(body[i : i + 1])
            time.sleep(every_s)

    def file(self, body, etag='"1"', cut=None, **headers):
        """A file as good servers give it: conditionally, and in ranges."""
        if self.headers["If-None-Match"] == etag:
            return self.answer(status=304, ETag=etag, Content_Length=None)
        begin = self.headers["Range"]
        if begin and self.headers["If-Range"] == etag:
            first = int(begin.removeprefix("bytes=").removesuffix("-"))
            if first >= len(body):
                return self.answer(status=416)
            span = f"bytes {first}-{len(body) - 1}/{len(body)}"
            rest = {"ETag": etag, "Content_Range": span}
            return self.answer(body[first:], 206, cut, **rest, **headers)
        return self.answer(body, 200, cut, ETag=etag, **headers)

    def log_message(self, *_args) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Holds its publisher for the requests."""

    daemon_threads = True
    publisher: "Publisher"


@dataclass
class Publisher:
    """What is served (all of it, or by host and path), and what was asked."""

    serve: Serve = lambda request: request.answer(status=404)
    routes: dict[str, Serve] = field(default_factory=dict)
    asked: list = field(default_factory=list)
    port: int = 0

    def run(self):
        """The server, started; stop it with `shutdown` and `server_close`."""
        server = Server(("127.0.0.1", self.port), Request)
        server.publisher = self
        self.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        return server


class Loopback(PublicHttps):
    """Every host is the publisher on the loopback, over plain HTTP.

    Vigil itself has no way to switch the check of addresses off: this class is it, and it is here.
    """

    def __init__(self, port: int, patience: Patience | None = None) -> None:
        super().__init__(patience or Patience(connect_s=2, read_s=2, total_s=5))
        self._port = port

    def connect(self, host: str) -> http.client.HTTPConnection:
        connection = _Loopback(host, 443, timeout=self.patience.connect_s)
        connection.port_there = self._port
        connection.connect()
        return connection


class _Loopback(http.client.HTTPConnection):
    default_port = 443  # so that the header names the host alone, as over https
    port_there = 0

    def connect(self) -> None:
        self.sock = self._create_connection(("127.0.0.1", self.port_there), self.timeout)
