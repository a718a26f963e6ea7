"""Decoding: what an event says, and what of it costs only itself."""

import pytest

from tests.inbox.calendars import calendar, event, feed, read, starts, titles, whats
from worker.core.event import Occurrence, Party, Status


def the_one(*lines: str) -> Occurrence:
    (found,) = read(calendar(event(*lines))).occurrences
    return found


def test_an_event_without_start_costs_only_itself() -> None:
    """RFC 5545, 3.8.2.4. Sample: missing_dtstart.ics."""
    found = read(feed("missing_dtstart"))

    assert titles(found) == ["The good one"]
    assert [problem.sentence for problem in found.problems] == [
        "line 4, “Tea with Ada”: there is no DTSTART; kept: the other events"
    ]


def test_bad_to_dos_alarms_and_zones_cost_nothing() -> None:
    """Sample: bad_todo_alarm_and_zone.ics."""
    found = read(feed("bad_todo_alarm_and_zone"))

    assert starts(found) == ["03-04 09:00"]
    assert (found.occurrences[0].event_uid, whats(found)) == ("one@example.org", [])


def test_what_cannot_be_read_is_named_with_its_line_and_what_was_kept() -> None:
    """Each loss once, however often it comes."""
    found = read(calendar(event("DTEND:x", "DURATION:y", "RDATE:z", "EXDATE:1", "EXDATE:2", "SEQUENCE:many")))

    assert sorted(whats(found)) == [
        "DTEND is not a date",
        "DURATION is not a duration",
        "a value of EXDATE is not a date",
        "a value of RDATE is not a date",
    ]
    assert {(p.where, p.kept) for p in found.problems} == {("line 3", "the rest of the event")}


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (("SUMMARY:Coffee with\\nAda",), "“Coffee with Ada” on 2024-03-04"),
        (("SUMMARY:Chemotherapy", "CLASS:PRIVATE"), "a private event on 2024-03-04"),
        ((), "an event without title on 2024-03-04"),
        (("SUMMARY:" + "x" * 90,), f"“{'x' * 60}…” on 2024-03-04"),
    ],
)
def test_a_loss_says_which_event_it_was(lines: tuple[str, ...], shown: str) -> None:
    """By its title and day: nobody looks for line 812. A private title is never told."""
    (problem,) = read(calendar(event("DTEND:x", *lines))).problems

    assert problem.event == shown
    assert problem.sentence == f"line 3, {shown}: DTEND is not a date; kept: the rest of the event"


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        (
            ":99991231T235959Z",
            "DTSTART lies in the year 9999, where nobody meets yet; kept: the rest of the event",
        ),
        (":-00440315T090000Z", "DTSTART is not a date; kept: the other events"),
        (":00000101", "DTSTART is not a date; kept: the other events"),
    ],
)
def test_a_start_before_or_beyond_all_calendars_is_told(start: str, sentence: str) -> None:
    """Nothing is expected of it, and the others stay."""
    found = read(calendar(event(start=start), event("SUMMARY:good", uid="good")))

    assert titles(found) == ["good"]
    assert [problem.sentence.partition(": ")[2] for problem in found.problems] == [sentence]


def test_a_repeat_rule_that_cannot_be_read_is_told_when_it_is_read() -> None:
    """So that a stored calendar tells it too; the event is kept, without its repetitions."""
    found = read(calendar(event("SUMMARY:Tea", "RRULE:FREQ=DAILY;INTERVAL=0", "EXRULE:FREQ=NEVER")))

    assert starts(found) == ["03-04 09:00"]
    assert [(p.where, p.event) for p in found.problems] == [("line 3", "“Tea” on 2024-03-04")] * 2
    assert whats(found) == [
        "a repeat rule cannot be read: INTERVAL=0 is not a positive number",
        "a repeat rule cannot be read: FREQ=NEVER is not a frequency",
    ]


def test_of_a_property_that_stands_twice_the_first_holds() -> None:
    """RFC 5545, 3.6.1: they must not; some do."""
    found = the_one("SUMMARY:one", "SUMMARY:two", "DTSTART:20250101T000000Z")

    assert (found.title, found.started_at.year) == ("one", 2024)


