"""Humans: which addresses are one person's, whatever was read first."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.core.identity.humans import humans_of
from worker.core.identity.sighting import Said, Sighting, pair_of
from worker.core.mailbox import company_of, mailbox_of
from worker.core.person import Birthday, Card

WORK, NEW, HOME = "ada@acme.example", "ada.l@globex.example", "ada.lovelace@gmail.com"
BEA = frozenset(("bea@acme.example",))


def seen(address: str, name: str = "Ada Lovelace", **more: object) -> Sighting:
    return Sighting(address=address, name=name, **more)  # type: ignore[arg-type]  # a test names what it says


def are_one(*sightings: Sighting, said: Said | None = None, cards: tuple[Card, ...] = ()) -> bool:
    return len(humans_of(sightings, cards, said)) == 1


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (seen(WORK), seen("a.lovelace@acme.example", "Lovelace, Ada"), True),
        (seen("ada@acme.co.uk"), seen("ada.l@eu.acme.com"), True),
        (seen(WORK), seen(HOME), True),
        (seen(WORK), seen("name:ada lovelace"), True),
        (seen("jo@acme.example", "Jürgen Groß"), seen("j@acme.example", "Juergen Gross"), True),
        (seen(WORK), seen(NEW), False),
        (seen("ada.lovelace@acme.example"), seen("ada.lovelace2@acme.example"), False),
        (seen("ada.lovelace3@acme.example"), seen("ada.lovelace2@acme.example"), False),
        (seen("ada.lovelace2@acme.example"), seen("ada.lovelace@eu.acme.example"), True),
        (seen("ada2@acme.example"), seen("lovelace@acme.example"), True),
        (seen(WORK, "Ada"), seen("ada2@acme.example", "Ada"), False),
        (seen(WORK), seen("b@acme.example", "Ada King"), False),
        (seen("a.da@gmail.com", ""), seen("ada@gmail.com", ""), True),
        (seen("a.da@acme.example", ""), seen("ada@acme.example", ""), False),
    ],
)
def test_a_full_name_joins_where_the_firm_agrees(one: Sighting, other: Sighting, *, is_one: bool) -> None:
    """A provider for everybody agrees with any firm; a firm that numbers namesakes, and a given name alone, do not."""
    assert are_one(one, other) is is_one


def test_a_former_colleague_is_followed_to_the_new_firm() -> None:
    """The old address fell silent before the new one was seen, among the same people."""
    before = {"first_on": date(2020, 1, 1), "last_on": date(2023, 5, 1)}
    after = {"first_on": date(2023, 8, 1), "last_on": date(2024, 5, 1)}

    assert are_one(seen(WORK, **before, beside=BEA), seen(NEW, **after, beside=BEA))
    assert not are_one(seen(WORK, **before, beside=BEA), seen(NEW, **after))
    assert not are_one(seen(WORK, **before, beside=BEA), seen(NEW, **before, beside=BEA))
    on_its_last_day = {**after, "first_on": before["last_on"]}
    assert not are_one(seen(WORK, **before, beside=BEA), seen(NEW, **on_its_last_day, beside=BEA))


def test_two_who_sat_side_by_side_are_two() -> None:
    """Even of one firm: big ones have two of a name."""
    other = seen("ada.l@acme.example", beside=frozenset((WORK,)))

    assert not are_one(seen(WORK), other)


def test_of_three_namesakes_none_is_followed_home() -> None:
    """The private address may be anyone's of them."""
    assert len(humans_of([seen(WORK), seen(NEW), seen(HOME)])) == 3


def test_a_common_name_proves_little() -> None:
    """Where both words stand in many names that the user knows, the same name twice is no surprise."""
    crowd = [
        seen(f"{g}{s}@x{g}{s}.example", f"{g} {s}") for g in ("Ada", "Bo") for s in ("King", "Roe", "Poe")
    ]
    adas = [seen(f"{i}@y{i}.example", f"Ada {name}") for i, name in enumerate(("Lovelace", "Moe"))]
    lovelaces = [seen(f"l{i}@z{i}.example", f"{name} Lovelace") for i, name in enumerate(("Cy", "Di", "Ed"))]

    assert not any({WORK, HOME} <= g for g in humans_of([*crowd, *adas, *lovelaces, seen(WORK), seen(HOME)]))


