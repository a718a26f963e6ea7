"""An answer is what the user did with a nudge: done, later, let go, rest. Each can be undone exactly.

After step 5: calendar, letter or page → answer → nudge and person. The same answer again is no answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, insert, null, select, update

from worker.core.answer import Answer, Outcome, answered, may_move
from worker.core.nudge import NudgeState
from worker.core.rest import Rest, RestKind, stronger_of
from worker.core.work_day import IsDayOff, never
from worker.store import nudge_words, people
from worker.store.nudges import StoredNudge, closing, end_drafts, get, write_change
from worker.store.tables.giving import answers
from worker.store.upsert import chunks_of

ANSWERS = (NudgeState.DONE, NudgeState.LATER, NudgeState.LET_GO, NudgeState.RESTED)


@dataclass(frozen=True, kw_only=True, slots=True)
class PastAnswer:
    """One answer, as it was given."""

    id: int
    nudge_id: str
    answer: NudgeState
    at: datetime
    undone_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """What an answer led to."""

    stored: StoredNudge
    outcome: Outcome
    is_changed: bool
    """False where it stood so already."""
    answer_id: int | None
    """What undoes it."""
    is_day_sure: bool = True
    """False for what was put off and may come before its day, or not at all."""


def give(
    conn: Connection,
    user_id: int,
    nudge_id: str,
    given: Answer,
    *,
    today: date,
    now: datetime,
    is_day_off: IsDayOff = never,
) -> Given:
    """Decides what the answer means (worker/core/answer.py) and keeps it. `today` is a day in the user's zone.

    Of a nudge that was withdrawn, since they met, there is nothing to put off or let go. Raises NoSuchNudgeError.
    """
    before = get(conn, user_id, nudge_id)
    outcome = answered(given, on=before.nudge.on, today=today, is_day_off=is_day_off)
    state = outcome.state
    is_moot = before.state is NudgeState.WITHDRAWN and state in (NudgeState.LATER, NudgeState.LET_GO)
    if is_moot or before.state is state:
        return Given(stored=before, outcome=outcome, is_changed=False, answer_id=None)
    answer_id = _remember(conn, user_id, before, state, now)
    end_drafts(conn, user_id, now)
    write_change(conn, user_id, nudge_id, now, state=state, on=outcome.on, **closing(state, now))
    if outcome.rest_until is not None:
        _let_rest(conn, user_id, before.person_id, outcome.rest_until)
    if outcome.answered_on is not None:
        people.set_answered(conn, user_id, before.person_id, outcome.answered_on)
    after, person = get(conn, user_id, nudge_id), people.get(conn, user_id, before.person_id).person
    is_unsure = state is NudgeState.LATER and may_move(after.nudge.reason, person.birthday, outcome.on)
    return Given(
        stored=after, outcome=outcome, is_changed=True, answer_id=answer_id, is_day_sure=not is_unsure
    )


def undo_last_answer(
    conn: Connection, user_id: int, nudge_id: str, now: datetime, *, answer_id: int | None = None
) -> StoredNudge:
    """Everything is as before the last answer that was not undone yet; without one nothing changes, nor where it is
    another than `answer_id`.

    Raises NoSuchNudgeError.
    """
    nudge = get(conn, user_id, nudge_id)
    given = (answers.c.user_id == user_id, answers.c.nudge_id == nudge_id, answers.c.undone_at.is_(None))
    last = conn.execute(select(answers).where(*given).order_by(answers.c.id.desc()).limit(1)).one_or_none()
    if last is None or answer_id not in (None, last.id):
        return nudge
    before = {
        "state": last.previous_state,
        "on": last.previous_on,
        "closed_at": last.previous_closed_at,
        "shown_until": last.previous_shown_until,
    }
    write_change(conn, user_id, nudge_id, now, **before | nudge_words.given_back(last.previous_words))
    _give_back(conn, user_id, nudge.person_id, last)
    chosen = (answers.c.user_id == user_id, answers.c.id == last.id)
    conn.execute(update(answers).where(*chosen).values(undone_at=now))
    return get(conn, user_id, nudge_id)


def put_off(conn: Connection, user_id: int, nudge_ids: Iterable[str]) -> frozenset[str]:
    """Those of these nudges of which the user said “later” last, whatever became of them since."""
    last: dict[str, str] = {}
    for some in chunks_of(nudge_ids):
        holds = (answers.c.user_id == user_id, answers.c.undone_at.is_(None), answers.c.nudge_id.in_(some))
        query = select(answers.c.nudge_id, answers.c.answer).where(*holds).order_by(answers.c.id)
        last.update((nudge_id, answer) for nudge_id, answer in conn.execute(query))
    return frozenset(nudge_id for nudge_id, answer in last.items() if answer == NudgeState.LATER)


def history(conn: Connection, user_id: int) -> tuple[PastAnswer, ...]:
    """All answers, undone ones too, oldest first."""
    rows = conn.execute(select(answers).where(answers.c.user_id == user_id).order_by(answers.c.id))
    return tuple(
        PastAnswer(
            id=row.id,
            nudge_id=row.nudge_id,
            answer=NudgeState(row.answer),
            at=row.at,
            undone_at=row.undone_at,
        )
        for row in rows
    )


def _remember(conn: Connection, user_id: int, before: StoredNudge, answer: NudgeState, now: datetime) -> int:
    person = people.get(conn, user_id, before.person_id)
    row = {
        "user_id": user_id,
        "nudge_id": before.nudge.id,
        "answer": answer,
        "at": now,
        "previous_state": before.state,
        "previous_on": before.nudge.on,
        "previous_closed_at": before.closed_at,
        "previous_shown_until": before.shown_until,
        "previous_rest_until": person.rest_until,
        "previous_rest_kind": person.rest.kind if person.rest else None,
        "previous_answered_on": person.answered_on,
        "previous_words": nudge_words.kept(before) if answer is NudgeState.LATER else null(),
    }
    return int(conn.execute(insert(answers).values(**row).returning(answers.c.id)).scalar_one())


def _let_rest(conn: Connection, user_id: int, person_id: int, until: date) -> None:
    """A link in an old letter does not shorten what was wished since: space, mourning, a longer rest."""
    before = people.get(conn, user_id, person_id).rest
    people.set_rest(conn, user_id, person_id, stronger_of(before, Rest(until=until, kind=RestKind.RESTING)))


def _rests_by_answer(conn: Connection, user_id: int, person_id: int) -> bool:
    """What the user said about them since goes before the undoing of an answer."""
    rest = people.get(conn, user_id, person_id).rest
    return rest is not None and rest.kind is RestKind.RESTING


def _give_back(conn: Connection, user_id: int, person_id: int, last: Row[*tuple[object, ...]]) -> None:
    if last.answer == NudgeState.RESTED and _rests_by_answer(conn, user_id, person_id):
        before = people.rest_in(last.previous_rest_until, last.previous_rest_kind)
        people.set_rest(conn, user_id, person_id, before)
    if last.answer == NudgeState.DONE:
        people.set_answered(conn, user_id, person_id, last.previous_answered_on)
