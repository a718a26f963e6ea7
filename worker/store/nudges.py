"""A nudge here is one gentle follow-up with its life so far: open, answered, let go, withdrawn.

Step 5: rhythm → nudge → calendar, letter, to-do. Subscriptions are a view of these rows: `sequence` and
`changed_at` move with what a reader can see, and with nothing else. Answers stand in `answers.py`.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, Row, delete, func, or_, select, update

from worker.core.bond import PastNudge
from worker.core.nudge import WAITING, Gift, GiftKind, Nudge, NudgeState, Proof, Published
from worker.errors import PermanentError
from worker.store import users
from worker.store.tables.giving import nudges
from worker.store.upsert import chunks_of, insert_into

SHOWN_AFTER_CLOSE = timedelta(hours=48)
"""So long a closed nudge stays in the subscription as cancelled: clients that fetch daily must see it."""
_READ_AT = "nudges read at"
_KEPT_WHEN_REOPENED = ("user_id", "id", "person_id", "created_at", "sequence")


class NoSuchNudgeError(PermanentError):
    """The user has no such nudge."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewNudge:
    """A nudge and the person it is about."""

    nudge: Nudge
    person_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredNudge:
    """A nudge with its life so far."""

    person_id: int
    published: Published
    closed_at: datetime | None
    """None while it waits."""
    shown_until: datetime | None
    """A closed one is shown as cancelled until then."""
    worded_on: date
    """The day for which its words were made: another than its own, where it was put off since."""

    @property
    def nudge(self) -> Nudge:
        return self.published.nudge

    @property
    def state(self) -> NudgeState:
        return self.published.state


def add_new(conn: Connection, user_id: int, new: Iterable[NewNudge], now: datetime) -> tuple[str, ...]:
    """Adds those whose id is not known yet (twice is once); gives the ids that were new.

    One that was withdrawn is open again, on its new day and in its new words: the meeting that ended it fell through.
    """
    rows = [_row(user_id, each, now) for each in new]
    if not rows:
        return ()
    statement = insert_into(conn, nudges)
    fresh = {name: statement.excluded[name] for name in rows[0] if name not in _KEPT_WHEN_REOPENED}
    reopened = fresh | {"sequence": nudges.c.sequence + 1, "closed_at": None, "shown_until": None}
    statement = statement.on_conflict_do_update(
        index_elements=["user_id", "id"], set_=reopened, where=nudges.c.state == NudgeState.WITHDRAWN
    )
    return tuple(sorted(conn.scalars(statement.returning(nudges.c.id), rows)))


def get(conn: Connection, user_id: int, nudge_id: str) -> StoredNudge:
    """Raises NoSuchNudgeError."""
    return stored_in(_one_row(conn, user_id, nudge_id))


def open_ones(conn: Connection, user_id: int) -> tuple[StoredNudge, ...]:
    """Those that are open now, by their day."""
    return _stored(conn, user_id, nudges.c.state == NudgeState.OPEN)


def waiting(conn: Connection, user_id: int) -> tuple[StoredNudge, ...]:
    """Open ones and those put off, by their day."""
    return _stored(conn, user_id, nudges.c.state.in_(WAITING))


def withdrawn_ahead(conn: Connection, user_id: int, today: date) -> tuple[StoredNudge, ...]:
    """Those withdrawn whose day is today or later, by their day."""
    return _stored(conn, user_id, nudges.c.state == NudgeState.WITHDRAWN, nudges.c.on >= today)


def rested_ahead(conn: Connection, user_id: int, person_id: int, today: date) -> tuple[StoredNudge, ...]:
    """Those about somebody that were answered with a rest, and whose day is today or later."""
    chosen = (nudges.c.state == NudgeState.RESTED, nudges.c.person_id == person_id, nudges.c.on >= today)
    return _stored(conn, user_id, *chosen)


