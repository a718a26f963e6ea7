"""A tender time is one of illness, mourning or strife, and the months after it: none for light words.

After a parting it is none for any. Beside step 5 of 5: `gift.py`, `candidate.py` and `hold.py` ask here. Pure.
"""

from datetime import date, timedelta

from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.giving.delicate import is_tender
from worker.core.nudge import GiftKind, Nudge
from worker.core.tie import Tie

TENDER_DAYS = 180
"""For so long after something tender, nothing light is said to somebody."""
AFTERWARDS = timedelta(days=90)
"""Who meets within a quarter of a parting fetches a box, or talks once more; who meets later has found another way."""
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


def is_parted(bond: Bond) -> bool:
    """Whether a title tells that the user and they parted, and they have not met again; a pin contradicts it."""
    return bond.parted_on is not None and not bond.is_pinned and not have_met_again(bond.tie, bond.parted_on)


def have_met_again(tie: Tie, parted_on: date) -> bool:
    """Whether they met since a parting, other than to end it."""
    return tie.last_met_on is not None and tie.last_met_on >= parted_on + AFTERWARDS
