"""Parts: whose each calendar of a folder is."""

from collections.abc import Iterable, Mapping, Sequence

import pytest

from tests.core.test_judge import ADA, ME, NOW, meeting
from worker.core.event import Party
from worker.core.event_key import folder_of, key_prefix, sheet_of, uid_of
from worker.core.judge import judged
from worker.core.owner import Owners, Parties, part_key
from worker.core.part import Tally, owners_in, presences_in, seen_in, tallies_in

HOME, WORK = Party(address="mara@home.example"), Party(address="mara.lind@work.example")
HOME_TOO = Party(address="mara@elsewhere.example")
FRIENDS = tuple(Party(address=f"{name}@example.com") for name in ("ada", "bea", "cleo", "dora"))


def seen(me: Party, *, events: int, beside: Sequence[Party] = FRIENDS) -> list[Parties]:
    """The user with one friend at a time."""
    return [(me, (me, beside[n % len(beside)])) for n in range(events)]


def owners(
    parts: Mapping[str, Iterable[Parties]], names: Mapping[str, str] | None = None, *known: str
) -> dict[str, list[str]]:
    presences = presences_in(lambda: ((part, each) for part, events in parts.items() for each in events))
    return {
        part: sorted(own)
        for part, own in owners_in(
            presences, names or {}, known=frozenset(known), folders=("small/",)
        ).items()
    }


def test_each_calendar_of_a_folder_has_its_own_address() -> None:
    """Neither stands in half of all events, and no name tells that they are one."""
    found = owners({"work.ics": seen(WORK, events=51), "private.ics": seen(HOME, events=49)})

    assert found == {"work.ics": ["mara.lind@work.example"], "private.ics": ["mara@home.example"]}


def test_a_calendar_in_which_nobody_stands_in_half_is_nobodys() -> None:
    """A team's calendar beside the user's."""
    team = [(one, (other,)) for one in FRIENDS for other in FRIENDS if one is not other]

    assert owners({"mine.ics": seen(ME, events=9), "team.ics": team})["team.ics"] == []


def test_whom_the_user_meets_is_not_the_user_in_a_calendar_of_their_own() -> None:
    """A couple's folder: she stands in all of hers, and in some of his, under another name."""
    his = Party(address="ben@example.org", name="Ben Roth")
    hers = Party(address="anna@example.org", name="Anna Roth")
    both = seen(his, events=4, beside=[hers])

    found = owners({"hers.ics": seen(hers, events=30) + both, "his.ics": seen(his, events=40) + both})

    assert found == {"hers.ics": [], "his.ics": ["ben@example.org"]}


@pytest.mark.parametrize("name", ["Mara Lind Roth", "Mara Lind", "mara", ""])
def test_two_addresses_of_one_name_may_stand_beside_each_other(name: str) -> None:
    """Who blocks an hour at work invites the own address; a shorter name is no other name."""
    work, home = Party(address="m@work.example", name="Mara Lind"), Party(address="m@home.example", name=name)

    found = owners(
        {"work.ics": seen(work, events=40, beside=[home, *FRIENDS]), "home.ics": seen(home, events=20)}
    )

    assert found == {"work.ics": ["m@work.example"], "home.ics": ["m@home.example"]}


def test_two_names_that_never_meet_may_be_one_persons() -> None:
    """Before and after a wedding."""
    before, after = (
        Party(address="a@x.example", name="Ida Falk"),
        Party(address="b@y.example", name="I. Noor"),
    )

    assert owners({"old": seen(before, events=9), "new": seen(after, events=8)}) == {
        "old": ["a@x.example"],
        "new": ["b@y.example"],
    }


@pytest.mark.parametrize(("together", "is_mine"), [(1, True), (2, False)])
def test_two_names_that_hardly_ever_meet_may_be_one_persons(together: int, is_mine: bool) -> None:
    """Once in twenty events, as where somebody forwards an invitation to the own address."""
    work, home = Party(address="a@x.example", name="Ida Falk"), Party(address="b@y.example", name="I. Noor")
    beside = seen(work, events=together, beside=[home])

    found = owners(
        {"work": seen(work, events=40) + beside, "home": seen(home, events=20 - together) + beside}
    )

    assert found["home"] == (["b@y.example"] if is_mine else [])


def test_each_event_is_counted_once_in_its_part() -> None:
    """Whatever is looked through again."""
    events = [("a", each) for each in seen(ME, events=3)] + [("b", (None, ()))]

    found = presences_in(lambda: iter(events))

    assert {part: presence.events for part, presence in found.items()} == {"a": 3, "b": 0}
    assert found["a"].any_role[ME.address] == 3
    assert found["a"].beside(ME.address) == {each.address: 1 for each in FRIENDS[:3]}


def test_what_one_calendar_does_not_tell_another_does() -> None:
    """Two who always stand together are level; the address that is the user's elsewhere decides."""
    level = [(None, (HOME, FRIENDS[0]))] * 6

    assert owners({"family.ics": level}) == {"family.ics": []}
    assert owners({"family.ics": level}, {"family.ics": HOME.address}) == {"family.ics": [HOME.address]}
    assert owners({"family.ics": level}, None, HOME.address, "x@example.org") == {
        "family.ics": [HOME.address]
    }
    assert owners({"family.ics": level, "mine.ics": seen(HOME, events=7)})["family.ics"] == [HOME.address]


