"""Calling is what somebody is called in a sentence: "Ada", and "Frau Schuster" where no given name is known.

Beside step 5 of 5: person → words. Pure.
"""

import re
from collections.abc import Collection, Iterable
from itertools import takewhile

from worker.core.circle import is_kin
from worker.core.comma_name import NAME_SUFFIXES
from worker.core.fold import folded_words, word_set
from worker.core.giving.topic import shown, shown_name
from worker.core.person import Person
from worker.core.titles.address_words import (
    ACADEMIC,
    ACADEMIC_TOO,
    FAMILIAR,
    FAMILIAR_TOO,
    FORMAL,
    FORMAL_TOO,
    KIN,
    NAMES_TOO,
    OFFICES,
    ON_ONE_CARD,
    UNCLES,
)
from worker.core.titles.compound_names import compound_of, unshortened
from worker.core.titles.given_names import GIVEN
from worker.core.titles.name_book import name_word
from worker.core.titles.parent_of import parent_of
from worker.core.titles.title_words import ROLES, Role
from worker.core.words import Words

_LEARNED = word_set(f"{ACADEMIC} {ACADEMIC_TOO}")
_FORMAL = word_set(f"{FORMAL} {FORMAL_TOO}")
_CLOSE = word_set(f"{FAMILIAR} {FAMILIAR_TOO} {UNCLES} {KIN}") - GIVEN - word_set(NAMES_TOO)
"""These stay before a given name: "Tante Irmgard", "Don Luis"."""
_KIN = word_set(KIN)
_ADDRESS = _LEARNED | _FORMAL | _CLOSE | word_set(OFFICES)
_POLITE = _LEARNED | _FORMAL | word_set(OFFICES) | (word_set(f"{FAMILIAR} {FAMILIAR_TOO}") - word_set(KIN))
"""Whoever is called so, with a name, is no "du": "Frau Schuster", "Pfarrer Hägele", "Don Luis"; "Tante Irmgard" is."""
_WORDS_ELSEWHERE = frozenset(("una", "des"))
"""Given names that are small words of other languages: "Una Walsh", "Des Kelly"."""
_AND = word_set(f"{ON_ONE_CARD} och i")
"""Between two who share a card: "Tom & Ana Whitaker"."""
_MARIA = re.compile(r"M\.?ª\.?\s+((?:(?:de|del|la|las|los)\s+)*\w\S*)")
"""Spanish writes María so before a second given name: "M.ª Ángeles", "M.ª del Carmen"."""


def spoken_to(person: Person, titles: Iterable[str] = ()) -> str:
    """What to call them: as titles do, as their card tells, else by their name; "" where only an address is known,
    or whose mother they are."""
    if as_kin := called_as_kin(person):
        return as_kin
    if parent := parent_of(person.name):
        return first_name(parent.own)
    name = shown(person.given) or first_name(person.name)
    return name if _is_in(_ADDRESS, name.partition(" ")[0]) else _nickname(person, name, titles) or name


def called_as_kin(person: Person) -> str:
    """ "Oma Hilde" of Hildegard Sommer, where a card or a calendar calls her so besides; "" of anybody else.

    With a capital, since it may begin a sentence: "Tonton Gérard", whom a card calls "tonton Gérard".
    """
    if is_kin(person.name):
        name = shown(person.name) if person.name[:1].islower() else ""
    else:
        name = shown(next((each for each in person.also if " " in each and is_kin(each)), ""))
    return name[:1].upper() + name[1:]


def headline_name(person: Person) -> str:
    """The name that stands above a nudge: "Ana Lopez", but "Oma Hilde"."""
    return called_as_kin(person) or shown_name(person.name)


def _nickname(person: Person, name: str, titles: Iterable[str]) -> str:
    """ "Paqui", where that is the one nickname by which titles call her, and more often than "Francisca"."""
    short = {name_word(each): each for each in person.also if _is_nickname(each, person.name)}
    if not short:
        return ""
    written = [frozenset(folded_words(title)) for title in titles]
    used = {word: sum(word in words for words in written) for word in short}
    by_name = sum(not words.isdisjoint(folded_words(name)) for words in written)
    found = [word for word, times in used.items() if times]
    return short[found[0]] if len(found) == 1 and used[found[0]] > by_name else ""


def _is_nickname(written: str, name: str) -> bool:
    """One word with a capital, that is no part of the name: no handle, but "Maman" or "Oma" where a card says so."""
    is_word = written.isalpha() and written[0].isupper() and len(written) > 1
    may_stand = not _is_in(_ADDRESS, written) or _is_in(_KIN, written)
    return is_word and may_stand and not {*folded_words(written)} <= {*folded_words(name)}


def said_to(person: Person, words: Words) -> Words:
    """The words as this person is spoken to: politely where there is no more to call them by than "Frau Schuster"."""
    address, *rest = spoken_to(person).split() or [""]
    return words.politely() if rest and _is_in(_POLITE, address) else words


def first_name(name: str) -> str:
    """What to call someone: "Ada" of "Dr. Ada Lovelace"; all where no given name shows; "" of an address."""
    calm = unshortened(shown_name(name))
    if "@" in calm:
        return ""
    if maria := _MARIA.match(calm):
        return f"M.ª {maria[1]}"
    written = calm.split()
    address = list(takewhile(lambda word: _is_in(_ADDRESS, word), written))
    rest = [word for word in written[len(address) :] if name_word(word) not in _LEARNED | NAME_SUFFIXES]
    if not rest or not _may_stand_alone(rest[0]):
        return calm
    given = compound_of(rest)
    if not address:
        beside = rest[len(given.split()) :]
        is_pair = len(beside) > 1 and beside[0].lower() in _AND and _may_stand_alone(beside[1])
        return f"{given} {beside[0]} {compound_of(beside[1:])}" if is_pair else given
    if all(_is_in(_LEARNED | _FORMAL, word) for word in address):
        is_learned = all(_is_in(_LEARNED, word) for word in address)
        shows = len(rest) > 1 and (is_learned or name_word(rest[0]) in GIVEN)
        return given if shows else calm
    is_close = _is_in(_CLOSE, address[-1]) and name_word(rest[0]) in GIVEN
    return f"{address[-1]} {given}" if is_close else calm


def _is_in(words: Collection[str], written: str) -> bool:
    """With an accent or without: "Irmã" is no Irma."""
    return name_word(written) in words or written.lower() in words


def _may_stand_alone(written: str) -> bool:
    """No initial or abbreviation, no particle of a surname, no sign."""
    is_whole = len(written) > 1 and not written.endswith(".") and any(map(str.isalpha, written))
    word = name_word(written)
    return is_whole and (word in _WORDS_ELSEWHERE or ROLES.get(word) not in (Role.PARTICLE, Role.ARTICLE))
