"""Away is a stretch of days in which nothing could be seen: a feed cut off, "I was away from … to …".

Beside step 4 of 5: such days count neither as silence nor as gap. Pure.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

CUT_OFF_AFTER = timedelta(days=1)
"""A feed that answers again within a day hid nothing."""
MOST_CUT_OFF_DAYS = 90
"""A feed cut off for longer has ended: whoever was seen only there can be missed again."""

Away = Sequence[tuple[date, date]]
"""First and last day of each stretch, both inclusive, in any order; they may overlap.

One that ends before it starts is empty.
"""


def days_between(start: date, end: date, away: Away = ()) -> int:
    """Days after `start` up to and including `end`, without the days away; 0 where `end` comes first."""
    return max(0, (end - start).days - _days_away(start.toordinal(), end.toordinal(), away))


def cut_off(since: datetime, now: datetime, zone: tzinfo) -> Away:
    """The days unseen in a feed that could last be read at `since` (both aware); () within the first day.

    Its end does not depend on `now`, so that nothing has to be counted anew from day to day.
    """
    if now - since <= CUT_OFF_AFTER:
        return ()
    day = since.astimezone(zone).date()
    return ((day + timedelta(days=1), day + timedelta(days=MOST_CUT_OFF_DAYS)),)


def _days_away(after: int, until: int, away: Away) -> int:
    """Days in (after, until] that lie in at least one stretch: one sweep from left to right."""
    total, counted_to = 0, after
    for first, last in sorted(away):
        begin, end = max(first.toordinal() - 1, counted_to), min(last.toordinal(), until)
        if end > begin:
            total, counted_to = total + end - begin, end
    return total
