"""How meetings become visits, and visits running numbers."""

from dataclasses import replace
from datetime import date, timedelta
from math import log

import pytest

from worker.core.gaps import gaps_of, is_bursty, longest_gap, median_gap
from worker.core.tie import NEVER_MET, MetDay, tie_after, tie_of

FIRST_DAY = date(2020, 1, 1)


def met(number: int, *, days: int = 1, is_in_series: bool = False) -> MetDay:
    start = FIRST_DAY + timedelta(days=number)
    return MetDay(starts_on=start, ends_on=start + timedelta(days=days - 1), is_in_series=is_in_series)


def test_no_meeting_is_a_tie_without_visits() -> None:
    """The empty history is a value like any other."""
    assert tie_of([]) == NEVER_MET
    assert NEVER_MET.visits == 0
    assert not NEVER_MET.is_series


def test_a_conference_of_three_days_is_one_visit() -> None:
    """The fourth day after the start begins a new one, counted from the start and not from the day before."""
    assert tie_of([met(0), met(1), met(2), met(3)]).visits == 1
    assert tie_of([met(0), met(4)]).visits == 2
    assert tie_of([met(0), met(2), met(4), met(6), met(8)]).visits == 3


def test_the_gaps_run_between_the_starts_of_visits() -> None:
    """Sums of ln(days), and of its square."""
    tie = tie_of([met(0), met(1), met(30), met(32), met(100)])

    assert tie.sum_y == pytest.approx(log(30) + log(70))
    assert tie.sum_y2 == pytest.approx(log(30) ** 2 + log(70) ** 2)
    assert (tie.visits, tie.days_met) == (3, 5)


def test_a_long_event_counts_on_its_first_day_and_silence_runs_from_its_end() -> None:
    """A dinner in the middle of a holiday together does not shorten the holiday."""
    tie = tie_of([met(0, days=14), met(6)])

    assert (tie.visits, tie.days_met) == (2, 2)
    assert tie.visit_started_on == met(6).starts_on
    assert tie.last_met_on == met(13).starts_on


def test_an_event_that_ends_before_it_starts_is_read_as_its_first_day() -> None:
    """Broken calendars exist."""
    assert tie_of([met(5, days=-3)]) == tie_of([met(5)])


def test_duplicates_are_harmless() -> None:
    """The same dinner in three calendars is one dinner, also when it comes one at a time."""
    once = tie_of([met(0), met(30)])

    assert tie_of([met(0), met(30), met(0), met(30)]) == once
    assert tie_after(once, met(30)) == once


def test_an_older_meeting_asks_for_a_rebuild() -> None:
    """Said in one sentence, with both days."""
    with pytest.raises(ValueError, match="2020-01-30 may lie before 2020-01-31; rebuild"):
        tie_after(tie_of([met(30)]), met(29))


def test_a_tie_kept_without_its_latest_day_asks_for_a_rebuild() -> None:
    """Better than counting a meeting twice."""
    kept = replace(tie_of([met(0), met(30)]), latest_started_on=None)

    with pytest.raises(ValueError, match="rebuild this tie"):
        tie_after(kept, met(40))


def test_a_visit_belongs_to_a_series_when_any_of_its_meetings_does() -> None:
    """Counted once for each visit, and a tie is a series from 60 % of its visits on."""
    dinner_after_the_meeting = tie_of([met(0), met(0, is_in_series=True), met(1, is_in_series=True), met(30)])
    weekly = tie_of([met(7 * week, is_in_series=week < 3) for week in range(5)])

    assert (dinner_after_the_meeting.series_visits, dinner_after_the_meeting.is_series) == (1, False)
    assert (weekly.series_visits, weekly.is_series) == (3, True)


def test_days_away_are_taken_from_the_gaps() -> None:
    """They leave the visits alone, and never push a gap below the four days that make a visit."""
    away = [(met(31).starts_on, met(130).starts_on)]
    days = [met(0), met(30), met(160), met(168)]

    assert gaps_of(days, away=away) == (30, 30, 8)
    assert gaps_of([met(30), met(132)], away=away) == (4,)
    assert tie_of(days, away=away).sum_y == pytest.approx(log(30) + log(30) + log(8))


def test_the_gaps_are_what_words_are_made_from() -> None:
    """In days between visits, oldest first, in whatever order the meetings come."""
    gaps = gaps_of([met(100), met(0), met(1), met(30), met(0), met(32)])

    assert gaps == (30, 70)
    assert median_gap(gaps) == 50.0
    assert longest_gap(gaps) == 70


def test_without_gaps_there_are_no_words_about_them() -> None:
    """Met once, or never."""
    assert gaps_of([]) == gaps_of([met(0), met(2)]) == ()
    assert median_gap(()) is None
    assert longest_gap(()) is None
    assert not is_bursty(())
    assert not is_bursty((500,))


def test_a_project_now_and_then_is_bursty_and_a_stammtisch_is_not() -> None:
    """Six medians at the 90th percentile divide the two."""
    assert is_bursty((7, 7, 7, 300, 7, 7, 7, 400, 7, 7))
    assert not is_bursty((28, 35, 28, 28, 63, 35, 28, 28))


def test_a_single_meeting_long_before_makes_no_burst() -> None:
    """ "There were times when you met often" takes two of them."""
    assert not is_bursty((365, 29, 30, 30, 31))
    assert not is_bursty((29, 30, 30, 31, 365))
    assert not is_bursty((29, 365, 30, 29))
    assert is_bursty((29, 28, 365, 30, 29))


def test_neither_two_meetings_nor_some_half_a_year_apart_are_a_time_of_meeting_often() -> None:
    """Four calls in seven years are not "a lot"."""
    assert not is_bursty((8, 2210, 215))
    assert not is_bursty((7, 7, 500, 180))
    assert not is_bursty((100, 100, 2000, 100, 100, 2000, 100, 100))
