"""Identity: address books say who is one person, any number of times; the user can join and part."""

from datetime import date

import pytest
from sqlalchemy import Connection

from tests.store.making import another_address, event, nudge, person, touch
from worker.core.person import Birthday, Card, Person
from worker.core.rest import Rest, RestKind
from worker.core.rhythm import State
from worker.core.touch import Evidence, Touch
from worker.store import events, feeds, identity, nudges, people, told, touches
from worker.store.cards import replace_book
from worker.store.database import Database
from worker.store.feeds import FeedKind
from worker.store.nudges import NewNudge
from worker.store.people import NoSuchPersonError
from worker.store.secrets import Vault
from worker.store.settling import Settled, settle
from worker.store.touch_rows import NewTouch

BORN = Birthday(month=2, day=29)
ADA = Card(
    name="Ada Lovelace", emails=("ada@example.org", "al@example.com"), phones=("+44 1",), birthday=BORN
)


def import_book(conn: Connection, user_id: int, *cards: Card, book: str = "book") -> None:
    replace_book(conn, user_id, book, cards)
    settle(conn, user_id, [each.id for each in people.all_people(conn, user_id)], is_new_book=True)


def everyone(conn: Connection, user_id: int) -> dict[str, Person]:
    return {each.person.key: each.person for each in people.all_people(conn, user_id)}


def test_an_address_book_can_be_taken_over_any_number_of_times(database: Database, user_id: int) -> None:
    """The same people, the same values; what the book holds no more goes."""
    cards = [ADA, Card(name="Bo"), Card(name="", emails=("c@example.org",))]
    with database.write() as conn:
        import_book(conn, user_id, *cards)
        once = people.all_people(conn, user_id)
        import_book(conn, user_id, *cards)

        assert once == people.all_people(conn, user_id)
        assert sorted(each.person.name for each in once) == ["Ada Lovelace", "Bo", "c@example.org"]
        known = everyone(conn, user_id)["ada@example.org"]
        assert (known.birthday, known.phones) == (BORN, ("+44 1",))

        import_book(conn, user_id, Card(name="Bo"))
        assert list(everyone(conn, user_id)) == ["name:bo"]


def test_a_card_knows_more_than_the_calendar(database: Database, user_id: int, vault: Vault) -> None:
    """Its name wins; all books together tell the rest."""
    with database.write() as conn:
        ada = person(conn, user_id, "ada@example.org", "ada l")
        _meet(database, conn, user_id, vault, {ada: "ada@example.org"})
        import_book(conn, user_id, ADA)
        import_book(conn, user_id, Card(name="Ada", emails=("ada@example.org",), is_deceased=True), book="b")
        known = people.get(conn, user_id, ada).person

        assert (known.name, known.birthday, known.is_deceased) == ("Ada", BORN, True)
        assert known.emails == ("ada@example.org", "al@example.com")
        import_book(conn, user_id, book="b")
        assert people.get(conn, user_id, ada).person.name == "Ada Lovelace"


def test_a_card_with_two_known_addresses_makes_them_one(
    database: Database, user_id: int, vault: Vault
) -> None:
    """The user's own address book says so; when it says so no more, they are two."""
    with database.write() as conn:
        one, two = person(conn, user_id, "ada@example.org"), person(conn, user_id, "al@example.com")
        _meet(database, conn, user_id, vault, {one: "ada@example.org", two: "al@example.com"})
        import_book(conn, user_id, ADA)
        assert list(everyone(conn, user_id)) == ["ada@example.org"]

        import_book(conn, user_id)
        assert sorted(everyone(conn, user_id)) == ["ada@example.org", "al@example.com"]
        assert sorted(len(found) for found in touches.of_people(conn, user_id, range(9)).values()) == [1, 1]


def test_a_card_without_address_is_the_only_one_of_that_name(
    database: Database, user_id: int, vault: Vault
) -> None:
    """Of two with that name it is neither, but somebody new."""
    card = Card(name=" ADA  lovelace ", phones=("1",))
    with database.write() as conn:
        ada = person(conn, user_id, "ada@example.org", "Ada Lovelace")
        _meet(database, conn, user_id, vault, {ada: "ada@example.org"}, name="Ada Lovelace")
        import_book(conn, user_id, card)
        assert [each.phones for each in everyone(conn, user_id).values()] == [("1",)]

        import_book(conn, user_id, Card(name="Ada Lovelace", emails=("a@b.example",)), book="b")
        assert everyone(conn, user_id)["name:ada lovelace"].phones == ("1",)


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
        another_address(conn, user_id, one, "ada2@example.org")
        another_address(conn, user_id, two, "al2@example.com")
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
        import_book(conn, user_id, ADA)
        (one,) = people.all_people(conn, user_id)
        parts = identity.split(conn, user_id, one.id)
        import_book(conn, user_id, ADA)
        assert {each.id for each in people.all_people(conn, user_id)} == parts
        assert len(parts) == 2

        identity.merge(conn, user_id, *sorted(parts))
        import_book(conn, user_id, ADA)
        assert len(people.all_people(conn, user_id)) == 1


