"""What of an event could not be read is told as long as it stands there, however often the rest is read again."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.tasks.home import NOW, Home, event

DAY = timedelta(days=1)
ADA = "ada@example.com"
WHOLE = event("whole", NOW - 30 * DAY, ADA)
FAULTY = event("faulty", NOW - 60 * DAY, ADA, title="Tea", more="RDATE;VALUE=PERIOD:20141310\r\n")


@pytest.mark.parametrize("is_folder", [False, True])
def test_a_fault_stays_as_long_as_its_event_does(home: Home, *, is_folder: bool) -> None:
    """Another event came, or nothing did but a new time of the file; the meeting that was kept is one all the while."""
    name = "all/work.ics" if is_folder else "work.ics"
    path = home.write(name, FAULTY, WHOLE)
    feed = home.add(str(Path(path).parent) if is_folder else path)
    home.live()
    first = home.feed(feed).problem
    assert first is not None
    assert "“Tea”" in first

    for more in ([event("new", NOW - 10 * DAY, ADA)], []):
        home.write(name, FAULTY, WHOLE, *more)
        home.now += DAY
        home.read(feed)
        home.live()
        assert home.feed(feed).problem == first
        assert len(home.touches()[ADA]) == 3  # what was learnt stays

    home.write(name, FAULTY.replace("RDATE;VALUE=PERIOD:20141310\r\n", ""), WHOLE)
    home.now += DAY
    home.read(feed)
    assert home.feed(feed).problem is None
