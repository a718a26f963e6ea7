"""An agenda is what the user's own calendars take of their time: how full a week is, and whether a day has a gap.

Beside step 5 of 5: occurrences → booked time → budget and days. Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from worker.core.event import Occurrence, Status
from worker.core.titles.called_off import is_called_off
from worker.core.work_day import IsDayOff

PAST_WEEKS = 12
"""A week is compared with so many before it."""
_FEWEST_WEEKS = 4
"""What a calendar of three weeks calls full says nothing."""
_FULL_HOURS = 10.0
"""A week with less is not full, however empty the ones before it were."""
_FULL, _VERY_FULL = 0.75, 0.90
"""Above the first percentile one nudge less, above the second two (docs/decisions/0008-giving.md)."""
LONGEST = timedelta(hours=16)
"""An entry longer than a waking day is a stay, not an appointment."""
_DAY = (time(8), time(21))
GAP = timedelta(hours=1)
"""A call, a letter or a walk needs about an hour …"""

Booked = tuple[datetime, datetime]
"""Begin and end of one appointment (aware UTC, the end exclusive)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Agenda:
    """The user's booked time, as far as it is known."""

    hours: Mapping[tuple[int, int], float] = field(default_factory=dict)
    """Busy hours by ISO (year, week)."""
    crammed: frozenset[date] = frozenset()
    """Days without a free hour."""
    booked: Sequence[Booked] = ()
    """All of it, in order; nothing overlaps."""

    def full_or(self, is_day_off: IsDayOff) -> IsDayOff:
        """The days that take no nudge: those that are off, and those without a free hour."""
        return lambda day: is_day_off(day) or day in self.crammed

    def gap_between(self, begin: datetime, end: datetime) -> Booked | None:
        """The first free time of an hour or more in a stretch; None where there is none."""
        inside = [(a, b) for a, b in self.booked if a < end and b > begin]
        edges = [(begin, begin), *inside, (end, end)]
        gaps = ((max(done, begin), min(next_at, end)) for (_, done), (next_at, _) in pairwise(edges))
        return next(((a, b) for a, b in gaps if b - a >= GAP), None)

    def budget_in(self, week: tuple[int, int], most: int) -> int:
        """How many nudges an ISO week takes of `most`: fewer where it is fuller than the twelve before it."""
        monday, first = date.fromisocalendar(*week, 1), min(self.hours, default=week)
        earlier = [(monday - timedelta(weeks=step)).isocalendar()[:2] for step in range(1, PAST_WEEKS + 1)]
        before = [self.hours.get(each, 0.0) for each in earlier if each >= first]
        hours = self.hours.get(week, 0.0)
        if len(before) < _FEWEST_WEEKS or hours < _FULL_HOURS:
            return most
        return max(0, most - sum(hours > _quantile(before, share) for share in (_FULL, _VERY_FULL)))


def agenda_of(booked: Iterable[Booked], *, zone: str) -> Agenda:
    """The agenda of some appointments, in any order; what overlaps, or stands in two calendars, counts once.

    Weeks and days are those of the user's zone.
    """
    there, hours = ZoneInfo(zone), dict[tuple[int, int], float]()
    by_day: dict[date, list[Booked]] = {}
    joined = _joined(booked)
    for begin, end in joined:
        day = begin.astimezone(there).date()
        week = day.isocalendar()[:2]
        hours[week] = hours.get(week, 0.0) + (end - begin).total_seconds() / 3600
        by_day.setdefault(day, []).append((begin, end))
    crammed = frozenset(day for day, spans in by_day.items() if not _has_gap(day, spans, there))
    return Agenda(hours=hours, crammed=crammed, booked=joined)


def booked_in(occurrences: Iterable[Occurrence], own: frozenset[str]) -> Iterable[Booked]:
    """The appointments among the user's own occurrences: not all-day, called off, declined or shown as free.

    `own` are the user's addresses.
    """
    for occurrence in occurrences:
        length = occurrence.ended_at - occurrence.started_at
        if not timedelta() < length <= LONGEST or occurrence.all_day or occurrence.is_free:
            continue
        declined = any(each.address in own and each.partstat == "DECLINED" for each in occurrence.attendees)
        is_off = occurrence.status is Status.CANCELLED or is_called_off(occurrence.title)
        if not is_off and not declined:
            yield occurrence.started_at, occurrence.ended_at


def _joined(booked: Iterable[Booked]) -> Sequence[Booked]:
    joined: list[Booked] = []
    for begin, end in sorted(booked):
        if joined and begin < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


def _has_gap(day: date, spans: Sequence[Booked], zone: ZoneInfo) -> bool:
    first, last = (datetime.combine(day, at, zone).astimezone(UTC) for at in _DAY)
    edges = [(first, first), *spans, (last, last)]
    return any(min(begin, last) - max(end, first) >= GAP for (_, end), (begin, _) in pairwise(edges))


def _quantile(values: Sequence[float], share: float) -> float:
    """Between the two nearest of the values, in proportion."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])
