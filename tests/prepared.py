"""A prepared record is a data folder whose tables stand already: a copy of a file is quicker than all migrations."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from worker.store.migrate import migrate


def prepare(data_dir: Path) -> Path:
    """Puts the file there, as the first command would, and leaves a record that is there already; the folder."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not (data_dir / "snowdrop.db").exists():
        shutil.copy(migrated(), data_dir / "snowdrop.db")
    return data_dir


@cache
def migrated() -> Path:
    """The file that is copied, made once in a process."""
    folder = Path(tempfile.mkdtemp(prefix="snowdrop-prepared-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    migrate(f"sqlite:///{folder / 'snowdrop.db'}")
    return folder / "snowdrop.db"
