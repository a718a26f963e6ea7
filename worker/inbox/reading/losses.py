"""Losses are what could not be read of one feed: named by line, and capped.

Beside step 1 of 5. A feed with a fault in each of a million events costs no more than one with a thousand.
"""

from collections.abc import Mapping, Set
from typing import NamedTuple

from worker.core.problem import Problem
from worker.core.sentence import Sentence, changed
from worker.inbox.body import EMPTY, Body
from worker.inbox.reading.text import normal_pieces, one_line

MOST_NAMED = 1_000
"""Problems by name; the others are counted. Nobody reads more, and memory stays bounded."""
_LONGEST_PHRASE = 300


class Losses:
    """The losses of one body; it grows while the body is read. Lines are counted at the end, all in one go."""

    def __init__(self, body: Body = EMPTY) -> None:
        self._body = body
        self._named: list[_Loss] = []
        self._more = 0

    def note(self, at_bytes: int, what: Sentence, kept: Sentence, event: str = "") -> None:
        """One loss, at this byte of the body as `normal_bytes` has it, in this event."""
        self._keep(_Loss(at_bytes, "", what, kept, event))

    def add(self, where: str, what: str, kept: str, event: str = "") -> None:
        """One loss that has no line."""
        self._keep(_Loss(None, where, what, kept, event))

    def _keep(self, loss: "_Loss") -> None:
        if len(self._named) < MOST_NAMED:
            self._named.append(loss)
        else:
            self._more += 1

    @property
    def number(self) -> int:
        """How many there are so far."""
        return len(self._named) + self._more

    @property
    def problems(self) -> list[Problem]:
        """A row for each loss, and at the end how many more there are. Control characters of the feed are taken out."""
        lines = self._lines_of({loss.at_bytes for loss in self._named if loss.at_bytes is not None})
        named = [
            Problem(
                where=loss.where if loss.at_bytes is None else _line(lines[loss.at_bytes]),
                what=changed(loss.what, _short),
                kept=loss.kept,
                event=loss.event,
            )
            for loss in self._named
        ]
        if not self._more:
            return named
        what, kept = Sentence("{n} more such places", n=self._more), Sentence("what could be read there")
        return [*named, Problem(where=Sentence("further on"), what=what, kept=kept)]

    def _lines_of(self, places: Set[int]) -> Mapping[int, int]:
        """Byte → line, counted from 1."""
        lines, line, begin = dict[int, int](), 1, 0
        waiting = sorted(places, reverse=True)
        for piece in normal_pieces(self._body.pieces() if waiting else ()):
            at = 0
            while waiting and waiting[-1] - begin < len(piece):
                line += piece.count(b"\n", at, waiting[-1] - begin)
                at = waiting[-1] - begin
                lines[waiting.pop()] = line
            line += piece.count(b"\n", at)
            begin += len(piece)
        return lines | dict.fromkeys(waiting, line)


class _Loss(NamedTuple):
    at_bytes: int | None
    where: str
    what: str
    kept: str
    event: str


def _line(number: int) -> Sentence:
    return Sentence("line {number}", number=str(number))


def _short(value: str) -> str:
    return one_line(value)[:_LONGEST_PHRASE]
