"""Farewells are events that speak of a death: who stands in them, or is named, is not congratulated.

Beside step 2 of 5.
"""

import json
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection

from worker.inbox.reading.entry import titles_in, written_title
from worker.store import events, feeds, users

_FAREWELLS = "farewells"


def farewells_of(conn: Connection, user_id: int) -> Mapping[str, date]:
    """Titles of the user's events that speak of a death → the first day on which each stands (UTC).

    Of those that were kept before their days were, no day is known: then nobody was seen alive since.
    """
    kept = json.loads(users.value_of(conn, user_id, _FAREWELLS) or "{}")
    if isinstance(kept, list):
        return dict.fromkeys(kept, date.max)
    return {title: date.fromisoformat(day) for title, day in kept.items()}


def forget_farewells(conn: Connection, user_id: int, feed_id: int) -> None:
    """The feed goes with all that it told: so do those that no other calendar has."""
    known = farewells_of(conn, user_id)
    theirs = {title for each in events.every_body(conn, user_id, feed_id) for title in titles_in(each.body)}
    others = [other for other in feeds.every_id(conn, user_id) if other != feed_id]
    gone = {
        title
        for title in theirs & known.keys()
        if not any(events.has_word(conn, user_id, other, written_title(title)) for other in others)
    }
    if gone:
        _keep(conn, user_id, {title: day for title, day in known.items() if title not in gone})


def remember_farewells(conn: Connection, user_id: int, farewells: Mapping[str, date]) -> None:
    """Keeps them beside those of other calendars; of two days of one title the first."""
    known = farewells_of(conn, user_id)
    both = {**farewells, **known}
    first = {title: min(day, farewells.get(title, day)) for title, day in sorted(both.items())}
    if first != known:
        _keep(conn, user_id, first)


def _keep(conn: Connection, user_id: int, farewells: Mapping[str, date]) -> None:
    kept = {title: day.isoformat() for title, day in farewells.items()}
    users.keep_value(conn, user_id, _FAREWELLS, json.dumps(kept))
