"""Doubt in a title is what stands beside a name and tells but when, or that nothing is settled: "Aldo ???", "Aldo Sat".

Beside `title_names.py`, for what lies ahead: in doubt somebody may be met. Pure.
"""

import re
from collections.abc import Collection, Iterable

from worker.core.fold import word_set
from worker.core.titles.name_book import name_word
from worker.core.titles.title_tokens import Token
from worker.core.titles.title_words import Role

_UNSETTLED = word_set(
    "maybe perhaps possibly poss tentative tentatively tbc tbd tba hopefully pencilled penciled "
    "vielleicht eventuell evtl ggf hoffentlich quiza quizas tal vez acaso ojala posible provisional confirmar "
    "peutetre possible eventuellement provisoire confirmer talvez possivel provavel provisorio "
    "forse magari possibile eventualmente provvisorio confermare "
)
_DAYS = word_set("tues thur thurs sab dom lun mar mer mie jue vie jeu ven sam dim gio seg ter qua qui sex ")
"""Cut short. The others, and those in full, are words that say nothing anyway (`title_words.py`)."""
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_BESIDE = (
    Role.NAME,
    Role.AND,
    Role.HONORIFIC,
    Role.PARTICLE,
    Role.FILLER,
    Role.ARTICLE,
    Role.ABOUT,
)
_SIGNS = frozenset("?¿!¡.…·:;–—-|()[]~*")
"""Any other may say something: "Aldo 🎂", "Aldo ✈"."""


def without_doubt(title: str, names: Collection[str]) -> str:
    """The title without words of doubt and days cut short; `names` are folded words by which somebody is called."""

    def kept(found: re.Match[str]) -> str:
        word = name_word(found[0])
        return " " if word not in names and (word in _UNSETTLED or word in _DAYS) else found[0]

    return _WORD.sub(kept, title)


def is_alone(tokens: Iterable[Token]) -> bool:
    """Whether nothing stands beside the names but a day, an hour, a place, or signs that say nothing."""
    return all(token.role in _BESIDE or token.low in _SIGNS for token in tokens)
