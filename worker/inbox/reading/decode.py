"""Decoding turns one VEVENT chunk into an entry.

Step 1 of 5. Pure; only the properties that Snowdrop needs are looked at. What cannot be read costs only itself and
is named as a problem; what makes the event meaningless (no start) costs the event.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

from worker.core.event import Party
from worker.core.sentence import Sentence
from worker.inbox.reading.entry import Entry, Period, shown_title
from worker.inbox.reading.event_lines import lines_in
from worker.inbox.reading.line import Line, line_in
from worker.inbox.reading.mailto import address_in
from worker.inbox.reading.moment import Moment, duration_in, moment_in
from worker.inbox.reading.party import LONGEST_KEPT_LINE, kept_party, party_of
from worker.inbox.reading.quirks import (
    VENDOR_NAMES,
    in_vendor_words,
    series_with_own_recurrence_id,
    with_whole_zone_name,
)
from worker.inbox.reading.rule import BadRule
from worker.inbox.reading.rule_text import rule_of
from worker.inbox.reading.text import one_line, without_controls

_WANTED = frozenset(
    (
        *("UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "SEQUENCE", "LAST-MODIFIED", "DTSTAMP"),
        *("RRULE", "EXRULE", "RDATE", "EXDATE", "SUMMARY", "LOCATION", "STATUS", "CLASS", "TRANSP"),
        *("ORGANIZER", "ATTENDEE", "CONTACT", *VENDOR_NAMES),
    )
)
_BEGINNINGS = frozenset(name[:3] for name in _WANTED)
"""Most lines of an event are not wanted: three letters tell that of nearly all of them."""
_DAYS = frozenset("DWdw")
"""Letters of a DURATION that names days or weeks."""
_STATUSES = frozenset(("CONFIRMED", "TENTATIVE", "CANCELLED"))
MOST_ATTENDEES = 2_000
"""More attendees than any meeting: the rest of the list is left out and said."""
MOST_DATES = 20_000
"""RDATEs, and EXDATEs, of one event."""
MOST_RULES = 20
MOST_CONTACTS = 50
LONGEST_TITLE = 1_000
LAST_YEAR = 2200
"""Later starts are no meetings of anybody's: a slip of the pen, or "for ever"."""
_Value = TypeVar("_Value", Moment, Period)


@dataclass(slots=True)
class Draft:
    """What one chunk says, while it is being read."""

    texts: dict[str, Line] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    rules_out: list[str] = field(default_factory=list)
    dates: list[Period] = field(default_factory=list)
    dates_out: list[Moment] = field(default_factory=list)
    organizer: Party | None = None
    attendees: list[Party] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    losses: dict[Sentence, None] = field(default_factory=dict)
    """Phrases, each once, in order."""

    def lose(self, what: Sentence) -> None:
        self.losses[what] = None


class NoStartError(ValueError):
    """The event has no start that can be read; it says `why`, and which `event` it is."""

    def __init__(self, why: Sentence, draft: Draft) -> None:
        super().__init__(why)
        self.why = why
        self.event = shown_title(_shown(draft.texts, "SUMMARY"), is_private=_is_private(draft.texts))


def entry_in(raw: bytes) -> tuple[Entry, list[Sentence]]:
    """The entry in a VEVENT chunk, and one phrase for each thing in it that was left out. Raises NoStartError."""
    draft = Draft()
    for text in lines_in(raw, draft.lose):
        name, _, value = text.partition(":")
        if name in _STANDING_ONCE:  # as most wanted lines: in capitals, and without parameters
            draft.texts.setdefault(name, Line(name, _NO_PARAMS, value))
            continue
        if text[:3].upper() not in _BEGINNINGS:
            continue
        if text[:9] == "ATTENDEE;" and len(text) <= LONGEST_KEPT_LINE:
            _add_attendee(draft, kept_party(text))
            continue
        if text[:10] == "ORGANIZER;" and len(text) <= LONGEST_KEPT_LINE:
            draft.organizer = draft.organizer or kept_party(text)
            continue
        line = line_in(text)
        if line is not None and line.name in _WANTED:
            _take(draft, line)
    entry = in_vendor_words(series_with_own_recurrence_id(_entry_of(draft)), draft.texts)
    return entry, list(draft.losses)


def _take(draft: Draft, line: Line) -> None:
    many = _TAKERS.get(line.name)
    if many is None:
        draft.texts.setdefault(line.name, line)  # a property that may stand once: the first one holds
        return
    try:
        many(draft, line)
    except ValueError:
        draft.lose(Sentence("{property} cannot be read", property=line.name))


def _take_organizer(draft: Draft, line: Line) -> None:
    draft.organizer = draft.organizer or party_of(line)


def _add_attendee(draft: Draft, party: Party) -> None:
    if len(draft.attendees) < MOST_ATTENDEES:
        draft.attendees.append(party)
    else:
        draft.lose(Sentence("more than {n} attendees", n=MOST_ATTENDEES))


def _take_rule(draft: Draft, rules: list[str], line: Line) -> None:
    if len(rules) >= MOST_RULES:
        draft.lose(Sentence("more than {n} repeat rules", n=MOST_RULES))
        return
    rules.append(rule := line.value.strip())
    try:
        rule_of(rule)
    except BadRule as error:
        draft.lose(Sentence("a repeat rule cannot be read: {why}", why=error.sentence))


