"""The bell is a message that says "look at this duty": it may be lost, doubled or late, and nothing is lost.

Duties stand in the database; `ring_due` rings for all that are due, from the clock and after every commit.
"""

import os
import threading
import time
from collections.abc import Iterable

import dramatiq
import structlog
from dramatiq.brokers.redis import RedisBroker
from dramatiq.errors import BrokerError
from dramatiq.middleware import CurrentMessage, ShutdownNotifications, TimeLimit
from redis.exceptions import RedisError

from tasks.broker import SILENT
from tasks.deliver import DELIVER
from tasks.duty import Kind, Work, carry_out
from tasks.learn import LEARN
from tasks.poll import POLL
from tasks.suggest import SUGGEST
from tasks.tidy import TIDY
from tasks.wiring import House
from worker.errors import TemporaryError
from worker.store import duties

log = structlog.get_logger()

WORKS: dict[Kind, Work] = {
    Kind.POLL: POLL,
    Kind.LEARN: LEARN,
    Kind.SUGGEST: SUGGEST,
    Kind.DELIVER: DELIVER,
    Kind.TIDY: TIDY,
}
AGAIN_SECONDS = 15.0
"""A duty that is still due and held by nobody is rung for again after this long: its bell was lost."""
_MOST_AT_ONCE = 500
_MILLISECOND = 1000


class BrokerGoneError(TemporaryError):
    """The broker does not answer; what is due stays due in the database."""


class FailFastBroker(RedisBroker):
    """A broker that ends its process when a consumer dies, since a supervisor restarts it in a second.

    dramatiq restarts consumers by itself, but messages that it held in memory then wait for a heartbeat's time-out
    (docs/decisions/0002-the-database-is-the-record.md).
    """

    def __init__(self, url: str) -> None:
        super().__init__(  # type: ignore[no-untyped-call]  # dramatiq leaves it untyped
            url=url,
            middleware=[TimeLimit(), ShutdownNotifications(), CurrentMessage()],
            maintenance_chance=1_000_000,
            heartbeat_timeout=15_000,
            namespace="snowdrop",
        )
        self._consumed: set[str] = set()
        self.may_exit = False
        """Set by the worker's process; in tests a second consumer is a new worker's."""

    def consume(self, queue_name: str, prefetch: int = 1, timeout: int = 5000) -> dramatiq.Consumer:
        if queue_name in self._consumed and self.may_exit:
            log.error("consumer died", queue=queue_name)
            os._exit(75)  # EX_TEMPFAIL: from a thread, at once; the record stands in the database
        self._consumed.add(queue_name)
        return super().consume(queue_name, prefetch, timeout)


class Bell:
    """Rings for what is due; remembers for whom it rang, so that nobody is rung for twice in one breath."""

    def __init__(self, house: House, broker: FailFastBroker, *, again_seconds: float = AGAIN_SECONDS) -> None:
        self.house = house
        self.broker = broker
        self.again_seconds = again_seconds
        self._rung: dict[int, float] = {}
        """Duty → when it was rung for, on the monotonic clock."""
        self._turn = threading.Lock()
        for kind, work in WORKS.items():
            self._declare(kind, work)

    def _declare(self, kind: Kind, work: Work) -> None:
        def actor(duty_id: int) -> None:
            carry_out(self.house, work, duty_id)
            with self._turn:
                self._rung.pop(duty_id, None)
            self.ring_softly()  # what this duty made due need not wait for the clock

        limit = int(work.lease_seconds * _MILLISECOND)
        dramatiq.actor(actor_name=kind.value, broker=self.broker, queue_name="duties", time_limit=limit)(
            actor
        )

    def ring_due(self) -> int:
        """Rings for every duty that is due and was not rung for just now; gives how many.

        Raises BrokerGoneError.
        """
        with self.house.database.read() as conn:
            due = duties.due(conn, self.house.now(), _MOST_AT_ONCE)
        fresh = self._not_rung_just_now(due)
        for bell in fresh:
            self._send(bell)
        return len(fresh)

    def _not_rung_just_now(self, due: Iterable[duties.Bell]) -> list[duties.Bell]:
        clock = time.monotonic()
        with self._turn:
            self._rung = {duty: at for duty, at in self._rung.items() if clock - at < self.again_seconds}
            fresh = [bell for bell in due if bell.duty_id not in self._rung]
            self._rung.update((bell.duty_id, clock) for bell in fresh)
        return fresh

    def _send(self, bell: duties.Bell) -> None:
        actor = self.broker.get_actor(bell.kind)
        try:
            self.broker.enqueue(actor.message(bell.duty_id))
        except (BrokerError, RedisError, OSError) as error:
            raise BrokerGoneError(SILENT) from error

    def ring_softly(self) -> None:
        """The same where a broker that is away is no failure: the clock rings again."""
        try:
            self.ring_due()
        except TemporaryError as error:
            log.warning("not rung", why=str(error))
