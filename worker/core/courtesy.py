"""Courtesy is who is suggested in which week, and who is left in peace: the right moment, and never too much.

Step 5 of 5: bonds → plan. Pure. In this order: who may be named at all; who is held back, and why; who goes
into which week (`week.py`); what is said (`compose.py`).
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from worker.core.away import Away
from worker.core.bond import Bond
from worker.core.candidate import Candidate, candidate_of
from worker.core.catalogue import Catalogue, Occasion
from worker.core.compose import Setting, nudges_in_order
from worker.core.delicate import is_departed
from worker.core.fold import folded_words
from worker.core.hold import Look, because
from worker.core.nudge import Nudge
from worker.core.occasion import is_missed
from worker.core.week import filled, weeks_of
from worker.core.words import Words

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


def _no_day(_: date) -> bool:
    return False


def plan(
    bonds: Iterable[Bond],
    *,
    today: date,
    days: Sequence[date],
    weekly_budget: int,
    planned: Mapping[tuple[int, int], int],
    words: Words,
    catalogue: Catalogue,
    in_all: int | None = None,
    is_day_off: Callable[[date], bool] = _no_day,
    zone: str = "UTC",
    away: Away = (),
) -> Plan:
    """What to propose on some of `days`, for all people of one user.

    `days` and `today` are days in the user's `zone`; of them only Mondays to Fridays, at least two days after
    today and not off, are used. `planned` counts the nudges that already stand, by ISO (year, week): an ISO
    week never holds more than `weekly_budget`, and this plan no more than `in_all` (None: no such limit).
    `away` are stretches in which nothing could be seen. The order of `bonds` is irrelevant.
    """
    known = sorted((bond for bond in bonds if _may_be_named(bond)), key=lambda bond: bond.person.key)
    usable = _usable(days, today, is_day_off)
    waiting, held = _parted(known, usable or [today + timedelta(days=NOTICE_DAYS)], today, zone, words)
    chosen: list[Candidate] = []
    for week in weeks_of(usable, known, weekly_budget=weekly_budget, planned=planned):
        left = week.room if in_all is None else min(week.room, in_all - len(chosen))
        taken = {candidate.bond.person.key for candidate in chosen}
        free = [candidate for candidate in waiting if candidate.bond.person.key not in taken]
        chosen += filled(replace(week, room=left), free)
    setting = Setting(
        today=today, zone=zone, away=away, words=words, catalogue=catalogue, names=_names(known)
    )
    return Plan(
        nudges=nudges_in_order(chosen, known, setting),
        held_back=tuple(held),
        rediscover=_still_waiting(waiting, chosen),
    )


def _may_be_named(bond: Bond) -> bool:
    """Not of the dead, not of strangers, and not without a shared past."""
    return (
        bond.rhythm is not None
        and any(not touch.is_cold for touch in bond.touches)
        and not is_departed(bond.person, (touch.title for touch in bond.touches + bond.ahead))
    )


def _usable(days: Sequence[date], today: date, is_day_off: Callable[[date], bool]) -> list[date]:
    first = today + timedelta(days=NOTICE_DAYS)
    return [
        day for day in sorted(set(days)) if day >= first and day.isoweekday() <= 5 and not is_day_off(day)
    ]


def _parted(
    bonds: Collection[Bond], days: Sequence[date], today: date, zone: str, words: Words
) -> tuple[list[Candidate], list[HeldBack]]:
    """Those who may be nudged about, and those who would be, were nothing against it."""
    waiting: list[Candidate] = []
    held: list[HeldBack] = []
    for bond in bonds:
        candidate = candidate_of(bond, days, zone=zone)
        if candidate is None:
            continue
        look = Look(bond=bond, today=today, zone=zone, occasion=candidate.occasion, words=words)
        reason = because(look)
        if reason is None:
            waiting.append(candidate)
        elif candidate.occasion is not Occasion.WARM_UP:
            held.append(HeldBack(person=bond.person.key, because=reason))
    return waiting, held


def _names(bonds: Iterable[Bond]) -> frozenset[str]:
    """An address is no name: its parts may be any word."""
    names = (bond.person.name for bond in bonds if "@" not in bond.person.name)
    return frozenset(word for name in names for word in folded_words(name) if len(word) > 1)


def _still_waiting(waiting: Iterable[Candidate], chosen: Iterable[Candidate]) -> tuple[str, ...]:
    taken = {candidate.bond.person.key for candidate in chosen}
    rest = [
        candidate
        for candidate in waiting
        if candidate.bond.person.key not in taken and is_missed(candidate.bond)
    ]
    return tuple(candidate.bond.person.key for candidate in sorted(rest, key=Candidate.order))
