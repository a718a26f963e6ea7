"""Elders are parents and grandparents, whom titles name together: "Almoço em casa dos pais" is with Mãe and Pai.

Beside `title_names.py`, for what titles leave open: whoever the user calls so may be met. Folded, in six languages.
Pure.
"""

import re
from collections.abc import Iterator, Mapping

from worker.core.fold import word_set
from worker.core.titles.address_words import PARENTS
from worker.core.titles.given_names import GIVEN
from worker.core.titles.name_book import NameBook, name_word
from worker.core.titles.off_words import is_put_off
from worker.core.titles.title_words import ROLES, Role

_TOGETHER = {
    **dict.fromkeys(word_set("parents folks eltern padres pais genitori ouders"), word_set(PARENTS)),
    **dict.fromkeys(
        word_set("grandparents grosseltern abuelos yayos grandsparents avos nonni"),
        word_set(
            "nan nana nanna gran granny grandma grandmother grandad granddad grandpa grandfather gramps oma omi opa "
            "opi abuela abuelo abuelita abuelito yaya yayo mamie mamy papie papy meme pepe vovo vo avo nonna nonno"
        ),
    ),
}
"""What two are called together → what each of them is."""
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*(?P<theirs>['’]s?)?")
_OF_WHOM = word_set("of von vom de del des du da do dos das di dei degli d")
_NO_GUESTS = word_set(
    "evening reunion reuniao riunione school escola escuela colegio ecole scuola schule teacher council meeting abend "
    "rat association verein associacao asociacion conseil consiglio sprechtag"
)
"""Of a school, not of the user."""


def elders_in(title: str, book: NameBook) -> Mapping[str, str]:
    """Key → as the title writes it: whoever is known as mother or father, where parents are met, and so on.

    Not somebody else's ("Anna's parents", "pais do Hugo"), nor the parents of a school.
    """
    found = list(_WORD.finditer(title))
    words = [name_word(each[0].rstrip("'’").removesuffix("'s").removesuffix("’s")) for each in found]
    said = [at for at, word in enumerate(words) if word in _TOGETHER]
    if not said or not _NO_GUESTS.isdisjoint(words) or is_put_off(title, words):
        return {}
    if any(_is_anothers(at, words, found, book) for at in said):
        return {}
    return dict(_called(words, said, book))


def _called(words: list[str], said: list[int], book: NameBook) -> Iterator[tuple[str, str]]:
    for at in said:
        for one in sorted(_TOGETHER[words[at]]):
            yield from ((key, words[at]) for key in book.called.get(one, ()))


def _is_anothers(at: int, words: list[str], found: list[re.Match[str]], book: NameBook) -> bool:
    """Whose they are stands right before them with an "'s", or after an "of"."""
    before = words[at - 1] if at else ""
    if at and (found[at - 1]["theirs"] or _is_genitive(before, book)):
        return True
    after = words[at + 1 : at + 3]
    return len(after) == 2 and after[0] in _OF_WHOM


def _is_genitive(word: str, book: NameBook) -> bool:
    """ "Annas Eltern"."""
    bare = word.removesuffix("s")
    return bare != word and ROLES.get(word) is not Role.ARTICLE and (bare in book.given or bare in GIVEN)
