"""learn: what a feed's events say about whom the user meets, and that only what changed is looked at again."""

from datetime import timedelta
from pathlib import Path

import pytest

from tasks import learn, learnt, untied
from tasks.checkup import findings
from tasks.cli_feeds import _feed_lines
from tasks.duty import Kind
from tasks.learn import LEARN
from tests.tasks.home import ME, NOW, Home, event, killed_at_the_end, monthly
from worker.inbox.reading import slots
from worker.store import duties, events, people
from worker.store.events import NewEvent
from worker.store.people import KnownPerson

DAY = timedelta(days=1)
ADA, BOB, EVE = "ada@example.com", "bob@example.com", "eve@example.com"


def ties(home: Home) -> dict[str, KnownPerson]:
    with home.house.database.read() as conn:
        return {each.person.key: each for each in people.all_people(conn, home.user_id)}


def test_the_owner_is_found_and_is_nobody_they_meet(home: Home) -> None:
    """Who stands in every event is the user, and everyone else is met."""
    met = [event("a", NOW - DAY, ADA), event("b", NOW - 2 * DAY, BOB)]

    feed = home.add(home.write("work.ics", *met))
    home.read(feed)

    assert home.feed(feed).owners == (ME,)
    assert (
        f"yours by {ME}; if not, name your addresses in SNOWDROP_ME"
        in _feed_lines(home.feed(feed), home.house)[1]
    )
    assert home.touches().keys() == {ADA, BOB}
    assert ties(home)[ADA].tie.visits == 1


def test_a_feed_without_an_owner_says_nothing_and_asks_whose_it_is(home: Home) -> None:
    """A team's calendar, in which nobody stands in half of the events."""
    team = [
        event(f"t{n}", NOW - n * DAY, f"guest{n}@example.com", host=f"host{n}@example.com") for n in range(6)
    ]

    feed = home.add(home.write("team.ics", *team))
    home.read(feed)

    assert home.feed(feed).owners == ()
    assert home.touches() == {}
    named = "      no address of yours is known in it: name yours in SNOWDROP_ME"
    told = f"{named}, or say that it is somebody else's: `snowdrop theirs {feed}`"
    assert _feed_lines(home.feed(feed), home.house)[1:] == [told]


def test_nobody_asks_whose_a_calendar_without_people_is(home: Home) -> None:
    """Its titles tell of people; no address of the user's would tell more."""
    lines = event("a", NOW - DAY, title="Coffee with Ada").split("\r\n")
    alone = "\r\n".join(line for line in lines if "mailto:" not in line)
    feed = home.add(home.write("private.ics", alone))
    home.read(feed)

    assert len(_feed_lines(home.feed(feed), home.house)) == 1


def test_nobody_asks_whose_a_calendar_of_robots_and_birthdays_is(home: Home) -> None:
    """No address can be named for it, and it is the user's: its titles tell of whom they meet."""
    lines = event("a", NOW - DAY, title="Coffee with Ada").split("\r\n")
    robot = "\r\n".join(line for line in lines if "mailto:" not in line).replace(
        "SUMMARY", "ORGANIZER:mailto:noreply@council.example\r\nSUMMARY"
    )
    feed = home.add(home.write("council.ics", robot))
    home.read(feed)

    assert len(_feed_lines(home.feed(feed), home.house)) == 1
    assert all(each.is_well for each in findings(home.house) if "council" in each.sentence)


def test_only_changed_events_are_learnt_again(home: Home) -> None:
    """The rows of the others are the same rows as before."""
    some = [event(f"e{n}", NOW - n * DAY, ADA) for n in range(10)]
    feed = home.add(home.write("work.ics", *some))
    home.read(feed)
    before = set(home.rows("SELECT event_key, id FROM touches"))

    home.write("work.ics", some[0].replace("Coffee", "Tea"), *some[1:])
    home.read(feed)

    kept = before & set(home.rows("SELECT event_key, id FROM touches"))
    assert {key for key, _ in before - kept} == {"e0"}
    assert home.touches()[ADA][-1].title == "Tea"


