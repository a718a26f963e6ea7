"""A feast in a title is a party that is somebody's: the user mostly is there, and may be elsewhere.

Beside `title_names.py` and `title_doubt.py`: whose feast it is may be met there. Folded, in six languages. Pure.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from worker.core.fold import word_set
from worker.core.titles.home_words import AT_TABLE
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_clauses import Run
from worker.core.titles.title_tokens import Token
from worker.core.titles.title_words import Role

BIRTHDAY = re.compile(
    "d?(?:birthday|bday|geburtstag|geburi|cumple|anniversaire|aniversari|niver|complean|anos$)"
)
"""How it begins, "d'anniversaire" as well; "anos da Ana" is a birthday in Portugal."""
_PARTIES = AT_TABLE | word_set(
    "party celebration fest feier feiern fete soiree festa festinha fiesta churrasco churras asado parrillada "
    "grigliata pizza picnic bowling karaoke pub bar restaurant restaurante ristorante resto "
    # en, de
    "housewarming wedding christening baptism graduation leaving farewell engagement hen stag bachelorette "
    "bachelor shower einweihung hochzeit verlobung taufe polterabend jga ausstand einstand "
    # es, fr
    "boda compromiso bautizo bautismo despedida graduacion mariage fiancailles bapteme cremaillere pot evjf evg "
    # pt, it
    "casamento noivado batizado formatura cha matrimonio nozze fidanzamento battesimo laurea inaugurazione addio "
)
_PARTY_ENDINGS = ("party", "feier", "fest", "essen", "brunch", "kaffee", "grillen", "hochzeit", "abschied")
_FOR_A_FEAST = word_set(
    "present presents gift gifts cake card cards flowers balloons message text wish wishes shopping rsvp plan planning "
    "invite invites invitation invitations idea ideas list dress suit "
    "gluckwunsch planen liste kleid anzug "
    "regalo regalos pastel tarta torta tarjeta flores felicitar invitacion invitaciones lista vestido traje "
    "cadeau cadeaux gateau carte fleurs souhaiter invitation liste robe costume "
    "presente presentes prenda prendas bolo cartao convite convites fato regali biglietto fiori auguri invito inviti "
    "abito "
)
"""What is done for it beforehand, or from afar."""
_FOR_A_FEAST_TOO = (
    "geschenk",
    "geschenke",
    "kuchen",
    "torte",
    "karte",
    "blumen",
    "anruf",
    "einladung",
    "einladungen",
)
"""German makes one word of it: "Hochzeitsgeschenk"."""
_OF_YEARS = re.compile(r"\d{1,2}(?:st|nd|rd|th|er|\.)")
_YEARS = word_set("ans anni anos jahre")
_PLACES = (Role.AT, Role.HOUSE)
_OF_A_HOST = (Role.NAME, Role.AND, Role.HONORIFIC, Role.PARTICLE, Role.ARTICLE, Role.FILLER, *_PLACES)
_BESIDE = (
    _PARTIES
    | _YEARS
    | word_set(
        "no na of for baby bebe panela solteira solteiro soltera soltero nubilato celibato "
        "son daughter kids sohn tochter hijo hija hijos fils fille figlio figlia filho filha filhos "
    )
    | frozenset("()-–—:,.+&/")
)
""" "Churrasco na Ana", "Ana's for tea", "Chá de bebê da Ana", "Taufe von Anas Sohn"."""


def is_for_a_feast(tokens: Iterable[Token]) -> bool:
    """Whether it is a birthday, or what is done for one: "Ana Geburtstag", "Geschenk Ana"."""
    return any(_is_for_one(token) or BIRTHDAY.match(token.low) for token in tokens)


def is_feast(tokens: Sequence[Token], *, is_long: bool = False) -> bool:
    """ "Beto's birthday dinner", "Beto's 36th birthday @ Uchi", "Churrasco do Beto"; no present, call or cake.

    A birthday that `is_long` is spent together, too: it takes some hours of an evening.
    """
    if any(token.role is Role.BUSY or _is_for_one(token) for token in tokens):
        return False
    is_party = any(map(_is_party, tokens)) or _is_of_years(tokens)
    if any(BIRTHDAY.match(token.low) for token in tokens):
        places = pairwise(tokens)
        return (
            is_party or is_long or any(at.role in _PLACES and where.raw[0].isalpha() for at, where in places)
        )
    return is_party and all(token.role in _OF_A_HOST or token.low in _BESIDE for token in tokens)


def is_birthday(tokens: Sequence[Token]) -> bool:
    """ "Ana's birthday dinner", "Ana's 40th"."""
    return any(BIRTHDAY.match(token.low) for token in tokens) or _is_of_years(tokens)


def hosts(run: Run, book: NameBook) -> Run:
    """Of "Annas Hochzeit" and "Boda de Ana" Ana: without the feast, and as they are called."""
    said = [token for token in run.tokens if token.role is Role.NAME and not _is_party(token)]
    if not said or (len(said) == len(run.tokens) and said[0].low in book.words):
        return run
    return replace(run, tokens=said, names=[_nominative(token.low, book) for token in said])


def _nominative(name: str, book: NameBook) -> str:
    return name if name in book.words or name[:-1] not in book.given else name.removesuffix("s")


def _is_party(token: Token) -> bool:
    return token.low in _PARTIES or token.low.endswith(_PARTY_ENDINGS)


def _is_for_one(token: Token) -> bool:
    return token.low in _FOR_A_FEAST or token.low.endswith(_FOR_A_FEAST_TOO)


def _is_of_years(tokens: Sequence[Token]) -> bool:
    """ "Ana's 40th", "Annas 40.", "Les 40 ans d'Ana"; not "Ana 14.6."."""
    if any(number.low.isdecimal() and years.low in _YEARS for number, years in pairwise(tokens)):
        return True
    is_theirs = bool(tokens) and (tokens[0].is_theirs or tokens[0].low.endswith("s"))
    return is_theirs and _OF_YEARS.fullmatch(tokens[-1].low) is not None
