"""Courtesy: order, weeks and days; an easy word first; and a whole year of plans."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.core.bonds import (
    ACTIVE,
    DORMANT,
    LONG_DORMANT,
    NEXT_WEEK,
    TODAY,
    bond,
    met,
    past,
    planned,
    remembered,
    words_in,
)
from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.giving.compose import nudge_id
from worker.core.giving.courtesy import Plan
from worker.core.giving.everybody import names_in
from worker.core.giving.told_before import BETWEEN_DAYS
from worker.core.giving.week import iso_week
from worker.core.nudge import NudgeState
from worker.core.person import Birthday


def many(count: int, **values: object) -> list[Bond]:
    return [
        bond(f"P{number:02} Field", [days + number for days in DORMANT], **values) for number in range(count)
    ]  # type: ignore[arg-type]  # keywords of bond


def test_two_iso_weeks_each_have_their_own_budget() -> None:
    """B3: seven days may lie in two weeks; the last place of each is no silence's."""
    thursday = date(2026, 11, 26)
    days = [thursday + timedelta(days=step) for step in range(1, 13)]

    made = planned(*many(9), today=thursday, days=days, weekly_budget=3).nudges

    assert Counter(iso_week(nudge.on) for nudge in made) == {(2026, 49): 2, (2026, 50): 2}


def test_the_turn_of_the_year_is_counted_by_iso_weeks() -> None:
    """B3: 1 January 2027 still belongs to week 53 of 2026."""
    new_year = date(2026, 12, 28)
    days = [new_year + timedelta(days=step) for step in range(2, 9)]

    made = planned(*many(9), today=new_year, days=days, weekly_budget=3).nudges

    assert Counter(iso_week(nudge.on) for nudge in made) == {(2026, 53): 2, (2027, 1): 2}


def test_where_one_day_of_the_week_is_left_it_is_not_crowded() -> None:
    """A5: a budget of three is for five days; who does not fit waits for the next week."""
    wednesday, friday = date(2026, 11, 25), date(2026, 11, 27)

    made = planned(*many(9), today=wednesday, days=[friday], weekly_budget=3).nudges

    assert [nudge.on for nudge in made] == [friday]


def test_nudges_are_spread_over_the_week() -> None:
    """A5: not three on one morning."""
    monday = date(2026, 11, 30)
    week = [monday + timedelta(days=step) for step in range(5)]

    made = planned(*many(3), today=monday - timedelta(days=4), days=week, weekly_budget=4).nudges

    assert len({nudge.on for nudge in made}) == 3
    assert all((later.on - earlier.on).days >= 1 for earlier, later in pairwise(made))


def test_a_day_that_already_has_a_nudge_is_avoided() -> None:
    """A5: as long as the week has another."""
    standing = bond("Zoe Field", nudges=[past(-3, NudgeState.OPEN)])

    made = planned(standing, *many(2), planned={iso_week(TODAY): 1}).nudges

    assert date(2026, 11, 26) not in {nudge.on for nudge in made}


def test_days_off_are_left_free() -> None:
    """A5: a holiday is a holiday."""
    made = planned(*many(3), is_day_off=lambda day: day != NEXT_WEEK[1]).nudges

    assert {nudge.on for nudge in made} == {NEXT_WEEK[1]}


def test_those_missed_most_come_first() -> None:
    """B10: how unusual the silence is, and how much was shared; used for order only."""
    close = bond("Ana Field", [210 + 30 * step for step in range(20)])
    distant = bond("Ben Field", [210 + 30 * step for step in range(5)])

    made = planned(close, distant, weekly_budget=1)

    assert [nudge.person for nudge in made.nudges] == [close.person.key]
    assert made.rediscover == (distant.person.key,)


def test_circles_take_turns() -> None:
    """B3: not the office alone."""
    people = [*many(4, circle="work"), bond("Zoe Field", [days + 9 for days in DORMANT], circle="family")]

    assert "zoe@example.org" in {nudge.person for nudge in planned(*people, weekly_budget=2).nudges}


def test_gifts_and_channels_take_turns() -> None:
    """B3: three nudges, three things to give, three ways to bring them."""
    made = planned(
        *[
            bond(f"P{n} Field", [met(700 + n, "Camino"), *(met(days + n, "Beekeeping") for days in DORMANT)])
            for n in range(3)
        ],
        weekly_budget=4,
    ).nudges

    assert len({nudge.gift.kind for nudge in made}) == 3
    assert len({nudge.channel for nudge in made}) >= 2


def test_an_id_depends_on_person_silence_and_reason_alone() -> None:
    """Twice is once, on every machine."""
    first = planned(bond()).nudges[0]
    later = planned(bond(circle="work"), weekly_budget=9, words=words_in("de")).nudges[0]

    assert first.id == later.id == nudge_id("ana@example.org", TODAY - timedelta(days=210), "rhythm")


# Warm-up


def test_an_easy_friend_goes_before_a_long_silence() -> None:
    """A6: warm-up first."""
    made = planned(bond("Ana Field", LONG_DORMANT), bond("Ben Field", ACTIVE)).nudges

    assert [nudge.reason for nudge in made] == [Occasion.WARM_UP, Occasion.RHYTHM]
    assert made[0].on < made[1].on


def test_without_a_long_silence_no_current_friend_is_brought_up() -> None:
    """A7: who is there needs no nudge."""
    assert [nudge.reason for nudge in planned(bond(), bond("Ben Field", ACTIVE)).nudges] == ["rhythm"]


