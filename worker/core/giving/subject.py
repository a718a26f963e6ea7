"""A subject is what a gift can be about: a shared meeting, an anniversary, a birthday.

Beside step 5 of 5: bond → subjects → gifts. Nothing private or delicate ever becomes one. Pure.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, takewhile
from zoneinfo import ZoneInfo

from worker.core.bond import Bond
from worker.core.circle import FAMILY, WORK, WORK_HOURS
from worker.core.day import Timed, day_of
from worker.core.fold import folded, folded_words, stems, word_set
from worker.core.giving.birthday import birthday_near, in_year
from worker.core.giving.by_wire import is_call
from worker.core.giving.catalogue import About
from worker.core.giving.delicate import is_tender
from worker.core.giving.plain_topic import is_plain
from worker.core.giving.tender_words import MEAL, SOCIAL, WALK
from worker.core.giving.topic import own_words, topic_of
from worker.core.person import Birthday
from worker.core.titles.leisure_words import FREE_TIME, PLAY_AT_THE_END, WORK_TOO
from worker.core.titles.title_words import ROLES, Role
from worker.core.touch import Evidence, Touch

FIRST_MEETING_DAYS = 14
_COMING_DAYS = 30
"""A name in a title so shortly before a first meeting tells how that came about."""
_TOLD_DAYS = 365
"""Who is met first within so many days from where calendars begin may well be an old friend."""
SMALL_GROUP = 6
"""Up to so many people besides the user, a meeting is small."""
_SPECIAL_TIMES = 2
"""What happened more often has no anniversary …"""
_HABIT_TIMES = 5
"""… and what happened more often than this is told as a habit, like a series."""
_LATELY_DAYS = 1100
"""A table or a path shared longer ago is a memory, and no model for the next time."""
_WORK_DAYS = 5
_WORKED_TIMES, _WORKED_DAYS = 12, 365
"""So many meetings at work, over so long: then one knows how somebody works."""
_WEEK_DAYS = 3
"""An anniversary belongs to a week: so many days before and after."""

_AMONG_FRIENDS = frozenset((Role.FRIENDLY, Role.ACTIVITY, Role.HOUSE, Role.STAY, Role.COMING))
_AT_LEISURE = {word for word, role in ROLES.items() if role is Role.ACTIVITY} - word_set(WORK_TOO)
_PLAY_AT_THE_END = word_set(PLAY_AT_THE_END)
_MEAL, _WALK, _SOCIAL, _FREE_TIME = stems(MEAL), stems(WALK), stems(SOCIAL), stems(FREE_TIME)


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """One thing that a gift is about."""

    touch: Touch | None = None
    on: date | None = None
    """The day it was (or is), in the user's zone."""
    topic: str = ""
    years: int = 0
    """Whole years since, for anniversaries."""
    other: str = ""
    """Somebody else's name, for introductions."""
    thing: str = ""
    """What stands on the shelf, or where a trip leads, as it stands in a sentence."""
    link: str = ""
    ahead_on: date | None = None
    """The day of an open event, or of a birthday to come."""

    @property
    def is_known_to_both(self) -> bool:
        """Whether the other has seen this title, or it says but what both did: any other note that the user wrote alone
        is not for their eyes. A thing of the user's may be told to anyone; its draft never says the title."""
        invited = (Evidence.ATTENDEE, Evidence.ORGANIZER)
        is_seen = self.touch is not None and self.touch.evidence in invited
        return not self.topic or bool(self.thing) or is_seen or is_plain(self.topic)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared(Subject):
    """What the two of them did together: with its meeting and its day."""

    touch: Touch
    on: date


def local_day(timed: Timed, zone: str) -> date:
    """The day on which a meeting started, to a user in this zone."""
    return day_of(timed, ZoneInfo(zone))