def test_what_vanished_ahead_is_withdrawn_and_what_was_stays(home: Home) -> None:
    """A feed that shows only a window takes nothing past back."""
    past, ahead, other = event("p", NOW - DAY, ADA), event("f", NOW + DAY, ADA), event("o", NOW - DAY, BOB)
    feed = home.add(home.write("work.ics", past, ahead, other))
    home.read(feed)

    home.write("work.ics", other)
    home.read(feed)

    assert [touch.event_key for touch in home.touches()[ADA]] == ["p"]
    assert ties(home)[ADA].tie.visits == 1


def test_whoever_leaves_a_past_event_was_not_met(home: Home) -> None:
    """The invitation was corrected: whoever stands nowhere else is not known any more."""
    feed = home.add(home.write("work.ics", event("a", NOW - DAY, ADA, BOB)))
    home.read(feed)

    home.write("work.ics", event("a", NOW - DAY, BOB))
    home.read(feed)

    assert home.touches().keys() == {BOB}
    assert {who: known.tie.visits for who, known in ties(home).items()} == {BOB: 1}


def test_a_meeting_that_moved_moves_the_tie(home: Home) -> None:
    """The same event a month later; and another title changes nothing about the tie."""
    feed = home.add(home.write("work.ics", event("a", NOW - 60 * DAY, ADA), event("b", NOW - 90 * DAY, ADA)))
    home.read(feed)
    before = ties(home)[ADA].tie

    home.write("work.ics", event("a", NOW - 60 * DAY, ADA, title="Tea"), event("b", NOW - 90 * DAY, ADA))
    home.read(feed)
    renamed = ties(home)[ADA].tie
    home.write("work.ics", event("a", NOW - 30 * DAY, ADA, title="Tea"), event("b", NOW - 90 * DAY, ADA))
    home.read(feed)

    assert renamed == before
    assert before.last_met_on == (NOW - 60 * DAY).date()
    assert ties(home)[ADA].tie.last_met_on == (NOW - 30 * DAY).date()


def test_a_newly_found_own_address_judges_every_feed_again(home: Home) -> None:
    """The team's calendar knows the user only since their own one was read."""
    guests = [f"guest{n}@example.com" for n in range(6)]
    team = [
        event(f"t{n}", NOW - n * DAY, guest, host=f"host{n}@example.com") for n, guest in enumerate(guests)
    ]
    mine = event("mine", NOW - 9 * DAY, ME, EVE, host=ADA)
    home.read(home.add(home.write("team.ics", *team, mine)))
    before = home.touches()

    home.read(home.add(home.write("own.ics", event("a", NOW - DAY, BOB), event("b", NOW, BOB))))

    assert before == {}
    assert home.touches().keys() == {ADA, EVE, BOB}


def test_two_calendars_of_one_name_have_owners_of_their_own(home: Home) -> None:
    """Many calendars are called alike; the address known from one counts in the other."""
    home.read(home.add(home.write("one/work.ics", event("a", NOW - DAY, ADA), event("b", NOW, BOB))))
    team = [event(f"t{n}", NOW - n * DAY, f"g{n}@example.com", host=f"h{n}@example.com") for n in range(6)]

    home.read(home.add(home.write("two/work.ics", *team, event("mine", NOW - 9 * DAY, ME, host=EVE))))

    assert home.touches().keys() == {ADA, BOB, EVE}


def test_a_small_change_does_not_ask_again_whose_feed_it_is(home: Home) -> None:
    """One event of twenty is somebody else's now: that says nothing about the calendar."""
    some = [event(f"e{n}", NOW - n * DAY, ADA) for n in range(20)]
    feed = home.add(home.write("work.ics", *some))
    home.read(feed)

    home.write("work.ics", *some, event("new", NOW, BOB, host=EVE))
    home.read(feed)

    asked = home.rows("SELECT value FROM user_values WHERE key LIKE 'changed since whose:%'")
    assert asked == [("1",)]
    assert home.feed(feed).owners == (ME,)


