"""When silence is unusual, as a user would say it: states, answers, days away."""

from datetime import date, timedelta

import pytest

from worker.core.rhythm import Rhythm, State, degree_of, rhythm_of
from worker.core.tie import NEVER_MET, MetDay, Tie, tie_of

FIRST_DAY = date(2020, 1, 1)


def on(number: int) -> date:
    return FIRST_DAY + timedelta(days=number)


def met_on(*numbers: int) -> Tie:
    return tie_of(MetDay(starts_on=on(number), ends_on=on(number)) for number in numbers)


def state_after(tie: Tie, silence: int, before: State | None = None) -> State:
    return seen(tie, silence, before).state


def seen(tie: Tie, silence: int, before: State | None = None) -> Rhythm:
    assert tie.last_met_on
    rhythm = rhythm_of(tie, tie.last_met_on + timedelta(days=silence), before=before)
    assert rhythm
    return rhythm


MONTHLY = met_on(0, 28, 63, 91, 119, 154, 182, 210)
YEARLY = met_on(0, 364, 728, 1099, 1460, 1825)


def test_someone_with_meetings_only_ahead_has_no_rhythm_yet() -> None:
    """Not met, or met only after today: None, not a number."""
    assert rhythm_of(NEVER_MET, on(0)) is None
    assert rhythm_of(met_on(30), on(0)) is None


def test_someone_is_new_for_45_days_after_the_first_meeting() -> None:
    """However often you met in them."""
    assert state_after(met_on(0), 45) is State.NEW
    assert state_after(met_on(0, 10, 20), 25) is State.NEW
    assert state_after(met_on(0), 46) is State.MET_ONCE


def test_someone_met_once_is_never_dormant() -> None:
    """A conference of three days is one visit, and one visit has no rhythm to fall out of."""
    conference = met_on(0, 1, 2)

    states = {state_after(conference, silence) for silence in range(46, 20_000, 97)}

    assert states == {State.MET_ONCE}


def test_a_silence_passes_through_the_states_in_order() -> None:
    """Active, drifting, dormant, long dormant, and never back without a contact."""
    states = [state_after(MONTHLY, silence) for silence in range(0, 2000, 5)]

    assert list(dict.fromkeys(states)) == [State.ACTIVE, State.DRIFTING, State.DORMANT, State.LONG_DORMANT]
    assert states == sorted(states, key=list(State).index)


def test_a_friend_met_once_a_year_is_not_missed_after_a_quarter() -> None:
    """What a fixed interval would nag about."""
    assert state_after(YEARLY, 90) is State.ACTIVE
    assert state_after(YEARLY, 300) is State.ACTIVE
    assert state_after(YEARLY, 500) is State.DRIFTING
    assert state_after(YEARLY, 1500) is State.LONG_DORMANT


def test_nine_years_of_silence_are_long_dormant_and_not_forgotten() -> None:
    """B9: a bond survives them; there is no age at which a tie falls out."""
    rhythm = seen(met_on(0, 20, 45, 60, 130, 150), 3285)

    assert rhythm.state is State.LONG_DORMANT
    assert rhythm.p_silent == pytest.approx(0.99937, abs=1e-5)


def test_silence_runs_from_the_end_of_a_long_event() -> None:
    """Two weeks of travelling together are no silence."""
    tie = tie_of([MetDay(starts_on=on(0), ends_on=on(13))])

    rhythms = [rhythm_of(tie, on(number)) for number in (5, 13, 20)]

    assert [rhythm.silence_days for rhythm in rhythms if rhythm] == [0.0, 0.0, 7.0]


def test_a_state_is_kept_until_the_risk_falls_clearly() -> None:
    """Between the two thresholds the state before decides; so a re-fit does not make it flutter."""
    borderline = next(day for day in range(300) if 0.61 < seen(MONTHLY, day).risk < 0.69)

    assert state_after(MONTHLY, borderline) is State.DRIFTING
    assert state_after(MONTHLY, borderline, before=State.DORMANT) is State.DORMANT
    assert state_after(MONTHLY, borderline, before=State.LONG_DORMANT) is State.DORMANT
    assert state_after(MONTHLY, borderline, before=State.ACTIVE) is State.DRIFTING


