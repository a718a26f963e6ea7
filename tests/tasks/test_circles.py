"""Circles in the record: an address book and the names of calendars tell them, and `people --why` says which did."""

from datetime import timedelta
from pathlib import Path

import pytest

from config.words import LANGUAGES
from tasks.importing import import_cards
from tasks.placing import circle_line, placed_of
from tests.core.bonds import words_in
from tests.tasks.home import NOW, Home, event
from tests.tasks.tied import ANA, BEN, known
from worker.core.circle import FAMILY, FRIENDS, WORK, Placed, Sign
from worker.store import identity

WEEKS = [NOW - timedelta(weeks=4 * n) for n in range(1, 6)]


def live_with(home: Home, name: str, *guests: str) -> None:
    """One calendar of that name, with five meetings in office hours."""
    meetings = [event(f"{name}-{at:%m%d}", at, *guests) for at in WEEKS]
    home.add(home.write(f"{len(name)}.ics", f"X-WR-CALNAME:{name}\r\n", *meetings))
    home.live()


def import_book(home: Home, *lines: str) -> None:
    book = home.folder / "book.vcf"
    card = "".join(f"{line}\r\n" for line in lines)
    book.write_text(f"BEGIN:VCARD\r\nVERSION:3.0\r\n{card}END:VCARD\r\n")
    import_cards(home.house, book)


def test_a_calendar_called_family_is_family(home: Home) -> None:
    """Though they meet in office hours, under an address of a firm."""
    live_with(home, "Familie", ANA)

    assert known(home).person.circle == FAMILY
    assert placed_of(home.house, known(home)) == Placed(circle=FAMILY, sign=Sign.CALENDAR)


def test_a_calendar_of_another_name_tells_nothing(home: Home) -> None:
    """Then address and hours do."""
    live_with(home, "Termine", ANA)

    assert placed_of(home.house, known(home)) == Placed(circle=WORK, sign=Sign.HOURS)
    assert known(home).person.circle == WORK


def test_a_folder_of_work_and_family_is_neither(home: Home) -> None:
    """The name of its first calendar makes no family of the firm, nor does that of the one that changed last."""
    folder = home.folder / "both"
    folder.mkdir()
    meetings = [event(f"firm-{at:%m%d}", at, ANA) for at in WEEKS]
    home.write("both/a.ics", "X-WR-CALNAME:Family\r\n", event("home", WEEKS[0], BEN))
    home.write("both/b.ics", "X-WR-CALNAME:Firm\r\n", *meetings)
    feed = home.add(str(folder))
    home.read(feed)
    assert placed_of(home.house, known(home)) == Placed(circle=WORK, sign=Sign.HOURS)

    home.write("both/a.ics", "X-WR-CALNAME:Family\r\n", event("home", WEEKS[1], BEN))
    home.read(feed)

    assert home.feed(feed).name == ""
    assert placed_of(home.house, known(home)) == Placed(circle=WORK, sign=Sign.HOURS)


def test_a_folder_whose_calendars_bear_one_name_has_it(home: Home) -> None:
    """One of them may bear none, and it holds when only some are read again."""
    (home.folder / "one").mkdir()
    for number, head in enumerate(("X-WR-CALNAME:Familie\r\n", "X-WR-CALNAME:Familie\r\n", "")):
        home.write(f"one/{number}.ics", head, event(f"{number}", WEEKS[number], ANA))
    feed = home.add(str(home.folder / "one"))
    home.read(feed)
    home.write("one/0.ics", "X-WR-CALNAME:Familie\r\n", event("0", WEEKS[3], ANA))
    home.write("one/2.ics", event("2", WEEKS[4], ANA))

    home.read(feed)

    assert home.feed(feed).name == "Familie"
    assert known(home).person.circle == FAMILY


def test_a_later_calendar_tells_its_circle_too(home: Home) -> None:
    """Colleagues once, friends since: whichever of the two calendars is read first."""
    before = [event(f"before-{at:%m%d}", at - timedelta(days=700), ANA) for at in WEEKS]
    since = [event(f"since-{at:%m%d}", at, ANA) for at in WEEKS]
    home.read(home.add(home.write("a.ics", *before)))
    assert known(home).person.circle == WORK

    home.read(home.add(home.write("b.ics", "X-WR-CALNAME:Privat\r\n", *since)))

    assert known(home).person.circle == FRIENDS


def test_a_group_of_the_address_book_goes_before_all(home: Home) -> None:
    """Importing it is enough; the group's name is not kept."""
    live_with(home, "Work", ANA)
    import_book(home, "FN:Ana Lima", f"EMAIL:{ANA}", "CATEGORIES:Ski,Old friends")

    assert known(home).person.circle == FRIENDS
    assert placed_of(home.house, known(home)).sign is Sign.CARD
    assert not any(b"Old friends" in file.read_bytes() for file in (home.folder / "data").rglob("*.db*"))


def test_two_who_are_one_keep_what_the_address_book_says(home: Home) -> None:
    """And parted again, each has their own."""
    live_with(home, "Work", ANA, BEN)
    import_book(home, "FN:Ana Lima", f"EMAIL:{ANA}", "CATEGORIES:Family")
    ana, ben = known(home).id, known(home, BEN).id

    with home.house.database.write() as conn:
        identity.merge(conn, home.user_id, ben, ana)
    together = known(home, BEN)
    with home.house.database.write() as conn:
        identity.split(conn, home.user_id, ben)

    assert together.card_circle == FAMILY
    assert (known(home).card_circle, known(home, BEN).card_circle) == (FAMILY, "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sign_is_told_in_every_language(tmp_path: Path, lang: str) -> None:
    """One sentence, and no score in it."""
    home = Home(tmp_path, language=lang)
    live_with(home, "Family", ANA)

    line = circle_line(home.house, known(home))

    assert line in words_in(lang).ways(
        "rhythm.placed.calendar", circle=words_in(lang).say("rhythm.circle.family")
    )
    assert not any(char.isdigit() for char in line)
    home.house.close()
