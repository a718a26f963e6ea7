"""Every example of RFC 5545, 3.8.5.3 (and those within 3.3.10), with the dates that it prints."""

from datetime import datetime, timedelta
from itertools import islice

import pytest
from _pytest.mark import ParameterSet

from worker.inbox.reading.recurrence import starts
from worker.inbox.reading.rule_text import rule_of

SEPTEMBER_2 = "19970902T090000"


def given(
    rule: str, first: str = SEPTEMBER_2, *, until: str | None = None, most: int = 200
) -> list[datetime]:
    until_local = datetime.fromisoformat(until) if until else None
    return list(islice(starts(rule_of(rule), datetime.fromisoformat(first), until_local=until_local), most))


def days(text: str, at: str = "09:00") -> list[datetime]:
    """ "1997: 9/2,4 10/1-3" → those days, at nine o'clock."""
    found, year = [], ""
    for word in text.split():
        if word.endswith(":"):
            year = word[:-1]
            continue
        month, _, numbers = word.partition("/")
        for number in numbers.split(","):
            low, _, high = number.partition("-")
            found += [f"{year}-{month:0>2}-{day:02}T{at}" for day in range(int(low), int(high or low) + 1)]
    return [datetime.fromisoformat(moment) for moment in found]


def hours(text: str, day: str = "1997-09-02") -> list[datetime]:
    return [datetime.fromisoformat(f"{day}T{clock}") for clock in text.split()]


WITH_AN_END = """
daily for 10 occurrences: 19970902
    FREQ=DAILY;COUNT=10
    1997: 9/2-11
daily until 24 December: 19970902
    FREQ=DAILY;UNTIL=19971224T000000Z
    1997: 9/2-30 10/1-31 11/1-30 12/1-23
every day in January, yearly: 19980101
    FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA
    1998: 1/1-31 1999: 1/1-31 2000: 1/1-31
every day in January, daily: 19980101
    FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1
    1998: 1/1-31 1999: 1/1-31 2000: 1/1-31
every 10 days: 19970902
    FREQ=DAILY;INTERVAL=10;COUNT=5
    1997: 9/2,12,22 10/2,12
weekly for 10 occurrences: 19970902
    FREQ=WEEKLY;COUNT=10
    1997: 9/2,9,16,23,30 10/7,14,21,28 11/4
weekly until 24 December: 19970902
    FREQ=WEEKLY;UNTIL=19971224T000000Z
    1997: 9/2,9,16,23,30 10/7,14,21,28 11/4,11,18,25 12/2,9,16,23
weekly on Tuesday and Thursday until: 19970902
    FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH
    1997: 9/2,4,9,11,16,18,23,25,30 10/2
weekly on Tuesday and Thursday counted: 19970902
    FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH
    1997: 9/2,4,9,11,16,18,23,25,30 10/2
every other week on three days: 19970901
    FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR
    1997: 9/1,3,5,15,17,19,29 10/1,3,13,15,17,27,29,31 11/10,12,14,24,26,28 12/8,10,12,22
every other week on two days: 19970902
    FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH
    1997: 9/2,4,16,18,30 10/2,14,16
first Friday of the month: 19970905
    FREQ=MONTHLY;COUNT=10;BYDAY=1FR
    1997: 9/5 10/3 11/7 12/5 1998: 1/2 2/6 3/6 4/3 5/1 6/5
first Friday until 24 December: 19970905
    FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR
    1997: 9/5 10/3 11/7 12/5
first and last Sunday of every other month: 19970907
    FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU
    1997: 9/7,28 11/2,30 1998: 1/4,25 3/1,29 5/3,31
second-to-last Monday: 19970922
    FREQ=MONTHLY;COUNT=6;BYDAY=-2MO
    1997: 9/22 10/20 11/17 12/22 1998: 1/19 2/16
the 2nd and the 15th: 19970902
    FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15
    1997: 9/2,15 10/2,15 11/2,15 12/2,15 1998: 1/2,15
first and last day of the month: 19970930
    FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1
    1997: 9/30 10/1,31 11/1,30 12/1,31 1998: 1/1,31 2/1
the 10th to 15th of every 18th month: 19970910
    FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15
    1997: 9/10-15 1999: 3/10-13
June and July: 19970610
    FREQ=YEARLY;COUNT=10;BYMONTH=6,7
    1997: 6/10 7/10 1998: 6/10 7/10 1999: 6/10 7/10 2000: 6/10 7/10 2001: 6/10 7/10
January to March of every other year: 19970310
    FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3
    1997: 3/10 1999: 1/10 2/10 3/10 2001: 1/10 2/10 3/10 2003: 1/10 2/10 3/10
the 1st, 100th and 200th day of every third year: 19970101
    FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200
    1997: 1/1 4/10 7/19 2000: 1/1 4/9 7/18 2003: 1/1 4/10 7/19 2006: 1/1
third Tuesday, Wednesday or Thursday: 19970904
    FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3
    1997: 9/4 10/7 11/6
a week that starts on Monday: 19970805
    FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO
    1997: 8/5,10,19,24
a week that starts on Sunday: 19970805
    FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU
    1997: 8/5,17,19,31
an invalid date is skipped: 20070115
    FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5
    2007: 1/15,30 2/15 3/15,30
"""
WITHOUT_END = """
every other day: 19970902
    FREQ=DAILY;INTERVAL=2
    1997: 9/2,4,6,8,10,12,14,16,18,20,22,24,26,28,30 10/2,4,6
every other week: 19970902
    FREQ=WEEKLY;INTERVAL=2;WKST=SU
    1997: 9/2,16,30 10/14,28 11/11,25 12/9,23 1998: 1/6,20 2/3,17
third-to-last day of the month: 19970928
    FREQ=MONTHLY;BYMONTHDAY=-3
    1997: 9/28 10/29 11/28 12/29 1998: 1/29 2/26
every Tuesday of every other month: 19970902
    FREQ=MONTHLY;INTERVAL=2;BYDAY=TU
    1997: 9/2,9,16,23,30 11/4,11,18,25 1998: 1/6,13,20,27 3/3,10,17,24,31
the 20th Monday of the year: 19970519
    FREQ=YEARLY;BYDAY=20MO
    1997: 5/19 1998: 5/18 1999: 5/17
Monday of week 20: 19970512
    FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO
    1997: 5/12 1998: 5/11 1999: 5/17
every Thursday in March: 19970313
    FREQ=YEARLY;BYMONTH=3;BYDAY=TH
    1997: 3/13,20,27 1998: 3/5,12,19,26 1999: 3/4,11,18,25
every Thursday in summer: 19970605
    FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8
    1997: 6/5,12,19,26 7/3,10,17,24,31 8/7,14,21,28 1998: 6/4,11,18,25 7/2,9,16,23,30 8/6,13,20,27
Friday the 13th: 19970902
    FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13
    1998: 2/13 3/13 11/13 1999: 8/13 2000: 10/13
the Saturday after the first Sunday: 19970913
    FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13
    1997: 9/13 10/11 11/8 12/13 1998: 1/10 2/7 3/7 4/11 5/9 6/13
US Presidential Election day: 19961105
    FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8
    1996: 11/5 2000: 11/7 2004: 11/2
second-to-last weekday of the month: 19970929
    FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2
    1997: 9/29 10/30 11/27 12/30 1998: 1/29 2/26 3/30
last work day of the month: 19970930
    FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
    1997: 9/30 10/31 11/28 12/31
"""


