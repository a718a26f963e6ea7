"""A backup is the whole record, of everyone, in one SQLite file; it goes back into either engine.

So it also carries a record from SQLite to PostgreSQL. Sealed values stay sealed: keep the secret key, too.
"""

import shutil
import tempfile
from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from worker.core.sentence import Sentence, kept
from worker.errors import PermanentError
from worker.store import users
from worker.store.database import DamagedError, Database, DatabaseUrlError
from worker.store.letters import UNFINISHED, LetterState
from worker.store.migrate import MigrationError, is_current, migrate
from worker.store.tables.duties import letters
from worker.store.tables.record import metadata

PAGE = 1_000
"""Rows carried at a time."""
HELD = Sentence("It may have been sent after this backup was made, so it is not sent again by itself")


class BackupError(PermanentError):
    """The backup cannot be written there, or what is given is none, or the place to restore to is taken."""


def back_up(database: Database, file: Path) -> None:
    """Writes the record as it is at this moment; the file appears only when it is whole.

    Raises BackupError, StoreUnavailableError.
    """
    if file.exists():
        raise BackupError(f"{file} exists already; choose another name for the backup")
    if not file.parent.is_dir():
        raise BackupError(f"There is no folder {file.parent}: make it, or choose another one for the backup")
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    try:
        migrate(f"sqlite:///{part}")
    except DatabaseUrlError as error:
        raise BackupError(f"{file} cannot be written; choose another folder for the backup") from error
    target = Database(f"sqlite:///{part}")
    with database.read() as source, target.write() as conn:
        _carry_over(source, conn)
    target.close()
    part.replace(file)


def restore(file: Path, url: str) -> None:
    """Fills an empty database from a backup, also from one of an older Snowdrop.

    Letters on their way are not sent again. Raises BackupError, StoreUnavailableError, DatabaseUrlError.
    """
    migrate(url)
    database = Database(url)
    try:
        with tempfile.TemporaryDirectory(prefix="snowdrop-restore-") as folder:
            source = _opened(file, Path(folder) / "snowdrop.db")
            with source.read() as old, database.write() as conn:
                _refuse_if_taken(conn)
                _carry_over(old, conn)
                _hold_letters(conn)
            source.close()
    finally:
        database.close()


def _opened(file: Path, copy: Path) -> Database:
    """The backup, brought up to this Snowdrop's tables in a copy: the file itself stays as it is."""
    problem = f"{file} is no backup of Snowdrop; give a file that `snowdrop backup` wrote"
    try:
        shutil.copyfile(file, copy)
        migrate(f"sqlite:///{copy}")
        database = Database(f"sqlite:///{copy}")
        with database.read() as conn:
            if not is_current(conn) or not users.all_users(conn):
                raise BackupError(problem)
    except OSError as error:
        why = (error.strerror or "unknown fault").lower()
        raise BackupError(
            f"{file} cannot be copied ({why}): check its path and rights, and the room for it"
        ) from error
    except DamagedError as error:
        raise BackupError(problem) from error
    except MigrationError as error:
        raise BackupError(f"{file} was written by a newer Snowdrop; install that version first") from error
    return database


def _refuse_if_taken(conn: Connection) -> None:
    if users.all_users(conn):
        raise BackupError("There is a record already; restore into an empty SNOWDROP_DATA_DIR or database")


def _carry_over(source: Connection, target: Connection) -> None:
    """Every row of every table, what is referred to first."""
    for table in metadata.sorted_tables:
        rows = source.execute(select(table).execution_options(yield_per=PAGE))
        for page in rows.mappings().partitions():
            target.execute(insert(table), [dict(row) for row in page])
        if target.dialect.name == "postgresql" and "id" in table.c and table.c.id.autoincrement is True:
            target.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), max(id)) FROM {table.name}"  # noqa: S608  (names of our own tables)
            )


def _hold_letters(conn: Connection) -> None:
    for user in users.all_users(conn):
        held = update(letters).where(letters.c.user_id == user.id, letters.c.state.in_(UNFINISHED))
        conn.execute(held.values(state=LetterState.FAILED, lease_until=None, problem=kept(HELD)))
