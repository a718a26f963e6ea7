"""Imprints: an event that is written as it was read before is not cut out again, and nothing else is passed over."""

import os
from collections.abc import Iterable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.inbox.calendars import FEEDS, calendar, event, feed
from worker.inbox.body import Held
from worker.inbox.reading.imprint import LONGEST_FAMILIAR_BYTES, Familiar
from worker.inbox.reading.losses import Losses
from worker.inbox.reading.split import Chunk, Splitter
from worker.inbox.reading.text import normal_bytes

ALARM = "BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM"


def chunks_in(body: bytes, familiar: Familiar | None = None) -> list[Chunk]:
    splitter = Splitter(Losses(Held(body)), Familiar() if familiar is None else familiar)
    return list(splitter.events_in([normal_bytes(body)]))


def familiar_with(chunks: Iterable[Chunk]) -> Familiar:
    """These were read before; their ids are their places."""
    return Familiar((n, chunk.imprint) for n, chunk in enumerate(chunks))


def test_what_is_familiar_is_noted_and_not_cut_out() -> None:
    """With its alarms: they are a part of how it is written."""
    one, two = event(ALARM, uid="one"), event("SUMMARY:x", uid="two")
    familiar = familiar_with(chunks_in(calendar(one, two)))

    left = chunks_in(calendar(one, event("SUMMARY:y", uid="two")), familiar)

    assert familiar.found() == {0}
    assert [chunk.raw for chunk in left] == [b"\nUID:two\nDTSTART:20240304T090000Z\nSUMMARY:y"]


def test_another_alarm_is_another_writing() -> None:
    """It is looked at: that it says nothing new is for the fingerprint to tell."""
    familiar = familiar_with(chunks_in(calendar(event(uid="one"))))

    assert len(chunks_in(calendar(event(ALARM, uid="one")), familiar)) == 1
    assert familiar.found() == set()


def test_what_stands_there_twice_is_not_what_was_read() -> None:
    """Two writings of one event are weighed against each other."""
    familiar = familiar_with(chunks_in(calendar(event())))

    assert chunks_in(calendar(event(), event()), familiar) == []
    assert familiar.found() is None


def test_a_very_long_event_is_cut_out_at_each_visit() -> None:
    """However far its END is, no search goes further than this."""
    body = calendar(event("DESCRIPTION:" + "x" * LONGEST_FAMILIAR_BYTES))
    chunks = chunks_in(body)

    assert chunks_in(body, familiar_with(chunks)) == chunks


def test_a_familiar_event_inside_something_else_is_no_meeting() -> None:
    """A poll offers what may stand elsewhere as an event."""
    body = feed("event_inside_vpoll")
    inside = body[body.index(b"BEGIN:VEVENT") : body.index(b"END:VEVENT")] + b"END:VEVENT\r\n"
    familiar = familiar_with(chunks_in(calendar(inside.decode())))

    assert familiar
    assert chunks_in(body, familiar) == chunks_in(body)
    assert familiar.found() == set()


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.lists(st.sampled_from("abcdef"), unique=True))
def test_any_calendar_falls_apart_into_familiar_and_fresh(before: list[str], now: list[str]) -> None:
    """Whatever was there before and whatever is there now."""
    events = {uid: event(f"SUMMARY:{uid}", *[ALARM] * (uid < "c"), uid=uid) for uid in "abcdef"}
    familiar = familiar_with(chunks_in(calendar(*(events[uid] for uid in before))))

    fresh = chunks_in(calendar(*(events[uid] for uid in now)), familiar)

    assert familiar.found() == {before.index(uid) for uid in now if uid in before}
    assert [chunk.raw.split(b"\n")[1] for chunk in fresh] == [
        f"UID:{uid}".encode() for uid in now if uid not in before
    ]


def test_of_every_sample_only_what_is_not_plain_is_cut_out_again() -> None:
    """Nothing is lost, and zones and problems are as before."""
    data = os.environ.get("SNOWDROP_TEST_DATA")
    corpus = sorted(Path(data, "calendars").rglob("*.ics"))[::9] if data else []
    for path in [*FEEDS.glob("*.ics"), *corpus]:
        chunks = chunks_in(path.read_bytes())
        seldom = [chunk for chunk in chunks if [each.imprint for each in chunks].count(chunk.imprint) == 1]
        familiar = familiar_with(seldom)
        again = chunks_in(path.read_bytes(), familiar)

        assert sorted([*again, *(seldom[n] for n in familiar.found() or ())]) == sorted(chunks), path.name
