"""Giving is what the user has to give and marks about people: the shelf, news, asks and offers.

Beside step 5 of 5. Whatever changes here makes everyone be looked at again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from tasks.calling import person_called
from tasks.duty import Kind, hearing
from tasks.wiring import House, UsageError
from worker.core.giving.link import link_of
from worker.core.giving.note import Note, NoteKind
from worker.core.giving.shelf import ShelfKind, Thing, on_one_line, tidied
from worker.core.person import Person
from worker.errors import PermanentError
from worker.inbox.fetching.source import SourceKind, kept_text, source_of
from worker.inbox.shelf_file import own_things
from worker.store import clippings, duties, feeds, notes, shelf
from worker.store.feeds import Feed, FeedKind
from worker.store.notes import KeptNote
from worker.store.shelf import Kept


def put_on_shelf(house: House, things: Iterable[Thing]) -> tuple[Kept, ...]:
    """Puts things on the shelf; each without a day is of today. Twice is once. Raises UsageError."""
    today = house.today().date()
    with hearing(house) as conn:
        return tuple(shelf.put(conn, house.user.id, tidied(_checked(thing), today)) for thing in things)


def take_from_shelf(house: House, thing_id: int) -> Thing:
    """Raises NoSuchThingError."""
    with hearing(house) as conn:
        return shelf.take_away(conn, house.user.id, thing_id)


def note(house: House, kind: NoteKind, text: str, words: str, for_whom: str = "") -> Person:
    """Notes an ask or an offer to the person whom `text` means. Raises UsageError, PermanentError."""
    if not (said := on_one_line(words)):
        raise UsageError("a note needs some words: say what it is about")
    with hearing(house) as conn:
        known = person_called(house, conn, text)
        day = house.today().date()
        kept = Note(kind=kind, text=said, noted_on=day, for_whom=on_one_line(for_whom))
        notes.add(conn, house.user.id, known.id, kept)
    return known.person


def forget_note(house: House, note_id: int) -> KeptNote:
    """Raises NoSuchNoteError."""
    with hearing(house) as conn:
        return notes.remove(conn, house.user.id, note_id)


def shelf_of(house: House, conn: Connection) -> Sequence[Thing]:
    """What the user has to give: the shelf itself, their own file, then their own feeds. Raises PermanentError."""
    kept = [each.thing for each in shelf.everything(conn, house.user.id)]
    return [*kept, *own_things(house.settings.shelf), *clippings.everything(conn, house.user.id)]


def follow(house: House, address: str) -> Feed:
    """From now on, what this RSS or Atom feed of the user's own shows stands on the shelf. Twice is once.

    Raises UsageError, PermanentError.
    """
    source = source_of(address)
    if source.kind is SourceKind.STANDARD_INPUT:
        raise UsageError("standard input cannot be read again and again: give an address or a file")
    if source.kind is SourceKind.PATH and not Path(source.text).is_file():
        raise PermanentError(
            f"There is no file {source.label}: check its name; an address begins with https://"
        )
    with house.database.write() as conn:
        feed = feeds.add(
            conn,
            house.user.id,
            house.vault,
            address=kept_text(source),
            label=source.label,
            kind=FeedKind.SHELF,
            is_trusted=True,
        )
        duties.ring(conn, house.user.id, Kind.POLL, feed.id, house.now())
    house.ring_now()
    return feed


def _checked(thing: Thing) -> Thing:
    if not on_one_line(thing.text):
        raise UsageError("there is nothing to put on the shelf: say what it is in a few words")
    link = link_of(thing.link)
    if link is None:
        raise UsageError(
            f"{thing.link.strip()!r} is no address of the web: where {thing.shown} can be found begins with https://"
        )
    if thing.kind is ShelfKind.LINK and not link:
        raise UsageError(f"a link needs its address beside its words: add --link https://… to {thing.shown}")
    return replace(thing, link=link)
