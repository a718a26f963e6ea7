"""A shelf file is what the user has to give, kept in a TOML file of their own.

Step 1 beside the calendars: file → things.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from worker.core.giving.link import link_of
from worker.core.giving.shelf import ShelfKind, Thing, kind_of, on_one_line
from worker.errors import PermanentError

_FIELDS = frozenset({"kind", "text", "topics", "link", "on"})
_KINDS = ", ".join(kind.value for kind in ShelfKind)
_YEARS = range(1900, 2200)
MOST_THINGS = 1_000


class NotAShelfError(PermanentError):
    """The file cannot be read as a shelf; the text says where."""


def own_things(file: str) -> tuple[Thing, ...]:
    """The things in the user's own `file`, as the settings name it; "" is none. Raises NotAShelfError."""
    return things_in_file(Path(file)) if file else ()


def things_in_file(path: Path) -> tuple[Thing, ...]:
    """The things in the file at `path`. Raises NotAShelfError."""
    try:
        data = path.expanduser().read_bytes()
    except OSError as error:
        why = (error.strerror or "unknown fault").lower()
        raise NotAShelfError(
            f"The shelf {path.name} cannot be read ({why}): check its name and rights"
        ) from error
    return things_in(data, name=path.name)


def things_in(data: bytes, *, name: str) -> tuple[Thing, ...]:
    """The things of a file, in its order; each `[[thing]]` has kind and text, and may have topics, link and on.

    Raises NotAShelfError, one sentence that names the file and the entry.
    """
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotAShelfError(f"{name} cannot be read as UTF-8: save it once more in that encoding") from error
    except tomllib.TOMLDecodeError as error:
        raise NotAShelfError(
            f"{name} is not TOML ({error}): write [[thing]] entries with kind and text"
        ) from error
    entries = table.get("thing", [])
    if not isinstance(entries, list) or set(table) - {"thing"}:
        raise NotAShelfError(f"{name} holds something but things: write [[thing]] entries with kind and text")
    if len(entries) > MOST_THINGS:
        raise NotAShelfError(f"{name} holds {len(entries)} things: a shelf takes {MOST_THINGS}")
    return tuple(_thing(entry, f"{name}, thing {number}") for number, entry in enumerate(entries, 1))


def _thing(entry: Any, where: str) -> Thing:
    if not isinstance(entry, Mapping) or not _is_said(entry.get("text")):
        raise NotAShelfError(f"{where}: it needs a text")
    if unknown := sorted(set(entry) - _FIELDS):
        raise NotAShelfError(f"{where}: {unknown[0]} is no field: use {', '.join(sorted(_FIELDS))}")
    if entry.get("kind") not in list(ShelfKind):
        raise NotAShelfError(f"{where}: its kind has to be one of {_KINDS}")
    topics, link, on = entry.get("topics", []), entry.get("link", ""), entry.get("on")
    if not isinstance(topics, list) or not all(isinstance(each, str) for each in topics):
        raise NotAShelfError(f'{where}: its topics have to be a list like ["bees", "honey"]')
    if not isinstance(link, str) or (found := link_of(link)) is None:
        raise NotAShelfError(f"{where}: its link has to be an address that begins with https://")
    if on is not None and (type(on) is not date or on.year not in _YEARS):
        raise NotAShelfError(f"{where}: its day `on` has to be a date like 2026-11-22")
    return Thing(
        kind=kind_of(ShelfKind(entry["kind"]), found),
        text=entry["text"].strip(),
        topics=tuple(topics),
        link=found,
        added_on=on,
    )


def _is_said(text: Any) -> bool:
    return isinstance(text, str) and bool(on_one_line(text))
