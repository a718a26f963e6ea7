"""Identity: address books say who is one person, any number of times; the user can join and part."""

import pytest

from tests.store.making import event, nudge, person, touch
from worker.core.person import Birthday, Card
from worker.store import events, feeds, identity, nudges, people, touches
from worker.store.database import Database
from worker.store.feeds import FeedKind
from worker.store.nudges import NewNudge
from worker.store.people import NoSuchPersonError
from worker.store.secrets import Vault
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
    """Touches go with the address they were seen under; nudges stay with the one who is kept."""
    with database.write() as conn:
        one, two = person(conn, user_id, "ada@example.org"), person(conn, user_id, "al@example.com", "Ada")
        _meet(database, conn, user_id, vault, {one: "ada@example.org", two: "al@example.com"})
        nudges.add_new(conn, user_id, [NewNudge(nudge=nudge(), person_id=two)], touch().started_at)
        identity.merge(conn, user_id, one, two)
        together = touches.of_people(conn, user_id, [one])[one]
        joined = people.get(conn, user_id, one)
        parted = identity.split(conn, user_id, one)

        assert [each.person for each in together] == ["ada@example.org"] * 2
        assert joined.person.name == "Ada"
        assert nudges.get(conn, user_id, "n1").person_id == one
        assert len(parted) == 2
        apart = touches.of_people(conn, user_id, parted)
        assert sorted(each.person for (each,) in apart.values()) == ["ada@example.org", "al@example.com"]


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
