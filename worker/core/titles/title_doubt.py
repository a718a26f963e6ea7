"""Doubt in a title is what stands beside a name and tells but when, or that nothing is settled: "Aldo ???", "Aldo Sat".

Beside `title_names.py`, for what lies ahead: in doubt somebody may be met. Pure.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from worker.core.fold import word_set
from worker.core.giving.place_words import CITY_BY_NAME
from worker.core.lexicon import Lexicon
from worker.core.titles.given_names import GIVEN
from worker.core.titles.name_book import NameBook, name_word
from worker.core.titles.title_clauses import Run
from worker.core.titles.title_feasts import BIRTHDAY
from worker.core.titles.title_tokens import Token
from worker.core.titles.title_words import Role

_UNSETTLED = word_set(
    "maybe perhaps possibly poss tentative tentatively tbc tbd tba hopefully pencilled penciled "
    "vielleicht eventuell evtl ggf hoffentlich quiza quizas tal vez acaso ojala posible provisional confirmar "
    "peutetre possible eventuellement provisoire confirmer talvez possivel provavel provisorio "
    "forse magari possibile eventualmente provvisorio confermare "
)
_MAY_BE = (
    *(_UNSETTLED - word_set("tal vez")),
    *("tal vez", "not sure", "if possible", "if it works out", "unter vorbehalt", "noch offen", "peut etre"),
    *("noch nicht sicher", "falls es klappt", "wenn es klappt", "wenn s klappt", "noch unklar", "por ver"),
    *(
        "si possible",
        "pas sur",
        "se der",
        "se riesco",
        "se riesce",
        "se possibile",
        "se possivel",
        "si se puede",
    ),
)
"""In a title they make a meeting one that may have been."""
_PERHAPS, _TELLING = Lexicon(_MAY_BE), frozenset(max(each.split(), key=len) for each in _MAY_BE)
DAYS = word_set("tues thur thurs sab dom lun mar mer mie jue vie jeu ven sam dim gio seg ter qua qui sex ")
"""Cut short. The others, and those in full, are words that say nothing anyway (`title_words.py`)."""
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_TOGETHER = (Role.FRIENDLY, Role.ACTIVITY, Role.BUSY, Role.PAIR)
_HEN_PARTY = re.compile(r"enterrement (?:de )?(?:sa )?vie(?: de (?:jeune fille|gar[cç]on))?", re.IGNORECASE)
_OF_THEM = re.compile(r"\b[dD]['’´`]([^\W\d_]+)")
_BESIDE = (
    Role.NAME,
    Role.AND,
    Role.HONORIFIC,
    Role.PARTICLE,
    Role.FILLER,
    Role.ARTICLE,
    Role.ABOUT,
)
SILENT = frozenset("?¿!¡.…·:;–—-|()[]~*")
"""Any other may say something: "Aldo 🎂", "Aldo ✈"."""


def is_unsettled(words: Sequence[str]) -> bool:
    """Whether these folded words of a title leave it open: "evtl. Kaffee", "Kaffee (unter Vorbehalt)"."""
    return not _TELLING.isdisjoint(words) and _PERHAPS.is_in(words)


def without_doubt(title: str, names: Collection[str]) -> str:
    """The title without words of doubt and days cut short; `names` are folded words by which somebody is called.

    A birthday is written small, lest it look like a name; "d'Ana" is "de Ana".
    """

    def kept(found: re.Match[str]) -> str:
        word = name_word(found[0])
        if word not in names and BIRTHDAY.match(word):
            return word
        return " " if word not in names and (word in _UNSETTLED or word in DAYS) else found[0]

    title = _HEN_PARTY.sub("EVJF", title)

    def of(found: re.Match[str]) -> str:
        return f"de {found[1]}" if name_word(found[1]) in names else found[0]

    return _WORD.sub(kept, _OF_THEM.sub(of, title))


def is_alone(tokens: Iterable[Token]) -> bool:
    """Whether nothing stands beside the names but a day, an hour, a place, or signs that say nothing."""
    return all(token.role in _BESIDE or token.low in SILENT for token in tokens)


def is_social(tokens: Iterable[Token]) -> bool:
    """Whether nothing stands beside the names but what people do together, and what says nothing."""
    return all(token.role in _BESIDE or token.role in _TOGETHER or token.low in SILENT for token in tokens)


def beside_a_thing(run: Run, book: NameBook) -> Run:
    """Of "Umzug Ana" and "Ana Dublin" Ana: a name that is known, beside what is neither a name nor a surname."""
    for pair in pairwise(run.tokens):
        names = [token.low for token in pair]
        if book.knows(*names) or book.knows(*reversed(names)):
            return replace(run, tokens=list(pair), names=names)
    first, last = run.tokens[0], run.tokens[-1]
    if any(token.role is Role.PARTICLE for token in run.tokens):  # "Brief von Ana"
        return run
    if last.low in book.given and first.low not in GIVEN:
        return replace(run, tokens=[last], names=[last.low])
    if first.low in book.given and last.low in CITY_BY_NAME:
        return replace(run, tokens=[first], names=[first.low])
    return run
