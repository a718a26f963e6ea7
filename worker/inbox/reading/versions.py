"""A version is one of several writings of the same event; the newest one counts.

Step 1 of 5: entries of one UID → masters and overrides. Pure. The order of the entries does not matter.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from worker.core.event import Status
from worker.inbox.reading.entry import Entry


@dataclass(frozen=True, slots=True)
class Versions:
    """The entries of one UID that count."""

    masters: tuple[Entry, ...]
    """More than one where a UID was reused for separate events (a camp schedule: 88 talks, one UID)."""
    overrides: tuple[Entry, ...]
    """One per RECURRENCE-ID as written."""

    @property
    def are_a_window(self) -> bool:
        """What is listed may be only what lies in the feed's window: instances of a series that is not shown, or
        separate events of one UID. What is missing took place all the same."""
        return not self.masters or (len(self.masters) > 1 and not self.overrides)

    @property
    def owner(self) -> Entry | None:
        """The master whose instances the overrides are; None where that cannot be told."""
        if len(self.masters) == 1:
            return self.masters[0]
        series = [master for master in self.masters if master.is_series]
        return series[0] if len(series) == 1 else None


def versions_of(entries: Sequence[Entry]) -> Versions:
    """SEQUENCE, then LAST-MODIFIED, decide between two versions.

    Two masters are versions of one event when they carry another SEQUENCE, or the same DTSTART and SUMMARY; all
    other repetitions of a UID are separate events (RFC 5545, 3.8.4.7 forbids them, exporters write them). An instance
    that was moved before its whole series was called off was called off with it.
    """
    if len(entries) == 1:
        only = tuple(entries)
        return Versions(only, ()) if only[0].recurrence_id is None else Versions((), only)
    masters = [entry for entry in entries if entry.recurrence_id is None]
    overrides = [entry for entry in entries if entry.recurrence_id is not None]
    latest = max((master.sequence for master in masters), default=0)
    found = Versions(
        _newest_by(lambda e: (e.start, e.title), (master for master in masters if master.sequence == latest)),
        _newest_by(lambda e: (e.recurrence_id, e.is_for_future), overrides),
    )
    owner = found.owner
    if owner is None or owner.status != Status.CANCELLED:
        return found
    return replace(found, overrides=tuple(each for each in found.overrides if _age(each) >= _age(owner)))


def _newest_by(key_of: Callable[[Entry], Hashable], entries: Iterable[Entry]) -> tuple[Entry, ...]:
    same: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        same.setdefault(key_of(entry), []).append(entry)
    return tuple(newest(versions) for versions in same.values())


def newest(entries: Iterable[Entry]) -> Entry:
    """The version that counts; in a draw the content decides, so that order does not."""
    first, *others = entries
    if not others:
        return first
    return max((first, *others), key=lambda entry: (*_age(entry), repr(entry)))


def _age(entry: Entry) -> tuple[int, str]:
    return entry.sequence, entry.changed
