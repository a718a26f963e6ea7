"""Proposing is asking about names that stand in titles alone, "Lunch with Maria", where nobody known is meant.

Beside step 2 of 5. Nobody is made of a title: the user confirms a name, says whom of those they know it means, or that
it is no person, and is not asked again. What is private is named, and its title never shown.
"""

import json
import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection

from tasks.calling import person_called
from tasks.duty import hearing
from tasks.tending import merge
from tasks.tie import tie_again
from tasks.titles import name_book, owners_known, read_again
from tasks.whose import is_nobodys
from tasks.wiring import House, UsageError
from worker.core.fold import by_name, typed
from worker.core.giving.delicate import is_delicate
from worker.core.perhaps import Perhaps
from worker.core.person import Card, Person, card_keys, name_key
from worker.core.titles.name_book import KIN_WORDS, NameBook, name_word
from worker.core.titles.title_names import has_name, people_in_title
from worker.inbox.reading.entry import group_in, titles_in
from worker.store import cards, events, feeds, forgotten, people, perhaps, touches, users, verdicts
from worker.store.settling import settle

_REFUSED, _IDENTIFIED = "refused names", "identified names"
_SHOWN = 20
"""So many names are asked about at a time; the others come up once these are answered."""
_BEARERS = 3
"""Where more are called so, a name says nothing of whom it may mean."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A name that may be somebody's."""

    name: str
    title: str
    """A title in which it stands; "" where that is private, or of what is never quoted."""
    bearers: tuple[tuple[str, str], ...] = ()
    """Key and name of those who bear its first word as their given name: "Torben Lathe" may be Torben at the lathe, and
    "tía Marta" Marta."""


def proposals(house: House) -> tuple[Proposal, ...]:
    """Names in titles that nobody known bears, by name; those that stand in several titles go before the others."""
    found: dict[str, list[Proposal]] = {}
    with house.database.read() as conn:
        refused = set(map(typed, _refused(conn, house.user.id)))
        sieve = forgotten.sieve_of(conn, house.user.id, house.vault)
        for each in _named(house, conn):
            key = name_key(each.name)
            if typed(key) not in refused and not sieve.has_person(key):
                found.setdefault(key, []).append(each)
    often = sorted(found.values(), key=lambda some: (-len(some), name_key(some[0].name)))[:_SHOWN]
    chosen = [max(some, key=lambda each: bool(each.title)) for some in often]
    return tuple(sorted(chosen, key=lambda each: by_name(each.name)))


def confirm(house: House, name: str) -> str:
    """This is somebody: titles that name them count from now on; gives the key. Raises UsageError.

    Not where titles mean somebody known by that name already: it would take from them what is theirs.
    """
    plain = _plain(name)
    user_id = house.user.id
    with hearing(house) as conn:
        if not _is_titled(conn, user_id, plain):
            raise _unknown(plain)
        key = name_key(plain)
        book = name_book(conn, user_id, owners_known(house, conn))
        if (bearer := _meant_by(plain, book)) not in (None, key):
            told = f"{book.names[bearer]} is called so, and titles that say {plain} mean them already"
            raise UsageError(f"{told}: give somebody else of that name a card of their own")
        cards.add(conn, user_id, cards.CONFIRMED, Card(name=plain))
        settle(conn, user_id, (), is_new_book=True)
        _keep_refused(conn, user_id, _without(_refused(conn, user_id), key))
        read_again(house, conn, user_id, people.ids_of_addresses(conn, user_id, [key]).values())
    return key


def identify(house: House, name: str, who: str) -> Person:
    """This name means somebody known: titles that say it are theirs, until `split` takes it back.

    `who` is an address, a name or a key, as for every command. Raises UsageError, PermanentError.
    """
    with house.database.read() as conn:
        known = person_called(house, conn, who).person
        was_known = bool(people.ids_of_addresses(conn, house.user.id, [name_key(_plain(name))]))
    key = confirm(house, name)
    with house.database.write() as conn:
        bearer = person_called(house, conn, key).person
        if not was_known:
            _keep(conn, house.user.id, _IDENTIFIED, _kept(conn, house.user.id, _IDENTIFIED) | {key})
    if bearer.key not in (key, known.key):
        raise UsageError(f"{_plain(name)} means {bearer.name} already: `snowdrop split` parts them")
    if bearer.key != known.key:
        merge(house, known.key, key)
    return known


def to_part(name: str) -> str:
    """How the user takes back whom a name means."""
    return f"snowdrop split {shlex.quote(name)}"


def propose_again(house: House, parted: Iterable[Person]) -> None:
    """Of those who were just parted, the names of which the user had said whom they mean: each is asked about again."""
    user_id = house.user.id
    with hearing(house) as conn:
        said = _kept(conn, user_id, _IDENTIFIED)
        everyone = {each.key for each in parted}
        keys = said & everyone
        verdicts.unsay_apart(conn, user_id, keys, everyone - keys)
        for key in sorted(keys):
            _take_back(house, conn, key)
        _keep(conn, user_id, _IDENTIFIED, said - keys)


