"""A name book is everyone known, by whatever a title may call them: given name, nickname, surname, full name.

Beside step 2 of 5: people → name book → names in titles. Pure.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from worker.core.comma_name import NAME_SUFFIXES
from worker.core.fold import folded, folded_words, spelt_out, typed, word_set
from worker.core.mailbox import company_of
from worker.core.person import Person, plain_name
from worker.core.titles.address_words import ACADEMIC, KIN, KIN_ALIKE, NAMES_TOO, ON_ONE_CARD, PARENTS, UNCLES
from worker.core.titles.compound_names import in_full_letters, may_begin
from worker.core.titles.given_names import GIVEN, NICKNAMES
from worker.core.titles.han_words import HONORIFIC
from worker.core.titles.parent_of import in_one_word, names_in, parent_of
from worker.core.titles.title_words import ROLES, Role

Keys = frozenset[str]
Index = Mapping[str, Keys]
NO_KEYS: Keys = frozenset()

_SHORTEST_FIRM = 4
_GIVEN_AND_FAMILY = 2
_KIN = word_set(KIN) - GIVEN - word_set(NAMES_TOO) - word_set(PARENTS)
KIN_WORDS = word_set(KIN) | word_set(UNCLES) | word_set(" ".join(KIN_ALIKE))
DOCTORS = word_set(ACADEMIC)
_MARKS = re.compile(r"['`.\-]")
_COUPLE = re.compile(
    rf"(\w+) (?:{'|'.join(map(re.escape, ON_ONE_CARD.split()))}) (\w+)((?: .*)?)", re.IGNORECASE
)
"""Two on one card, "Tom & Ana Whitaker", are met as one; and each alone is they, where nobody else is called so."""
_WHOSE = re.compile(
    r"\W*([^\W\d_]+)(?:\s*[:–—]|\s+-\s|\s(?!(?:und|and|y|e|et)\b|[&+])(?=(?:.*\s)?(?:mit|with|con|avec|com|bei|chez)\s))",
    re.IGNORECASE,
)
_TWO_WORDS = re.compile(r"\b([^\W\d_]+) (?=([^\W\d_]+)\b)")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def has_han(text: str) -> bool:
    """Whether Chinese or Japanese stands in it: writing without spaces, surnames first."""
    return not text.isascii() and _HAN.search(text) is not None


def name_word(written: str) -> str:
    """One word of a name in one spelling: "O’Neil" → "oneil", "Anne-Marie" → "annemarie", "Zoë" → "zoe"."""
    low = written.lower() if written.isascii() else typed(written)
    return low if low.isalpha() else _MARKS.sub("", low)


def without_address(name: str) -> str:
    """ "aunt margaret" → "margaret", "Dr. Lovelace" → "Lovelace", "Oma Ruth" → "Ruth"."""
    words = [word for word in name.split() if ROLES.get(name_word(word)) is not Role.HONORIFIC]
    return " ".join(words[_begins_with_kin([name_word(word) for word in words[:2]]) :])


def _begins_with_kin(words: Sequence[str]) -> bool:
    """Before a given name it is no part of the name; "Oma Schulz" may be called by both alone."""
    return len(words) > 1 and words[0] in _KIN and words[1] in GIVEN


class _Named(NamedTuple):
    shown: str
    names: Sequence[str]
    """By which titles may call them."""
    emails: Sequence[str]
    children: Sequence[tuple[str, str]]
    """By which word they are called as a parent, and the child's given name."""