def test_the_user_goes_before_everything() -> None:
    """Apart what a card and a name would join; together what nothing else joins."""
    card = Card(name="Ada", emails=(WORK, HOME))
    apart = Said(apart=frozenset((pair_of(WORK, HOME),)))

    assert are_one(seen(WORK), seen(HOME), cards=(card,))
    assert not are_one(seen(WORK), seen(HOME), cards=(card,), said=apart)
    assert are_one(seen(WORK), seen("x@y.example", "Zoe"), said=Said(same=((WORK, "x@y.example"),)))


ROBERTO = Card(name="Roberto Almeida", emails=("roberto@acme.example",), also=("Beto",))
BETO = Card(name="Beto Almeida")
BORN, LATER = Birthday(month=12, day=2), Birthday(month=5, day=5, year=2001)


@pytest.mark.parametrize(
    ("roberto", "others", "is_one"),
    [
        (ROBERTO, [BETO], True),
        (replace(ROBERTO, also=("Beto", "Robertinho")), [BETO], True),
        (replace(ROBERTO, also=("Beto Almeida",)), [BETO], False),
        (replace(ROBERTO, emails=()), [replace(BETO, emails=("beto@globex.example",))], True),
        (ROBERTO, [replace(BETO, emails=("beto@globex.example",))], False),
        (ROBERTO, [Card(name="Beto Souza")], False),
        (ROBERTO, [Card(name="Beto")], False),
        (replace(ROBERTO, name="Roberto"), [BETO], False),
        (replace(ROBERTO, birthday=BORN), [replace(BETO, birthday=replace(BORN, year=1990))], True),
        (replace(ROBERTO, birthday=BORN), [replace(BETO, birthday=LATER)], False),
        (
            ROBERTO,
            [BETO, replace(BETO, emails=("beto@globex.example",)), Card(name="Beto A", emails=(HOME,))],
            False,
        ),
        (ROBERTO, [BETO, Card(name="Alberto Almeida", emails=(HOME,), also=("Beto",))], False),
        (ROBERTO, [Card(name="Alberto Almeida", also=("Beto",))], False),
    ],
)
def test_a_nickname_with_its_surname_is_as_good_as_a_full_name(
    roberto: Card, others: list[Card], *, is_one: bool
) -> None:
    """Where nobody else goes by it, and no firm and no birthday speaks against it. A whole name besides the first may
    be that of whoever shares the mailbox.
    """
    groups = humans_of((), [roberto, *others])

    assert groups == humans_of((), [*others, roberto])
    assert (len(groups) == len(others)) is is_one


def test_a_nickname_of_common_words_proves_little() -> None:
    """Where both words stand in many names that the user knows."""
    names = [f"{given} Almeida" for given in ("Ana", "Bea", "Caio")]
    crowd = [
        Card(name=name) for name in (*names, *(f"Beto {surname}" for surname in ("Souza", "Lima", "Dias")))
    ]

    assert len(humans_of((), [ROBERTO, BETO, *crowd[:5]])) == 6
    assert len(humans_of((), [ROBERTO, BETO, *crowd])) == 8


NAMES = ["Ada Lovelace", "Lovelace, Ada", "Bea Roe", ""]
ADDRESSES = [WORK, "al@acme.example", NEW, HOME, "a.dalovelace@gmail.com", "name:ada lovelace"]
DAYS = [date(2020, 1, 1), date(2021, 1, 1), None]
SIGHTINGS = st.lists(
    st.builds(
        lambda a, n, d, b: seen(a, n, first_on=d, last_on=d, beside=b - {a}),
        st.sampled_from(ADDRESSES),
        st.sampled_from(NAMES),
        st.sampled_from(DAYS),
        st.frozensets(st.sampled_from(ADDRESSES), max_size=2),
    ),
    max_size=6,
    unique_by=lambda each: each.address,
)  # fmt: skip
PAIRS = st.lists(st.lists(st.sampled_from(ADDRESSES), min_size=2, max_size=2, unique=True), max_size=3)


