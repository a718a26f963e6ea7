"""Mentions are all who are named in a title, met or not: "Chemo Anna", "Annas OP".

Beside `title_names.py`, for what is tender. Pure.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from worker.core.titles.name_book import NameBook, name_word
from worker.core.titles.title_names import perhaps_in_title

_WORD = re.compile(r"[^\W\d_]+(?:[-‐'’.][^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+")
""" "d'Anna" is of Anna, "Anne-Marie" one name."""


def mentioned_in_title(title: str, book: NameBook) -> Mapping[str, str]:
    """Key → as the title writes it: everybody known whose given name stands there.

    True too often rather than too seldom; of several who are called so, it is those of whom the title says the most.
    """
    whole, parts = _WORD.findall(title), _PART.findall(title)
    all_written = whole if whole == parts else whole + parts
    written = {form: word for word in all_written for form in _forms(word)}
    found: dict[str, str] = {}
    for word in sorted(book.given.keys() & written):
        said = {key: len(_names(book.names[key]).intersection(written)) for key in book.given[word]}
        most = max(said.values())
        found |= {key: written[word] for key, count in said.items() if count == most}
    return {**found, **perhaps_in_title(title, book)}


def _forms(word: str) -> tuple[str, ...]:
    """As it stands there, and without what makes "Anna's" or "Annas" of Anna."""
    low = name_word(word)
    return low, low.removesuffix("s")


@lru_cache(maxsize=1 << 14)
def _names(name: str) -> frozenset[str]:
    """Of all who are called so, each time one of them is mentioned."""
    return frozenset(map(name_word, name.split()))