def _take_contact(draft: Draft, line: Line) -> None:
    """Its own words; beside them what producers add as parameters: a CN, or an address as ALTREP."""
    text, name = line.text, line.params.get("CN", "")
    address = address_in(line.params.get("ALTREP", ""))
    with_name = text if name in text else f"{name}, {text}"
    contact = one_line((with_name if address in text.lower() else f"{with_name} <{address}>")[:LONGEST_TITLE])
    if contact and len(draft.contacts) < MOST_CONTACTS:
        draft.contacts.append(contact)


def _take_dates_out(draft: Draft, line: Line) -> None:
    _take_values(draft, line, draft.dates_out, lambda value: _moment_of(line, value))


def _take_dates(draft: Draft, line: Line) -> None:
    _take_values(draft, line, draft.dates, lambda value: _period_of(line, value))


def _take_values(draft: Draft, line: Line, kept: list[_Value], read: Callable[[str], _Value]) -> None:
    """Each value of a list that can be read; vCalendar 1.0 parts them by semicolons. An empty list is none."""
    faults: dict[Sentence, None] = {}
    for value in line.value.replace(";", ",").split(","):
        if len(kept) >= MOST_DATES:
            draft.lose(Sentence("more than {n} dates in {property}", n=MOST_DATES, property=line.name))
            break
        if value.strip():
            try:
                kept.append(read(value))
            except ValueError as error:
                faults[error.args[0]] = None
    for is_what in faults:
        part = Sentence("a value of {property}", property=line.name)
        draft.lose(Sentence("{part} {is_what}", part=part, is_what=is_what))


def _period_of(line: Line, value: str) -> Period:
    written, _, rest = value.partition("/")
    start = _moment_of(line, written)
    if rest.strip().upper().startswith(("P", "+P", "-P")):
        return Period(start=start, length=duration_in(rest))
    return Period(start=start, end=_moment_of(line, rest) if rest else None)


_TAKERS: dict[str, Callable[[Draft, Line], None]] = {
    "ATTENDEE": lambda draft, line: _add_attendee(draft, party_of(line)),
    "ORGANIZER": _take_organizer,
    "EXDATE": _take_dates_out,
    "RDATE": _take_dates,
    "RRULE": lambda draft, line: _take_rule(draft, draft.rules, line),
    "EXRULE": lambda draft, line: _take_rule(draft, draft.rules_out, line),
    "CONTACT": _take_contact,
}
_STANDING_ONCE = _WANTED - _TAKERS.keys()
_NO_PARAMS: Mapping[str, str] = {}


def _moment_of(line: Line, value: str) -> Moment:
    """ValueError where the value is no date."""
    moment = moment_in(value, line.params.get("TZID", "").strip())
    kind = line.params.get("VALUE", "").upper()
    if kind == "DATE" and not moment.is_date:
        return Moment(moment.local.replace(hour=0, minute=0, second=0), "", True)
    if kind == "DATE-TIME" and moment.is_date and "TZID" in line.params:
        return Moment(
            moment.local, line.params["TZID"].strip()
        )  # midnight there, since it says that it is a time
    return moment


def _single_moment(line: Line) -> Moment:
    if ":" in line.value:
        line = with_whole_zone_name(line)
    return _moment_of(line, line.value)


def _entry_of(draft: Draft) -> Entry:
    texts = draft.texts
    start = _start_of(draft)
    end, duration = _end_of(draft)
    return Entry(
        uid=_text(texts, "UID"),
        start=start,
        end=end,
        duration=duration,
        is_in_hours=duration is not None and _DAYS.isdisjoint(texts["DURATION"].value),
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
        is_private=_is_private(texts),
        is_free=_text(texts, "TRANSP").upper() == "TRANSPARENT",
        organizer=draft.organizer,
        attendees=tuple(draft.attendees),
        contacts=tuple(draft.contacts),
    )


def _is_private(texts: dict[str, Line]) -> bool:
    """A CLASS that nobody knows is treated as PRIVATE (RFC 5545, 3.8.1.3): Outlook writes X-PERSONAL."""
    return _text(texts, "CLASS").upper() not in ("", "PUBLIC")


def _start_of(draft: Draft) -> Moment:
    line = draft.texts.get("DTSTART")
    if line is None:
        raise NoStartError(Sentence("there is no DTSTART"), draft)
    try:
        start = _single_moment(line)
    except ValueError as error:
        raise NoStartError(Sentence("{part} is not a date", part=line.name), draft) from error
    if start.local.year > LAST_YEAR:
        year = str(start.local.year)
        draft.lose(Sentence("DTSTART lies in the year {year}, where nobody meets yet", year=year))
    return start


def _end_of(draft: Draft) -> tuple[Moment | None, timedelta | None]:
    """DTEND, else DURATION. An end that cannot be read is left out; the start never moves."""
    end = _optional_moment(draft, "DTEND")
    if end is not None or "DURATION" not in draft.texts:
        return end, None
    try:
        return None, duration_in(draft.texts["DURATION"].value)
    except ValueError as error:
        draft.lose(Sentence("{part} {is_what}", part="DURATION", is_what=error.args[0]))
        return None, None


def _optional_moment(draft: Draft, name: str) -> Moment | None:
    line = draft.texts.get(name)
    if line is None:
        return None
    try:
        return _single_moment(line)
    except ValueError:
        draft.lose(Sentence("{part} is not a date", part=name))
        return None


def _number(draft: Draft, name: str) -> int:
    value = _text(draft.texts, name)
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0


def _shown(texts: dict[str, Line], name: str) -> str:
    return one_line(texts[name].text[: 2 * LONGEST_TITLE])[:LONGEST_TITLE] if name in texts else ""


def _text(texts: dict[str, Line], name: str) -> str:
    line = texts.get(name)
    return without_controls(line.value).strip() if line is not None else ""
