"""A Monica export is the address book of a personal CRM, as one JSON file: its contacts become `Card`s.

Called by `addressbook.py`. Pure. Read are Monica's JSON exports (account → data → contact), whose every part
is optional; what else they hold (notes, debts, calls) is left alone.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

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


def is_json(data: bytes) -> bool:
    """Whether the file begins like a JSON object."""
    return normal_bytes(data[:64]).lstrip().startswith(b"{")


def contacts_in_monica(data: bytes, *, name: str) -> AddressBook:
    """All people of an export, in its order. Raises PermanentError where the file is something else."""
    try:
        root = json.loads(decoded(normal_bytes(data)))
    except (ValueError, RecursionError) as error:
        raise PermanentError(f"{name} is cut or damaged JSON: export the contacts once more.") from error
    contacts = list(_values(_part(root, "account"), "contact"))
    if not contacts:
        raise PermanentError(
            f"{name} is JSON, but no export of Monica (it has no account with contacts): export vCard or CSV."
        )
    cards = [_card_of(contact) for contact in contacts]
    return book_of(cards)


def _card_of(contact: dict[str, Any]) -> Card:
    facts = _part(contact, "properties")
    fields = [_text(_part(field, "properties"), "data") for field in _values(contact, "contact_field")]
    nickname = line_of(_text(facts, "nickname"))
    parts = (_text(facts, part) for part in ("first_name", "middle_name", "last_name"))
    name = without_commas(line_of(" ".join(parts))) or nickname
    return Card(
        name=name,
        emails=distinct(map(email_of, fields)),
        phones=phones_among(fields),
        birthday=_birthday_in(_part(facts, "birthdate")),
        is_deceased=bool(facts.get("is_dead") or facts.get("deceased_date")) or is_about_death(name),
        also=besides(name, (nickname,)),
    )


def _birthday_in(special_date: dict[str, Any]) -> Birthday | None:
    """None also where only an age is known: its day is made up."""
    birthday = birthday_of(_text(special_date, "date"))
    if birthday is None or special_date.get("is_age_based"):
        return None
    return replace(birthday, year=None) if special_date.get("is_year_unknown") else birthday


def _values(part: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    """The members of the collections of one kind that a part holds."""
    collections = (each for each in _dicts(part.get("data")) if each.get("type") == kind)
    return chain.from_iterable(_dicts(each.get("values")) for each in collections)


def _part(whole: object, name: str) -> dict[str, Any]:
    part = whole.get(name) if isinstance(whole, dict) else None
    return part if isinstance(part, dict) else {}


def _dicts(value: object) -> Iterable[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _text(part: dict[str, Any], name: str) -> str:
    value = part.get(name)
    return value if isinstance(value, str) else ""
