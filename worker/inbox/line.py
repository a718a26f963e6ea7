"""A content line is `NAME;PARAM=value:value` (RFC 5545, 3.1), read forgivingly.

Step 1 of 5. Pure.
"""

import re
from dataclasses import dataclass
from quopri import decodestring

_PARAM = re.compile(r';([^=;:"]*)(?:=((?:[^";:]+|"[^"]*")*))?')
_CARET = re.compile(r"\^([n^'])")
_CARETS = {"n": "\n", "^": "^", "'": '"'}
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """One content line: the name and the parameters' names upper-case, the value as written."""

    name: str
    params: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        r"""The value as TEXT (3.3.11): `\n`, `\,`, `\;` and `\\` resolved; quoted-printable undone (vCalendar 1.0)."""
        value = self.value
        if self.params.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
            value = _from_quoted_printable(value, self.params.get("CHARSET", "utf-8"))
        if "\\" not in value:
            return value
        return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def line_in(text: str) -> Line | None:
    """The content line in one unfolded line of text; None where there is no name or no colon.

    A group prefix (`ITEM1.EMAIL`, vCard) is dropped. Parameter values lose their quotes and RFC 6868 carets; several
    values of one parameter stay joined by commas.
    """
    colon = text.find(":")
    if colon < 1:
        return None
    semicolon = text.find(";", 0, colon)
    if semicolon < 0:
        return Line(_name(text[:colon]), {}, text[colon + 1 :])
    params, end = _params_in(text, semicolon)
    if end >= len(text) or text[end] != ":":
        end = colon  # an unclosed quote: the first colon ends the parameters, as most writers meant it
        params, _ = _params_in(text[:colon].replace('"', ""), semicolon)
    return Line(_name(text[:semicolon]), params, text[end + 1 :])


def _name(written: str) -> str:
    name = written.strip().upper()
    return name.rpartition(".")[2] if "." in name else name


def _params_in(text: str, at: int) -> tuple[dict[str, str], int]:
    """The parameters from the semicolon `at` on, and the index after the last one."""
    params: dict[str, str] = {}
    while found := _PARAM.match(text, at):
        name, value = found[1].strip().upper(), found[2]
        if value is not None:
            params[name] = _param_value(value)
        elif name == "QUOTED-PRINTABLE":
            params["ENCODING"] = name
        elif name:
            params.setdefault("TYPE", name)  # vCalendar 1.0: a bare value
        at = found.end()
    return params, at


def _param_value(written: str) -> str:
    value = (written.replace('"', "") if '"' in written else written).strip()
    if "^" in value:
        value = _CARET.sub(lambda found: _CARETS[found[1]], value)
    return value


def _from_quoted_printable(value: str, charset: str) -> str:
    raw = decodestring(value.encode("utf-8", "replace"))
    try:
        return raw.decode(charset, "replace")
    except LookupError:
        return raw.decode("utf-8", "replace")
