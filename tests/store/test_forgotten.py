"""The forgotten: hashes hold them back, and no engine keeps a byte of them."""

from collections.abc import Iterable
from pathlib import Path

from tests.store.making import event, person, touch
from worker.core.sieve import marks_of
from worker.store import events, feeds, forgotten, touches
from worker.store.database import Database
from worker.store.feeds import FeedKind
from worker.store.secrets import Vault
from worker.store.touch_rows import NewTouch

ADDRESS, NAME = "quentin.zyx@example.org", "Quentin Zyx"
TRACE = b"quentin"


def test_the_hashes_tell_nothing_without_the_key(database: Database, user_id: int, vault: Vault) -> None:
    """Another key recognises nobody."""
    with database.write() as conn:
        forgotten.remember(conn, user_id, vault, marks_of([ADDRESS], [NAME]))

        assert forgotten.sieve_of(conn, user_id, vault).has_person(ADDRESS)
        assert not forgotten.sieve_of(conn, user_id, Vault(b"other" * 8)).has_person(ADDRESS)


def test_the_forgetting_of_one_user_is_nobody_elses(database: Database, user_id: int, vault: Vault) -> None:
    """An empty sieve holds nothing back."""
    with database.write() as conn:
        forgotten.remember(conn, user_id, vault, marks_of([ADDRESS], [NAME]))

        assert not forgotten.sieve_of(conn, user_id + 1, vault)


def test_no_file_of_the_database_holds_them_once_it_is_compact(
    database: Database, user_id: int, vault: Vault
) -> None:
    """SQLite: the file and what lies beside it. PostgreSQL: every table's files (its own log runs out later)."""
    with database.write() as conn:
        quentin = person(conn, user_id, ADDRESS, NAME)
        feed_id = feeds.add(conn, user_id, vault, address="x", label="x", kind=FeedKind.FILE).id
        ids = events.save_many(conn, user_id, feed_id, [event("e")])
        met = NewTouch(touch=touch(ADDRESS, title=f"Tea with {NAME}"), event_id=ids["e"], person_id=quentin)
        touches.replace_for_events(conn, user_id, feed_id, [ids["e"]], [met])
    _flush(database)
    before = _traces(database)
    with database.write() as conn:
        forgotten.erase(conn, user_id, quentin)

    database.compact()
    _flush(database)

    assert before
    assert _traces(database) == []


def _flush(database: Database) -> None:
    if database.engine.dialect.name == "postgresql":
        with database.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as conn:
            conn.exec_driver_sql("CHECKPOINT")


def _traces(database: Database) -> list[str]:
    return [file.name for file in _files(database) if TRACE in file.read_bytes().lower()]


def _files(database: Database) -> Iterable[Path]:
    if database.engine.dialect.name == "sqlite":
        place = Path(database.engine.url.database or "")
        return place.parent.glob(place.name + "*")
    with database.read() as conn:
        base = Path(str(conn.exec_driver_sql("SHOW data_directory").scalar())) / "base"
    return [file for file in base.rglob("*") if file.is_file()]
