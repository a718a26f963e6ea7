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
        ("Ada Berger/Germany/IBM", "Ada Berger"),
        ("CN=Ada Berger/OU=Germany/O=IBM", "Ada Berger"),
        ("CN=Ada Berger/OU=Germany/O=Acme", "Ada Berger"),
        ("CN=Ada/O=Acme/C=DE", "Ada"),
        ("Berger, Ada; (Sales)", "Ada Berger"),
        ("Anna Maier/Schulze", "Anna Maier/Schulze"),
        ("Tom/ANA", "Tom/ANA"),
        ("Olivier MARCHAND", "Olivier MARCHAND"),
        ("ANNA SMITH", "ANNA SMITH"),
        ("JP Martin", "JP Martin"),
        ("IBM France", "IBM France"),
        ("USA Today", "USA Today"),
    ],
)
def test_a_directory_may_write_the_surname_first_and_more_behind_it(written: str, plain: str) -> None:
    """As French firms and Lotus do; initials, firms and double names stay as they are."""
    assert plain_name(written) == plain
