"""Address books: whatever file is given, it becomes cards or says why not."""

# ruff: noqa: T201 - the count is printed

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.core.identity.everyone import people_on
from worker.core.person import Birthday, Card
from worker.core.problem import Problem
from worker.errors import PermanentError
from worker.inbox.cards.addressbook import AddressBook, cards_in


@pytest.mark.parametrize(
    "data", [b"", b"\r\n\r\n", b"\xff\xfe", b"\0", b"<html><body>404</body></html>", b'"']
)
def test_what_is_no_address_book_says_so(data: bytes) -> None:
    """Empty files and error pages."""
    for name in ("contacts.csv", "contacts.vcf"):
        with pytest.raises(PermanentError, match=name):
            cards_in(data, name=name)


def test_a_calendar_given_as_an_address_book_is_told_where_it_goes() -> None:
    """The two commands are easily mistaken for each other."""
    data = b"\xef\xbb\xbf\r\nbegin:vcalendar\r\nEND:VCALENDAR\r\n"
    for name in ("work.ics", "work.vcf"):
        with pytest.raises(PermanentError, match=f"^{name} is a calendar, not an address book: .*`add`$"):
            cards_in(data, name=name)


def test_monicas_export_is_read() -> None:
    """Addresses and numbers are told apart by their look; an age is no birthday; the dead are marked."""

    def contact(*fields: str, **facts: object) -> dict[str, object]:
        values = [{"properties": {"data": field, "type": "0000"}} for field in fields]
        return {
            "properties": facts,
            "data": [{"count": len(values), "type": "contact_field", "values": values}],
        }

    born = {"is_age_based": False, "is_year_unknown": False, "date": "1984-03-09T00:00:00.000000Z"}
    contacts = [
        contact(
            "Ana@Example.org",
            "+49 170 5550100",
            "@ana",
            first_name="Ana",
            last_name="Lima",
            nickname="Aninha",
            birthdate=born,
        ),
        contact(
            first_name="Ben", middle_name=None, is_dead=True, birthdate={**born, "is_year_unknown": True}
        ),
        contact(nickname="Chen", birthdate={**born, "is_age_based": True}),
        contact("https://www.example.com/nobody"),
    ]
    collections = [{"type": "activity", "values": [{}]}, {"count": 4, "type": "contact", "values": contacts}]
    data = json.dumps({"version": "1.0-preview.1", "account": {"data": collections}}).encode()

    book = cards_in(data, name="monica.json")

    assert book == AddressBook(
        cards=(
            Card(
                name="Ana Lima",
                emails=("ana@example.org",),
                phones=("+49 170 5550100",),
                birthday=Birthday(month=3, day=9, year=1984),
                also=("Aninha",),
            ),
            Card(name="Ben", birthday=Birthday(month=3, day=9), is_deceased=True),
            Card(name="Chen"),
        ),
        problems=(Problem(where="contact 4", what="names nobody", kept="the other contacts"),),
    )


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "{}",
        '{"account": []}',
        '{"account": {"data": [1, {"type": "contact", "values": null}]}}',
        '{"a":' * 9999,
    ],
)
def test_other_json_says_that_it_is_none_of_monicas(text: str) -> None:
    """Cut files, other programs' files, and files made to hurt."""
    with pytest.raises(PermanentError, match=r"other\.json"):
        cards_in(text.encode(), name="other.json")


@given(st.binary(max_size=400))
def test_any_bytes_give_cards_or_one_sentence(junk: bytes) -> None:
    """Never a traceback: as a file, inside a card, and as a table's rows."""
    for data in (
        junk,
        b"BEGIN:VCARD\n" + junk + b"\nEND:VCARD\n",
        b"First Name,Email,Birthday\n" + junk,
        b"{" + junk,
    ):
        try:
            book = cards_in(data, name="junk")
        except PermanentError:
            continue
        assert all(card.name or card.emails or card.phones for card in book.cards)


@pytest.mark.skipif(
    "SNOWDROP_TEST_DATA" not in os.environ, reason="SNOWDROP_TEST_DATA names no folder of samples"
)
def test_every_sample_from_the_wild_is_imported_or_says_why() -> None:
    """Files that many programs keep as their own test cases."""
    samples = sorted((Path(os.environ["SNOWDROP_TEST_DATA"]) / "contacts").glob("*.vcf"))

    books = {sample.name: cards_in(sample.read_bytes(), name=sample.name) for sample in samples}

    cards = [card for book in books.values() for card in book.cards]
    silent = [name for name, book in books.items() if not book.cards]
    people = people_on(cards)
    print(f"\n{len(books)} files, {len(cards)} cards, {len(people)} people, {len(silent)} files say why not")
    assert len(books) > 50
    assert all(book.cards or book.problems for book in books.values())
    assert len(silent) < 0.15 * len(books)