def subjects_of(bond: Bond, *, on: date, zone: str, names: Collection[str] = ()) -> Mapping[About, Subject]:
    """Everything that a gift on the day `on` can be about; `names` are folded words of all names around.

    What was given to this person before is not given again, as long as there is another single event to choose.
    """
    free = [touch for touch in bond.touches if not is_tender(touch)]
    own = own_words(bond.person)
    told = [
        Shared(touch=touch, on=local_day(touch, zone), topic=topic)
        for touch in free
        if (topic := topic_of(touch, own=own, names=names))
    ]
    work, free_time = _by_kind(told, bond, zone)
    once, again = _parted(free_time, _HABIT_TIMES)
    given = folded(" ".join(nudge.gift_text for nudge in bond.nudges))
    new = [subject for subject in once if folded(subject.topic) not in given] or once
    special, special_work = (_parted(some, _SPECIAL_TIMES)[0] for some in (free_time, work))
    found: dict[About, Subject | None] = {
        About.ANYONE: Subject(),
        About.TOPIC: _last(new),
        About.HABIT: _last(again),
        About.WORK_TOPIC: None if free_time else _last(work),
        About.TELLING: max(new, key=_telling, default=None),
        About.WEEK: _anniversary(special, on),
        About.WORK_WEEK: _anniversary(special_work, on),
        About.SHARED_WORK: _shared_work(bond, free, zone),
        About.LAST: _of_touch(free[-1], zone) if free and not is_call(free[-1]) else None,
        About.MEAL: _shared(free, _MEAL, on, zone),
        About.WALK: _shared(free, _WALK, on, zone),
        **_first_meetings(bond, on, zone, told),
        **_birthdays(bond.person.birthday, on),
    }
    return {about: subject for about, subject in found.items() if subject is not None}


def _birthdays(birthday: Birthday | None, on: date) -> dict[About, Subject | None]:
    day = birthday_near(birthday, on)
    if day is None:
        return {}
    if day > on:
        return {About.EARLY_BIRTHDAY: Subject(on=day, ahead_on=day)}
    return {About.LATE_BIRTHDAY if day < on else About.BIRTHDAY: Subject(on=day)}


def _by_kind(told: list[Shared], bond: Bond, zone: str) -> tuple[list[Shared], list[Shared]]:
    """What was work, and what was not."""
    work, free_time = list[Shared](), list[Shared]()
    for subject in told:
        (work if is_work(subject.touch, bond, zone) else free_time).append(subject)
    return work, free_time


def is_work(touch: Touch, bond: Bond, zone: str) -> bool:
    """Somebody from work, on a work-day within office hours: what two smile about is told in other words.

    Not a meal, a walk or a sport, whoever was invited; nor what the user alone wrote down as something that friends
    share: "Besuch bei Ana" at ten tells of no firm.
    """
    if touch.all_day or bond.person.circle != WORK or _is_leisure(touch.title):
        return False
    if touch.evidence is Evidence.TITLE and _is_social(touch.title):
        return False
    start = touch.started_at.astimezone(ZoneInfo(zone))
    return start.isoweekday() <= _WORK_DAYS and start.hour in WORK_HOURS


def _is_leisure(title: str) -> bool:
    """Whether nobody is paid for what a title tells of: "Lunch", "Swimming", "Playgroup"."""
    words = folded_words(title)
    text = " ".join(words)
    said = list(takewhile(lambda word: ROLES.get(word) is not Role.WITH, words))
    is_play = not _AT_LEISURE.isdisjoint(words) or not _PLAY_AT_THE_END.isdisjoint(said[-1:])
    return is_play or bool(_SOCIAL.search(text) or _FREE_TIME.search(text))


def _is_social(title: str) -> bool:
    """Whether friends would call a meeting so."""
    return any(ROLES.get(word) in _AMONG_FRIENDS for word in folded_words(title))


def _shared_work(bond: Bond, free: list[Touch], zone: str) -> Shared | None:
    """Years of work with somebody from work, who can then be recommended with a good conscience."""
    work = [touch for touch in free if is_work(touch, bond, zone)]
    if len(work) < _WORKED_TIMES or (work[-1].started_at - work[0].started_at).days < _WORKED_DAYS:
        return None
    return _of_touch(work[-1], zone)


