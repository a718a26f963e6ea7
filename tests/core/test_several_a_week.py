"""Who meets several times a week is told so: a visit takes in four days, and people count days then."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.why import as_body, as_text
from tests.core.bonds import ENGLISH, TODAY, bond
from worker.core.explain import Standing, explained
from worker.core.gaps import occasions_of, typical_gap, typical_step, visits_of
from worker.core.giving.catalogue import Occasion
from worker.core.giving.phrase import pace_of, why_of
from worker.core.tie import MetDay, tie_of

MONDAY = date(2024, 1, 1)
YEARLY_CONFERENCE = [365 * year + day for year in range(6) for day in range(3)]


def weekly(*weekdays: int, weeks: int = 30) -> list[int]:
    """Days from a Monday on."""
    return [7 * week + day for week in range(weeks) for day in weekdays]


def met(days: Iterable[int]) -> list[MetDay]:
    return [MetDay(starts_on=(on := MONDAY + timedelta(days=day)), ends_on=on) for day in days]


@pytest.mark.parametrize(
    ("days", "pace"),
    [
        (weekly(0), "about every week"),
        (weekly(0, 3), "about twice a week"),
        (weekly(5, 6), "about twice a week"),
        (weekly(0, 2, 4), "several times a week"),
        (weekly(0, 1, 2, 3, 4), "several times a week"),
        ([5 * n for n in range(30)], "about every week"),
        ([*weekly(0, 1, 2, 3, 4), *(300 + day for day in weekly(3))], "about every week"),
        (weekly(0, 1, weeks=2) + [60 + 14 * n for n in range(20)], "about every two weeks"),
        (YEARLY_CONFERENCE, "about once a year"),
    ],
)
def test_a_pace_counts_the_days_of_a_week(days: list[int], pace: str) -> None:
    """As it is by now; three days of a yearly conference are one visit all the same."""
    step = typical_step(met(days))

    assert step is not None
    assert pace_of(step, ENGLISH) == pace


def test_people_count_each_day_where_they_meet_all_through_the_weeks() -> None:
    """Else each visit; two meetings on one day are one, and part of a series where one of them is."""
    dense, twice = met(weekly(0, 2, 4)), MetDay(starts_on=MONDAY, ends_on=MONDAY, is_in_series=True)

    assert len(visits_of(dense)) < len(occasions_of(dense)) == 90
    assert occasions_of([*dense, twice])[0] == twice
    assert len(occasions_of([*dense, twice])) == 90
    assert occasions_of(met(YEARLY_CONFERENCE)) == visits_of(met(YEARLY_CONFERENCE))
    assert occasions_of(met([3])) == tuple(met([3]))
    assert occasions_of([]) == ()
    assert typical_step(met([3])) is None


@pytest.mark.parametrize(
    ("days", "longest"),
    [
        (range(120), 1),
        (weekly(0, 1, 2, 3, 4), 3),
        (weekly(0), 7),
        ([*range(60), *range(70, 120)], 11),
        (YEARLY_CONFERENCE, 365),
    ],
)
def test_the_longest_break_is_from_one_day_to_the_next_where_days_are_counted(
    days: Iterable[int], longest: int
) -> None:
    """Else from one visit to the next; whoever is met every day has no break of four."""
    found = explained(met(days), Standing(tie=tie_of(met(days)), today=TODAY))

    assert found is not None
    assert found.longest_break_days == longest


def test_a_visit_belongs_to_a_series_where_one_of_its_days_does() -> None:
    """And lasts until the last of them ends."""
    first, last = MetDay(starts_on=MONDAY, ends_on=MONDAY - timedelta(days=1)), MONDAY + timedelta(days=2)
    second = MetDay(starts_on=last, ends_on=last, is_in_series=True)

    assert visits_of([second, first]) == (MetDay(starts_on=MONDAY, ends_on=last, is_in_series=True),)
    assert visits_of([first]) == (MetDay(starts_on=MONDAY, ends_on=MONDAY),)


@given(st.lists(st.integers(0, 4000), min_size=2))
def test_no_step_is_longer_than_the_gap_between_visits(days: list[int]) -> None:
    """And none is shorter than a day."""
    gaps = [
        (b.starts_on - a.starts_on).days
        for a, b in zip(*(visits_of(met(days))[n:] for n in (0, 1)), strict=False)
    ]
    step, gap = typical_step(met(days)), typical_gap(gaps)

    assert (step is None) == (gap is None)
    if step is not None and gap is not None:
        assert 1 <= step <= gap


def test_the_reasons_count_each_of_those_days() -> None:
    """Whoever looks at the calendar sees so many; the model's visits stay what a program gets."""
    days = [replace(each, is_in_series=True) for each in met(weekly(0, 2, 4))]
    found = explained(days, Standing(tie=tie_of(days), today=MONDAY + timedelta(days=400)))
    assert found is not None
    lines = list(as_text(found, ENGLISH))

    assert lines[0] == "You met 90 times, from 1 January 2024 to 26 July 2024."
    assert lines[1].startswith("Most recently: 26 July 2024, 24 July 2024, 22 July 2024, ")
    assert lines[2] == "Usually several times a week; the typical gap: two days."
    assert lines[4] == "Part of a regular appointment in the calendar: 90 of 90."
    assert len(as_body(found)["visits"]) < 90


def test_a_stand_up_that_ended_was_no_weekly_meeting() -> None:
    """ "About every week" is untrue of three times a week."""
    stand_up = bond(met_ago=[200 + day for day in weekly(0, 2, 4)])
    why = why_of(stand_up, Occasion.RHYTHM, ENGLISH, on=TODAY + timedelta(days=1), zone="UTC")

    assert "several times a week" in why


def test_how_often_two_met_is_told_as_they_count_it() -> None:
    """The reason and `people --why` tell one number: two days of one week are two meetings."""
    days = [500 + 7 * week for week in range(60)] + [500 + 7 * week + 3 for week in range(6)] + [200]
    someone = bond(met_ago=days)
    why = why_of(someone, Occasion.RHYTHM, ENGLISH, on=TODAY + timedelta(days=1), zone="UTC")

    assert someone.tie.visits < 67
    assert why.startswith("You and Ana met 67 times.")
