"""Raw is one calendar, split but not parsed: its events by key, and what holds for all of them.

Step 1 of 5: body → chunks → groups. Pure but for the ledger's disk.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from worker.errors import PermanentError
from worker.inbox.body import Body
from worker.inbox.reading.decode import NoStartError, entry_in
from worker.inbox.reading.entry import Entry, Group
from worker.inbox.reading.ledger import Ledger
from worker.inbox.reading.line import line_in
from worker.inbox.reading.losses import Losses
from worker.inbox.reading.split import Chunk, Splitter, fingerprint_of, without_noise
from worker.inbox.reading.text import decoded, normal_pieces, one_line, texts_in, unfolded
from worker.inbox.reading.zone import definition_in, iana_name_of, known_name_of

_UID = re.compile(rb"\nUID(?:;[^:\n]*)?:([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE)
_PLAIN_UID = re.compile(rb"\nUID:([!-~]+)\n(?![ \t])")
_REMEDY = "look for the address that ends in .ics in the calendar's settings"
_LONGEST_HEAD_VALUE = 200
LONGEST_KEY = 200
"""Longer UIDs go by their hash: PostgreSQL indexes no more than 2,704 bytes."""


class NotACalendarError(PermanentError):
    """The body holds no calendar; the text says what it looks like instead."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Raw:
    """One calendar, split but not parsed."""

    label: str
    losses: Losses
    """What could not be read; it grows while groups are parsed."""
    ledger: Ledger
    """Chunks by event key: the UID, or "~…" (a hash of the content) where there is none."""
    prefix: str
    """Before the keys in the ledger, where several calendars share it."""
    zone_name: str | None
    """X-WR-TIMEZONE, where it is an IANA name."""
    name: str
    """X-WR-CALNAME, "" where there is none."""
    method: str
    definitions: Mapping[str, str]
    """TZID → VTIMEZONE text."""
    salt: str
    """Stands for all that the occurrences of every event here depend on."""
    is_whole: bool
    """False where the body breaks off inside a component."""
    cut_key: str | None
    """The event inside which the body breaks off: what is there of it is less than what is known."""

    def fingerprint_of(self, chunks: list[Chunk]) -> str:
        """Of all that the occurrences of one event depend on."""
        return fingerprint_of(chunks) + self.salt

    def fingerprints(self) -> dict[str, str]:
        """Event key → fingerprint, of all that is in the ledger."""
        pages = self.ledger.pages()
        return {key: self.fingerprint_of(chunks) for page in pages for key, chunks in page.items()}


def raw_in(body: Body, label: str, *, ledger: Ledger | None = None, prefix: str = "") -> Raw:
    """Splits a body. Raises NotACalendarError where it is a web page, JSON, or anything but a calendar.

    Its events go into `ledger` under keys that begin with `prefix`; without one, into a ledger of their own.
    """
    losses = Losses(body)
    splitter = Splitter(losses)
    ledger = Ledger() if ledger is None else ledger
    cut_key, has_events = None, False
    for chunk in splitter.events_in(normal_pieces(body.pieces())):
        key, has_events = prefix + _key_of(chunk), True
        cut_key = key if chunk.is_cut else cut_key
        ledger.add(key, chunk)
    if not splitter.calendars and not has_events:
        raise NotACalendarError(_what_it_is(body, label))
    definitions = dict(found for each in splitter.zones if (found := definition_in(each)))
    head = _head_of(splitter.heads)
    zone_name = known_name_of(head["X-WR-TIMEZONE"]) if head.get("X-WR-TIMEZONE") else None
    method = head.get("METHOD", "").upper()
    salt = blake2b(repr((sorted(definitions.items()), zone_name, method)).encode(), digest_size=4).hexdigest()
    return Raw(
        label=label,
        losses=losses,
        ledger=ledger,
        prefix=prefix,
        zone_name=zone_name,
        name=head.get("X-WR-CALNAME", ""),
        method=method,
        definitions=definitions,
        salt=salt,
        is_whole=splitter.is_whole,
        cut_key=cut_key,
    )


def _what_it_is(body: Body, label: str) -> str:
    start = _beginning_of(body).lower()
    if not start:
        return f"{label} is empty: check that the calendar's address or file is the right one"
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in start:
        return f"{label} is a web page, not a calendar: {_REMEDY}"
    if start.startswith((b"{", b"[")):
        return f"{label} is JSON, not a calendar: {_REMEDY}"
    return f"{label} holds no calendar (no BEGIN:VCALENDAR): export it again as iCalendar (.ics)"


def _beginning_of(body: Body) -> bytes:
    for piece in normal_pieces(body.pieces()):
        if start := piece.lstrip():
            return start[:200]
    return b""


def _head_of(heads: Iterable[bytes]) -> dict[str, str]:
    """The properties of the calendar; of the first one, where several stand in one file."""
    head: dict[str, str] = {}
    for text in texts_in(b"".join(heads)):
        line = line_in(text)
        if line is not None and line.name in ("X-WR-TIMEZONE", "X-WR-CALNAME", "METHOD"):
            head.setdefault(line.name, one_line(line.text[: 2 * _LONGEST_HEAD_VALUE])[:_LONGEST_HEAD_VALUE])
    return head


def _key_of(chunk: Chunk) -> str:
    uid = _uid_in(chunk.raw)
    if not uid:
        return "~" + blake2b(without_noise(chunk.raw), digest_size=12).hexdigest()
    if len(uid) > LONGEST_KEY or not uid.isprintable():
        return "~" + blake2b(uid.encode("utf-8", "replace"), digest_size=12).hexdigest()
    return uid


def _uid_in(raw: bytes) -> str:
    """The UID, "" where there is none; most stand on one line without parameters and blanks."""
    if plain := _PLAIN_UID.match(raw, max(raw.find(b"\nUID:"), 0)):
        return plain[1].decode("ascii")
    found = _UID.search(raw, max(raw.find(b"\nUID"), 0))
    return decoded(unfolded(found[1])).strip() if found else ""


def groups_in(raw: Raw, only: Container[str] | None = None) -> Iterator[Group]:
    """Parses the groups (`only` these keys, where given); `raw.losses` gains a row for each loss."""
    for page in raw.ledger.pages():
        for key, chunks in page.items():
            group = group_of(raw, key, chunks) if only is None or key in only else None
            if group is not None:
                yield group


def group_of(raw: Raw, key: str, chunks: Iterable[Chunk]) -> Group | None:
    """The event in these chunks; None where nothing of it can be read."""
    entries = tuple(entry for chunk in chunks if (entry := _entry(raw, chunk)) is not None)
    return Group(key=key, entries=entries, zones=_zones_of(raw, entries)) if entries else None


def _zones_of(raw: Raw, entries: tuple[Entry, ...]) -> dict[str, str]:
    """The definitions that these entries need beyond the IANA database."""
    if not raw.definitions:
        return {}
    needed = {tzid for entry in entries for tzid in entry.zone_names if not iana_name_of(tzid)}
    return {tzid: raw.definitions[tzid] for tzid in sorted(needed) if tzid in raw.definitions}


def _entry(raw: Raw, chunk: Chunk) -> Entry | None:
    try:
        entry, losses = entry_in(chunk.raw)
    except NoStartError as error:
        raw.losses.note(chunk.at_bytes, str(error), "the other events")
        return None
    for loss in losses:
        raw.losses.note(chunk.at_bytes, loss, "the rest of the event")
    return entry
