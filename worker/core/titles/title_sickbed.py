"""A sickbed is where somebody is visited: "Visita a Mari Carmen hospital" is no hospital's name.

Beside `title_names.py`. Pure.
"""

import re
from collections.abc import Collection

from worker.core.fold import folded, word_set

_VISIT = re.compile(
    r"\W*(?:visit|visiting|see|seeing|besuch|krankenbesuch|krankenhausbesuch|visita|visitar|visitare|visite|ver|voir) ",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<= )(?<!\b(?:in|im) )[^\W\d_]+", re.IGNORECASE)
WARDS = word_set("hospital krankenhaus spital klinik hopital clinique clinica ospedale")


def by_the_sickbed(title: str, words: Collection[str]) -> str:
    """A visit with its hospital as a place: "Visite Léa hôpital" → "Visite Léa in hôpital"; `words` are its own."""
    visit = None if WARDS.isdisjoint(words) else _VISIT.match(title)
    return title[: visit.end()] + _WORD.sub(_led, title[visit.end() :]) if visit else title


def _led(word: re.Match[str]) -> str:
    return f"in {word[0]}" if folded(word[0]) in WARDS else word[0]
