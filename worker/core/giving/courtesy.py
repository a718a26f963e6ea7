"""Courtesy is who is suggested in which week, and who is left in peace: the right moment, and never too much.

Step 5 of 5: bonds → plan. Pure. In this order: who may be named at all; who is held back, and why; who goes
into which week (`week.py`); what is said (`compose.py`).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from worker.core.away import Away
from worker.core.bond import Bond
from worker.core.giving.agenda import Agenda
from worker.core.giving.candidate import Candidate, candidate_of
from worker.core.giving.catalogue import Catalogue, Occasion
from worker.core.giving.compose import Setting, nudges_in_order
from worker.core.giving.everybody import Everybody, may_be_named, remembered
from worker.core.giving.hold import Look, because
from worker.core.giving.occasion import is_missed
from worker.core.giving.opening import Opening
from worker.core.giving.shelf import Thing, in_order_of_news
from worker.core.giving.telling import telling_of
from worker.core.giving.trip import AHEAD_DAYS, Trip, away_from
from worker.core.giving.week import Week, after, filled, weeks_of
from worker.core.nudge import Nudge
from worker.core.words import Words
from worker.core.work_day import IsDayOff, is_work_day, never

_NOTHING_BOOKED = Agenda()
NOTICE_DAYS = 2
"""A subscribed calendar is read once a day at best: a nudge stands at least so many days before its day."""


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
) -> Plan:
    """What to propose on some of `days`, for all people of one user.

    Of `days` (like `today` in the user's `zone`) only Mondays to Fridays, two days after today or later and not off,
    are used. `planned` counts the nudges that stand, by ISO (year, week): none ever holds more than `weekly_budget`
    (fewer where `agenda` is full), and this plan no more than `in_all`. In `away` nothing could be seen; `shelf` is
    what the user has to give, `trips` and `openings` (the earliest first) are where they go. The order of `bonds`
    is irrelevant; `everybody` tells of more people than these.
    """
    everybody = everybody or remembered(bonds, today)
    known = sorted(filter(may_be_named, bonds), key=lambda bond: bond.person.key)
    usable = usable_days(days, today, lambda day: is_day_off(day) or day in agenda.crammed)
    setting = Setting(
        today=today, zone=zone, away=away, words=words, catalogue=catalogue, everybody=everybody, agenda=agenda,
        shelf=in_order_of_news(shelf), trips=leading_away(trips, everybody, today), openings=tuple(openings),
    )  # fmt: skip
    waiting, held = _parted(known, usable or [today + timedelta(days=NOTICE_DAYS)], setting)
    weeks = weeks_of(usable, known, weekly_budget=weekly_budget, planned=planned, agenda=agenda)
    chosen = _chosen(weeks, waiting, in_all)
    nudges = nudges_in_order(chosen, known, setting)
    return Plan(nudges=nudges, held_back=tuple(held), rediscover=_still_waiting(waiting, chosen))


def _chosen(weeks: Iterable[Week], waiting: Sequence[Candidate], in_all: int | None) -> list[Candidate]:
    """Week after week; nobody twice."""
    chosen: list[Candidate] = []
    for week in weeks:
        left = week.room if in_all is None else min(week.room, in_all - len(chosen))
        taken = {candidate.bond.person.key for candidate in chosen}
        free = [candidate for candidate in waiting if candidate.bond.person.key not in taken]
        chosen += filled(replace(after(week, chosen), room=left), free)
    return chosen


def usable_days(days: Iterable[date], today: date, is_day_off: IsDayOff = never) -> list[date]:
    """Those of some days on which a nudge may come, in order."""
    first = today + timedelta(days=NOTICE_DAYS)
    return [day for day in sorted(set(days)) if day >= first and is_work_day(day, is_day_off)]


def _parted(
    bonds: Collection[Bond], days: Sequence[date], setting: Setting
) -> tuple[list[Candidate], list[HeldBack]]:
    """Those who may be nudged about, and those who would be, were nothing against it."""
    today, zone, words = setting.today, setting.zone, setting.words
    telling = telling_of(setting.shelf, bonds, today=today, names=setting.names)
    waiting: list[Candidate] = []
    held: list[HeldBack] = []
    for bond in bonds:
        candidate = candidate_of(bond, days, zone=zone, trips=setting.trips, telling=telling)
        if candidate is None:
            continue
        look = Look(bond=bond, today=today, zone=zone, occasion=candidate.occasion, words=words)
        reason = because(look)
        if reason is None:
            waiting.append(candidate)
        elif candidate.occasion not in (Occasion.WARM_UP, Occasion.NEWS):
            held.append(HeldBack(person=bond.person.key, because=reason))
    return waiting, held


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
