"""In whatever order calendars are read and address books imported, and however often: the same people."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasks.duty import Kind
from tasks.importing import import_cards
from tests.tasks.home import Home
from tests.tasks.test_same import met
from worker.core.person import Person
from worker.store import events, people

_ADDRESSES = (
    "ada@acme.example", "ada.lovelace@acme.example", "ada@gmail.com", "a.da@gmail.com", "ada@initech.example",
    "bob@acme.example", "rbaker@gmail.com", "bob@initech.example",
)  # fmt: skip
_NAMES = ("Ada Lovelace", "Lovelace\\, Ada", "Ada", "Bob Baker", "Robert Baker", "")
_MEETING = st.tuples(st.integers(-900, 30), st.sampled_from(_ADDRESSES), st.sampled_from(_NAMES))
_CARD = st.tuples(
    st.lists(st.sampled_from(_ADDRESSES), max_size=2, unique=True),
    st.sampled_from(("Ada King", "Ada Lovelace", "Bob")),
)
_FEEDS = st.lists(st.lists(_MEETING, min_size=1, max_size=4), min_size=1, max_size=3)
_BOOKS = st.lists(st.lists(_CARD, min_size=1, max_size=3), max_size=2)


def card(number: int, emails: Sequence[str], name: str) -> str:
    lines = [f"EMAIL:{each}" for each in emails] + [f"TEL:+49 30 {number}"]
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""])


def people_after(
    order: Sequence[int],
    feeds: Sequence[Sequence[tuple[int, str, str]]],
    books: Sequence[Sequence[tuple[list[str], str]]],
) -> dict[str, Person]:
    """Feeds come first in `order`'s numbers, then books; a number that comes again is read again."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder), me=("me@example.org",))
        known: dict[int, int] = {}
        for number in order:
            if number >= len(feeds):
                path = Path(folder) / f"{number}.vcf"
                path.write_text("".join(card(number, *each) for each in books[number - len(feeds)]), "utf-8")
                import_cards(home.house, path)
                home.settle(Kind.LEARN)
            elif number in known:
                with home.house.database.write() as conn:
                    events.mark_unlearnt(conn, home.user_id, known[number])
                home.do(Kind.LEARN, known[number])
            else:
                written = [met(f"{number}.{n}", -day, *who) for n, (day, *who) in enumerate(feeds[number])]
                known[number] = home.add(home.write(f"{number}.ics", *written))
                home.read(known[number])
        with home.house.database.read() as conn:
            known = people.all_people(conn, home.user_id)
        home.house.close()
        return {each.person.key: replace(each.person, circle="") for each in known}


_ANY_ORDER = given(_FEEDS, _BOOKS, st.data())
_Feeds, _Books = list[list[tuple[int, str, str]]], list[list[tuple[list[str], str]]]


def compare(feeds: _Feeds, books: _Books, data: st.DataObject) -> None:
    all_ = list(range(len(feeds) + len(books)))
    other = data.draw(st.permutations(all_)) + data.draw(st.lists(st.sampled_from(all_), max_size=2))

    assert people_after(other, feeds, books) == people_after(all_, feeds, books)


@settings(max_examples=2, suppress_health_check=[HealthCheck.too_slow])
@_ANY_ORDER
def test_no_order_of_feeds_and_books_changes_the_people(
    feeds: _Feeds, books: _Books, data: st.DataObject
) -> None:
    """Keys, names, addresses and cards, with some read twice."""
    compare(feeds, books, data)


@pytest.mark.slow
@pytest.mark.timeout(900)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@_ANY_ORDER
def test_no_order_changes_the_people_in_many_tries(feeds: _Feeds, books: _Books, data: st.DataObject) -> None:
    """The same, for longer."""
    compare(feeds, books, data)


def test_a_calendar_that_is_read_again_does_not_win_with_its_spelling() -> None:
    """Two of three call her Ada Lovelace, and so she is called, whichever was read last."""
    feeds = [[(0, "ada@acme.example", name)] for name in ("Ada Lovelace", "Ada Lovelace", "Lovelace\\, Ada")]
    books = [[([], "Ada King")], [(["ada.lovelace@acme.example"], "Ada Lovelace")]]

    assert people_after([0, 1, 2, 3, 4, 2], feeds, books) == people_after([0, 1, 2, 3, 4], feeds, books)
