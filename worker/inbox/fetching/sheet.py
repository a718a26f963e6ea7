"""A sheet is one calendar of a feed: all that an address gives, a file of a folder, an object of a collection.

Before step 1 of 5: source → sheets → event. A sheet is known by its mark, and not read again while that is the
same. Pure values.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from worker.core.problem import Problem
from worker.core.sieve import Sieve
from worker.inbox.body import Body

ONLY = ""
"""The name of a feed's only sheet: an address, or a file."""
LONGEST_NAME = 120
"""Longer names go by their hash: they stand before event keys, and PostgreSQL indexes no more than 2,704 bytes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """One calendar, as it stands now."""

    name: str
    """Within its feed, as `sheet_name` gives it; ONLY where there is no other."""
    label: str
    """May be shown; "" where the feed's own says enough."""
    body: Body


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What the visits before have left. Nothing at all, before the first."""

    etag: str | None = None
    """Of an address or a file; for a collection, the state of the whole."""
    last_modified: str | None = None
    body_hash: str | None = None
    marks: Mapping[str, str] = field(default_factory=dict)
    """Sheet name → mark; empty for a feed of one sheet, which goes by its body's hash."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Catch:
    """What a visit brings home. A known sheet that is neither fresh nor kept has vanished."""

    fresh: tuple[Sheet, ...]
    """New or changed."""
    kept: frozenset[str] = frozenset()
    """The names of those still there, unchanged or not readable just now: what is known of them stays."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Sheet name → new mark, of all that need not be asked for again once this is saved."""
    problems: tuple[Problem, ...] = ()
    """One for each sheet that could not be had."""
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    cache_seconds: int | None = None
    name: str = ""
    """What its keeper calls the calendar, where that is said outside of the sheets."""
    zone: str | None = None
    """The IANA zone of times without one, where that is said outside of the sheets."""
    is_complete: bool = True
    """False where time or size ended a visit that got further: the rest comes with the next one, soon."""


def sheet_name(text: str) -> str:
    """A file's path or an object's name, as one that can be stored: short and printable."""
    if len(text) <= LONGEST_NAME and text.isprintable():
        return text
    return "~" + blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def sieved_catch(caught: Catch, sieve: Sieve) -> Catch:
    """Sheets that are called after one of them go by another name from here on; the same one each time."""
    marks = {sieve.key_of(name): mark for name, mark in caught.marks.items()}
    return replace(caught, marks=marks, name=sieve.without(caught.name))
