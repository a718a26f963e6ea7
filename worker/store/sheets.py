"""A sheet is one file of a folder, or one object of a CalDAV collection: here is the mark of each as last read.

Step 1: feed → sheet → event. What still carries its mark is not read again. A feed of one body has none of these.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from worker.core.sentence import kept, sentence_in
from worker.store.tables.feeds import sheets
from worker.store.upsert import chunks_of, insert_or_update


class Loss(NamedTuple):
    """What could not be read of a sheet."""

    number: int
    """Places; at least one."""
    first: str
    """The sentence that tells of the first."""


_NOTHING_LOST: Mapping[str, Loss] = MappingProxyType({})


def marks(conn: Connection, user_id: int, feed_id: int) -> Mapping[str, str]:
    """Sheet name → mark, of all sheets that stood in the feed at the last reading."""
    query = select(sheets.c.name, sheets.c.mark)
    rows = conn.execute(query.where(sheets.c.user_id == user_id, sheets.c.feed_id == feed_id))
    return {name: mark for name, mark in rows}  # noqa: C416  # rows are no pairs to a type checker


def keep(
    conn: Connection,
    user_id: int,
    feed_id: int,
    new: Mapping[str, str],
    losses: Mapping[str, Loss] = _NOTHING_LOST,
) -> None:
    """These sheets were read, and carried these marks; of some not all could be read."""
    rows = [
        {
            "user_id": user_id,
            "feed_id": feed_id,
            "name": name,
            "mark": mark,
            "losses": losses[name].number if name in losses else 0,
            "loss": kept(losses[name].first) if name in losses else None,
        }
        for name, mark in sorted(new.items())
    ]
    insert_or_update(conn, sheets, rows, ["user_id", "feed_id", "name"])


def losses(conn: Connection, user_id: int, feed_id: int, names: Collection[str]) -> Sequence[Loss]:
    """What could not be read of those of these sheets of which something could not, by their names."""
    query = select(sheets.c.name, sheets.c.losses, sheets.c.loss).order_by(sheets.c.name)
    rows = conn.execute(
        query.where(sheets.c.user_id == user_id, sheets.c.feed_id == feed_id, sheets.c.losses > 0)
    )
    return [Loss(number, sentence_in(first)) for name, number, first in rows if name in names]


def forget(conn: Connection, user_id: int, feed_id: int, names: Iterable[str]) -> None:
    """These stand in the feed no longer."""
    for some in chunks_of(names):
        of_feed = (sheets.c.user_id == user_id, sheets.c.feed_id == feed_id)
        conn.execute(delete(sheets).where(*of_feed, sheets.c.name.in_(some)))
