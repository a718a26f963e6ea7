"""A farewell is a title that tells whose death it speaks of: "Funeral of Ana", but not "Funeral with Ana".

Beside step 5 of 5: nobody is nudged about who died, and nobody is silent for having mourned. Pure.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from worker.core.event import Occurrence
from worker.core.fold import folded, folded_words, word_set
from worker.core.giving.death_words import AROUND, DEATH, FIGURE, FIRM
from worker.core.giving.harmless_words import HARMLESS
from worker.core.giving.resting_place import RIP, with_the_dead
from worker.core.lexicon import Lexicon, entries
from worker.core.owner import Owners
from worker.core.person import Person
from worker.core.titles.address_words import PARENTS, TO_A_MAN, TO_A_WOMAN
from worker.core.titles.given_names import GIVEN, NICKNAMES
from worker.core.titles.name_book import name_word
from worker.core.titles.title_words import ROLES, Role

_DEATH, _NOBODYS, _AROUND = Lexicon(entries(DEATH)), Lexicon(entries(FIRM, FIGURE)), Lexicon(entries(AROUND))
_HEN = Lexicon(entries({"hen parties": HARMLESS["hen parties"]}))
_PARENTS = word_set(
    f"{PARENTS} mother father parents eltern padres genitori pais "
    "dog cat horse hund katze kater pferd perro perra gato gata cachorro cachorra caballo cavalo chien chienne chat "
    "chatte cheval cane cagnolino gatto gatta cavallo phone car laptop handy auto akku computer movil coche telefono "
    "portatil celular carro portable telephone voiture ordi cellulare macchina batteria"
)
"""Right before a name they mostly tell whose they are: "Beerdigung Mutter Anna" is of Anna's mother."""
_KIN = {word for word, role in ROLES.items() if role is Role.KIN} | word_set(
    "uncle aunt auntie onkel tante tio tia oncle zio zia grossmutter grossvater grosstante grossonkel uroma uropa "
    "mann ehemann ehefrau son friend freund freundin amigo amiga ami amie amico amica neighbour neighbor nachbar "
    "nachbarin vecino vecina voisin voisine vizinho vizinha vicino vicina colleague kollege kollegin colega "
    "collegue collega "
)
_BESIDE = word_set(
    "of for the a an s von vom der die das den dem des fur de del la las el los por para du le les l d da do das dos "
    "di della dello dei il lo per pela pelo mass service ceremony feier messe misa missa messa ceremonia ceremonie "
    "cerimonia late dear beloved liebe lieben lieber cher chere cara caro querida querido my our his her mein meine "
    "meinen meiner meinem unser unsere unseren unserer unserem mi nuestra nuestro mon ma notre minha meu nossa nosso "
    "mia mio nostra nostro o os to pour ad al alla allo ao chers poor povero povera pobre pauvre"
)
"""Words between the mourning and a name that say nobody else is meant."""
_ANOTHERS = word_set("his her their seiner seines ihrer ihres leur leurs")
"""Whose kin it is that died: "her mum's funeral"."""
_CROSS = re.compile(r"\(?\s*[†✝✞✟⚰⚱🪦]")
_AT_PEACE = re.compile(r"(?<![\w.])DEP(?!\w|\.|\s*\d)")
"""Spanish and Portuguese, in capitals: "DEP Ana"; "Dep." is a department, "DEP 14:30" a flight that leaves."""
_REMOVAL = re.compile(r"^\s*(?i:removal)(?=(?: of|\s*[-–—:])? +[A-Z])")
"""Irish for what goes before a funeral, where a title begins with it: "Removal - Nuala"; not "Snow removal"."""
_ORDINAL = re.compile(r"(?<=\d)\.?[ºª°]")
_TO_A_MAN, _TO_A_WOMAN = word_set(TO_A_MAN), word_set(TO_A_WOMAN)
_LETTER_OF_ROLE = {Role.HONORIFIC: "h", Role.WITH: "w"}
_AROUND_A_NAME = (Role.PARTICLE, Role.HONORIFIC)
_MAY_BE_A_NAME = (None, Role.NAME, Role.RING)
_TOKEN = re.compile(r"(?<=[^\W_])(?P<theirs>['’´`][sS]?)(?![^\W_])|(?P<word>[^\W_]+)|(?P<mark>[^\w\s])")
_JOINTS = re.compile(
    r"(?<=[^\W_])['’´`](?=[^\W_]{2})|(?<=[^\W_])[-‐](?=[^\W_])"
    r"|(?<=\b[^\W\d_])\.|(?<=\b[^\W\d_]{2})\.|(?<=\b[^\W\d_]{3})\.(?= )"
)
""" "d’Ana", "Anna-Lena", "F. Maier", "St. Georgen", "Mrs. Lang": no part of the title ends there."""