def test_people_are_read_with_what_they_are_and_what_they_said() -> None:
    """RFC 5545, 3.8.4.1."""
    found = the_one(
        'ATTENDEE;CN="Lovelace, Ada";PARTSTAT=accepted;ROLE=chair;CUTYPE=individual:MAILTO:Ada@Example.org',
        "attendee;cutype=ROOM:mailto:room@example.org",
        "ATTENDEE:urn:uuid:1",
        "ATTENDEE;CN=Bea;EMAIL=bea@example.org:/principals/bea",
        "ORGANIZER;CN=Cleo:mailto:cleo@example.org",
    )

    assert found.attendees[0] == Party(
        address="ada@example.org", name="Lovelace, Ada", partstat="ACCEPTED", role="CHAIR"
    )
    assert [(party.address, party.kind) for party in found.attendees[1:]] == [
        ("room@example.org", "ROOM"),
        ("", "INDIVIDUAL"),
        ("bea@example.org", "INDIVIDUAL"),
    ]
    assert found.organizer is not None
    assert found.organizer.name == "Cleo"


def test_words_that_nobody_knows_mean_what_the_standard_says() -> None:
    """RFC 5545, 3.2.3, 3.2.12 and 3.2.16."""
    found = the_one(
        "ATTENDEE;CUTYPE=X-CAT;PARTSTAT=X-PURRS;ROLE=X-SLEEPS:mailto:cat@example.org", "STATUS:X-DREAMT"
    )

    assert found.attendees == (Party(address="cat@example.org", kind="UNKNOWN"),)
    assert found.status == "CONFIRMED"


@pytest.mark.parametrize(
    ("written", "is_private"), [("PRIVATE", True), ("confidential", True), ("PUBLIC", False), ("", False)]
)
def test_a_private_event_is_known_as_one(written: str, is_private: bool) -> None:
    """RFC 5545, 3.8.1.3."""
    assert the_one(f"CLASS:{written}").is_private is is_private


def test_line_breaks_in_texts_and_names_become_blanks() -> None:
    r"""`\n` in SUMMARY, `^n` in CN, U+2028. Sample: line_breaks_in_text.ics."""
    (found,) = read(feed("line_breaks_in_text")).occurrences

    assert found.title == "Tea Bcc: everyone@example.org <b>now</b>"
    assert found.attendees[0].name == "Ada Bcc: everyone@example.org"


def test_a_uid_stands_as_written() -> None:
    """contracts.md: event_uid; folded, with blanks and backslashes."""
    assert the_one().event_uid == "one@example.org"
    assert read(calendar(event(uid="a  b\\,\r\n c"))).occurrences[0].event_uid == "a  b\\,c"


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("CONTACT:Jim Dolittle\\, ABC Industries\\, +1-919", "Jim Dolittle, ABC Industries, +1-919"),
        ("CONTACT;CN=Jim Dolittle:mailto:jim@example.org", "Jim Dolittle, mailto:jim@example.org"),
        ('CONTACT;ALTREP="mailto:jim@example.org":Jim Dolittle', "Jim Dolittle <jim@example.org>"),
        ('CONTACT;ALTREP="ldap://example.org/cn=Jim":Jim Dolittle', "Jim Dolittle"),
    ],
)
def test_a_contact_is_kept_with_what_its_parameters_add(line: str, contact: str) -> None:
    """RFC 5545, 3.8.4.2; a CN is not of it, and some write one."""
    assert the_one(line).contacts == (contact,)


@pytest.mark.parametrize(
    "written", ["{name}:{value}", "{small}:{value}", "{name};X-A=1:{value}", "{name} :{value}"]
)
def test_a_name_in_small_letters_with_blanks_or_parameters_says_the_same(written: str) -> None:
    """RFC 5545, 3.1: names are case-insensitive; the usual form is only read quicker."""
    lines = {
        "SUMMARY": "Tea: with Ada", "DTEND": "20240304T100000", "LOCATION": "Home", "STATUS": "TENTATIVE",
        "CLASS": "PRIVATE", "TRANSP": "TRANSPARENT",
    }  # fmt: skip
    usual = the_one(*(f"{name}:{value}" for name, value in lines.items()))

    found = the_one(
        *(written.format(name=name, small=name.lower(), value=value) for name, value in lines.items())
    )

    assert found == usual
    assert (found.title, found.status, found.is_private) == ("Tea: with Ada", Status.TENTATIVE, True)
