"""A bell rings for a duty: claim it, do it, and say so last; whatever goes wrong is written down, not lost.

The message carries the kind and the number of the duty; all else stands in the database.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

import structlog
from sqlalchemy import Connection

from tasks.wiring import House
from worker.errors import PermanentError, SnowdropError
from worker.store import duties
from worker.store.duties import Claim, Fenced

log = structlog.get_logger()

RETRY_BASE_SECONDS = 30.0
MENDED_BASE_SECONDS = 600.0
"""Where the user has to mend something: five refused logins in ten minutes, and many a server shuts its door."""
RETRY_CAP_SECONDS = 6 * 3600.0


class Kind(StrEnum):
    """What a duty is about; `subject` is the number of a feed, or of the user."""

    POLL = "poll"
    LEARN = "learn"
    SUGGEST = "suggest"
    DELIVER = "deliver"
    TIDY = "tidy"


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """How one kind of duty is done."""

    do: Callable[[House, Claim], None]
    """Finishes the claim itself, last in the transaction that saves its result."""
    lease_seconds: float
    """Longer than the work ever takes; after a crash, this long until somebody else takes over."""


def carry_out(house: House, work: Work, duty_id: int) -> None:
    """One attempt. A duty that is not due, or held by somebody else, is left alone."""
    with house.database.write() as conn:
        claim = duties.claim(conn, duty_id, house.now(), work.lease_seconds)
    if claim is None:
        return
    try:
        work.do(house, claim)
    except Fenced:
        log.warning("taken over", kind=claim.kind, duty=claim.duty_id)
    except SnowdropError as error:
        is_ours = isinstance(error, PermanentError)
        _fail(house, claim, str(error), MENDED_BASE_SECONDS if is_ours else RETRY_BASE_SECONDS)
    except Exception as error:  # noqa: BLE001  # the border of the loop: whatever a duty dies of, the next one is served
        log.error(  # noqa: TRY400  # a traceback may hold an address
            "duty failed", kind=claim.kind, duty=claim.duty_id, error=type(error).__name__, at=_place(error)
        )
        _fail(
            house,
            claim,
            f"Something unforeseen went wrong ({type(error).__name__}); it is tried again by itself",
            RETRY_BASE_SECONDS,
        )


@contextmanager
def hearing(house: House) -> Iterator[Connection]:
    """One transaction for what the user says: when it is kept, everybody is looked at again, and at once."""
    with house.database.write() as conn:
        yield conn
        look_again(house, conn, house.user.id)
    house.ring_now()


def look_again(house: House, conn: Connection, user_id: int) -> None:
    """Everybody is looked at again soon, since something about somebody has changed; in that same transaction."""
    duties.ring(conn, user_id, Kind.SUGGEST, user_id, house.now())


def read_no_more(conn: Connection, user_id: int, feed_id: int) -> None:
    """The feed goes: nothing is due for it any more, and whoever is at it now is fenced off."""
    for kind in (Kind.POLL, Kind.LEARN):
        duties.drop(conn, user_id, kind, feed_id)


def _fail(house: House, claim: Claim, problem: str, base_seconds: float) -> None:
    again = duties.retry_at(claim.attempts, house.now(), base_seconds, RETRY_CAP_SECONDS)
    try:
        with house.database.write() as conn:
            duties.fail(conn, claim, house.now(), problem, again)
    except Fenced:
        log.warning("taken over", kind=claim.kind, duty=claim.duty_id)


def _place(error: BaseException) -> str:
    """File and line of the fault, never its text: that may hold an address."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}" if trace else "?"
