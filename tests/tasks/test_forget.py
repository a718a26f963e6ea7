"""Whom the user asks to forget is in no byte of the record, and comes back with no reading and no address book."""

from datetime import timedelta

import pytest

from tasks.duty import Kind
from tasks.forgetting import forget
from tasks.giving import note
from tasks.importing import import_cards
from tests.store.making import nudge
from tests.tasks.home import NOW, Home, event
from worker.core.giving.note import NoteKind
from worker.core.nudge import Gift, GiftKind, Proof
from worker.core.sentence import Sentence
from worker.store import events, letters, nudges, people

MARIA = "zuzanna.krol@example.com"
NAME = "Zuzanna Król"
TRACES = (b"zuzanna", b"kr\xc3\xb3l", b"krol", b"5550199")
"""Every spelling of her, in lower case; nothing else in these tests contains one of them."""
BOOK = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zuzanna Król\r\nEMAIL:zuzanna.krol@example.com\r\n"
    "EMAIL:zk@example.net\r\nTEL:+1 5550199\r\nBDAY:1980-05-05\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tom Berg\r\nEMAIL:tom@example.com\r\nEND:VCARD\r\n"
)


def years_with(title: str = "Coffee with Zuzanna", more: str = "") -> list[str]:
    """Monthly meetings of three, and one that only its title tells of."""
    long_ago = NOW - timedelta(days=300)
    met = [
        event(f"m{n}", long_ago - timedelta(days=28 * n), MARIA, "tom@example.com", title=title, more=more)
        for n in range(12)
    ]
    alone = (
        "BEGIN:VEVENT\r\nUID:t1\r\nDTSTART:20250105T180000Z\r\nDURATION:PT1H\r\n"
        "SUMMARY:Dinner with Zuzanna Król\r\nLOCATION:Zuzanna's place\r\nEND:VEVENT\r\n"
    )
    card = "CONTACT:Zuzanna Król\\, +1 5550199\\, zuzanna.krol@example.com\r\n"
    other = event("o1", long_ago, "tom@example.com", title="For Zuzanna Król: a present", more=card)
    return [*met, alone, other]


def lived(home: Home) -> int:
    book = home.folder / "book.vcf"
    book.write_text(BOOK)
    import_cards(home.house, book)
    feed_id = home.add(home.write("work.ics", *years_with()))
    home.live()
    with home.house.database.write() as conn:
        tom = people.find(conn, home.user_id, "tom@example.com")[0]
        introduction = nudge(
            "intro",
            person="tom@example.com",
            gift=Gift(kind=GiftKind.INTRODUCTION, text="Tom could meet Zuzanna"),
        )
        nudges.add_new(conn, home.user_id, [nudges.NewNudge(nudge=introduction, person_id=tom.id)], NOW)
        for key in ("2026-W01", "2026-W02"):
            written = letters.write(
                conn,
                home.user_id,
                home.house.vault,
                dedupe_key=key,
                message_id=key,
                payload=NAME.encode(),
                now=NOW,
            )
        letters.mark_handed(
            conn, letters.claim(conn, home.user_id, written.dedupe_key, NOW, 9) or written, NOW
        )
    return feed_id


def traces_in(home: Home) -> list[str]:
    """Where in the data folder, in whichever file, something of her stands."""
    return [
        f"{file.name}: {trace!r}"
        for file in (home.folder / "data").rglob("*")
        if file.is_file()
        for trace in TRACES
        if trace in file.read_bytes().lower()
    ]


def keys(home: Home) -> set[str]:
    return {str(key) for (key,) in home.rows("SELECT key FROM people")}


def test_the_raw_file_holds_nothing_of_a_forgotten_person(home: Home) -> None:
    """Not in rows, free pages, the journal or the write-ahead log; before, there was much of her."""
    lived(home)
    assert len(traces_in(home)) >= 3

    assert forget(home.house, "zuzanna")

    assert traces_in(home) == []
    assert keys(home) == {"tom@example.com"}


def test_others_keep_what_they_shared(home: Home) -> None:
    """Her name gives way to a gap in their titles; their meetings stay."""
    lived(home)
    before = len(home.touches()["tom@example.com"])

    forget(home.house, "zuzanna")

    after = home.touches()["tom@example.com"]
    assert len(after) == before
    assert {touch.title for touch in after} == {"Coffee with …", "For …: a present"}
    assert home.rows("SELECT gift_text FROM nudges WHERE id = 'intro'") == [("Tom could meet …",)]


def test_no_letter_keeps_its_content(home: Home) -> None:
    """One not yet sent is written anew; one that may have been is not sent again."""
    lived(home)

    forget(home.house, "zuzanna")

    assert home.rows("SELECT state, length(payload_sealed) FROM letters") == [("failed", 0)]


