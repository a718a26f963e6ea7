"""What holds for all tests: whose settings they never read, where their folders lie, what is timed, and compiled once.

A user's own `config.toml` may name their database: whatever looks for one in the usual place finds none.

Folders lie in memory, where the system has such a place with room: a commit waits for the disk (`synchronous=FULL`),
and 14,000 commits beside other work on it took a minute and a half.
"""

import gc
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import hypothesis
import sqlalchemy

from worker.store import database

MEMORY = Path("/dev/shm")  # Linux; a container's usual 64 MB are too few
ROOM_BYTES = 2 * 1024**3

if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM_BYTES:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

os.environ["XDG_DATA_HOME"] = str(Path(tempfile.gettempdir()) / "snowdrop-tests-have-no-home")

hypothesis.settings.register_profile(
    "untimed", deadline=None
)  # on a busy machine 0.1 ms may take half a second
hypothesis.settings.load_profile("untimed")

_first: dict[str, sqlalchemy.Engine] = {}


def _engine(url: Any, **arguments: Any) -> sqlalchemy.Engine:
    """One that knows the statements of the first: each test has a file of its own, and to compile the same hundred
    statements for it took a fifth of all tests' time. SQLAlchemy keeps them by dialect.
    """
    engine = sqlalchemy.create_engine(url, **arguments)
    first = _first.get(engine.dialect.name)
    if (
        first is None or first.dialect.server_version_info is None
    ):  # it never connected: its dialect knows no version
        _first[engine.dialect.name] = engine
    else:
        engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache
    return engine


database.create_engine = _engine


def pytest_collection_finish() -> None:
    """What stands for the whole run, six thousand tests and all modules, is no garbage to look for again and again."""
    gc.collect()
    gc.freeze()
