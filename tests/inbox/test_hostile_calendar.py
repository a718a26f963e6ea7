"""Hostile calendars, generated: bounded time and memory, no traceback, and the good events stay."""

import resource
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from time import perf_counter

import pytest

from tests.inbox.calendars import calendar, event, read, starts, titles, whats
from worker.core.judge import judged
from worker.core.owner import Owners
from worker.inbox.body import Held
from worker.inbox.reading.decode import LONGEST_TITLE, MOST_ATTENDEES, MOST_DATES
from worker.inbox.reading.raw import raw_in
from worker.inbox.reading.read import Calendar

GOOD = event("SUMMARY:good", uid="good@example.org", start=":20240305T100000Z")
RULES = [
    *("FREQ=SECONDLY", "FREQ=SECONDLY;INTERVAL=0", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1"),
    *(
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;COUNT=999999999999",
    ),
    *(
        "FREQ=DAILY;UNTIL=99991231T235959Z",
        "FREQ=YEARLY;INTERVAL=99999999",
        "FREQ=HOURLY;BYSETPOS=-366",
        "FREQ=;",
        "=",
        "",
    ),
    "FREQ=MONTHLY;BYDAY=" + ",".join(f"{n}MO" for n in range(1, 54)) * 50,
    "FREQ=SECONDLY;BYSECOND="
    + ",".join(map(str, range(60)))
    + ";BYMINUTE=59;BYHOUR=23;BYMONTHDAY=31;BYMONTH=2",
]


@contextmanager
def within(seconds: float, mib: float | None = None) -> Iterator[None]:
    """Bounds time; and what Python holds at most, where given (which makes it several times slower)."""
    if mib is not None:
        tracemalloc.start()
    begin = perf_counter()
    try:
        yield
        took = perf_counter() - begin
        peak = tracemalloc.get_traced_memory()[1] / 2**20 if mib is not None else 0
    finally:
        tracemalloc.stop()
    assert took < seconds
    assert mib is None or peak < mib


def good_of(found: Calendar) -> list[str]:
    return [title for title in titles(found) if title == "good"]


@pytest.mark.parametrize(
    "nest",
    [
        lambda n: "BEGIN:X-A\r\n" * n + "END:X-A\r\n" * n,
        lambda n: (
            "".join(f"BEGIN:X-{i}\r\n" for i in range(n))
            + "".join(f"END:X-{i}\r\n" for i in reversed(range(n)))
        ),
        lambda n: event("BEGIN:VALARM\r\n" * n + "END:VALARM\r\n" * n),
        lambda n: event("BEGIN:VALARM\r\n" * n),
        lambda n: "BEGIN:VEVENT\r\n" * n,
        lambda n: "END:VEVENT\r\n" * n,
        lambda n: "BEGIN:VTIMEZONE\r\nTZID:x\r\n" * n,
    ],
    ids=["same", "different", "in-event", "never-closed", "events", "ends", "zones"],
)
def test_ten_thousand_levels_cost_a_moment(nest: Callable[[int], str]) -> None:
    """Neither recursion nor a walk over all open levels for each line."""
    with within(5):
        found = read(calendar(nest(10_000), GOOD))

    assert good_of(found) == ["good"]


def test_levels_that_are_never_closed_cost_what_stands_inside() -> None:
    """What is inside an unknown component is no meeting; the next calendar is."""
    with within(5):
        found = read(calendar("BEGIN:X-A\r\n" * 10_000, event()) + calendar(GOOD))

    assert titles(found) == ["good"]


def long_line(size: int) -> bytes:
    return calendar(event("SUMMARY:" + "x" * size), event("X-JUNK;Y=" + '"' * size, uid="two"), GOOD)


def test_a_line_of_five_megabytes_is_cut_or_left_out() -> None:
    """It is named; its event stays, and as much of a title as is ever shown."""
    with within(5, mib=80):
        found = read(long_line(5_000_000))

    assert [len(title) for title in titles(found)] == [LONGEST_TITLE, 0, 4]
    assert whats(found) == ["a line is longer than a million characters"] * 2


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


def test_a_hundred_thousand_attendees_are_cut_and_said() -> None:
    """Nobody met them all."""
    lines = [f"ATTENDEE:mailto:p{i}@example.org" for i in range(100_000)]

    with within(5):
        found = read(calendar(event(*lines), GOOD))

    assert len(found.occurrences[0].attendees) == MOST_ATTENDEES
    assert whats(found) == [f"more than {MOST_ATTENDEES:,} attendees"]


@pytest.mark.parametrize(("joint", "count"), [(",", 50_000), ("\r\nEXDATE:", 100_000)])
def test_a_hundred_thousand_exdates_are_cut_and_said(joint: str, count: int) -> None:
    """Each in its own line; or as many in one as are shorter than a million characters."""
    dates = joint.join(["20240304T090000Z"] * count)

    with within(5):
        found = read(calendar(event("RRULE:FREQ=DAILY;COUNT=2", f"EXDATE:{dates}"), GOOD))

    assert starts(found) == ["03-05 09:00", "03-05 10:00"]
    assert whats(found) == [f"more than {MOST_DATES:,} dates in EXDATE"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule[:40])
@pytest.mark.parametrize("name", ["RRULE", "EXRULE"])
def test_no_rule_runs_for_ever(rule: str, name: str) -> None:
    """Cut, or refused with a sentence; the good event stays."""
    with within(3):
        found = read(calendar(event(f"{name}:{rule}"), GOOD))

    assert good_of(found) == ["good"]


def test_a_thousand_rules_without_a_match_cost_a_moment() -> None:
    """Each is followed to the horizon and no further."""
    parts = [event("RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", uid=str(i)) for i in range(1000)]

    with within(10):
        found = read(calendar(*parts, GOOD))

    assert len(found.occurrences) == 1001


def test_a_hundred_thousand_rules_in_one_event_are_cut_and_said() -> None:
    """Twenty are more than anybody writes."""
    with within(5):
        found = read(calendar(event(*["RRULE:FREQ=DAILY"] * 100_000), GOOD))

    assert whats(found) == ["more than 20 repeat rules"]


def test_ten_thousand_overrides_for_the_future_cost_a_moment() -> None:
    """Which one governs is found, not searched."""
    moves = [
        event(
            f"RECURRENCE-ID;RANGE=THISANDFUTURE:20240304T{i // 60:02}{i % 60:02}00Z",
            start=":20240304T090000Z",
        )
        for i in range(1440)
    ]

    with within(10):
        found = read(calendar(event("RRULE:FREQ=MINUTELY"), *moves, GOOD))

    assert good_of(found) == ["good"]


@pytest.mark.slow
def test_many_endless_series_together_are_cut_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A feed as a whole has a limit too; what stands first is kept."""
    monkeypatch.setattr("worker.inbox.reading.read.MOST_OCCURRENCES", 30_000)

    with within(20):
        found = read(calendar(GOOD, *(event("RRULE:FREQ=SECONDLY", uid=str(i)) for i in range(20))))

    assert len(found.occurrences) == 30_000
    assert found.events == 21
    assert good_of(found) == ["good"]
    assert any("the calendar has more than" in what for what in whats(found))


@pytest.mark.slow
def test_a_hundred_thousand_broken_events_cost_a_moment() -> None:
    """No walk over the body for each."""
    with within(15):
        found = read(calendar(*["BEGIN:VEVENT\r\nDTSTART:x\r\n"] * 100_000, GOOD))

    assert good_of(found) == ["good"]
    assert found.problems[-1].what.endswith("more such places")


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


@pytest.mark.parametrize(
    "body",
    [b"\0" * 1_000_000, b"\xff\xfe" * 500_000, b"\r" * 1_000_000, b"BEGIN:" * 200_000, b"\n " * 500_000],
)
def test_junk_is_refused_at_once(body: bytes) -> None:
    """In one sentence."""
    with within(3), pytest.raises(Exception, match=r"^x holds no calendar|^x is empty"):
        raw_in(Held(body), "x")
