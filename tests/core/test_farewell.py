"""A farewell: whose death a title speaks of, and who only mourns, comes along, or is called alike."""

from dataclasses import replace

import pytest

from tests.core.test_judge import meeting
from worker.core.giving.farewell import farewells_in, is_departed, is_farewell_to
from worker.core.owner import Owners
from worker.core.person import Person


@pytest.mark.parametrize(
    "title",
    ["Funeral of Ana Lopez", "Ana's funeral", "Beerdigung Ana", "Trauerfeier für Ana Lopez",
    "Obsèques d’Ana", "Funerale di Ana", "Entierro de Ana López", "Velório da Ana",
    "RIP Ana Lopez (2024)", "In memory of Ana", "Todestag Ana"],
)  # fmt: skip
def test_a_farewell_names_the_dead(title: str) -> None:
    """In six languages, with or without accents."""
    assert is_farewell_to(title, "Ana Lopez")


@pytest.mark.parametrize(
    "title", ["Funeral of Ana's father", "Funeral", "Beerdigung Onkel Karl", "Beerdigung Anas Vater",
    "Lunch with Ana", "Condolences Ana", "Friedhof Ana", "Cimetière Ana", "Grief group Ana"]
)  # fmt: skip
def test_a_farewell_to_somebody_else_is_none(title: str) -> None:
    """Ana mourns her father: she needs her friends."""
    assert not is_farewell_to(title, "Ana Lopez")


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


def test_a_farewell_is_known_with_or_without_guests() -> None:
    """Nobody who was buried is congratulated; where private events tell nothing, neither do theirs."""
    told = [
        meeting(title="Funeral Hugo Berg"),
        meeting(title="Beerdigung Oma", is_private=True),
        meeting(title="Lunch"),
    ]

    assert farewells_in(told, Owners()) == {"Funeral Hugo Berg", "Beerdigung Oma"}
    assert farewells_in(told, Owners(learns_private=False)) == {"Funeral Hugo Berg"}


