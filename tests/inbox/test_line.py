"""Content lines: name, parameters, value."""

import pytest

from worker.inbox.reading.line import Line, line_in


def line(text: str) -> Line:
    found = line_in(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "name", "params", "value"),
    [
        ("SUMMARY:Tea: with milk", "SUMMARY", {}, "Tea: with milk"),
        ("summary;language=en:Tea", "SUMMARY", {"LANGUAGE": "en"}, "Tea"),
        ('ATTENDEE;CN="A: B; C":mailto:a@x', "ATTENDEE", {"CN": "A: B; C"}, "mailto:a@x"),
        ('ATTENDEE;CN="never closed:mailto:a@x', "ATTENDEE", {"CN": "never closed"}, "mailto:a@x"),
        ('A;X="1","2":v', "A", {"X": "1,2"}, "v"),
        ("A; X = 1 ;Y=:v", "A", {"X": "1", "Y": ""}, "v"),
        ("A;BARE:v", "A", {"TYPE": "BARE"}, "v"),
        ("A;QUOTED-PRINTABLE:v", "A", {"ENCODING": "QUOTED-PRINTABLE"}, "v"),
        ("ITEM1.EMAIL:a@x", "EMAIL", {}, "a@x"),
        ("A;=1;;X=2:v", "A", {"": "1", "X": "2"}, "v"),
        ("A:", "A", {}, ""),
    ],
)
def test_a_line_is_read_forgivingly(text: str, name: str, params: dict[str, str], value: str) -> None:
    """RFC 5545, 3.1, and what is written instead."""
    assert line(text) == Line(name, params, value)


@pytest.mark.parametrize("text", ["", "no colon", ":only a value"])
def test_a_line_without_name_or_colon_is_none(text: str) -> None:
    """It says nothing."""
    assert line_in(text) is None


def test_carets_stand_for_what_parameters_cannot_hold() -> None:
    """RFC 6868: ^n, ^^ and ^'."""
    assert line("A;CN=one^ntwo^^n^'x^':v").params["CN"] == 'one\ntwo^n"x"'


def test_escapes_of_text_are_resolved_once() -> None:
    r"""RFC 5545, 3.3.11: \n, \, \; and \\."""
    assert line(r"SUMMARY:a\nb\,c\;d\\n\:e").text == "a\nb,c;d\\n:e"


@pytest.mark.parametrize(
    "charset", ["unicode_escape", "idna", "undefined", "rot13", "punycode", "no-such", ""]
)
def test_a_charset_that_is_none_is_read_as_utf8(charset: str) -> None:
    """Python knows codecs by name that are no charsets, some of which raise or make lone surrogates."""
    assert line(f"SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET={charset}:caf=C3=A9 =5Cud800").text.startswith(
        "café"
    )


def test_a_charset_that_is_one_is_obeyed() -> None:
    """vCalendar 1.0, 2.1.5."""
    assert line("SUMMARY;ENCODING=quoted-printable;CHARSET=ISO-8859-2:=AEofie").text == "Žofie"
