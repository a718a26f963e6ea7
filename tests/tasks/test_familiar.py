"""A visit that passes over what is written as before leaves the same record as one that cuts out everything."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tasks.home import NOW, Home, event

DAY = timedelta(days=1)
LATER = timedelta(days=2)
"""A feed that suddenly lacks half of its events is believed after a day."""


def zoned(offset: str) -> str:
    """A zone that only this calendar knows."""
    return (
        "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        f"TZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )


IN_OURS = event("ours", NOW, "zoe@example.com").replace("DTSTART:", "DTSTART;TZID=Ours:").replace("00Z", "00")
SERIES = event("series", NOW - 30 * DAY, "bo@example.com", more="RRULE:FREQ=WEEKLY;COUNT=4\r\n")
MOVED = event(
    "series", NOW - 22 * DAY, "bo@example.com", more=f"RECURRENCE-ID:{NOW - 23 * DAY:%Y%m%dT%H%M%SZ}\r\n"
)
PARTS = (
    *(event(f"one-{n}", NOW - n * DAY, "ada@example.com") for n in range(4)),
    event("one-1", NOW - DAY, "ada@example.com", title="Tea"),
    event("one-2", NOW - 2 * DAY, "ada@example.com", title="Tea").replace("UID", "SEQUENCE:1\r\nUID"),
    *(SERIES, MOVED, IN_OURS, zoned("+0500"), zoned("+0200")),
    *("METHOD:CANCEL\r\n", "X-WR-TIMEZONE:Asia/Tokyo\r\n", "X-WR-CALNAME:Ours\r\n"),
    event("", NOW - 9 * DAY, "cy@example.com"),
)


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Home, Home]]:
    """Two that read the same; the second one forgets each time how it was written."""
    made = Home(tmp_path_factory.mktemp("quick")), Home(tmp_path_factory.mktemp("thorough"))
    yield made
    for home in made:
        home.house.close()


def record(home: Home, feed: int) -> list[tuple[object, ...]]:
    return home.rows(
        "SELECT event_key, fingerprint, body, last_ends_at, is_endless, gone_at IS NULL FROM events "
        f"WHERE feed_id = {feed} ORDER BY event_key"
    )


def visited(home: Home, name: str, versions: list[list[int]], *, forgets: bool) -> list[tuple[object, ...]]:
    """What is known once the calendar was read in each version, one after the other."""
    feed = home.add(home.write(name, *[PARTS[n] for n in versions[0]]))
    for version in versions:
        home.write(name, *[PARTS[n] for n in version])
        if forgets:
            with home.house.database.write() as conn:
                conn.exec_driver_sql("UPDATE events SET imprint = NULL")
        home.poll(feed)
        home.now += LATER
        home.poll(feed)
    return record(home, feed)


VERSION = st.lists(st.sampled_from(range(len(PARTS))), min_size=1)


@pytest.mark.parametrize(
    "versions",
    [
        pytest.param([[0, 6], [0, 6, 7]], id="an override that comes later"),
        pytest.param([[0, 1, 4], [0, 1]], id="two writings of one event, then one"),
        pytest.param([[0, 1], [0, 1, 1]], id="an event that stands there twice"),
        pytest.param([[0, 8, 9], [0, 8, 10]], id="a zone that is another one"),
        pytest.param([[0, 1], [11, 0, 1]], id="a calendar that is called off"),
        pytest.param([[0, 1], [0], [0, 1]], id="an event that went and is back"),
    ],
)
def test_what_changes_the_meaning_of_an_event_that_is_written_the_same_is_seen(
    homes: tuple[Home, Home], versions: list[list[int]]
) -> None:
    """No event in these second versions is written anew."""
    quick, thorough = homes
    name = f"{len(quick.rows('SELECT id FROM feeds'))}.ics"

    assert visited(quick, name, versions, forgets=False) == visited(thorough, name, versions, forgets=True)


@pytest.mark.slow
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(versions=st.lists(VERSION, min_size=2, max_size=3))
def test_any_two_versions_leave_what_a_thorough_reading_leaves(
    homes: tuple[Home, Home], tmp_path: Path, versions: list[list[int]]
) -> None:
    """Overrides that come later, zones that change, a calendar that is called off, an event that stands there twice."""
    quick, thorough = homes
    name = f"{len(quick.rows('SELECT id FROM feeds'))}.ics"

    assert visited(quick, name, versions, forgets=False) == visited(thorough, name, versions, forgets=True)


def test_of_a_calendar_that_is_written_the_same_no_event_is_cut_out(tmp_path: Path) -> None:
    """Another stamp of the file is no reason to look at any of them."""
    home = Home(tmp_path)
    feed = home.add(home.write("a.ics", *PARTS[:4]))
    home.read(feed)
    before = record(home, feed)
    with home.house.database.write() as conn:  # what is not looked at is not found to be another one
        conn.exec_driver_sql("UPDATE events SET fingerprint = 'old' || substr(fingerprint, -8)")

    home.write("a.ics", "X-WR-CALNAME:Mine\r\n", *PARTS[:4])
    home.read(feed)

    assert [row[1] for row in record(home, feed)] == [f"old{str(row[1])[-8:]}" for row in before]
    home.house.close()
