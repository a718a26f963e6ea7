"""The demo: ten made-up years, valid for every reader, the same for the same day."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from pydantic import ValidationError

from tasks.demo import demo_calendars
from tasks.demo_script import Script, script_of

SCRIPT_TEXT = (Path(__file__).parents[2] / "config" / "demo.toml").read_text("utf-8")
BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 22)
ANY_DAYS = [
    date(2026, 11, 23),
    date(2028, 2, 29),
    date(2027, 1, 1),
    date(2026, 12, 31),
    date(2027, 3, 28),
    date(2026, 10, 25),
    date(2026, 8, 15),
    date(2033, 7, 4),
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """One occurrence, as an independent reader expands it."""

    file: str
    uid: str
    day: date
    title: str
    status: str
    guests: dict[str, str]
    """Address → PARTSTAT; the organizer counts as accepting unless listed otherwise."""


@pytest.fixture(scope="module")
def script() -> Script:
    return script_of(SCRIPT_TEXT)


@pytest.fixture(scope="module")
def texts(script: Script) -> dict[str, str]:
    return dict(demo_calendars(TODAY, script))


@pytest.fixture(scope="module", params=ANY_DAYS, ids=str)
def any_day(request: pytest.FixtureRequest, script: Script) -> tuple[date, dict[str, str]]:
    return request.param, dict(demo_calendars(request.param, script))


@pytest.fixture(scope="module")
def seen(texts: dict[str, str]) -> list[Seen]:
    return [
        _seen(name, event)
        for name, text in texts.items()
        if name.endswith(".ics")
        for event in recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(
            TODAY - timedelta(days=4000), TODAY + timedelta(days=57)
        )
    ]


def _seen(file: str, event: icalendar.Event) -> Seen:
    start = event["DTSTART"].dt
    lines = event.get("ATTENDEE", [])
    answers = {_address(event["ORGANIZER"]): "ACCEPTED"} if "ORGANIZER" in event else {}
    answers |= {
        _address(line): line.params["PARTSTAT"] for line in (lines if isinstance(lines, list) else [lines])
    }
    return Seen(
        file=file,
        uid=str(event["UID"]),
        day=start.astimezone(BERLIN).date() if isinstance(start, datetime) else start,
        title=str(event["SUMMARY"]),
        status=str(event["STATUS"]),
        guests=answers,
    )


def _address(line: str) -> str:
    return re.sub("^mailto:", "", line, flags=re.IGNORECASE).lower()


def _address_of(script: Script, who: str) -> str:
    return script.people[who].split("<")[1].rstrip(">")


def _met_days(script: Script, seen: list[Seen], who: str) -> list[date]:
    """Days on which both were there: nobody declined, nothing was cancelled, no crowd."""
    address, mine = _address_of(script, who), {script.owner.work, script.owner.private}
    return sorted(
        each.day
        for each in seen
        if each.guests.get(address, "DECLINED") == "ACCEPTED"
        and any(each.guests.get(own) == "ACCEPTED" for own in mine)
        and each.status != "CANCELLED"
        and len(each.guests) <= 10
    )


def test_ten_years_hold_some_thousand_occurrences_and_most_lie_in_the_last_three(seen: list[Seen]) -> None:
    """Enough to show a rhythm, and a life that got fuller."""
    by_year = Counter((TODAY - each.day).days // 365 for each in seen)

    assert 2_000 <= len(seen) <= 3_200
    assert sum(by_year[year] for year in range(3)) > len(seen) / 2
    assert set(range(-1, 10)) <= set(by_year)
    assert 35 <= (max(each.day for each in seen) - TODAY).days <= 56


def test_the_same_day_gives_the_same_bytes(script: Script, texts: dict[str, str]) -> None:
    """No clock, no accident."""
    again = demo_calendars(TODAY, script_of(SCRIPT_TEXT))

    assert dict(again) == texts


def test_the_next_day_tells_the_same_life_under_the_same_uids(script: Script, texts: dict[str, str]) -> None:
    """Making the demo anew moves its events by a day and doubles none of them."""
    tomorrow = demo_calendars(TODAY + timedelta(days=1), script)

    for name in ("work.ics", "private.ics", "family.ics"):
        before, after = (
            set(re.findall(r"^UID:(.+)\r$", text, re.MULTILINE)) for text in (texts[name], tomorrow[name])
        )
        assert before == after


def test_a_bond_is_silent_for_nine_years(script: Script, seen: list[Seen]) -> None:
    """Met often for a year, then nothing."""
    days = _met_days(script, seen, script.expect.nine_years)

    assert len(days) >= 15
    assert 9 <= (TODAY - days[-1]).days / 365.25 < 9.2


def test_the_dormant_are_silent_far_beyond_their_own_gaps(script: Script, seen: list[Seen]) -> None:
    """Three times their median gap at least, and nothing lies ahead."""
    for who in (*script.expect.dormant, *script.expect.long_dormant):
        days = _met_days(script, seen, who)
        gaps = sorted((later - earlier).days for earlier, later in pairwise(days))
        assert (TODAY - days[-1]).days > 3 * gaps[len(gaps) // 2], who


def test_the_five_week_bond_has_been_silent_for_seven_months(script: Script, seen: list[Seen]) -> None:
    """A cancelled evening since then changes nothing."""
    days = _met_days(script, seen, "ines")
    gaps = sorted((later - earlier).days for earlier, later in pairwise(days))

    assert 32 <= gaps[len(gaps) // 2] <= 38
    assert (TODAY - days[-1]).days == 214


def test_those_who_are_held_back_have_a_meeting_within_three_weeks(script: Script, seen: list[Seen]) -> None:
    """They were silent for long, but the next meeting is in sight."""
    for who in script.expect.held_back:
        days = _met_days(script, seen, who)
        past = [day for day in days if day <= TODAY]
        assert (TODAY - past[-1]).days > 150
        assert any(TODAY < day <= TODAY + timedelta(days=21) for day in days)


def test_somebody_was_first_met_a_week_ago_in_a_small_meeting(script: Script, seen: list[Seen]) -> None:
    """An occasion for thanks."""
    days = _met_days(script, seen, script.expect.thanks)

    assert len(days) == 1
    assert 7 <= (TODAY - days[0]).days <= 12


def test_those_who_never_become_people_were_never_met(script: Script, seen: list[Seen]) -> None:
    """Cold, declined and crowd-only."""
    assert _met_days(script, seen, "kyle") == []
    assert _met_days(script, seen, "bruno") == []


def test_a_series_has_days_left_out_moved_and_cancelled(texts: dict[str, str]) -> None:
    """EXDATE, RECURRENCE-ID, and RECURRENCE-ID with STATUS:CANCELLED."""
    events = icalendar.Calendar.from_ical(texts["work.ics"]).events
    changed = [event for event in events if "RECURRENCE-ID" in event]
    masters = {event["UID"]: event for event in events if "RRULE" in event}

    assert any("EXDATE" in event for event in masters.values())
    assert all(event["UID"] in masters for event in changed)
    assert {str(event["STATUS"]) for event in changed} == {"CONFIRMED", "CANCELLED"}


def test_rooms_crowds_private_and_cold_invitations_are_all_there(
    script: Script, texts: dict[str, str]
) -> None:
    """What a reader has to leave out is there to be left out."""
    work, private = (texts[name].replace("\r\n ", "") for name in ("work.ics", "private.ics"))

    assert "CUTYPE=ROOM" in work
    assert "CUTYPE=GROUP" in work
    assert "PARTSTAT=NEEDS-ACTION" in work
    assert "PARTSTAT=DECLINED" in private
    assert "STATUS:CANCELLED" in private
    assert "CLASS:PRIVATE" in private
    assert any(block.count("\nATTENDEE") > 25 for block in work.split("BEGIN:VEVENT"))
    for word in script.expect.never_quoted:
        assert any(word in text for text in texts.values())


def test_work_lies_on_work_days_at_work_hours_whatever_day_it_is(
    any_day: tuple[date, dict[str, str]],
) -> None:
    """Leap days, new years, and weeks in which the clocks change."""
    events = any_day[1]["work.ics"].split("BEGIN:VEVENT")[1:]

    starts = [
        datetime.strptime(found[1], "%Y%m%dT%H%M%S").replace(tzinfo=BERLIN)
        for event in events
        if (found := re.search(r"DTSTART;TZID=Europe/Berlin:(\w+)", event))
    ]

    assert len(starts) > 600
    assert all(start.weekday() < 5 and 8 <= start.hour <= 17 for start in starts)


def test_the_silences_are_the_same_whatever_day_it_is(any_day: tuple[date, dict[str, str]]) -> None:
    """Silence is counted from today, not from a date in the script."""
    today, texts = any_day

    for address, silence in (("mateo.quiroga@example.com", 3288), ("ines.carvalho@example.net", 214)):
        events = [event for event in texts["private.ics"].split("BEGIN:VEVENT") if address in event]
        starts = [re.search(r"DTSTART:(\d{8})T", event) for event in events if "CANCELLED" not in event]
        latest = max(found[1] for found in starts if found)
        assert latest == f"{today - timedelta(days=silence):%Y%m%d}"


def test_the_address_book_knows_a_birthday_within_a_week(any_day: tuple[date, dict[str, str]]) -> None:
    """Written without a year, as many keep it."""
    today, texts = any_day
    cards = texts["contacts.vcf"].split("BEGIN:VCARD\r\n")

    zanele = next(card for card in cards if "FN:Zanele Khumalo\r\n" in card)

    assert f"BDAY:--{today + timedelta(days=6):%m%d}\r\n" in zanele
    assert sum("X-DEATHDATE:" in card for card in cards) == 1


def test_everybody_whom_the_expectations_name_is_in_the_script(script: Script) -> None:
    """A typo here would make an end-to-end test pass for nothing."""
    expect = script.expect
    named = {
        *expect.first,
        *expect.dormant,
        *expect.long_dormant,
        *expect.held_back,
        *expect.active,
        *expect.never,
    }

    assert named | {expect.nine_years, expect.thanks, expect.birthday} <= set(script.people)
    assert not set(expect.never) & {*expect.first, *expect.dormant, *expect.long_dormant}
    assert len(script.people) >= 40


def test_a_misspelt_field_in_the_script_is_named() -> None:
    """The script is typed by hand."""
    with pytest.raises(ValidationError, match="titel"):
        script_of(SCRIPT_TEXT.replace("titles = ", "titel = ", 1))
