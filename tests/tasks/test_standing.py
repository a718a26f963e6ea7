"""What stands goes on being true: put off, wished well, left in peace by mistake, or joined by another calendar."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tasks import answering
from tasks.importing import import_cards
from tasks.wishing import end_rest, let_rest
from tests.tasks.home import NOW, Home, event, missing, monthly
from worker.core.nudge import GiftKind, Nudge, NudgeState
from worker.core.rest import Rest, RestKind
from worker.store import rests
from worker.store.nudges import StoredNudge

DAY = timedelta(days=1)
TODAY = NOW.date()
ADA = "ada@example.com"


def current(name: str) -> list[str]:
    """Somebody who was met every four weeks, until six weeks ago: nothing but a birthday speaks for a word."""
    return monthly(name, meetings=12, ended=42 * DAY)


def import_book(home: Home, name: str, born: date, *lines: str) -> None:
    """An address book with one of them, who has a birthday."""
    card = "".join(f"{line}\r\n" for line in lines)
    book = home.folder / "book.vcf"
    book.write_text(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name.title()} Lovelace\r\nEMAIL:{name}@example.com\r\n"
        f"BDAY:--{born:%m%d}\r\n{card}END:VCARD\r\n"
    )
    import_cards(home.house, book)


def the_one(home: Home) -> StoredNudge:
    (found,) = [each for each in home.nudges() if each.state is not NudgeState.WITHDRAWN]
    return found


def is_wished(stored: StoredNudge) -> bool:
    return stored.nudge.offers(GiftKind.CELEBRATE)


def waiting(home: Home) -> set[str]:
    return {each.nudge.person for each in home.nudges() if each.state is NudgeState.OPEN}


def rest(home: Home, name: str) -> int:
    """The number of the person who rests now, by mistake."""
    found = next(each.person_id for each in home.nudges() if each.nudge.person == f"{name}@example.com")
    with home.house.database.write() as conn:
        rests.begin(conn, home.user_id, found, Rest(until=date.max, kind=RestKind.DECEASED), home.now)
    return found


# Put off


def test_a_birthday_put_off_is_wished_late_while_that_is_kind(home: Home) -> None:
    """In two weeks nobody "has a birthday on Thursday"; on the tenth day after it a wish still comes."""
    birthday = TODAY + 3 * DAY
    import_book(home, "ada", birthday)
    home.add(home.write("work.ics", *current("ada")))
    home.live()
    first = the_one(home)

    answering.give(home.house, first.nudge.id, "later")
    home.live()
    put_off = the_one(home)

    assert (first.nudge.on, first.nudge.reason) == (birthday, "birthday")
    assert "has a birthday" in first.nudge.why
    assert birthday < put_off.nudge.on <= birthday + 10 * DAY
    assert put_off.state is NudgeState.LATER
    assert "has a birthday" not in put_off.nudge.why
    assert is_wished(put_off)


def test_undoing_gives_back_the_very_words_of_the_first_day(home: Home) -> None:
    """Whatever was said for the other day."""
    import_book(home, "ada", TODAY + 3 * DAY)
    home.add(home.write("work.ics", *current("ada")))
    home.live()
    first = the_one(home)
    answering.give(home.house, first.nudge.id, "later")
    home.live()

    answering.take_back(home.house, first.nudge.id)
    home.live()

    again = the_one(home)
    assert (again.nudge, again.state) == (first.nudge, NudgeState.OPEN)
    assert "has a birthday" in again.nudge.why


def test_a_silence_put_off_waits_in_words_for_its_day(home: Home) -> None:
    """Said once for the new day, and then left alone; another look changes nothing."""
    home.add(home.write("work.ics", *missing("ada")))
    home.live()
    first = the_one(home)
    home.now += 10 * DAY

    answering.give(home.house, first.nudge.id, "later")
    home.live()
    put_off = the_one(home)
    home.suggest()

    assert put_off.nudge.on == put_off.worded_on > first.nudge.on
    assert put_off.nudge.id == first.nudge.id
    assert "nine months" in put_off.nudge.why
    assert the_one(home) == put_off


def test_what_is_over_by_then_and_before_is_withdrawn(home: Home) -> None:
    """Thanks for a first meeting are not given a month late; and it does not come back with the next look."""
    long_ago = event("y", NOW - 500 * DAY, "bo@example.com", title="Tea")
    home.add(home.write("work.ics", long_ago, event("x", NOW - 9 * DAY, ADA, title="Tea")))
    home.live()
    first = the_one(home)
    home.now += 5 * DAY  # the last day on which the meeting is fresh

    answering.give(home.house, first.nudge.id, "later")
    home.live()
    home.suggest()

    assert first.nudge.reason == "thanks"
    assert [each.state for each in home.nudges()] == [NudgeState.WITHDRAWN]


# What an address book adds


@pytest.mark.parametrize("later", [timedelta(hours=1), timedelta(days=1)])
def test_a_book_that_comes_after_the_calendar_says_what_one_before_it_says(
    home: Home, tmp_path: Path, later: timedelta
) -> None:
    """The same day, a birthday wish, and the number to call: an hour later, and on the next day."""
    birthday = TODAY + 3 * DAY
    home.add(home.write("work.ics", *missing("ada")))
    home.live()
    alone = the_one(home)
    home.now += later

    import_book(home, "ada", birthday, "TEL:+49 30 1234567")
    home.live()
    home.suggest()

    (found,) = home.nudges()
    assert not is_wished(alone)
    assert found.nudge.on == birthday
    assert is_wished(found)
    assert found.nudge.name == "Ada Lovelace"
    assert found.nudge.phones == ("+49 30 1234567",)


def test_numbers_reach_what_waits_without_a_word_changed(home: Home) -> None:
    """A book without a birthday near the day."""
    import_book(home, "ada", TODAY + 100 * DAY)
    home.add(home.write("work.ics", *missing("ada")))
    home.live()
    before = the_one(home).nudge
    home.now += DAY

    import_book(home, "ada", TODAY + 100 * DAY, "TEL:+49 30 1234567")
    home.live()

    after = the_one(home).nudge
    assert (before.phones, after.phones) == ((), ("+49 30 1234567",))
    assert (after.on, after.why, after.gift, after.draft) == (
        before.on,
        before.why,
        before.gift,
        before.draft,
    )


# The first hours


@pytest.mark.slow
@pytest.mark.parametrize("is_answered", [False, True])
def test_calendars_added_one_by_one_come_to_what_all_at_once_come_to(
    tmp_path: Path, is_answered: bool
) -> None:
    """Whoever is missed most may stand in the last of them. What is planned after an answer is a draft again."""
    calendars = [missing("ada", "bob"), missing("cleo", "dora", "egon"), missing("fritz", "gwen", "hugo")]
    one_by_one, at_once = Home(tmp_path / "a"), Home(tmp_path / "b")
    for home in (one_by_one, at_once):
        if is_answered:
            home.add(home.write("before.ics", *missing("ina")))
            home.live()
            answering.give(home.house, the_one(home).nudge.id, "let_go")
            home.now += timedelta(minutes=1)
        for number, events in enumerate(calendars):
            home.add(home.write(f"{number}.ics", *events))
            if home is one_by_one:
                home.live()
                home.now += timedelta(minutes=20)
    at_once.now = one_by_one.now
    at_once.live()

    said = [[(each.nudge, each.state) for each in home.nudges()] for home in (one_by_one, at_once)]
    assert said[0] == said[1]
    assert len(said[0]) >= 3
    one_by_one.house.close()
    at_once.house.close()


def test_after_some_hours_a_plan_gives_way_no_more(home: Home) -> None:
    """It was seen by then, and thought about."""
    home.add(home.write("work.ics", *missing("ada", "bob", "cleo")))
    home.live()
    before = home.nudges()
    home.now += timedelta(hours=4)

    home.add(home.write("private.ics", *monthly("zoe", meetings=40, ended=400 * DAY)))
    home.live()

    assert set(before) <= set(home.nudges())


def let_go_and_undone(home: Home, nudge: Nudge) -> None:
    answering.give(home.house, nudge.id, "let_go")
    answering.take_back(home.house, nudge.id)


def resting_and_awake(home: Home, nudge: Nudge) -> None:
    let_rest(home.house, nudge.person, RestKind.SPACE, None)
    end_rest(home.house, nudge.person)


@pytest.mark.parametrize("say", [let_go_and_undone, resting_and_awake])
def test_the_first_answer_ends_the_draft(home: Home, say: Callable[[Home, Nudge], None]) -> None:
    """Undone or not: whoever answers one has read the others, too."""
    home.add(home.write("work.ics", *missing("ada", "bob", "cleo")))
    home.live()
    before = home.nudges()
    home.now += timedelta(minutes=20)
    say(home, before[0].nudge)

    home.add(home.write("private.ics", *monthly("zoe", meetings=40, ended=400 * DAY)))
    home.live()

    seen = {each.nudge.id for each in before}
    assert [each.nudge for each in home.nudges() if each.nudge.id in seen] == [each.nudge for each in before]
    assert [each.state for each in home.nudges() if each.nudge.id in seen] == [NudgeState.OPEN] * len(seen)


# A rest by mistake


def test_a_rest_taken_back_brings_the_nudge_back_into_a_full_week(home: Home) -> None:
    """On its day and in its words, as if nothing had been said."""
    home.add(home.write("work.ics", *missing("ada", "bob", "cleo", "dora", "egon")))
    home.live()
    home.now += DAY
    before = home.nudges()
    person_id = rest(home, before[0].nudge.person.partition("@")[0])
    home.suggest()
    meanwhile = waiting(home)

    with home.house.database.write() as conn:
        rests.end(conn, home.user_id, person_id, home.now.date(), home.now)
    home.suggest()

    assert before[0].nudge.person not in meanwhile
    assert [each.nudge for each in home.nudges()] == [each.nudge for each in before]
    assert waiting(home) == {each.nudge.person for each in before}


def test_a_meeting_that_ended_a_nudge_and_falls_through_brings_it_back(home: Home) -> None:
    """They were going to meet, and are not."""
    feed = home.add(home.write("work.ics", *missing("ada")))
    home.live()
    home.now += DAY
    home.write("work.ics", *missing("ada"), event("soon", NOW + 7 * DAY, ADA))
    home.read(feed)
    home.live()
    meanwhile = waiting(home)

    home.write("work.ics", *missing("ada"), event("soon", NOW + 7 * DAY, ADA, more="STATUS:CANCELLED\r\n"))
    home.read(feed)
    home.live()

    assert meanwhile == set()
    assert waiting(home) == {ADA}
