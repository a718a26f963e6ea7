"""Folding makes two spellings of one word equal: without accents, without case.

Beside every step that compares what people have written. Pure.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not take apart into a letter and an accent."""
_AS_ON_KEYBOARDS = str.maketrans(dict.fromkeys("’‘`´ʼ′", "'") | dict.fromkeys("‐‑‒–—−", "-"))
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """The text in lower case and without accents: "Déjeuner" → "dejeuner", "Straße" → "strasse"."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char)).translate(_LETTERS)


def typed(text: str) -> str:
    """Folded, and with the one apostrophe and the one dash that keyboards have: "D’Angelo" → "d'angelo".

    For what is typed to name somebody. What is kept under a folded text, and hashes of it, go by `folded`.
    """
    return folded(text.translate(_AS_ON_KEYBOARDS))


def by_name(name: str) -> tuple[str, str]:
    """Where a name stands in a list for people: "Ângela" beside "Angela", not behind "Zoé"."""
    return typed(name), name


def spelt_out(text: str) -> str:
    """In lower case, with two letters for one that ASCII lacks: "Jürgen" → "juergen"; as people write addresses."""
    return text.lower().translate(_SPELT_OUT)


def folded_words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order: letters and digits; everything else parts them."""
    return tuple(_WORD.findall(folded(text)))


def word_set(text: str) -> frozenset[str]:
    """The words of a table, parted by blanks."""
    return frozenset(text.split())


def stems(entries: Iterable[str]) -> re.Pattern[str]:
    """One pattern for many folded entries, matched on word borders in a folded text.

    A `*` at either end leaves that border open: "funeral*" finds "funerals", "*arzt*" finds "Hautarzttermin".
    """
    return re.compile("|".join(sorted(map(_as_pattern, set(entries)))))


def _as_pattern(entry: str) -> str:
    left = r"[^\W_]*" if entry.startswith("*") else ""
    right = r"[^\W_]*" if entry.endswith("*") else ""
    middle = r"\W+".join(map(re.escape, entry.strip("*").split()))
    return rf"(?<![^\W_]){left}{middle}{right}(?![^\W_])"
