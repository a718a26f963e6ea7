"""CalDAV servers on loopback: Radicale in this process, Xandikos in a child, and a small one without sync tokens."""

import base64
import hashlib
import http.client
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIRequestHandler, make_server
from xml.sax.saxutils import escape

USER, PASSWORD = "ada", "p@ss:wörd/1"
_PATIENCE_SECONDS = 30.0
_MKCALENDAR = (
    '<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>'
    "<d:displayname>{name}</d:displayname><c:supported-calendar-component-set><c:comp name='{component}'/>"
    "</c:supported-calendar-component-set></d:prop></d:set></c:mkcalendar>"
)


def event(uid: str, title: str = "Coffee") -> bytes:
    """An object with one event."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VEVENT", f"UID:{uid}"]
    lines += ["DTSTAMP:20250304T080000Z", "DTSTART:20250304T090000Z", "DTEND:20250304T100000Z"]
    return "\r\n".join([*lines, f"SUMMARY:{title}", "END:VEVENT", "END:VCALENDAR", ""]).encode()


@dataclass
class Server:
    """A running server with one calendar, at `address`."""

    address: str
    with_login: bool = True

    @property
    def home(self) -> str:
        """Where the calendar stands."""
        return self.address.rstrip("/").rpartition("/")[0] + "/"

    @property
    def with_password(self) -> str:
        """The calendar's address, as one that is read with name and password."""
        return self.address.replace("http://", f"caldav+http://{USER}:p%40ss%3Aw%C3%B6rd%2F1@")

    def put(self, *uids: str, title: str = "Coffee") -> None:
        for uid in uids:
            self.request(
                "PUT", f"{self.address}{uid}.ics", event(uid, title), **{"Content-Type": "text/calendar"}
            )

    def fill(self, count: int) -> None:
        """Radicale takes a whole calendar at once, instead of what is there."""
        events = [event(f"e{number}").partition(b"BEGIN:VEVENT")[2] for number in range(count)]
        each = [b"BEGIN:VEVENT" + text.partition(b"END:VEVENT")[0] + b"END:VEVENT\r\n" for text in events]
        head = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//EN\r\n"
        whole = head + b"".join(each) + b"END:VCALENDAR\r\n"
        self.request("PUT", self.address, whole, **{"Content-Type": "text/calendar"})

    def delete(self, uid: str) -> None:
        self.request("DELETE", f"{self.address}{uid}.ics")

    def make(self, name: str, component: str = "VEVENT") -> str:
        """Another calendar beside the first; gives its address."""
        address = f"{self.home}{name}/"
        self.request(
            "MKCALENDAR", address, _MKCALENDAR.format(name=name.title(), component=component).encode()
        )
        return address

    def request(self, method: str, address: str, body: bytes = b"", **headers: str) -> bytes:
        """One request of a calendar program."""
        parts = urlsplit(address)
        if self.with_login:
            headers["Authorization"] = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        with closing(http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)) as connection:
            connection.request(method, parts.path, body, headers)
            answer = connection.getresponse()
            text = answer.read()
        assert answer.status < 300, (answer.status, text)
        return text


@contextmanager
def radicale(folder: Path) -> Iterator[Server]:
    """With one user, and a calendar named Work."""
    from radicale import config
    from radicale.app import Application

    users = folder / "users"
    users.write_text(f"{USER}:{PASSWORD}\n", "utf-8")
    settings = config.load()
    auth = {"type": "htpasswd", "htpasswd_filename": str(users), "htpasswd_encryption": "plain", "delay": "0"}
    storage = {"filesystem_folder": str(folder / "collections"), "_filesystem_fsync": "False"}
    wanted = {"auth": auth, "storage": storage, "logging": {"level": "critical"}}
    settings.update(wanted, "the test", privileged=True)
    server = make_server("127.0.0.1", 0, Application(settings), handler_class=_Quiet)
    with _running(lambda: server.serve_forever(0.01), server.shutdown, server.server_close):
        running = Server(f"http://127.0.0.1:{server.server_port}/{USER}/work/")
        running.make("work")
        yield running


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def xandikos(folder: Path) -> Iterator[Server]:
    """Without users; its calendar is the one that it makes by itself."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "xandikos", "serve", "--defaults", "--no-detect-systemd"]
    command += [
        "-l",
        "127.0.0.1",
        "-p",
        str(port),
        "-d",
        str(folder / "xandikos"),
        "--state-dir",
        str(folder),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield Server(f"http://127.0.0.1:{port}/user/calendars/calendar/", with_login=False)
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_for(port: int) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < until, "the server does not start"
            time.sleep(0.05)
        else:
            return


@dataclass
class Small(Server):
    """The small one: what is in it, and how it is to misbehave."""

    objects: dict[str, bytes] = field(default_factory=dict)
    status: int = 0
    """Instead of an answer, where above zero."""
    headers: dict[str, str] = field(default_factory=dict)
    """Beside that status."""
    raw: bytes = b""
    """Instead of a multistatus."""
    edit: Callable[[str], str] = str
    """The last word on every multistatus."""
    has_ctag: bool = True
    requests: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)

    def fill(self, count: int) -> None:
        self.objects = {f"/dav/work/e{number}.ics": event(f"e{number}") for number in range(count)}


@contextmanager
def small(_folder: Path) -> Iterator[Small]:
    """A calendar with a ctag and ETags, as old servers have it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _SmallHandler)
    site = server.site = Small(f"http://127.0.0.1:{server.server_port}/dav/work/", with_login=False)  # type: ignore[attr-defined]
    with _running(lambda: server.serve_forever(0.01), server.shutdown, server.server_close):
        yield site


