"""A version is one of several writings of the same event; the newest one counts.

Step 1 of 5: entries of one UID → masters and overrides. Pure.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from worker.inbox.entry import Entry
from worker.inbox.moment import Moment


@dataclass(frozen=True, slots=True)
class Versions:
    """The entries of one UID that count."""

    masters: tuple[Entry, ...]
    """More than one where a UID was reused for separate events (a camp schedule: 88 talks, one UID)."""
    overrides: tuple[Entry, ...]
    """One per RECURRENCE-ID, in the order of the file."""


def versions_of(entries: Iterable[Entry]) -> Versions:
    """SEQUENCE, then LAST-MODIFIED, decide between two versions; the later one in the file wins a draw.

    Two masters are versions of one event when they carry another SEQUENCE, or the same DTSTART and SUMMARY; all
    other repetitions of a UID are separate events (RFC 5545, 3.8.4.7 forbids them, exporters write them).
    """
    masters: list[Entry] = []
    overrides: dict[tuple[Moment, bool], Entry] = {}
    for entry in entries:
        if entry.recurrence_id is None:
            masters = _with_master(masters, entry)
        else:
            key = (entry.recurrence_id, entry.is_for_future)
            known = overrides.get(key)
            overrides[key] = entry if known is None or _is_newer(entry, known) else known
    return Versions(tuple(masters), tuple(overrides.values()))


def _with_master(masters: list[Entry], entry: Entry) -> list[Entry]:
    for i, known in enumerate(masters):
        if _is_same_event(known, entry):
            masters[i] = entry if _is_newer(entry, known) else known
            return masters
    return [*masters, entry]


def _is_same_event(a: Entry, b: Entry) -> bool:
    return a.sequence != b.sequence or (a.start == b.start and a.title == b.title)


def _is_newer(entry: Entry, known: Entry) -> bool:
    return (entry.sequence, entry.changed) >= (known.sequence, known.changed)
