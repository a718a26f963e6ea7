"""Reading a rule: forgiving about form, strict about meaning."""

from datetime import UTC, date, datetime

import pytest

from worker.errors import PermanentError
from worker.inbox.reading.rule import BadRule, ByDay, Freq, Rule
from worker.inbox.reading.rule_text import rule_of


def test_case_blanks_and_a_last_semicolon_do_not_matter() -> None:
    """Seen in exports of many makers."""
    found = rule_of("  freq=weekly ; byday = mo, We ,; interval=2 ; wkst=su; ")

    expected = (ByDay(weekday=0), ByDay(weekday=2))
    assert found == Rule(freq=Freq.WEEKLY, interval=2, by_day=expected, week_start=6)


def test_what_is_unknown_is_passed_over() -> None:
    """Parts of later standards, of a producer's own, and slips."""
    found = rule_of("RSCALE=GREGORIAN;FREQ=DAILY;SKIP=OMIT;X-Busymac-Regenerate=TRASH;BYSN")

    assert found == Rule(freq=Freq.DAILY)


@pytest.mark.parametrize(
    ("text", "until", "is_utc"),
    [
        ("20260131T120000Z", datetime(2026, 1, 31, 12, tzinfo=UTC), True),
        ("20260131T120000", datetime(2026, 1, 31, 12), False),
        ("20260131", date(2026, 1, 31), False),
        ("2026-01-31", date(2026, 1, 31), False),
        ("20260131T16000Z", datetime(2026, 1, 31, 16, tzinfo=UTC), True),
        ("20260131T235960Z", datetime(2026, 1, 31, 23, 59, 59, tzinfo=UTC), True),
    ],
)
def test_until_is_a_day_a_local_time_or_a_time_in_utc(text: str, until: date, is_utc: bool) -> None:
    """RFC 5545, 3.3.10; which one it is decides how the caller compares."""
    found = rule_of(f"FREQ=DAILY;UNTIL={text}")

    assert (found.until, type(found.until), found.until_is_utc) == (until, type(until), is_utc)


def test_numbers_are_sorted_and_stand_once() -> None:
    """The order in a rule says nothing; the leap second is read as the one before (RFC 5545, 3.3.12)."""
    found = rule_of("FREQ=YEARLY;BYMONTHDAY=15,-1,+1,15;BYSECOND=60,59;BYDAY=-1SU,2MO,+2MO")

    assert found.by_month_day == (-1, 1, 15)
    assert found.by_second == (59,)
    assert found.by_day == (ByDay(weekday=6, nth=-1), ByDay(weekday=0, nth=2))


@pytest.mark.parametrize(
    ("text", "is_endless"), [("", True), (";COUNT=3", False), (";UNTIL=20260101", False)]
)
def test_a_rule_without_count_and_until_is_endless(text: str, is_endless: bool) -> None:
    """An endless series tells nothing about when its people will really meet."""
    found = rule_of("FREQ=DAILY" + text)

    assert found.is_endless is is_endless


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "no FREQ"),
        ("INTERVAL=2", "no FREQ"),
        ("FREQ=FORTNIGHTLY", "FREQ=FORTNIGHTLY is not a frequency"),
        ("FREQ=DAILY;COUNT=-5", "COUNT=-5 is not a positive number"),
        ("FREQ=DAILY;COUNT=0", "COUNT=0 is not a positive number"),
        ("FREQ=DAILY;COUNT=", "COUNT= is not a positive number"),
        ("FREQ=DAILY;COUNT=²", "COUNT=² is not a positive number"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0 is not a positive number"),
        ("FREQ=DAILY;INTERVAL=1.5", "INTERVAL=1.5 is not a positive number"),
        ("FREQ=DAILY;UNTIL=tomorrow", "UNTIL=TOMORROW is not a date"),
        ("FREQ=DAILY;UNTIL=", "UNTIL= is not a date"),
        ("FREQ=DAILY;UNTIL=20260230", "UNTIL=20260230 is not a date"),
        ("FREQ=DAILY;UNTIL=20260101T250000", "UNTIL=20260101T250000 is not a date"),
        ("FREQ=DAILY;RSCALE=HEBREW", "RSCALE=HEBREW is a calendar that is not followed here"),
        ("FREQ=DAILY;WKST=XX", "WKST=XX is not a weekday"),
        ("FREQ=DAILY;BYDAY=MONDAY", "BYDAY=MONDAY is not a weekday"),
        ("FREQ=MONTHLY;BYDAY=0MO", "BYDAY=0MO is not a weekday"),
        ("FREQ=MONTHLY;BYDAY=54MO", "BYDAY=54MO is not a weekday"),
        ("FREQ=DAILY;BYHOUR=24", "BYHOUR=24 is out of range"),
        ("FREQ=DAILY;BYMINUTE=60", "BYMINUTE=60 is out of range"),
        ("FREQ=DAILY;BYSECOND=61", "BYSECOND=61 is out of range"),
        ("FREQ=DAILY;BYSECOND=-1", "BYSECOND=-1 is out of range"),
        ("FREQ=DAILY;BYMONTH=13", "BYMONTH=13 is out of range"),
        ("FREQ=DAILY;BYMONTH=-1", "BYMONTH=-1 is out of range"),
        ("FREQ=DAILY;BYMONTH=5L", "BYMONTH=5L is out of range"),
        ("FREQ=DAILY;BYMONTHDAY=0", "BYMONTHDAY=0 is out of range"),
        ("FREQ=DAILY;BYMONTHDAY=-32", "BYMONTHDAY=-32 is out of range"),
        ("FREQ=YEARLY;BYYEARDAY=367", "BYYEARDAY=367 is out of range"),
        ("FREQ=YEARLY;BYWEEKNO=54", "BYWEEKNO=54 is out of range"),
        ("FREQ=YEARLY;BYSETPOS=0", "BYSETPOS=0 is out of range"),
    ],
)
def test_a_rule_that_can_not_be_followed_names_its_cause(text: str, cause: str) -> None:
    """It is permanent: asking again changes nothing."""
    with pytest.raises(BadRule) as caught:
        rule_of(text)

    assert str(caught.value) == cause
    assert isinstance(caught.value, PermanentError)


