"""Migrations: up, down and up again with data, the same tables in the end, and only once at a time."""

import multiprocessing
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from tests.prepared import prepare
from tests.store.making import event, person, touch
from worker.core.perhaps import Perhaps, Tells
from worker.store import events, feeds, people, perhaps, touches, users
from worker.store.database import Database
from worker.store.feeds import FeedKind
from worker.store.migrate import STEPS, MigrationError, is_current, last_step, migrate, migrate_back
from worker.store.secrets import Vault
from worker.store.tables.record import metadata
from worker.store.touch_rows import NewTouch


def test_the_migrations_make_the_tables(database: Database) -> None:
    """What the steps make is what the tables say, types and defaults included."""
    with database.read() as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": True, "render_as_batch": True})

        assert compare_metadata(context, metadata) == []
        assert is_current(conn)


def test_numbers_that_are_given_once_stay_so_through_all_migrations(tmp_path: Path) -> None:
    """SQLite gives the number of a row that is gone to the next one, unless told otherwise; a rebuilt table forgets."""
    database = Database(f"sqlite:///{prepare(tmp_path) / 'snowdrop.db'}")
    with database.read() as conn:
        made = dict(conn.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'").all())
    database.close()

    once = {
        table.name for table in metadata.sorted_tables if table.dialect_options["sqlite"]["autoincrement"]
    }
    assert {name for name, sql in made.items() if "AUTOINCREMENT" in sql} == once
    assert "people" in once


def test_the_last_step_is_the_one_that_alembic_would_take_last() -> None:
    """It is told from the names of the files, without loading one."""
    config = Config()
    config.set_main_option("script_location", str(STEPS))

    assert last_step() == ScriptDirectory.from_config(config).get_current_head()


def test_up_down_and_up_again_with_data(database: Database, url: str, user_id: int) -> None:
    """Down to nothing and up again gives a store that works."""
    with database.write() as conn:
        person(conn, user_id, "ada@example.org")
    database.close()

    migrate_back(url, "base")
    with database.read() as conn:
        assert set(inspect(conn).get_table_names()) <= {"alembic_version"}
        assert not is_current(conn)
    migrate(url)

    with database.read() as conn:
        assert is_current(conn)
        assert people.all_people(conn, user_id) == ()


@pytest.mark.parametrize("taken_as_first", ["0001", "0002"])
def test_a_record_of_the_first_day_comes_along(database: Database, url: str, taken_as_first: str) -> None:
    """On that day, what is now the second step was for an hour part of the first."""
    migrate_back(url, "base")
    migrate(url, taken_as_first)
    with database.write() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
        conn.exec_driver_sql(
            "INSERT INTO users (id, timezone, language, created_at)"
            " VALUES (7, 'Europe/Berlin', 'de', '2026-11-22 09:00:00')"
        )

    migrate(url)

    with database.read() as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": True, "render_as_batch": True})
        assert compare_metadata(context, metadata) == []
        assert users.get(conn, 7).language == "de"


def test_a_record_from_before_households_reads_the_books_of_servers_again(
    database: Database, url: str, user_id: int
) -> None:
    """Else an unchanged book would never tell whom its cards name."""
    with database.write() as conn:
        users.keep_value(conn, user_id, "address books", "{}")

    migrate_back(url, "0014")
    migrate(url)

    with database.read() as conn:
        assert users.value_of(conn, user_id, "address books") is None


def test_a_record_from_before_it_was_asked_whose_a_calendar_is_keeps_all(
    database: Database, url: str, user_id: int, vault: Vault
) -> None:
    """Nobody said anything: each calendar is the user's, or nobody's, as before."""
    with database.write() as conn:
        feed = feeds.add(conn, user_id, vault, address="a", label="a", kind=FeedKind.FILE)
        ids = events.save_many(conn, user_id, feed.id, [event("uid-1")])
        ada = person(conn, user_id, "ada@example.org", "Ada")
        new = [NewTouch(touch=touch(), event_id=ids["uid-1"], person_id=ada)]
        touches.replace_for_events(conn, user_id, feed.id, ids.values(), new)

    migrate_back(url, "0017")
    migrate(url)

    with database.read() as conn:
        assert feeds.all_feeds(conn, user_id) == (feed,)
        assert touches.of_people(conn, user_id, [ada]) == {ada: (touch(),)}


def test_what_is_tender_stays_so_in_a_record_from_before_titles_told_more(
    database: Database, url: str, user_id: int, vault: Vault
) -> None:
    """The others may tell of a meeting, as before."""
    day = datetime(2026, 3, 1, 12, tzinfo=UTC)
    told = [
        Perhaps(
            person="ada@example.org", name=name, started_at=day, ended_at=day, all_day=False, event_key="uid-1",
            title="", tells=tells,
        )
        for name, tells in (("Ada", Tells.MEETING), ("ada", Tells.TENDER))
    ]  # fmt: skip
    with database.write() as conn:
        feed = feeds.add(conn, user_id, vault, address="a", label="a", kind=FeedKind.FILE)
        ids = events.save_many(conn, user_id, feed.id, [event("uid-1")])
        ada = person(conn, user_id, "ada@example.org", "Ada")
        perhaps.replace_for_events(conn, user_id, feed.id, ids, told)

    migrate_back(url, "0018")
    migrate(url)

    with database.read() as conn:
        assert perhaps.of_people(conn, user_id, [ada]) == {ada: tuple(told)}


def test_migrating_again_changes_nothing(database: Database, url: str, user_id: int) -> None:
    """Every start does it."""
    with database.write() as conn:
        person(conn, user_id, "ada@example.org")

    migrate(url)

    with database.read() as conn:
        assert len(people.all_people(conn, user_id)) == 1


def test_several_starts_at_once_migrate_once(database: Database, url: str) -> None:
    """Web, worker and clock start together on an empty database."""
    migrate_back(url, "base")
    failures: list[Exception] = []

    def start() -> None:
        try:
            migrate(url)
        except Exception as error:  # noqa: BLE001  (shown by the assertion)
            failures.append(error)

    threads = [threading.Thread(target=start) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    with database.read() as conn:
        assert is_current(conn)


@pytest.mark.slow
def test_several_processes_migrate_once(tmp_path: Path) -> None:
    """The same with processes of their own."""
    url = f"sqlite:///{tmp_path / 'new.db'}"
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=migrate, args=(url,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)

    assert [process.exitcode for process in processes] == [0, 0, 0]


def test_a_database_of_the_future_is_left_alone(database: Database, url: str) -> None:
    """One sentence that names the remedy, and nothing touched."""
    with database.write() as conn:
        head = conn.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(MigrationError, match="newer Snowdrop"):
        migrate(url)

    with database.write() as conn:
        conn.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{head}'")


def test_every_table_has_the_user(database: Database) -> None:
    """Whose it is stands in every row (the users themselves aside)."""
    tables = [table for table in metadata.sorted_tables if table.name != "users"]

    assert all("user_id" in table.c and not table.c.user_id.nullable for table in tables)
