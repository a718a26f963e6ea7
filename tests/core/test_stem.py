"""Stem: the forms of a word meet in every language, and different words stay apart."""

from itertools import combinations

import pytest

from worker.core.fold import folded
from worker.core.giving.stem import are_akin, telling_words


@pytest.mark.parametrize(
    "words",
    [
        "beekeeping beekeepers beekeeper",
        "garden gardening gardens gardener",
        "climb climbing climbers",
        "running runs run",
        "kite kites",
        "Imker Imkern Imkerei",
        "Garten Gärten",
        "Wanderung Wanderungen",
        "jardín jardines jardinería",
        "navegación navegaciones",
        "jardin jardins jardinage",
        "méditation méditations meditation meditación meditazione",
        "cerâmica cerâmicas ceramics ceramica",
        "céramique céramiques",
        "vino vini",
        "libreria librerie",
    ],
)
def test_forms_of_one_word_meet(words: str) -> None:
    """B11: a book about bees is for whoever keeps them, however the title says it."""
    apart = [pair for pair in combinations(map(folded, words.split()), 2) if not are_akin(*pair)]

    assert apart == []


@pytest.mark.parametrize(
    "words",
    [
        "bread breath",
        "garden guard",
        "chess cheese",
        "wine wind",
        "station state",
        "Imker Immer",
        "carta carne",
        "pain peinture",
    ],
)
def test_different_words_stay_apart(words: str) -> None:
    """B11: better no offer than the wrong one."""
    one, other = (folded(word) for word in words.split())

    assert not are_akin(one, other)
    assert not are_akin(other, one)


@pytest.mark.parametrize(
    "text",
    [
        "Weekly meeting",
        "Kaffee mit dem Team",
        "Reunión y comida",
        "Le livre du mois 2024",
        "Almoço",
        "A book about the best people",
    ],
)
def test_routine_is_no_topic(text: str) -> None:
    """B11: what stands in every calendar connects nobody."""
    assert telling_words(text) == frozenset()
