"""Splitting: which bytes are an event, whatever stands around them."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inbox.calendars import FEEDS, calendar, event, feed
from worker.inbox.body import Held
from worker.inbox.reading.imprint import Familiar
from worker.inbox.reading.losses import Losses
from worker.inbox.reading.split import Splitter
from worker.inbox.reading.stride import Stride
from worker.inbox.reading.text import normal_bytes

NAMES = (
    "VCALENDAR",
    "VEVENT",
    "VEVENT",
    "VEVENT",
    "VALARM",
    "VTODO",
    "VTIMEZONE",
    "X-ODD",
    "VEVENT ",
    "VEVENTS",
)
LINES = [
    *(f"{word}:{name}" for word in ("BEGIN", "END") for name in NAMES),
    *(
        "begin:VEVENT",
        "End:vevent",
        "END :VEVENT",
        "ENDING:x",
        "BEGINNING:x",
        " END:VEVENT",
        "UID:a",
        "DTSTAMP:1",
        "",
    ),
    "BEGIN:VEVENT\nUID:b\nBEGIN:VALARM\nTRIGGER:x\nEND:VALARM\nSUMMARY:b\nEND:VEVENT",
]


class Split:
    """All that is found in a body with LF line ends, which comes in pieces of so many lines."""

    def __init__(self, body: bytes, *, in_strides: bool = True, lines: int = 1_000_000) -> None:
        losses = Losses(Held(body))
        splitter = Splitter(losses)
        rows = body.splitlines(keepends=True)
        pieces = [b"".join(rows[at : at + lines]) for at in range(0, len(rows), lines)]
        found = splitter.events_in(pieces, in_strides=in_strides)
        self.events = [chunk._replace(imprint=None) for chunk in found]  # only what strides take has one
        self.zones, self.heads = list(splitter.zones), b"".join(splitter.heads)
        self.calendars, self.is_whole = splitter.calendars, splitter.is_whole
        self.problems = losses.problems


def outcome(body: bytes, *, in_strides: bool = True, lines: int = 1_000_000) -> dict[str, object]:
    return vars(Split(body, in_strides=in_strides, lines=lines))


def corpus_files() -> list[Path]:
    folder = os.environ.get("SNOWDROP_TEST_DATA")
    return sorted(Path(folder, "calendars").rglob("*.ics")) if folder else []


def split(body: bytes) -> tuple[Split, list[str]]:
    found = Split(normal_bytes(body))
    return found, [f"{p.where}: {p.what}" for p in found.problems]


def test_a_begin_with_a_trailing_blank_is_a_begin() -> None:
    """Sample: trailing_blank_after_begin.ics."""
    chunks, _ = split(feed("trailing_blank_after_begin"))

    assert len(chunks.events) == 1


def test_events_inside_a_poll_or_an_availability_are_no_meetings() -> None:
    """RFC 7953, 3.1, and VPOLL: what stands inside is a proposal. Samples: event_inside_….ics."""
    found = [split(feed(f"event_inside_{name}"))[0].events for name in ("vpoll", "vavailability")]

    assert [len(events) for events in found] == [1, 1]
    assert all(b"good@example.org" in events[0].raw for events in found)


def test_a_missing_end_closes_at_the_next_begin() -> None:
    """Sample: missing_ends.ics: an alarm, an event and a to-do are never closed."""
    chunks, losses = split(feed("missing_ends"))

    assert [chunk.raw.partition(b"@")[0][-1:] for chunk in chunks.events] == [b"a", b"b", b"c"]
    assert losses == ["line 2: an event has no END", "line 7: an event has no END"]


def test_a_body_that_breaks_off_is_not_whole() -> None:
    """Sample: truncated.ics. The line that is cut in its middle is left out."""
    chunks, losses = split(feed("truncated"))

    assert not chunks.is_whole
    assert [chunk.is_cut for chunk in chunks.events] == [False, True]
    assert b"ATTENDEE" not in chunks.events[1].raw
    assert losses == ["line 15: the calendar breaks off here, perhaps a cut download"]


def test_a_whole_body_is_whole() -> None:
    """Also without a line end after the last line."""
    assert split(calendar(event()).rstrip())[0].is_whole


def test_an_end_without_begin_ends_nothing() -> None:
    """Junk around a good event costs nothing."""
    body = calendar("END:VEVENT\r\nEND:X-JUNK\r\nEND:\r\nBEGIN:\r\n", event("END:VTODO"))

    assert len(split(body)[0].events) == 1


def test_a_calendar_inside_a_calendar_was_a_calendar_never_closed() -> None:
    """Two exports pasted together."""
    chunks, _ = split(
        calendar(event()).replace(b"END:VCALENDAR\r\n", b"") + calendar(event(uid="two@example.org"))
    )

    assert (chunks.calendars, len(chunks.events), chunks.is_whole) == (2, 2, True)


def test_what_stands_in_events_is_no_property_of_the_calendar() -> None:
    """Also where they are never closed."""
    body = calendar(
        "X-WR-CALNAME:mine\r\n", event("METHOD:CANCEL").replace("END:VEVENT\r\n", ""), event(), "X-LAST:1\r\n"
    )

    heads = split(body)[0].heads

    assert heads == b"\nVERSION:2.0\nX-WR-CALNAME:mine\nX-LAST:1"


def test_strides_come_to_the_same_as_border_by_border() -> None:
    """For each sample, and for each calendar of the data folder where there is one."""
    for path in [*FEEDS.glob("*.ics"), *corpus_files()]:
        body = normal_bytes(path.read_bytes())

        assert outcome(body, in_strides=True) == outcome(body, in_strides=False), path.name


@given(st.lists(st.sampled_from(LINES), max_size=30), st.sampled_from(("", "\n")))
def test_strides_come_to_the_same_on_any_heap_of_borders(lines: list[str], last: str) -> None:
    """Missing, doubled, lower-case and blank-trailed BEGINs and ENDs, in any order."""
    for head in ("", "BEGIN:VCALENDAR\n", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\n"):
        body = (head + "\n".join(lines) + last).encode()

        assert outcome(body, in_strides=True) == outcome(body, in_strides=False)


@pytest.mark.slow
@given(st.lists(st.sampled_from(LINES), max_size=30), st.sampled_from(("", "\n")), st.booleans())
def test_windows_of_any_size_come_to_the_same_as_the_whole(
    lines: list[str], last: str, in_strides: bool
) -> None:
    """A border, an event, a zone or a calendar may go on in the next window, or in the one after that."""
    for head in ("", "BEGIN:VCALENDAR\n", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\n"):
        body = (head + "\n".join(lines) + last).encode()

        for size in (1, 2, 3, 7):
            assert outcome(body, in_strides=in_strides, lines=size) == outcome(body), size


@pytest.mark.slow
def test_every_sample_is_split_alike_in_windows_of_any_size() -> None:
    """Line by line, and some lines at a time."""
    for path in [*FEEDS.glob("*.ics"), *corpus_files()]:
        body = normal_bytes(path.read_bytes())
        sizes = (1, 2, 5, 50) if len(body) < 100_000 else (50, 997)

        assert all(outcome(body, lines=size) == outcome(body) for size in sizes), path.name


def test_strides_are_as_quick_where_nothing_ever_ends() -> None:
    """Each END is searched for once: a hundred thousand BEGINs before the only one cost one look each."""
    stride = Stride(b"\nBEGIN:VEVENT" * 100_000 + b"\nEND:VEVENT\n", Familiar())

    assert not any(list(stride.events_from(13 * number)) for number in range(99_999))
    assert len(list(stride.events_from(13 * 99_999))) == 1
