"""An export holds everything that is the user's, in formats that others read and that Snowdrop reads back."""

import csv
import json
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.exporting import export
from tasks.feeding import add_feed
from tasks.forgetting import forget
from tasks.giving import note, put_on_shelf, shelf_of
from tasks.importing import import_cards
from tasks.leaving import go_away
from tasks.tending import dismiss, note_met
from tasks.wiring import UsageError
from tasks.wishing import let_rest, pin
from tests.prepared import prepare
from tests.tasks.home import ME, NOW, Home, event, monthly
from tests.tasks.running import environ, said
from worker.core.giving.note import NoteKind
from worker.core.giving.shelf import ShelfKind, Thing
from worker.core.person import Birthday, Person
from worker.core.rest import RestKind
from worker.inbox.cards.addressbook import cards_in
from worker.inbox.shelf_file import things_in
from worker.outbox.as_shelf import shelf_text
from worker.outbox.as_vcard import vcards

BOOK = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Berg\r\nEMAIL:ada@example.com\r\nTEL:+49 30 1\r\nBDAY:1980-02-29\r\n"
    "END:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë d’Été\\, PhD\r\nTEL:12\r\nBDAY:--0405\r\nEND:VCARD\r\n"
)
FILES = {
    "people.vcf", "people.json", "meetings.csv", "nudges.json", "nudges.ics", "answers.json", "notes.json",
    "shelf.toml", "feeds.json", "said.json",
}  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """A life with something of everything."""
    made = Home(tmp_path)
    book = made.folder / "book.vcf"
    book.write_text(BOOK)
    import_cards(made.house, book)
    made.add(made.write("work.ics", *monthly("ada", meetings=12, ended=timedelta(days=240))))
    private = event("p", NOW - timedelta(days=9), "bo@example.com", title="Secret", more="CLASS:PRIVATE\r\n")
    made.add(made.write("own.ics", private))
    add_feed(made.house, "https://me:topsecret@calendar.example.org/token-0815/work.ics")
    made.settle()
    made.house.ring_now()
    yield made
    made.house.close()


def body(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text("utf-8"))


def live_on(home: Home) -> None:
    for feed_id in (1, 2):
        home.read(feed_id)
    home.house.database.compact()


def test_everything_is_there(home: Home, tmp_path: Path) -> None:
    """People with what was said of them, meetings, nudges, notes, the shelf, calendars, decisions."""
    live_on(home)
    note_met(home.house, "ada", date(2026, 1, 2))
    note(home.house, NoteKind.ASK, "ada", "A favour", for_whom="Tom")
    put_on_shelf(home.house, [Thing(kind=ShelfKind.SKILL, text='Beekeeping "for all"', topics=("bees",))])
    let_rest(home.house, "bo", RestKind.SPACE, None)
    pin(home.house, "ada", is_pinned=True)
    dismiss(home.house, "ada", "bo")
    go_away(home.house, date(2026, 3, 1), date(2026, 4, 1))
    folder = tmp_path / "out" / "export"

    assert set(export(home.house, folder)) == FILES == {each.name for each in folder.iterdir()}

    people = {each["key"]: each for each in body(folder, "people.json")}
    assert (people["bo@example.com"]["rest_as"], people["ada@example.com"]["pinned"]) == ("space", True)
    assert body(folder, "notes.json") == [
        {
            "person": "ada@example.com",
            "kind": "ask",
            "text": "A favour",
            "for": "Tom",
            "noted_on": "2026-11-23",
        }
    ]
    assert body(folder, "said.json")["away"] == [["2026-03-01", "2026-04-01"]]
    assert body(folder, "said.json")["apart"] == [["ada@example.com", "bo@example.com"]]
    met = list(csv.DictReader((folder / "meetings.csv").open(encoding="utf-8", newline="")))
    assert [each["person"] for each in met].count("ada@example.com") == 13
    assert {each["title"] for each in met if each["person"] == "bo@example.com"} == {""}
    assert folder.stat().st_mode & 0o077 == 0


def test_nudges_and_answers_are_there(home: Home, tmp_path: Path) -> None:
    """As data, and those that wait as a calendar."""
    home.house.ring_now()
    with home.house.database.write() as conn:
        conn.exec_driver_sql("DELETE FROM feeds WHERE kind = 'http'")
    live_on(home)
    home.suggest()

    export(home.house, tmp_path / "out")

    (nudge,) = [each for each in body(tmp_path / "out", "nudges.json") if each["person"] == "ada@example.com"]
    calendar = icalendar.Calendar.from_ical((tmp_path / "out" / "nudges.ics").read_bytes())
    assert nudge["state"] == "open"
    assert nudge["headline"] in [str(each["summary"]) for each in calendar.walk("VEVENT")]


def test_no_credential_and_nobody_forgotten_is_in_it(home: Home, tmp_path: Path) -> None:
    """Neither addresses of calendars, nor tokens, nor hashes, nor private titles."""
    live_on(home)
    forget(home.house, "bo")

    export(home.house, tmp_path / "out")

    whole = b"".join(each.read_bytes() for each in (tmp_path / "out").iterdir())
    hashes = [str(each).encode() for (each,) in home.rows("SELECT hash FROM forgotten")]
    for secret in (
        b"topsecret",
        b"token-0815",
        b"bo@example.com",
        b"Secret",
        str(tmp_path).encode(),
        *hashes,
    ):
        assert secret not in whole


