"""Reading turns the bytes of one feed into groups and occurrences, whatever its producer did to them.

Step 1 of 5, as a whole: body → chunks → groups → occurrences. Pure.
"""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo
from hashlib import blake2b

from worker.core.event import Occurrence
from worker.core.problem import Problem
from worker.errors import PermanentError
from worker.inbox.reading.decode import NoStartError, entry_in
from worker.inbox.reading.entry import Entry, Group
from worker.inbox.reading.expand import KEPT, Reading, expanded
from worker.inbox.reading.fingerprint import fingerprint_of, telling_lines
from worker.inbox.reading.line import line_in
from worker.inbox.reading.losses import Losses
from worker.inbox.reading.split import Chunk, Chunks, chunks_in
from worker.inbox.reading.text import decoded, normal_bytes, one_line, texts_in, unfolded
from worker.inbox.reading.window import Window
from worker.inbox.reading.zone import Zones, definition_in, iana_name_of, known_name_of, zone_named

_UID = re.compile(rb"\nUID(?:;[^:\n]*)?:([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE)
_REMEDY = "look for the address that ends in .ics in the calendar's settings"
_LONGEST_HEAD_VALUE = 200
MOST_OCCURRENCES = 1_000_000
"""Of one calendar (400 MB): fifty meetings a day for fifty years. More are cut and said."""
LONGEST_KEY = 200
"""Longer UIDs go by their hash: PostgreSQL indexes no more than 2,704 bytes."""


class NotACalendarError(PermanentError):
    """The body holds no calendar; the text says what it looks like instead."""


@dataclass(frozen=True, slots=True)
class Raw:
    """One feed, split but not parsed."""

    label: str
    chunks: Chunks
    losses: Losses
    """What could not be read; it grows while groups are parsed."""
    groups: Mapping[str, list[Chunk]]
    """Chunks by event key: the UID, or "~…" (a hash of the content) where there is none."""
    zone_name: str | None
    """X-WR-TIMEZONE, where it is an IANA name."""
    name: str
    """X-WR-CALNAME, "" where there is none."""
    method: str
    definitions: Mapping[str, str]
    """TZID → VTIMEZONE text."""
    salt: str = ""

    @property
    def is_whole(self) -> bool:
        return self.chunks.is_whole

    def fingerprints(self) -> dict[str, str]:
        """Event key → fingerprint of all that its occurrences depend on."""
        return {key: fingerprint_of(chunks) + self.salt for key, chunks in self.groups.items()}

    @property
    def cut_key(self) -> str | None:
        """The event inside which the body breaks off: what is there of it is less than what is known."""
        if self.is_whole:
            return None
        return next((key for key, chunks in self.groups.items() if any(c.is_cut for c in chunks)), None)


def raw_in(body: bytes, label: str) -> Raw:
    """Splits a body. Raises NotACalendarError where it is a web page, JSON, or anything but a calendar."""
    body = normal_bytes(body)
    losses = Losses(body)
    chunks = chunks_in(body, losses)
    if not chunks.calendars and not chunks.events:
        raise NotACalendarError(_what_it_is(body, label))
    definitions = dict(found for chunk in chunks.zones if (found := definition_in(chunk.raw)))
    head = _head_of(chunks)
    zone_name = known_name_of(head["X-WR-TIMEZONE"]) if head.get("X-WR-TIMEZONE") else None
    method = head.get("METHOD", "")
    own = sorted(item for item in definitions.items() if not iana_name_of(item[0]))
    salt = blake2b(repr((own, zone_name, method)).encode(), digest_size=4).hexdigest()
    return Raw(
        label,
        chunks,
        losses,
        _grouped(chunks),
        zone_name,
        head.get("X-WR-CALNAME", ""),
        method,
        definitions,
        salt,
    )


def _what_it_is(body: bytes, label: str) -> str:
    start = body.lstrip()[:200].lower()
    if not start:
        return f"{label} is empty: check that the calendar's address or file is the right one"
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in start:
        return f"{label} is a web page, not a calendar: {_REMEDY}"
    if start.startswith((b"{", b"[")):
        return f"{label} is JSON, not a calendar: {_REMEDY}"
    return f"{label} holds no calendar (no BEGIN:VCALENDAR): export it again as iCalendar (.ics)"


def _head_of(chunks: Chunks) -> dict[str, str]:
    """The properties of the calendar; of the first one, where several stand in one file.

    A METHOD holds where all of them have the same: one cancelled meeting beside others cancels only itself.
    """
    head: dict[str, str] = {}
    methods: list[str] = []
    for text in texts_in(b"".join(chunks.heads)):
        line = line_in(text)
        if line is not None and line.name in ("X-WR-TIMEZONE", "X-WR-CALNAME"):
            head.setdefault(line.name, one_line(line.text[: 2 * _LONGEST_HEAD_VALUE])[:_LONGEST_HEAD_VALUE])
        elif line is not None and line.name == "METHOD":
            methods.append(line.value.strip().upper()[:_LONGEST_HEAD_VALUE])
    if len(set(methods)) == 1 and len(methods) >= chunks.calendars:
        head["METHOD"] = methods[0]
    return head


def _grouped(chunks: Chunks) -> dict[str, list[Chunk]]:
    groups: dict[str, list[Chunk]] = {}
    for chunk in chunks.events:
        groups.setdefault(_key_of(chunk), []).append(chunk)
    return groups


def _key_of(chunk: Chunk) -> str:
    uid = _uid_in(chunk.raw)
    if not uid:
        return "~" + blake2b(telling_lines(chunk.raw), digest_size=12).hexdigest()
    if len(uid) > LONGEST_KEY or not uid.isprintable():
        return "~" + blake2b(uid.encode("utf-8", "replace"), digest_size=12).hexdigest()
    return uid


def _uid_in(raw: bytes) -> str:
    """The UID, "" where there is none; most stand on one line without parameters."""
    at = raw.find(b"\nUID:") + 5
    end = raw.find(b"\n", at)
    if (
        at >= 5
        and end >= 0
        and raw[end + 1 : end + 2] not in (b" ", b"\t")
        and (uid := raw[at:end]).isascii()
    ):
        return uid.decode("ascii").strip()
    found = _UID.search(raw, max(raw.find(b"\nUID"), 0))
    return decoded(unfolded(found[1])).strip() if found else ""


def groups_in(raw: Raw, only: Container[str] | None = None) -> Iterator[Group]:
    """Parses the groups (`only` these keys, where given); `raw.losses` gains a row for each loss."""
    zones = Zones(UTC, raw.definitions)
    for key, chunks in raw.groups.items():
        if only is None or key in only:
            entries = tuple(entry for chunk in chunks if (entry := _entry(raw, chunk)) is not None)
            if entries:
                whole = _private_as_one(entries)
                yield Group(key=key, entries=whole, zones=_definitions_for(entries, zones))
    _note_unknown(zones, raw.losses)


def _private_as_one(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """A moved meeting of a private series often does not say again that it is private: it is all the same."""
    if len(entries) == 1 or not any(entry.is_private for entry in entries):
        return entries
    return tuple(replace(entry, is_private=True) for entry in entries)


def _definitions_for(entries: tuple[Entry, ...], zones: Zones) -> dict[str, str]:
    """The definitions that these entries need beyond the IANA database; each of their zones is looked up."""
    named = entries[0].zone_names if len(entries) == 1 else {z for entry in entries for z in entry.zone_names}
    for tzid in named:
        zones.of(tzid)
    defined = zones.definitions
    return {tzid: defined[tzid] for tzid in sorted(named & defined.keys()) if not iana_name_of(tzid)}


def _entry(raw: Raw, chunk: Chunk) -> Entry | None:
    try:
        entry, losses = entry_in(chunk.raw)
    except NoStartError as error:
        raw.losses.note(chunk.at_bytes, str(error), "the other events", error.event)
        return None
    for loss in losses:
        raw.losses.note(chunk.at_bytes, loss, "the rest of the event", entry.shown)
    return entry


@dataclass(slots=True)
class Calendar:
    """One feed, read whole."""

    source: str
    occurrences: list[Occurrence] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    events: int = 0
    """VEVENTs that could be read."""
    name: str = ""
    zone_name: str | None = None


def calendar_in(
    body: bytes, *, source: str, default_zone: tzinfo | None, fallback_zone: tzinfo, window: Window
) -> Calendar:
    """Every occurrence in the body within the window, ordered by (start, UID).

    Times without a zone are read in `default_zone`, else in X-WR-TIMEZONE, else in `fallback_zone`.
    Raises NotACalendarError.
    """
    raw = raw_in(body, source)
    calendar = Calendar(source, name=raw.name, zone_name=raw.zone_name)
    zones = zones_of(raw.zone_name, raw.definitions, default_zone, fallback_zone)
    reading = Reading(source, zones, window, is_cancelled=raw.method == "CANCEL")
    for group in groups_in(raw):
        calendar.events += len(group.entries)
        expansion = expanded(group, reading)
        room = MOST_OCCURRENCES - len(calendar.occurrences)
        if len(expansion.occurrences) > room:
            expansion.losses.append(
                f"the calendar has more than {MOST_OCCURRENCES:,} occurrences; the rest is cut"
            )
        calendar.occurrences += expansion.occurrences[:room]
        for loss in expansion.losses:
            at_bytes, event = raw.groups[group.key][0].at_bytes, group.entries[0].shown
            raw.losses.note(at_bytes, loss, KEPT, event)
    calendar.problems = raw.losses.problems
    calendar.occurrences.sort(key=lambda o: (o.started_at, o.event_uid))
    return calendar


def zones_of(
    zone_name: str | None, definitions: Mapping[str, str], default_zone: tzinfo | None, fallback_zone: tzinfo
) -> Zones:
    """The zones of a feed with this X-WR-TIMEZONE and these VTIMEZONEs."""
    own = zone_named(zone_name) if zone_name else None
    return Zones(default_zone or own or fallback_zone, definitions, own)


def _note_unknown(zones: Zones, losses: Losses) -> None:
    for tzid in sorted(zones.unknown):
        losses.add(
            f"time zone {one_line(tzid[:200])[:60]!r}",
            "it is neither a known name nor defined in the calendar",
            "its times, read as times without a zone",
        )
