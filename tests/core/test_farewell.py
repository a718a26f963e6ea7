"""A farewell: whose death a title speaks of, and who only mourns, comes along, or is called alike."""

import tomllib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.core.test_judge import meeting
from worker.core.giving.delicate import is_delicate
from worker.core.giving.farewell import farewells_in, is_departed, is_farewell_to
from worker.core.owner import Owners
from worker.core.person import Person
from worker.core.titles.address_words import PARENTS


@pytest.mark.parametrize(
    "title",
    ["Funeral of Ana Lopez", "Ana's funeral", "Beerdigung Ana", "Trauerfeier für Ana Lopez",
    "Obsèques d’Ana", "Funerale di Ana", "Entierro de Ana López", "Velório da Ana",
    "RIP Ana Lopez (2024)", "In memory of Ana", "Todestag Ana",
    "Ana beerdigt", "Ana wird beigesetzt", "Grab Ana", "Friedhof Grab Ana", "Abschied von Ana (Friedhof)",
    "Abschiedsfeier Ana Friedhof", "Ana verabschieden (Aussegnungshalle)", "Trauerkaffee Ana",
    "Adieu à Ana (cimetière)", "Despedida de Ana, cementerio", "Ana Lopez sepolta"],
)  # fmt: skip
def test_a_farewell_names_the_dead(title: str) -> None:
    """In six languages, with or without accents."""
    assert is_farewell_to(title, "Ana Lopez")


@pytest.mark.parametrize(
    "title", ["Funeral of Ana's father", "Funeral", "Beerdigung Onkel Karl", "Beerdigung Anas Vater",
    "Lunch with Ana", "Condolences Ana", "Friedhof Ana", "Cimetière Ana", "Grief group Ana",
    "Friedhof mit Ana", "Grab Lunch Ana", "Grab coffee with Ana", "Abschied von Berlin mit Ana",
    "Abschied von Ana (Bar)"]
)  # fmt: skip
def test_a_farewell_to_somebody_else_is_none(title: str) -> None:
    """Ana mourns her father: she needs her friends."""
    assert not is_farewell_to(title, "Ana Lopez")


@pytest.mark.parametrize(
    ("title", "widow", "dead"),
    [
        ("Obsèques de M. Lefèvre", "Mme Lefèvre", "M. Lefèvre"),
        ("Funeral of Mr Smith", "Mrs Smith", "Mr Smith"),
        ("Beerdigung Herr Krause", "Frau Krause", "Herr Krause"),
        ("Funerale Sig. Bianchi", "Sig.ra Bianchi", "Sig. Bianchi"),
        ("Entierro Sr. Ruiz", "Sra. Ruiz", "Sr. Ruiz"),
        ("Enterro da Sra. Lima", "Sr. Lima", "Sra. Lima"),
    ],
)
def test_a_widow_is_not_the_dead(title: str, widow: str, dead: str) -> None:
    """She is spoken to otherwise; whoever is called by name alone may be either."""
    assert not is_farewell_to(title, widow)
    assert is_farewell_to(title, dead)
    assert is_farewell_to(title, dead.rsplit(maxsplit=1)[-1])


@pytest.mark.parametrize("name", ["Shiva Kumar", "Robert Graves", "Max Richter", "Mei Chu"])
def test_a_name_is_no_sign_of_a_death(name: str) -> None:
    """A meeting is often called after whom it is with, and nothing else."""
    assert not is_farewell_to(name, name)


def test_a_card_can_mark_a_death() -> None:
    """An address book that says so is believed."""
    ana = Person(key="ana@example.org", name="Ana Lopez")

    assert is_departed(replace(ana, is_deceased=True), [])
    assert is_departed(ana, ["Lunch", "Funeral of Ana"])
    assert not is_departed(ana, ["Lunch", "Funeral of Ana's father"])


def test_whom_the_user_knows_to_live_has_not_died() -> None:
    """Whatever a title or a card tells."""
    ana = Person(key="ana@example.org", name="Ana Lopez", is_alive=True)

    assert not is_departed(replace(ana, is_deceased=True), ["Funeral of Ana"])


def test_a_farewell_is_known_with_or_without_guests() -> None:
    """Nobody who was buried is congratulated; where private events tell nothing, neither do theirs."""
    told = [
        meeting(title="Funeral Hugo Berg"),
        meeting(title="Beerdigung Oma", is_private=True),
        meeting(title="Lunch"),
    ]

    day = told[0].started_at.date()
    later = meeting(title="Funeral Hugo Berg", started_at=told[0].started_at + timedelta(days=365))

    assert farewells_in([later, *told], Owners()) == {"Funeral Hugo Berg": day, "Beerdigung Oma": day}
    assert farewells_in(told, Owners(learns_private=False)) == {"Funeral Hugo Berg": day}


TITLES: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("farewells.toml").read_text("utf-8")
)