_BEGINS = r"[ph]*[kK]*h*"
_FULL = r"[GI](?:[ph]*[nvGSI])*?[ph]*S"
_OWN = r"[GS](?:p*[GS])*+"
_ALONE = r"A(?:p*[nv])*+"
_ENDS = r"(?=[m#]|$)"
_HERE = r"(?<![wv])(?<!(?<![tg])f)(?<![wkf]p)"
_NOBODY_ELSE = r"(?!c?[ph]*[kKfhnvGSA])"
_WHOSE = re.compile(
    "|".join(
        (
            # after the mourning: "Funeral of Aunt Mary", "Beisetzung F. Maier", "Begräbnis Friedhelms"
            rf"D[mc]?{_BEGINS}{_FULL}(?:g{_ENDS}|(?![tg]|n*+t?[kKf]))",
            rf"Dc?{_BEGINS}{_OWN}(?:g?{_ENDS}|(?![tgkKf]|p*[nv]))",
            rf"Dc?{_BEGINS}{_ALONE}(?:g?{_ENDS}|(?![tgkKf]))",
            rf"Dm{_BEGINS}(?:{_OWN}|{_ALONE})g?{_ENDS}",
            r"D[mc]?[ph]*K(?![tgkfhpnvGSA])",
            # before it, as theirs: "Mary Smith's funeral", "Friedhelms Beerdigung"
            rf"{_HERE}(?:{_FULL}|(?<!v)[GA]|(?<![nvS])S|(?<![nvtg])K)[tg]p*D",
            # before it, bare: "Mary Smith funeral", but neither "With Ana: funeral" nor "Ana funeral of Bob"
            rf"{_HERE}{_FULL}D++(?!c?p*[kKfvh]|c?p+n)",
            rf"{_HERE}(?:(?<!v)[GA]|(?<![nvS])S|(?<![nvtg])K)D++{_NOBODY_ELSE}",
            rf"(?:^|m){_BEGINS}(?:{_OWN}|A|K)[mc]D++{_NOBODY_ELSE}",
        )
    )
)
"""Whose death it is, by the title as letters, one for each word or sign (`_letters`)."""


def is_farewell_to(title: str, *names: str) -> bool:
    """Whether a title marks the death of who is called so: "Funeral of Ana", but not "Funeral of Ana's father".

    Dead is who is named right beside the words of mourning: after them ("Funeral of Aunt Mary"), before them as theirs
    ("Friedhelms Beerdigung") or bare ("Mary Smith funeral"), by the first name or the last alone as well. Churches,
    hours, errands and whatever else follows undo it no more.

    Another is meant where a name that is not theirs follows the first name ("Mary Jones" is not Mary Smith; who is
    known by one name only may be either, and is held back), and where it is theirs whom the death is of: "Ana's
    mother", "Annas Vater", "padre de Ana", "Mutter Anna". "Opa Heinz" is Heinz. Who only comes along is alive: with
    another word between ("Anna fährt zur Beerdigung"), with a "with", or where somebody else is named after the
    mourning ("Anna Beerdigung Opa"). "Mr Smith" is not Mrs Smith. An undertaker's firm is nobody's death,
    and neither is a figure of speech. Else, in doubt, it is one: silence hurts
    less.
    """
    is_theirs = speaks_of_death(title) and _WHOSE.search(_letters(title, _called(names))) is not None
    return is_theirs and not _is_spoken_to_otherwise(title, names)


def _is_spoken_to_otherwise(title: str, names: Iterable[str]) -> bool:
    """Whether the title has a "Mr" and their names a "Mrs", or the other way round."""
    ways = _ways_to_speak(title)
    theirs = frozenset().union(*map(_ways_to_speak, names))
    return bool(ways) and bool(theirs) and ways.isdisjoint(theirs)


def _ways_to_speak(text: str) -> frozenset[str]:
    words = {name_word(word) for word in text.split()}
    return frozenset(
        way for way, some in (("man", _TO_A_MAN), ("woman", _TO_A_WOMAN)) if not words.isdisjoint(some)
    )


def is_departed(person: Person, titles: Iterable[str]) -> bool:
    """Whether a card or one of these titles marks the person's death; then nothing is said about them.

    Not where the user knows better: a title may be misread, or speak of somebody else of that name.
    """
    if person.is_alive:
        return False
    return person.is_deceased or any(is_farewell_to(title, *person.names) for title in titles)


