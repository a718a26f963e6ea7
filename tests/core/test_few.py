"""A few meetings, or some in no even pace, are counted; and told in one of several ways."""

from datetime import timedelta

from tests.core.bonds import ENGLISH, TODAY, bond
from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.giving.phrase import why_of


def why(someone: Bond, occasion: Occasion = Occasion.RHYTHM) -> str:
    return why_of(someone, occasion, ENGLISH, on=TODAY, zone="UTC")


def test_few_meetings_are_counted_not_turned_into_a_pace() -> None:
    """A6: two gaps are no rhythm."""
    known = bond(met_ago=[700, 650, 600])
    days = [TODAY + timedelta(days=n) for n in range(9)]
    thrice = {why_of(known, Occasion.RHYTHM, ENGLISH, on=on, zone="UTC") for on in days}

    assert thrice == {
        "You and Ana met three times. It has been 20 months.",
        "You saw Ana three times, most recently in April 2025. That was 20 months ago.",
        "Ana and you have met three times so far; the last time was 20 months ago.",
    }
    assert why(bond(met_ago=[700, 650])).startswith("You and Ana met twice.")


def test_few_meetings_of_long_ago_are_told_in_other_words() -> None:
    """After many years, what is told is not only how often."""
    few = bond(met_ago=[2500, 2400])

    assert why(few, Occasion.YEARS) != why(few)
