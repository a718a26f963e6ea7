"""The containers without an engine: each service's very command, environment and health check as local processes.

Images and host names are the only things that are put in their place.
"""

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import psycopg
import pytest
import redis
from sqlalchemy import make_url

from tasks.demo import demo_calendars
from tasks.demo_script import script_of
from tasks.up import valkey_command
from tasks.wiring import now
from tests.compose import DOCKERFILE, OURS, SERVICES
from tests.store.conftest import postgres_url
from tests.tasks.running import ROOT, SNOWDROP, eventually, got

VARIABLE = re.compile(r"\$\{(\w+):-([^}]*)\}")
own_postgres = postgres_url  # the fixture of the store's tests


@dataclass(frozen=True)
class Stack:
    """Where on this machine the things of the compose file are."""

    folder: Path
    valkey_port: int
    web_port: int
    variables: Mapping[str, str]
    """What a file `.env` would say."""

    def here(self, text: str) -> str:
        """A text of the compose file, with its variables, hosts, ports and folders put in their place."""
        text = VARIABLE.sub(lambda found: self.variables.get(found[1]) or found[2], text)
        for there, near in (
            ("valkey:6379", f"127.0.0.1:{self.valkey_port}"),
            ("localhost:8750", f"localhost:{self.web_port}"),
            ("8750", str(self.web_port)),
            ("0.0.0.0", "127.0.0.1"),
            ("/run/secrets", str(self.folder / "secrets")),
        ):
            text = text.replace(there, near)
        return str(self.folder / "data") + text[len("/data") :] if text.startswith("/data") else text

    def environ(self, name: str) -> dict[str, str]:
        """The image's environment and the service's, without any of this process's settings."""
        bare = {key: value for key, value in os.environ.items() if not key.startswith("SNOWDROP_")}
        image = dict(re.findall(r"(SNOWDROP_\w+)=(\S+)", DOCKERFILE))
        stated = {**image, **SERVICES[name]["environment"]}
        return {**bare, "PYTHONPATH": str(ROOT), **{key: self.here(value) for key, value in stated.items()}}

    def is_healthy(self, name: str) -> bool:
        """What the service's health check says."""
        kind, program, *arguments = SERVICES[name]["healthcheck"]["test"]
        assert (kind, program) == ("CMD", "snowdrop")
        command = [*SNOWDROP, *arguments]
        return (
            subprocess.run(command, env=self.environ(name), cwd=ROOT, timeout=60, check=False).returncode == 0
        )

    def tell(self, *command: str) -> str:
        """`docker compose exec web snowdrop …`."""
        arguments = [*SNOWDROP, *(self.here(each) for each in command)]
        env = self.environ("web")
        return subprocess.run(
            arguments, env=env, cwd=ROOT, timeout=60, check=True, capture_output=True, text=True
        ).stdout.strip()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], env: Mapping[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """One process, ended at the end in any case."""
    with log.open("wb") as file:
        process = subprocess.Popen(command, env=env, cwd=ROOT, stdout=file, stderr=file)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def composed(folder: Path, **variables: str) -> Iterator[tuple[Stack, dict[str, subprocess.Popen[bytes]]]]:
    """Broker first, as `depends_on` says; then worker, clock and web."""
    stack = Stack(folder, free_port(), free_port(), variables)
    for name in ("data", "secrets", "valkey"):
        (folder / name).mkdir(exist_ok=True)
    program, *arguments = SERVICES["valkey"]["command"]
    assert program == "valkey-server"
    binary = valkey_command(folder / "unused.sock")[0]
    place = ["--bind", "127.0.0.1", "--port", str(stack.valkey_port), "--dir", str(folder / "valkey")]
    with ExitStack() as parts:
        parts.enter_context(running([binary, *arguments, *place], {}, folder / "valkey.log"))
        with redis.Redis(port=stack.valkey_port) as client:
            assert eventually(lambda: ping(client), 20)
        started = {
            name: parts.enter_context(
                running([*SNOWDROP, *SERVICES[name]["command"]], stack.environ(name), folder / f"{name}.log")
            )
            for name in OURS
        }
        yield stack, started


def ping(client: redis.Redis) -> bool:
    with suppress(redis.RedisError):
        return bool(client.ping())
    return False


def see_a_nudge(stack: Stack) -> None:
    """A calendar is added in the running containers, and a nudge comes out of the subscription."""
    script = script_of(files("config").joinpath("demo.toml").read_text("utf-8"))
    work = demo_calendars(now().date(), script)["work.ics"]
    (stack.folder / "data" / "work.ics").write_bytes(work.encode())

    stack.tell("add", "/data/work.ics")
    address = stack.tell("address")

    assert address.startswith(f"http://localhost:{stack.web_port}/c/")
    assert eventually(lambda: b"BEGIN:VEVENT" in got(address)[1], 60)


def end_all(started: Mapping[str, subprocess.Popen[bytes]]) -> None:
    """As the engine does: SIGTERM, and SIGKILL only after the grace."""
    grace = float(SERVICES["worker"]["stop_grace_period"].removesuffix("s"))
    until = time.monotonic() + grace
    for process in started.values():
        process.send_signal(signal.SIGTERM)
    codes = {name: process.wait(max(0.1, until - time.monotonic())) for name, process in started.items()}
    assert codes == dict.fromkeys(started, 0)


@pytest.mark.slow
def test_the_services_bring_a_nudge_on_sqlite(tmp_path: Path) -> None:
    """From nothing, all three at once; healthy, useful, and gone within the grace."""
    with composed(tmp_path) as (stack, started):
        assert eventually(lambda: all(stack.is_healthy(name) for name in OURS), 90)
        see_a_nudge(stack)
        end_all(started)

    assert (tmp_path / "data" / "snowdrop.db").exists()
    assert (tmp_path / "data" / "secret.key").stat().st_mode & 0o777 == 0o600


@pytest.mark.slow
@pytest.mark.postgres
def test_the_services_bring_a_nudge_on_postgresql(tmp_path: Path, own_postgres: str) -> None:
    """With the address of the database in a secret file."""
    with psycopg.connect(own_postgres, autocommit=True) as conn:
        conn.execute("DROP DATABASE IF EXISTS composed")
        conn.execute("CREATE DATABASE composed")
    url = make_url(own_postgres).set(database="composed").render_as_string(hide_password=False)
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "database_url").write_text(url)

    with composed(tmp_path, SNOWDROP_DATABASE_URL_FILE="/run/secrets/database_url") as (stack, started):
        assert eventually(lambda: all(stack.is_healthy(name) for name in OURS), 90)
        see_a_nudge(stack)
        end_all(started)

    assert not (tmp_path / "data" / "snowdrop.db").exists()


@pytest.mark.slow
def test_a_service_without_its_broker_is_unhealthy(tmp_path: Path) -> None:
    """The health check tells the truth."""
    with composed(tmp_path) as (stack, _):
        assert eventually(lambda: stack.is_healthy("web"), 90)
        with redis.Redis(port=stack.valkey_port) as client, suppress(redis.RedisError):
            client.shutdown(nosave=True)

        assert not stack.is_healthy("worker")
