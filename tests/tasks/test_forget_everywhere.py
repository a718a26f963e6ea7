"""To forget reaches every column: each is planted with her, the new ones too, and none holds her afterwards.

A column that is added to the tables is planted here by itself: it either loses her words, or has to be named below with
the reason why they cannot stand there.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import JSON, Column, String, Text, column, insert, select, update

from tasks.duty import Kind
from tasks.forgetting import forget
from tasks.giving import note, put_on_shelf
from tasks.importing import import_cards
from tasks.tending import merge, note_met
from tests.store.making import nudge
from tests.tasks.home import ME, NOW, Home, event
from worker.core.answer import Answer
from worker.core.giving.note import NoteKind
from worker.core.giving.shelf import ShelfKind, Thing
from worker.core.sieve import GAP
from worker.store import answers, aside, clippings, letters, nudges, people, sheets, users, verdicts
from worker.store.tables.record import metadata

HER, ALSO_HER, NAME = "quirina.zyx@example.com", "qz@example.net", "Quirina Żyx"
TOLD = f"{NAME} ({HER})"
TRACES = ("quirina", "żyx", "zyx", "qz@", "5550173", "\\u017byx")
BOOK = (
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{NAME}\r\nEMAIL:{HER}\r\nTEL:+1 5550173\r\nEND:VCARD\r\n"
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Quirina Zyx-Old\r\nEMAIL:{ALSO_HER}\r\nEND:VCARD\r\n"
)

FIXED = {
    "users.timezone": "an IANA name",
    "users.language": "one of six codes",
    "user_values.key": "a word of ours, and a row's number",
    "feeds.address_hash": "a keyed hash",
    "cards.book": "a hash, or a word of ours",
    "feeds.kind": "a word of ours",
    "feeds.state": "a word of ours",
    "feeds.etag": "opaque, by the server",
    "feeds.last_modified": "a date, by the server",
    "feeds.body_hash": "a hash",
    "feeds.zone": "an IANA name",
    "sheets.mark": "opaque, by the server; or a hash",
    "events.fingerprint": "a hash",
    "cards.circle": "a word of ours",
    "people.card_circle": "a word of ours",
    "people.circle": "a word of ours",
    "people.rest_kind": "a word of ours",
    "people.state": "a word of ours",
    "people.zone": "an IANA name",
    "cards.zone": "an IANA name",
    "touches.zone": "an IANA name",
    "verdicts.kind": "a word of ours",
    "forgotten.hash": "a keyed hash",
    "touches.evidence": "a word of ours",
    "aside.zone": "an IANA name",
    "aside.evidence": "a word of ours",
    "perhaps.tells": "a word of ours",
    "feeds.whose": "a word of ours",
    "notes.kind": "a word of ours",
    "shelf.kind": "a word of ours",
    "nudges.id": "a hash",
    "nudges.state": "a word of ours",
    "nudges.gift_kind": "a word of ours",
    "nudges.channel": "a word of ours",
    "nudges.hours": "two times of day",
    "nudges.reason": "a word of ours",
    "answers.nudge_id": "a hash",
    "answers.answer": "a word of ours",
    "answers.previous_rest_kind": "a word of ours",
    "answers.previous_state": "a word of ours",
    "tokens.kind": "a word of ours",
    "tokens.hash": "a hash",
    "letters.dedupe_key": "a year and a week",
    "letters.message_id": "made of the week",
    "letters.state": "a word of ours",
    "duties.kind": "a word of ours",
}
"""What is never made of a person's words."""
OWN = {
    "people.key", "people.name", "people.phones", "people.first_email",
    "addresses.address", "verdicts.one", "verdicts.other",
    "verdicts.before",
    "touches.address", "touches.name", "perhaps.address", "aside.address",
    "nudges.person", "nudges.name", "nudges.emails", "nudges.phones",
}  # fmt: skip
"""Says who its row is about: it goes with the row. Another row may hold the same name, of a namesake."""
JSON_SHAPES: dict[str, Any] = {
    "nudges.more_gifts": [["hello", TOLD]],
    "nudges.evidence": [[TOLD, "2025-03-04T09:00:00+00:00", TOLD]],
    "feeds.owners": [HER, ME],
    "feeds.parts": {f"{NAME}.ics": "own"},
}
TEXT_SHAPES = {
    "user_values.value": '["To Quirina \\u017byx", {"quirina.zyx@example.com": 1}]',
    "events.body": f'{{"e":[{{"u":"{HER}","s":"20250304T090000Z","t":"{TOLD}","p":"{TOLD}","co":["{TOLD}"]}}]}}',
}


