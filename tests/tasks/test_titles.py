"""Titles that name people: read in the store as on the command line, in whatever order feeds and cards come."""

from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from tasks.duty import Kind
from tasks.importing import import_cards
from tasks.proposing import proposals
from tests.tasks.home import ME, NOW, Home, calendar, event
from tests.tasks.running import environ, said
from worker.core.touch import Evidence
from worker.store import people

DAY = timedelta(days=1)
MARIA, TOM = "maria@example.com", "tom@example.com"


def alone(uid: str, starts_at: datetime, title: str) -> str:
    """As a published calendar has it: nobody stands in it."""
    when = f"DTSTART:{starts_at:%Y%m%dT%H%M%SZ}\r\nDURATION:PT1H\r\n"
    return f"BEGIN:VEVENT\r\nUID:{uid}\r\n{when}SUMMARY:{title}\r\nEND:VEVENT\r\n"


def named(uid: str, starts_at: datetime, address: str, name: str) -> str:
    """A meeting with one guest, who stands there with a name."""
    return event(uid, starts_at, address).replace(f":mailto:{address}", f";CN={name}:mailto:{address}")


PRIVATE = (
    alone("a", NOW - 10 * DAY, "Lunch with Maria"),
    alone("b", NOW - 9 * DAY, "Coffee with Zoë"),
    alone("c", NOW - 8 * DAY, "Dentist"),
    alone("d", NOW + 8 * DAY, "Dinner with Maria and Tom"),
)
WORK = (named("w", NOW - 30 * DAY, MARIA, "Maria Silva"), named("v", NOW - 40 * DAY, TOM, "Tom Miller"))
CARDS = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Kravic\r\nTEL:+49 30 5550100\r\nEND:VCARD\r\n"


def by_title(home: Home) -> list[tuple[str, str]]:
    """Who was met by the titles alone: key and title, by time."""
    found = [
        (t.started_at, who, t.title)
        for who, all_ in home.touches().items()
        for t in all_
        if t.evidence is Evidence.TITLE
    ]
    return [(who, title) for _, who, title in sorted(found)]


EVERYBODY = [
    (MARIA, "Lunch with Maria"),
    ("name:zoe kravic", "Coffee with Zoë"),
    (MARIA, "Dinner with Maria and Tom"),
    (TOM, "Dinner with Maria and Tom"),
]


@pytest.mark.parametrize("order", list(permutations(("private", "work", "cards"))))
def test_the_order_of_feeds_and_cards_does_not_matter(home: Home, order: tuple[str, ...]) -> None:
    """Titles are read again when somebody new may stand in them."""
    book = home.folder / "book.vcf"
    book.write_text(CARDS)

    for each in order:
        if each == "cards":
            import_cards(home.house, book)
            home.settle(Kind.LEARN)
        else:
            home.read(home.add(home.write(f"{each}.ics", *(PRIVATE if each == "private" else WORK))))

    assert by_title(home) == EVERYBODY


def test_only_titles_with_a_new_name_are_learnt_again(tmp_path: Path) -> None:
    """Cost follows the change: the dentist stays learnt."""
    home = Home(tmp_path, me=(ME,))
    home.read(home.add(home.write("private.ics", *PRIVATE)))
    work = home.add(home.write("work.ics", *WORK))
    home.poll(work)

    home.do(Kind.LEARN, work)

    assert home.rows("SELECT event_key FROM events WHERE learnt_at IS NULL ORDER BY id") == [("a",), ("d",)]
    home.house.close()


def test_a_second_maria_makes_the_first_uncertain(home: Home) -> None:
    """As if both had been known from the beginning."""
    home.read(home.add(home.write("private.ics", *PRIVATE)))
    home.read(home.add(home.write("work.ics", *WORK)))
    assert (MARIA, "Lunch with Maria") in by_title(home)

    home.read(home.add(home.write("more.ics", named("x", NOW - 50 * DAY, "mr@example.com", "Maria Rossi"))))

    assert by_title(home) == [(TOM, "Dinner with Maria and Tom")]


def test_a_title_makes_no_person(home: Home) -> None:
    """Who is only proposed is nobody yet."""
    home.read(home.add(home.write("private.ics", *PRIVATE)))

    with home.house.database.read() as conn:
        assert people.all_people(conn, home.user_id) == ()


def test_a_lunch_by_title_is_a_visit(home: Home) -> None:
    """It counts in the tie like any other meeting."""
    home.read(home.add(home.write("work.ics", *WORK)))
    home.read(home.add(home.write("private.ics", *PRIVATE)))

    with home.house.database.read() as conn:
        [maria] = people.find(conn, home.user_id, MARIA)
    assert maria.tie.days_met == 2
    assert maria.tie.last_met_on == (NOW - 10 * DAY).date()


def test_the_command_line_reads_titles_as_the_store_does(tmp_path: Path) -> None:
    """In either order of the sources, with the proposed ones explained."""
    for name, some in (("private.ics", PRIVATE), ("work.ics", WORK)):
        (tmp_path / name).write_bytes(calendar(*some))
    (tmp_path / "book.vcf").write_text(CARDS)
    knobs = ("--contacts", tmp_path / "book.vcf", "--now", NOW.isoformat(), "--format", "jsonl", "--explain")
    sources = [tmp_path / "private.ics", tmp_path / "work.ics"]

    one = said("touches", *sources, *knobs, env=environ(tmp_path / "data"))
    other = said("touches", *reversed(sources), *knobs, env=environ(tmp_path / "data"))

    assert one.out == other.out
    assert [
        (row["person"]["key"], row["title"]) for row in one.rows if row.get("evidence") == "title"
    ] == EVERYBODY


def test_somebody_unknown_is_explained_as_proposed(tmp_path: Path) -> None:
    """`--explain` says why they do not count."""
    (tmp_path / "private.ics").write_bytes(calendar(*PRIVATE))

    rows = said(
        "touches", tmp_path / "private.ics", "--now", NOW.isoformat(), "--format", "jsonl", "--explain",
        env=environ(tmp_path / "data"),
    ).rows  # fmt: skip

    named = [row for row in rows if row["because"] != "nobody"]
    assert {(row["person"]["name"], row["counted"], row["because"]) for row in named} == {
        ("Maria", False, "proposed"), ("Zoë", False, "proposed"), ("Tom", False, "proposed"),
    }  # fmt: skip
    assert {row["person"]["key"] for row in rows if row not in named} <= {""}


def test_a_name_is_asked_about_without_a_title_that_is_never_quoted(home: Home) -> None:
    """As without a private one."""
    titles = ("Therapy with Nadia", "Coffee with Zoë", "Dinner with Tom")
    events = [alone(each, NOW - 9 * DAY, each) for each in titles]
    private = events[2].replace("END:VEVENT", "CLASS:PRIVATE\r\nEND:VEVENT")
    home.read(home.add(home.write("own.ics", *events[:2], private)))

    assert {each.name: each.title for each in proposals(home.house) if each.name != "Nadia"} == {
        "Zoë": "Coffee with Zoë",
        "Tom": "",
    }
    assert "Therapy" not in " ".join(each.title for each in proposals(home.house))
