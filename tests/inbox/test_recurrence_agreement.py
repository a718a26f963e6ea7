"""Random rules agree with a plain reading of the RFC, and with dateutil where dateutil follows it."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from itertools import groupby, islice, product, takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from worker.inbox.reading.recurrence import starts
from worker.inbox.reading.rule import WEEKDAYS, Freq, Rule
from worker.inbox.reading.rule_text import rule_of

SPAN = timedelta(days=1500)
SPANS = {
    Freq.HOURLY: timedelta(days=100),
    Freq.MINUTELY: timedelta(days=3),
    Freq.SECONDLY: timedelta(hours=2),
}
"""How far the quick frequencies are followed: dateutil walks through every second."""
MOST = 60
SUB_DAILY = (Freq.HOURLY, Freq.MINUTELY, Freq.SECONDLY)
BY_DAYS = (Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY)

firsts = st.datetimes(datetime(1995, 1, 1), datetime(2030, 12, 31)).map(lambda at: at.replace(microsecond=0))


def numbers(low: int, high: int, *, signed: bool = False, most: int = 4) -> st.SearchStrategy[str]:
    one = st.integers(low, high)
    if signed:
        one |= st.integers(-high, -low)
    return st.lists(one, min_size=1, max_size=most, unique=True).map(lambda ns: ",".join(map(str, ns)))


def weekdays(nth: int) -> st.SearchStrategy[str]:
    prefix = st.just("") | st.integers(-nth, nth).filter(bool).map(str) if nth else st.just("")
    one = st.tuples(prefix, st.sampled_from(WEEKDAYS)).map("".join)
    return st.lists(one, min_size=1, max_size=3, unique=True).map(",".join)


PARTS = {
    "BYMONTH": numbers(1, 12),
    "BYMONTHDAY": numbers(1, 31, signed=True),
    "BYHOUR": numbers(0, 23, most=2),
    "BYMINUTE": numbers(0, 59, most=2),
    "BYSECOND": numbers(0, 59, most=2),
    "WKST": st.sampled_from(WEEKDAYS),
}


@st.composite
def rules(draw: st.DrawFn, freqs: tuple[Freq, ...]) -> str:
    """RRULE values that RFC 5545 allows."""
    freq = draw(st.sampled_from(freqs))
    parts = dict(PARTS, BYDAY=weekdays({Freq.YEARLY: 53, Freq.MONTHLY: 5}.get(freq, 0)))
    if freq is Freq.WEEKLY:
        del parts["BYMONTHDAY"]
    if freq is Freq.YEARLY or freq in SUB_DAILY:
        parts["BYYEARDAY"] = numbers(1, 366, signed=True)
    if freq is Freq.YEARLY:
        parts["BYWEEKNO"] = numbers(1, 53, signed=True)
    chosen = draw(st.lists(st.sampled_from(sorted(parts)), max_size=4, unique=True))
    if "BYWEEKNO" in chosen:
        parts["BYDAY"] = weekdays(0)
    text = f"FREQ={freq};INTERVAL={draw(st.integers(1, 7))}"
    text += "".join(f";{name}={draw(parts[name])}" for name in chosen)
    if draw(st.booleans()) and set(chosen) - {"WKST"}:
        text += f";BYSETPOS={draw(numbers(1, 5, signed=True, most=2))}"
    return text


@pytest.mark.slow
@settings(max_examples=100)
@given(text=rules(BY_DAYS), first=firsts)
def test_a_rule_of_days_gives_what_a_plain_reading_of_the_table_gives(text: str, first: datetime) -> None:
    """Each day is asked whether it is in the rule, part by part (RFC 5545, 3.3.10): slow, but plain."""
    wanted = plainly(rule_of(text), first)

    found = list(takewhile(lambda at: at < first + SPAN, starts(rule_of(text), first)))

    assert found == wanted


@pytest.mark.slow
@settings(max_examples=100)
@given(text=rules((*BY_DAYS, *SUB_DAILY)), first=firsts)
def test_a_rule_gives_what_dateutil_gives_where_that_follows_the_rfc(text: str, first: datetime) -> None:
    """Left out: the cases of the decision page, each of which has a test of its own in test_recurrence.py."""
    rule = rule_of(text)
    assume(dateutil_is_right(rule))

    horizon = first + SPANS.get(rule.freq, SPAN)
    found = list(islice(takewhile(lambda at: at < horizon, starts(rule, first)), MOST))
    assume(found)

    assert found == list(islice(rrulestr(text, dtstart=first), len(found)))


@settings(max_examples=80)
@given(text=rules((*BY_DAYS, *SUB_DAILY)), first=firsts, ahead=st.floats(0, 1))
@pytest.mark.slow
def test_since_gives_the_same_starts_without_those_before(text: str, first: datetime, ahead: float) -> None:
    """Skipping ahead never changes what comes after."""
    span = SPANS.get(rule_of(text).freq, SPAN)
    since, horizon = first + ahead * span, first + 2 * span
    whole = takewhile(lambda at: at < horizon, starts(rule_of(text), first))
    wanted = list(islice((at for at in whole if at >= since), MOST))

    skipped = takewhile(lambda at: at < horizon, starts(rule_of(text), first, since=since))

    assert list(islice(skipped, MOST)) == wanted


@pytest.mark.slow
@settings(max_examples=80)
@given(text=rules((*BY_DAYS, *SUB_DAILY)), first=firsts, count=st.integers(1, 20))
def test_count_gives_the_first_ones_and_all_ascend(text: str, first: datetime, count: int) -> None:
    """Strictly ascending, nothing before DTSTART, no more than COUNT."""
    wanted = list(islice(starts(rule_of(text), first), count))

    found = list(starts(rule_of(f"{text};COUNT={count}"), first))

    assert found == wanted
    assert found == sorted(set(found))
    assert all(at >= first for at in found)


def dateutil_is_right(rule: Rule) -> bool:
    """See docs/decisions/0005-own-recurrence.md."""
    if len({by.nth == 0 for by in rule.by_day}) > 1:
        return False
    if rule.by_week_no:
        chosen = rule.by_day or rule.by_month_day or rule.by_year_day
        is_first_from_the_end = not {-52, -53}.isdisjoint(rule.by_week_no)
        return bool(chosen) and rule.interval == 1 and not rule.by_set_pos and not is_first_from_the_end
    return not (rule.freq is Freq.WEEKLY and rule.by_set_pos)


def plainly(rule: Rule, first: datetime) -> list[datetime]:
    """All starts in SPAN from `first`, by asking each day of the years around."""
    begin, end = first.date() - timedelta(days=400), (first + SPAN).date() + timedelta(days=400)
    every_day = (begin + timedelta(days=number) for number in range((end - begin).days))
    inside = [day for day in every_day if is_in(rule, first.date(), day)]
    anchor, found = interval_of(rule, first.date()), []
    for number, days in groupby(inside, lambda day: interval_of(rule, day)):
        if (number - anchor) % rule.interval == 0:
            found += picked(rule, [at for day in days for at in times(rule, first, day)])
    return [at for at in found if first <= at < first + SPAN]


def times(rule: Rule, first: datetime, day: date) -> list[datetime]:
    clock = product(
        rule.by_hour or [first.hour], rule.by_minute or [first.minute], rule.by_second or [first.second]
    )
    return sorted(datetime(day.year, day.month, day.day, *hms) for hms in clock)


def picked(rule: Rule, found: list[datetime]) -> list[datetime]:
    ranks = [{number, number - 1 - len(found)} for number in range(1, len(found) + 1)]
    wanted = set(rule.by_set_pos)
    return [at for at, rank in zip(found, ranks, strict=True) if not wanted or rank & wanted]


def interval_of(rule: Rule, day: date) -> int:
    match rule.freq:
        case Freq.YEARLY:
            return week_of(rule, day)[0] if rule.by_week_no else day.year
        case Freq.MONTHLY:
            return day.year * 12 + day.month
        case Freq.WEEKLY:
            return (day.toordinal() - (day.weekday() - rule.week_start) % 7) // 7
        case _:
            return day.toordinal()


def week_of(rule: Rule, day: date) -> tuple[int, int, int]:
    """The week's year, its number from the front, and from the back."""
    middle = day + timedelta(days=3 - (day.weekday() - rule.week_start) % 7)
    from_front = (middle.timetuple().tm_yday - 1) // 7 + 1
    left = (date(middle.year, 12, 31) - middle).days // 7
    return middle.year, from_front, -1 - left


