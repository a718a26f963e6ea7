"""Hostile calendars, generated: bounded time and memory, no traceback, and the good events stay."""

from collections.abc import Callable

import pytest

from tests.inbox.calendars import calendar, event, read, starts, titles, whats
from tests.inbox.hostile import GOOD, good_of, within
from worker.inbox.body import Held
from worker.inbox.reading.decode import MOST_ATTENDEES, MOST_DATES
from worker.inbox.reading.raw import raw_in

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


@pytest.mark.slow
def test_a_hundred_thousand_attendees_are_cut_and_said() -> None:
    """Nobody met them all."""
    lines = [f"ATTENDEE:mailto:p{i}@example.org" for i in range(100_000)]

    with within(5):
        found = read(calendar(event(*lines), GOOD))

    assert len(found.occurrences[0].attendees) == MOST_ATTENDEES
    assert whats(found) == [f"more than {MOST_ATTENDEES:,} attendees"]


@pytest.mark.slow
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


@pytest.mark.slow
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
    "body",
    [b"\0" * 1_000_000, b"\xff\xfe" * 500_000, b"\r" * 1_000_000, b"BEGIN:" * 200_000, b"\n " * 500_000],
)
def test_junk_is_refused_at_once(body: bytes) -> None:
    """In one sentence."""
    with within(3), pytest.raises(Exception, match=r"^x holds no calendar|^x is empty"):
        raw_in(Held(body), "x")
