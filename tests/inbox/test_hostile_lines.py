"""Hostile lines, generated: bounded time and memory, nothing that breaks out, and the good events stay."""

import resource
import tracemalloc
from datetime import date, timedelta

import pytest

from tests.inbox.calendars import calendar, event, read, starts, titles, whats
from tests.inbox.hostile import GOOD, good_of, within
from worker.core.judge import judged
from worker.core.owner import Owners
from worker.inbox.reading.decode import LONGEST_TITLE


def long_line(size: int) -> bytes:
    return calendar(event("SUMMARY:" + "x" * size), event("X-JUNK;Y=" + '"' * size, uid="two"), GOOD)


def test_a_line_of_five_megabytes_is_cut_or_left_out() -> None:
    """It is named; its event stays, and as much of a title as is ever shown."""
    with within(5, mib=80):
        found = read(long_line(5_000_000))

    assert [len(title) for title in titles(found)] == [LONGEST_TITLE, 0, 4]
    assert whats(found) == ["a line is longer than a million characters"] * 2


@pytest.mark.slow
@pytest.mark.parametrize("comma", [",", ";"])
def test_an_endless_list_of_dates_costs_what_lies_behind_its_first_thousands(comma: str) -> None:
    """The days at its beginning are out, none is read in half, and the event stays."""
    days = (date(2024, 3, 5) + timedelta(days=day) for day in range(70_000))
    line = "EXDATE:" + comma.join(f"{day:%Y%m%d}T090000Z" for day in days)

    found = read(calendar(event("RRULE:FREQ=DAILY;COUNT=30", line)))

    assert starts(found) == ["03-04 09:00"]
    assert whats(found) == [
        "a line is longer than a million characters",
        "more than 20,000 dates in EXDATE",
    ]


@pytest.mark.slow
def test_a_line_of_a_hundred_megabytes_is_left_out() -> None:
    """No more memory than some copies of the body."""
    body = long_line(100_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with within(60):
        found = read(body)

    assert good_of(found) == ["good"]
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < 1500


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        "SUMMARY:" + "a\\n" * 300_000,
        "SUMMARY:" + " \t" * 400_000 + "x",
        "SUMMARY;ENCODING=QUOTED-PRINTABLE:" + "=3D=\r\n" * 100_000,
        "CONTACT:" + "a" * 900_000,
        "CONTACT:" + "a@" * 400_000,
        "ATTENDEE;CN=" + "((((" * 200_000 + ":mailto:ada@example.org",
        "ATTENDEE;CN=" + '"x"' * 200_000 + ":mailto:ada@example.org",
        "ATTENDEE" + ";X=1" * 200_000 + ":mailto:ada@example.org",
        "ATTENDEE:mailto:" + "%41" * 300_000,
        "EXDATE:" + "," * 900_000,
        "EXDATE:20240304T090000" + " " * 900_000 + "x",
        "RRULE:" + ";" * 900_000,
        "RRULE:FREQ=DAILY;BYMONTHDAY=" + "1," * 400_000,
        "DURATION:P" + "1" * 900_000,
        "DTEND;TZID=" + "/" * 900_000 + ":20240304T100000",
        "DTEND;TZID=x:" + ":" * 900_000 + "20240304T100000",
        "SUMMARY:" + "\r\n x" * 300_000,
        "\r\n" * 450_000 + "X:1",
        "BEGIN:" + "A" * 900_000 + "!",
        "BEGIN" + " " * 900_000 + ":X",
    ],
    ids=lambda line: line[:24].replace("\r\n", "_"),
)
def test_no_line_costs_more_than_its_length(line: str) -> None:
    """Every pattern and loop is linear, from bytes to touches."""
    with within(4):
        found = read(calendar(event(line), GOOD))
        judged(
            found.occurrences, Owners(said=frozenset(("me@example.org",))), found.occurrences[0].started_at
        )

    assert good_of(found) == ["good"]


@pytest.mark.parametrize(
    "text", ["\0", "\x1b[2J", "\x9b31m", "\u2028", "\u202e", "\r\nBcc: x@example.org", "\\nBcc: x"]
)
def test_nothing_shown_holds_a_control_character(text: str) -> None:
    """Titles, places, names, contacts, UIDs, problems."""
    lines = [
        f"SUMMARY:a{text}b",
        f"LOCATION:a{text}b",
        f'ATTENDEE;CN="a{text}b":mailto:a{text}b@example.org',
        f"CONTACT:a{text}b",
    ]

    found = read(calendar(event(*lines, f"RRULE:FREQ={text}", uid=f"a{text}b"), GOOD))

    for one in found.occurrences:
        shown = (
            one.title,
            one.place,
            one.event_uid,
            one.event_key,
            *one.contacts,
            *(p.name + p.address for p in one.attendees),
        )
        assert all(word.isprintable() for word in shown)
    assert all(what.isprintable() for what in whats(found))


def test_a_name_may_hold_markup_but_nothing_breaks_out_of_it() -> None:
    """Escaping is the writers' duty; the reader gives text on one line, of bounded length."""
    found = read(
        calendar(event("SUMMARY:" + "<script>" * 10_000, 'ATTENDEE;CN="<b>,;:</b>":mailto:a@example.org'))
    )

    assert len(found.occurrences[0].title) == LONGEST_TITLE
    assert found.occurrences[0].attendees[0].name == "<b>,;:</b>"


def test_the_memory_of_a_long_line_is_given_back() -> None:
    """Nothing that is kept between readings grows with what a feed sends."""
    tracemalloc.start()
    for i in range(50):
        read(
            calendar(
                event(f'ATTENDEE;CN="{i:0100000}":mailto:{i:0100000}@example.org', f"SUMMARY;X={i:0100000}:x")
            )
        )
    held = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()

    assert held < 2
