"""Raw is one calendar, split but not parsed: its events by key, and what holds for all of them.

Step 1 of 5: body → chunks → groups. Pure but for the ledger's disk.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC
from hashlib import blake2b

from worker.core.event import Status
from worker.core.problem import Problem
from worker.core.sentence import Sentence
from worker.errors import PermanentError
from worker.inbox.body import Body
from worker.inbox.reading.decode import NoStartError, entry_in
from worker.inbox.reading.entry import Entry, Group
from worker.inbox.reading.fingerprint import fingerprint_of, telling_lines
from worker.inbox.reading.imprint import Familiar
from worker.inbox.reading.ledger import Ledger
from worker.inbox.reading.line import line_in
from worker.inbox.reading.losses import Losses
from worker.inbox.reading.split import Chunk, Splitter
from worker.inbox.reading.text import decoded, normal_pieces, one_line, texts_in, unfolded
from worker.inbox.reading.zone import Zones, definition_in, iana_name_of, known_name_of

_UID = re.compile(rb"\nUID(?:;[^:\n]*)?:([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE)
_PLAIN_UID = re.compile(rb"\nUID:([!-~]+)\n(?![ \t])")
READING = 4
"""Counted up whenever other things are read from the same bytes: all that is known is read anew at the next start."""
_OTHERS, _REST = Sentence("the other events"), Sentence("the rest of the event")
_ANSWERS = frozenset(("REPLY", "COUNTER", "REFRESH"))
"""What a guest sends to the host (RFC 5546, 1.4)."""
_LONGEST_HEAD_VALUE = 200
_COLUMNS = 3
"""A table of contacts has more."""
LONGEST_KEY = 200
"""Longer UIDs go by their hash: PostgreSQL indexes no more than 2,704 bytes."""


class NotACalendarError(PermanentError):
    """The body holds no calendar; `what` says what it looks like instead, to go on from the label."""

    def __init__(self, label: str, what: Sentence) -> None:
        super().__init__(Sentence("{label} {what}", label=label, what=what))
        self.what = what


@dataclass(frozen=True, kw_only=True, slots=True)
class Raw:
    """One calendar, split but not parsed."""

    label: str
    losses: Losses
    """What could not be read; it grows while groups are parsed."""
    ledger: Ledger
    """Chunks by event key: the UID, or "~…" (a hash of the content) where there is none."""
    zone_name: str | None
    """X-WR-TIMEZONE, where it is an IANA name."""
    name: str
    """X-WR-CALNAME, "" where there is none."""
    method: str
    zones: Zones
    """With the definitions of the VTIMEZONEs; it gathers names that mean nothing while groups are parsed."""
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


def raw_in(
    body: Body,
    label: str,
    *,
    ledger: Ledger | None = None,
    key_of: Callable[[str], str] | None = None,
    familiar: Familiar | None = None,
) -> Raw:
    """Splits a body. Raises NotACalendarError where it is a web page, JSON, or anything but a calendar.

    Its events go into `ledger` (without one, their own) under what `key_of` makes of their keys; familiar ones do not.
    """
    losses = Losses(body)
    splitter = Splitter(losses, familiar)
    ledger = Ledger() if ledger is None else ledger
    cut_key, has_events = None, False
    for chunk in splitter.events_in(normal_pieces(body.pieces())):
        key, has_events = _key_of(chunk), True
        key = key if key_of is None else key_of(key)
        cut_key = key if chunk.is_cut else cut_key
        ledger.add(key, chunk)
    if not splitter.calendars and not has_events:
        raise NotACalendarError(label, _what_it_is(body))
    definitions = dict(found for each in splitter.zones if (found := definition_in(each)))
    head = _head_of(splitter)
    zone_name = known_name_of(head["X-WR-TIMEZONE"]) if head.get("X-WR-TIMEZONE") else None
    method = head.get("METHOD", "")
    return Raw(
        label=label,
        losses=losses,
        ledger=ledger,
        zone_name=zone_name,
        name=head.get("X-WR-CALNAME", ""),
        method=method,
        zones=Zones(UTC, definitions),
        salt=_salt_of(definitions, zone_name, method),
        is_whole=splitter.is_whole,
        cut_key=cut_key,
    )


def _salt_of(definitions: Mapping[str, str], zone_name: str | None, method: str) -> str:
    """Of what holds for all of a calendar's events; with another, each of them is read anew."""
    own = sorted(item for item in definitions.items() if not iana_name_of(item[0]))
    return blake2b(repr((READING, own, zone_name, method)).encode(), digest_size=4).hexdigest()


