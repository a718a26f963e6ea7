"""Zones: what a TZID means, and what it must never reach."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inbox.calendars import BERLIN, calendar, event, feed, read, starts, whats, zone
from tests.inbox.hostile import within
from worker.inbox.reading import windows_zone
from worker.inbox.reading.custom_zone import custom_zone_in
from worker.inbox.reading.windows_zone import windows_name_of
from worker.inbox.reading.zone import Zones, iana_name_of, known_name_of

CENTRAL_EUROPE = """BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT"""


@pytest.mark.parametrize(
    ("tzid", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("/Europe/Berlin", "Europe/Berlin"),
        ("/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
        ("/softwarestudio.org/Olson_20011030_5/America/Chicago", "America/Chicago"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("eastern standard time", "America/New_York"),
        ("Armenian Standard Time", "Asia/Yerevan"),
        ("tzone://Microsoft/Utc", "UTC"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC-06:00) Central Time (US and Canada)", "America/Chicago"),
        ("(GMT-08:00) Pacific Time (US & Canada); Tijuana", "America/Los_Angeles"),
        ("(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna", "Europe/Berlin"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Berlin"),
        ("(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London", "Europe/London"),
        ("(GMT+04:00) Moscow, St. Petersburg, Volgograd", "Europe/Moscow"),
        ("(GMT+02:00) Athens, Beirut, Istanbul, Minsk", "Europe/Bucharest"),
        ("(UTC-04:00) La Paz", "America/La_Paz"),
        ("UTC+01:00", "Etc/GMT-1"),
        ("GMT-0500", "Etc/GMT+5"),
    ],
)
def test_a_zone_is_known_by_many_names(tzid: str, name: str) -> None:
    """IANA, vendor paths, Windows' names, what Windows and Zimbra show in lists, offsets."""
    assert known_name_of(tzid) == name


@pytest.mark.parametrize(
    "tzid",
    [
        "(UTC+09:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
        "(UTC+01:00) Berlin, Tokyo",
        "La Paz",
        *("Customized Time Zone", "tzone://Microsoft/Custom", "W. Europe", "EDT", "Somewhere Standard Time"),
        *("GMT+1", "UTC+05:30", "UTC+99:00", "(UTC+99:99) Berlin", "(UTC+01:00)"),
    ],
)
def test_a_name_that_may_mean_several_zones_means_none(tzid: str) -> None:
    """An offset that the place never had, places of two zones, a place in two countries: never guessed."""
    assert known_name_of(tzid) is None


def test_each_row_of_the_table_leads_to_its_own_zone() -> None:
    """And to a zone that exists."""
    names = {zone: windows_name_of(shown) for zone, shown in windows_zone._rows()}

    assert all(windows_name_of(zone) == name and iana_name_of(name or "") for zone, name in names.items())
    assert len(names) > 120


def test_a_name_as_outlook_shows_it_needs_no_definition() -> None:
    """No VTIMEZONE; what means nothing is told. Sample: display_zone_name.ics."""
    found = read(feed("display_zone_name"))

    assert starts(found) == ["03-04 14:00", "03-05 09:00", "03-06 08:00"]
    assert [p.where for p in found.problems] == ["time zone '(UTC+09:00) Berlin'"]


@pytest.mark.parametrize(
    "tzid",
    [
        *("Europe", "zone.tab", "tzdata.zi", "../../etc/passwd", "/etc/passwd", "", "."),
        *("Europe/Berlin\0", "posixrules", "leapseconds", "x" * 4096, "a/" * 5000 + "b", "\ud800", "~root"),
    ],
)
def test_a_tzid_never_reaches_the_file_system(tzid: str) -> None:
    """Names are looked up in the known set; everything else is unknown, and said."""
    zones = Zones(BERLIN)

    assert iana_name_of(tzid) is None
    assert zones.of(tzid) is BERLIN
    assert bool(zones.unknown) == bool(tzid)


def test_an_unresolved_tzid_is_reported() -> None:
    """Sample: unresolved_tzid.ics. Its time is read as one without a zone."""
    found = read(feed("unresolved_tzid"))

    assert starts(found) == ["03-04 08:00"]
    assert [problem.where for problem in found.problems] == ["time zone 'Middle Earth'"]


def test_two_feeds_may_mean_different_zones_by_one_name() -> None:
    """Nothing is remembered by name. Samples: customized_time_zone_….ics."""
    east, west = feed("customized_time_zone_east"), feed("customized_time_zone_west")

    found = [starts(read(body)) for body in (east, west, east)]

    assert found == [["03-04 04:00"], ["03-04 12:00"], ["03-04 04:00"]]


def test_a_zone_that_changes_every_second_hangs_nobody() -> None:
    """Sample: secondly_zone.ics; the next feed that uses the name is not touched by it."""
    next_one = calendar(event(start=";TZID=W. Europe Standard Time:20240704T090000"))

    with within(2):
        assert starts(read(feed("secondly_zone"))) == ["03-04 08:00"]
        assert starts(read(next_one)) == ["07-04 07:00"]


