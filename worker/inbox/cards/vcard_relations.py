"""A relation in a vCard names somebody beside whose card it is: here, partners and children are picked out.

Serves `vcards.py`. Read are RELATED (RFC 6350, 6.6.6), Apple's and Google's X-ABRELATEDNAMES, Android's numbers, and
what KAddressBook, Evolution and Outlook write. Pure.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from worker.core.household import is_of_household
from worker.inbox.cards.card_fields import distinct, email_of, line_of
from worker.inbox.cards.vcard_lines import VcardLine, unescaped

_BARE = ("X-SPOUSE", "X-EVOLUTION-SPOUSE", "X-KADDRESSBOOK-X-SPOUSESNAME", "X-MS-SPOUSE", "X-MS-CHILD")
_ANDROID_KINDS = {"3": "child", "4": "partner", "10": "partner", "14": "spouse"}
"""Of ContactsContract.CommonDataKinds.Relation; 0 has a label of its own."""
_ANDROID = re.compile(r"vnd\.android\.cursor\.item/relation;([^;]+);(\d*);?([^;]*)", re.IGNORECASE)
_GROUP = re.compile(r"([\w-]+)\.")
_URI = re.compile(r"\s*(?!mailto:)[a-z][a-z+.-]*:\S", re.IGNORECASE)
"""Another card's number, an address on the web: no name."""


def household_of(lines: Mapping[str, Sequence[VcardLine]]) -> tuple[str, ...]:
    """Each partner and child, by name or mail address, once."""
    return distinct(email_of(text) or line_of(text) for text in _named(lines) if not _URI.match(text))


def _named(lines: Mapping[str, Sequence[VcardLine]]) -> Iterator[str]:
    for line in lines.get("RELATED", ()):
        if any(map(is_of_household, line.params.get("TYPE", "").split(","))):
            yield unescaped(line.text)
    labels = {_group_of(line): unescaped(line.text) for line in lines.get("X-ABLABEL", ())}
    for line in lines.get("X-ABRELATEDNAMES", ()):
        label = labels.get(_group_of(line), "")
        if any(map(is_of_household, (label, *line.params.get("TYPE", "").split(",")))):
            yield unescaped(line.text)
    for line in lines.get("X-ANDROID-CUSTOM", ()):
        found = _ANDROID.match(line.text)
        if found and is_of_household(_ANDROID_KINDS.get(found[2], found[3])):
            yield unescaped(found[1])
    yield from (unescaped(line.text) for name in _BARE for line in lines.get(name, ()))


def _group_of(line: VcardLine) -> str:
    found = _GROUP.match(line.head)
    return found[1] if found else line.head
