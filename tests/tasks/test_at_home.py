"""At home: whom the user's own card names as partner or child is not missed, as far as the user lets it be so."""

from datetime import timedelta
from pathlib import Path

import pytest

from tasks.forgetting import forget
from tasks.importing import import_cards
from tasks.wishing import pin
from tests.tasks.home import LONG_AGO, ME, NOW, Home, monthly
from tests.tasks.running import environ, said
from worker.core.nudge import WAITING
from worker.store import cards

WEEK = timedelta(weeks=1)
OWN = f"FN:Eva Roth\r\nEMAIL:{ME}"
SPOUSE = "item1.X-ABRELATEDNAMES:Ada Berg\r\nitem1.X-ABLabel:_$!<Spouse>!$_"
SISTER = "item1.X-ABRELATEDNAMES:Ada Berg\r\nitem1.X-ABLabel:_$!<Sister>!$_"
ADA = "FN:Ada Berg\r\nEMAIL:ada@example.com\r\nBDAY:1980-02-11"


def book_of(home: Home, *found: str) -> Path:
    book = home.folder / "book.vcf"
    book.write_text("".join(f"BEGIN:VCARD\r\nVERSION:3.0\r\n{card}\r\nEND:VCARD\r\n" for card in found))
    return book


def live_with(home: Home, *found: str) -> None:
    """Ada was met every four weeks, until months ago."""
    import_cards(home.house, book_of(home, *found))
    home.add(home.write("life.ics", *monthly("ada", meetings=12, ended=LONG_AGO)))
    home.live()


def standing(home: Home) -> list[tuple[str, str]]:
    return [(each.nudge.person, each.nudge.reason) for each in home.nudges() if each.state in WAITING]


def test_a_partner_is_not_missed(home: Home) -> None:
    """Date nights stand in a calendar, life at home does not."""
    live_with(home, f"{OWN}\r\n{SPOUSE}", ADA)

    assert standing(home) == []


def test_a_sister_is_missed_and_so_is_a_partner_of_somebody_else(home: Home) -> None:
    """Neither lives with the user."""
    live_with(home, f"{OWN}\r\n{SISTER}", f"FN:Tom Lang\r\nEMAIL:tom@example.com\r\n{SPOUSE}", ADA)

    assert standing(home) == [("ada@example.com", "rhythm")]


def test_what_stands_goes_when_the_own_card_comes_and_comes_back_when_it_is_contradicted(home: Home) -> None:
    """By a pin: this person is to be kept in mind."""
    live_with(home, ADA)
    assert standing(home) == [("ada@example.com", "rhythm")]

    import_cards(home.house, book_of(home, f"{OWN}\r\n{SPOUSE}", ADA))
    home.suggest()
    assert standing(home) == []

    pin(home.house, "ada", is_pinned=True)
    home.suggest()
    assert standing(home) == [("ada@example.com", "rhythm")]


@pytest.mark.parametrize(("own", "is_told"), [(f"{OWN}\r\n{SPOUSE}", False), (OWN, True)])
def test_of_whom_one_lives_with_nothing_is_told_all_year(home: Home, own: str, *, is_told: bool) -> None:
    """Nor their birthday, in the twelfth week: nobody needs a calendar for it."""
    live_with(home, own, ADA)

    found = set[tuple[str, str]]()
    for weeks in (1, 5, *range(9, 14), 30, 50):
        home.now = NOW + weeks * WEEK
        home.suggest()
        found.update(standing(home))

    assert {who for who, _ in found} == ({"ada@example.com"} if is_told else set())


def test_why_says_so_and_a_pin_ends_it(home: Home) -> None:
    """No odds, and no circle that would tell of friends."""
    live_with(home, f"{OWN}\r\n{SPOUSE}", ADA)
    env = environ(home.folder / "data")
    told = said("people", "--why", "ada", env=env).out.decode()

    assert "Your own card names them as partner" in told
    assert "Circle" not in told
    assert "of 100" not in told

    pin(home.house, "ada", is_pinned=True)
    told = said("people", "--why", "ada", env=env).out.decode()
    assert "own card" not in told
    assert "of 100" in told


def test_a_forgotten_partner_is_named_by_no_card_again(home: Home) -> None:
    """Not when the same book is imported once more."""
    live_with(home, f"{OWN}\r\n{SPOUSE}", ADA)
    forget(home.house, "ada")

    import_cards(home.house, home.folder / "book.vcf")

    with home.house.database.read() as conn:
        assert [card.household for card in cards.all_cards(conn, home.user_id)] == [()]


def test_a_preview_knows_who_is_at_home(home: Home) -> None:
    """Without a store."""
    calendar = home.write("life.ics", *monthly("ada", meetings=12, ended=LONG_AGO))
    env, shown = environ(home.folder / "data"), []
    for own in (f"{OWN}\r\n{SPOUSE}", OWN):
        book = str(book_of(home, own, ADA))
        told = said("preview", calendar, "--contacts", book, "--now", "2026-11-23", "--me", ME, env=env)
        shown.append(told.out.decode())

    assert ["Ada" in each for each in shown] == [False, True]


def test_a_card_that_comes_later_says_where_to_write_first(home: Home) -> None:
    """A key on which a nudge stands stays; the letter goes to the address of the card, as if it had come first."""
    home.add(home.write("life.ics", *monthly("ada", meetings=12, ended=LONG_AGO)))
    home.live()
    (before,) = home.nudges()
    card = "FN:Ada Berg\r\nEMAIL;TYPE=HOME:ada.berg@home.example\r\nEMAIL;TYPE=WORK:ada@example.com"
    import_cards(home.house, book_of(home, card))
    home.live()
    (after,) = home.nudges()

    assert before.nudge.emails == ("ada@example.com",)
    assert after.nudge.id == before.nudge.id
    assert after.nudge.emails == ("ada.berg@home.example", "ada@example.com")
