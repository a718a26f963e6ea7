"""The database is where the record lives: SQLite in one file, or PostgreSQL, behind the same two doors.

`read()` sees one unchanging picture and cannot write; `write()` is one transaction: all of it or nothing.
Writers take turns on both engines, so nothing that was read in a `write()` changes before its end.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from worker.core.sentence import Sentence
from worker.errors import PermanentError, SnowdropError, TemporaryError
from worker.store import pulse

BUSY_SECONDS = 60
"""How long a writer waits for its turn on SQLite; a transaction takes well under a second."""
SAFE_WAL_VERSION = (3, 51, 3)
"""Older SQLite can lose a commit when its log is reset under load; it gets the rollback journal."""
ENGINES = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
UNDEFINED_TABLE = "42P01"
"""SQLSTATE of PostgreSQL."""
WRITERS_TURN = 7_300
"""The number of PostgreSQL's advisory lock that makes writers take turns, as they do on SQLite."""
WRITES = "snowdrop_writes"
RESHAPES = "snowdrop_reshapes"
_ONE_PICTURE = {"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"}


class StoreUnavailableError(TemporaryError):
    """The database did not answer, or cannot take more: full disk, lost connection, a writer that hangs."""


class DatabaseUrlError(PermanentError):
    """The setting does not name a database that Snowdrop can use."""


class NotPreparedError(PermanentError):
    """The database has no tables yet, or those of another Snowdrop."""


class DamagedError(PermanentError):
    """The file is damaged, or was never a database."""


class ForeignKeysBrokenError(PermanentError):
    """A migration would leave rows that point nowhere; it was rolled back."""


class Database:
    """One pool of connections; make it after a fork, share it between threads, close it at the end."""

    def __init__(self, url: str) -> None:
        self._url = _url_in(url)
        _make_private_file(self._url)
        self._engine = _engine_for(self._url)
        self._reading = self._engine if self._is_sqlite else self._engine.execution_options(**_ONE_PICTURE)
        self._writing = self._engine.execution_options(**{WRITES: True})

    @property
    def engine(self) -> Engine:
        return self._engine

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent picture. Open no `write()` inside: on SQLite it would wait for this to end.

        Raises StoreUnavailableError.
        """
        with self._transaction(self._reading) as conn:
            yield conn

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction, alone in its turn: committed at the end, rolled back whole on any error.

        Raises StoreUnavailableError.
        """
        with self._transaction(self._writing) as conn:
            yield conn

    @contextmanager
    def reshape(self) -> Iterator[Connection]:
        """A `write()` for migrations: on SQLite a table is rebuilt without its references following along.

        Raises StoreUnavailableError; ForeignKeysBrokenError when a row would point nowhere afterwards.
        """
        with self._transaction(self._writing.execution_options(**{RESHAPES: True})) as conn:
            yield conn
            if self._is_sqlite and conn.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise ForeignKeysBrokenError("The database has rows that belong to nothing; restore a backup")

    def trouble(self) -> str:
        """Why no change reaches the disk, in one sentence; "" where a mark was really written.

        Waits BUSY_SECONDS at most.
        """
        try:
            with self.write() as conn:
                pulse.beat(conn)
        except SnowdropError as error:
            return str(error)
        return ""

    def compact(self) -> None:
        """Rewrites the record, so that nothing deleted is left in free pages, the log or dead rows.

        Waits for other transactions. Raises StoreUnavailableError, also where others did not let go in time.
        """
        try:
            if self._is_sqlite:
                self._compact_file()
                return
            with self._engine.execution_options(isolation_level="AUTOCOMMIT").connect() as conn:
                conn.exec_driver_sql("VACUUM FULL")
        except (DatabaseError, sqlite3.Error) as error:
            raise StoreUnavailableError(_sentence(str(error))) from error

    def _compact_file(self) -> None:
        raw = self._engine.raw_connection()
        try:
            cursor = raw.cursor()
            cursor.execute("PRAGMA query_only=OFF")
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.close()
        finally:
            raw.close()

    def close(self) -> None:
        self._engine.dispose()

    @property
    def _is_sqlite(self) -> bool:
        return self._engine.dialect.name == "sqlite"

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        try:
            with engine.begin() as conn:
                if engine is not self._reading and not self._is_sqlite:
                    conn.execute(select(func.pg_advisory_xact_lock(WRITERS_TURN)))
                yield conn
        except DatabaseError as error:
            told = _told(error)
            if told is None:
                raise
            raise told from error