def test_a_cause_is_short_even_where_the_value_is_not() -> None:
    """A sender may write megabytes; the user reads one line."""
    with pytest.raises(BadRule) as caught:
        rule_of("FREQ=DAILY;COUNT=" + "9" * 100_000)

    assert len(str(caught.value)) < 120


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("D1 #10", "FREQ=DAILY;COUNT=10"),
        ("d2 #0", "FREQ=DAILY;INTERVAL=2"),
        ("D1", "FREQ=DAILY;COUNT=2"),
        ("D1 19971224T000000Z", "FREQ=DAILY;UNTIL=19971224T000000Z"),
        ("D1 0600 1200 1500 #6", "FREQ=DAILY;BYHOUR=6,12,15;BYMINUTE=0;COUNT=6"),
        ("M15 #4", "FREQ=MINUTELY;INTERVAL=15;COUNT=4"),
        ("W2 MO TU 19971224T000000", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;UNTIL=19971224T000000"),
        ("W1 MO$ #5 20260101", "FREQ=WEEKLY;BYDAY=MO;COUNT=5;UNTIL=20260101"),
        ("MP1 1+ FR #5", "FREQ=MONTHLY;BYDAY=1FR;COUNT=5"),
        ("MP3 1- TH 20061231T000000", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TH;UNTIL=20061231T000000"),
        ("MP2 1+ 1- SU MO #0", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU,1MO,-1MO"),
        ("MP1 1+ SU 2- MO #0", "FREQ=MONTHLY;BYDAY=1SU,-2MO"),
        ("MD1 1 LD", "FREQ=MONTHLY;BYMONTHDAY=1,-1;COUNT=2"),
        ("MD1 3- 15+ #0", "FREQ=MONTHLY;BYMONTHDAY=-3,15"),
        ("YM1 6 7 #8", "FREQ=YEARLY;BYMONTH=6,7;COUNT=8"),
        ("YM1 #0", "FREQ=YEARLY"),
        ("YD3 1 100 200 #10", "FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200;COUNT=10"),
    ],
)
def test_a_rule_of_vcalendar_1_says_the_same_in_the_new_form(old: str, new: str) -> None:
    """vCalendar 1.0, "Recurrence Rules": without a duration twice, with #0 for ever."""
    found = rule_of(old)

    assert found == rule_of(new)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("D0 #3", "D=0 is not a positive number"),
        ("W1 XX #3", "XX is not a weekday"),
        ("MP1 #3", "a monthly rule by position names no weekday"),
        ("MP1 1+ #3", "a monthly rule by position names no weekday"),
        ("MD1 32 #3", "BYMONTHDAY=32 is out of range"),
        ("YM1 13 #3", "BYMONTH=13 is out of range"),
        ("D1 M5 #3", "M5 is a rule within a rule, which is not followed here"),
        ("D1 0600 0630 #3", "the times 0600 0630 have no common minute"),
        ("D1 2500 #3", "BYHOUR=25 is out of range"),
        ("D1 99999999T000000", "UNTIL=99999999T000000 is not a date"),
    ],
)
def test_an_old_rule_that_can_not_be_followed_names_its_cause(text: str, cause: str) -> None:
    """The event itself is kept, once."""
    with pytest.raises(BadRule) as caught:
        rule_of(text)

    assert str(caught.value) == cause
