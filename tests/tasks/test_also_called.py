"""What somebody is called besides counts like their name: nicknames, other cards, whoever was said to be the same."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.calling import person_called
from tasks.duty import Kind
from tasks.exporting import export
from tasks.importing import import_cards
from tasks.proposing import confirm, proposals
from tasks.tending import merge, note_met, split
from tests.tasks.home import NOW, Home, event, monthly
from tests.tasks.test_titles import alone
from worker.store import events, people

DAY = timedelta(days=1)
MARIA = "maria@example.com"
CARD = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:María del Carmen Ortega Ruiz\r\nEMAIL:{MARIA}\r\nEND:VCARD\r\n"
NICK = CARD.replace("END:", "NICKNAME:Maricarmen,Mari\r\nEND:")
COFFEES = [alone(f"{n}", NOW - (300 - 30 * n) * DAY, "Kaffee mit Maricarmen") for n in range(9)]


def days_met(home: Home) -> dict[str, int]:
    with home.house.database.read() as conn:
        return {
            each.person.name: each.tie.days_met
            for each in people.all_people(conn, home.user_id)
            if each.tie.days_met
        }


def asked(home: Home) -> list[str]:
    return [each.name for each in proposals(home.house)]


def book(home: Home, text: str) -> None:
    """An address book, and what it changes in titles."""
    path: Path = home.folder / "book.vcf"
    path.write_text(text)
    import_cards(home.house, path)
    home.settle(Kind.LEARN)


def read_all_again(home: Home, feed: int) -> None:
    with home.house.database.write() as conn:
        events.mark_unlearnt(conn, home.user_id, feed)
    home.do(Kind.LEARN, feed)


def made_one(home: Home) -> None:
    """Maricarmen is somebody, whom the user says to be María."""
    confirm(home.house, "Maricarmen")
    home.settle(Kind.LEARN)
    merge(home.house, MARIA, "Maricarmen")


@pytest.mark.parametrize("is_book_first", [True, False])
def test_a_title_may_call_somebody_by_the_nickname_on_their_card(home: Home, is_book_first: bool) -> None:
    """Whether the card is known by then or comes later; and so may the user."""
    if is_book_first:
        book(home, NICK)
    home.read(home.add(home.write("own.ics", *COFFEES)))
    if not is_book_first:
        book(home, NICK)

    assert days_met(home) == {"María del Carmen Ortega Ruiz": 9}
    assert asked(home) == []
    assert note_met(home.house, "Mari", NOW.date()).key == MARIA


LINKEDIN = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Maricarmen,Ruiz,https://www.linkedin.com/in/x,,Dell,Engineer,02 Mar 2022
"""


@pytest.mark.parametrize("is_contact_first", [True, False])
def test_a_contact_without_address_takes_no_history_from_whom_friends_call_so(
    home: Home, is_contact_first: bool
) -> None:
    """Their name is the nickname on the card, with its surname."""
    contacts = home.folder / "Connections.csv"
    contacts.write_text(LINKEDIN)
    if is_contact_first:
        import_cards(home.house, contacts)
    book(home, NICK)
    home.read(home.add(home.write("own.ics", *COFFEES)))
    if not is_contact_first:
        import_cards(home.house, contacts)
        home.settle(Kind.LEARN)

    assert days_met(home) == {"María del Carmen Ortega Ruiz": 9}
    assert asked(home) == []


@pytest.mark.parametrize("is_book_first", [True, False])
def test_an_address_under_a_nickname_is_of_whom_friends_call_so(home: Home, is_book_first: bool) -> None:
    """Whichever was read first."""
    meals = [event(f"m{n}", NOW - (299 - 30 * n) * DAY, "mari@gmail.com") for n in range(3)]
    named = [each.replace(":mailto:mari@", ";CN=Mari Ruiz:mailto:mari@") for each in meals]
    if is_book_first:
        book(home, NICK)
    home.read(home.add(home.write("own.ics", *COFFEES)))
    home.read(home.add(home.write("private.ics", *named)))
    if not is_book_first:
        book(home, NICK)

    assert days_met(home) == {"María del Carmen Ortega Ruiz": 12}