def month_days_of(day: date) -> set[int]:
    """Counted from both ends, as every part of a rule may count."""
    return {day.day, day.day - monthrange(day.year, day.month)[1] - 1}


def year_days_of(day: date) -> set[int]:
    number = day.timetuple().tm_yday
    return {number, number - date(day.year, 12, 31).timetuple().tm_yday - 1}


def is_in(rule: Rule, first: date, day: date) -> bool:
    is_open = not (rule.by_day or rule.by_month_day or rule.by_year_day)
    if is_open and (rule.freq is Freq.WEEKLY or rule.by_week_no):
        is_default = day.weekday() == first.weekday()
    elif is_open and rule.freq in {Freq.MONTHLY, Freq.YEARLY}:
        is_any_month = rule.freq is Freq.MONTHLY or bool(rule.by_month)
        is_default = day.day == first.day and (is_any_month or day.month == first.month)
    else:
        is_default = True
    return (
        is_default
        and (not rule.by_month or day.month in rule.by_month)
        and (not rule.by_month_day or bool(month_days_of(day) & {*rule.by_month_day}))
        and (not rule.by_year_day or bool(year_days_of(day) & {*rule.by_year_day}))
        and (not rule.by_week_no or bool({*week_of(rule, day)[1:]} & {*rule.by_week_no}))
        and (not rule.by_day or any(is_on(rule, by.weekday, by.nth, day) for by in rule.by_day))
    )


def is_on(rule: Rule, weekday: int, nth: int, day: date) -> bool:
    if rule.freq is Freq.MONTHLY or rule.by_month:
        number, length = day.day, monthrange(day.year, day.month)[1]
    else:
        number, length = day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday
    ranks = {(number - 1) // 7 + 1, -1 - (length - number) // 7}
    return day.weekday() == weekday and (nth == 0 or nth in ranks)


@pytest.mark.parametrize(
    "text", ["FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,SU", "FREQ=YEARLY;BYWEEKNO=-1,53;BYDAY=TH"]
)
def test_weeks_at_the_turn_of_a_year_agree_with_dateutil(text: str) -> None:
    """Four centuries, so that each shape of a year and of its neighbours is met."""
    first = datetime(1900, 1, 1, 8)

    found = list(islice(starts(rule_of(text), first), 800))

    assert found == list(islice(rrulestr(text, dtstart=first), 800))
