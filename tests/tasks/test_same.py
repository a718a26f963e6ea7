"""Who is who outlives every reading: what the user said of two people holds until they say otherwise."""

from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from tasks.duty import Kind
from tasks.importing import import_cards
from tasks.tending import dismiss, merge, split, who_may_be_one
from tests.tasks.home import ME, NOW, Home, event
from tests.tasks.running import environ, said
from worker.core.identity.suggestion import Alike
from worker.core.nudge import NudgeState
from worker.store import events, people

ACME, BOB = "robert.baker@acme.example", "bob@initech.example"


def met(uid: str, days_ago: int, address: str, name: str) -> str:
    written = event(uid, NOW - timedelta(days=days_ago), address)
    return written.replace(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{address}",
                           f"ATTENDEE;PARTSTAT=ACCEPTED;CN={name}:mailto:{address}")  # fmt: skip


WORK = (met("1", 400, ACME, "Robert Baker"), met("2", 300, ACME, "Robert Baker"))
PRIVATE = (met("3", 90, BOB, "Bob Baker"), met("4", 30, BOB, "Bob Baker"))
MORE = (met("5", 50, "baker@acme.example", "Baker\\, Robert"),)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path, me=(ME,))


def read(home: Home) -> int:
    feed = home.add(home.write("work.ics", *WORK, *PRIVATE))
    home.read(feed)
    return feed


def read_all_again(home: Home, feed: int) -> None:
    with home.house.database.write() as conn:
        events.mark_unlearnt(conn, home.user_id, feed)
    home.do(Kind.LEARN, feed)


def days(home: Home) -> dict[str, int]:
    with home.house.database.read() as conn:
        return {each.person.key: each.tie.days_met for each in people.all_people(conn, home.user_id)}


def test_a_merge_and_its_split_outlive_a_full_reading(home: Home) -> None:
    """Read again from the first event on: one while they are one, two once they are parted."""
    feed = read(home)
    merge(home.house, ACME, BOB)
    read_all_again(home, feed)
    assert days(home) == {ACME: 4}

    split(home.house, ACME)
    assert days(home) == {ACME: 2, BOB: 2}
    read_all_again(home, feed)
    assert days(home) == {ACME: 2, BOB: 2}


def test_a_dismissed_pair_is_never_proposed_again(home: Home) -> None:
    """Proposed with its reasons once; not after the next reading either."""
    feed = read(home)
    (pair,) = who_may_be_one(home.house)
    assert (pair.one.key, pair.other.key) == (ACME, BOB)
    assert pair.reasons == (Alike.NICKNAME, Alike.FOLLOWED_ON)

    dismiss(home.house, BOB, ACME)
    read_all_again(home, feed)
    assert who_may_be_one(home.house) == []


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_feeds_changes_nobody(home: Home, order: tuple[int, ...]) -> None:
    """Two spellings at one firm are one person, whichever calendar came first."""
    calendars = [("a.ics", WORK), ("b.ics", PRIVATE), ("c.ics", MORE)]
    for name, written in (calendars[i] for i in order):
        home.read(home.add(home.write(name, *written)))

    with home.house.database.read() as conn:
        found = {
            each.person.key: (each.person.emails, each.tie) for each in people.all_people(conn, home.user_id)
        }
    assert {key: emails for key, (emails, _) in found.items()} == {
        ACME: (ACME, "baker@acme.example"),
        BOB: (BOB,),
    }
    assert {key: tie.days_met for key, (_, tie) in found.items()} == {ACME: 3, BOB: 2}


def test_two_who_sat_in_one_meeting_are_not_proposed(home: Home) -> None:
    """One human does not sit beside themselves."""
    together = met("6", 20, ACME, "Robert Baker").replace(
        "END:VEVENT", f"ATTENDEE;PARTSTAT=ACCEPTED;CN=Bob Baker:mailto:{BOB}\r\nEND:VEVENT"
    )
    home.read(home.add(home.write("work.ics", *WORK, *PRIVATE, together)))

    assert who_may_be_one(home.house) == []


def test_a_bare_name_is_merged_and_parted_again(home: Home) -> None:
    """Somebody of whom a card knows no address."""
    read(home)
    card = home.folder / "card.vcf"
    card.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ulf Zorn\r\nTEL:+49 3\r\nEND:VCARD\r\n")
    import_cards(home.house, card)
    before = home.rows("SELECT * FROM people ORDER BY id")
    merge(home.house, BOB, "name:ulf zorn")

    split(home.house, BOB)

    assert home.rows("SELECT * FROM people ORDER BY id") == before


def test_a_merge_does_not_lend_its_name_to_the_other_address(home: Home) -> None:
    """Another of that name, at the firm of whom was merged, is not joined for it."""
    third = met("9", 20, "r.baker@example.net", "Robert Baker")
    feed = home.add(home.write("work.ics", *WORK, met("8", 60, "tove@example.net", "Tove Ek"), third))
    home.read(feed)
    before = days(home)
    merge(home.house, ACME, "tove@example.net")
    read_all_again(home, feed)
    together = days(home)
    split(home.house, ACME)

    assert together == {ACME: 3, "r.baker@example.net": 1}
    assert days(home) == before


def test_one_silence_of_two_who_may_be_one_is_told_once(home: Home) -> None:
    """Of whoever was met last; once the user says that they are two, of both."""
    often = [met(f"o{n}", 700 - 7 * n, ACME, "Nina Voss") for n in range(12)]
    then = [met(f"t{n}", 500 - 30 * n, BOB, "Nina Voss") for n in range(6)]
    env = environ(home.folder / "data", SNOWDROP_ME=ME)
    home.add(home.write("first.ics", *often))
    home.live()
    first = waiting(home)
    home.add(home.write("then.ics", *then))
    home.live()
    asked, told = waiting(home), said("people", "--why", ACME, env=env).out.decode()
    dismiss(home.house, ACME, BOB)
    assert home.duty(Kind.SUGGEST, home.user_id).due_at == home.now
    home.now += timedelta(days=7)
    home.live()

    assert (first, asked) == ({ACME}, {BOB})
    assert "Somebody of that name was met since" in told
    assert "Somebody of that name was met since" not in said("people", "--why", ACME, env=env).out.decode()
    assert ACME in waiting(home)


def waiting(home: Home) -> set[str]:
    return {each.nudge.person for each in home.nudges() if each.state is NudgeState.OPEN}
