"""The database: all or nothing, reads that cannot write, and many writers without a refusal."""

import multiprocessing
import stat
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import DBAPIError, StatementError

from tests.prepared import migrated
from tests.store.making import event
from worker.store import duties, events, feeds, users
from worker.store.database import (
    DamagedError,
    Database,
    DatabaseUrlError,
    NotPreparedError,
    StoreUnavailableError,
)
from worker.store.feeds import FeedKind
from worker.store.migrate import migrate, migrate_back
from worker.store.secrets import Vault
from worker.store.tables.users import user_values
from worker.store.tables.users import users as users_table

ROUNDS = 15
"""Transactions of each writer."""


def test_a_write_that_fails_leaves_nothing(database: Database, user_id: int) -> None:
    """All of a transaction or none of it."""

    def fail_after_writing() -> None:
        with database.write() as conn:
            users.keep_value(conn, user_id, "page", "1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_writing()

    with database.read() as conn:
        assert users.value_of(conn, user_id, "page") is None


def test_a_read_cannot_write(database: Database, user_id: int) -> None:
    """On SQLite the store says so as any failure; on PostgreSQL the driver does. A write after it works."""
    row = insert(user_values).values(user_id=user_id, key="k", value="v")

    with pytest.raises((DBAPIError, StoreUnavailableError)), database.read() as conn:
        conn.execute(row)
    with database.write() as conn:
        conn.execute(row)


def test_a_read_sees_one_picture(database: Database, user_id: int) -> None:
    """What another connection commits meanwhile is not seen before the next read (SQLite lets it wait)."""
    if database.engine.dialect.name == "sqlite":
        pytest.skip("the rollback journal lets a commit wait for the reader")
    with database.read() as reading:
        before = users.value_of(reading, user_id, "k")
        with database.write() as writing:
            users.keep_value(writing, user_id, "k", "v")
        assert users.value_of(reading, user_id, "k") == before


def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    """Nobody would know when it was."""
    naive = datetime(2025, 1, 1)

    with pytest.raises(StatementError, match="without a zone"), database.write() as conn:
        conn.execute(insert(users_table).values(timezone="UTC", language="en", created_at=naive))


def test_times_come_back_aware_and_in_utc(database: Database) -> None:
    """Whatever zone they went in with, to the microsecond."""
    tokyo = datetime(2025, 1, 1, 9, 30, 0, 123456, tzinfo=timezone(timedelta(hours=9)))
    with database.write() as conn:
        conn.execute(insert(users_table).values(timezone="UTC", language="en", created_at=tokyo))

    with database.read() as conn:
        found = conn.scalars(select(users_table.c.created_at)).one()
    assert found == tokyo
    assert found.utcoffset() == timedelta(0)


def test_the_store_says_whether_it_can_be_written(database: Database, user_id: int) -> None:
    """By really writing, with a user and before there is one."""
    assert database.trouble() == ""
    assert database.trouble() == ""


def test_an_empty_store_can_be_written(database: Database) -> None:
    """Before the first user is made."""
    assert database.trouble() == ""


def test_a_full_disk_is_said_in_one_sentence(tmp_path: Path) -> None:
    """A page limit stands for the disk: temporary, without the driver's words; nothing is half written."""
    database = Database(f"sqlite:///{tmp_path / 'full.db'}")
    with database.write() as conn:
        conn.exec_driver_sql("CREATE TABLE t (x TEXT)")

    with pytest.raises(StoreUnavailableError, match="disk with the database is full"):
        _fill(database)

    with database.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM t").scalar() == 0
    database.close()


def test_only_the_owner_can_read_the_file(tmp_path: Path) -> None:
    """Folders on the way are made."""
    path = tmp_path / "deep" / "snowdrop.db"
    Database(f"sqlite:///{path}").close()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "url",
    ["nonsense", "postgresql://localhost:port/x", "mysql://localhost/x", "sqlite:////proc/none/snowdrop.db"],
)
def test_a_wrong_address_is_named_kindly(url: str) -> None:
    """The setting is named, or the file."""
    with pytest.raises(DatabaseUrlError, match=r"DATABASE_URL|DATA_DIR"):
        Database(url)


