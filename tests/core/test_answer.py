"""Answer: what each answer changes, and what happens when there is none."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from worker.core.answer import Answer, answered, may_move, settled
from worker.core.nudge import NudgeState
from worker.core.person import Birthday

TODAY = date(2026, 11, 23)
ON = date(2026, 11, 26)


def test_done_ends_the_silence() -> None:
    """A2: a nudge ends when the user reached out, whatever came back."""
    outcome = answered(Answer.DONE, on=ON, today=TODAY)

    assert outcome.state is NudgeState.DONE
    assert outcome.answered_on == TODAY


def test_later_is_two_weeks_on_a_work_day() -> None:
    """A7: put off without a question; never to a weekend."""
    outcome = answered(Answer.LATER, on=ON, today=date(2026, 11, 28))

    assert outcome.state is NudgeState.LATER
    assert outcome.on == date(2026, 12, 14)


def test_later_avoids_days_off() -> None:
    """The first day after them."""
    outcome = answered(
        Answer.LATER, on=ON, today=TODAY, is_day_off=lambda day: date(2026, 12, 7) <= day <= date(2026, 12, 9)
    )

    assert outcome.on == date(2026, 12, 10)


def test_letting_go_remembers_nothing_but_the_day() -> None:
    """A7: without trace."""
    outcome = answered(Answer.LET_GO, on=ON, today=TODAY)

    assert (outcome.state, outcome.on) == (NudgeState.LET_GO, ON)
    assert outcome.answered_on is None
    assert outcome.rest_until is None


def test_rest_lasts_ninety_days_or_for_good() -> None:
    """A5: with no reason asked."""
    assert answered(Answer.REST, on=ON, today=TODAY).rest_until == TODAY + timedelta(days=90)
    assert answered(Answer.REST_FOR_GOOD, on=ON, today=TODAY).rest_until == date.max


def settle(state: NudgeState = NudgeState.OPEN, **values: Any) -> NudgeState:
    defaults: dict[str, Any] = {
        "on": ON,
        "today": TODAY,
        "silent_since": date(2026, 4, 1),
        "last_met_on": date(2026, 4, 1),
        "next_meeting_on": None,
    }
    return settled(state, **(defaults | values))


def test_an_untouched_nudge_stands_until_two_weeks_after_its_day() -> None:
    """A7: then it lets go by itself."""
    assert settle(today=ON + timedelta(days=14)) is NudgeState.OPEN
    assert settle(today=ON + timedelta(days=15)) is NudgeState.LET_GO


def test_a_nudge_put_off_is_open_again_on_its_day() -> None:
    """A7: not before."""
    assert settle(NudgeState.LATER, today=ON - timedelta(days=1)) is NudgeState.LATER
    assert settle(NudgeState.LATER, today=ON) is NudgeState.OPEN


def test_a_nudge_is_withdrawn_when_they_have_met() -> None:
    """Nothing is left to nudge about."""
    assert settle(last_met_on=date(2026, 11, 22)) is NudgeState.WITHDRAWN


def test_a_nudge_is_withdrawn_when_they_will_meet() -> None:
    """Before its day, or soon after it."""
    assert settle(next_meeting_on=ON) is NudgeState.WITHDRAWN
    assert settle(next_meeting_on=ON + timedelta(days=7)) is NudgeState.WITHDRAWN
    assert settle(next_meeting_on=ON + timedelta(days=8)) is NudgeState.OPEN


@pytest.mark.parametrize(
    "state", [NudgeState.DONE, NudgeState.LET_GO, NudgeState.RESTED, NudgeState.WITHDRAWN]
)
def test_an_answered_nudge_stays_as_it_is(state: NudgeState) -> None:
    """A2: nothing more comes of it."""
    assert settle(state, today=ON + timedelta(days=400), last_met_on=date(2026, 11, 22)) is state


def test_settling_twice_is_settling_once() -> None:
    """The clock may ring as often as it likes."""
    for days in range(40):
        once = settle(today=TODAY + timedelta(days=days))

        assert settle(once, today=TODAY + timedelta(days=days)) is once


def test_a_rest_for_good_is_a_rest_without_an_end() -> None:
    """Else as any other."""
    rest, for_good = (answered(each, on=ON, today=TODAY) for each in (Answer.REST, Answer.REST_FOR_GOOD))

    assert for_good == replace(rest, rest_until=date.max)
    assert (rest.state, rest.on) == (NudgeState.RESTED, ON)


def test_only_a_silence_with_no_birthday_in_that_week_stays_on_its_day() -> None:
    """Thanks and journeys are over some day; a wish belongs to its own."""
    monday = date(2026, 12, 7)

    assert not may_move("rhythm", None, monday)
    assert not may_move("rhythm", Birthday(month=12, day=14), monday)
    assert not may_move("rhythm", Birthday(month=12, day=6), monday)
    assert may_move("rhythm", Birthday(month=12, day=9), monday)
    assert may_move("rhythm", Birthday(month=12, day=8), monday + timedelta(days=3))
    assert may_move("thanks", None, monday)