def test_few_events_of_small_files_tell_only_what_is_known() -> None:
    """One invitation would make its host the user; where there is nothing else, it has to do."""
    one, few = seen(FRIENDS[0], events=1, beside=FRIENDS[1:]), seen(ME, events=4)

    assert owners({"mine.ics": seen(ME, events=9), "small/": one})["small/"] == []
    assert owners({"mine.ics": seen(ME, events=9), "small/": few})["small/"] == [ME.address]
    assert owners({"small/": few}) == {"small/": [ME.address]}
    enough = seen(FRIENDS[0], events=5, beside=FRIENDS[1:])
    assert owners({"mine.ics": seen(ME, events=9), "small/": enough})["small/"] == [FRIENDS[0].address]
    assert owners({"mine.ics": seen(ME, events=9), "few.ics": seen(HOME, events=4)})["few.ics"] == [
        HOME.address
    ]


def seen_as(parts: Mapping[str, Iterable[Parties]], *said: Party) -> dict[str, list[str]]:
    presences = presences_in(lambda: ((part, each) for part, events in parts.items() for each in events))
    own = frozenset(each.address for each in said)
    found = seen_in(presences, {}, said=own, folders=["small/"])
    return {part: sorted(each) for part, each in found.items()}


def test_a_calendar_that_lists_nobody_whom_the_user_named_seems_to_be_of_its_host() -> None:
    """The user by another address, or somebody else: to be asked. One that lists them, in whatever role, is theirs."""
    once = [(FRIENDS[0], (FRIENDS[0], HOME))]
    calendars = {
        "work": seen(WORK, events=9),
        "home": seen(HOME, events=9),
        "invited": [*once, *seen(FRIENDS[0], events=9)],
    }

    assert seen_as(calendars, HOME) == {
        "work": [WORK.address],
        "home": [HOME.address],
        "invited": [HOME.address],
    }
    assert seen_as(calendars, HOME, WORK) == {
        "work": [WORK.address],
        "home": [HOME.address],
        "invited": [HOME.address],
    }


def test_who_is_only_a_guest_in_it_seems_to_own_no_calendar() -> None:
    """Some programs leave out whose calendar it is: all are guests, and the one met most is no owner."""
    guests = [(None, (FRIENDS[0],))] * 9
    few = seen(FRIENDS[0], events=4, beside=FRIENDS[1:])

    assert seen_as({"guests": guests, "mine": seen(HOME, events=9)}, HOME)["guests"] == []
    assert seen_as({"small/": few, "mine": seen(HOME, events=9)}, HOME)["small/"] == [FRIENDS[0].address]


@pytest.mark.parametrize(
    ("events", "with_people", "is_part"),
    [(5, 5, True), (4, 4, False), (300, 4, False), (300, 5, True), (5, 0, True), (4, 0, False)],
)
def test_a_file_is_a_calendar_by_itself_where_it_tells_enough(
    events: int, with_people: int, is_part: bool
) -> None:
    """Or where nobody stands in it at all, as calendars are published."""
    assert Tally(events, with_people).is_part is is_part


def test_events_with_people_are_counted_by_file() -> None:
    """One who is written without an address is nobody here."""
    alone: Parties = (None, (Party(address="", name="Ada"),))

    found = tallies_in([("a", (ME, ())), ("a", alone), ("b", alone)])

    assert found == {"a": Tally(2, 1), "b": Tally(1, 0)}


def test_an_events_key_tells_its_sheet_and_a_sheet_its_folder() -> None:
    """The only sheet has no name."""
    assert key_prefix("") == ""
    assert {uid_of(key_prefix(sheet) + "uid") for sheet in ("", "a.ics", "home/a.ics")} == {"uid"}
    assert [sheet_of(key_prefix(sheet) + "uid") for sheet in ("", "a.ics", "home/a.ics")] == [
        "",
        "a.ics",
        "home/a.ics",
    ]
    assert [folder_of(sheet) for sheet in ("", "a.ics", "home/a.ics", "x/home/a.ics")] == [
        "",
        "",
        "home/",
        "x/home/",
    ]


def test_an_event_counts_by_the_calendar_of_the_folder_in_which_it_stands() -> None:
    """A file by itself, else the small files of its folder, else the whole folder."""
    own = frozenset((ME.address,))
    whose = Owners(
        inferred={
            "all": own,
            part_key("all", "team.ics"): frozenset(),
            part_key("all", "vdir/"): frozenset(),
            part_key("all", "vdir/big.ics"): own,
        }
    )

    met = [
        sheet
        for sheet in ("new.ics", "team.ics", "vdir/1.ics", "vdir/big.ics", "more/1.ics")
        if judged(
            [meeting(ADA, organizer=None, source="all", event_key=f"{key_prefix(sheet)}u")], whose, NOW
        ).touches
    ]

    assert met == ["new.ics", "vdir/big.ics", "more/1.ics"]


def test_who_alone_invites_is_of_whom_a_calendar_seems_to_be() -> None:
    """Some programs do not write the host among the guests; a robot hosts nothing of its own, nor do two by turns."""
    robot = Party(address="noreply@council.example")
    hosted, by_robot = [(FRIENDS[0], (FRIENDS[1],))] * 3, [(robot, (FRIENDS[1],))] * 3
    by_turns = [(host, (FRIENDS[2],)) for host in FRIENDS[:2]] * 3

    seldom = [(host, (HOME_TOO,)) for host in (FRIENDS[0], *FRIENDS)]

    assert seen_as({"theirs": hosted, "seldom": seldom, "robots": by_robot, "turns": by_turns}, HOME) == {
        "theirs": [FRIENDS[0].address],
        "seldom": [],
        "robots": [],
        "turns": [],
    }
