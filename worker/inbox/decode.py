"""Decoding turns one VEVENT chunk into an entry.

Step 1 of 5. Pure; only the properties that Snowdrop needs are looked at. What cannot be read costs only itself and
is named as a problem; what makes the event meaningless (no start) costs the event.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from worker.core.event import Party
from worker.inbox.entry import Entry, Period
from worker.inbox.line import Line, line_in
from worker.inbox.mailto import address_in
from worker.inbox.moment import Moment, duration_in, moment_in
from worker.inbox.quirks import name_of, partstat_of, series_with_own_recurrence_id
from worker.inbox.split import properties_in
from worker.inbox.text import decoded, one_line

_WANTED = frozenset(
    (
        *("UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "SEQUENCE", "LAST-MODIFIED", "DTSTAMP"),
        *("RRULE", "EXRULE", "RDATE", "EXDATE", "SUMMARY", "LOCATION", "STATUS", "CLASS"),
        *("ORGANIZER", "ATTENDEE", "CONTACT"),
    )
)
_FIRST_LETTERS = frozenset(name[0] for name in _WANTED) | frozenset(name[0].lower() for name in _WANTED)
_STATUSES = frozenset(("CONFIRMED", "TENTATIVE", "CANCELLED"))
MOST_ATTENDEES = 2_000
"""More attendees than any meeting: the rest of the list is left out and said."""
MOST_DATES = 20_000
LONGEST_LINE_BYTES = 1_000_000
LONGEST_NAME = 200
LONGEST_TITLE = 1_000


@dataclass(slots=True)
class Draft:
    """What one chunk says, while it is being read."""

    texts: dict[str, Line] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    rules_out: list[str] = field(default_factory=list)
    dates: list[Period] = field(default_factory=list)
    dates_out: list[Moment] = field(default_factory=list)
    attendees: list[Party] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)


class NoStartError(ValueError):
    """The event has no start that can be read; the text says why."""


def entry_in(raw: bytes) -> tuple[Entry, list[str]]:
    """The entry in a VEVENT chunk, and one phrase for each thing in it that was left out. Raises NoStartError."""
    draft = Draft()
    for text in _lines(raw, draft):
        if text[:1] not in _FIRST_LETTERS:
            continue
        line = line_in(text)
        if line is not None and line.name in _WANTED:
            _take(draft, line)
    return series_with_own_recurrence_id(_entry_of(draft)), draft.losses


def _lines(raw: bytes, draft: Draft) -> Iterable[str]:
    lines = list(properties_in(raw))
    if len(raw) > LONGEST_LINE_BYTES:
        kept = [line for line in lines if len(line) <= LONGEST_LINE_BYTES]
        if len(kept) < len(lines):
            draft.losses.append("a line is longer than a megabyte")
        lines = kept
    texts = decoded(b"\n".join(lines)).split("\n")
    return _without_soft_breaks(texts) if any("QUOTED-PRINTABLE" in text.upper() for text in texts) else texts


def _without_soft_breaks(texts: Iterable[str]) -> Iterable[str]:
    """Joins the soft line breaks (`=` at the end) of quoted-printable values (vCalendar 1.0)."""
    whole = ""
    for text in texts:
        whole += text
        if whole.endswith("=") and "QUOTED-PRINTABLE" in whole.upper():
            whole = whole[:-1]
            continue
        yield whole
        whole = ""
    if whole:
        yield whole


def _take(draft: Draft, line: Line) -> None:
    many = _TAKERS.get(line.name)
    if many is None:
        draft.texts.setdefault(line.name, line)  # a property that may stand once: the first one holds
        return
    try:
        many(draft, line)
    except ValueError as error:
        draft.losses.append(f"{line.name} is {error}")


def _take_attendee(draft: Draft, line: Line) -> None:
    if len(draft.attendees) < MOST_ATTENDEES:
        draft.attendees.append(_party_of(line))
    elif len(draft.attendees) == MOST_ATTENDEES and not any("attendees" in loss for loss in draft.losses):
        draft.losses.append(f"more than {MOST_ATTENDEES:,} attendees")


def _take_dates_out(draft: Draft, line: Line) -> None:
    for value in _values(draft, line):
        draft.dates_out.append(_moment_of(line, value))


def _take_dates(draft: Draft, line: Line) -> None:
    for value in _values(draft, line):
        start, _, rest = value.partition("/")
        moment = _moment_of(line, start)
        if rest.strip().upper().startswith(("P", "+P", "-P")):
            draft.dates.append(Period(start=moment, length=duration_in(rest)))
        else:
            draft.dates.append(Period(start=moment, end=_moment_of(line, rest) if rest else None))


def _values(draft: Draft, line: Line) -> list[str]:
    values = [value for value in line.value.replace(";", ",").split(",") if value.strip()]
    if len(values) > MOST_DATES:
        draft.losses.append(f"more than {MOST_DATES:,} dates in {line.name}")
    return values[:MOST_DATES]


_TAKERS: dict[str, Callable[[Draft, Line], None]] = {
    "ATTENDEE": _take_attendee,
    "EXDATE": _take_dates_out,
    "RDATE": _take_dates,
    "RRULE": lambda draft, line: draft.rules.append(line.value.strip()),
    "EXRULE": lambda draft, line: draft.rules_out.append(line.value.strip()),
    "CONTACT": lambda draft, line: draft.contacts.append(one_line(line.text)),
}


def _moment_of(line: Line, value: str) -> Moment:
    zone = line.params.get("TZID", "")
    moment = moment_in(value, zone)
    if line.params.get("VALUE", "").upper() == "DATE" and not moment.is_date:
        return Moment(moment.local.replace(hour=0, minute=0, second=0), "", True)
    return moment


def _party_of(line: Line) -> Party:
    address = address_in(line.value, line.params.get("EMAIL", ""))
    return Party(
        address=address,
        name=one_line(name_of(line, address))[:LONGEST_NAME],
        partstat=partstat_of(line) or "NEEDS-ACTION",
        role=line.params.get("ROLE", "REQ-PARTICIPANT").upper(),
        kind=line.params.get("CUTYPE", "INDIVIDUAL").upper(),
    )


def _entry_of(draft: Draft) -> Entry:
    texts = draft.texts
    start = _start_of(draft)
    end, duration = _end_of(draft)
    return Entry(
        uid=_text(texts, "UID"),
        start=start,
        end=end,
        duration=duration,
        recurrence_id=_optional_moment(draft, "RECURRENCE-ID"),
        is_for_future="RECURRENCE-ID" in texts
        and texts["RECURRENCE-ID"].params.get("RANGE", "").upper() == "THISANDFUTURE",
        sequence=_number(draft, "SEQUENCE"),
        changed=_text(texts, "LAST-MODIFIED") or _text(texts, "DTSTAMP"),
        rules=tuple(draft.rules),
        rules_out=tuple(draft.rules_out),
        dates=tuple(draft.dates),
        dates_out=tuple(draft.dates_out),
        title=_shown(texts, "SUMMARY"),
        place=_shown(texts, "LOCATION"),
        status=status if (status := _text(texts, "STATUS").upper()) in _STATUSES else "CONFIRMED",
        is_private=_text(texts, "CLASS").upper() in ("PRIVATE", "CONFIDENTIAL"),
        organizer=_party_of(texts["ORGANIZER"]) if "ORGANIZER" in texts else None,
        attendees=tuple(draft.attendees),
        contacts=tuple(contact for contact in draft.contacts if contact),
    )


def _start_of(draft: Draft) -> Moment:
    line = draft.texts.get("DTSTART")
    if line is None:
        raise NoStartError("there is no DTSTART")
    try:
        return _moment_of(line, line.value)
    except (ValueError, OverflowError) as error:
        raise NoStartError("DTSTART is not a date") from error


def _end_of(draft: Draft) -> tuple[Moment | None, timedelta | None]:
    """DTEND, else DURATION. An end that cannot be read is left out; the start never moves."""
    end = _optional_moment(draft, "DTEND")
    if end is not None or "DURATION" not in draft.texts:
        return end, None
    try:
        return None, duration_in(draft.texts["DURATION"].value)
    except ValueError as error:
        draft.losses.append(f"DURATION is {error}")
        return None, None


def _optional_moment(draft: Draft, name: str) -> Moment | None:
    line = draft.texts.get(name)
    if line is None:
        return None
    try:
        return _moment_of(line, line.value)
    except (ValueError, OverflowError):
        draft.losses.append(f"{name} is not a date")
        return None


def _number(draft: Draft, name: str) -> int:
    value = _text(draft.texts, name)
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0


def _shown(texts: dict[str, Line], name: str) -> str:
    return one_line(texts[name].text)[:LONGEST_TITLE] if name in texts else ""


def _text(texts: dict[str, Line], name: str) -> str:
    line = texts.get(name)
    return line.value.replace("\0", "").strip() if line is not None else ""
