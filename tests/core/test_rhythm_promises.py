"""What holds for every history: order, repetition, extremes, and the batch beside the single look."""

from datetime import date, timedelta
from math import isfinite

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from worker.core.batch import DEPTHS, Look, rhythms_of
from worker.core.gaps import gaps_of
from worker.core.posterior import posterior_of
from worker.core.prior import Prior
from worker.core.rhythm import State, rhythm_of
from worker.core.tie import NEVER_MET, MetDay, Tie, tie_after, tie_of

CENTURY_DAYS = 36_525

unhurried = settings(deadline=None)
"""A busy machine may pause anywhere; speed is measured in bench/."""

days = some.dates(min_value=date(1850, 1, 1), max_value=date(2150, 1, 1))


@some.composite
def met_days(draw: some.DrawFn) -> MetDay:
    start = draw(days)
    return MetDay(
        starts_on=start,
        ends_on=start + timedelta(days=draw(some.integers(-3, 40))),
        is_in_series=draw(some.booleans()),
    )


@some.composite
def histories(draw: some.DrawFn, fewest: int = 1) -> list[MetDay]:
    """Meetings a few days to three years apart, as among people; not as among computers."""
    day, met = draw(days), []
    for gap in [0, *draw(some.lists(some.integers(0, 1100), min_size=fewest - 1, max_size=30))]:
        day += timedelta(days=gap)
        met.append(MetDay(starts_on=day, ends_on=day, is_in_series=draw(some.booleans())))
    return met


windows = some.lists(some.tuples(days, days), max_size=4)
any_days = some.lists(met_days(), max_size=25)
states = some.none() | some.sampled_from(State)
priors = some.builds(Prior, mu0=some.floats(2.0, 7.5), a=some.floats(0.05, 5.0))


@unhurried
@given(some.data(), any_days, windows)
def test_the_order_of_meetings_is_irrelevant(
    data: some.DataObject, met: list[MetDay], away: list[tuple[date, date]]
) -> None:
    """Feeds come in any order, and twice."""
    shuffled = data.draw(some.permutations([*met, *met[:3]]))

    assert tie_of(shuffled, away=away) == tie_of(met, away=away)
    assert gaps_of(shuffled, away=away) == gaps_of(met, away=away)


@unhurried
@given(any_days, windows)
def test_added_one_by_one_is_the_same_as_rebuilt(met: list[MetDay], away: list[tuple[date, date]]) -> None:
    """To the last bit, after every single meeting."""
    in_order, tie = sorted(met, key=lambda day: day.starts_on), NEVER_MET

    for number, day in enumerate(in_order, start=1):
        tie = tie_after(tie, day, away=away)

        assert tie == tie_of(in_order[:number], away=away)


@unhurried
@given(any_days, windows)
def test_gaps_and_running_numbers_count_the_same_visits(
    met: list[MetDay], away: list[tuple[date, date]]
) -> None:
    """The words and the model speak of one history."""
    tie, gaps = tie_of(met, away=away), gaps_of(met, away=away)

    assert len(gaps) == max(0, tie.visits - 1)
    assert all(gap >= 4 for gap in gaps)
    assert tie.visits <= tie.days_met <= len(met)
    assert tie.series_visits <= tie.visits


@unhurried
@given(histories(), priors, some.floats(0, 3000), some.floats(0, 3000))
def test_the_risk_never_falls_with_a_silence_beyond_one_and_a_half_usual_gaps(
    met: list[MetDay], prior: Prior, one: float, other: float
) -> None:
    """So a tie left alone goes one way only."""
    posterior = posterior_of(tie_of(met), prior)
    shorter, longer = (1.5 * posterior.usual_gap_days + more for more in sorted((one, other)))

    assert posterior.risk(longer) >= posterior.risk(shorter) - 1e-9


@unhurried
@given(
    some.integers(1, 200_000),
    some.floats(0, 12),
    some.floats(0, 10),
    some.integers(0, CENTURY_DAYS),
    some.booleans(),
    priors,
)
def test_every_number_is_finite_for_any_visits_and_any_silence(
    visits: int, mean: float, variance: float, silence: int, is_series: bool, prior: Prior
) -> None:
    """Up to a century of silence, and more visits than a life holds; each chance within 0..1."""
    x = visits - 1
    tie = Tie(
        visits=visits,
        sum_y=x * mean,
        sum_y2=x * (mean * mean + variance),
        series_visits=visits * is_series,
        days_met=visits,
        first_met_on=date(1000, 1, 1),
        visit_started_on=date(1900, 1, 1),
        last_met_on=date(1900, 1, 1),
    )

    rhythm = rhythm_of(tie, date(1900, 1, 1) + timedelta(days=silence), prior=prior)

    assert rhythm
    assert isfinite(rhythm.usual_gap_days)
    assert rhythm.usual_gap_days > 0
    assert all(0.0 <= chance <= 1.0 for chance in (rhythm.p_silent, rhythm.risk, rhythm.ended))


