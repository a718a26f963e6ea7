"""A real web server on loopback whose answers a test writes: what fetching is tested against."""

import socket
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from worker.inbox.fetching.catch import Fetched, Limits, NotModified
from worker.inbox.fetching.client import http_client
from worker.inbox.fetching.fetch import fetch
from worker.inbox.fetching.guard import Guard, guard_of
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.source import source_of
from worker.inbox.fetching.wire import Resolve

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
OPEN = guard_of(("0.0.0.0/0", "::/0"))
"""For the servers of the tests: as if the owner allowed every network."""
PATIENT = Limits(total_seconds=20)
Get = Callable[..., Fetched | NotModified]
CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//EN\r\nEND:VCALENDAR\r\n"


class Handler(BaseHTTPRequestHandler):
    """Hands each request to the test's own function for its path."""

    server: "_Server"
    _is_here = False

    def do_GET(self) -> None:
        site = self.server.site
        site.requests.append((self.path, dict(self.headers)))
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        self._arrived()
        try:
            site.pages[self.path.partition("?")[0]](self)
        except OSError:
            self.close_connection = True  # the client went away, as some tests want it to
        finally:
            self._left()

    def do_PROPFIND(self) -> None:
        self.do_GET()

    def do_REPORT(self) -> None:
        self.do_GET()

    def _arrived(self) -> None:
        self._is_here = True
        site = self.server.site
        with site.lock:
            site.at_once += 1
            site.most_at_once = max(site.most_at_once, site.at_once)

    def _left(self) -> None:
        """Before the last bytes go: the client may ask again as soon as it has them."""
        site = self.server.site
        with site.lock:
            site.at_once -= self._is_here
            self._is_here = False

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def answer(self, status: int = 200, body: bytes = b"", **headers: str) -> None:
        """One whole answer; header names are written with underscores."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self._left()
        self.end_headers()
        self.wfile.write(body)

    def drip(self, opening: bytes) -> None:
        """One byte every twentieth of a second until the client leaves or the test ends."""
        self.wfile.write(opening)
        while not self.server.site.is_over.is_set():
            self.wfile.write(b"x")
            time.sleep(0.05)


Page = Callable[[Handler], None]


@dataclass
class Site:
    """What a running server does and has seen."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    """The host names that TLS clients asked for."""
    is_over: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    at_once: int = 0
    most_at_once: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def last_headers(self, path: str) -> dict[str, str]:
        """Those of the last request for a path."""
        return next(headers for seen, headers in reversed(self.requests) if seen == path)

    def visits(self) -> Counter[str]:
        return Counter(path for path, _ in self.requests)


class _Server(ThreadingHTTPServer):
    site: Site
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Clients that leave early, and handshakes that fail, are what the tests are about."""


def on_loopback(host: str, _port: int) -> list[str]:
    """A resolver to which every name is the test's server, but for one that is none and one that is slow."""
    if host == "nowhere.example.org":
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    if host == "slow.example.org":
        time.sleep(3)
    return ["127.0.0.1"]


@contextmanager
def getting(guard: Guard, resolve: Resolve = on_loopback) -> Iterator[Get]:
    """`fetch` with a client of its own: from an address, with limits and validators, to a catch."""

    def get(address: str, limits: Limits = PATIENT, **validators: str) -> Fetched | NotModified:
        return fetch(source_of(address), client=client, gate=gate, now=NOW, limits=limits, **validators)

    gate = HostGate()
    with http_client(guard, version="0.1.0", resolve=resolve) as client:
        yield get


@contextmanager
def serving(host: str = "127.0.0.1", *, tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A server on a port of its own, until the block ends."""
    server = _Server((host, 0), Handler)
    server.site = Site(port=server.server_address[1])
    if tls is not None:
        tls.sni_callback = lambda _socket, name, _context: server.site.names.append(name)
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.site.is_over.set()
        server.shutdown()
        server.server_close()
