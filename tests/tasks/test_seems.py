"""Of whom a calendar seems to be: the user named one address of theirs, and a calendar lists them by another."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.checkup import findings
from tasks.cli_feeds import _feed_body, _feed_lines
from tasks.importing import import_cards
from tasks.timetable import keep_duties
from tasks.whose import say_whose
from tasks.wishing import pin
from tests.tasks.home import LONG_AGO, ME, NOW, Home, event, monthly
from tests.tasks.running import environ, said
from tests.tasks.test_titles import DAY, alone
from tests.web.client import client_of
from worker.core.nudge import NudgeState

WORK, ADA, DORA = "mara@work.example", "ada@example.com", "dora@example.com"
TEAM = [
    event(f"t{n}-{k}", NOW - LONG_AGO - 28 * n * DAY, f"guest{k}@example.com", host=f"host{k}@example.com")
    for n in range(12)
    for k in range(3)
]
"""Three pairs, none of whom stands in half of all events."""
AT_WORK = [each.replace(ME, WORK) for each in monthly("dora", meetings=12, ended=LONG_AGO)]
AT_HOME = monthly("ada", meetings=12, ended=LONG_AGO)
SEEMS = (
    f"it lists none of the addresses in SNOWDROP_ME, and seems to be of {ME}: "
    "add that to SNOWDROP_ME if it is yours"
)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """Read before anything was said; then the user names the address that they have at work."""
    home = Home(tmp_path)
    home.add(home.write("work.ics", *AT_WORK))
    home.add(home.write("home.ics", *AT_HOME))
    home.live()
    home.house.close()
    home = started(tmp_path, WORK)
    yield home
    home.house.close()


def started(folder: Path, *me: str) -> Home:
    home = Home(folder, me=me, host="127.0.0.1")
    with home.house.database.write() as conn:
        keep_duties(home.house, conn)
    home.live()
    return home


def waiting(home: Home) -> set[str]:
    return {each.nudge.person for each in home.nudges() if each.state is NudgeState.OPEN}


def asked(home: Home) -> list[str]:
    return [each.sentence for each in findings(home.house) if each.is_note]


def page(home: Home) -> str:
    return re.sub(r"\s+", " ", client_of(home).get("/").text)


def test_whom_a_calendar_tells_of_that_does_not_list_the_user_is_not_missed(home: Home) -> None:
    """Nobody is nudged about themselves, nor about another's friends; whoever it is after all can be pinned."""
    before, env = waiting(home), environ(home.folder / "data", SNOWDROP_ME=WORK)
    told = said("people", "--why", ADA, env=env).out.decode()
    for who in (ME, ADA):
        pin(home.house, who, is_pinned=True)
    home.suggest()

    assert before == {DORA}
    assert "A calendar that does not list you tells of them alone" in told
    assert "does not list you" not in said("people", "--why", ADA, env=env).out.decode()
    assert waiting(home) == {DORA, ME, ADA}


def test_said_to_be_mine_all_in_it_is_missed(home: Home) -> None:
    """Some programs leave out whose calendar it is."""
    say_whose(home.house, "2", is_mine=True)
    home.live()

    assert waiting(home) >= {DORA, ADA}


def test_whom_a_title_names_there_is_missed(tmp_path: Path) -> None:
    """A calendar of one's own, with invitations that were copied into it."""
    home = Home(tmp_path, me=(WORK,))
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Gundula Reis\r\nEMAIL:gundula@example.com\r\nEND:VCARD\r\n"
    (tmp_path / "book.vcf").write_text(card)
    import_cards(home.house, tmp_path / "book.vcf")
    lunches = [alone(f"l{n}", NOW - LONG_AGO - 28 * n * DAY, "Lunch with Gundula") for n in range(12)]
    home.add(home.write("own.ics", *lunches, *TEAM))
    home.live()

    assert waiting(home) == {"gundula@example.com"}
    home.house.close()


