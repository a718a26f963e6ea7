"""Strangers' files: a folder of a few saved files, one of which lists the user, and another somebody else's life."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.checkup import findings
from tasks.cli_feeds import _feed_lines
from tasks.whose import say_whose
from tests.tasks.home import LONG_AGO, ME, NOW, Home, calendar, event
from tests.tasks.running import environ, said
from tests.tasks.test_folder_owners import WHAT_TO_DO
from tests.tasks.test_seems import started
from tests.web.client import client_of

ADA, GINA, HOST = "ada@example.com", "gina@club.example", "host@club.example"
NOW_TEXT = ("--now", f"{NOW:%Y-%m-%dT%H:%M:%SZ}")


def weekly(uid: str, guest: str, *, host: str) -> str:
    """A year of weeks, that ended months ago: one event."""
    return event(
        uid, NOW - LONG_AGO - 51 * LONG_AGO / 34, guest, host=host, more="RRULE:FREQ=WEEKLY;COUNT=52\r\n"
    )


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path, me=(ME,), host="127.0.0.1")
    home.write("all/mine.ics", weekly("m", ADA, host=ME))
    home.write("all/theirs.ics", weekly("t", GINA, host=HOST))
    home.add(str(home.folder / "all"))
    home.live()
    yield home
    home.house.close()


def waiting(home: Home) -> set[str]:
    return {each.nudge.person for each in home.nudges()}


def asked(home: Home) -> list[str]:
    return [each.sentence for each in findings(home.house) if each.is_note]


def test_nobody_of_a_strangers_file_is_missed_and_the_file_is_named(home: Home) -> None:
    """The user said who they are: the file beside theirs is asked about."""
    (told,) = asked(home)
    page = re.sub(r"\s+", " ", client_of(home).get("/").text)

    (_, whose) = _feed_lines(home.feed(1), home.house)

    assert waiting(home) == {ADA}
    assert whose.strip().startswith(
        f"yours by {ME}; none of the addresses in SNOWDROP_ME stands in theirs.ics"
    )
    assert told == (
        f"all: none of the addresses in SNOWDROP_ME stands in theirs.ics, which seems to be of {HOST}: "
        "whoever stands only there is not missed; add yours if you are in it by another"
    )
    assert "theirs.ics: none of the addresses in SNOWDROP_ME stands there" in page


def test_a_preview_says_the_same(home: Home) -> None:
    """And names the file, not the folder."""
    looked = said(
        "preview", str(home.folder / "all"), "--me", ME, *NOW_TEXT, env=environ(home.folder / "none")
    )

    assert looked.err == (
        f"theirs.ics lists none of the addresses that you named, and seems to be of {HOST}: "
        "name that, too, if it is yours, else give it as --theirs\n"
    )
    assert b"ada" in looked.out
    assert b"gina" not in looked.out


def test_a_file_in_which_nobody_stands_is_nobodys_by_its_neighbour(tmp_path: Path) -> None:
    """Of a dentist's appointment beside an invitation of somebody else's nothing is said."""
    folder = tmp_path / "all"
    folder.mkdir()
    alone = re.sub(r"(ORGANIZER|ATTENDEE)[^\r]*\r\n", "", event("d", NOW - LONG_AGO, title="Dentist"))
    through = event("t", NOW - LONG_AGO, GINA, "sales@club.example", host=HOST)
    for name, one in (("theirs", through), ("dentist", alone)):
        (folder / f"{name}.ics").write_bytes(calendar(one))

    looked = said("preview", str(folder), "--me", ME, *NOW_TEXT, env=environ(tmp_path / "none"))

    assert "theirs.ics" in looked.err
    assert "dentist.ics" not in looked.err


def test_said_to_be_mine_the_folder_is_asked_about_no_more(home: Home) -> None:
    """All in it counts then; who hosts that file may be the user by another address."""
    say_whose(home.house, "1", is_mine=True)
    home.live()

    assert asked(home) == []
    assert waiting(home) == {ADA, GINA}


def test_without_a_word_of_the_users_an_own_file_is_found_by_another_calendar(tmp_path: Path) -> None:
    """One of three files of the folder lists them."""
    home = Home(tmp_path)
    home.add(home.write("work.ics", *(weekly(f"w{n}", f"{n}@example.com", host=ME) for n in range(6))))
    home.write("all/mine.ics", weekly("m", ADA, host=ME))
    for n in range(2):
        home.write(f"all/theirs{n}.ics", weekly(f"t{n}", GINA, host=f"{n}@club.example"))
    home.add(str(home.folder / "all"))
    home.live()

    assert ADA in home.touches()
    assert GINA not in home.touches()
    assert asked(home) == [f"all: no address of yours is known in theirs0.ics, theirs1.ics: {WHAT_TO_DO}"]
    home.house.close()


def test_what_is_said_later_is_asked_anew(tmp_path: Path) -> None:
    """The same folder, before and after SNOWDROP_ME was set: nobody of the strangers' is missed by it."""
    home = Home(tmp_path)
    for n in range(3):
        home.write(f"all/mine{n}.ics", weekly(f"m{n}", ADA, host=ME))
    home.write("all/theirs.ics", weekly("t", GINA, host=HOST))
    home.add(str(home.folder / "all"))
    home.live()
    before = waiting(home)
    home.house.close()
    told = started(tmp_path, ME)

    assert before == waiting(told) == {ADA}
    told.house.close()
