"""A touch as a row: how it is written in bulk, and how it comes back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row

from worker.core.touch import Evidence, Touch
from worker.store.plain import insert_plain, plain_column, plain_moment_of
from worker.store.tables.events import touches
from worker.store.tables.people import people

_COLUMNS = (
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
    "zone",
    "is_hushed",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class NewTouch:
    """A touch and the rows it belongs to."""

    touch: Touch
    event_id: int
    person_id: int


def insert(conn: Connection, user_id: int, feed_id: int | None, new: Iterable[NewTouch]) -> None:
    """`feed_id` is None where the user said so."""
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
            each.touch.zone or None,
            each.touch.is_hushed or None,
        )
        for each in new
    ]
    insert_plain(conn, touches, _COLUMNS, rows)


WHOLE: tuple[ColumnElement[Any], ...] = (
    touches.c.person_id,
    people.c.key,
    touches.c.name,
    *map(plain_column, (touches.c.started_at, touches.c.ended_at, touches.c.recurrence_id)),
    *(
        touches.c[name]
        for name in ("all_day", "event_uid", "event_key", "source", "title", "place", "evidence")
    ),
    *(
        touches.c[name]
        for name in ("others", "is_upcoming", "is_endless", "is_private", "is_cold", "zone", "is_hushed")
    ),
)
"""What `touch_in` reads: a row of this begins with the person's number."""
_EVIDENCE = {each.value: each for each in Evidence}


def touch_in(row: Row[*tuple[Any, ...]], moment: Callable[[Any], datetime]) -> Touch:
    """`moment` is `moment_in_plain(conn)`."""
    _, key, name, starts, ends, instance, all_day, uid, event_key, source, title, place, evidence, *rest = row
    others, is_upcoming, is_endless, is_private, is_cold, zone, is_hushed = rest
    return Touch(
        person=key,
        name=name,
        started_at=moment(starts),
        ended_at=moment(ends),
        all_day=all_day,
        event_uid=uid,
        event_key=event_key,
        recurrence_id=None if instance is None else moment(instance),
        source=source,
        title=title,
        place=place,
        evidence=_EVIDENCE[evidence],
        others=others,
        is_upcoming=is_upcoming,
        is_endless=is_endless,
        is_private=is_private,
        is_cold=is_cold,
        zone=zone or "",
        is_hushed=bool(is_hushed),
    )
