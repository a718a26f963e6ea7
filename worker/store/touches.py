"""A touch is one person met at one time; here are all of them, each with the feed, event and person it is of.

Step 2: event → touch → person. Written in bulk, per event; read in bulk, per person.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from sqlalchemy import ColumnElement, Connection, delete, exists, func, select, update

from worker.core.touch import FIRST_FEW, Evidence, Meeting, Touch, beginning
from worker.store.meetings import meetings_in
from worker.store.plain import moment_in_plain
from worker.store.tables.events import IS_UPCOMING, events, touches
from worker.store.tables.people import people
from worker.store.touch_rows import WHOLE, NewTouch, insert, touch_in
from worker.store.upsert import chunks_of


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
        for person_id, meetings in meetings_in(conn, *of_feed, these).items():
            lost.setdefault(person_id, []).extend(meetings)
        conn.execute(delete(touches).where(*of_feed, these))
    added = list(new)
    insert(conn, user_id, feed_id, added)
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
        query = select(*WHOLE).join_from(touches, people)
        chosen = query.where(touches.c.user_id == user_id, touches.c.person_id.in_(some))
        rows = conn.execute(chosen.order_by(touches.c.person_id, touches.c.started_at, touches.c.id))
        for person_id, group in groupby(rows, key=itemgetter(0)):
            found[person_id] = tuple(touch_in(row, moment) for row in group)
    return found


def delete_upcoming_of_gone(conn: Connection, user_id: int, feed_id: int) -> frozenset[int]:
    """What lay ahead in events that their feed no longer holds; gives the people who were in them.

    What is past stays: a feed that shows only a window takes nothing back.
    """
    is_gone = exists().where(
        events.c.user_id == user_id, events.c.id == touches.c.event_id, events.c.gone_at.is_not(None)
    )
    of_feed = (touches.c.user_id == user_id, touches.c.feed_id == feed_id)
    return _take_away(conn, *of_feed, IS_UPCOMING, is_gone)


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
    passed = (touches.c.user_id == user_id, IS_UPCOMING, touches.c.started_at <= now)
    met = meetings_in(conn, *passed)
    if met:
        conn.execute(update(touches).where(*passed).values(is_upcoming=False))
    return {
        person_id: tuple(meeting._replace(is_upcoming=False) for meeting in meetings)
        for person_id, meetings in met.items()
    }


def add_answered(conn: Connection, user_id: int, person_id: int, touch: Touch) -> None:
    """A meeting that stands in no calendar: the user said so. The same `event_key` again replaces it."""
    remove_answered(conn, user_id, touch.event_key)
    insert(conn, user_id, None, [NewTouch(touch=touch, event_id=0, person_id=person_id)])


def answered_last(conn: Connection, user_id: int, limit: int) -> tuple[tuple[int, datetime], ...]:
    """(person, start) of the meetings of which the user spoke last, whenever they were; the latest said first."""
    query = select(touches.c.person_id, touches.c.started_at).order_by(touches.c.id.desc()).limit(limit)
    said = query.where(touches.c.user_id == user_id, touches.c.feed_id.is_(None))
    return tuple((row.person_id, row.started_at) for row in conn.execute(said))


def answered(conn: Connection, user_id: int) -> tuple[tuple[int, str, datetime, datetime], ...]:
    """(person, `event_key`, start, end) of all meetings that the user said took place."""
    columns = (touches.c.person_id, touches.c.event_key, touches.c.started_at, touches.c.ended_at)
    said = select(*columns).where(touches.c.user_id == user_id, touches.c.feed_id.is_(None))
    return tuple(tuple(row) for row in conn.execute(said))


def first_by_source(conn: Connection, user_id: int) -> Mapping[str, datetime]:
    """Source → the start of the meeting from which on it tells; without what the user said, and a few stray entries.

    A few steps of the index for each source: grouped, it would be all touches.
    """
    found = dict[str, datetime]()
    columns = (touches.c.source, touches.c.started_at)
    query = select(*columns).distinct().order_by(*columns)
    read = query.where(touches.c.user_id == user_id, touches.c.feed_id.is_not(None)).limit(FIRST_FEW)
    last = ""
    while rows := conn.execute(read.where(touches.c.source > last)).all():
        last = rows[0].source
        found[last] = beginning([row.started_at for row in rows if row.source == last])
    return found


def move_answered(
    conn: Connection, user_id: int, event_key: str, starts_at: datetime, ends_at: datetime
) -> None:
    """What the user said under this `event_key` took place at that time."""
    of_answer = (touches.c.user_id == user_id, touches.c.feed_id.is_(None), touches.c.event_key == event_key)
    conn.execute(update(touches).where(*of_answer).values(started_at=starts_at, ended_at=ends_at))


def remove_answered(conn: Connection, user_id: int, event_key: str) -> frozenset[int]:
    """Takes back what the user said under this `event_key`; gives the people it was about."""
    of_answer = (touches.c.user_id == user_id, touches.c.feed_id.is_(None), touches.c.event_key == event_key)
    return _take_away(conn, *of_answer)


def remove_titled(conn: Connection, user_id: int, address: str) -> frozenset[int]:
    """What titles alone told of somebody under this "name:…" key; gives whom it was about."""
    is_titled = touches.c.evidence == Evidence.TITLE
    return _take_away(conn, touches.c.user_id == user_id, touches.c.address == address, is_titled)


def _take_away(conn: Connection, *chosen: ColumnElement[bool]) -> frozenset[int]:
    """Gives the people who were in what goes."""
    were = frozenset(conn.scalars(select(touches.c.person_id).where(*chosen)))
    if were:
        conn.execute(delete(touches).where(*chosen))
    return were
