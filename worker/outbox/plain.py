"""Plain text is text that cannot break out of where it is put.

What comes from feeds and address books passes here before it is written into a calendar or a mail:
icalendar passes NUL, VT and U+2028, EmailMessage passes NUL (measured). Pure.
"""

import re

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
"""Everything that some reader takes for the end of a line."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""C0 and C1 controls, what turns the direction of the text that follows, lone surrogates, non-characters."""


def plain(text: str) -> str:
    """`text` with line breaks as "\\n" and without characters that are not text; tabs become spaces."""
    return _UNSEEN.sub("", _BREAKS.sub("\n", text)).replace("\t", " ")


def one_line(text: str) -> str:
    """`text` on a single line, with runs of white space as one space: fit for a header or a title."""
    return " ".join(plain(text).split())
