"""Giving: from the command to the nudge, on a real store; and full weeks take fewer."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tasks.duty import Kind
from tasks.feeding import add_feed
from tasks.giving import note, put_on_shelf
from tasks.wiring import UsageError
from tests.prepared import prepare
from tests.tasks.home import ME, NOW, Home, event, missing
from tests.tasks.running import Said, environ, said
from worker.core.giving.note import NoteKind
from worker.core.giving.shelf import ShelfKind, Thing
from worker.core.giving.week import iso_week
from worker.core.nudge import GiftKind, NudgeState
from worker.store import feeds

DAY = timedelta(days=1)
NAMES = ("ada", "bob", "cleo", "dora", "egon", "fritz", "gwen", "hugo", "ines", "jan", "kim", "lea")


def appointments(days_ago: range, hours: int) -> list[str]:
    """Busy time of one's own, on some days."""
    return [
        event(f"own-{n}", NOW - n * DAY, title="Writing").replace("DURATION:PT1H", f"DURATION:PT{hours}H")
        for n in days_ago
    ]


def test_what_stands_on_the_shelf_comes_with_the_nudge(home: Home) -> None:
    """B11: as its gift, or beside it where another just had it."""
    put_on_shelf(home.house, [Thing(kind=ShelfKind.BOOK, text="The Backyard Beekeeper", topics=("bees",))])
    home.add(home.write("work.ics", *missing("ada", "bob", title="Bees")))

    home.live()

    texts = [each.nudge.gift.text + str(each.nudge.more_gifts) for each in home.nudges()]
    assert len(texts) == 2
    assert all("The Backyard Beekeeper" in text for text in texts)


def test_a_file_of_things_counts_beside_the_shelf(tmp_path: Path) -> None:
    """B11: a broken file stops nothing."""
    file = tmp_path / "shelf.toml"
    file.write_text('[[thing]]\nkind = "book"\ntext = "A hive in winter"\ntopics = ["bees"]')
    home = Home(tmp_path, shelf=str(file))
    home.add(home.write("work.ics", *missing("ada", title="Bees")))
    home.live()
    first = home.nudges()

    file.write_text("[[thing")
    home.write("work.ics", *missing("ada", "bob", title="Bees"))
    home.settle(Kind.POLL)
    home.do(Kind.POLL, 1)
    home.live()

    assert "A hive in winter" in str(first[0].nudge.gift)
    assert len(home.nudges()) == 2
    home.house.close()


def test_a_noted_ask_brings_a_kind_line_at_once(home: Home) -> None:
    """B2: the next look makes it, in the words of no ask."""
    home.add(home.write("work.ics", event("x", NOW - 400 * DAY, "ada@example.com")))
    home.live()

    note(home.house, NoteKind.ASK, "ada@example.com", "a reference")
    home.live()

    (nudge,) = home.nudges()
    assert nudge.nudge.reason == "ask"
    assert "reference" not in str(nudge)


def test_a_line_before_a_meeting_that_asks_is_not_withdrawn_by_it(home: Home) -> None:
    """B2: they are about to meet, and that is why."""
    home.add(
        home.write(
            "work.ics",
            event("x", NOW - 400 * DAY, "ada@example.com"),
            event("y", NOW + 8 * DAY, "ada@example.com", title="Ask Ada a favour"),
        )
    )
    home.live()
    home.now += DAY
    home.live()

    assert [(each.nudge.reason, each.state) for each in home.nudges()] == [("ask", NudgeState.OPEN)]


def test_a_journey_in_the_users_calendar_leads_to_whom_they_met_there(home: Home) -> None:
    """A4: nobody else is in that event."""
    met = event("x", NOW - 400 * DAY, "ada@example.com").replace("SUMMARY", "LOCATION:Lisboa\r\nSUMMARY")
    flight = event("f", NOW + 20 * DAY, title="Flight to Lisbon")
    home.add(home.write("work.ics", met, flight))

    home.live()

    assert [each.nudge.reason for each in home.nudges()] == ["trip"]
    home.write("work.ics", met)
    home.poll(1)
    home.live()
    assert home.rows("SELECT place FROM bookings WHERE place <> ''") == []


def test_an_open_event_in_the_users_calendar_is_shared(home: Home) -> None:
    """A1: nobody else is in it; what it is about connects them. Gone from the calendar, it is gone."""
    fair = event("fair", NOW + 20 * DAY, title="Beekeeping fair")
    home.add(home.write("work.ics", *missing("ada", title="Beekeeping"), fair))

    home.live()

    (nudge,) = home.nudges()
    assert nudge.nudge.gift.kind is GiftKind.INVITE
    assert "“Beekeeping fair”" in nudge.nudge.gift.text
    assert home.rows("SELECT title FROM bookings WHERE title <> ''") == [("Beekeeping fair",)]
    home.write("work.ics", *missing("ada", title="Beekeeping"))
    home.poll(1)
    home.live()
    assert home.rows("SELECT title FROM bookings WHERE title <> ''") == []


def test_a_full_week_takes_fewer(home: Home) -> None:
    """B3: the budget of three shrinks to one; weeks of one hour, then a week of twenty."""
    usual = appointments(range(7, 91, 7), 1)
    full = [
        event(f"full-{n}", NOW + n * DAY, title="Workshop").replace("DURATION:PT1H", "DURATION:PT5H")
        for n in range(4)
    ]
    home.add(home.write("work.ics", *missing(*NAMES), *usual, *full))

    home.live()

    this_week = [each for each in home.nudges() if iso_week(each.nudge.on) == iso_week(NOW.date())]
    assert len(this_week) == 1


