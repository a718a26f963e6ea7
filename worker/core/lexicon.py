"""A lexicon is a table of words and phrases in six languages that a text is looked up in, word by word.

Beside `fold.py`, for tables too long for one pattern: the time it takes grows with the text, hardly with the
table. Pure.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

Grid = Mapping[str, str]
"""Concept → its words: a row for each language ("en: burial*, funeral*"), the words of a row parted by commas."""

_LANGUAGE = re.compile(r"^\s*[a-z]{2}: ", re.MULTILINE)


def entries(*grids: Grid) -> tuple[str, ...]:
    """Every word and phrase of these grids."""
    rows = (_LANGUAGE.sub(",", concept) for grid in grids for concept in grid.values())
    cells = (" ".join(cell.split()) for row in rows for cell in row.split(","))
    return tuple(filter(None, cells))


class Lexicon:
    """Folded words and phrases; a `*` leaves that end of a word open, as in `stems` ("*arzt*": "Hautarzttermin").

    The first word of a phrase is always whole.
    """

    def __init__(self, table: Iterable[str]) -> None:
        split = [entry.split() for entry in sorted(set(table))]
        words = [parts[0] for parts in split if len(parts) == 1]
        self._whole = frozenset(word for word in words if "*" not in word)
        self._beginnings = tuple(word[:-1] for word in words if word[-1] == "*" != word[0])
        self._endings = tuple(word[1:] for word in words if word[0] == "*" != word[-1])
        self._inside = tuple(word[1:-1] for word in words if word[0] == "*" == word[-1])
        self._phrases: defaultdict[str, list[list[str]]] = defaultdict(list)
        for head, *rest in (parts for parts in split if len(parts) > 1):
            self._phrases[head].append(rest)
        self._is_listed = lru_cache(maxsize=1 << 13)(self._is_entry)

    def is_in(self, words: Sequence[str]) -> bool:
        """Whether any entry stands among these folded words."""
        return next(self.places(words), None) is not None

    def places(self, words: Sequence[str]) -> Iterator[range]:
        """Where entries stand among these folded words, in order of their beginnings."""
        for start, word in enumerate(words):
            if self._is_listed(word):
                yield range(start, start + 1)
            for rest in self._phrases.get(word, ()):
                follows = words[start + 1 : start + 1 + len(rest)]
                if len(follows) == len(rest) and all(map(_fits, rest, follows)):
                    yield range(start, start + 1 + len(rest))

    def _is_entry(self, word: str) -> bool:
        return (
            word in self._whole
            or word.startswith(self._beginnings)
            or word.endswith(self._endings)
            or any(part in word for part in self._inside)
        )


def _fits(entry: str, word: str) -> bool:
    return word.startswith(entry[:-1]) if entry.endswith("*") else word == entry
