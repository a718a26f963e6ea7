"""Perhaps is somebody known whom a title may mean, though it is not sure that they are met: "Aldo ???", one of two.

Beside steps 2 and 5 of 5: occurrences + name book → perhaps → `doubt.py`. It makes no touch and no tie; in doubt nobody
is missed just before they may be seen, or just after they may have been. What a tender title says of somebody ("Chemo
Anna") goes the same way, to `tender_time.py`: it tells of no meeting, but of a time that is none for light words. Pure.
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
from worker.core.titles.title_mentions import mentioned_in_title
from worker.core.titles.title_names import people_in_title, perhaps_in_title
from worker.core.touch import Because


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
    is_tender: bool = False
    """It says no more than that something tender happens to them."""


def perhaps_in(
    occurrences: Iterable[Occurrence], owners: Owners, book: NameBook, now: datetime
) -> Iterator[Perhaps]:
    """Whom titles may mean of occurrences in which nobody stands, not those whom they surely mean.

    Those whom a tender one names stand for themselves, met or not, and whoever writes it: a warm word does no harm.
    What repeats without an end promises nothing, above all a birthday. Of the past the latest by each name is
    enough: all that matters is whether something lies after the last meeting that is sure, or was of late.
    """
    latest: dict[tuple[str, str, bool, bool], Perhaps] = {}
    for each in _told(occurrences, owners, book, now):
        alike = (each.person, each.name, each.all_day, each.is_tender)
        if each.started_at > now:
            yield each
        elif alike not in latest or latest[alike].started_at < each.started_at:
            latest[alike] = each
    yield from latest.values()


def _told(
    occurrences: Iterable[Occurrence], owners: Owners, book: NameBook, now: datetime
) -> Iterator[Perhaps]:
    own = owners.all - {""}
    unsure = cache(lambda title, all_day: _unsure(title, all_day, book))
    for each in occurrences:
        if not is_nameless(each, own):
            continue
        is_vague = each.is_endless and (each.all_day or each.started_at > now)
        promises = not is_vague and each.source not in owners.theirs
        meant = unsure(each.title, each.all_day) if promises else {}
        named = mentioned_in_title(each.title, book) if _is_tender(each) else {}
        if (meant or named) and why_unmet(each, own, owners) in (None, Because.NOT_YOURS):
            yield from (_perhaps(each, person, name) for person, name in meant.items())
            yield from (_perhaps(each, person, name, is_tender=True) for person, name in named.items())


def _perhaps(occurrence: Occurrence, person: str, name: str, *, is_tender: bool = False) -> Perhaps:
    is_kept = occurrence.is_private or _is_tender(occurrence)
    return Perhaps(
        person=person,
        name=name,
        started_at=occurrence.started_at,
        ended_at=occurrence.ended_at,
        all_day=occurrence.all_day,
        event_key=occurrence.event_key,
        title="" if is_kept else occurrence.title,
        is_tender=is_tender,
    )


def _is_tender(occurrence: Occurrence) -> bool:
    return is_delicate(occurrence.title) or is_delicate(occurrence.place)


def _unsure(title: str, all_day: bool, book: NameBook) -> Mapping[str, str]:
    maybe = perhaps_in_title(title, book, all_day=all_day)
    sure = {one.person for one in people_in_title(title, book) if one.counts(all_day)} if maybe else ()
    return {person: name for person, name in maybe.items() if person not in sure}
