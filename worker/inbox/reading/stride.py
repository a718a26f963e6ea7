"""A stride takes one plain event at a time out of a body, with four searches instead of a look at every border.

Step 1 of 5, inside the splitting: most events of most calendars are plain. Pure. Whatever is not exactly as described
here is nobody's loss: the splitter looks at it border by border, and comes to the same for plain ones too.
"""

import re

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

    def event_at(self, at: int) -> tuple[bytes, int] | None:
        """The own bytes of the plain event that begins here, and the line end behind it; None where it is not plain.

        Plain: BEGIN:VEVENT and END:VEVENT in capitals, without blanks, and inside nothing but whole VALARMs.
        """
        body, pieces = self._body, list[bytes]()
        if not self._is_in_capitals or not body.startswith(_BEGIN_EVENT, at):
            return None
        own_from = at + len(_BEGIN_EVENT) - 1
        while (end := self._end_after(own_from)) >= 0:
            begin = body.find(b"\nBEGIN", own_from, end)
            if begin < 0:
                pieces.append(body[own_from:end])
                is_plain = body.startswith(_END_EVENT, end)
                return (b"".join(pieces), end + len(_END_EVENT) - 1) if is_plain else None
            if not self._is_alarm(begin, end):
                return None
            pieces.append(body[own_from:begin])
            own_from = end + len(_END_ALARM) - 1
        return None

    def _is_alarm(self, begin: int, end: int) -> bool:
        is_opened = self._body.startswith(_BEGIN_ALARM, begin) and self._body.startswith(_END_ALARM, end)
        return is_opened and self._body.find(b"\nBEGIN", begin + 1, end) < 0

    def _end_after(self, at: int) -> int:
        if self._end < at:
            found = self._body.find(b"\nEND", at)
            self._end = found if found >= 0 else len(self._body)
        return self._end if self._end < len(self._body) else -1
