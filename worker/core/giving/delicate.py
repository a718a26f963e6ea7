"""Delicate is what is too tender to quote, remember or ask about, and who is no friend to be nudged about.

Beside step 5 of 5: `gift.py`, `topic.py` and `hold.py` ask here before they say a word. Pure.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from worker.core.event import Occurrence
from worker.core.fold import folded, folded_words, stems, word_set
from worker.core.giving.death_words import DEATH
from worker.core.giving.tender_words import PROFESSIONAL_ADDRESS, PROFESSIONAL_DOMAIN, SOCIAL, TENDER
from worker.core.lexicon import Lexicon, entries
from worker.core.owner import Owners
from worker.core.person import Person
from worker.core.touch import Touch

_TENDER, _DEATH = Lexicon(entries(*TENDER)), Lexicon(entries(DEATH))
_SOCIAL = stems(SOCIAL)
_PROFESSIONAL_ADDRESS, _PROFESSIONAL_DOMAIN = stems(PROFESSIONAL_ADDRESS), stems(PROFESSIONAL_DOMAIN)
_PARTICLES = word_set(
    "of for the a an s von vom der die das den dem des fur de del la las el los por para du le les l d "
    "da do das "
    "dos di della dello dei il lo per mr mrs ms dr herr frau herrn senor senora m mme monsieur madame "
    "sr sra "
    "signor signora don dona service ceremony feier ceremonia ceremonie cerimonia"
)
"""Words around a name that say nobody else is meant."""


@lru_cache(maxsize=8192)
def is_delicate(title: str) -> bool:
    """Whether a title speaks of illness, death, law, debt, losing or seeking work, or other sorrow."""
    return _TENDER.is_in(folded_words(title))


def is_quotable(touch: Touch) -> bool:
    """Whether this meeting may be named: it has a title, is not private, and is not delicate in any part."""
    return bool(touch.title) and not touch.is_private and not is_tender(touch)


def is_tender(touch: Touch) -> bool:
    """Whether the title or the place of a meeting is delicate."""
    return is_delicate(touch.title) or is_delicate(touch.place)


def is_farewell_to(title: str, name: str) -> bool:
    """Whether a title marks this person's death: "Funeral of Ana", but not "Funeral of Ana's father".

    Nobody but the person may be named beside the words of mourning; a first or last name alone is enough.
    """
    if not speaks_of_death(title):
        return False
    around = _DEATH.without(folded_words(title))
    left = {word for word in around if word not in _PARTICLES and word.isalpha()}
    return bool(left) and left <= set(folded_words(name))


def is_departed(person: Person, titles: Iterable[str]) -> bool:
    """Whether a card or one of these titles marks the person's death; then nothing is said about them."""
    return person.is_deceased or any(
        is_farewell_to(title, name) for title in titles if speaks_of_death(title) for name in person.names
    )


def is_professional_only(person: Person, touches: Sequence[Touch]) -> bool:
    """Whether someone is met for a service alone: doctors, dentists, therapists, lawyers, recruiters.

    Three signs: a word in an address; a "Dr." with whom no meal, walk or feast was ever shared; or no meeting
    at all that is not delicate.
    """
    if any(map(_is_for_a_service, person.emails)):
        return True
    if folded_words(person.name)[:1] == ("dr",) and not any(_is_social(touch) for touch in touches):
        return True
    return bool(touches) and all(is_tender(touch) for touch in touches)


@lru_cache(maxsize=8192)
def speaks_of_death(title: str) -> bool:
    """Whether a title speaks of a death at all, whoever's."""
    return _DEATH.is_in(folded_words(title))


def farewells_in(occurrences: Iterable[Occurrence], owners: Owners) -> frozenset[str]:
    """Titles that speak of a death, with or without guests; private ones where those are learnt from."""
    told = (each.title for each in occurrences if owners.learns_private or not each.is_private)
    return frozenset(filter(speaks_of_death, told))


def _is_for_a_service(email: str) -> bool:
    local, _, host = email.partition("@")
    domain = host.rpartition(".")[0]  # the last label is a country or a trade: ".hr" is Croatia
    found = _PROFESSIONAL_ADDRESS.search(" ".join(folded_words(f"{local} {domain}")))
    return bool(found or _PROFESSIONAL_DOMAIN.search(" ".join(folded_words(domain))))


def _is_social(touch: Touch) -> bool:
    return _SOCIAL.search(folded(touch.title)) is not None
