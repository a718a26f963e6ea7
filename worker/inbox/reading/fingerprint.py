"""A fingerprint names what an event says to us: whatever else a server writes anew at each request does not count.

Step 1 of 5: an event whose fingerprint is known is not parsed again. Pure. What is passed over is listed, never what is
kept: a property that nobody thought of is a change rather than a change that is missed.
"""

import re
from collections.abc import Sequence
from hashlib import blake2b

from worker.inbox.reading.quirks import VENDOR_NAMES
from worker.inbox.reading.split import Chunk

STAMPS = ("DTSTAMP", "CREATED")
"""When the server answered (RFC 5545, 3.8.7.2), or when it copied the event from elsewhere."""
VERSIONS = ("LAST-MODIFIED", "SEQUENCE")
"""They decide between several writings of one event; of an event that stands there once they say nothing more.

Some servers set them to now, or count them up, at each request.
"""
UNREAD = (
    *(
        "DESCRIPTION",
        "COMMENT",
        "URL",
        "ATTACH",
        "IMAGE",
        "CONFERENCE",
        "CATEGORIES",
        "COLOR",
        "PRIORITY",
        "GEO",
    ),
    *("RESOURCES", "RELATED-TO", "REQUEST-STATUS", "STYLED-DESCRIPTION"),
)
"""Nothing is read from these: a line "last synchronised at …" in a description is no change."""


def _telling(*passed_over: str) -> re.Pattern[bytes]:
    """Whole lines, with their folds, but those of these properties and of X- properties that are not read."""
    names, vendor = "|".join(passed_over), "|".join(sorted(VENDOR_NAMES))
    over = rf"(?:{names}|(?!(?:{vendor})[:;])X-[^:;\n]*)[:;]"
    return re.compile(rf"\n(?![ \t]|{over})[^\n]+(?:\n[ \t][^\n]*)*".encode())


_OF_ONE = _telling(*STAMPS, *VERSIONS, *UNREAD)
_OF_MANY = _telling(*STAMPS, *UNREAD)


def fingerprint_of(chunks: Sequence[Chunk]) -> str:
    """One name for what these chunks say; neither their order counts, nor that of their properties."""
    if len(chunks) == 1:
        return blake2b(telling_lines(chunks[0].raw), digest_size=16).hexdigest()
    digests = sorted(blake2b(_sorted(_OF_MANY, chunk.raw), digest_size=16).digest() for chunk in chunks)
    return blake2b(b"".join(digests), digest_size=16).hexdigest()


def telling_lines(raw: bytes) -> bytes:
    """What an event says that stands there once, in one order."""
    return _sorted(_OF_ONE, raw)


def _sorted(telling: re.Pattern[bytes], raw: bytes) -> bytes:
    return b"".join(sorted(telling.findall(raw)))