@pytest.mark.parametrize("how", ["again", "changed", "anew"])
def test_a_full_reading_does_not_bring_a_forgotten_person_back(home: Home, how: str) -> None:
    """Every event learnt again; every event changed at its source; the calendar removed and added again."""
    feed_id = lived(home)
    forget(home.house, "zuzanna")

    if how == "again":
        with home.house.database.write() as conn:
            events.mark_unlearnt(conn, home.user_id, feed_id)
        home.do(Kind.LEARN, feed_id)
    elif how == "changed":
        home.write("work.ics", *years_with("Tea with Zuzanna", more="SEQUENCE:7\r\nEXDATE:never\r\n"))
        home.read(feed_id)
        assert "“Tea with …”" in (home.feed(feed_id).problem or "")
    else:
        home.add(home.write("copy.ics", *years_with()))
    home.live()
    home.house.database.compact()

    assert keys(home) == {"tom@example.com"}
    assert traces_in(home) == []


def test_what_is_wrong_with_a_calendar_goes_on_being_told_without_a_forgotten_person(home: Home) -> None:
    """Neither what is kept of it nor what is kept next names them, and both are told in any language."""
    lived(home)
    feed_id = home.add(home.write(f"{NAME}.ics"))
    (home.folder / f"{NAME}.ics").unlink()
    home.poll(feed_id)
    before = home.feed(feed_id).problem or ""

    forget(home.house, "zuzanna")
    after = home.feed(feed_id).problem
    home.poll(feed_id)
    again = home.feed(feed_id).problem

    assert NAME in before
    assert after == again == before.replace(NAME, "…")
    assert isinstance(after, Sentence)
    assert isinstance(again, Sentence)
    assert traces_in(home) == []


def test_an_address_book_does_not_bring_a_forgotten_person_back(home: Home) -> None:
    """Nor under the other address that only the book knows of."""
    lived(home)
    forget(home.house, "zuzanna")

    import_cards(home.house, home.folder / "book.vcf")
    home.add(home.write("more.ics", event("x", NOW - timedelta(days=9), "zk@example.net")))
    home.live()
    home.house.database.compact()

    assert keys(home) == {"tom@example.com"}
    assert traces_in(home) == []


def test_a_namesake_with_another_address_is_somebody_else(home: Home) -> None:
    """The name decides only where there is no address."""
    lived(home)
    forget(home.house, "zuzanna")

    other = "ATTENDEE;PARTSTAT=ACCEPTED;CN=Zuzanna Król:mailto:z@example.edu\r\n"
    home.add(home.write("other.ics", event("y", NOW - timedelta(days=9), more=other)))
    home.live()

    assert "z@example.edu" in keys(home)


def test_a_note_for_a_forgotten_person_loses_the_name(home: Home) -> None:
    """What was noted about others stays, without her."""
    lived(home)
    note(home.house, NoteKind.ASK, "tom", "A job", for_whom=NAME)

    forget(home.house, "zuzanna")

    assert home.rows("SELECT text, for_whom FROM notes") == [("A job", "…")]


@pytest.mark.parametrize("how", ["kept", "read again", "added anew"])
def test_a_spouse_keeps_the_surname_that_both_bear(home: Home, how: str) -> None:
    """In whatever is kept, and in what the calendars say later."""
    both = "".join(
        f"ATTENDEE;PARTSTAT=ACCEPTED;CN={name} Tomczyk:mailto:{name.lower()}@example.com\r\n"
        for name in ("Bo", "Ada")
    )
    titles = ("Dinner with Bo Tomczyk", "Dinner with Bo & Ada Tomczyk", "Ada", "Ada & Bo Tomczyk")
    long_ago = NOW - timedelta(days=300)
    met = [
        event(f"b{n}", long_ago - timedelta(days=28 * n), more=both, title=titles[n % len(titles)])
        for n in range(12)
    ]
    feed_id = home.add(home.write("both.ics", *met))
    home.live()
    with home.house.database.write() as conn:
        bo = people.find(conn, home.user_id, "bo@example.com")[0]
        proofs = tuple(home.touches()["bo@example.com"])
        about = nudge(
            "bo",
            person="bo@example.com",
            name="Bo Tomczyk",
            headline="Bo Tomczyk comes to mind",
            evidence=tuple(
                Proof(event_uid=p.event_uid, started_at=p.started_at, title=p.title) for p in proofs
            ),
        )
        nudges.add_new(
            conn, home.user_id, [nudges.NewNudge(nudge=about, person_id=bo.id)], NOW - timedelta(days=1)
        )

    forget(home.house, "Ada Tomczyk")
    if how == "read again":
        home.write("both.ics", *(each.replace("DURATION", "SEQUENCE:7\r\nDURATION") for each in met))
        home.read(feed_id)
    elif how == "added anew":
        home.add(home.write("copy.ics", *met))
    home.live()

    with home.house.database.read() as conn:
        left = nudges.get(conn, home.user_id, "bo").nudge
    told = {"Dinner with Bo Tomczyk", "Dinner with Bo & …", "…", "… & Bo Tomczyk"}
    assert left.headline == "Bo Tomczyk comes to mind"
    assert {proof.title for proof in left.evidence} == told
    assert {touch.title for touch in home.touches()["bo@example.com"]} == told
    assert home.rows("SELECT name FROM people") == [("Bo Tomczyk",)]
