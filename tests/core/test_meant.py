"""Who is meant by what is typed: the closest fit, and nobody beside it."""

import pytest

from worker.core.identity.meant import in_full, keys_meant, may_be_another, to_type
from worker.core.person import Person

PEOPLE = [
    Person(key="mo@example.com", name="Mo Farouk", emails=("mo@example.com", "farouk@firm.example")),
    Person(key="mickey@example.com", name="Mickey Moss", emails=("mickey@example.com",)),
    Person(key="m@example.com", name="Margaret Moskowitz", emails=("m@example.com",)),
    Person(key="angela@example.com", name="Giuseppe D’Angelo", emails=("angela@example.com",)),
    Person(key="name:maria", name="Maria", emails=()),
    Person(key="name:maria silva", name="Maria Silva", emails=()),
    Person(key="name:jürgen köhler", name="Jürgen Köhler", emails=()),
    Person(key="mg@example.com", name="Marie-Ève Roy", also=("M-È",)),
    Person(key="ute@example.com", name="Ute Roth", emails=("ute@example.com",)),
    Person(key="name:ute roth", name="Ute Roth", emails=()),
]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("farouk@firm.example", {"mo@example.com"}),
        ("m@example.com", {"m@example.com"}),
        ("Mo", {"mo@example.com"}),
        ("mo far", {"mo@example.com"}),
        ("Mos", {"mickey@example.com", "m@example.com"}),
        ("maria", {"name:maria"}),
        ("Maria S", {"name:maria silva"}),
        ("giuseppe d'angelo", {"angela@example.com"}),
        ("Aunt Margaret", {"m@example.com"}),
        ("Dr. Moskowitz", {"m@example.com"}),
        ("name:jürgen köhler", {"name:jürgen köhler"}),
        ("Ute Roth", {"ute@example.com", "name:ute roth"}),
        ("Ute Roth (ute@example.com)", {"ute@example.com"}),
        ("ute roth (-)", {"name:ute roth"}),
        ("dangelo", {"angela@example.com"}),
        ("eve", {"mg@example.com"}),
        ("marie eve", {"mg@example.com"}),
        ("Marie‐Eve", {"mg@example.com"}),
        ("m e", {"mg@example.com"}),
        ("Aunt", set()),
        ("Zoe", set()),
        ("  ", set()),
    ],
)
def test_what_fits_closest_is_meant(text: str, keys: set[str]) -> None:
    """An address, a whole name, a first name, a beginning; a form of address only where nothing else helps."""
    assert keys_meant(PEOPLE, text) == keys


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hedwig", {"Omi Hedwig", "Hedwig Roth", "Oma Hedwig Schulz"}),
        ("Omi Hedwig", {"Omi Hedwig"}),
        ("Hedwig Sch", {"Oma Hedwig Schulz"}),
        ("hedwig schulz", {"Oma Hedwig Schulz"}),
        ("Tante Ute", {"Tante Ute"}),
        ("ute", {"Tante Ute", "Ute Lang"}),
        ("Oma Schulz", set()),
        ("Oma Theo", {"Theo Brandt"}),
    ],
)
def test_a_word_for_kin_before_a_name_may_be_left_out(text: str, names: set[str]) -> None:
    """Nobody is chosen for it before others of the name; and it may be typed where the name is known without."""
    known = ("Omi Hedwig", "Hedwig Roth", "Oma Hedwig Schulz", "Tante Ute", "Ute Lang", "Theo Brandt")

    assert keys_meant([Person(key=name, name=name) for name in known], text) == names


def test_what_is_offered_for_typing_means_nobody_else_and_shows_no_key() -> None:
    """An address; without one the name, and that there is none where another has the name, too."""
    offered = to_type({each.key: each.name for each in PEOPLE})

    assert {key: keys_meant(PEOPLE, text) for key, text in offered.items()} == {key: {key} for key in offered}
    assert offered["name:jürgen köhler"] == "Jürgen Köhler"
    assert offered["name:ute roth"] == in_full("name:ute roth", "Ute Roth") == "Ute Roth (–)"
    assert not any("name:" in text for text in offered.values())


def test_among_nobody_nobody_is_meant() -> None:
    """An empty record."""
    assert keys_meant([], "Mo") == frozenset()


def test_a_nickname_means_somebody_as_their_name_does() -> None:
    """Whole, before the beginnings of others; and a first name of a former name."""
    maria = Person(key="m", name="María Ortega", also=("Maricarmen", "Carmen Ruiz"))
    people = [maria, Person(key="c", name="Maricarmenza Soto"), Person(key="r", name="Carmen Rey")]

    assert keys_meant(people, "maricarmen") == {"m"}
    assert keys_meant(people, "Carmen") == {"m", "r"}
    assert keys_meant(people, "carmen ruiz") == {"m"}


def test_somebodys_own_name_in_full_means_them_before_whoever_is_called_so_besides() -> None:
    """As what is offered for typing; a name that neither goes by first means both."""
    gruber = Person(key="g", name="Hannes Gruber", also=("Hansi Gruber",))
    thomas = Person(key="t", name="Thomas Brandstätter", also=("Hannes Gruber", "Hansi Gruber"))

    assert keys_meant([gruber, thomas], "hannes gruber") == {"g"}
    assert (
        keys_meant([gruber, thomas], "Hansi Gruber") == keys_meant([gruber, thomas], "Hannes") == {"g", "t"}
    )


@pytest.mark.parametrize(
    ("name", "text", "is_unsure"),
    [
        ("Juliette Martin", "Julie", True),
        ("Juliette Martin", "juliette", False),
        ("Juliette Martin", "Jules", False),
        ("Juliette Martin", "Juli", False),
        ("Juliette Martin", "Juliett", False),
        ("Marie-Ève Roy", "Marie", False),
        ("Thomas Berger", "Tom", False),
        ("ana@example.org", "Ana", False),
        ("Thomas Berger", "julie", False),
    ],
)
def test_a_whole_name_that_begins_another_may_be_another_person(
    name: str, text: str, is_unsure: bool
) -> None:
    """Titles may name a Julie whom no card knows."""
    assert may_be_another(Person(key="x", name=name), text) is is_unsure
