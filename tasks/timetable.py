"""The timetable is which duties there are by themselves: one poll per feed, and the user's daily and weekly ones."""

from sqlalchemy import Connection

from tasks.deliver import letter_hours
from tasks.duty import Kind
from tasks.tending import keep_noted_days
from tasks.tie import tie_again
from tasks.wiring import House
from worker.inbox.reading.raw import READING
from worker.store import duties, events, feeds, sheets, users
from worker.store.feeds import FeedState
from worker.store.settling import settle

_LEARNT_WITH, _READ_WITH = "learnt with", "read with"
LEARNING = 17
"""Counted up whenever other people are met in the same events, as by titles: all is learnt anew at the next start."""


def keep_duties(house: House, conn: Connection) -> None:
    """Rings for every duty that a start needs, and tries again what was given up; all else keeps its own time."""
    user_id, now = house.user.id, house.now()
    duties.unpark(conn, user_id, now)
    for feed in feeds.all_feeds(conn, user_id):
        if feed.state is FeedState.ACTIVE and duties.get(conn, user_id, Kind.POLL, feed.id) is None:
            duties.ring(conn, user_id, Kind.POLL, feed.id, now)
    _read_again_with_another_reader(house, conn)
    _learn_again_after_new_settings(house, conn)
    keep_noted_days(house, conn)
    duties.ring(conn, user_id, Kind.SUGGEST, user_id, now)
    if duties.get(conn, user_id, Kind.TIDY, user_id) is None:
        duties.ring(conn, user_id, Kind.TIDY, user_id, now)
    _keep_letter(house, conn)


def _keep_letter(house: House, conn: Connection) -> None:
    """A letter still to come takes its time anew from the settings; one that waits is tried at once.

    What it waited for may be mended since: a password in the settings, say.
    """
    user_id = house.user.id
    known = duties.get(conn, user_id, Kind.DELIVER, user_id)
    if known is not None and (known.attempts or known.due_at is None or known.due_at <= house.now()):
        duties.ring(conn, user_id, Kind.DELIVER, user_id, house.now())
        return
    duties.drop(conn, user_id, Kind.DELIVER, user_id)
    duties.ring(conn, user_id, Kind.DELIVER, user_id, letter_hours(house)[1])


def _read_again_with_another_reader(house: House, conn: Connection) -> None:
    """A newer Snowdrop may read more in calendars that have not changed since."""
    user_id = house.user.id
    if users.value_of(conn, user_id, _READ_WITH) == str(READING):
        return
    users.keep_value(conn, user_id, _READ_WITH, str(READING))
    for feed in feeds.all_feeds(conn, user_id):
        feeds.forget_marks(conn, user_id, feed.id)
        sheets.forget(conn, user_id, feed.id, sheets.marks(conn, user_id, feed.id))
        if feed.state is FeedState.ACTIVE:
            duties.ring(conn, user_id, Kind.POLL, feed.id, house.now())


def _learn_again_after_new_settings(house: House, conn: Connection) -> None:
    """Days are days in the user's zone; whose calendars these are, and what counts, may be said anew.

    A newer Snowdrop may know more people in the same events, and tell otherwise who is who.
    """
    said = (
        str(LEARNING),
        house.zone.key,
        *sorted(house.settings.me),
        *(() if house.settings.learn_private else ("-private",)),
    )
    user_id, learnt_with = house.user.id, " ".join(said)
    if users.value_of(conn, user_id, _LEARNT_WITH) == learnt_with:
        return
    users.keep_value(conn, user_id, _LEARNT_WITH, learnt_with)
    tie_again(house, conn, user_id, settle(conn, user_id, (), is_new_book=True).moved)
    for feed in feeds.all_feeds(conn, user_id):
        events.mark_unlearnt(conn, user_id, feed.id)
        duties.ring(conn, user_id, Kind.LEARN, feed.id, house.now())
