"""Everyone at once: from touches and address books to people, each human once.

Step 3 of 5: touch → person. Pure; neither the order of touches nor that of cards matters.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import reduce

from worker.core.circle import OTHER
from worker.core.identity.humans import humans_of
from worker.core.identity.sighting import Said, Sighting
from worker.core.person import Card, People, Person, card_keys, name_from
from worker.core.touch import Evidence, Touch

_TELLS_NO_NAME = (Evidence.TITLE, Evidence.ANSWER)
"""There the name is the one known before."""


def people_from(touches: Iterable[Touch], cards: Iterable[Card] = (), said: Said | None = None) -> People:
    """One person per human (`humans.py` says who is one)."""
    met, book = list(touches), joined_cards(cards)
    names = names_in(met)
    groups = humans_of(sightings_of(met, names), book.values(), said)
    people: dict[str, Person] = {}
    keys: dict[str, str] = {}
    first = {
        touch.person: touch.started_at for touch in sorted(met, key=lambda t: t.started_at, reverse=True)
    }
    for group in groups:
        card = next((book[each] for each in sorted(group) if each in book), None)
        key = key_of(group, card, {each: first[each].isoformat() for each in group}, said)
        counted = sum((names[each] for each in group), Counter[str]())
        people[key] = _person(key, counted, {each for each in group if "@" in each}, card)
        keys |= dict.fromkeys(group, key)
    return People(dict(sorted(people.items())), keys)


def key_of(
    group: Iterable[str], card: Card | None, first: Mapping[str, str], said: Said | None = None
) -> str:
    """Under what somebody stands: whom the user kept, else the first on their card, else the first address met."""
    members = set(group)
    kept = [one for one, other in (said.same if said else ()) if one in members and other in members]
    if kept:
        return kept[0]
    if card:
        return card_keys(card)[0]
    return min(members, key=lambda each: ("@" not in each, first.get(each, "~"), each))


def people_on(cards: Iterable[Card]) -> list[Person]:
    """Everyone in the address book, met or not, under the keys that `people_from` gives them; by key."""
    found = {card_keys(card)[0]: card for card in joined_cards(cards).values()}
    return [_person(key, Counter(), set(), found[key]) for key in sorted(found)]


def names_in(touches: Iterable[Touch]) -> Mapping[str, Counter[str]]:
    """Address → how often each name stands beside it."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for touch in touches:
        names[touch.person][touch.name] += bool(touch.name) and touch.evidence not in _TELLS_NO_NAME
    return names


def best_name(names: Mapping[str, int]) -> str:
    """The one written most often; in a draw the longer one."""
    written = {name: count for name, count in names.items() if name and count}
    return max(written, key=lambda name: (written[name], len(name), name)) if written else ""


def sightings_of(touches: Iterable[Touch], names: Mapping[str, Mapping[str, int]]) -> list[Sighting]:
    """What the touches show of each address."""
    days: dict[str, list[Touch]] = defaultdict(list)
    meetings: dict[tuple[str, str, object], set[str]] = defaultdict(set)
    for touch in touches:
        days[touch.person].append(touch)
        meetings[touch.source, touch.event_key, touch.started_at].add(touch.person)
    beside: dict[str, set[str]] = defaultdict(set)
    for some in meetings.values():
        for each in some:
            beside[each] |= some
    return [
        Sighting(
            address=address,
            name=best_name(names[address]),
            first_on=min(touch.started_at for touch in met).date(),
            last_on=max(touch.started_at for touch in met).date(),
            beside=frozenset(beside[address] - {address}),
        )
        for address, met in days.items()
    ]


def joined_cards(cards: Iterable[Card]) -> dict[str, Card]:
    """Address, or "name:…" → card. Cards that share an address are one person's."""
    book: dict[str, Card] = {}
    for card in sorted(cards, key=lambda c: (c.emails, c.name)):
        known = [book[key] for key in card_keys(card) if key in book]
        merged = reduce(_merged, known, card)
        for key in card_keys(merged):
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
        circle=first.circle or second.circle,
    )


def _person(key: str, names: Counter[str], addresses: set[str], card: Card | None) -> Person:
    emails = tuple(dict.fromkeys((*(card.emails if card else ()), *sorted(addresses))))
    return Person(
        key=key,
        name=(card.name if card else "") or best_name(names) or name_from(key),
        emails=emails,
        phones=card.phones if card else (),
        birthday=card.birthday if card else None,
        is_deceased=card.is_deceased if card else False,
        circle=(card.circle if card else "") or OTHER,
    )
