"""Courtesy is who is suggested in which week, and who is left in peace: the right moment, and never too much.

Step 5 of 5: bonds → plan. Pure. In this order: who may be named at all; who is held back, and why; who goes
into which week (`week.py`); what is said (`compose.py`).
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from worker.core.away import Away
from worker.core.bond import Bond, PastNudge
from worker.core.giving.agenda import Agenda
from worker.core.giving.birthday import (
    BIRTHDAY_AHEAD_DAYS,
    birthday_ahead,
    birthday_day,
    birthday_near,
    wish_day,
)
from worker.core.giving.candidate import Candidate, by_birthday, candidate_of
from worker.core.giving.catalogue import Catalogue, Occasion
from worker.core.giving.compose import Setting, nudges_in_order
from worker.core.giving.everybody import Everybody, may_be_named, remembered
from worker.core.giving.hold import because
from worker.core.giving.look import Look, reason_of
from worker.core.giving.occasion import is_missed
from worker.core.giving.opening import Opening
from worker.core.giving.shelf import Thing, in_order_of_news
from worker.core.giving.telling import telling_of
from worker.core.giving.trip import AHEAD_DAYS, Trip, away_from
from worker.core.giving.week import Week, after, filled, is_known_birthday, iso_week, weeks_of
from worker.core.nudge import WAITING, Nudge
from worker.core.words import Words
from worker.core.work_day import IsDayOff, is_work_day, never

_NOTHING_BOOKED = Agenda()
_NOBODY: Mapping[str, bool] = {}
NOTICE_DAYS = 2
"""A subscribed calendar is read once a day at best: a nudge stands at least so many days before its day. A birthday
does not wait for that: page and letter show its wish at once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HeldBack:
    """Someone who is left in peace for now."""

    person: str
    """The person's key."""
    because: str
    """In the user's language."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What is proposed, who is held back, and who waits for a later week."""

    nudges: tuple[Nudge, ...] = ()
    """By day, then by key."""
    held_back: tuple[HeldBack, ...] = ()
    """By key."""
    rediscover: tuple[str, ...] = ()
    """Keys of those whom the budget lets wait, the nearest to their turn first; never counted to the user."""
    again: tuple[Nudge, ...] = ()
    """What was to be said anew; who is missing here has nothing left that speaks for it."""


def plan(
    bonds: Collection[Bond],
    *,
    today: date,
    days: Sequence[date],
    weekly_budget: int,
    planned: Mapping[tuple[int, int], int],
    words: Words,
    catalogue: Catalogue,
    in_all: int | None = None,
    is_day_off: IsDayOff = never,
    zone: str = "UTC",
    away: Away = (),
    shelf: Iterable[Thing] = (),
    trips: Iterable[Trip] = (),
    openings: Iterable[Opening] = (),
    agenda: Agenda = _NOTHING_BOOKED,
    everybody: Everybody | None = None,
    anew: Mapping[str, bool] = _NOBODY,
) -> Plan:
    """What to propose on some of `days`, for all people of one user.

    Of `days` (in the user's `zone`, like `today`) work days from the day after tomorrow on are used, and others for a
    birthday over by then. `planned` counts what stands, by ISO (year, week): none holds more than `weekly_budget`, or
    `agenda` bears; nor this plan more than `in_all`. Nothing was seen in `away`; `trips` and `openings` come in order;
    `everybody` tells of more than `bonds`; `anew`: whose nudge is to be said anew → whether its reason may differ.
    """
    known = sorted(filter(may_be_named, bonds), key=lambda bond: bond.person.key)
    everybody = everybody or remembered(bonds, today)
    usable = usable_days(days, today, agenda.full_or(is_day_off))
    setting = Setting(
        today=today, zone=zone, away=away, words=words, catalogue=catalogue, everybody=everybody, agenda=agenda,
        shelf=in_order_of_news(shelf), trips=leading_away(trips, everybody, today), openings=tuple(openings),
    )  # fmt: skip
    waiting, held = _parted(known, usable, setting, days, agenda.full_or(is_day_off))
    weeks = partial(weeks_of, bonds=known, weekly_budget=weekly_budget, agenda=agenda)
    chosen = _placed(waiting, usable, today, weeks, planned, in_all)
    some = (chosen, _anew(known, anew, setting, is_day_off))
    nudges, said = (nudges_in_order(each, known, setting) for each in some)
    return Plan(nudges=nudges, held_back=held, rediscover=_still_waiting(waiting, chosen), again=said)


def _placed(
    waiting: Sequence[Candidate],
    usable: Sequence[date],
    today: date,
    weeks: Callable[..., list[Week]],
    planned: Mapping[tuple[int, int], int],
    in_all: int | None,
) -> list[Candidate]:
    """First what does not wait for a day that may be used, then week after week; nobody twice."""
    chosen = _hurried(waiting, _wanted(usable, today), partial(weeks, planned=planned))
    standing = Counter(iso_week(each.on) for each in chosen if each.on) + Counter(planned)
    for week in weeks(usable, planned=standing):
        most = week.left if in_all is None else min(week.left, in_all - len(chosen))
        taken = {candidate.bond.person.key for candidate in chosen}
        free = [candidate for candidate in waiting if candidate.bond.person.key not in taken]
        chosen += filled(replace(after(week, chosen), room=min(week.room, most), left=most), free)
    return chosen


