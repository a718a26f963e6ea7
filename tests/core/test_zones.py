"""Zones: moving house and changing the clocks neither doubles nor drops a nudge."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.bonds import bond, planned, remembered
from worker.core.bond import Bond, PastNudge
from worker.core.giving.week import iso_week
from worker.core.nudge import Nudge

ZONES = (
    "Europe/Berlin",
    "America/Sao_Paulo",
    "Pacific/Auckland",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "UTC",
)
CLOCKS = (date(2026, 10, 25), date(2026, 9, 27), date(2027, 3, 28), date(2027, 4, 4))
"""Days on which clocks change in Europe and in New Zealand; one of each kind."""
NAMES = ("Ana", "Ben", "Cleo", "Dora", "Emil", "Flo", "Gil", "Hana")
DAYS, BUDGET = 28, 3
SILENCE = tuple(range(700, 320, -30))


def lived(first: date, zones: list[str], *, looks_a_day: int = 1) -> list[PastNudge]:
    """All nudges of four weeks that begin a week before a change of clocks, in which the user moves now and then."""
    people = [
        bond(f"{name} Field", SILENCE, today=first, key=f"{name.lower()}@example.org") for name in NAMES
    ]
    made: dict[str, list[PastNudge]] = {person.person.key: [] for person in people}
    start = datetime.combine(first - timedelta(days=7), datetime.min.time(), UTC)
    for look in range(DAYS * looks_a_day):
        zone = zones[look * len(zones) // (DAYS * looks_a_day)]
        today = (start + look * timedelta(hours=24 / looks_a_day)).astimezone(ZoneInfo(zone)).date()
        known = [replace(person, nudges=tuple(made[person.person.key])) for person in people]
        for nudge in plan_on(today, known, zone):
            made[nudge.person].append(remembered(nudge))
    return [nudge for nudges in made.values() for nudge in nudges]


def plan_on(today: date, known: list[Bond], zone: str) -> tuple[Nudge, ...]:
    """What is planned for the ten days after a day."""
    standing = Counter(iso_week(nudge.on) for person in known for nudge in person.nudges)
    days = [today + timedelta(days=step) for step in range(1, 11)]
    return planned(*known, today=today, days=days, weekly_budget=BUDGET, planned=standing, zone=zone).nudges


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(
    clocks=st.sampled_from(CLOCKS),
    zones=st.lists(st.sampled_from(ZONES), min_size=1, max_size=4),
    looks_a_day=st.sampled_from((1, 2)),
)
def test_moving_neither_doubles_nor_drops(clocks: date, zones: list[str], looks_a_day: int) -> None:
    """B3, A7: nobody twice, no week above its budget, and by the end everybody had a turn."""
    made = lived(clocks, zones, looks_a_day=looks_a_day)

    assert max(Counter(nudge.id for nudge in made).values()) == 1
    assert max(Counter(iso_week(nudge.on) for nudge in made).values()) <= BUDGET
    assert len(made) == len(NAMES)