class _SmallHandler(BaseHTTPRequestHandler):
    @property
    def site(self) -> Small:
        return self.server.site  # type: ignore[attr-defined, no-any-return]

    def do_MKCALENDAR(self) -> None:
        self._sent()
        self._answer(201)

    def do_PUT(self) -> None:
        self.site.objects[self.path] = self._sent()
        self._answer(201)

    def do_DELETE(self) -> None:
        del self.site.objects[self.path]
        self._answer(204)

    def do_PROPFIND(self) -> None:
        self._sent()
        own = self._keeper() if self.path in ("/", "/dav/") else self._described()
        listed = self._own_objects() if self.headers["Depth"] == "1" else {}
        self._say(own + "".join(self._object(path, body) for path, body in listed.items()))

    def do_REPORT(self) -> None:
        sent = self._sent().decode()
        if "calendar-multiget" not in sent:
            self._answer(403)
            return
        found = {path: self.site.objects.get(path) for path in re.findall("<d:href>(.*?)</d:href>", sent)}
        gone = "<d:response><d:href>{}</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>"
        self._say(
            "".join(
                gone.format(path) if body is None else self._object(path, body, is_whole=True)
                for path, body in found.items()
            )
        )

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def _sent(self) -> bytes:
        self.site.requests.append((self.command, self.path, dict(self.headers)))
        return self.rfile.read(int(self.headers["Content-Length"] or 0))

    def _own_objects(self) -> dict[str, bytes]:
        return {path: body for path, body in self.site.objects.items() if path.startswith(self.path)}

    def _described(self) -> str:
        state = hashlib.sha256(repr(sorted(self._own_objects().items())).encode()).hexdigest()
        ctag = f"<s:getctag>{state}</s:getctag>" if self.site.has_ctag else ""
        kind = "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>"
        return _response(self.path, f"{kind}{ctag}<d:displayname>Work</d:displayname>")

    def _keeper(self) -> str:
        return _response(self.path, "<d:resourcetype><d:collection/></d:resourcetype>")

    def _object(self, path: str, body: bytes, *, is_whole: bool = False) -> str:
        data = f"<c:calendar-data>{escape(body.decode())}</c:calendar-data>" if is_whole else ""
        return _response(path, f'<d:getetag>"{hashlib.sha256(body).hexdigest()}"</d:getetag>{data}')

    def _say(self, responses: str) -> None:
        spaces = (
            'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/"'
        )
        text = self.site.edit(f'<?xml version="1.0"?><d:multistatus {spaces}>{responses}</d:multistatus>')
        self._answer(207, self.site.raw or text.encode())

    def _answer(self, status: int, body: bytes = b"") -> None:
        is_ill = self.site.status and self.command in ("PROPFIND", "REPORT")
        self.send_response(self.site.status if is_ill else status)
        for name, value in (self.site.headers if is_ill else {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _response(path: str, properties: str) -> str:
    status = "<d:status>HTTP/1.1 200 OK</d:status>"
    found = f"<d:propstat><d:prop>{properties}</d:prop>{status}</d:propstat>"
    return f"<d:response><d:href>{path}</d:href>{found}</d:response>"


@contextmanager
def _running(serve: Callable[[], None], *ends: Callable[[], None]) -> Iterator[None]:
    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield
    finally:
        for end in ends:
            end()
        thread.join()
