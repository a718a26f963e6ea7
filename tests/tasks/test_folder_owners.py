"""Whose each calendar of a folder is: as a preview tells it, so it is learnt, and what is nobody's is said."""

import json
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.checkup import findings
from tasks.forgetting import forget
from tests.tasks.home import NOW, Home, event
from tests.tasks.running import environ, said
from tests.tasks.test_titles import alone
from worker.core.owner import Told

DAY = timedelta(days=1)
WORK, HOME = "carla.ruiz@corp.example", "carlar@gmail.example"
COLLEAGUES = tuple(f"{name}@corp.example" for name in ("ann", "bob", "cid", "dot"))
FRIENDS = tuple(f"{name}@home.example" for name in ("eva", "fritz", "gina", "hugo"))

WHAT_TO_DO = (
    "name yours in SNOWDROP_ME; a calendar that is somebody else's is better added by itself, from another folder, "
    "with --theirs"
)


def meetings(me: str, others: Sequence[str], *, events: int) -> list[str]:
    """One to one, by turns, a third of them invited to by the other one."""
    return [
        event(
            f"{me}-{n}",
            NOW - (30 + 12 * n) * DAY,
            *((others[n % len(others)],) if n % 3 else (me,)),
            host=me if n % 3 else others[n % len(others)],
        )
        for n in range(events)
    ]


def team(events: int) -> list[str]:
    """None of them is met twice, and nobody says who invites, as in a calendar that a program fills."""
    return [
        event(f"t{n}", NOW - (5 + n) * DAY, f"g{n}@team.example", host=f"h{n}@team.example").replace(
            f"ORGANIZER:mailto:h{n}@team.example\r\n", ""
        )
        for n in range(events)
    ]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path)
    yield home
    home.house.close()


def add(home: Home, folder: str = "all") -> int:
    feed_id = home.add(str(home.folder / folder))
    home.live()
    return feed_id


def as_previewed(home: Home, folder: str = "all") -> dict[str, int]:
    """Person → meetings, as `touches` reads the same folder."""
    lines = said(
        "touches", str(home.folder / folder), "--now", NOW.isoformat(), "--format", "jsonl",
        env=environ(home.folder / "other"),
    ).lines  # fmt: skip
    people = [json.loads(line)["person"]["key"] for line in lines]
    return {who: people.count(who) for who in sorted(set(people))}


def as_learnt(home: Home) -> dict[str, int]:
    """Person → meetings; one that stands in two calendars is one."""
    return {who: len({each.started_at for each in found}) for who, found in sorted(home.touches().items())}


def write_two(home: Home) -> None:
    home.write("all/work.ics", *meetings(WORK, COLLEAGUES, events=51))
    home.write("all/private.ics", *meetings(HOME, FRIENDS, events=49))


def test_two_calendars_of_one_folder_may_have_two_addresses_of_mine(home: Home) -> None:
    """Neither stands in half of the folder's events."""
    write_two(home)

    feed_id = add(home)

    assert home.feed(feed_id).owners == (WORK, HOME)
    assert as_learnt(home).keys() == {*COLLEAGUES, *FRIENDS}
    assert as_learnt(home) == as_previewed(home)


def test_a_file_for_each_event_is_one_calendar_with_the_others_there(home: Home) -> None:
    """As vdirsyncer keeps them, one folder for each calendar: no single event tells who is the user."""
    for folder, me, others in (("work", WORK, COLLEAGUES), ("home", HOME, FRIENDS)):
        for n, one in enumerate(meetings(me, others, events=20)):
            home.write(f"all/{folder}/{n}.ics", one)

    feed_id = add(home)

    assert home.feed(feed_id).parts == {"work/": Told.OWN, "home/": Told.OWN}
    assert as_learnt(home).keys() == {*COLLEAGUES, *FRIENDS}
    assert as_learnt(home) == as_previewed(home)


def test_a_teams_calendar_in_the_folder_is_nobodys_and_said(home: Home) -> None:
    """Only what lists the user counts of it; the rest of the folder counts as before."""
    write_two(home)
    home.write("all/team.ics", *team(9), event("ours", NOW - 2 * DAY, WORK, host="lead@team.example"))

    feed_id = add(home)

    assert home.feed(feed_id).parts["team.ics"] is Told.NOBODYS
    assert as_learnt(home).keys() == {*COLLEAGUES, *FRIENDS, "lead@team.example"}
    assert as_learnt(home) == as_previewed(home)
    told = [each for each in findings(home.house) if "team.ics" in each.sentence]
    assert [(each.grade, each.sentence) for each in told] == [
        (
            "NOTE",
            f"all: no address of yours is known in team.ics: {WHAT_TO_DO}",
        )
    ]
    shown = said("feeds", env=environ(home.folder / "data")).lines
    assert "no address of yours is known in team.ics" in " ".join(shown)
    again = said(
        "preview", str(home.folder / "all"), "--now", NOW.isoformat(), env=environ(home.folder / "o")
    )
    assert (
        "team.ics: no address of yours is known in it: name yours with --me EMAIL" in again.err.splitlines()
    )


