"""An entry is one VEVENT as decoded: what it says, before its series is expanded.

Step 1 of 5: chunk → entry → occurrence. Pure; reads back from the JSON that the store keeps.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from typing import Any

from worker.core.event import Party
from worker.core.sentence import Sentence
from worker.core.value import value
from worker.inbox.reading.moment import Moment, moment_of

_LONGEST_SHOWN = 60
"""Characters of a title inside a sentence."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """An RDATE of its own length (RFC 5545, 3.3.9)."""

    start: Moment
    length: timedelta | None = None
    end: Moment | None = None


@value
class Entry:
    """One VEVENT. Moments are as written; texts are one line, without control characters."""

    uid: str
    start: Moment
    end: Moment | None = None
    duration: timedelta | None = None
    is_in_hours: bool = False
    """DURATION names no days: 24 hours are 24 hours, also in a night that has one more (RFC 5545, 3.3.6)."""
    recurrence_id: Moment | None = None
    is_for_future: bool = False
    """RECURRENCE-ID;RANGE=THISANDFUTURE."""
    sequence: int = 0
    changed: str = ""
    """LAST-MODIFIED, else DTSTAMP, as written: compared as text."""
    rules: tuple[str, ...] = ()
    rules_out: tuple[str, ...] = ()
    """EXRULE, of RFC 2445."""
    dates: tuple[Period, ...] = ()
    dates_out: tuple[Moment, ...] = ()
    title: str = ""
    place: str = ""
    status: str = "CONFIRMED"
    is_private: bool = False
    is_free: bool = False
    """TRANSP:TRANSPARENT."""
    organizer: Party | None = None
    attendees: tuple[Party, ...] = ()
    contacts: tuple[str, ...] = ()

    @property
    def is_series(self) -> bool:
        return bool(self.rules or self.dates)

    @property
    def shown(self) -> Sentence:
        """Which one it is, for a user who looks for it."""
        title = shown_title(self.title, is_private=self.is_private)
        return Sentence("{title} on {day}", title=title, day=str(self.start.local.date()))

    @property
    def zone_names(self) -> set[str]:
        """Every TZID as written, and "UTC", among its times."""
        names = {moment.zone for moment in (self.start, self.end, self.recurrence_id) if moment is not None}
        names.update(moment.zone for moment in self.dates_out)
        for period in self.dates:
            names |= {period.start.zone, period.end.zone if period.end else ""}
        return names - {""}


def shown_title(title: str, *, is_private: bool) -> Sentence:
    """A title for a sentence: short, and none of a private event."""
    if is_private:
        return Sentence("a private event")
    short = title if len(title) <= _LONGEST_SHOWN else title[:_LONGEST_SHOWN].rstrip() + "…"
    return Sentence("“{title}”", title=short) if short else Sentence("an event without title")


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """All entries of one UID, with the zone definitions that they alone need."""

    key: str
    """Never empty: the UID, or a generated key."""
    entries: tuple[Entry, ...]
    zones: Mapping[str, str] = field(default_factory=dict)
    """TZID → VTIMEZONE text, for those that are not in the IANA database."""
    zone_name: str = ""
    """X-WR-TIMEZONE of its own sheet, where the feed has many; "" elsewhere, and where there is none."""
    is_answer: bool = False
    """What a guest sent to the host (METHOD of RFC 5546, 1.4): it changes no meeting."""


def written(group: Group) -> str:
    """The group as JSON text for the store; `group_in` reads it back."""
    body: dict[str, Any] = {"e": [_entry_body(entry) for entry in group.entries]}
    if group.zones:
        body["z"] = dict(group.zones)
    if group.zone_name:
        body["w"] = group.zone_name
    if group.is_answer:
        body["an"] = True
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def group_in(key: str, text: str) -> Group:
    """The inverse of `written`."""
    body = json.loads(text)
    entries = tuple(_entry_in(e) for e in body["e"])
    return Group(
        key=key,
        entries=entries,
        zones=body.get("z", {}),
        zone_name=body.get("w", ""),
        is_answer=body.get("an", False),
    )


def parties_in(text: str) -> tuple[Party | None, tuple[Party, ...]]:
    """Organizer and attendees of the first entry of a written group, without reading the rest."""
    first = json.loads(text)["e"][0]
    organizer = _party_in(first["o"]) if "o" in first else None
    return organizer, tuple(_party_in(party) for party in first.get("a", ()))


def titles_in(text: str) -> tuple[str, ...]:
    """All words of a written group that may name somebody: titles and contact lines, without reading the rest."""
    entries = json.loads(text)["e"]
    return tuple(words for entry in entries for words in (entry.get("t", ""), *entry.get("co", ())) if words)


def written_title(title: str) -> str:
    """As it stands in a written group."""
    return json.dumps(title, ensure_ascii=False)


def _entry_body(entry: Entry) -> dict[str, Any]:
    """Only what differs from the defaults, under short names: a feed of 10,000 events stays small."""
    body: dict[str, Any] = {"u": entry.uid, "s": entry.start.written}
    moments = {"d": entry.end, "r": entry.recurrence_id}
    body |= {name: moment.written for name, moment in moments.items() if moment is not None}
    if entry.duration is not None:
        body["l"] = entry.duration.total_seconds()
    if entry.organizer is not None:
        body["o"] = _party_body(entry.organizer)
    if entry.status != "CONFIRMED":
        body["st"] = entry.status
    plain = {
        "lh": entry.is_in_hours, "f": entry.is_for_future, "q": entry.sequence, "c": entry.changed,
        "rr": entry.rules, "xr": entry.rules_out,
        "t": entry.title, "p": entry.place, "pr": entry.is_private, "tr": entry.is_free, "co": entry.contacts,
        "x": [moment.written for moment in entry.dates_out], "rd": [_period_body(period) for period in entry.dates],
        "a": [_party_body(party) for party in entry.attendees],
    }  # fmt: skip
    return body | {name: value for name, value in plain.items() if value}


def _entry_in(body: Mapping[str, Any]) -> Entry:
    return Entry(
        uid=body["u"],
        start=moment_of(body["s"]),
        end=_moment(body.get("d")),
        recurrence_id=_moment(body.get("r")),
        duration=timedelta(seconds=body["l"]) if "l" in body else None,
        is_in_hours=body.get("lh", False),
        is_for_future=body.get("f", False),
        sequence=body.get("q", 0),
        changed=body.get("c", ""),
        rules=tuple(body.get("rr", ())),
        rules_out=tuple(body.get("xr", ())),
        dates=tuple(_period_in(period) for period in body.get("rd", ())),
        dates_out=tuple(moment_of(moment) for moment in body.get("x", ())),
        title=body.get("t", ""),
        place=body.get("p", ""),
        status=body.get("st", "CONFIRMED"),
        is_private=body.get("pr", False),
        is_free=body.get("tr", False),
        organizer=_party_in(body["o"]) if "o" in body else None,
        attendees=tuple(_party_in(party) for party in body.get("a", ())),
        contacts=tuple(body.get("co", ())),
    )


def _moment(text: str | None) -> Moment | None:
    return None if text is None else moment_of(text)


def _period_body(period: Period) -> list[Any]:
    length = None if period.length is None else period.length.total_seconds()
    return [period.start.written, length, period.end.written if period.end else None]


def _period_in(body: list[Any]) -> Period:
    start, length, end = body
    return Period(
        start=moment_of(start), length=None if length is None else timedelta(seconds=length), end=_moment(end)
    )


def _party_body(party: Party) -> list[str]:
    return [party.address, party.name, party.partstat, party.role, party.kind]


def _party_in(body: Iterable[str]) -> Party:
    return _party(*body)


@lru_cache(maxsize=16_384)
def _party(address: str, name: str, partstat: str, role: str, kind: str) -> Party:
    """The same few people stand in thousands of events."""
    return Party(address=address, name=name, partstat=partstat, role=role, kind=kind)
