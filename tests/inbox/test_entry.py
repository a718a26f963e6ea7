"""Entries: what the store keeps reads back as it was."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inbox.calendars import BERLIN, FEEDS, UNTIL
from worker.core.event import Party
from worker.errors import SnowdropError
from worker.inbox.body import Held
from worker.inbox.reading.entry import Entry, Group, Period, group_in, written
from worker.inbox.reading.expand import Reading, expanded
from worker.inbox.reading.moment import Moment
from worker.inbox.reading.raw import groups_in, raw_in
from worker.inbox.reading.read import zones_of
from worker.inbox.reading.window import Window

TEXT = st.text(max_size=20)
MOMENTS = st.builds(
    lambda at, zone: Moment(at.replace(microsecond=0), zone), st.datetimes(), TEXT
) | st.builds(
    lambda at: Moment(at.replace(hour=0, minute=0, second=0, microsecond=0), "", True), st.datetimes()
)
LENGTHS = st.builds(lambda seconds: timedelta(seconds=seconds), st.integers(-(10**9), 10**13))
PARTIES = st.builds(Party, address=TEXT, name=TEXT, partstat=TEXT, role=TEXT, kind=TEXT)
ENTRIES = st.builds(
    Entry,
    uid=TEXT,
    start=MOMENTS,
    end=st.none() | MOMENTS,
    duration=st.none() | LENGTHS,
    is_in_hours=st.booleans(),
    recurrence_id=st.none() | MOMENTS,
    is_for_future=st.booleans(),
    sequence=st.integers(0, 10**9),
    changed=TEXT,
    rules=st.lists(TEXT, max_size=2).map(tuple),
    rules_out=st.lists(TEXT, max_size=2).map(tuple),
    dates=st.lists(
        st.builds(Period, start=MOMENTS, length=st.none() | LENGTHS, end=st.none() | MOMENTS), max_size=2
    ).map(tuple),
    dates_out=st.lists(MOMENTS, max_size=3).map(tuple),
    title=TEXT,
    place=TEXT,
    status=st.sampled_from(["CONFIRMED", "TENTATIVE", "CANCELLED"]),
    is_private=st.booleans(),
    organizer=st.none() | PARTIES,
    attendees=st.lists(PARTIES, max_size=2).map(tuple),
    contacts=st.lists(TEXT, max_size=2).map(tuple),
)
GROUPS = st.builds(
    Group,
    key=TEXT,
    entries=st.lists(ENTRIES, min_size=1, max_size=2).map(tuple),
    zones=st.dictionaries(TEXT, TEXT),
)


@pytest.mark.slow
@given(GROUPS)
def test_a_group_comes_back_from_the_store(group: Group) -> None:
    """Every field, whatever is in it."""
    assert group_in(group.key, written(group)) == group


def test_what_comes_back_expands_as_before() -> None:
    """Every sample, with the zone definitions that its groups took along and nothing else."""
    compared = 0
    for path in sorted(FEEDS.glob("*.ics")):
        try:
            raw = raw_in(Held(path.read_bytes()), path.name)
        except SnowdropError:
            continue
        for group in groups_in(raw):
            back = group_in(group.key, written(group))
            before = zones_of(raw.zone_name, raw.zones.definitions, None, BERLIN)
            after = zones_of(raw.zone_name, back.zones, None, BERLIN)
            window = Window(None, UNTIL)
            a, b = expanded(group, Reading("x", before, window)), expanded(back, Reading("x", after, window))
            assert a.occurrences == b.occurrences
            compared += len(a.occurrences)

    assert compared > 50
