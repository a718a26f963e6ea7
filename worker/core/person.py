"""A person is one human, however many addresses they have.

Step 3 of 5: touch → person. Pure.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce

from worker.core.touch import Touch

_AFTERTHOUGHT = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_SEPARATORS = re.compile(r"[._-]+")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "phd", "ph.d", "md", "m.d", "esq", "mba", "msc"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Birthday:
    """Day and month, with the year where it is known."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """What an address book says about one person."""

    name: str
    emails: tuple[str, ...] = ()
    """Normalised, lower-case."""
    phones: tuple[str, ...] = ()
    birthday: Birthday | None = None
    is_deceased: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """One human."""

    key: str
    """Stable: the first address known, or "name:…"."""
    name: str
    """As the calendars or the address book write it; the address where no name is known."""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    birthday: Birthday | None = None
    circle: str = "other"
    """work, family, friends or other: for variety only, never shown as rank."""
    is_deceased: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """Everyone, and which address is whose."""

    by_key: Mapping[str, Person]
    keys: Mapping[str, str]
    """Address → the key of its person."""

    def key_of(self, address: str) -> str:
        return self.keys.get(address, address)


@lru_cache(maxsize=8192)
def plain_name(written: str) -> str:
    """A name as people say it: "Lovelace, Ada (ACME)" → "Ada Lovelace"; "" where it is only an address."""
    name = _AFTERTHOUGHT.sub("", written).strip(" '\"")
    if "@" in name:
        return ""
    last, comma, first = name.partition(",")
    if comma and "," not in first and first.strip() and first.strip(" .").casefold() not in _SUFFIXES:
        name = f"{first.strip()} {last.strip()}"
    return " ".join(name.split())


def name_key(name: str) -> str:
    """The key of someone known by name alone; accents and case do not count."""
    folded = unicodedata.normalize("NFKD", plain_name(name) or name).casefold()
    return "name:" + " ".join("".join(c for c in folded if not unicodedata.combining(c)).split())


def name_from(address: str) -> str:
    """A readable name from an address: "ada.lovelace@…" → "Ada Lovelace"; the address itself where that fails."""
    local = address.partition("@")[0].partition("+")[0]
    words = [word for word in _SEPARATORS.split(local) if word]
    if len(words) >= 2 and all(word.isalpha() and len(word) > 1 for word in words):
        return " ".join(word.capitalize() for word in words)
    return address


def people_from(touches: Iterable[Touch], cards: Iterable[Card] = ()) -> People:
    """One person per address, joined where one card of the address book holds several addresses.

    Neither the order of touches nor that of cards matters.
    """
    book = _joined(cards)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    addresses: dict[str, set[str]] = defaultdict(set)
    for touch in touches:
        card = book.get(touch.person)
        key = _card_keys(card)[0] if card else touch.person
        if touch.name:
            names[key][touch.name] += 1
        if "@" in touch.person:
            addresses[key].add(touch.person)
    keys = addresses.keys() | names.keys()
    people = {key: _person(key, names[key], addresses[key], book.get(key)) for key in sorted(keys)}
    return People(people, {a: key for key, found in addresses.items() for a in found})


def people_on(cards: Iterable[Card]) -> list[Person]:
    """Everyone in the address book, met or not, under the keys that `people_from` gives them; by key."""
    found = {_card_keys(card)[0]: card for card in _joined(cards).values()}
    return [_person(key, Counter(), set(), found[key]) for key in sorted(found)]


def _card_keys(card: Card) -> tuple[str, ...]:
    """Under what a card is found: its addresses; its name where it has none."""
    return card.emails or (name_key(card.name),)


def _joined(cards: Iterable[Card]) -> dict[str, Card]:
    """Address, or "name:…" → card. Cards that share an address are one person's."""
    book: dict[str, Card] = {}
    for card in sorted(cards, key=lambda c: (c.emails, c.name)):
        known = [book[key] for key in _card_keys(card) if key in book]
        merged = reduce(_merged, known, card)
        for key in _card_keys(merged):
            book[key] = merged
    return book


def _merged(a: Card, b: Card) -> Card:
    """Both cards in one; what the earlier one (by its addresses) says goes before."""
    first, second = sorted((a, b), key=lambda c: (c.emails, c.name))
    return Card(
        name=first.name or second.name,
        emails=tuple(dict.fromkeys(first.emails + second.emails)),
        phones=tuple(dict.fromkeys(first.phones + second.phones)),
        birthday=first.birthday or second.birthday,
        is_deceased=first.is_deceased or second.is_deceased,
    )


def _person(key: str, names: Counter[str], addresses: set[str], card: Card | None) -> Person:
    best = max(names.items(), key=lambda pair: (pair[1], len(pair[0]), pair[0]))[0] if names else ""
    emails = tuple(dict.fromkeys((*(card.emails if card else ()), *sorted(addresses))))
    return Person(
        key=key,
        name=(card.name if card else "") or best or name_from(key),
        emails=emails,
        phones=card.phones if card else (),
        birthday=card.birthday if card else None,
        is_deceased=card.is_deceased if card else False,
    )
