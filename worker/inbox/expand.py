"""Expanding turns the entries of one UID into occurrences, each at its instant.

Step 1 of 5: group → occurrences. Pure; each series on its own, so that one bad rule costs only itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo

from worker.core.event import Occurrence, Status
from worker.inbox.entry import Entry, Group
from worker.inbox.moment import Moment
from worker.inbox.slots import Filter, Slot, slots_of
from worker.inbox.versions import versions_of
from worker.inbox.window import Window
from worker.inbox.zone import Zones


@dataclass(slots=True)
class Expansion:
    """What came of one group."""

    occurrences: list[Occurrence] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)
    """One phrase for each thing left out."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What all entries of one feed share while they are expanded."""

    source: str
    zones: Zones
    window: Window
    is_cancelled: bool = False
    """The file is a METHOD:CANCEL: every occurrence is given as cancelled."""


def expanded(group: Group, reading: Reading) -> Expansion:
    """Every occurrence of the group that starts within the window; cancelled ones too, with their status."""
    expansion = Expansion()
    versions = versions_of(group.entries)
    own_overrides = versions.overrides if len(versions.masters) == 1 else ()
    for master in versions.masters:
        try:
            _Series(group, master, own_overrides, reading, expansion).expand()
        except OverflowError:
            expansion.losses.append("a date lies beyond what calendars can hold")
    if not own_overrides:
        _expand_orphans(group, versions.overrides, reading, expansion)
    return expansion


def _expand_orphans(group: Group, overrides: Sequence[Entry], reading: Reading, expansion: Expansion) -> None:
    """Instances whose series the feed does not show (an invitation to one date of it)."""
    for override in overrides:
        try:
            named = override.recurrence_id
            named_at = reading.zones.utc_of(_in_zone_of(override.start, named)) if named else None
            _emit(
                expansion,
                reading,
                group,
                override,
                reading.zones.utc_of(override.start),
                named_at,
                is_endless=False,
            )
        except OverflowError:
            expansion.losses.append("a date lies beyond what calendars can hold")


def _in_zone_of(start: Moment, named: Moment) -> Moment:
    """A RECURRENCE-ID without a zone is read in the zone of the start."""
    return Moment(named.local, start.zone) if not named.zone and not named.is_date else named


