"""The pipeline, from an address to stored touches and to nudges, beside the naive way in one run.

Naive is `icalendar.Calendar.from_ical` and `recurring_ical_events.of(…).between(…)` over the same bytes: occurrences
in memory, nobody judged, nothing stored. Ours is what the worker does: ask over HTTP, split, compare, decode, store,
expand, judge, tie, with every commit on the disk.

    python -m bench pipeline            1,000 and 10,000 events; 100 to 20,000 people
    python -m bench pipeline large      100,000 events too (more than six minutes)
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from bench.household import Household, Served, household, served
from bench.made_up import NOW, YEARS, calendar_of
from bench.measuring import Promise, seconds, show_promises, show_table, shown
from tasks.duty import Kind
from tasks.tie import tie_again
from worker.core.touch import Evidence, Touch
from worker.store import people, touches

EVENTS_PROMISED = 10_000
PEOPLE = ((100, 250), (1_000, 2_600), (2_000, 5_200), (20_000, 52_000))
"""People, and the events that give each of them ten touches."""
_SINCE, _UNTIL = NOW - timedelta(days=366 * (YEARS + 1)), NOW + timedelta(days=365)
_MIB = 1024 * 1024
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Read:
    """One feed, read in all its ways; seconds."""

    events: int
    mib: float
    touches: int
    naive: float
    first: float
    changed: float
    same_body: float
    not_modified: float

    @property
    def row(self) -> Sequence[object]:
        ours = (self.first, self.changed, self.same_body, self.not_modified)
        size = (f"{self.events:,}", f"{self.mib:.1f} MiB", f"{self.touches:,}")
        return (*size, shown(self.naive), *(f"{shown(one)} ({self.naive / one:,.1f} ×)" for one in ours))

    def promises(self) -> list[Promise]:
        return [
            Promise(
                what="first read to stored touches", figure=self.naive / self.first, promised=1.5, unit="×"
            ),
            Promise(what="read again, 1 % changed", figure=self.naive / self.changed, promised=40, unit="×"),
            Promise(
                what="the same body, new ETag", figure=self.naive / self.same_body, promised=100, unit="×"
            ),
            Promise(what="304 without a body", figure=self.naive / self.not_modified, promised=500, unit="×"),
        ]


def naive_seconds(body: bytes, rounds: int) -> float:
    import icalendar
    import recurring_ical_events

    def read() -> None:
        list(recurring_ical_events.of(icalendar.Calendar.from_ical(body)).between(_SINCE, _UNTIL))

    return seconds(read, rounds)


def read_in_all_ways(events: int) -> Read:
    """The best of a few rounds for what is short, one round for what is long."""
    rounds = 3 if events <= EVENTS_PROMISED else 1
    body = calendar_of(events, people=events // 5)
    naive = naive_seconds(body, min(rounds, 2))
    first = [_first_read(body) for _ in range(rounds)]
    with household() as home, served(body) as server:
        feed = home.add(server.address)
        home.read(feed)
        count = home.count("touches")
        again = [_read_changed(home, server, feed, events, n) for n in range(1, 1 + max(2, rounds))]
        same = [_read_under(home, server, feed, f'"same {n}"') for n in range(3)]
        unchanged = [home.do(Kind.POLL, feed) for _ in range(5)]
    return Read(
        events=events,
        mib=len(body) / _MIB,
        touches=count,
        naive=naive,
        first=min(first),
        changed=min(again),
        same_body=min(same),
        not_modified=min(unchanged),
    )


def _first_read(body: bytes) -> float:
    with household() as home, served(body) as server:
        return home.read(home.add(server.address))


def _read_changed(home: Household, server: Served, feed: int, events: int, number: int) -> float:
    """Each round changes one in a hundred, or changes it back."""
    server.body = calendar_of(events, people=events // 5, changed=number % 2)
    server.etag = f'"changed {number}"'
    return home.read(feed)


def _read_under(home: Household, server: Served, feed: int, etag: str) -> float:
    server.etag = etag
    return home.do(Kind.POLL, feed)


@dataclass(frozen=True, kw_only=True)
class Suggested:
    """One user, suggested to; seconds."""

    people: int
    touches: int
    from_nothing: float
    one_changed: float

    @property
    def row(self) -> Sequence[object]:
        return (f"{self.people:,}", f"{self.touches:,}", shown(self.from_nothing), shown(self.one_changed))

    def promises(self) -> list[Promise]:
        who = f"suggest, {self.people:,} people"
        return [
            Promise(
                what=f"{who}, from nothing", figure=self.from_nothing, promised=5, unit="s", at_least=False
            ),
            Promise(
                what=f"{who}, one changed", figure=self.one_changed, promised=1, unit="s", at_least=False
            ),
        ]


def suggested(count: int, events: int) -> Suggested:
    with household() as home, served(calendar_of(events, people=count)) as server:
        home.read(home.add(server.address))
        from_nothing = home.suggest()
        again = []
        for number in range(3):
            _meet(home, number)
            again.append(home.suggest())
        return Suggested(
            people=home.count("people"),
            touches=home.count("touches"),
            from_nothing=from_nothing,
            one_changed=min(again),
        )


def _meet(home: Household, number: int) -> None:
    """The user says that they met somebody yesterday."""
    user_id, at = home.house.user.id, NOW - timedelta(days=1)
    with home.house.database.write() as conn:
        someone = people.get(conn, user_id, 1 + number)
        touch = Touch(
            person=someone.person.key,
            name=someone.person.name,
            started_at=at,
            ended_at=at + timedelta(hours=1),
            all_day=False,
            event_uid="",
            event_key=f"answer:{number}",
            recurrence_id=None,
            source="",
            title="",
            place="",
            evidence=Evidence.ANSWER,
            others=1,
            is_upcoming=False,
        )
        touches.add_answered(conn, user_id, someone.id, touch)
        tie_again(home.house, conn, user_id, [someone.id])


def _noted(kept: list[T], one: T) -> T:
    kept.append(one)
    return one


def main(args: Sequence[str] = ()) -> int:
    """The exit code: 1 where a promise is missed."""
    sizes = (1_000, EVENTS_PROMISED, 100_000) if "large" in args else (1_000, EVENTS_PROMISED)
    reads, users = list[Read](), list[Suggested]()
    print("One feed: naive, and the worker's way (and how many times faster)\n", flush=True)
    ways = ("naive", "first read", "1 % changed", "same body, new ETag", "304")
    measured = (_noted(reads, read_in_all_ways(events)).row for events in sizes)
    show_table(("events", "size", "touches", *ways), measured)
    print("One user: suggest\n", flush=True)
    looked = (_noted(users, suggested(count, events)).row for count, events in PEOPLE)
    show_table(("people", "touches", "from nothing", "one person changed"), looked)
    promised = next(read for read in reads if read.events == EVENTS_PROMISED)
    return show_promises(promised.promises() + [one for user in users[-2:] for one in user.promises()])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
