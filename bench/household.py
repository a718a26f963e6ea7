"""A household is a real House on a temporary SQLite, with a loopback server that serves one calendar.

What the benchmarks of the pipeline run in: the real actors' functions, claimed and finished as the worker does.
"""

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import thread_time

import structlog

from bench.made_up import NOW
from config.settings import settings_from
from tasks.bell import WORKS
from tasks.duty import Kind, carry_out
from tasks.feeding import add_feed
from tasks.run import calm_collector
from tasks.wiring import House
from worker.store import duties


class Served(ThreadingHTTPServer):
    """One calendar on the loopback; the same ETag is answered with 304 and no body."""

    body = b""
    etag = '"0"'

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/made-up.ics"


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Served

    def do_GET(self) -> None:
        is_known = self.headers.get("If-None-Match") == self.server.etag
        body = b"" if is_known else self.server.body
        self.send_response(304 if is_known else 200)
        self.send_header("ETag", self.server.etag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """A benchmark has nothing to say about each request."""


class Household:
    """A House whose clock is turned by hand, and the duties of its one user."""

    def __init__(self, folder: Path) -> None:
        self.clock = NOW
        knobs = settings_from({}, data_dir=folder, timezone="Europe/Berlin", max_feed_mib=1024)
        self.house = House(knobs, clock=self._now)
        self.house.migrate()

    def _now(self) -> datetime:
        return self.clock

    def add(self, address: str) -> int:
        """The number of the new feed."""
        return add_feed(self.house, address).feed.id

    def do(self, kind: Kind, subject_id: int) -> float:
        """Rings for one duty and carries it out, as the worker does. Raises where it failed.

        Processor seconds of the thread that does it: the server that answers lives in this process, but is not ours.
        """
        self.clock += timedelta(seconds=1)
        with self.house.database.write() as conn:
            duties.ring(conn, self.house.user.id, kind, subject_id, self.clock)
            duty = duties.get(conn, self.house.user.id, kind, subject_id)
        assert duty is not None
        begun = thread_time()
        carry_out(self.house, WORKS[kind], duty.id)
        taken = thread_time() - begun
        with self.house.database.read() as conn:
            done = duties.get(conn, self.house.user.id, kind, subject_id)
        if done is None or done.problem:
            raise RuntimeError(f"{kind} failed: {done and done.problem}")
        return taken

    def read(self, feed_id: int) -> float:
        """poll and learn; seconds."""
        return self.do(Kind.POLL, feed_id) + self.do(Kind.LEARN, feed_id)

    def suggest(self) -> float:
        return self.do(Kind.SUGGEST, self.house.user.id)

    def count(self, table: str) -> int:
        with self.house.database.read() as conn:
            return int(conn.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() or 0)


@contextmanager
def household() -> Iterator[Household]:
    """Thrown away at the end. The log is silent and the collector calm, as in the worker's process."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    calm_collector()
    folder = Path(tempfile.mkdtemp(prefix="snowdrop-bench-"))
    home = Household(folder)
    try:
        yield home
    finally:
        home.house.close()
        shutil.rmtree(folder)


@contextmanager
def served(body: bytes) -> Iterator[Served]:
    """The calendar on the loopback, for as long as it is needed."""
    server = Served(("127.0.0.1", 0), _Answer)
    server.body = body
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
