"""Days on which nothing could be seen: named by the user, or left by a calendar that is cut off."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.bonds import CATALOGUE, ENGLISH, NEXT_WEEK, TODAY, bond, met
from worker.core.away import MOST_CUT_OFF_DAYS, Away, cut_off, days_between
from worker.core.bond import Bond
from worker.core.event import Occurrence, Status
from worker.core.giving.courtesy import plan
from worker.core.knowing import as_last_seen, cancelled_series, tie_from, tie_with
from worker.core.rhythm import rhythm_of
from worker.core.tie import NEVER_MET, MetDay, tie_of

BERLIN = ZoneInfo("Europe/Berlin")
SINCE = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
"""Half past midnight on 29 March in Berlin, the night in which clocks change."""


@pytest.mark.parametrize("hours", [-1, 0, 24])
def test_a_feed_that_answers_within_a_day_hid_nothing(hours: int) -> None:
    """Nor one that, by a clock that stepped back, will be cut off only in a while."""
    assert cut_off(SINCE, SINCE + timedelta(hours=hours), BERLIN) == ()


def test_a_cut_off_feed_leaves_the_same_days_unseen_whenever_it_is_asked() -> None:
    """From the local day after its last reading on, for at most ninety days: nothing moves from day to day."""
    gaps = {cut_off(SINCE, SINCE + timedelta(days=days), BERLIN) for days in (2, 30, 400)}

    assert gaps == {((date(2026, 3, 30), date(2026, 6, 27)),)}
    (gap,) = gaps.pop()
    assert days_between(gap[0] - timedelta(days=1), gap[1]) == MOST_CUT_OFF_DAYS


def test_a_tie_as_last_seen_is_as_silent_as_one_looked_at_without_the_unseen_days() -> None:
    """For the fit of the user's own numbers, which knows the days away of everyone only."""
    tie = tie_of([MetDay(starts_on=day, ends_on=day) for day in (date(2026, 1, 1), date(2026, 2, 1))])
    today, unseen = date(2026, 8, 1), ((date(2026, 3, 1), date(2026, 5, 29)),)

    seen = rhythm_of(as_last_seen(tie, today, unseen), today)
    told = rhythm_of(tie, today, away=unseen)

    assert seen is not None
    assert told is not None
    assert seen.silence_days == told.silence_days == 181 - 90
    assert as_last_seen(tie, today, ()) is tie
    assert as_last_seen(tie, date(2025, 1, 1), unseen) is tie
    assert as_last_seen(NEVER_MET, today, unseen) is NEVER_MET


def why(someone: Bond, *, away: Away = ()) -> str:
    said = plan(
        [someone],
        today=TODAY,
        days=NEXT_WEEK,
        weekly_budget=1,
        planned={},
        words=ENGLISH,
        catalogue=CATALOGUE,
        away=away,
    )
    return said.nudges[0].why


MONTHS_AWAY = (TODAY - timedelta(days=99), TODAY - timedelta(days=10))


def test_no_silence_is_told_that_nobody_could_see() -> None:
    """They may have met while the calendar could not be read."""
    assert why(replace(bond(), unseen=(MONTHS_AWAY,))) == "It has been a while since you and Ana met."


def test_days_away_make_a_silence_wait_but_the_last_time_no_later() -> None:
    """In April is seven months ago, wherever the user was meanwhile."""
    assert why(bond(), away=[MONTHS_AWAY]) == why(bond())
    assert "seven months" in why(bond())


def test_a_break_is_the_longest_only_if_no_other_was_longer_by_the_calendar() -> None:
    """Half a year abroad is no silence, and yet they did not meet for longer then."""
    met = [*range(240, 420, 30), *range(720, 900, 30)]
    abroad = (TODAY - timedelta(days=719), TODAY - timedelta(days=421))

    assert "longe" not in why(bond(met_ago=met), away=[abroad])
    assert "longe" not in why(bond(met_ago=met))
    assert "new for the two of you" in why(bond(met_ago=range(240, 420, 30)))


@given(
    days_ago=st.lists(st.integers(1, 900), min_size=1, max_size=12),
    later=st.lists(st.integers(1, 900), max_size=4),
)
def test_later_touches_are_added_or_a_rebuild_is_asked_for(days_ago: list[int], later: list[int]) -> None:
    """Never anything else than counting all anew."""
    first, more = [met(ago) for ago in days_ago], [met(ago) for ago in later]

    tie = tie_with(tie_from(first, BERLIN), more, BERLIN)

    if tie is None:
        assert max(later) > min(days_ago)
    else:
        assert tie == tie_from([*first, *more], BERLIN)


def test_before_the_first_visit_only_the_whole_history_tells() -> None:
    """Invitations that were never answered may begin to count with the first warm touch."""
    assert tie_with(NEVER_MET, [met(3)], BERLIN) is None


def test_only_a_series_that_is_cancelled_as_a_whole_was_called_off() -> None:
    """One cancelled member is one meeting less; a single event that is cancelled never took place."""
    gone = [occurrence("gone", day, Status.CANCELLED) for day in range(3)]
    one_less = [
        occurrence("one less", day, Status.CANCELLED if day else Status.CONFIRMED) for day in range(3)
    ]
    single = replace(occurrence("single", 0, Status.CANCELLED), recurrence_id=None)

    assert cancelled_series([*gone, *one_less, single]) == {"gone"}
    assert cancelled_series([]) == frozenset()


def occurrence(key: str, day: int, status: Status) -> Occurrence:
    at = SINCE + timedelta(days=day)
    return Occurrence(
        source="a.ics",
        event_uid=key,
        event_key=key,
        recurrence_id=at,
        started_at=at,
        ended_at=at + timedelta(hours=1),
        status=status,
    )