def _first_meetings(bond: Bond, on: date, zone: str, told: list[Shared]) -> dict[About, Subject | None]:
    first = bond.touches[0] if bond.touches else None
    if first is None or is_tender(first) or _may_have_known(bond, zone):
        return {}
    if not is_fresh(bond, on=on, zone=zone):
        return {} if is_call(first) else {About.FIRST_WEEK: _anniversary([_of_touch(first, zone)], on)}
    return {About.FIRST_MEETING: _of_touch(first, zone), About.FIRST_TOPIC: _last(told)}


def _may_have_known(bond: Bond, zone: str) -> bool:
    """Whether they may have known each other before they first met, as far as calendars tell.

    They are family, a title alone tells of the first time, and of somebody known; one named them long before
    ("Geburtstag Ana"); or the calendars begin but shortly before.
    """
    first = bond.touches[0]
    if bond.person.circle == FAMILY or first.evidence is Evidence.TITLE:
        return True
    first_on = local_day(first, zone)
    is_named = bond.known_on is not None and (first_on - bond.known_on).days > _COMING_DAYS
    return is_named or (bond.told_from is not None and (first_on - bond.told_from).days < _TOLD_DAYS)


def is_fresh(bond: Bond, *, on: date, zone: str) -> bool:
    """Whether they met for the first time, once, in a small group, within the two weeks before `on`."""
    if bond.tie.visits != 1 or not bond.touches or _may_have_known(bond, zone):
        return False
    days = (on - local_day(bond.touches[0], zone)).days
    return 0 <= days <= FIRST_MEETING_DAYS and min(touch.others for touch in bond.touches) <= SMALL_GROUP


def _last(told: list[Shared]) -> Shared | None:
    """The last single event; else the last one of a series."""
    single = [subject for subject in told if not subject.touch.is_in_series]
    return next(chain(reversed(single), reversed(told)), None)


def _telling(subject: Shared) -> tuple[bool, int, timedelta]:
    """Among few, long; in this order. Ties go to the oldest (max keeps the first)."""
    touch = subject.touch
    length = min(touch.ended_at - touch.started_at, timedelta(days=3))
    return (touch.others <= SMALL_GROUP, -touch.others // 3, length)


def _parted(told: list[Shared], times: int) -> tuple[list[Shared], list[Shared]]:
    """What stands for itself, and what returns: as one of a series, or by a topic that came up more than `times`."""
    counted = Counter(folded(subject.topic) for subject in told)
    once, again = list[Shared](), list[Shared]()
    for subject in told:
        returns = subject.touch.is_in_series or counted[folded(subject.topic)] > times
        (again if returns else once).append(subject)
    return once, again


def _anniversary(subjects: list[Shared], on: date) -> Shared | None:
    """The oldest of those whose day returns in this very week, a year or more ago."""
    return next((found for subject in subjects if (found := _returning(subject, on))), None)


def _returning(subject: Shared, on: date) -> Shared | None:
    then = Birthday(month=subject.on.month, day=subject.on.day)
    for year in (on.year - 1, on.year, on.year + 1):
        years = year - subject.on.year
        if years >= 1 and abs((in_year(then, year) - on).days) <= _WEEK_DAYS:
            return replace(subject, years=years)
    return None


def _of_touch(touch: Touch, zone: str) -> Shared:
    return Shared(touch=touch, on=local_day(touch, zone))


def _shared(touches: list[Touch], pattern: re.Pattern[str], on: date, zone: str) -> Shared | None:
    """The last time within three years that a title tells of one for two; private titles are "" and tell nothing.

    Whoever is met beside their partner is not asked to a table alone.
    """
    found = (
        touch
        for touch in reversed(touches)
        if touch.others <= 1
        and (on - touch.started_at.date()).days <= _LATELY_DAYS
        and pattern.search(folded(touch.title))
    )
    return next((_of_touch(touch, zone) for touch in found), None)
