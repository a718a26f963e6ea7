"""Answers: each is taken once, however often its link is used, and each can be undone exactly."""

from datetime import date, datetime, timedelta

import pytest

from tests.store.making import nudge, person, second_user
from worker.core.answer import Answer, answered
from worker.core.nudge import NudgeState
from worker.store import answers, nudges, people
from worker.store.database import Database
from worker.store.nudges import NewNudge, NoSuchNudgeError, StoredNudge

HOUR = timedelta(hours=1)
TODAY = date(2026, 11, 23)
IN_TWO_WEEKS = TODAY + timedelta(days=14)


@pytest.fixture
def ada(database: Database, user_id: int, now: datetime) -> int:
    """Somebody with one open nudge, n1."""
    with database.write() as conn:
        ada = person(conn, user_id, "ada@example.org", "Ada")
        nudges.add_new(conn, user_id, [NewNudge(nudge=nudge(), person_id=ada)], now)
    return ada


def give(database: Database, user_id: int, answer: Answer, at: datetime) -> StoredNudge:
    with database.write() as conn:
        return answers.give(conn, user_id, "n1", answer, today=TODAY, now=at).stored


def undo(database: Database, user_id: int, at: datetime) -> StoredNudge:
    with database.write() as conn:
        return answers.undo_last_answer(conn, user_id, "n1", at)


@pytest.mark.parametrize("answer", list(Answer))
def test_every_answer_can_be_undone_exactly(
    database: Database, user_id: int, ada: int, now: datetime, answer: Answer
) -> None:
    """Nudge and person are as before; only the version went up twice."""
    with database.read() as conn:
        before = (nudges.get(conn, user_id, "n1"), people.get(conn, user_id, ada))
    given = give(database, user_id, answer, now + HOUR)
    undone = undo(database, user_id, now + 2 * HOUR)

    assert given.state is answered(answer, on=before[0].nudge.on, today=TODAY).state
    assert (undone.nudge, undone.state, undone.closed_at, undone.shown_until) == (
        before[0].nudge,
        before[0].state,
        None,
        None,
    )
    assert (undone.published.sequence, undone.published.changed_at) == (2, now + 2 * HOUR)
    with database.read() as conn:
        assert people.get(conn, user_id, ada) == before[1]


@pytest.mark.parametrize("answer", list(Answer))
def test_the_same_answer_again_is_none(
    database: Database, user_id: int, ada: int, now: datetime, answer: Answer
) -> None:
    """Links are multi-use: no later day, no second row, no new version."""
    first = give(database, user_id, answer, now)

    assert give(database, user_id, answer, now + HOUR) == first
    with database.read() as conn:
        assert len(answers.history(conn, user_id)) == 1


def test_later_sets_a_new_day_and_wakes_on_it(
    database: Database, user_id: int, ada: int, now: datetime
) -> None:
    """Waking is nothing that a subscription shows: the day stands there already."""
    put_off = give(database, user_id, Answer.LATER, now)
    with database.write() as conn:
        assert nudges.open_ones(conn, user_id) == ()
        assert [each.nudge.on for each in nudges.publishable(conn, user_id, now)] == [IN_TWO_WEEKS]
        assert nudges.wake(conn, user_id, IN_TWO_WEEKS - timedelta(days=1)) == ()
        assert nudges.wake(conn, user_id, IN_TWO_WEEKS) == ("n1",)
        woken = nudges.get(conn, user_id, "n1")
        assert nudges.count_in_week(conn, user_id, TODAY) == 1
        assert nudges.count_in_week(conn, user_id, IN_TWO_WEEKS) == 1

    assert woken.state is NudgeState.OPEN
    assert woken.published.sequence == put_off.published.sequence == 1


def test_rest_and_done_are_said_to_the_person(
    database: Database, user_id: int, ada: int, now: datetime
) -> None:
    """And one after the other can be undone step by step."""
    give(database, user_id, Answer.DONE, now)
    give(database, user_id, Answer.REST_FOR_GOOD, now + HOUR)
    with database.read() as conn:
        both = people.get(conn, user_id, ada)
    undo(database, user_id, now + 2 * HOUR)
    with database.read() as conn:
        one = people.get(conn, user_id, ada)
    last = undo(database, user_id, now + 3 * HOUR)

    assert (both.answered_on, both.rest_until) == (TODAY, date.max)
    assert (one.answered_on, one.rest_until) == (TODAY, None)
    assert last.state is NudgeState.OPEN
    with database.read() as conn:
        history = answers.history(conn, user_id)
    assert [(each.answer, each.undone_at) for each in history] == [
        (NudgeState.DONE, now + 3 * HOUR),
        (NudgeState.RESTED, now + 2 * HOUR),
    ]


def test_without_an_answer_there_is_nothing_to_undo(
    database: Database, user_id: int, ada: int, now: datetime
) -> None:
    """The version stays."""
    assert undo(database, user_id, now).published.sequence == 0


def test_nobody_answers_for_another(database: Database, user_id: int, ada: int, now: datetime) -> None:
    """Nor undoes."""
    other = second_user(database)
    give(database, user_id, Answer.LET_GO, now)
    with database.write() as conn:
        with pytest.raises(NoSuchNudgeError):
            answers.give(conn, other, "n1", Answer.LET_GO, today=TODAY, now=now)
        with pytest.raises(NoSuchNudgeError):
            answers.undo_last_answer(conn, other, "n1", now)
        assert answers.history(conn, other) == ()
