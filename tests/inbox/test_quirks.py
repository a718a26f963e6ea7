"""Quirks: one producer's way to bend the format, one test, one sample."""

import pytest

from tests.inbox.calendars import calendar, ends, event, feed, read, starts, titles, whats
from worker.inbox.reading.party import kept_party


def test_a_master_with_a_recurrence_id_of_1970_is_a_series() -> None:
    """Connect Daily. Sample: connect_daily_master.ics."""
    assert starts(read(feed("connect_daily_master"))) == ["03-04 09:00", "03-11 09:00", "03-18 09:00"]


def test_the_status_of_a_vcalendar_attendee_is_read() -> None:
    """vCalendar 1.0, and DELEGATED-TO alone. Sample: vcalendar_attendee_status.ics."""
    (found,) = read(feed("vcalendar_attendee_status")).occurrences

    assert [(party.address, party.partstat) for party in found.attendees] == [
        ("ada@example.org", "ACCEPTED"),
        ("bea@example.org", "DECLINED"),
        ("cleo@example.org", "DELEGATED"),
    ]


def test_an_address_as_name_is_no_name() -> None:
    """Google and Zimbra. Sample: address_as_name.ics."""
    (found,) = read(feed("address_as_name")).occurrences

    assert [party.name for party in found.attendees] == ["", "Bea"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ada.lovelace", ""),
        ("Ada.Lovelace", ""),
        ("ada.lovelace1", "ada.lovelace1"),
        ("Ada Lovelace", "Ada Lovelace"),
    ],
)
def test_what_stands_before_the_at_is_no_name(written: str, name: str) -> None:
    """Of "ada.lovelace@…"; a login of somebody else's, or of another form, is all that is known."""
    assert kept_party(f"ATTENDEE;CN={written}:mailto:ada.lovelace@example.org").name == name
    assert kept_party("ATTENDEE;CN=ada:mailto:ada@example.org").name == "ada"
    assert kept_party("ATTENDEE;CN=ada1:mailto:ada1@example.org").name == ""


def test_a_zone_name_with_a_colon_is_read_with_and_without_quotes() -> None:
    """Outlook's display names. Samples: unquoted_zone_name.ics, quoted_zone_name.ics."""
    found = [read(feed(f"{name}_zone_name")) for name in ("unquoted", "quoted")]

    assert [starts(each) for each in found] == [["03-04 03:30"], ["03-04 03:30"]]
    assert [whats(each) for each in found] == [[], []]


def test_quoted_printable_is_undone() -> None:
    """vCalendar 1.0, with soft line breaks and charsets. Sample: vcalendar_quoted_printable.ics."""
    (found,) = read(feed("vcalendar_quoted_printable")).occurrences

    assert (found.title, found.place) == ("Frühstück mit Ada", "Café am Eck")


def test_reused_uids_without_recurrence_id_are_separate_events() -> None:
    """A camp's schedule: many talks, one UID (against RFC 5545, 3.8.4.7). Sample: one_uid_many_talks.ics."""
    assert titles(read(feed("one_uid_many_talks"))) == ["Talk 0", "Talk 1", "Talk 2", "Talk 3"]


def test_days_written_from_midnight_to_midnight_are_whole_days() -> None:
    """Exchange: days of whoever reads, wherever the writer was. Sample: midnight_to_midnight.ics."""
    found = read(feed("midnight_to_midnight"))

    assert starts(found) == ["03-03 23:00", "03-04 08:00", "03-04 08:00", "03-17 23:00"]
    assert ends(found)[0] == "03-05 23:00"
    assert [o.all_day for o in found.occurrences] == [True, False, False, True]


def test_an_instance_of_whole_days_is_found_by_its_midnight() -> None:
    """Its RECURRENCE-ID is a midnight too."""
    zone, mark = ";TZID=Pacific Standard Time:", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
    series = event("RRULE:FREQ=WEEKLY;COUNT=2", mark, start=f"{zone}20240304T000000")
    moved = event(f"RECURRENCE-ID{zone}20240311T000000", mark, start=f"{zone}20240312T000000")

    assert starts(read(calendar(series, moved))) == ["03-03 23:00", "03-11 23:00"]


def test_time_is_free_where_microsofts_status_says_so() -> None:
    """Beside TRANSP, or without it. Sample: busy_status_free.ics."""
    found = read(feed("busy_status_free"))

    free = [o.title for o in found.occurrences if o.is_free]
    assert free == ["Free", "Elsewhere", "Transparent"]


def test_a_meeting_that_exchange_shows_as_called_off_is_cancelled() -> None:
    """And a title that only begins alike is none. Sample: exchange_called_off.ics."""
    found = read(feed("exchange_called_off"))

    assert [(o.title, str(o.status)) for o in found.occurrences] == [
        ("Tea with Ada", "CONFIRMED"),
        ("Canceled: Tea with Ada", "CANCELLED"),
        ("Cancelled: what to do with tickets", "CONFIRMED"),
        ("Tea with Ada", "CONFIRMED"),
    ]


def test_what_is_private_in_other_words_is_private() -> None:
    """RFC 5545, 3.8.1.3: words that nobody knows mean PRIVATE. Sample: private_in_other_words.ics."""
    found = read(feed("private_in_other_words"))

    assert [o.is_private for o in found.occurrences] == [True, True, False]


def test_a_place_is_known_by_its_second_name_where_location_is_empty() -> None:
    """Apple and Outlook. Sample: structured_location.ics."""
    found = read(feed("structured_location"))

    assert [o.place for o in found.occurrences] == [
        "Café Ada, 1 Harbour Road Oldtown",
        "Room of one's own, second floor",
        "As written",
    ]
