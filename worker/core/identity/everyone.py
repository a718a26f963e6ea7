"""Everyone at once: from touches and address books to people, each human once.

Step 3 of 5: touch → person. Pure; neither the order of touches nor that of cards matters.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import reduce

from worker.core.circle import OTHER
from worker.core.identity.humans import humans_of
from worker.core.identity.sighting import Said, Sighting
from worker.core.person import Card, People, Person, besides, card_keys, name_without_words
from worker.core.touch import Evidence, Touch

TELLS_NO_NAME = (Evidence.TITLE, Evidence.ANSWER)
"""There name and address are those known before."""


def people_from(touches: Iterable[Touch], cards: Iterable[Card] = (), said: Said | None = None) -> People:
    """One person per human who was met (`humans.py` says who is one)."""
    met, book = list(touches), joined_cards(cards)
    names = names_in(met)
    seen = sightings_of(met, names)
    first = {each.address: each.first_on for each in seen}
    people: dict[str, Person] = {}
    keys: dict[str, str] = {}
    for group in humans_of(seen, book.values(), said):
        if not group.isdisjoint(first):
            person = person_of(group, book, names, first, said)
            people[person.key] = person
            keys |= dict.fromkeys(group, person.key)
    return People(dict(sorted(people.items())), keys)


def person_of(
    group: Collection[str],
    book: Mapping[str, Card],
    names: Mapping[str, Mapping[str, int]],
    first: Mapping[str, date | None],
    said: Said | None = None,
) -> Person:
    """Who stands behind these addresses: `names` and `first` (meeting) are by address, `book` is of `joined_cards`.

    An address book knows names best; of two whom the user joined, the name of whom they kept stays.
    """
    card = card_of(group, book)
    key = key_of(group, card, first, said)
    pairs = [pair for pair in (said.same if said else ()) if pair[0] in group and pair[1] in group]
    is_said = any(one == key for one, _ in pairs)
    bests = {each: best_name(names.get(each, {})) for each in group}
    bests |= _spelt({each for pair in pairs for each in pair if not bests[each]} - book.keys())
    own = book[key].name if key in book else bests.get(key, "")
    emails = (
        *_on_card(card, group),
        *sorted((each for each in group if "@" in each), key=lambda each: (each != key, each)),
    )
    on_cards = (card.name, *card.also) if card else ()
    name = (own if is_said else "") or next(filter(None, on_cards), "") or _best_of(group, names, bests)
    others = {own, *on_cards, *bests.values()} - {name, ""}
    return Person(
        key=key,
        name=name or name_without_words(key),
        also=besides(name, others) if others else (),
        emails=tuple(dict.fromkeys(emails)),
        phones=card.phones if card else (),
        birthday=card.birthday if card else None,
        is_deceased=card.is_deceased if card else False,
        circle=(card.circle if card else "") or OTHER,
        zone=card.zone if card else "",
        given=card.given if card and card.name == name else "",
    )


def _spelt(nameless: Iterable[str]) -> Mapping[str, str]:
    """Whom nothing but an address names is called as it spells them, by titles too: a merge takes that from nobody."""
    spelt = {each: name_without_words(each) for each in nameless}
    return {each: name for each, name in spelt.items() if "@" not in name}


def _best_of(group: Collection[str], names: Mapping[str, Mapping[str, int]], bests: Mapping[str, str]) -> str:
    """The name written most often beside any of these addresses; mostly there is one."""
    if len(group) == 1:
        return next(iter(bests.values()))
    return best_name(sum((Counter(names.get(each, {})) for each in sorted(group)), Counter[str]()))


def card_of(group: Iterable[str], book: Mapping[str, Card]) -> Card | None:
    """All that address books say about somebody, in one card; None where they say nothing."""
    cards = {id(book[each]): book[each] for each in sorted(group) if each in book}
    return reduce(_merged, sorted(cards.values(), key=_order)) if cards else None


def key_of(
    group: Iterable[str], card: Card | None, first: Mapping[str, date | None], said: Said | None = None
) -> str:
    """Under what somebody stands: whom the user kept, else the first on their card, else the first address met."""
    members = set(group)
    pairs = [pair for pair in (said.same if said else ()) if members.issuperset(pair)]
    if pairs:  # of several merges, whoever was kept in all of them
        joined_to = {other for _, other in pairs}
        return next((one for one, _ in pairs if one not in joined_to), pairs[-1][0])
    if on_card := _on_card(card, members):
        return on_card[0]
    return min(members, key=lambda each: ("@" not in each, first.get(each) or date.max, each))


def _on_card(card: Card | None, members: Collection[str]) -> tuple[str, ...]:
    """In the card's order; without those that the user parted from them."""
    return tuple(each for each in card.emails if each in members) if card else ()