def refuse(house: House, name: str, *, is_undone: bool = False) -> None:
    """This is nobody, though it was confirmed before, and is not asked about again; or may be somebody after all.

    Raises UsageError.
    """
    plain = _plain(name)
    key, user_id = name_key(plain), house.user.id
    with hearing(house) as conn:
        refused = _refused(conn, user_id)
        others = _without(refused, key)
        if others == refused and (is_undone or not _is_titled(conn, user_id, plain)):
            raise _unknown(plain, is_refused=is_undone)
        if not is_undone and key in _kept(conn, user_id, _IDENTIFIED):
            bearer = person_called(house, conn, key).person.name
            raise UsageError(f"{plain} means {bearer}, as you said: `{to_part(bearer)}` takes that back")
        _keep_refused(conn, user_id, others if is_undone else others | {key})
        if not is_undone:
            _take_back(house, conn, key)
            book = name_book(conn, user_id, owners_known(house, conn))
            bearers = people.ids_of_addresses(conn, user_id, book.meant_by(name_word(plain)))
            read_again(house, conn, user_id, bearers.values())


def _meant_by(name: str, book: NameBook) -> str | None:
    """The key of the one whom titles mean that say this name and no more; None where there are several, or none."""
    keys = book.meant_by(name_word(name))
    return next(iter(keys)) if len(keys) == 1 else None


def perhaps_of(
    conn: Connection, user_id: int, person_ids: Collection[int]
) -> Mapping[int, tuple[Perhaps, ...]]:
    """By person: titles that may mean them, but for those by a name of which the user said that it is nobody."""
    refused = set(map(typed, _refused(conn, user_id)))
    return {
        person_id: tuple(each for each in found if typed(name_key(each.name)) not in refused)
        for person_id, found in perhaps.of_people(conn, user_id, person_ids).items()
    }


def _take_back(house: House, conn: Connection, key: str) -> None:
    """What titles told of them goes, and they with it, unless an address book or the user speaks of them."""
    user_id = house.user.id
    cards.take(conn, user_id, cards.CONFIRMED, key)
    if any(key in card_keys(card) for card in cards.all_cards(conn, user_id)):
        return
    lost = touches.remove_titled(conn, user_id, key)
    settled = settle(conn, user_id, lost | {*people.ids_of_addresses(conn, user_id, [key]).values()})
    tie_again(house, conn, user_id, lost | settled.moved)


def _named(house: House, conn: Connection) -> Iterator[Proposal]:
    book = name_book(conn, house.user.id, owners_known(house, conn))
    unknown = cache(lambda title: [each.name for each in people_in_title(title, book) if each.person is None])
    bearers = cache(lambda name: _bearers(name, book))
    for feed in feeds.all_feeds(conn, house.user.id):
        if feed.is_theirs or is_nobodys(house, feed):
            continue
        for body in events.nameless(conn, house.user.id, feed.id):
            if any(map(unknown, titles_in(body.body))):
                for entry in group_in(body.event_key, body.body).entries:
                    title = "" if entry.is_private or is_delicate(entry.title) else entry.title
                    names = [] if entry.status == "CANCELLED" else unknown(entry.title)
                    yield from (Proposal(name=name, title=title, bearers=bearers(name)) for name in names)


def _bearers(name: str, book: NameBook) -> tuple[tuple[str, str], ...]:
    words = [name_word(word) for word in name.split()]
    keys = book.meant_by(next((word for word in words if word not in KIN_WORDS), words[0]))
    some = sorted(((key, book.names[key]) for key in keys), key=lambda each: by_name(each[1]))
    return tuple(some) if len(some) <= _BEARERS else ()


def _plain(name: str) -> str:
    plain = " ".join(name.split())
    if not plain or len(plain) > 100 or "@" in plain:
        raise UsageError("a name is needed as a title writes it: `snowdrop proposed` lists them")
    return plain


def _is_titled(conn: Connection, user_id: int, name: str) -> bool:
    """Also by an event that waits to be learnt, or is there no longer: it may just have been shown."""
    return any(
        has_name(title, name)
        for feed in feeds.all_feeds(conn, user_id)
        for each in events.every_body(conn, user_id, feed.id)
        for title in titles_in(each.body)
    )


def _unknown(name: str, *, is_refused: bool = False) -> UsageError:
    what = f"you never said that {name} is nobody" if is_refused else f"no title names {name}"
    return UsageError(f"{what}: `snowdrop proposed` lists the names there are")


def _without(keys: Collection[str], key: str) -> frozenset[str]:
    """A calendar may write the apostrophe of a name in another way than the user."""
    return frozenset(each for each in keys if typed(each) != typed(key))


def _refused(conn: Connection, user_id: int) -> frozenset[str]:
    return _kept(conn, user_id, _REFUSED)


def _keep_refused(conn: Connection, user_id: int, keys: Collection[str]) -> None:
    _keep(conn, user_id, _REFUSED, keys)


def _kept(conn: Connection, user_id: int, what: str) -> frozenset[str]:
    return frozenset(json.loads(users.value_of(conn, user_id, what) or "[]"))


def _keep(conn: Connection, user_id: int, what: str, keys: Collection[str]) -> None:
    text = json.dumps(sorted(keys), ensure_ascii=False)
    users.keep_value(conn, user_id, what, text if keys else None)