def test_a_calendar_that_lists_no_named_address_is_a_question(home: Home) -> None:
    """In the list, the checkup and on the page; the other calendar is the user's by what they said."""
    assert asked(home) == [f"home.ics: {SEEMS}; if the calendar is somebody else's: `snowdrop theirs 2`"]
    assert SEEMS in _feed_lines(home.feed(2), home.house)[1]
    assert _feed_lines(home.feed(1), home.house)[1].endswith(f"yours by {WORK}")
    assert f"and seems to be of {ME}. Add that one there if it is yours" in page(home)
    (of_home,) = [json.loads(json.dumps(_feed_body(home.feed(2), home.house)))]
    assert (of_home["own_addresses"], of_home["seems_to_be_of"]) == ([], [ME])


def test_both_addresses_named_end_the_question(home: Home, tmp_path: Path) -> None:
    """What was met at home is met by the user again."""
    home.house.close()
    whole = started(tmp_path, WORK, ME)

    assert asked(whole) == []
    assert "seems to be of" not in page(whole)
    assert ME not in whole.touches()
    assert ADA in waiting(whole)
    whole.house.close()


def test_said_to_be_somebody_elses_it_is_no_question_any_more(home: Home) -> None:
    """Only what lists the user counts, by the address that they named."""
    say_whose(home.house, "2", is_mine=False)
    home.live()

    assert asked(home) == []
    assert ADA not in waiting(home)


def test_said_to_be_mine_only_its_address_is_asked_for(home: Home) -> None:
    """Whose it is, was answered."""
    say_whose(home.house, "2", is_mine=True)
    home.live()

    assert asked(home) == [f"home.ics: {SEEMS.removesuffix(' if it is yours')}"]


def test_one_look_asks_as_well(tmp_path: Path) -> None:
    """`preview` proposes nobody to themselves; small files of a folder are one line."""
    home = Home(tmp_path)
    work = home.write("work.ics", *AT_WORK)
    for n, each in enumerate(AT_HOME):
        home.write(f"vdir/{n}.ics", each)
    home.house.close()
    told = said(
        *("preview", work, tmp_path / "vdir", "--me", WORK, "--now", f"{NOW:%Y-%m-%dT%H:%M:%SZ}"),
        env=environ(tmp_path / "none"),
    )

    seems = f"vdir/ (12 small files) lists none of the addresses that you named, and seems to be of {ME}: "
    assert told.err.splitlines() == [f"{seems}name that, too, if it is yours, else give it as --theirs"]
    assert b"dora" in told.out
    assert b"ada" not in told.out
    assert ME.encode() not in told.out


def test_a_team_that_lists_nobody_named_is_asked_about(tmp_path: Path) -> None:
    """Of whom it is, nothing tells; nobody in it is missed, and `preview` says the same."""
    home = Home(tmp_path, me=(WORK,), host="127.0.0.1")
    paths = [home.write("team.ics", *TEAM), home.write("work.ics", *AT_WORK)]
    for path in paths:
        home.add(path)
    home.live()
    now = ("--now", f"{NOW:%Y-%m-%dT%H:%M:%SZ}")
    looked = said("preview", *paths, "--me", WORK, *now, env=environ(tmp_path / "none"))
    told, shown = asked(home), page(home)
    say_whose(home.house, "1", is_mine=True)
    home.live()

    (question,) = told
    assert question == (
        "team.ics: it lists none of the addresses in SNOWDROP_ME, and whom it alone tells of is not missed: "
        "add yours there, or say whose it is: `snowdrop theirs 1`, or with --mine"
    )
    assert "so whom it alone tells of is not missed. Add yours there, or say whose it is." in shown
    assert looked.err == (
        "team.ics lists none of the addresses that you named, and whom it alone tells of is not missed: "
        "name yours there, or give it as --theirs\n"
    )
    assert b"dora" in looked.out
    assert b"guest" not in looked.out
    assert asked(home) == []
    assert len(waiting(home)) > 1
    home.house.close()