HERS = {
    "de": """
        Trauerfeier Friedhelm Maier, Hauptfriedhof Freiburg
        Trauerfeier Friedhelm, Hauptfriedhof Freiburg
        Beerdigung Friedhelm Maier 11 Uhr Friedhof St. Georgen
        Beerdigung Friedhelm 11 Uhr Friedhof St. Georgen
        Beerdigung Friedhelm Friedhof St. Georgen
        Chor singt bei Beerdigung Friedhelm Maier
        Beerdigung Friedhelm Maier Blumen besorgen
        Beerdigung Friedhelm Blumen besorgen
        Kranz für Beerdigung von Friedhelm bestellen
        Friedhelms Beerdigung
        Friedhelm Maiers Beerdigung
        Blumen für Friedhelms Trauerfeier
        Anreise Friedhelms Beerdigung
        Beerdigung Friedhelms
        Begräbnis Friedhelm Maiers
        Beerdigung Onkel Friedhelm
        Onkel Friedhelms Beerdigung
        Beerdigung von meinem lieben Onkel Friedhelm in Lahr
        Trauerfeier für unseren Freund Friedhelm
        Beisetzung F. Maier
        Beisetzung Herr Dr. Maier
        Beisetzung Maier
        Anna fährt zur Beerdigung von Friedhelm
        Mit Anna zur Beerdigung von Friedhelm
        Beerdigung Friedhelm mit Anna
        Anna Beerdigung Friedhelm
        Anna Maier Beerdigung Friedhelm
        Beerdigung: Friedhelm Maier
        Beerdigung - Friedhelm Maier im Münster
        Beerdigung (Friedhelm)
        Friedhelm Maier: Beerdigung
        Friedhelm, Beerdigung
        Friedhelm Maier Beerdigung Blumen besorgen
        Friedhelm Maier Beerdigung Haus Lindenhof
        beerdigung friedhelm maier blumen besorgen
        BEERDIGUNG FRIEDHELM MAIER, HAUPTFRIEDHOF
        Beerdigung Friedhelm Otto Maier
        Todestag von Friedhelm""",
    "en": """
        Funeral of Mary Smith at St Peter's
        Funeral of Mary at St Peter's
        Funeral Mary Smith King's Chapel
        Funeral Aunt Mary
        Funeral of my dear Aunt Mary in Leeds
        Aunt Mary's funeral, 2pm
        Mary Smith's funeral: bring flowers
        MARY'S FUNERAL
        Mary funeral
        Mary Smith funeral 2pm
        Mary Smith Funeral Oak Hill
        Attend Mary's funeral
        Flowers for Mary's funeral mass
        Requiem mass for Mary Smith, St Anne's
        Mass for Mary
        Funeral of Mrs. Smith
        Memorial service for our friend Mary
        Funeral - Mary Smith and lunch after
        Tom's mother Mary's funeral""",
    "es": """
        Funeral de Concha Ruiz, parroquia San Antonio
        Funeral de Concha en la parroquia de San Antonio
        Funeral de la tía Concha
        Misa por la tía Concha
        Misa funeral por la tía Concha
        Misa funeral Concha Ruiz 19:30
        Entierro de nuestra querida Concha
        Entierro tía Concha, llevar flores
        Con Ana al entierro de Concha
        Concha Ruiz: funeral
        Tanatorio Concha
        Funeral de la Sra. Ruiz""",
    "fr": """
        Obsèques d’Hélène Petit, église Saint-Paul
        Obsèques d'Hélène à 15h
        Enterrement de tante Hélène
        Enterrement de ma chère tante Hélène
        Messe pour Hélène
        Enterrement Hélène église Saint-Paul
        Avec Ana à l'enterrement d'Hélène
        Hélène Petit, obsèques
        Enterrement de Mme Petit""",
    "pt": """
        Velório da tia Rosa, capela Santa Rita
        Enterro da Rosa Lima às 10h
        Missa de sétimo dia da Rosa
        Missa de 7º dia da tia Rosa, paróquia São José
        Missa pela tia Rosa
        Enterro Rosa capela 3
        Com Ana no enterro da Rosa
        Rosa Lima - velório""",
    "it": """
        Funerale di Gina Rossi, chiesa di San Marco
        Funerale della zia Gina
        Funerale zia Gina ore 10
        Messa per la zia Gina
        Funerali di Gina al cimitero
        Con Ana al funerale di Gina
        Gina Rossi, funerale
        Esequie della nostra cara Gina""",
}
NAMES = {
    "de": "Friedhelm Maier", "en": "Mary Smith", "es": "Concha Ruiz", "fr": "Hélène Petit", "pt": "Rosa Lima",
    "it": "Gina Rossi",
}  # fmt: skip
ANOTHERS = {
    "de": """
        Beerdigung mit Anna
        Mit Anna zur Beerdigung von Opa
        Mit Anna Beerdigung
        Beerdigung von Annas Mutter
        Beerdigung Annas Vater
        Annas Mutter Beerdigung
        Annas Opas Beerdigung
        Beerdigung der Mutter von Anna
        Beerdigung Freund von Anna
        Beerdigung Mutter Anna
        Beerdigung Anna Mutter
        Anna fährt zur Beerdigung von Karl
        Anna Beerdigung Opa
        Anna: Beerdigung von Karl
        Anna Berg Beerdigung Opa
        Beerdigung Karl, Anna abholen
        Beerdigung, Anna abholen
        Beerdigung in St. Anna
        Berg Bestattungen
        Bestattungshaus Berg
        Termin Bestattungen Berg: Anna
        Beerdigung Anna Schmidt
        Anna Schmidts Beerdigung
        Beerdigung Karl Berg
        Karl Bergs Beerdigung""",
    "en": """
        Funeral with Anna
        With Anna: funeral
        Funeral of Anna's mother
        Anna's mother's funeral
        Funeral of Anna Berg's father
        Funeral of the mother of Anna
        Funeral of a friend of Anna
        Funeral Dad Anna
        Anna's colleague Tom's funeral
        Anna at Tom's funeral
        Funeral of Tom, Anna driving
        Funeral of Anna Jones
        Anna Jones's funeral
        Sarah Berg's funeral
        Berg Funeral Home
        Meet Anna at Smith Funeral Directors
        Lunch with Anna, funeral after
        Mass for Anna's mother""",
    "es": """
        Entierro con Anna
        Funeral de la madre de Anna
        Funeral padre Anna
        Anna va al entierro de Luis
        Entierro de Luis, Anna trae flores
        Pésame Anna
        Misa por el padre de Anna
        Funeral de Anna García""",
    "fr": """
        Enterrement avec Anna
        Enterrement du père d'Anna
        Obsèques de la mère d’Anna
        Anna à l'enterrement de Luc
        Messe pour le père d'Anna
        Pompes funèbres Berg
        Obsèques d'Anna Dupont""",
    "pt": """
        Velório com a Anna
        Enterro do pai da Anna
        Velório da mãe da Anna
        Anna no velório do Zé
        Missa pelo pai da Anna
        Enterro da Anna Souza""",
    "it": """
        Funerale con Anna
        Funerale del padre di Anna
        Funerale della mamma di Anna
        Anna al funerale di Luca
        Messa per il papà di Anna
        Onoranze funebri Berg
        Funerale di Anna Bianchi""",
}


def titles(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


@pytest.mark.parametrize("lang", HERS)
def test_whatever_else_a_title_says_who_is_buried_is_dead(lang: str) -> None:
    """Churches, hours, flowers, kin, whoever comes along, and every way to say whose."""
    assert [title for title in titles(HERS[lang]) if not is_farewell_to(title, NAMES[lang])] == []


@pytest.mark.parametrize("lang", ANOTHERS)
def test_who_mourns_or_comes_along_is_alive(lang: str) -> None:
    """So are the undertaker and whoever has another surname."""
    assert [title for title in titles(ANOTHERS[lang]) if is_farewell_to(title, "Anna Berg")] == []


def test_who_is_known_by_one_name_may_be_whoever_has_it() -> None:
    """In doubt silence: nobody knows that "Mary" is no Jones. One whose surname another card tells is known."""
    assert is_farewell_to("Funeral of Mary Jones", "Mary")
    assert is_farewell_to("Funeral - Mary Jones, Leeds", "Mary")
    assert not is_farewell_to("Funeral of Tom Mary", "Mary")
    assert not is_farewell_to("Funeral of Mary Jones's mother", "Mary")
    assert not is_farewell_to("Funeral of Mary Jones", "Mary Smith", "Mary")
    assert is_farewell_to("Funeral of Mary", "Mary Smith", "Mary")


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
