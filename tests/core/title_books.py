"""Books of names, and what a title says by them."""

import tomllib
from pathlib import Path
from typing import Any

from worker.core.person import Person
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_names import people_in_title

TITLES_FILE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "titles.toml").read_text("utf-8"))
LANGUAGES = [name for name in TITLES_FILE if name not in ("me", "people", "misread")]


def person(key: str, written: str) -> Person:
    name, _, email = written.rstrip(">").partition(" <")
    return Person(key=key, name=name, emails=(email,) if email else ())


BOOK = NameBook.of([person(*pair) for pair in TITLES_FILE["people"].items()], TITLES_FILE["me"])


def book_of(*written: str, own: tuple[str, ...] = ()) -> NameBook:
    return NameBook.of([person(each.partition(" <")[0], each) for each in written], own)


def named(title: str, book: NameBook = BOOK) -> list[tuple[str, bool]]:
    return [(each.person or each.name, each.is_certain) for each in people_in_title(title, book)]


def counted(title: str, book: NameBook = BOOK) -> frozenset[str]:
    return frozenset(who for who, is_certain in named(title, book) if is_certain)


def proposed(title: str) -> frozenset[str]:
    return frozenset(who for who, is_certain in named(title) if not is_certain)
