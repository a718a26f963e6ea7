"""A touch is one person met at one time; here are all of them, each with the feed, event and person it is of.

Step 2: event → touch → person. Written in bulk, per event; read in bulk, per person.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Row,
    Text,
    delete,
    exists,
    func,
    literal_column,
    select,
    type_coerce,
    update,
)

from worker.core.touch import Evidence, Meeting, Touch
from worker.store.tables.events import events, touches
from worker.store.tables.people import people
from worker.store.upsert import chunks_of, insert_plain, moment_in_plain, plain_moment_of

T = TypeVar("T")
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
    "zone",
)

_IS_UPCOMING: ColumnElement[bool] = literal_column("touches.is_upcoming")
"""Spelt as the partial index has it, or SQLite would look at every touch."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewTouch:
    """A touch and the rows it belongs to."""

    touch: Touch
    event_id: int
    person_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Touched:
    """Whom a change of touches concerns."""

    people: frozenset[int]
    """Everyone who was or is in them."""
    lost_past: frozenset[int]
    """Of these, who lost something past: only their whole history tells their tie."""
    as_before: frozenset[int] = frozenset()
    """Of these, whose past meetings are the same as before: another title changes no tie."""


def replace_for_events(
    conn: Connection,
    user_id: int,
    feed_id: int,
    event_ids: Iterable[int],
    new: Iterable[NewTouch],
    windows: Mapping[int, Collection[datetime]] | None = None,
) -> Touched:
    """Whatever these events said before, they say this now.

    `windows`: event → the original starts of what it lists, where that is only what lies in its feed's window. What
    of such an event is past and not listed any more stays.
    """
    lost, gained, windows = dict[int, list[Meeting]](), dict[int, list[Meeting]](), windows or {}
    of_feed = (touches.c.user_id == user_id, touches.c.feed_id == feed_id)
    whole = chunks_of(each for each in event_ids if each not in windows)
    chosen = [touches.c.event_id.in_(some) for some in whole]
    chosen += [touches.c.id.in_(some) for some in chunks_of(_said_anew(conn, of_feed, windows))]
    for these in chosen:
        for person_id, meetings in _meetings(conn, *of_feed, these).items():
            lost.setdefault(person_id, []).extend(meetings)
        conn.execute(delete(touches).where(*of_feed, these))
    added = list(new)
    _insert(conn, user_id, feed_id, added)
    for each in added:
        gained.setdefault(each.person_id, []).append(_meeting_of(each.touch))
    as_before = {who for who in lost if _weight(lost[who]) == _weight(gained.get(who, ()))}
    return Touched(
        people=frozenset(lost.keys() | gained.keys()),
        lost_past=frozenset(who for who in lost if who not in as_before and _past(lost[who])),
        as_before=frozenset(as_before),
    )


def _said_anew(
    conn: Connection,
    of_feed: Iterable[ColumnElement[bool]],
    windows: Mapping[int, Collection[datetime]],
) -> Iterator[int]:
    """The touches of these events that lie ahead, or are listed as they were."""
    columns = (touches.c.id, touches.c.event_id, touches.c.is_upcoming)
    original = func.coalesce(touches.c.recurrence_id, touches.c.started_at, type_=touches.c.started_at.type)
    for some in chunks_of(windows):
        query = select(*columns, original.label("at")).where(*of_feed, touches.c.event_id.in_(some))
        for row in conn.execute(query).all():
            if row.is_upcoming or row.at in windows[row.event_id]:
                yield row.id


def _weight(meetings: Collection[Meeting]) -> object:
    """What of them a tie can feel: the past ones, and whether any, ahead too, makes cold ones count."""
    return _past(meetings), any(not meeting.is_cold for meeting in meetings)


def _past(meetings: Iterable[Meeting]) -> Sequence[Meeting]:
    return sorted(meeting for meeting in meetings if not meeting.is_upcoming)


def _meeting_of(touch: Touch) -> Meeting:
    flags = (touch.all_day, touch.is_in_series, touch.is_upcoming, touch.is_cold)
    return Meeting(touch.started_at, touch.ended_at, *flags)


def of_people(conn: Connection, user_id: int, person_ids: Iterable[int]) -> Mapping[int, tuple[Touch, ...]]:
    """Each one's touches, past and ahead, earliest first; `Touch.person` is the person's key."""
    found: dict[int, tuple[Touch, ...]] = {}
    moment = moment_in_plain(conn)
    for some in chunks_of(dict.fromkeys(person_ids)):
        query = select(*_READ).join(people, _is_of_person())
        chosen = query.where(touches.c.user_id == user_id, touches.c.person_id.in_(some))
        rows = conn.execute(chosen.order_by(touches.c.person_id, touches.c.started_at, touches.c.id))
        for person_id, group in groupby(rows, key=itemgetter(0)):
            found[person_id] = tuple(_touch_in(row, moment) for row in group)
    return found


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
    is_warm = exists().where(_is_of_person(), ~touches.c.is_cold)
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


def meetings_of(
    conn: Connection, user_id: int, person_ids: Iterable[int]
) -> Mapping[int, tuple[Meeting, ...]]:
    """What ties are made of: each one's touches, past and ahead, earliest first, without their words."""
    found: dict[int, tuple[Meeting, ...]] = {}
    for some in chunks_of(dict.fromkeys(person_ids)):
        found |= _meetings(conn, touches.c.user_id == user_id, touches.c.person_id.in_(some))
    return found