@pytest.mark.slow
@given(SIGHTINGS, PAIRS, PAIRS, PAIRS, st.randoms())
def test_no_order_changes_who_is_one(
    sightings: list[Sighting],
    cards: list[list[str]],
    same: list[list[str]],
    apart: list[list[str]],
    dice: random.Random,
) -> None:
    """Feeds, imports and what the user said come in any order; each address is somebody's, once."""
    book = [Card(name="Ada", emails=tuple(each)) for each in cards]
    said = Said(same=tuple((a, b) for a, b in same), apart=frozenset(pair_of(*each) for each in apart))
    again = Said(same=tuple(dice.sample(said.same, len(said.same))), apart=said.apart)

    first = humans_of(sightings, book, said)

    assert first == humans_of(dice.sample(sightings, len(sightings)), dice.sample(book, len(book)), again)
    everyone = {each.address for each in sightings}.union(*cards)
    assert sorted(a for group in first for a in group) == sorted(everyone)


@pytest.mark.parametrize(
    ("address", "box", "company"),
    [
        ("ada+news@googlemail.com", "ada@gmail.com", ""),
        ("ada+news@acme.co.uk", "ada@acme.co.uk", "acme"),
        ("ada@mail.acme.de", "ada@mail.acme.de", "acme"),
        ("ada@example.org", "ada@example.org", "example.org"),
        ("+49@acme.de", "+49@acme.de", "acme"),
        ("ada@yahoo.ca", "ada@yahoo.ca", ""),
        ("ada@hotmail.co.nz", "ada@hotmail.co.nz", ""),
        ("ada@docomo.ne.jp", "ada@docomo.ne.jp", ""),
        ("ada@yahoos.ca", "ada@yahoos.ca", "yahoos"),
        ("name:ada", "name:ada", ""),
    ],
)
def test_an_address_names_a_box_and_perhaps_a_firm(address: str, box: str, company: str) -> None:
    """A subaddress is the same box; a provider for everybody is no firm."""
    assert (mailbox_of(address), company_of(address)) == (box, company)


def test_a_provider_in_another_country_joins_no_namesakes_as_a_firm_would() -> None:
    """Three of one name at one firm are one; at a provider for everybody they are three."""
    addresses = ["ada@{}", "ada.l@{}", "lovelace@{}"]

    assert are_one(*(seen(each.format("acme.ca")) for each in addresses))
    assert len(humans_of([seen(each.format("yahoo.ca")) for each in addresses])) == 3


def test_a_name_that_many_bear_joins_nobody() -> None:
    """Eight of one firm are told apart one by one; of nine a name tells nothing."""
    bearers = [seen(f"ada.{letter}@acme.example") for letter in "abcdefghi"]

    assert are_one(*bearers[:8])
    assert len(humans_of(bearers)) == 9


def test_whoever_was_parted_from_two_stays_apart_from_both() -> None:
    """Whatever joins the other two."""
    apart = frozenset((pair_of(WORK, HOME), pair_of(WORK, "al@acme.example")))
    said = Said(same=((HOME, "al@acme.example"),), apart=apart)
    card = Card(name="Ada", emails=(WORK, HOME, "al@acme.example"))

    assert set(humans_of((), [card], said)) == {frozenset((WORK,)), frozenset((HOME, "al@acme.example"))}


@pytest.mark.parametrize("unknown", ["first_on", "last_on"])
@pytest.mark.parametrize("whose", [0, 1])
def test_nobody_is_followed_whose_days_are_not_known(unknown: str, whose: int) -> None:
    """Of either address."""
    days = [
        {"first_on": date(2020, 1, 1), "last_on": date(2023, 5, 1)},
        {"first_on": date(2023, 8, 1), "last_on": date(2024, 5, 1)},
    ]
    days[whose].pop(unknown)

    assert not are_one(seen(WORK, **days[0], beside=BEA), seen(NEW, **days[1], beside=BEA))
