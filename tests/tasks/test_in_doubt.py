"""In doubt: a title ahead that perhaps means somebody keeps their nudge back, as long as it stands there."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.feeding import remove_feed_of
from tasks.forgetting import forget
from tasks.importing import import_cards
from tasks.proposing import refuse
from tasks.tending import merge
from tests.tasks.home import ME, NOW, Home, as_it_was, calendar, kept_of, monthly
from tests.tasks.running import environ, said
from worker.core.nudge import NudgeState

DAY = timedelta(days=1)
LONG_AGO = timedelta(days=240)
ALDO = "aldo@example.com"


def titled(title: str, *, days: int = 10, more: str = "") -> str:
    """As a calendar for oneself has it: nobody stands in it."""
    when = f"DTSTART:{NOW + days * DAY:%Y%m%dT%H%M%SZ}\r\nDURATION:PT1H\r\n"
    return f"BEGIN:VEVENT\r\nUID:perhaps\r\n{when}SUMMARY:{title}\r\n{more}END:VEVENT\r\n"


def met(name: str) -> list[str]:
    """Every four weeks, until eight months ago, with "Aldo Fabbri" or "Nora Fabbri"."""
    plain = monthly(name, meetings=12, ended=LONG_AGO)
    return [
        each.replace(
            f":mailto:{name}@example.com", f";CN={name.title()} Fabbri:mailto:{name}@example.com"
        ).replace("Coffee", "Chess")
        for each in plain
    ]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Aldo went missing; a calendar for oneself perhaps names him in ten days."""
    made = Home(tmp_path_factory.mktemp("lived") / "home", me=(ME,))
    made.add(made.write("work.ics", *met("aldo")))
    made.add(made.write("own.ics", titled("Aldo ???")))
    return kept_of(made)


@pytest.fixture
def home(lived: Path) -> Iterator[Home]:
    with as_it_was(lived) as home:
        yield home


def waiting(home: Home) -> list[str]:
    return [each.nudge.person for each in home.nudges() if each.state in (NudgeState.OPEN, NudgeState.LATER)]


def write(home: Home, *events: str) -> None:
    """The calendar for oneself says this now, and what is of no concern here."""
    home.write("own.ics", *events, titled("Dentist", days=40).replace("UID:perhaps", "UID:other"))
    home.now += timedelta(hours=1)
    home.read(2)
    home.live()


def perhaps(home: Home) -> list[tuple[object, ...]]:
    return home.rows("SELECT address, name, title FROM perhaps WHERE tells != 'known'")


def test_nobody_is_missed_just_before_they_may_be_seen(home: Home) -> None:
    """And nobody is met by such a title: it makes no touch."""
    assert waiting(home) == []
    assert perhaps(home) == [(ALDO, "Aldo", "Aldo ???")]
    assert all(not touch.is_upcoming for touch in home.touches()[ALDO])


@pytest.mark.parametrize(
    "events",
    [
        (),
        (titled("Aldo ???", more="STATUS:CANCELLED\r\n"),),
        (titled("Gift for Aldo"),),
        (titled("Aldo ???", days=60),),
    ],
)
def test_what_goes_or_is_moved_holds_nobody_any_more(home: Home, events: tuple[str, ...]) -> None:
    """Called off, said otherwise, or far off."""
    write(home, *events)

    assert waiting(home) == [ALDO]


def test_a_removed_calendar_holds_nobody(home: Home) -> None:
    """What was learnt from it of the past stays; nothing ahead does."""
    remove_feed_of(home.house, 2)
    home.live()

    assert perhaps(home) == []
    assert waiting(home) == [ALDO]


def test_a_name_of_which_the_user_says_that_it_is_nobody_holds_nobody(home: Home) -> None:
    """Until they take that back; then what had been planned meanwhile is withdrawn."""
    refuse(home.house, "aldo")
    home.live()
    said_nobody = waiting(home)

    refuse(home.house, "aldo", is_undone=True)
    home.live()

    assert (said_nobody, waiting(home)) == ([ALDO], [])


