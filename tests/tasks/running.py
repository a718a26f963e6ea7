"""Running the real command in child processes, bounded in time, and never leaving one behind."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer.main

typer.main.get_command = cache(
    typer.main.get_command
)  # a process asks once; made anew, it is a third of a command

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
        """The process that carries out this part; 0 where there is none now."""
        return next((pid for pid, command in processes_of(self.data_dir).items() if _is(name, command)), 0)


@contextmanager
def up(data_dir: Path, *arguments: str, **settings: str) -> Iterator[Up]:
    """Started, with all addresses printed; whatever is left of it at the end is ended."""
    with started(["up", *arguments], data_dir, **settings) as process:
        assert process.stdout is not None
        printed = [process.stdout.readline().rstrip("\n") for _ in range(4)]
        yield Up(process, printed, environ(data_dir, **settings), data_dir)


@contextmanager
def started(arguments: list[str], data_dir: Path, **settings: str) -> Iterator[subprocess.Popen[str]]:
    """A tree that has only just begun to start."""
    log_of(data_dir).parent.mkdir(parents=True, exist_ok=True)
    with log_of(data_dir).open("a") as log:
        process = subprocess.Popen(
            [*SNOWDROP, *arguments],
            env=environ(data_dir, **settings),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=20)
        for pid in processes_of(data_dir):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def _is(name: str, command: list[str]) -> bool:
    """Valkey by its program, the rest by what stands after `-m`."""
    return command[0].endswith(name) or (command[1:2] == ["-m"] and name in command[2:4])


def log_of(data_dir: Path) -> Path:
    """Where the whole tree writes its log."""
    return data_dir.with_name(f"{data_dir.name}.log")


def processes_of(data_dir: Path) -> dict[int, list[str]]:
    """Process → its command line, for all that write to this tree's log (Valkey hides its environment)."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (folder / "fd" / "2").readlink() == log_of(data_dir):
                found[int(folder.name)] = re.split("[\0 ]", (folder / "cmdline").read_bytes().decode())
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


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: bytes
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.decode().splitlines()

    @property
    def rows(self) -> list[dict[str, Any]]:
        """JSON lines."""
        return [json.loads(line) for line in self.lines]

    @property
    def body(self) -> Any:
        """One JSON document."""
        return json.loads(self.out)


def said(*arguments: str | Path, env: Mapping[str, str], stdin: bytes = b"") -> Said:
    """The same command within this process: quicker by a second each."""
    from tasks import cli, wiring

    out, err, code = io.BytesIO(), io.StringIO(), 0
    streams = {"stdout": io.TextIOWrapper(out, "utf-8"), "stderr": err}
    streams["stdin"] = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("SNOWDROP_")]:
            patch.delenv(name)
        for name, value in env.items():
            patch.setenv(name, value)
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        patch.setattr(sys, "argv", ["snowdrop", *(str(each) for each in arguments)])
        wiring.settings.cache_clear()
        try:
            cli.main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
        finally:
            wiring.settings.cache_clear()
        streams["stdout"].flush()
    return Said(code, out.getvalue(), err.getvalue())
