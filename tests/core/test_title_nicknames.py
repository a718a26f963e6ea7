"""Nicknames in titles: whoever is really called so goes before whoever only may be."""

import pytest

from tests.core.title_books import counted, named, person
from worker.core.person import Person
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_names import person_named

ALE = Person(key="ale", name="Alessandro Bianchi", also=("Ale",))


def book_with(*written: str) -> NameBook:
    return NameBook.of([ALE, *(person(each.partition(" <")[0], each) for each in written)])


@pytest.mark.parametrize(
    "title", ["Caffè con Ale", "Cena Ale", "Partita con Ale Bianchi", "Caffè con Ale B."]
)
@pytest.mark.parametrize("other", ["Alessandra Conti", "Alessandro Neri", "Alessandra Bianchi"])
def test_a_nickname_on_a_card_goes_before_one_that_friends_may_use(title: str, other: str) -> None:
    """An Alessandra who came by an invitation may be anybody's Ale; this one is."""
    assert counted(title, book_with(other)) == {"ale"}


def test_a_name_goes_before_one_that_friends_may_use() -> None:
    """Alex is no Alexander, where there is one who is called Alex and nothing else."""
    book = book_with("Alex Brandt", "Alexander Fuchs")

    assert counted("Lunch with Alex", book) == {"Alex Brandt"}
    assert counted("Lunch with Alex Fuchs", book) == {"Alexander Fuchs"}
    assert person_named("Ale Bianchi", book_with("Alessandra Bianchi")) == "ale"


def test_of_two_who_are_called_so_neither_counts() -> None:
    """Two cards with one nickname, or a nickname that is somebody's name."""
    other = Person(key="other", name="Alessandra Conti", also=("Ale",))

    assert named("Caffè con Ale", NameBook.of([ALE, other])) == [("Ale", False)]
    assert named("Caffè con Ale", book_with("Ale Costa")) == [("Ale", False)]


def test_the_company_in_the_title_goes_before_a_nickname() -> None:
    """It tells which of them the title means."""
    book = book_with("Alessandra Conti <ac@acmeworks.com>")

    assert counted("Caffè con Ale (Acmeworks)", book) == {"Alessandra Conti"}
    assert counted("Caffè con Ale e Alessandra (Acmeworks)", book_with("Alessandra Conti")) == {
        "ale",
        "Alessandra Conti",
    }


@pytest.mark.parametrize("nickname", ["JP", "J.P.", "J-P", "J.-P."])
@pytest.mark.parametrize("written", ["JP", "J.P.", "J-P", "J‑P", "J.-P."])
def test_initials_are_one_nickname_however_they_are_written(nickname: str, written: str) -> None:
    """On the card and in the title."""
    book = NameBook.of([Person(key="jp", name="Jean-Pierre Roy", also=(nickname,))])

    assert counted(f"Café {written}", book) == counted(f"Café avec {written} 10h", book) == {"jp"}


def test_initials_with_a_hyphen_are_no_word() -> None:
    """Only as whoever is called so: "W-E" is a weekend."""
    book = NameBook.of([Person(key="me", name="Marie-Ève Roy", also=("M-È",)), person("tom", "Tom Hill")])

    assert counted("Souper M-È", book) == counted("souper m-è", book) == {"me"}
    assert counted("Lunch with me", book) == frozenset()
    assert (
        counted("Me and Tom", book)
        == counted("W-E avec Tom", book)
        == counted("Lunch Tom 1 p.m.", book)
        == {"tom"}
    )


@pytest.mark.parametrize(
    ("known", "other"),
    [
        ("Georg Falk", "Jürgen"), ("Henrik Brandt", "Heinz"), ("Henrik Brandt", "Harry"), ("Henry Brandt", "Heinz"),
        ("Maria Roth", "Maike"), ("Nikolas Roth", "Klaus"), ("Karl Roth", "Lotte"), ("Christian Roth", "Tina"),
        ("Alexander Roth", "Sandra"), ("Paul Roth", "Polly"), ("Peter Roth", "Petra"), ("John Roth", "Jonas"),
        ("Luigi Rossi", "Lutz"), ("Elena Conti", "Nora"),
    ],
)  # fmt: skip
def test_who_has_a_name_of_their_own_is_nobody_else(known: str, other: str) -> None:
    """Wherever the two names come from, long ago: nobody else is met in their stead."""
    assert counted(f"Kaffee mit {other}", book_with(known)) == set()


@pytest.mark.parametrize(
    ("known", "short"),
    [
        ("Heinrich Roth", "Heinz"), ("Nikolaus Roth", "Klaus"), ("Harry Roth", "Harry"), ("Henry Roth", "Harry"),
        ("Alexandra Roth", "Sandra"), ("Christina Roth", "Tina"), ("Mary Roth", "Polly"), ("Ana Costa", "Anita"),
        ("William Roth", "Bill"), ("José Costa", "Pepe"), ("Francisco Ruiz", "Paco"), ("Giovanni Rossi", "Gianni"),
        ("Johannes Roth", "Hannes"), ("Ulrike Roth", "Uli"), ("Katarzyna Lis", "Kasia"), ("Michaela Roth", "Michi"),
    ],
)  # fmt: skip
def test_friends_make_a_short_name_of_a_long_one(known: str, short: str) -> None:
    """In the languages that are read."""
    assert counted(f"Kaffee mit {short}", book_with(known)) == {known}
