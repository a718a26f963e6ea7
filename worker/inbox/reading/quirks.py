"""A quirk is one producer's way to bend the format, and what it means.

Step 1 of 5. Each function names the producer, the rule that is bent, and the sample under tests/feeds. Pure.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from worker.inbox.reading.entry import Entry, Period
from worker.inbox.reading.line import Line
from worker.inbox.reading.moment import Moment
from worker.inbox.reading.text import one_line

_PARTSTATS = frozenset(("NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED"))
_VCALENDAR_PARTSTATS = {
    "ACCEPTED": "ACCEPTED", "CONFIRMED": "ACCEPTED", "COMPLETED": "ACCEPTED", "TENTATIVE": "TENTATIVE",
    "DECLINED": "DECLINED", "DELEGATED": "DELEGATED", "SENT": "NEEDS-ACTION", "NEEDS ACTION": "NEEDS-ACTION",
}  # fmt: skip
_ALL_DAY = ("X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY")
_BUSY = ("X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-MSNCALENDAR-BUSYSTATUS")
_FREE = frozenset(("FREE", "WORKINGELSEWHERE"))
_ACCESS, _SPOT, _SPOT_NAME = (
    "X-CALENDARSERVER-ACCESS",
    "X-APPLE-STRUCTURED-LOCATION",
    "X-MICROSOFT-LOCATIONDISPLAYNAME",
)
_LONGEST_PLACE = 1_000
VENDOR_NAMES = frozenset((*_ALL_DAY, *_BUSY, _ACCESS, _SPOT, _SPOT_NAME))
"""The X- properties that say something about whom, when, where or whether (docs/reading.md tells of all others)."""
_CALLED_OFF = frozenset(
    (
        *("canceled", "cancelled", "abgesagt", "cancelado", "cancelada", "annulé", "annulée", "annullato"),
        *("annullata", "geannuleerd", "inställt", "aflyst", "avlyst", "peruutettu", "anulowano", "odwołane"),
    )
)
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
    """Google and Zimbra write the address as CN where they know no name (RFC 5545, 3.2.2): that is no name.

    Others write what stands before its "@": "ada" may be a name, "ada.lovelace" and "ada1" are none.
    """
    name = line.params.get("CN", "")
    bare, local = name.casefold().removeprefix("mailto:").strip("'\" "), address.partition("@")[0]
    return "" if bare == address or (bare == local and not bare.isalpha()) else name


def with_whole_zone_name(line: Line) -> Line:
    """Outlook's display names go out unquoted by some: DTSTART;TZID=(UTC+01:00) Amsterdam:20240304T090000.

    RFC 5545, 3.2: a value with a colon is quoted. The last colon before a date ends such a name.
    Sample: unquoted_zone_name.ics.
    """
    if "TZID" not in line.params or (found := _ZONE_THEN_DATE.match(line.value)) is None:
        return line
    zone = f"{line.params['TZID']}:{found[1]}"
    return line._replace(params={**line.params, "TZID": zone}, value=found[2])


def in_vendor_words(entry: Entry, texts: Mapping[str, Line]) -> Entry:
    """The entry with what its X- properties say of it: most calendars of Microsoft's and Apple's have some."""
    if VENDOR_NAMES.isdisjoint(texts):
        return entry
    entry = replace(
        entry,
        place=entry.place or one_line(_place_in(texts)[:_LONGEST_PLACE]),
        is_free=entry.is_free or _is_free(texts),
        is_private=entry.is_private or _said(texts, _ACCESS) not in ("", "PUBLIC"),
        status="CANCELLED" if _is_called_off(texts, entry.title) else entry.status,
    )
    return _with_whole_days(entry, texts)


def _is_free(texts: Mapping[str, Line]) -> bool:
    """Some write Microsoft's BUSYSTATUS and leave TRANSP (RFC 5545, 3.8.2.7) out, or at its default.

    MS-OXCICAL, 2.1.3.1.1.20.31. Sample: busy_status_free.ics.
    """
    return any(_said(texts, name) in _FREE for name in _BUSY)


def _is_called_off(texts: Mapping[str, Line], title: str) -> bool:
    """Exchange leaves called-off meetings in a published calendar, as CONFIRMED (RFC 5545, 3.8.1.11).

    What tells is "Canceled: " before the title, in the user's language, together with time that is free again.
    Sample: exchange_called_off.ics.
    """
    first, colon, _ = title.partition(":")
    return bool(colon) and first.strip().casefold() in _CALLED_OFF and _is_free(texts)


def _place_in(texts: Mapping[str, Line]) -> str:
    """Where it is, if LOCATION is missing or empty: Apple and Outlook name the place a second time.

    Apple escapes a line break in a parameter twice (RFC 5545, 3.1, knows no escapes there). Sample:
    structured_location.ics.
    """
    if (spot := texts.get(_SPOT)) is not None:
        parts = (spot.params.get("X-TITLE", ""), spot.params.get("X-ADDRESS", ""))
        return ", ".join(Line("", {}, part.replace(r"\\", "\\")).text for part in parts if part)
    return texts[_SPOT_NAME].text if _SPOT_NAME in texts else ""


def _with_whole_days(entry: Entry, texts: Mapping[str, Line]) -> Entry:
    """Exchange and Hotmail write whole days as times from midnight to midnight, with a mark beside them.

    MS-OXCICAL, 2.1.3.1.1.20.28: they are whole days of whoever reads, like DATE values (RFC 5545, 3.8.2.4).
    Sample: midnight_to_midnight.ics.
    """
    times = [entry.start] if entry.end is None else [entry.start, entry.end]
    is_marked = any(_said(texts, name) in ("TRUE", "1") for name in _ALL_DAY)
    if not is_marked or any(_day_at(moment) is moment for moment in times):
        return entry
    return replace(
        entry,
        start=_day_at(entry.start),
        end=_day_at(entry.end) if entry.end else None,
        recurrence_id=_day_at(entry.recurrence_id) if entry.recurrence_id else None,
        dates=tuple(Period(start=_day_at(p.start), length=p.length, end=p.end) for p in entry.dates),
        dates_out=tuple(map(_day_at, entry.dates_out)),
    )


def _day_at(moment: Moment) -> Moment:
    """The day that begins then; the same moment where it is no midnight, or a day already."""
    local = moment.local
    is_midnight = not moment.is_date and local.hour == local.minute == local.second == 0
    return Moment(local, "", True) if is_midnight else moment


def _said(texts: Mapping[str, Line], name: str) -> str:
    return texts[name].value.strip().upper() if name in texts else ""
