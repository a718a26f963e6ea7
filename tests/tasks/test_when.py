"""When: days and times as they are typed, and stretches between them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from tasks.when import HORIZON, day_in, instant_in, window_in
from tasks.wiring import UsageError

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-11-22", datetime(2026, 11, 21, 23, tzinfo=UTC)),
        ("2026-11-22T09:00", datetime(2026, 11, 22, 8, tzinfo=UTC)),
        ("2026-11-22T09:00:00Z", datetime(2026, 11, 22, 9, tzinfo=UTC)),
        (" 2026-11-22T09:00:00-05:00 ", datetime(2026, 11, 22, 14, tzinfo=UTC)),
    ],
)
def test_a_time_without_a_zone_is_read_in_the_users(text: str, at: datetime) -> None:
    """With one, it is taken at its word."""
    assert instant_in(text, BERLIN) == at


@pytest.mark.parametrize("text", ["", "soon", "22.11.2026", "2026-13-01", "2026-11-22T25:00"])
def test_what_is_no_time_is_wrong_usage(text: str) -> None:
    """The sentence shows how to write it."""
    with pytest.raises(UsageError, match="2026-11-22"):
        instant_in(text, BERLIN)


def test_a_day_is_a_day() -> None:
    """And nothing else is."""
    assert day_in(" 2026-11-22 ") == date(2026, 11, 22)
    with pytest.raises(UsageError, match="no day"):
        day_in("2026-11-22T09:00")


@pytest.mark.parametrize("text", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_beyond_any_life_is_too_far_away(text: str) -> None:
    """At the edge of the calendar no zone and no year ahead has room."""
    with pytest.raises(UsageError, match="too far away: name a day between 1900 and 2199"):
        day_in(text)
    with pytest.raises(UsageError, match="too far away"):
        instant_in(text, BERLIN)


@pytest.mark.parametrize(
    ("since", "until", "remedy"),
    [("2026-11-22", "2026-11-22", "name the first day first"), ("2027-11-23", None, "with --until")],
)
def test_a_stretch_without_a_day_in_it_is_no_empty_list(since: str, until: str | None, remedy: str) -> None:
    """Whoever looks beyond what is read would else believe that nothing is planned."""
    with pytest.raises(UsageError, match=remedy):
        window_in(since, until, NOW, BERLIN)


def test_what_is_not_said_is_everything_until_a_year_ahead() -> None:
    """A calendar has no end."""
    window = window_in(None, None, NOW, BERLIN)

    assert (window.since, window.until) == (None, NOW + HORIZON)
