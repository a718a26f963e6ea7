"""A stem is what the forms of one word have in common: "beekeeping" and "beekeepers" share "beekeep".

Beside step 5 of 5: topics of the shelf are matched with titles by stems. One small table of endings for six
languages, no model. It errs on the side of keeping words apart: a wrong match would offer the wrong thing. Pure.
"""

from functools import lru_cache

from worker.core.fold import folded_words, stems, word_set
from worker.core.giving.routine_words import FILLER, ROUTINE

_HEAD_LETTERS = 3
"""No stem is shorter: words with other beginnings are never akin."""
_SHORT_ENDINGS = frozenset(("", "s", "es", "a", "as", "e", "i", "o", "os", "n", "en", "ing", "er", "ers"))
"""What may follow a stem of three letters: "kit-e", "kit-es", "vin-o", "vin-i"."""
_ENDINGS = _SHORT_ENDINGS | word_set(
    "y ies ie ings ed ery ry ist ists ic ics ical ia tion tions "
    "er ern in innen erin erinnen ei erei em ung ungen lich isch ische "
    "eria erias ero eros era eras ista istas ico icos ica icas cion ciones ador adores adora ar ando ados ado "
    "ier iers iere ieres age ages iste istes ique iques eur eurs euse rie "
    "eiro eiros eira aria arias inha ao oes cao coes dor dores "
    "aio aia iere ieri iera eria erie ista isti iste ico ici ica iche zione zioni tore tori trice are ia ie"
)
_ROUTINE = stems(ROUTINE)

THINGS = word_set(
    "book books article articles guide guides story stories video videos podcast podcasts link links list "
    "help time hours hour ask learn make more about some good great best first how why what your people world "
    "buch bucher artikel ratgeber geschichte geschichten liste hilfe zeit stunde stunden gut besten menschen welt wie "
    "libro libros articulo guia historia ayuda tiempo hora horas bueno mejor mejores gente mundo como "
    "mois annee mes meses mese mesi monat jahr ano anno "
    "livre livres article histoire aide temps heure heures bon meilleur gens monde comment "
    "livro livros artigo guia historia ajuda hora horas bom melhor melhores gente mundo "
    "libri articolo guida storia aiuto ora ore buono migliore migliori gente mondo"
)
"""What things on a shelf are called: no topic by itself."""


@lru_cache(maxsize=1 << 15)
def telling_words(text: str) -> frozenset[str]:
    """The folded words of a text that can name a topic: no small words, no words of routine, no figures."""
    return frozenset(word for word in folded_words(text) if _is_telling(word))


@lru_cache(maxsize=1 << 15)
def heads_in(text: str) -> frozenset[str]:
    """The beginnings of a text's telling words: quick to compare, and enough to tell nearly all words apart."""
    return frozenset(word[:_HEAD_LETTERS] for word in telling_words(text))


@lru_cache(maxsize=1 << 15)
def are_akin(one: str, other: str) -> bool:
    """Whether two folded words are forms of one: the same stem, each with an ending that is known."""
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
    return any(
        _is_ending(one, size) and _is_ending(other, size) for size in range(shared, _HEAD_LETTERS - 1, -1)
    )


def _is_ending(word: str, size: int) -> bool:
    """Whether what follows the first `size` letters is an ending; "run-ning" doubles a letter."""
    rest = word[size:]
    known = _SHORT_ENDINGS if size == _HEAD_LETTERS else _ENDINGS
    return rest in known or (len(rest) > _HEAD_LETTERS and rest[0] == word[size - 1] and rest[1:] in known)


def _is_telling(word: str) -> bool:
    return (
        len(word) >= _HEAD_LETTERS
        and word.isalpha()
        and word not in FILLER
        and word not in THINGS
        and _ROUTINE.fullmatch(word) is None
    )
