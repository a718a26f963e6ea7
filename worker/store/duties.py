"""A duty is work that is due at a time: read this feed, learn these people, send this letter.

The record of what is to be done (the message that rings for it is only a bell):
    ring ─▶ due ─▶ claim ─▶ finish (due again later, or not) │ fail (due again after a pause, or parked)
A claim holds a lease and a fencing number: who wakes up after the lease cannot finish another's attempt.
"""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Update,
    bindparam,
    case,
    delete,
    func,
    or_,
    select,
    update,
)

from worker.errors import TemporaryError
from worker.store.columns import Moment
from worker.store.tables.duties import duties
from worker.store.upsert import Insert, insert_of

KILLS_ALLOWED = 3
"""So many attempts may vanish without a word (killed, out of memory); then the duty is parked."""
LONGEST_WAIT = timedelta(days=10)
"""No duty is due later, and no lease lasts so long: such a time was written while the machine's clock was wrong."""
KILLED = "It ended without a word three times; look at the log, then start Snowdrop again"


class Fenced(TemporaryError):  # noqa: N818  (architecture.md, rule 3: it was fenced off; nothing is wrong)
    """Somebody else holds the attempt by now: what was done is to be rolled back."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bell:
    """All that a message carries."""

    kind: str
    duty_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """One attempt at a duty, held until the lease ends."""

    duty_id: int
    user_id: int
    kind: str
    subject_id: int
    fence: int
    rings: int
    attempts: int
    """Since the last success, this one included."""
    lease_until: datetime
    last_done_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Duty:
    """A duty as it stands."""

    id: int
    user_id: int
    kind: str
    subject_id: int
    due_at: datetime | None
    """None while nothing is to be done."""
    attempts: int
    kills: int
    lease_until: datetime | None
    problem: str | None
    parked_at: datetime | None
    last_done_at: datetime | None


_NOW = bindparam("now", type_=Moment())
_ABSURD = bindparam("absurd", type_=Moment())
_IS_FREE = (
    or_(duties.c.due_at <= _NOW, duties.c.due_at > _ABSURD),
    duties.c.parked_at.is_(None),
    or_(duties.c.lease_until.is_(None), duties.c.lease_until <= _NOW, duties.c.lease_until > _ABSURD),
)
_DUE = (
    select(duties.c.kind, duties.c.id)
    .where(*_IS_FREE)
    .order_by(duties.c.due_at, duties.c.id)
    .limit(bindparam("most"))
)
_LONGEST_DUE = select(func.min(duties.c.due_at)).where(*_IS_FREE)
_KILLS = duties.c.kills + case((duties.c.lease_until.is_not(None), 1), else_=0)
_FREE = update(duties).where(duties.c.id == bindparam("duty"), *_IS_FREE)
_FENCED = {"kills": _KILLS, "fence": duties.c.fence + 1}
_PARK = _FREE.where(_KILLS >= KILLS_ALLOWED).values(
    **_FENCED, lease_until=None, parked_at=_NOW, problem=KILLED
)
_LEASE = bindparam("lease", type_=Moment())
_TAKE = _FREE.values(**_FENCED, attempts=duties.c.attempts + 1, lease_until=_LEASE).returning(*duties.c)
_OURS = update(duties).where(
    duties.c.id == bindparam("duty"),
    duties.c.user_id == bindparam("user"),
    duties.c.fence == bindparam("held"),
    duties.c.lease_until.is_not(None),
    duties.c.parked_at.is_(None),
)
_PROLONG = _OURS.values(lease_until=_LEASE)
_FREED: dict[str, object] = {"lease_until": None, "kills": 0}
_NEXT = case((duties.c.rings != bindparam("heard"), duties.c.due_at), else_=bindparam("next", type_=Moment()))
_FINISH = _OURS.values(**_FREED, due_at=_NEXT, attempts=0, problem=None, last_done_at=_NOW)
"""Put together once, as what every duty asks: that takes longer than to carry them out."""


def ring(conn: Connection, user_id: int, kind: str, subject_id: int, due_at: datetime) -> None:
    """Makes the duty due at that time, or leaves it due before; what is parked stays parked."""
    duty = {"user_id": user_id, "kind": kind, "subject_id": subject_id}
    conn.execute(_ring(conn.dialect.name), {**duty, "due_at": due_at, "rings": 1})


def due(conn: Connection, now: datetime, limit: int) -> tuple[Bell, ...]:
    """What nobody holds and is due, of all users, the longest waiting first."""
    found = conn.execute(_DUE, {**_at(now), "most": limit})
    return tuple(Bell(kind=kind, duty_id=id_) for kind, id_ in found)


def is_any_due(conn: Connection, user_id: int, now: datetime) -> bool:
    """Whether something of the user's is about to be done, or is being done."""
    waits = (duties.c.user_id == user_id, duties.c.due_at <= now, duties.c.parked_at.is_(None))
    return conn.scalar(select(duties.c.id).where(*waits).limit(1)) is not None


