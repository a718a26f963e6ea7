"""As a vCard: people as an address book that other programs read, and that Snowdrop reads back.

Beside step 5 of 5. Pure: equal input gives equal bytes. RFC 6350 (vCard 4.0); lines are folded at 75 octets (3.2).
"""

from collections.abc import Iterable, Iterator

from worker.core.person import Birthday, Person
from worker.outbox.plain import one_line

_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,"})
_LONGEST_BYTES = 75


def vcards(people: Iterable[Person]) -> bytes:
    """One card for each, in the order given. Who is known by an address alone bears it as their name."""
    return "".join(f"{folded_line(line)}\r\n" for person in people for line in _lines(person)).encode()


def _lines(person: Person) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"FN:{_escaped(person.name)}"
    if person.also:
        yield f"NICKNAME:{','.join(map(_escaped, person.also))}"
    yield from (f"EMAIL:{_escaped(each)}" for each in person.emails)
    yield from (f"TEL;VALUE=text:{_escaped(each)}" for each in person.phones)
    if person.birthday is not None:
        yield f"BDAY:{_day(person.birthday)}"
    if person.is_deceased:
        yield "DEATHDATE;VALUE=text:unknown"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    return one_line(text).translate(_ESCAPES)


def _day(born: Birthday) -> str:
    """Truncated where the year is not known (RFC 6350, 4.3.1)."""
    return f"{born.year:04}{born.month:02}{born.day:02}" if born.year else f"--{born.month:02}{born.day:02}"


def folded_line(line: str) -> str:
    """A content line in pieces of at most 75 octets (RFC 5545, 3.1, says the same), never cut inside a character."""
    raw = line.encode()
    if len(raw) <= _LONGEST_BYTES:
        return line
    pieces, begin, end = list[bytes](), 0, _LONGEST_BYTES
    while begin < len(raw):
        while end < len(raw) and raw[end] & 0xC0 == 0x80:  # a byte inside a character
            end -= 1
        pieces.append(raw[begin:end])
        begin, end = end, end + _LONGEST_BYTES - 1
    return b"\r\n ".join(pieces).decode()
