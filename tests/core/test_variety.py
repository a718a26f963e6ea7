"""Variety: over weeks, the nudges of a full life rotate over circles, gifts and ways."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tests.core.bonds import DORMANT, TODAY, bond, met, planned, remembered
from worker.core.bond import Bond
from worker.core.nudge import Nudge, NudgeState

TITLES = {
    "work": ("Quarter budget", "Call: hiring plan", "Lunch: roof garden"),
    "family": ("Walk: old mill", "Dinner: apple harvest", "Call: chess problems"),
    "friends": ("Coffee: pottery glazes", "Hike: summit lake", "Call: birdsong"),
}
WEEKS = 8


def village() -> list[Bond]:
    """Twelve of each circle, missed alike, who meet in all sorts of ways."""
    people = []
    for circle, titles in TITLES.items():
        for n in range(12):
            touches = [
                met(day + n, titles[n % 3], place="" if "Call" in titles[n % 3] else "Old Town 7")
                for day in DORMANT
            ]
            people.append(bond(f"{circle.title()}{n:02} Field", touches, circle=circle))
    return people


def weeks(people: Sequence[Bond], count: int) -> list[tuple[Nudge, ...]]:
    """What is proposed week after week, each nudge answered with silence."""
    made = []
    for week in range(count):
        today = TODAY + timedelta(weeks=week)
        days = [today + timedelta(days=step) for step in range(2, 5)]
        nudges = planned(*people, today=today, days=days, weekly_budget=4).nudges
        kept = {nudge.person: remembered(nudge, NudgeState.LET_GO, nudge.on) for nudge in nudges}
        people = [
            replace(each, nudges=(*each.nudges, kept[each.person.key])) if each.person.key in kept else each
            for each in people
        ]
        made.append(nudges)
    return made


def test_every_week_has_its_circles() -> None:
    """B3: as many circles as places; the weeks of two feasts have two."""
    circles = {person.person.key: person.person.circle for person in village()}

    for nudges in weeks(village(), WEEKS):
        assert len(nudges) >= 2
        assert len({circles[nudge.person] for nudge in nudges}) == len(nudges)


def test_no_gift_and_no_way_takes_over() -> None:
    """B3: within eight weeks four kinds of gift and five ways, none more often than one time in three."""
    nudges = [nudge for week in weeks(village(), WEEKS) for nudge in week]

    gifts, ways = Counter(nudge.gift.kind for nudge in nudges), Counter(nudge.channel for nudge in nudges)

    assert (len(gifts) >= 4, len(ways) >= 5) == (True, True)
    assert max(*gifts.values(), *ways.values()) <= len(nudges) / 3


def test_a_week_brings_three_gifts_in_three_ways() -> None:
    """B3: so that a letter does not read like a machine's."""
    for nudges in weeks(village(), WEEKS):
        assert len({nudge.gift.kind for nudge in nudges}) == len(nudges)
        assert len({nudge.channel for nudge in nudges}) == len(nudges)
