"""A parting: whom the user left, or who left them, is told from whose friends parted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.core.bonds import DORMANT, ENGLISH, LONG_DORMANT, TODAY, bond, planned
from worker.core.giving.delicate import is_delicate
from worker.core.giving.parting import is_own_parting
from worker.core.giving.parting_words import LEFT_ME, PARTED
from worker.core.lexicon import entries
from worker.core.person import Birthday

LIAM = "Liam Carter"
OWN = [
    *["Broke up with Liam", "Break-up talk Liam", "Breakup talk with Liam", "Breakup Liam", "Liam: break-up"],
    *[
        "Broke up with Liam 😢 (park)",
        "I broke up with Liam",
        "Liam broke up with me",
        "Liam dumped me",
        "Liam left me",
    ],
    *[
        "Split up with Liam",
        "Ended things with Liam",
        "Dumped by Liam",
        "Got dumped by Liam",
        "Separated from Liam",
    ],
    *["Liam and I broke up", "Liam & I split up", "We broke up - Liam", "Breakup with Liam Carter"],
    *["Schluss gemacht mit Liam", "Mit Liam Schluss gemacht", "Trennung von Liam", "Trennungsgespräch Liam"],
    *["Liam hat mit mir Schluss gemacht", "Liam hat mich verlassen", "Liam und ich haben uns getrennt"],
    *["Habe mich von Liam getrennt", "Ruptura con Liam", "Rompí con Liam", "Liam me dejó", "Me dejó Liam"],
    *[
        "Liam y yo terminamos",
        "Rupture avec Liam",
        "Liam m’a quittée",
        "J’ai rompu avec Liam",
        "Cassé avec Liam",
    ],
    *[
        "Liam et moi, on se sépare",
        "Terminei com o Liam",
        "O Liam terminou comigo",
        "Fim do namoro com o Liam",
    ],
    *["Rottura con Liam", "Liam mi ha lasciata", "Mi ha lasciato Liam", "Ho rotto con Liam"],
    *["Io e Liam ci siamo lasciati", "Ci siamo lasciati, Liam", "Schluss mit Liam", "Getrennt von Liam"],
    *["Bin von Liam getrennt", "Aus mit Liam", "Beziehungsende Liam", "Liam verlassen", "Von Liam verlassen"],
    *[
        "Liam und ich getrennt",
        "Trennung Liam und ich",
        "Séparation avec Liam",
        "Finita con Liam",
        "Me separé de Liam",
    ],
    *[
        "Paarberatung mit Liam",
        "Couples therapy with Liam",
        "Terapia de pareja con Liam",
        "Thérapie de couple avec Liam",
    ],
    *["Terapia de casal com o Liam", "Terapia di coppia con Liam"],
]
SOMEBODY_ELSES = [
    *[
        "Liam's break-up",
        "Liam’s breakup drinks",
        "Liam broke up with Jo",
        "Liam broke up with his girlfriend",
    ],
    *[
        "Coffee with Liam after his breakup",
        "Break-up Liam and Jo",
        "Break-up Liam & girlfriend",
        "Liam split from Sarah",
    ],
    *["Liam hat sich von seiner Freundin getrennt", "Trennung von Liam und Jo", "Rupture de Liam et Sophie"],
    *[
        "Liam hat sich getrennt",
        "Liam separated",
        "Liam se sépare",
        "Liam verlassen worden",
        "Liams Paarberatung",
    ],
    *["Liam: Paarberatung mit Tom", "Liam getrennt von Xandra"],
    *["Help Liam after break up", "Dinner Liam", "Liam moved out", "Divorce Liam", "Scheidung Liam"],
]


@pytest.mark.parametrize("title", OWN)
def test_an_own_parting_is_heard_and_tender(title: str) -> None:
    """A5: in six languages, however it is put."""
    assert is_own_parting(title, LIAM)
    assert is_delicate(title)


@pytest.mark.parametrize("title", SOMEBODY_ELSES)
def test_a_parting_of_somebody_else_is_none(title: str) -> None:
    """Whoever was left by somebody else needs a friend."""
    assert not is_own_parting(title, LIAM)


def test_a_genitive_without_apostrophe_says_whose_it_is() -> None:
    """ "Annas Trennung" is Anna's."""
    assert not is_own_parting("Annas Trennung", "Anna Maier")
    assert is_own_parting("Trennung Anna", "Anna Maier")


def test_every_word_of_parting_is_tender() -> None:
    """Tender titles alone are asked."""
    said = [each.replace("*", "o") for each in entries(PARTED, LEFT_ME)]

    assert [each for each in said if not is_delicate(each)] == []


@pytest.mark.parametrize(
    ("parted", "met_ago", "is_held"),
    [
        (140, DORMANT, True),
        (210, DORMANT, True),
        (250, DORMANT, True),
        (310, DORMANT, False),
        (900, DORMANT, False),
        (-3, DORMANT, True),
        (3600, LONG_DORMANT, True),
    ],
)
def test_who_parted_is_left_in_peace_until_they_meet_again(
    parted: int, met_ago: Sequence[int], *, is_held: bool
) -> None:
    """A5: a meeting within a quarter of it still belongs to it."""
    on = TODAY - timedelta(days=parted)
    left = replace(bond(met_ago=met_ago), parted_on=on)

    found = planned(left)
    assert [each.person for each in found.nudges] == ([] if is_held else [left.person.key])
    if is_held:
        told = ENGLISH.day(on, with_year=parted > 183)
        assert [each.because for each in found.held_back] == [f"a title of {told} tells that you two parted"]


def test_a_pin_contradicts_and_a_birthday_does_not() -> None:
    """Whoever is pinned is to be kept in mind; wishes to who left may wait for a better time."""
    parted_on = TODAY - timedelta(days=140)
    left = replace(bond(), parted_on=parted_on)
    born = replace(bond(birthday=Birthday(month=11, day=26)), parted_on=parted_on)

    assert planned(born).nudges == ()
    assert len(planned(replace(left, is_pinned=True)).nudges) == 1
