"""A rule is the RRULE of an event, read into plain numbers; recurrence.py turns it into starts.

Part of step 1 of 5: feed → occurrence. Pure. What its two written forms have in common stands here, too; they are
read in rule_text.py and old_rule.py. A rule that can not be followed raises BadRule, so that its event is kept
without its repetitions.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from worker.core.sentence import Sentence
from worker.errors import PermanentError

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SHOWN_CHARACTERS = 60
"""A cause names the faulty value, which may be as long as a sender likes: no more than this is shown."""


class BadRule(PermanentError):  # noqa: N818 - read as a sentence: the rule is bad, the event itself is kept
    """A recurrence rule that says nothing that can be followed; `str()` is the short cause."""


class Freq(StrEnum):
    """RFC 5545, 3.3.10: what one interval of the rule is."""

    SECONDLY = "SECONDLY"
    MINUTELY = "MINUTELY"
    HOURLY = "HOURLY"
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, kw_only=True, slots=True)
class ByDay:
    """One entry of BYDAY: each such weekday, or the n-th one of the month or year."""

    weekday: int
    """0 is Monday."""
    nth: int = 0
    """1 is the first, -1 the last, 0 means each."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """The parts of one RRULE. An empty tuple: the part is absent, DTSTART or the frequency decides."""

    freq: Freq
    interval: int = 1
    count: int | None = None
    until: datetime | date | None = None
    """The last possible start, inclusive: aware in UTC where written with Z, else naive, or a whole day."""
    by_second: tuple[int, ...] = ()
    by_minute: tuple[int, ...] = ()
    by_hour: tuple[int, ...] = ()
    by_day: tuple[ByDay, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_week_no: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    by_set_pos: tuple[int, ...] = ()
    week_start: int = 0
    """WKST, 0 is Monday."""

    @property
    def until_is_utc(self) -> bool:
        return isinstance(self.until, datetime) and self.until.tzinfo is not None

    @property
    def is_endless(self) -> bool:
        return self.count is None and self.until is None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Range:
    """Which numbers a BY part takes (RFC 5545, 3.3.10); negative ones count from the end, 0 never does."""

    field: str
    low: int
    high: int
    is_signed: bool = False

    def has(self, number: int) -> bool:
        return self.low <= (abs(number) if self.is_signed else number) <= self.high


BY_NUMBERS = {
    "BYSECOND": _Range(field="by_second", low=0, high=60),
    "BYMINUTE": _Range(field="by_minute", low=0, high=59),
    "BYHOUR": _Range(field="by_hour", low=0, high=23),
    "BYMONTHDAY": _Range(field="by_month_day", low=1, high=31, is_signed=True),
    "BYYEARDAY": _Range(field="by_year_day", low=1, high=366, is_signed=True),
    "BYWEEKNO": _Range(field="by_week_no", low=1, high=53, is_signed=True),
    "BYMONTH": _Range(field="by_month", low=1, high=12),
    "BYSETPOS": _Range(field="by_set_pos", low=1, high=366, is_signed=True),
}
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}")
_TIME = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{0,2})(Z)?)?")


def positive(name: str, text: str) -> int:
    """A number from 1 on. Raises BadRule."""
    if not _NUMBER.fullmatch(text) or int(text) < 1:
        raise BadRule(Sentence("{part} is not a positive number", part=f"{name}={short(text)}"))
    return int(text)


def numbers_in(name: str, text: str) -> tuple[int, ...]:
    """The numbers of a BY part, sorted, each once; none where the part is empty. Raises BadRule.

    Second 60 is read as 59 (RFC 5545, 3.3.12).
    """
    numbers = {_number_of(name, item) for item in items_in(text)}
    return tuple(sorted({min(number, 59) for number in numbers} if name == "BYSECOND" else numbers))


def until_of(text: str) -> datetime | date:
    """What UNTIL names: a day, a local time, or a time in UTC (written with Z). Raises BadRule.

    Second 60 is read as 59 (RFC 5545, 3.3.12); "T16000Z", as some zone files have it, as 16:00:00.
    """
    found = _TIME.fullmatch(text.replace("-", "").replace(":", ""))
    try:
        return _time_of(found) if found else _not_a_date(text)
    except ValueError:
        return _not_a_date(text)


def _time_of(found: re.Match[str]) -> datetime | date:
    year, month, day = (int(found[part]) for part in (1, 2, 3))
    if found[4] is None:
        return date(year, month, day)
    hour, minute, second = int(found[4]), int(found[5]), int(found[6] or 0)
    return datetime(
        year, month, day, hour, minute, 59 if second == 60 else second, tzinfo=UTC if found[7] else None
    )


def _not_a_date(text: str) -> date:
    raise BadRule(Sentence("{part} is not a date", part=f"UNTIL={short(text)}"))


def items_in(text: str) -> list[str]:
    """The members of a list with commas; none where it is empty."""
    return [item.strip() for item in text.split(",") if item.strip()]


def _number_of(name: str, text: str) -> int:
    if not _NUMBER.fullmatch(text) or not BY_NUMBERS[name].has(int(text)):
        raise BadRule(Sentence("{part} is out of range", part=f"{name}={short(text)}"))
    return int(text)


def weekday_of(text: str, part: str) -> int:
    """0 for "MO"; `part` is what names it, for the cause. Raises BadRule."""
    if text not in WEEKDAYS:
        raise BadRule(Sentence("{part} is not a weekday", part=f"{part}{short(text)}"))
    return WEEKDAYS.index(text)


def short(text: str) -> str:
    """A faulty value as a cause shows it."""
    return text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "…"
