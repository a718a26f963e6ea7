"""A duty is work that is due at a time: read this feed, learn these people, send this letter.

The record of what is to be done (the message that rings for it is only a bell):
    ring ─▶ due ─▶ claim ─▶ finish (due again later, or not) │ fail (due again after a pause, or parked)
A claim holds a lease and a fencing number: who wakes up after the lease cannot finish another's attempt.
"""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Update,
    case,
    delete,
    func,
    literal,
    or_,
    select,
    update,
)

from worker.errors import TemporaryError
from worker.store.columns import Moment
from worker.store.tables.duties import duties
from worker.store.upsert import insert_into

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


def ring(conn: Connection, user_id: int, kind: str, subject_id: int, due_at: datetime) -> None:
    """Makes the duty due at that time, or leaves it due before; what is parked stays parked."""
    statement = insert_into(conn, duties).values(
        user_id=user_id, kind=kind, subject_id=subject_id, due_at=due_at, rings=1
    )
    sooner = case(
        (duties.c.due_at <= statement.excluded.due_at, duties.c.due_at), else_=statement.excluded.due_at
    )
    rung = {"due_at": sooner, "rings": duties.c.rings + 1}
    conn.execute(statement.on_conflict_do_update(index_elements=["user_id", "kind", "subject_id"], set_=rung))


def due(conn: Connection, now: datetime, limit: int) -> tuple[Bell, ...]:
    """What nobody holds and is due, of all users, the longest waiting first."""
    query = select(duties.c.kind, duties.c.id).where(*_is_free(now)).order_by(duties.c.due_at, duties.c.id)
    return tuple(Bell(kind=kind, duty_id=id_) for kind, id_ in conn.execute(query.limit(limit)))


def is_any_due(conn: Connection, user_id: int, now: datetime) -> bool:
    """Whether something of the user's is about to be done, or is being done."""
    waits = (duties.c.user_id == user_id, duties.c.due_at <= now, duties.c.parked_at.is_(None))
    return conn.scalar(select(duties.c.id).where(*waits).limit(1)) is not None


def claim(conn: Connection, duty_id: int, now: datetime, lease_seconds: float) -> Claim | None:
    """Takes the duty for that long; None when it is not due, held by another, parked or gone.

    A lease that ran out was a kill; after KILLS_ALLOWED the duty is parked instead. Commit before working.
    """
    kills = duties.c.kills + case((duties.c.lease_until.is_not(None), 1), else_=0)
    is_free = (duties.c.id == duty_id, *_is_free(now))
    park = {
        "kills": kills,
        "lease_until": None,
        "parked_at": now,
        "problem": KILLED,
        "fence": duties.c.fence + 1,
    }
    if conn.execute(update(duties).where(*is_free, kills >= KILLS_ALLOWED).values(**park)).rowcount:
        return None
    taken = {"fence": duties.c.fence + 1, "attempts": duties.c.attempts + 1, "kills": kills}
    lease = now + timedelta(seconds=lease_seconds)
    row = conn.execute(
        update(duties).where(*is_free).values(**taken, lease_until=lease).returning(*duties.c)
    ).one_or_none()
    return None if row is None else _claim_in(row)


def finish(conn: Connection, claim: Claim, now: datetime, next_due_at: datetime | None) -> None:
    """Done: due again at `next_due_at` (None: not before the next ring), or at once if rung since the claim.

    Call it last in the transaction that did the work. Raises Fenced.
    """
    is_rung = duties.c.rings != claim.rings
    _settle(
        conn,
        claim,
        due_at=case((is_rung, duties.c.due_at), else_=literal(next_due_at, Moment())),
        attempts=0,
        problem=None,
        last_done_at=now,
    )


def fail(conn: Connection, claim: Claim, now: datetime, problem: str, retry_at: datetime | None) -> None:
    """Not done, for the reason in that sentence: due again at `retry_at`; None parks it. Raises Fenced."""
    if retry_at is None:
        _settle(conn, claim, problem=problem, parked_at=now)
    else:
        _settle(conn, claim, problem=problem, due_at=retry_at)


def prolong(conn: Connection, claim: Claim, now: datetime, lease_seconds: float) -> None:
    """A sign of life from long work: the lease runs anew from now. Raises Fenced."""
    lease = now + timedelta(seconds=lease_seconds)
    if conn.execute(_still_ours(claim).values(lease_until=lease)).rowcount == 0:
        raise Fenced(f"Another process took over the {claim.kind} meanwhile; its result counts")


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
    waiting: datetime | None = conn.scalar(select(func.min(duties.c.due_at)).where(*_is_free(now)))
    return waiting


def retry_at(attempts: int, now: datetime, base_seconds: float, cap_seconds: float) -> datetime:
    """Each failure doubles the pause: base, 2·base, 4·base … up to the cap. `attempts` counts from 1."""
    doublings = min(max(attempts, 1) - 1, 30)
    return now + timedelta(seconds=min(cap_seconds, base_seconds * 2**doublings))


def _settle(conn: Connection, claim: Claim, **values: object) -> None:
    """Ends the attempt, if it is still ours. Raises Fenced."""
    if conn.execute(_still_ours(claim).values(**values, lease_until=None, kills=0)).rowcount == 0:
        raise Fenced(f"Another process took over the {claim.kind} meanwhile; its result counts")


def _still_ours(claim: Claim) -> Update:
    is_ours = (duties.c.id == claim.duty_id, duties.c.user_id == claim.user_id, duties.c.fence == claim.fence)
    return update(duties).where(*is_ours, duties.c.lease_until.is_not(None), duties.c.parked_at.is_(None))


def _is_free(now: datetime) -> tuple[ColumnElement[bool], ...]:
    absurd = now + LONGEST_WAIT
    is_unheld = or_(
        duties.c.lease_until.is_(None), duties.c.lease_until <= now, duties.c.lease_until > absurd
    )
    return (or_(duties.c.due_at <= now, duties.c.due_at > absurd), duties.c.parked_at.is_(None), is_unheld)


def _this(user_id: int, kind: str, subject_id: int) -> tuple[ColumnElement[bool], ...]:
    return (duties.c.user_id == user_id, duties.c.kind == kind, duties.c.subject_id == subject_id)


def _claim_in(row: Row[*tuple[object, ...]]) -> Claim:
    return Claim(
        duty_id=row.id, **{f.name: getattr(row, f.name) for f in fields(Claim) if f.name != "duty_id"}
    )


def _duty_in(row: Row[*tuple[object, ...]]) -> Duty:
    return Duty(**{field.name: getattr(row, field.name) for field in fields(Duty)})
