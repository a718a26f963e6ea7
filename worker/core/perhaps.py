"""Perhaps is somebody known whom a title may mean, though it is not sure that they are met: "Aldo ???", one of two.

Beside steps 2 and 5 of 5: occurrences + name book → perhaps → `doubt.py`. It makes no touch and no tie; in doubt nobody
is missed just before they may be seen, or just after they may have been. Three more things that titles say of somebody
go the same way, though they tell of no meeting: something tender ("Chemo Anna"), which makes a time that is none for
light words, and a parting ("Broke up with Anna"), which makes one for none (`tender_time.py`); and that they are known
at all ("Geburtstag Anna"): later on nobody meets them for the first time. Pure.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache

from worker.core.event import Occurrence
from worker.core.giving.delicate import is_delicate
from worker.core.giving.parting import is_own_parting
from worker.core.judge import is_nameless, why_unmet
from worker.core.owner import Owners
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_elders import elders_in
from worker.core.titles.title_mentions import mentioned_in_title
from worker.core.titles.title_names import people_in_title, perhaps_in_title
from worker.core.touch import Because

_EVENING = timedelta(hours=2)


class Tells(StrEnum):
    """What a title tells of somebody."""

    MEETING = "meeting"
    """They may be met."""
    TENDER = "tender"
    """No more than that something tender happens to them."""
    PARTED = "parted"
    """That the user and they parted."""
    KNOWN = "known"
    """No more than that they are known."""
    NAMESAKE = "namesake"
    """Nothing by itself: somebody of that name was met often since, and is missed for both (`namesake.py`)."""


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
    tells: Tells = Tells.MEETING


def latest_day(found: Iterable[Perhaps], tells: Tells) -> date | None:
    """The last day, past or ahead, of which a title tells this; None where none does."""
    return max((each.ended_at.date() for each in found if each.tells is tells), default=None)


def perhaps_in(
    occurrences: Iterable[Occurrence], owners: Owners, book: NameBook, now: datetime
) -> Sequence[Perhaps]:
    """Whom titles may mean of occurrences in which nobody stands, not those whom they surely mean.

    Those whom a tender one names stand for themselves, met or not, and whoever writes it: a warm word does no harm.
    What repeats without an end promises nothing, above all a birthday. Of the past the latest by each name is
    enough: all that matters is whether something lies after the last meeting that is sure, or was of late; and of
    those that tell that somebody is known, the first.
    """
    return next(perhaps_over(occurrences, owners, book, [now]))


def perhaps_over(
    occurrences: Iterable[Occurrence], owners: Owners, book: NameBook, moments: Sequence[datetime]
) -> Iterator[Sequence[Perhaps]]:
    """The same at each of these moments, which are in order.

    However many they are, a title is read once as one ahead, and once as one of the past.
    """
    first, last = moments[0], moments[-1]
    nameless = [each for each in occurrences if is_nameless(each, owners.all - {""})]
    nameless.sort(key=lambda each: each.started_at)
    begun = [each for each in nameless if each.started_at <= last]
    coming = [each for each in nameless if each.started_at > first]
    past, ahead = _told(begun, owners, book, is_past=True), deque(_told(coming, owners, book, is_past=False))
    kept: dict[tuple[str, str, bool, Tells], Perhaps] = {}
    each = next(past, None)
    for now in moments:
        while each and each.started_at <= now:
            alike = (each.person, each.name, each.all_day, each.tells)
            if each.tells is not Tells.KNOWN or alike not in kept:
                kept[alike] = each
            each = next(past, None)
        while ahead and ahead[0].started_at <= now:
            ahead.popleft()
        yield (*ahead, *kept.values())


def _told(
    occurrences: Iterable[Occurrence], owners: Owners, book: NameBook, *, is_past: bool
) -> Iterator[Perhaps]:
    own = owners.all - {""}
    unsure = cache(
        lambda title, all_day, is_in_series, is_past, is_long: _unsure(
            title, book, all_day=all_day, is_in_series=is_in_series, is_past=is_past, is_long=is_long
        )
    )
    mentioned = cache(lambda title: mentioned_in_title(title, book))
    for each in occurrences:
        is_tender = _is_tender(each)
        is_mine = each.source not in owners.theirs
        named = mentioned(each.title) if is_tender or (is_mine and is_past) else {}
        promises = is_mine and (not each.is_endless or (is_past and not each.all_day))
        maybe = (
            unsure(each.title, each.all_day, each.is_in_series, is_past and not is_tender, _is_long(each))
            if promises
            else {}
        )
        told = {
            Tells.MEETING: maybe,
            Tells.TENDER: named if is_tender else {},
            Tells.PARTED: _left(each.title, named, book) if is_tender and is_mine else {},
            Tells.KNOWN: _alone_called_so(named) if is_mine and is_past else {},
        }
        if any(told.values()) and why_unmet(each, own, owners) in (None, Because.NOT_YOURS):
            title = "" if is_tender or each.is_private else each.title
            for tells, named in told.items():
                yield from (_perhaps(each, person, name, tells, title) for person, name in named.items())


def _left(title: str, named: Mapping[str, str], book: NameBook) -> Mapping[str, str]:
    return {person: name for person, name in named.items() if is_own_parting(title, book.names[person], name)}


def _alone_called_so(named: Mapping[str, str]) -> Mapping[str, str]:
    """Of two who are called so, either may be somebody new."""
    often = Counter(named.values())
    return {person: name for person, name in named.items() if often[name] == 1}


def _perhaps(occurrence: Occurrence, person: str, name: str, tells: Tells, title: str) -> Perhaps:
    return Perhaps(
        person=person,
        name=name,
        started_at=occurrence.started_at,
        ended_at=occurrence.ended_at,
        all_day=occurrence.all_day,
        event_key=occurrence.event_key,
        title=title,
        tells=tells,
    )


def _is_tender(occurrence: Occurrence) -> bool:
    return is_delicate(occurrence.title) or is_delicate(occurrence.place)


def _is_long(occurrence: Occurrence) -> bool:
    """For a reminder nobody takes two hours."""
    return not occurrence.all_day and occurrence.ended_at - occurrence.started_at >= _EVENING


def _unsure(
    title: str, book: NameBook, *, all_day: bool, is_in_series: bool, is_past: bool, is_long: bool
) -> Mapping[str, str]:
    maybe = {
        **elders_in(title, book),
        **perhaps_in_title(title, book, all_day=all_day, is_past=is_past, is_long=is_long),
    }
    if not maybe:
        return {}
    named = people_in_title(title, book)
    sure = {one.person for one in named if one.counts(all_day=all_day, is_in_series=is_in_series)}
    return {person: name for person, name in maybe.items() if person not in sure}
