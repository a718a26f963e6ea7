"""A stride takes one plain event at a time out of a body, with four searches instead of a look at every border.

Step 1 of 5, inside the splitting: most events of most calendars are plain. Pure. Whatever is not exactly as described
here is nobody's loss: the splitter looks at it border by border, and comes to the same for plain ones too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from worker.inbox.reading.imprint import BEGIN_EVENT, END_EVENT, Familiar, imprint_of

_BEGIN_ALARM, _END_ALARM = b"\nBEGIN:VALARM\n", b"\nEND:VALARM\n"
_IN_OTHER_LETTERS = re.compile(rb"\n(?:[bB][eE][gG][iI][nN](?<!\nBEGIN)|[eE][nN][dD](?<!\nEND))[ \t]*:")
"""A border that a search for capitals would miss."""


class Step(NamedTuple):
    """One plain event that is new or written anew."""

    own: bytes
    """Without its alarms."""
    imprint: bytes | None
    begins_at: int


class Stride:
    """One body with LF line ends and one before it, gone through from front to back."""

    def __init__(self, body: bytes, familiar: Familiar | None) -> None:
        self._body, self._familiar = body, familiar
        self._is_in_capitals = _IN_OTHER_LETTERS.search(body) is None
        self.at = 0
        """The line end behind the last event that was gone past."""
        self._end = -1
        """The first END at or behind the place looked at last: found once, however many BEGINs come before it."""

    def events_from(self, at: int) -> Iterator[Step]:
        """The plain events that follow each other from here on; what is familiar is gone past, and `at` moves along.

        Plain: BEGIN:VEVENT and END:VEVENT in capitals, without blanks, and inside nothing but whole VALARMs.
        """
        self.at, body = at, self._body
        while self._is_in_capitals and body.startswith(BEGIN_EVENT, self.at):
            at = self.at
            if self._familiar:
                self.at = self._familiar.passed(body, at)
                if self.at > at:
                    continue
            own_from = at + len(BEGIN_EVENT) - 1
            pieces, end = list[bytes](), self._end_after(own_from)
            while (begin := body.find(b"\nBEGIN", own_from, end)) >= 0:
                if not self._is_alarm(begin, end):
                    return
                pieces.append(body[own_from:begin])
                own_from = end + len(_END_ALARM) - 1
                end = self._end_after(own_from)
            if not body.startswith(END_EVENT, end):
                return
            pieces.append(body[own_from:end])
            self.at = end + len(END_EVENT) - 1
            imprint = None if self._familiar is None else imprint_of(body[at:end])
            yield Step(b"".join(pieces), imprint, at)

    def _is_alarm(self, begin: int, end: int) -> bool:
        is_opened = self._body.startswith(_BEGIN_ALARM, begin) and self._body.startswith(_END_ALARM, end)
        return is_opened and self._body.find(b"\nBEGIN", begin + 1, end) < 0

    def _end_after(self, at: int) -> int:
        """The next END; the body's length where there is none."""
        if self._end < at:
            found = self._body.find(b"\nEND", at)
            self._end = found if found >= 0 else len(self._body)
        return self._end
