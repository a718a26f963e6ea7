"""A household is whom the user's own card names as partner or child: of life together, a calendar tells little.

So it does of those whose own calendar the user reads. Beside step 5 of 5: cards + own addresses → those whose silence
is none. Pure.
"""

from collections.abc import Collection, Iterable, Sequence

from worker.core.bond import Peace
from worker.core.fold import folded_words, word_set
from worker.core.identity.called import Called, called
from worker.core.identity.everyone import people_on
from worker.core.mailbox import box_key
from worker.core.owner import Owners
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


def household_in(cards: Iterable[Card], own: Collection[str]) -> frozenset[str]:
    """The names and addresses that the user's own cards say."""
    return frozenset(each for card in _own_among(tuple(cards), own) for each in card.household)


def owners_by_name(calendars: Iterable[str]) -> frozenset[str]:
    """The names and addresses after which these calendars are called: those of somebody else, whose days they show."""
    return frozenset(name for each in calendars if (name := each.strip().casefold()))


def _own_among(cards: Sequence[Card], own: Collection[str]) -> Sequence[Card]:
    """Own cards are known by the user's addresses; else by the one full name that such an address spells."""
    mine = set(map(box_key, own))
    found = [card for card in cards if not mine.isdisjoint(map(box_key, card.emails))]
    if found:
        return found
    names = map(called, Owners(said=frozenset(own)).names)
    spelt = {name.key for name in names if name.is_full}
    namesakes = [card for card in cards if called(card.name).key in spelt]
    return namesakes if len(namesakes) == 1 else ()


def at_home(people: Collection[Person], household: Iterable[str]) -> frozenset[str]:
    """The keys of those who are meant. A given name alone means the only one who bears it; of two, neither."""
    found = set[str]()
    for each in household:
        theirs = [person.key for person in people if _is_meant(person, each)]
        found.update(theirs if is_whole(each) or len(theirs) == 1 else ())
    return frozenset(found)


def left_in_peace(
    people: Collection[Person], household: Iterable[str], read: Iterable[str]
) -> dict[str, Peace]:
    """By key, who is at home; and whose calendars, under these names or addresses, the user reads."""
    theirs = dict.fromkeys(at_home(people, read), Peace.READ)
    return theirs | dict.fromkeys(at_home(people, household), Peace.HOME)


def is_whole(name: str) -> bool:
    """An address or a full name: more than what several may be called."""
    return "@" in name or called(name).is_full


def is_named_by_household(calendar: str, cards: Sequence[Card], own: Collection[str]) -> bool:
    """Whether a calendar is called by an address of partner or child, as Google calls one by its owner's.

    An address that stands on the user's own card as well is the user's, too.
    """
    if "@" not in calendar:
        return False
    theirs = {each for person in _household(cards, own) for each in person.emails} | household_in(cards, own)
    mine = _own_with_cards(cards, own)
    return box_key(calendar.strip().casefold()) in {*map(box_key, theirs)} - {*map(box_key, mine)}


def after_whom(calendar: str, everyone: Iterable[Person], cards: Sequence[Card], own: Collection[str]) -> str:
    """The name of whom a calendar may be called after, by an address or a full name; "" of nobody.

    At home the given name alone is enough to ask, and no more: parents keep calendars for their children.
    """
    name = calendar.strip().casefold()
    among = (*_household(cards, own), *(everyone if is_whole(name) else ()))
    mine = _own_with_cards(cards, own)
    others = (person for person in among if mine.isdisjoint(person.emails))
    return next((person.name for person in others if _is_meant(person, name)), "")


def _own_with_cards(cards: Sequence[Card], own: Collection[str]) -> frozenset[str]:
    return frozenset((*own, *(each for card in _own_among(cards, own) for each in card.emails)))


def _household(cards: Sequence[Card], own: Collection[str]) -> Sequence[Person]:
    """As people whom cards know."""
    everyone = people_on(cards)
    keys = at_home(everyone, household_in(cards, own))
    return [person for person in everyone if person.key in keys]


def _is_meant(person: Person, written: str) -> bool:
    if "@" in written:
        return written in (person.key, *person.emails)
    name = called(written)
    return bool(name.words) and any(_is_so_called(called(each), name) for each in person.names)


def _is_so_called(one: Called, name: Called) -> bool:
    return one.key == name.key or (one.given,) == name.words