def _what_it_is(body: Body) -> Sentence:
    start = _beginning_of(body).lower()
    if not start:
        return Sentence("is empty: check that the calendar's address or file is the right one")
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in start:
        return Sentence(
            "is a web page, not a calendar: look in the calendar's settings for an address or export that ends in .ics"
        )
    if start.startswith((b"{", b"[")):
        return Sentence(
            "is JSON, not a calendar: look in the calendar's settings for an address or export that ends in .ics"
        )
    if start.startswith(b"begin:vcard"):
        return Sentence("is an address book, not a calendar: give it to `snowdrop import`")
    if _is_table(start.partition(b"\n")[0]):
        return Sentence(
            "is a table, not a calendar: give it to `snowdrop import` if it holds contacts, "
            "else export the calendar as iCalendar (.ics)"
        )
    return Sentence("holds no calendar (no BEGIN:VCALENDAR): export it again as iCalendar (.ics)")


def _is_table(line: bytes) -> bool:
    """By the header of a CSV; a line of iCalendar has a name, then a colon or a parameter."""
    return b":" not in line and any(line.count(mark) >= _COLUMNS - 1 for mark in (b",", b";", b"\t"))


def _beginning_of(body: Body) -> bytes:
    for piece in normal_pieces(body.pieces()):
        if start := piece.lstrip():
            return start[:200]
    return b""


def _head_of(splitter: Splitter) -> dict[str, str]:
    """The properties of the calendar; of the first one, where several stand in one file.

    A METHOD holds where all of them have the same: one cancelled meeting beside others cancels only itself.
    """
    head: dict[str, str] = {}
    methods: list[str] = []
    for text in texts_in(b"".join(splitter.heads)):
        line = line_in(text)
        if line is not None and line.name in ("X-WR-TIMEZONE", "X-WR-CALNAME"):
            head.setdefault(line.name, one_line(line.text[: 2 * _LONGEST_HEAD_VALUE])[:_LONGEST_HEAD_VALUE])
        elif line is not None and line.name == "METHOD":
            methods.append(line.value.strip().upper()[:_LONGEST_HEAD_VALUE])
    if len(set(methods)) == 1 and len(methods) >= splitter.calendars:
        head["METHOD"] = methods[0]
    return head


def _key_of(chunk: Chunk) -> str:
    uid = _uid_in(chunk.raw)
    if not uid:
        return "~" + blake2b(telling_lines(chunk.raw), digest_size=12).hexdigest()
    if len(uid) > LONGEST_KEY or not uid.isprintable():
        return "~" + blake2b(uid.encode("utf-8", "replace"), digest_size=12).hexdigest()
    return uid


def _uid_in(raw: bytes) -> str:
    """The UID, "" where there is none; most stand on one line without parameters and blanks."""
    if plain := _PLAIN_UID.match(raw, max(raw.find(b"\nUID:"), 0)):
        return plain[1].decode("ascii")
    found = _UID.search(raw, max(raw.find(b"\nUID"), 0))
    return decoded(unfolded(found[1])).strip() if found else ""


def groups_in(raw: Raw) -> Iterator[Group]:
    """Parses all groups; `raw.losses` gains a row for each loss."""
    for page in raw.ledger.pages():
        for key, chunks in page.items():
            if (group := group_of(raw, key, chunks)) is not None:
                yield group
    note_at_the_end(raw, is_sheet=False)


def group_of(raw: Raw, key: str, chunks: Iterable[Chunk]) -> Group | None:
    """The event in these chunks; None where nothing of it can be read."""
    entries = tuple(entry for chunk in chunks if (entry := _entry(raw, chunk)) is not None)
    if not entries:
        return None
    if raw.method == "CANCEL":
        entries = tuple(replace(entry, status=Status.CANCELLED.value) for entry in entries)
    return Group(
        key=key,
        entries=_private_as_one(entries),
        zones=_definitions_for(entries, raw.zones),
        is_answer=raw.method in _ANSWERS,
    )


def note_at_the_end(raw: Raw, *, is_sheet: bool) -> None:
    """Losses known once all was parsed: each name of a zone that meant nothing; and where all that a calendar
    says is that another one's events are off (RFC 5546, 3.2.5), and it is no sheet, which is compared with its
    neighbours (docs/decisions/0025)."""
    for tzid in sorted(raw.zones.unknown):
        problem = unknown_zone(tzid)
        raw.losses.add(problem.where, problem.what, problem.kept)
    if raw.method == "CANCEL" and not is_sheet:
        what = Sentence(
            "it only calls off what stands in another file: keep the two in one folder, where they are compared"
        )
        raw.losses.add("METHOD:CANCEL", what, Sentence("nothing of it"))


def unknown_zone(tzid: str) -> Problem:
    """Of a name that means nothing."""
    return Problem(
        where=Sentence("time zone {name}", name=repr(one_line(tzid[:200])[:60])),
        what=Sentence("it is neither a known name nor defined in the calendar"),
        kept=Sentence("its times, read as times without a zone"),
    )


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
        raw.losses.note(chunk.at_bytes, error.why, _OTHERS, error.event)
        return None
    for loss in losses:
        raw.losses.note(chunk.at_bytes, loss, _REST, entry.shown)
    return entry
