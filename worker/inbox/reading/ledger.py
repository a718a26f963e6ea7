"""A ledger keeps the events of a calendar by their key: in memory while they are few, on the disk once they are many.

Step 1 of 5, between splitting and comparing: an event's parts may stand anywhere in a calendar, and what is new is
known only once all are seen. The file on the disk has no name and is gone with us, whatever happens.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

from worker.core.sentence import Sentence
from worker.inbox.body import BodyLostError
from worker.inbox.reading.split import Chunk

HELD_BYTES = 8 * 1024 * 1024
"""Of chunks, some 10,000 events: more than nearly every calendar has."""
PAGE = 2_000
"""Events handed out at a time."""
_AT_ONCE = 500
"""Keys in one question: every SQLite takes 999."""
_MOVED_BYTES = 1024 * 1024
_CACHE_KIB = 8 * 1024
_NO_ROOM = Sentence(
    "A large calendar needs room on the disk of SNOWDROP_DATA_DIR while it is read: make room there"
)

Groups = dict[str, list[Chunk]]
_T = TypeVar("_T")


class Ledger:
    """First everything is added; then it is asked, and what is of no more interest taken out."""

    def __init__(self, scratch: Path | None = None, held_bytes: int = HELD_BYTES) -> None:
        self._scratch, self._room_bytes = scratch, held_bytes
        self._held: Groups = {}
        self._file: sqlite3.Connection | None = None

    def add(self, key: str, chunk: Chunk) -> None:
        """One part of the event with this key. Raises BodyLostError for a full disk."""
        self._held.setdefault(key, []).append(chunk)
        self._room_bytes -= len(chunk.raw)
        if self._room_bytes < 0:
            self._move()

    def groups_of(self, keys: Iterable[str]) -> Groups:
        """Those of these events that stand here, whole."""
        with self._asked() as file:
            if file is None:
                return {key: self._held[key] for key in keys if key in self._held}
            found: Groups = {}
            for some in _batches(keys, _AT_ONCE):
                where = f"WHERE key IN ({', '.join('?' * len(some))})"
                found |= _groups(file.execute(_SELECT.format(where), some))
            return found

    def has_any(self, keys: Iterable[str]) -> bool:
        """Whether a part of one of these events stands here."""
        if self._file is None:
            return not self._held.keys().isdisjoint(keys)
        return any(self.groups_of(some) for some in _batches(keys, _AT_ONCE))

    def take_out(self, keys: Iterable[str]) -> None:
        """These need not be looked at again."""
        with self._asked() as file:
            if file is not None:
                file.executemany("DELETE FROM chunks WHERE key = ?", ((key,) for key in keys))
                return
            for key in keys:
                del self._held[key]

    def pages(self, size: int = PAGE) -> Iterator[Groups]:
        """All that is still here, each event whole, so many at a time. Nothing is to be taken out meanwhile."""
        with self._asked() as file:
            found = self._held.items() if file is None else _groups(file.execute(_SELECT.format("")))
            for some in _batches(found, size):
                yield dict(some)

    @contextmanager
    def _asked(self) -> Iterator[sqlite3.Connection | None]:
        """The file, with all that was added in it; None where everything is held."""
        if self._file is not None and self._held:
            self._move()
        with _in_plain_words():
            yield self._file

    def _move(self) -> None:
        with _in_plain_words():
            self._file = self._file or _nameless_file(self._scratch)
            rows = ((key, *chunk) for key, chunks in self._held.items() for chunk in chunks)
            self._file.executemany(
                "INSERT INTO chunks (key, raw, at, is_cut, imprint) VALUES (?, ?, ?, ?, ?)", rows
            )
        self._held, self._room_bytes = {}, _MOVED_BYTES


_SELECT = "SELECT key, raw, at, is_cut, imprint FROM chunks {} ORDER BY key, at"


def _nameless_file(folder: Path | None) -> sqlite3.Connection:
    descriptor, name = tempfile.mkstemp(prefix="snowdrop-", dir=folder)
    os.close(descriptor)
    try:
        file = sqlite3.connect(name, isolation_level=None)
        for setting in (
            "journal_mode=OFF",
            "synchronous=OFF",
            "locking_mode=EXCLUSIVE",
            f"cache_size=-{_CACHE_KIB}",
        ):
            file.execute(f"PRAGMA {setting}")
        file.execute("CREATE TABLE chunks (key TEXT, at INTEGER, is_cut INTEGER, imprint BLOB, raw BLOB)")
        file.execute("CREATE INDEX by_key ON chunks (key, at)")
        file.execute("BEGIN")
    finally:
        Path(name).unlink()
    return file


def _groups(rows: Iterable[tuple[str, bytes, int, int, bytes | None]]) -> Iterator[tuple[str, list[Chunk]]]:
    for key, parts in groupby(rows, itemgetter(0)):
        yield key, [Chunk(raw, at, bool(is_cut), imprint) for _, raw, at, is_cut, imprint in parts]


def _batches(values: Iterable[_T], size: int) -> Iterator[list[_T]]:
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some


@contextmanager
def _in_plain_words() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise BodyLostError(_NO_ROOM) from error
