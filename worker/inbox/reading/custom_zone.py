"""A custom zone is the meaning of a VTIMEZONE (RFC 5545, 3.6.5): offsets, and when each begins.

Part of step 1 of 5. Pure; what is kept between readings goes by the whole definition, never by its name.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from functools import lru_cache
from itertools import islice

from worker.inbox.reading.line import line_in
from worker.inbox.reading.moment import moment_in
from worker.inbox.reading.recurrence import starts
from worker.inbox.reading.rule import BadRule, Rule
from worker.inbox.reading.rule_text import rule_of

_LAST_NEEDED = datetime(2200, 1, 1)  # noqa: DTZ001  # a wall clock
_FIRST_NEEDED = datetime(1900, 1, 1)  # noqa: DTZ001  # a wall clock; some producers let their rules begin in the year 1
_MOST_ONSETS = 500
"""Changes of one observance: one a year for three hundred years is 300; a SECONDLY rule stops here."""
_MOST_OBSERVANCES = 200
"""STANDARD and DAYLIGHT parts of one zone: those that list every year since 1900 one by one have 200."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Onset:
    local: datetime
    """Wall clock at the change, in the offset before it."""
    before: timedelta
    after: timedelta

    @property
    def utc(self) -> datetime:
        return self.local - self.before

    def has_twice(self, local: datetime) -> bool:
        """The wall clock is turned back over this time."""
        return self.local - (self.before - self.after) <= local < self.local


class CustomZone(tzinfo):
    """A VTIMEZONE as tzinfo. `fold` is understood; in a gap the offset before it holds (RFC 5545, 3.3.5)."""

    def __init__(self, onsets: list[_Onset]) -> None:
        self._onsets = sorted(onsets, key=lambda onset: onset.utc)
        self._locals = [onset.local for onset in self._onsets]
        self._utcs = [onset.utc for onset in self._onsets]

    def utcoffset(self, when: datetime | None) -> timedelta:
        if when is None:
            return self._onsets[0].after
        local = when.replace(tzinfo=None)
        i = bisect_right(self._locals, local)
        if when.fold and i < len(self._onsets) and self._onsets[i].has_twice(local):
            return self._onsets[i].after
        if not i:
            return self._onsets[0].before
        onset = self._onsets[i - 1]
        is_in_gap = local - onset.local < onset.after - onset.before
        return onset.before if is_in_gap and not when.fold else onset.after

    def dst(self, when: datetime | None) -> timedelta:  # noqa: ARG002  # tzinfo names the argument
        return timedelta()

    def tzname(self, when: datetime | None) -> str:  # noqa: ARG002  # tzinfo names the argument
        return "custom"

    def fromutc(self, when: datetime) -> datetime:
        utc = when.replace(tzinfo=None)
        i = bisect_right(self._utcs, utc)
        if not i:
            return (utc + self._onsets[0].before).replace(tzinfo=self)
        onset = self._onsets[i - 1]
        local = utc + onset.after
        return local.replace(tzinfo=self, fold=int(onset.has_twice(local)))


@lru_cache(maxsize=64)
def custom_zone_in(definition: str) -> CustomZone | None:
    """The zone in the unfolded text of a VTIMEZONE; None where it defines nothing usable."""
    onsets: list[_Onset] = []
    observance: dict[str, str] | None = None
    left = _MOST_OBSERVANCES
    for text in definition.split("\n"):
        line = line_in(text)
        if line is None:
            continue
        if line.name == "BEGIN":
            observance = {}
        elif line.name == "END" and observance is not None:
            onsets += _onsets_of(observance) if left > 0 else []
            observance, left = None, left - 1
        elif observance is not None:
            _take(observance, line.name, line.value)
    return CustomZone(onsets) if onsets else None


def _take(observance: dict[str, str], name: str, value: str) -> None:
    if name == "RDATE" and name in observance:
        value = f"{observance[name]},{value}"[: 20 * _MOST_ONSETS]
    observance[name] = value


def _onsets_of(observance: Mapping[str, str]) -> list[_Onset]:
    try:
        before, after = (_offset_in(observance[name]) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
        first = moment_in(observance["DTSTART"]).local
        listed = [value for value in observance.get("RDATE", "").split(",") if value.strip()]
        changes = [first, *(moment_in(value).local for value in listed[:_MOST_ONSETS])]
        if rule := observance.get("RRULE"):
            changes += _changes_by(rule, first, before)
    except (KeyError, ValueError, BadRule):
        return []
    return [_Onset(local, before, after) for local in dict.fromkeys(changes) if 1 < local.year < 9999]


def _changes_by(text: str, first: datetime, before: timedelta) -> list[datetime]:
    rule = rule_of(text)
    since = _FIRST_NEEDED if rule.count is None else None
    return list(islice(starts(rule, first, until_local=_last_of(rule, before), since=since), _MOST_ONSETS))


def _last_of(rule: Rule, before: timedelta) -> datetime:
    """UNTIL on the wall clock before the change."""
    until = rule.until
    if until is None:
        return _LAST_NEEDED
    if not isinstance(until, datetime):
        return min(datetime.combine(until, time.max), _LAST_NEEDED)
    return min(until.replace(tzinfo=None), _LAST_NEEDED) + (before if rule.until_is_utc else timedelta())


def _offset_in(value: str) -> timedelta:
    """UTC-OFFSET (3.3.14). ValueError where it is none, or a day or more."""
    digits = value.strip().lstrip("+-").replace(":", "")
    if not (digits.isascii() and digits.isdigit()) or len(digits) not in (2, 4, 6):
        raise ValueError("not an offset")
    hours, minutes, seconds = (int(digits[i : i + 2] or 0) for i in (0, 2, 4))
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if offset >= _DAY:
        raise ValueError("not an offset")
    return -offset if value.strip().startswith("-") else offset
