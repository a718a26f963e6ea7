"""Removed: a calendar that goes with its history goes without a trace, and one that comes back tells all again."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tasks.exporting import export
from tasks.farewells import farewells_of
from tasks.feeding import remove_feed
from tasks.giving import note
from tasks.importing import import_cards
from tasks.tending import who_may_be_one
from tasks.wishing import let_rest, pin
from tests.tasks.home import LONG_AGO, ME, NOW, Home, event, missing, monthly
from tests.tasks.test_folder_owners import COLLEAGUES, WORK, meetings
from worker.core.giving.note import NoteKind
from worker.core.nudge import NudgeState
from worker.core.owner import Told
from worker.core.rest import RestKind
from worker.store import people

ADA, BOB, CAI = "ada@example.com", "bob@example.com", "cai@example.com"
DAY = timedelta(days=1)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path)
    yield home
    home.house.close()


def add(home: Home, name: str, *events: str) -> int:
    feed_id = home.add(home.write(name, *events))
    home.live()
    return feed_id


def remove(home: Home, name: str, *, with_history: bool = True) -> None:
    remove_feed(home.house, name, with_history=with_history)
    home.live()


def known(home: Home) -> set[str]:
    with home.house.database.read() as conn:
        return {each.person.key for each in people.all_people(conn, home.user_id)}


def nudged(home: Home) -> dict[str, NudgeState]:
    return {each.nudge.person: each.state for each in home.nudges()}


def test_whom_a_removed_calendar_alone_told_of_is_nobody_any_more(home: Home) -> None:
    """No question about them, no card of theirs, no nudge that quotes what stood there."""
    add(home, "keep.ics", *missing("ada"))
    add(home, "drop.ics", *missing("bob", "cai", title="Plan D2"))
    before = known(home)
    remove(home, "drop.ics")
    export(home.house, home.folder / "out")
    written = "".join(each.read_text("utf-8") for each in (home.folder / "out").iterdir() if each.is_file())

    assert before == {ADA, BOB, CAI}
    assert known(home) == {ADA}
    assert nudged(home) == {ADA: NudgeState.OPEN}
    assert not who_may_be_one(home.house)
    assert not any(trace in written for trace in ("bob", "cai", "Plan D2"))


def test_who_is_known_otherwise_stays(home: Home) -> None:
    """By a card, by a note, by a wish, by an answer, by another calendar."""
    guests = ["ada", "bob", "cai", "dan", "eli"]
    add(home, "drop.ics", *missing(*guests, title="Plan D2"))
    book = home.folder / "book.vcf"
    book.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Berg\r\nEMAIL:ada@example.com\r\nEND:VCARD\r\n")
    import_cards(home.house, book)
    note(home.house, NoteKind.OFFER, BOB, "a hand with the move")
    let_rest(home.house, CAI, RestKind.RESTING, None)
    pin(home.house, "dan@example.com", is_pinned=True)
    add(home, "keep.ics", *monthly("eli", meetings=3, ended=timedelta(days=900)))

    remove(home, "drop.ics")

    assert known(home) == {ADA, BOB, CAI, "dan@example.com", "eli@example.com"}
    assert all("Plan D2" not in each.nudge.why for each in home.nudges())


def test_a_death_of_which_a_removed_calendar_alone_told_is_none(home: Home) -> None:
    """A wrong calendar that was taken back silences nobody of one's own."""
    funeral, own = (
        event(uid, NOW - 100 * DAY, CAI, title=f"Funeral of {who}")
        for uid, who in (("f", "Bob Berg"), ("g", "Cai Ek"))
    )
    add(home, "keep.ics", *missing("ada"), own)
    add(home, "drop.ics", funeral, own)

    def told() -> list[str]:
        with home.house.database.read() as conn:
            return sorted(farewells_of(conn, home.user_id))

    before = told()
    remove(home, "drop.ics")

    assert before == ["Funeral of Bob Berg", "Funeral of Cai Ek"]
    assert told() == ["Funeral of Cai Ek"]


def test_whose_the_others_are_is_asked_anew(home: Home) -> None:
    """A folder that was the user's, until a calendar of somebody else told otherwise."""
    lunch = event("p", NOW - 9 * DAY, ADA, BOB, host="pia@lund.example")
    home.write("fold/one.ics", lunch)
    fold = home.add(str(home.folder / "fold"))
    home.live()
    first = home.feed(fold).owners
    add(home, "big.ics", *meetings(WORK, COLLEAGUES, events=24))
    second = home.feed(fold).parts
    remove(home, "big.ics")

    assert first == home.feed(fold).owners == ("pia@lund.example",)
    assert second == {"": Told.NOBODYS}
    assert known(home) == {ADA, BOB}


@pytest.mark.parametrize("more", ["", "RRULE:FREQ=MONTHLY;COUNT=3\r\n"])
def test_a_calendar_that_comes_back_tells_of_what_lies_ahead(home: Home, more: str) -> None:
    """Whoever will be met next week is not missed."""
    ahead = event("next", NOW + 8 * DAY, ADA, more=more)
    some = (*monthly("ada", meetings=12, ended=LONG_AGO), ahead)
    feed_id = add(home, "life.ics", *some)
    before = nudged(home)
    remove(home, "life.ics", with_history=False)
    between = nudged(home)
    home.now += DAY / 6  # so that it was read
    home.add(str(home.folder / "life.ics"))
    home.live()

    assert before == {}
    assert between == {ADA: NudgeState.OPEN}
    assert nudged(home) == {ADA: NudgeState.WITHDRAWN}
    assert any(touch.is_upcoming for touch in home.touches()[ADA])
    assert home.feed(feed_id).events == len(some)
    assert ME not in home.touches()


def test_a_meeting_that_was_ahead_counts_once_it_took_place(home: Home) -> None:
    """Also in a calendar that went and came back before."""
    ahead = event("next", NOW + 8 * DAY, ADA)
    add(home, "life.ics", *monthly("ada", meetings=12, ended=LONG_AGO), ahead)
    remove(home, "life.ics", with_history=False)
    home.add(str(home.folder / "life.ics"))
    home.live()
    home.now += 30 * DAY
    home.live()
    with home.house.database.read() as conn:
        (ada,) = people.all_people(conn, home.user_id)

    assert ada.tie.last_met_on == date(2026, 12, 1)
