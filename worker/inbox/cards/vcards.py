"""A vCard is a person as telephones and mail programs write them down: here it becomes a `Card`.

Step 2 of 2 for a vCard: blocks → `Card`. Reads 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350). Pure.
A broken card costs only itself; a firm or a group is no person.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, product

from worker.core.circle import circle_named
from worker.core.comma_name import without_commas
from worker.core.fold import folded_words
from worker.core.person import Birthday, Card, besides
from worker.core.problem import Problem
from worker.core.titles.compound_names import given_told
from worker.core.titles.name_book import without_address
from worker.inbox.cards.card_fields import (
    AddressBook,
    birthday_of,
    distinct,
    email_of,
    is_about_death,
    line_of,
    names_nobody,
    phone_of,
)
from worker.inbox.cards.vcard_lines import Block, VcardLine, blocks_in, lines_of, unescaped
from worker.inbox.cards.vcard_relations import household_of
from worker.inbox.reading.zone import known_name_of

_COMPONENT = re.compile(r"((?:\\.?|[^\\;])*)(?:;|\Z)", re.DOTALL)
_COMMA = re.compile(r"(?<!\\),")
_NO_VOICE = re.compile(r"\b(FAX|PAGER|MODEM|TELEX|BBS)\b")
_KINDS = ("KIND", "X-KIND", "X-ADDRESSBOOKSERVER-KIND")
_DEATHS = ("DEATHDATE", "X-DEATHDATE", "DEATHPLACE", "X-DEATHPLACE")  # RFC 6474
_REST = "the rest of the card"
_OTHERS = "the other cards"

_Lines = dict[str, list[VcardLine]]


def vcards_in(data: bytes) -> AddressBook:
    """All people of a file, in its order, and what was left out."""
    books = [_book_of(block) for block in blocks_in(data)]
    return AddressBook(
        cards=tuple(chain.from_iterable(book.cards for book in books)),
        problems=tuple(chain.from_iterable(book.problems for book in books)),
    )


def _book_of(block: Block) -> AddressBook:
    """The one card of a block, or none, with its problems."""
    lines: _Lines = {}
    for line in lines_of(block):
        lines.setdefault(line.name, []).append(line)
    card = _card_of(lines)
    where = f"card {block.number} ({card.name})" if card.name else f"card {block.number}"
    if _is_no_person(lines):
        return _nothing(where, "is a firm or a group, not a person")
    if "{{" in card.name:
        return _nothing(where, "is a form that nobody has filled in")
    if names_nobody(card):
        return _nothing(where, "names nobody")
    losses = list(_losses(lines, card))
    if not block.is_whole:
        losses.append("END:VCARD is missing")
    problems = tuple(Problem(where=where, what=loss, kept=_REST) for loss in losses)
    return AddressBook(cards=(card,), problems=problems)


def _nothing(where: str, why: str) -> AddressBook:
    return AddressBook(problems=(Problem(where=where, what=why, kept=_OTHERS),))


def _card_of(lines: _Lines) -> Card:
    name = _name_in(lines)
    labels = (line.text for line in lines.get("X-ABLABEL", ()))
    has_death = any(line.text.strip() for death in _DEATHS for line in lines.get(death, ()))
    return Card(
        name=name,
        emails=distinct(email_of(unescaped(line.text)) for line in lines.get("EMAIL", ())),
        phones=distinct(
            phone_of(line.text) for line in lines.get("TEL", ()) if not _NO_VOICE.search(line.head)
        ),
        birthday=next(filter(None, map(_birthday_in, lines.get("BDAY", ()))), None),
        is_deceased=has_death or any(map(is_about_death, (name, *labels))),
        zone=next(filter(None, (known_name_of(line.text) for line in lines.get("TZ", ()))), ""),
        circle=circle_named(*(line_of(unescaped(line.text)) for line in lines.get("CATEGORIES", ()))),
        given=_given_last(lines, name) or _given_first(lines, name),
        household=household_of(lines),
        also=besides(name, (_structured_name(lines, is_short=True), *_texts(lines.get("NICKNAME", ())))),
    )


def _name_in(lines: _Lines) -> str:
    """FN; but N where FN is empty, an address, or has a comma and the words of N; else the nickname; "" where none is.

    "Family, Given" and "Given Family, Degree" are turned as N tells, or as far as the name itself does.
    """
    formatted, structured = _first(lines, "FN"), _structured_name(lines)
    told = set(folded_words(_structured_name(lines, is_short=True)))
    is_turned = "," in formatted and bool(told) and told <= set(folded_words(formatted))
    if structured and (not formatted or "@" in formatted or is_turned):
        return structured
    return without_commas(formatted) or _first(lines, "NICKNAME")


def _structured_name(lines: _Lines, *, is_short: bool = False) -> str:
    """`is_short`: given and family name alone, where there are both."""
    for line in lines.get("N", ()):
        family, given, additional, *_ = _name_parts(line)
        if is_short and not (given and family):
            continue
        if name := line_of(f"{given} {'' if is_short else additional} {family}".replace(",", " ")):
            return name
    return ""


def _name_parts(line: VcardLine) -> Sequence[str]:
    """N is family; given; additional; prefix; suffix (RFC 6350, 6.2.2), each perhaps a list with commas."""
    commas_as_blanks = re.sub(r"(?<!\\),", " ", line.text)
    parts = [line_of(unescaped(part)) for part in _COMPONENT.findall(commas_as_blanks)]
    return [*parts, "", "", "", ""][:5]


def _given_last(lines: _Lines, name: str) -> str:
    """The given name, where the name is written after the family name: "Péter" of "Nagy Péter", "Huy" of "Trần Quốc
    Huy". Titles and suffixes may stand around it, second names beside it."""
    written = {_letters(name), _letters(without_address(name))}
    for parts in map(_name_parts, lines.get("N", ())):
        family, given, second, before, after = map(_letters, parts)
        names = (given, given + second, second + given)
        turned = {a + family + b + c for a, b, c in product({before, ""}, names, {after, ""})}
        if family and given and not written.isdisjoint(turned):
            return parts[1]
    return ""


