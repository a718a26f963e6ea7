"""Doubt in a title is what stands beside a name and tells but when, or that nothing is settled: "Aldo ???", "Aldo Sat".

So is a party that is theirs, above all for a birthday: the user mostly is there, and may be elsewhere.

Beside `title_names.py`, for what lies ahead: in doubt somebody may be met. Pure.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from worker.core.fold import word_set
from worker.core.giving.place_words import CITY_BY_NAME
from worker.core.titles.given_names import GIVEN
from worker.core.titles.home_words import AT_TABLE
from worker.core.titles.name_book import NameBook, name_word
from worker.core.titles.title_clauses import Run
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
_TOGETHER = (Role.FRIENDLY, Role.ACTIVITY, Role.BUSY, Role.PAIR)
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
_SIGNS = frozenset("?¿!¡.…·:;–—-|()[]~*")
"""Any other may say something: "Aldo 🎂", "Aldo ✈"."""
_BIRTHDAY = re.compile("d?(?:birthday|bday|geburtstag|geburi|cumple|anniversaire|aniversari|niver|complean)")
"""How it begins, "d'anniversaire" as well."""
_PARTIES = AT_TABLE | word_set(
    "party celebration fest feier fete soiree festa festinha fiesta churrasco churras asado parrillada grigliata pizza "
    "picnic bowling karaoke pub bar restaurant restaurante ristorante resto "
    "housewarming wedding christening baptism graduation leaving farewell hen stag bachelorette bachelor shower "
    "einweihung hochzeit taufe polterabend jga ausstand einstand boda bautizo bautismo despedida graduacion mariage "
    "bapteme cremaillere pot evjf evg casamento batizado formatura matrimonio nozze battesimo laurea inaugurazione "
)
_PARTY_ENDINGS = ("party", "feier", "fest", "essen", "brunch", "kaffee", "grillen", "hochzeit", "abschied")
_OF_YEARS = re.compile(r"\d{1,2}(?:st|nd|rd|th|er|\.)")
_FOR_A_FEAST = word_set(
    "present presents gift gifts cake card cards flowers balloons message text wish wishes shopping rsvp plan planning "
    "invite invites invitation invitations idea ideas list "
    "geschenk geschenke geburtstagsgeschenk geburtstagskuchen geburtstagstorte geburtstagskarte geburtstagsanruf "
    "kuchen torte karte blumen gluckwunsch einladung einladungen planen liste "
    "regalo regalos pastel tarta torta tarjeta flores felicitar invitacion invitaciones lista "
    "cadeau cadeaux gateau carte fleurs souhaiter invitation liste "
    "presente presentes bolo cartao convite convites regali biglietto fiori auguri invito inviti "
)
"""What is done for it beforehand, or from afar."""
_PLACES = (Role.AT, Role.HOUSE)
_OF_A_HOST = (Role.NAME, Role.AND, Role.HONORIFIC, Role.PARTICLE, Role.ARTICLE, Role.FILLER)
_YEARS = word_set("ans anni anos jahre")
_BESIDE_A_FEAST = _PARTIES | _YEARS | word_set("no na dal dalla for baby")
""" "Churrasco na Ana", "Ana's for tea", "Ana's baby shower"."""


def without_doubt(title: str, names: Collection[str]) -> str:
    """The title without words of doubt and days cut short; `names` are folded words by which somebody is called.

    A birthday is written small, lest it look like a name; "d'Ana" is "de Ana".
    """

    def kept(found: re.Match[str]) -> str:
        word = name_word(found[0])
        if word not in names and _BIRTHDAY.match(word):
            return word
        return " " if word not in names and (word in _UNSETTLED or word in _DAYS) else found[0]

    return _WORD.sub(
        kept, _OF_THEM.sub(lambda of: of[0] if name_word(of[1]) not in names else f"de {of[1]}", title)
    )


def is_alone(tokens: Iterable[Token]) -> bool:
    """Whether nothing stands beside the names but a day, an hour, a place, or signs that say nothing."""
    return all(token.role in _BESIDE or token.low in _SIGNS for token in tokens)


def is_for_a_feast(tokens: Iterable[Token]) -> bool:
    """Whether it is a birthday, or what is done for one: "Ana Geburtstag", "Geschenk Ana"."""
    return any(token.low in _FOR_A_FEAST or _BIRTHDAY.match(token.low) for token in tokens)


def is_feast(tokens: Sequence[Token]) -> bool:
    """ "Beto's birthday dinner", "Beto's 36th birthday @ Uchi", "Churrasco do Beto"; no present, call or cake."""
    if any(token.role is Role.BUSY or token.low in _FOR_A_FEAST for token in tokens):
        return False
    is_party = any(_is_party(token) for token in tokens) or _is_of_years(tokens)
    if any(_BIRTHDAY.match(token.low) for token in tokens):
        places = pairwise(tokens)
        return is_party or any(at.role in _PLACES and where.raw[0].isalpha() for at, where in places)
    return is_party and all(token.role in _OF_A_HOST or token.low in _BESIDE_A_FEAST for token in tokens)


def is_birthday(tokens: Sequence[Token]) -> bool:
    """ "Ana's birthday dinner", "Ana's 40th"."""
    return any(_BIRTHDAY.match(token.low) for token in tokens) or _is_of_years(tokens)


def hosts(run: Run, book: NameBook) -> Run:
    """Of "Annas Hochzeit" and "Boda de Ana" Ana: without the feast, and as they are called."""
    said = [token for token in run.tokens if token.role is Role.NAME and not _is_party(token)]
    if not said or (len(said) == len(run.tokens) and said[0].low in book.words):
        return run
    return replace(run, tokens=said, names=[_nominative(token.low, book) for token in said])


def is_social(tokens: Iterable[Token]) -> bool:
    """Whether nothing stands beside the names but what people do together, and what says nothing."""
    return all(token.role in _BESIDE or token.role in _TOGETHER or token.low in _SIGNS for token in tokens)


def _nominative(name: str, book: NameBook) -> str:
    return name if name in book.words or name[:-1] not in book.given else name.removesuffix("s")


def _is_party(token: Token) -> bool:
    return token.low in _PARTIES or token.low.endswith(_PARTY_ENDINGS)


def _is_of_years(tokens: Sequence[Token]) -> bool:
    """ "Ana's 40th", "Annas 40.", "Les 40 ans d'Ana"; not "Ana 14.6."."""
    if any(number.low.isdecimal() and years.low in _YEARS for number, years in pairwise(tokens)):
        return True
    is_theirs = bool(tokens) and (tokens[0].is_theirs or tokens[0].low.endswith("s"))
    return is_theirs and _OF_YEARS.fullmatch(tokens[-1].low) is not None


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
