"""Who is meant by what is typed: the closest fit, and nobody beside it."""

import pytest

from worker.core.identity.meant import keys_meant
from worker.core.person import Person

PEOPLE = [
    Person(key="mo@example.com", name="Mo Farouk", emails=("mo@example.com", "farouk@firm.example")),
    Person(key="mickey@example.com", name="Mickey Moss", emails=("mickey@example.com",)),
    Person(key="m@example.com", name="Margaret Moskowitz", emails=("m@example.com",)),
    Person(key="angela@example.com", name="Giuseppe D’Angelo", emails=("angela@example.com",)),
    Person(key="name:maria", name="Maria", emails=()),
    Person(key="name:maria silva", name="Maria Silva", emails=()),
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
        ("Aunt", set()),
        ("Zoe", set()),
        ("  ", set()),
    ],
)
def test_what_fits_closest_is_meant(text: str, keys: set[str]) -> None:
    """An address, a whole name, a first name, a beginning; a form of address only where nothing else helps."""
    assert keys_meant(PEOPLE, text) == keys


def test_among_nobody_nobody_is_meant() -> None:
    """An empty record."""
    assert keys_meant([], "Mo") == frozenset()
