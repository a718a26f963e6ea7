"""Parent-of is whose mother or father a card says somebody is: "Laura Mama von Emil", "Emma's Mum", "Mãe da Rita".

Read by `name_book.py` and by what calls people in sentences: many a parent at school is kept so, by their own name or
by the child's alone, and the child's is no name of theirs. Pure.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from worker.core.fold import typed, word_set
from worker.core.titles.address_words import PARENTS

_MOTHERS = word_set(
    "mother mum mummy mom mommy mam mama mamma mutti mutter madre mami maman mere mae mamae moeder"
)
_KINDS = {
    **dict.fromkeys((word_set(PARENTS) | {"father"}) - _MOTHERS, "father"),
    **dict.fromkeys(_MOTHERS, "mother"),
    **dict.fromkeys(word_set("parents eltern padres pais genitori ouders"), "parents"),
}
_AT_HOME = word_set("mum mummy mom mommy mama mamma dad daddy papa mutti vati mami papi")
"""These are no surnames: "Lukas Mama" is his."""
_OF = word_set("of von vom de da do di del della van d")
_MARKS = re.compile(r"[()\[\]/:–—]|(?<=\s)-(?=\s)")
_OF_A_VOWEL = re.compile(r"(?<=\b[dD])['’´`](?=\w)")
_SIGNS = ",.;:!?()[]-–—"
_THEIRS = re.compile(r"(?:'s?|s)$")
_OWNED = re.compile(r"'s$")
_END = re.compile(rf"(?:['’´`]s)?[{re.escape(_SIGNS)}]*$")


class ParentOf(NamedTuple):
    """What such a name says."""

    own: str
    """Their own name, "Laura"; "" where the card has none."""
    child: str
    """The child's, folded: "emil"."""
    word: str
    """Both in one word that nobody else is called by: "motherofemil"."""


class _Said(NamedTuple):
    begin: int
    end: int
    child: str
    word: str
    is_sure: bool


@lru_cache(maxsize=8192)
def parent_of(name: str) -> ParentOf | None:
    """Whose parent this name says they are; None where it says nothing of the kind."""
    words = _OF_A_VOWEL.sub(" ", _MARKS.sub(" ", name)).split()
    said = next((each for each in _said(words) if each.is_sure), None)
    if said is None:
        return None
    return ParentOf(
        own=" ".join((*words[: said.begin], *words[said.end :])), child=said.child, word=said.word
    )


def names_in(name: str) -> Sequence[str]:
    """By which names titles may call somebody whose card says this: their own, and whose parent they are."""
    if (parent := parent_of(name)) is None:
        return (name,)
    return (parent.own, f"{parent.own} {parent.word}", parent.word) if parent.own else (parent.word,)


def in_one_word(title: str, known: Collection[str]) -> str:
    """The title with each parent who is `known` by such a word, "Coffee with Emma's Mum", called by it."""
    words = _OF_A_VOWEL.sub(" ", title).split()
    said = next((each for each in _said(words) if each.word in known), None)
    if said is None:
        return title
    end = _END.search(words[said.end - 1])
    called = said.word.capitalize() + (end[0] if end else "")
    return in_one_word(" ".join((*words[: said.begin], called, *words[said.end :])), known)


def _said(words: Sequence[str]) -> Iterator[_Said]:
    low = [typed(word).strip(_SIGNS) for word in words]
    for at, kind in enumerate(_KINDS.get(_OWNED.sub("", word), "") for word in low):
        if not kind:
            continue
        if low[at + 1 : at + 2] and low[at + 1] in _OF and len(low) > at + 2:
            yield _as_said(at, at + 3, _OWNED.sub("", low[at + 2]), kind, is_sure=True)
        elif at:
            owner, is_last = low[at - 1], at == len(low) - 1
            is_sure = "'" in owner or (is_last and low[at] in _AT_HOME and owner.endswith("s"))
            yield _as_said(at - 1, at + 1, _THEIRS.sub("", owner), kind, is_sure=is_sure)


def _as_said(begin: int, end: int, child: str, kind: str, *, is_sure: bool) -> _Said:
    letters = "".join(filter(str.isalpha, child))
    return _Said(begin, end, child, f"{kind}of{letters}", is_sure and bool(letters))
