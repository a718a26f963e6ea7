"""The broker may forget everything at any moment: the record stands in the database."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import redis

from tasks.feeding import add_feed
from tests.stories.village import Clock, calendar, every, meeting, valkey, village

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FEEDS = 24
DAYS = every(28, start=date(2024, 1, 10), until=date(2026, 3, 1))


def _write_feeds(folder: Path) -> list[Path]:
    files = []
    for number in range(FEEDS):
        who = f"Friend{number} Example"
        events = [meeting(f"{number}-{i}", day, who, "Walk by the river") for i, day in enumerate(DAYS)]
        files.append(folder / f"feed{number}.ics")
        files[-1].write_text(calendar(*events), newline="")
    return files


@pytest.mark.slow
def test_flushing_the_broker_in_the_middle_of_a_run_loses_nothing(tmp_path: Path) -> None:
    """Trust, rows 4 and 5: FLUSHALL again and again while feeds are read, learnt and suggested."""
    files = _write_feeds(tmp_path)
    with valkey(tmp_path) as url, village(tmp_path, url, Clock(NOW), weekly_budget=5) as here:
        broker = redis.Redis.from_url(url)
        flushes = 0
        for file in files:
            add_feed(here.house, str(file))
            broker.flushall()
            flushes += 1
        while here.is_busy() and flushes < 200:
            here.bell.ring_due()
            broker.flushall()
            flushes += 1
        here.settle()

        assert flushes >= FEEDS
        assert {row["problem"] for row in here.table("duties")} == {None}
        assert len(here.table("events")) == FEEDS * len(DAYS)
        assert len(here.table("touches")) == FEEDS * len(DAYS)
        nudges = here.table("nudges")
        assert nudges
        assert len({row["id"] for row in nudges}) == len(nudges)
