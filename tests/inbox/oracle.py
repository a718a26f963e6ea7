"""The oracle: what icalendar and recurring-ical-events make of one file, in a process of its own.

icalendar keeps one cache of time zones per process, in which the first VTIMEZONE for a name holds for ever: each file
is therefore read by a fresh child (forked after the imports), bounded in time.
"""

import multiprocessing
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from multiprocessing.connection import Connection
from pathlib import Path
from zoneinfo import ZoneInfo

Seen = list[tuple[str, tuple[str, ...]]]
"""Start in UTC, and addresses of the attendees, in order."""
SECONDS = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """What the pair says; `failure` where it fails."""

    seen: Seen
    failure: str = ""


def ask(path: Path, zone: str, window: tuple[datetime, datetime]) -> Answer:
    """The occurrences of one file that start within the window (aware, the end exclusive).

    Times without a zone are read in `zone`.
    """
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    child = fork.Process(target=_answer, args=(path, zone, window, theirs), daemon=True)
    child.start()
    theirs.close()
    try:
        return ours.recv() if ours.poll(SECONDS) else Answer([], f"no answer in {SECONDS} s")
    except EOFError:
        return Answer([], "the process died")
    finally:
        child.kill()
        child.join()
        ours.close()


def _answer(path: Path, zone: str, window: tuple[datetime, datetime], pipe: Connection) -> None:
    warnings.simplefilter("ignore")
    try:
        answer = Answer(sorted(_seen_in(path.read_bytes(), ZoneInfo(zone), *window)))
    except Exception as error:  # noqa: BLE001 - whatever it raises is its answer
        answer = Answer([], f"{type(error).__name__}: {error}"[:100])
    pipe.send(answer)


def _seen_in(
    body: bytes, zone: tzinfo, since: datetime, until: datetime
) -> Iterator[tuple[str, tuple[str, ...]]]:
    import icalendar
    import recurring_ical_events

    for calendar in icalendar.Calendar.from_ical(body, multiple=True):
        query = recurring_ical_events.of(calendar, skip_bad_series=False)
        for event in query.between(since, until):
            at = _utc(event["DTSTART"].dt, zone)
            if since <= at < until:
                yield f"{at:%Y-%m-%dT%H:%M:%S}", tuple(sorted(_addresses(event.get("ATTENDEE", []))))


def _utc(at: date | datetime, zone: tzinfo) -> datetime:
    if not isinstance(at, datetime):
        at = datetime.combine(at, time.min)
    return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)


def _addresses(values: object) -> Iterator[str]:
    listed: Iterable[object] = values if isinstance(values, list) else [values]
    for value in listed:
        text = str(value).lower().removeprefix("mailto:").strip()
        if "@" in text and ":" not in text:
            yield text
