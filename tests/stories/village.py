"""A village: a whole house on real parts — SQLite, Valkey, dramatiq, files, SMTP — with a clock that tests set."""

import subprocess
import time as clocks
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import dramatiq
import redis

from config.settings import settings_from
from tasks.bell import Bell, FailFastBroker
from tasks.timetable import keep_duties
from tasks.up import valkey_command
from tasks.wiring import House
from tests.prepared import prepare
from worker.store import duties

ME = "me@example.org"


@dataclass
class Clock:
    """The present, as the test says."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def set(self, day: date, hour: int = 9) -> None:
        self.now = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@contextmanager
def valkey(folder: Path) -> Iterator[str]:
    """The bundled Valkey on a socket of its own; gives its address."""
    socket = folder / "valkey.sock"
    process = subprocess.Popen(valkey_command(socket), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"unix://{socket}"
    try:
        until = clocks.monotonic() + 10
        while not _answers(url):
            assert clocks.monotonic() < until, "the bundled Valkey does not start"
            clocks.sleep(0.02)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=10)


def _answers(url: str) -> bool:
    try:
        return bool(redis.Redis.from_url(url).ping())
    except redis.RedisError:
        return False


@dataclass
class Village:
    """One house, its bell, and a worker in this process."""

    house: House
    bell: Bell
    clock: Clock
    worker: dramatiq.Worker | None = field(default=None)

    def settle(self, seconds: float = 60.0) -> None:
        """Rings, and waits until nothing is due at this moment."""
        until = clocks.monotonic() + seconds
        while self.is_busy():
            assert clocks.monotonic() < until, f"still due: {self.due()}"
            self.bell.ring_due()
            clocks.sleep(0.01)

    def is_busy(self) -> bool:
        """Both asked of one state of the record: what ends between two questions may ring for the next step."""
        with self.house.database.read() as conn:
            leased = conn.exec_driver_sql(
                "SELECT count(*) FROM duties WHERE lease_until IS NOT NULL"
            ).scalar_one()
            return bool(leased or duties.due(conn, self.house.now(), 1000))

    def due(self) -> tuple[duties.Bell, ...]:
        with self.house.database.read() as conn:
            return duties.due(conn, self.house.now(), 1000)

    def table(self, name: str) -> list[dict[str, Any]]:
        """All rows of a table, as they stand."""
        with self.house.database.read() as conn:
            return [dict(row) for row in conn.exec_driver_sql(f"SELECT * FROM {name}").mappings()]


@contextmanager
def village(folder: Path, url: str, clock: Clock, **knobs: Any) -> Iterator[Village]:
    """A house in `folder` at work on the broker at `url`."""
    settings = settings_from(
        {}, data_dir=prepare(folder / "data"), redis_url=url, timezone="Europe/Berlin", me=(ME,), **knobs
    )
    house = House(settings, clock)
    house.migrate()
    bell = Bell(house, FailFastBroker(url), again_seconds=0.5)
    house.ring_now = bell.ring_softly
    with house.database.write() as conn:
        keep_duties(house, conn)
    worker = dramatiq.Worker(bell.broker, worker_threads=2, worker_timeout=50)
    worker.start()
    try:
        yield Village(house, bell, clock, worker)
    finally:
        worker.stop(timeout=5_000)
        house.close()


def calendar(*events: str) -> str:
    """A calendar file of these VEVENTs."""
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Village//EN", *events, "END:VCALENDAR", ""]
    )


def meeting(uid: str, on: date, who: str, title: str, *, hour: int = 17, more: str = "") -> str:
    """One hour with one person in Berlin, accepted by both."""
    start = datetime.combine(on, time(hour))
    address = f"{first_name(who)}@example.com"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTART;TZID=Europe/Berlin:{start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID=Europe/Berlin:{start + timedelta(hours=1):%Y%m%dT%H%M%S}",
        f"SUMMARY:{title}",
        f"ORGANIZER:mailto:{ME}",
        f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ME}",
        f"ATTENDEE;CN={who};PARTSTAT=ACCEPTED:mailto:{address}",
        *([more] if more else []),
        "END:VEVENT",
    ]
    return "\r\n".join(lines)


def farewell(title: str, on: date) -> str:
    """An event that nobody is invited to."""
    lines = [
        "BEGIN:VEVENT",
        f"UID:{title}",
        f"DTSTART;VALUE=DATE:{on:%Y%m%d}",
        f"SUMMARY:{title}",
        "END:VEVENT",
    ]
    return "\r\n".join(lines)


def first_name(who: str) -> str:
    return who.partition(" ")[0].lower()


def every(days: int, *, start: date, until: date) -> list[date]:
    """Days at a steady distance, moved off weekends."""
    found = []
    while start < until:
        found.append(start - timedelta(days=max(0, start.weekday() - 4)))
        start += timedelta(days=days)
    return found
