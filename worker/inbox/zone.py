"""A zone is what a TZID means: IANA name, the feed's own VTIMEZONE, a Windows name, or nothing known.

Step 1 of 5. Pure: a TZID is only ever looked up in known sets and never handed on to the file system; nothing is
cached across feeds, so one feed's VTIMEZONE never serves another's events.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from worker.inbox.line import line_in
from worker.inbox.moment import Moment, moment_in
from worker.inbox.recurrence import starts
from worker.inbox.rule import BadRule, rule_of
from worker.inbox.text import decoded, unfolded

_LAST_YEAR = 2200
_FIRST_NEEDED = datetime(1900, 1, 1)  # noqa: DTZ001  # a wall clock; some producers let their rules begin in the year 1
_MOST_ONSETS = 500
"""Changes of one observance: twice a year for two hundred years is 400; a SECONDLY rule stops here."""
_LONGEST_NAME = 255


def iana_name_of(tzid: str) -> str | None:
    """The IANA name behind a TZID that is one, whatever its case and slashes; None where it is none."""
    if len(tzid) > _LONGEST_NAME:
        return None
    return _iana_names().get(tzid.strip().strip("/\"'").casefold())


@cache
def _iana_names() -> Mapping[str, str]:
    return {name.casefold(): name for name in available_timezones()}


@cache
def zone_named(name: str) -> tzinfo:
    """A known IANA name as tzinfo; "UTC" is the fixed one."""
    return UTC if name in ("UTC", "Etc/UTC") else ZoneInfo(name)


def _vendor_name_of(tzid: str) -> str | None:
    """`/mozilla.org/20050126_1/Europe/Berlin` and the like: the longest tail that is an IANA name."""
    parts = tzid.strip().strip("/").split("/")[-4:]
    return next((name for i in range(1, len(parts)) if (name := iana_name_of("/".join(parts[i:])))), None)


def _windows_name_of(tzid: str) -> str | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return WINDOWS_TO_OLSON.get(tzid.strip().strip("/"))


class Zones:
    """The zones of one feed.

    `default` serves floating times, dates, and names that mean nothing. `own` is the feed's X-WR-TIMEZONE, if any.
    """

    def __init__(
        self, default: tzinfo, definitions: Mapping[str, str] | None = None, own: tzinfo | None = None
    ) -> None:
        self.default = default
        self.own = own
        self.definitions = dict(definitions or {})
        self.unknown: set[str] = set()
        """TZIDs that were asked for and mean nothing: their times were read in the default zone."""
        self._found: dict[str, tzinfo] = {"": default, "UTC": UTC}

    def of(self, tzid: str) -> tzinfo:
        """IANA first, then the feed's own VTIMEZONE, then vendor paths and Windows names, else the default zone."""
        zone = self._found.get(tzid)
        if zone is None:
            zone = self._found[tzid] = self._resolved(tzid)
        return zone

    def of_series(self, tzid: str) -> tzinfo:
        """The zone on whose wall clock a series repeats (docs/decisions/0006).

        A start in UTC repeats in the feed's X-WR-TIMEZONE where it names one: whoever converted the times to UTC still
        meets at nine in winter. Without it, UTC repeats in UTC (RFC 5545, 3.3.5).
        """
        return self.own if tzid == "UTC" and self.own is not None else self.of(tzid)

    def _resolved(self, tzid: str) -> tzinfo:
        if name := iana_name_of(tzid):
            return zone_named(name)
        if definition := self.definitions.get(tzid):
            custom = custom_zone_in(definition)
            if custom is not None:
                return custom
        if name := _vendor_name_of(tzid) or _windows_name_of(tzid):
            return zone_named(name)
        self.unknown.add(tzid)
        return self.default

    def utc_of(self, moment: Moment) -> datetime:
        """The instant. In a gap the offset before it holds, in a fold the first time (RFC 5545, 3.3.5).

        OverflowError at the ends of the calendar (years 1 and 9999).
        """
        return moment.local.replace(tzinfo=self.of(moment.zone)).astimezone(UTC)

    def needed_by(self, tzids: set[str]) -> dict[str, str]:
        """The definitions that these TZIDs need beyond the IANA database."""
        return {
            tzid: self.definitions[tzid]
            for tzid in tzids
            if tzid in self.definitions and not iana_name_of(tzid)
        }