def examples(table: str) -> list[ParameterSet]:
    """Three lines each: what it is and DTSTART's day, the rule, the printed dates."""
    lines = [line.strip() for line in table.strip().splitlines()]
    return [
        pytest.param(rule, f"{head[-8:]}T090000", expected, id=head[:-10])
        for head, rule, expected in zip(lines[::3], lines[1::3], lines[2::3], strict=True)
    ]


@pytest.mark.parametrize(("rule", "first", "expected"), examples(WITH_AN_END))
def test_an_example_with_an_end_gives_just_its_printed_dates(rule: str, first: str, expected: str) -> None:
    """RFC 5545, 3.8.5.3."""
    found = given(rule, first)

    assert found == days(expected)


@pytest.mark.parametrize(("rule", "first", "expected"), examples(WITHOUT_END))
def test_an_example_without_end_begins_with_its_printed_dates(rule: str, first: str, expected: str) -> None:
    """RFC 5545, 3.8.5.3."""
    wanted = days(expected)

    found = given(rule, first, most=len(wanted))

    assert found == wanted


@pytest.mark.parametrize(
    ("rule", "until", "expected"),
    [
        ("FREQ=HOURLY;INTERVAL=3", "19970902T170000", "09:00 12:00 15:00"),
        ("FREQ=MINUTELY;INTERVAL=15;COUNT=6", None, "09:00 09:15 09:30 09:45 10:00 10:15"),
        ("FREQ=MINUTELY;INTERVAL=90;COUNT=4", None, "09:00 10:30 12:00 13:30"),
    ],
)
def test_an_example_within_a_day_gives_its_printed_times(rule: str, until: str | None, expected: str) -> None:
    """RFC 5545, 3.8.5.3; the first one ends at 17:00 local time (erratum 3883)."""
    found = given(rule, until=until)

    assert found == hours(expected)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
        "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
    ],
)
def test_every_twenty_minutes_of_the_working_day_can_be_said_in_two_ways(rule: str) -> None:
    """RFC 5545, 3.8.5.3: from 9:00 to 16:40 every day."""
    wanted = [
        datetime(1997, 9, day, 9) + timedelta(minutes=20 * turn) for day in (2, 3, 4) for turn in range(24)
    ]

    found = given(rule, most=72)

    assert found == wanted


def test_sundays_in_january_at_half_past_eight_and_nine_of_every_other_year() -> None:
    """RFC 5545, 3.3.10, the order in which the parts are applied."""
    rule = "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU;BYHOUR=8,9;BYMINUTE=30"

    found = given(rule, "19970105T083000", most=10)

    sundays = "1997: 1/5,12,19,26 1999: 1/3"
    assert found == sorted(days(sundays, "08:30") + days(sundays, "09:30"))