@pytest.mark.parametrize(
    ("silence", "usual_gap", "risk", "before", "state"),
    [
        (21, 10, 0.50, None, State.DRIFTING),
        (20, 10, 0.50, None, State.ACTIVE),
        (40, 41, 0.50, None, State.ACTIVE),
        (21, 10, 0.49, None, State.ACTIVE),
        (21, 10, 0.40, State.DRIFTING, State.DRIFTING),
        (21, 10, 0.39, State.DRIFTING, State.ACTIVE),
        (80, 100, 0.45, State.DRIFTING, State.DRIFTING),
        (79, 100, 0.45, State.DRIFTING, State.ACTIVE),
        (45, 30, 0.70, None, State.DORMANT),
        (44, 10, 0.70, None, State.DRIFTING),
        (149, 100, 0.70, None, State.DRIFTING),
        (45, 10, 0.69, None, State.DRIFTING),
        (45, 10, 0.60, State.DORMANT, State.DORMANT),
        (45, 10, 0.59, State.DORMANT, State.DRIFTING),
        (125, 100, 0.65, State.DORMANT, State.DORMANT),
        (124, 100, 0.65, State.DORMANT, State.DRIFTING),
        (365, 100, 0.85, None, State.LONG_DORMANT),
        (364, 100, 0.85, None, State.DORMANT),
        (599, 200, 0.85, None, State.DORMANT),
        (365, 100, 0.84, None, State.DORMANT),
        (365, 100, 0.75, State.LONG_DORMANT, State.LONG_DORMANT),
        (365, 100, 0.74, State.LONG_DORMANT, State.DORMANT),
        (365, 100, 0.65, State.LONG_DORMANT, State.DORMANT),
        (365, 100, 0.45, State.LONG_DORMANT, State.DRIFTING),
        (365, 100, 0.39, State.LONG_DORMANT, State.ACTIVE),
        (365, 100, 0.84, State.DRIFTING, State.DORMANT),
    ],
)
def test_each_threshold_is_where_the_paper_puts_it(
    silence: int, usual_gap: int, risk: float, before: State | None, state: State
) -> None:
    """Each number of the table of states, from both sides."""
    assert degree_of(silence, usual_gap, risk, before) is state


def test_a_kept_state_is_left_when_the_silence_is_no_longer_long() -> None:
    """A gap that turned out to be usual (an older meeting was found) ends the state, whatever the risk."""
    assert state_after(MONTHLY, 40, before=State.DORMANT) is not State.DORMANT
    assert state_after(MONTHLY, 20, before=State.DRIFTING) is State.ACTIVE


@pytest.mark.parametrize("before", list(State))
def test_a_new_contact_makes_the_tie_active(before: State) -> None:
    """Whatever it was before; the caller need only hand in the silence that it was in."""
    tie = met_on(0, 28, 63, 91, 119, 154, 182, 210, 1200)

    rhythm = rhythm_of(tie, on(1240), before=before, was_silent_since=on(210))

    assert rhythm
    assert rhythm.state is State.ACTIVE
    assert rhythm.silent_since == on(1200)


def test_done_ends_the_silence_without_entering_the_gaps() -> None:
    """A call stands in no calendar: silence starts anew, the usual gap stays as it was."""
    before = seen(MONTHLY, 400)

    answered = rhythm_of(MONTHLY, on(610), before=before.state, was_silent_since=on(210), answered_on=on(600))
    later = rhythm_of(MONTHLY, on(1500), answered_on=on(600))

    assert before.state is State.LONG_DORMANT
    assert answered
    assert (answered.state, answered.silence_days) == (State.ACTIVE, 10.0)
    assert answered.usual_gap_days == before.usual_gap_days
    assert later
    assert later.state is State.LONG_DORMANT


def test_an_answer_before_the_last_meeting_changes_nothing() -> None:
    """Silence runs from the later of the two."""
    assert rhythm_of(MONTHLY, on(400), answered_on=on(100)) == rhythm_of(MONTHLY, on(400))


def test_days_away_are_no_silence() -> None:
    """A year abroad, or a feed that was cut off, ages no friendship; overlapping stretches count once."""
    away = [(on(211), on(500)), (on(400), on(575)), (on(700), on(650))]

    rhythm = rhythm_of(MONTHLY, on(600), away=away)

    assert rhythm
    assert (rhythm.silence_days, rhythm.state) == (25.0, State.ACTIVE)


def test_a_clock_that_stepped_back_gives_no_negative_silence() -> None:
    """Today before the last meeting: silence is nought."""
    rhythm = rhythm_of(MONTHLY, on(150))

    assert rhythm
    assert (rhythm.silence_days, rhythm.state) == (0.0, State.ACTIVE)
