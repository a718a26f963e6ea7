"""A given name that several bear is of the one of whom the user says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.importing import import_cards
from tasks.proposing import confirm, proposals, refuse
from tasks.tending import merge, split
from tasks.wiring import UsageError
from tests.tasks.home import NOW, Home
from tests.tasks.test_titles import DAY, alone

ORTEGA, BIANCHI, LUCIA = "lucia@movil.example", "name:lucia bianchi", "name:lucia"
BOOK = (
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Lucía Ortega\r\nEMAIL:{ORTEGA}\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Lucía Bianchi\r\nTEL:+34 5550100\r\nEND:VCARD\r\n"
)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """Two are called Lucía, and the calendar says no more."""
    home = Home(tmp_path)
    (tmp_path / "book.vcf").write_text(BOOK)
    import_cards(home.house, tmp_path / "book.vcf")
    coffees = (alone(f"c{n}", NOW - (20 + 14 * n) * DAY, "Café con Lucía") for n in range(6))
    home.add(home.write("own.ics", *coffees, alone("b", NOW - 9 * DAY, "Cena con Lucía Bianchi")))
    home.live()
    yield home
    home.house.close()


def met(home: Home) -> dict[str, int]:
    return {who: len(found) for who, found in sorted(home.touches().items())}


def test_a_name_that_is_confirmed_is_somebody_besides_all_who_are_called_so(home: Home) -> None:
    """The command promises that titles count from now on; whoever is named in full is meant as before."""
    before = met(home)

    confirm(home.house, "Lucía")
    home.live()

    assert before == {BIANCHI: 1}
    assert met(home) == {LUCIA: 6, BIANCHI: 1}
    assert proposals(home.house) == ()


def test_a_name_that_is_merged_into_one_of_them_means_that_one(home: Home) -> None:
    """Then, and in every title that comes; taken back, it is open again."""
    confirm(home.house, "Lucía")
    home.live()
    merge(home.house, ORTEGA, "name:lucia")
    home.add(home.write("new.ics", alone("n", NOW - DAY, "Paseo con Lucía")))
    home.live()
    merged = met(home)

    split(home.house, ORTEGA)
    home.live()
    parted = met(home)
    refuse(home.house, "Lucía")
    home.live()

    assert merged == {ORTEGA: 7, BIANCHI: 1}
    assert parted == {LUCIA: 7, BIANCHI: 1}
    assert met(home) == {BIANCHI: 1}


def test_a_name_that_means_somebody_known_is_not_taken_from_them(home: Home) -> None:
    """Half of their meetings would be another's; what is confirmed already may be said again."""
    home.add(home.write("more.ics", alone("z", NOW - 5 * DAY, "Tea with Zoë")))
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Kravic\r\nTEL:+1 5550100\r\nEND:VCARD\r\n"
    (home.folder / "zoe.vcf").write_text(card)
    import_cards(home.house, home.folder / "zoe.vcf")
    home.live()
    before = met(home)

    with pytest.raises(
        UsageError, match="Zoë Kravic is called so, and titles that say Zoë mean them already"
    ):
        confirm(home.house, "Zoë")
    confirm(home.house, "Lucía")
    confirm(home.house, "Lucía")
    home.live()

    assert before["name:zoe kravic"] == 1
    assert met(home) == {**before, LUCIA: 6}
