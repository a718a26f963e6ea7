"""Calls back, and who comes: verbs before a name that tell of somebody met."""

import pytest

from tests.core.title_books import book_of, counted

ANA = book_of("Ana Lima")


@pytest.mark.parametrize(
    "title",
    [
        "Rappeler Ana",
        "Rappeler Ana Lima",
        "Richiamare Ana",
        "Ana zurückrufen",
        "Ligar pro Ana",
        "Ligar pra Ana",
        "Ligar ao Ana",
        "Telefonar ao Ana",
        "Visita ao Ana",
        "Viene Ana",
        "Viene Ana Lima",
        "Viene Ana a cena",
        "Vienen Ana y Paco Ruiz a cenar",
        "Vem Ana",
    ],
)
def test_a_verb_before_a_name_may_tell_of_somebody_met(title: str) -> None:
    """Whoever is called back, or comes."""
    assert counted(title, book_of("Ana Lima", "Paco Ruiz")) >= {"Ana Lima"}


@pytest.mark.parametrize(
    "title",
    [
        "Rappel Ana",
        "Rappeler à Ana d'acheter du pain",
        "Rappeler le plombier pour Ana",
        "Presente pro Ana",
        "Presente ao Ana",
        "Escrever ao Ana",
        "Viene Ana da Roma",
        "Viene Ana a limpiar",
        "Viene Ana per le chiavi",
        "Quando viene Ana",
    ],
)
def test_what_is_done_for_somebody_is_no_meeting(title: str) -> None:
    """Nor is whoever comes to do something."""
    assert counted(title, ANA) == frozenset()
