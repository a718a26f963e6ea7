"""A contacts table is an address book as CSV (Google, LinkedIn, Outlook or alike): its rows become `Card`s.

Called by `addressbook.py`. Pure. A broken row costs only itself; a firm's row is no person.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from worker.core.circle import circle_named
from worker.core.comma_name import without_commas
from worker.core.household import is_of_household
from worker.core.person import Card, besides
from worker.core.problem import Problem
from worker.core.titles.compound_names import given_told
from worker.errors import PermanentError
from worker.inbox.cards.card_fields import (
    AddressBook,
    birthday_of,
    distinct,
    email_of,
    is_about_death,
    is_day_first_in,
    line_of,
    names_nobody,
    phone_of,
)
from worker.inbox.cards.contact_columns import Columns, columns_of
from worker.inbox.reading.text import decoded, normal_bytes

_HEADER_WITHIN_ROWS = 30  # LinkedIn puts notes before its header
_SHOWN_HEADERS = 12
_SHOWN_HEADER_LENGTH = 40
_DELIMITERS = ",;\t"  # the comma first: it wins where none is seen
_BETWEEN_CHILDREN = re.compile(r"[,;&]")
_MANY_VALUES = ":::"  # Google's mark between several values in one cell
_KNOWN = (
    "Google Contacts (First Name or Name, E-mail 1 - Value), LinkedIn Connections (First Name, "
    "Email Address), Outlook (First Name, E-mail Address)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Row:
    line: int
    """Its last line in the file; the first is 1."""
    cells: list[str]

    def texts(self, columns: Iterable[int]) -> Iterator[str]:
        """The filled cells of some columns; one that holds several values gives each."""
        cells = (self.cells[column] for column in columns if column < len(self.cells))
        values = chain.from_iterable(cell.split(_MANY_VALUES) for cell in cells)
        return (value for value in values if value.strip())


def contacts_in(data: bytes, *, name: str) -> AddressBook:
    """All people of a table, in its order, and what was left out.

    Raises PermanentError, which names the headers that were found and those that are known, where the table
    is of another kind. `name` is the file's, for that sentence.
    """
    rows, cut = _rows_in(decoded(normal_bytes(data)))
    at, columns = _header_in(rows, name)
    people = [row for row in rows[at + 1 :] if any(cell.strip() for cell in row.cells)]
    birthdays = list(chain.from_iterable(row.texts(columns.birthday) for row in people))
    is_day_first = is_day_first_in(birthdays, likely=columns.is_day_first)
    books = [_book_of(row, columns, is_day_first=is_day_first) for row in people]
    return AddressBook(
        cards=tuple(chain.from_iterable(book.cards for book in books)),
        problems=(*chain.from_iterable(book.problems for book in books), *cut),
    )


def _rows_in(text: str) -> tuple[list[_Row], tuple[Problem, ...]]:
    """All rows, up to the first that is no CSV (a quote that never closes)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter_of(text))
    rows = list[_Row]()
    try:
        for cells in reader:
            rows.append(_Row(line=reader.line_num, cells=cells))
    except csv.Error:
        where = f"line {rows[-1].line + 1 if rows else 1}"
        return rows, (Problem(where=where, what="a cell does not end", kept="the rows before"),)
    return rows, ()


def _delimiter_of(text: str) -> str:
    """The one that parts the most cells in any of the first lines."""
    head = text.split("\n", _HEADER_WITHIN_ROWS)[:_HEADER_WITHIN_ROWS]
    return max(_DELIMITERS, key=lambda each: max(line.count(each) for line in head))


def _header_in(rows: Sequence[_Row], name: str) -> tuple[int, Columns]:
    for at, row in enumerate(islice(rows, _HEADER_WITHIN_ROWS)):
        columns = columns_of(row.cells)
        if columns.are_enough:
            return at, columns
    raise PermanentError(
        f"{name} is no address book of a known form: {_found_in(rows)}. Known are vCard files, Monica's JSON "
        f"and SQL, and the tables of {_KNOWN}: export it as one of these."
    )


def _found_in(rows: Sequence[_Row]) -> str:
    head = rows[:_HEADER_WITHIN_ROWS]
    widest = max((row.cells for row in head), key=len, default=[])
    headers = [header[:_SHOWN_HEADER_LENGTH] for header in map(line_of, widest) if header]
    if not headers:
        return "it is empty"
    more = ", …" if len(headers) > _SHOWN_HEADERS else ""
    return f"its headers are {', '.join(headers[:_SHOWN_HEADERS])}{more}"


def _book_of(row: _Row, columns: Columns, *, is_day_first: bool) -> AddressBook:
    """The one card of a row, or none, with its problems."""
    card = _card_of(row, columns, is_day_first=is_day_first)
    where = f"line {row.line} ({card.name})" if card.name else f"line {row.line}"
    if not card.name and any(row.texts(columns.firm)):
        return _nothing(where, "is a firm, not a person")
    if names_nobody(card):
        return _nothing(where, "names nobody")
    losses = _losses(row, columns, card)
    return AddressBook(
        cards=(card,),
        problems=tuple(Problem(where=where, what=loss, kept="the rest of the row") for loss in losses),
    )


def _nothing(where: str, why: str) -> AddressBook:
    return AddressBook(problems=(Problem(where=where, what=why, kept="the other rows"),))


def _card_of(row: _Row, columns: Columns, *, is_day_first: bool) -> Card:
    name = without_commas(_name_in(row, columns))
    birthdays = (birthday_of(text, is_day_first=is_day_first) for text in row.texts(columns.birthday))
    return Card(
        name=name,
        emails=distinct(map(email_of, row.texts(columns.emails))),
        phones=distinct(map(phone_of, row.texts(columns.phones))),
        birthday=next(filter(None, birthdays), None),
        is_deceased=any(map(is_about_death, (name, *row.texts(columns.event_labels)))),
        circle=circle_named(*row.texts(columns.groups)),
        also=besides(name, map(line_of, row.texts(columns.nickname))),
        given=given_told(name, _joined(row, columns.given, columns.middle)),
        household=distinct(_household_in(row, columns)),
    )


def _household_in(row: _Row, columns: Columns) -> Iterator[str]:
    """Outlook writes several children into one cell."""
    for text in row.texts(columns.household):
        yield from map(line_of, _BETWEEN_CHILDREN.split(text))
    for label, value in columns.relations:
        if any(map(is_of_household, row.texts([label]))):
            yield from map(line_of, row.texts([value]))


def _name_in(row: _Row, columns: Columns) -> str:
    """Given, middle and family name; else the full name; else the nickname; "" where there is none."""
    joined = _joined(row, columns.given, columns.middle, columns.family)
    full = line_of(next(row.texts(columns.full), ""))
    return joined or full or line_of(next(row.texts(columns.nickname), ""))


def _joined(row: _Row, *parts: Iterable[int]) -> str:
    return line_of(" ".join(next(row.texts(part), "") for part in parts))


def _losses(row: _Row, columns: Columns, card: Card) -> Iterator[str]:
    birthdays = list(row.texts(columns.birthday))
    if card.birthday is None and any(char in "123456789" for char in "".join(birthdays)):  # "0/0/00" is none
        yield f"the birthday “{line_of(birthdays[0])}” cannot be read"
    for text in row.texts(columns.emails):
        if not email_of(text):
            yield f"“{line_of(text)}” is not a mail address"
