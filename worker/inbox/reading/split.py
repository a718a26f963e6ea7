"""A chunk is one component's raw bytes, found without parsing what is inside.

Step 1 of 5: body → chunks. An unchanged chunk is known by its fingerprint and never parsed again. Pure.
Every step costs the same however deep components are nested and however many of them are never closed.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from worker.inbox.reading.losses import Losses
from worker.inbox.reading.stride import Stride

_BORDER = re.compile(rb"\n(BEGIN|END)[ \t]*:[ \t]*([A-Za-z0-9-]+)[ \t]*(?=\n|\Z)", re.IGNORECASE)
_EVENT, _ZONE, _CALENDAR = b"VEVENT", b"VTIMEZONE", b"VCALENDAR"
_SIBLINGS = frozenset((_EVENT, _ZONE, b"VTODO", b"VJOURNAL", b"VFREEBUSY"))
"""None of these stands inside another (RFC 5545, 3.6): the next BEGIN closes the one before."""


class Chunk(NamedTuple):
    """One component, and where it starts.

    A VEVENT's bytes are its own properties alone, each with a line end before it: a VALARM inside is no part of it.
    A VTIMEZONE's are all that stands between BEGIN and END.
    """

    raw: bytes
    at_bytes: int
    is_cut: bool = False
    """The body breaks off inside this component."""


@dataclass(slots=True)
class Chunks:
    """All that was found in one body."""

    events: list[Chunk] = field(default_factory=list)
    zones: list[Chunk] = field(default_factory=list)
    heads: list[bytes] = field(default_factory=list)
    """The properties of the VCALENDARs themselves."""
    calendars: int = 0
    is_whole: bool = True
    """False where the body breaks off inside a component."""


def chunks_in(body: bytes, losses: Losses, *, in_strides: bool = True) -> Chunks:
    """Splits a body with LF line ends (see `normal_bytes`).

    Kept are VEVENTs directly under a VCALENDAR (or under nothing: some files have no VCALENDAR) and VTIMEZONEs;
    VEVENTs inside VPOLL, VAVAILABILITY or anything else are not meetings. A missing END closes at the next BEGIN.
    Without `in_strides`, plain events are split like all others: slower, with the same outcome.
    """
    splitter, at = _Splitter(b"\n" + body, losses), 0
    stride = Stride(splitter.body) if in_strides else None
    while found := _BORDER.search(splitter.body, at):
        is_begin, name = found[1][0] in b"Bb", found[2].upper()
        if stride is not None and is_begin and name == _EVENT and splitter.is_in_calendar:
            at = splitter.take_plain(stride, found.start())
            if at > found.start():
                continue
        at = found.end()
        (splitter.begin if is_begin else splitter.end)(name, *found.span())
    splitter.finish()
    return splitter.chunks


@dataclass(slots=True)
class _Open:
    """A component whose END has not come yet."""

    name: bytes
    at: int
    inside: int
    """Behind its BEGIN."""
    own_from: int
    """Where its own properties go on."""
    pieces: list[bytes] = field(default_factory=list)


class _Splitter:
    """Holds the body with one line end before it, so that `at`, the line end before a BEGIN or END, is also where
    that BEGIN or END stands in the body as it came."""

    def __init__(self, body: bytes, losses: Losses) -> None:
        self.body, self.losses = body, losses
        self.chunks = Chunks()
        self.stack: list[_Open] = []
        self.open: Counter[bytes] = Counter()
        self.siblings = 0
        """Open ones of those that cannot stand inside each other: one or none."""

    @property
    def is_in_calendar(self) -> bool:
        """Nothing is open but a calendar."""
        return len(self.stack) == 1 and self.stack[0].name == _CALENDAR

    def take_plain(self, stride: Stride, at: int) -> int:
        """All plain events that follow each other from here on; gives where the first other thing begins."""
        calendar, take = self.stack[-1], self.chunks.events.append
        self._keep_own(calendar, at)
        for raw, begins_at, ends_at in stride.events_from(at):
            take(Chunk(raw, begins_at))
            at = ends_at
        calendar.own_from = max(calendar.own_from, at)
        return at

    def begin(self, name: bytes, at: int, after: int) -> None:
        if name == _CALENDAR:  # it cannot stand inside anything: what is open was never closed
            while self.stack:
                self._leave(at, is_closed=False)
            self.chunks.calendars += 1
        elif name in _SIBLINGS:
            while self.siblings:
                self._leave(at, is_closed=False)
            self.siblings = 1
        if self.stack:
            self._keep_own(self.stack[-1], at)
        self.stack.append(_Open(name, at, after, after))
        self.open[name] += 1

    def end(self, name: bytes, at: int, after: int) -> None:
        if not self.open[name]:
            return  # an END without BEGIN ends nothing
        while self.stack[-1].name != name:
            self._leave(at, is_closed=False)
        self._leave(at)
        if self.stack:
            self.stack[-1].own_from = after

    def finish(self) -> None:
        if not self.stack:
            return
        self.chunks.is_whole = False
        end = max(self.body.rfind(b"\n"), 1)  # the last line may be cut in its middle
        what = "the calendar breaks off here, perhaps a cut download"
        self.losses.note(len(self.body.rstrip()) - 1, what, "everything before it")
        while self.stack:
            self._leave(end, is_cut=True)

    def _keep_own(self, component: _Open, until: int) -> None:
        if component.name in (_EVENT, _CALENDAR) and until > component.own_from:
            component.pieces.append(self.body[component.own_from : until])

    def _leave(self, at: int, *, is_closed: bool = True, is_cut: bool = False) -> None:
        left = self.stack.pop()
        self.open[left.name] -= 1
        self.siblings -= left.name in _SIBLINGS
        self._keep_own(left, at)
        if self.stack:
            self.stack[-1].own_from = at
        if left.name == _CALENDAR:
            self.chunks.heads += left.pieces
        elif left.name == _ZONE:
            self.chunks.zones.append(Chunk(self.body[left.inside : at], left.at))
        elif left.name == _EVENT and len(self.stack) == self.open[_CALENDAR]:
            self.chunks.events.append(Chunk(b"".join(left.pieces), left.at, is_cut))
            if not is_closed:
                self.losses.note(left.at, "an event has no END", "the event as far as it goes")
