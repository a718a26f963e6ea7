"""People: one human, however many addresses."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.test_judge import ADA, BEA, ME, judge, meeting
from worker.core.event import Party
from worker.core.identity.everyone import key_of, names_in, people_from, people_on, person_of, sightings_of
from worker.core.identity.sighting import Said, Sighting
from worker.core.person import Birthday, Card, Person, name_from, name_key, plain_name
from worker.core.touch import Evidence

HOME = Party(address="ada@home.example", name="Ada King")
CARDS = st.lists(
    st.builds(
        lambda name, emails: Card(name=name, emails=tuple(dict.fromkeys(emails))),
        st.sampled_from(["Ada", "Bea", ""]),
        st.lists(st.sampled_from(["a@x.example", "b@x.example", "ada@example.org"]), min_size=1, max_size=3),
    ),
    max_size=4,
)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("Lovelace, Ada", "Ada Lovelace"),
        ("Lovelace, Ada (ACME)", "Ada Lovelace"),
        ("'Ada  Lovelace'", "Ada Lovelace"),
        ("Ada Lovelace [Guest]", "Ada Lovelace"),
        ("Ada Lovelace, PhD", "Ada Lovelace"),
        ("Ada Lovelace, Jr.", "Ada Lovelace Jr."),
        ("ada@example.org", ""),
        ("Lovelace, Ada, Countess", "Lovelace, Ada, Countess"),
        ("", ""),
        (",", ","),
    ],
)
def test_a_name_is_as_people_say_it(written: str, plain: str) -> None:
    """Directories turn it around and add the firm."""
    assert plain_name(written) == plain


def test_accents_and_case_do_not_part_a_name() -> None:
    """For those who are known by name alone."""
    assert name_key("NÚÑEZ, José") == name_key("jose nunez") == "name:jose nunez"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("ada.lovelace@example.org", "Ada Lovelace"),
        ("ada_b.lovelace+x@example.org", "ada_b.lovelace+x@example.org"),
        ("ada@example.org", "ada@example.org"),
        ("al17@example.org", "al17@example.org"),
    ],
)
def test_an_address_may_tell_a_name(address: str, name: str) -> None:
    """Where it does not, it stands for itself."""
    assert name_from(address) == name


def test_the_name_written_most_often_is_the_name() -> None:
    """In a draw the longer one."""
    short = Party(address="ada@example.org", name="Ada")

    people = people_from(judge(meeting(ME, short), meeting(ME, ADA), meeting(ME, ADA)).touches)

    assert people.by_key["ada@example.org"].name == "Ada Lovelace"


def test_one_card_joins_several_addresses() -> None:
    """The key is the first address on it; the card's name goes before."""
    card = Card(name="Ada K. Lovelace", emails=("ada@home.example", "ada@example.org"), phones=("1",))

    people = people_from(judge(meeting(ME, ADA, HOME, BEA)).touches, [card])

    assert sorted(people.by_key) == ["ada@home.example", "bea@example.org"]
    assert people.by_key["ada@home.example"].name == "Ada K. Lovelace"
    assert people.key_of("ada@example.org") == "ada@home.example"


def test_cards_that_share_an_address_are_one_persons() -> None:
    """Two address books."""
    cards = [
        Card(name="Ada", emails=("ada@example.org", "x@y.example")),
        Card(name="", emails=("x@y.example", "ada@home.example"), is_deceased=True),
    ]

    people = people_from(judge(meeting(ME, ADA, HOME)).touches, cards)

    (ada,) = people.by_key.values()
    assert (ada.name, ada.is_deceased) == ("Ada", True)


@given(CARDS, st.randoms())
def test_the_order_of_cards_and_touches_does_not_matter(cards: list[Card], dice: random.Random) -> None:
    """However addresses chain from card to card."""
    touches = judge(meeting(ME, ADA, Party(address="a@x.example"), Party(address="c@x.example"))).touches

    first = people_from(touches, cards)
    second = people_from(dice.sample(touches, len(touches)), dice.sample(cards, len(cards)))

    assert first == second


