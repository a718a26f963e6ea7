"""Which starts a rule gives where libraries differ, at the calendar's edges, and at its end."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from time import perf_counter

import pytest
from dateutil.rrule import rrulestr

from worker.inbox.reading.recurrence import starts
from worker.inbox.reading.rule_text import rule_of


def dates(rule: str, first: str, most: int = 5) -> list[str]:
    """The starts' days; an all-day DTSTART."""
    return [at.date().isoformat() for at in islice(starts(rule_of(rule), date.fromisoformat(first)), most)]


def by_dateutil(rule: str, first: str, most: int = 5) -> list[str]:
    found = islice(rrulestr(rule, dtstart=datetime.fromisoformat(first)), most)
    return [at.date().isoformat() for at in found]


# DTSTART


def test_a_dtstart_that_does_not_match_is_left_to_the_caller_and_not_counted() -> None:
    """Undefined in RFC 5545, 3.8.5.3; decided in docs/decisions/0005-own-recurrence.md."""
    rule, thursday = "FREQ=WEEKLY;COUNT=3;BYDAY=WE", "2024-05-30"

    found = dates(rule, thursday)

    assert found == ["2024-06-05", "2024-06-12", "2024-06-19"] == by_dateutil(rule, thursday)


# where dateutil is wrong


def test_a_week_number_alone_means_the_weekday_of_dtstart() -> None:
    """RFC 5545, 3.3.10: what the rule leaves open is DTSTART's. dateutil gives all seven days."""
    rule, tuesday = "FREQ=YEARLY;BYWEEKNO=20", "2024-05-14"

    found = dates(rule, tuesday, 3)

    assert found == ["2024-05-14", "2025-05-13", "2026-05-12"]
    assert by_dateutil(rule, tuesday, 2) == ["2024-05-14", "2024-05-15"]


def test_positions_count_in_the_whole_first_week_not_from_dtstart_on() -> None:
    """RFC 5545, 3.3.10: BYSETPOS works on a whole interval's set. dateutil begins its first at DTSTART."""
    rule, wednesday = "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1", "2024-05-01"

    found = dates(rule, wednesday, 2)

    assert found == ["2024-05-06", "2024-05-13"]
    assert by_dateutil(rule, wednesday, 2) == ["2024-05-01", "2024-05-06"]


def test_each_tuesday_and_the_first_monday_is_the_one_or_the_other() -> None:
    """RFC 5545, 3.3.10: BYDAY is a list. dateutil asks for both at once, and searches until 9999."""
    found = dates("FREQ=MONTHLY;BYDAY=TU,1MO", "2026-06-01", 6)

    assert found == ["2026-06-01", "2026-06-02", "2026-06-09", "2026-06-16", "2026-06-23", "2026-06-30"]


def test_every_second_year_of_weeks_is_counted_in_years_of_weeks() -> None:
    """30 December 2024 is in week 1 of 2025 (RFC 5545, 3.3.10): not in every second year from 2024 on."""
    rule, monday = "FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO", "2024-01-01"

    found = dates(rule, monday, 3)

    assert found == ["2024-01-01", "2025-12-29", "2028-01-03"]
    assert "2024-12-30" in by_dateutil(rule, monday, 3)


# the calendar


def test_the_29th_of_february_comes_in_leap_years_only() -> None:
    """Invalid dates are skipped, not moved; 2100 is no leap year."""
    found = dates("FREQ=YEARLY", "2092-02-29", 3)

    assert found == ["2092-02-29", "2096-02-29", "2104-02-29"]


def test_the_31st_skips_the_short_months_and_the_last_day_does_not() -> None:
    """RFC 5545, 3.3.10: negative days count from the end of each month."""
    by_date, by_end = (
        dates("FREQ=MONTHLY", "2026-01-31", 3),
        dates("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", 3),
    )

    assert by_date == ["2026-01-31", "2026-03-31", "2026-05-31"]
    assert by_end == ["2026-01-31", "2026-02-28", "2026-03-31"]


def test_day_366_and_day_minus_366_exist_in_leap_years_only() -> None:
    """RFC 5545, 3.3.10, BYYEARDAY."""
    assert dates("FREQ=YEARLY;BYYEARDAY=366", "2024-12-31", 2) == ["2024-12-31", "2028-12-31"]
    assert dates("FREQ=YEARLY;BYYEARDAY=-366", "2024-01-01", 2) == ["2024-01-01", "2028-01-01"]


def test_week_53_comes_in_long_years_only() -> None:
    """ISO years of 53 weeks: 2020, 2026, 2032."""
    found = dates("FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR", "2021-01-01", 3)

    assert found == ["2021-01-01", "2027-01-01", "2032-12-31"]


def test_the_first_week_counted_from_the_end_begins_in_december_too() -> None:
    """Week -52 is the first one where the year has 52 weeks, and the second in 2004, which has 53."""
    mondays = ["2000-01-03", "2001-01-01", "2001-12-31", "2002-12-30", "2004-01-05", "2005-01-03"]
    assert dates("FREQ=YEARLY;BYWEEKNO=-52;BYDAY=MO", "2000-01-03", 6) == mondays

    assert dates("FREQ=YEARLY;BYWEEKNO=-53;BYDAY=MO", "2003-12-29", 2) == ["2003-12-29", "2008-12-29"]


