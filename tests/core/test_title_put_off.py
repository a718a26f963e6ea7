"""Titles that say that nothing came of it: a word, a phrase, or a part of its own."""

import pytest

from tests.core.bonds import met
from tests.core.title_books import BOOK, named
from worker.core.fold import folded_words
from worker.core.giving.topic import topic_of
from worker.core.lexicon import entries
from worker.core.titles.off_words import ALONE, WAYS, is_put_off


@pytest.mark.parametrize(
    "title",
    ["Souper avec Camille – remis", "Souper avec Camille – à reporter", "Cena con Chiara (saltata)",
     "Café con Ana se canceló", "Lunch with Maria, moved to Friday", "Essen mit Anke fiel aus",
     "Lunch w/ Maria -> moved", "~~Lunch w/ Maria~~"],
)  # fmt: skip
def test_who_was_put_off_was_not_met(title: str) -> None:
    """Whichever way it is said."""
    assert named(title, BOOK) == []


@pytest.mark.parametrize(
    ("title", "who"),
    [("Remise des prix avec Camille", "camille"), ("Cena con Chiara: pollo saltato", "chiara"),
     ("Clothes swap with Maria", "maria"),
     ("Lunch with Maria, a reporter here", "maria"), ("Lunch with Maria, moved to the terrace", "maria")],
)  # fmt: skip
def test_a_word_that_means_another_thing_puts_nothing_off(title: str, who: str) -> None:
    """A prize-giving, a dish, a trade, a place."""
    assert named(title, BOOK) == [(who, True)]


@pytest.mark.parametrize(
    "title",
    ["Lunch with Maria - couldn't make it", "Lunch with Maria (couldn’t come)", "Lunch with Maria: bailed",
     "Lunch with Maria, stood me up", "Lunch with Maria - she was ill", "Lunch with Maria (got sick)",
     "Lunch with Maria - no-show", "Lunch with Maria, cancelled last minute", "Lunch with Maria - we skipped",
     "Lunch with Maria - she forgot", "Lunch with Maria -> too tired",
     "Essen mit Anke - kam nicht", "Essen mit Anke (war krank)", "Essen mit Anke - Anke krank",
     "Essen mit Anke, hat abgesagt", "Essen mit Anke - doch nicht", "Essen mit Anke: geplatzt",
     "Essen mit Anke - wurde nichts", "Essen mit Anke, hat mich versetzt",
     "Vermut con Ana - no pudo venir", "Café con Ana (no vino)", "Café con Ana, al final no", "Café con Ana (no fui)",
     "Café con Ana: se puso mala", "Café con Ana (cancela)", "Café con Ana → lo dejamos", "Café con Ana - canceló",
     "Café con Ana (estaba mala)", "Café con Ana - no ha venido", "Café con Ana, se le olvidó",
     "Souper avec Camille (pas venue)", "Souper avec Camille – n’a pas pu", "Souper avec Camille, posé un lapin",
     "Souper avec Camille – malade", "Souper avec Camille – finalement non", "Souper avec Camille (annule)",
     "Souper avec Camille – j’ai oublié",
     "Cena con Chiara – non è venuta", "Cena con Chiara (non ha potuto)", "Cena con Chiara, alla fine no",
     "Cena con Chiara: ha dato buca", "Cena con Chiara (malata)", "Cena con Chiara - niente",
     "Almoço com João – não veio", "Almoço com João (não pôde)", "Almoço com João, não fui", "Almoço com João: furou",
     "Almoço com João – cancelou", "Almoço com João, no fim não", "Almoço com João – passou mal",
     "Almoço com João (doente)",
     "Late (swap w/ Maria)", "Shift swap w/ Maria", "Early - swapped with Maria", "Rota change: Maria <> me",
     "Diensttausch mit Anke", "Cambio de turno con Ana", "Troca de plantão com João", "Scambio turno con Chiara"],
)  # fmt: skip
def test_of_what_nothing_came_nobody_was_met_and_there_is_no_topic(title: str) -> None:
    """As people note it afterwards; nor is it quoted where a guest list tells who was to come."""
    assert named(title, BOOK) == []
    assert topic_of(met(9, title)) == ""


@pytest.mark.parametrize(
    ("title", "who"),
    [("Cena con Ana, vino blanco", "ana"), ("Concert with Maria: No Doubt", "maria"),
     ("Coffee Maria: kick off", "maria"), ("Lunch with Maria, No. 5", "maria"),
     ("Comida en La Cancela con Ana", "ana"),
     ("Dîner avec Camille : lapin à la moutarde", "camille"), ("Almoço com João, bolo", "joao"),
     ("Walk with Maria to the sick bay museum", "maria")],
)  # fmt: skip
def test_what_only_looks_like_it_hides_nobody(title: str, who: str) -> None:
    """Wine is no "came", and a rabbit on the plate is none that was laid."""
    assert named(title, BOOK) == [(who, True)]


def test_no_way_to_say_it_is_let_go_at_the_first_look() -> None:
    """Most titles need but one look at their words; each entry of the tables passes it."""
    said = [f"Lunch - {entry.replace('*', 'xyz')}" for entry in entries(WAYS, ALONE)]

    assert [title for title in said if not is_put_off(title, folded_words(title))] == []
