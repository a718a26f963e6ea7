"""Settling makes the people of the store what all sightings, cards and words of the user make of them at once.

Step 3 of 5: what `core/identity` decides about everybody is carried out here, where it differs: rows are joined and
parted, and get their key, name and card. So the order in which calendars were read and address books imported never
matters (docs/decisions/0013). Numbered order: 1 what is not known any more goes, 2 the names beside addresses, 3 who
is one, 4 a row for each, 5 its key, name and card.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from worker.core.identity.called import called, keys_besides
from worker.core.identity.everyone import joined_cards, person_of
from worker.core.identity.humans import humans_of
from worker.core.identity.sighting import Said, Sighting
from worker.core.mailbox import box_key
from worker.core.person import Card
from worker.store import cards, seen, standing
from worker.store.tables.people import addresses
from worker.store.verdicts import said_of

_Days = Mapping[str, tuple[date, date]]
"""Address → days of the first and the last meeting."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settled:
    """Whom settling changed."""

    moved: frozenset[int] = frozenset()
    """Who gained or lost touches, to be tied anew."""
    renamed: frozenset[int] = frozenset()
    """Who has another name, by which titles may call them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Known:
    """What is stored about who is who."""

    owners: Mapping[str, int]
    """Address → row of its person."""
    names: Mapping[str, str]
    """Address → the name beside it."""
    book: Mapping[str, Card]
    said: Said


def settle(
    conn: Connection,
    user_id: int,
    person_ids: Iterable[int],
    *,
    is_new_book: bool = False,
    is_parted: bool = False,
) -> Settled:
    """Everybody anew, where these people, or an imported book, may have changed who is who.

    As long as addresses and names are the same, only days and company can tell another thing: then it is asked of those
    alone who may be one with one of these people; and of these people themselves, where they were one (`is_parted`).
    """
    concerned = frozenset(person_ids)
    if not (concerned or is_new_book):
        return Settled()
    book, said = joined_cards(cards.all_cards(conn, user_id)), said_of(conn, user_id)
    spoken_of = {*book, *(each for pair in said.joined | said.apart for each in pair)}
    has_changed = standing.remove_unknown(conn, user_id, concerned, spoken_of)
    has_changed |= seen.refresh_names(conn, user_id, concerned)
    known = _known(conn, user_id, book, said)
    alike, is_all = _alike(known), has_changed or is_new_book
    unsure = frozenset[int]().union(*alike) if is_all else _linked(alike, concerned)
    unsure |= concerned if is_parted else frozenset()
    if not (is_all or unsure):
        return Settled()
    days, beside = seen.days_of(conn, user_id, unsure), seen.beside(conn, user_id, unsure)
    sightings = (_sighting(each, name, days, beside) for each, name in known.names.items())
    owners, groups = known.owners, humans_of(sightings, book.values(), said)
    if not is_all:
        owners = {address: row for address, row in owners.items() if row in unsure}
        groups = tuple(group for group in groups if not owners.keys().isdisjoint(group))
    seated = standing.seat(conn, user_id, owners, groups)
    homes = {
        group: home
        for group, home in seated.homes.items()
        if is_new_book or len(group) > 1 or home in concerned or home in seated.moved
    }
    return Settled(moved=seated.moved, renamed=_write_people(conn, user_id, known, homes, days))


def _known(conn: Connection, user_id: int, book: Mapping[str, Card], said: Said) -> _Known:
    query = select(addresses.c.address, addresses.c.person_id, addresses.c.name)
    rows = conn.execute(query.where(addresses.c.user_id == user_id)).all()
    return _Known(
        owners={address: person_id for address, person_id, _ in rows},
        names={address: name or "" for address, _, name in rows},
        book=book,
        said=said,
    )


def _alike(known: _Known) -> Sequence[frozenset[int]]:
    """Rows of which some may be one: by a full name, a nickname, a mailbox, a card or a word of the user; and each row
    that holds several addresses, which may be two."""
    alike: dict[object, set[int]] = defaultdict(set)
    for address, row in known.owners.items():
        card = known.book.get(address)
        name = called(known.names[address] or (card.name if card else ""))
        alike[box_key(address)].add(row)
        if name.is_full:
            alike[name.key].add(row)
        if card:
            for key in (id(card), *keys_besides(card.name, card.also)):
                alike[key].add(row)
    for pair in known.said.joined:
        alike[pair] = {known.owners[each] for each in pair if each in known.owners}
    several = {row for row, count in Counter(known.owners.values()).items() if count > 1}
    return [frozenset(rows) for rows in alike.values() if len(rows) > 1 or not several.isdisjoint(rows)]


def _linked(alike: Iterable[frozenset[int]], person_ids: Iterable[int]) -> frozenset[int]:
    """All whom a chain of likeness joins with one of these people: what holds for them holds whoever else there is."""
    of: dict[int, list[frozenset[int]]] = defaultdict(list)
    for rows in alike:
        for row in rows:
            of[row].append(rows)
    found, open_ = set[int](), {row for row in person_ids if row in of}
    while open_:
        found |= open_
        open_ = {row for each in open_ for rows in of[each] for row in rows} - found
    return frozenset(found)


def _sighting(
    address: str,
    name: str,
    days: _Days,
    beside: Mapping[str, frozenset[str]],
) -> Sighting:
    first_on, last_on = days.get(address, (None, None))
    others = beside.get(address, frozenset())
    return Sighting(address=address, name=name, first_on=first_on, last_on=last_on, beside=others)


def _write_people(
    conn: Connection, user_id: int, known: _Known, homes: Mapping[standing.Group, int], days: _Days
) -> frozenset[int]:
    """Key, name and card of everybody; gives those who have another name than before."""
    several = {home for group, home in homes.items() if len(group) > 1}
    counts = seen.name_counts(conn, user_id, several)
    first = {address: met_on for address, (met_on, _) in days.items()}
    wanted = {}
    for group, home in homes.items():
        names = counts if home in several else {each: {known.names.get(each, ""): 1} for each in group}
        wanted[home] = person_of(group, known.book, names, first, known.said)
    return standing.write(conn, user_id, wanted)