def test_the_password_of_a_database_is_never_told(caplog: pytest.LogCaptureFixture) -> None:
    """Not even when nobody answers there."""
    database = Database("postgresql://snowdrop:planted-secret@127.0.0.1:1/none")

    with pytest.raises(StoreUnavailableError) as caught, database.read():
        pass
    assert "planted-secret" not in f"{caught.value}{caught.value.__cause__}{caplog.text}"
    assert database.trouble()


def test_a_store_without_tables_names_the_remedy(database: Database, url: str, user_id: int) -> None:
    """On both engines, instead of the driver's words."""
    migrate_back(url, "base")

    with pytest.raises(NotPreparedError, match="snowdrop migrate"), database.read() as conn:
        users.all_users(conn)
    migrate(url)


def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path: Path) -> None:
    """And it is left as it was."""
    path = tmp_path / "snowdrop.db"
    path.write_bytes(b"a letter to Ada, not a database" * 100)

    with pytest.raises(DamagedError, match="restore a backup"):
        migrate(f"sqlite:///{path}")
    assert path.read_bytes().startswith(b"a letter to Ada")


def test_two_first_starts_make_one_user(database: Database, now: datetime) -> None:
    """However many processes start at once."""

    def start() -> None:
        with database.write() as conn:
            users.ensure_user(conn, timezone="UTC", language="en", now=now)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.read() as conn:
        assert len(users.all_users(conn)) == 1


def _fill(database: Database) -> None:
    with database.write() as conn:
        conn.exec_driver_sql("PRAGMA max_page_count=4")
        conn.exec_driver_sql("INSERT INTO t VALUES (?)", [("x" * 4000,)] * 100)


@pytest.mark.slow
def test_eight_writers_are_never_refused(database: Database, url: str, user_id: int, now: datetime) -> None:
    """Four processes of two threads each; every acknowledged ring is there afterwards."""
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=_write_in_two_threads, args=(url, user_id, now, n)) for n in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)

    assert [process.exitcode for process in processes] == [0, 0, 0, 0]
    with database.read() as conn:
        counter = users.value_of(conn, user_id, "rounds")
        assert len(duties.due(conn, now, 1000)) == 8 * ROUNDS
    assert counter == str(8 * ROUNDS)


def _write_in_two_threads(url: str, user_id: int, now: datetime, number: int) -> None:
    database = Database(url)
    failures: list[Exception] = []

    def write(first: int) -> None:
        try:
            for subject_id in range(first, first + ROUNDS):
                _count(database, user_id, now, subject_id)
        except Exception as error:  # noqa: BLE001  (told to the parent by the exit code)
            failures.append(error)

    threads = [threading.Thread(target=write, args=(1000 * (2 * number + n),)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def _count(database: Database, user_id: int, now: datetime, subject_id: int) -> None:
    """One ring and one read-then-write, in one transaction."""
    with database.write() as conn:
        duties.ring(conn, user_id, "poll", subject_id, now)
        users.get(conn, user_id)
        rounds = int(users.value_of(conn, user_id, "rounds") or "0")
        users.keep_value(conn, user_id, "rounds", str(rounds + 1))


def test_planted_addresses_are_not_in_the_raw_file(tmp_path: Path, now: datetime) -> None:
    """Whoever finds a copy of the file learns no feed address from it."""
    path = tmp_path / "raw.db"
    path.write_bytes(migrated().read_bytes())
    database = Database(f"sqlite:///{path}")
    vault = Vault(b"k" * 32)
    with database.write() as conn:
        user = users.ensure_user(conn, timezone="UTC", language="en", now=now)
        address = "https://calendar.example.org/private-PLANTED77/basic.ics"
        feed = feeds.add(
            conn, user.id, vault, address=address, label="calendar.example.org", kind=FeedKind.HTTP
        )
        events.save_many(conn, user.id, feed.id, [event("e")])
    with database.write() as conn:
        feeds.remove(conn, user.id, feed.id, with_history=True)
    database.close()

    assert b"PLANTED77" not in path.read_bytes()
