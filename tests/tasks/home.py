"""A home is a real House on a temporary SQLite, with calendars in files and a clock that is turned by hand."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from config.settings import settings_from
from tasks.bell import WORKS
from tasks.duty import Kind, carry_out
from tasks.feeding import add_feed
from tasks.wiring import House
from tests.prepared import prepare
from worker.core.touch import Touch
from worker.store import duties, feeds, nudges, people, touches
from worker.store.feeds import Feed
from worker.store.nudges import StoredNudge

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday."""
ME = "me@example.org"


def event(
    uid: str, starts_at: datetime, *guests: str, title: str = "Coffee", host: str = ME, more: str = ""
) -> str:
    """One VEVENT of an hour that `host` invites to; everyone has accepted."""
    attendees = "".join(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{guest}\r\n" for guest in (host, *guests))
    return (
        f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:{starts_at:%Y%m%dT%H%M%SZ}\r\nDURATION:PT1H\r\n"
        f"SUMMARY:{title}\r\nORGANIZER:mailto:{host}\r\n{attendees}{more}END:VEVENT\r\n"
    )


def monthly(name: str, *, meetings: int, ended: timedelta) -> list[str]:
    """Meetings every four weeks with name@example.com, the last one so long ago."""
    last = NOW - ended
    return [
        event(f"{name}-{n}", last - timedelta(weeks=4 * n), f"{name}@example.com") for n in range(meetings)
    ]


LONG_AGO = timedelta(days=240)


def missing(*names: str, title: str = "Coffee") -> list[str]:
    """Whoever was met every four weeks, until months ago; each a day earlier than the one before."""
    return [
        one.replace("SUMMARY:Coffee", f"SUMMARY:{title}")
        for i, name in enumerate(names)
        for one in monthly(name, meetings=12, ended=LONG_AGO + timedelta(days=i))
    ]


def calendar(*events: str) -> bytes:
    return "".join(
        ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//test//EN\r\n", *events, "END:VCALENDAR\r\n")
    ).encode()


class Killed(BaseException):
    """As by SIGKILL: nothing that catches an `Exception` hears of it."""


def kept_of(made: "Home") -> Path:
    """What is kept of a home once it was lived in, for `as_it_was` at the same place."""
    made.live()
    made.house.close()
    return made.folder.rename(made.folder.with_name("kept"))


@contextmanager
def as_it_was(kept: Path) -> Iterator["Home"]:
    """The home that was once lived in, from what was kept of it: at its own place `home`, which its feeds know."""
    folder = kept.with_name("home")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(kept, folder)
    home = Home(folder)
    yield home
    home.house.close()


@contextmanager
def killed_at_the_end(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A duty that is done in here dies when it is about to say that it is done."""

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(duties, "finish", killed)
        with pytest.raises(Killed):
            yield


class Home:
    """The House, its calendars, and its user's duties."""

    def __init__(self, folder: Path, **settings: object) -> None:
        self.folder = folder
        self.now = NOW
        knobs = settings_from({}, data_dir=prepare(folder / "data"), timezone="Europe/Berlin", **settings)
        self.house = House(knobs, clock=lambda: self.now)
        self.house.migrate()
        self.house.settle_user()  # as the parts do when they start
        self.user_id = self.house.user.id

    def write(self, name: str, *events: str) -> str:
        """Writes a calendar file; its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(calendar(*events))
        return str(path)

    def add(self, address: str) -> int:
        return add_feed(self.house, address).feed.id

    def do(self, kind: Kind, subject_id: int) -> None:
        """Rings for one duty and carries it out, as the worker does."""
        with self.house.database.write() as conn:
            duties.ring(conn, self.user_id, kind, subject_id, self.now)
        carry_out(self.house, WORKS[kind], self.duty(kind, subject_id).id)

    def poll(self, feed_id: int) -> None:
        self.do(Kind.POLL, feed_id)

    def read(self, feed_id: int) -> None:
        """poll, and whatever learning that rings for."""
        self.poll(feed_id)
        self.settle(Kind.LEARN)

    def suggest(self) -> None:
        self.do(Kind.SUGGEST, self.user_id)

    def settle(self, *kinds: Kind) -> None:
        """Carries out what is due by now of these kinds, and what that makes due, until nothing is."""
        while found := [bell for bell in self._due() if bell.kind in kinds]:
            for bell in found:
                carry_out(self.house, WORKS[Kind(bell.kind)], bell.duty_id)

    def live(self) -> None:
        """Everything that is due by now."""
        self.settle(Kind.POLL, Kind.LEARN, Kind.SUGGEST)

    def duty(self, kind: Kind, subject_id: int) -> duties.Duty:
        with self.house.database.read() as conn:
            duty = duties.get(conn, self.user_id, kind, subject_id)
        assert duty is not None
        return duty

    def feed(self, feed_id: int) -> Feed:
        with self.house.database.read() as conn:
            return feeds.get(conn, self.user_id, feed_id)

    def touches(self) -> dict[str, tuple[Touch, ...]]:
        """Everyone's touches by the person's key, earliest first."""
        with self.house.database.read() as conn:
            known = {each.id: each.person.key for each in people.all_people(conn, self.user_id)}
            met = touches.of_people(conn, self.user_id, known)
        return {known[person_id]: found for person_id, found in met.items()}

    def nudges(self) -> tuple[StoredNudge, ...]:
        with self.house.database.read() as conn:
            return nudges.all_nudges(conn, self.user_id)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with self.house.database.read() as conn:
            return [tuple(row) for row in conn.exec_driver_sql(query)]

    def _due(self) -> Iterable[duties.Bell]:
        with self.house.database.read() as conn:
            return duties.due(conn, self.now, 1000)
