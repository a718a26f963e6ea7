"""Telling: news goes round to a varied handful, one by one, and beside other gifts for a year."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from math import log1p

import pytest

from tests.core.bonds import ACTIVE, DORMANT, TODAY, bond, met, past, planned, remembered, words_in
from worker.core.bond import Bond
from worker.core.giving.shelf import ShelfKind, Thing
from worker.core.giving.telling import HANDFUL, WEEKS, Telling, is_going_round, telling_of
from worker.core.giving.week import iso_week
from worker.core.nudge import GiftKind, NudgeState

MOVED = Thing(kind=ShelfKind.NEWS, text="I have moved to Leipzig", added_on=TODAY)


def friends(count: int, **values: object) -> list[Bond]:
    circles = ["work", "family", "friends", "other"]
    return [
        bond(f"P{n:02} Field", [days + n for days in ACTIVE], circle=circles[n % 4], **values)  # type: ignore[arg-type]
        for n in range(count)
    ]


def weeks_of_news(people: list[Bond], news: Thing, weeks: int, budget: int = 3) -> list[tuple[date, str]]:
    """Who was told when, over some weeks of plans that nobody answers."""
    told = []
    for week in range(weeks):
        today = TODAY + timedelta(weeks=week)
        days = [today + timedelta(days=step) for step in range(2, 5)]
        made = planned(*people, today=today, days=days, shelf=[news], weekly_budget=budget)
        told += [(nudge.on, nudge.person) for nudge in made.nudges if nudge.reason == "news"]
        kept = {nudge.person: remembered(nudge, NudgeState.LET_GO, nudge.on) for nudge in made.nudges}
        people = [
            replace(each, nudges=(*each.nudges, kept[each.person.key])) if each.person.key in kept else each
            for each in people
        ]
    return told


@pytest.mark.parametrize("lang", ["en", "de", "es", "fr", "pt", "it"])
def test_news_is_told_to_one_friend_a_week(lang: str) -> None:
    """B4: in the user's language and their own words."""
    made = planned(*friends(5), shelf=[MOVED], words=words_in(lang)).nudges

    assert [nudge.reason for nudge in made] == ["news"]
    assert made[0].gift.kind is GiftKind.NEWS
    assert "I have moved to Leipzig" in made[0].gift.text
    assert "I have moved to Leipzig" in made[0].draft


def test_a_handful_hears_it_over_the_weeks_and_no_more() -> None:
    """B4: one by one, varied over the circles, never a bulk mail."""
    people = friends(20)

    told = weeks_of_news(people, MOVED, 12)

    assert len(told) == HANDFUL
    assert max(Counter(iso_week(day) for day, _ in told).values()) == 1
    circles = {each.person.key: each.person.circle for each in people}
    assert len({circles[person] for _, person in told}) == 4


def test_who_shares_the_topic_hears_it_first() -> None:
    """B4: those who would care."""
    news = replace(MOVED, text="I keep bees now", topics=("beekeeper",))
    keeper = bond("Zoe Field", [met(days, "Beekeeping") for days in (300, 90)])

    made = planned(*friends(3), keeper, shelf=[news]).nudges

    assert [nudge.person for nudge in made] == [keeper.person.key]


def test_news_with_a_topic_is_not_for_everybody() -> None:
    """B4: whoever would not care is left in peace."""
    assert planned(*friends(3), shelf=[replace(MOVED, topics=("bees",))]).nudges == ()


def test_news_stands_beside_other_gifts_for_a_year() -> None:
    """B4: as a further gift in a nudge that comes anyway, never as its first one."""
    for age, is_there in ((30, True), (200, True), (360, True), (366, False)):
        (nudge,) = planned(bond(), shelf=[replace(MOVED, added_on=TODAY - timedelta(days=age))]).nudges
        assert nudge.reason == "rhythm"
        assert nudge.gift.kind is not GiftKind.NEWS
        assert (GiftKind.NEWS in {gift.kind for gift in nudge.more_gifts}) is is_there


def test_the_missed_come_before_the_news() -> None:
    """B4, B3: news is inside the budget, after those who are missed."""
    people = [bond(f"P{n} Field", [days + n for days in DORMANT]) for n in range(3)]

    assert {nudge.reason for nudge in planned(*people, *friends(3), shelf=[MOVED]).nudges} == {"rhythm"}


def test_nobody_met_once_long_ago_is_told() -> None:
    """B4: a stranger would not care, unless it is what they met about."""
    assert planned(bond(met_ago=[900]), shelf=[MOVED]).nudges == ()


def test_a_friend_seen_last_week_hears_it_when_they_meet() -> None:
    """A7: they are in touch."""
    assert planned(bond(met_ago=[100, 70, 40, 7]), shelf=[MOVED]).nudges == ()


def test_news_of_tomorrow_is_not_told_today() -> None:
    """A file may name its day."""
    assert planned(*friends(3), shelf=[replace(MOVED, added_on=TODAY + timedelta(days=30))]).nudges == ()


def test_who_hears_first_is_whoever_cares_most() -> None:
    """More meetings, a circle that has heard nothing yet, and a shared topic most of all."""
    bees = Thing(kind=ShelfKind.NEWS, text="I keep bees", topics=("beekeeping",), added_on=TODAY)
    keeper = bond("Ana Lopez", [met(days, "Beekeeping") for days in ACTIVE], circle="friends")

    def value(thing: Thing, **told: int) -> float:
        return Telling(news=(thing,), told=told, today=TODAY, names=()).value_for(keeper)

    plain = value(MOVED)
    assert plain == pytest.approx(log1p(keeper.tie.visits))
    assert value(MOVED, work=3) == plain
    assert value(MOVED, friends=1) == pytest.approx(plain / 2)
    assert value(MOVED, friends=2) == pytest.approx(plain / 4)
    assert value(bees) == pytest.approx(3 * plain)
    assert value(replace(bees, topics=("opera",))) == 0.0


def test_news_goes_round_for_some_weeks() -> None:
    """From its own day on; what else stands on the shelf, or has no day, is told to nobody for its own sake."""
    days = [TODAY + timedelta(days=step) for step in range(-2, 7 * WEEKS + 2)]

    assert [(day - TODAY).days for day in days if is_going_round(MOVED, day)] == list(range(7 * WEEKS))
    assert not is_going_round(replace(MOVED, added_on=None), TODAY)
    assert not is_going_round(replace(MOVED, kind=ShelfKind.BOOK), TODAY)


def test_without_news_there_is_nothing_to_tell() -> None:
    """Nor when all of it has had its handful."""
    heard = [
        bond(
            f"P{n} Field", nudges=[past(9, NudgeState.DONE, reason="news", gift_text=f"Tell: {MOVED.shown}")]
        )
        for n in range(HANDFUL)
    ]

    assert telling_of([], [], today=TODAY, names=()) is None
    assert telling_of([MOVED], heard, today=TODAY, names=()) is None
    assert telling_of([MOVED], heard[1:], today=TODAY, names=()) is not None