def test_namesakes_of_one_firm_settle_into_one(database: Database, user_id: int, vault: Vault) -> None:
    """Touches follow; whoever the user dismissed stays two."""
    with database.write() as conn:
        one, two = person(conn, user_id, "ada@acme.example"), person(conn, user_id, "al@acme.example")
        bo, other = person(conn, user_id, "bo@x.example"), person(conn, user_id, "b@x.example")
        identity.dismiss(conn, user_id, bo, other)
        _meet(database, conn, user_id, vault, {one: "ada@acme.example"}, name="Ada Lovelace")
        _meet(database, conn, user_id, vault, {two: "al@acme.example"}, name="Lovelace, Ada", event_key="2")
        _meet(database, conn, user_id, vault, {bo: "bo@x.example"}, name="Bo Roe", event_key="3")
        _meet(database, conn, user_id, vault, {other: "b@x.example"}, name="Bo Roe", event_key="4")

        assert settle(conn, user_id, [one, two, bo, other]).moved == {one}
        assert settle(conn, user_id, [one, bo, other]) == Settled()
        assert [each.id for each in people.all_people(conn, user_id)] == [one, bo, other]
        assert people.get(conn, user_id, one).person.emails == ("ada@acme.example", "al@acme.example")


def test_who_is_met_no_more_is_nobody(database: Database, user_id: int, vault: Vault) -> None:
    """Unless the user has wishes for them."""
    with database.write() as conn:
        ada, bo = (
            person(conn, user_id, "ada@example.org", "Ada"),
            person(conn, user_id, "bo@example.org", "Bo"),
        )
        people.pin(conn, user_id, bo)
        settle(conn, user_id, [ada, bo])

        assert list(everyone(conn, user_id)) == ["bo@example.org"]


def test_joining_with_nobody_is_refused(database: Database, user_id: int) -> None:
    """And with oneself it changes nothing."""
    with database.write() as conn:
        ada = person(conn, user_id, "ada@example.org")
        identity.merge(conn, user_id, ada, ada)
        assert people.get(conn, user_id, ada).person.emails == ("ada@example.org",)
        with pytest.raises(NoSuchPersonError):
            identity.merge(conn, user_id, ada, ada + 1)


def _meet(database, conn, user_id, vault, who, name="Ada", event_key="e") -> None:  # type: ignore[no-untyped-def]  # a step of one test
    feed = feeds.add(conn, user_id, vault, address="a", label="a", kind=FeedKind.FILE)
    ids = events.save_many(conn, user_id, feed.id, [event(event_key)])
    new = [
        NewTouch(touch=touch(address, name=name), event_id=ids[event_key], person_id=id_)
        for id_, address in who.items()
    ]
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


def test_a_silence_is_as_deep_after_a_split_as_before_the_merge(database: Database, user_id: int) -> None:
    """A degree once reached is kept longer than it is entered: it cannot be told from the meetings alone."""
    with database.write() as conn:
        ada, bo = person(conn, user_id, "ada@example.org"), person(conn, user_id, "bo@example.org")
        people.save_states(conn, user_id, {ada: State.DORMANT, bo: State.ACTIVE})
        identity.merge(conn, user_id, ada, bo)
        people.save_states(conn, user_id, {ada: State.DRIFTING})
        identity.split(conn, user_id, ada)

        assert [people.get(conn, user_id, each).state for each in (ada, bo)] == [State.DORMANT, State.ACTIVE]


def test_what_a_title_told_of_one_it_tells_of_all_whom_it_names(
    database: Database, user_id: int, vault: Vault
) -> None:
    """Each once at a time; of whom it names no more, it tells nothing, and other titles stay as they are."""
    with database.write() as conn:
        ada, bo, cy = (person(conn, user_id, f"{each}@example.org", each) for each in ("ada", "bo", "cy"))
        feed = feeds.add(conn, user_id, vault, address="a", label="a", kind=FeedKind.FILE)
        ids = events.save_many(conn, user_id, feed.id, [event(each) for each in "123"])
        told_of = [("1", ada, "Tea with Bo"), ("2", ada, "Tea with all"), ("2", cy, "Tea with all")]
        told_of += [("3", ada, "Tea"), ("3", bo, "Tea")]
        new = [
            NewTouch(touch=touch(title=title, evidence=Evidence.TITLE), event_id=ids[key], person_id=who)
            for key, who, title in told_of
        ]
        touches.replace_for_events(conn, user_id, feed.id, ids.values(), new)
        all_ = [told.Bearer(person_id=each, key=f"{each}@", name=f"{each}") for each in (ada, bo, cy)]
        assert told.titles_of(conn, user_id, ada) == ("Tea", "Tea with Bo", "Tea with all")

        told.tell_of(conn, user_id, ada, "Tea with Bo", all_[1:2])
        told.tell_of(conn, user_id, ada, "Tea with all", all_)

        met = {who: [each.title for each in some] for who, some in _met(conn, user_id, ada, bo, cy).items()}
        assert met == {
            ada: ["Tea", "Tea with all"],
            bo: ["Tea", "Tea with Bo", "Tea with all"],
            cy: ["Tea with all"],
        }


def _met(conn: Connection, user_id: int, *who: int) -> dict[int, list[Touch]]:
    found = touches.of_people(conn, user_id, who)
    return {each: sorted(some, key=lambda touch: touch.title) for each, some in found.items()}
