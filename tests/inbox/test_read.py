"""Reading a feed whole."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inbox.calendars import FEEDS, calendar, event, feed, read, starts, titles, whats
from worker.core.event import Status
from worker.errors import SnowdropError
from worker.inbox.body import Held
from worker.inbox.reading.losses import MOST_NAMED
from worker.inbox.reading.raw import NotACalendarError, groups_in, raw_in


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"<!DOCTYPE html><html>", "is a web page"),
        (b"\xef\xbb\xbf\n<HTML>", "is a web page"),
        (b'<?xml version="1.0"?><html>', "is a web page"),
        (b'{"error": "unauthorized"}', "is JSON"),
        (b'["vcalendar", []]', "is JSON"),
        (b"\x89PNG\r\n\x1a\n\0\0", "holds no calendar"),
        (b"\xef\xbb\xbfbegin:vcard\r\nEND:VCARD", "is an address book, not a calendar"),
        (b"END:VCARD", "holds no calendar"),
        (b"First Name,Last Name,E-mail 1 - Value\r\nAda,King,ada@example.org\r\n", "is a table"),
        (b"Pr\xe9nom;Nom;Anniversaire\r\n", "is a table"),
        (b"Hello, my dear\n", "holds no calendar"),
    ],
)
def test_what_is_no_calendar_is_said_in_one_sentence(body: bytes, words: str) -> None:
    """What it is, and where to look."""
    with pytest.raises(NotACalendarError, match=f"^x.ics {words}.*: .+"):
        read(body)


def test_several_calendars_in_one_file_are_one_feed() -> None:
    """RFC 5545, 3.4. Sample: several_calendars.ics."""
    assert starts(read(feed("several_calendars"))) == ["03-04 09:00", "03-05 09:00"]


def test_an_event_without_calendar_is_read() -> None:
    """Sample: without_calendar.ics."""
    assert titles(read(feed("without_calendar"))) == ["The good one"]


def test_a_cancelling_file_cancels() -> None:
    """RFC 5546, 3.2.5. Sample: method_cancel.ics."""
    assert [o.status for o in read(feed("method_cancel")).occurrences] == [Status.CANCELLED]


def test_a_cancelling_calendar_cancels_none_of_its_neighbours() -> None:
    """Two mails saved into one file: each meeting's own STATUS tells then (RFC 5546, 3.2.5)."""
    gone = calendar("METHOD:CANCEL\r\n", event("STATUS:CANCELLED", "SUMMARY:gone", uid="gone"))
    there = calendar("METHOD:REQUEST\r\n", event("SUMMARY:there", uid="there"))
    plain = calendar(event("SUMMARY:plain", uid="plain"))

    found = [read(body).occurrences for body in (gone + there, there + gone, gone + plain, gone + gone)]

    assert [sorted(o.title for o in some if o.status is Status.CANCELLED) for some in found] == [["gone"]] * 4


def test_calscale_is_read_in_any_case() -> None:
    """Sample: lower_case_calscale.ics."""
    assert starts(read(feed("lower_case_calscale"))) == ["03-04 09:00", "03-05 09:00"]


def test_an_event_without_uid_has_a_key_of_its_own_and_an_empty_uid() -> None:
    """contracts.md. The key is the same at the next request, whatever DTSTAMP says. Sample: without_uid.ics."""
    body = feed("without_uid")
    raw, later = (
        raw_in(Held(body), "x"),
        raw_in(Held(body.replace(b"DTSTAMP:20240101", b"DTSTAMP:20240102")), "x"),
    )

    assert raw.fingerprints() == later.fingerprints()
    assert [key[:1] for key in raw.fingerprints()] == ["~"]
    assert read(body).occurrences[0].event_uid == ""


def test_very_long_and_unprintable_uids_go_by_a_short_key() -> None:
    """Indexes and messages hold them."""
    raw = raw_in(Held(calendar(event(uid="a" * 5000), event(uid="b\x1b[31m"))), "x")

    assert [(key[:1], len(key)) for key in raw.fingerprints()] == [("~", 25), ("~", 25)]


