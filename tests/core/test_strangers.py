"""Strangers: small files of a folder in which only others are are not the user's, though a neighbour is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from tests.core.test_part import FRIENDS, HOME, seen
from worker.core.event import Party
from worker.core.owner import Parties
from worker.core.part import Asked, ask

HOST, GUEST = Party(address="host@club.example"), Party(address="guest@club.example")
OTHERS: list[Parties] = [(HOST, (HOST, GUEST))]
UNHOSTED: list[Parties] = [(None, (FRIENDS[0],))]
MINE = seen(HOME, events=1)
NOBODY: list[Parties] = [(None, ())]


def asked(
    files: Mapping[str, Sequence[Parties]], *said: Party, known: Sequence[Party] = (), is_theirs: bool = False
) -> Asked:
    return ask(
        lambda: ((file, each) for file, events in files.items() for each in events),
        folder_of=lambda file: None if file == "alone.ics" else "all",
        name_of=lambda part: "",
        said=frozenset(each.address for each in said),
        known=frozenset(each.address for each in known),
        is_theirs=is_theirs,
    )


def many(prefix: str, events: Sequence[Parties], number: int) -> dict[str, Sequence[Parties]]:
    return {f"{prefix}{n}.ics": events for n in range(number)}


def owns(found: Asked, files: Mapping[str, object]) -> dict[str, list[str]]:
    return {file: sorted(found.own_of(file)) for file in files}


@pytest.mark.parametrize("mine", [1, 2, 3])
def test_beside_a_few_files_of_the_users_a_strangers_is_by_itself(mine: int) -> None:
    """Where they said who they are, it seems to be of its host; where other calendars tell it, of nobody."""
    files = {**many("mine", MINE, mine), "theirs.ics": OTHERS}
    own = {file: [HOME.address] for file in many("mine", MINE, mine)}

    said, told = asked(files, HOME), asked(files, known=[HOME])

    assert said.strangers == told.strangers == {"theirs.ics"}
    assert owns(said, files) == own | {"theirs.ics": [HOST.address]}
    assert owns(told, files) == own | {"theirs.ics": []}


def test_a_folder_tells_by_itself_that_one_file_is_a_strangers() -> None:
    """Who stands in three of four is the user; of two that stand level, neither is."""
    three, one = {**many("mine", MINE, 3), "theirs.ics": OTHERS}, {"mine.ics": MINE, "theirs.ics": OTHERS}

    assert asked(three).strangers == {"theirs.ics"}
    assert owns(asked(three), three)["mine0.ics"] == [HOME.address]
    assert owns(asked(three), three)["theirs.ics"] == []
    assert asked(one).strangers == frozenset()
    assert owns(asked(one), one) == {"mine.ics": [], "theirs.ics": []}


def test_many_files_of_a_stranger_are_one_part_together() -> None:
    """However many there are beside the few that list the user."""
    theirs = many("theirs", OTHERS, 9)
    found = asked({**many("mine", MINE, 2), **theirs}, HOME)

    assert found.strangers == theirs.keys()
    assert len(found.apart) == 1
    assert found.has_many("theirs0.ics")
    assert not found.has_many("mine0.ics")


@pytest.mark.parametrize(
    ("mine", "theirs", "are_apart"), [(4, 5, True), (5, 5, False), (4, 4, False), (5, 99, False)]
)
def test_a_file_for_each_event_stays_one_calendar(mine: int, theirs: int, *, are_apart: bool) -> None:
    """The user may stand in it by an address of before: five events, or half of all, tell that it is theirs."""
    found = asked({**many("mine", MINE, mine), **many("theirs", OTHERS, theirs)}, HOME)

    assert bool(found.strangers) is are_apart


def test_only_files_with_a_host_and_guests_are_a_strangers() -> None:
    """Some programs leave out whose calendar it is; who invites nobody wrote a note; one event of the user's tells; and
    through a list the user may be invited."""
    note, both = [(HOST, (HOST,))], [*OTHERS, *MINE]
    group: list[Parties] = [(HOST, (replace(GUEST, kind="GROUP"), HOST))]
    by_list: list[Parties] = [(HOST, (Party(address="all@lists.example"),))]
    files = {"note": note, "both": both, "group": group, "list": by_list}

    found = asked({"mine.ics": MINE, "guest.ics": UNHOSTED, "no.ics": NOBODY, **files}, HOME)

    assert found.strangers == frozenset()
    assert found.own_of("guest.ics") == {HOME.address}
    assert not found.are_titles_own("no.ics")
    assert found.are_titles_own("other.ics")


def test_a_file_that_stands_for_itself_is_asked_by_itself() -> None:
    """As one that was named on the command line, or a large one."""
    found = asked({"alone.ics": OTHERS, "big.ics": OTHERS * 5, "mine.ics": MINE}, HOME)

    assert found.strangers == frozenset()
    assert found.parts == {"mine.ics": "all"}
    assert [found.has_many(file) for file in ("alone.ics", "big.ics")] == [False, True]


def test_strangers_alone_are_asked_about_where_the_user_said_who_they_are() -> None:
    """Few files, none of which lists them. Where nothing is said, the folder is nobody's as a whole."""
    files = many("theirs", [(HOST, (GUEST, FRIENDS[0]))], 3)

    assert asked(files, HOME).strangers == files.keys()
    assert asked(files).strangers == frozenset()
    assert asked(many("theirs", OTHERS, 9), HOME).strangers == frozenset()


def test_in_somebody_elses_folder_nobody_is_a_stranger() -> None:
    """Of whom it seems to be, is asked of the whole."""
    found = asked({**many("mine", MINE, 3), "theirs.ics": OTHERS}, is_theirs=True)

    assert found.strangers == frozenset()
    assert found.own_of("theirs.ics") == {HOME.address}


ME = replace(HOME, name="Ada Berg")
HENK, OLA = Party(address="henk@x.example", name="Henk Smit"), Party(address="ola@z.example", name="Ola Nord")
ROOM = Party(address="room-4@x.example", name="Room 4")


@pytest.mark.parametrize(
    ("parties", "is_one"),
    [
        ((HENK, (HENK, OLA)), True),
        ((replace(HENK, name=""), (HENK, OLA)), True),
        ((HENK, (HENK, OLA, ROOM)), True),
        ((HENK, (HENK, replace(OLA, name=""))), False),
        ((HENK, (HENK, replace(OLA, name="Ola"))), False),
        ((HENK, (HENK, Party(address="ada@old.example", name="Ada M. Berg"))), False),
        ((HENK, (HENK, Party(address="sales@x.example", name="Sales"), OLA)), False),
    ],
)
def test_where_all_have_other_names_a_file_is_a_strangers_in_any_folder(
    parties: Parties, *, is_one: bool
) -> None:
    """However many list the user; whoever has no full name, or one like theirs, may be the user by another address."""
    files = {**many("mine", [(ME, (ME, FRIENDS[0]))], 9), "theirs.ics": [parties]}

    assert asked(files, ME).strangers == ({"theirs.ics"} if is_one else frozenset())
    assert asked(files).strangers == frozenset()


def test_without_a_full_name_of_the_users_nobody_is_known_to_be_another() -> None:
    """ "Ada" tells too little, and so does nothing."""
    for name in ("", "Ada"):
        mine = many("mine", [(replace(ME, name=name), (FRIENDS[0],))], 9)

        assert asked({**mine, "theirs.ics": [(HENK, (HENK, OLA))]}, ME).strangers == frozenset()