_Known = Mapping[str, _Named]
"""By key."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NameBook:
    """Who may be meant by a word. All words are folded; the keys are those of people."""

    names: Mapping[str, str]
    """Key → name, as known."""
    given: Index
    """Given names, and what friends may make of them."""
    called: Index
    """Given names and nicknames that somebody really bears."""
    telling: Index
    """Those of them that not all bear who may be called so."""
    said: Index
    """Given names that the user says are this one's: whoever else is called so is meant by more of their name."""
    surnames: Index
    later: Index
    """All words of a name but the first."""
    doubles: frozenset[str]
    """Given names of two that are written with a hyphen: "Marie-Luise"."""
    parents: frozenset[str]
    """By which one word parents are called whose card names their child (`parent_of.py`)."""
    employers: Index
    """The company in an address: what tells two of one name apart."""
    own: frozenset[str]
    """Words of the user's own names."""
    household: frozenset[str]
    """Given names of the user's household that nobody else bears."""
    kin: Keys
    """Keys of those who are known as kin, or bear a name of the user's: "Tante Inge" may be one of them."""
    doctors: Keys
    """Keys of those who are known with an academic title."""
    words: frozenset[str]
    """Every word by which somebody may be found; a title without any of them names nobody known."""
    han: Index
    """Names in Chinese or Japanese writing, and surnames with an honorific."""
    han_names: re.Pattern[str] | None

    @staticmethod
    def of(
        people: Iterable[Person],
        own_names: Iterable[str] = (),
        said: Iterable[tuple[str, str]] = (),
        household: Iterable[str] = (),
    ) -> "NameBook":
        """Everyone who is known by a name, in any order; who is known by an address alone is left out.

        `own_names` are the user's: in "1:1 Ben / Ana" they are nobody met; `household`: who lives with them. Of two of
        one name, one without an address, the other is both. `said`: by which name the user knows somebody, and the key.
        """
        known = _known(people)
        cards = [(key, name, _COUPLE.fullmatch(name)) for key, each in known.items() for name in each.names]
        named = [(key, f"{two[1]}{two[3]}" if two else name) for key, name, two in cards]
        latin = [(key, words) for key, name in named if not has_han(name) for words in _spellings(name)]
        given = _index(_given(latin, known))
        partners = _index((name_word(two[2]), key) for key, _, two in cards if two)
        called = _index((words[0], key) for key, words in latin if words)
        later = _index((word, key) for key, words in latin for word in words[1:])
        han = _index(pair for key, name in named if has_han(name) for pair in _han_names(key, name))
        own = frozenset(word for name in own_names for word in _words_of(name))
        return NameBook(
            names={key: each.shown for key, each in known.items()},
            given={**partners, **given},
            called=called,
            telling={word: keys for word, keys in called.items() if keys != given.get(word)},
            said=_said(said, known),
            surnames=_index(_surnames(latin)),
            later=later,
            parents=frozenset(word for each in known.values() for word, _ in each.children),
            doubles=frozenset(name_word(word) for _, name in named if "-" in (word := name.split()[0])),
            employers=_employers_of(known),
            own=own,
            household=_given_alone(household, called),
            kin=_known_as(known, lambda name: _is_kin(name, own)),
            doctors=_known_as(known, _is_doctor),
            words=frozenset(_parts_of(named) | given.keys() | later.keys() | partners.keys()),
            han=han,
            han_names=_any_of(han) if han else None,
        )

    def is_theirs(self, title: str) -> bool:
        """Whether a title begins with whose of the household it is: "Anna: Kino mit Nele", "Anna mit Nele essen"."""
        whose = _WHOSE.match(title) if self.household else None
        return whose is not None and name_word(whose[1]) in self.household

    def as_on_cards(self, title: str) -> str:
        """The title with names as the user's cards write them: "Essen mit Marie Luise" → "Marie-Luise"; parents in a
        word, "Emma's Mum"."""
        if self.parents:
            title = in_one_word(title, self.parents)
        if not self.doubles:
            return title
        return _TWO_WORDS.sub(
            lambda two: f"{two[1]}-" if name_word(f"{two[1]}-{two[2]}") in self.doubles else two[0],
            title,
        )

    def meant_by(self, given: str) -> Keys:
        """Whom this given name means: the one of whom the user says so, else all who may be called so."""
        return self.said.get(given) or self.given.get(given, NO_KEYS)

    def in_order(self, first: str, later: str) -> Keys:
        """Who bears both words, in this order."""
        return self.given.get(first, NO_KEYS) & self.later.get(later, NO_KEYS)

    def knows(self, first: str, later: str) -> bool:
        """Whether somebody bears both words, in this order."""
        return not self.given.get(first, NO_KEYS).isdisjoint(self.later.get(later, NO_KEYS))

    def in_short(self, names: Sequence[str]) -> Keys:
        """Whose compound name may be meant: "J. Luis", "Maria Carmen" for Mari Carmen."""
        begins = (self.given.get(first, NO_KEYS) for first in may_begin(names[0], names[1]))
        return NO_KEYS.union(*begins).intersection(*(self.later.get(each, NO_KEYS) for each in names[1:]))


def _known_as(known: _Known, is_so: Callable[[str], bool]) -> Keys:
    return frozenset(key for key, each in known.items() if any(map(is_so, each.names)))


def _is_kin(name: str, own: Collection[str]) -> bool:
    first, *later = map(name_word, name.split())
    return first in KIN_WORDS or not set(later).isdisjoint(own)