def test_many_small_files_that_are_nobodys_are_one_line(home: Home) -> None:
    """Not one for each event."""
    for n, one in enumerate(team(9)):
        home.write(f"all/team/{n}.ics", one)
    home.write("all/work.ics", *meetings(WORK, COLLEAGUES, events=9))
    add(home)

    read = said("preview", str(home.folder / "all"), "--now", NOW.isoformat(), env=environ(home.folder / "o"))

    told = [line for line in read.err.splitlines() if "no address of yours" in line]
    assert told == ["team/ (9 small files): no address of yours is known in it: name yours with --me EMAIL"]
    (found,) = (each for each in findings(home.house) if "no address of yours" in each.sentence)
    assert "in the small files of team/:" in found.sentence


def test_a_calendar_that_comes_into_the_folder_later_is_asked_whose_it_is(home: Home) -> None:
    """However little of the whole it is."""
    home.write("all/work.ics", *meetings(WORK, COLLEAGUES, events=90))
    feed_id = add(home)
    home.write("all/private.ics", *meetings(HOME, FRIENDS, events=8))

    home.read(feed_id)

    assert home.feed(feed_id).parts == {"work.ics": Told.OWN, "private.ics": Told.OWN}
    assert as_learnt(home).keys() == {*COLLEAGUES, *FRIENDS}

    home.write("all/note.ics", event("n", NOW - DAY, "x@team.example", host="y@team.example"))
    home.read(feed_id)

    assert home.feed(feed_id).parts[""] is Told.NOBODYS
    assert as_learnt(home).keys() == {*COLLEAGUES, *FRIENDS}


def test_a_couples_folder_has_one_owner(home: Home) -> None:
    """Her calendar beside his: what lists him counts of it, and she is somebody whom he meets."""
    ben, anna = "ben@example.org", "anna@example.org"

    def both(text: str) -> str:
        for who, name in ((ben, "Ben Roth"), (anna, "Anna Roth")):
            text = text.replace(f"ACCEPTED:mailto:{who}", f"ACCEPTED;CN={name}:mailto:{who}")
        return text

    dinners = [event(f"d{n}", NOW - (9 + 20 * n) * DAY, anna, host=ben) for n in range(6)]
    home.write("all/his.ics", *map(both, (*meetings(ben, COLLEAGUES, events=40), *dinners)))
    home.write("all/hers.ics", *map(both, (*meetings(anna, FRIENDS, events=30), *dinners)))

    feed_id = add(home)

    assert home.feed(feed_id).owners == (ben,)
    assert as_learnt(home).keys() == {*COLLEAGUES, anna}
    assert as_learnt(home) == as_previewed(home)


def test_a_file_that_is_called_after_somebody_forgotten_stays_whose_it_is(home: Home) -> None:
    """Under the name that its events have from then on."""
    write_two(home)
    home.write(
        "all/Eva Kuhn.ics",
        *(event(f"t{n}", NOW - n * DAY, f"g{n}@t.example", host=f"h{n}@t.example") for n in range(6)),
    )
    feed_id = add(home)
    (eva,) = home.rows("SELECT person_id FROM addresses WHERE address = 'eva@home.example'")
    with home.house.database.write() as conn:
        conn.exec_driver_sql("UPDATE people SET name = 'Eva Kuhn' WHERE id = ?", eva)

    forget(home.house, "eva@home.example")

    parts = home.feed(feed_id).parts
    (called,) = (part for part, told in parts.items() if told is Told.NOBODYS)
    assert "Eva" not in called
    (key,) = home.rows("SELECT event_key FROM events WHERE event_key LIKE '%t5'")
    assert str(key[0]).startswith(f"{called}\x1f")


def test_a_silent_file_of_the_folder_tells_by_its_titles(home: Home) -> None:
    """The family's calendar lists nobody: it takes no hours of the user's, and whom it names was met."""
    write_two(home)
    private = "".join(meetings(HOME, FRIENDS, events=49))
    home.write("all/private.ics", private.replace("ACCEPTED:mailto:eva", "ACCEPTED;CN=Eva Kuhn:mailto:eva"))
    family = (alone(f"s{n}", NOW - (4 + n) * DAY, "Coffee with Eva Kuhn") for n in range(6))
    home.write("all/family.ics", *family)

    feed_id = add(home)

    assert home.feed(feed_id).parts["family.ics"] is Told.SILENT
    assert as_learnt(home)["eva@home.example"] == 13 + 6
    assert as_learnt(home) == as_previewed(home)
