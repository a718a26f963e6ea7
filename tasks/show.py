"""Showing turns values into the rows that contracts promise: JSON lines for programs, text for people."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from worker.core.day import Timed, day_of
from worker.core.event import Occurrence, parties_of
from worker.core.person import People, Person
from worker.core.touch import Because, LeftOut, Touch

NO_CALENDAR = "No calendar yet: `snowdrop add SOURCE` adds one"
_NAMED = 3
"""So many of a listing are told by name."""
_REASONS = {
    Because.DECLINED: "declined",
    Because.DELEGATED: "sent somebody else instead",
    Because.CANCELLED: "cancelled",
    Because.CROWD: "too many people to have met each",
    Because.NOT_A_PERSON: "not a person",
    Because.COLD: "known by unanswered invitations alone",
    Because.NO_OWNER: "nobody has said whose calendar this is",
    Because.NOT_INVITED: "a meeting of others, without you",
    Because.NOT_YOURS: "somebody else's calendar, and you are not listed",
    Because.NOT_A_PARTICIPANT: "told of it, not taking part",
    Because.PROPOSED: "named in words alone, and not known for sure",
    Because.PRIVATE: "private, and nothing is to be learnt from private events",
    Because.ME: "you",
    Because.NOBODY: "nobody to have met",
    Because.TWICE: "counted already",
}


def lines(rows: Iterable[str]) -> None:
    """Each row on its own line; a reader that goes away (`| head`) is no failure."""
    try:
        for row in rows:
            sys.stdout.write(row + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115  # nothing is left to flush at exit
        raise SystemExit(0) from None


def listing(names: Sequence[str]) -> str:
    """Few by name, more by number."""
    shown, more = names[:_NAMED], len(names) - _NAMED
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def utc_text(at: datetime) -> str:
    """RFC 3339 in UTC, to the second."""
    return (
        at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        if at.year > 999
        else f"{at.year:04}{at:-%m-%dT%H:%M:%SZ}"
    )


def event_row(occurrence: Occurrence) -> str:
    """One line of `events --format jsonl` (docs/contracts.md)."""
    return as_json(
        {
            "source": occurrence.source,
            "event_uid": occurrence.event_uid,
            "recurrence_id": utc_text(occurrence.recurrence_id) if occurrence.recurrence_id else None,
            "started_at": utc_text(occurrence.started_at),
            "ended_at": utc_text(occurrence.ended_at),
            "all_day": occurrence.all_day,
            "floating": occurrence.floating,
            "title": None if occurrence.is_private else occurrence.title,
            "status": occurrence.status.value,
            "people": len(_addresses_in(occurrence)),
        }
    )


def _addresses_in(occurrence: Occurrence) -> set[str]:
    parties = parties_of(occurrence.organizer, occurrence.attendees)
    return {party.address or party.name for party in parties if party.address or party.name}


def event_text(occurrence: Occurrence, zone: tzinfo) -> str:
    count = len(_addresses_in(occurrence))
    people = f"  · {count} people" if count > 1 else ""
    cancelled = "  · cancelled" if occurrence.status.value == "CANCELLED" else ""
    when = _when(occurrence, zone)
    return f"{when}  {_shown(occurrence)}{people}{cancelled}  [{occurrence.source}]"


_LONG = timedelta(hours=12)
"""What ends on another day, and is no evening that lasts into the night, shows that day."""


def _when(timed: Timed, zone: tzinfo) -> str:
    if timed.all_day:
        return f"{day_of(timed, zone)} all day    "
    begin, finish = timed.started_at.astimezone(zone), timed.ended_at.astimezone(zone)
    is_long = finish.date() > begin.date() and finish - begin >= _LONG
    day = f"{finish:%Y-%m-%d} " if is_long else ""
    return f"{begin:%Y-%m-%d %H:%M}–{day}{finish:%H:%M}"


def judged_rows(touches: Iterable[Touch], left_out: Iterable[LeftOut], people: People) -> Iterator[str]:
    """Lines of `touches --format jsonl`, ordered by (start, UID, person)."""
    rows = [(t.started_at, t.event_uid, t.person, _touch_row(t, people)) for t in touches]
    rows += [(o.started_at, o.event_uid, o.person, _left_out_row(o, people)) for o in left_out]
    return (as_json(row) for *_, row in sorted(rows, key=lambda row: row[:3]))


def _touch_row(touch: Touch, people: People) -> dict[str, Any]:
    return {
        "started_at": utc_text(touch.started_at),
        "ended_at": utc_text(touch.ended_at),
        "all_day": touch.all_day,
        "event_uid": touch.event_uid,
        "recurrence_id": utc_text(touch.recurrence_id) if touch.recurrence_id else None,
        "source": touch.source,
        "title": None if touch.is_private else touch.title,
        "place": touch.place or None,
        "person": person_body(people.by_key[touch.person]),
        "evidence": touch.evidence.value,
        "others": touch.others,
        "upcoming": touch.is_upcoming,
    }


def person_body(person: Person) -> dict[str, Any]:
    return {"key": person.key, "name": person.name, "emails": list(person.emails)}


def _left_out_row(left_out: LeftOut, people: People) -> dict[str, Any]:
    return {
        "started_at": utc_text(left_out.started_at),
        "ended_at": utc_text(left_out.ended_at),
        "all_day": left_out.all_day,
        "event_uid": left_out.event_uid,
        "recurrence_id": utc_text(left_out.recurrence_id) if left_out.recurrence_id else None,
        "source": left_out.source,
        "title": left_out.title or None,
        "place": None,
        "person": _left_out_body(left_out, people),
        "counted": False,
        "because": left_out.because.value,
        "detail": left_out.detail or None,
    }


def _left_out_body(left_out: LeftOut, people: People) -> dict[str, Any]:
    """Always an object, so that programs find its fields; empty where nobody was named."""
    known = people.by_key.get(people.key_of(left_out.person))
    if known is not None:
        return person_body(known)
    email = [left_out.person] if "@" in left_out.person else []
    return {"key": left_out.person, "name": left_out.name or left_out.person, "emails": email}


def judged_texts(
    touches: Iterable[Touch], left_out: Iterable[LeftOut], people: People, zone: tzinfo
) -> Iterator[str]:
    rows = [(t.started_at, t.event_uid, t.person, _touch_text(t, people, zone)) for t in touches]
    rows += [(o.started_at, o.event_uid, o.person, _left_out_text(o, zone)) for o in left_out]
    return (row[3] for row in sorted(rows))


def _touch_text(touch: Touch, people: People, zone: tzinfo) -> str:
    when = _when(touch, zone)
    ahead = "  · ahead" if touch.is_upcoming else ""
    return f"{when}  {people.by_key[touch.person].name}  · {_shown(touch)}{ahead}  [{touch.source}]"


def _left_out_text(left_out: LeftOut, zone: tzinfo) -> str:
    when = _when(left_out, zone)
    who = left_out.name or left_out.person
    why = _REASONS[left_out.because] + (f" – {left_out.detail}" if left_out.detail else "")
    return f"{when}  ({who + ': ' if who else ''}{why})  · {_shown(left_out)}  [{left_out.source}]"


def _shown(event: Occurrence | Touch | LeftOut) -> str:
    return "(private)" if event.is_private else event.title
