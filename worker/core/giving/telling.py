"""Telling is how news goes round: to a varied handful of those who would care, one by one, over some weeks.

Beside step 5 of 5: shelf + bonds → whom to tell. Never more than one person a week is told for the news' own sake;
everyone else hears it beside another gift (docs/why.md, B4). Pure.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import log1p

from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.giving.shelf import ShelfKind, Thing, fit_of
from worker.core.nudge import NudgeState

HANDFUL = 5
WEEKS = 8
"""Within so many weeks the handful is told; after that the news only stands beside other gifts."""
_SAME_CIRCLE_FACTOR = 0.5
"""Each person of a circle who was told makes another of it that much less fitting."""
_TOPIC_FACTOR = 3.0
"""Whoever shares the topic would care more than an old friend would."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """What there is to tell on one day, and who has heard of late."""

    news: tuple[Thing, ...]
    told: Mapping[str, int]
    """Circle → how many of it were told lately."""
    today: date
    names: Collection[str]

    def value_for(self, bond: Bond) -> float:
        """How much speaks for telling this person; 0 where nothing is new to them, or nobody would care."""
        fits = (fit_of(bond, thing, today=self.today, names=self.names) for thing in self.news)
        fit = next((fit for fit in fits if fit is not None), None)
        if fit is None:
            return 0.0
        same = float(_SAME_CIRCLE_FACTOR ** self.told.get(bond.person.circle, 0))
        return log1p(bond.tie.visits) * same * (_TOPIC_FACTOR if fit.topic else 1.0)


def is_going_round(thing: Thing, today: date) -> bool:
    """Whether something is new enough to be told for its own sake."""
    if thing.kind is not ShelfKind.NEWS or thing.added_on is None:
        return False
    return today - timedelta(weeks=WEEKS) < thing.added_on <= today


def telling_of(
    shelf: Iterable[Thing], bonds: Collection[Bond], *, today: date, names: Collection[str]
) -> Telling | None:
    """What is to be told now; None where there is no news, or each of it has had its handful."""
    since = today - timedelta(weeks=WEEKS)
    heard = [
        (bond.person.circle, nudge.gift_text)
        for bond in bonds
        for nudge in bond.nudges
        if nudge.reason == Occasion.NEWS and nudge.state is not NudgeState.WITHDRAWN and nudge.on > since
    ]
    news = tuple(
        thing
        for thing in shelf
        if is_going_round(thing, today) and sum(thing.shown in text for _, text in heard) < HANDFUL
    )
    return (
        Telling(news=news, told=Counter(circle for circle, _ in heard), today=today, names=names)
        if news
        else None
    )
