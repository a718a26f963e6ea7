"""The demo is a made-up record for the first look; it leaves without a trace when the real one begins."""

from sqlalchemy import Connection, delete

from worker.store import feeds
from worker.store.feeds import FeedKind
from worker.store.tables.duties import duties, letters
from worker.store.tables.events import bookings, events, touches
from worker.store.tables.feeds import feeds as feeds_table
from worker.store.tables.giving import answers, clippings, notes, nudges
from worker.store.tables.people import addresses, cards, forgotten, people
from worker.store.tables.users import user_values

_LEARNT = (
    *(answers, nudges, notes, bookings, clippings, touches, events, addresses, people, feeds_table),
    *(cards, duties, letters, user_values, forgotten),
)
"""Whatever refers to a row comes before it."""


def forget_demo(conn: Connection, user_id: int) -> bool:
    """Takes away the demo calendars and all that was learnt from them; False where there were none.

    The demo is only ever added to an empty record, so all that stands there is the demo's. Subscription and keys stay.
    """
    if not any(feed.kind is FeedKind.DEMO for feed in feeds.all_feeds(conn, user_id)):
        return False
    for table in _LEARNT:
        conn.execute(delete(table).where(table.c.user_id == user_id))
    return True
