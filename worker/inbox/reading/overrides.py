"""An override is a VEVENT with RECURRENCE-ID: one instance of a series, moved, changed or cancelled.

Part of step 1 of 5 (RFC 5545, 3.8.4.4). Pure. The order of the overrides does not matter.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from worker.core.sentence import Sentence
from worker.inbox.reading.entry import Entry
from worker.inbox.reading.moment import Moment
from worker.inbox.reading.slots import Slot
from worker.inbox.reading.versions import newest
from worker.inbox.reading.zone import Zones


@dataclass(frozen=True, slots=True)
class Override:
    """One override and the instance that it names."""

    entry: Entry
    local: datetime
    """The named instance on the wall clock of the series."""
    named_at: datetime
    """The same, in UTC."""
    moves_by: timedelta
    """On the wall clock: what THISANDFUTURE does to every later instance."""


class Overrides:
    """The overrides of one series, found by the instance that they name: by instant, or by day."""

    def __init__(
        self, master: Entry, entries: Sequence[Entry], zone: tzinfo, zones: Zones, losses: list[Sentence]
    ) -> None:
        self.zone, self._zones, self._start = zone, zones, master.start
        self._by_instant: dict[datetime, Override] = {}
        self._by_day: dict[date, Override] = {}
        for entry in entries:
            try:
                self._place(entry)
            except OverflowError:
                losses.append(Sentence("RECURRENCE-ID lies beyond what calendars can hold"))
        everyone = (*self._by_instant.values(), *self._by_day.values())
        self._for_future = sorted((o for o in everyone if o.entry.is_for_future), key=lambda o: o.named_at)
        self._begins = [override.named_at for override in self._for_future]

    def _place(self, entry: Entry) -> None:
        named = entry.recurrence_id
        if named is None:
            return
        local = named.local if named.is_date else self._local(named)
        named_at = local.replace(tzinfo=self.zone).astimezone(UTC)
        new = Override(entry, local, named_at, self._local(entry.start) - local)
        if named.is_date or self._start.is_date:
            self._by_day[local.date()] = _newer(new, self._by_day.get(local.date()))
        else:
            self._by_instant[named_at] = _newer(new, self._by_instant.get(named_at))

    def _local(self, moment: Moment) -> datetime:
        """The wall clock of the series."""
        if moment.is_date or (not moment.zone and self._start.is_date):
            return moment.local
        at = self._zones.utc_of(in_zone_of(self._start, moment))
        return at.astimezone(self.zone).replace(tzinfo=None)

    def of(self, slot: Slot) -> Override | None:
        """The override of this instance."""
        return self._by_instant.get(slot.at) or self._by_day.get(slot.local.date())

    def governing(self, slot: Slot) -> Override | None:
        """The last THISANDFUTURE override before this instance (RFC 5545, 3.2.13)."""
        before = bisect_left(self._begins, slot.at)
        return self._for_future[before - 1] if before else None

    def others(self, used: set[int]) -> Iterator[Override]:
        """The overrides whose entries (by `id`) were not used: they stand on their own."""
        for override in (*self._by_instant.values(), *self._by_day.values()):
            if id(override.entry) not in used:
                yield override


def in_zone_of(start: Moment, named: Moment) -> Moment:
    """A RECURRENCE-ID without a zone is read in the zone of the start."""
    return Moment(named.local, start.zone) if not named.zone and not named.is_date else named


def _newer(a: Override, b: Override | None) -> Override:
    return a if b is None or newest((a.entry, b.entry)) is a.entry else b
