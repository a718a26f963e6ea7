"""A birthday wish is a reason of its own: no silence that is usual, and no meeting of next month, holds it back."""

from datetime import date, timedelta

import pytest

from config.words import LANGUAGES
from tests.core.bonds import DORMANT, NEXT_WEEK, TODAY, bond, met, past, planned, words_in
from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.giving.phrase import why_of
from worker.core.nudge import GiftKind, Nudge, NudgeState
from worker.core.person import Birthday

SOON = TODAY + timedelta(days=9)
TWICE_A_YEAR = [330, 580, 700, 970]
"""As somebody is seen at Easter and Christmas: a year is nothing unusual."""


def born(day: date) -> Birthday:
    return Birthday(month=day.month, day=day.day)


def wished(someone: Bond) -> Nudge | None:
    found = planned(
        someone, days=[*NEXT_WEEK, *(TODAY + timedelta(days=step) for step in range(8, 12))]
    ).nudges
    return found[0] if found else None


def test_a_usual_silence_holds_no_wish_back() -> None:
    """Their gaps are as long; the day is theirs all the same, and nothing is said of the silence's rights."""
    someone = bond("Oma Inge", TWICE_A_YEAR, birthday=born(SOON))
    found = wished(someone)

    assert wished(bond("Oma Inge", TWICE_A_YEAR)) is None
    assert found is not None
    assert (found.reason, found.offers(GiftKind.CELEBRATE)) == ("birthday", True)
    assert "birthday" in found.why


def test_a_silence_that_was_told_already_holds_no_wish_back() -> None:
    """One nudge for one silence; a birthday comes every year. Within half a year it is too soon for both."""
    told, lately = (
        past(days, NudgeState.LET_GO, closed_on=TODAY - timedelta(days=days - 14)) for days in (560, 90)
    )
    long_ago = [days + 600 for days in DORMANT]

    after_long = wished(bond(met_ago=long_ago, nudges=[told], birthday=born(SOON)))

    assert after_long is not None
    assert after_long.offers(GiftKind.CELEBRATE)
    assert wished(bond(met_ago=long_ago, nudges=[lately], birthday=born(SOON))) is None


def test_a_silence_that_may_be_told_keeps_its_reason_and_wishes_well() -> None:
    """Whoever is missed is told of both."""
    found = wished(bond(met_ago=DORMANT, birthday=born(SOON)))

    assert found is not None
    assert (found.reason, found.offers(GiftKind.CELEBRATE)) == ("rhythm", True)


@pytest.mark.parametrize(("ahead", "is_wished"), [(12, False), (21, False), (22, True), (60, True)])
def test_a_meeting_beyond_three_weeks_does_not_take_the_place_of_a_wish(
    ahead: int, *, is_wished: bool
) -> None:
    """However long the gaps are between the two."""
    found = wished(bond(met_ago=TWICE_A_YEAR, ahead=[met(-ahead)], birthday=born(SOON)))

    assert (found is not None) is is_wished


def test_after_a_first_meeting_the_birthday_is_named() -> None:
    """The wish would come out of nowhere else."""
    first = bond("Ines Holm", [met(3, "Coffee")], birthday=born(SOON))
    found = wished(first)

    assert found is not None
    assert found.reason == "thanks"
    assert found.offers(GiftKind.CELEBRATE)
    assert "Ines has a birthday on" in found.why


def test_kin_are_never_met_for_the_first_time() -> None:
    """Nobody says to their mother that it was good to make her acquaintance."""
    mother, friend = (
        bond(name, [met(3, "Lunch")], circle=circle)
        for name, circle in (("Mum", "family"), ("Ana Lopez", "friends"))
    )

    assert wished(mother) is None
    assert wished(friend) is not None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_has_met_their_mother_but_once(lang: str) -> None:
    """Whatever the calendar tells: the wish says nothing of it; of a friend it does."""
    mother, friend = (
        bond("Mum", [met(300)], circle=circle, birthday=born(SOON)) for circle in ("family", "friends")
    )
    why = [why_of(each, Occasion.BIRTHDAY, words_in(lang), on=SOON, zone="UTC") for each in (mother, friend)]

    assert why[1].startswith(why[0])
    assert len(why[1]) > len(why[0]) + 10


@pytest.mark.parametrize("days", [1, 2, 5])
def test_a_week_that_is_nearly_over_leaves_no_birthday_out(days: int) -> None:
    """Both belong to Friday; a thank-you has its place besides, as far as the budget goes."""
    friday = TODAY + timedelta(days=4)
    dave, gran = (
        bond(name, [day + n for day in DORMANT], birthday=born(friday + timedelta(days=n)))
        for n, name in enumerate(("Dave Hill", "Gran"))
    )
    left = [friday - timedelta(days=n) for n in reversed(range(days))]

    found = planned(dave, gran, bond("Imogen Clarke", [met(5, "Coffee")]), days=left).nudges

    assert [each.name for each in found if each.on == friday and each.offers(GiftKind.CELEBRATE)] == [
        "Dave Hill",
        "Gran",
    ]
    assert len(found) == 3
