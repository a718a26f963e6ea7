"""A saved invitation, added beside a calendar: its host is a friend, and a stranger's makes nobody a friend."""

from datetime import timedelta
from itertools import permutations

import pytest

from tasks.checkup import few_in, findings
from tests.tasks.home import ME, NOW, Home, event
from tests.tasks.running import environ, said
from tests.tasks.test_titles import alone, named
from worker.core.owner import Told

DAY = timedelta(days=1)
ADA, BEN, CAI = (f"{name}@example.com" for name in ("ada", "ben", "cai"))
MINE = [event(f"m{n}", NOW - (30 + 9 * n) * DAY, (ADA, BEN)[n % 2]) for n in range(12)]
INVITED = event("i", NOW - 20 * DAY, ME, host=ADA)
STRANGERS = event("s", NOW - 25 * DAY, CAI, host="host@example.com")


@pytest.mark.parametrize("order", [("mine", "invited"), ("invited", "mine")])
def test_who_invites_the_user_is_met_and_not_the_user(home: Home, order: tuple[str, ...]) -> None:
    """Whichever is added first; in the other calendar, too."""
    files = {"mine": MINE, "invited": [INVITED]}
    for each in order:
        home.add(home.write(f"{each}.ics", *files[each]))
        home.live()

    assert {person: len(met) for person, met in home.touches().items()} == {ADA: 7, BEN: 6}


@pytest.mark.parametrize("order", [("mine", "strangers"), ("strangers", "mine")])
def test_of_a_strangers_invitation_nobody_is_met_and_it_says_so(home: Home, order: tuple[str, ...]) -> None:
    """Nobody is thanked for a lunch of others."""
    files = {"mine": MINE, "strangers": [STRANGERS]}
    for each in order:
        home.add(home.write(f"{each}.ics", *files[each]))
        home.live()

    assert set(home.touches()) == {ADA, BEN}
    assert any(
        "strangers.ics: no address of yours is known in it" in each.sentence for each in findings(home.house)
    )


@pytest.mark.parametrize("order", [("mine", "private"), ("private", "mine")])
def test_an_invitation_among_many_titles_leaves_the_titles_the_users(
    home: Home, order: tuple[str, ...]
) -> None:
    """Whom the titles name is met; of the lunch it is said that nobody knows who the user is there."""
    titles = [alone(f"t{n}", NOW - (40 + 11 * n) * DAY, "Lunch with Cora") for n in range(6)]
    met_by_address = [
        named(f"c{n}", NOW - (31 + 9 * n) * DAY, "cora@example.com", "Cora Lind") for n in range(2)
    ]
    files = {"mine": [*MINE, *met_by_address], "private": [*titles, STRANGERS]}
    ids = {}
    for each in order:
        ids[each] = home.add(home.write(f"{each}.ics", *files[each]))
        home.live()
    private = home.feed(ids["private"])

    assert {who: len(met) for who, met in home.touches().items()} == {ADA: 6, BEN: 6, "cora@example.com": 8}
    assert private.parts == {"": Told.FEW}
    assert few_in(private).startswith("its titles count")
    assert f"private.ics: {few_in(private)}" in [each.sentence for each in findings(home.house)]
    assert not few_in(home.feed(ids["mine"]))


@pytest.mark.parametrize("some", [[INVITED], [STRANGERS]])
def test_a_preview_tells_the_same(home: Home, some: list[str]) -> None:
    """Nothing is stored, and all calendars are asked at once."""
    files = [home.write("mine.ics", *MINE), home.write("few.ics", *some)]
    told = said(
        "touches", *files, "--format", "jsonl", "--now", NOW.isoformat(), env=environ(home.folder / "x")
    )
    for each in files:
        home.add(each)
    home.live()

    assert sorted(row["person"]["key"] for row in told.rows) == sorted(
        who for who, met in home.touches().items() for _ in met
    )


@pytest.mark.parametrize("order", list(permutations(("mine", "one", "folder"))))
def test_two_feeds_that_share_a_strangers_address_are_not_the_users_by_that(
    home: Home, order: tuple[str, ...]
) -> None:
    """Neither of them tells the other whose it is; what a larger calendar tells is asked first, whenever it came."""
    invited = [event(f"f{n}", NOW - (50 + n) * DAY, CAI, host="host@example.com") for n in range(2)]
    files = {"mine": home.write("mine.ics", *MINE), "one": home.write("one.ics", *invited)}
    for n in range(2):
        guest = f"{n}@example.net"
        home.write(f"folder/{n}.ics", event(f"g{n}", NOW - (70 + n) * DAY, guest, host="host@example.com"))
    for n in range(2, 9):
        home.write(f"folder/{n}.ics", alone(f"g{n}", NOW - (70 + n) * DAY, "Dentist"))
    files["folder"] = str(home.folder / "folder")
    ids = {}
    for each in order:
        ids[each] = home.add(files[each])
        home.live()

    assert {each: list(home.feed(ids[each]).owners) for each in order} == {
        "mine": [ME],
        "one": [],
        "folder": [],
    }
    assert set(home.touches()) == {ADA, BEN}
