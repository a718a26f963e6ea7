"""Cards are what the user's address books say about people: kept whole, since people are made of all that is known.

Beside step 3 of 5. Importing a book again replaces what it said before, and nothing else: twice is once.
"""

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection, Row, delete, insert, select

from worker.core.person import NAME_KEY, Card, card_keys
from worker.store.columns import birthday_columns, birthday_in
from worker.store.tables.people import addresses, cards, people

CONFIRMED = "confirmed names"
"""The book of what the user confirms of names in titles, as if each stood on a card of their own."""


def replace_book(conn: Connection, user_id: int, book: str, new: Iterable[Card]) -> tuple[Card, ...]:
    """From now on the book says this; gives what it said before. `book` is its name, at most 64 characters."""
    before = _of_book(conn, user_id, book)
    conn.execute(delete(cards).where(cards.c.user_id == user_id, cards.c.book == book))
    rows = [{"user_id": user_id, "book": book, **_values(card)} for card in new]
    if rows:
        conn.execute(insert(cards), rows)
    return before


def add(conn: Connection, user_id: int, book: str, card: Card) -> None:
    """One more in a book, once however often it is added."""
    known = [each for each in _of_book(conn, user_id, book) if each != card]
    replace_book(conn, user_id, book, (*known, card))


def take(conn: Connection, user_id: int, book: str, key: str) -> None:
    """Takes out of a book what is found under this address, or "name:…" key."""
    replace_book(
        conn, user_id, book, [each for each in _of_book(conn, user_id, book) if key not in card_keys(each)]
    )


def all_cards(conn: Connection, user_id: int) -> tuple[Card, ...]:
    """Of all books."""
    query = select(cards).where(cards.c.user_id == user_id).order_by(cards.c.id)
    return tuple(map(_card_in, conn.execute(query)))


def with_household(conn: Connection, user_id: int) -> tuple[Card, ...]:
    """Those that name partners or children."""
    query = select(cards).where(cards.c.user_id == user_id, cards.c.household.is_not(None))
    return tuple(map(_card_in, conn.execute(query)))


def names_said(conn: Connection, user_id: int) -> Iterator[tuple[str, str]]:
    """(a name that the user gave somebody, the key of that one): they confirmed it, or merged it into another."""
    confirmed = {key for card in _of_book(conn, user_id, CONFIRMED) for key in card_keys(card)}
    bearer = (people.c.user_id == addresses.c.user_id) & (people.c.id == addresses.c.person_id)
    query = select(addresses.c.address, people.c.key).join(people, bearer)
    is_name = addresses.c.address.startswith(NAME_KEY, autoescape=True)
    for address, key in conn.execute(query.where(addresses.c.user_id == user_id, is_name)):
        if address != key or address in confirmed:
            yield address.removeprefix(NAME_KEY), key


def remove_of(conn: Connection, user_id: int, keys: Collection[str]) -> None:
    """Takes every card away that is found under one of these addresses, or "name:…" keys."""
    rows = conn.execute(select(cards).where(cards.c.user_id == user_id)).all()
    theirs = [row.id for row in rows if not set(keys).isdisjoint(card_keys(_card_in(row)))]
    conn.execute(delete(cards).where(cards.c.user_id == user_id, cards.c.id.in_(theirs)))


def _of_book(conn: Connection, user_id: int, book: str) -> tuple[Card, ...]:
    query = select(cards).where(cards.c.user_id == user_id, cards.c.book == book).order_by(cards.c.id)
    return tuple(map(_card_in, conn.execute(query)))


def _values(card: Card) -> dict[str, object]:
    return {
        "name": card.name,
        "emails": list(card.emails),
        "phones": list(card.phones),
        "also": list(card.also) or None,
        "given": card.given or None,
        "household": list(card.household) or None,
        **birthday_columns(card.birthday),
        "is_deceased": card.is_deceased,
        "circle": card.circle or None,
        "zone": card.zone or None,
    }


def _card_in(row: Row[*tuple[object, ...]]) -> Card:
    return Card(
        name=row.name,
        emails=tuple(row.emails),
        phones=tuple(row.phones),
        birthday=birthday_in(row),
        is_deceased=row.is_deceased,
        circle=row.circle or "",
        zone=row.zone or "",
        also=tuple(row.also or ()),
        given=row.given or "",
        household=tuple(row.household or ()),
    )
