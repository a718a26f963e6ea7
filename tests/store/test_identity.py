"""Identity: address books say who is one person, any number of times; the user can join and part."""

from datetime import date

import pytest

from tests.store.making import event, nudge, person, touch
from worker.core.person import Birthday, Card
from worker.core.rest import Rest, RestKind
from worker.store import events, feeds, identity, nudges, people, touches
from worker.store.database import Database
from worker.store.feeds import FeedKind
from worker.store.nudges import NewNudge
from worker.store.people import NoSuchPersonError
from worker.store.secrets import Vault
from worker.store.settling import settle
from worker.store.touches import NewTouch

BORN = Birthday(month=2, day=29)
ADA = Card(
    name="Ada Lovelace", emails=("ada@example.org", "al@example.com"), phones=("+44 1",), birthday=BORN
)


def test_an_address_book_can_be_taken_over_any_number_of_times(database: Database, user_id: int) -> None:
    """The same people, the same values."""
    cards = [ADA, Card(name="Bo"), Card(name="", emails=("c@example.org",))]
    with database.write() as conn:
        first = identity.save_cards(conn, user_id, cards)
        once = people.all_people(conn, user_id)
        again = identity.save_cards(conn, user_id, cards)

        assert (first, once) == (again, people.all_people(conn, user_id))
    assert [each.person.name for each in once] == ["Ada Lovelace", "Bo", "c@example.org"]
    assert (once[0].person.birthday, once[0].person.phones) == (BORN, ("+44 1",))


def test_a_card_knows_more_than_the_calendar(database: Database, user_id: int) -> None:
    """Its name wins; what it leaves out stays."""
    with database.write() as conn:
        ada = person(conn, user_id, "ada@example.org", "ada l")
        identity.save_cards(conn, user_id, [ADA])
        identity.save_cards(
            conn, user_id, [Card(name="Ada King", emails=("ada@example.org",), is_deceased=True)]
        )
        known = people.get(conn, user_id, ada).person

    assert (known.name, known.birthday, known.is_deceased) == ("Ada King", BORN, True)
    assert known.emails == ("ada@example.org", "al@example.com")


def test_a_card_with_two_known_addresses_makes_them_one(database: Database, user_id: int) -> None:
    """The user's own address book says so."""
    with database.write() as conn:
        one = person(conn, user_id, "ada@example.org")
        person(conn, user_id, "al@example.com")

        assert identity.save_cards(conn, user_id, [ADA]) == {one}
        assert len(people.all_people(conn, user_id)) == 1


def test_a_card_without_address_is_the_only_one_of_that_name(database: Database, user_id: int) -> None:
    """Of two with that name it is neither, but somebody new."""
    with database.write() as conn:
        ada = person(conn, user_id, "ada@example.org", "Ada")
        assert identity.save_cards(conn, user_id, [Card(name=" ADA ", phones=("1",))]) == {ada}

        person(conn, user_id, "ada2@example.org", "Ada")
        assert ada not in identity.save_cards(conn, user_id, [Card(name="Ada", phones=("2",))])


def test_joined_people_can_be_parted(database: Database, user_id: int, vault: Vault) -> None:
    """Touches go with the address they were seen under, nudges with whom they were about."""
    with database.write() as conn:
        one, two = person(conn, user_id, "ada@example.org"), person(conn, user_id, "al@example.com", "Ada")
        _meet(database, conn, user_id, vault, {one: "ada@example.org", two: "al@example.com"})
        nudges.add_new(conn, user_id, [NewNudge(nudge=nudge(), person_id=two)], touch().started_at)
        identity.merge(conn, user_id, one, two)
        together = touches.of_people(conn, user_id, [one])[one]
        joined = people.get(conn, user_id, one)
        parted = identity.split(conn, user_id, one)

        assert nudges.get(conn, user_id, "n1").person_id == two
        assert [each.person for each in together] == ["ada@example.org"] * 2
        assert joined.person.name == "Ada"
        assert len(parted) == 2
        apart = touches.of_people(conn, user_id, parted)
        assert sorted(each.person for (each,) in apart.values()) == ["ada@example.org", "al@example.com"]


def test_split_takes_a_merge_back_exactly(database: Database, user_id: int, vault: Vault) -> None:
    """Rows, wishes and touches are what they were, also of two who have several addresses; twice over."""
    with database.write() as conn:
        one = person(conn, user_id, "ada@example.org", "Ada")
        two = person(conn, user_id, "al@example.com", "Ada King")
        people.add_address(conn, user_id, one, "ada2@example.org")
        people.add_address(conn, user_id, two, "al2@example.com")
        people.set_rest(conn, user_id, two, Rest(until=date(2027, 1, 1), kind=RestKind.SPACE))
        people.pin(conn, user_id, two)
        _meet(database, conn, user_id, vault, {one: "ada2@example.org", two: "al2@example.com"})
        before = people.all_people(conn, user_id), touches.of_people(conn, user_id, [one, two])
        for _ in range(2):
            identity.merge(conn, user_id, one, two)
            whole = people.get(conn, user_id, one)
            assert (whole.rest_until, whole.is_pinned, len(whole.person.emails)) == (
                date(2027, 1, 1),
                True,
                4,
            )
            assert identity.split(conn, user_id, one) == {one, two}
            assert (people.all_people(conn, user_id), touches.of_people(conn, user_id, [one, two])) == before


