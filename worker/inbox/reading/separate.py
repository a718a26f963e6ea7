"""Separate are events that share a UID and are no versions or instances of each other.

Part of step 1 of 5: chunks of one UID → groups. Pure. Each gets a key of its own, so that one of them that leaves the
feed's window vanishes like any other event: what took place stays, what lies ahead is withdrawn.
"""

import re
from collections.abc import Sequence
from hashlib import blake2b

from worker.inbox.reading.split import Chunk

_NAMED = re.compile(rb"\nRECURRENCE-ID[;:][^\n]*(?:\n[ \t][^\n]*)*")
_START = re.compile(rb"\nDTSTART[;:][^\n]*(?:\n[ \t][^\n]*)*")
_SEQUENCE = re.compile(rb"\nSEQUENCE[;:][^\n]*")
_LONGEST_PLAIN = 40


def may_be_separate(chunks: Sequence[Chunk]) -> bool:
    """Whether a closer look is needed: most events stand alone under their UID."""
    return len(chunks) > 1 or b"\nRECURRENCE-ID" in chunks[0].raw


def groups_of(key: str, chunks: list[Chunk]) -> dict[str, list[Chunk]]:
    """The chunks of one UID by key; mostly all of them belong together, under the UID itself.

    Apart stand instances of a series that the feed does not show (RFC 5545, 3.8.4.4), and events that use one UID
    again without RECURRENCE-ID (against 3.8.4.7), as long as no SEQUENCE makes one a version of the other.
    """
    are_instances = [b"\nRECURRENCE-ID" in chunk.raw and b"\nRRULE" not in chunk.raw for chunk in chunks]
    if all(are_instances):
        return _by_line(key, chunks, _NAMED)
    if len(chunks) == 1 or any(are_instances) or not _are_one_version(chunks):
        return {key: chunks}
    groups = _by_line(key, chunks, _START)
    return groups if len(groups) > 1 else {key: chunks}


def _are_one_version(chunks: Sequence[Chunk]) -> bool:
    return len({_line_in(chunk, _SEQUENCE) for chunk in chunks}) == 1


def _by_line(key: str, chunks: Sequence[Chunk], line: re.Pattern[bytes]) -> dict[str, list[Chunk]]:
    groups: dict[str, list[Chunk]] = {}
    for chunk in chunks:
        groups.setdefault(f"{key}#{_short(_line_in(chunk, line))}", []).append(chunk)
    return groups


def _line_in(chunk: Chunk, line: re.Pattern[bytes]) -> bytes:
    found = line.search(chunk.raw)
    return found[0] if found else b""


def _short(line: bytes) -> str:
    """The value of a date's line; a hash where that is no plain date."""
    value = line.rpartition(b":")[2].strip()
    if len(value) <= _LONGEST_PLAIN and value.isalnum() and b";" not in line:
        return value.decode("ascii")
    return blake2b(line, digest_size=8).hexdigest()
