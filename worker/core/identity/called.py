"""How somebody is called, taken apart: what two spellings of one human's name have in common.

Beside step 3 of 5. Pure.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from worker.core.comma_name import NAME_SUFFIXES
from worker.core.fold import folded, spelt_out, typed, word_set
from worker.core.person import plain_name
from worker.core.titles.compound_names import in_full_letters
from worker.core.titles.given_names import NICKNAMES

_WORD = re.compile(r"[^\W\d_]+")
_JOINS = re.compile(r"'|(?<=\w)-(?=\w)")
_TITLES = word_set(
    "dr prof professor mr mrs ms herr frau dott dottssa sr sra senor senora mme mlle ing dipl mag"
)
_PARTICLES = word_set(
    "van von der den de da do dos das di del della la le du zu zum zur el al bin ibn ten ter y e"
)
_SPELT = (("ae", "a"), ("oe", "o"), ("ue", "u"))


@dataclass(frozen=True)
class Called:
    """A name as compared: folded words, without titles and particles. Everybody's is compared after each reading."""

    words: tuple[str, ...]

    @cached_property
    def is_full(self) -> bool:
        """A given name and a surname, neither of them an initial: enough to tell somebody from others."""
        return len(self.words) > 1 and len(self.given) > 1 and len(self.surname) > 1

    @property
    def given(self) -> str:
        return self.words[0] if self.words else ""

    @property
    def surname(self) -> str:
        return self.words[-1] if len(self.words) > 1 else ""

    @cached_property
    def key(self) -> tuple[str, ...]:
        """Equal for equal full names, whichever way around they are written."""
        return tuple(sorted(self.words))


@lru_cache(maxsize=32_768)
def called(name: str) -> Called:
    """The name taken apart; no words for an address or nothing."""
    words = _WORD.findall(_JOINS.sub("", typed(_one_spelling(in_full_letters(plain_name(name))))))
    kept = [word for word in words if word not in _TITLES and word not in NAME_SUFFIXES]
    return Called(tuple(kept[:1] + [word for word in kept[1:] if word not in _PARTICLES]))


def keys_besides(name: str, also: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """The keys of nicknames with the surname: Roberto Almeida, whom friends call Beto, is Beto Almeida.

    A name of several words stays out: it may be that of the other one who uses their mailbox.
    """
    own = called(name)
    besides = (Called((*one.words, own.surname)) for one in map(called, also) if len(one.words) == 1)
    return frozenset(each.key for each in besides if each.is_full) - {own.key}


def _one_spelling(name: str) -> str:
    """ "Jürgen" and "Juergen" are one; so are "Sörensen" and "Sørensen"."""
    low = spelt_out(name)
    for long, short in _SPELT:
        low = low.replace(long, short)
    return low


def nicknames_of(given: str) -> frozenset[str]:
    """What somebody with this given name may be called among friends."""
    return NICKNAMES.get(given, frozenset())


def is_one_letter_off(a: str, b: str) -> bool:
    """One letter more, fewer, or another; two neighbours that changed places count too. Equal words do not."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    if len(a) == len(b):
        is_swapped = rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
        return rest_a[1:] == rest_b[1:] or is_swapped
    return rest_a[1:] == rest_b if len(a) > len(b) else rest_a == rest_b[1:]


def spelt_in_addresses(name: Called) -> tuple[str, ...]:
    """What firms make of a full name before the @: adalovelace, alovelace, lovelacea, lovelaceada."""
    if not name.is_full:
        return ()
    given, surname = name.given, name.surname
    return (given + surname, given[0] + surname, surname + given[0], surname + given)


def letters_before_at(address: str) -> str:
    """The letters of the local part in the spelling of `called`: "ada.lovelace@…" → "adalovelace"."""
    local = address.rpartition("@")[0].partition("+")[0]
    return "".join(_WORD.findall(folded(_one_spelling(local)))) if not re.search(r"\d", local) else ""