def test_what_waits_is_withdrawn_when_such_a_title_comes_and_stands_again_when_it_goes(home: Home) -> None:
    """A nudge for Wednesday, and then "Aldo Sat" for the Saturday after it."""
    write(home)
    before = waiting(home)
    write(home, titled("Aldo Sat", days=5))
    meanwhile = waiting(home)
    write(home)

    assert (before, meanwhile, waiting(home)) == ([ALDO], [], [ALDO])


def test_each_of_two_who_are_called_so_is_held_until_it_is_known_who_is_meant(tmp_path: Path) -> None:
    """A full name in the title says it."""
    home = Home(tmp_path, me=(ME,))
    other = [
        each.replace("aldo@", "al@").replace("aldo-", "al-").replace("Fabbri", "Rossi")
        for each in met("aldo")
    ]
    home.add(home.write("work.ics", *met("aldo"), *other))
    home.add(home.write("own.ics", titled("Dinner with Aldo")))
    home.live()
    in_doubt = waiting(home)

    write(home, titled("Dinner with Aldo Rossi"))

    assert (in_doubt, waiting(home)) == ([], [ALDO])
    home.house.close()


def test_whoever_is_one_with_them_is_held_as_well(home: Home) -> None:
    """It stands under the address that the title knows."""
    home.add(home.write("more.ics", *met("nora")))
    home.live()
    nora = waiting(home)

    merge(home.house, "nora", "aldo")
    home.live()

    assert (nora, waiting(home)) == (["nora@example.com"], [])


def test_nothing_of_it_is_left_of_a_forgotten_person(home: Home) -> None:
    """The row stands on their address."""
    forget(home.house, ALDO)

    assert perhaps(home) == []


def test_a_private_title_holds_and_is_not_kept(home: Home) -> None:
    """Whom and when is learnt, the title never."""
    write(home, titled("Aldo ???", more="CLASS:PRIVATE\r\n"))

    assert waiting(home) == []
    assert perhaps(home) == [(ALDO, "Aldo", "")]


def test_why_tells_of_it_and_of_the_way_out(home: Home) -> None:
    """The command is as it can be typed."""
    told = said("people", "--why", "aldo", env=environ(home.folder / "data")).lines

    [line] = [each for each in told if "erhaps" in each]
    assert line.startswith("  Perhaps you will meet: “Aldo ???” stands on ")
    assert line.endswith("proposed Aldo --nobody`")


def test_whoever_is_known_by_that_name_alone_is_not_made_nobody(home: Home) -> None:
    """The command would take them away; the first of several such days is told."""
    book = home.folder / "book.vcf"
    book.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nora\r\nTEL:+49 30 5550 0199\r\nEND:VCARD\r\n")
    import_cards(home.house, book)
    write(home, titled("Nora ???", more="RRULE:FREQ=WEEKLY;COUNT=3\r\n"))

    told = said("people", "--why", "nora", env=environ(home.folder / "data")).lines

    assert [each for each in told if "erhaps" in each] == [
        "  Perhaps you will meet: “Nora ???” stands on 3 December 2026."
    ]


def test_a_preview_holds_back_as_the_store_does(tmp_path: Path) -> None:
    """In memory, with the reason."""
    (tmp_path / "work.ics").write_bytes(calendar(*met("aldo")))
    (tmp_path / "own.ics").write_bytes(calendar(titled("Aldo ???")))
    sources = (tmp_path / "work.ics", tmp_path / "own.ics")

    body = said(
        "preview", *sources, "--me", ME, "--now", NOW.isoformat(), "--lang", "en", "--format", "json",
        env=environ(tmp_path / "data"),
    ).body  # fmt: skip

    assert body["nudges"] == []
    assert body["held_back"] == [
        {"person": ALDO, "because": "perhaps you will meet: “Aldo ???” stands on 3 December"}
    ]
