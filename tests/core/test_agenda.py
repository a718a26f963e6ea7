"""Agenda: a full week takes fewer nudges, and a day without a free hour takes none."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import quantiles

import pytest

from tests.core.bonds import DORMANT, NEXT_WEEK, TODAY, bond, planned
from worker.core.event import Occurrence, Party, Status
from worker.core.giving.agenda import Agenda, Booked, agenda_of, booked_in

WEEK = (2026, 48)


def appointment(day: date, hour: float, hours: float) -> Booked:
    begin = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=hour)
    return begin, begin + timedelta(hours=hours)


def weeks(hours: list[float]) -> list[Booked]:
    """One appointment on the Tuesday of each week, the last one of TODAY's week."""
    tuesday = TODAY + timedelta(days=1)
    return [
        appointment(tuesday - timedelta(weeks=len(hours) - 1 - n), 6, length)
        for n, length in enumerate(hours)
        if length
    ]


@pytest.mark.parametrize(
    ("this_week", "budget"), [(0, 3), (9, 3), (12, 3), (12.25, 2), (12.6, 2), (12.8, 1), (15, 1)]
)
def test_a_full_week_takes_fewer(this_week: float, budget: int) -> None:
    """B3: one less above the 75th percentile of twelve weeks (12.06 hours), two less above the 90th (12.7)."""
    twelve = [10 + quarter / 4 + (0.25 if quarter > 9 else 0) for quarter in range(12)]

    assert agenda_of(weeks([*twelve, this_week]), zone="UTC").budget_in(WEEK, 3) == budget


def test_one_appointment_after_empty_weeks_makes_no_full_week() -> None:
    """B3: three hours are more than nothing, and far from full."""
    assert agenda_of(weeks([1.0, *[0.0] * 11, 3.0]), zone="UTC").budget_in(WEEK, 3) == 3


def test_a_budget_never_falls_below_none() -> None:
    """B3: a full week may be silent."""
    assert agenda_of(weeks([1.0] * 12 + [11.0]), zone="UTC").budget_in(WEEK, 1) == 0


def test_a_young_calendar_says_nothing_about_full_weeks() -> None:
    """B3: what came before its first entry is not known to be empty."""
    assert agenda_of(weeks([1.0, 1.0, 11.0]), zone="UTC").budget_in(WEEK, 3) == 3
    assert Agenda().budget_in(WEEK, 3) == 3


def test_what_overlaps_counts_once() -> None:
    """B3: the same hour in two calendars is one hour."""
    same = [appointment(TODAY, 9, 2), appointment(TODAY, 9, 2), appointment(TODAY, 10, 2)]

    assert agenda_of(same, zone="UTC").hours == {WEEK: 3.0}


def test_hours_belong_to_the_week_of_the_users_zone() -> None:
    """B3: Sunday evening in UTC is Monday in Tokyo."""
    sunday = [appointment(TODAY - timedelta(days=1), 20, 1)]

    assert set(agenda_of(sunday, zone="Asia/Tokyo").hours) == {WEEK}


def occurrence(**values: object) -> Occurrence:
    begin, end = appointment(TODAY, 9, 1)
    defaults: dict[str, object] = {"source": "me", "event_uid": "", "event_key": "k", "recurrence_id": None}
    return Occurrence(**(defaults | {"started_at": begin, "ended_at": end} | values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "values",
    [
        {"all_day": True},
        {"is_free": True},
        {"status": Status.CANCELLED},
        {"attendees": (Party(address="me@example.org", partstat="DECLINED"),)},
        {"ended_at": datetime(2026, 11, 23, 9, tzinfo=UTC)},
        {"ended_at": datetime(2026, 11, 25, 9, tzinfo=UTC)},
    ],
)
def test_what_takes_no_time(values: dict[str, object]) -> None:
    """B3: whole days, what is shown as free, cancelled, declined, without length, or a stay."""
    own = frozenset({"me@example.org"})

    assert [*booked_in([occurrence(**values)], own)] == []
    assert len([*booked_in([occurrence()], own)]) == 1


def test_a_crammed_day_takes_no_nudge() -> None:
    """B3: an hour between eight and nine in the evening is enough, none is too little."""
    wednesday, thursday, friday = NEXT_WEEK
    crammed = [appointment(wednesday, 7, 14), appointment(thursday, 8, 6), appointment(thursday, 14.5, 7)]
    agenda = agenda_of([*crammed, appointment(friday, 9, 11)], zone="UTC")
    people = [bond(f"P{n} Field", [days + n for days in DORMANT]) for n in range(3)]

    made = planned(*people, agenda=agenda).nudges

    assert agenda.crammed == {wednesday, thursday}
    assert {nudge.on for nudge in made} == {friday}


def test_the_plan_holds_to_the_full_weeks_budget() -> None:
    """B3: two of three wait for a quieter week."""
    agenda = agenda_of(weeks([1.0] * 12 + [11.0]), zone="UTC")
    people = [bond(f"P{n} Field", [days + n for days in DORMANT]) for n in range(3)]

    made = planned(*people, agenda=agenda)

    assert len(made.nudges) == 1
    assert len(made.rediscover) == 2


def test_the_first_free_hour_is_found_wherever_it_lies() -> None:
    """As going through the quarters of an hour, one by one, finds it."""
    chance = Random(7)
    for _ in range(200):
        spans = [(start, start + chance.randrange(1, 9)) for start in chance.sample(range(-8, 48), 6)]
        first, last = sorted(chance.sample(range(40), 2))
        booked = [appointment(TODAY, start / 4, (end - start) / 4) for start, end in spans]

        found = agenda_of(booked, zone="UTC").gap_between(*appointment(TODAY, first / 4, (last - first) / 4))

        free = [not any(start <= at < end for start, end in spans) for at in range(first, last)]
        begin = next((at for at in range(len(free) - 3) if all(free[at : at + 4])), None)
        if begin is None:
            assert found is None
        else:
            length = [*free[begin:], False].index(False)
            assert found == appointment(TODAY, (first + begin) / 4, length / 4)


@pytest.mark.parametrize("chance", [Random(seed) for seed in range(9)])
def test_full_is_what_the_quantiles_of_the_weeks_before_say(chance: Random) -> None:
    """The 75th and the 90th percentile, between two values in proportion."""
    before = [chance.choice([1.0, 5.0, 9.5, 12.0, 17.25]) for _ in range(chance.randrange(4, 13))]
    cuts = quantiles(before, n=20, method="inclusive")

    for hours in (10.0, 11.0, 13.5, 17.0, 18.0):
        less = (hours > cuts[14]) + (hours > cuts[17])
        assert agenda_of(weeks([*before, hours]), zone="UTC").budget_in(WEEK, 3) == 3 - less


def test_only_the_twelve_weeks_before_are_looked_at() -> None:
    """A full week of a quarter ago makes no other one less full."""
    assert agenda_of(weeks([40.0] * 9 + [1.0] * 12 + [11.0]), zone="UTC").budget_in(WEEK, 3) == 1


@pytest.mark.parametrize(
    ("zone", "is_crammed"), [("UTC", True), ("Asia/Tokyo", False), ("America/New_York", False)]
)
def test_a_day_is_crammed_by_the_users_clock(zone: str, *, is_crammed: bool) -> None:
    """From eight to nine in the evening where they live."""
    assert bool(agenda_of([appointment(TODAY, 8, 12.25)], zone=zone).crammed) is is_crammed