@pytest.mark.parametrize("lang", TITLES)
def test_whatever_else_a_title_says_who_is_buried_is_dead(lang: str) -> None:
    """Churches, hours, flowers, kin, whoever comes along, a verb, a cross, and every way to say whose."""
    table = TITLES[lang]

    assert [title for title in table["hers"].splitlines() if not is_farewell_to(title, table["name"])] == []


@pytest.mark.parametrize("lang", TITLES)
def test_who_mourns_or_comes_along_is_alive(lang: str) -> None:
    """So are the undertaker, whoever has another surname, and who nearly died laughing."""
    assert [
        title for title in TITLES[lang]["anothers"].splitlines() if is_farewell_to(title, "Anna Berg")
    ] == []


def test_who_is_known_by_one_name_may_be_whoever_has_it() -> None:
    """In doubt silence: nobody knows that "Mary" is no Jones. One whose surname another card tells is known."""
    assert is_farewell_to("Funeral of Mary Jones", "Mary")
    assert is_farewell_to("Funeral - Mary Jones, Leeds", "Mary")
    assert not is_farewell_to("Funeral of Tom Mary", "Mary")
    assert not is_farewell_to("Funeral of Mary Jones's mother", "Mary")
    assert not is_farewell_to("Funeral of Mary Jones", "Mary Smith", "Mary")
    assert is_farewell_to("Funeral of Mary", "Mary Smith", "Mary")


@pytest.mark.parametrize("parent", PARENTS.split())
def test_a_parent_before_a_name_is_whose_it_names(parent: str) -> None:
    """Whatever a card may call them: "Moeder Anna", "Pappa Anna" are Anna's, as "Mutter Anna" is."""
    assert not is_farewell_to(f"Funeral {parent.title()} Anna", "Anna Berg")
    assert is_farewell_to(f"Funeral {parent.title()} Anna", f"{parent.title()} Anna")


def test_a_short_name_and_the_surname_are_theirs() -> None:
    """ "Bob" alone is anybody."""
    assert is_farewell_to("Funeral of Bob Smith", "Robert Smith")
    assert is_farewell_to("Bob Smith's funeral", "Robert Smith")
    assert not is_farewell_to("Funeral of Bob Jones", "Robert Smith")
    assert not is_farewell_to("Funeral of Bob", "Robert Smith")
    assert is_farewell_to("Funeral of Bob", "Robert Smith", "Bob")


def test_kin_on_a_card_is_who_is_called_so() -> None:
    """ "Oma Hedwig" is Oma, and Hedwig; she is no other Oma."""
    assert is_farewell_to("Beerdigung Oma", "Oma Hedwig")
    assert is_farewell_to("Omas Beerdigung", "Oma")
    assert is_farewell_to("Oma Beerdigung", "Oma")
    assert is_farewell_to("Beerdigung Oma Hedwig, Friedhof", "Oma Hedwig")
    assert is_farewell_to("Funeral of Nan Goldin", "Nan Goldin")
    assert is_farewell_to("Funerale di Mia Conti a Pisa", "Mia Conti")
    assert is_farewell_to("Beerdigung von der Leyen", "Dr. Heiko von der Leyen")
    assert not is_farewell_to("Beerdigung Oma Gerda", "Oma Hedwig")
    assert not is_farewell_to("Annas Oma Beerdigung", "Oma Hedwig")
    assert not is_farewell_to("Beerdigung Omas Schwester", "Oma Hedwig")


@pytest.mark.parametrize(
    ("title", "kin"),
    [
        ("Ben's dad's funeral", "Dad"),
        ("Ben's mom's funeral", "Mom"),
        ("Tara's mom funeral", "Mom"),
        ("Ben's dad passed away", "Dad"),
        ("Ben's grandma's funeral", "Grandma"),
        ("her mum's funeral", "Mum"),
        ("Mom's dad's funeral", "Dad"),
        ("Bens Papas Beerdigung", "Papa"),
        ("Beerdigung von Bens Papa", "Papa"),
        ("Entierro del papá de Ben", "Papá"),
        ("Enterrement du papa de Ben", "Papa"),
        ("Enterro do pai do Ben", "Pai"),
    ],
)
def test_the_kin_of_others_are_not_ones_own(title: str, kin: str) -> None:
    """Whoever the user calls Dad is alive when Ben's dad is buried; without Ben it is theirs."""
    assert not is_farewell_to(title, kin)
    assert is_farewell_to(f"{kin}'s funeral", kin)
    assert is_farewell_to(f"my {kin}'s funeral", kin)


@pytest.mark.parametrize(
    "title",
    [
        "Alice : enterrement de vie de jeune fille",
        "Enterrement de vie de garçon Alice",
        "Enterrement vie de jeune fille Alice",
    ],
)
def test_a_hen_party_buries_nobody(title: str) -> None:
    """Nor is it tender: it is a feast."""
    assert not is_farewell_to(title, "Alice Roux")
    assert not is_delicate(title)