def drafts(conn: Connection, user_id: int, since: datetime) -> tuple[StoredNudge, ...]:
    """Those that were made after `since`, and after the last answer: whoever answers has read the others, too.

    Open ones, and what was withdrawn meanwhile, before anybody read it.
    """
    read_at = users.value_of(conn, user_id, _READ_AT)
    unread = max(since, datetime.fromisoformat(read_at)) if read_at else since
    drafted = nudges.c.state.in_((NudgeState.OPEN, NudgeState.WITHDRAWN))
    return _stored(conn, user_id, drafted, nudges.c.created_at > unread)


def end_drafts(conn: Connection, user_id: int, now: datetime) -> None:
    """What was planned until now was read, and stays as it is."""
    users.keep_value(conn, user_id, _READ_AT, now.isoformat())


def take_back(conn: Connection, user_id: int, ids: Iterable[str]) -> None:
    """These were never there."""
    for some in chunks_of(ids):
        conn.execute(delete(nudges).where(nudges.c.user_id == user_id, nudges.c.id.in_(some)))


def all_nudges(conn: Connection, user_id: int) -> tuple[StoredNudge, ...]:
    """Every nudge there ever was, by its day."""
    return _stored(conn, user_id)


def publishable(conn: Connection, user_id: int, now: datetime) -> tuple[Published, ...]:
    """What a subscription shows: those that wait, and those closed within SHOWN_AFTER_CLOSE."""
    is_shown = or_(nudges.c.state.in_(WAITING), nudges.c.shown_until > now)
    return tuple(each.published for each in _stored(conn, user_id, is_shown))


def of_people(conn: Connection, user_id: int) -> Mapping[int, tuple[PastNudge, ...]]:
    """Each one's nudges, open ones included, oldest first; days of closing are in the user's zone."""
    zone = users.get(conn, user_id).zone
    query = select(nudges).where(nudges.c.user_id == user_id)
    rows = conn.execute(query.order_by(nudges.c.person_id, nudges.c.on, nudges.c.id))
    by_person = groupby(rows, key=lambda row: int(row.person_id))
    return {person_id: tuple(_past_in(row, zone) for row in group) for person_id, group in by_person}


def change_state(
    conn: Connection, user_id: int, nudge_id: str, state: NudgeState, now: datetime
) -> StoredNudge:
    """Moves a nudge on without the user (withdrawn, let go); the same state again changes nothing.

    Raises NoSuchNudgeError.
    """
    row = _one_row(conn, user_id, nudge_id)
    if row.state != state:
        write_change(conn, user_id, nudge_id, now, state=state, **closing(state, now))
    return get(conn, user_id, nudge_id)


def wake(conn: Connection, user_id: int, today: date) -> tuple[str, ...]:
    """Those that were put off until today or before are open again; a reader sees no change."""
    is_due = (nudges.c.user_id == user_id, nudges.c.state == NudgeState.LATER, nudges.c.on <= today)
    woken = update(nudges).where(*is_due).values(state=NudgeState.OPEN).returning(nudges.c.id)
    return tuple(sorted(conn.scalars(woken)))


def count_in_week(conn: Connection, user_id: int, monday: date, *, without: Collection[str] = ()) -> int:
    """Nudges of the seven days from `monday`, whatever became of them; one put off counts in both weeks.

    Those whose ids stand in `without` (a few) do not count.
    """
    sunday = monday + timedelta(days=6)
    is_in_week = or_(nudges.c.on.between(monday, sunday), nudges.c.first_on.between(monday, sunday))
    chosen = (nudges.c.user_id == user_id, is_in_week, nudges.c.id.not_in(tuple(without)))
    query = select(func.count()).select_from(nudges).where(*chosen)
    return conn.scalar(query) or 0


def closing(state: NudgeState, now: datetime) -> dict[str, datetime | None]:
    """The two times that go with a state."""
    if state in WAITING:
        return {"closed_at": None, "shown_until": None}
    return {"closed_at": now, "shown_until": now + SHOWN_AFTER_CLOSE}


