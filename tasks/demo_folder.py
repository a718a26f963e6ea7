"""The demo's folder holds its calendars, in the data folder, until the first calendar or address book of one's own is
read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from sqlalchemy import Connection

from tasks.duty import Kind
from tasks.wiring import House
from worker.store import duties
from worker.store.demo import forget_demo


def demo_folder(house: House) -> Path:
    return house.data_dir / "demo"


@contextmanager
def demo_ended(house: House) -> Iterator[Connection]:
    """The transaction in which something real comes: the demo leaves with it, and leaves no files either."""
    user_id = house.user.id
    with house.database.write() as conn:
        went = forget_demo(conn, user_id)
        for feed_id in went:
            duties.drop(conn, user_id, Kind.POLL, feed_id)
            duties.drop(conn, user_id, Kind.LEARN, feed_id)
        yield conn
    if went:
        clear_demo_files(house)


def end_demo(house: House) -> None:
    """Before something real is kept that takes more than one transaction."""
    with demo_ended(house):
        """Nothing comes with it."""


def clear_demo_files(house: House) -> None:
    """Where there are any."""
    rmtree(demo_folder(house), ignore_errors=True)