@pytest.mark.slow
def test_ten_thousand_zones_cost_a_moment() -> None:
    """Each with a rule without end; only the first ones are worked out, the others are said to be unknown."""
    parts = [zone(f"Z{i}", "RRULE:FREQ=SECONDLY") for i in range(10_000)]
    parts += [event(uid=str(i), start=f";TZID=Z{i}:20240304T090000") for i in range(10_000)]

    with within(20):
        found = read(calendar(*parts))

    assert len(found.occurrences) == 10_000


@pytest.mark.slow
def test_a_zone_of_ten_thousand_parts_costs_a_moment() -> None:
    """A VTIMEZONE may hold no more observances than real ones do."""
    offsets = "TZOFFSETFROM:+0100\nTZOFFSETTO:+0100"
    part = f"BEGIN:STANDARD\nDTSTART:19700101T000000\n{offsets}\nRRULE:FREQ=SECONDLY\nEND:STANDARD\n"

    with within(10):
        assert custom_zone_in(part * 10_000) is not None


def test_the_order_of_preference_is_iana_then_the_feeds_own_then_vendors() -> None:
    """A known name means what everybody means by it; a Windows name is what the feed says it is."""
    own = [zone(name, to="+1000") for name in ("Europe/Berlin", "W. Europe Standard Time")]
    events = [
        event(uid=n, start=f";TZID={n}:20240304T090000") for n in ("Europe/Berlin", "W. Europe Standard Time")
    ]

    assert starts(read(calendar(*own, *events))) == ["03-03 23:00", "03-04 08:00"]


@given(st.datetimes(datetime(1980, 1, 1), datetime(2090, 1, 1)))
def test_a_custom_zone_agrees_with_the_known_one(utc: datetime) -> None:
    """Into local time and back, in every gap and fold (RFC 5545, 3.6.5), against the IANA rules since 1996."""
    utc = utc.replace(second=0, microsecond=0)
    custom = custom_zone_in(CENTRAL_EUROPE)
    assert isinstance(custom, tzinfo)
    is_ours = utc.year >= 1997

    local = utc.replace(tzinfo=UTC).astimezone(custom)

    assert local.astimezone(UTC).replace(tzinfo=None) == utc
    if is_ours and utc.year < 2037:
        known = utc.replace(tzinfo=UTC).astimezone(ZoneInfo("Europe/Berlin"))
        assert (local.replace(tzinfo=None), local.fold) == (known.replace(tzinfo=None), known.fold)


@given(st.datetimes(datetime(1998, 1, 1), datetime(2036, 1, 1)), st.sampled_from([0, 1]))
def test_a_wall_clock_means_the_same_in_both(local: datetime, fold: int) -> None:
    """Also where it is skipped, or comes twice."""
    custom = custom_zone_in(CENTRAL_EUROPE)
    local = local.replace(microsecond=0, fold=fold)

    assert (
        local.replace(tzinfo=custom).utcoffset()
        == local.replace(tzinfo=ZoneInfo("Europe/Berlin")).utcoffset()
    )


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "BEGIN:STANDARD\nEND:STANDARD",
        "BEGIN:STANDARD\nDTSTART:x\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD",
        "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+9900\nTZOFFSETTO:+0100\nEND:STANDARD",
        "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+²²\nTZOFFSETTO:+0100\nEND:STANDARD",
        "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nRRULE:FREQ=NEVER\nEND:STANDARD",
        "BEGIN:STANDARD\nDTSTART:00010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD",
        "BEGIN:STANDARD\nDTSTART:99991231T235959\nTZOFFSETFROM:-0100\nTZOFFSETTO:-0100\nEND:STANDARD",
        "END:STANDARD\nEND:STANDARD",
    ],
)
def test_a_definition_that_says_nothing_usable_is_none(lines: str) -> None:
    """The zone is then looked up elsewhere, or said to be unknown."""
    assert custom_zone_in(lines) is None


def test_rdates_and_until_end_an_observance() -> None:
    """RFC 5545, 3.6.5: changes may be listed; UNTIL is in UTC."""
    custom = custom_zone_in(
        "BEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nRDATE:20100101T000000\nEND:STANDARD\n"
        "BEGIN:DAYLIGHT\nDTSTART:20050101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
        "RRULE:FREQ=YEARLY;UNTIL=20061231T230000Z\nEND:DAYLIGHT"
    )
    assert custom is not None

    offsets = [datetime(year, 6, 1, tzinfo=custom).utcoffset() for year in (1999, 2001, 2006, 2009, 2011)]

    assert offsets == [timedelta(hours=h) for h in (0, 1, 2, 2, 1)]


def test_a_definition_with_two_tzids_goes_by_the_first() -> None:
    """And costs nothing but itself."""
    assert whats(read(calendar(zone("One", "TZID:Two"), event(start=";TZID=One:20240304T090000")))) == []
