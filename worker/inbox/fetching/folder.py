"""A folder holds calendar files: each is a sheet of its own, and is read again only when it changed.

Part of fetching: source → catch, from disk and standard input. A vdir (one file per event, as vdirsyncer keeps
them) is such a folder.
"""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from worker.core.problem import Problem
from worker.core.sentence import Sentence
from worker.errors import SnowdropError
from worker.inbox.body import PIECE_BYTES, Body, Standing, kept
from worker.inbox.fetching.catch import (
    Fetched,
    Limits,
    NotModified,
    TooLargeError,
    UnavailableError,
    UnreadableError,
)
from worker.inbox.fetching.sheet import Catch, Known, Sheet, sheet_name
from worker.inbox.fetching.source import Source, SourceKind, path_source
from worker.inbox.reading.text import one_line

CALENDAR_SUFFIXES = frozenset({".ics", ".ical", ".icalendar", ".ifb", ".vcs"})
"""RFC 5545, 8.1 (.ics, .ifb); .ical and .icalendar are Apple's; .vcs is vCalendar 1.0."""

LONGEST_DISPLAY_NAME = 200


def sources_in(source: Source) -> tuple[Source, ...]:
    """The calendar files of a folder and of the folders in it, ordered by path; any other source is itself.

    Hidden files and folders are left out, folders behind links are not entered. A folder below that cannot be
    opened stays in the list, so that reading it says why. Raises UnreadableError for a folder without
    calendars.
    """
    folder = Path(source.text)
    if source.kind is not SourceKind.PATH or not folder.is_dir():
        return (source,)
    try:
        found = sorted(_calendars_in(folder))
    except OSError as error:
        raise _unreadable(source.label, error) from error
    if not found:
        raise UnreadableError(
            Sentence(
                "The folder {label} holds no calendar: files end in .ics, .ical or .vcs there.",
                label=source.label,
            )
        )
    return tuple(
        path_source(path, label=path.relative_to(folder).as_posix(), folder=str(path.parent))
        for path in found
    )


def visit_folder(source: Source, *, known: Known, limits: Limits) -> Catch | NotModified:
    """What changed in a folder; where nothing did, each file costs only a look at its size and times.

    A file that cannot be read is one problem, and what is known of it stays. Raises what `sources_in` raises, and
    what reading raises where no file at all can be read.
    """
    fresh: dict[str, Sheet] = {}
    marks: dict[str, str] = {}
    kept: set[str] = set()
    errors: dict[str, SnowdropError] = {}
    for file in sources_in(source):
        name = sheet_name(file.label)
        try:
            caught = _if_changed(file, known.marks.get(name), limits)
        except SnowdropError as error:
            errors[file.label] = error
            kept.add(name)
            continue
        if caught is None:
            kept.add(name)
        else:
            fresh[name] = Sheet(name=name, label=file.label, body=caught.body)
            marks[name] = caught.etag or ""
    if errors and not fresh and len(errors) == len(kept):
        raise next(iter(errors.values()))
    if not fresh and not errors and kept >= known.marks.keys():
        return NotModified()
    return Catch(
        fresh=tuple(fresh.values()),
        kept=frozenset(kept),
        marks=marks,
        problems=tuple(_problem(label, error) for label, error in errors.items()),
        name=_display_name(Path(source.text)),
    )


def _if_changed(file: Source, mark: str | None, limits: Limits) -> Fetched | None:
    """None where the disk says the same about the file as before: it is not even opened then."""
    try:
        is_same = mark is not None and mark == _mark(Path(file.text).stat())
    except OSError as error:
        raise _unreadable(file.label, error) from error
    caught = None if is_same else read_path(file, limits=limits)
    return caught if isinstance(caught, Fetched) else None


def _problem(label: str, error: SnowdropError) -> Problem:
    return Problem(where=label, what=error.sentence, kept=Sentence("the other files"))


def _display_name(folder: Path) -> str:
    """What vdirsyncer keeps beside the files of a collection; "" where there is nothing."""
    try:
        with (folder / "displayname").open(encoding="utf-8", errors="replace") as file:
            return one_line(file.read(LONGEST_DISPLAY_NAME))
    except OSError:
        return ""


def _calendars_in(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _calendars_or_itself(path)
        elif path.suffix.lower() in CALENDAR_SUFFIXES and not path.is_dir():
            yield path


def _calendars_or_itself(folder: Path) -> Iterator[Path]:
    """A folder that cannot be opened stands for itself."""
    try:
        inside = list(_calendars_in(folder))
    except OSError:
        inside = [folder]
    yield from inside


def read_path(source: Source, *, limits: Limits, etag: str | None = None) -> Fetched | NotModified:
    """A file, not read yet. The etag is made of what the disk says about it, so what is unchanged is not read.

    Raises UnreadableError, TooLargeError, and UnavailableError for a disk that fails.
    """
    try:
        with Path(source.text).open("rb") as file:
            status = os.fstat(file.fileno())
            mark = _mark(status)
            if mark is None:
                return Fetched(body=_taken_in(file, source.label, limits))
            if mark == etag:
                return NotModified(etag=etag)
            if status.st_size > limits.file_bytes:
                raise TooLargeError(source.label, limits.file_bytes)
            return Fetched(body=Standing(Path(source.text)), etag=mark)
    except OSError as error:
        raise _unreadable(source.label, error) from error


def read_standard_input(source: Source, *, limits: Limits, stream: BinaryIO | None = None) -> Fetched:
    """All that comes in until the end. Raises TooLargeError."""
    return Fetched(body=_taken_in(stream or sys.stdin.buffer, source.label, limits))


def _taken_in(file: BinaryIO, label: str, limits: Limits) -> Body:
    """What can be read only once."""

    def pieces() -> Iterator[bytes]:
        size = 0
        while piece := file.read(PIECE_BYTES):
            size += len(piece)
            if size > limits.file_bytes:
                raise TooLargeError(label, limits.file_bytes)
            yield piece

    return kept(pieces(), limits.scratch)


def _mark(status: os.stat_result) -> str | None:
    """None for a pipe, never the same twice. The change time also sees a copy that keeps its date."""
    if not stat.S_ISREG(status.st_mode):
        return None
    return f"{status.st_ino:x}-{status.st_size:x}-{status.st_mtime_ns:x}-{status.st_ctime_ns:x}"


def _unreadable(label: str, error: OSError) -> UnreadableError | UnavailableError:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return UnreadableError(
                Sentence(
                    "There is no file or folder {label}: check its name and the folders before it.",
                    label=label,
                )
            )
        case PermissionError():
            return UnreadableError(
                Sentence(
                    "{label} may not be read: give the account that runs Snowdrop the right to read it.",
                    label=label,
                )
            )
        case IsADirectoryError():
            return UnreadableError(
                Sentence("{label} is a folder: name the calendar files in it.", label=label)
            )
        case _:
            return UnavailableError(
                Sentence(
                    "{label} cannot be read from its disk just now ({why}): check the disk.",
                    label=label,
                    why=error.strerror or Sentence("unknown fault"),
                )
            )