def test_of_several_merges_whoever_was_kept_in_all_of_them_stays() -> None:
    """And where each was joined to another, the one kept last."""
    touches = judge(meeting(ME, ADA, HOME, BEA)).touches
    ada, home, bea = "ada@example.org", "ada@home.example", "bea@example.org"

    def kept(*same: tuple[str, str]) -> list[str]:
        return list(people_from(touches, said=Said(same=same)).by_key)

    assert kept((home, bea), (ada, home)) == kept((ada, home), (home, bea)) == [ada]
    assert kept((ada, home), (home, bea), (bea, ada)) == [bea]


def test_an_address_book_is_people_before_any_of_them_was_met() -> None:
    """Each human once, under the key that they keep when they are met."""
    cards = [
        Card(name="Zoe King", emails=("zoe@example.org",)),
        Card(name="Ada Lovelace", emails=("ada@home.example", "ada@example.org")),
        Card(name="", emails=("ada@example.org",)),
    ]
    touches = judge(meeting(ME, ADA, HOME, Party(address="zoe@example.org"))).touches

    people = people_on(cards)

    assert [(each.key, each.name) for each in people] == [
        ("ada@example.org", "Ada Lovelace"),
        ("zoe@example.org", "Zoe King"),
    ]
    met = people_from(touches, cards).by_key.values()
    assert people == [
        replace(each, also=()) for each in met
    ]  # what calendars call them is known once they are met


def test_a_title_tells_nothing_of_an_address() -> None:
    """The day and the company of a sighting are those of an invitation; the name in a title was known before."""
    (touch,) = judge(meeting(ME, ADA)).touches

    (sighting,) = sightings_of([replace(touch, evidence=Evidence.TITLE)], names_in([touch]))

    assert sighting == Sighting(address="ada@example.org", name="Ada Lovelace")


def test_whoever_only_stands_in_the_address_book_was_not_met() -> None:
    """They are nobody to miss."""
    people = people_from(judge(meeting(ME, ADA)).touches, [Card(name="Zoe", emails=("zoe@example.org",))])

    assert list(people.by_key) == ["ada@example.org"]
    assert people.key_of("zoe@example.org") == "zoe@example.org"


BORN = Birthday(month=12, day=10, year=1815)
WHOLE = Card(
    name="Ada", emails=("a@x.example",), phones=("1",), birthday=BORN, is_deceased=True, circle="work",
    zone="Europe/London",
)  # fmt: skip


@pytest.mark.parametrize("whole_first", [True, False])
def test_what_only_one_of_two_cards_says_is_said(*, whole_first: bool) -> None:
    """Whichever goes before."""
    bare = Card(
        name="", emails=("a@x.example", "z@x.example") if whole_first else ("a@x.example", "a@w.example")
    )
    (ada,) = people_on([bare, WHOLE])

    assert (ada.name, ada.phones, ada.birthday) == ("Ada", ("1",), BORN)
    assert (ada.is_deceased, ada.circle, ada.zone) == (True, "work", "Europe/London")


def test_where_two_cards_differ_the_earlier_one_counts() -> None:
    """By its addresses; numbers and addresses of both are kept."""
    other = Card(
        name="Bea", emails=("a@x.example", "b@x.example"), phones=("2", "1"), birthday=Birthday(month=1, day=1),
        circle="family", zone="Asia/Tokyo",
    )  # fmt: skip
    (ada,) = people_on([other, WHOLE])

    assert (ada.name, ada.phones, ada.birthday) == ("Ada", ("1", "2"), BORN)
    assert (ada.circle, ada.zone, ada.emails) == ("work", "Europe/London", ("a@x.example", "b@x.example"))


def test_somebody_without_a_card_is_of_no_circle() -> None:
    """And has an address, and nothing else."""
    (ada,) = people_from(judge(meeting(ME, ADA)).touches).by_key.values()

    assert ada == Person(key="ada@example.org", name="Ada Lovelace", emails=("ada@example.org",))