def _url_in(text: str) -> URL:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise DatabaseUrlError(
            "SNOWDROP_DATABASE_URL is not an address of a database; write sqlite:////data/snowdrop.db or postgresql://…"
        ) from error
    engine = ENGINES.get(url.get_backend_name())
    if engine is None:
        raise DatabaseUrlError(
            f"The record stands in SQLite or PostgreSQL, not in {url.get_backend_name()}; change SNOWDROP_DATABASE_URL"
        )
    return url.set(drivername=engine)


def _engine_for(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        patience = f"-c lock_timeout={BUSY_SECONDS}s -c idle_in_transaction_session_timeout={BUSY_SECONDS}s"
        arguments = {"connect_timeout": 10, "options": f"-c timezone=utc {patience}"}
        return create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=arguments)
    except (ImportError, NoSuchModuleError) as error:
        raise DatabaseUrlError("PostgreSQL needs one more package; install snowdrop[postgres]") from error


def _make_private_file(url: URL) -> None:
    """Only the owner may read the record: the file is made before SQLite makes it for everyone.

    Raises DatabaseUrlError.
    """
    name = url.database or ""
    if url.get_backend_name() != "sqlite" or name in ("", ":memory:") or name.startswith("file:"):
        return
    try:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch(mode=0o600)
    except OSError as error:
        raise DatabaseUrlError(
            f"The database {name} cannot be written; choose another SNOWDROP_DATA_DIR"
        ) from error
    as_now = os.access in os.supports_effective_ids
    if not os.access(
        name, os.R_OK | os.W_OK, effective_ids=as_now
    ):  # to open it would drop SQLite's own locks
        raise DatabaseUrlError(
            f"The database {name} may not be read and written: give the account that runs Snowdrop the right to both"
        )


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions begin where `_begin_sqlite` says
    cursor = connection.cursor()
    journal = "WAL" if sqlite3.sqlite_version_info >= SAFE_WAL_VERSION else "DELETE"
    cursor.execute(f"PRAGMA journal_mode={journal}")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def _begin_sqlite(conn: Connection) -> None:
    """A writer takes its turn at once: a read that turns into a write later fails with BUSY under load."""
    options = conn.get_execution_options()
    writes = bool(options.get(WRITES))
    cursor = conn.connection.cursor()  # two switches of every transaction, which need no result
    cursor.execute(f"PRAGMA foreign_keys={'OFF' if options.get(RESHAPES) else 'ON'}")
    cursor.execute(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    cursor.close()
    conn.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _told(error: DatabaseError) -> SnowdropError | None:
    """What a user is told of a driver's error; None for a mistake of ours, which stays as it is."""
    words = str(error.orig)
    if "no such table" in words or getattr(error.orig, "sqlstate", None) == UNDEFINED_TABLE:
        return NotPreparedError("The database has not been prepared; run `snowdrop migrate`")
    if "not a database" in words or "malformed" in words:
        return DamagedError(
            Sentence("The database is damaged, or is none; restore a backup into another SNOWDROP_DATA_DIR")
        )
    return StoreUnavailableError(_sentence(words)) if isinstance(error, OperationalError) else None


def _sentence(words: str) -> Sentence:
    """One sentence; the driver's own words may hold an address or a password, so they stay inside."""
    if "full" in words or "No space" in words:
        return Sentence("The disk with the database is full; make room, nothing that was confirmed is lost")
    if "database is locked" in words or "lock timeout" in words:
        seconds = str(BUSY_SECONDS)
        return Sentence(
            "The database was busy for {seconds} seconds; it will be tried again", seconds=seconds
        )
    return Sentence("The database cannot be reached or written; check that it runs and its disk is healthy")
