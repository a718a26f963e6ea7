"""A Monica dump is the older export of that personal CRM, as SQL: its contacts become `Card`s.

Called by `addressbook.py`. Pure; nothing is run. One INSERT for each table or row, strings with backslashes (PHP's
addslashes), numbers bare, even in telephones. Read are contacts, contact_fields and special_dates.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from worker.core.comma_name import without_commas
from worker.core.person import Birthday, Card, besides
from worker.errors import PermanentError
from worker.inbox.cards.card_fields import (
    AddressBook,
    birthday_of,
    book_of,
    distinct,
    email_of,
    is_about_death,
    line_of,
    phones_among,
)
from worker.inbox.reading.text import decoded, normal_bytes

_INSERT = re.compile(
    r"^INSERT\s+(?:IGNORE\s+)?INTO\s+`?(contacts|contact_fields|special_dates)`?\s*\(([\w`,\s]+)\)\s*VALUES\s*",
    re.IGNORECASE | re.MULTILINE,
)
_VALUE = re.compile(r"\s*(?:'((?:[^'\\]|\\.|'')*)'|([^\s,()';]+))\s*", re.DOTALL)
_BETWEEN_ROWS = re.compile(r"\s*,?\s*\(")
_ESCAPED = re.compile(r"\\(.)|''", re.DOTALL)

_Row = Mapping[str, str]
"""Column → value; NULL is left out."""


def is_sql(data: bytes) -> bool:
    """Whether it holds a statement of such a dump."""
    return _INSERT.search(decoded(normal_bytes(data))) is not None


def contacts_in_sql(data: bytes, *, name: str) -> AddressBook:
    """All people of a dump, in its order. Raises PermanentError where it holds none."""
    tables = _tables_in(decoded(normal_bytes(data)))
    fields: dict[str, list[str]] = defaultdict(list)
    for row in tables["contact_fields"]:
        fields[row.get("contact_id", "")].append(row.get("data", ""))
    days = {row.get("id", ""): row for row in tables["special_dates"]}
    cards = [_card_of(row, fields[row.get("id", "")], days) for row in tables["contacts"]]
    if not cards:
        raise PermanentError(f"{name} is SQL without contacts of Monica: export the account once more.")
    return book_of(cards)


def _card_of(row: _Row, fields: list[str], days: Mapping[str, _Row]) -> Card:
    nickname = line_of(row.get("nickname", ""))
    parts = (row.get(part, "") for part in ("first_name", "middle_name", "last_name"))
    name = without_commas(line_of(" ".join(parts))) or nickname
    is_dead = row.get("is_dead") == "1" or "deceased_special_date_id" in row
    return Card(
        name=name,
        emails=distinct(map(email_of, fields)),
        phones=phones_among(fields),
        birthday=_birthday_in(days.get(row.get("birthday_special_date_id", ""), {})),
        is_deceased=is_dead or is_about_death(name),
        also=besides(name, (nickname,)),
    )


def _birthday_in(day: _Row) -> Birthday | None:
    """None also where only an age is known: its day is made up."""
    birthday = birthday_of(day.get("date", ""))
    if birthday is None or day.get("is_age_based") == "1":
        return None
    return replace(birthday, year=None) if day.get("is_year_unknown") == "1" else birthday


def _tables_in(text: str) -> Mapping[str, list[_Row]]:
    found: dict[str, list[_Row]] = defaultdict(list)
    for statement in _INSERT.finditer(text):
        columns = [column.strip(" `\r\n") for column in statement[2].split(",")]
        for values in _rows_from(text, statement.end()):
            row = zip(columns, values, strict=False)
            found[statement[1].lower()].append({key: value for key, value in row if value is not None})
    return found


def _rows_from(text: str, at: int) -> Iterator[list[str | None]]:
    """The bracketed rows of one statement; a damaged one ends it."""
    while begin := _BETWEEN_ROWS.match(text, at):
        at, values = begin.end(), list[str | None]()
        while value := _VALUE.match(text, at):
            quoted, bare = value[1], value[2]
            values.append(_plain(quoted) if quoted is not None else None if bare.upper() == "NULL" else bare)
            at = value.end()
            if text[at : at + 1] != ",":
                break
            at += 1
        if text[at : at + 1] != ")":
            return
        at += 1
        yield values


def _plain(quoted: str) -> str:
    return _ESCAPED.sub(lambda found: found[1] or "'", quoted)
