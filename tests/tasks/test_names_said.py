"""A given name that several bear is of the one of whom the user says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.importing import import_cards
from tasks.proposing import confirm, identify, proposals, propose_again, refuse
from tasks.tending import merge, split
from tasks.wiring import UsageError
from tests.tasks.home import NOW, Home
from tests.tasks.test_titles import DAY, alone
from worker.errors import PermanentError

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


TORBEN = "torben@example.org"


@pytest.fixture
def market(home: Home) -> Home:
    """A word that is no name stands beside one: the calendar seems to name somebody new."""
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Torben Krug\r\nEMAIL:{TORBEN}\r\nEND:VCARD\r\n"
    (home.folder / "torben.vcf").write_text(card)
    import_cards(home.house, home.folder / "torben.vcf")
    home.add(home.write("market.ics", alone("m", NOW - 3 * DAY, "Kaffee mit Torben Xylander")))
    home.live()
    return home


def test_a_name_in_titles_is_proposed_with_those_who_are_called_so(market: Home) -> None:
    """By the given name alone; of a name that nobody bears, nobody."""
    market.add(market.write("more.ics", alone("z", NOW - 5 * DAY, "Tea with Zoë")))
    market.live()

    found = {each.name: each.bearers for each in proposals(market.house)}

    assert found["Torben Xylander"] == ((TORBEN, "Torben Krug"),)
    assert found["Zoë"] == ()


def test_where_many_are_called_so_a_name_is_proposed_alone(market: Home) -> None:
    """Four names beside each question would be a list, and no help."""
    cards = (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Torben {name}\r\nEMAIL:{name}@example.org\r\nEND:VCARD\r\n"
        for name in ("Ahrens", "Bendix", "Clausen")
    )
    (market.folder / "more.vcf").write_text("".join(cards))
    import_cards(market.house, market.folder / "more.vcf")
    market.live()

    assert {each.name: each.bearers for each in proposals(market.house)}["Torben Xylander"] == ()


def test_a_name_in_titles_may_be_somebody_known(market: Home) -> None:
    """Said twice it is the same; taken back, the name is asked about as before."""
    before, asked = met(market), proposals(market.house)
    for _ in range(2):
        assert identify(market.house, "torben xylander", "Torben Krug").key == TORBEN
        market.live()
    named, asked_by_then = met(market), proposals(market.house)

    propose_again(market.house, split(market.house, TORBEN))
    market.live()

    assert TORBEN not in before
    assert named == {**before, TORBEN: 1}
    assert {each.name for each in asked} - {each.name for each in asked_by_then} == {"Torben Xylander"}
    assert met(market) == before
    assert proposals(market.house) == asked


def test_a_name_that_was_confirmed_before_stays_somebody_when_it_is_parted_again(market: Home) -> None:
    """As whoever was confirmed by themselves, and then joined."""
    before = met(market)
    confirm(market.house, "Torben Xylander")
    identify(market.house, "Torben Xylander", TORBEN)
    market.live()

    propose_again(market.house, split(market.house, TORBEN))
    market.live()

    assert met(market) == {**before, "name:torben xylander": 1}


def test_a_name_that_nobody_known_bears_identifies_nobody(market: Home) -> None:
    """Nothing is confirmed where the other half makes no sense."""
    before = met(market)
    with pytest.raises(PermanentError, match="Nobody is called Gundula"):
        identify(market.house, "Torben Xylander", "Gundula")
    with pytest.raises(UsageError, match="no title names Torben Yps"):
        identify(market.house, "Torben Yps", TORBEN)
    market.live()

    assert met(market) == before
    assert [each.name for each in proposals(market.house)] == ["Lucía", "Torben Xylander"]


def test_a_name_that_means_one_already_joins_no_two(market: Home) -> None:
    """Said of another by mistake, it would make one human of both."""
    identify(market.house, "Torben Xylander", TORBEN)

    with pytest.raises(UsageError, match="Torben Xylander means Torben Krug already"):
        identify(market.house, "Torben Xylander", ORTEGA)
