"""Perhaps is somebody known whom a title ahead may mean, though it is not sure that they will be met: "Aldo ???".

Beside steps 2 and 5 of 5: occurrences + name book → perhaps → `hold.py`. It makes no touch and no tie; in doubt nobody
is missed just before they may be seen. Pure.
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
    """One person in one title ahead."""

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
    """Whom titles ahead may mean of occurrences in which nobody stands; not those whom they surely mean.

    What repeats without an end promises nothing, above all a birthday.
    """
    own = owners.all - {""}
    unsure = cache(lambda title, all_day: _unsure(title, all_day, book))
    for each in occurrences:
        if each.started_at <= now or each.is_endless or not is_nameless(each, own):
            continue
        meant = unsure(each.title, each.all_day)
        if meant and why_unmet(each, own, owners) is None:
            for person, name in meant.items():
                yield Perhaps(
                    person=person,
                    name=name,
                    started_at=each.started_at,
                    ended_at=each.ended_at,
                    all_day=each.all_day,
                    event_key=each.event_key,
                    title=_quotable(each),
                )


def _unsure(title: str, all_day: bool, book: NameBook) -> Mapping[str, str]:
    maybe = perhaps_in_title(title, book)
    sure = {one.person for one in people_in_title(title, book) if one.counts(all_day)} if maybe else ()
    return {person: name for person, name in maybe.items() if person not in sure}


def _quotable(occurrence: Occurrence) -> str:
    is_kept = occurrence.is_private or is_delicate(occurrence.title) or is_delicate(occurrence.place)
    return "" if is_kept else occurrence.title
