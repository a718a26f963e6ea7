"""Suggestions: who may be one human, with the reasons; the user decides."""

import random
from dataclasses import replace
from datetime import date

import pytest

from worker.core.identity.alike import suggestions_among
from worker.core.identity.sighting import pair_of
from worker.core.identity.suggestion import Alike, Profile


def known(name: str, address: str, first: int = 2020, last: int = 2024) -> Profile:
    return Profile(
        key=address, name=name, addresses=(address,), first_on=date(first, 1, 1), last_on=date(last, 1, 1)
    )


ROBERT = known("Robert Baker", "robert.baker@acme.example")


@pytest.mark.parametrize(
    ("other", "reasons"),
    [
        (known("Robert Baker", "rb@globex.example"), [Alike.SAME_NAME]),
        (known("Baker, Robert", "rb@globex.example"), [Alike.SAME_NAME]),
        (known("Bob Baker", "bob@globex.example"), [Alike.NICKNAME]),
        (known("Robert Baker Smith", "rbs@globex.example"), [Alike.MORE_NAMES]),
        (known("Robert Bakker", "rb@globex.example"), [Alike.SPELLING]),
        (known("R. Baker", "rb@acme.example"), [Alike.INITIAL, Alike.COMPANY]),
        (known("", "rbaker@globex.example"), [Alike.IN_ADDRESS]),
        (known("", "robertbaker@acme.example"), [Alike.IN_ADDRESS, Alike.SAME_LOCAL, Alike.COMPANY]),
        (known("Robert", "rob@acme.example"), [Alike.GIVEN_NAME, Alike.COMPANY]),
        (known("Robert Baker", "rb@globex.example", 2025, 2026), [Alike.SAME_NAME, Alike.FOLLOWED_ON]),
        (known("Robrt Baker", "rb@globex.example"), [Alike.SPELLING]),
        (known("Robert Henry Baker", "rhb@globex.example"), [Alike.MORE_NAMES]),
        (known("Robert James Henry Baker", "rjhb@globex.example"), [Alike.MORE_NAMES]),
        (known("", "baker.robert@globex.example"), [Alike.IN_ADDRESS]),
        (known("Robert Lind", "robert.baker@globex.example"), [Alike.SAME_LOCAL]),
        (known("Anna Baker", "robert.baker@globex.example"), [Alike.SAME_LOCAL]),
        (known("Anna", "robert.baker@globex.example"), [Alike.SAME_LOCAL]),
    ],
)
def test_two_who_look_alike_are_proposed_with_the_reasons(other: Profile, reasons: list[Alike]) -> None:
    """The strongest first; a firm and a date only beside another one."""
    assert [list(each.reasons) for each in suggestions_among([ROBERT, other])] == [reasons]


@pytest.mark.parametrize(
    "other",
    [
        known("Roberta Baker", "roberta@acme.example"),
        known("Robert Brown", "rbrown@acme.example"),
        known("Robert", "rob@globex.example"),
        known("", "rb@acme.example"),
        known("", "baker17@acme.example"),
        known("Anna Lind", "robert.baker@globex.example"),
        known("R. Brown", "r@globex.example"),
        known("Henry Robert Baker", "hrb@globex.example"),
        known("Robert One Two Three Four Baker", "many@globex.example"),
        known("", "rbake@globex.example"),
    ],
)
def test_others_are_left_alone(other: Profile) -> None:
    """Colleagues share a firm, families a surname, and many a given name."""
    assert suggestions_among([ROBERT, other]) == []


def test_paula_is_not_paulo() -> None:
    """One letter may be another human."""
    pair = [known("Paulo Pereira", "a@a.example"), known("Paula Pereira", "b@b.example")]

    assert suggestions_among(pair) == []


def test_a_name_of_many_proposes_nobody() -> None:
    """Nine namesakes are nine people, as far as anybody can tell."""
    assert suggestions_among([known("Robert Baker", f"{i}@x{i}.example") for i in range(9)]) == []


def test_who_was_said_to_be_two_is_never_proposed() -> None:
    """Under any of their addresses."""
    other = Profile(
        key="rb@globex.example", name="Bob Baker", addresses=("rb@globex.example", "bob@x.example")
    )

    assert suggestions_among([ROBERT, other])
    assert suggestions_among([ROBERT, other], frozenset((pair_of(ROBERT.key, "bob@x.example"),))) == []


