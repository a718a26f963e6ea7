"""The whole record by command: its address, its backup, its health."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.prepared import prepare
from tests.tasks.running import Said, environ, said, snowdrop
from tests.tasks.worked import is_one_sentence


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environ(prepare(tmp_path / "data"))


def test_the_address_stays_the_same(run: Callable[..., Said]) -> None:
    """Alone on its line."""
    first, second = run("address"), run("address")

    assert first.lines == second.lines
    assert len(first.lines) == 1
    assert first.lines[0].startswith("http://127.0.0.1:")
    assert first.lines[0].endswith(".ics")


def test_migrating_twice_is_fine(run: Callable[..., Said]) -> None:
    """The second finds all in shape."""
    assert [run("migrate").code for _ in range(2)] == [0, 0]


def test_a_backup_goes_into_an_empty_folder_with_its_key(tmp_path: Path, read: Callable[..., Said]) -> None:
    """People, nudges and the subscription are the same; a taken place is refused."""
    read("address")
    assert read("backup", tmp_path / "kept.db").code == 0
    (tmp_path / "new").mkdir(mode=0o700)
    (tmp_path / "new" / "secret.key").write_bytes((tmp_path / "data" / "secret.key").read_bytes())
    there = environ(tmp_path / "new")

    restored = said("restore", tmp_path / "kept.db", env=there)

    assert (restored.code, restored.err) == (0, "")
    for command in (("people", "--format", "json"), ("nudges", "--format", "json"), ("address",), ("feeds",)):
        assert said(*command, env=there).out == read(*command).out
    assert is_one_sentence(said("restore", tmp_path / "kept.db", env=there))
    assert is_one_sentence(read("backup", tmp_path / "kept.db"))


def test_a_backup_says_what_else_is_to_be_kept(tmp_path: Path, read: Callable[..., Said]) -> None:
    """The key; and the settings, where they stand in a file."""
    (alone,) = read("backup", tmp_path / "one.db").lines
    (tmp_path / "data" / "config.toml").write_text('language = "de"\n')
    key, settings = read("backup", tmp_path / "two.db").lines

    assert str(tmp_path / "data" / "secret.key") in alone
    assert str(tmp_path / "data" / "secret.key") in key
    assert settings == f"Your settings are not in it: keep {tmp_path / 'data' / 'config.toml'} as well."


def test_a_backup_without_its_key_says_what_is_missing(tmp_path: Path, read: Callable[..., Said]) -> None:
    """The people are there; the calendars' addresses are not readable."""
    read("backup", tmp_path / "kept.db")

    told = said("restore", tmp_path / "kept.db", env=environ(tmp_path / "new"))

    assert told.code == 1
    assert "secret.key" in told.err


def test_healthcheck_is_silent_when_all_is_well(read: Callable[..., Said], env: dict[str, str]) -> None:
    """And names what does not answer."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    away = {**env, "SNOWDROP_REDIS_URL": f"redis://127.0.0.1:{port}/0", "SNOWDROP_PORT": str(port)}

    well, ill, no_web = (
        read("healthcheck"),
        said("healthcheck", env=away),
        said("healthcheck", "--web", env=away),
    )

    assert (well.code, well.out, well.err) == (0, b"", "")
    assert (ill.code, ill.err.count("\n")) == (1, 1)
    assert "SNOWDROP_REDIS_URL" in ill.err
    assert (no_web.code, no_web.err.count("\n")) == (1, 2)


@pytest.mark.slow
@pytest.mark.parametrize("command", ["worker", "clock"])
def test_a_separate_part_needs_to_be_told_where_the_broker_is(command: str, env: dict[str, str]) -> None:
    """In one sentence, after which it ends."""
    told = snowdrop(command, env=env)

    assert told.returncode == 1
    assert told.stderr.decode().count("\n") == 1
    assert "SNOWDROP_REDIS_URL" in told.stderr.decode()


@pytest.mark.parametrize("command", ["healthcheck", "up", "worker"])
def test_a_data_folder_that_cannot_be_made_is_one_sentence(
    command: str, tmp_path: Path, env: dict[str, str]
) -> None:
    """Exit code 2: a setting has to be mended."""
    (tmp_path / "file").write_text("")

    told = said(command, env={**env, "SNOWDROP_DATA_DIR": str(tmp_path / "file" / "data")})

    assert told.code == 2
    assert told.err.count("\n") == 1
    assert "SNOWDROP_DATA_DIR" in told.err
