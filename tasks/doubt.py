"""A doubt is that of a feed which is suddenly empty, or has lost half or more: nothing is forgotten for a day.

Beside step 1 of 5.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from worker.store import users

LASTS = timedelta(hours=24)
"""What still stands after a day is believed."""


def since(conn: Connection, user_id: int, feed_id: int) -> datetime | None:
    """When the doubt began; None without one."""
    kept = users.value_of(conn, user_id, _key(feed_id))
    return None if kept is None else datetime.fromisoformat(kept)


def is_over(begun_at: datetime | None, now: datetime) -> bool:
    """Whether there was a doubt, and it has lasted long enough."""
    return begun_at is not None and now - begun_at >= LASTS


def note(conn: Connection, user_id: int, feed_id: int, begun_at: datetime | None) -> None:
    """Keeps the doubt; None ends it."""
    if begun_at is not None or since(conn, user_id, feed_id) is not None:
        users.keep_value(conn, user_id, _key(feed_id), begun_at.isoformat() if begun_at else None)


def _key(feed_id: int) -> str:
    return f"doubted:{feed_id}"
