"""Text is what is left of a calendar's bytes once encodings and line ends are settled.

Step 1 of 5, first half: body → raw text with one kind of line end. Pure.
"""

import re

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
    body = _without_wide_encoding(body)
    body = body.replace(b"\r\n", b"\n")
    if b"\r" in body:  # old Macs; or \r\r\n, sent twice through text mode
        body = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return body


def _without_wide_encoding(body: bytes) -> bytes:
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            rest = body[len(bom) :]
            return rest if encoding == "utf-8" else rest.decode(encoding, "replace").encode()
    head = body[:_SNIFF_BYTES]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = head[start::2]
        if half and half.count(0) * 10 >= len(half) * 9:
            return body.decode(encoding, "replace").encode()
    return body


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