def test_what_was_exported_can_be_imported(home: Home, tmp_path: Path) -> None:
    """People and shelf come back as they were."""
    put_on_shelf(home.house, [Thing(kind=ShelfKind.BOOK, text="On bees", link="https://example.org/")])
    export(home.house, tmp_path / "out")
    other = Home(tmp_path / "other")

    book = import_cards(other.house, tmp_path / "out" / "people.vcf")
    put_on_shelf(other.house, things_in((tmp_path / "out" / "shelf.toml").read_bytes(), name="shelf.toml"))

    assert book.losses == []
    with home.house.database.read() as one, other.house.database.read() as two:
        columns = (
            "SELECT key, name, phones, birthday_month, birthday_day, birthday_year FROM people ORDER BY key"
        )
        assert other.rows(columns) == home.rows(columns)
        assert shelf_of(other.house, two) == shelf_of(home.house, one)
    assert len(book.cards) == 2
    other.house.close()


@pytest.mark.parametrize("taken", ["file", "folder"])
def test_a_place_that_is_taken_is_left_alone(home: Home, tmp_path: Path, taken: str) -> None:
    """One sentence; nothing is overwritten, and nothing is left beside it."""
    place = tmp_path / "out"
    if taken == "folder":
        place.mkdir()
    (place / "mine" if taken == "folder" else place).write_text("mine")
    before = sorted(tmp_path.iterdir())

    with pytest.raises(UsageError, match="is not an empty folder"):
        export(home.house, place)

    assert sorted(tmp_path.iterdir()) == before


def test_an_export_appears_whole_or_not_at_all(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills in the middle leaves nothing behind."""
    (tmp_path / "out").mkdir()
    before = sorted(tmp_path.iterdir())
    whole = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "shelf.toml":
            raise OSError(28, "No space left on device")
        return whole(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)

    with pytest.raises(UsageError, match="no space left"):
        export(home.house, tmp_path / "out")

    assert sorted(tmp_path.iterdir()) == before
    assert list((tmp_path / "out").iterdir()) == []


def test_the_command_says_what_it_wrote(tmp_path: Path) -> None:
    """And refuses in a sentence."""
    env = environ(prepare(tmp_path / "data"))
    first, second = (said("export", tmp_path / "out", env=env) for _ in range(2))

    assert (first.code, second.code) == (0, 2)
    assert b"people.vcf" in first.out
    assert second.err.count("\n") == 1


TEXT = st.text(max_size=120).filter(lambda text: text.isprintable() and text == " ".join(text.split()))
NAMES = TEXT.filter(lambda text: text and "@" not in text and any(char.isalpha() for char in text))


@pytest.mark.slow
@given(
    names=st.lists(NAMES, min_size=1, max_size=4, unique=True),
    born=st.dates(date(1900, 1, 1), date(2020, 1, 1)),
    has_year=st.booleans(),
)
def test_every_name_comes_back_from_its_card(names: list[str], born: date, has_year: bool) -> None:
    """Folded, escaped, of any script."""
    birthday = Birthday(month=born.month, day=born.day, year=born.year if has_year else None)
    made = [
        Person(
            key=f"{n}@example.org",
            name=name,
            emails=(f"{n}@example.org",),
            phones=("+1 2",),
            birthday=birthday,
        )
        for n, name in enumerate(names)
    ]
    data = vcards(made)

    cards = cards_in(data, name="people.vcf").cards

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert [(each.emails, each.phones, each.birthday) for each in cards] == [
        (each.emails, each.phones, each.birthday) for each in made
    ]
    assert [each.name for each in cards] == [each.name for each in made]


@pytest.mark.slow
@given(texts=st.lists(TEXT.filter(bool), max_size=4), topics=st.lists(TEXT, max_size=3))
def test_every_thing_comes_back_from_its_shelf(texts: list[str], topics: list[str]) -> None:
    """Quotes, backslashes, any script."""
    things = [
        Thing(kind=ShelfKind.SKILL, text=text, topics=tuple(topics), link="", added_on=date(2026, 1, 2))
        for text in texts
    ]

    written = shelf_text(things)

    assert list(things_in(written.encode(), name="shelf.toml")) == things
    assert len(tomllib.loads(written).get("thing", [])) == len(things)


def test_a_meeting_is_exported_once_and_a_strangers_invitation_is_none(tmp_path: Path) -> None:
    """As `touches` and `people` have it, from however many calendars."""
    home = Home(tmp_path)
    tea = event("tea", NOW - timedelta(days=1), "ada@example.com")
    cold = event("cold", NOW - timedelta(days=2), ME, host="sven@example.com").replace(
        f"PARTSTAT=ACCEPTED:mailto:{ME}", f"PARTSTAT=NEEDS-ACTION:mailto:{ME}"
    )
    for name in ("one.ics", "two.ics"):
        home.read(home.add(home.write(name, tea, cold)))
    export(home.house, tmp_path / "out")
    met = list(csv.DictReader((tmp_path / "out" / "meetings.csv").open(encoding="utf-8", newline="")))

    assert [(each["person"], each["title"]) for each in met] == [("ada@example.com", "Coffee")]
    home.house.close()
