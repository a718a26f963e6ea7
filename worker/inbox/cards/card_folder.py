"""A card folder holds address books: one file for each person, as vdirsyncer keeps them, or for many.

Beside step 3 of 5: disk → cards. A file that cannot be read costs only itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from worker.core.person import Card
from worker.core.problem import Problem
from worker.errors import PermanentError, SnowdropError
from worker.inbox.cards.addressbook import cards_in
from worker.inbox.cards.card_fields import AddressBook

Tell = Callable[[str], None]
"""Hears how far a long reading is."""
CARD_SUFFIXES = frozenset((".vcf", ".vcard", ".csv"))
"""Of what is looked for in a folder; a file that is named is read whatever it is called."""


def untold(_: str) -> None:
    """Nobody is there to hear."""


def cards_at(path: Path, tell: Tell = untold) -> AddressBook:
    """All cards of a file, or of a folder and the folders in it; hidden ones are left out, links not followed.

    `tell` hears how far it is. Raises PermanentError for a file that is none, and for a folder without any.
    """
    if not path.is_dir():
        return _cards_in_file(path)
    files = sorted(_files_in(path))
    if not files:
        raise PermanentError(
            f"The folder {path.name} holds no address book: files end in .vcf or .csv there."
        )
    cards, problems = list[Card](), list[Problem]()
    for number, file in enumerate(files, 1):
        tell(f"{number:,} of {len(files):,} files")
        name = file.relative_to(path).as_posix()
        try:
            book = _cards_in_file(file)
        except SnowdropError as error:
            problems.append(Problem(where=name, what=str(error).rstrip("."), kept="the other files"))
            continue
        cards += book.cards
        problems += (replace(each, where=f"{name}, {each.where}") for each in book.problems)
    return AddressBook(cards=tuple(cards), problems=tuple(problems))


def _cards_in_file(path: Path) -> AddressBook:
    try:
        data = path.read_bytes()
    except OSError as error:
        why = (error.strerror or "unknown fault").lower()
        raise PermanentError(
            f"{path.name}: the address book cannot be read ({why}): check its name and place"
        ) from error
    return cards_in(data, name=path.name)


def _files_in(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            yield from _files_in(path)
        elif path.suffix.lower() in CARD_SUFFIXES:
            yield path
