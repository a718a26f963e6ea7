"""A contact line says in plain words whom to ask about an event: "Jim Dolittle, ABC Industries, +1-919-555-1234".

Beside step 2 of 5: CONTACT (RFC 5545, 3.8.4.2) → parties. Pure. Whoever stands there is no participant: they count
as met only where nobody else is invited, as programs note a visit to somebody from the address book; and somebody
without an address only where they are known.
"""

import re
from collections.abc import Iterator

from worker.core.event import Party
from worker.core.mailbox import mailbox_of
from worker.core.nobody import is_person_name
from worker.core.person import plain_name

_MAIL = re.compile(r"(?:mailto:)?([^\s\"<>@,;:()]+@[^\s\"<>@,;:()]+\.[^\s\"<>@,;:()]+)", re.IGNORECASE)
_PARTS = re.compile(r"[,;|/<>()]|\s[-–—]\s")


def has_address(contact: str) -> bool:
    return _MAIL.search(contact) is not None


def parties_in_contact(contact: str) -> Iterator[Party]:
    """Each address, with the name where there is one only; without any address the name that stands first."""
    addresses = [mailbox_of(address.lower()) for address in _MAIL.findall(contact)]
    name = _name_in(contact)
    if len(addresses) > 1:
        yield from (Party(address=address) for address in addresses)
    elif addresses or name:
        yield Party(address=addresses[0] if addresses else "", name=name)


def _name_in(contact: str) -> str:
    """What stands first, if it may be somebody's: firms and numbers come after it."""
    parts = (part.strip(" '\"") for part in _PARTS.split(_MAIL.sub(" ", contact)))
    first = plain_name(next(filter(None, parts), ""))
    return first if is_person_name(first) and first.isprintable() else ""
