"""A chunk is one component's raw bytes, found without parsing what is inside.

Step 1 of 5: body → chunks. An unchanged chunk is known by its fingerprint and never parsed again. Pure.
Every step costs the same however deep components are nested and however many of them are never closed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from worker.core.sentence import Sentence
from worker.inbox.reading.imprint import Familiar
from worker.inbox.reading.losses import Losses
from worker.inbox.reading.stride import Stride

_BORDER = re.compile(rb"\n(BEGIN|END)[ \t]*:[ \t]*([A-Za-z0-9-]+)[ \t]*(?=\n|\Z)", re.IGNORECASE)
_EVENT, _ZONE, _CALENDAR = b"VEVENT", b"VTIMEZONE", b"VCALENDAR"
_SIBLINGS = frozenset((_EVENT, _ZONE, b"VTODO", b"VJOURNAL", b"VFREEBUSY"))
"""None of these stands inside another (RFC 5545, 3.6): the next BEGIN closes the one before."""
_NO_END, _AS_FAR_AS_IT_GOES = Sentence("an event has no END"), Sentence("the event as far as it goes")
MOST_HEAD_BYTES = 1024 * 1024
"""Of all VCALENDARs together: a file may hold a million of them, and the first that says something is heard."""


class Chunk(NamedTuple):
    """One component, and where it starts.

    A VEVENT's bytes are its own properties alone, each with a line end before it: a VALARM inside is no part of it.
    A VTIMEZONE's are all that stands between BEGIN and END.
    """

    raw: bytes
    at_bytes: int
    is_cut: bool = False
    """The body breaks off inside this component."""
    imprint: bytes | None = None
    """Of a plain event, with its alarms, where that is asked for."""


@dataclass(slots=True)
class _Open:
    """A component whose END has not come yet."""

    name: bytes
    at_bytes: int
    """In the body."""
    kept_from: int
    """In the window: where what is kept of it goes on."""
    pieces: list[bytes] = field(default_factory=list)


class Splitter:
    """Splits one body, a window after the other; what it found beside events is complete once the events are.

    A window is some whole lines with one line end before them, so that each BEGIN and END in it has one. What is open
    at its end goes on in the next: with windows of any size the outcome is the same.
    """

    def __init__(self, losses: Losses, familiar: Familiar | None = None) -> None:
        """What is familiar is noted there, and nothing else is made of it; without it, nothing gets an imprint."""
        self.losses = losses
        self._familiar = familiar
        self.zones: dict[bytes, None] = {}
        """VTIMEZONEs, each once: where its last one stood, since the last definition of a name holds."""
        self.heads: list[bytes] = []
        """The properties of the VCALENDARs themselves, as far as MOST_HEAD_BYTES."""
        self.calendars = 0
        self.is_whole = True
        """False where the body breaks off inside a component."""
        self._window, self._base = b"", 0
        self._last_text = (0, b"")
        """The last piece with more than blanks, and where it begins."""
        self._stack: list[_Open] = []
        self._open: Counter[bytes] = Counter()
        self._siblings = 0
        """Open ones of those that cannot stand inside each other: one or none."""
        self._room_for_heads = MOST_HEAD_BYTES
        self._ready: list[Chunk] = []

    def events_in(self, pieces: Iterable[bytes], *, in_strides: bool = True) -> Iterator[Chunk]:
        """The events of a body with LF line ends, in pieces that are whole lines (see `normal_pieces`).

        These are VEVENTs directly under a VCALENDAR (or under nothing: some files have no VCALENDAR); those inside
        VPOLL, VAVAILABILITY or anything else are not meetings. A missing END closes at the next BEGIN.
        Without `in_strides`, plain events are split like all others: slower, with the same outcome.
        """
        for piece in pieces:
            self._look_through(b"\n" + piece, in_strides)
            if not piece.isspace():
                self._last_text = (self._base, piece)
            if piece.endswith(b"\n"):
                self._slide(len(piece))
            yield from self._taken()
        self._finish()
        yield from self._taken()

    def _look_through(self, window: bytes, in_strides: bool) -> None:
        self._window, at = window, 0
        stride = Stride(window, self._familiar) if in_strides else None
        while found := _BORDER.search(window, at):
            is_begin, name = found[1][0] in b"Bb", found[2].upper()
            if stride is not None and is_begin and name == _EVENT and self._is_in_calendar:
                at = self._take_plain(stride, found.start())
                if at > found.start():
                    continue
            at = found.end()
            (self._begin if is_begin else self._end)(name, *found.span())

    def _slide(self, length: int) -> None:
        """What is open and kept goes on in the next window, which begins with the line end that ends this one."""
        for component in self._stack:
            if component is self._stack[-1] or component.name == _ZONE:
                self._keep(component, length)
                component.kept_from = 0
        self._window = b"\n"
        self._base += length

    def _taken(self) -> list[Chunk]:
        taken, self._ready = self._ready, []
        return taken

    @property
    def _is_in_calendar(self) -> bool:
        """Nothing is open but a calendar."""
        return len(self._stack) == 1 and self._stack[0].name == _CALENDAR

    def _take_plain(self, stride: Stride, at: int) -> int:
        """All plain events that follow each other from here on; gives where the first other thing begins."""
        calendar, take, base = self._stack[-1], self._ready.append, self._base
        self._keep(calendar, at)
        for own, imprint, begins_at in stride.events_from(at):
            take(Chunk(own, base + begins_at, imprint=imprint))
        calendar.kept_from = max(calendar.kept_from, stride.at)
        return stride.at

    def _begin(self, name: bytes, at: int, after: int) -> None:
        if name == _CALENDAR:  # it cannot stand inside anything: what is open was never closed
            while self._stack:
                self._leave(at, is_closed=False)
            self.calendars += 1
        elif name in _SIBLINGS:
            while self._siblings:
                self._leave(at, is_closed=False)
            self._siblings = 1
        if self._stack:
            self._keep_own(self._stack[-1], at)
        self._stack.append(_Open(name, self._base + at, after))
        self._open[name] += 1

    def _end(self, name: bytes, at: int, after: int) -> None:
        if not self._open[name]:
            return  # an END without BEGIN ends nothing
        while self._stack[-1].name != name:
            self._leave(at, is_closed=False)
        self._leave(at)
        if self._stack:
            self._go_on(self._stack[-1], after)

    def _finish(self) -> None:
        if not self._stack:
            return
        self.is_whole = False
        end = self._window.rfind(b"\n")  # the last line may be cut in its middle
        begins_at, text = self._last_text
        what = Sentence("the calendar breaks off here, perhaps a cut download")
        self.losses.note(begins_at + len(text.rstrip()), what, Sentence("everything before it"))
        while self._stack:
            self._leave(end, is_cut=True)

    def _keep(self, component: _Open, until: int) -> None:
        """A zone's definition is kept whole, of events and calendars what is their own; of anything else nothing."""
        if until <= component.kept_from:
            return
        if component.name in (_EVENT, _ZONE):
            component.pieces.append(self._window[component.kept_from : until])
        elif component.name == _CALENDAR:
            self.heads.append(self._window[component.kept_from : until][: self._room_for_heads])
            self._room_for_heads -= len(self.heads[-1])

    def _keep_own(self, component: _Open, until: int) -> None:
        if component.name != _ZONE:
            self._keep(component, until)

    def _go_on(self, component: _Open, at: int) -> None:
        if component.name != _ZONE:
            component.kept_from = at

    def _leave(self, at: int, *, is_closed: bool = True, is_cut: bool = False) -> None:
        left = self._stack.pop()
        self._open[left.name] -= 1
        self._siblings -= left.name in _SIBLINGS
        self._keep(left, at)
        if self._stack:
            self._go_on(self._stack[-1], at)
        if left.name == _ZONE:
            definition = b"".join(left.pieces)
            self.zones.pop(definition, None)
            self.zones[definition] = None
        elif left.name == _EVENT and len(self._stack) == self._open[_CALENDAR]:
            self._ready.append(Chunk(b"".join(left.pieces), left.at_bytes, is_cut))
            if not is_closed:
                self.losses.note(left.at_bytes, _NO_END, _AS_FAR_AS_IT_GOES)