def people_on(cards: Iterable[Card]) -> list[Person]:
    """Everyone in the address book, met or not, under the keys that `people_from` gives them; by key."""
    book = joined_cards(cards)
    groups = humans_of((), book.values())
    return sorted((person_of(group, book, {}, {}) for group in groups), key=lambda person: person.key)


def names_in(touches: Iterable[Touch]) -> Mapping[str, Counter[str]]:
    """Address → how often each name stands beside it."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for touch in touches:
        names[touch.person][touch.name] += bool(touch.name) and touch.evidence not in TELLS_NO_NAME
    return names


def best_name(names: Mapping[str, int]) -> str:
    """The one written most often; in a draw the longer one."""
    written = {name: count for name, count in names.items() if name and count}
    return max(written, key=lambda name: (written[name], len(name), name)) if written else ""


def sightings_of(touches: Iterable[Touch], names: Mapping[str, Mapping[str, int]]) -> list[Sighting]:
    """What the touches show of each address; a title tells whom it means, and nothing of their addresses."""
    days: dict[str, list[date]] = defaultdict(list)
    meetings: dict[tuple[str, str, object], set[str]] = defaultdict(set)
    for touch in touches:
        met_on = days[touch.person]
        if touch.evidence not in TELLS_NO_NAME:
            met_on.append(touch.started_at.date())
            meetings[touch.source, touch.event_key, touch.started_at].add(touch.person)
    beside: dict[str, set[str]] = defaultdict(set)
    for some in meetings.values():
        for each in some:
            beside[each] |= some
    return [
        Sighting(
            address=address,
            name=best_name(names[address]),
            first_on=min(met_on, default=None),
            last_on=max(met_on, default=None),
            beside=frozenset(beside[address] - {address}),
        )
        for address, met_on in days.items()
    ]


def joined_cards(cards: Iterable[Card]) -> dict[str, Card]:
    """Address, or "name:…" → card. Cards that share an address are one person's."""
    book: dict[str, Card] = {}
    for card in sorted(cards, key=_order):
        known = [book[key] for key in card_keys(card) if key in book]
        merged = reduce(_merged, known, card)
        for key in card_keys(merged):
            book[key] = merged
    return book


def _merged(a: Card, b: Card) -> Card:
    """Both cards in one; what the earlier one (by its addresses) says goes before."""
    first, second = sorted((a, b), key=_order)
    return Card(
        name=first.name or second.name,
        emails=tuple(dict.fromkeys(first.emails + second.emails)),
        phones=tuple(dict.fromkeys(first.phones + second.phones)),
        birthday=first.birthday or second.birthday,
        is_deceased=first.is_deceased or second.is_deceased,
        circle=first.circle or second.circle,
        zone=first.zone or second.zone,
        also=besides(first.name, (*first.also, *second.also, second.name)),
        given=(first if first.name else second).given,
    )


def _order(card: Card) -> tuple[object, ...]:
    """Whole, so that the order of address books never matters; with addresses before without."""
    born = card.birthday
    when = (born.month, born.day, born.year or 0) if born else ()
    return (
        not card.emails,
        card.emails,
        card.name,
        card.phones,
        when,
        card.is_deceased,
        card.circle,
        card.also,
        card.given,
    )
