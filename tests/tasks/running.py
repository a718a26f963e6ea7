"""Running the real command in child processes, bounded in time, and never leaving one behind."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SNOWDROP = [sys.executable, "-m", "tasks.cli"]
_PATIENCE_SECONDS = 60.0


def environ(data_dir: Path, **settings: str) -> dict[str, str]:
    """This process's environment with no setting but these."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("SNOWDROP_")}
    own = {"PYTHONPATH": str(ROOT), "SNOWDROP_DATA_DIR": str(data_dir), "SNOWDROP_PORT": "0"}
    return {**bare, **own, "SNOWDROP_TIMEZONE": "Europe/Berlin", **settings}


def snowdrop(
    *arguments: str | Path, env: Mapping[str, str], stdin: bytes | None = None, cwd: Path = ROOT
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    command = [*SNOWDROP, *(str(each) for each in arguments)]
    return subprocess.run(
        command, env=env, input=stdin, capture_output=True, timeout=_PATIENCE_SECONDS, cwd=cwd, check=False
    )


@dataclass
class Up:
    """A running `snowdrop up`."""

    process: subprocess.Popen[str]
    printed: list[str]
    env: Mapping[str, str]
    data_dir: Path

    @property
    def page(self) -> str:
        return self.printed[1]

    @property
    def subscription(self) -> str:
        return self.printed[3]

    def nudges(self) -> int:
        """How many stand in the subscription now."""
        return got(self.subscription)[1].count(b"BEGIN:VEVENT")

    def child(self, name: str) -> int:
        """The process that carries out this part."""
        return next(
            pid for pid, command in processes_of(self.data_dir).items() if name in command and "up" not in command
        )


@contextmanager
def up(data_dir: Path, *arguments: str, **settings: str) -> Iterator[Up]:
    """Started, with all addresses printed; whatever is left of it at the end is ended."""
    env = environ(data_dir, **settings)
    process = subprocess.Popen(
        [*SNOWDROP, "up", *arguments],
        env=env,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        yield Up(process, [process.stdout.readline().rstrip("\n") for _ in range(4)], env, data_dir)
    finally:
        if process.poll() is None:
            process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=20)
        for pid in processes_of(data_dir):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def processes_of(data_dir: Path) -> dict[int, list[str]]:
    """Process → its command line, for all that run on this data folder."""
    mark = f"SNOWDROP_DATA_DIR={data_dir}".encode()
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark in (folder / "environ").read_bytes().split(b"\0"):
                found[int(folder.name)] = (folder / "cmdline").read_bytes().decode().split("\0")
    return found


def got(url: str, **headers: str) -> tuple[int, bytes]:
    """Status and body, without any proxy."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(urllib.request.Request(url, headers=headers), timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def eventually(what: Callable[[], Any], seconds: float = 30.0) -> Any:
    """The first truthy answer; the last one where none came in time."""
    until = time.monotonic() + seconds
    while True:
        with suppress(OSError):
            if answer := what():
                return answer
        if time.monotonic() > until:
            return None
        time.sleep(0.1)
