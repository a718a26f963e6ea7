"""On which days something stands: whole days are those of the calendar, hours those of the reader."""

import time as time_module
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.core.bonds import met
from tests.core.test_judge import ADA, ME, judge, meeting
from worker.core.day import day_of, days_of
from worker.core.event import Occurrence, Party
from worker.core.giving.layer import shared_in
from worker.core.giving.opening import opening_of
from worker.core.giving.subject import local_day
from worker.core.giving.trip import trip_of
from worker.core.knowing import crowds_in, day_met
from worker.core.tie import MetDay

DAY = date(2026, 10, 18)
WRITTEN_IN = (
    "Europe/Berlin", "Asia/Tokyo", "Pacific/Auckland", "Pacific/Chatham", "Asia/Kolkata", "UTC",
    "America/Sao_Paulo", "America/New_York", "America/Los_Angeles", "Pacific/Honolulu",
)  # fmt: skip
READ_IN = ("UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Auckland")


def midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def whole(zone: str, first: date = DAY, days: int = 1) -> dict[str, object]:
    """The times of whole days in a calendar that is written in this zone."""
    ends_at = midnight(first + timedelta(days=days), zone)
    return {"started_at": midnight(first, zone), "ended_at": ends_at, "all_day": True}


@pytest.mark.parametrize("reader", READ_IN)
@pytest.mark.parametrize("zone", WRITTEN_IN)
def test_a_whole_day_is_that_of_the_calendar_whoever_reads_it(zone: str, reader: str) -> None:
    """East and west of the reader, also as far as half the world away; in summer and in winter."""
    for day in (DAY, date(2026, 1, 18), date(2026, 7, 18)):
        touch, there = met(1, **whole(zone, day)), ZoneInfo(reader)

        assert (day_of(touch, there), *days_of(touch, there)) == (day, day, day)
        assert day_met(touch, there) == MetDay(starts_on=day, ends_on=day)
        assert local_day(touch, reader) == day


@pytest.mark.parametrize(
    ("clock", "zone"), [("Pacific/Kiritimati", "America/New_York"), ("Pacific/Honolulu", "Asia/Tokyo")]
)
def test_the_clock_of_the_machine_is_nobodys(clock: str, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server may stand anywhere."""
    monkeypatch.setenv("TZ", clock)
    time_module.tzset()
    try:
        assert day_of(met(1, **whole(zone)), ZoneInfo("Europe/Berlin")) == DAY
    finally:
        monkeypatch.undo()
        time_module.tzset()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_at_the_edges_of_the_day_the_own_calendar_is_read_rightly(zone: str) -> None:
    """Fourteen hours east and eleven west."""
    touch = met(1, **whole(zone))

    assert day_met(touch, ZoneInfo(zone)) == MetDay(starts_on=DAY, ends_on=DAY)


@pytest.mark.parametrize("reader", READ_IN)
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
@pytest.mark.parametrize(
    "first", [date(2026, 3, 6), date(2026, 3, 27), date(2026, 10, 23), date(2026, 10, 30)]
)
def test_days_in_a_row_last_as_long_as_they_are_written(first: date, zone: str, reader: str) -> None:
    """Over the night of the clocks, too."""
    touch, last = met(1, **whole(zone, first, days=4)), first + timedelta(days=3)

    assert day_met(touch, ZoneInfo(reader)) == MetDay(starts_on=first, ends_on=last)


def test_a_day_without_a_midnight_is_that_day() -> None:
    """São Paulo, when its clocks still changed at midnight: it began at one, and had 23 hours."""
    day = date(2018, 11, 4)
    touch = met(1, **whole("America/Sao_Paulo", day))

    for reader in (*READ_IN, "America/Sao_Paulo"):
        assert day_met(touch, ZoneInfo(reader)) == MetDay(starts_on=day, ends_on=day)


def test_a_whole_day_without_length_is_one_day() -> None:
    """As one whose end lies beyond what calendars can hold."""
    at = midnight(DAY, "Europe/Berlin")

    assert days_of(met(1, started_at=at, ended_at=at, all_day=True), UTC) == (DAY, DAY)


def occurrence(zone: str, title: str, place: str = "", days: int = 1) -> Occurrence:
    return replace(
        meeting(), attendees=(), organizer=None, title=title, place=place, **whole(zone, days=days)
    )


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_journeys_open_events_crowds_and_shared_days_stand_on_the_calendars_days(zone: str) -> None:
    """East and west of a reader in UTC."""
    trip = trip_of(occurrence(zone, "Flug nach Lissabon", days=3), zone="UTC")
    opening = opening_of(occurrence(zone, "Jazz concert"), zone="UTC")
    guests = [Party(address=f"guest{number}@example.org") for number in range(11)]
    crowd = judge(replace(meeting(ME, ADA, *guests), **whole(zone))).left_out
    around = [met(1, **whole(zone)), met(1, started_at=midnight(DAY, "UTC") + timedelta(hours=12))]

    assert trip is not None
    assert (trip.starts_on, trip.ends_on) == (DAY, DAY + timedelta(days=2))
    assert opening is not None
    assert opening.on == DAY
    assert set(crowds_in(crowd, midnight(date(2027, 1, 1), "UTC"), UTC).values()) == {DAY}
    assert shared_in(around, "UTC").days == 1
