"""What every hostile calendar is held to: bounded time and memory, and the good event stays."""

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

from tests.inbox.calendars import event, titles
from worker.inbox.reading.read import Calendar

GOOD = event("SUMMARY:good", uid="good@example.org", start=":20240305T100000Z")


@contextmanager
def within(seconds: float, mib: float | None = None) -> Iterator[None]:
    """Bounds the time at work, however busy the machine is, and where given what Python holds at most.

    (The latter makes it several times slower.)
    """
    if mib is not None:
        tracemalloc.start()
    begin = process_time()
    try:
        yield
        took = process_time() - begin
        peak = tracemalloc.get_traced_memory()[1] / 2**20 if mib is not None else 0
    finally:
        tracemalloc.stop()
    assert took < seconds
    assert mib is None or peak < mib


def good_of(found: Calendar) -> list[str]:
    return [title for title in titles(found) if title == "good"]