@dataclass(frozen=True, slots=True)
class _Onset:
    local: datetime
    """Wall clock at the change, in the offset before it."""
    before: timedelta
    after: timedelta


class CustomZone(tzinfo):
    """A VTIMEZONE (RFC 5545, 3.6.5) as tzinfo."""

    def __init__(self, onsets: list[_Onset]) -> None:
        self._onsets = sorted(onsets, key=lambda onset: onset.local)
        self._locals = [onset.local for onset in self._onsets]

    def utcoffset(self, when: datetime | None) -> timedelta:
        if when is None:
            return self._onsets[0].after
        local = when.replace(tzinfo=None)
        i = bisect_right(self._locals, local) - 1
        if i < 0:
            return self._onsets[0].before
        onset = self._onsets[i]
        if local - onset.local < onset.after - onset.before:
            return onset.before  # inside the gap
        return onset.after

    def dst(self, when: datetime | None) -> timedelta:  # noqa: ARG002  # tzinfo names the argument
        return timedelta()

    def tzname(self, when: datetime | None) -> str:  # noqa: ARG002  # tzinfo names the argument
        return "custom"

    def fromutc(self, when: datetime) -> datetime:
        naive = when.replace(tzinfo=None)
        offset = self._onsets[0].before
        for onset in self._onsets:
            if onset.local - onset.before > naive:
                break
            offset = onset.after
        return (naive + offset).replace(tzinfo=self)


def custom_zone_in(definition: str) -> CustomZone | None:
    """The zone in the text of a VTIMEZONE; None where it defines nothing usable."""
    onsets: list[_Onset] = []
    observance: dict[str, str] | None = None
    for text in definition.split("\n"):
        line = line_in(text)
        if line is None:
            continue
        if line.name == "BEGIN":
            observance = {}
        elif line.name == "END":
            onsets += _onsets_of(observance or {})
            observance = None
        elif observance is not None:
            observance[line.name] = (
                f"{observance[line.name]},{line.value}"
                if line.name == "RDATE" and line.name in observance
                else line.value
            )
    return CustomZone(onsets) if onsets else None


def _onsets_of(observance: Mapping[str, str]) -> list[_Onset]:
    try:
        before, after = (_offset_in(observance[name]) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
        first = moment_in(observance["DTSTART"]).local
        changes = [
            first,
            *(moment_in(value).local for value in observance.get("RDATE", "").split(",") if value),
        ]
        if rule := observance.get("RRULE"):
            changes += _changes_by(rule, first, before)
    except (KeyError, ValueError, BadRule):
        return []
    return [_Onset(local, before, after) for local in dict.fromkeys(changes)]


def _changes_by(text: str, first: datetime, before: timedelta) -> list[datetime]:
    rule = rule_of(text)
    until = rule.until if isinstance(rule.until, datetime) else None
    if until is not None and rule.until_is_utc:
        until = until.replace(tzinfo=None) + before
    since = _FIRST_NEEDED if rule.count is None else None
    changes: list[datetime] = []
    for local in starts(rule, first, until_local=until, since=since):
        if local.year > _LAST_YEAR or len(changes) >= _MOST_ONSETS:
            break
        changes.append(local)
    return changes


def _offset_in(value: str) -> timedelta:
    """UTC-OFFSET (3.3.14). ValueError where it is none or a day or more."""
    digits = value.strip().lstrip("+-").replace(":", "")
    if not digits.isdigit() or len(digits) not in (2, 4, 6):
        raise ValueError("not an offset")
    hours, minutes, seconds = (int(digits[i : i + 2] or 0) for i in (0, 2, 4))
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if offset >= timedelta(hours=24):
        raise ValueError("not an offset")
    return -offset if value.strip().startswith("-") else offset


def definition_in(raw: bytes) -> tuple[str, str] | None:
    """TZID and unfolded text of a VTIMEZONE chunk; None where it names itself nowhere."""
    text = decoded(unfolded(raw))
    for one in text.split("\n"):
        line = line_in(one)
        if line is not None and line.name == "TZID":
            return line.text.strip(), text
    return None
