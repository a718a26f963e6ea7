"""Perhaps is somebody known whom a title may mean, though it is not sure that they are met: "Aldo ???", one of two.

Beside steps 2 and 5 of 5: occurrences + name book → perhaps → `doubt.py`. It makes no touch and no tie; in doubt nobody
is missed just before they may be seen, or just after they may have been. Pure.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from worker.core.event import Occurrence
from worker.core.giving.delicate import is_delicate
from worker.core.judge import is_nameless, why_unmet
from worker.core.owner import Owners
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_names import people_in_title, perhaps_in_title


@dataclass(frozen=True, kw_only=True, slots=True)
class Perhaps:
    """One person in one title."""

    person: str
    """The person's key."""
    name: str
    """What the title calls them: the user may say that it is nobody."""
    started_at: datetime
    ended_at: datetime
    all_day: bool
    event_key: str
    title: str
    """"" where it is never quoted: it is private, or tells of something tender."""


def perhaps_in(
    occurrences: Iterable[Occurrence], owners: Owners, book: NameBook, now: datetime
) -> Iterator[Perhaps]:
    """Whom titles may mean of occurrences in which nobody stands; not those whom they surely mean.

    What repeats without an end promises nothing, above all a birthday. Of the past the latest by each name is
    enough: all that matters is whether something lies after the last meeting that is sure.
    """
    own = owners.all - {""}
    unsure = cache(lambda title, all_day: _unsure(title, all_day, book))
    latest: dict[tuple[str, str, bool], Perhaps] = {}
    for each in occurrences:
        is_past = each.started_at <= now
        if (each.is_endless and (each.all_day or not is_past)) or not is_nameless(each, own):
            continue
        meant = unsure(each.title, each.all_day)
        if not meant or why_unmet(each, own, owners) is not None:
            continue
        for person, name in meant.items():
            if not is_past:
                yield _perhaps(each, person, name)
            elif (
                kept := latest.get((person, name, each.all_day))
            ) is None or kept.started_at < each.started_at:
                latest[person, name, each.all_day] = _perhaps(each, person, name)
    yield from latest.values()


def _perhaps(occurrence: Occurrence, person: str, name: str) -> Perhaps:
    return Perhaps(
        person=person,
        name=name,
        started_at=occurrence.started_at,
        ended_at=occurrence.ended_at,
        all_day=occurrence.all_day,
        event_key=occurrence.event_key,
        title=_quotable(occurrence),
    )


def _unsure(title: str, all_day: bool, book: NameBook) -> Mapping[str, str]:
    maybe = perhaps_in_title(title, book, all_day=all_day)
    sure = {one.person for one in people_in_title(title, book) if one.counts(all_day)} if maybe else ()
    return {person: name for person, name in maybe.items() if person not in sure}


def _quotable(occurrence: Occurrence) -> str:
    is_kept = occurrence.is_private or is_delicate(occurrence.title) or is_delicate(occurrence.place)
    return "" if is_kept else occurrence.title
