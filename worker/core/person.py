"""A person is one human, however many addresses they have.

Step 3 of 5: touch → person. Pure.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from worker.core.comma_name import without_commas
from worker.core.fold import folded
from worker.core.titles.given_names import GIVEN, TOWNS_TOO

NAME_KEY = "name:"
"""Begins the key of someone of whom no address is known."""
_IN_A_TREE = re.compile(
    r"^CN=([^/=]+)(?:/(?:OU|O|C)=[^/=]+)*$|^([^/=]+ [^/=]+)(?:/[^/=]+)*/[A-Z0-9][A-Z0-9.&-]+$"
)
"""Lotus says where in the firm somebody stands: "Ada Berger/Germany/IBM", "CN=Ada Berger/OU=Germany/O=Acme"."""
_AFTERTHOUGHT = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_SEPARATORS = re.compile(r"[._-]+")


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
    circle: str = ""
    """As the groups of the address book tell (`circle.py`); "" where they do not."""
    zone: str = ""
    """The IANA name of the zone that the card says; "" where it says none."""
    also: tuple[str, ...] = ()
    """What else they are called: nicknames."""
    given: str = ""
    """What one calls them, where their name does not tell: "Péter" of "Nagy Péter", "Ana" of Ana Rosa, a Mrs Rosa."""
    household: tuple[str, ...] = ()
    """Whom it names as partner or child, by name or address: told of the user alone (`household.py`)."""


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
    is_alive: bool = False
    """The user says so, whatever a title or a card tells of a death."""
    zone: str = ""
    """As their card says (IANA); "" where it does not."""
    also: tuple[str, ...] = ()
    """What else they are called, in cards, in calendars, or before the user said that two are one; sorted."""
    given: str = ""
    """As on their card: "" where the name tells it as well."""

    @property
    def names(self) -> tuple[str, ...]:
        """All that they are called, the name that is shown first."""
        return self.name, *self.also


@dataclass(frozen=True, slots=True)
class People:
    """Everyone, and which address is whose."""

    by_key: Mapping[str, Person]
    keys: Mapping[str, str]
    """Address → the key of its person."""

    def key_of(self, address: str) -> str:
        return self.keys.get(address, address)


_SHORTEST_SURNAME = 3
"""In capitals; "JP Martin" are initials."""


@lru_cache(maxsize=8192)
def plain_name(written: str) -> str:
    """A name as people say it: "Lovelace, Ada (ACME)" → "Ada Lovelace"; "" where it is only an address."""
    name = _AFTERTHOUGHT.sub("", _IN_A_TREE.sub(r"\1\2", written)).strip(" ;'\"")
    if "@" in name:
        return ""
    return " ".join(_given_first(without_commas(name).split()))


def _given_first(words: list[str]) -> list[str]:
    """As French directories write it: "LE BRIS Kévin" → "Kévin Le Bris"; "USA Today" and "AJ Smith" stay."""
    at = next((at for at, word in enumerate(words) if not word.isupper()), 0)
    given = folded(words[at]).partition("-")[0] if words else ""
    if at == 0 or max(map(len, words[:at])) < _SHORTEST_SURNAME or given not in GIVEN or given in TOWNS_TOO:
        return words
    return [*words[at:], *(word.title() for word in words[:at])]


def besides(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """What somebody called `name` is called besides, sorted: each once, however it is written; an address is none."""
    plain = {
        folded(plain): plain
        for plain in map(plain_name, sorted(others, reverse=True))
        if any(map(str.isalpha, plain))
    }
    return tuple(sorted(each for key, each in plain.items() if key != folded(plain_name(name))))


def name_key(name: str) -> str:
    """The key of someone known by name alone; accents and case do not count."""
    folded = unicodedata.normalize("NFKD", plain_name(name) or name).casefold()
    return NAME_KEY + " ".join("".join(c for c in folded if not unicodedata.combining(c)).split())


def name_from(address: str) -> str:
    """A readable name from an address: "ada.lovelace@…" → "Ada Lovelace"; the address itself where that fails."""
    local = address.partition("@")[0].partition("+")[0]
    words = [word for word in _SEPARATORS.split(local) if word]
    if len(words) >= 2 and all(word.isalpha() and len(word) > 1 for word in words):
        return " ".join(word.capitalize() for word in words)
    return address


def name_without_words(key: str) -> str:
    """What somebody is called of whom only the key is known."""
    return key.removeprefix(NAME_KEY) if key.startswith(NAME_KEY) else name_from(key)


def card_keys(card: Card) -> tuple[str, ...]:
    """Under what a card is found: its addresses; its name where it has none."""
    return card.emails or (name_key(card.name),)
