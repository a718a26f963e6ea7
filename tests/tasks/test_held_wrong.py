"""Held wrong: whatever a user gets wrong is answered by one sentence that names the thing and the remedy.

Each by the real command. Exit code 2 is wrong usage or settings, 1 something that cannot be read or reached.
"""

import socket
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from tests.prepared import prepare
from tests.tasks.running import environ, said, snowdrop

SECRET = "planted-secret"
MEETING = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20261101T090000Z
SUMMARY:Coffee
ATTENDEE;CN=Amina Rahal:mailto:amina@example.org
ATTENDEE;CN=Me:mailto:me@example.org
END:VEVENT
END:VCALENDAR
"""


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way to hold it wrong: a command, what surrounds it, and what the answer has to say."""

    command: tuple[str, ...]
    says: tuple[str, ...]
    """The thing, and the remedy."""
    code: int = 2
    settings: Mapping[str, str] = field(default_factory=dict)
    """`{folder}` and `{port}` (one at which nobody listens) are filled in."""
    before: Callable[[Path], None] = lambda _: None
    is_new: bool = False
    """Nothing was ever kept there; else a record stands, as after the first command."""


def _wrote(name: str, content: str | bytes) -> Callable[[Path], None]:
    raw = content.encode() if isinstance(content, str) else content
    return lambda folder: (folder / name).write_bytes(raw) and None


def _in_record(statement: str) -> Callable[[Path], None]:
    def do(folder: Path) -> None:
        assert said("add", _calendar(folder), env=environ(folder / "data")).code == 0
        with sqlite3.connect(folder / "data" / "snowdrop.db") as conn:
            conn.execute(statement)

    return do


def _calendar(folder: Path) -> Path:
    (folder / "own.ics").write_bytes(MEETING)
    return folder / "own.ics"


def _lost_key(folder: Path) -> None:
    assert said("add", _calendar(folder), env=environ(folder / "data")).code == 0
    (folder / "data" / "secret.key").unlink()


def _halved_key(folder: Path) -> None:
    assert said("add", _calendar(folder), env=environ(folder / "data")).code == 0
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
    "an option for one's own address that is none": Way(
        command=("preview", "{folder}/own.ics", "--me", "notmail"),
        says=("--me", "'notmail' is no mail address", "like me@"),
    ),
    "a wrong year": Way(command=("met", "Amina", "20226-11-01"), says=("20226-11-01", "like 2026-11-22")),
    "days the wrong way around": Way(
        command=("away", "2026-12-10", "2026-12-01"), says=("2026-12-10", "first day first")
    ),
    "a language nobody speaks here": Way(
        command=("feeds",), settings={"LANGUAGE": "tlh"}, says=("SNOWDROP_LANGUAGE", "'en', 'de'")
    ),
    "a port that is none": Way(
        command=("web",), settings={"PORT": "80000"}, says=("SNOWDROP_PORT", "less than or equal to 65535")
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
        before=_wrote("half.toml", f'smtp_url = "smtp://u:{SECRET}'),
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
        before=_wrote("list.txt", "eggs"),
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
    "a calendar that is not there": Way(
        command=("add", "{folder}/nowhere.ics"), code=1, says=("nowhere.ics", "check its name")
    ),
    "a folder without a calendar": Way(
        command=("add", "{folder}"), code=1, says=("holds no calendar", ".ics")
    ),
    "an address of another kind": Way(
        command=("add", "ftp://example.org/x.ics"), code=1, says=("ftp://", "https:// or webcal://")
    ),
    "a web page for a calendar": Way(
        command=("events", "{folder}/page.ics"),
        before=_wrote("page.ics", "<!DOCTYPE html><html><title>Sign in</title></html>"),
        code=1,
        says=("page.ics", "web page"),
    ),
    "a table of another shape": Way(
        command=("import", "{folder}/list.csv"),
        before=_wrote("list.csv", "eggs,milk\n6,2\n"),
        code=1,
        says=("eggs, milk", "Known are"),
    ),
    "somebody unknown": Way(
        command=("people", "--why", "Nobody"), code=1, says=("Nobody is called Nobody", "`snowdrop people`")
    ),
    "a nudge of long ago": Way(
        command=("answer", "0123", "done"), code=1, says=("no such nudge", "`snowdrop nudges`")
    ),
    "an answer that is none": Way(
        command=("answer", "0123", "perhaps"), says=("'perhaps'", "'done', 'later'")
    ),
    "a command that is none": Way(command=("calender",), says=("calender", "snowdrop --help")),
    "a backup into a folder that is not there": Way(
        command=("backup", "{folder}/none/x.db"), code=1, says=("no folder", "/none:", "make it")
    ),
    "a backup that is none": Way(
        command=("restore", "{folder}/list.txt"),
        before=_wrote("list.txt", "eggs"),
        code=1,
        says=("list.txt is no backup", "`snowdrop backup`"),
    ),
    "a shelf that is not TOML": Way(
        command=("preview", "{folder}/own.ics"),
        settings={"SHELF": "{folder}/shelf.toml"},
        before=lambda folder: (
            (_calendar(folder), (folder / "shelf.toml").write_text("books: many"))[0] and None
        ),
        code=1,
        says=("shelf.toml is not TOML", "[[thing]]"),
    ),
}


@pytest.fixture
def closed_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return str(taken.getsockname()[1])


@pytest.mark.parametrize("name", WAYS)
def test_what_is_held_wrong_is_answered_by_one_helpful_sentence(
    name: str, tmp_path: Path, closed_port: str
) -> None:
    """No traceback, no secret, nothing on standard output, and the exit code tells whose fault it is."""
    way = WAYS[name]
    if not way.is_new:
        prepare(tmp_path / "data")
    way.before(tmp_path)
    filled = {key: value.format(folder=tmp_path, port=closed_port) for key, value in way.settings.items()}
    env = environ(tmp_path / "data", **{f"SNOWDROP_{key}": value for key, value in filled.items()})

    answer = said(*(part.format(folder=tmp_path) for part in way.command), env=env)

    assert (answer.code, answer.out) == (way.code, b"")
    assert answer.err.count("\n") == 1
    assert all(part in answer.err for part in way.says), answer.err
    assert SECRET not in answer.err


def test_a_full_disk_is_named_and_nothing_that_was_kept_is_lost(tmp_path: Path) -> None:
    """SQLite is given no more pages: it fails as on a disk without room."""
    env, source = environ(prepare(tmp_path / "data")), _calendar(tmp_path)
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


@pytest.mark.slow
def test_a_web_part_whose_port_is_taken_says_so(tmp_path: Path) -> None:
    """As `up` does, instead of the server's own words."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = snowdrop("web", env=environ(prepare(tmp_path), SNOWDROP_PORT=port))

    assert ended.returncode == 2
    assert ended.stderr.decode().startswith(f"SNOWDROP_PORT: 127.0.0.1:{port} cannot be used")