def test_a_single_series_that_seems_to_be_anothers_is_judged_alike(tmp_path: Path) -> None:
    """It is one event with people, however often it repeats: `preview` misses nobody of it whom the store does not."""
    home = Home(tmp_path, me=(WORK,))
    series = event("s", NOW - 300 * DAY, ADA, more="RRULE:FREQ=WEEKLY;COUNT=8\r\n")
    path = home.write("series.ics", series)
    home.add(path)
    home.live()
    now = ("--now", f"{NOW:%Y-%m-%dT%H:%M:%SZ}")
    looked = said("preview", path, "--me", WORK, *now, env=environ(tmp_path / "none"))

    assert waiting(home) == set()
    assert b"ada" not in looked.out
    assert f"seems to be of {ME}" in looked.err
    home.house.close()


def test_a_team_alone_is_one_question(tmp_path: Path) -> None:
    """Not also a slip in the address."""
    home = Home(tmp_path, me=(WORK,))
    home.add(home.write("team.ics", *TEAM))
    home.live()

    (question,) = asked(home)
    assert question.startswith("team.ics: it lists none of the addresses in SNOWDROP_ME")
    home.house.close()


def test_few_that_list_nobody_named_are_told_all_at_once(tmp_path: Path) -> None:
    """A copied invitation is no team's calendar; where there is nothing else, the address may be a slip."""
    home = Home(tmp_path, me=(WORK,), host="127.0.0.1")
    path = home.write("few.ics", *TEAM[:3])
    home.add(path)
    home.live()
    looked = said("touches", path, "--me", WORK, env=environ(tmp_path / "none"))

    (only,) = asked(home)
    assert only.startswith(
        f"None of your calendars lists {WORK}: whom they list instead of you counts as somebody"
    )
    assert looked.err == f"None of these calendars lists {WORK}: check how you are written there\n"
    home.house.close()


def test_where_it_is_open_whose_all_calendars_are_an_empty_week_says_so(tmp_path: Path) -> None:
    """On the page and by command; a name in their titles is not asked about, since it would not count."""
    home = Home(tmp_path, host="127.0.0.1")
    team = [event(f"t{n}", NOW, f"guest{n}@example.com", host=f"host{n}@example.com") for n in range(6)]
    alone = "\r\n".join(
        line for line in event("x", NOW, title="Lunch with Maria").split("\r\n") if "mailto:" not in line
    )
    home.add(home.write("team.ics", *team, alone))
    home.live()
    told = page(home)
    by_command = said("nudges", env=environ(tmp_path / "data"))
    proposed = said("proposed", env=environ(tmp_path / "data"))
    say_whose(home.house, "1", is_mine=False)
    home.live()

    assert "Nobody counts yet: it is open whose your calendars are." in told
    assert "No address of yours is known in it, so nobody in it counts." in told
    assert by_command.lines == [
        "Nobody counts yet: it is open whose your calendars are. `snowdrop feeds` shows what to do."
    ]
    assert proposed.lines == ["No title names anybody unknown."]
    assert "No address of yours is known in it" not in page(home)
    home.house.close()


def test_a_calendar_that_is_called_like_somebody_is_asked_about_on_the_page(tmp_path: Path) -> None:
    """Both answers stand beside the question, and each ends it."""
    home = Home(tmp_path, host="127.0.0.1")
    path = Path(home.write("anna.ics", *AT_HOME))
    path.write_bytes(
        path.read_bytes().replace(b"VERSION:2.0\r\n", b"VERSION:2.0\r\nX-WR-CALNAME:Ada Berg\r\n", 1)
    )
    guest = AT_HOME[0].replace(f":mailto:{ADA}", f";CN=Ada Berg:mailto:{ADA}").replace("UID:ada-0", "UID:n")
    home.add(str(path))
    home.add(home.write("own.ics", guest, *AT_HOME[1:]))
    home.live()
    before = page(home)
    say_whose(home.house, "1", is_mine=True)
    home.live()

    assert "It is called like Ada Berg. Is it yours?" in before
    assert 'aria-label="Mine: anna.ics"' in before
    assert 'aria-label="Not mine: anna.ics"' in before
    assert "It is called like" not in page(home)
    home.house.close()
