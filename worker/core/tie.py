"""A tie is what is remembered of all meetings with one person: a few running numbers and dates.

Step 4 of 5, its first half: touches of one person → tie (→ rhythm). Pure. All days are in the user's zone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from math import log
from operator import attrgetter

from worker.core.away import Away, days_between

VISIT_DAYS = 4
"""A new visit starts so many days or more after the start of the last: a conference of three days is one."""

SERIES_SHARE = 0.6
"""From this share of visits on that belong to a recurring series, the whole tie counts as one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MetDay:
    """One stretch of being together: the first and the last local day of an event, both inclusive."""

    starts_on: date
    ends_on: date
    """A day before `starts_on` (a broken event) is read as `starts_on`."""
    is_in_series: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Tie:
    """The running numbers of one tie; one more meeting changes them in O(1)."""

    visits: int
    """n: a visit starts 4 or more days after the start of the last one."""
    sum_y: float
    """Sum of y = ln(days between starts of visits)."""
    sum_y2: float
    """Sum of y²."""
    series_visits: int
    """Visits with at least one meeting that belongs to a recurring series."""
    days_met: int
    """Distinct days with a meeting (a long event counts on its first day)."""
    first_met_on: date | None
    visit_started_on: date | None
    """Start of the current (latest) visit."""
    last_met_on: date | None
    """Silence runs from here: the end of the latest meeting, or of a longer one before it."""
    latest_started_on: date | None = None
    """The first day of the latest meeting: what `tie_after` takes must not start before it."""
    is_visit_in_series: bool = False
    """True when the current visit is already counted in `series_visits`."""

    @property
    def is_series(self) -> bool:
        """A standing appointment: at least 60 % of the visits belong to a recurring series."""
        return self.visits > 0 and self.series_visits >= SERIES_SHARE * self.visits


def tie_of(days: Iterable[MetDay], *, away: Away = ()) -> Tie:
    """All past meetings with one person, in any order, duplicates welcome. No meeting gives `visits=0`.

    Days in `away` are taken from the gaps. A meeting ahead would count as met: leave it out.
    """
    tally = _Tally()
    for day in sorted(days, key=_START):
        tally.add(day, away)
    return tally.tie()


def tie_after(tie: Tie, day: MetDay, *, away: Away = ()) -> Tie:
    """The tie with one more meeting that starts no earlier than the latest one known, in O(1).

    The same meeting again changes nothing. `away` must be what the tie was built with; when it changes,
    or a meeting is removed or moved, rebuild with `tie_of`.
    Raises ValueError for a meeting that starts before `latest_started_on`, and for a tie that was kept
    without it: rebuild with `tie_of`.
    """
    latest = tie.latest_started_on
    if tie.visits and (latest is None or day.starts_on < latest):
        raise ValueError(
            f"A meeting on {day.starts_on} may lie before {latest}; rebuild this tie with tie_of."
        )
    tally = _Tally(**{name: getattr(tie, name) for name in _NAMES})
    tally.add(day, away)
    return tally.tie()


def gap_between(start: date, next_start: date, away: Away = ()) -> int:
    """Days between the starts of two visits, without the days away; never below the 4 that make a visit."""
    return max(VISIT_DAYS, days_between(start, next_start, away))


@dataclass(slots=True)
class _Tally:
    """A tie in the making, with the fields of `Tie`: the one place where a meeting is counted."""

    visits: int = 0
    sum_y: float = 0.0
    sum_y2: float = 0.0
    series_visits: int = 0
    days_met: int = 0
    first_met_on: date | None = None
    visit_started_on: date | None = None
    last_met_on: date | None = None
    latest_started_on: date | None = None
    is_visit_in_series: bool = False

    def add(self, day: MetDay, away: Away) -> None:
        """One more meeting, no earlier than the latest."""
        start, end, begun = day.starts_on, max(day.starts_on, day.ends_on), self.visit_started_on
        if begun is None or (start - begun).days >= VISIT_DAYS:
            self._begin_visit(start, begun, away)
        if day.is_in_series and not self.is_visit_in_series:
            self.series_visits += 1
            self.is_visit_in_series = True
        if start != self.latest_started_on:
            self.days_met += 1
            self.latest_started_on = start
        if self.last_met_on is None or end > self.last_met_on:
            self.last_met_on = end

    def _begin_visit(self, start: date, before: date | None, away: Away) -> None:
        if before is None:
            self.first_met_on = start
        else:
            y = log(gap_between(before, start, away))
            self.sum_y += y
            self.sum_y2 += y * y
        self.visits += 1
        self.visit_started_on = start
        self.is_visit_in_series = False

    def tie(self) -> Tie:
        return Tie(**{name: getattr(self, name) for name in _NAMES})


_START = attrgetter("starts_on")
_NAMES = tuple(field.name for field in fields(Tie))
NEVER_MET = tie_of(())
"""The tie before the first meeting."""
