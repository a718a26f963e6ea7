"""What people say before a name, in plain words: "dalla Giulia" → "da Giulia", "con l'Irene" → "con Irene".

Beside `title_dress.py`, before the words of `title_words.py`. Pure. Only where somebody's name follows, or what kin is
called: "dal 3 al 7", "chez l'oculiste" and "jantar na praia" stay.
"""

import re
from collections.abc import Callable, Collection, Sequence

from worker.core.fold import word_set
from worker.core.giving.place_words import CITY_BY_NAME
from worker.core.titles.given_names import GIVEN, WORDS_TOO
from worker.core.titles.home_words import BEFORE_DA
from worker.core.titles.name_book import name_word
from worker.core.titles.title_words import MEANT, ROLES, Role

_KIN = frozenset(word for word, role in ROLES.items() if role in (Role.KIN, Role.HONORIFIC))
_NAMES = GIVEN | _KIN
_PLACES = WORDS_TOO | frozenset(CITY_BY_NAME)


def _patterns(*pairs: tuple[str, str], end: str = "") -> Sequence[tuple[re.Pattern[str], str]]:
    """With the word behind them as their last group."""
    return [(re.compile(rf"{said}(?=([^\W\d_]+){end})", re.IGNORECASE), plain) for said, plain in pairs]


_DA = _patterns((r"(?:^|([^\W\d_]+) )dal(?:l[ao] |l['’´`] ?| )", r"\1 da "))
"""After what makes company of "da"; elsewhere somebody may but send or lend a thing: "Chiavi dalla Giulia"."""
_BEFORE_DA = BEFORE_DA | MEANT | {""}
_LED = _patterns(
    # Italian
    (r"\bcol(?:l[ao] |l['’´`] ?| )", "con "),
    (r"(?-i:\b(al|del|dal))l['’´`]", r"\1la "),
    # Catalan, French
    (r"\b(amb) (?:en |na |l['’´`])", r"\1 "),
    (r"(?<!\w)(con|avec|chez|e|et|i|y|&|\+) l['’´`]", r"\1 "),
)
_AT_THEIRS = _patterns(
    (r"\b(almoç[oa]r?|jantar|jantarada|lanchar?|ceia|café|cafezinho|churrasco) n[ao] ", r"\1 em casa de "),
    (r"\b(?:donde|(?:en|a) lo de(?:l| la)?) ", "en casa de "),
)
""" "Jantar na Rita", "Cena donde Ana", "Asado en lo de Ana": at home with somebody, who has to be known."""
_HOME = re.compile(r"\bcasa\b", re.IGNORECASE)
_AND_THEIRS = _patterns(
    (
        r"(?<=\w)((?:,| e| y| i| et) )(?:d[aeiou] (?:l[ao] )?|del |dell[ao] |(?:de )?[ld]['’´`]|dell['’´`]|n[ao] )",
        r"\1",
    )
)
""" "Em casa do Tiago e da Sara": at home with both."""
_TO_KIN = _patterns((r"^zu[rm]? ", "Besuch bei "), end=r"(?: [^\W\d_]+)?$")
""" "Zur Oma Ruth", and nothing else."""
SAID = word_set("casa dal dalla dallo dall col colla collo coll all dell l na no donde lo amb zu zum zur")
"""One of these stands in each."""


def in_plain_words(title: str, names: Collection[str]) -> str:
    """The title as one would write it with "da", "con" and "at home" alone. `names` are those that people known are
    given."""

    def is_named(_before: str, name: str) -> bool:
        return name in names or name in _NAMES

    title = _put(_DA, title, lambda before, name: before in _BEFORE_DA and is_named(before, name))
    title = _put(_LED, title, is_named)
    title = _put(_AT_THEIRS, title, lambda _, name: name in _KIN or (name in names and name not in _PLACES))
    if _HOME.search(title):
        title = _put(_AND_THEIRS, title, is_named)
    return _put(_TO_KIN, title, lambda _, name: name in _KIN)


def _put(
    patterns: Sequence[tuple[re.Pattern[str], str]], title: str, may_be: Callable[[str, str], bool]
) -> str:
    """`may_be` is asked of the word that stands first in it, and of the name behind it."""
    for said, plain in patterns:

        def put(found: re.Match[str], plain: str = plain) -> str:
            before, name = name_word(found[1] or ""), name_word(found.groups()[-1])
            return found.expand(plain) if may_be(before, name) else found[0]

        title = said.sub(put, title)
    return title
