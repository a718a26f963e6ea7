"""A circle is the part of life in which you meet someone: work or friends, for variety only.

Beside step 3 of 5. Pure; never shown as rank.
"""

from collections.abc import Iterable, Sequence
from datetime import tzinfo

from worker.core.mailbox import MAIL_FOR_ALL, domain_of
from worker.core.touch import Meeting, Touch

WORK, FAMILY, FRIENDS = "work", "family", "friends"
WORK_HOURS = range(8, 18)
_WORK_SHARE = 0.6


def circle_of(
    emails: Sequence[str], touches: Iterable[Touch | Meeting], own: Iterable[str], zone: tzinfo
) -> str:
    """By the domain shared with the user and the hours of meeting.

    A domain of one's own is the firm's or the family's: the hours tell which.
    """
    domains = {domain_of(email) for email in emails} - MAIL_FOR_ALL - {""}
    if not domains:
        return FRIENDS
    starts = [touch.started_at.astimezone(zone) for touch in touches if not touch.all_day]
    at_work = sum(start.weekday() < 5 and start.hour in WORK_HOURS for start in starts)
    if at_work >= _WORK_SHARE * max(len(starts), 1):
        return WORK
    return FAMILY if domains & {domain_of(address) for address in own} else FRIENDS
