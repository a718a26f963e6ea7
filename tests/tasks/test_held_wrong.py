"""Held wrong: whatever a user gets wrong is answered by one sentence that names the thing and the remedy.

Here what surrounds a command: settings and record. Exit code 2 is wrong usage or settings, 1 something that cannot
be read or reached.
"""

import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from tasks import cli
from tests.prepared import prepare
from tests.tasks.running import environ, said, snowdrop
from tests.tasks.ways import SECRET, Way, calendar_in, hold, wrote

FULL = Path("/dev/full")


def _in_record(statement: str) -> Callable[[Path], None]:
    def do(folder: Path) -> None:
        assert said("add", calendar_in(folder), env=environ(folder / "data")).code == 0
        with sqlite3.connect(folder / "data" / "snowdrop.db") as conn:
            conn.execute(statement)

    return do


def _lost_key(folder: Path) -> None:
    assert said("add", calendar_in(folder), env=environ(folder / "data")).code == 0
    (folder / "data" / "secret.key").unlink()


def _halved_key(folder: Path) -> None:
    assert said("add", calendar_in(folder), env=environ(folder / "data")).code == 0
    key = folder / "data" / "secret.key"
    key.write_bytes(key.read_bytes()[:20])


def _no_database(folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "snowdrop.db").write_bytes(b"this was a shopping list once " * 9)


WAYS = {
    "a wrong time zone": Way(
        command=("feeds",), settings={"TIMEZONE": "CEST+2"}, says=("SNOWDROP_TIMEZONE", "like Europe/Berlin")
    ),
    "an own address that is none": Way(
        command=("doctor",), settings={"ME": "notmail"}, says=("SNOWDROP_ME", "no mail address", "like me@")
    ),
    "own addresses as another file would list them": Way(
        command=("doctor",),
        settings={"ME": '["me@example.org","i@example.org"]'},
        says=("SNOWDROP_ME", "no mail address", "like me@"),
    ),
    "a language nobody speaks here": Way(
        command=("feeds",), settings={"LANGUAGE": "tlh"}, says=("SNOWDROP_LANGUAGE", "'en', 'de'")
    ),
    "a port that is none": Way(
        command=("web",), settings={"PORT": "80000"}, says=("SNOWDROP_PORT", "has to be 65535 or less")
    ),
    "a host that is none": Way(
        command=("web",),
        settings={"HOST": "300.1.1.1"},
        says=("SNOWDROP_HOST: 300.1.1.1", "127.0.0.1 lets in"),
    ),
    "a host of another machine": Way(
        command=("web",),
        settings={"HOST": "192.0.2.1"},
        says=("SNOWDROP_HOST: 192.0.2.1", "127.0.0.1 lets in"),
    ),
    "half a configuration": Way(
        command=("feeds",),
        settings={"SMTP_URL": f"smtp://u:{SECRET}@localhost"},
        says=("SNOWDROP_MAIL_TO is missing",),
    ),
    "a configuration cut off": Way(
        command=("feeds",),
        settings={"CONFIG": "{folder}/half.toml"},
        before=wrote("half.toml", f'smtp_url = "smtp://u:{SECRET}'),
        says=("SNOWDROP_CONFIG", "half.toml is not TOML"),
    ),
    "a configuration that is not there": Way(
        command=("feeds",), settings={"CONFIG": "{folder}/none.toml"}, says=("none.toml", "check the path")
    ),
    "a data folder that may not be written": Way(
        command=("feeds",),
        settings={"DATA_DIR": "/sys/snowdrop"},
        says=("SNOWDROP_DATA_DIR", "choose a folder"),
    ),
    "a file for a data folder": Way(
        command=("feeds",),
        settings={"DATA_DIR": "{folder}/list.txt"},
        before=wrote("list.txt", "eggs"),
        says=("SNOWDROP_DATA_DIR", "choose a folder"),
    ),
    "a database that is none": Way(
        command=("feeds",), before=_no_database, is_new=True, code=1, says=("damaged", "restore a backup")
    ),
    "a newer record": Way(
        command=("people",),
        before=_in_record("UPDATE alembic_version SET version_num = '9999'"),
        code=1,
        says=("newer Snowdrop", "install that version"),
    ),
    "a lost key": Way(
        command=("feeds",),
        before=_lost_key,
        says=("another secret key", "secret.key", "another SNOWDROP_DATA_DIR"),
    ),
    "a damaged key": Way(
        command=("feeds",), before=_halved_key, says=("secret.key is damaged", "restore it from a backup")
    ),
    "a health check before the first start": Way(
        command=("healthcheck",), is_new=True, code=1, says=("not been prepared", "`snowdrop migrate`")
    ),
    "a network that is none": Way(
        command=("feeds",),
        settings={"ALLOW_PRIVATE_ADDRESSES": "nas.local 10.0.0.0/99"},
        says=("SNOWDROP_ALLOW_PRIVATE_ADDRESSES", "'10.0.0.0/99'", "192.168.0.0/16"),
    ),
    "an address with a number too large": Way(
        command=("doctor",),
        settings={"ALLOW_PRIVATE_ADDRESSES": "999.1.1.1"},
        says=("SNOWDROP_ALLOW_PRIVATE_ADDRESSES", "'999.1.1.1'", "10.0.0.5:8080"),
    ),
    "a broker at a port that is none": Way(
        command=("doctor",),
        settings={"REDIS_URL": f"redis://:{SECRET}@valkey:99999/0"},
        says=("SNOWDROP_REDIS_URL is no whole address", "redis://host:6379/0"),
    ),
    "a broker that is gone": Way(
        command=("healthcheck",),
        settings={"REDIS_URL": f"redis://:{SECRET}@127.0.0.1:{{port}}/0"},
        before=_in_record("SELECT 1"),
        code=1,
        says=("broker does not answer", "runs at SNOWDROP_REDIS_URL"),
    ),
    "a database server that is gone": Way(
        command=("feeds",),
        settings={"DATABASE_URL": f"postgresql://u:{SECRET}@127.0.0.1:{{port}}/x"},
        code=1,
        says=("database cannot be reached", "check that it runs"),
    ),
    "another kind of database": Way(
        command=("feeds",),
        settings={"DATABASE_URL": "mysql://db/x"},
        says=("SNOWDROP_DATABASE_URL", "postgresql://"),
    ),
}


