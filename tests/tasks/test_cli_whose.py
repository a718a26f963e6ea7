"""Whose a calendar is, by the commands: said when it is added, later, or for one look."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.inbox.caldav_servers import small
from tests.prepared import prepare
from tests.tasks.home import LONG_AGO, ME, NOW, calendar, event, monthly
from tests.tasks.running import Said, environ, said
from tests.tasks.worked import work_off

ANNA, BEA = "anna@example.com", "bea@example.com"
HERS = calendar(*(event(f"h{n}", NOW - LONG_AGO - n * timedelta(weeks=4), BEA, host=ANNA) for n in range(12)))
MINE = calendar(*monthly("ada", meetings=12, ended=LONG_AGO))
CARDS = (
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Eva Roth\r\nEMAIL:{ME}\r\n"
    "RELATED;TYPE=spouse;VALUE=text:Anna Roth\r\nEND:VCARD\r\n"
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Roth\r\nEMAIL:{ANNA}\r\nEND:VCARD\r\n"
)


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environ(prepare(tmp_path / "data"))


@pytest.fixture
def hers(tmp_path: Path) -> Path:
    (tmp_path / "mine.ics").write_bytes(MINE)
    (tmp_path / "hers.ics").write_bytes(HERS)
    return tmp_path / "hers.ics"


def test_whose_a_calendar_is_does_not_change_with_the_day_from_which_it_is_seen(
    hers: Path, env: dict[str, str]
) -> None:
    """It lists the user later on: that is no slip, and nobody else's calendar."""
    before = NOW - LONG_AGO - 30 * timedelta(weeks=4)
    early = event("early", before - timedelta(days=1), ANNA, host=ANNA)
    later = [event(f"l{n}", NOW - timedelta(days=n), BEA) for n in range(3)]
    (hers.parent / "two.ics").write_bytes(calendar(early, *later))

    for command in ("preview", "touches"):
        seen = said(
            command, hers.parent / "two.ics", "--me", ME, "--now", f"{before:%Y-%m-%dT%H:%M:%SZ}", env=env
        )
        assert seen.err == ""


def test_touches_knows_the_addresses_of_the_settings(hers: Path, env: dict[str, str]) -> None:
    """As preview and backtest do; what is typed goes before."""
    by_setting = said("touches", hers, env={**env, "SNOWDROP_ME": BEA})
    typed = said("touches", hers, "--me", ANNA, env={**env, "SNOWDROP_ME": BEA})

    assert by_setting.out == said("touches", hers, "--me", BEA, env=env).out
    assert typed.out == said("touches", hers, "--me", ANNA, env=env).out
    assert by_setting.out != typed.out
    assert "as far as the calendars tell" not in by_setting.err


def test_it_can_be_said_when_the_calendar_is_added(
    hers: Path, env: dict[str, str], run: Callable[..., Said]
) -> None:
    """Twice is once; the list says how to contradict, and until when nothing counts at all."""
    told = [run("add", hers, *more).out.decode() for more in (["--theirs"], ["--theirs"], [])]
    alone = run("feeds").lines[1]
    run("add", hers.with_name("mine.ics"))
    work_off(env)

    assert told[0].startswith("Added hers.ics as feed 1, somebody else's. ")
    assert all(each.startswith("hers.ics is there already, as feed 1. ") for each in told[1:])
    assert alone == (
        "      somebody else's, as you said: nothing in it counts until you name your addresses in SNOWDROP_ME; "
        "if it is yours: `snowdrop theirs 1 --mine`"
    )
    assert (
        run("feeds", "1")
        .lines[1]
        .startswith(
            "      somebody else's, as you said: what lists you by an address of yours counts; if it is yours: "
        )
    )
    assert '"is_theirs":true' in run("feeds", "--format", "json").out.decode()
    assert run("people", "bea").err.startswith("Nobody is called bea")


def test_it_can_be_said_later_and_taken_back(
    hers: Path, env: dict[str, str], run: Callable[..., Said]
) -> None:
    """By number or name."""
    run("add", hers)
    work_off(env)
    before = run("people").lines
    assert (
        run("feeds")
        .lines[1]
        .endswith(f"yours by {ANNA}; if not, name your addresses in SNOWDROP_ME, or say `snowdrop theirs 1`")
    )

    told = run("theirs", "hers.ics").out
    work_off(env)
    there_no_more = run("people").out
    back = run("theirs", "1", "--mine").out
    work_off(env)

    assert told == b"hers.ics is somebody else's: only what lists you by address counts.\n"
    assert b"bea" not in there_no_more
    assert back == b"hers.ics is yours.\n"
    assert run("people").lines == before
    again = run("add", hers, "--theirs").out
    assert again.startswith(b"hers.ics is there already, as feed 1: it is somebody else's from now on")