def _one_row(conn: Connection, user_id: int, nudge_id: str) -> Row[*tuple[object, ...]]:
    """The row as it stands. Raises NoSuchNudgeError."""
    query = select(nudges).where(nudges.c.user_id == user_id, nudges.c.id == nudge_id)
    row = conn.execute(query).one_or_none()
    if row is None:
        raise NoSuchNudgeError(
            "There is no such nudge; it may be of an older record: `snowdrop nudges` lists them"
        )
    return row


def write_change(conn: Connection, user_id: int, nudge_id: str, now: datetime, **values: object) -> None:
    """Within the store: a change that a reader can see."""
    moved = {"sequence": nudges.c.sequence + 1, "changed_at": now}
    chosen = (nudges.c.user_id == user_id, nudges.c.id == nudge_id)
    conn.execute(update(nudges).where(*chosen).values(**values, **moved))


def stored_in(row: Row[*tuple[object, ...]]) -> StoredNudge:
    """Within the store: the value of a row."""
    published = Published(
        nudge=_nudge_in(row),
        state=NudgeState(row.state),
        sequence=row.sequence,
        created_at=row.created_at,
        changed_at=row.changed_at,
    )
    return StoredNudge(
        person_id=row.person_id,
        published=published,
        closed_at=row.closed_at,
        shown_until=row.shown_until,
        worded_on=row.worded_on or row.first_on,
    )


def _stored(conn: Connection, user_id: int, *chosen: ColumnElement[bool]) -> tuple[StoredNudge, ...]:
    query = select(nudges).where(nudges.c.user_id == user_id, *chosen)
    return tuple(stored_in(row) for row in conn.execute(query.order_by(nudges.c.on, nudges.c.id)))


def _nudge_in(row: Row[*tuple[object, ...]]) -> Nudge:
    return Nudge(
        id=row.id,
        person=row.person,
        name=row.name,
        on=row.on,
        headline=row.headline,
        why=row.why,
        gift=Gift(kind=GiftKind(row.gift_kind), text=row.gift_text),
        more_gifts=tuple(Gift(kind=GiftKind(kind), text=text) for kind, text in row.more_gifts),
        channel=row.channel,
        hours=row.hours or "",
        draft=row.draft,
        evidence=tuple(
            Proof(event_uid=uid, started_at=datetime.fromisoformat(start), title=title)
            for uid, start, title in row.evidence
        ),
        emails=tuple(row.emails),
        phones=tuple(row.phones),
        reason=row.reason,
    )


def _row(user_id: int, new: NewNudge, now: datetime) -> Mapping[str, object]:
    nudge = new.nudge
    return {
        "user_id": user_id,
        "id": nudge.id,
        "person_id": new.person_id,
        "state": NudgeState.OPEN,
        "sequence": 0,
        "created_at": now,
        "changed_at": now,
        "person": nudge.person,
        "first_on": nudge.on,
        **said(nudge),
    }


def said(nudge: Nudge, *, worded_on: date | None = None) -> dict[str, object]:
    """Within the store: the day of a nudge and what is said on it, by column; the words may be of another day."""
    return {
        "name": nudge.name,
        "on": nudge.on,
        "worded_on": worded_on or nudge.on,
        "headline": nudge.headline,
        "why": nudge.why,
        "gift_kind": nudge.gift.kind,
        "gift_text": nudge.gift.text,
        "more_gifts": [[gift.kind, gift.text] for gift in nudge.more_gifts],
        "channel": nudge.channel,
        "hours": nudge.hours or None,
        "draft": nudge.draft,
        "evidence": [[each.event_uid, each.started_at.isoformat(), each.title] for each in nudge.evidence],
        "emails": list(nudge.emails),
        "phones": list(nudge.phones),
        "reason": nudge.reason,
    }


def _past_in(row: Row[*tuple[object, ...]], zone: tzinfo) -> PastNudge:
    return PastNudge(
        id=row.id,
        on=row.on,
        reason=row.reason,
        gift_kind=GiftKind(row.gift_kind),
        gift_text=row.gift_text,
        channel=row.channel,
        state=NudgeState(row.state),
        closed_on=None if row.closed_at is None else row.closed_at.astimezone(zone).date(),
        more_texts=tuple(text for _, text in row.more_gifts),
    )
