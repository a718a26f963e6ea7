"""Households: whom the user's own card names as partner or child."""

import pytest

from worker.core.bond import Peace
from worker.core.household import (
    after_whom,
    at_home,
    household_in,
    is_named_by_household,
    is_of_household,
    left_in_peace,
    owners_by_name,
)
from worker.core.person import Card, Person

ME = Card(name="Eva Roth", emails=("eva@example.org",), household=("Olivier Roth", "Léa"))
OTHER = Card(name="Ana Lima", emails=("ana@example.org",), household=("Rui Lima",))


@pytest.mark.parametrize(
    "label",
    ["_$!<Spouse>!$_", "Husband", "DOMESTIC_PARTNER", "co-resident", "fils", "Conjoint(e)", "Lebensgefährtin",
     "Cónyuge", "marito", "namorada", "Épouse"],
)  # fmt: skip
def test_partners_and_children_are_of_the_household(label: str) -> None:
    """As programs write it, or as people do, in six languages."""
    assert is_of_household(label)


@pytest.mark.parametrize(
    "label",
    ["_$!<Mother>!$_", "Brother", "ex-wife", "Business Partner", "Freund", "Assistant", "belle-mère", "grandson", ""],
)  # fmt: skip
def test_parents_siblings_and_others_are_not(label: str) -> None:
    """They live elsewhere; and what may be a friend is in doubt."""
    assert not is_of_household(label)


def test_only_the_users_own_card_tells() -> None:
    """It is known by an address of the user's, dots and all; a friend's card tells of the friend's home."""
    assert household_in([ME, OTHER], ["eva@example.org"]) == {"Olivier Roth", "Léa"}
    assert household_in([ME, OTHER], []) == frozenset()
    dotted = Card(name="Eva", emails=("e.va@gmail.com",), household=("Olivier Roth",))
    assert household_in([dotted], ["eva@gmail.com"]) == {"Olivier Roth"}


def test_the_own_card_is_also_known_by_the_name_that_an_own_address_spells() -> None:
    """At work one has another address than at home; of two namesakes neither is taken for the user."""
    at_work, father = ["eva.roth@acme.example"], Card(name="Eva Roth", emails=("r@example.org",))

    assert household_in([ME, OTHER], at_work) == {"Olivier Roth", "Léa"}
    assert household_in([ME, OTHER, father], at_work) == frozenset()
    assert household_in([ME, OTHER], ["eva@acme.example"]) == frozenset()
    everyone = [Person(key="eva@example.org", name="Eva Roth", emails=("eva@example.org",))]
    assert after_whom("eva@example.org", everyone, [ME, OTHER], at_work) == ""
    assert after_whom("eva@example.org", everyone, [OTHER], at_work) == "Eva Roth"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Olivier Roth", {"o"}),
        ("ROTH Olivier", {"o"}),
        ("Olivier", {"o"}),
        ("Oli", {"o"}),
        ("Olivier Desjardins", set()),
        ("Léa", set()),
        ("lea lang", {"l2"}),
        ("o@example.org", {"o"}),
        ("x@example.org", set()),
        ("❤", set()),
    ],
)
def test_a_name_means_whom_it_tells_from_others(written: str, meant: set[str]) -> None:
    """A given name alone means the only one who bears it; of two, neither."""
    people = [
        Person(key="o", name="Olivier Roth", also=("Oli",), emails=("o@example.org",)),
        Person(key="l1", name="Léa Roth"),
        Person(key="l2", name="Léa Lang"),
    ]

    assert at_home(people, [written]) == meant


def test_a_calendar_is_called_after_whom_it_shows() -> None:
    """By an address, by a name; "Family" is nobody."""
    people = [
        Person(key="o", name="Olivier Roth", emails=("o@example.org",)),
        Person(key="l", name="Léa Lang"),
    ]

    assert at_home(people, owners_by_name(["O@Example.org ", "Family", ""])) == {"o"}
    assert at_home(people, owners_by_name(["Olivier", "Léa Lang"])) == {"o", "l"}


EVA = Card(name="Eva Roth", emails=("eva@example.org",), household=("Olivier Roth", "kid@example.org"))
OLIVIER = Card(name="Olivier Roth", emails=("olivier@gmail.com", "home@roth.example"))
MINE = ("eva@example.org",)


@pytest.mark.parametrize(
    ("calendar", "is_theirs"),
    [
        ("olivier@gmail.com", True),
        ("Oli.vier@Gmail.com ", True),
        ("kid@example.org", True),
        ("Olivier Roth", False),
        ("ana@example.org", False),
        ("eva@example.org", False),
        ("", False),
    ],
)
def test_a_calendar_that_is_called_by_the_address_of_partner_or_child_is_theirs(
    calendar: str, is_theirs: bool
) -> None:
    """A name is no proof: parents keep calendars for their children."""
    assert is_named_by_household(calendar, [EVA, OLIVIER, OTHER], MINE) is is_theirs


def test_an_address_that_both_use_is_the_users_too() -> None:
    """It stands on both cards."""
    both = Card(name="Eva Roth", emails=(*MINE, "home@roth.example"), household=("Olivier Roth",))

    assert not is_named_by_household("home@roth.example", [both, OLIVIER], MINE)
    assert is_named_by_household("home@roth.example", [EVA, OLIVIER], MINE)


@pytest.mark.parametrize(
    ("calendar", "whose"),
    [
        ("Ana Lima", "Ana Lima"),
        ("ana@example.org", "Ana Lima"),
        ("Ana", ""),
        ("olivier", "Olivier Roth"),
        ("Eva Roth", ""),
        ("eva@example.org", ""),
        ("Work", ""),
    ],
)
def test_a_name_or_an_address_of_somebody_else_is_a_reason_to_ask(calendar: str, whose: str) -> None:
    """A given name alone where it is of the household; nothing where it is the user's."""
    people = [
        Person(key="a", name="Ana Lima", emails=("ana@example.org",)),
        Person(key="e", name="Eva Roth", emails=("eva@example.org",)),
    ]

    assert after_whom(calendar, people, [EVA, OLIVIER], MINE) == whose


def test_who_is_at_home_is_told_before_whose_calendar_is_read() -> None:
    """Of one person there is one reason."""
    people = [
        Person(key="o", name="Olivier Lang"),
        Person(key="l", name="Léa Lang"),
        Person(key="x", name="Max Roth"),
    ]

    assert left_in_peace(people, ["Léa Lang"], ["Léa Lang", "Olivier Lang"]) == {
        "l": Peace.HOME,
        "o": Peace.READ,
    }
