"""Text: encodings, line ends, folds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inbox.calendars import calendar, event, read, titles
from worker.inbox.reading.text import (
    decoded,
    normal_bytes,
    normal_pieces,
    one_line,
    unfolded,
    without_controls,
)

BODY = calendar(event("SUMMARY:Frühstück mit Žofie"))
TEXT = BODY.decode()


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        b"\xef\xbb\xbf" + BODY,
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        BODY.replace(b"\r\n", b"\n"),
        BODY.replace(b"\r\n", b"\r"),
        BODY.replace(b"\r\n", b"\r\r\n"),
        BODY.replace(b"\r\nSUMMARY", b"\rSUMMARY").replace(b"\r\nDTSTART", b"\nDTSTART"),
        BODY.replace(b"Fr\xc3\xbc", b"Fr\xc3\r\n \xbc"),
        BODY.replace(b"Fr\xc3\xbc", b"Fr\xc3\r\r\n\t\xbc"),
        b"\r\n\r\n  \r\n" + BODY,
    ],
    ids=[
        "plain",
        "bom",
        "utf16",
        "utf16le",
        "utf16be",
        "bombe",
        "utf32",
        "lf",
        "cr",
        "crcrlf",
        "mixed",
        "fold-in-char",
        "tab-fold",
        "blank-lines",
    ],
)
def test_a_title_survives_every_encoding_line_end_and_fold(body: bytes) -> None:
    """RFC 5545, 3.1: UTF-8, CRLF, folds anywhere; real files have all of the others too."""
    assert titles(read(body)) == ["Frühstück mit Žofie"]


def test_one_line_in_another_encoding_spoils_only_itself() -> None:
    """Windows-1252 beside UTF-8, as two programs that write one file do."""
    assert decoded("Größe\n".encode() + "Größe – gut".encode("cp1252")) == "Größe\nGröße – gut"


def test_bytes_of_no_encoding_are_read_all_the_same() -> None:
    """0x81 is undefined in Windows-1252."""
    assert decoded(b"a\x81b\xff") == "a\x81bÿ"


def test_folds_are_a_line_end_and_one_blank_or_tab() -> None:
    """The second blank belongs to the text."""
    assert unfolded(b"SUMMARY:Tea\n  with\n\t Ada\n") == b"SUMMARY:Tea with Ada\n"


def test_what_is_shown_stands_on_one_line_without_controls() -> None:
    """NUL, C1, U+2028, and what turns the direction of writing around."""
    assert one_line("  Tea\r\nBcc:\x00x\x9b31m\u2028y\u202ez\u00a0 end ") == "Tea Bcc: x 31m y z end"


def test_a_name_for_machines_keeps_its_blanks() -> None:
    """A UID is compared, not shown."""
    assert without_controls("a  b\x00\x1b") == "a  b"


def test_plain_bytes_are_left_alone() -> None:
    """Nothing is to be done for them."""
    assert normal_bytes(b"BEGIN:VCALENDAR\n") == b"BEGIN:VCALENDAR\n"


def before(body: bytes) -> bytes:
    """What pieces have to come to, for a body that is held whole."""
    boms = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8-sig"))
    for bom, encoding in boms:
        if body.startswith(bom):
            body = body[2:].decode(encoding, "replace").encode() if len(bom) == 2 else body[3:]
            break
    return body.replace(b"\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")


BITS = st.lists(
    st.sampled_from(["BEGIN:VEVENT", "ü", "\U0001f600", "\r", "\r\n", "\n", "\r\r\n", " "]), max_size=20
)


@given(BITS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"]), st.integers(1, 9))
def test_pieces_of_any_size_come_to_the_same_as_the_whole(bits: list[str], encoding: str, size: int) -> None:
    """Cut inside a character, a line end or a byte order mark; each piece but the last ends with a line end."""
    body = "".join(bits).encode(encoding, "replace")
    body = b"\xfe\xff" + body if encoding == "utf-16-be" else body

    found = list(normal_pieces(body[at : at + size] for at in range(0, len(body), size)))

    assert b"".join(found) == normal_bytes(body) == before(body)
    assert all(piece.endswith(b"\n") for piece in found[:-1])
