"""A body: the same bytes from memory, from a nameless file and from the user's own."""

import os
from pathlib import Path

import pytest

from worker.inbox.body import HELD_BYTES, PIECE_BYTES, Body, BodyLostError, Held, Laid, Standing, kept

LARGE = os.urandom(1024) * (HELD_BYTES // 1024 + 1)


def bodies(data: bytes, folder: Path) -> list[Body]:
    path = folder / "a.ics"
    path.write_bytes(data)
    return [Held(data), kept([data[:9], data[9:]], folder), Standing(path)]


@pytest.mark.parametrize("data", [b"", b"BEGIN:VCALENDAR\r\n", LARGE], ids=["empty", "small", "large"])
def test_a_body_is_read_from_its_beginning_as_often_as_needed(data: bytes, tmp_path: Path) -> None:
    """In pieces of a bounded size, with one hash, wherever it is kept."""
    found = bodies(data, tmp_path)

    for _ in range(2):
        assert all(body.whole() == data for body in found)
    assert len({body.hash for body in found}) == 1
    assert all(0 < len(piece) <= PIECE_BYTES for body in found for piece in body.pieces())


def test_what_is_large_waits_on_the_disk_without_a_name(tmp_path: Path) -> None:
    """It is gone with the process, whatever happens."""
    assert isinstance(kept([LARGE[:PIECE_BYTES]], tmp_path), Held)
    assert isinstance(kept([LARGE, b"more"], tmp_path), Laid)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fails_is_told_in_a_sentence(tmp_path: Path) -> None:
    """Where there is no room, and where the file went away between two looks."""
    with pytest.raises(BodyLostError, match="make room"):
        kept([LARGE], tmp_path / "nowhere")
    with pytest.raises(BodyLostError, match="check the disk"):
        Standing(tmp_path / "gone.ics").whole()