def lived(home: Home) -> int:
    """She stands wherever a person can: met, carded, merged, noted, on the shelf, in nudges, answers and letters."""
    book = home.folder / "book.vcf"
    book.write_text(BOOK)
    import_cards(home.house, book)
    long_ago = NOW - timedelta(days=300)
    met = [event(f"{HER}-{n}", long_ago - timedelta(days=28 * n), HER, "tom@example.com") for n in range(9)]
    home.write(f"folder/{NAME}.ics", *met, event("x", long_ago, HER, title=f"Funeral of {NAME}"))
    home.write("folder/tom.ics", event("o", long_ago, "tom@example.com", title=f"{NAME} moves"))
    feed_id = home.add(str(home.folder / "folder"))
    home.live()
    merge(home.house, HER, ALSO_HER)
    note_met(home.house, HER, NOW.date())
    note(home.house, NoteKind.ASK, "tom", f"Ask {NAME}", for_whom=NAME)
    put_on_shelf(home.house, [Thing(kind=ShelfKind.SKILL, text=f"What {NAME} taught", topics=(NAME,))])
    with home.house.database.write() as conn:
        tom, her = (people.find(conn, home.user_id, each)[0].id for each in ("tom@example.com", HER))
        hers = nudge("hers", person=HER, name=NAME, emails=(HER,), phones=("+1 5550173",))
        both = [
            nudges.NewNudge(nudge=nudge("toms"), person_id=tom),
            nudges.NewNudge(nudge=hers, person_id=her),
        ]
        nudges.add_new(conn, home.user_id, both, NOW)
        answers.give(conn, home.user_id, "toms", Answer.LATER, today=NOW.date(), now=NOW)
        letters.write(
            conn, home.user_id, home.house.vault,
            dedupe_key="2026-W01", message_id="w1", payload=NAME.encode(), now=NOW,
        )  # fmt: skip
        sheets.keep(conn, home.user_id, feed_id, {f"{NAME}.vcf": "m"})
        verdicts.say_apart(conn, home.user_id, [frozenset((HER, "tom@example.com"))])
        users.keep_value(conn, home.user_id, "zzz", "the last one")
        clipping = Thing(kind=ShelfKind.LINK, text="A hive", topics=("bees",), link="https://example.org/")
        clippings.replace_for_feed(conn, home.user_id, feed_id, [clipping], NOW.date())
        booking = {"user_id": home.user_id, "feed_id": feed_id, "event_id": 1, "place": "", "title": ""}
        booking |= {"started_at": NOW, "ended_at": NOW}
        conn.execute(insert(metadata.tables["bookings"]).values(booking))
        row = {key: booking[key] for key in ("user_id", "feed_id", "event_id", "started_at", "ended_at")}
        both = [row | {"address": each, "name": each, "title": each} for each in (HER, "tom@example.com")]
        conn.execute(insert(metadata.tables["perhaps"]), both)
        known = metadata.tables["people"]
        conn.execute(update(known).where(known.c.id == her).values(first_email=HER))
        seen = select(column("event_id")).select_from(metadata.tables["touches"])
        for uid in (f"{HER}-8", "o"):
            there = conn.scalars(seen.where(column("event_uid") == uid)).all()
            aside.put_aside(conn, home.user_id, feed_id, there)
    return feed_id


def columns() -> Iterator[Column[Any]]:
    """Whatever may hold words, in any table."""
    for table in metadata.sorted_tables:
        yield from (each for each in table.c if isinstance(each.type, String | Text | JSON))


def name_of(each: Column[Any]) -> str:
    return f"{each.table.name}.{each.name}"


def plant(home: Home) -> None:
    """Her words, in one row of each table that is not hers: the newest, so that keys stay one of a kind."""
    with home.house.database.write() as conn:
        tom = people.find(conn, home.user_id, "tom@example.com")[0].id
        for each in columns():
            name, table = name_of(each), each.table
            if name in FIXED or name in OWN:
                continue
            key = list(table.primary_key.columns)
            chosen = [table.c.person_id == tom] if "person_id" in table.c else []
            row = conn.execute(
                select(*key).where(*chosen).order_by(*(part.desc() for part in key)).limit(1)
            ).one()
            here = [part == value for part, value in zip(key, row, strict=True)]
            told = (
                JSON_SHAPES.get(name, [TOLD]) if isinstance(each.type, JSON) else TEXT_SHAPES.get(name, TOLD)
            )
            conn.execute(update(table).where(*here).values({each: told}))


