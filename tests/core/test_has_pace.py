"""A pace is told where the last few gaps are like each other; else how often two met."""

from datetime import timedelta

import pytest

from tests.core.bonds import ENGLISH, TODAY, bond
from worker.core.gaps import has_pace
from worker.core.giving.catalogue import Occasion
from worker.core.giving.phrase import why_of


@pytest.mark.parametrize(
    ("gaps", "is_one"),
    [
        ([7] * 9, True),
        ([7, 7, 14, 7, 7, 7], True),
        ([30, 45, 60, 28, 90, 45], True),
        ([4, 4, 4, 4, 132, 501, 102], False),
        ([30, 400, 30, 400, 31, 900], False),
        ([4, 500], True),
        ([8, 2210, 215], False),
        ([30, 30, 400], True),
        ([90, 68, 49, 80, 67, 28, 35, 91, 92, 45, 48, 16, 30, 7, 9, 5, 222, 19], False),
        ([90, 68, 49, 80, 67, 28, 35, 91, 92, 7, 9, 7, 8, 7], True),
        ([4, 4, 4, 4], False),
        ([8, 9, 8, 9, 8], True),
        ([4, 4, 170, 4, 4, 180, 4, 4, 170, 4, 4], False),
        ([7, 7, 7, 7, 60, 7, 7, 7, 7, 7, 60, 7], True),
        ([7, 7, 60, 7, 7, 60, 7, 7], False),
        ([], True),
    ],
)
def test_gaps_are_a_pace_where_most_of_the_last_are_alike(gaps: list[int], *, is_one: bool) -> None:
    """Within half and twice their middle; of two nothing else can be told."""
    assert has_pace(gaps) is is_one


def why(days: list[int]) -> str:
    someone = bond(met_ago=days)
    return why_of(someone, Occasion.RHYTHM, ENGLISH, on=TODAY + timedelta(days=1), zone="UTC")


def test_a_course_and_three_lunches_are_no_pace() -> None:
    """Twenty-two days in a row, and then one every now and then."""
    course = [1400 - day for day in range(22)]

    assert why([*course, 1250, 750, 640]).startswith("You and Ana met 25 times.")


def test_twenty_months_are_about_two_years() -> None:
    """And three years are "every few"."""
    assert "about every two years" in why([900 + 610 * n for n in range(5)])
    assert "every few years" in why([1200 + 1100 * n for n in range(5)])
    assert "about once a year" in why([700 + 365 * n for n in range(5)])


def test_a_few_days_twice_a_year_are_no_weekly_pace() -> None:
    """Four meetings within eleven days, in spring and in autumn."""
    starts = [400 + 180 * n for n in range(7)]
    told = why([start + day for start in starts for day in (0, 4, 7, 11)])

    assert "week" not in told
    assert "28 times" in told or "often" in told or "a lot" in told
