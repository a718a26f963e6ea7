"""To migrate is to bring the tables of an older Snowdrop up to this one, step by step, or back.

All steps are one transaction, and one process at a time takes them: whoever comes second finds them taken.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection

from worker.errors import PermanentError
from worker.store.database import Database

STEPS = Path(__file__).parent / "migrations"


class MigrationError(PermanentError):
    """The tables cannot be brought to the shape that this Snowdrop needs."""


def migrate(url: str, revision: str = "head") -> None:
    """Brings the tables up to `revision`.

    Raises MigrationError, StoreUnavailableError, DatabaseUrlError, ForeignKeysBrokenError.
    """
    _move(url, revision, up=True)


def migrate_back(url: str, revision: str) -> None:
    """Takes steps back down to `revision`; "base" leaves no table. Raises as `migrate`."""
    _move(url, revision, up=False)


def is_current(conn: Connection) -> bool:
    """Whether the tables are those of this Snowdrop."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    return MigrationContext.configure(conn).get_current_revision() == head


def _move(url: str, revision: str, *, up: bool) -> None:
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


def _config(conn: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.attributes["connection"] = conn
    return config
