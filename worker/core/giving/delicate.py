"""Delicate is what is too tender to quote, remember or ask about, and who is no friend to be nudged about.

Beside step 5 of 5: `gift.py`, `topic.py` and `hold.py` ask here before they say a word. Pure.
"""

from collections.abc import Sequence
from functools import lru_cache

from worker.core.fold import folded, folded_words, stems, word_set
from worker.core.giving.farewell import speaks_of_death
from worker.core.giving.harmless_words import HARMLESS
from worker.core.giving.tender_words import (
    PROFESSIONAL_ADDRESS,
    PROFESSIONAL_DOMAIN,
    SERVICE,
    SOCIAL,
    TENDER,
)
from worker.core.lexicon import Lexicon, entries
from worker.core.person import Person
from worker.core.titles.address_words import ACADEMIC, ACADEMIC_TOO, TRADES
from worker.core.touch import Touch

_TENDER, _HARMLESS, _SERVICE = (
    Lexicon(entries(*TENDER)),
    Lexicon(entries(HARMLESS)),
    Lexicon(entries(*SERVICE)),
)
_SOCIAL = stems(SOCIAL)
_TITLES, _TRADES = word_set(f"{ACADEMIC} {ACADEMIC_TOO}"), word_set(TRADES)
_PROFESSIONAL_ADDRESS, _PROFESSIONAL_DOMAIN = stems(PROFESSIONAL_ADDRESS), stems(PROFESSIONAL_DOMAIN)


@lru_cache(maxsize=8192)
def is_delicate(title: str) -> bool:
    """Whether a title speaks of illness, death, law, debt, losing or seeking work, strife, or other sorrow."""
    if speaks_of_death(title):
        return True
    words = folded_words(title)
    meant_well = {at for place in _HARMLESS.places(words) for at in place}
    return any(not meant_well.issuperset(place) for place in _TENDER.places(words))


def is_quotable(touch: Touch) -> bool:
    """Whether this meeting may be named: it has a title, is not private, and is not delicate in any part."""
    return bool(touch.title) and not touch.is_private and not is_tender(touch)


def is_tender(touch: Touch) -> bool:
    """Whether the title or the place of a meeting is delicate, be they kept or not."""
    return touch.is_hushed or is_delicate(touch.title) or is_delicate(touch.place)


def is_professional_only(person: Person, touches: Sequence[Touch]) -> bool:
    """Whether someone is met for a service alone: doctors, dentists, therapists, lawyers, recruiters.

    Three signs: a word in an address; a "Dr." or "Luís Explicador" with whom no meal, walk or feast was ever shared; or
    no meeting at all that was not for a service.
    """
    if any(map(_is_for_a_service, person.emails)):
        return True
    if _is_named_for_a_service(person.name) and not any(_is_social(touch) for touch in touches):
        return True
    return bool(touches) and all(_tells_of_a_service(touch) for touch in touches)


def is_tender_only(touches: Sequence[Touch]) -> bool:
    """Whether no meeting is left that could be brought up: a quarrel and its end, a funeral."""
    return bool(touches) and all(is_tender(touch) for touch in touches)


def _tells_of_a_service(touch: Touch) -> bool:
    return any(_SERVICE.is_in(folded_words(text)) for text in (touch.title, touch.place))


def _is_for_a_service(email: str) -> bool:
    local, _, host = email.partition("@")
    domain = host.rpartition(".")[0]  # the last label is a country or a trade: ".hr" is Croatia
    found = _PROFESSIONAL_ADDRESS.search(" ".join(folded_words(f"{local} {domain}")))
    return bool(found or _PROFESSIONAL_DOMAIN.search(" ".join(folded_words(domain))))


def _is_named_for_a_service(name: str) -> bool:
    """By a title or a trade, as address books call whom one knows for nothing else: "Prof. Susana", "Tom Plumber"."""
    words = folded_words(name)
    if words[:1] == ("dr",) or (len(words) == 2 and words[0] in _TITLES):  # "Prof. Susana"
        return True
    return len(words) > 1 and not _TRADES.isdisjoint((words[0], words[-1]))


def _is_social(touch: Touch) -> bool:
    return _SOCIAL.search(folded(touch.title)) is not None
