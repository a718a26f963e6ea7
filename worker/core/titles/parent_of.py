"""Parent-of is whose mother or father a card says somebody is: "Laura Mama von Emil", "Emma's Mum", "Mãe da Rita".

Read by `name_book.py` and by what calls people in sentences: many a parent at school is kept so, by their own name or
by the child's alone, and the child's is no name of theirs. Pure.
"""

import re
from typing import NamedTuple

from worker.core.fold import typed, word_set
from worker.core.titles.address_words import NAMES_TOO, PARENTS

_PARENTS = word_set(PARENTS) | word_set("mother father parents eltern padres pais genitori ouders")
_AT_HOME = word_set("mum mummy mom mommy mama mamma dad daddy papa mutti vati mami papi") - word_set(
    NAMES_TOO
)
"""These are no surnames: "Lukas Mama" is his."""
_OF = word_set("of von vom de da do di del della van d")
_MARKS = re.compile(r"[()\[\]/:–—]|(?<=\s)-(?=\s)|(?<=[dD])['’´`](?=\w)")
_THEIRS = re.compile(r"(?<=\w)(?:['’´`]s?|s)$", re.IGNORECASE)
_APOSTROPHES = "'’´`"


class ParentOf(NamedTuple):
    """What such a name says."""

    own: str
    """Their own name, "Laura"; "" where the card has none."""
    child: str
    """The child's, folded: "emil"."""


def parent_of(name: str) -> ParentOf | None:
    """Whose parent this name says they are; None where it says nothing of the kind."""
    words = _MARKS.sub(" ", name).split()
    low = [typed(word) for word in words]
    for at, word in enumerate(low):
        if word not in _PARENTS:
            continue
        if low[at + 1 : at + 2] and low[at + 1] in _OF and len(words) > at + 2:
            return ParentOf(own=" ".join(words[:at]), child=low[at + 2])
        if at and _is_theirs(words[at - 1], is_last=at == len(words) - 1, parent=word):
            own = [*words[: at - 1], *words[at + 1 :]]
            return ParentOf(own=" ".join(own), child=_THEIRS.sub("", low[at - 1]))
    return None


def _is_theirs(word: str, *, is_last: bool, parent: str) -> bool:
    """ "Emma's", "Jonas'"; German writes "Emils Mama" and "Lukas Mama"."""
    has_apostrophe = any(sign in word for sign in _APOSTROPHES)
    return has_apostrophe or (is_last and parent in _AT_HOME and word.endswith("s"))
