"""The demo's folder holds its calendars, in the data folder, until the first calendar or address book of one's own is
read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from sqlalchemy import Connection

from tasks.duty import read_no_more
from tasks.wiring import House
from worker.store.demo import forget_demo


def demo_folder(house: House) -> Path:
    return house.data_dir / "demo"


@contextmanager
def demo_ended(house: House, user_id: int) -> Iterator[Connection]:
    """The transaction in which something real comes: the demo leaves with it, and leaves no files either."""
    with house.database.write() as conn:
        went = forget_demo(conn, user_id)
        for feed_id in went:
            read_no_more(conn, user_id, feed_id)
        yield conn
    if went:
        clear_demo_files(house)


def end_demo(house: House, user_id: int) -> None:
    """Before something real is kept that takes more than one transaction."""
    with demo_ended(house, user_id):
        """Nothing comes with it."""


def clear_demo_files(house: House) -> None:
    """Where there are any."""
    rmtree(demo_folder(house), ignore_errors=True)
