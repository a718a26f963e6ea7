"""Work days: no nudge comes on a weekend, a feast or a day off."""

from datetime import date

import pytest

from worker.core.work_day import is_work_day, work_day_from

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 27), date(2026, 11, 27)),
        (date(2026, 11, 28), date(2026, 11, 30)),
        (date(2026, 11, 29), date(2026, 11, 30)),
        (date(2026, 12, 25), date(2026, 12, 28)),
        (date(2027, 1, 1), date(2027, 1, 4)),
    ],
)
def test_friday_is_a_work_day_and_neither_weekend_nor_feast_is(day: date, expected: date) -> None:
    """What falls on one of these comes on the next work day."""
    assert work_day_from(day) == expected
    assert is_work_day(day) == (day == expected)


def test_a_work_day_is_found_even_in_a_year_off() -> None:
    """It ends in any case."""
    assert work_day_from(MONDAY, lambda _: True) == MONDAY


def test_what_is_off_besides_is_told_by_who_asks() -> None:
    """The holidays of a country, say."""
    assert work_day_from(MONDAY, lambda day: day.day < 26) == date(2026, 11, 26)
    assert not is_work_day(MONDAY, lambda day: day == MONDAY)
