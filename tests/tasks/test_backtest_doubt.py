"""A backtest doubts what a preview of the same day doubts: titles tell it what they told by then."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.tasks.made_files import calendar, event
from tests.tasks.running import environ, said

ZONE = ZoneInfo("Europe/Berlin")
BOOK = "".join(
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nNICKNAME:{called}\r\nEMAIL:{called.lower()}@example.com\r\nEND:VCARD\r\n"
    for name, called in (
        ("Matthew Jones", "Jonesy"),
        ("Gareth Thomas", "Tommo"),
        ("Rhys Griffiths", "Griff"),
        ("Gethin Rees", "Gethin"),
    )
)
DAYS = ("0105", "0210", "0315", "0510", "0720", "1001")
PINTS = [
    (day, "Pint with Gethin") for day in (*(f"2024{day}" for day in DAYS), "20250110", "20250410", "20250610")
]
LOT = [(day, "School lot: Tommo, Griff, Jonesy") for day in ("20231228", "20240525", "20241228")]
GIG = ("20250308", "Gig: Super Furry Animals w/ Jonesy")
FIRST, SPAN = "met for the first time", "six months, longer than any break"
Told = Callable[[Sequence[tuple[str, str]], date], tuple[dict[str, Any], dict[str, Any]]]


def titled(day: str, title: str) -> str:
    """The gig has guests: a title alone tells of nobody's first time."""
    hosts = "ORGANIZER:mailto:me@example.org", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org"
    guests = (*hosts, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:jonesy@example.com") if title == GIG[1] else ()
    summary = "SUMMARY:" + title.replace(",", "\\,")
    return event(summary, *guests, uid=day, start=f"DTSTART:{day}T190000Z")


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Of a calendar of such days and titles, in the week that begins on a Monday: by a backtest, and by a preview."""

    def of(titles: Sequence[tuple[str, str]], monday: date) -> tuple[dict[str, Any], dict[str, Any]]:
        book, file, env = tmp_path / "book.vcf", tmp_path / "own.ics", environ(tmp_path / "data")
        book.write_text(BOOK)
        file.write_bytes(calendar(*(titled(day, title) for day, title in titles)))
        common = (file, "--contacts", book, "--me", "me@example.org", "--tz", ZONE.key, "--format", "json")
        days = ("--from", str(monday), "--to", str(monday + timedelta(days=7)))
        saturday = datetime.combine(monday - timedelta(days=2), time(4), ZONE).astimezone(UTC)
        (week,) = said("backtest", *common, *days, env=env).body["weeks"]
        return week, said("preview", *common, "--now", f"{saturday:%Y-%m-%dT%H:%M:%SZ}", env=env).body

    return of


def whys(body: dict[str, Any]) -> list[tuple[str, str]]:
    return [(nudge["why"], nudge["gift"]["text"]) for nudge in body["nudges"]]


@pytest.mark.parametrize(
    ("titles", "monday"),
    [
        ([*PINTS, *LOT, GIG], date(2025, 3, 17)),
        ([*PINTS, ("20250801", "Gethin – Cricketers")], date(2025, 12, 22)),
        ([*PINTS, ("20250801", "Chemo Gethin")], date(2025, 12, 22)),
        ([*PINTS, ("20251224", "Gethin ???")], date(2025, 12, 22)),
    ],
    ids=["known", "perhaps met", "tender", "perhaps to be met"],
)
def test_a_backtest_says_what_a_preview_says_on_the_same_day(
    titles: list[tuple[str, str]], monday: date, told: Told
) -> None:
    """And without these titles it says something else."""
    week, preview = told(titles, monday)
    plain, _ = told([each for each in titles if each in (*PINTS, GIG)], monday)

    assert whys(week) == whys(preview)
    assert week["held_back"] == preview["held_back"]
    assert (whys(week), week["held_back"]) != (whys(plain), plain["held_back"])


def test_what_only_comes_later_takes_nothing_back(told: Told) -> None:
    """A first meeting was one in its own week, whatever names them afterwards; and a break was the longest."""
    later = [("20260106", "School lot: Tommo, Griff, Jonesy"), ("20260107", "Tennis Gethin")]

    first, _ = told([*PINTS, GIG, *later], date(2025, 3, 17))
    longest, _ = told([*PINTS, *later], date(2025, 12, 22))

    assert [FIRST in why for why, _ in whys(first)] == [True]
    assert [SPAN in why for why, _ in whys(longest)] == [True]


@pytest.mark.parametrize(("day", "is_silent"), [("20251220", True), ("20251224", True), ("20260120", False)])
def test_nobody_is_proposed_who_died_by_the_week_of_their_nudge(
    day: str, told: Told, *, is_silent: bool
) -> None:
    """On the day of planning, too, and within that week: what waits would be withdrawn."""
    week, _ = told([*PINTS, (day, "Funeral Gethin Rees")], date(2025, 12, 22))

    assert (week["nudges"] == []) is is_silent