def test_who_sat_beside_whom_they_might_be_is_somebody_else_as_long_as_that_stands(home: Home) -> None:
    """When the meeting is called off, the two are one."""
    alone_each = [
        event(f"m{n}", NOW - 9 * n * DAY, who) for n, who in enumerate(("mari@gmail.com", MARIA), 1)
    ]
    both = event("both", NOW - 90 * DAY, "mari@gmail.com", MARIA)
    named, together = (
        [each.replace(":mailto:mari@", ";CN=Mari Ruiz:mailto:mari@") for each in some]
        for some in (alone_each, [both])
    )
    book(home, NICK)
    feed = home.add(home.write("own.ics", *named, *together))
    home.read(feed)
    assert days_met(home) == {"María del Carmen Ortega Ruiz": 2, "Mari Ruiz": 2}

    home.write(
        "own.ics", *named, *(each.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY") for each in together)
    )
    home.read(feed)

    assert days_met(home) == {"María del Carmen Ortega Ruiz": 2}


def test_who_was_said_to_be_the_same_is_found_by_either_name(home: Home) -> None:
    """The meetings that titles tell stay theirs, however often all is read again; nobody is asked about twice."""
    book(home, CARD)
    feed = home.add(home.write("own.ics", *COFFEES))
    home.read(feed)
    made_one(home)
    home.settle(Kind.LEARN)
    read_all_again(home, feed)

    assert days_met(home) == {"María del Carmen Ortega Ruiz": 9}
    assert asked(home) == []
    assert note_met(home.house, "Maricarmen", NOW.date()).key == MARIA


def test_who_is_parted_again_takes_their_name_along(home: Home) -> None:
    """And with it what titles tell under it."""
    book(home, CARD)
    home.read(home.add(home.write("own.ics", *COFFEES)))
    made_one(home)
    home.settle(Kind.LEARN)

    split(home.house, MARIA)
    home.settle(Kind.LEARN)

    assert days_met(home) == {"Maricarmen": 9}


def test_a_merge_is_taken_back_after_somebody_else_was_confirmed(home: Home) -> None:
    """Who came meanwhile is somebody else, also by the number of the row."""
    titles = [alone("b", NOW - DAY, "Kaffee mit Begoña"), event("m", NOW - 9 * DAY, MARIA)]
    home.read(home.add(home.write("own.ics", *COFFEES, *titles)))
    made_one(home)
    confirm(home.house, "Begoña")
    home.settle(Kind.LEARN)

    split(home.house, MARIA)
    home.settle(Kind.LEARN)

    assert days_met(home) == {"maria@example.com": 1, "Maricarmen": 9, "Begoña": 1}


def test_a_merge_of_an_older_record_is_taken_back_though_its_number_is_taken(home: Home) -> None:
    """Where numbers were given twice: the one who comes back has a new one."""
    titles = [alone("b", NOW - DAY, "Kaffee mit Begoña"), event("m", NOW - 9 * DAY, MARIA)]
    home.read(home.add(home.write("own.ics", *COFFEES, *titles)))
    made_one(home)
    with home.house.database.write() as conn:
        conn.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = 'people'")
    confirm(home.house, "Begoña")
    home.settle(Kind.LEARN)

    split(home.house, MARIA)
    home.settle(Kind.LEARN)

    assert days_met(home) == {"maria@example.com": 1, "Maricarmen": 9, "Begoña": 1}


def test_the_people_in_an_export_have_all_their_names(home: Home) -> None:
    """Whoever leaves takes along what they said of them."""
    book(home, NICK)
    home.read(home.add(home.write("own.ics", *COFFEES)))
    export(home.house, home.folder / "all")

    (maria,) = json.loads((home.folder / "all" / "people.json").read_text())
    assert maria["also"] == ["Mari", "Maricarmen"]
    assert "NICKNAME:Mari,Maricarmen" in (home.folder / "all" / "people.vcf").read_text()


OWN = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:María Vidal\r\nEMAIL:me@example.org\r\nEND:VCARD\r\n"


def test_nobody_means_themselves_by_a_name(home: Home) -> None:
    """The user's own card lies in most address books; by an address it is found."""
    home.add(home.write("work.ics", *monthly("ada", meetings=3, ended=DAY)))
    home.live()
    book(home, CARD + OWN)

    with home.house.database.read() as conn:
        assert len(people.find(conn, home.user_id, "María")) == 2
        assert person_called(home.house, conn, "María").person.key == MARIA
        assert person_called(home.house, conn, "me@example.org").person.name == "María Vidal"
        with pytest.raises(people.NoSuchPersonError):
            person_called(home.house, conn, "Vidal")
