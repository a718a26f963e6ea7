"""A tender time is one of illness, mourning or strife, and the months after it: none for light words.

Beside step 5 of 5: `gift.py` and `candidate.py` ask here. Pure.
"""

from datetime import date, timedelta

from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.giving.delicate import is_tender
from worker.core.nudge import GiftKind, Nudge

TENDER_DAYS = 180
"""For so long after something tender, nothing light is said to somebody."""
_LIGHT = frozenset(
    {GiftKind.MEMORY, GiftKind.QUESTION, GiftKind.INTRODUCTION, GiftKind.RECOMMENDATION, GiftKind.CELEBRATE}
)


def is_tender_time(bond: Bond, on: date) -> bool:
    """Whether something tender is ahead of somebody, or happened of late: in a meeting, or as any title tells of them.

    So it is as long as a quarrel was the last that they had of each other, or something tender the last that was told
    of them. Then there is no anniversary, no memory to smile about and no question to ponder; a warm line and help
    remain.
    """
    since = on - timedelta(days=TENDER_DAYS)
    if bond.tender_on is not None and bond.tender_on >= min(since, bond.tie.last_met_on or since):
        return True
    near = (touch for touch in (*bond.touches, *bond.ahead) if touch.ended_at.date() >= since)
    return any(map(is_tender, (*bond.touches[-1:], *near)))


def is_too_light(nudge: Nudge, bond: Bond) -> bool:
    """Whether a nudge was worded before it was known that this is such a time; birthdays are wished in any."""
    is_birthday = nudge.reason == Occasion.BIRTHDAY
    kinds = {gift.kind for gift in nudge.gifts} - ({GiftKind.CELEBRATE} if is_birthday else set())
    return not _LIGHT.isdisjoint(kinds) and is_tender_time(bond, nudge.on)
