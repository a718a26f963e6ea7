"""In doubt since: a past title that perhaps means somebody keeps a nudge back for a while, and its span for good."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.duty import Kind
from tasks.feeding import remove_feed_of
from tasks.forgetting import forget
from tasks.importing import import_cards
from tasks.proposing import refuse
from tests.tasks.home import ME, NOW, Home, as_it_was, calendar, kept_of
from tests.tasks.running import environ, said
from tests.tasks.test_in_doubt import ALDO, DAY, met, perhaps, titled, waiting, write

UNSURE = "It has been a while since you and Aldo met."
OTHER = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Aldo Rossi\r\nEMAIL:rossi@example.com\r\nEND:VCARD\r\n"


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Aldo went missing eight months ago, and nothing is in doubt."""
    made = Home(tmp_path_factory.mktemp("lived") / "home", me=(ME,))
    made.add(made.write("work.ics", *met("aldo")))
    made.add(made.write("own.ics", titled("Dentist")))
    return kept_of(made)


@pytest.fixture
def home(lived: Path) -> Iterator[Home]:
    with as_it_was(lived) as home:
        yield home


def why(home: Home) -> list[str]:
    told = said("people", "--why", ALDO, env=environ(home.folder / "data")).lines
    return [each.strip() for each in told if "erhaps" in each or "uiet since" in each]


def whys_waiting(home: Home) -> list[str]:
    return [each.nudge.why for each in home.nudges() if each.nudge.person in waiting(home)]


def test_a_day_that_has_passed_holds_them_as_if_they_had_met(home: Home) -> None:
    """It was ahead when it was learnt; after their usual gap they are missed, without a span."""
    write(home, titled("Dinner with Aldo?"))
    home.now += 11 * DAY
    home.suggest()
    home.do(Kind.TIDY, home.user_id)
    home.live()
    lately = waiting(home)

    home.now += 60 * DAY
    home.live()

    assert perhaps(home) == [(ALDO, "Aldo", "Dinner with Aldo?")]
    assert (lately, waiting(home)) == ([], [ALDO])
    assert whys_waiting(home) == [UNSURE]


def test_what_waits_is_withdrawn_and_stands_again_when_that_name_is_nobody(home: Home) -> None:
    """By a title of three days ago."""
    before = waiting(home)
    write(home, titled("Dinner with Aldo?", days=-3))
    meanwhile = waiting(home)
    refuse(home.house, "aldo")
    home.live()

    assert (before, meanwhile, waiting(home)) == ([ALDO], [], [ALDO])


def test_what_waits_is_said_anew_where_the_doubt_is_older_than_their_gap(home: Home) -> None:
    """Once, and only as long as it is in doubt."""
    home.now += DAY
    home.live()
    sure = whys_waiting(home)
    write(home, titled("Dinner with Aldo?", days=-120))
    unsure, kept = whys_waiting(home), home.nudges()
    home.now += DAY
    home.suggest()

    assert ("months" in sure[0], unsure) == (True, [UNSURE])
    assert home.nudges() == kept


def test_what_a_feed_shows_no_longer_stays_in_doubt(home: Home) -> None:
    """It may show but a window; what had still lain ahead is taken back, and everything with the calendar."""
    write(home, titled("Dinner with Aldo?", days=-3))
    write(home)
    still = waiting(home)
    write(home, titled("Dinner with Aldo?", days=5))
    write(home)
    rows = len(perhaps(home))
    remove_feed_of(home.house, 2)
    home.live()

    assert (still, rows) == ([], 0)
    assert (perhaps(home), waiting(home)) == ([], [ALDO])


def test_somebody_else_of_that_name_makes_the_last_time_unsure(home: Home) -> None:
    """A card came; the ways out stand beside it, and a date that the user notes is sure again."""
    write(home, titled("Bike ride with Aldo", days=-3))
    sure, rows = why(home), perhaps(home)
    book = home.folder / "book.vcf"
    book.write_text(OTHER)
    import_cards(home.house, book)
    home.live()
    unsure = why(home)
    said("met", ALDO, "2026-11-20", env=environ(home.folder / "data"))

    assert rows == []
    assert [line[:30] for line in sure] == ["Quiet since 20 November 2026: "]
    assert "longer than any" not in unsure[0]
    assert " ".join(unsure[1:]) == (
        "Perhaps you met on 20 November 2026: “Bike ride with Aldo”. If you did: `snowdrop met aldo@example.com "
        "2026-11-20`. If somebody else is meant: `snowdrop proposed Aldo --nobody`"
    )
    assert why(home) == sure


def test_nothing_of_what_was_in_doubt_is_left_of_a_forgotten_person(home: Home) -> None:
    """Nor is it learnt again."""
    write(home, titled("Dinner with Aldo?", days=-3))
    forget(home.house, ALDO)
    home.read(2)

    assert perhaps(home) == []


def test_a_preview_knows_what_is_in_doubt_as_the_store_does(tmp_path: Path) -> None:
    """In memory, with the reason."""
    (tmp_path / "work.ics").write_bytes(calendar(*met("aldo")))
    (tmp_path / "own.ics").write_bytes(calendar(titled("Dinner with Aldo?", days=-3)))

    body = said(
        "preview", tmp_path / "work.ics", tmp_path / "own.ics",
        "--me", ME, "--now", NOW.isoformat(), "--lang", "en", "--format", "json",
        env=environ(tmp_path / "data"),
    ).body  # fmt: skip

    assert body["held_back"] == [
        {"person": ALDO, "because": "perhaps you met on 20 November: “Dinner with Aldo?”"}
    ]


def test_of_the_past_the_latest_is_kept(home: Home) -> None:
    """In whichever order it is learnt, and as time passes."""
    early = titled("Dinner with Aldo?", days=-9).replace("UID:perhaps", "UID:early")
    write(home, titled("Dinner with Aldo?", days=-3))
    write(
        home,
        titled("Dinner with Aldo?", days=-3),
        early,
        titled("Lunch with Aldo?", days=2).replace("UID:perhaps", "UID:late"),
    )
    both = perhaps(home)
    home.now += 3 * DAY
    home.do(Kind.TIDY, home.user_id)

    assert both == [(ALDO, "Aldo", "Dinner with Aldo?"), (ALDO, "Aldo", "Lunch with Aldo?")]
    assert perhaps(home) == both[1:]


def test_of_titles_that_tell_that_somebody_is_known_the_first_is_kept(home: Home) -> None:
    """In whichever order they are learnt: a birthday three years ago, and one of last year."""
    years = [
        titled("Aldo's birthday", days=days).replace("UID:perhaps", f"UID:{days}")
        for days in (-900, -200, -565)
    ]
    write(home, years[1])
    write(home, years[1], years[2])
    write(home, *years)
    home.do(Kind.TIDY, home.user_id)

    first = home.rows("SELECT address, started_at FROM perhaps WHERE tells = 'known'")

    assert [(address, str(start)[:10]) for address, start in first] == [(ALDO, f"{NOW - 900 * DAY:%Y-%m-%d}")]


def test_what_is_moved_from_the_past_to_far_ahead_holds_nobody(home: Home) -> None:
    """The event says what it says now."""
    write(home, titled("Dinner with Aldo?", days=-3))
    home.now += timedelta(hours=1)
    write(home, titled("Dinner with Aldo?", days=60))

    assert waiting(home) == [ALDO]
