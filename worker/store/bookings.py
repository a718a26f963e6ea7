"""A booking is a stretch of the user's own time that calendars take, or a journey or an open event that they tell of.

Step 2 (event → …), beside the touches: whether anybody else is there does not matter. Read by `suggest`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select

from worker.store.plain import insert_plain, plain_moment_of
from worker.store.tables.events import bookings
from worker.store.upsert import chunks_of

_COLUMNS = ("user_id", "feed_id", "event_id", "started_at", "ended_at", "place", "title")


@dataclass(frozen=True, kw_only=True, slots=True)
class Booking:
    """One stretch of time; aware UTC, the end exclusive."""

    event_id: int
    started_at: datetime
    ended_at: datetime
    place: str = ""
    """Where a journey leads; "" for time that is simply taken."""
    title: str = ""
    """What an open event is called; "" for everything else."""


def replace_for_events(
    conn: Connection, user_id: int, feed_id: int, event_ids: Iterable[int], new: Iterable[Booking]
) -> None:
    """Whatever these events took of the user's time before, they take this now."""
    for some in chunks_of(event_ids):
        conn.execute(delete(bookings).where(bookings.c.user_id == user_id, bookings.c.event_id.in_(some)))
    plain = plain_moment_of(conn)
    rows = [
        (
            user_id,
            feed_id,
            each.event_id,
            plain(each.started_at),
            plain(each.ended_at),
            each.place,
            each.title,
        )
        for each in new
    ]
    insert_plain(conn, bookings, _COLUMNS, rows)


def between(conn: Connection, user_id: int, since: datetime, until: datetime) -> tuple[Booking, ...]:
    """Those that start from `since` to before `until`, the earliest first."""
    query = select(bookings).where(
        bookings.c.user_id == user_id, bookings.c.started_at >= since, bookings.c.started_at < until
    )
    rows = conn.execute(query.order_by(bookings.c.started_at, bookings.c.id))
    return tuple(
        Booking(
            event_id=row.event_id,
            started_at=row.started_at,
            ended_at=row.ended_at,
            place=row.place,
            title=row.title,
        )
        for row in rows
    )


def forget_before(conn: Connection, user_id: int, moment: datetime) -> None:
    """What ended so long ago says nothing any more."""
    conn.execute(delete(bookings).where(bookings.c.user_id == user_id, bookings.c.ended_at < moment))