def traces(home: Home) -> dict[str, list[str]]:
    """Column → where in it something of her stands."""
    found: dict[str, list[str]] = {}
    with home.house.database.read() as conn:
        for each in columns():
            told = [str(value) for value in conn.scalars(select(each))]
            if hits := [text for text in told if any(trace in text.casefold() for trace in TRACES)]:
                found[name_of(each)] = hits
    return found


def raw_traces(home: Home) -> list[str]:
    """In any file of the data folder: the database, its log and journal."""
    files = (each for each in (home.folder / "data").rglob("*") if each.is_file())
    return [
        f"{file.name}: {trace}"
        for file in files
        for trace in TRACES
        if trace.encode() in file.read_bytes().lower()
    ]


def test_no_column_of_any_table_holds_a_forgotten_person(home: Home) -> None:
    """Each that may name somebody is planted, and was seen to hold her before."""
    lived(home)
    plant(home)
    planted = {name_of(each) for each in columns()} - FIXED.keys()
    assert planted <= traces(home).keys(), "every column named here can hold her"

    assert forget(home.house, HER)

    assert traces(home) == {}
    assert raw_traces(home) == []


def test_what_the_columns_of_this_test_are_called_is_true() -> None:
    """A column that left the tables leaves the lists."""
    names = {name_of(each) for each in columns()}

    assert FIXED.keys() | OWN | JSON_SHAPES.keys() | TEXT_SHAPES.keys() <= names


def test_a_reading_does_not_bring_back_what_events_and_files_were_called(home: Home) -> None:
    """A file of a folder and a UID may hold a name: they are known by another from then on, and only once."""
    feed_id = lived(home)
    before = len(home.rows("SELECT id FROM events"))
    forget(home.house, HER)

    home.write(
        f"folder/{NAME}.ics",
        event(f"{HER}-0", NOW - timedelta(days=300), HER, "tom@example.com", title="New"),
    )
    home.read(feed_id)
    home.now += timedelta(days=2)
    home.read(feed_id)
    home.live()
    home.house.database.compact()

    assert traces(home) == {}
    assert raw_traces(home) == []
    assert len(home.rows("SELECT id FROM events")) == before
    assert GAP in str(home.rows("SELECT name FROM sheets"))


def test_a_name_that_only_a_merged_person_bore_is_forgotten_too(home: Home) -> None:
    """It stands in what undoing the merge would need; an address book does not bring it back."""
    lived(home)
    forget(home.house, HER)

    book = home.folder / "old.vcf"
    book.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Quirina Zyx-Old\r\nEND:VCARD\r\n")
    import_cards(home.house, book)

    assert traces(home) == {}


def test_two_things_that_become_the_same_stand_once(home: Home) -> None:
    """The shelf holds nothing twice."""
    lived(home)
    put_on_shelf(home.house, [Thing(kind=ShelfKind.SKILL, text="What … taught")])

    forget(home.house, HER)

    assert home.rows("SELECT text FROM shelf") == [("What … taught",)]


def test_a_nudge_on_an_event_of_a_folder_loses_the_given_name(home: Home) -> None:
    """Its proof names the event by the UID alone, without the file."""
    lived(home)
    table = metadata.tables["nudges"]
    toms = table.c.id == "toms"
    with home.house.database.write() as conn:
        uid = conn.scalar(
            select(metadata.tables["touches"].c.event_uid).where(column("address") == HER).limit(1)
        )
        proof = [[uid, "2025-03-04T09:00:00+00:00", "Tea with Quirina"]]
        conn.execute(update(table).where(toms).values(evidence=proof))

    forget(home.house, HER)

    with home.house.database.read() as conn:
        ((_, _, title),) = conn.scalar(select(table.c.evidence).where(toms)) or []
    assert title == "Tea with …"


def test_learning_all_again_does_not_bring_a_forgotten_person_back(home: Home) -> None:
    """From the bodies as they are kept now."""
    feed_id = lived(home)
    forget(home.house, HER)
    with home.house.database.write() as conn:
        conn.exec_driver_sql("UPDATE events SET learnt_at = NULL")

    home.do(Kind.LEARN, feed_id)
    home.live()

    assert traces(home) == {}
