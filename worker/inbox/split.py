"""A chunk is one component's raw bytes, found without parsing what is inside.

Step 1 of 5: body → chunks. An unchanged chunk is known by its fingerprint and never parsed again. Pure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from worker.core.problem import Problem

_BORDER = re.compile(rb"^(BEGIN|END)[ \t]*:[ \t]*([A-Za-z0-9-]+)[ \t]*$", re.IGNORECASE | re.MULTILINE)
_SERVER_NOISE = re.compile(
    rb"^(?:DTSTAMP|X-WR-ALARMUID|X-MICROSOFT-CDO-OWNERAPPTID)[;:][^\n]*(?:\n[ \t][^\n]*)*\n?",
    re.MULTILINE | re.IGNORECASE,
)
_EVENT, _ZONE, _CALENDAR = b"VEVENT", b"VTIMEZONE", b"VCALENDAR"
DEEPEST_NESTING = 100
"""Levels of components inside components: real calendars have three; deeper ones are counted, not followed."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One component: its bytes between BEGIN and END (both left out), and where it starts."""

    raw: bytes
    at_bytes: int


@dataclass(slots=True)
class Chunks:
    """All that was found in one body."""

    events: list[Chunk] = field(default_factory=list)
    zones: list[Chunk] = field(default_factory=list)
    head: bytes = b""
    """Properties of the VCALENDAR itself (all of them, where there are several)."""
    calendars: int = 0
    is_whole: bool = True
    """False where the body breaks off inside a component."""
    problems: list[Problem] = field(default_factory=list)

    def fingerprint_of(self, chunks: Sequence[Chunk]) -> str:
        """One name for the content of these chunks: order and the server's noise (DTSTAMP …) do not count."""
        digests = sorted(
            blake2b(_SERVER_NOISE.sub(b"", chunk.raw), digest_size=16).digest() for chunk in chunks
        )
        return blake2b(b"".join(digests), digest_size=16).hexdigest()


def line_number(body: bytes, at_bytes: int) -> int:
    """The line, counted from 1, in which this byte stands."""
    return body.count(b"\n", 0, at_bytes) + 1


@dataclass(slots=True)
class _Open:
    name: bytes
    begin: int
    inside: int
    """Where the properties start."""


def chunks_in(body: bytes) -> Chunks:
    """Splits a body with LF line ends (see `normal_bytes`).

    Kept are VEVENTs directly under a VCALENDAR (or under nothing: some files have no VCALENDAR) and VTIMEZONEs;
    VEVENTs inside VPOLL, VAVAILABILITY or anything else are not meetings. A missing END closes at the next BEGIN.
    """
    chunks = Chunks()
    stack: list[_Open] = []
    depth_beyond = 0
    head: list[bytes] = []
    for found in _BORDER.finditer(body):
        name = found[2].upper()
        is_begin = found[1][:1] in b"Bb"
        if depth_beyond or (is_begin and len(stack) >= DEEPEST_NESTING):
            depth_beyond += 1 if is_begin else -1
            continue
        if is_begin:
            _begin(chunks, stack, head, body, name, found)
        else:
            _end(chunks, stack, head, body, name, found)
    _close_at_end(chunks, stack, head, body)
    chunks.head = b"\n".join(head)
    return chunks


def _begin(
    chunks: Chunks, stack: list[_Open], head: list[bytes], body: bytes, name: bytes, found: re.Match[bytes]
) -> None:
    at = found.start()
    if stack and stack[-1].name == _CALENDAR:
        _take_head(stack[-1], head, body, at)
    unclosed = name in (_EVENT, _CALENDAR, b"VTODO", b"VJOURNAL", _ZONE) and any(
        o.name == _EVENT for o in stack
    )
    if unclosed:
        while stack and stack[-1].name != _CALENDAR:
            _leave(chunks, stack, body, at, is_closed=False)
    if name == _CALENDAR:
        chunks.calendars += 1
        if stack and all(o.name == _CALENDAR for o in stack):
            stack.clear()  # a VCALENDAR cannot stand inside another one: the first was never closed
    stack.append(_Open(name, at, found.end() + 1))


def _end(
    chunks: Chunks, stack: list[_Open], head: list[bytes], body: bytes, name: bytes, found: re.Match[bytes]
) -> None:
    if not any(o.name == name for o in stack):
        return  # an END without BEGIN ends nothing
    while stack[-1].name != name:
        _leave(chunks, stack, body, found.start(), is_closed=False)
    if name == _CALENDAR:
        _take_head(stack[-1], head, body, found.start())
        stack.pop()
        return
    _leave(chunks, stack, body, found.start(), is_closed=True)
    if stack and stack[-1].name == _CALENDAR:
        stack[-1].inside = found.end() + 1


def _take_head(calendar: _Open, head: list[bytes], body: bytes, until: int) -> None:
    if until > calendar.inside:
        head.append(body[calendar.inside : until])
    calendar.inside = until


def _leave(chunks: Chunks, stack: list[_Open], body: bytes, at: int, *, is_closed: bool) -> None:
    left = stack.pop()
    parents = [o.name for o in stack]
    if left.name not in (_EVENT, _ZONE) or any(name != _CALENDAR for name in parents):
        return
    chunk = Chunk(body[left.inside : at], left.begin)
    (chunks.events if left.name == _EVENT else chunks.zones).append(chunk)
    if not is_closed:
        where = f"line {line_number(body, left.begin)}"
        chunks.problems.append(
            Problem(where=where, what="an event has no END", kept="the event as far as it goes")
        )


def _close_at_end(chunks: Chunks, stack: list[_Open], head: list[bytes], body: bytes) -> None:
    if not stack:
        return
    chunks.is_whole = False
    where = f"line {line_number(body, len(body.rstrip()))}"
    if stack[-1].name == _CALENDAR:
        _take_head(stack[-1], head, body, len(body))
    end = (
        len(body) if body.endswith(b"\n") else body.rfind(b"\n") + 1
    )  # the last line may be cut in its middle
    while stack:
        if stack[-1].inside > end:
            stack.pop()
            continue
        _leave(chunks, stack, body, end, is_closed=True)
    chunks.problems.append(
        Problem(
            where=where,
            what="the calendar breaks off here, perhaps a cut download",
            kept="everything before it",
        )
    )


def properties_in(raw: bytes) -> Iterator[bytes]:
    """The unfolded lines of a chunk that belong to the component itself, not to a VALARM inside it."""
    depth = 0
    for line in raw.replace(b"\n ", b"").replace(b"\n\t", b"").split(b"\n"):
        start = line[:6].upper()
        if start == b"BEGIN:":
            depth += 1
        elif start[:4] == b"END:":
            depth = max(0, depth - 1)
        elif not depth and line:
            yield line
