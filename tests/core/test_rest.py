"""A rest is the user's wish that somebody be left in peace: until when, and what is behind it."""

from datetime import date, timedelta

import pytest

from worker.core.rest import REST_DAYS, Rest, RestKind, rest_of, stronger_of

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize("kind", RestKind)
def test_a_rest_and_a_time_of_mourning_end_by_themselves_and_the_others_do_not(kind: RestKind) -> None:
    """A5: whoever wants space is not disturbed after ninety days."""
    rest = rest_of(kind, TODAY)

    is_short = kind in (RestKind.RESTING, RestKind.MOURNING)
    assert rest.until == (TODAY + timedelta(days=REST_DAYS) if is_short else date.max)
    assert rest.is_for_good is not is_short
    assert rest_of(kind, TODAY, date(2027, 1, 1)) == Rest(until=date(2027, 1, 1), kind=kind)


def test_a_rest_holds_through_its_last_day() -> None:
    """And not a day longer."""
    rest = Rest(until=TODAY)

    assert rest.is_on(TODAY)
    assert not rest.is_on(TODAY + timedelta(days=1))


def test_of_two_wishes_the_longer_silence_holds_and_of_equals_the_weightier() -> None:
    """No merge of two people ends a rest."""
    short, long = Rest(until=TODAY), Rest(until=date.max, kind=RestKind.SPACE)
    dead = Rest(until=date.max, kind=RestKind.DECEASED)

    assert stronger_of(None, None) is None
    assert stronger_of(short, None) == stronger_of(None, short) == short
    assert stronger_of(short, long) == stronger_of(long, short) == long
    assert stronger_of(long, dead) == stronger_of(dead, long) == dead
