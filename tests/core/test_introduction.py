"""Introduction: bringing together two who might enjoy each other, and never more often than they like."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.core.bonds import CATALOGUE, DORMANT, TODAY, bond, met, past, planned
from worker.core.bond import Bond
from worker.core.giving.catalogue import Catalogue
from worker.core.giving.everybody import remembered
from worker.core.giving.introduction import Introduction, introduction_for
from worker.core.nudge import GiftKind, NudgeState
from worker.core.person import Birthday

ANA = bond(met_ago=[met(days, "Beekeeping course") for days in DORMANT], circle="friends")
BEN = bond(
    "Ben Field",
    [met(days + 2, "Urban beekeeping") for days in DORMANT],
    circle="work",
    emails=("ben@firm.example",),
)


def introduced(one: Bond, *others: Bond) -> Introduction | None:
    everybody = (one, *others)
    return introduction_for(one, everybody, remembered(everybody, TODAY), today=TODAY)


def test_two_who_share_a_topic_may_be_brought_together() -> None:
    """B11: different circles, the same interest, never met."""
    found = introduced(ANA, BEN)

    assert found is not None
    assert (found.name, found.topic) == ("Ben Field", "Beekeeping")


def test_a_nudge_carries_it_with_the_consent_of_both() -> None:
    """B11: Ben is not named to Ana before he has said yes."""
    rules = tuple(rule for rule in CATALOGUE.gifts if rule.name in ("introduction", "hello"))

    ana, ben = planned(ANA, BEN, catalogue=Catalogue(gifts=rules)).nudges

    assert {ana.gift.kind, ben.gift.kind} == {GiftKind.INTRODUCTION, GiftKind.HELLO}
    giver = ana if ana.gift.kind is GiftKind.INTRODUCTION else ben
    assert "Ana" in giver.gift.text
    assert "Ben" in giver.gift.text
    assert not {"Ana", "Ben"} <= set(giver.draft.replace(",", " ").split())


@pytest.mark.parametrize(("years", "is_one"), [(1, True), (3, False)])
def test_two_long_lost_do_not_find_each_other(years: int, *, is_one: bool) -> None:
    """Whom one would have to look for oneself is introduced to nobody; whose nudge it is may be long lost."""
    away = timedelta(days=365 * years)
    touches = [
        replace(each, started_at=each.started_at - away, ended_at=each.ended_at - away)
        for each in BEN.touches
    ]
    lost = bond("Ben Field", touches, circle="work", emails=("ben@firm.example",))

    assert (introduced(ANA, lost) is not None) is is_one
    assert introduced(lost, ANA) is not None


def test_one_plan_never_uses_a_person_twice() -> None:
    """B6: three people with one interest make one introduction."""
    cleo = bond("Cleo Marsh", [met(days + 4, "Beekeeping") for days in DORMANT], circle="family")

    made = planned(ANA, BEN, cleo, weekly_budget=9).nudges
    texts = [
        gift.text
        for nudge in made
        for gift in (nudge.gift, *nudge.more_gifts)
        if gift.kind is GiftKind.INTRODUCTION
    ]

    assert len(texts) <= 1


@pytest.mark.parametrize(
    "other",
    [
        replace(BEN, person=replace(BEN.person, circle="friends")),
        bond("Ben Field", [met(days + 2, "Urban beekeeping") for days in DORMANT[:3]], circle="work"),
        bond("Ben Field", [met(days, "Beekeeping course") for days in DORMANT], circle="work"),
        bond("Ben Field", [met(days + 2, "Sailing") for days in DORMANT], circle="work"),
        bond("Ben Field", [met(days + 2, "Lunch about the rehab clinic") for days in DORMANT], circle="work"),
        bond("Dr. Ben Field", [met(days + 2, "Urban beekeeping") for days in DORMANT], circle="work"),
        replace(BEN, rest_until=TODAY),
        replace(BEN, parted_on=TODAY),
        replace(BEN, person=replace(BEN.person, emails=("ben@example.org",))),
    ],
    ids=[
        "same circle",
        "hardly known",
        "have met",
        "other interests",
        "tender",
        "a service",
        "resting",
        "parted from",
        "colleagues",
    ],
)
def test_nobody_is_introduced_against_courtesy(other: Bond) -> None:
    """B5, B6: only people well known, who have never met, and who are not resting."""
    assert introduced(ANA, other) is None


def test_someone_introduced_lately_is_left_in_peace() -> None:
    """B6: as the one who gets it, and as the one who is named."""
    had = past(100, NudgeState.DONE, gift_kind=GiftKind.INTRODUCTION, gift_text="Ben Field and somebody")
    cleo = bond("Cleo Marsh", DORMANT, nudges=[had])

    assert introduced(replace(ANA, nudges=(had,)), BEN) is None
    assert introduced(ANA, replace(BEN, nudges=(had,))) is None
    assert introduced(ANA, BEN, cleo) is None
    assert introduced(ANA, BEN, replace(cleo, nudges=(replace(had, on=TODAY - timedelta(days=181)),)))


def test_the_dead_are_introduced_to_nobody() -> None:
    """A5: nothing is said about them at all."""
    gone = replace(BEN, person=replace(BEN.person, is_deceased=True, birthday=Birthday(month=11, day=26)))

    assert "Ben" not in str(planned(ANA, gone))


def test_the_word_that_both_share_is_said_without_its_comma() -> None:
    """As the user's title writes it else."""
    ana = bond(met_ago=[met(days, "Beekeeping, candles") for days in DORMANT], circle="friends")

    for title, word in (("Urban beekeeping", "Beekeeping"), ("Beeswax candles", "candles")):
        about = replace(BEN, touches=tuple(replace(touch, title=title) for touch in BEN.touches))
        found = introduced(ana, about)
        assert found is not None
        assert found.topic == word


def test_four_visits_are_enough_to_be_introduced() -> None:
    """Three are not."""
    ben = [replace(bond("Ben Field", BEN.touches[:n], circle="work"), person=BEN.person) for n in (4, 3)]

    assert introduced(ANA, ben[0]) is not None
    assert introduced(ANA, ben[1]) is None