def test_a_change_of_one_event_changes_one_fingerprint() -> None:
    """Work follows change."""
    before = raw_in(Held(calendar(event(uid="a"), event(uid="b"))), "x").fingerprints()
    after = raw_in(Held(calendar(event(uid="a"), event("LOCATION:y", uid="b"))), "x").fingerprints()

    assert {key for key in before if before[key] != after[key]} == {"b"}


def test_the_event_in_which_a_body_breaks_off_is_known() -> None:
    """So that what is known of it is kept. Sample: truncated.ics."""
    assert raw_in(Held(feed("truncated")), "x").cut_key == "b@example.org"
    assert raw_in(Held(calendar(event())), "x").cut_key is None


def test_a_definition_goes_along_with_the_events_that_need_it() -> None:
    """And only with them: also under a name with a colon, in quotes."""
    found = {
        name: [sorted(group.zones) for group in groups_in(raw_in(Held(feed(name)), "x"))]
        for name in (
            "customized_time_zone_east",
            "quoted_zone_name",
            "unquoted_zone_name",
            "one_uid_many_talks",
        )
    }

    assert found == {
        "customized_time_zone_east": [["Customized Time Zone"]],
        "quoted_zone_name": [["(UTC+05:30) Chennai, Kolkata"]],
        "unquoted_zone_name": [["(UTC+05:30) Chennai, Kolkata"]],
        "one_uid_many_talks": [[]],
    }


def test_more_faults_than_anybody_reads_are_counted() -> None:
    """Memory and time stay bounded."""
    found = read(calendar(*(event(uid=str(i), start=":never") for i in range(3 * MOST_NAMED))))

    assert len(found.problems) == MOST_NAMED + 1
    assert found.problems[1].where == "line 7"
    assert found.problems[-1].what == f"{2 * MOST_NAMED:,} more such places"


def test_control_characters_of_a_feed_never_reach_a_problem_line() -> None:
    """It is printed on a terminal."""
    found = read(calendar(event("RRULE:FREQ=\x1b[31mRED", start=";TZID=\x1b]0;x\x07:20240304T090000")))

    assert all(p.where.isprintable() and p.what.isprintable() for p in found.problems)
    assert len(found.problems) == 2


ORDERED = [
    path.name
    for path in sorted(FEEDS.glob("*.ics"))
    if path.name not in ("truncated.ics", "missing_ends.ics")
]


@given(st.sampled_from(ORDERED), st.randoms())
def test_the_order_of_components_does_not_matter(name: str, dice: random.Random) -> None:
    """RFC 5545, 3.6: any order; and the fingerprints agree."""
    body = (FEEDS / name).read_bytes()
    head, *blocks = body.replace(b"BEGIN:VEVENT", b"\0BEGIN:VEVENT").split(b"\0")
    *inner, last = (block.partition(b"END:VEVENT") for block in blocks)
    parts = [b"".join((a, end, b"\r\n")) for a, end, _ in (*inner, last)]
    if (
        body.count(b"BEGIN:VCALENDAR") != 1
        or b"BEGIN:VPOLL" in body
        or b"VAVAIL" in body
        or b"VALARM" in body
    ):
        return
    shuffled = head + b"".join(dice.sample(parts, len(parts))) + b"END:VCALENDAR\r\n"

    a, b = read(body), read(shuffled)

    assert sorted(map(repr, a.occurrences)) == sorted(map(repr, b.occurrences))
    assert raw_in(Held(body), "x").fingerprints() == raw_in(Held(shuffled), "x").fingerprints()


@pytest.mark.parametrize("path", sorted(FEEDS.glob("*.ics")), ids=lambda path: path.stem)
def test_twice_is_once(path: object) -> None:
    """The same body gives the same, and a feed that lists everything twice says no more."""
    body = (FEEDS / str(path)).read_bytes()
    try:
        once = read(body)
    except SnowdropError:
        return

    assert read(body).occurrences == once.occurrences
    if whats(once) == []:
        assert read(body + b"\r\n" + body).occurrences == once.occurrences
