"""A party is one ATTENDEE or ORGANIZER line, with its words brought to those of RFC 5545.

Part of step 1 of 5. Pure.
"""

from functools import lru_cache

from worker.core.event import Party
from worker.inbox.reading.line import Line, line_in
from worker.inbox.reading.mailto import address_in
from worker.inbox.reading.quirks import name_of, partstat_of
from worker.inbox.reading.text import one_line

_ROLES = frozenset(("CHAIR", "REQ-PARTICIPANT", "OPT-PARTICIPANT", "NON-PARTICIPANT"))
_KINDS = frozenset(("INDIVIDUAL", "GROUP", "RESOURCE", "ROOM", "UNKNOWN"))
LONGEST_NAME = 200
LONGEST_KEPT_LINE = 400
"""Longer lines are read each time anew: what is kept between readings stays small, whatever a feed sends."""


def party_of(line: Line) -> Party:
    """Words that are none of RFC 5545's mean what 3.2.3, 3.2.12 and 3.2.16 say that unknown ones mean."""
    address = address_in(line.value, line.params.get("EMAIL", ""))
    role = line.params.get("ROLE", "").upper()
    kind = line.params.get("CUTYPE", "INDIVIDUAL").upper()
    return Party(
        address=address,
        name=one_line(name_of(line, address)[: 5 * LONGEST_NAME])[:LONGEST_NAME],
        partstat=partstat_of(line),
        role=role if role in _ROLES else "REQ-PARTICIPANT",
        kind=kind if kind in _KINDS else "UNKNOWN",
    )


@lru_cache(maxsize=8192)
def kept_party(text: str) -> Party:
    """The same people stand in meeting after meeting, word for word."""
    line = line_in(text)
    return party_of(line) if line is not None else Party(address="")