def test_a_calendar_that_lists_nobody_of_the_users_is_asked_about_both_ways(
    tmp_path: Path, env: dict[str, str], run: Callable[..., Said]
) -> None:
    """Their address may be missing, or it is not theirs; said so, nothing is to be mended."""
    several = [event(str(n), NOW, f"g{n}@example.com", host=f"h{n}@example.com") for n in range(4)]
    (tmp_path / "team.ics").write_bytes(calendar(*several))
    run("add", tmp_path / "team.ics")
    work_off(env)
    asked = run("doctor")
    run("theirs", "team.ics")
    work_off(env)

    assert asked.code == 1
    assert any(line.startswith("MEND  team.ics") and "`snowdrop theirs 1`" in line for line in asked.lines)
    assert run("doctor").code == 0


@pytest.mark.parametrize("command", ["preview", "touches", "backtest"])
def test_one_look_knows_it_too(hers: Path, run: Callable[..., Said], command: str) -> None:
    """Also where her calendar lies in the folder of all."""
    more = {
        "preview": ["--now", f"{NOW:%Y-%m-%dT%H:%M:%SZ}", "--budget", "9"],
        "touches": [],
        "backtest": ["--from", "2026-05-01", "--to", "2026-12-01"],
    }[command]

    both = run(command, hers.parent, *more)
    mine = run(command, hers.parent, "--theirs", hers, *more)

    assert b"Bea" in both.out or b"bea" in both.out
    assert b"ea@ex" not in mine.out.replace(b"ada@", b"")
    assert b"Bea" not in mine.out
    assert b"da" in mine.out
    assert mine.err == f"Your own addresses, as far as the calendars tell: {ME}\n"


def test_why_it_does_not_count_is_told(hers: Path, run: Callable[..., Said]) -> None:
    """And that nothing of it can, as long as no address of the user's is known."""
    found = run("touches", hers, "--theirs", hers, "--explain")

    assert "(bea@example.com: somebody else's calendar, and you are not listed)" in found.out.decode()
    assert found.err.startswith(
        "hers.ics: nothing in it counts, since no address of yours is known: name yours"
    )


def test_a_preview_takes_a_calendar_called_by_the_partners_address_for_theirs(
    hers: Path, run: Callable[..., Said]
) -> None:
    """As the record does, and says so."""
    head = b"BEGIN:VCALENDAR\r\n"
    hers.write_bytes(HERS.replace(head, head + f"X-WR-CALNAME:{ANNA}\r\n".encode(), 1))
    book = hers.with_name("book.vcf")
    book.write_text(CARDS)
    at = ("--now", f"{NOW:%Y-%m-%dT%H:%M:%SZ}", "--contacts", book)

    found = run("preview", hers, "--me", ME, *at)
    hers_as_mine = run("preview", hers, "--me", ME, "--me", ANNA, *at)

    assert b"Bea" not in found.out
    assert found.err.startswith(
        "hers.ics is somebody else's, since it is called by an address of your household"
    )
    assert b"Bea" in hers_as_mine.out or b"bea" in hers_as_mine.out
    assert hers_as_mine.err == ""


def test_a_calendar_that_somebody_shares_on_a_server_is_asked_about_when_it_is_added(
    tmp_path: Path, run: Callable[..., Said]
) -> None:
    """A family's calendar is of one of them there, and of all: only the user knows."""
    owner = "<d:owner><d:href>/p/anna/</d:href></d:owner>"
    me = "<d:current-user-principal><d:href>/p/me/</d:href></d:current-user-principal>"
    with small(tmp_path) as site:
        site.edit = lambda text: text.replace("<d:displayname>", f"{owner}{me}<d:displayname>")
        asked = run("add", site.address).lines
        run("theirs", "1", "--mine")
        answered = run("add", site.address).lines

    assert asked[1] == (
        "Its server says that somebody else shares it with you: "
        "if the meetings in it are theirs, say `snowdrop theirs 1`."
    )
    assert len(answered) == 1


def test_what_is_followed_for_the_shelf_is_nobodys_calendar(tmp_path: Path, run: Callable[..., Said]) -> None:
    """It holds no meetings."""
    (tmp_path / "notes.xml").write_text("<rss/>")
    run("shelf", "follow", tmp_path / "notes.xml")

    told = run("theirs", "1")

    assert told.code == 2
    assert told.err == "notes.xml is no calendar: what it shows is for your shelf\n"


def test_a_calendar_called_by_an_own_address_is_asked_about_until_the_user_names_it(
    hers: Path, env: dict[str, str], run: Callable[..., Said]
) -> None:
    """Google calls each by its owner's address; whoever has a card of their own is no guest there."""
    head = b"BEGIN:VCALENDAR\r\n"
    hers.write_bytes(HERS.replace(head, head + f"X-WR-CALNAME:{ANNA}\r\n".encode(), 1))
    book = hers.with_name("book.vcf")
    book.write_text(CARDS)
    run("import", book)
    run("add", hers)
    work_off(env)
    asked = run("doctor").out.decode(), run("feeds").out.decode()
    named = {**env, "SNOWDROP_ME": ANNA}
    settled = said("doctor", env=named).out.decode(), said("feeds", env=named).out.decode()

    assert ["is called like" in asked[0], "if not, name your addresses" in asked[1]] == [True, True]
    assert ["is called like" in settled[0], "if not, name your addresses" in settled[1]] == [False, False]