def test_a_later_wish_outlives_the_split(database: Database, user_id: int) -> None:
    """What the user said of the one stays with whom they kept."""
    with database.write() as conn:
        one, two = person(conn, user_id, "ada@example.org"), person(conn, user_id, "al@example.com")
        identity.merge(conn, user_id, one, two)
        people.set_rest(conn, user_id, one, Rest(until=date.max))
        identity.split(conn, user_id, one)

        assert [people.get(conn, user_id, each).rest_until for each in (one, two)] == [date.max, None]


def test_who_was_parted_is_not_joined_by_a_card(database: Database, user_id: int) -> None:
    """The user goes before the address book, however often it is read; saying the contrary ends it."""
    with database.write() as conn:
        one, two = person(conn, user_id, "ada@example.org"), person(conn, user_id, "al@example.com")
        identity.save_cards(conn, user_id, [ADA])
        parts = identity.split(conn, user_id, one)
        identity.save_cards(conn, user_id, [ADA])
        assert len(people.all_people(conn, user_id)) == len(parts) == 2

        identity.merge(conn, user_id, *sorted(parts))
        assert len(people.all_people(conn, user_id)) == 1
    assert two not in parts


def test_namesakes_of_one_firm_settle_into_one(database: Database, user_id: int, vault: Vault) -> None:
    """Touches follow; whoever the user dismissed, and whoever sat side by side, stays two."""
    with database.write() as conn:
        one = person(conn, user_id, "ada@acme.example", "Ada Lovelace")
        two = person(conn, user_id, "al@acme.example", "Lovelace, Ada")
        bo, other = (
            person(conn, user_id, "bo@x.example", "Bo Roe"),
            person(conn, user_id, "b@x.example", "Bo Roe"),
        )
        identity.dismiss(conn, user_id, bo, other)
        _meet(database, conn, user_id, vault, {one: "ada@acme.example"})

        assert settle(conn, user_id) == {one}
        assert settle(conn, user_id) == frozenset()
        assert [each.id for each in people.all_people(conn, user_id)] == [one, bo, other]
        assert people.get(conn, user_id, one).person.emails == ("ada@acme.example", "al@acme.example")
    assert two != one


def test_joining_with_nobody_is_refused(database: Database, user_id: int) -> None:
    """And with oneself it changes nothing."""
    with database.write() as conn:
        ada = person(conn, user_id, "ada@example.org")
        identity.merge(conn, user_id, ada, ada)
        assert people.get(conn, user_id, ada).person.emails == ("ada@example.org",)
        with pytest.raises(NoSuchPersonError):
            identity.merge(conn, user_id, ada, ada + 1)


def _meet(database, conn, user_id, vault, who) -> None:  # type: ignore[no-untyped-def]  # a step of one test
    feed = feeds.add(conn, user_id, vault, address="a", label="a", kind=FeedKind.FILE)
    ids = events.save_many(conn, user_id, feed.id, [event("e")])
    new = [NewTouch(touch=touch(address), event_id=ids["e"], person_id=id_) for id_, address in who.items()]
    touches.replace_for_events(conn, user_id, feed.id, ids.values(), new)


def test_the_name_of_who_stays_stays(database: Database, user_id: int) -> None:
    """Also one that its address spells; and of two without a name, one that is learnt later is taken."""
    with database.write() as conn:
        ada, bo = (
            person(conn, user_id, "ada.king@example.org", "Ada King"),
            person(conn, user_id, "bo@x.example", "Bo"),
        )
        one, two = person(conn, user_id, "x.one@example.org"), person(conn, user_id, "x.two@example.org")
        identity.merge(conn, user_id, ada, bo)
        identity.merge(conn, user_id, one, two)
        person(conn, user_id, "x.two@example.org", "Xi")

        assert people.get(conn, user_id, ada).person.name == "Ada King"
        assert people.get(conn, user_id, one).person.name == "Xi"


def test_a_card_without_a_name_names_nobody(database: Database, user_id: int) -> None:
    """What a calendar writes later is taken."""
    with database.write() as conn:
        identity.save_cards(conn, user_id, [Card(name="", emails=("c.d@example.org",))])
        (known,) = people.find(conn, user_id, "c.d@example.org")
        person(conn, user_id, "c.d@example.org", "Cleo")

        assert people.get(conn, user_id, known.id).person.name == "Cleo"
