"""Rules that are there to keep a program busy: each ends, or gives its first starts, at once."""

from datetime import date, datetime, timedelta
from itertools import islice, pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from worker.inbox.reading.recurrence import starts
from worker.inbox.reading.rule import BadRule
from worker.inbox.reading.rule_text import rule_of

NEVER = [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;INTERVAL=4;BYYEARDAY=366",
    "FREQ=YEARLY;BYSETPOS=2",
    "FREQ=YEARLY;BYWEEKNO=20;BYMONTH=1",
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=1",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
    "FREQ=WEEKLY;BYSETPOS=-2",
    "FREQ=WEEKLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;INTERVAL=7;BYDAY=MO,WE,TH,FR,SA,SU",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=HOURLY;INTERVAL=2;BYHOUR=8",
    "FREQ=MINUTELY;INTERVAL=1440;BYHOUR=8",
    "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1",
    "FREQ=SECONDLY;BYSETPOS=2",
    "FREQ=SECONDLY;INTERVAL=86400;BYHOUR=0,1,2,3;BYMINUTE=0;BYSECOND=0;BYDAY=MO",
]


@pytest.mark.parametrize("text", NEVER)
def test_a_rule_that_never_matches_ends_at_once(text: str) -> None:
    """A second is a hundred times what it takes here; without a bound it would be hours."""
    begun = process_time()

    found = list(starts(rule_of(text), datetime(2025, 9, 2, 9)))

    assert found == []
    assert process_time() - begun < 1


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;BYHOUR=23;BYMINUTE=59;BYSECOND=59",
        "FREQ=MINUTELY;BYYEARDAY=366",
        "FREQ=HOURLY;BYSETPOS=-1;BYMINUTE=0,30",
        "FREQ=DAILY;INTERVAL=999999",
        "FREQ=YEARLY;INTERVAL=999999999999999999",
        "FREQ=SECONDLY;INTERVAL=999999999999999999",
        "FREQ=WEEKLY;COUNT=999999999999999999;UNTIL=19700201",
    ],
)
def test_the_first_starts_of_a_rare_or_frequent_rule_come_at_once(text: str) -> None:
    """The caller takes what it needs of an endless series: its length costs nothing."""
    begun = process_time()

    found = list(islice(starts(rule_of(text), datetime(1970, 1, 1)), 3))

    assert len(found) >= (0 if "BY" in text else 1)
    assert process_time() - begun < 1


def test_seconds_since_1970_are_skipped_not_walked() -> None:
    """An endless SECONDLY rule from 1970 keeps other libraries busy for ever."""
    begun = process_time()

    found = next(starts(rule_of("FREQ=SECONDLY"), datetime(1970, 1, 1), since=datetime(2026, 1, 1, 12)))

    assert found == datetime(2026, 1, 1, 12)
    assert process_time() - begun < 1


def test_a_rule_without_match_ends_after_the_steps_that_the_caller_allows() -> None:
    """`limit_steps` counts days or intervals in a row, not starts."""
    rule = rule_of("FREQ=DAILY;INTERVAL=30;BYDAY=MO,TU,WE,TH,FR,SA,SU")

    assert len(list(islice(starts(rule, datetime(2026, 1, 1), limit_steps=10), 3))) == 1
    assert len(list(islice(starts(rule, datetime(2026, 1, 1), limit_steps=30), 3))) == 3


LAST = datetime(9999, 12, 31, 23, 59, 59)
WORDS = {
    "FREQ": ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "NEVER"),
    "INTERVAL": ("1", "2", "13", "86401", "0"),
    "COUNT": ("1", "7", "-1", "many"),
    "UNTIL": ("20260101", "20300101T000000Z", "99991231T235959", "00010101", "x"),
    "BYSECOND": ("0", "60", "1,59"),
    "BYMINUTE": ("0,30", "59"),
    "BYHOUR": ("0", "23,1"),
    "BYDAY": ("MO", "1MO,-1SU,TU", "53FR", "-53SA", "XX"),
    "BYMONTHDAY": ("1", "-1", "29,30,31", "-31"),
    "BYYEARDAY": ("1", "-1", "366", "-366,100"),
    "BYWEEKNO": ("1", "-1", "53,-53", "20"),
    "BYMONTH": ("1", "2", "12,1"),
    "BYSETPOS": ("1", "-1", "366,-366"),
    "WKST": ("MO", "SU", "TH"),
    "X-ANY": ("THING",),
}
parts = st.sampled_from(sorted(WORDS)).flatmap(lambda n: st.sampled_from(WORDS[n]).map(lambda v: f"{n}={v}"))


@settings(max_examples=300)
@given(
    freq=st.sampled_from(WORDS["FREQ"]),
    others=st.lists(parts, max_size=5),
    first=st.datetimes().map(lambda at: at.replace(microsecond=0)) | st.dates(),
    ahead=st.none() | st.integers(0, 5000),
)
@pytest.mark.slow
def test_whatever_a_rule_says_it_is_refused_or_followed(
    freq: str, others: list[str], first: date, ahead: int | None
) -> None:
    """Forbidden combinations too: only BadRule is ever raised, and the starts ascend from DTSTART on."""
    begin = first if isinstance(first, datetime) else datetime.combine(first, datetime.min.time())
    since = begin + min(timedelta(days=ahead), LAST - begin) if ahead is not None else None
    try:
        rule = rule_of(";".join([f"FREQ={freq}", *others]))
    except BadRule:
        return

    found = list(islice(starts(rule, first, since=since), 20))

    assert all(earlier < later for earlier, later in pairwise(found))
    assert all(at >= (since or begin) for at in found)


@settings(max_examples=300)
@given(text=st.text() | st.text(alphabet="FREQ=DAILY;BYMONTH0123456789,-+#$ WMPDY", max_size=40))
def test_any_text_is_a_rule_or_a_bad_rule(text: str) -> None:
    """Nothing but BadRule leaves the reader."""
    try:
        rule = rule_of(text)
    except BadRule:
        return

    assert rule.interval >= 1