def delete_upcoming_of_gone(conn: Connection, user_id: int, feed_id: int) -> frozenset[int]:
    """What lay ahead in events that their feed no longer holds; gives the people who were in them.

    What is past stays: a feed that shows only a window takes nothing back.
    """
    is_gone = exists().where(
        events.c.user_id == user_id, events.c.id == touches.c.event_id, events.c.gone_at.is_not(None)
    )
    of_feed = (touches.c.user_id == user_id, touches.c.feed_id == feed_id)
    return _take_away(conn, *of_feed, _IS_UPCOMING, is_gone)


def delete_upcoming_of(
    conn: Connection, user_id: int, feed_id: int, event_ids: Iterable[int]
) -> frozenset[int]:
    """What lay ahead in these events; gives the people who were in them. What is past stays."""
    went: set[int] = set()
    for some in chunks_of(event_ids):
        of_these = (touches.c.user_id == user_id, touches.c.feed_id == feed_id, touches.c.event_id.in_(some))
        went.update(_take_away(conn, *of_these, touches.c.is_upcoming))
    return frozenset(went)


def mark_passed(conn: Connection, user_id: int, now: datetime) -> Mapping[int, tuple[Meeting, ...]]:
    """What lay ahead and has begun by now is past; gives just these meetings, each person's earliest first."""
    passed = (touches.c.user_id == user_id, _IS_UPCOMING, touches.c.started_at <= now)
    met = _meetings(conn, *passed)
    if met:
        conn.execute(update(touches).where(*passed).values(is_upcoming=False))
    return {
        person_id: tuple(meeting._replace(is_upcoming=False) for meeting in meetings)
        for person_id, meetings in met.items()
    }


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


def add_answered(conn: Connection, user_id: int, person_id: int, touch: Touch) -> None:
    """A meeting that stands in no calendar: the user said so. The same `event_key` again replaces it."""
    remove_answered(conn, user_id, touch.event_key)
    _insert(conn, user_id, None, [NewTouch(touch=touch, event_id=0, person_id=person_id)])


def answered_since(conn: Connection, user_id: int, start: datetime) -> tuple[tuple[int, datetime], ...]:
    """(person, start) of the meetings that the user said took place since, the latest first."""
    query = select(touches.c.person_id, touches.c.started_at).order_by(
        touches.c.started_at.desc(), touches.c.id
    )
    said = query.where(
        touches.c.user_id == user_id, touches.c.feed_id.is_(None), touches.c.started_at >= start
    )
    return tuple((row.person_id, row.started_at) for row in conn.execute(said))


def remove_answered(conn: Connection, user_id: int, event_key: str) -> frozenset[int]:
    """Takes back what the user said under this `event_key`; gives the people it was about."""
    of_answer = (touches.c.user_id == user_id, touches.c.feed_id.is_(None), touches.c.event_key == event_key)
    return _take_away(conn, *of_answer)


def _take_away(conn: Connection, *chosen: ColumnElement[bool]) -> frozenset[int]:
    """Gives the people who were in what goes."""
    were = frozenset(conn.scalars(select(touches.c.person_id).where(*chosen)))
    if were:
        conn.execute(delete(touches).where(*chosen))
    return were


def _meetings(conn: Connection, *chosen: ColumnElement[bool]) -> dict[int, tuple[Meeting, ...]]:
    when, moment = (
        (*map(_plain, (touches.c.started_at, touches.c.ended_at)), touches.c.all_day),
        moment_in_plain(conn),
    )
    flags = (touches.c.recurrence_id.is_not(None), touches.c.is_upcoming, touches.c.is_cold)
    query = select(touches.c.person_id, *when, touches.c.id, *flags).where(*chosen)
    rows = sorted(
        conn.execute(query).all(), key=itemgetter(0, 1, 4)
    )  # in SQL, sorting would lead by the wrong index
    return {
        person_id: tuple(
            Meeting(moment(row[1]), moment(row[2]), row[3], row[5], row[6], row[7]) for row in group
        )
        for person_id, group in groupby(_taken_from(rows), key=itemgetter(0))
    }


def _taken_from(rows: list[T]) -> Iterator[T]:
    """Each row is let go once it is read: a history may have tens of thousands."""
    rows.reverse()
    while rows:
        yield rows.pop()


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
            each.touch.zone or None,
        )
        for each in new
    ]
    insert_plain(conn, touches, COLUMNS, rows)


def _is_of_person() -> ColumnElement[bool]:
    return (people.c.user_id == touches.c.user_id) & (people.c.id == touches.c.person_id)


def _plain(column: Column[datetime]) -> ColumnElement[str]:
    """As the driver gives it, for `moment_in_plain`: times are read by the hundred thousand."""
    return type_coerce(column, Text())


_READ: tuple[ColumnElement[Any], ...] = (
    touches.c.person_id,
    people.c.key,
    touches.c.name,
    *map(_plain, (touches.c.started_at, touches.c.ended_at, touches.c.recurrence_id)),
    *(
        touches.c[name]
        for name in ("all_day", "event_uid", "event_key", "source", "title", "place", "evidence")
    ),
    *(touches.c[name] for name in ("others", "is_upcoming", "is_endless", "is_private", "is_cold", "zone")),
)
_EVIDENCE = {each.value: each for each in Evidence}


def _touch_in(row: Row[*tuple[Any, ...]], moment: Callable[[Any], datetime]) -> Touch:
    _, key, name, starts, ends, instance, all_day, uid, event_key, source, title, place, evidence, *rest = row
    others, is_upcoming, is_endless, is_private, is_cold, zone = rest
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
    )
