"""Pace is how often, and how many at once: a guest who reads calendars does not crowd the door.

Part of fetching. Deciding is pure; the gate is the one thing with a memory, and that of one process only.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from worker.core.sentence import Sentence
from worker.inbox.fetching.catch import UnavailableError

USUAL_SECONDS = 3600
"""Once an hour, when nobody says otherwise: calendars change over days, and a 304 costs little."""
LONGEST_SECONDS = 24 * 3600
"""Neither a long cache nor a broken feed makes us stay away longer than a day ..."""
LONGEST_WISH_SECONDS = 7 * 24 * 3600
"""... but the server's own wish (Retry-After) does, up to a week: beyond that it is a slip, not a wish."""


def next_poll_seconds(
    *,
    failures: int = 0,
    cache_seconds: int | None = None,
    retry_after_seconds: int | None = None,
    usual_seconds: int = USUAL_SECONDS,
) -> int:
    """How long to wait for the next visit.

    `failures`: how often in a row it failed, this time included. The first failure waits as usual, each
    further one twice as long, up to a day; after a success the server's caching time counts, where that is
    longer.
    """
    if failures > 0:
        doublings = min(failures - 1, 20)  # 2 to the 20th hours is beyond any limit
        wait_seconds = min(usual_seconds << doublings, max(usual_seconds, LONGEST_SECONDS))
    else:
        wait_seconds = max(usual_seconds, min(cache_seconds or 0, LONGEST_SECONDS))
    return max(wait_seconds, min(retry_after_seconds or 0, LONGEST_WISH_SECONDS))


class HostGate:
    """At most one request at a time per host, over all threads of this process."""

    def __init__(self) -> None:
        self._busy: set[str] = set()
        self._changed = threading.Condition()

    @contextmanager
    def held(self, host: str, *, wait_seconds: float) -> Iterator[None]:
        """Have a host for oneself. Raises UnavailableError when it is not free after `wait_seconds`."""
        with self._changed:
            if not self._changed.wait_for(lambda: host not in self._busy, timeout=wait_seconds):
                raise UnavailableError(
                    Sentence(
                        "{host} is busy with another calendar of yours: this one is tried again soon.",
                        host=host,
                    )
                )
            self._busy.add(host)
        try:
            yield
        finally:
            with self._changed:
                self._busy.discard(host)
                self._changed.notify_all()
