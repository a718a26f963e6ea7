"""Duties: nothing due is lost, nothing is done twice, and poison is contained."""

from datetime import datetime, timedelta

import pytest

from tests.store.making import second_user
from worker.store import duties
from worker.store.database import Database
from worker.store.duties import Claim, Fenced

MINUTE = timedelta(minutes=1)


def ring(database: Database, user_id: int, at: datetime, subject_id: int = 7) -> int:
    """Rings and gives the duty's id."""
    with database.write() as conn:
        duties.ring(conn, user_id, "poll", subject_id, at)
        duty = duties.get(conn, user_id, "poll", subject_id)
    assert duty is not None
    return duty.id


def claim(database: Database, duty_id: int, now: datetime, lease_seconds: float = 30) -> Claim:
    with database.write() as conn:
        claim = duties.claim(conn, duty_id, now, lease_seconds)
    assert claim is not None
    return claim


def due_at(database: Database, user_id: int) -> datetime | None:
    with database.read() as conn:
        duty = duties.get(conn, user_id, "poll", 7)
    assert duty is not None
    return duty.due_at


def bells(database: Database, now: datetime) -> list[int]:
    with database.read() as conn:
        return [bell.duty_id for bell in duties.due(conn, now, 100)]


def test_ringing_twice_is_one_duty_at_the_earlier_time(
    database: Database, user_id: int, now: datetime
) -> None:
    """However often and in whatever order it rings."""
    ring(database, user_id, now + MINUTE)
    ring(database, user_id, now)
    duty_id = ring(database, user_id, now + 5 * MINUTE)

    assert due_at(database, user_id) == now
    assert bells(database, now) == [duty_id]


def test_a_duty_is_due_from_its_moment_on(database: Database, user_id: int, now: datetime) -> None:
    """The edge is included."""
    duty_id = ring(database, user_id, now)

    assert bells(database, now - timedelta(microseconds=1)) == []
    assert bells(database, now) == [duty_id]


def test_the_longest_waiting_comes_first(database: Database, user_id: int, now: datetime) -> None:
    """And the limit cuts off the youngest."""
    young = ring(database, user_id, now, subject_id=1)
    old = ring(database, user_id, now - MINUTE, subject_id=2)

    with database.read() as conn:
        assert [bell.duty_id for bell in duties.due(conn, now, 1)] == [old]
        assert duties.longest_due_at(conn, now) == now - MINUTE
    assert bells(database, now) == [old, young]


def test_only_one_can_hold_a_duty(database: Database, user_id: int, now: datetime) -> None:
    """The second claim gets nothing, and nobody rings for what is held."""
    duty_id = ring(database, user_id, now)
    claim(database, duty_id, now)

    with database.write() as conn:
        assert duties.claim(conn, duty_id, now, 30) is None
    assert bells(database, now) == []


def test_what_is_finished_is_due_again_when_it_said_so(
    database: Database, user_id: int, now: datetime
) -> None:
    """And counts its attempts anew."""
    held = claim(database, ring(database, user_id, now), now)

    with database.write() as conn:
        duties.finish(conn, held, now, now + MINUTE)

    assert bells(database, now) == []
    again = claim(database, held.duty_id, now + MINUTE)
    assert (again.attempts, again.last_done_at) == (1, now)


def test_what_is_finished_for_good_waits_for_a_ring(database: Database, user_id: int, now: datetime) -> None:
    """Then it is due when the ring says."""
    held = claim(database, ring(database, user_id, now), now)
    with database.write() as conn:
        duties.finish(conn, held, now, None)

    assert due_at(database, user_id) is None
    ring(database, user_id, now + MINUTE)
    assert due_at(database, user_id) == now + MINUTE


def test_a_ring_during_the_work_is_not_lost(database: Database, user_id: int, now: datetime) -> None:
    """What changed since the claim was perhaps not seen: it stays due now."""
    held = claim(database, ring(database, user_id, now), now)
    ring(database, user_id, now + MINUTE)

    with database.write() as conn:
        duties.finish(conn, held, now, None)

    assert bells(database, now) == [held.duty_id]


def test_who_wakes_up_late_cannot_finish(database: Database, user_id: int, now: datetime) -> None:
    """The fence moved on: finishing rolls back all that was done with it."""
    late = claim(database, ring(database, user_id, now), now)
    claim(database, late.duty_id, now + MINUTE)

    def work_late() -> None:
        with database.write() as conn:
            duties.ring(conn, user_id, "learn", 1, now)
            duties.finish(conn, late, now + MINUTE, None)

    with pytest.raises(Fenced):
        work_late()

    with database.read() as conn:
        assert duties.get(conn, user_id, "learn", 1) is None


def test_who_is_late_but_alone_may_finish(database: Database, user_id: int, now: datetime) -> None:
    """A lease that ran out costs nothing while nobody else has begun."""
    held = claim(database, ring(database, user_id, now), now)

    with database.write() as conn:
        duties.finish(conn, held, now + 10 * MINUTE, None)

    assert bells(database, now + 10 * MINUTE) == []


