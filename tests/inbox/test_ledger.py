"""The ledger: the same answers from memory and from the disk, and no file left behind."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.inbox.body import BodyLostError
from worker.inbox.reading.ledger import Ledger
from worker.inbox.reading.split import Chunk

PARTS = st.lists(st.tuples(st.sampled_from(["a", "b", "ä", "\U0001f600", "A b"]), st.binary(max_size=9)))


def ledgers(parts: Sequence[tuple[str, bytes]]) -> list[Ledger]:
    """One that holds everything, one that moves on the way, and one that moves at once."""
    made = [Ledger(), Ledger(held_bytes=20), Ledger(held_bytes=-1)]
    for ledger in made:
        for at, (key, raw) in enumerate(parts):
            ledger.add(key, Chunk(raw, at, is_cut=at % 3 == 0))
    return made


@pytest.mark.slow
@given(PARTS, st.sets(st.sampled_from("abA")), st.integers(1, 4))
def test_memory_and_disk_answer_alike(parts: list[tuple[str, bytes]], out: set[str], size: int) -> None:
    """Every event whole, its parts in their order, whatever was taken out."""
    answers = []
    for ledger in ledgers(parts):
        found = ledger.groups_of(["a", "b", "x"])
        ledger.take_out(ledger.groups_of(sorted(out)))
        pages = list(ledger.pages(size))
        rest = {key: chunks for page in pages for key, chunks in page.items()}
        answers.append((found, rest, [len(page) for page in pages]))

    assert answers[0] == answers[1] == answers[2]
    assert answers[0][1].keys() == {key for key, _ in parts} - out


def test_what_lies_on_the_disk_has_no_name_there(tmp_path: Path) -> None:
    """Nothing is left behind by a process that is killed."""
    ledger = Ledger(tmp_path, held_bytes=0)
    ledger.add("a", Chunk(b"x" * 100, 0))

    assert list(tmp_path.iterdir()) == []
    assert ledger.groups_of(["a"]) == {"a": [Chunk(b"x" * 100, 0)]}


def test_a_folder_that_takes_nothing_is_told_in_a_sentence(tmp_path: Path) -> None:
    """Not in the words of a driver."""
    ledger = Ledger(tmp_path / "nowhere", held_bytes=0)

    with pytest.raises(BodyLostError, match="make room"):
        ledger.add("a", Chunk(b"x", 0))