@lru_cache(maxsize=8192)
def speaks_of_death(title: str) -> bool:
    """Whether a title speaks of a death at all, whoever's; a hen party buries nothing but a life."""
    words = folded_words(_spelt_out(title))
    return _DEATH.is_in(words) and not _HEN.is_in(words)


def _spelt_out(title: str) -> str:
    """With words for its signs: "† Ana", "DEP Ana" → "rip Ana"; "7º dia", "7.º dia" and "7° dia" alike."""
    signs_told = _AT_PEACE.sub(RIP, _CROSS.sub(f" {RIP} ", with_the_dead(_REMOVAL.sub("funeral", title))))
    return _ORDINAL.sub("", signs_told)


def farewells_in(occurrences: Iterable[Occurrence], owners: Owners) -> Mapping[str, date]:
    """Titles that speak of a death → the first day (UTC) on which each stands, with or without guests.

    Private ones where those are learnt from.
    """
    found: dict[str, date] = {}
    for each in occurrences:
        if (owners.learns_private or not each.is_private) and speaks_of_death(each.title):
            day = each.started_at.date()
            found[each.title] = min(day, found.get(each.title, day))
    return found


class _Called(NamedTuple):
    """All words that somebody is called by, folded."""

    given: frozenset[str]
    short: frozenset[str]
    """What friends make of the given names, and their initials."""
    later: frozenset[str]
    kin: frozenset[str]

    def letter(self, word: str, is_capital: bool) -> str:
        """G, a given name; A, the only name known; S, a later name; I, what is one before a surname; K, "Oma"."""
        if word in self.given:
            return "G" if self.later else "A"
        if word in self.later:
            return "S"
        if word in self.kin:
            return "K"
        return "I" if is_capital and word in self.short else ""


@lru_cache(maxsize=8192)
def _called(names: tuple[str, ...]) -> _Called:
    kin, given, later = set[str](), set[str](), set[str]()
    for name in names:
        words = [word for word in folded_words(name) if ROLES.get(word) not in _AROUND_A_NAME]
        kin |= _KIN.intersection(words[:1])
        own = [
            word
            for place, word in enumerate(words)
            if word not in kin and (place == 0 or word not in _BESIDE)
        ]
        given.update(own[:1])
        later.update(own[1:])
    short = {each for name in given for each in (name[0], *NICKNAMES.get(name, ()))}
    return _Called(frozenset(given), frozenset(short), frozenset(later - given), frozenset(kin))


class _Token(NamedTuple):
    kind: str
    low: str
    is_capital: bool


@lru_cache(maxsize=1024)
def _tokens(title: str) -> tuple[tuple[_Token, ...], frozenset[int]]:
    """The words and signs of a title, and the places of those that speak of a death."""
    written = _JOINTS.sub(" ", unicodedata.normalize("NFKC", _spelt_out(title)))
    is_cased = not (written.isupper() or written.islower())
    tokens = tuple(
        _Token(found.lastgroup or "", folded(found[0]).strip("'’´`"), found[0][0].isupper() or not is_cased)
        for found in _TOKEN.finditer(written)
    )
    words = [token.low for token in tokens]
    nobodys = {place for span in _NOBODYS.places(words) for place in span}
    spans = (span for span in _DEATH.places(words) if nobodys.isdisjoint(span))
    return tokens, frozenset(place for span in spans for place in span)


def _letters(title: str, called: _Called) -> str:
    """D speaks of a death, t is "'s", g a German genitive, c a colon, m another mark, # a number; see `_letter`."""
    tokens, mourning = _tokens(title)
    return "".join("D" if place in mourning else _letter(token, called) for place, token in enumerate(tokens))


def _letter(token: _Token, called: _Called) -> str:
    """What a word is: theirs (`_Called`), f a parent, k other kin, h "Mrs", p "of the", w "with", v a given name.

    n may be another name; o is anything else.
    """
    low = token.low
    if token.kind == "theirs" or low in _ANOTHERS:
        return "t"
    if token.kind == "mark":
        return "c" if low == ":" else "m"
    if own := called.letter(low, token.is_capital):
        return own
    if len(low) > 2 and low.endswith("s") and (own := called.letter(low[:-1], False)):
        return f"{own}g"
    if low[0].isdigit():
        return "#"
    if low in _BESIDE:
        return "p"
    return _role_letter(low, token.is_capital)


def _role_letter(low: str, is_capital: bool) -> str:
    if low in _PARENTS:
        return "f"
    if low in _KIN:
        return "k"
    role = ROLES.get(low)
    if role in _LETTER_OF_ROLE:
        return _LETTER_OF_ROLE[role]
    if not is_capital or role not in _MAY_BE_A_NAME or _AROUND.is_in((low,)):
        return "o"
    return "v" if low in GIVEN else "n"
