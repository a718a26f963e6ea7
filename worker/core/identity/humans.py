"""Humans: which addresses belong to one person, from all that is known about them at once.

Step 3 of 5: sightings + address books + what the user said → groups of addresses. Pure, and a function of sets: the
order in which calendars were read and address books imported never matters.

In this order, and never across what the user parted: 1 what the user joined, 2 two spellings of one mailbox, 3 one card
of an address book, 4 one full name, with a firm that does not speak against it, 5 a full name that is the nickname and
surname on a card. Whatever else looks alike is asked (`suggestion.py`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

from worker.core.identity.called import called, keys_besides
from worker.core.identity.sighting import Said, Sighting
from worker.core.mailbox import box_key, company_of
from worker.core.person import Birthday, Card, card_keys

_NUMBER = re.compile(r"\d+")

MOST_NAMESAKES = 8
"""Of one full name; where more bear it, a name tells nothing."""
_MOST_OF_A_SURNAME = 3
"""Different full names with one surname among the user's own people: from there on it is a common one."""


def humans_of(
    sightings: Iterable[Sighting], cards: Iterable[Card] = (), said: Said | None = None
) -> tuple[frozenset[str], ...]:
    """Everybody's addresses, met or on a card, each once; ordered by the first of them."""
    said, book = said or Said(), sorted(cards, key=lambda card: (card.emails, card.name))
    seen = {each.address: each for each in sightings}
    for card in book:
        for key in card_keys(card):
            known = seen.get(key, Sighting(address=key))
            seen[key] = known if known.name else replace(known, name=card.name)
    groups = _Groups(seen, said)
    for one, other in sorted(said.same):
        groups.join(one, other)
    for some in _boxes(seen):
        groups.chain(some)
    for card in book:
        groups.chain(card_keys(card))
    _join_namesakes(groups, seen, book)
    return groups.all()


class _Groups:
    """Addresses that were found to be one human's."""

    def __init__(self, seen: Mapping[str, Sighting], said: Said) -> None:
        self._members = {address: {address} for address in seen}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for pair in said.apart - said.joined:
            for one in pair:
                self._apart[one] |= pair - {one}

    def of(self, address: str) -> set[str]:
        return self._members[address]

    def may_join(self, one: str, other: str) -> bool:
        group, more = self._members[one], self._members[other]
        return group is not more and not any(self._apart.get(each, set()) & more for each in group)

    def join(self, one: str, other: str) -> None:
        if one in self._members and other in self._members and self.may_join(one, other):
            group = self._members[one] | self._members[other]
            for each in group:
                self._members[each] = group

    def chain(self, some: Sequence[str]) -> None:
        for other in some[1:]:
            self.join(some[0], other)

    def all(self) -> tuple[frozenset[str], ...]:
        unique = {id(group): group for group in self._members.values()}
        return tuple(frozenset(group) for group in sorted(unique.values(), key=min))


def _boxes(seen: Iterable[str]) -> Iterable[list[str]]:
    boxes: dict[str, list[str]] = defaultdict(list)
    for address in sorted(seen):
        if "@" in address:
            boxes[box_key(address)].append(address)
    return boxes.values()


def _join_namesakes(groups: _Groups, seen: Mapping[str, Sighting], book: Sequence[Card]) -> None:
    namesakes: dict[tuple[str, ...], list[Sighting]] = defaultdict(list)
    of_surname: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for address in sorted(seen):
        name = called(seen[address].name)
        if name.is_full:
            namesakes[name.key].append(seen[address])
            for word in {name.given, name.surname}:  # either may be the surname
                of_surname[word].add(name.key)
    common = {key for key in namesakes if all(len(of_surname[word]) > _MOST_OF_A_SURNAME for word in key)}
    for key, some in sorted(namesakes.items()):
        if len(some) > 1:
            _join_some(groups, some, is_common=key in common)
    born = {each: card.birthday for card in book if card.birthday for each in card_keys(card)}
    for key, called_so in sorted(_nicknamed(book).items()):
        if key in namesakes and key not in common:
            _join_nicknamed(groups, namesakes[key], [seen[each] for each in called_so], born)


def _nicknamed(book: Iterable[Card]) -> Mapping[tuple[str, ...], Sequence[str]]:
    """Full name, as a card makes it of a nickname → what the card is found under."""
    nicknamed: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for card in book:
        for key in keys_besides(card.name, card.also):
            nicknamed[key] += card_keys(card)
    return nicknamed


def _join_nicknamed(
    groups: _Groups,
    so_named: Sequence[Sighting],
    called_so: Sequence[Sighting],
    born: Mapping[str, Birthday],
) -> None:
    """Who has a full name, and who is called so besides: where each is one, and nothing tells them apart.

    A son may bear as his name what friends make of his father's: then two birthdays are known.
    """
    bearers = {frozenset(groups.of(each.address)) for each in so_named}
    others = {frozenset(groups.of(each.address)) for each in called_so}
    days = {(born[each].month, born[each].day) for some in bearers | others for each in some & born.keys()}
    if len(bearers) > 1 or len(others) > 1 or len(days) > 1:
        return
    for one, other in product(so_named, called_so):
        if _are_one(one, other, are_the_only_two=True):
            groups.join(one.address, other.address)


def _join_some(groups: _Groups, some: Sequence[Sighting], *, is_common: bool) -> None:
    """Those of one full name, whose groups are told apart before any of them is joined."""
    bearers = {id(groups.of(each.address)) for each in some}
    if len(bearers) > MOST_NAMESAKES:
        return
    alone = len(bearers) == 2 and not is_common
    is_one = [
        (a.address, b.address) for a, b in combinations(some, 2) if _are_one(a, b, are_the_only_two=alone)
    ]
    for one, other in is_one:
        groups.join(one, other)


def _are_one(a: Sighting, b: Sighting, *, are_the_only_two: bool) -> bool:
    """Whether two of one full name are one human: their firms go together and do not number them, and they never
    stood side by side.

    A bare name, or an address at a provider for everybody, goes with any firm, but with one only. From
    one firm to another somebody is followed where the first address fell silent before the second was seen, and
    both were met with the same people.
    """
    if b.address in a.beside or a.address in b.beside:
        return False
    one, other = company_of(a.address), company_of(b.address)
    if one and one == other:
        return not _are_told_apart(a.address, b.address)
    if not are_the_only_two:
        return False
    if not one or not other:
        return True
    return followed_on(a, b) and bool(a.beside & b.beside)


def _are_told_apart(a: str, b: str) -> bool:
    """Whether their domain tells two namesakes apart by a number: "tom.smith@…" and "tom.smith2@…"."""
    (one, _, at_one), (other, _, at_other) = a.rpartition("@"), b.rpartition("@")
    same_words = _NUMBER.sub("", one) == _NUMBER.sub("", other)
    return at_one == at_other and same_words and _NUMBER.findall(one) != _NUMBER.findall(other)


def followed_on(a: Sighting, b: Sighting) -> bool:
    """Whether one of them fell silent before the other was seen for the first time."""
    if a.first_on is None or b.first_on is None or a.last_on is None or b.last_on is None:
        return False
    return a.last_on < b.first_on or b.last_on < a.first_on
