"""A card field is one fact of an address book made clean: a name, a mail address, a telephone, a birthday.

Shared by all that reads address books; before them stands `addressbook.py`. Pure.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from worker.core.person import Birthday, Card
from worker.core.problem import Problem
from worker.inbox.reading.mailto import address_in
from worker.inbox.reading.text import one_line

_MAX_LENGTH = 200  # longer names and numbers are notes that slipped into the wrong field
_OLDEST_YEAR = 1850  # earlier years are fillers for "unknown": 0000, 0001, Apple's 1604
_LEAP_YEAR = 2000  # every day of the year exists in it
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)  # soft hyphens, directions, zero widths
_NUMBER = re.compile(r"(?:tel:)?\s*[+(\d][\d\s()./+-]{2,}", re.IGNORECASE | re.ASCII)
_BRACKETED = re.compile("<([^<>]*)>")
_DIED = re.compile(
    r"\b(death|died|deceased|todestag|verstorben|gestorben)|d[ée]c[èe]s|fallec|†", re.IGNORECASE
)

# The forms of a day that are read. A time of day may follow any of them.
_TIME = r"(?:[T ].*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.]?)(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.ASCII)
_NO_YEAR = re.compile(rf"--(\d{{2}})-?(\d{{2}}){_TIME}", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_WORDS = re.compile(
    r"(?:(\d{1,2})\s+([a-z]{3,9})|([a-z]{3,9})\.?\s+(\d{1,2}))(?:,?\s+(\d{4}))?", re.IGNORECASE | re.ASCII
)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_TIME}", re.ASCII)


@dataclass(frozen=True, kw_only=True, slots=True)
class AddressBook:
    """What one file says about people, in its order, and what in it could not be read."""

    cards: tuple[Card, ...] = ()
    problems: tuple[Problem, ...] = ()


def line_of(text: str) -> str:
    """The text on one line, without control and invisible characters, cut after 200 characters."""
    return one_line(_UNSEEN.sub("", text))[:_MAX_LENGTH].strip()


def email_of(text: str) -> str:
    """The normalised address in "ana@example.org", "mailto:…" or "Ana <…>"; "" where there is none."""
    bare = _UNSEEN.sub("", text)
    bracketed = _BRACKETED.search(bare)
    return address_in("".join((bracketed[1] if bracketed else bare).split()))


def phone_of(text: str) -> str:
    """The number as written, without "tel:" before it and parameters behind; "" where it has no digit."""
    number = line_of(re.sub(r"^\s*tel:", "", text, flags=re.IGNORECASE).partition(";")[0])
    return number if any(char.isdigit() for char in number) else ""


def birthday_of(text: str, *, is_day_first: bool = False) -> Birthday | None:
    """Day and month, with the year where it is known; None where no whole day is told.

    Reads 1996-04-15, 19960415, 1996/4/15, --0415, --04-15, 15.4.1996 and 4/15/1996, each with or without a
    time (ISO 8601; RFC 6350, 4.3), and 15 Apr 1996, Apr 15, 1996 and April 15, as LinkedIn and Google write them.
    In 4/5/1996 the month stands first unless `is_day_first`.
    """
    bare = text.strip()
    if found := _YEAR_FIRST.fullmatch(bare):
        return _real(int(found[1]), int(found[3]), int(found[4]))
    if found := _NO_YEAR.fullmatch(bare):
        return _real(0, int(found[1]), int(found[2]))
    if found := _YEAR_LAST.fullmatch(bare):
        first, second = int(found[1]), int(found[3])
        has_day_first = is_day_first or found[2] == "." or first > 12
        month, day = (second, first) if has_day_first else (first, second)
        return _real(int(found[4]), month, day)
    if found := _IN_WORDS.fullmatch(bare):
        month = _month_called(found[2] or found[3])
        return _real(int(found[5] or 0), month, int(found[1] or found[4]))
    return None


def _month_called(word: str) -> int:
    """0 where it is none, which is no day either."""
    short = word[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def is_day_first_in(texts: Iterable[str], *, likely: bool = False) -> bool:
    """Whether in this column days stand before months: as a date like 15/04/1996 or 04/15/1996 shows, else as is
    likely."""
    found = [match for text in texts if (match := _YEAR_LAST.fullmatch(text.strip()))]
    is_shown = any(int(match[1]) > 12 for match in found)
    return is_shown or (likely and all(int(match[3]) <= 12 for match in found))


def is_about_death(text: str) -> bool:
    """Whether a label or a name says that somebody has died."""
    return bool(_DIED.search(text))


def phones_among(texts: Iterable[str]) -> tuple[str, ...]:
    """Those of a contact's fields that are telephone numbers, each once; Monica keeps all kinds in one list."""
    return distinct(phone_of(text) for text in texts if _NUMBER.fullmatch(text.strip()))


def names_nobody(card: Card) -> bool:
    return not (card.name or card.emails or card.phones)


def book_of(contacts: Sequence[Card]) -> AddressBook:
    """The contacts of an export, in its order, without those that name nobody."""
    nobody = (at for at, card in enumerate(contacts, 1) if names_nobody(card))
    return AddressBook(
        cards=tuple(card for card in contacts if not names_nobody(card)),
        problems=tuple(
            Problem(where=f"contact {at}", what="names nobody", kept="the other contacts") for at in nobody
        ),
    )


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that are not empty, each once, in their order."""
    return tuple(dict.fromkeys(text for text in texts if text))


def _real(year: int, month: int, day: int) -> Birthday | None:
    is_known = year >= _OLDEST_YEAR
    try:
        date(year if is_known else _LEAP_YEAR, month, day)
    except ValueError:
        return None
    return Birthday(month=month, day=day, year=year if is_known else None)
