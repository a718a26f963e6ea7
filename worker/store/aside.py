"""Aside is what was learnt from a calendar that turned out to be somebody else's: it counts no more, and may come back.

Beside step 2 (event → touch). What still stands in the calendar could be read anew; what it held once, could not.
"""

from collections.abc import Callable, Iterable

from sqlalchemy import Connection, delete, insert, select

from worker.core.touch import Evidence
from worker.store.people import Named, ensure_people
from worker.store.tables.events import aside, perhaps, touches
from worker.store.tables.people import addresses
from worker.store.upsert import chunks_of

_TOLD = tuple(column.name for column in aside.c if column.name != "id")


def put_aside(conn: Connection, user_id: int, feed_id: int, event_ids: Iterable[int]) -> frozenset[int]:
    """What these events told counts no more; gives whom it was about. What lies ahead is not kept."""
    went: set[int] = set()
    for some in chunks_of(event_ids):
        these = (touches.c.user_id == user_id, touches.c.feed_id == feed_id, touches.c.event_id.in_(some))
        past = select(*(touches.c[name] for name in _TOLD)).where(*these, ~touches.c.is_upcoming)
        went.update(conn.scalars(select(touches.c.person_id).where(*these)))
        conn.execute(insert(aside).from_select(_TOLD, past))
        conn.execute(delete(touches).where(*these))
        conn.execute(delete(perhaps).where(perhaps.c.user_id == user_id, perhaps.c.event_id.in_(some)))
    return frozenset(went)


def bring_back(
    conn: Connection, user_id: int, feed_id: int, is_forgotten: Callable[[str], bool]
) -> frozenset[int]:
    """All of it counts again, but for who was forgotten since; gives whom it is about. A title alone makes nobody."""
    of_feed = (aside.c.user_id == user_id, aside.c.feed_id == feed_id)
    listed = select(aside.c.address, aside.c.name).where(*of_feed, aside.c.evidence != Evidence.TITLE)
    seen = conn.execute(listed.distinct().order_by(aside.c.address, aside.c.name)).all()
    ensure_people(
        conn,
        user_id,
        [Named(address=address, name=name) for address, name in seen if not is_forgotten(address)],
    )
    bearer = (addresses.c.user_id == aside.c.user_id) & (addresses.c.address == aside.c.address)
    query = select(*(aside.c[name] for name in _TOLD), addresses.c.person_id)
    back = query.join_from(aside, addresses, bearer).where(*of_feed)
    came = frozenset(conn.scalars(back.with_only_columns(addresses.c.person_id).distinct()))
    conn.execute(insert(touches).from_select((*_TOLD, "person_id"), back))
    conn.execute(delete(aside).where(*of_feed))
    return came