def claim(conn: Connection, duty_id: int, now: datetime, lease_seconds: float) -> Claim | None:
    """Takes the duty for that long; None when it is not due, held by another, parked or gone.

    A lease that ran out was a kill; after KILLS_ALLOWED the duty is parked instead. Commit before working.
    """
    this = {**_at(now), "duty": duty_id}
    if conn.execute(_PARK, this).rowcount:
        return None
    row = conn.execute(_TAKE, {**this, "lease": now + timedelta(seconds=lease_seconds)}).one_or_none()
    return None if row is None else _claim_in(row)


def finish(conn: Connection, claim: Claim, now: datetime, next_due_at: datetime | None) -> None:
    """Done: due again at `next_due_at` (None: not before the next ring), or at once if rung since the claim.

    Call it last in the transaction that did the work. Raises Fenced.
    """
    _settle(conn, claim, _FINISH, heard=claim.rings, next=next_due_at, now=now)


def fail(conn: Connection, claim: Claim, now: datetime, problem: str, retry_at: datetime | None) -> None:
    """Not done, for the reason in that sentence: due again at `retry_at`; None parks it. Raises Fenced."""
    if retry_at is None:
        _settle(conn, claim, _OURS.values(**_FREED, problem=problem, parked_at=now))
    else:
        _settle(conn, claim, _OURS.values(**_FREED, problem=problem, due_at=retry_at))


def prolong(conn: Connection, claim: Claim, now: datetime, lease_seconds: float) -> None:
    """A sign of life from long work: the lease runs anew from now. Raises Fenced."""
    _settle(conn, claim, _PROLONG, lease=now + timedelta(seconds=lease_seconds))


def parked(conn: Connection, user_id: int) -> tuple[Duty, ...]:
    """What is not tried any more before the next start, latest first."""
    query = select(duties).where(duties.c.user_id == user_id, duties.c.parked_at.is_not(None))
    return tuple(
        _duty_in(row) for row in conn.execute(query.order_by(duties.c.parked_at.desc(), duties.c.id))
    )


def unpark(conn: Connection, user_id: int, now: datetime) -> None:
    """Tries all that is parked again from now, as if for the first time: it may have been mended since."""
    fresh = {"parked_at": None, "kills": 0, "attempts": 0, "problem": None, "due_at": now}
    is_parked = (duties.c.user_id == user_id, duties.c.parked_at.is_not(None))
    conn.execute(update(duties).where(*is_parked).values(**fresh))


def get(conn: Connection, user_id: int, kind: str, subject_id: int) -> Duty | None:
    """The duty as it stands; None when it was never rung."""
    row = conn.execute(select(duties).where(*_this(user_id, kind, subject_id))).one_or_none()
    return None if row is None else _duty_in(row)


def drop(conn: Connection, user_id: int, kind: str, subject_id: int) -> None:
    """Its subject is no more; whoever holds it is fenced off."""
    conn.execute(delete(duties).where(*_this(user_id, kind, subject_id)))


def longest_due_at(conn: Connection, now: datetime) -> datetime | None:
    """Since when the longest waiting duty is due, of all users; None when nothing waits."""
    waiting: datetime | None = conn.scalar(_LONGEST_DUE, _at(now))
    return waiting


def retry_at(attempts: int, now: datetime, base_seconds: float, cap_seconds: float) -> datetime:
    """Each failure doubles the pause: base, 2·base, 4·base … up to the cap. `attempts` counts from 1."""
    doublings = min(max(attempts, 1) - 1, 30)
    return now + timedelta(seconds=min(cap_seconds, base_seconds * 2**doublings))


def _settle(conn: Connection, claim: Claim, change: Update, **given: object) -> None:
    """Changes the attempt, if it is still ours. Raises Fenced."""
    ours = {"duty": claim.duty_id, "user": claim.user_id, "held": claim.fence}
    if conn.execute(change, {**ours, **given}).rowcount == 0:
        raise Fenced(f"Another process took over the {claim.kind} meanwhile; its result counts")


@cache
def _ring(dialect: str) -> Insert:
    statement = insert_of(dialect, duties)
    sooner = case(
        (duties.c.due_at <= statement.excluded.due_at, duties.c.due_at), else_=statement.excluded.due_at
    )
    rung = {"due_at": sooner, "rings": duties.c.rings + 1}
    return statement.on_conflict_do_update(index_elements=["user_id", "kind", "subject_id"], set_=rung)


def _at(now: datetime) -> dict[str, object]:
    """What _IS_FREE asks for."""
    return {"now": now, "absurd": now + LONGEST_WAIT}


def _this(user_id: int, kind: str, subject_id: int) -> tuple[ColumnElement[bool], ...]:
    return (duties.c.user_id == user_id, duties.c.kind == kind, duties.c.subject_id == subject_id)


def _claim_in(row: Row[*tuple[object, ...]]) -> Claim:
    return Claim(
        duty_id=row.id, **{f.name: getattr(row, f.name) for f in fields(Claim) if f.name != "duty_id"}
    )


def _duty_in(row: Row[*tuple[object, ...]]) -> Duty:
    return Duty(**{field.name: getattr(row, field.name) for field in fields(Duty)})