def test_the_order_of_people_does_not_change_what_is_proposed() -> None:
    """Nor who would stay: whoever was met first."""
    people = [
        ROBERT,
        known("Bob Baker", "bob@globex.example", 2010),
        known("R. Baker", "r@x.example"),
        known("Robert Bakker", "rb@y.example", 2015),
    ]
    first = suggestions_among(people)

    assert all(suggestions_among(random.Random(i).sample(people, 4)) == first for i in range(5))
    assert first[0].one.key == "bob@globex.example"


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("Marion Feldmann", "Marion Feldman", True),
        ("Marion Feldmann", "Marian Feldmann", True),
        ("Marion Feldmann", "Marian Feldman", False),
        ("Marion Lee", "Marion Lea", False),
        ("Marion Smith", "Marion Smyth", True),
        ("Marion Abcd", "Marion Abce", False),
        ("Tim Feldmann", "Tom Feldmann", False),
        ("Timm Feldmann", "Timo Feldmann", False),
        ("Jutta Feldmann", "Yutta Feldmann", True),
        ("Julian Feldmann", "Juliana Feldmann", False),
        ("Juliana Feldmann", "Julian Feldmann", False),
        ("Emil Feldmann", "Emile Feldmann", False),
        ("Philip Feldmann", "Phillip Feldmann", True),
        ("Jon Kerr", "Jon Kers", False),
    ],
)
def test_one_word_of_a_name_may_be_one_letter_off(one: str, other: str, *, is_near: bool) -> None:
    """Where it is long enough, and the letter does not make another name of it."""
    found = suggestions_among([known(one, "a@a.example"), known(other, "b@b.example")])

    assert [list(each.reasons) for each in found] == ([[Alike.SPELLING]] if is_near else [])


def test_up_to_eight_are_compared_with_one_another() -> None:
    """Each pair once."""
    assert len(suggestions_among([known("Robert Baker", f"{i}@x{i}.example") for i in range(8)])) == 28


def test_a_bare_name_is_the_only_one_of_its_firm() -> None:
    """With a second Robert there, or a second Robert Something, it may be either."""
    baker, bare = known("Robert Baker", "rb@acme.example"), known("Robert", "r@acme.example")

    assert [list(each.reasons) for each in suggestions_among([baker, bare])] == [
        [Alike.GIVEN_NAME, Alike.COMPANY]
    ]
    for third in (known("Robert Lind", "rl@acme.example"), known("Robert", "bob@acme.example")):
        assert suggestions_among([baker, bare, third]) == []


def test_an_address_that_spells_two_names_spells_none() -> None:
    """ "rbaker@" is Robert's or Rosa's."""
    rosa, nameless = known("Rosa Baker", "rosa@globex.example"), known("", "rbaker@initech.example")

    assert suggestions_among([ROBERT, rosa, nameless]) == []


def test_who_bears_as_a_name_what_another_is_called_besides_is_asked_about() -> None:
    """With that one's surname, however little the nickname looks like the given name."""
    roberto = replace(known("Roberto Almeida", "roberto@acme.example"), also=("Kiko",))
    kiko, other = known("Kiko Almeida", "kiko@globex.example"), known("Kiko Souza", "ks@globex.example")

    (asked,) = suggestions_among([roberto, kiko, other])

    assert {asked.one, asked.other} == {roberto, kiko}
    assert asked.reasons == (Alike.ALSO_CALLED,)


def test_seven_namesakes_have_room_for_one_nickname() -> None:
    """Eight in all; a second Bob makes them too many."""
    many = [known("Robert Baker", f"{i}@x{i}.example") for i in range(7)]
    bobs = [known("Bob Baker", f"bob{i}@y{i}.example") for i in range(2)]

    def nicknamed(*people: Profile) -> int:
        return sum(Alike.NICKNAME in each.reasons for each in suggestions_among(people))

    assert nicknamed(*many, bobs[0]) == 7
    assert nicknamed(*many, *bobs) == 0


def test_an_initial_alone_is_nobody() -> None:
    """Not even in the firm of the only one whom it may mean."""
    assert suggestions_among([known("R. Baker", "rb@acme.example"), known("R", "r@acme.example")]) == []


def test_of_eight_who_are_nearly_called_the_same_each_pair_is_looked_at() -> None:
    """Of nine none is."""
    many = [known("Marion Feldmann", f"{i}@x{i}.example") for i in range(8)]
    near = known("Marion Feldman", "mf@y.example")

    def respelt(*people: Profile) -> int:
        return sum(Alike.SPELLING in each.reasons for each in suggestions_among(people))

    assert respelt(*many[:7], near) == 7
    assert respelt(*many, near) == 0


def test_the_surest_pair_is_asked_about_first() -> None:
    """By its strongest reason, then by how many there are, then by name."""
    pairs = [
        ("Zoe Lind", "z@acme.example", "Zoe Lind", "zl@globex.example"),
        ("Ada Roe", "a@initech.example", "Ada Roe", "ar@hooli.example"),
        ("Cleo Poe", "c@umbra.example", "Cleo Poe", "cp@umbra.co.uk"),
        ("Bea Abendroth", "b@stark.example", "Bea Abendrot", "ba@wayne.example"),
    ]
    people = [known(*each) for pair in pairs for each in (pair[:2], pair[2:])]

    found = suggestions_among(people)

    assert [each.one.name for each in found] == ["Cleo Poe", "Ada Roe", "Zoe Lind", "Bea Abendroth"]
    assert found[0].reasons == (Alike.SAME_NAME, Alike.COMPANY)
