"""Subject: what a gift is about is found in the shared past, and is what the two of them would call it."""

from dataclasses import replace
from datetime import date, timedelta

from tests.core.bonds import (
    TODAY,
    bond,
    met,
)
from worker.core.giving.catalogue import About
from worker.core.giving.subject import subjects_of
from worker.core.person import Birthday
from worker.core.touch import Touch


def test_a_birthday_is_late_only_when_it_is_over() -> None:
    """On its day it is not."""
    someone = bond(birthday=Birthday(month=TODAY.month, day=TODAY.day))

    def birthdays(step: int) -> set[About]:
        found = subjects_of(someone, on=TODAY + timedelta(days=step), zone="UTC")
        return {About.EARLY_BIRTHDAY, About.BIRTHDAY, About.LATE_BIRTHDAY} & found.keys()

    assert birthdays(-7) == birthdays(11) == set()
    assert birthdays(-6) == birthdays(-1) == {About.EARLY_BIRTHDAY}
    assert birthdays(0) == {About.BIRTHDAY}
    assert birthdays(1) == birthdays(10) == {About.LATE_BIRTHDAY}


def test_a_story_is_told_of_the_longest_day_among_few() -> None:
    """More of few than of many, then the longest, then the first."""

    def told(*touches: Touch) -> str:
        return subjects_of(bond(met_ago=touches), on=TODAY, zone="UTC")[About.TELLING].topic

    def lasting(days_ago: int, title: str, hours: int, others: int = 1) -> Touch:
        touch = met(days_ago, title, others=others)
        return replace(touch, ended_at=touch.started_at + timedelta(hours=hours))

    kites, bees = lasting(300, "Kites", 2), lasting(290, "Beekeeping", 9)
    assert told(kites, bees) == "Beekeeping"
    assert told(kites, lasting(290, "Beekeeping", 2)) == "Kites"
    assert told(kites, lasting(290, "Beekeeping", 9, others=4)) == "Kites"
    assert told(kites, lasting(290, "Beekeeping", 9, others=3)) == "Beekeeping"
    assert told(lasting(300, "Kites", 80), lasting(290, "Beekeeping", 90)) == "Kites"


def test_an_anniversary_keeps_its_topic_and_its_meeting() -> None:
    """Three days before and after, whole years ago; never of this year."""
    sailing = met(365, "Sailing")
    someone = bond(met_ago=[sailing, 200, 100])

    def years(step: int) -> int | None:
        found = subjects_of(someone, on=TODAY + timedelta(days=step), zone="UTC").get(About.WEEK)
        return (
            found.years if found and (found.topic, found.touch) == ("Sailing", someone.touches[0]) else None
        )

    assert [years(step) for step in (-4, -3, 3, 4)] == [None, 1, 1, None]
    assert years(365) == 2
    assert years(-365) is None


def test_what_happened_often_is_a_habit() -> None:
    """More than five times; until then, each of them is something of its own."""
    five, six = ([met(300 - 9 * n, "Sailing") for n in range(times)] for times in (5, 6))

    for touches, about in ((five, About.TOPIC), (six, About.HABIT)):
        found = subjects_of(bond(met_ago=touches), on=TODAY, zone="UTC")
        assert {About.TOPIC, About.HABIT} & found.keys() == {about}
        assert found[about].on == TODAY - timedelta(days=300 - 9 * (len(touches) - 1))


def test_their_own_name_is_no_topic() -> None:
    """Of the person as they are known, not only as this one title says it."""
    someone = bond("Iris Lopez", [replace(met(300, "Iris"), name="Dr. L."), 200])

    assert About.TOPIC not in subjects_of(someone, on=TODAY, zone="UTC")


def test_an_anniversary_may_lie_on_the_other_side_of_new_year() -> None:
    """The last day of December is near on the first days of January, and the other way round."""
    last, first = (met((TODAY - day).days, "Kites") for day in (date(2024, 12, 31), date(2024, 1, 1)))

    def years(touch: Touch, on: date) -> int | None:
        found = subjects_of(bond(met_ago=[touch, 200]), on=on, zone="UTC").get(About.WEEK)
        return found.years if found else None

    assert years(last, date(2027, 1, 2)) == 2
    assert years(first, date(2026, 12, 30)) == 3


def test_a_meal_is_one_for_two() -> None:
    """Whoever is met beside their partner is not asked to a table alone; of several the last one."""
    someone = bond(met_ago=[met(400, "Lunch"), met(300, "Lunch"), met(250, "Lunch", others=2)])
    couple = bond(met_ago=[met(days, "Lunch", others=2) for days in (400, 300, 250)])

    assert subjects_of(someone, on=TODAY, zone="UTC")[About.MEAL].touch == someone.touches[1]
    assert About.MEAL not in subjects_of(couple, on=TODAY, zone="UTC")


def test_who_was_known_before_has_no_anniversary_of_a_first_meeting() -> None:
    """A title named them in another year."""
    met_ago = [730, 300]
    first, known = (
        subjects_of(bond(met_ago=met_ago, known_on=day), on=TODAY, zone="UTC")
        for day in (None, TODAY - timedelta(days=900))
    )

    assert first[About.FIRST_WEEK] is not None
    assert known.get(About.FIRST_WEEK) is None
