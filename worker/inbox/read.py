"""Reading turns the bytes of one feed into groups and occurrences, whatever its producer did to them.

Step 1 of 5, as a whole: body → chunks → groups → occurrences. Pure.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from hashlib import blake2b

from worker.core.event import Occurrence
from worker.core.problem import Problem
from worker.errors import PermanentError
from worker.inbox.decode import NoStartError, entry_in
from worker.inbox.entry import Entry, Group
from worker.inbox.expand import Reading, expanded
from worker.inbox.line import line_in
from worker.inbox.split import Chunk, Chunks, chunks_in, line_number, properties_in
from worker.inbox.text import decoded, normal_bytes, one_line, unfolded
from worker.inbox.window import Window
from worker.inbox.zone import Zones, definition_in, iana_name_of, zone_named

_UID = re.compile(rb"^UID(?:;[^:\n]*)?:([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE | re.MULTILINE)
_TZID = re.compile(rb"TZID=\"?([^:;\"\n]+)", re.IGNORECASE)
_REMEDY = "look for the address that ends in .ics in the calendar's settings"


LONGEST_KEY = 200
"""Longer UIDs go by their hash: PostgreSQL indexes no more than 2,704 bytes."""


class NotACalendarError(PermanentError):
    """The body holds no calendar; the text says what it looks like instead."""


@dataclass(frozen=True, slots=True)
class Raw:
    """One feed, split but not parsed."""

    label: str
    body: bytes
    chunks: Chunks
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
        fingerprint = self.chunks.fingerprint_of
        return {key: fingerprint(chunks) + self.salt for key, chunks in self.groups.items()}


def raw_in(body: bytes, label: str) -> Raw:
    """Splits a body. Raises NotACalendarError where it is a web page, JSON, or anything but a calendar."""
    body = normal_bytes(body)
    chunks = chunks_in(body)
    if not chunks.calendars and not chunks.events:
        raise NotACalendarError(_what_it_is(body, label))
    definitions = dict(found for chunk in chunks.zones if (found := definition_in(chunk.raw)))
    head = _head_of(chunks.head)
    zone_name = iana_name_of(head["X-WR-TIMEZONE"]) if head.get("X-WR-TIMEZONE") else None
    method = head.get("METHOD", "").upper()
    salt = blake2b(repr((sorted(definitions.items()), zone_name, method)).encode(), digest_size=4).hexdigest()
    return Raw(
        label,
        body,
        chunks,
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


def _head_of(raw: bytes) -> dict[str, str]:
    head: dict[str, str] = {}
    for text in decoded(unfolded(raw)).split("\n"):
        line = line_in(text)
        if line is not None:
            head.setdefault(line.name, one_line(line.text))
    return head


def _grouped(chunks: Chunks) -> dict[str, list[Chunk]]:
    groups: dict[str, list[Chunk]] = {}
    for chunk in chunks.events:
        groups.setdefault(_key_of(chunk), []).append(chunk)
    return groups


def _key_of(chunk: Chunk) -> str:
    raw = chunk.raw
    if b"BEGIN:" in raw or b"begin:" in raw:
        raw = b"\n".join(properties_in(raw))  # a VALARM may carry a UID of its own
    found = _UID.search(raw)
    uid = decoded(unfolded(found[1])).strip() if found else ""
    if not uid:
        return "~" + blake2b(chunk.raw, digest_size=12).hexdigest()
    if len(uid) > LONGEST_KEY or not uid.isprintable():
        return "~" + blake2b(uid.encode("utf-8", "replace"), digest_size=12).hexdigest()
    return uid


def groups_in(raw: Raw, problems: list[Problem], only: Container[str] | None = None) -> Iterator[Group]:
    """Parses the groups (`only` these keys, where given); `problems` gains a row for each loss."""
    for key, chunks in raw.groups.items():
        if only is None or key in only:
            entries = tuple(entry for chunk in chunks if (entry := _entry(raw, chunk, problems)) is not None)
            if entries:
                yield Group(key=key, entries=entries, zones=_zones_of(raw, chunks))


def _zones_of(raw: Raw, chunks: Iterable[Chunk]) -> dict[str, str]:
    if not raw.definitions:
        return {}
    tzids = {decoded(found).strip() for chunk in chunks for found in _TZID.findall(unfolded(chunk.raw))}
    return {
        tzid: raw.definitions[tzid] for tzid in tzids if tzid in raw.definitions and not iana_name_of(tzid)
    }


def _entry(raw: Raw, chunk: Chunk, problems: list[Problem]) -> Entry | None:
    try:
        entry, losses = entry_in(chunk.raw)
    except NoStartError as error:
        problems.append(Problem(where=_where(raw, chunk), what=str(error), kept="the other events"))
        return None
    problems += [
        Problem(where=_where(raw, chunk), what=loss, kept="the rest of the event") for loss in losses
    ]
    return entry


def _where(raw: Raw, chunk: Chunk) -> str:
    return f"line {line_number(raw.body, chunk.at_bytes)}"


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
    calendar = Calendar(source, name=raw.name, zone_name=raw.zone_name, problems=list(raw.chunks.problems))
    zones = zones_of(raw.zone_name, raw.definitions, default_zone, fallback_zone)
    reading = Reading(source, zones, window, is_cancelled=raw.method == "CANCEL")
    for group in groups_in(raw, calendar.problems):
        calendar.events += len(group.entries)
        expansion = expanded(group, reading)
        calendar.occurrences += expansion.occurrences
        where = _where(raw, raw.groups[group.key][0])
        calendar.problems += [
            Problem(where=where, what=loss, kept="what could be read of it") for loss in expansion.losses
        ]
    calendar.problems += unknown_zone_problems(zones)
    calendar.occurrences.sort(key=lambda o: (o.started_at, o.event_uid))
    return calendar


def zones_of(
    zone_name: str | None, definitions: Mapping[str, str], default_zone: tzinfo | None, fallback_zone: tzinfo
) -> Zones:
    """The zones of a feed with this X-WR-TIMEZONE and these VTIMEZONEs."""
    own = zone_named(zone_name) if zone_name else None
    return Zones(default_zone or own or fallback_zone, definitions, own)


def unknown_zone_problems(zones: Zones) -> list[Problem]:
    return [
        Problem(
            where=f"time zone {one_line(tzid)[:60]!r}",
            what="it is neither a known name nor defined in the calendar",
            kept="its times, read as times without a zone",
        )
        for tzid in sorted(zones.unknown)
    ]
