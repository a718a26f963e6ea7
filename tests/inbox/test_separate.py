"""Separate events: who shares a UID, and yet comes and goes alone."""

import pytest

from tests.inbox.calendars import calendar, event, feed, read, titles
from worker.inbox.reading.read import raw_in

SERIES = event("RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:series")
MONDAY, TUESDAY = (event(f"RECURRENCE-ID:2024030{n}T090000Z", start=f":2024030{n}T110000Z") for n in (4, 5))
TALK, OTHER_TALK = event("SUMMARY:talk"), event("SUMMARY:other talk", start=":20240305T090000Z")


def keys(*parts: str) -> list[str]:
    return sorted(key.removeprefix("one@example.org") for key in raw_in(calendar(*parts), "x").groups)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((TALK,), [""]),
        ((SERIES, MONDAY, TUESDAY), [""]),
        ((MONDAY,), ["#20240304T090000Z"]),
        ((MONDAY, TUESDAY, MONDAY), ["#20240304T090000Z", "#20240305T090000Z"]),
        ((TALK, OTHER_TALK), ["#20240304T090000Z", "#20240305T090000Z"]),
        ((TALK, TALK), [""]),
        ((TALK, event("SEQUENCE:2", start=":20240305T090000Z")), [""]),
        ((TALK, OTHER_TALK, TUESDAY), [""]),
    ],
    ids=[
        *("one event", "a series", "one instance", "instances", "talks", "twice the same"),
        *("two versions", "talks and an instance"),
    ],
)
def test_a_uid_is_shared_by_one_event_or_by_several(parts: tuple[str, ...], expected: list[str]) -> None:
    """RFC 5545, 3.8.4.4 and 3.8.4.7; SEQUENCE makes one event a version of the other."""
    assert keys(*parts) == expected
    assert keys(*reversed(parts)) == expected


def test_an_instance_named_in_odd_words_has_a_key_too() -> None:
    """With a zone, or with bytes that no key may hold."""
    odd = event("RECURRENCE-ID;TZID=Europe/Berlin:20240304T090000"), event("RECURRENCE-ID:\x1b[31m")

    assert all(len(key) == 17 and key[1:].isalnum() for key in keys(*odd))


def test_a_master_with_an_instances_name_is_no_instance() -> None:
    """Connect Daily. Sample: connect_daily_master.ics."""
    assert not any("#" in key for key in raw_in(feed("connect_daily_master"), "x").groups)


def test_separate_events_are_read_like_any_other() -> None:
    """Under their own titles, and the UID as written."""
    found = read(calendar(TALK, OTHER_TALK))

    assert titles(found) == ["talk", "other talk"]
    assert {o.event_uid for o in found.occurrences} == {"one@example.org"}
