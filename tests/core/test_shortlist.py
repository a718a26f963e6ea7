"""A shortlist: of many people, those whose lives have to be read before planning, and nobody is missed by it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.bonds import ACTIVE, DORMANT, ENGLISH, TODAY, bond, in_series, met, past, planned
from worker.core.bond import Bond, Peace
from worker.core.giving.ask import is_ask
from worker.core.giving.courtesy import usable_days
from worker.core.giving.everybody import remembered
from worker.core.giving.shelf import ShelfKind, Thing, may_be_about
from worker.core.giving.shortlist import Wanted, shortlist
from worker.core.giving.trip import Trip, met_there
from worker.core.giving.week import iso_week
from worker.core.nudge import NudgeState
from worker.core.person import Birthday

DAYS = [TODAY + timedelta(days=step) for step in range(1, 11)]
TITLES = ("Coffee", "Pottery class", "Beekeeping course", "Favour", "Therapy", "Weekly sync", "Lunch")
TRIP = Trip(place="Lisbon", starts_on=TODAY + timedelta(days=20), ends_on=TODAY + timedelta(days=22))
NEWS = (
    Thing(kind=ShelfKind.NEWS, text="I keep bees now", topics=("beekeeping",), added_on=TODAY),
    Thing(kind=ShelfKind.NEWS, text="I have moved to Leipzig", added_on=TODAY),
)


def someone(number: int, chance: Random) -> Bond:
    """One person with a life of their own; many are alike, so that every place is contested."""
    silence, gap = chance.choice([3, 30, 90, 200, 500, 3000]), chance.choice([7, 30, 90])
    others, place = chance.choice([1, 1, 1, 12]), chance.choice(["", "", "", "Lisboa"])
    days = [silence + gap * step for step in range(chance.choice([1, 2, 4, 6, 9]))]
    touches = [met(day, chance.choice(TITLES), others=others, place=place) for day in days]
    against = chance.randrange(12)
    return bond(
        f"P{number:02} Field",
        [in_series(day) for day in days] if against == 0 else touches,
        ahead=[met(-chance.randrange(1, 60), chance.choice(TITLES))] if against in (1, 2) else [],
        nudges=[past(chance.randrange(-5, 400), chance.choice(list(NudgeState)))] if against == 3 else [],
        rest_until=TODAY if against == 4 else None,
        seen_in_crowd_on=TODAY - timedelta(days=chance.randrange(40)) if against == 5 else None,
        is_pinned=chance.random() < 0.2,
        peace=Peace.HOME if chance.random() < 0.1 else None,
        circle=chance.choice(["work", "friends"]),
        birthday=Birthday(month=chance.choice([11, 12]), day=chance.randrange(1, 29))
        if against > 7
        else None,
    )


def set_apart(bonds: Collection[Bond], values: Mapping[str, Any]) -> set[str]:
    """Whoever the numbers do not tell enough of: a nudge, an ask, the place of a trip, a topic of news."""
    return {
        each.person.key
        for each in bonds
        if each.nudges
        or any(is_ask(touch.title) for touch in each.touches + each.ahead)
        or any(met_there(each, trip) for trip in values.get("trips", ()))
        or any(
            may_be_about(touch.title, thing.about)
            for thing in values.get("shelf", ())
            for touch in each.touches
        )
    }


def listed(bonds: Collection[Bond], budget: int, **values: Any) -> tuple[Bond, ...]:
    whole = {each.person.key: each for each in bonds}
    wanted = Wanted(
        days=usable_days(DAYS, TODAY),
        places=budget * len({iso_week(day) for day in DAYS}),
        today=TODAY,
        zone="UTC",
        words=ENGLISH,
        has_news=any(not thing.topics for thing in values.get("shelf", ())),
    )
    sketches = [replace(each, touches=(), ahead=()) for each in bonds if each.rhythm is not None]
    return shortlist(
        sketches, set_apart(bonds, values), lambda keys: {key: whole[key] for key in keys}, wanted
    )


@pytest.mark.slow
@given(st.integers(0, 10**9), st.integers(0, 3), st.booleans(), st.booleans())
@settings(max_examples=30, deadline=None)
def test_a_plan_over_the_shortlist_is_the_plan_over_everybody(
    seed: int, budget: int, has_trip: bool, has_news: bool
) -> None:
    """For any sixty people: the same nudges, to the letter."""
    chance = Random(seed)
    bonds = [someone(number, chance) for number in range(60)]
    values: dict[str, Any] = {"trips": [TRIP] if has_trip else [], "shelf": NEWS if has_news else ()}
    few = listed(bonds, budget, **values)

    values |= {"days": DAYS, "weekly_budget": budget}
    over_few = planned(*few, everybody=remembered(bonds, TODAY), **values)

    assert over_few.nudges == planned(*bonds, **values).nudges


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("budget", [1, 2])
def test_behind_all_whose_silence_speaks_whoever_is_only_wished_well_is_found(seed: int, budget: int) -> None:
    """Many missed people of one birthday: their silence is held back for some, and some know crowds alone."""
    chance, born = Random(seed), TODAY + timedelta(days=9)
    birthday = Birthday(month=born.month, day=born.day)
    bonds = [
        bond(
            f"P{n:02} Field",
            [
                met(days + chance.randrange(20), others=chance.choice([1, 1, 1, 12]))
                for days in chance.choice([(330, 580, 850, 1100), DORMANT])
            ],
            birthday=birthday,
            ahead=[met(-1)] if chance.random() < 0.3 else [],
        )
        for n in range(150)
    ]
    few = listed(bonds, budget)
    values: dict[str, Any] = {"days": DAYS, "weekly_budget": budget}

    assert len(few) < len(bonds)
    assert (
        planned(*few, everybody=remembered(bonds, TODAY), **values).nudges == planned(*bonds, **values).nudges
    )


def test_behind_many_who_were_met_once_the_friend_of_that_birthday_is_found() -> None:
    """Whoever is well known is wished well first, however little unusual their silence is."""
    day = TODAY + timedelta(days=9)
    birthday = Birthday(month=day.month, day=day.day)
    once = [bond(f"P{n:02} Field", [900 + n], birthday=birthday) for n in range(60)]
    friend = bond("Zoe Marsh", ACTIVE, birthday=birthday)

    few = listed([*once, friend], budget=2)

    assert planned(*few, days=DAYS, weekly_budget=2).nudges[0].person == friend.person.key


def test_of_a_thousand_who_are_missed_few_are_read() -> None:
    """Three nudges a week need no thousand lives."""
    bonds = [
        bond(f"P{n:03} Field", [days + n % 50 for days in (400, 370, 340, 310, 280)]) for n in range(1000)
    ]

    few = listed(bonds, budget=3)

    assert 6 <= len(few) <= 60


def test_whoever_is_held_back_makes_room_for_the_next() -> None:
    """Thirty see the user tomorrow, which their numbers do not tell; the one behind them is found all the same."""
    days = (400, 370, 340, 310, 280)
    busy = [bond(f"P{n:02} Field", [*days, 430], ahead=[met(-1)]) for n in range(30)]
    free = bond("Zoe Marsh", days)

    few = listed([*busy, free], budget=1)

    assert planned(*few, days=DAYS, weekly_budget=1).nudges[0].person == free.person.key


def test_a_queue_holds_whom_it_is_for() -> None:
    """A birthday of somebody seldom met, a current friend, and somebody to tell news to; nobody else is read."""
    born = bond("Ana Born", [300, 200], birthday=Birthday(month=TODAY.month, day=TODAY.day + 3))
    other = bond("Ben Born", [300, 200], birthday=Birthday(month=6, day=1))
    friend = bond("Cleo Friend", ACTIVE)
    drifting = bond("Dan Drifting", [211, 181, 151, 121, 91, 61])
    lately = bond("Eva Lately", [95, 65, 35, 5])
    everyone = [born, other, friend, drifting, lately]

    assert listed(everyone, budget=3) == (born, friend)
    assert listed(everyone, budget=3, shelf=NEWS) == (born, friend, drifting)
    assert listed([replace(each, rest_until=TODAY) for each in everyone], budget=3) == ()


def test_a_birthday_is_near_from_a_week_before_to_ten_days_after() -> None:
    """Of any of the days; one on 29 February is kept on the 28th."""
    first, last = usable_days(DAYS, TODAY)[0], usable_days(DAYS, TODAY)[-1]
    days = [first - timedelta(days=step) for step in (11, 10)] + [
        last + timedelta(days=step) for step in (6, 7)
    ]
    people = [
        bond(f"P{n} Field", [300, 200], birthday=Birthday(month=d.month, day=d.day))
        for n, d in enumerate(days)
    ]

    assert listed(people, budget=3) == (people[1], people[2])


def test_whoever_rests_or_was_seen_stands_in_no_queue() -> None:
    """Rest lasts to its day, inclusive; three weeks after a crowd, it counts no more."""
    days = (400, 370, 340, 310, 280)

    def is_listed(**values: Any) -> bool:
        return listed([bond("Ana Lopez", days, **values)], budget=1) != ()

    assert not is_listed(rest_until=TODAY)
    assert is_listed(rest_until=TODAY - timedelta(days=1))
    assert not is_listed(seen_in_crowd_on=TODAY - timedelta(days=21))
    assert is_listed(seen_in_crowd_on=TODAY - timedelta(days=22))
    assert not is_listed(is_deceased=True)


def test_a_first_meeting_is_read_for_two_weeks() -> None:
    """Then it waits for its birthday, like anybody's."""
    assert listed([bond(met_ago=[14])], budget=1)
    assert not listed([bond(met_ago=[15])], budget=1)


def test_somebody_born_on_a_leap_day_is_near_on_the_28th() -> None:
    """In a year without it, and only where that day is near."""
    born = bond("Ana Leap", [300, 200], birthday=Birthday(month=2, day=29))

    def is_listed(day: date) -> bool:
        wanted = Wanted(days=[day], places=3, today=TODAY, zone="UTC", words=ENGLISH)
        return (
            shortlist([replace(born, touches=())], (), lambda keys: dict.fromkeys(keys, born), wanted) != ()
        )

    assert is_listed(date(2027, 2, 22))
    assert not is_listed(date(2027, 2, 21))