@pytest.mark.parametrize("name", WAYS)
def test_what_is_held_wrong_is_answered_by_one_helpful_sentence(name: str, tmp_path: Path) -> None:
    """No traceback, no secret, nothing on standard output, and the exit code tells whose fault it is."""
    hold(WAYS[name], tmp_path)


def test_a_full_disk_is_named_and_nothing_that_was_kept_is_lost(tmp_path: Path) -> None:
    """SQLite is given no more pages: it fails as on a disk without room."""
    env, source = environ(prepare(tmp_path / "data")), calendar_in(tmp_path)
    assert said("add", source, env=env).code == 0
    book = tmp_path / "book.vcf"
    book.write_text("".join(f"BEGIN:VCARD\nFN:{i} Person {'x' * 900}\nEND:VCARD\n" for i in range(400)))

    def no_more_pages(connection: sqlite3.Connection, _: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 5}")

    event.listen(Engine, "connect", no_more_pages)
    try:
        answer = said("import", book, env=env)
    finally:
        event.remove(Engine, "connect", no_more_pages)

    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "full; make room" in answer.err
    assert "own.ics" in said("feeds", env=env).out.decode()


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
def test_a_file_for_which_there_is_no_room_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As when the demo's calendars are written, whose names the system does not tell."""
    monkeypatch.setattr(cli, "app", lambda **_: FULL.write_bytes(b"BEGIN:VCALENDAR"))

    with pytest.raises(SystemExit, match="1"):
        cli.main()

    assert capsys.readouterr().err == "The disk is full; make room, nothing that was confirmed is lost\n"


@pytest.mark.slow
def test_a_web_part_whose_port_is_taken_says_so(tmp_path: Path) -> None:
    """As `up` does, instead of the server's own words."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = snowdrop("web", env=environ(prepare(tmp_path), SNOWDROP_PORT=port))

    assert ended.returncode == 2
    assert ended.stderr.decode().startswith(f"SNOWDROP_PORT: 127.0.0.1:{port} cannot be used")