def test_after_a_pause_there_is_no_flood(home: Home) -> None:
    """B3: eight weeks without a look, and the week after has its budget, no more."""
    home.add(home.write("work.ics", *missing(*NAMES)))
    home.live()
    home.now += 56 * DAY

    for _ in range(10):
        home.live()
        home.now += DAY

    weeks = Counter(iso_week(each.nudge.on) for each in home.nudges())
    assert max(weeks.values()) <= 3
    assert not any(NOW + 10 * DAY < day_of(each.nudge.on) < NOW + 55 * DAY for each in home.nudges())


def test_after_an_outage_there_is_no_flood(home: Home) -> None:
    """B3: a paused calendar that comes back brings nobody all at once."""
    feed = home.add(home.write("work.ics", *missing(*NAMES)))
    home.live()
    with home.house.database.write() as conn:
        feeds.pause(conn, home.user_id, feed)
    home.now += 40 * DAY
    home.suggest()
    add_feed(home.house, str(home.folder / "work.ics"))

    for _ in range(10):
        home.live()
        home.now += DAY

    weeks = Counter(iso_week(each.nudge.on) for each in home.nudges())
    assert max(weeks.values()) <= 3


def day_of(day: object) -> datetime:
    return datetime.combine(day, NOW.timetz())  # type: ignore[arg-type]  # a date


# The commands


Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    env = environ(prepare(tmp_path / "data"))
    return lambda *arguments: said(*arguments, env=env)


def test_the_shelf_is_filled_shown_and_emptied(run: Run, tmp_path: Path) -> None:
    """B11: add, list, import, remove."""
    file = tmp_path / "mine.toml"
    file.write_text('[[thing]]\nkind = "link"\ntext = "Bread"\nlink = "https://example.org/bread"')

    added = run(
        "shelf", "add", "book", "The Backyard Beekeeper", "--topics", "bees, honey", "--link", "example.org/b"
    )
    imported = run("shelf", "import", file)
    listed = run("shelf", "list", "--format", "json")
    removed = run("shelf", "remove", "1")

    assert [each.code for each in (added, imported, listed, removed)] == [0, 0, 0, 0]
    assert imported.lines == ["1 thing of mine.toml stands on the shelf."]
    assert [thing["text"] for thing in listed.body] == ["The Backyard Beekeeper", "Bread"]
    assert listed.body[0]["topics"] == ["bees", "honey"]
    assert [thing["link"] for thing in listed.body] == ["https://example.org/b", "https://example.org/bread"]
    assert "Bread" in run("shelf", "list").out.decode()
    assert "Beekeeper" not in run("shelf", "list").out.decode()


def test_news_has_a_list_of_its_own(run: Run) -> None:
    """B4: it is no thing to hand over."""
    run("news", "add", "I have moved to Leipzig", "--topics", "leipzig")

    assert [thing["kind"] for thing in run("news", "list", "--format", "json").body] == ["news"]
    assert run("shelf", "list", "--format", "json").body == []


@pytest.mark.parametrize(
    ("arguments", "code", "what"),
    [
        (("shelf", "add", "boat", "x"), 2, "choose one of skill, hours, link, book, person"),
        (("shelf", "add", "book", "\x07"), 2, "nothing to put on the shelf"),
        (
            ("shelf", "add", "book", "Bees", "--link", "on my desk"),
            2,
            "where Bees can be found begins with https://",
        ),
        (("shelf", "remove", "7"), 1, "nothing with the number 7"),
        (("shelf", "import", "nowhere.toml"), 1, "nowhere.toml cannot be read"),
        (("news", "remove", "7"), 1, "nothing with the number 7"),
        (("note", "ask", "Nobody", "x"), 1, "Nobody is called Nobody"),
        (("note", "remove", "7"), 1, "no note with the number 7"),
    ],
)
def test_each_failure_is_one_sentence(run: Run, arguments: tuple[str, ...], code: int, what: str) -> None:
    """It names the thing and the remedy."""
    failed = run(*arguments)

    assert failed.code == code
    assert what in failed.err
    assert failed.err.count("\n") == 1


def test_notes_are_kept_listed_and_forgotten(run: Run, tmp_path: Path) -> None:
    """B2, B8: an ask for somebody else, and an offer that stays open."""
    card = tmp_path / "ada.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Ada Lovelace\nEMAIL:ada@example.org\nEND:VCARD\n")
    run("import", card)

    asked = run("note", "ask", "Ada", "a reference", "--for", "Ben")
    offered = run("note", "offer", "Ada", "my old telescope")
    listed = run("note", "list", "--format", "json").body
    run("note", "remove", "1")

    assert "for Ben" in asked.out.decode()
    assert "stays open" in offered.out.decode()
    assert [(each["kind"], each["person"], each["for"]) for each in listed] == [
        ("ask", "Ada Lovelace", "Ben"),
        ("offer", "Ada Lovelace", None),
    ]
    assert len(run("note", "list", "--format", "json").body) == 1


def test_a_preview_knows_the_shelf_file(tmp_path: Path) -> None:
    """B11: without a store."""
    shelf = tmp_path / "shelf.toml"
    shelf.write_text('[[thing]]\nkind = "book"\ntext = "A hive in winter"\ntopics = ["bees"]')
    home = Home(tmp_path)
    calendar = home.write("work.ics", *missing("ada", title="Bees"))
    home.house.close()
    env = environ(prepare(tmp_path / "data"), SNOWDROP_SHELF=str(shelf))

    shown = said(
        "preview", calendar, "--me", ME, "--now", "2026-11-23T09:00:00Z", "--format", "json", env=env
    )

    assert "A hive in winter" in str(shown.body["nudges"])


def test_a_note_needs_words(home: Home) -> None:
    """Of an empty one nothing could ever be said."""
    with pytest.raises(UsageError, match="some words"):
        note(home.house, NoteKind.ASK, "ada", " ")
