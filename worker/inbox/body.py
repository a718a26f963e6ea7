"""A body is one calendar's bytes as they came: in memory while they are few, on the disk else.

Between fetching and step 1 of 5. It is read from its beginning as often as needed, a piece at a time: what is read of a
calendar needs no more memory when the calendar is large.
"""

import os
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from worker.core.sentence import Sentence
from worker.errors import TemporaryError

PIECE_BYTES = 512 * 1024
HELD_BYTES = 4 * 1024 * 1024
"""Larger bodies wait on the disk. Most calendars have less than a tenth of it."""


class BodyLostError(TemporaryError):
    """The disk does not take a large body, or does not give it back."""


class Body(ABC):
    """One calendar's bytes."""

    @abstractmethod
    def pieces(self) -> Iterator[bytes]:
        """All bytes, from the beginning, in pieces that are not empty. Raises BodyLostError."""

    @property
    @abstractmethod
    def size_bytes(self) -> int:
        """How much there is, by now. Raises BodyLostError."""

    def whole(self) -> bytes:
        """All at once: only for those who hold it whole anyway."""
        return b"".join(self.pieces())

    @property
    def hash(self) -> str:
        """Tells one body from another."""
        digest = blake2b(digest_size=16)
        for piece in self.pieces():
            digest.update(piece)
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Held(Body):
    """In memory."""

    data: bytes = field(repr=False)

    def pieces(self) -> Iterator[bytes]:
        if len(self.data) <= PIECE_BYTES:
            yield from (self.data,) if self.data else ()
            return
        for at in range(0, len(self.data), PIECE_BYTES):
            yield self.data[at : at + PIECE_BYTES]

    @property
    def size_bytes(self) -> int:
        return len(self.data)


EMPTY = Held(b"")


@dataclass(frozen=True, slots=True)
class Laid(Body):
    """In a file without a name that is gone with us, whatever happens."""

    file: BinaryIO = field(repr=False)

    def pieces(self) -> Iterator[bytes]:
        at = 0
        with _told():
            while piece := os.pread(self.file.fileno(), PIECE_BYTES, at):
                at += len(piece)
                yield piece

    @property
    def size_bytes(self) -> int:
        with _told():
            return os.fstat(self.file.fileno()).st_size


@dataclass(frozen=True, slots=True)
class Standing(Body):
    """In the user's own file. Whoever writes into it meanwhile is met again at the next visit: its mark is another."""

    path: Path = field(repr=False)

    def pieces(self) -> Iterator[bytes]:
        with _told(), self.path.open("rb") as file:
            while piece := file.read(PIECE_BYTES):
                yield piece

    @property
    def size_bytes(self) -> int:
        with _told():
            return self.path.stat().st_size


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BodyLostError(_LOST) from error


_LOST = Sentence("The calendar could be opened, but not read to its end: check the disk that it is on")
_NO_ROOM = Sentence(
    "There is no room for a large calendar while it is read: make room on the disk of SNOWDROP_DATA_DIR"
)


def kept(pieces: Iterable[bytes], scratch: Path | None = None) -> Body:
    """Keeps what comes in; what is large in the folder `scratch` (None: the system's). Raises BodyLostError."""
    held, size, rest = list[bytes](), 0, iter(pieces)
    for piece in rest:
        held.append(piece)
        size += len(piece)
        if size > HELD_BYTES:
            return _laid(chain(held, rest), scratch)
    return Held(b"".join(held))


def _laid(pieces: Iterable[bytes], scratch: Path | None) -> Laid:
    """What goes wrong with the pieces themselves is told by whoever gives them."""
    try:
        file = tempfile.TemporaryFile(dir=scratch)  # noqa: SIM115  # it stays open as long as the body is needed
    except OSError as error:
        raise BodyLostError(_NO_ROOM) from error
    for piece in pieces:
        try:
            file.write(piece)
            file.flush()
        except OSError as error:
            raise BodyLostError(_NO_ROOM) from error
    return Laid(file)
