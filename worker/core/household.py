"""A household is whom the user's own card names as partner or child: of life together, a calendar tells little.

Beside step 5 of 5: cards + own addresses → those whose silence is none. Pure.
"""

from collections.abc import Collection, Iterable

from worker.core.fold import folded_words, word_set
from worker.core.identity.called import Called, called
from worker.core.mailbox import box_key
from worker.core.person import Card, Person

_RELATIONS = word_set(
    # en, with the types of RFC 6350 (6.6.6) and of telephones
    "spouse husband wife hubby partner domesticpartner lifepartner malepartner femalepartner fiance fiancee "
    "boyfriend girlfriend girlfriendorboyfriend sweetheart significantother coresident child children son daughter "
    "kid kids stepson stepdaughter stepchild "
    # de
    "ehemann ehefrau mann frau ehepartner ehepartnerin ehegatte ehegattin gatte gattin partnerin lebenspartner "
    "lebenspartnerin lebensgefahrte lebensgefahrtin verlobter verlobte festerfreund festefreundin kind kinder sohn "
    "tochter stiefsohn stieftochter "
    # es
    "esposo esposa marido mujer conyuge pareja novio novia prometido prometida conviviente hijo hija hijos hijas "
    "hijastro hijastra "
    # fr
    "conjoint conjointe epoux epouse mari femme compagnon compagne concubin concubine partenaire petitami petiteamie "
    "blonde enfant enfants fils fille "
    # it
    "marito moglie coniuge sposo sposa consorte compagno compagna convivente fidanzato fidanzata figlio figlia figli "
    "figliastro figliastra "
    # pt
    "mulher conjuge companheiro companheira parceiro parceira namorado namorada noivo noiva filho filha filhos "
    "filhas enteado enteada"
)
"""Folded, letters only. "Freund", "ami" and "amigo" may be friends; parents and siblings mostly live elsewhere."""


def is_of_household(label: str) -> bool:
    """Whether this is what a card calls a partner or a child: "Spouse", "_$!<Daughter>!$_", "conjoint"."""
    return "".join(folded_words(label)) in _RELATIONS


def household_in(cards: Iterable[Card], own: Iterable[str]) -> frozenset[str]:
    """The names and addresses that the user's own cards say; own cards are known by the user's addresses."""
    mine = set(map(box_key, own))
    return frozenset(
        each for card in cards if not mine.isdisjoint(map(box_key, card.emails)) for each in card.household
    )


def at_home(people: Collection[Person], household: Iterable[str]) -> frozenset[str]:
    """The keys of those who are meant. A given name alone means the only one who bears it; of two, neither."""
    found = set[str]()
    for each in household:
        theirs = [person.key for person in people if _is_meant(person, each)]
        is_whole = "@" in each or called(each).is_full
        found.update(theirs if is_whole or len(theirs) == 1 else ())
    return frozenset(found)


def _is_meant(person: Person, written: str) -> bool:
    if "@" in written:
        return written in (person.key, *person.emails)
    name = called(written)
    return bool(name.words) and any(_is_so_called(called(each), name) for each in person.names)


def _is_so_called(one: Called, name: Called) -> bool:
    return one.key == name.key or (one.given,) == name.words
