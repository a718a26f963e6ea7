"""Feasts in titles: whose it is may be met there, and is not where something is only done for it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.core.test_perhaps import BEFORE, ahead, meant, told
from tests.core.title_books import book_of
from worker.core.perhaps import Tells
from worker.core.titles.title_names import perhaps_in_title


@pytest.mark.parametrize(
    "title",
    ["Aldo's birthday dinner @ Uchi", "Aldo Birthday Party", "Drinks for Aldo's birthday",
     "Aldo's 36th birthday @ Uchi", "Aniversário do Aldo - churrasco na casa dele", "Jantar de niver do Aldo",
     "Geburtstagsparty Aldo", "Cena de cumpleaños de Aldo", "Anniversaire de Aldo chez lui",
     "Souper d'anniversaire de Aldo", "Cena di compleanno di Aldo",
     "Jantar de anos do Aldo", "Festa de anos do Aldo", "Aldo's 40th", "Aldos 40.",
     "40 ans d'Aldo", "Les 40 ans d’Aldo", "50 anos do Aldo", "Aldo 40 anni"],
)  # fmt: skip
def test_a_party_for_a_birthday_may_be_a_meeting(title: str) -> None:
    """With a meal, a party or a place, for some hours; a whole day is a birthday to remember."""
    assert meant(ahead(title)) == {"Aldo Fabbri"}
    assert meant(ahead(title, all_day=True)) == set()


@pytest.mark.parametrize(
    "title",
    ["Churrasco do Aldo", "Festa no Aldo", "Aldo's party", "Aldo's for tea", "Aldo's housewarming",
     "Aldo's wedding", "Hochzeit Aldo", "Aldos Hochzeit", "Boda de Aldo", "Mariage d’Aldo", "Casamento do Aldo",
     "Matrimonio Aldo", "Aldo's christening", "Aldo's leaving do", "Aldos Ausstand", "Pot de départ d'Aldo",
     "Despedida de Aldo", "Despedida de solteiro do Aldo", "Batizado da filha do Aldo", "Taufe von Aldos Sohn",
     "Chá de bebé do Aldo", "Wedding of Aldo and Jo", "Casamento do Aldo e da Rita", "Aldo Hochzeit (Kiel)",
     "Aldo's engagement party", "Aldo's stag do", "JGA Aldo", "Aldo's baby shower", "Laurea Aldo",
     "Enterrement de vie de garçon Aldo",
     "Crémaillère d'Aldo"],
)  # fmt: skip
def test_whose_party_it_is_may_be_met(title: str) -> None:
    """For some hours or a whole day, as weddings mostly stand there."""
    assert meant(ahead(title)) == {"Aldo Fabbri"}
    assert meant(ahead(title, all_day=True)) == {"Aldo Fabbri"}


@pytest.mark.parametrize(
    "title", ["Anos do Aldo", "Aldo's birthday", "Geburtstag Aldo", "Anniversaire d'Aldo"]
)
def test_an_evening_that_bears_a_birthday_may_be_a_meeting(title: str) -> None:
    """For a reminder nobody takes three hours."""
    day = ahead(title)
    evening = replace(day, ended_at=day.started_at + timedelta(hours=3))

    assert meant(day) == set()
    assert meant(evening) == {"Aldo Fabbri"}
    assert meant(replace(evening, all_day=True)) == set()


@pytest.mark.parametrize(
    "title", ["Vestido casamento Aldo", "Hochzeitsgeschenk Aldo", "Wedding gift Aldo", "Prenda de anos Aldo"]
)
def test_what_is_done_for_a_feast_is_none(title: str) -> None:
    """Ahead or behind."""
    assert meant(ahead(title)) == set()
    assert told(ahead(title, started_at=BEFORE), Tells.MEETING) == set()


@pytest.mark.parametrize("title", ["Aldos Zahnarzt", "Aldo's parents' evening", "Aldos"])
def test_what_is_theirs_otherwise_is_no_party(title: str) -> None:
    """However German makes a genitive."""
    assert told(ahead(title), Tells.MEETING) == set()


@pytest.mark.parametrize(
    ("title", "is_ahead", "is_past"),
    [
        ("Tea Mark", True, True),
        ("Mark - pub", True, True),
        ("Mark ???", True, True),
        ("Mark - cinema", False, True),
        ("Mark exam papers", False, False),
        ("mark - cinema", False, False),
    ],
)
def test_a_name_that_is_a_word_is_somebody_beside_what_is_done_together(
    title: str, *, is_ahead: bool, is_past: bool
) -> None:
    """With a capital, and nothing else there."""
    book = book_of("Mark Hill", "Aldo Fabbri")

    assert bool(perhaps_in_title(title, book)) is is_ahead
    assert bool(perhaps_in_title(title, book, is_past=True)) is is_past


@pytest.mark.parametrize(
    "title",
    ["Birthday present for Aldo", "Buy cake for Aldo's birthday party", "Aldo birthday call", "Aldo's birthday @ 6pm",
     "Pick up Aldo's birthday cake @ Uchi", "Geburtstagskuchen Aldo", "Geschenk für Aldos Geburtstagsfeier",
     "Plan Aldo's birthday dinner", "Aldo's school party"],
)  # fmt: skip
def test_what_is_done_for_a_birthday_is_no_party(title: str) -> None:
    """Nor is an hour a place."""
    assert meant(ahead(title)) == set()
