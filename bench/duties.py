"""Duties a second, through a real Valkey: bell → message → actor → claim → finish, with every commit on the disk.

The duties are visits to paused feeds: they cost the house's machinery and nothing else. Nothing is promised but that
a house with hundreds of feeds is served within the minute.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, Popen
from time import perf_counter, sleep

import dramatiq
from redis import Redis
from redis.exceptions import ConnectionError as BrokerDownError

from bench.household import Household, household
from bench.measuring import Promise, show_promises
from tasks.bell import Bell, FailFastBroker
from tasks.duty import Kind
from tasks.run import WORKER_THREADS
from tasks.up import valkey_command
from worker.store import duties, feeds

DUTIES = 400
_PICK_UP_MILLISECONDS = 100


@contextmanager
def valkey() -> Iterator[str]:
    """A bundled Valkey of our own; its address."""
    with tempfile.TemporaryDirectory(prefix="snowdrop-bench-", dir="/tmp") as folder:
        path = Path(folder) / "valkey.sock"
        server = Popen(valkey_command(path), stdout=DEVNULL, stderr=DEVNULL)
        try:
            _wait_for(f"unix://{path}")
            yield f"unix://{path}"
        finally:
            server.terminate()
            server.wait()


def _wait_for(url: str) -> None:
    client = Redis.from_url(url)
    for _ in range(200):
        try:
            client.ping()
        except BrokerDownError:
            sleep(0.02)
        else:
            return
    raise RuntimeError("the bundled Valkey does not start")


def ring_for_paused_feeds(home: Household, count: int) -> None:
    house = home.house
    with house.database.write() as conn:
        for number in range(count):
            feed = feeds.add(
                conn,
                house.user.id,
                house.vault,
                address=f"/nowhere/{number}.ics",
                label=f"{number}.ics",
                kind=feeds.FeedKind.FILE,
            )
            feeds.pause(conn, house.user.id, feed.id)
            duties.ring(conn, house.user.id, Kind.POLL, feed.id, home.clock)


def duties_per_second(home: Household, url: str) -> float:
    ring_for_paused_feeds(home, DUTIES)
    bell = Bell(home.house, FailFastBroker(url))
    worker = dramatiq.Worker(bell.broker, worker_threads=WORKER_THREADS, worker_timeout=_PICK_UP_MILLISECONDS)
    worker.start()
    begun = perf_counter()
    bell.ring_due()
    while _left(home):
        sleep(0.02)
    taken = perf_counter() - begun
    worker.stop()
    return DUTIES / taken


def _left(home: Household) -> int:
    with home.house.database.read() as conn:
        return len(duties.due(conn, home.clock, DUTIES))


def main() -> int:
    """The exit code: 1 where the promise is missed."""
    with household() as home, valkey() as url:
        pace = duties_per_second(home, url)
    return show_promises(
        [Promise(what="duties a second, through Valkey", figure=pace, promised=10, unit="/s")]
    )
