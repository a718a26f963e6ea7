"""Unpacking turns a packed body into plain bytes, in pieces, so that a small body cannot fill the memory.

Part of fetching. Pure. Understood are gzip and deflate (RFC 1950 to 1952); gzip also where nobody says so.
"""

import itertools
import zlib
from collections.abc import Iterable, Iterator

PIECE_BYTES = 64 * 1024
MOST_LAYERS = 2
"""No honest server packs more than once; a proxy before it may do so a second time."""
GZIP_MAGIC = b"\x1f\x8b"
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_RAW_DEFLATE = -zlib.MAX_WBITS


class UnpackError(Exception):
    """The body is not packed as it says, or is cut."""


class UnknownCodingError(UnpackError):
    """The body is packed in a way that nobody asked for."""


def unpacked(pieces: Iterable[bytes], content_encoding: str) -> Iterator[bytes]:
    """The plain bytes of a body in pieces of at most 64 KiB. Raises UnpackError, at the latest at the end."""
    codings = [coding.strip().lower() for coding in content_encoding.split(",")]
    layers = [coding for coding in codings if coding not in ("", "identity")]
    if len(layers) > MOST_LAYERS or not set(layers) <= {"gzip", "x-gzip", "deflate"}:
        raise UnknownCodingError(", ".join(layers[:MOST_LAYERS]))
    for _ in layers:
        pieces = _inflated(pieces)
    return _without_gzip(pieces)


def _without_gzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """A calendar never begins with gzip's magic: who sends it packed the file and forgot to say so."""
    head, rest = _headed(pieces)
    yield from (
        _inflated(itertools.chain([head], rest)) if head.startswith(GZIP_MAGIC) else _rejoined(head, rest)
    )


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """One layer less. Several gzip members in a row are one body; anything else after them is dropped."""
    head, rest = _headed(pieces)
    if not head:
        return
    has_header = head.startswith(GZIP_MAGIC) or _is_zlib(head)
    wbits = _GZIP_OR_ZLIB if has_header else _RAW_DEFLATE
    engine, pending = zlib.decompressobj(wbits), b""
    for piece in itertools.chain([head], rest):
        pending += piece
        while pending and not (engine.eof and len(pending) < len(GZIP_MAGIC)):
            if engine.eof and not pending.startswith(GZIP_MAGIC):
                return
            engine = zlib.decompressobj(wbits) if engine.eof else engine
            yield from _drained(engine, pending)
            pending = engine.unused_data
    if not engine.eof:
        raise UnpackError("cut")


def _drained(engine: "zlib._Decompress", piece: bytes) -> Iterator[bytes]:
    """All that a piece holds, 64 KiB at a time (the engine may owe output without further input)."""
    try:
        while plain := engine.decompress(piece, PIECE_BYTES):
            yield plain
            piece = engine.unconsumed_tail
    except zlib.error as error:
        raise UnpackError("damaged") from error


def _is_zlib(head: bytes) -> bool:
    """RFC 1950, 2.2. Without that header "deflate" is bare, as some servers have it."""
    return len(head) >= 2 and head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0


def _headed(pieces: Iterable[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first two bytes or more, and the rest."""
    rest, head = iter(pieces), b""
    while len(head) < 2 and (piece := next(rest, None)) is not None:
        head += piece
    return head, rest


def _rejoined(head: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield head
    yield from rest
