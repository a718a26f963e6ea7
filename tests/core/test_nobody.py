"""Nobody: rooms, lists, robots and booking desks are no people; and people are."""

import pytest

from tests.core.test_judge import ADA, BEA, judge, meeting, met, why_not
from worker.core.event import Party
from worker.core.nobody import is_person_name, why_nobody, why_nobody_there


@pytest.mark.parametrize("kind", ["ROOM", "RESOURCE", "GROUP"])
def test_what_says_that_it_is_none_is_none(kind: str) -> None:
    """CUTYPE (RFC 5545, 3.2.3)."""
    assert why_nobody(Party(address="ada@example.org", kind=kind)) is not None


@pytest.mark.parametrize("kind", ["INDIVIDUAL", "UNKNOWN"])
def test_what_says_nothing_else_may_be_a_person(kind: str) -> None:
    """Words that nobody knows mean UNKNOWN."""
    assert why_nobody(Party(address="ada@example.org", kind=kind)) is None


@pytest.mark.parametrize(
    "address",
    [
        *(
            "noreply@example.org",
            "no-reply@example.org",
            "do_not_reply@example.org",
            "noreply+tag@example.org",
        ),
        *(
            "x@resource.calendar.google.com",
            "y@group.calendar.google.com",
            "unknownorganizer@calendar.google.com",
        ),
        *(
            "z@import.calendar.google.com",
            "a@sub.zoom.us",
            "ada@fireflies.ai",
            "room-3@example.org",
            "room12@example.org",
        ),
        *(
            "bookings@example.org",
            "team@example.org",
            "dev-team@example.org",
            "all@example.org",
            "info@example.org",
        ),
        *(
            "list@googlegroups.com",
            "meeting-bot@example.org",
            "conference_room_b@example.org",
            "hr@example.org",
        ),
        *(
            "aries@lists.example.org",
            "dev@groups.io",
            "north-sales@example.org",
            "ventes@example.org",
            "sig-chairs@example.org",
        ),
        *("4th.floor.meeting.room@example.org", "x1@virtual", "null@example.org", "segreteria@example.it"),
    ],
)
def test_a_robot_room_list_or_desk_is_nobody(address: str) -> None:
    """By domain or local part; each with a reason in words."""
    assert why_nobody_there(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "ada@example.org",
            "ada.lovelace@gmail.com",
            "j.salazar@example.org",
            "abbott@example.org",
            "talbot@example.org",
        ),
        *(
            "roomy@example.org",
            "teamann@example.org",
            "information.ada@example.org",
            "ada@notzoom.us",
            "ada@myzoom.us.org",
        ),
        *(
            "norepinephrine@example.org",
            "allan@example.org",
            "events.ada@example.org",
            "hellodottie@example.org",
        ),
        *("ada@listserver.example.org", "ada@lists.org", "salesse@example.org", "nulla@example.org"),
    ],
)
def test_a_person_with_an_odd_address_is_somebody(address: str) -> None:
    """Only whole words tell."""
    assert why_nobody_there(address) is None


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Conference Room 3",
            "Besprechungsraum Ost",
            "Otter.ai Notetaker",
            "Raum 12",
            "Mailing List Berlin",
        ),
        *(
            "Marketing Committee",
            "Fabric SDK Team",
            "Testmeeting channel",
            "Admin Account, Groupware",
            "(omitted)",
        ),
    ],
)
def test_a_room_or_bot_is_known_by_name(name: str) -> None:
    """Where the address says nothing."""
    assert why_nobody(Party(address="x17@example.org", name=name)) is not None


@pytest.mark.parametrize(
    "name", ["Ada Lovelace", "Rooney, Wayne", "José Núñez", "山田 太郎", "Raumer Karl", "Tim Gruppe"]
)
def test_a_person_is_known_by_name_alone(name: str) -> None:
    """Two words of letters."""
    assert is_person_name(name)


@pytest.mark.parametrize("name", ["", "Ada", "Ada 3", "Conference Room B", "no reply"])
def test_anything_else_without_an_address_is_nobody(name: str) -> None:
    """One word may be a room, a team, a cat."""
    assert why_nobody(Party(address="", name=name)) is not None


def test_each_rule_says_why() -> None:
    """`touches --explain` shows the reason of the rule that held."""
    reasons = [
        why_nobody_there(f"{local}@example.org") for local in ("noreply", "bookings", "room-3", "hr", "all")
    ]

    assert reasons == [
        "an address that takes no replies",
        "a booking desk",
        "a room",
        "a role, not a person",
        "a list or team",
    ]


def test_a_comma_parts_two_words_of_a_name() -> None:
    """With or without a blank; a word without a letter makes no name."""
    assert is_person_name("Lovelace,Ada")
    assert not is_person_name("Lovelace 7")


@pytest.mark.parametrize("address", ["room-4@example.org", "noreply@example.org", "bookings@example.org"])
def test_behind_a_room_or_a_robot_stands_nobody(address: str) -> None:
    """Whoever books a room for a meeting of others has not invited the user through it."""
    booked = meeting(ADA, Party(address=address), organizer=BEA)

    assert met(judge(booked)) == []
    assert why_not(judge(booked))["ada@example.org"] == "not_invited"