class _Series:
    """One master with the overrides of its instances."""

    def __init__(
        self, group: Group, master: Entry, overrides: Sequence[Entry], reading: Reading, expansion: Expansion
    ) -> None:
        self.group, self.master, self.reading, self.expansion = group, master, reading, expansion
        self.zone: tzinfo = (
            reading.zones.of_series(master.start.zone)
            if master.rules
            else reading.zones.of(master.start.zone)
        )
        self.by_instant: dict[datetime, Entry] = {}
        self.by_day: dict[date, Entry] = {}
        self.for_future: list[tuple[datetime, Entry]] = []
        for override in overrides:
            self._place(override)
        self.for_future.sort(key=lambda pair: pair[0])

    def _place(self, override: Entry) -> None:
        named = override.recurrence_id
        if named is None:
            return
        if named.is_date or self.master.start.is_date:
            self.by_day[named.local.date() if not named.zone else self._local(named).date()] = override
        else:
            self.by_instant[self.reading.zones.utc_of(_in_zone_of(self.master.start, named))] = override
        if override.is_for_future:
            local = named.local if named.is_date else self._local(named)
            self.for_future.append((local.replace(tzinfo=self.zone).astimezone(UTC), override))

    def _local(self, named: Moment) -> datetime:
        """The wall clock of the master's zone."""
        at = self.reading.zones.utc_of(_in_zone_of(self.master.start, named))
        return at.astimezone(self.zone).replace(tzinfo=None)

    def expand(self) -> None:
        master = self.master
        if not master.is_series and not self.by_instant and not self.by_day:
            _emit(
                self.expansion,
                self.reading,
                self.group,
                master,
                self.reading.zones.utc_of(master.start),
                None,
                is_endless=False,
            )
            return
        slots = slots_of(master, self.zone, self.reading.zones, self.reading.window, self.expansion.losses)
        is_endless = slots.is_endless
        used: set[int] = set()
        for slot in slots.slots:
            override = self._override_of(slot)
            if override is None:
                self._emit_slot(slot, is_endless)
            elif id(override) not in used:
                used.add(id(override))
                self._emit_override(override, slot.at, is_endless)
        self._emit_others(used, slots.are_out, is_endless)

    def _override_of(self, slot: Slot) -> Entry | None:
        return self.by_instant.get(slot.at) or self.by_day.get(slot.local.date())

    def _emit_slot(self, slot: Slot, is_endless: bool) -> None:
        entry, local = self._governing(slot)
        at = slot.at if local is None else local.replace(tzinfo=self.zone).astimezone(UTC)
        named_at = slot.at if self.master.is_series else None
        _emit(
            self.expansion,
            self.reading,
            self.group,
            entry,
            at,
            named_at,
            is_endless=is_endless,
            length=slot.length,
        )

    def _governing(self, slot: Slot) -> tuple[Entry, datetime | None]:
        """The entry whose words hold for the slot, and its wall clock if a THISANDFUTURE override moved it."""
        governing: Entry | None = None
        for named_at, override in self.for_future:
            if named_at >= slot.at:
                break
            governing = override
        if governing is None or governing.recurrence_id is None:
            return self.master, None
        named = governing.recurrence_id
        moved_by = self._local(governing.start) - (named.local if named.is_date else self._local(named))
        return governing, slot.local + moved_by

    def _emit_override(self, override: Entry, named_at: datetime, is_endless: bool) -> None:
        at = self.reading.zones.utc_of(override.start)
        _emit(self.expansion, self.reading, self.group, override, at, named_at, is_endless=is_endless)

    def _emit_others(self, used: set[int], are_out: Filter, is_endless: bool) -> None:
        """Overrides of instances that lie outside the window, or that no rule gives: they stand on their own."""
        for override in (*self.by_instant.values(), *self.by_day.values()):
            named = override.recurrence_id
            if id(override) in used or named is None:
                continue
            local = named.local if named.is_date else self._local(named)
            named_at = local.replace(tzinfo=self.zone).astimezone(UTC)
            if not are_out(local, named_at):
                self._emit_override(override, named_at, is_endless)


def _emit(
    expansion: Expansion,
    reading: Reading,
    group: Group,
    entry: Entry,
    at: datetime,
    named_at: datetime | None,
    *,
    is_endless: bool,
    length: timedelta | None = None,
) -> None:
    if not reading.window.has(at):
        return
    is_cancelled = reading.is_cancelled or entry.status == "CANCELLED"
    expansion.occurrences.append(
        Occurrence(
            source=reading.source,
            event_uid=entry.uid,
            event_key=group.key,
            recurrence_id=named_at,
            started_at=at,
            ended_at=_end_of(entry, at, reading.zones) if length is None else at + length,
            all_day=entry.start.is_date,
            floating=not entry.start.zone and not entry.start.is_date,
            title=entry.title,
            place=entry.place,
            status=Status.CANCELLED if is_cancelled else Status(entry.status),
            is_private=entry.is_private,
            is_endless=is_endless,
            attendees=entry.attendees,
            organizer=entry.organizer,
            contacts=entry.contacts,
        )
    )


def _end_of(entry: Entry, at: datetime, zones: Zones) -> datetime:
    """DTEND gives an exact length, DURATION in whole days a nominal one (RFC 5545, 3.8.5.3); none: a day or nothing.

    An end before the start is taken as the start: it must not move the start.
    """
    if entry.start.is_date:
        days = (entry.end.local.date() - entry.start.local.date()).days if entry.end else 0
        return _days_later(at, max(days, (entry.duration or timedelta()).days, 1), zones.default)
    if entry.end is not None:
        return at + max(timedelta(), zones.utc_of(entry.end) - zones.utc_of(entry.start))
    length = max(timedelta(), entry.duration or timedelta())
    if length and not length % timedelta(days=1):
        return _days_later(at, length.days, zones.of(entry.start.zone))
    return at + length


def _days_later(at: datetime, days: int, zone: tzinfo) -> datetime:
    return (
        (at.astimezone(zone).replace(tzinfo=None) + timedelta(days=days)).replace(tzinfo=zone)
    ).astimezone(UTC)
