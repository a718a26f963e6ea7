"""A meeting is a touch without its words: when somebody was met, how often, and by whom.

Between step 3 and step 4: touches → tie. Read in bulk, per person.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, exists, func, select

from worker.core.touch import Meeting
from worker.store.plain import moment_in_plain, plain_column
from worker.store.tables.events import touches
from worker.store.tables.people import people
from worker.store.upsert import chunks_of

T = TypeVar("T")


def of_people(conn: Connection, user_id: int, person_ids: Iterable[int]) -> Mapping[int, tuple[Meeting, ...]]:
    """What ties are made of: each one's touches, past and ahead, earliest first, without their words."""
    found: dict[int, tuple[Meeting, ...]] = {}
    for some in chunks_of(dict.fromkeys(person_ids)):
        found |= meetings_in(conn, touches.c.user_id == user_id, touches.c.person_id.in_(some))
    return found


def meetings_in(conn: Connection, *chosen: ColumnElement[bool]) -> Mapping[int, tuple[Meeting, ...]]:
    """Person → their meetings among the chosen touches, earliest first."""
    moment = moment_in_plain(conn)
    when = map(plain_column, (touches.c.started_at, touches.c.ended_at))
    flags = (touches.c.recurrence_id.is_not(None), touches.c.is_upcoming, touches.c.is_cold)
    query = select(touches.c.person_id, *when, touches.c.id, touches.c.all_day, *flags).where(*chosen)
    rows = sorted(conn.execute(query).all(), key=itemgetter(0, 1, 3))  # SQL would go by the wrong index
    return {
        person_id: tuple(Meeting(moment(row[1]), moment(row[2]), *row[4:]) for row in group)
        for person_id, group in groupby(_taken_from(rows), key=itemgetter(0))
    }


def counts_of(conn: Connection, user_id: int, person_ids: Iterable[int]) -> Mapping[int, int]:
    """How many touches each of these people has; nobody without any is in it."""
    found: dict[int, int] = {}
    for some in chunks_of(dict.fromkeys(person_ids)):
        query = select(touches.c.person_id, func.count()).group_by(touches.c.person_id)
        rows = conn.execute(query.where(touches.c.user_id == user_id, touches.c.person_id.in_(some)))
        found.update((person_id, count) for person_id, count in rows)
    return found


def met_among(conn: Connection, user_id: int, person_ids: Iterable[int]) -> frozenset[int]:
    """Those of these people who were met, or will be: with at least one touch that is not cold."""
    is_warm = exists().where(
        touches.c.user_id == people.c.user_id, touches.c.person_id == people.c.id, ~touches.c.is_cold
    )
    found: set[int] = set()
    for some in chunks_of(dict.fromkeys(person_ids)):
        query = select(people.c.id).where(people.c.user_id == user_id, people.c.id.in_(some), is_warm)
        found.update(conn.scalars(query))
    return frozenset(found)


def only_cold(conn: Connection, user_id: int) -> frozenset[int]:
    """Those who are known by invitations alone that were never answered."""
    query = select(touches.c.person_id).where(touches.c.user_id == user_id, touches.c.is_cold).distinct()
    cold = frozenset(conn.scalars(query))
    return cold - met_among(conn, user_id, cold)


def side_by_side(
    conn: Connection, user_id: int, pairs: Iterable[tuple[int, int]]
) -> frozenset[tuple[int, int]]:
    """Those of these pairs of people who stood in one meeting."""
    wanted = list(pairs)
    seen: dict[int, set[tuple[int, datetime]]] = {}
    for some in chunks_of(sorted({who for pair in wanted for who in pair})):
        query = select(touches.c.person_id, touches.c.event_id, touches.c.started_at)
        chosen = query.where(touches.c.user_id == user_id, touches.c.person_id.in_(some))
        for person_id, event_id, started_at in conn.execute(chosen.where(touches.c.event_id.is_not(None))):
            seen.setdefault(person_id, set()).add((event_id, started_at))
    return frozenset((one, other) for one, other in wanted if seen.get(one, set()) & seen.get(other, set()))


def last_seen_in(conn: Connection, user_id: int, feed_ids: Collection[int]) -> Mapping[int, int]:
    """Person → the one of these feeds in which they were last seen; left out is who was seen as late elsewhere."""
    latest = func.max(touches.c.started_at)
    query = select(touches.c.person_id, touches.c.feed_id, latest.label("at"))
    past = query.where(touches.c.user_id == user_id, touches.c.is_upcoming.is_(False))
    best: dict[int, tuple[datetime, bool, int]] = {}
    for row in conn.execute(past.group_by(touches.c.person_id, touches.c.feed_id)):
        seen = (row.at, row.feed_id not in feed_ids, row.feed_id or 0)
        best[row.person_id] = max(seen, best.get(row.person_id, seen))
    return {person_id: feed_id for person_id, (_, is_elsewhere, feed_id) in best.items() if not is_elsewhere}


def _taken_from(rows: list[T]) -> Iterator[T]:
    """Each row is let go once it is read: a history may have tens of thousands."""
    rows.reverse()
    while rows:
        yield rows.pop()
