"""Nudges: twice made is one, what is shown moves on a change only, and the week is counted honestly."""

from datetime import date, datetime, timedelta

import pytest

from tests.store.making import nudge, person, second_user
from worker.core.bond import PastNudge
from worker.core.nudge import GiftKind, NudgeState
from worker.store import nudges
from worker.store.database import Database
from worker.store.nudges import NewNudge, NoSuchNudgeError

HOUR = timedelta(hours=1)
DAY = date(2026, 11, 26)


@pytest.fixture
def ada(database: Database, user_id: int) -> int:
    with database.write() as conn:
        return person(conn, user_id, "ada@example.org", "Ada")


@pytest.fixture
def n1(database: Database, user_id: int, ada: int, now: datetime) -> str:
    with database.write() as conn:
        nudges.add_new(conn, user_id, [NewNudge(nudge=nudge(), person_id=ada)], now)
    return "n1"


def test_a_nudge_comes_back_as_it_was(
    database: Database, user_id: int, ada: int, n1: str, now: datetime
) -> None:
    """Every field; open, version 0."""
    with database.read() as conn:
        stored = nudges.get(conn, user_id, n1)

    assert (stored.nudge, stored.person_id, stored.state) == (nudge(), ada, NudgeState.OPEN)
    assert (stored.published.sequence, stored.published.created_at, stored.published.changed_at) == (
        0,
        now,
        now,
    )


def test_making_a_nudge_twice_makes_one(
    database: Database, user_id: int, ada: int, n1: str, now: datetime
) -> None:
    """The first stays as it is; only the new ones are told."""
    with database.write() as conn:
        new = [nudge(headline="Other words"), nudge("n2")]
        added = nudges.add_new(
            conn, user_id, [NewNudge(nudge=each, person_id=ada) for each in new], now + HOUR
        )
        again = nudges.add_new(conn, user_id, [NewNudge(nudge=nudge("n2"), person_id=ada)], now)

        assert (added, again) == (("n2",), ())
        assert nudges.get(conn, user_id, n1).nudge == nudge()


def test_a_withdrawn_nudge_is_shown_as_such_for_two_days(
    database: Database, user_id: int, n1: str, now: datetime
) -> None:
    """Then it is gone from the subscription."""
    with database.write() as conn:
        nudges.change_state(conn, user_id, n1, NudgeState.WITHDRAWN, now + HOUR)
        at_once = nudges.publishable(conn, user_id, now + HOUR)
        later = nudges.publishable(conn, user_id, now + timedelta(hours=49))

    assert [(each.state, each.sequence, each.changed_at) for each in at_once] == [
        (NudgeState.WITHDRAWN, 1, now + HOUR)
    ]
    assert later == ()


def test_the_same_state_again_changes_nothing(
    database: Database, user_id: int, n1: str, now: datetime
) -> None:
    """Unchanged data is byte-identical outside."""
    with database.write() as conn:
        first = nudges.change_state(conn, user_id, n1, NudgeState.WITHDRAWN, now)

        assert nudges.change_state(conn, user_id, n1, NudgeState.WITHDRAWN, now + HOUR) == first


def test_the_week_counts_whatever_became_of_them(
    database: Database, user_id: int, ada: int, now: datetime
) -> None:
    """Monday to Sunday."""
    days = [date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 29), date(2026, 11, 30)]
    new = [NewNudge(nudge=nudge(f"n{day}", on=day), person_id=ada) for day in days]
    with database.write() as conn:
        nudges.add_new(conn, user_id, new, now)
        nudges.change_state(conn, user_id, f"n{days[1]}", NudgeState.WITHDRAWN, now)

        assert nudges.count_in_week(conn, user_id, date(2026, 11, 23)) == 2


def test_the_past_is_told_in_days_of_the_user(database: Database, user_id: int, ada: int, n1: str) -> None:
    """Half past eleven in the evening in UTC is tomorrow in Berlin."""
    evening = datetime.fromisoformat("2026-11-27T23:30:00+00:00")
    with database.write() as conn:
        nudges.add_new(
            conn, user_id, [NewNudge(nudge=nudge("n0", on=date(2026, 1, 1)), person_id=ada)], evening
        )
        nudges.change_state(conn, user_id, n1, NudgeState.LET_GO, evening)
        past = nudges.of_people(conn, user_id)[ada]

    assert [each.id for each in past] == ["n0", "n1"]
    assert past[0].closed_on is None
    assert past[1] == PastNudge(
        id="n1",
        on=DAY,
        reason="rhythm",
        gift_kind=GiftKind.QUESTION,
        gift_text="How did the move go?",
        channel="call",
        state=NudgeState.LET_GO,
        closed_on=date(2026, 11, 28),
        more_texts=("Just a hello.",),
    )


def test_nudges_of_others_are_neither_seen_nor_changed(
    database: Database, user_id: int, n1: str, now: datetime
) -> None:
    """By no function; the same id can be another's."""
    other = second_user(database)
    with database.write() as conn:
        them = person(conn, other, "ada@example.org")
        assert nudges.publishable(conn, other, now) == ()
        with pytest.raises(NoSuchNudgeError):
            nudges.change_state(conn, other, n1, NudgeState.DONE, now)

        assert nudges.add_new(conn, other, [NewNudge(nudge=nudge(), person_id=them)], now) == ("n1",)
        assert len(nudges.waiting(conn, user_id)) == 1