def test_the_last_week_of_the_year_follows_the_week_start() -> None:
    """With weeks from Sunday on, 2026 has 52 of them and the last begins on 27 December."""
    assert dates("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", "2026-01-01", 1) == ["2027-01-03"]
    assert dates("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU;WKST=SU", "2026-01-04", 1) == ["2026-12-27"]


def test_the_fifth_friday_is_skipped_where_there_are_only_four() -> None:
    """RFC 5545, 3.3.10, BYDAY."""
    found = dates("FREQ=MONTHLY;BYDAY=5FR", "2026-01-30", 3)

    assert found == ["2026-01-30", "2026-05-29", "2026-07-31"]


def test_all_day_starts_take_no_notice_of_times() -> None:
    """RFC 5545, 3.3.10: BYHOUR and its like MUST be ignored for a date; a day is the smallest step."""
    assert dates("FREQ=DAILY;BYHOUR=8,9;BYMINUTE=30;COUNT=2", "2026-01-30") == ["2026-01-30", "2026-01-31"]
    assert dates("FREQ=HOURLY;INTERVAL=48;COUNT=2", "2026-01-30") == ["2026-01-30", "2026-02-01"]


# the end


@pytest.mark.parametrize(
    ("until", "days"),
    [
        ("20260103", 3),
        ("20260103T090000", 3),
        ("20260103T085959Z", 2),
        ("20251231", 0),
        ("20260103T080000", 2),
    ],
)
def test_until_is_inclusive_and_a_day_is_a_whole_day(until: str, days: int) -> None:
    """RFC 5545, 3.3.10: "bounds the recurrence rule in an inclusive manner"."""
    found = list(starts(rule_of(f"FREQ=DAILY;UNTIL={until}"), datetime(2026, 1, 1, 9)))

    assert len(found) == days


def test_the_caller_says_what_until_is_in_local_time() -> None:
    """Only the caller knows the zone: 23:30 in UTC is half past midnight of the next day in Berlin."""
    rule = rule_of("FREQ=DAILY;UNTIL=20260102T233000Z")

    found = list(starts(rule, datetime(2026, 1, 1, 0, 15), until_local=datetime(2026, 1, 3, 0, 30)))

    assert found[-1] == datetime(2026, 1, 3, 0, 15)


@pytest.mark.parametrize("text", ["COUNT=2;UNTIL=20270101", "COUNT=9;UNTIL=20260102"])
def test_of_count_and_until_the_earlier_one_ends_it(text: str) -> None:
    """Both at once are forbidden, and seen."""
    assert dates(f"FREQ=DAILY;{text}", "2026-01-01") == ["2026-01-01", "2026-01-02"]


def test_an_until_in_mid_week_does_not_cut_the_set_that_positions_count_in() -> None:
    """The last work day of the week that holds the end lies behind the end."""
    rule = "FREQ=WEEKLY;BYMONTH=1,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20241231"

    assert dates(rule, "2024-12-20") == ["2024-12-20", "2024-12-27"]


def test_since_with_count_drops_starts_but_still_counts_them() -> None:
    """COUNT counts from DTSTART."""
    rule = rule_of("FREQ=DAILY;COUNT=5")

    found = list(starts(rule, datetime(2026, 1, 1, 9), since=datetime(2026, 1, 4)))

    assert found == [datetime(2026, 1, 4, 9), datetime(2026, 1, 5, 9)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"FREQ={freq}"
            for freq in ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
        ),
        "FREQ=WEEKLY;BYDAY=MO,SU;BYSETPOS=-1",
        "FREQ=WEEKLY;BYMONTH=12,1;BYDAY=SU",
        "FREQ=YEARLY;BYWEEKNO=1,52,53;BYDAY=MO,SU",
    ],
)
@pytest.mark.parametrize("first", [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 58)])
def test_the_first_and_the_last_day_of_the_calendar_raise_nothing(text: str, first: datetime) -> None:
    """The series ends with the year 9999."""
    found = list(islice(starts(rule_of(text), first), 3))

    assert all(at >= first for at in found)


def test_an_until_in_utc_is_never_compared_with_a_local_start() -> None:
    """Aware and naive times do not mix; its digits are taken as local where the caller says nothing."""
    rule = rule_of("FREQ=DAILY;UNTIL=20260102T000000Z")

    found = list(starts(rule, datetime(2026, 1, 1)))

    assert rule.until == datetime(2026, 1, 2, tzinfo=UTC)
    assert found == [datetime(2026, 1, 1), datetime(2026, 1, 2)]


@pytest.mark.parametrize(
    "text", ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=YEARLY"]
)
def test_ten_years_of_a_series_are_complete_and_their_speed_is_printed(text: str) -> None:
    """Speed is for reading (pytest -s): a busy machine fails no test."""
    first, horizon = datetime(2016, 1, 12, 9), datetime(2026, 1, 12, 9)
    begun = perf_counter()

    found = list(starts(rule_of(text), first, until_local=horizon))

    taken = perf_counter() - begun
    speed = f"{taken * 1000:.2f} ms, {len(found) / taken / 1e6:.2f} million starts per second"
    print(f"{text}: {speed}")  # noqa: T201 - the speed is printed, not asserted
    assert found[-1] > horizon - timedelta(days=367)