def _is_doctor(name: str) -> bool:
    return not DOCTORS.isdisjoint(map(name_word, name.split()))


def _parts_of(named: Iterable[tuple[str, str]]) -> set[str]:
    return {part for _, name in named for part in folded_words(name) if len(part) > 1}


def _surnames(spelt: Iterable[tuple[str, Sequence[str]]]) -> Iterator[tuple[str, str]]:
    return ((words[-1], key) for key, words in spelt if len(words) > 1 and not _begins_with_kin(words))


def _given_alone(names: Iterable[str], called: Index) -> Keys:
    """The given names of these, where they are no more than one's."""
    words = (name_word(first) for name in names if "@" not in name for first in name.split()[:1])
    return frozenset(word for word in words if len(called.get(word, NO_KEYS)) <= 1)


def _known(people: Iterable[Person]) -> _Known:
    named = {person.key: found for person in people if (found := _named(person)).names}
    with_address = {folded(name) for each in named.values() if each.emails for name in each.names}
    return {
        key: each for key, each in named.items() if each.emails or folded(each.names[0]) not in with_address
    }


def _said(pairs: Iterable[tuple[str, str]], known: Collection[str]) -> Index:
    """By one word, where it is said of one alone."""
    words = ((_words_of(in_full_letters(name)), key) for name, key in pairs if key in known)
    found = _index((name[0], key) for name, key in words if len(name) == 1)
    return {word: keys for word, keys in found.items() if len(keys) == 1}


def _named(person: Person) -> _Named:
    """A parent by whose they are, in one word: "Mamma di Luca" is not called so, nor "mamma" by anybody else."""
    parents = [parent for name in person.names if (parent := parent_of(name))]
    spelt = (each for name in person.names for each in names_in(name))
    names = [in_full_letters(name) for name in map(plain_name, spelt) if any(map(str.isalpha, name))]
    return _Named(
        shown=plain_name(person.name) or next(iter(names), ""),
        names=names,
        emails=person.emails,
        children=[(parent.word, parent.child) for parent in parents],
    )


def _spellings(name: str) -> Iterator[list[str]]:
    """ "Jürgen" is found as jurgen and as juergen, "Oma Ruth" also as ruth, "Hans Peter" as "Hans-Peter"."""
    for written in dict.fromkeys((name.lower(), spelt_out(name))):
        words = _words_of(written)
        yield words
        if _begins_with_kin(words):
            yield words[1:]
        elif len(words) > _GIVEN_AND_FAMILY or (len(words) > 1 and words[1] in GIVEN):
            yield ["".join(words[:2]), *words[2:]]


def _words_of(name: str) -> list[str]:
    """ "Dr. Ada M. Lovelace jr." → ada, lovelace; a particle goes with its name: "van der Berg" → berg."""
    words = [name_word(word) for word in name.split()]
    kept = [w for w in words if len(w) > 1 and w not in NAME_SUFFIXES and ROLES.get(w) is not Role.HONORIFIC]
    return kept[:1] + [w for w in kept[1:] if ROLES.get(w) not in (Role.PARTICLE, Role.ARTICLE)]


def _given(spelt: Iterable[tuple[str, Sequence[str]]], known: _Known) -> Iterator[tuple[str, str]]:
    """With what friends make of it, but for what a known child is called: a Tom at school is no Thomas."""
    children = {child for each in known.values() for _, child in each.children}
    for key, words in spelt:
        for word in words[:1]:
            yield word, key
            yield from ((short, key) for short in NICKNAMES.get(word, frozenset()) - children)


def _employers_of(known: _Known) -> Index:
    """Short ones are words of many titles."""
    firms = ((company_of(email), key) for key, each in known.items() for email in each.emails)
    return _index((firm, key) for firm, key in firms if len(firm) >= _SHORTEST_FIRM)


def _han_names(key: str, name: str) -> Iterator[tuple[str, str]]:
    """ "田中 太郎" is called 田中太郎 and 田中さん; "王伟" 王伟."""
    family, _, rest = name.partition(" ")
    yield name.replace(" ", ""), key
    yield name, key
    if rest and len(family) > 1:
        yield from ((family + honorific, key) for honorific in HONORIFIC.split("|"))


def _index(pairs: Iterable[tuple[str, str]]) -> Index:
    found: dict[str, set[str]] = defaultdict(set)
    for word, key in pairs:
        found[word].add(key)
    return {word: frozenset(keys) for word, keys in found.items()}


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """The longest one that stands there."""
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))
