"""A plain name begins with the given one, however a directory writes it."""

import pytest

from worker.core.person import plain_name


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("MARCHAND Olivier", "Olivier Marchand"),
        ("LE BRIS Kévin", "Kévin Le Bris"),
        ("DE LA TOUR Anne-Sophie", "Anne-Sophie De La Tour"),
        ("GARCÍA LÓPEZ María", "María García López"),
        ("Olivier MARCHAND", "Olivier MARCHAND"),
        ("ANNA SMITH", "ANNA SMITH"),
        ("JP Martin", "JP Martin"),
        ("IBM France", "IBM France"),
        ("USA Today", "USA Today"),
    ],
)
def test_a_directory_may_write_the_surname_first_and_in_capitals(written: str, plain: str) -> None:
    """As French firms do; initials and firms stay as they are."""
    assert plain_name(written) == plain
