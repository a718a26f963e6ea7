"""The extent of a group is how far into the future it reaches, so that what lies ahead can be renewed in time.

Step 1 of 5. Pure.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from worker.inbox.reading.entry import Entry, Group, Period
from worker.inbox.reading.rule import BadRule
from worker.inbox.reading.rule_text import rule_of

_SLACK = timedelta(days=2)
"""Wall clocks are taken as UTC here, and whole days begin and end at any of them: no zone is further off."""


@dataclass(frozen=True, slots=True)
class Extent:
    """`last_ends_at` is an upper bound; None where the group has no end that can be told."""

    last_ends_at: datetime | None

    @property
    def is_endless(self) -> bool:
        return self.last_ends_at is None


def extent_of(group: Group) -> Extent:
    """A series that ends by COUNT counts as without an end: telling it would cost an expansion."""
    ends: list[datetime] = []
    for entry in group.entries:
        last = _last_start_of(entry)
        if last is None:
            return Extent(None)
        ends.append(_safely_later(last, _length_of(entry)))
        ends += [_safely_later(period.start.local, _period_length(period)) for period in entry.dates]
    return Extent(max(ends))


def _last_start_of(entry: Entry) -> datetime | None:
    last = max([entry.start.local, *(period.start.local for period in entry.dates)])
    for text in entry.rules:
        try:
            until = rule_of(text).until
        except BadRule:
            continue
        if until is None:
            return None
        last = max(last, datetime(until.year, until.month, until.day))  # noqa: DTZ001  # a wall clock
    return last


def _length_of(entry: Entry) -> timedelta:
    written = entry.end.local - entry.start.local if entry.end is not None else timedelta()
    return max(written, entry.duration or timedelta(), timedelta())


def _period_length(period: Period) -> timedelta:
    written = period.end.local - period.start.local if period.end is not None else timedelta()
    return max(written, period.length or timedelta(), timedelta())


def _safely_later(local: datetime, length: timedelta) -> datetime:
    try:
        return (local + length + _SLACK).replace(tzinfo=UTC)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)
