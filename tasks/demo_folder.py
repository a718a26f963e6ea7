"""The demo's folder holds its calendars, in the data folder, until the first real calendar or address book comes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from sqlalchemy import Connection

from tasks.wiring import House
from worker.store.demo import forget_demo


def demo_folder(house: House) -> Path:
    return house.data_dir / "demo"


@contextmanager
def demo_ended(house: House) -> Iterator[Connection]:
    """The transaction in which something real comes: the demo leaves with it, and leaves no files either."""
    with house.database.write() as conn:
        was_demo = forget_demo(conn, house.user.id)
        yield conn
    if was_demo:
        clear_demo_files(house)


def clear_demo_files(house: House) -> None:
    """Where there are any."""
    rmtree(demo_folder(house), ignore_errors=True)
