"""Losses are what could not be read of one feed: named by line, and capped.

Beside step 1 of 5. A feed with a fault in each of a million events costs no more than one with a thousand.
"""

from worker.core.problem import Problem
from worker.inbox.reading.text import one_line

MOST_NAMED = 1_000
"""Problems by name; the others are counted. Nobody reads more, and memory stays bounded."""
_LONGEST_PHRASE = 300


class Losses:
    """The losses of one body; it grows while the body is read."""

    def __init__(self, body: bytes = b"") -> None:
        self._body = body
        self._named: list[Problem] = []
        self._more = 0
        self._at_bytes, self._line = 0, 1

    def note(self, at_bytes: int, what: str, kept: str, event: str = "") -> None:
        """One loss, at this byte of the body, in this event."""
        if len(self._named) < MOST_NAMED:
            self.add(f"line {self._line_of(at_bytes)}", what, kept, event)
        else:
            self._more += 1

    def add(self, where: str, what: str, kept: str, event: str = "") -> None:
        """One loss that has no line. Control characters from the feed are taken out."""
        if len(self._named) < MOST_NAMED:
            what = one_line(what)[:_LONGEST_PHRASE]
            self._named.append(Problem(where=where, what=what, kept=kept, event=event))
        else:
            self._more += 1

    @property
    def problems(self) -> list[Problem]:
        """A row for each loss, and at the end how many more there are."""
        if not self._more:
            return list(self._named)
        what = f"{self._more:,} more such places"
        return [*self._named, Problem(where="further on", what=what, kept="what could be read there")]

    def _line_of(self, at_bytes: int) -> int:
        """The line, counted from 1. Counts on from the last one asked for: mostly they come in order."""
        begin, end = sorted((self._at_bytes, at_bytes))
        lines = self._body.count(b"\n", begin, end)
        self._line += lines if at_bytes >= self._at_bytes else -lines
        self._at_bytes = at_bytes
        return self._line
