"""A quirk is one producer's way to bend the format, and what it means.

Step 1 of 5. Each function names the producer, the rule that is bent, and the sample under tests/feeds. Pure.
"""

import re
from dataclasses import replace

from worker.inbox.reading.entry import Entry
from worker.inbox.reading.line import Line

_PARTSTATS = frozenset(("NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED"))
_VCALENDAR_PARTSTATS = {
    "ACCEPTED": "ACCEPTED", "CONFIRMED": "ACCEPTED", "COMPLETED": "ACCEPTED", "TENTATIVE": "TENTATIVE",
    "DECLINED": "DECLINED", "DELEGATED": "DELEGATED", "SENT": "NEEDS-ACTION", "NEEDS ACTION": "NEEDS-ACTION",
}  # fmt: skip
_ZONE_THEN_DATE = re.compile(r"(.{0,200}):(\d{8}(?:T\d{6}Z?)?)\s*\Z")


def series_with_own_recurrence_id(entry: Entry) -> Entry:
    """Connect Daily (-//MH Software, Inc//Connect Daily) writes RECURRENCE-ID:19700101 on masters.

    RFC 5545, 3.8.4.4: a RECURRENCE-ID names one instance; with an RRULE beside it and a day before the
    start it can name none. Sample: connect_daily_master.ics.
    """
    named = entry.recurrence_id
    if named is not None and entry.rules and named.local.year <= 1970 < entry.start.local.year:
        return replace(entry, recurrence_id=None)
    return entry


def partstat_of(line: Line) -> str:
    """vCalendar 1.0 writes ATTENDEE;STATUS=CONFIRMED where RFC 5545, 3.2.12, has PARTSTAT.

    DELEGATED-TO without PARTSTAT (3.2.5) means delegated too. Sample: vcalendar_attendee_status.ics.
    """
    params = line.params
    if "PARTSTAT" in params:
        written = params["PARTSTAT"].upper()
        return written if written in _PARTSTATS else "NEEDS-ACTION"  # 3.2.12 for words that nobody knows
    if params.get("DELEGATED-TO"):
        return "DELEGATED"
    return _VCALENDAR_PARTSTATS.get(params.get("STATUS", "").upper(), "NEEDS-ACTION")


def name_of(line: Line, address: str) -> str:
    """Google and Zimbra write the address as CN where they know no name (RFC 5545, 3.2.2): that is no name."""
    name = line.params.get("CN", "")
    return "" if name.casefold().removeprefix("mailto:").strip("'\" ") == address else name


def with_whole_zone_name(line: Line) -> Line:
    """Outlook's display names go out unquoted by some: DTSTART;TZID=(UTC+01:00) Amsterdam:20240304T090000.

    RFC 5545, 3.2: a value with a colon is quoted. The last colon before a date ends such a name.
    Sample: unquoted_zone_name.ics.
    """
    if "TZID" not in line.params or (found := _ZONE_THEN_DATE.match(line.value)) is None:
        return line
    zone = f"{line.params['TZID']}:{found[1]}"
    return line._replace(params={**line.params, "TZID": zone}, value=found[2])
