"""Contact lines: whom to ask about an event, in plain words."""

from dataclasses import replace

import pytest

from tests.core.test_judge import ADA, BEA, ME, NOW, OWNERS, judge, meeting, met
from worker.core.contact_line import parties_in_contact
from worker.core.event import Party
from worker.core.judge import judged_by_title
from worker.core.person import Person
from worker.core.titles.name_book import NameBook
from worker.core.touch import Because, Evidence

JIM = "Jim Dolittle, ABC Industries, +1-919-555-1234"  # RFC 5545, 3.8.4.2
BOOK = NameBook.of([Person(key="jim@example.com", name="Jim Dolittle", emails=("jim@example.com",))])


@pytest.mark.parametrize(
    ("written", "parties"),
    [
        (JIM, [Party(address="", name="Jim Dolittle")]),
        ("Ada Lovelace <ADA@example.org>", [Party(address="ada@example.org", name="Ada Lovelace")]),
        ("mailto:ada@example.org", [Party(address="ada@example.org")]),
        (
            "Ada Lovelace - Analytical Engines - ada@example.org",
            [Party(address="ada@example.org", name="Ada Lovelace")],
        ),
        ("a@example.org; b@example.org", [Party(address="a@example.org"), Party(address="b@example.org")]),
        ("+1-919-555-1234", []),
        ("Reception", []),
        ("Marketing Team, 555", []),
    ],
)
def test_a_contact_line_names_addresses_or_who_stands_first(written: str, parties: list[Party]) -> None:
    """Firms, numbers and roles are nobody."""
    assert list(parties_in_contact(written)) == parties


def test_a_contact_is_met_where_nobody_else_is_invited() -> None:
    """As a program notes a visit to somebody of the address book."""
    [touch] = judge(meeting(ME, organizer=None, contacts=("Bea Potter <bea@example.org>",))).touches

    assert (touch.person, touch.name, touch.evidence) == ("bea@example.org", "Bea Potter", Evidence.CONTACT)


def test_a_contact_of_a_meeting_with_guests_is_no_participant() -> None:
    """Who is to be asked need not be there; who is invited too is met as a guest."""
    found = judge(meeting(ME, ADA, contacts=("bea@example.org", JIM, "Ada <ada@example.org>")))

    assert met(found) == ["ada@example.org"]
    assert [(one.person, one.because, one.detail) for one in found.left_out] == [
        ("bea@example.org", Because.NOT_A_PARTICIPANT, "the contact"),
        ("name:jim dolittle", Because.NOT_A_PARTICIPANT, "the contact"),
    ]


def test_a_room_is_no_guest() -> None:
    """A visit in a room is a visit."""
    room = replace(BEA, kind="ROOM")

    assert met(judge(meeting(ME, room, organizer=None, contacts=("ada@example.org",)))) == ["ada@example.org"]


def test_a_name_without_address_counts_where_they_are_known() -> None:
    """Words alone are as weak as a title's: anybody else is only proposed."""
    visit = meeting(ME, organizer=None, title="", contacts=(JIM, "Ada Lovelace, 555"))

    found = judged_by_title([visit], OWNERS, BOOK, NOW)

    assert [(touch.person, touch.evidence) for touch in found.touches] == [
        ("jim@example.com", Evidence.TITLE)
    ]
    assert [(one.name, one.because) for one in found.left_out] == [("Ada Lovelace", Because.PROPOSED)]
    assert judge(visit).touches == judge(visit).left_out == []


def test_named_in_the_title_too_is_once() -> None:
    """ "Lunch with Jim", contact Jim."""
    visit = meeting(ME, organizer=None, title="Lunch with Jim", contacts=(JIM,))

    assert met(judged_by_title([visit], OWNERS, BOOK, NOW)) == ["jim@example.com"]


def test_a_webinar_is_a_crowd() -> None:
    """The invitation shows two people; hundreds listen. One's own makes an exception."""
    found = judge(meeting(ME, organizer=ADA, title="Webinar: growth in 2025"))

    assert [(one.person, one.because, one.detail) for one in found.left_out] == [
        ("ada@example.org", Because.CROWD, "a webinar by its title")
    ]
    assert met(judge(meeting(ME, ADA, title="Prepare our webinar"))) == ["ada@example.org"]