def _hurried(
    waiting: Iterable[Candidate], days: Sequence[date], weeks: Callable[[Sequence[date]], list[Week]]
) -> list[Candidate]:
    """Whose birthday comes before all these days; on the first of them, where it is the turn of one, or well known."""
    early = [
        (each.wants_on, each) for each in waiting if each.wants_on is not None and each.wants_on < days[0]
    ]
    if not early:
        return []
    day = min(on for on, _ in early)
    (week,) = weeks([day])
    on_day = [each for on, each in early if on == day]
    known = [each for each in on_day if each.occasion.is_rhythm or is_known_birthday(each)]
    return filled(week, on_day if week.is_occasions_turn else known)


def _wanted(usable: Sequence[date], today: date) -> Sequence[date]:
    """Where none may be used, the first that might: who is held back is told all the same."""
    return usable or [today + timedelta(days=NOTICE_DAYS)]


def _anew(
    bonds: Iterable[Bond], anew: Mapping[str, bool], setting: Setting, is_day_off: IsDayOff
) -> list[Candidate]:
    """Those of `anew` for whom what was said still speaks on their nudge's day, or before it."""
    found = (
        _as_before(bond, nudge, setting, is_day_off, may_differ=anew[bond.person.key])
        for bond in bonds
        for nudge in bond.nudges
        if bond.person.key in anew and nudge.state in WAITING
    )
    return [candidate for candidate in found if candidate is not None]


def _as_before(
    bond: Bond, nudge: PastNudge, setting: Setting, is_day_off: IsDayOff, *, may_differ: bool
) -> Candidate | None:
    """On its day, or on a birthday in its week; where its reason is over by then, on the last day before.

    Of one whose day is over: today. For the same reason, or where that is gone and it `may_differ`, for another.
    """
    on = max(nudge.on, setting.today)
    coming = (setting.today + timedelta(days=step) for step in range(1, (on - setting.today).days + 7))
    ahead = [day for day in coming if is_work_day(day, is_day_off)]
    week = [on, *(day for day in ahead if iso_week(day) == iso_week(on))]
    before = [day for day in reversed(ahead) if day < on]
    fitting = (nudge.reason, _AFTER.get(nudge.reason))
    birthday = bond.person.birthday
    its_day = birthday_day(birthday, week)
    is_in_time = its_day is not None and birthday_ahead(birthday, its_day, BIRTHDAY_AHEAD_DAYS) is not None
    days = (its_day if its_day and is_in_time else on, *before)
    wishes = (day if birthday_near(birthday, day) else None for day in days)
    tried = [
        (day, candidate_of(bond, [day], zone=setting.zone, wish_on=wish_on, trips=setting.trips))
        for day, wish_on in zip(days, wishes, strict=True)
    ]
    if nudge.reason == Occasion.BIRTHDAY:
        tried = [(day, each and (by_birthday(each, zone=setting.zone) or each)) for day, each in tried]
    found = [replace(candidate, on=day) for day, candidate in tried if candidate is not None]
    same = [candidate for candidate in found if reason_of(candidate.occasion) in fitting]
    others = [each for each in found if may_differ and each.occasion is not Occasion.WARM_UP]
    return next(iter(same or others), None)


_AFTER = {Occasion.ASK.value: Occasion.ASKED.value}
"""What may follow a reason that is over."""


def usable_days(days: Iterable[date], today: date, is_day_off: IsDayOff = never) -> list[date]:
    """Those of some days on which a nudge may come, in order."""
    first = today + timedelta(days=NOTICE_DAYS)
    return [day for day in sorted(set(days)) if day >= first and is_work_day(day, is_day_off)]


def _parted(
    bonds: Collection[Bond],
    usable: Sequence[date],
    setting: Setting,
    offered: Collection[date],
    is_day_off: IsDayOff,
) -> tuple[list[Candidate], tuple[HeldBack, ...]]:
    """Those who may be nudged about, and those who would be, were nothing against it."""
    today, zone, words, days = setting.today, setting.zone, setting.words, _wanted(usable, setting.today)
    telling = telling_of(setting.shelf, bonds, today=today, names=setting.names)
    waiting, held = list[Candidate](), list[HeldBack]()
    for bond in bonds:
        wish_on = wish_day(bond.person.birthday, days, today, offered=offered, is_day_off=is_day_off)
        on = [wish_on] if wish_on is not None and wish_on < days[0] else days
        candidate = candidate_of(bond, on, zone=zone, wish_on=wish_on, trips=setting.trips, telling=telling)
        if candidate is None:
            continue
        look = Look(bond=bond, today=today, zone=zone, occasion=candidate.occasion, words=words)
        reason = because(look)
        wish = by_birthday(candidate, zone=zone) if reason else None
        if wish is not None and because(replace(look, occasion=wish.occasion)) is None:
            candidate, reason = wish, None
        if reason is None:
            waiting.append(candidate)
        elif candidate.occasion not in (Occasion.WARM_UP, Occasion.NEWS):
            held.append(HeldBack(person=bond.person.key, because=reason))
    return waiting, tuple(held)


def leading_away(trips: Iterable[Trip], everybody: Everybody, today: date) -> tuple[Trip, ...]:
    """In order; where the user lives is asked for only when there is a trip at all."""
    ahead = sorted(
        (trip for trip in trips if today < trip.starts_on <= today + timedelta(days=AHEAD_DAYS)),
        key=lambda trip: (trip.starts_on, trip.place),
    )
    return away_from(everybody.home(), ahead) if ahead else ()


def _still_waiting(waiting: Iterable[Candidate], chosen: Iterable[Candidate]) -> tuple[str, ...]:
    taken = {candidate.bond.person.key for candidate in chosen}
    rest = [
        candidate
        for candidate in waiting
        if candidate.bond.person.key not in taken and is_missed(candidate.bond)
    ]
    return tuple(candidate.bond.person.key for candidate in sorted(rest, key=Candidate.order))
