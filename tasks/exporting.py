"""An export is everything that is the user's in open formats: to look at, to take elsewhere, or to read in again.

Beside step 5 of 5. It is one picture of the record, and appears whole or not at all. No address of a calendar, no token
and no hash of somebody forgotten is in it. What each file holds stands in docs/self-hosting.md.
"""

import csv
import io
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from tasks.away import away_of
from tasks.preview import nudge_body
from tasks.show import utc_text
from tasks.wiring import House, UsageError
from worker.core.nudge import WAITING
from worker.core.touch import Touch, once_each
from worker.outbox.as_calendar import subscription
from worker.outbox.as_lines import no_links
from worker.outbox.as_shelf import shelf_text
from worker.outbox.as_vcard import vcards
from worker.store import answers, feeds, notes, nudges, people, shelf, touches, verdicts
from worker.store.nudges import StoredNudge
from worker.store.people import KnownPerson

MEETING_COLUMNS = (
    "person", "started_at", "ended_at", "all_day", "title", "place", "evidence", "others", "source", "event_uid",
    "upcoming", "private",
)  # fmt: skip


def export(house: House, folder: Path) -> tuple[str, ...]:
    """Fills the folder, which is made where there is none; gives the names of the files. Raises UsageError."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise UsageError(f"{folder} is not an empty folder: name one that is empty, or none yet")
    with house.database.read() as conn:
        texts = dict(_files(house, conn))
    try:
        _write(folder, texts)
    except OSError as error:
        why = (error.strerror or "unknown fault").lower()
        raise UsageError(
            f"{folder} cannot be written ({why}): choose another folder for the export"
        ) from error
    return tuple(texts)


def _write(folder: Path, texts: Mapping[str, bytes]) -> None:
    """Beside the folder first, for nobody else to read; then all at once in its place."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as place:
        part = Path(place) / folder.name
        part.mkdir(mode=0o700)
        for name, text in texts.items():
            (part / name).touch(mode=0o600)
            (part / name).write_bytes(text)
        if folder.is_dir():
            folder.rmdir()
        part.rename(folder)


def _files(house: House, conn: Connection) -> Iterator[tuple[str, bytes]]:
    user_id = house.user.id
    everyone = people.all_people(conn, user_id)
    keys = {each.id: each.person.key for each in everyone}
    every = nudges.all_nudges(conn, user_id)
    waiting = [each.published for each in every if each.state in WAITING]
    name = house.words.say("letter.calendar")
    yield "people.vcf", vcards(each.person for each in everyone)
    yield "people.json", _json([_person(each) for each in everyone])
    yield "meetings.csv", _meetings(touches.of_people(conn, user_id, keys), keys)
    yield "nudges.json", _json([_nudge(each, keys) for each in every])
    yield "nudges.ics", subscription(waiting, name=name, words=house.words, links=no_links)
    yield "answers.json", _json([_answer(each) for each in answers.history(conn, user_id)])
    yield "notes.json", _json([_note(each, keys) for each in notes.everything(conn, user_id)])
    yield "shelf.toml", shelf_text(each.thing for each in shelf.everything(conn, user_id)).encode()
    yield "feeds.json", _json([_feed(each) for each in feeds.all_feeds(conn, user_id)])
    yield "said.json", _json(_said(conn, user_id))


def _person(known: KnownPerson) -> Mapping[str, Any]:
    person, rest = known.person, known.rest
    return {
        "key": person.key,
        "name": person.name,
        "also": person.also,
        "emails": person.emails,
        "circle": person.circle,
        "pinned": known.is_pinned,
        "alive": person.is_alive,
        "rest_as": rest.kind.value if rest else None,
        "rest_until": rest.until.isoformat() if rest else None,
        "answered_on": known.answered_on.isoformat() if known.answered_on else None,
    }


def _meetings(met: Mapping[int, Sequence[Touch]], keys: Mapping[int, str]) -> bytes:
    """RFC 4180, in UTF-8; a private title or place is empty.

    Each meeting once, from however many calendars, and without whom unanswered invitations alone tell of.
    """
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(MEETING_COLUMNS)
    warm = ((who, found) for who, found in met.items() if any(not touch.is_cold for touch in found))
    rows = [_meeting(touch, keys[who]) for who, found in warm for touch in once_each(found)]
    rows.sort(key=itemgetter(1, 9, 0))
    table.writerows(rows)
    return text.getvalue().encode()


def _meeting(touch: Touch, key: str) -> tuple[str, ...]:
    return (
        key,
        utc_text(touch.started_at),
        utc_text(touch.ended_at),
        _yes_no(touch.all_day),
        touch.title,
        touch.place,
        touch.evidence.value,
        str(touch.others),
        touch.source,
        touch.event_uid,
        _yes_no(touch.is_upcoming),
        _yes_no(touch.is_private),
    )


def _yes_no(value: bool) -> str:
    return "true" if value else "false"


def _nudge(stored: StoredNudge, keys: Mapping[int, str]) -> Mapping[str, Any]:
    moments = {"created_at": stored.published.created_at, "closed_at": stored.closed_at}
    return {
        **nudge_body(stored.nudge),
        "person": keys[stored.person_id],
        "state": stored.state.value,
        **{name: at and utc_text(at) for name, at in moments.items()},
    }


def _answer(given: answers.PastAnswer) -> Mapping[str, Any]:
    undone_at = given.undone_at and utc_text(given.undone_at)
    return {
        "nudge": given.nudge_id,
        "answer": given.answer.value,
        "at": utc_text(given.at),
        "undone_at": undone_at,
    }


def _note(kept: notes.KeptNote, keys: Mapping[int, str]) -> Mapping[str, Any]:
    note = kept.note
    return {
        "person": keys[kept.person_id],
        "kind": note.kind.value,
        "text": note.text,
        "for": note.for_whom or None,
        "noted_on": note.noted_on.isoformat(),
    }


def _feed(feed: feeds.Feed) -> Mapping[str, Any]:
    """Without its address, which is a credential."""
    return {
        "label": feed.label,
        "name": feed.name or None,
        "kind": feed.kind.value,
        "state": feed.state.value,
        "owners": sorted(feed.owners),
        "is_theirs": feed.is_theirs,
        "events": feed.events,
        "read_at": feed.read_at and utc_text(feed.read_at),
        "problem": feed.problem,
    }


def _said(conn: Connection, user_id: int) -> Mapping[str, Any]:
    """What the user said besides: who is one, who are two, when they were away."""
    said = verdicts.said_of(conn, user_id)
    return {
        "same": [list(pair) for pair in said.same],
        "apart": sorted(sorted(pair) for pair in said.apart),
        "away": [[first.isoformat(), last.isoformat()] for first, last in away_of(conn, user_id)],
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