def test_without_a_card_the_key_is_the_first_address_met() -> None:
    """An address goes before a bare name, an earlier meeting before a later one, and then the alphabet."""
    group = {"name:ada", "z@x.example", "b@x.example", "a@x.example"}

    assert (
        key_of(group, None, {"name:ada": date(2019, 1, 1), "z@x.example": date(2020, 1, 1)}) == "z@x.example"
    )
    assert key_of(group, None, {}) == "a@x.example"
    assert key_of({"name:ada"}, None, {}) == "name:ada"
    assert key_of(group, WHOLE, {"z@x.example": date(2020, 1, 1)}) == "a@x.example"
    assert (
        key_of(group, Card(name="", emails=("q@x.example",)), {"z@x.example": date(2020, 1, 1)})
        == "z@x.example"
    )


def test_whoever_the_user_kept_keeps_their_name() -> None:
    """A card's name goes before, unless the user joined another one to somebody who has a name."""
    touches = judge(meeting(ME, ADA, HOME)).touches
    said = Said(same=(("ada@home.example", "ada@example.org"),))
    card = Card(name="Countess", emails=("ada@example.org",))

    (kept,) = people_from(touches, [card], said).by_key.values()

    assert (kept.key, kept.name) == ("ada@home.example", "Ada King")
    assert kept.emails == ("ada@example.org", "ada@home.example")


def test_whom_an_address_alone_names_is_called_so_after_a_merge() -> None:
    """As before it, by titles too; an address that spells no name is none."""
    key, vera = "x.one@example.org", "vera.lang@example.org"
    first = {key: None, vera: None}

    def called(kept: str, other: str) -> tuple[str, tuple[str, ...]]:
        person = person_of({kept, other}, {}, {}, first, Said(same=((kept, other),)))
        return person.name, person.also

    assert called(vera, "tom.lee@example.org") == ("Vera Lang", ("Tom Lee",))
    assert called(vera, key) == ("Vera Lang", ())
    assert called(key, vera) == (key, ("Vera Lang",))


def test_one_human_may_have_cards_in_two_address_books() -> None:
    """That share no address, but a full name: what both say is kept."""
    work = Card(name="Ada Lovelace", emails=("ada@acme.example",), phones=("1",))
    home = Card(name="Ada Lovelace", emails=("ada.l@gmail.com",), phones=("2",), birthday=BORN)

    (ada,) = people_on([home, work])

    assert (ada.phones, ada.birthday) == (("2", "1"), BORN)
    assert set(ada.emails) == {"ada@acme.example", "ada.l@gmail.com"}


def test_two_cards_that_differ_in_a_birthday_alone_have_an_order() -> None:
    """The same one counts, whichever was imported first."""
    cards = [Card(name="Ada", emails=("a@x.example",), birthday=Birthday(month=m, day=1)) for m in (5, 3)]

    assert people_on(cards) == people_on(cards[::-1])
    assert people_on(cards)[0].birthday == Birthday(month=3, day=1)


def test_a_sighting_knows_its_days_and_its_company() -> None:
    """Of the same meeting only: another one at that time, or in another calendar, is another company."""
    first = meeting(ME, ADA, BEA)
    last = meeting(ME, ADA, HOME, event_key="other", started_at=first.started_at + timedelta(days=9))
    touches = judge(last, first).touches

    found = {each.address: each for each in sightings_of(touches, names_in(touches))}

    ada, day = found["ada@example.org"], first.started_at.date()
    assert (ada.first_on, ada.last_on) == (day, day + timedelta(days=9))
    assert ada.beside == {"bea@example.org", "ada@home.example"}
    assert found["bea@example.org"].beside == {"ada@example.org"}


def test_what_somebody_is_called_besides_comes_from_all_their_cards_and_calendars() -> None:
    """Nicknames, the name on another card, and the one beside another address; however written, each once."""
    cards = [
        Card(name="Ada Lovelace", emails=("ada@example.org",), also=("Countess",)),
        Card(name="Ada Byron", emails=("ada@example.org", "ada@home.example"), also=("countess",)),
    ]
    touches = judge(meeting(ME, ADA, HOME)).touches

    (person,) = people_from(touches, cards).by_key.values()

    assert person.name == "Ada Lovelace"
    assert person.also == ("Ada Byron", "Ada King", "Countess")
    assert person.names == ("Ada Lovelace", "Ada Byron", "Ada King", "Countess")
