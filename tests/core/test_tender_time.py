"""A tender time: months after an illness or a quarrel in which nothing light is said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.core.bonds import ACTIVE, CATALOGUE, DORMANT, ENGLISH, LONG_DORMANT, TODAY, bond, met, planned
from worker.core.giving.catalogue import Occasion
from worker.core.giving.gift import gifts_for
from worker.core.giving.tender_time import is_tender_time, is_too_light
from worker.core.nudge import Gift, GiftKind
from worker.core.touch import Touch


@pytest.mark.parametrize(
    ("met_ago", "ahead", "is_tender"),
    [
        ([met(400), met(170, "Chemo with Ana")], [], True),
        ([met(400), met(190, "Chemo with Ana"), met(170)], [], False),
        ([met(400), met(390, "Argument with Ana")], [], True),
        ([met(400)], [met(-30, "Chemo with Ana")], True),
        ([met(400)], [met(-30)], False),
        ([], [], False),
    ],
)
def test_it_lasts_half_a_year_or_as_long_as_it_was_the_last(
    met_ago: list[Touch], ahead: list[Touch], *, is_tender: bool
) -> None:
    """A5: what is ahead counts as well."""
    assert is_tender_time(bond(met_ago=met_ago, ahead=ahead), TODAY) is is_tender


@pytest.mark.parametrize(
    ("told", "last_met", "is_tender"),
    [(170, 160, True), (400, 410, True), (400, 400, True), (400, 390, False)],
)
def test_what_a_title_tells_counts_while_nothing_came_after_it(
    told: int, last_met: int, *, is_tender: bool
) -> None:
    """ "Break-up talk Ana" two years ago, and no meeting since; nobody is asked what they are proud of then."""
    someone = replace(bond(met_ago=[last_met]), tender_on=TODAY - timedelta(days=told))

    assert is_tender_time(someone, TODAY) is is_tender
    assert not is_tender_time(replace(bond(met_ago=[]), tender_on=TODAY - timedelta(days=400)), TODAY)


def test_every_occasion_has_something_to_give_then() -> None:
    """A5, B1: with all the shared history there is, and none of it light."""
    light = {rule.name for rule in CATALOGUE.gifts if rule.is_light}
    ill = bond(met_ago=[*DORMANT, met(180, "Chemo with Ana")])

    for occasion in Occasion:
        assert gifts_for(ill, on=TODAY, zone="UTC", occasion=occasion, words=ENGLISH, catalogue=CATALOGUE)
    assert {"first_week", "memory_week", "memory_telling", "question_deep", "question_topic"} <= light


def test_what_was_worded_before_is_too_light_then_but_for_a_wish() -> None:
    """A5: a birthday is wished in any time, with nothing to ponder beside it."""
    well, ill = bond(), bond(met_ago=[*DORMANT, met(180, "Chemo with Ana")])
    asked = planned(well).nudges[0]
    wish = replace(asked, reason="birthday", gift=Gift(kind=GiftKind.CELEBRATE, text="…"), more_gifts=())

    assert [is_too_light(asked, each) for each in (well, ill)] == [False, True]
    assert [is_too_light(wish, each) for each in (well, ill)] == [False, False]
    assert is_too_light(replace(wish, reason="rhythm"), ill)


def test_nobody_ill_is_given_a_light_hello_beside_another_silence() -> None:
    """A5: an easy word is for whoever has an easy time."""
    missed, friend = bond("Tom Field", LONG_DORMANT), bond("Ana Field", ACTIVE)
    ill = bond("Ana Field", [*ACTIVE[:-1], met(30, "Chemo with Ana")])

    assert [each.name for each in planned(missed, friend).nudges] == ["Ana Field", "Tom Field"]
    assert [each.name for each in planned(missed, ill).nudges] == ["Tom Field"]
