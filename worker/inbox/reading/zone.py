"""A zone is what a TZID means: IANA name, the feed's own VTIMEZONE, a Windows name, or nothing known.

Step 1 of 5. Pure: a TZID is only ever looked up in known sets and never handed on to the file system. No name is
remembered across feeds, so one feed's VTIMEZONE never serves another's events.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from worker.inbox.reading.custom_zone import custom_zone_in
from worker.inbox.reading.line import line_in
from worker.inbox.reading.moment import Moment
from worker.inbox.reading.text import texts_in
from worker.inbox.reading.windows_zone import windows_name_of

_LONGEST_NAME = 255
_TELLING = ("BEGIN", "END", "DTSTART", "TZOFFSET", "RRULE", "RDATE")
_MOST_CUSTOM = 200
"""VTIMEZONEs that one feed may have in use: the largest real feed has a dozen."""


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


def known_name_of(tzid: str) -> str | None:
    """The IANA name behind a TZID in any of its known spellings; None where it is none."""
    return iana_name_of(tzid) or _vendor_name_of(tzid) or windows_name_of(tzid)


def _vendor_name_of(tzid: str) -> str | None:
    """`/mozilla.org/20050126_1/Europe/Berlin` and the like: the longest tail that is an IANA name."""
    parts = tzid.strip().strip("/").split("/")[-4:]
    return next((name for i in range(1, len(parts)) if (name := iana_name_of("/".join(parts[i:])))), None)


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
        self._customs = 0

    def of(self, tzid: str) -> tzinfo:
        """IANA first, then the feed's own VTIMEZONE, then vendor paths and Windows names, else the default zone."""
        zone = self._found.get(tzid)
        if zone is None:
            zone = self._found[tzid] = self._resolved(tzid)
        return zone

    def name_of(self, tzid: str) -> str:
        """The IANA name that a TZID means in this feed; "" for UTC, for none, and for zones of its own making."""
        zone = self.of(tzid)
        return "" if tzid in ("", "UTC") or tzid in self.unknown else getattr(zone, "key", "")

    def of_series(self, tzid: str) -> tzinfo:
        """The zone on whose wall clock a series repeats (docs/decisions/0006).

        A start in UTC repeats in the feed's X-WR-TIMEZONE where it names one: whoever converted the times to UTC still
        meets at nine in winter. Without it, UTC repeats in UTC (RFC 5545, 3.3.5).
        """
        return self.own if tzid == "UTC" and self.own is not None else self.of(tzid)

    def _resolved(self, tzid: str) -> tzinfo:
        if name := iana_name_of(tzid):
            return zone_named(name)
        definition = self.definitions.get(tzid)
        if definition and self._customs < _MOST_CUSTOM:
            self._customs += 1
            custom = custom_zone_in(definition)
            if custom is not None:
                return custom
        if name := _vendor_name_of(tzid) or windows_name_of(tzid):
            return zone_named(name)
        self.unknown.add(tzid)
        return self.default

    def utc_of(self, moment: Moment) -> datetime:
        """The instant. In a gap the offset before it holds, in a fold the first time (RFC 5545, 3.3.5).

        OverflowError at the ends of the calendar (years 1 and 9999).
        """
        zone = self.of(moment.zone)
        at = moment.local.replace(tzinfo=zone)
        return at if zone is UTC else at.astimezone(UTC)


def definition_in(raw: bytes) -> tuple[str, str] | None:
    """TZID of a VTIMEZONE chunk, and those of its unfolded lines that say when it is; None where it has no name.

    What some servers write anew (LAST-MODIFIED, TZURL) would make every event of theirs look changed.
    """
    texts = texts_in(raw)
    for text in texts:
        line = line_in(text)
        if line is not None and line.name == "TZID":
            return line.text.strip(), "\n".join(t for t in texts if t.upper().startswith(_TELLING))
    return None
