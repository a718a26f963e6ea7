"""The extent of a group is how far into the future it reaches, so that what lies ahead can be renewed in time.

Step 1 of 5. Pure.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from worker.inbox.entry import Entry, Group
from worker.inbox.rule import BadRule, rule_of

_SLACK = timedelta(days=2)
"""Wall clocks are taken as UTC here: no zone is further off, and no meeting much longer."""


@dataclass(frozen=True, slots=True)
class Extent:
    """`last_ends_at` is an upper bound; None where the group has no end that can be told."""

    last_ends_at: datetime | None

    @property
    def is_endless(self) -> bool:
        return self.last_ends_at is None


def extent_of(group: Group) -> Extent:
    """A series that ends by COUNT counts as without an end: telling it would cost an expansion."""
    ends = [_end_of(entry) for entry in group.entries]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return Extent(None)
    return Extent(_safely_later(max(known)))


def _end_of(entry: Entry) -> datetime | None:
    last = max([entry.start.local, *(period.start.local for period in entry.dates)])
    if entry.end is not None:
        last = max(last, entry.end.local)
    for text in entry.rules:
        try:
            until = rule_of(text).until
        except BadRule:
            continue
        if until is None:
            return None
        last = max(last, datetime(until.year, until.month, until.day))  # noqa: DTZ001  # a wall clock
    return last


def _safely_later(local: datetime) -> datetime:
    try:
        return (local + _SLACK).replace(tzinfo=UTC)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)
