"""Their day is when it is day for both: a call to another zone is proposed then, or not at all.

Beside step 5 of 5: bond + agenda → a free stretch. Where somebody is, is said only where the evidence is clear: their
card, the country of every number, the zone in which they write their events; and where none of these disagree. Pure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from worker.core.bond import Bond
from worker.core.giving.agenda import Agenda

FIRST, LAST = time(9), time(20)
"""Nobody is called before or after, on their own clock."""
FAR = timedelta(hours=2)
"""Clocks that differ by less need no word."""
_EVENTS = 3
"""So many of their latest events have to agree."""

_ONE_ZONE = {
    "30": "Europe/Athens", "31": "Europe/Amsterdam", "32": "Europe/Brussels", "33": "Europe/Paris",
    "351": "Europe/Lisbon", "353": "Europe/Dublin", "354": "Atlantic/Reykjavik", "358": "Europe/Helsinki",
    "359": "Europe/Sofia", "36": "Europe/Budapest", "370": "Europe/Vilnius", "371": "Europe/Riga",
    "372": "Europe/Tallinn", "385": "Europe/Zagreb", "386": "Europe/Ljubljana", "39": "Europe/Rome",
    "40": "Europe/Bucharest", "41": "Europe/Zurich", "420": "Europe/Prague", "421": "Europe/Bratislava",
    "43": "Europe/Vienna", "44": "Europe/London", "45": "Europe/Copenhagen", "46": "Europe/Stockholm",
    "47": "Europe/Oslo", "48": "Europe/Warsaw", "49": "Europe/Berlin", "90": "Europe/Istanbul",
    "20": "Africa/Cairo", "27": "Africa/Johannesburg", "212": "Africa/Casablanca", "234": "Africa/Lagos",
    "254": "Africa/Nairobi", "54": "America/Argentina/Buenos_Aires", "57": "America/Bogota", "51": "America/Lima",
    "598": "America/Montevideo", "65": "Asia/Singapore", "66": "Asia/Bangkok", "81": "Asia/Tokyo", "82": "Asia/Seoul",
    "84": "Asia/Ho_Chi_Minh", "852": "Asia/Hong_Kong", "86": "Asia/Shanghai", "886": "Asia/Taipei",
    "91": "Asia/Kolkata", "971": "Asia/Dubai", "972": "Asia/Jerusalem",
}  # fmt: skip
"""Country codes of countries with one zone (ITU-T E.164); those with several tell nothing."""
_INTERNATIONAL = re.compile(r"^\s*(?:\+|00)[\s()]*([\d\s().-]+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """A free time in which it is day for both; on the user's clock."""

    begins: datetime
    ends: datetime


def zone_of(bond: Bond, on: date) -> str:
    """Where this person is (IANA); "" where nothing tells, or two signs tell different times on that day."""
    signs = (bond.person.zone, _of_events(bond), _of_phones(bond.person.phones))
    told = [zone for zone in signs if zone]
    return told[0] if told and len({_offset(zone, on) for zone in told}) == 1 else ""


def is_far(bond: Bond, on: date, zone: str) -> bool:
    """Whether their clock differs from the user's, in `zone`, by so much that a call needs thought."""
    theirs = zone_of(bond, on)
    return bool(theirs) and abs(_offset(theirs, on) - _offset(zone, on)) >= FAR


def free_for_both(bond: Bond, on: date, *, zone: str, agenda: Agenda) -> Stretch | None:
    """The first free stretch of that day (user's zone) in which it is day for both; None where there is none."""
    mine, theirs = ZoneInfo(zone), ZoneInfo(zone_of(bond, on) or zone)
    for step in (-1, 0, 1):  # their day may begin on the day before ours, or after
        there = on + timedelta(days=step)
        begins = max(_at(on, FIRST, mine), _at(there, FIRST, theirs))
        ends = min(_at(on, LAST, mine), _at(there, LAST, theirs))
        if (gap := agenda.gap_between(begins, ends)) is not None:
            return Stretch(begins=gap[0].astimezone(mine), ends=gap[1].astimezone(mine))
    return None


def _of_events(bond: Bond) -> str:
    """The zone in which their latest events are written, where the latest few agree."""
    written = [touch.zone for touch in bond.touches if touch.zone][-_EVENTS:]
    return written[0] if len(written) == _EVENTS and len(set(written)) == 1 else ""


def _of_phones(phones: Sequence[str]) -> str:
    """The zone of the one country that all their numbers are of."""
    zones = {_of_phone(number) for number in phones}
    return next(iter(zones)) if len(zones) == 1 else ""


def _of_phone(number: str) -> str:
    found = _INTERNATIONAL.match(number)
    digits = re.sub(r"\D", "", found[1]) if found else ""
    return next((_ONE_ZONE[digits[:size]] for size in (3, 2) if digits[:size] in _ONE_ZONE), "")


def _offset(zone: str, on: date) -> timedelta:
    return datetime.combine(on, time(12), ZoneInfo(zone)).utcoffset() or timedelta()


def _at(on: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(on, at, zone).astimezone(UTC)
