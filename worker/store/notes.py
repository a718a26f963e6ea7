"""A note here is what the user marked about a person: an ask, or an offer, which stays open and silent."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from worker.core.giving.note import Note, NoteKind
from worker.errors import PermanentError
from worker.store.tables.giving import notes
from worker.store.upsert import insert_new


class NoSuchNoteError(PermanentError):
    """There is no note of that number."""


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptNote:
    """A note, its number, and whom it is about."""

    id: int
    person_id: int
    note: Note


def add(conn: Connection, user_id: int, person_id: int, note: Note) -> None:
    """Keeps a note; the same one on the same day is one."""
    if any(each.person_id == person_id and each.note == note for each in everything(conn, user_id)):
        return
    row = {
        "user_id": user_id,
        "person_id": person_id,
        "kind": note.kind,
        "text": note.text,
        "noted_on": note.noted_on,
        "for_whom": note.for_whom,
    }
    insert_new(conn, notes, [row], ["id"])


def everything(conn: Connection, user_id: int) -> tuple[KeptNote, ...]:
    """All notes, the oldest first."""
    rows = conn.execute(
        select(notes).where(notes.c.user_id == user_id).order_by(notes.c.noted_on, notes.c.id)
    )
    return tuple(
        KeptNote(
            id=row.id,
            person_id=row.person_id,
            note=Note(kind=NoteKind(row.kind), text=row.text, noted_on=row.noted_on, for_whom=row.for_whom),
        )
        for row in rows
    )


def of_people(conn: Connection, user_id: int) -> Mapping[int, tuple[Note, ...]]:
    """Each one's notes, the oldest first; they are few."""
    found: dict[int, tuple[Note, ...]] = {}
    for each in everything(conn, user_id):
        found[each.person_id] = (*found.get(each.person_id, ()), each.note)
    return found


def remove(conn: Connection, user_id: int, note_id: int) -> KeptNote:
    """Forgets a note. Raises NoSuchNoteError."""
    found = [each for each in everything(conn, user_id) if each.id == note_id]
    if not found:
        raise NoSuchNoteError(f"There is no note with the number {note_id}: `snowdrop note list` shows them")
    conn.execute(delete(notes).where(notes.c.user_id == user_id, notes.c.id == note_id))
    return found[0]
