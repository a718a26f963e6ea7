"""Taverns that are called after their host: whoever is known by that name was not met there."""

import pytest

from tests.core.title_books import book_of, counted

BOOK = book_of(
    "Pepe Ruiz", "Nacho Gil", "Ana Sol", "Gino Rossi", "Mario Neri", "Paul Blanc", "Joe Smith", "Anna Berg",
    "Lena Fuchs", "Nadège Roy", "Wisly Jean", "João Pires", "Lucio Paz",
)  # fmt: skip


@pytest.mark.parametrize(
    ("title", "met"),
    [
        ("Comida en Casa Pepe con Nacho", "Nacho"),
        ("Comida Casa Pepe Ruiz con Nacho", "Nacho"),
        ("Quedar con Ana en Casa Pepe", "Ana"),
        ("Cena en Bar Pepe", ""),
        ("Cena al Resto Ana", ""),
        ("Café Ana y Nacho", "Ana Nacho"),
        ("Taberna Pepe", ""),
        ("Comida Restaurante Casa Lucio con Ana", "Ana"),
        ("Cena da Gino con Ana", "Ana"),
        ("Cena da Gino alle 20 con la Ana", "Ana"),
        ("Da Gino con Ana", "Ana"),
        ("Pranzo con Ana Da Gino", "Ana"),
        ("Bei Mario mit Ana", "Ana"),
        ("Essen Bei Mario", ""),
        ("Kaffee im Café Anna mit Lena", "Lena"),
        ("Kaffee im Café Anna", ""),
        ("Cafe Anna mit Lena", "Lena"),
        ("Café en Café Pepe", ""),
        ("Essen Gasthaus Anna", ""),
        ("Lunch at Joe's Diner with Ana", "Ana"),
        ("Joe's Pizza with Ana", "Ana"),
        ("Lunch at Restaurant Paul", ""),
        ("Dîner Restaurant Paul", ""),
    ],
)
def test_the_host_of_a_tavern_is_not_met(title: str, met: str) -> None:
    """Only who else comes is."""
    assert {who.split()[0] for who in counted(title, BOOK)} == set(met.split())


@pytest.mark.parametrize(
    ("title", "met"),
    [
        ("Cena en casa de Pepe con Nacho", "Pepe Nacho"),
        ("Comida en Casa de Pepe", "Pepe"),
        ("Comida en casa Pepe", "Pepe"),
        ("CENA EN CASA PEPE CON ANA", "Pepe Ana"),
        ("Almoço Casa do João com Ana", "João Ana"),
        ("Cena da Gino", "Gino"),
        ("Da Gino", "Gino"),
        ("Cena da Gino con torta", "Gino"),
        ("Cena da Gino e Ana con Mario", "Gino Ana Mario"),
        ("Pizza da Ana com João", "Ana João"),
        ("Essen bei Mario mit Ana", "Mario Ana"),
        ("Souper chez Nadège avec Wisly", "Nadège Wisly"),
        ("Café Ana", "Ana"),
        ("Café Ana y Pepe", "Ana Pepe"),
    ],
)
def test_a_home_is_no_tavern(title: str, met: str) -> None:
    """Nor is a coffee with somebody."""
    assert {who.split()[0] for who in counted(title, BOOK)} == set(met.split())
