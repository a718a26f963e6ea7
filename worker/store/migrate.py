"""To migrate is to bring the tables of an older Snowdrop up to this one, step by step, or back.

All steps are one transaction, and one process at a time takes them: whoever comes second finds them taken.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect

from worker.errors import PermanentError
from worker.store.database import Database

if TYPE_CHECKING:  # Alembic is loaded where there is a step to take: every command asks, hardly one has to
    from alembic.config import Config

STEPS = Path(__file__).parent / "migrations"


class MigrationError(PermanentError):
    """The tables cannot be brought to the shape that this Snowdrop needs."""


def migrate(url: str, revision: str = "head") -> None:
    """Brings the tables up to `revision`; nothing is written where they stand there already.

    Raises MigrationError, StoreUnavailableError, DatabaseUrlError, ForeignKeysBrokenError.
    """
    if revision != "head":
        _move(url, revision, up=True)
        return
    database = Database(url)
    try:
        keep_current(database, url)
    finally:
        database.close()


def keep_current(database: Database, url: str) -> None:
    """`migrate` for a database that is open already: with no connection but its own where there is nothing to do."""
    with database.read() as conn:
        is_ready = is_current(conn)
    if not is_ready:
        _move(url, "head", up=True)


def migrate_back(url: str, revision: str) -> None:
    """Takes steps back down to `revision`; "base" leaves no table. Raises as `migrate`."""
    _move(url, revision, up=False)


def is_current(conn: Connection) -> bool:
    """Whether the tables are those of this Snowdrop."""
    if not inspect(conn).has_table("alembic_version"):
        return False
    return conn.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == last_step()


@cache
def last_step() -> str:
    """The revision of the newest step: steps are numbered, and their files are named after their numbers."""
    return max(file.name.partition("_")[0] for file in (STEPS / "versions").glob("[0-9]*.py"))


def _move(url: str, revision: str, *, up: bool) -> None:
    from alembic import command
    from alembic.util.exc import CommandError

    database = Database(url)
    try:
        with database.reshape() as conn:
            step = command.upgrade if up else command.downgrade
            step(_config(conn), revision)
    except CommandError as error:
        raise MigrationError(
            "The database was made by a newer Snowdrop; install that version again"
        ) from error
    finally:
        database.close()


def _config(conn: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.attributes["connection"] = conn
    return config
