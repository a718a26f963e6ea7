"""Scenarios: small lives, each with one thing that must happen."""

from dataclasses import replace

from tests.core.bonds import DORMANT, bond, met, past, planned
from worker.core.bond import Bond
from worker.core.nudge import GiftKind, Nudge
from worker.core.person import Birthday

THIS_WEEK = Birthday(month=11, day=26)
ANA = "ana@example.org"


def nudged(*people: Bond) -> set[str]:
    return {nudge.person for nudge in planned(*people).nudges}


def only(*people: Bond) -> Nudge:
    (nudge,) = planned(*people).nudges
    return nudge


def reason(someone: Bond) -> str | None:
    """Why this person is held back; None when they are not."""
    return next((held.because for held in planned(someone).held_back), None)


def test_a_missed_friend_with_a_birthday_goes_first() -> None:
    """A4: the right moment."""
    ana = bond(birthday=THIS_WEEK)
    ben = bond("Ben Field", [210 + 30 * step for step in range(12)])

    (nudge,) = planned(ana, ben, weekly_budget=1).nudges

    assert nudge.person == ANA
    assert nudge.reason == "rhythm"
    assert nudge.gift.kind is GiftKind.CELEBRATE


def test_a_pinned_doctor_is_a_friend() -> None:
    """A4: the user's word goes before ours."""
    doctor = bond("Dr. Ana Weber", [met(days, "Check") for days in DORMANT])

    assert nudged(doctor) == set()
    assert nudged(replace(doctor, is_pinned=True)) != set()


def test_a_new_silence_after_half_a_year_may_be_nudged_about() -> None:
    """B1: they met again since, and fell silent again."""
    assert nudged(bond(nudges=[past(500)], met_ago=[*range(700, 520, -30), *DORMANT])) == {ANA}
