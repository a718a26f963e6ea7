"""Whole days are those of the calendar, wherever it is read: by commands, in the record, and ahead.

Every calendar here says by X-WR-TIMEZONE that it lies east or west of a reader in UTC.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tasks.booking import looked_ahead
from tasks.tie import keep_ties
from tasks.why import why
from tests.prepared import prepare
from tests.tasks.home import ME, NOW, Home, calendar
from tests.tasks.running import Said, environ
from tests.tasks.worked import work_off
from worker.store import people, users
from worker.store.people import LearntTie

ADA = "ada@example.com"
EAST_AND_WEST = pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Auckland", "America/New_York"])


def whole_day(day: date, title: str, *guests: str, days: int = 1, more: str = "") -> str:
    invited = "".join(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{each}\r\n" for each in (ME, *guests))
    return (
        f"BEGIN:VEVENT\r\nUID:{title}\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}\r\n"
        f"DTEND;VALUE=DATE:{day + timedelta(days=days):%Y%m%d}\r\nSUMMARY:{title}\r\n"
        f"ORGANIZER:mailto:{ME}\r\n{invited if guests else ''}{more}END:VEVENT\r\n"
    )


def written_in(zone: str, *events: str) -> bytes:
    return calendar(f"X-WR-TIMEZONE:{zone}\r\n", *events)


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environ(prepare(tmp_path / "data"), SNOWDROP_TIMEZONE="UTC", SNOWDROP_ME=ME)


@pytest.fixture
def in_utc(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path, me=(ME,))
    home.house.zone = ZoneInfo("UTC")
    yield home
    home.house.close()


@EAST_AND_WEST
def test_commands_show_the_day_that_the_calendar_has(
    file: Path, run: Callable[..., Said], env: dict[str, str], zone: str
) -> None:
    """Events, touches with whoever is left out, and the evidence for a person."""
    day = date(2025, 10, 18)
    file.write_bytes(written_in(zone, whole_day(day, "Ausflug", ADA), whole_day(day, "Ruhetag")))

    events, touches = run("events", file), run("touches", file, "--explain")
    run("add", file)
    work_off(env)
    listed, told = run("people"), run("people", "--why", "ada")

    assert [line[:18] for line in (*events.lines, *touches.lines)] == ["2025-10-18 all day"] * 4
    assert "2025-10-18" in listed.lines[0]
    assert "18 October 2025" in told.lines[1]
    assert told.lines[-1].startswith("    2025-10-18  Ausflug")


@EAST_AND_WEST
def test_a_tie_stands_on_the_days_of_the_calendar(in_utc: Home, zone: str) -> None:
    """One day is no stay of two; and a stay of three lasts three."""
    one, stay = date(2026, 10, 18), date(2026, 7, 3)
    (in_utc.folder / "a.ics").write_bytes(
        written_in(zone, whole_day(one, "Ausflug", ADA), whole_day(stay, "Hütte", ADA, days=3))
    )

    in_utc.read(in_utc.add(str(in_utc.folder / "a.ics")))

    with in_utc.house.database.read() as conn:
        (known,) = people.all_people(conn, in_utc.user_id)
    told = why(in_utc.house, known)
    assert (known.tie.first_met_on, known.tie.last_met_on, known.tie.days_met) == (stay, one, 2)
    assert told is not None
    assert [(visit.starts_on, visit.ends_on) for visit in told.visits] == [
        (stay, stay + timedelta(days=2)),
        (one, one),
    ]


@EAST_AND_WEST
def test_journeys_and_open_events_ahead_stand_on_the_days_of_the_calendar(in_utc: Home, zone: str) -> None:
    """Both are kept as stretches of time alone."""
    day = NOW.date() + timedelta(days=20)
    journey = whole_day(day, "Conference", days=4, more="LOCATION:Lisbon\r\n")
    (in_utc.folder / "a.ics").write_bytes(written_in(zone, journey, whole_day(day, "Beekeeping fair")))

    in_utc.read(in_utc.add(str(in_utc.folder / "a.ics")))

    with in_utc.house.database.read() as conn:
        ahead = looked_ahead(conn, in_utc.user_id, now=NOW, zone=in_utc.house.zone)
    assert [(trip.starts_on, trip.ends_on) for trip in ahead.trips] == [(day, day + timedelta(days=3))]
    assert [opening.on for opening in ahead.openings] == [day]


def test_ties_of_a_record_in_which_days_were_counted_otherwise_are_made_anew(in_utc: Home) -> None:
    """Once: an update counts them as it would from nothing."""
    (in_utc.folder / "a.ics").write_bytes(
        written_in("Europe/Berlin", whole_day(date(2026, 10, 18), "Ausflug", ADA))
    )
    in_utc.read(in_utc.add(str(in_utc.folder / "a.ics")))
    with in_utc.house.database.write() as conn:
        (ada,) = people.all_people(conn, in_utc.user_id)
        earlier = replace(ada.tie, first_met_on=date(2026, 10, 17))
        people.save_ties(conn, in_utc.user_id, [LearntTie(person_id=ada.id, tie=earlier, state=ada.state)])
        users.keep_value(conn, in_utc.user_id, "ties stand on", '{"zone": "UTC", "away": []}')

        assert keep_ties(in_utc.house, conn, in_utc.user_id)
        assert not keep_ties(in_utc.house, conn, in_utc.user_id)
        assert [each.tie for each in people.all_people(conn, in_utc.user_id)] == [ada.tie]
