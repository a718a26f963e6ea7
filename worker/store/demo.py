"""The demo is a made-up record for the first look; it leaves without a trace when the real one begins."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, Table, delete, false

from worker.store import feeds, users
from worker.store.tables.duties import letters
from worker.store.tables.events import aside, bookings, events, perhaps, touches
from worker.store.tables.feeds import feeds as feeds_table
from worker.store.tables.giving import answers, clippings, notes, nudges
from worker.store.tables.people import addresses, cards, forgotten, people
from worker.store.tables.users import user_values

_LEARNT = (
    *(answers, nudges, notes, bookings, perhaps, clippings, touches, aside, events, addresses, people),
    *(feeds_table, cards, letters, user_values, forgotten),
)
"""Whatever refers to a row comes before it."""


def forget_demo(conn: Connection, user_id: int) -> tuple[int, ...]:
    """Takes away the demo calendars and all that was learnt from them; the numbers of those calendars.

    The demo is only ever added to an empty record, and leaves before anything real is kept: all that stands there is
    the demo's, but for calendars of the user's own that wait to be read, what is for the shelf, and what the user said.
    Subscription, keys and duties stay.
    """
    known = feeds.all_feeds(conn, user_id)
    demo = tuple(feed.id for feed in known if feed.is_demo)
    if demo:
        own = [feed.id for feed in known if not feed.is_demo]
        for table in _LEARNT:
            conn.execute(delete(table).where(table.c.user_id == user_id, ~_is_kept(table, own)))
    return demo


def _is_kept(table: Table, feed_ids: Collection[int]) -> ColumnElement[bool]:
    if table is user_values:
        return table.c.key.in_((users.AWAY, users.LETTERS))
    if table is feeds_table:
        return table.c.id.in_(feed_ids)
    return table.c.feed_id.in_(feed_ids) if table is clippings else false()
