"""A concordance tells which words stand where, and who was there: titles and places of all meetings, each once.

Beside step 5 of 5: so that a word, an ask or a place is looked up without reading the lives of everybody.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Select, func, select

from worker.store.tables.events import IS_TITLE, IS_UPCOMING, touches
from worker.store.tables.people import people
from worker.store.upsert import chunks_of


def titles(conn: Connection, user_id: int) -> tuple[str, ...]:
    """Every title of a meeting, past or ahead, in order; a whole text is none."""
    query = select(touches.c.title).where(touches.c.user_id == user_id, IS_TITLE)
    return tuple(conn.scalars(query.distinct().order_by(touches.c.title)))


def people_of_titles(conn: Connection, user_id: int, wanted: Iterable[str]) -> frozenset[int]:
    """Those who were or will be at a meeting with one of these titles."""
    found: set[int] = set()
    for some in chunks_of(wanted):
        found.update(conn.scalars(_whom(user_id, IS_TITLE, touches.c.title.in_(some))))
    return frozenset(found)


def latest_titles(conn: Connection, user_id: int, since: datetime, day: date) -> frozenset[tuple[int, str]]:
    """Person and title of what began since then, or lies ahead; `day` is not after the day of `since`, anywhere."""
    seen = select(people.c.id).where(people.c.user_id == user_id, people.c.last_met_on >= day)
    which = (IS_UPCOMING, touches.c.person_id.in_(seen))
    query = select(touches.c.person_id, touches.c.title)
    begun = query.where(touches.c.user_id == user_id, touches.c.started_at >= since)
    return frozenset((who, title) for each in which for who, title in conn.execute(begun.where(each)))


def meetings_by_feed(
    conn: Connection, user_id: int, person_ids: Iterable[int], feed_ids: Collection[int]
) -> Mapping[int, Mapping[int, int]]:
    """Person → feed → their past meetings that stand in it; of these feeds alone."""
    found: dict[int, dict[int, int]] = {}
    for some in chunks_of(person_ids if feed_ids else ()):
        query = select(touches.c.person_id, touches.c.feed_id, func.count()).where(
            touches.c.user_id == user_id, touches.c.person_id.in_(some), touches.c.feed_id.in_(feed_ids)
        )
        met = query.where(~touches.c.is_upcoming).group_by(touches.c.person_id, touches.c.feed_id)
        for person_id, feed_id, times in conn.execute(met):
            found.setdefault(person_id, {})[feed_id] = times
    return found


def places(conn: Connection, user_id: int) -> tuple[str, ...]:
    """Every place of a meeting, in order."""
    query = select(touches.c.place).where(touches.c.user_id == user_id, touches.c.place != "")
    return tuple(conn.scalars(query.distinct().order_by(touches.c.place)))


def people_of_places(conn: Connection, user_id: int, wanted: Iterable[str]) -> frozenset[int]:
    """Those who were met in one of these places."""
    found: set[int] = set()
    for some in chunks_of(wanted):
        found.update(conn.scalars(_whom(user_id, touches.c.place.in_(some))))
    return frozenset(found)


def places_since(conn: Connection, user_id: int, since: datetime) -> tuple[str, ...]:
    """Where each past meeting that began since then took place; left out are those that name no place."""
    met = (touches.c.place != "", ~touches.c.is_upcoming, ~touches.c.is_cold, touches.c.started_at >= since)
    query = select(func.min(touches.c.place)).where(touches.c.user_id == user_id, *met)
    return tuple(conn.scalars(query.group_by(touches.c.started_at)))


def _whom(user_id: int, *chosen: ColumnElement[bool]) -> Select[tuple[int]]:
    return select(touches.c.person_id).where(touches.c.user_id == user_id, *chosen).distinct()
