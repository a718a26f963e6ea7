"""Reading turns the bytes of one calendar into occurrences, whatever its producer did to them.

Step 1 of 5, as a whole: body → chunks → groups → occurrences. Pure.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import tzinfo

from worker.core.event import Occurrence
from worker.core.owner import Parties
from worker.core.problem import Problem
from worker.core.sentence import Sentence
from worker.inbox.body import Body
from worker.inbox.reading.compared import compared
from worker.inbox.reading.entry import Group
from worker.inbox.reading.expand import KEPT, Reading, expanded
from worker.inbox.reading.raw import Raw, group_of, note_at_the_end, raw_in
from worker.inbox.reading.window import Window
from worker.inbox.reading.zone import Zones, zone_named

MOST_OCCURRENCES = 1_000_000
"""Of one calendar (400 MB): fifty meetings a day for fifty years. More are cut and said."""


@dataclass(slots=True)
class Calendar:
    """One feed, read whole."""

    source: str
    reading: Reading
    occurrences: list[Occurrence] = field(default_factory=list)
    parties: list[Parties] = field(default_factory=list)
    """Of each event, whenever it takes place: what tells whose the calendar is."""
    problems: list[Problem] = field(default_factory=list)
    events: int = 0
    """VEVENTs that could be read."""
    name: str = ""
    zone_name: str | None = None
    hosted: dict[str, Group] = field(default_factory=dict)
    """Key → event that somebody invites to; kept only of a sheet that others are compared with."""

    def say_anew(self, changed: Mapping[str, Group]) -> None:
        """Key → event as it is known by now."""
        told = [each for each in self.occurrences if each.event_key not in changed]
        zones = self.reading.zones
        for group in changed.values():
            joined = Zones(zones.default, {**group.zones, **zones.definitions}, zones.own)
            told += expanded(group, replace(self.reading, zones=joined)).occurrences
        self.occurrences = _in_order(told)


def compare(calendars: Iterable[Calendar]) -> None:
    """Brings the sheets of one folder to what they say together."""
    places: dict[str, list[Calendar]] = {}
    for calendar in calendars:
        for key in calendar.hosted:
            places.setdefault(key, []).append(calendar)
    changed: dict[int, tuple[Calendar, dict[str, Group]]] = {}
    for key, some in places.items():
        groups = [calendar.hosted[key] for calendar in some] if len(some) > 1 else []
        for calendar, before, now in zip(some, groups, compared(groups), strict=False):
            if now is not before:
                changed.setdefault(id(calendar), (calendar, {}))[1][key] = now
    for calendar, groups_now in changed.values():
        calendar.say_anew(groups_now)


def calendar_in(
    body: Body,
    *,
    source: str,
    default_zone: tzinfo | None,
    fallback_zone: tzinfo,
    window: Window,
    is_sheet: bool = False,
) -> Calendar:
    """Every occurrence in the body within the window, ordered by (start, UID).

    Times without a zone are read in `default_zone`, else in X-WR-TIMEZONE, else in `fallback_zone`. `is_sheet`: it will
    be compared with others. Raises NotACalendarError.
    """
    raw = raw_in(body, source)
    zones = zones_of(raw.zone_name, raw.zones.definitions, default_zone, fallback_zone)
    reading = Reading(source, zones, window)
    calendar = Calendar(source, reading, name=raw.name, zone_name=raw.zone_name)
    is_full = False
    for group, at_bytes in _groups_with_place(raw):
        calendar.events += len(group.entries)
        calendar.parties.append((group.entries[0].organizer, group.entries[0].attendees))
        if is_sheet and group.entries[0].organizer is not None:
            calendar.hosted[group.key] = group
        if is_full:
            continue
        expansion = expanded(group, reading)
        room = MOST_OCCURRENCES - len(calendar.occurrences)
        if is_full := len(expansion.occurrences) > room:
            expansion.losses.append(
                Sentence("the calendar has more than {n} occurrences; the rest is cut", n=MOST_OCCURRENCES)
            )
        calendar.occurrences += expansion.occurrences[:room]
        for loss in expansion.losses:
            raw.losses.note(at_bytes, loss, KEPT, group.entries[0].shown)
    note_at_the_end(raw, is_sheet=is_sheet)
    calendar.problems = raw.losses.problems
    calendar.occurrences = _in_order(calendar.occurrences)
    return calendar


def _in_order(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    return sorted(occurrences, key=lambda o: (o.started_at, o.event_uid))


def _groups_with_place(raw: Raw) -> Iterator[tuple[Group, int]]:
    for page in raw.ledger.pages():
        for key, chunks in page.items():
            if (group := group_of(raw, key, chunks)) is not None:
                yield group, chunks[0].at_bytes


def zones_of(
    zone_name: str | None, definitions: Mapping[str, str], default_zone: tzinfo | None, fallback_zone: tzinfo
) -> Zones:
    """The zones of a feed with this X-WR-TIMEZONE and these VTIMEZONEs."""
    own = zone_named(zone_name) if zone_name else None
    return Zones(default_zone or own or fallback_zone, definitions, own)
