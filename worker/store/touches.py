"""A touch is one person met at one time; here are all of them, each with the feed, event and person it is of.

Step 2: event → touch → person. Written in bulk, per event; read in bulk, per person.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from sqlalchemy import ColumnElement, Connection, Row, delete, exists, select, update

from worker.core.touch import Evidence, Meeting, Touch
from worker.store.tables import events, people, touches
from worker.store.upsert import chunks_of, insert_plain, plain_moment_of

COLUMNS = (
    "user_id",
    "feed_id",
    "event_id",
    "person_id",
    "address",
    "name",
    "started_at",
    "ended_at",
    "all_day",
    "event_uid",
    "event_key",
    "recurrence_id",
    "source",
    "title",
    "place",
    "evidence",
    "others",
    "is_upcoming",
    "is_endless",
    "is_private",
    "is_cold",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class NewTouch:
    """A touch and the rows it belongs to."""

    touch: Touch
    event_id: int
    person_id: int


def replace_for_events(
    conn: Connection, user_id: int, feed_id: int, event_ids: Iterable[int], new: Iterable[NewTouch]
) -> frozenset[int]:
    """Whatever these events said before, they say this now; gives everyone who was or is in them."""
    touched: set[int] = set()
    for some in chunks_of(event_ids):
        of_these = (touches.c.user_id == user_id, touches.c.feed_id == feed_id, touches.c.event_id.in_(some))
        touched.update(_take_away(conn, *of_these))
    added = list(new)
    _insert(conn, user_id, feed_id, added)
    return frozenset(touched | {each.person_id for each in added})


def of_people(conn: Connection, user_id: int, person_ids: Iterable[int]) -> Mapping[int, tuple[Touch, ...]]:
    """Each one's touches, past and ahead, earliest first; `Touch.person` is the person's key."""
    found: dict[int, tuple[Touch, ...]] = {}
    for some in chunks_of(dict.fromkeys(person_ids)):
        query = select(touches, people.c.key.label("person_key")).join(people, _is_of_person())
        chosen = query.where(touches.c.user_id == user_id, touches.c.person_id.in_(some))
        rows = conn.execute(chosen.order_by(touches.c.person_id, touches.c.started_at, touches.c.id))
        for person_id, group in groupby(rows, key=lambda row: int(row.person_id)):
            found[person_id] = tuple(_touch_in(row) for row in group)
    return found


def meetings_of(
    conn: Connection, user_id: int, person_ids: Iterable[int]
) -> Mapping[int, tuple[Meeting, ...]]:
    """What ties are made of: each one's touches, past and ahead, earliest first, without their words."""
    when = (touches.c.started_at, touches.c.ended_at, touches.c.all_day)
    flags = (touches.c.recurrence_id.is_not(None), touches.c.is_upcoming, touches.c.is_cold)
    found: dict[int, tuple[Meeting, ...]] = {}
    for some in chunks_of(dict.fromkeys(person_ids)):
        query = select(touches.c.person_id, *when, *flags)
        chosen = query.where(touches.c.user_id == user_id, touches.c.person_id.in_(some))
        rows = conn.execute(chosen.order_by(touches.c.person_id, touches.c.started_at, touches.c.id))
        for person_id, group in groupby(rows, key=itemgetter(0)):
            found[person_id] = tuple(Meeting(*row[1:]) for row in group)
    return found


def delete_upcoming_of_gone(conn: Connection, user_id: int, feed_id: int) -> frozenset[int]:
    """What lay ahead in events that their feed no longer holds; gives the people who were in them.

    What is past stays: a feed that shows only a window takes nothing back.
    """
    is_gone = exists().where(
        events.c.user_id == user_id, events.c.id == touches.c.event_id, events.c.gone_at.is_not(None)
    )
    of_feed = (touches.c.user_id == user_id, touches.c.feed_id == feed_id)
    return _take_away(conn, *of_feed, touches.c.is_upcoming, is_gone)


def mark_passed(conn: Connection, user_id: int, now: datetime) -> frozenset[int]:
    """What lay ahead and has begun by now is past; gives the people who are to be learnt again."""
    passed = (touches.c.user_id == user_id, touches.c.is_upcoming, touches.c.started_at <= now)
    met = frozenset(conn.scalars(select(touches.c.person_id).where(*passed).distinct()))
    conn.execute(update(touches).where(*passed).values(is_upcoming=False))
    return met


def add_answered(conn: Connection, user_id: int, person_id: int, touch: Touch) -> None:
    """A meeting that stands in no calendar: the user said so. The same `event_key` again replaces it."""
    remove_answered(conn, user_id, touch.event_key)
    _insert(conn, user_id, None, [NewTouch(touch=touch, event_id=0, person_id=person_id)])


def remove_answered(conn: Connection, user_id: int, event_key: str) -> frozenset[int]:
    """Takes back what the user said under this `event_key`; gives the people it was about."""
    of_answer = (touches.c.user_id == user_id, touches.c.feed_id.is_(None), touches.c.event_key == event_key)
    return _take_away(conn, *of_answer)


def _take_away(conn: Connection, *chosen: ColumnElement[bool]) -> frozenset[int]:
    were = frozenset(conn.scalars(select(touches.c.person_id).where(*chosen).distinct()))
    if were:
        conn.execute(delete(touches).where(*chosen))
    return were


def _insert(conn: Connection, user_id: int, feed_id: int | None, new: Iterable[NewTouch]) -> None:
    plain = plain_moment_of(conn)
    rows = [
        (
            user_id,
            feed_id,
            each.event_id or None,
            each.person_id,
            each.touch.person,
            each.touch.name,
            plain(each.touch.started_at),
            plain(each.touch.ended_at),
            each.touch.all_day,
            each.touch.event_uid,
            each.touch.event_key,
            None if each.touch.recurrence_id is None else plain(each.touch.recurrence_id),
            each.touch.source,
            each.touch.title,
            each.touch.place,
            each.touch.evidence.value,
            each.touch.others,
            each.touch.is_upcoming,
            each.touch.is_endless,
            each.touch.is_private,
            each.touch.is_cold,
        )
        for each in new
    ]
    insert_plain(conn, touches, COLUMNS, rows)


def _is_of_person() -> ColumnElement[bool]:
    return (people.c.user_id == touches.c.user_id) & (people.c.id == touches.c.person_id)


def _touch_in(row: Row[*tuple[object, ...]]) -> Touch:
    return Touch(
        person=row.person_key,
        name=row.name,
        started_at=row.started_at,
        ended_at=row.ended_at,
        all_day=row.all_day,
        event_uid=row.event_uid,
        event_key=row.event_key,
        recurrence_id=row.recurrence_id,
        source=row.source,
        title=row.title,
        place=row.place,
        evidence=Evidence(row.evidence),
        others=row.others,
        is_upcoming=row.is_upcoming,
        is_endless=row.is_endless,
        is_private=row.is_private,
        is_cold=row.is_cold,
    )
