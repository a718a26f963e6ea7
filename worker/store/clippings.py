"""Clippings are what the user's own feeds bring to the shelf, as rows; each feed's stand as it shows them now."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from worker.core.giving.shelf import ShelfKind, Thing
from worker.store.tables.giving import clippings


def replace_for_feed(
    conn: Connection, user_id: int, feed_id: int, things: Iterable[Thing], today: date
) -> None:
    """What the feed shows now; what it showed before keeps the day on which it came."""
    mine = (clippings.c.user_id == user_id, clippings.c.feed_id == feed_id)
    known = {row.link: row.added_on for row in conn.execute(select(clippings).where(*mine))}
    conn.execute(delete(clippings).where(*mine))
    rows = [
        {
            "user_id": user_id,
            "feed_id": feed_id,
            "text": thing.text,
            "topics": list(thing.topics),
            "link": thing.link,
            "added_on": known.get(thing.link, today),
        }
        for thing in things
    ]
    if rows:
        conn.execute(insert(clippings), rows)


def everything(conn: Connection, user_id: int) -> tuple[Thing, ...]:
    """Those of all feeds, feed by feed, in the order of each."""
    query = (
        select(clippings).where(clippings.c.user_id == user_id).order_by(clippings.c.feed_id, clippings.c.id)
    )
    return tuple(
        Thing(
            kind=ShelfKind.LINK, text=row.text, topics=tuple(row.topics), link=row.link, added_on=row.added_on
        )
        for row in conn.execute(query)
    )
