"""learn: what instances, overrides, cancellations and replies say about events that share a UID."""

from datetime import timedelta

import pytest

from tests.tasks.home import ME, NOW, Home, event
from worker.store import people
from worker.store.people import KnownPerson

DAY = timedelta(days=1)
ADA, BOB, EVE = "ada@example.com", "bob@example.com", "eve@example.com"


def ties(home: Home) -> dict[str, KnownPerson]:
    with home.house.database.read() as conn:
        return {each.person.key: each for each in people.all_people(conn, home.user_id)}


@pytest.mark.parametrize(
    "named", [True, False], ids=["instances of a series that is not shown", "one UID for separate events"]
)
def test_what_leaves_the_window_of_a_shared_uid_took_place_all_the_same(home: Home, named: bool) -> None:
    """The feed shows some weeks, all under one UID: the past stays, and what vanished ahead is withdrawn."""

    def at(days: int) -> str:
        day = NOW + days * DAY
        return event("one", day, ADA, more=f"RECURRENCE-ID:{day:%Y%m%dT%H%M%SZ}\r\n" if named else "")

    mine = [event(f"mine-{n}", NOW - n * DAY, BOB) for n in range(20)]
    feed = home.add(home.write("work.ics", *mine, at(-60), at(-30), at(30), at(60)))
    home.read(feed)

    home.write("work.ics", *mine, at(-30), at(60))
    home.read(feed)

    assert [(touch.started_at - NOW).days for touch in home.touches()[ADA]] == [-60, -30, 60]
    assert ties(home)[ADA].tie.visits == 2


def test_an_override_that_cancels_a_past_instance_withdraws_it(home: Home) -> None:
    """Also where the calendar shows that instance alone."""
    day = NOW - 30 * DAY
    named = f"RECURRENCE-ID:{day:%Y%m%dT%H%M%SZ}\r\n"
    other = event("two", NOW - DAY, ADA)
    feed = home.add(home.write("work.ics", event("one", day, ADA, more=named), other))
    home.read(feed)

    home.write("work.ics", event("one", day, ADA, more=f"{named}STATUS:CANCELLED\r\n"), other)
    home.read(feed)

    assert [touch.event_uid for touch in home.touches()[ADA]] == ["two"]


def test_an_answer_to_one_instance_counts_for_that_one_alone(home: Home) -> None:
    """The series is accepted; one week she declines, one week the user does (PARTSTAT in an override)."""
    weeks = [NOW - n * 7 * DAY for n in (3, 2, 1)]
    series = event("one", weeks[0], ADA, more="RRULE:FREQ=WEEKLY;COUNT=3\r\n")
    hers, mine = (
        event("one", day, ADA, more=f"RECURRENCE-ID:{day:%Y%m%dT%H%M%SZ}\r\n").replace(
            f"ACCEPTED:mailto:{who}", f"DECLINED:mailto:{who}"
        )
        for day, who in ((weeks[1], ADA), (weeks[2], ME))
    )

    home.read(home.add(home.write("work.ics", series, hers, mine)))

    assert [touch.started_at for touch in home.touches()[ADA]] == [weeks[0]]


def test_a_cancelling_file_withdraws_what_it_names(home: Home) -> None:
    """METHOD:CANCEL for the whole calendar, without any STATUS (RFC 5546, 3.2.5)."""
    some = [event(f"e{n}", NOW - n * DAY, ADA) for n in range(3)]
    feed = home.add(home.write("work.ics", *some))
    home.read(feed)

    home.write("work.ics", "METHOD:CANCEL\r\n", *some)
    home.read(feed)

    assert home.touches() == {}


def test_an_instance_whose_series_is_shown_later_is_still_met_once(home: Home) -> None:
    """First the invitation to one day of it, then the whole series."""
    weeks = [NOW - n * 7 * DAY for n in (3, 2, 1)]
    one = event("one", weeks[1], ADA, more=f"RECURRENCE-ID:{weeks[1]:%Y%m%dT%H%M%SZ}\r\n")
    feed = home.add(home.write("work.ics", one))
    home.read(feed)

    home.write("work.ics", event("one", weeks[0], ADA, more="RRULE:FREQ=WEEKLY;COUNT=3\r\n"), one)
    home.read(feed)

    assert {touch.started_at for touch in home.touches()[ADA]} == set(weeks)
    assert ties(home)[ADA].tie.visits == 3


@pytest.mark.parametrize(("answer", "met"), [("ACCEPTED", {ADA, BOB}), ("DECLINED", {BOB})])
def test_a_reply_says_of_whom_it_comes_from_whether_they_come(home: Home, answer: str, met: set[str]) -> None:
    """METHOD:REPLY holds the organizer and the one attendee who answers (RFC 5546, 3.2.3)."""
    reply = event("one", NOW - DAY, ADA).replace(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ME}\r\n", "")
    reply = reply.replace("ACCEPTED", answer)
    home.write("mails/reply.ics", "METHOD:REPLY\r\n", reply)
    home.write("mails/request.ics", "METHOD:REQUEST\r\n", event("two", NOW - DAY, BOB))

    home.read(home.add(str(home.folder / "mails")))

    assert home.touches().keys() == met
