"""A vCard block is what stands between BEGIN:VCARD and END:VCARD, as whole lines with their text decoded.

Step 1 of 2 for a vCard: bytes → blocks (here) → `Card` (vcards.py). Pure.

Lines stay bytes until their own charset is known: vCard 2.1 lets each line choose one, and some programs fold
inside a UTF-8 character.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from quopri import decodestring

from worker.inbox.reading.line import line_in
from worker.inbox.reading.text import normal_bytes

_BEGIN = re.compile(rb"\s*begin\s*:\s*vcard\s*", re.IGNORECASE)
_END = re.compile(rb"end\s*:\s*vcard\s*", re.IGNORECASE)
_AGENT = re.compile(rb"(?:[\w-]+\.)?agent[^:]*:\s*", re.IGNORECASE)
_AGENT_BEGIN = re.compile(_AGENT.pattern + rb"begin\s*:\s*vcard\s*", re.IGNORECASE)
_QUOTED_PRINTABLE = re.compile(rb"[^:]*quoted-printable[^:]*:", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class VcardLine:
    """One content line."""

    name: str
    """Upper-case, without an Apple group (`item1.`)."""
    head: str
    """All before the value, upper-case: the name and its parameters, in whichever way they are written."""
    params: Mapping[str, str]
    text: str
    """The value in Unicode, its backslashes as written."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One card of a file."""

    number: int
    """The first card of a file is 1."""
    lines: tuple[bytes, ...]
    is_whole: bool
    """Whether its END was found."""


def unescaped(text: str) -> str:
    """The value as one reads it, on one line."""
    return re.sub(r"\\(.)", lambda found: " " if found[1] in "nN" else found[1], text)


def has_vcards(data: bytes) -> bool:
    """Whether any line begins a card."""
    return any(_BEGIN.fullmatch(line) for line in normal_bytes(data).split(b"\n"))


def blocks_in(data: bytes) -> Iterator[Block]:
    """All cards in their order; one that is not ended ends where the next begins, or with the file.

    A card that is the value of another's AGENT (2.1) is passed over with it.
    """
    number, depth, lines = 0, 0, list[bytes]()
    physical = [line for line in normal_bytes(data).split(b"\n") if line.strip()]
    for before, line in pairwise([b"", *physical]):
        is_begin = bool(_BEGIN.fullmatch(line))
        if depth and (_AGENT_BEGIN.fullmatch(line) or (is_begin and _AGENT.fullmatch(before))):
            depth += 1
        elif is_begin and not (depth and line[:1].isspace()):
            if depth:
                yield Block(number=number, lines=tuple(lines), is_whole=False)
            number, depth, lines = number + 1, 1, []
        elif depth and _END.fullmatch(line):
            depth -= 1
            if not depth:
                yield Block(number=number, lines=tuple(lines), is_whole=True)
        elif depth == 1:
            lines.append(line)
    if depth:
        yield Block(number=number, lines=tuple(lines), is_whole=False)


def lines_of(block: Block) -> Iterator[VcardLine]:
    """The content lines of a card, unfolded and decoded; what is none (`blablabla`) is left out."""
    for raw in _unfolded(block.lines):
        as_latin = raw.decode("latin-1")  # each byte is one character, so the value can be taken back
        line = line_in(as_latin)
        if line is None:
            continue
        head = as_latin.removesuffix(line.value).upper()
        value = line.value.encode("latin-1")
        if "QUOTED-PRINTABLE" in head:
            value = decodestring(value)
        text = _decoded(value, line.params.get("CHARSET", ""))
        yield VcardLine(name=line.name, head=head, params=line.params, text=text)


def _unfolded(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Joins folds (a blank at the start) and the soft line breaks of quoted-printable (`=` at the end)."""
    pieces = list[bytes]()
    is_open = False
    for line in lines:
        if is_open:
            pieces[-1] = pieces[-1].rstrip()[:-1]
            pieces.append(line)
        elif pieces and line[:1] in (b" ", b"\t"):
            pieces.append(line[1:])
        else:
            if pieces:
                yield b"".join(pieces)
            pieces = [line]
        is_open = line.rstrip().endswith(b"=") and bool(_QUOTED_PRINTABLE.match(pieces[0]))
    if pieces:
        yield b"".join(pieces)


def _decoded(value: bytes, charset: str) -> str:
    """In the line's own charset, else in UTF-8, else in Windows-1252."""
    for encoding in (charset, "utf-8"):
        try:
            return value.decode(encoding)
        except (LookupError, UnicodeError):  # no such charset, or not in it
            continue
    return value.decode("cp1252", "replace")
