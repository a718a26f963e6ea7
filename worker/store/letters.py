"""A letter here is one mail on its way out, kept so that a crash neither loses nor repeats it.

sending ─▶ handed (just before the final dot) ─▶ sent │ failed. Only `handed` whose lease ran out is
ambiguous: the server may have taken it. The same `dedupe_key` is the same letter, with one Message-ID.
`sending` with a problem waits: it certainly is nowhere, and is tried again.
"""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, Row, delete, or_, select, update

from worker.core.sentence import kept, sentence_in
from worker.store.duties import Fenced
from worker.store.secrets import Place, Vault
from worker.store.tables.duties import letters
from worker.store.upsert import insert_into


class LetterState(StrEnum):
    SENDING = "sending"
    HANDED = "handed"
    SENT = "sent"
    FAILED = "failed"


UNFINISHED = (LetterState.SENDING, LetterState.HANDED)


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """One mail, without its content."""

    id: int
    user_id: int
    dedupe_key: str
    message_id: str
    state: LetterState
    created_at: datetime
    fence: int
    copies: int
    """How often it was handed to a mail server."""
    sent_at: datetime | None
    problem: str | None
    """One sentence for the user (see `Words.told`); None while all is well."""

    @property
    def is_uncertain(self) -> bool:
        """It may have arrived, or not: whether to send it once more is the caller's policy."""
        return self.state is LetterState.HANDED

    @property
    def is_waiting(self) -> bool:
        """It was tried and certainly not sent; it is tried again."""
        return self.state is LetterState.SENDING and self.problem is not None

    @property
    def is_troubled(self) -> bool:
        """It waits, is uncertain, or failed."""
        return self.is_waiting or self.state in (LetterState.HANDED, LetterState.FAILED)


def write(
    conn: Connection,
    user_id: int,
    vault: Vault,
    *,
    dedupe_key: str,
    message_id: str,
    payload: bytes,
    now: datetime,
) -> Letter:
    """Keeps the letter to be sent. One with that key says this from now on, if it certainly is nowhere yet."""
    row = {"user_id": user_id, "dedupe_key": dedupe_key, "message_id": message_id, "created_at": now}
    sealed = vault.seal(payload, _place(user_id, dedupe_key))
    statement = insert_into(conn, letters).values(**row, payload_sealed=sealed, state=LetterState.SENDING)
    is_unsent = (letters.c.state == LetterState.SENDING) & _is_unheld(now)
    conn.execute(
        statement.on_conflict_do_update(
            index_elements=["user_id", "dedupe_key"], set_={"payload_sealed": sealed}, where=is_unsent
        )
    )
    return _letter_in(conn.execute(select(letters).where(*_this(user_id, dedupe_key))).one())


def get(conn: Connection, user_id: int, dedupe_key: str) -> Letter | None:
    """None when no such letter was written."""
    row = conn.execute(select(letters).where(*_this(user_id, dedupe_key))).one_or_none()
    return None if row is None else _letter_in(row)


def payload_of(conn: Connection, vault: Vault, letter: Letter) -> bytes:
    """The mail as it goes out; the same bytes from the first handing over on. Raises CannotOpenError."""
    chosen = (letters.c.id == letter.id, letters.c.user_id == letter.user_id)
    sealed = conn.execute(select(letters.c.payload_sealed).where(*chosen)).scalar_one()
    return vault.open(sealed, _place(letter.user_id, letter.dedupe_key))


def claim(
    conn: Connection, user_id: int, dedupe_key: str, now: datetime, lease_seconds: float
) -> Letter | None:
    """Takes an unfinished letter for that long, in the state it was left in; None when held or finished.

    Commit before talking to the mail server.
    """
    is_unfinished = letters.c.state.in_(UNFINISHED)
    taken = update(letters).where(*_this(user_id, dedupe_key), _is_unheld(now), is_unfinished)
    lease = now + timedelta(seconds=lease_seconds)
    values = {"lease_until": lease, "fence": letters.c.fence + 1}
    row = conn.execute(taken.values(**values).returning(*letters.c)).one_or_none()
    return None if row is None else _letter_in(row)


def mark_handed(conn: Connection, letter: Letter, now: datetime) -> None:
    """About to say the final dot: it may arrive from here on. Commit before saying it. Raises Fenced."""
    _move(conn, letter, state=LetterState.HANDED, handed_at=now, copies=letters.c.copies + 1)


def mark_sent(conn: Connection, letter: Letter, now: datetime) -> None:
    """The server took it. Raises Fenced."""
    _move(conn, letter, state=LetterState.SENT, sent_at=now, lease_until=None, problem=None)


def mark_unanswered(conn: Connection, letter: Letter, problem: str) -> None:
    """Handed over, and no reply: it stays uncertain, for this reason. Raises Fenced."""
    _move(conn, letter, problem=kept(problem))


def mark_waiting(conn: Connection, letter: Letter, problem: str) -> None:
    """Certainly not sent, for this reason, and to be tried again. Raises Fenced."""
    _move(conn, letter, state=LetterState.SENDING, lease_until=None, problem=kept(problem))


def mark_failed(conn: Connection, letter: Letter, problem: str) -> None:
    """Not tried again; `problem` is one sentence for the user. Raises Fenced."""
    _move(conn, letter, state=LetterState.FAILED, lease_until=None, problem=kept(problem))


def drop_unsent(conn: Connection, user_id: int, *, but: str = "") -> None:
    """What it tells of has changed, or its week is over: one that certainly was not sent goes; not the one named."""
    is_unsent = (letters.c.state == LetterState.SENDING, letters.c.dedupe_key != but)
    conn.execute(delete(letters).where(letters.c.user_id == user_id, *is_unsent))


def troubled(conn: Connection, user_id: int) -> Letter | None:
    """The latest letter, to be shown where it waits, is uncertain or failed; a later one that went well ends that."""
    query = select(letters).where(letters.c.user_id == user_id).order_by(letters.c.id.desc()).limit(1)
    row = conn.execute(query).one_or_none()
    latest = None if row is None else _letter_in(row)
    return latest if latest and latest.is_troubled else None


def _move(conn: Connection, letter: Letter, **values: object) -> None:
    is_ours = (
        letters.c.id == letter.id,
        letters.c.user_id == letter.user_id,
        letters.c.fence == letter.fence,
    )
    is_unfinished = letters.c.state.in_(UNFINISHED)
    if conn.execute(update(letters).where(*is_ours, is_unfinished).values(**values)).rowcount == 0:
        raise Fenced("Another process took over the letter meanwhile; its result counts")


def _is_unheld(now: datetime) -> ColumnElement[bool]:
    return or_(letters.c.lease_until.is_(None), letters.c.lease_until <= now)


def _this(user_id: int, dedupe_key: str) -> tuple[ColumnElement[bool], ...]:
    return (letters.c.user_id == user_id, letters.c.dedupe_key == dedupe_key)


def _place(user_id: int, dedupe_key: str) -> Place:
    return Place(user_id=user_id, table="letters", row=dedupe_key)


def _letter_in(row: Row[*tuple[object, ...]]) -> Letter:
    values = {field.name: getattr(row, field.name) for field in fields(Letter)}
    told = {"state": LetterState(row.state), "problem": row.problem and sentence_in(row.problem)}
    return Letter(**values | told)
