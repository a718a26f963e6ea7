"""The typical gap: how often two meet by now, where their pace has changed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.bonds import ENGLISH, TODAY, bond
from worker.core.bond import Bond
from worker.core.gaps import median_gap, typical_gap
from worker.core.giving.catalogue import Occasion
from worker.core.giving.hold import because
from worker.core.giving.look import Look
from worker.core.giving.phrase import why_of

WEEKLY, LUNCHES = [7] * 200, [75, 60, 90, 80, 70]


@pytest.mark.parametrize(
    ("gaps", "typical"),
    [
        ([], None),
        ([30], 30),
        ([*WEEKLY, *LUNCHES], 75),
        ([*LUNCHES, *LUNCHES, *LUNCHES, 7, 7, 7, 7, 7], 7),
        ([30] * 20 + [40, 50, 60, 50, 55], 30),
        (LUNCHES, 75),
        ([*WEEKLY, 75, 60], 7),
    ],
)
def test_the_last_few_tell_where_they_are_of_another_pace(gaps: list[int], typical: float | None) -> None:
    """Two long breaks are no pace yet, nor is a slow growing apart."""
    assert typical_gap(gaps) == typical


@given(st.lists(st.integers(1, 3000), min_size=1))
def test_it_lies_among_their_gaps_and_is_the_middle_of_a_steady_tie(gaps: list[int]) -> None:
    """Whatever these are."""
    found = typical_gap(gaps)

    assert found is not None
    assert min(gaps) <= found <= max(gaps)
    assert typical_gap(gaps[:1] * 30) == median_gap(gaps[:1])


def colleague(silence: int) -> Bond:
    """Weekly for four years, then a lunch every ten weeks or so for two."""
    ago, days = silence, [silence]
    for gap in (*reversed(LUNCHES + LUNCHES), *WEEKLY):
        ago += gap
        days.append(ago)
    return bond("Isabel Reis", days)


def test_seven_weeks_are_no_silence_for_who_meets_every_ten_by_now() -> None:
    """Though they met every week at work, years before."""

    def held(silence: int) -> str | None:
        look = Look(bond=colleague(silence), today=TODAY, zone="UTC", occasion=Occasion.RHYTHM, words=ENGLISH)
        return because(look)

    assert held(49) == "a break like this is usual for the two of you"
    assert held(113) is None


def test_a_last_meeting_that_was_one_alone_ends_no_pace() -> None:
    """Every week for a while, and once a year and a half later: "you saw a lot of her, until February" is untrue."""
    days = [150, *(700 + 7 * n for n in range(6))]
    for occasion in (Occasion.RHYTHM, Occasion.YEARS):
        why = why_of(bond("Paula Roth", days), occasion, ENGLISH, on=TODAY + timedelta(days=1), zone="UTC")

        assert why.startswith("You and Paula met seven times. It has been five months")


def test_a_nudge_tells_how_often_they_met_of_late() -> None:
    """ "About every week" was true once."""
    why = why_of(colleague(150), Occasion.RHYTHM, ENGLISH, on=TODAY + timedelta(days=1), zone="UTC")

    assert "about every quarter" in why or "about every two months" in why
