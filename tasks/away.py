"""Away is when nothing could be seen: days that the user named, and calendars that are cut off.

Beside step 4 of 5. What the user named counts for everyone, in silences and gaps. A calendar that is paused, or
unreadable for more than a day, says nothing about those last seen in it: their silence waits, while it lasts.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import Connection

from tasks.wiring import House
from worker.core.away import Away, cut_off
from worker.store import feeds, meetings, users
from worker.store.feeds import Feed, FeedState


def away_of(conn: Connection, user_id: int) -> Away:
    """The stretches that the user named, oldest first, both days inclusive."""
    kept = json.loads(users.value_of(conn, user_id, users.AWAY) or "[]")
    return tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in kept)


def keep_away(conn: Connection, user_id: int, stretches: Iterable[tuple[date, date]]) -> Away:
    """Exactly these are named from now on; gives them as they are kept."""
    kept = tuple(sorted(set(stretches)))
    text = json.dumps([[first.isoformat(), last.isoformat()] for first, last in kept])
    users.keep_value(conn, user_id, users.AWAY, text if kept else None)
    return kept


def cut_off_feeds(house: House, conn: Connection, user_id: int) -> Mapping[Feed, Away]:
    """The calendars that cannot be looked into now, and the days that they leave unseen."""
    known = ((feed, _last_good(feed)) for feed in feeds.all_feeds(conn, user_id))
    gaps = ((feed, cut_off(since, house.now(), house.zone)) for feed, since in known if since)
    return {feed: gap for feed, gap in gaps if gap}


def _last_good(feed: Feed) -> datetime | None:
    """Until when a cut-off calendar told all; None for one that still does, or never did."""
    return feed.read_at if feed.state is FeedState.PAUSED else feed.unreadable_since


def unseen_of(house: House, conn: Connection, user_id: int) -> Mapping[int, Away]:
    """Person → the days that count as no silence, since their calendar is cut off."""
    gaps = {feed.id: gap for feed, gap in cut_off_feeds(house, conn, user_id).items()}
    if not gaps:
        return {}
    return {person: gaps[feed] for person, feed in meetings.last_seen_in(conn, user_id, gaps.keys()).items()}
