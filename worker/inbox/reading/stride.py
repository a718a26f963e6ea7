"""A stride takes one plain event at a time out of a body, with four searches instead of a look at every border.

Step 1 of 5, inside the splitting: most events of most calendars are plain. Pure. Whatever is not exactly as described
here is nobody's loss: the splitter looks at it border by border, and comes to the same for plain ones too.
"""

import re
from collections.abc import Iterator

_BEGIN_EVENT, _END_EVENT = b"\nBEGIN:VEVENT\n", b"\nEND:VEVENT\n"
_BEGIN_ALARM, _END_ALARM = b"\nBEGIN:VALARM\n", b"\nEND:VALARM\n"
_IN_OTHER_LETTERS = re.compile(rb"\n(?:[bB][eE][gG][iI][nN](?<!\nBEGIN)|[eE][nN][dD](?<!\nEND))[ \t]*:")
"""A border that a search for capitals would miss."""


class Stride:
    """One body with LF line ends and one before it, gone through from front to back."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._is_in_capitals = _IN_OTHER_LETTERS.search(body) is None
        self._end = -1
        """The first END at or behind the place looked at last: found once, however many BEGINs come before it."""

    def events_from(self, at: int) -> Iterator[tuple[bytes, int, int]]:
        """The plain events that follow each other from here on: own bytes, where it begins, the line end behind it.

        Plain: BEGIN:VEVENT and END:VEVENT in capitals, without blanks, and inside nothing but whole VALARMs.
        """
        body = self._body
        while self._is_in_capitals and body.startswith(_BEGIN_EVENT, at):
            own_from = at + len(_BEGIN_EVENT) - 1
            pieces, end = list[bytes](), self._end_after(own_from)
            while (begin := body.find(b"\nBEGIN", own_from, end)) >= 0:
                if not self._is_alarm(begin, end):
                    return
                pieces.append(body[own_from:begin])
                own_from = end + len(_END_ALARM) - 1
                end = self._end_after(own_from)
            if not body.startswith(_END_EVENT, end):
                return
            pieces.append(body[own_from:end])
            begins_at, at = at, end + len(_END_EVENT) - 1
            yield b"".join(pieces), begins_at, at

    def _is_alarm(self, begin: int, end: int) -> bool:
        is_opened = self._body.startswith(_BEGIN_ALARM, begin) and self._body.startswith(_END_ALARM, end)
        return is_opened and self._body.find(b"\nBEGIN", begin + 1, end) < 0

    def _end_after(self, at: int) -> int:
        """The next END; the body's length where there is none."""
        if self._end < at:
            found = self._body.find(b"\nEND", at)
            self._end = found if found >= 0 else len(self._body)
        return self._end
