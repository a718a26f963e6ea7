"""People: found by any address, learnt in bulk, and the user's wishes survive learning."""

from datetime import date

import pytest

from tests.store.making import another_address, person, second_user, tie
from worker.core.rest import Rest
from worker.core.rhythm import State
from worker.store import people
from worker.store.database import Database
from worker.store.people import LearntTie, Named, NoSuchPersonError


def test_people_are_made_once(database: Database, user_id: int) -> None:
    """Twice is once, in one call or in two."""
    named = [
        Named(address="ada@example.org"),
        Named(address="ada@example.org", name="Ada"),
        Named(address="b@x"),
    ]
    with database.write() as conn:
        first = people.ensure_people(conn, user_id, named)
        again = people.ensure_people(conn, user_id, named)

        assert first == again
        assert set(first) == {"ada@example.org", "b@x"}
        assert [each.person.name for each in people.all_people(conn, user_id)] == ["Ada", "b@x"]


def test_a_first_real_name_replaces_the_guess(database: Database, user_id: int) -> None:
    """A later spelling does not."""
    with database.write() as conn:
        ada = person(conn, user_id, "ada.king@example.org")
        assert people.get(conn, user_id, ada).person.name == "Ada King"
        person(conn, user_id, "ada.king@example.org", "Ada Lovelace")
        person(conn, user_id, "ada.king@example.org", "LOVELACE, Ada")

        assert people.get(conn, user_id, ada).person.name == "Ada Lovelace"


def test_someone_without_address_has_a_name_only(database: Database, user_id: int) -> None:
    """Their key is no mail address."""
    with database.write() as conn:
        bo = person(conn, user_id, "name:bo", "Bo")
        known = people.get(conn, user_id, bo).person

    assert (known.key, known.name, known.emails) == ("name:bo", "Bo", ())


def test_addresses_lead_to_the_person(database: Database, user_id: int) -> None:
    """The key comes first."""
    with database.write() as conn:
        ada = person(conn, user_id, "m@example.org")
        bob = person(conn, user_id, "bob@example.org")
        another_address(conn, user_id, ada, "a@example.com")

        assert people.get(conn, user_id, ada).person.emails == ("m@example.org", "a@example.com")
        wanted = ["a@example.com", "bob@example.org", "nobody@example.org"]
        assert people.ids_of_addresses(conn, user_id, wanted) == {
            "a@example.com": ada,
            "bob@example.org": bob,
        }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Émile@example.org", ["émile@example.org"]),
        ("ÉM", ["émile@example.org"]),
        ("zola", ["émile@example.org"]),
        ("a", ["ada@example.org", "ann@example.org"]),
        ("ada@example.org", ["ada@example.org"]),
        ("emile zola", ["émile@example.org"]),
        ("Giuseppe D'Angelo", ["gd@example.org"]),
        ("d`ang", ["gd@example.org"]),
        ("maria jose-luz", ["name:maria jose‐luz"]),
        ("nobody", []),
        ("", []),
    ],
)
def test_people_are_found_by_what_one_remembers(
    database: Database, user_id: int, text: str, found: list[str]
) -> None:
    """Exactly by key or address, else by how a name or address begins."""
    with database.write() as conn:
        for address, name in (
            ("émile@example.org", "Émile Zola"),
            ("ada@example.org", ""),
            ("ann@example.org", "Ann"),
            ("gd@example.org", "Giuseppe D’Angelo"),
            ("name:maria jose‐luz", "María José‐Luz"),
        ):
            person(conn, user_id, address, name)

        assert [each.person.key for each in people.find(conn, user_id, text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mo", ["farouk"]),
        ("mo farouk", ["farouk"]),
        ("Mick", ["mickey"]),
        ("Margaret", ["hill@x", "hillary@x"]),
        ("Margaret Hill", ["hill@x"]),
        ("Aunt Margaret", ["hill@x", "hillary@x"]),
        ("Aunt Margaret Hill", ["hill@x"]),
        ("Dr. Moskowitz", ["moskowitz"]),
        ("Aunt", []),
    ],
)
def test_a_whole_name_goes_before_the_beginnings_of_others(
    database: Database, user_id: int, text: str, found: list[str]
) -> None:
    """Mo is neither Mickey Moore nor Moskowitz; how somebody is addressed is no part of the name."""
    with database.write() as conn:
        for key, name in (
            ("farouk", "Mo Farouk"),
            ("mickey", "Mickey Moore"),
            ("moskowitz", "Jo Moskowitz"),
            ("hill@x", "Margaret Hill"),
            ("hillary@x", "Margaret Hillary"),
        ):
            person(conn, user_id, key, name)

        assert [each.person.key for each in people.find(conn, user_id, text)] == found


def test_learning_leaves_wishes_alone(database: Database, user_id: int) -> None:
    """Rest, pin and the user's word are not learnt; the circle only where something was found."""
    with database.write() as conn:
        ada = person(conn, user_id, "ada@example.org")
        people.set_rest(conn, user_id, ada, Rest(until=date.max))
        people.pin(conn, user_id, ada)
        people.set_answered(conn, user_id, ada, date(2026, 1, 1))
        crowd = date(2026, 2, 3)
        learnt = LearntTie(
            person_id=ada, tie=tie(), state=State.ACTIVE, seen_in_crowd_on=crowd, circle="work"
        )
        people.save_ties(conn, user_id, [learnt])
        people.save_ties(conn, user_id, [LearntTie(person_id=ada, tie=tie(4), state=State.DORMANT)])
        known = people.get(conn, user_id, ada)

    assert (known.tie, known.state, known.person.circle) == (tie(4), State.DORMANT, "work")
    assert (known.rest_until, known.is_pinned, known.answered_on) == (date.max, True, date(2026, 1, 1))
    assert known.seen_in_crowd_on is None


def test_a_state_is_kept_without_touching_the_tie(database: Database, user_id: int) -> None:
    """A look takes a while, and a meeting may be learnt meanwhile: it is not lost."""
    other = second_user(database)
    with database.write() as conn:
        ada = person(conn, user_id, "ada@example.org")
        people.save_ties(conn, user_id, [LearntTie(person_id=ada, tie=tie(5), state=State.ACTIVE)])
        people.save_states(conn, user_id, {ada: State.DORMANT})
        people.save_states(conn, other, {ada: State.ACTIVE})
        known = people.get(conn, user_id, ada)

    assert (known.tie, known.state) == (tie(5), State.DORMANT)


def test_people_of_others_are_neither_seen_nor_changed(database: Database, user_id: int) -> None:
    """By no function."""
    other = second_user(database)
    with database.write() as conn:
        ada = person(conn, user_id, "ada@example.org")
        people.save_ties(conn, other, [LearntTie(person_id=ada, tie=tie(), state=None)])

        assert people.all_people(conn, other) == ()
        assert people.of_ids(conn, other, [ada]) == ()
        assert people.find(conn, other, "ada") == ()
        assert people.get(conn, user_id, ada).tie.visits == 0
        with pytest.raises(NoSuchPersonError):
            people.set_rest(conn, other, ada, None)
        with pytest.raises(NoSuchPersonError):
            people.get(conn, other, ada)


def test_thousands_of_people_are_one_question(database: Database, user_id: int) -> None:
    """More than fit into one IN (…)."""
    named = [Named(address=f"p{n}@example.org") for n in range(1300)]
    with database.write() as conn:
        ids = people.ensure_people(conn, user_id, named)

        assert len(people.of_ids(conn, user_id, ids.values())) == 1300
