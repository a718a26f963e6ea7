"""The timetable is which duties there are by themselves: one poll per feed, and the user's daily and weekly ones."""

from sqlalchemy import Connection

from tasks.deliver import next_letter_at
from tasks.duty import Kind
from tasks.wiring import House
from worker.store import duties, feeds
from worker.store.feeds import FeedState


def keep_duties(house: House, conn: Connection) -> None:
    """Rings for every duty that a start needs; what stands already is left as it is, at its own time."""
    user_id, now = house.user.id, house.now()
    for feed in feeds.all_feeds(conn, user_id):
        if feed.state is FeedState.ACTIVE and duties.get(conn, user_id, Kind.POLL, feed.id) is None:
            duties.ring(conn, user_id, Kind.POLL, feed.id, now)
    duties.ring(conn, user_id, Kind.SUGGEST, user_id, now)
    if duties.get(conn, user_id, Kind.TIDY, user_id) is None:
        duties.ring(conn, user_id, Kind.TIDY, user_id, now)
    if duties.get(conn, user_id, Kind.DELIVER, user_id) is None:
        duties.ring(conn, user_id, Kind.DELIVER, user_id, next_letter_at(house))
