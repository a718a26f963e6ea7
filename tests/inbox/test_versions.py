"""Versions: which writing of an event counts."""

import random
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inbox.calendars import calendar, event, feed, read, starts, titles
from tests.inbox.hostile import within
from worker.inbox.reading.entry import Entry
from worker.inbox.reading.moment import Moment
from worker.inbox.reading.versions import versions_of

BASE = Entry(uid="u", start=Moment(datetime(2024, 3, 4, 9), "UTC"))
MOMENTS = st.sampled_from([Moment(datetime(2024, 3, day, 9), "UTC") for day in (4, 5)])
ENTRIES = st.builds(
    lambda start, named, sequence, changed, title, place: replace(
        BASE, start=start, recurrence_id=named, sequence=sequence, changed=changed, title=title, place=place
    ),
    MOMENTS, st.none() | MOMENTS, st.integers(0, 2), st.sampled_from(["", "20240101", "20240201"]),
    st.sampled_from("ab"), st.sampled_from("xy"),
)  # fmt: skip


def test_the_higher_sequence_counts() -> None:
    """RFC 5545, 3.8.7.4. Sample: newer_sequence.ics, the older version last."""
    assert titles(read(feed("newer_sequence"))) == ["Moved"]


def test_between_equal_sequences_the_later_change_counts() -> None:
    """RFC 5545, 3.8.7.3. Sample: newer_last_modified.ics."""
    (found,) = read(feed("newer_last_modified")).occurrences

    assert found.place == "Harbour"


def test_of_two_overrides_of_one_instance_the_newer_counts() -> None:
    """Also where one names it in UTC and the other in local time."""
    series = event("RRULE:FREQ=DAILY;COUNT=2", start=";TZID=Europe/Berlin:20240304T090000")
    older = event("RECURRENCE-ID:20240304T080000Z", "SEQUENCE:1", start=":20240304T110000Z")
    newer = event("RECURRENCE-ID;TZID=Europe/Berlin:20240304T090000", "SEQUENCE:2", start=":20240304T120000Z")

    found = [starts(read(calendar(*order))) for order in ((series, older, newer), (newer, older, series))]

    assert found == [["03-04 12:00", "03-05 08:00"]] * 2


def test_overrides_belong_to_the_one_series_among_several_masters() -> None:
    """Sample: two_masters_one_series.ics."""
    assert starts(read(feed("two_masters_one_series"))) == ["03-04 09:00", "03-05 12:00", "03-10 09:00"]


@given(st.lists(ENTRIES, min_size=1, max_size=6), st.randoms())
def test_the_order_of_entries_does_not_matter(entries: list[Entry], dice: random.Random) -> None:
    """Also in a draw."""
    shuffled = dice.sample(entries, len(entries))

    a, b = versions_of(entries), versions_of(shuffled)

    assert set(a.masters) == set(b.masters)
    assert set(a.overrides) == set(b.overrides)


@pytest.mark.slow
def test_a_hundred_thousand_events_of_one_uid_cost_a_moment() -> None:
    """No pair of them is compared."""
    entries = [replace(BASE, title=str(i)) for i in range(100_000)]

    with within(5):
        assert len(versions_of(entries).masters) == 100_000


@pytest.mark.parametrize(
    ("sequence", "changed", "is_kept"), [(1, "", False), (2, "", True), (3, "", True), (1, "20240101", False)]
)
def test_what_was_moved_before_its_series_was_called_off_went_with_it(
    sequence: int, changed: str, *, is_kept: bool
) -> None:
    """What is said of it since, or as late, holds: the series ends, and one last time is meant all the same."""
    off = replace(BASE, status="CANCELLED", sequence=2, rules=("FREQ=DAILY;COUNT=3",))
    moved = replace(BASE, recurrence_id=BASE.start, sequence=sequence, changed=changed)

    assert versions_of([off, moved]).overrides == ((moved,) if is_kept else ())