@unhurried
@given(any_days, days, states, some.none() | days, some.none() | days, windows)
@example([], date(1850, 1, 1), None, None, None, [])
@example(
    [MetDay(starts_on=date.min, ends_on=date.max)], date.max, None, None, date.min, [(date.min, date.max)]
)
def test_whatever_the_calendar_and_the_clock_say_there_is_an_answer(
    met: list[MetDay],
    today: date,
    before: State | None,
    was_silent_since: date | None,
    answered_on: date | None,
    away: list[tuple[date, date]],
) -> None:
    """First meetings before 1900, meetings ahead, a clock stepping back: None only for those not yet met."""
    rhythm = rhythm_of(
        tie_of(met, away=away),
        today,
        before=before,
        was_silent_since=was_silent_since,
        answered_on=answered_on,
        away=away,
    )

    assert (rhythm is None) == (not any(day.starts_on <= today for day in met))
    assert rhythm is None or rhythm.silence_days >= 0
    assert rhythm is None or rhythm.state is not State.RESTING


@unhurried
@given(histories(fewest=2), priors, some.sampled_from(State), some.integers(1, 9000))
def test_a_contact_always_makes_a_tie_active_unless_it_is_still_new(
    met: list[MetDay], prior: Prior, before: State, silence: int
) -> None:
    """Or met once, where there is one visit only. No state survives a meeting today."""
    tie, last = tie_of(met), met[-1].starts_on
    today = last + timedelta(days=silence)

    rhythm = rhythm_of(
        tie_after(tie, MetDay(starts_on=today, ends_on=today)),
        today,
        prior=prior,
        before=before,
        was_silent_since=last,
    )

    assert rhythm
    assert rhythm.state in {State.ACTIVE, State.NEW, State.MET_ONCE}
    assert rhythm.silence_days == 0


@unhurried
@given(histories(fewest=4), priors, some.lists(some.integers(0, 60), min_size=2, max_size=40))
def test_without_a_contact_a_state_never_goes_back(met: list[MetDay], prior: Prior, steps: list[int]) -> None:
    """Look after look, each handing on the state of the last, under one prior."""
    tie, today = tie_of(met), met[-1].starts_on
    seen: list[State] = []

    for step in steps:
        today += timedelta(days=step)
        rhythm = rhythm_of(tie, today, prior=prior, before=seen[-1] if seen else None)
        assert rhythm
        seen += [rhythm.state] if rhythm.state in DEPTHS else []

    assert seen == sorted(seen, key=DEPTHS.index)


@pytest.mark.slow
@unhurried
@given(
    some.lists(
        some.tuples(any_days | histories(), states, some.none() | days, some.none() | days), max_size=8
    ),
    days,
    priors,
    windows,
)
def test_a_batch_says_what_the_single_look_says(
    rows: list[tuple[list[MetDay], State | None, date | None, date | None]],
    today: date,
    prior: Prior,
    away: list[tuple[date, date]],
) -> None:
    """State for state, number for number."""
    looks = [
        Look(tie=tie_of(met, away=away), before=before, was_silent_since=since, answered_on=answered)
        for met, before, since, answered in rows
    ]

    together = rhythms_of(looks, today, prior=prior, away=away)

    for look, rhythm in zip(looks, together, strict=True):
        alone = rhythm_of(
            look.tie,
            today,
            prior=prior,
            before=look.before,
            was_silent_since=look.was_silent_since,
            answered_on=look.answered_on,
            away=away,
        )
        assert (rhythm is None) == (alone is None)
        if rhythm and alone:
            assert (rhythm.state, rhythm.silent_since) == (alone.state, alone.silent_since)
            for name in ("usual_gap_days", "silence_days", "p_silent", "risk", "ended"):
                assert getattr(rhythm, name) == pytest.approx(getattr(alone, name), rel=1e-9, abs=1e-12)


def test_a_batch_keeps_a_state_only_within_one_silence() -> None:
    """Whatever came since the last look begins anew, as it does for a single look."""
    monthly = [
        MetDay(starts_on=day, ends_on=day)
        for day in (date(2025, 1, 1) + timedelta(days=30 * n) for n in range(9))
    ]
    tie = tie_of(monthly)
    assert tie.last_met_on
    before_it = tie.last_met_on - timedelta(days=1)
    kept = 0

    for silence in range(20, 120):
        today = tie.last_met_on + timedelta(days=silence)
        same, later = (
            Look(tie=tie, before=State.DORMANT, was_silent_since=since)
            for since in (tie.last_met_on, before_it)
        )
        found = [rhythm.state for rhythm in rhythms_of([same, later], today) if rhythm]
        alone = (rhythm_of(tie, today, before=State.DORMANT), rhythm_of(tie, today))
        assert found == [rhythm.state for rhythm in alone if rhythm]
        assert alone[1] == rhythm_of(tie, today, before=State.DORMANT, was_silent_since=before_it)
        kept += found[0] is not found[1]

    assert kept > 0