def test_a_budget_of_one_is_for_the_one_who_is_missed() -> None:
    """A6: no warm-up where it would take the only place."""
    made = planned(bond("Ana Field", LONG_DORMANT), bond("Ben Field", ACTIVE), weekly_budget=1).nudges

    assert [nudge.reason for nudge in made] == ["rhythm"]


def test_a_friend_seen_within_three_weeks_is_no_warm_up() -> None:
    """A7: they have just met."""
    lately = bond("Ben Field", [170, 140, 110, 80, 50, 14])

    assert [nudge.reason for nudge in planned(bond("Ana Field", LONG_DORMANT), lately).nudges] == ["rhythm"]


@pytest.mark.parametrize("seed", range(3))
def test_a_year_of_plans_keeps_every_promise(seed: int) -> None:
    """B3, A7: week by week over a year, with nobody answering, nobody is named twice within half a year."""
    people = [*many(8), bond("Zoe Field", LONG_DORMANT), bond("Yan Field", [days + seed for days in ACTIVE])]
    named: dict[str, list[date]] = {}

    for week in range(52):
        today = TODAY + timedelta(weeks=week)
        days = [today + timedelta(days=step) for step in range(2, 5)]
        made = planned(*people, today=today, days=days)
        assert len(made.nudges) <= 3
        for nudge in made.nudges:
            named.setdefault(nudge.person, []).append(nudge.on)
        people = [with_answers(someone, made, today) for someone in people]

    assert all(
        (later - earlier).days >= BETWEEN_DAYS for days in named.values() for earlier, later in pairwise(days)
    )
    assert len(named) == 10


def with_answers(someone: Bond, made: Plan, today: date) -> Bond:
    kept = tuple(
        remembered(nudge, NudgeState.LET_GO, nudge.on + timedelta(days=14))
        for nudge in made.nudges
        if nudge.person == someone.person.key
    )
    return replace(someone, nudges=someone.nudges + kept)


def test_a_silence_is_one_nudge_whatever_day_is_near() -> None:
    """The year belongs to a birthday's nudge only."""
    plain, born = bond(), bond(birthday=Birthday(month=11, day=26))

    (one,), (other,) = planned(plain).nudges, planned(born).nudges

    assert (one.reason, one.id) == (other.reason, other.id)


def test_a_birthday_is_another_nudge_each_year() -> None:
    """In whatever silence."""
    born = bond(met_ago=[900], birthday=Birthday(month=11, day=26))
    year = timedelta(days=365)

    (now,) = planned(born).nudges
    (later,) = planned(born, today=TODAY + year, days=[day + year for day in NEXT_WEEK]).nudges

    assert now.reason == later.reason == "birthday"
    assert now.id != later.id


def test_names_are_words_of_two_letters_and_more() -> None:
    """Of addresses none are."""
    assert names_in(["Li Wu", "A. Núñez", "ada@example.org"]) == {"li", "wu", "nunez"}


def test_a_missed_friends_birthday_takes_the_last_place_beside_silences_that_stand() -> None:
    """An address book that comes late tells of it after two silences were chosen. Without it the place stays free."""
    stand = [bond(f"S{n} Field", DORMANT, nudges=[past(-2 * n, NudgeState.OPEN)]) for n in (1, 2)]
    plain, other = bond("Zoe Field", DORMANT), bond("Yan Field", DORMANT)
    friend = bond("Zoe Field", DORMANT, birthday=Birthday(month=11, day=26))
    two = {iso_week(TODAY): 2}

    made = planned(*stand, friend, other, planned=two)
    without = planned(*stand, plain, other, planned=two)

    assert [(nudge.name, nudge.on) for nudge in made.nudges] == [("Zoe Field", date(2026, 11, 26))]
    assert not without.nudges


def ten_days_from(today: date) -> list[date]:
    return [today + timedelta(days=step) for step in range(11)]


@pytest.mark.parametrize(
    ("today", "birthday", "on"),
    [(23, 24, 24), (23, 23, 23), (27, 29, 27), (28, 28, 28), (28, 29, 29), (28, 30, 30), (23, 25, 25)],
)
def test_a_birthday_today_or_tomorrow_is_not_told_as_over(today: int, birthday: int, on: int) -> None:
    """A4: on the last work day until then, or on the day itself; there is no waiting for two days of notice."""
    monday = date(2026, 11, today)
    born = bond(met_ago=[900], birthday=Birthday(month=11, day=birthday), today=monday)

    (made,) = planned(born, today=monday, days=ten_days_from(monday)).nudges

    assert made.on == date(2026, 11, on)
    assert f"has a birthday on {date(2026, 11, birthday):%A}, {birthday} November" in made.why


def test_one_birthday_is_hurried_and_only_where_its_week_has_a_place_for_it() -> None:
    """B3: the other waits, as it does where the week is full or had an occasion; nothing ahead is told as over."""
    days = ten_days_from(TODAY)
    ana, zoe = (bond(name, [900], birthday=Birthday(month=11, day=24)) for name in ("Ana Lopez", "Zoe Field"))
    thanked = bond("Yan Field", [700], nudges=[past(3, NudgeState.LET_GO, reason="birthday")])

    assert [nudge.on.day for nudge in planned(ana, zoe, days=days).nudges] == [24]
    assert planned(ana, days=days, planned={iso_week(TODAY): 3}).nudges == ()
    assert planned(ana, thanked, days=days).nudges == ()
    assert planned(ana, days=days[1:2]).nudges != ()
