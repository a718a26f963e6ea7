"""Quirks: one producer's way to bend the format, one test, one sample."""

from tests.inbox.calendars import feed, read, starts, titles, whats


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
