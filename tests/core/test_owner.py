"""Owners: whose calendar it is."""

import pytest

from tests.core.test_judge import meeting
from worker.core.event import Party
from worker.core.owner import Owners, Presence, has_people, owner_of


def presence(*events: tuple[str, str]) -> Presence:
    """Each event as "organizer" and "attendees, parted by blanks" (local parts)."""
    return Presence(
        lambda: (
            (party(host) if host else None, tuple(map(party, invited.split()))) for host, invited in events
        )
    )


def party(name: str) -> Party:
    return Party(address=f"{name}@example.org")


def own(*events: tuple[str, str], name: str = "") -> set[str]:
    return {address.partition("@")[0] for address in owner_of(presence(*events), name)}


def test_a_room_a_robot_or_a_list_is_nobody_who_stands_in_a_calendar() -> None:
    """So that nobody is asked whose a calendar of birthdays is; a guest beside them is somebody."""
    contacts = Party(address="contacts@contacts.virtual", name="Contacts")
    robot, guest = Party(address="noreply@council.example"), Party(address="ana@example.org")

    assert [has_people(each) for each in ((robot, ()), (None, (contacts,)), (robot, (contacts,)))] == [
        False
    ] * 3
    assert has_people((robot, (guest,)))


def test_who_stands_in_most_events_in_both_roles_is_the_owner() -> None:
    """Invites, and is invited."""
    assert own(("me", "me ada"), ("ada", "me ada"), ("bea", "me")) == {"me"}


def test_nobody_in_half_of_the_events_is_nobody() -> None:
    """A team's calendar."""
    assert own(("a", "b"), ("c", "d"), ("e", "f"), ("g", "h"), ("i", "a")) == set()


def test_a_feed_without_people_is_nobodys() -> None:
    """Events without people do not count."""
    assert own(("", ""), ("", "")) == set()


def test_who_only_invites_is_not_the_owner() -> None:
    """A public calendar's editor."""
    assert own(("editor", "ada"), ("editor", "bea"), ("editor", "cleo")) == set()


def test_two_who_always_stand_together_are_told_apart_by_nobody() -> None:
    """Unless the calendar's name says whose it is."""
    events = [("", "ada bea")] * 4

    assert own(*events) == set()
    assert own(*events, name="Ada@Example.org") == {"ada"}


def test_a_second_address_that_never_stands_beside_the_first_is_the_owners_too() -> None:
    """Work and private in one calendar."""
    assert own(*[("x", "me ada")] * 3, ("me", "bea"), *[("y", "mine")] * 4) == {"me", "mine"}


def test_the_owners_full_name_on_another_address_is_the_owner_again() -> None:
    """A folder with two calendars: neither address stands in everything, and both are "Mara Lindqvist"."""
    home, work = (
        Party(address=f"mara@{place}.example", name="Mara  Lindqvist") for place in ("home", "work")
    )
    friend = Party(address="esra@work.example", name="Esra Yıldız")
    events = [(home, (home, Party(address="ada@example.org")))] * 5 + [(friend, (work, friend))] * 3

    assert owner_of(Presence(lambda: events)) == {"mara@home.example", "mara@work.example"}


def test_a_namesake_who_is_met_is_not_the_owner() -> None:
    """Father and son; and a given name alone is nobody's."""
    father, son = (Party(address=f"{who}@example.org", name="Otto Lang") for who in ("father", "son"))
    met = [(father, (father, son))] * 3 + [(father, (father,))]

    assert owner_of(Presence(lambda: met)) == {"father@example.org"}

    mara = Party(address="mara@example.org", name="Mara")
    other = Party(address="mara@elsewhere.example", name="Mara")
    alike = [(mara, (mara, Party(address="ada@example.org")))] * 3 + [(other, (other,))]

    assert owner_of(Presence(lambda: alike)) == {"mara@example.org"}


def test_a_partner_who_comes_along_is_not_the_owner() -> None:
    """They stand beside the owner again and again."""
    assert own(*[("me", "me love")] * 3, ("ada", "me"), ("bea", "me")) == {"me"}


def test_a_robot_is_nobodys_owner() -> None:
    """A booking address in every event."""
    assert own(*[("bookings", "bookings ada"), ("bookings", "bookings bea")] * 2) == set()


def test_what_the_user_says_goes_before_what_is_inferred() -> None:
    """`--me`: then every feed is theirs."""
    owners = Owners(said=frozenset(("me@example.org",)), inferred={"a": frozenset(("x@example.org",))})

    assert owners.all == {"me@example.org"}
    assert owners.has(meeting(source="any feed"))


def test_whom_the_user_did_not_name_is_asked_about_only_where_they_named_any() -> None:
    """Of whom a calendar seems to be is no address of theirs; without a word of theirs, it is."""
    seen = {"mine": frozenset({"me@x"}), "other": frozenset({"bo@x"}), "none": frozenset[str]()}

    assert Owners(said=frozenset({"me@x"}), inferred=seen).unsaid == {"bo@x"}
    assert Owners(said=frozenset({"me@x"}), inferred=seen).all == {"me@x"}
    assert Owners(inferred=seen).unsaid == frozenset()


def test_a_feed_has_an_owner_where_one_was_found() -> None:
    """Each feed on its own; all own addresses count everywhere."""
    owners = Owners(inferred={"a": frozenset(("x@example.org",)), "b": frozenset()})

    assert owners.all == {"x@example.org"}
    assert [owners.has(meeting(source=each)) for each in "abc"] == [True, False, False]


def test_an_own_address_tells_the_users_name() -> None:
    """So that a title that names the user names nobody else."""
    assert Owners(said=frozenset(("ben.carter@example.org", "me@example.org"))).names == ("ben carter", "me")


def test_of_two_in_all_events_the_one_who_also_invites_is_the_owner() -> None:
    """Whoever comes first in the alphabet."""
    assert own(("zoe", "zoe ada"), ("bea", "zoe ada")) == {"zoe"}


@pytest.mark.parametrize(("together", "owners"), [(2, {"me", "mine"}), (3, {"me"})])
def test_two_own_addresses_hardly_ever_stand_together(together: int, owners: set[str]) -> None:
    """In one of twenty events at most."""
    alone = [("x", "me")] * 50 + [("y", "mine")] * 49

    assert own(*alone, *[("z", "me mine")] * together) == owners


def test_somebody_elses_calendar_is_not_the_users_whatever_is_said() -> None:
    """Own addresses make every other calendar theirs."""
    said = Owners(said=frozenset(("me@example.org",)), theirs=frozenset(("hers.ics",)))

    assert said.has(meeting(source="mine.ics"))
    assert not said.has(meeting(source="hers.ics"))


def test_who_hosts_all_and_gave_the_calendar_its_name_is_the_owner() -> None:
    """Some programs do not write a host among the guests."""
    mine = [("me", "maike")] * 6 + [("me", "jo")] * 2

    assert own(*mine, name="me@example.org") == {"me"}
    assert own(*mine, name="Kalender") == set()


def test_of_a_single_host_and_a_guest_who_is_not_always_there_neither_is_the_owner() -> None:
    """Whoever is always there may be: the host invites them."""
    assert own(*[("boss", "me ada")] * 4, ("boss", "me"), ("boss", "me")) == {"me"}
    assert own(*[("me", "maike")] * 6, ("me", "jo"), ("me", "jo")) == set()
    assert own(*[("me", "maike")] * 6, ("me", "jo"), ("ada", "jo")) == {"maike"}
