"""Expanding turns the entries of one UID into occurrences, each at its instant.

Step 1 of 5: group → occurrences. Pure; each series on its own, so that one bad rule costs only itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo

from worker.core.event import Occurrence, Status
from worker.core.problem import Problem
from worker.core.sentence import Sentence
from worker.inbox.reading.entry import Entry, Group
from worker.inbox.reading.overrides import Overrides, in_zone_of
from worker.inbox.reading.slots import Slot, slots_of
from worker.inbox.reading.versions import versions_of
from worker.inbox.reading.window import Window
from worker.inbox.reading.zone import Zones

KEPT = Sentence("what could be read of it")
_BEYOND = Sentence("a date lies beyond what calendars can hold")


@dataclass(slots=True)
class Expansion:
    """What came of one group."""

    occurrences: list[Occurrence] = field(default_factory=list)
    losses: list[Sentence] = field(default_factory=list)
    """One phrase for each thing left out."""
    are_a_window: bool = False
    """What is missing may have left the feed's window (see versions.py)."""

    def problems(self, group: Group, where: str) -> list[Problem]:
        """The losses, for a user."""
        event = group.entries[0].shown if self.losses else ""
        return [Problem(where=where, what=what, kept=KEPT, event=event) for what in self.losses]


@dataclass(frozen=True, slots=True)
class Reading:
    """What all entries of one feed share while they are expanded."""

    source: str
    zones: Zones
    window: Window


def expanded(group: Group, reading: Reading) -> Expansion:
    """Every occurrence of the group that starts within the window; cancelled ones too, with their status."""
    expansion = Expansion()
    if not group.entries:
        return expansion
    versions = versions_of(group.entries)
    owner, expansion.are_a_window = versions.owner, versions.are_a_window
    for master in versions.masters:
        own = versions.overrides if master is owner else ()
        emit = _Emitter(group, reading, expansion)
        try:
            if master.is_series or own:
                _expand_series(master, own, emit)
            else:
                emit(master, reading.zones.utc_of(master.start), None)
        except OverflowError:
            expansion.losses.append(_BEYOND)
    if owner is None:
        _expand_orphans(versions.overrides, _Emitter(group, reading, expansion))
    return expansion


def _expand_orphans(overrides: Sequence[Entry], emit: "_Emitter") -> None:
    """Instances whose series the feed does not show (an invitation to one date of it)."""
    utc_of = emit.reading.zones.utc_of
    for override in overrides:
        named = override.recurrence_id
        try:
            named_at = utc_of(in_zone_of(override.start, named)) if named else None
            emit(override, utc_of(override.start), named_at)
        except OverflowError:
            emit.expansion.losses.append(_BEYOND)


def _expand_series(master: Entry, own: Sequence[Entry], emit: "_Emitter") -> None:
    """One master with the overrides of its instances."""
    zones, window = emit.reading.zones, emit.reading.window
    zone = zones.of_series(master.start.zone) if master.rules else zones.of(master.start.zone)
    losses = emit.expansion.losses
    overrides = Overrides(master, own, zone, zones, losses)
    slots = slots_of(master, zone, zones, window, losses)
    emit.is_endless = slots.is_endless
    used: set[int] = set()
    for slot in slots.slots:
        override = overrides.of(slot)
        if override is None:
            _emit_slot(slot, master, overrides, emit)
        elif id(override.entry) not in used:
            used.add(id(override.entry))
            _emit_moved(override.entry, slot.at, emit)
    for override in overrides.others(used):  # instances outside the window, or that no rule gives
        if not slots.are_out(override.local, override.named_at):
            _emit_moved(override.entry, override.named_at, emit)


def _emit_moved(entry: Entry, named_at: datetime, emit: "_Emitter") -> None:
    try:
        emit(entry, emit.reading.zones.utc_of(entry.start), named_at)
    except OverflowError:
        emit.expansion.losses.append(_BEYOND)


def _emit_slot(slot: Slot, master: Entry, overrides: Overrides, emit: "_Emitter") -> None:
    governing = overrides.governing(slot)
    named_at = slot.at if master.is_series else None
    if governing is None:
        emit(master, slot.at, named_at, slot.length)
    else:
        local = slot.local + governing.moves_by
        emit(governing.entry, local.replace(tzinfo=overrides.zone).astimezone(UTC), named_at, slot.length)


@dataclass(slots=True)
class _Emitter:
    """Adds an occurrence to the expansion, if it starts within the window."""

    group: Group
    reading: Reading
    expansion: Expansion
    is_endless: bool = False

    def __call__(
        self, entry: Entry, at: datetime, named_at: datetime | None, length: timedelta | None = None
    ) -> None:
        reading = self.reading
        if not reading.window.has(at):
            return
        self.expansion.occurrences.append(
            Occurrence(
                source=reading.source,
                event_uid=entry.uid,
                event_key=self.group.key,
                recurrence_id=named_at,
                started_at=at,
                ended_at=_end_of(entry, at, length, reading.zones),
                all_day=entry.start.is_date,
                floating=not entry.start.zone and not entry.start.is_date,
                title=entry.title,
                place=entry.place,
                status=_STATUSES[entry.status],
                is_private=entry.is_private,
                is_free=entry.is_free,
                is_endless=self.is_endless,
                attendees=entry.attendees,
                organizer=entry.organizer,
                zone=reading.zones.name_of(entry.start.zone),
                contacts=entry.contacts,
            )
        )


_STATUSES = {status.value: status for status in Status}


def _end_of(entry: Entry, at: datetime, length: timedelta | None, zones: Zones) -> datetime:
    """The end, exclusive. One before the start, or beyond what calendars can hold, is the start: it moves nothing."""
    try:
        return at + length if length is not None else _written_end_of(entry, at, zones)
    except OverflowError:
        return at


def _written_end_of(entry: Entry, at: datetime, zones: Zones) -> datetime:
    """DTEND gives an exact length, DURATION in whole days a nominal one (RFC 5545, 3.8.5.3); none: a day or nothing."""
    if entry.start.is_date:
        days = (entry.end.local.date() - entry.start.local.date()).days if entry.end else 0
        return _days_later(at, max(days, (entry.duration or timedelta()).days, 1), zones.default)
    if entry.end is not None:
        return at + max(timedelta(), zones.utc_of(entry.end) - zones.utc_of(entry.start))
    length = max(timedelta(), entry.duration or timedelta())
    if length and not length % timedelta(days=1) and not entry.is_in_hours:
        return _days_later(at, length.days, zones.of(entry.start.zone))
    return at + length


def _days_later(at: datetime, days: int, zone: tzinfo) -> datetime:
    local = at.astimezone(zone).replace(tzinfo=None) + timedelta(days=days)
    return local.replace(tzinfo=zone).astimezone(UTC)
