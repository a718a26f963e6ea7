"""A moment is a date or a time as a calendar wrote it, before its zone is resolved.

Step 1 of 5. Pure.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from worker.core.sentence import Sentence

_FORM = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d)?)?\Z",
    re.IGNORECASE | re.ASCII,
)
_DURATION = re.compile(
    r"([+-])?P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?\Z",
    re.IGNORECASE | re.ASCII,
)
_LONGEST = 64
"""Characters of a date or duration: longer ones are refused unread."""
_NO_DATE, _NO_DURATION = Sentence("is not a date"), Sentence("is not a duration")
_TOO_LONG = Sentence("is a duration of millions of years")


@dataclass(frozen=True, slots=True)
class Moment:
    """Local wall clock and the name of its zone: "" is floating, "UTC" is UTC, else the TZID as written."""

    local: datetime
    zone: str = ""
    is_date: bool = False

    @property
    def written(self) -> str:
        """For the store: reads back with `moment_of`."""
        if self.is_date:
            return f"{self.local.year:04}{self.local:%m%d}"
        return f"{self.local.year:04}{self.local:%m%dT%H%M%S};{self.zone}"


def moment_of(written: str) -> Moment:
    """The inverse of `Moment.written`."""
    value, _, zone = written.partition(";")
    return moment_in(value, zone)


def moment_in(value: str, zone: str = "") -> Moment:
    """A DATE or DATE-TIME value (RFC 5545, 3.3.4 and 3.3.5; dashes and colons are forgiven).

    ValueError where it is neither, or names a day that does not exist: what it is then, as a `Sentence`.
    """
    value = value.strip()
    if (usual := _usual(value, zone)) is not None:
        return usual
    found = _FORM.match(value) if len(value) <= _LONGEST else None
    try:
        if found:
            return _moment_of(zone, *found.groups())
    except (ValueError, OverflowError) as error:
        raise ValueError(_NO_DATE) from error
    raise ValueError(_NO_DATE)


def _usual(value: str, zone: str) -> Moment | None:
    """The usual forms, read ten times as fast; None where it is none of them."""
    if value[8:9] != "T" or not (value[:8] + value[9:15]).isdigit():
        return None
    is_utc = value[15:] == "Z"
    if len(value) != 15 and not is_utc:
        return None
    try:
        return Moment(datetime.fromisoformat(value[:15]), "UTC" if is_utc else zone)
    except ValueError:
        return None


def _moment_of(
    zone: str,
    year: str,
    month: str,
    day: str,
    hour: str | None,
    minute: str,
    second: str | None,
    offset: str | None,
) -> Moment:
    if hour is None:
        return Moment(datetime(int(year), int(month), int(day)), "", True)  # noqa: DTZ001  # a wall clock has no zone
    local = datetime(int(year), int(month), int(day), int(hour) % 24, int(minute), min(int(second or 0), 59))  # noqa: DTZ001  # likewise
    if int(hour) == 24:
        local += timedelta(days=1)  # 24:00 is written by some; 3.3.12 knows it not
    elif int(hour) > 24:
        raise ValueError("not an hour")
    if offset is None:
        return Moment(local, zone)
    return Moment(local - _offset_of(offset), "UTC")


def _offset_of(written: str) -> timedelta:
    if written in "Zz":
        return timedelta()
    minutes = int(written[1:3]) * 60 + int(written[-2:])
    return timedelta(minutes=-minutes if written[0] == "-" else minutes)


def duration_in(value: str) -> timedelta:
    """A DURATION value (3.3.6). ValueError where it is none or beyond what dates can hold, as for `moment_in`."""
    value = value.strip()
    found = _DURATION.match(value) if len(value) <= _LONGEST else None
    if not found or not any(found.groups()[1:]):
        raise ValueError(_NO_DURATION)
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    try:
        length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError as error:
        raise ValueError(_TOO_LONG) from error
    return -length if found[1] == "-" else length
