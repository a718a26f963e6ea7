"""Importing takes address books in: files, folders of them, and what a CardDAV server keeps. Twice is once.

A book is known by its place: imported again, it replaces what it said before. Beside step 3 of 5.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from sqlalchemy import Connection

from tasks.demo_folder import demo_ended
from tasks.duty import look_again
from tasks.login import Login
from tasks.wiring import House, UsageError
from worker.core.person import Card, card_keys
from worker.core.problem import Problem
from worker.core.sieve import Sieve, marks_of
from worker.inbox.cards.addressbook import cards_in
from worker.inbox.cards.card_fields import AddressBook
from worker.inbox.cards.card_folder import CARD_SUFFIXES, Tell, cards_at, untold
from worker.inbox.fetching.source import Source, SourceKind, source_of, with_credentials
from worker.store import feeds, forgotten, people, users
from worker.store.cards import replace_book

_CARDDAV = re.compile(r"\s*carddav", re.IGNORECASE)
_STATES = "address books"


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """One address book, as it came in."""

    label: str
    cards: Sequence[Card] = ()
    losses: Sequence[str] = ()
    """A sentence for each row that was left out."""
    is_unchanged: bool = False
    """Its server says that it is as it was at the last import."""


def import_from(house: House, text: str, login: Login | None, tell: Tell) -> Iterator[Imported]:
    """The address books at a path or an address, one by one; `tell` hears how far it is.

    Raises UsageError, PermanentError, TemporaryError.
    """
    source = source_of(_CARDDAV.sub("caldav", text, count=1))
    if source.kind is SourceKind.STANDARD_INPUT:
        raise UsageError(
            "an address book cannot come from standard input: give a file, a folder or an address"
        )
    if source.kind is SourceKind.PATH:
        if login is not None:
            raise UsageError("a file needs no user: leave --user out, or give an address")
        yield import_cards(house, Path(text), tell)
        return
    if login is not None:
        source = with_credentials(source, login.user, login.password)
    if _is_a_file(source):
        yield _from_file_on_the_web(house, source)
    else:
        yield from _from_server(house, source, tell)


def import_cards(house: House, path: Path, tell: Tell = untold) -> Imported:
    """A file, or a folder, which is one book. Raises PermanentError."""
    whole = cards_at(path, tell)
    return _taken(house, str(path.resolve()), path.name or str(path), whole, tell)


def _is_a_file(source: Source) -> bool:
    return PurePosixPath(urlsplit(source.text).path).suffix.lower() in CARD_SUFFIXES


def _from_file_on_the_web(house: House, source: Source) -> Imported:
    from worker.inbox.fetching.catch import Fetched
    from worker.inbox.fetching.fetch import fetch

    caught = fetch(source, client=house.client_for(source, is_trusted=True), gate=house.gate, now=house.now())
    body = caught.body.whole() if isinstance(caught, Fetched) else b""
    return _taken(house, _place(source), source.label, cards_in(body, name=source.label), untold)


def _from_server(house: House, source: Source, tell: Tell) -> Iterator[Imported]:
    from worker.inbox.fetching.carddav import visit_books

    tell(f"asking {source.label}")
    with house.database.read() as conn:
        known = _states(conn, house.user.id)
    books = visit_books(
        source,
        known=lambda address: known.get(_mark_of(address)),
        client=house.client_for(source, is_trusted=True),
        gate=house.gate,
        now=house.now(),
    )
    for book in books:
        if book.body is None:
            yield Imported(label=book.label, is_unchanged=True)
            continue
        found = cards_in(book.body, name=book.label) if book.body.strip() else AddressBook()
        whole = AddressBook(cards=found.cards, problems=(*found.problems, *book.problems))
        yield _taken(house, book.address, book.label, whole, tell, state=book.state)


def _place(source: Source) -> str:
    """The address without name and password: a new password is the same book."""
    parts = urlsplit(source.text)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _taken(
    house: House, place: str, label: str, book: AddressBook, tell: Tell, *, state: str | None = None
) -> Imported:
    tell(f"{label}: keeping {len(book.cards):,} people")
    user_id = house.user.id
    with demo_ended(house, user_id) as conn:
        save_book(house, conn, place, book.cards)
        states = _states(conn, user_id) | {_mark_of(place): state}
        kept = {mark: known for mark, known in states.items() if known}
        users.keep_value(conn, user_id, _STATES, json.dumps(kept, sort_keys=True) if kept else None)
    house.ring_now()
    return Imported(label=label, cards=book.cards, losses=[_sentence(label, each) for each in book.problems])


def _sentence(label: str, problem: Problem) -> str:
    return f"{label}, {problem.where}: {problem.what}; kept: {problem.kept}"


def _states(conn: Connection, user_id: int) -> dict[str, str]:
    """Book → what its server said of it at the last import."""
    states: dict[str, str] = json.loads(users.value_of(conn, user_id, _STATES) or "{}")
    return states


def _mark_of(place: str) -> str:
    return sha256(place.encode()).hexdigest()


def save_book(house: House, conn: Connection, place: str, cards: Sequence[Card]) -> None:
    """What a book says replaces what it said before; `place` tells it from others."""
    from tasks.tie import tie_again
    from tasks.titles import read_again
    from tasks.whose import judge_by_name
    from worker.store.settling import settle

    user_id = house.user.id
    now = _not_forgotten(house, conn, cards)
    before = replace_book(conn, user_id, _mark_of(place), now)
    keys = {key for card in (*before, *now) for key in card_keys(card)}
    settled = settle(conn, user_id, people.ids_of_addresses(conn, user_id, keys).values(), is_new_book=True)
    on_cards = frozenset(people.ids_of_addresses(conn, user_id, keys).values())
    tie_again(house, conn, user_id, on_cards | settled.moved)
    read_again(house, conn, user_id, on_cards | settled.moved | settled.renamed)
    for feed in feeds.all_feeds(conn, user_id):
        judge_by_name(house, conn, feed)
    look_again(house, conn, user_id)


def _not_forgotten(house: House, conn: Connection, cards: Sequence[Card]) -> Sequence[Card]:
    """Without those whom the user asked to forget; their other addresses are forgotten with them."""
    sieve = forgotten.sieve_of(conn, house.user.id, house.vault)
    if not sieve:
        return cards
    cards = [_without_them(card, sieve) for card in cards]
    theirs = [card for card in cards if _is_theirs(card, sieve)]
    marks = (mark for card in theirs for mark in marks_of(card.emails, [card.name]))
    forgotten.remember(conn, house.user.id, house.vault, marks)
    return [card for card in cards if card not in theirs]


def _without_them(card: Card, sieve: Sieve) -> Card:
    """Nor does another's card name them again."""
    return replace(card, household=tuple(each for each in card.household if sieve.without(each) == each))


def _is_theirs(card: Card, sieve: Sieve) -> bool:
    if card.emails:
        return any(sieve.has_person(address) for address in card.emails)
    return sieve.has_person("", card.name)