def _given_first(lines: _Lines, name: str) -> str:
    """The given names, where the name begins with them and does not tell how many they are."""
    each = (
        given_told(name, f"{given} {second}") for _, given, second, *_ in map(_name_parts, lines.get("N", ()))
    )
    return next(filter(None, each), "")


def _letters(name: str) -> str:
    return "".join(folded_words(name))


def _first(lines: _Lines, name: str) -> str:
    return next(filter(None, (line_of(unescaped(line.text)) for line in lines.get(name, ()))), "")


def _texts(lines: Iterable[VcardLine]) -> Iterable[str]:
    """Each of a list with commas (RFC 6350, 6.2.3)."""
    return (line_of(unescaped(text)) for line in lines for text in _COMMA.split(line.text))


def _birthday_in(line: VcardLine) -> Birthday | None:
    if line.params.get("VALUE", "").upper() == "TEXT":
        return None
    return birthday_of(line.text)


def _is_no_person(lines: _Lines) -> bool:
    """KIND says so, Apple shows it as a company, or it bears a firm's name and nobody's."""
    kinds = {line.text.strip().lower() for kind in _KINDS for line in lines.get(kind, ())}
    if kinds - {"", "individual"} or _first(lines, "X-ABSHOWAS").upper() == "COMPANY":
        return True
    firm = _first(lines, "ORG").strip("; ")
    return bool(firm) and not _structured_name(lines) and _first(lines, "FN") in ("", firm)


def _losses(lines: _Lines, card: Card) -> Iterable[str]:
    if any(line.text.strip() for line in lines.get("BDAY", ())) and card.birthday is None:
        yield "BDAY is not a day that can be read"
    for line in lines.get("EMAIL", ()):
        if line.text.strip() and not email_of(unescaped(line.text)):
            yield f"“{line_of(line.text)}” is not a mail address"
