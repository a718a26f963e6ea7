"""An imprint names the very bytes of a plain event: one that is written as it was read before is not even cut out.

Step 1 of 5, inside the splitting. A fingerprint tells whether an event says what it said; between two visits nearly all
events are even written as they were, and eight bytes of a hash tell that. Pure.
"""

from collections.abc import Iterable
from hashlib import blake2b

BEGIN_EVENT, END_EVENT = b"\nBEGIN:VEVENT\n", b"\nEND:VEVENT\n"
LONGEST_FAMILIAR_BYTES = 16 * 1024
"""Where no END comes, each BEGIN searches so far for it; longer events are cut out at each visit."""


def imprint_of(written: bytes) -> bytes:
    """Eight of them: two of 10,000 events are taken for one in one of 10¹¹ calendars."""
    return blake2b(written, digest_size=8).digest()


class Familiar:
    """What was read before, by its imprint; it notes what of that stands there again."""

    def __init__(self, imprints: Iterable[tuple[int, bytes | None]] = ()) -> None:
        """`imprints`: the id and the imprint of each event, None where it was not a plain one."""
        self._ids = {imprint: id_ for id_, imprint in imprints if imprint is not None}
        self._found: list[int] = []

    def __bool__(self) -> bool:
        return bool(self._ids)

    def found(self) -> set[int] | None:
        """The ids of what stands there again; None where one stands there twice: that is not what was read."""
        ids = set(self._found)
        return ids if len(ids) == len(self._found) else None

    def passed(self, body: bytes, at: int) -> int:
        """Behind all familiar events that follow each other from here on: the line end of the last one's END."""
        ids, note = self._ids, self._found.append
        while body.startswith(BEGIN_EVENT, at):
            end = body.find(END_EVENT, at, at + LONGEST_FAMILIAR_BYTES)
            if end < 0 or body.find(BEGIN_EVENT, at + 1, end) >= 0:
                break  # whatever comes, each byte is hashed once
            id_ = ids.get(imprint_of(body[at:end]))
            if id_ is None:
                break
            note(id_)
            at = end + len(END_EVENT) - 1
        return at