def test_nothing_is_finished_twice(database: Database, user_id: int, now: datetime) -> None:
    """The second time nobody holds it any more."""
    held = claim(database, ring(database, user_id, now), now)
    with database.write() as conn:
        duties.finish(conn, held, now, None)

    with pytest.raises(Fenced), database.write() as conn:
        duties.finish(conn, held, now, now)


def test_a_failure_waits_and_counts(database: Database, user_id: int, now: datetime) -> None:
    """Until its retry, with its sentence to be read."""
    held = claim(database, ring(database, user_id, now), now)
    with database.write() as conn:
        duties.fail(conn, held, now, "The calendar did not answer", now + MINUTE)

    with database.read() as conn:
        duty = duties.get(conn, user_id, "poll", 7)
    assert duty is not None
    assert (duty.problem, duty.due_at) == ("The calendar did not answer", now + MINUTE)
    assert claim(database, held.duty_id, now + MINUTE).attempts == 2


def test_a_failure_for_good_is_parked_and_shown(database: Database, user_id: int, now: datetime) -> None:
    """And a ring does not wake it; only a new start does."""
    held = claim(database, ring(database, user_id, now), now)
    with database.write() as conn:
        duties.fail(conn, held, now, "The calendar is gone", None)
    ring(database, user_id, now)

    assert bells(database, now) == []
    with database.write() as conn:
        assert [duty.problem for duty in duties.parked(conn, user_id)] == ["The calendar is gone"]
        duties.unpark(conn, user_id, now + MINUTE)
        assert duties.parked(conn, user_id) == ()
    assert bells(database, now + MINUTE) == [held.duty_id]


def test_poison_is_parked_after_three_kills(database: Database, user_id: int, now: datetime) -> None:
    """Three attempts vanished without a word; the fourth is not made. The neighbour goes on."""
    poison = ring(database, user_id, now)
    neighbour = ring(database, user_id, now + 3 * MINUTE, subject_id=8)
    for minutes in range(3):
        claim(database, poison, now + minutes * MINUTE)

    with database.write() as conn:
        assert duties.claim(conn, poison, now + 3 * MINUTE, 30) is None
        assert [duty.id for duty in duties.parked(conn, user_id)] == [poison]
    assert bells(database, now + 3 * MINUTE) == [neighbour]


def test_a_word_between_kills_clears_them(database: Database, user_id: int, now: datetime) -> None:
    """Only kills in a row make poison: a failure that could still be told is none."""
    duty_id = ring(database, user_id, now)
    for minutes in range(3):
        held = claim(database, duty_id, now + minutes * MINUTE)
    with database.write() as conn:
        duties.fail(conn, held, now + 2 * MINUTE, "no answer", now + 3 * MINUTE)

    assert claim(database, duty_id, now + 3 * MINUTE).attempts == 4


def test_long_work_can_prolong_its_lease(database: Database, user_id: int, now: datetime) -> None:
    """Nobody else gets it meanwhile."""
    held = claim(database, ring(database, user_id, now), now)
    with database.write() as conn:
        duties.prolong(conn, held, now + timedelta(seconds=29), 30)
        assert duties.claim(conn, held.duty_id, now + timedelta(seconds=31), 30) is None
        duties.finish(conn, held, now + timedelta(seconds=40), None)

    assert bells(database, now + MINUTE) == []


def test_a_dropped_duty_fences_off_its_holder(database: Database, user_id: int, now: datetime) -> None:
    """Its subject is no more."""
    held = claim(database, ring(database, user_id, now), now)
    with database.write() as conn:
        duties.drop(conn, user_id, "poll", 7)

    with pytest.raises(Fenced), database.write() as conn:
        duties.finish(conn, held, now, None)


def test_a_new_duty_never_takes_an_old_number(database: Database, user_id: int, now: datetime) -> None:
    """Otherwise a late message would ring for something else."""
    old = ring(database, user_id, now)
    with database.write() as conn:
        duties.drop(conn, user_id, "poll", 7)

    assert ring(database, user_id, now) > old


def test_parked_duties_of_others_stay_theirs(database: Database, user_id: int, now: datetime) -> None:
    """Neither seen nor tried again by somebody else."""
    held = claim(database, ring(database, user_id, now), now)
    other = second_user(database)
    with database.write() as conn:
        duties.fail(conn, held, now, "gone", None)

    with database.write() as conn:
        assert duties.parked(conn, other) == ()
        duties.unpark(conn, other, now)
        assert [duty.id for duty in duties.parked(conn, user_id)] == [held.duty_id]


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(0, 60), (1, 60), (2, 120), (3, 240), (7, 3600), (10_000, 3600)]
)
def test_pauses_double_up_to_the_cap(now: datetime, attempts: int, seconds: int) -> None:
    """60, 120, 240 … seconds, an hour at most."""
    assert duties.retry_at(attempts, now, 60, 3600) == now + timedelta(seconds=seconds)


def test_a_clock_that_was_wrong_for_a_while_stops_nothing(
    database: Database, user_id: int, now: datetime
) -> None:
    """What was put off, or claimed, in a year that has not come is due now."""
    later = now + timedelta(days=3650)
    duty_id = ring(database, user_id, later)
    claim(database, duty_id, later)

    assert bells(database, now) == [duty_id]
    assert claim(database, duty_id, now).lease_until == now + timedelta(seconds=30)
    assert bells(database, now) == []
