"""Text is what is left of a calendar's bytes once encodings and line ends are settled.

Step 1 of 5, first half: body → raw text with one kind of line end. Pure.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from itertools import chain

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SNIFF_BYTES = 512
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""C0 and C1, line and paragraph separators, what turns the direction of writing around, and lone surrogates."""
_BLANKS = re.compile(r"\s+")


def normal_bytes(body: bytes) -> bytes:
    """The body in UTF-8 or a single-byte encoding, without BOM, every line ending in one LF.

    UTF-16 and UTF-32 are known by their BOM or by the NUL beside every ASCII letter. Folds are kept: unfolding
    happens on bytes later (`unfolded`), so that a fold inside a UTF-8 character heals (RFC 5545, 3.1).
    """
    return b"".join(normal_pieces((body,)))


def normal_pieces(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same of a body that comes in pieces, cut anywhere: here each piece but the last ends with a line end."""
    begun = list[bytes]()
    for piece in _with_one_line_end(_without_wide_encoding(pieces)):
        end = piece.rfind(b"\n") + 1
        begun.append(piece[:end] if end else piece)
        if end:
            yield begun[0] if len(begun) == 1 else b"".join(begun)
            begun = [piece[end:]] if end < len(piece) else []
    if begun:
        yield b"".join(begun)


def _with_one_line_end(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """CR alone is of old Macs, two before an LF of a body sent twice through text mode: two wait for what follows."""
    waiting = b""
    for each in pieces:
        piece = waiting + each
        waiting = b"\r" * (len(piece[-2:]) - len(piece[-2:].rstrip(b"\r")))
        yield _in_lf(piece[: len(piece) - len(waiting)])
    yield _in_lf(waiting)


def _in_lf(text: bytes) -> bytes:
    if b"\r" not in text:
        return text
    bare = text.replace(b"\r", b"")
    if text.count(b"\r\n") == len(text) - len(bare):  # as RFC 5545 has it, and quicker than what follows
        return bare
    text = text.replace(b"\r\n", b"\n")
    return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in text else text


def _without_wide_encoding(pieces: Iterable[bytes]) -> Iterator[bytes]:
    head, rest = b"", iter(pieces)
    while len(head) < _SNIFF_BYTES and (piece := next(rest, None)) is not None:
        head += piece
    bom, encoding = _encoding_of(head)
    following = chain((head[len(bom) :],), rest)
    if encoding == "utf-8":
        yield from following
        return
    decoder = getincrementaldecoder(encoding)("replace")
    for piece in following:
        yield decoder.decode(piece).encode()
    yield decoder.decode(b"", final=True).encode()


def _encoding_of(head: bytes) -> tuple[bytes, str]:
    """The BOM, b"" where there is none, and the encoding; every one-byte encoding passes for UTF-8 here."""
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return bom, encoding
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = head[start:_SNIFF_BYTES:2]
        if half and half.count(0) * 10 >= len(half) * 9:
            return b"", encoding
    return b"", "utf-8"


def unfolded(raw: bytes) -> bytes:
    """Joins folded lines (RFC 5545, 3.1: a line end followed by one blank or tab)."""
    return raw.replace(b"\n ", b"").replace(b"\n\t", b"")


def decoded(raw: bytes) -> str:
    """UTF-8, else line by line UTF-8 or Windows-1252, so that one odd line spoils only itself."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return "\n".join(_decoded_line(line) for line in raw.split(b"\n"))


def _decoded_line(line: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")


def without_controls(text: str) -> str:
    """For names that only machines read (UID): as written, but no control characters."""
    return text if text.isprintable() else _CONTROLS.sub("", text.replace("\t", ""))


def one_line(text: str) -> str:
    """For titles, names and places: no control characters, no line breaks, single blanks."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _BLANKS.sub(" ", _CONTROLS.sub(" ", text)).strip()


def texts_in(raw: bytes) -> list[str]:
    """The unfolded, decoded lines of a chunk."""
    return decoded(unfolded(raw)).split("\n")
