"""A content line is `NAME;PARAM=value:value` (RFC 5545, 3.1), read forgivingly.

Step 1 of 5. Pure.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from quopri import decodestring
from typing import NamedTuple

_PARAM = re.compile(r';([^=;:"]*)(?:=((?:[^";:]+|"[^"]*")*))?')
_CARET = re.compile(r"\^([n^'])")
_CARETS = {"n": "\n", "^": "^", "'": '"'}
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_CHARSET = re.compile(
    r"utf-?8|(us-)?ascii|latin-?1|iso-?8859-?\d{1,2}|(windows-?|cp)(125\d|932)|koi8-[ru]|shift[-_]jis|euc-(jp|kr)"
    r"|iso-2022-jp|gb2312|gbk|gb18030|big5",
    re.IGNORECASE,
)
"""Charsets of text: Python knows others by name that are none (`unicode_escape`, `idna`, `undefined`)."""
_LONGEST_KEPT_HEAD = 200


class Line(NamedTuple):
    """One content line: the name and the parameters' names upper-case, the value as written."""

    name: str
    params: Mapping[str, str]
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
    head = text[:colon]
    if '"' in head and head.count('"') % 2:  # this colon stands inside quotes, or a quote is never closed
        end = _end_of_params(text)
        head, colon = (head.replace('"', ""), colon) if end is None else (text[:end], end)
    name, params = _kept_head(head) if colon <= _LONGEST_KEPT_HEAD else _head_in(head)
    return Line(name, params, text[colon + 1 :])


def _end_of_params(text: str) -> int | None:
    """Where the colon after the parameters stands; None where a quote is never closed.

    Then the first colon ends the parameters, as most writers meant it.
    """
    at = text.find(";")
    while found := _PARAM.match(text, at):
        at = found.end()
    return at if text[at : at + 1] == ":" else None


def _head_in(head: str) -> tuple[str, Mapping[str, str]]:
    """Name and parameters of what stands before the value."""
    semicolon = head.find(";")
    if semicolon < 0:
        return _name(head), {}
    params: dict[str, str] = {}
    at = semicolon
    while found := _PARAM.match(head, at):
        _take(params, found[1].strip().upper(), found[2])
        at = found.end()
    return _name(head[:semicolon]), params


_kept_head = lru_cache(maxsize=4096)(_head_in)
"""Heads come again and again; the mapping is shared, so nobody writes into it."""


def _take(params: dict[str, str], name: str, value: str | None) -> None:
    if value is not None:
        params[name] = _param_value(value)
    elif name == "QUOTED-PRINTABLE":
        params["ENCODING"] = name
    elif name:
        params.setdefault("TYPE", name)  # vCalendar 1.0: a bare value


def _name(written: str) -> str:
    name = written.strip().upper()
    return name.rpartition(".")[2] if "." in name else name


def _param_value(written: str) -> str:
    value = (written.replace('"', "") if '"' in written else written).strip()
    if "^" in value:
        value = _CARET.sub(lambda found: _CARETS[found[1]], value)
    return value


def _from_quoted_printable(value: str, charset: str) -> str:
    raw = decodestring(value.encode("utf-8", "replace"))
    return raw.decode(charset if _CHARSET.fullmatch(charset.strip()) else "utf-8", "replace")