def test_a_feed_that_became_somebody_elses_is_noticed(home: Home) -> None:
    """Another calendar stands at the same address now."""
    feed = home.add(home.write("work.ics", *(event(f"e{n}", NOW - n * DAY, ADA) for n in range(5))))
    home.read(feed)

    home.write("work.ics", *(event(f"x{n}", NOW - n * DAY, BOB, host=EVE) for n in range(9)))
    home.now += 2 * DAY
    home.read(feed)

    assert home.feed(feed).owners == (EVE,)
    assert BOB in home.touches()


def test_many_at_once_and_some_at_a_time_say_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large feed takes several transactions; whoever waits is tied once all is saved, one by one if need be."""
    met = [*monthly("ada", meetings=9, ended=30 * DAY), *monthly("bob", meetings=5, ended=90 * DAY)]
    known = []
    for at_once, tied_at_once in ((1000, 1000), (3, 1), (7, 2)):
        monkeypatch.setattr(learn, "_AT_ONCE", at_once)
        monkeypatch.setattr(untied, "_AT_ONCE", tied_at_once)
        home = Home(tmp_path / str(at_once))
        home.read(home.add(home.write("work.ics", *met)))
        known.append({key: (each.tie, each.state, each.person) for key, each in ties(home).items()})
        assert home.rows("SELECT key FROM user_values WHERE key LIKE 'untied:%'") == []
        home.house.close()

    assert known[0] == known[1] == known[2]
    assert known[0][ADA][0].visits == 9


def test_a_learning_that_is_killed_before_all_are_tied_is_taken_up_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All events are learnt by then, and one of two people still waits for their tie."""
    feed = home.add(home.write("work.ics", *monthly("ada", meetings=5, ended=DAY), event("b", NOW, BOB)))
    monkeypatch.setattr(learn, "_AT_ONCE", 3)
    monkeypatch.setattr(untied, "_AT_ONCE", 1)
    home.poll(feed)

    with killed_at_the_end(monkeypatch):
        home.do(Kind.LEARN, feed)
    tied_before = sum(known.tie.visits > 0 for known in ties(home).values())
    home.now += timedelta(seconds=LEARN.lease_seconds + 1)
    home.settle(Kind.LEARN)

    assert tied_before == 1
    assert {key: known.tie.visits for key, known in ties(home).items()} == {ADA: 5, BOB: 1}


def test_an_event_that_changes_while_it_is_learnt_is_learnt_once_more(home: Home) -> None:
    """What another reading saved meanwhile is not marked as learnt by the one before it."""
    feed = home.add(home.write("work.ics", event("a", NOW - DAY, ADA), event("b", NOW, ADA)))
    home.poll(feed)
    with home.house.database.write() as conn:
        read = events.unlearnt(conn, home.user_id, feed, 100)
        newer = NewEvent(event_key="a", fingerprint="newer", body=read[0].body, last_ends_at=None)
        events.save_many(conn, home.user_id, feed, [newer])

    with home.house.database.write() as conn:
        done = events.still_as_read(conn, home.user_id, feed, read)

    assert [body.id for body in read if body.event_key == "b"] == list(done)


def test_learning_twice_is_learning_once(home: Home) -> None:
    """Everything marked to be learnt again leaves the same people and ties."""
    feed = home.add(home.write("work.ics", *monthly("ada", meetings=6, ended=30 * DAY)))
    home.read(feed)
    before = (home.touches(), ties(home))

    with home.house.database.write() as conn:
        events.mark_unlearnt(conn, home.user_id, feed)
        duties.ring(conn, home.user_id, "learn", feed, home.now)
    home.settle(Kind.LEARN)

    assert (home.touches(), ties(home)) == before


def test_a_feed_of_endless_series_costs_no_more_than_an_honest_one(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands first is followed, the rest is passed over and said; four kilobytes fill no disk."""
    monkeypatch.setattr(learnt, "_ROOM", 500)
    monkeypatch.setattr(slots, "MOST_SLOTS", 500)
    some = [event(f"e{n}", NOW - DAY, ADA, more="RRULE:FREQ=MINUTELY\r\n") for n in range(20)]

    feed = home.add(home.write("work.ics", *some))
    home.read(feed)

    assert len(home.touches()[ADA]) == 2 * 500
    assert "its events repeat too often to follow them all" in (home.feed(feed).problem or "")
