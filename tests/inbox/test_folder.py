"""Files, folders and standard input."""

import io
import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.rights import ordinary_rights
from worker.errors import SnowdropError
from worker.inbox.body import Held
from worker.inbox.fetching.catch import (
    DEFAULT_LIMITS,
    Fetched,
    Limits,
    NotModified,
    TooLargeError,
    UnreadableError,
)
from worker.inbox.fetching.fetch import fetch
from worker.inbox.fetching.folder import read_path, read_standard_input, sources_in
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.source import source_of

CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def read(path: Path, **more: object) -> Fetched | NotModified:
    return read_path(source_of(str(path)), limits=DEFAULT_LIMITS, **more)  # type: ignore[arg-type]


def test_a_file_is_read_without_the_net(tmp_path: Path) -> None:
    """Through the same function as addresses; the client is not touched."""
    file = tmp_path / "work.ics"
    file.write_bytes(CALENDAR)

    source = source_of(str(file))
    caught = fetch(source, client=None, gate=HostGate(), now=datetime(2026, 11, 22, tzinfo=UTC))

    assert isinstance(caught, Fetched)
    assert (caught.body.whole(), source.label) == (CALENDAR, "work.ics")


def test_an_unchanged_file_is_not_read_again(tmp_path: Path) -> None:
    """Until it changes, even to something of the same size that keeps its date."""
    file = tmp_path / "work.ics"
    file.write_bytes(CALENDAR)
    first = read(file)
    again = read(file, etag=first.etag)
    before = file.stat()
    file.write_bytes(CALENDAR.lower())
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    changed = read(file, etag=first.etag)

    assert again == NotModified(etag=first.etag)
    assert isinstance(changed, Fetched)
    assert changed.body.whole() == CALENDAR.lower()


def test_a_folder_is_all_its_calendars_in_order(tmp_path: Path) -> None:
    """Below it too, each under its path within the folder; what is hidden or no calendar stays out."""
    for name in (
        "b.ics",
        "a.ICS",
        "old/2019.ical",
        "old/deep/x.vcs",
        ".hidden.ics",
        ".git/c.ics",
        "readme.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(CALENDAR)
    (tmp_path / "folder.ics").mkdir()
    (tmp_path / "old" / "loop").symlink_to(tmp_path)

    found = sources_in(source_of(str(tmp_path)))

    assert [source.label for source in found] == ["a.ICS", "b.ics", "old/2019.ical", "old/deep/x.vcs"]
    assert all(isinstance(read_path(source, limits=DEFAULT_LIMITS), Fetched) for source in found)


def test_whatever_is_no_folder_is_itself(tmp_path: Path) -> None:
    """A file, an address, standard input, and a path that leads nowhere."""
    for text in (str(tmp_path / "work.ics"), "https://example.org/c.ics", "-"):
        assert sources_in(source_of(text)) == (source_of(text),)


def test_a_file_that_has_gone_does_not_hide_the_others(tmp_path: Path) -> None:
    """It stays in the list, and says so itself."""
    (tmp_path / "good.ics").write_bytes(CALENDAR)
    (tmp_path / "gone.ics").symlink_to(tmp_path / "nowhere.ics")

    gone, good = sources_in(source_of(str(tmp_path)))

    assert isinstance(read_path(good, limits=DEFAULT_LIMITS), Fetched)
    with pytest.raises(UnreadableError, match=r"^There is no file or folder gone\.ics: .+\.$"):
        read_path(gone, limits=DEFAULT_LIMITS)


def test_a_folder_without_calendars_says_so(tmp_path: Path) -> None:
    """Empty, or full of other things."""
    (tmp_path / "readme.txt").write_text("hello")

    with pytest.raises(UnreadableError, match=rf"^The folder {tmp_path.name} holds no calendar: .+\.$"):
        sources_in(source_of(str(tmp_path)))


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    """No such file, a file for a folder, a folder for a file."""
    file = tmp_path / "work.ics"
    file.write_bytes(CALENDAR)

    with pytest.raises(UnreadableError, match=r"no file or folder lost\.ics"):
        read(tmp_path / "lost.ics")
    with pytest.raises(UnreadableError, match=r"no file or folder in\.ics"):
        read(file / "in.ics")
    with pytest.raises(UnreadableError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(SnowdropError, match=r"^x+ cannot be read .+\.$"):
        read(tmp_path / ("x" * 300))


def test_a_file_or_folder_without_leave_is_told_apart(tmp_path: Path) -> None:
    """The good file beside them is read."""
    (tmp_path / "a.ics").write_bytes(CALENDAR)
    (tmp_path / "b.ics").write_bytes(CALENDAR)
    (tmp_path / "b.ics").chmod(0)
    (tmp_path / "closed").mkdir(mode=0)

    with ordinary_rights():
        good, *shut = sources_in(source_of(str(tmp_path)))

        assert isinstance(read_path(good, limits=DEFAULT_LIMITS), Fetched)
        for source in shut:
            with pytest.raises(UnreadableError, match="may not be read"):
                read_path(source, limits=DEFAULT_LIMITS)


def test_a_file_may_be_as_large_as_the_limit(tmp_path: Path) -> None:
    """One byte more is too much, for a file as for standard input."""
    file = tmp_path / "work.ics"
    file.write_bytes(b"x" * 10)
    source, pipe = source_of(str(file)), source_of("-")

    assert isinstance(read_path(source, limits=Limits(file_bytes=10)), Fetched)
    with pytest.raises(TooLargeError, match=r"^work\.ics holds more than 9 bytes"):
        read_path(source, limits=Limits(file_bytes=9))
    with pytest.raises(TooLargeError, match=r"^standard input holds"):
        read_standard_input(pipe, limits=Limits(file_bytes=9), stream=io.BytesIO(b"x" * 10))


def test_standard_input_is_read_to_its_end() -> None:
    """As bytes."""
    caught = read_standard_input(source_of("-"), limits=DEFAULT_LIMITS, stream=io.BytesIO(b"\xff\x00"))

    assert caught == Fetched(body=Held(b"\xff\x00"))


def test_a_pipe_is_read_and_never_called_unchanged(tmp_path: Path) -> None:
    """As with <(command) of a shell."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(CALENDAR,))
    writer.start()

    caught = read(pipe)

    writer.join()
    assert caught == Fetched(body=Held(CALENDAR))
