"""What was told before holds back what would be told now: one nudge for one silence, and time between two.

Beside step 5 of 5, some of the rules of `hold.py`. Pure.
"""

from datetime import date, timedelta
from math import ceil

from worker.core.answer import FADES_AFTER_DAYS
from worker.core.bond import PastNudge
from worker.core.giving.catalogue import Occasion
from worker.core.giving.layer import is_close
from worker.core.giving.look import WISHES, Look, reason_of, silent_since
from worker.core.giving.subject import local_day
from worker.core.nudge import WAITING, NudgeState

BETWEEN_DAYS = 180
"""No second nudge about one person within half a year; each let go in a row makes it half a year longer …"""
BEFORE_WISH_DAYS, AFTER_WISH_DAYS = 21, 60
"""… but good wishes: a birthday comes once a year, and says nothing of a silence."""
HELPER_REST_DAYS = 365
"""Nor does one of the closest help another silence along within a year (docs/why.md, B6)."""
_COMES_AGAIN = WISHES | {Occasion.TRIP, Occasion.ASK, Occasion.ASKED}


def waits(look: Look) -> str | None:
    standing = (nudge for nudge in look.bond.nudges if nudge.state in WAITING)
    return next((look.say("open", nudge.on) for nudge in standing), None)


def answered(look: Look) -> str | None:
    """A silence ends when the user reached out, whatever came back; one older than that is over."""
    since = silent_since(look.bond)
    answers = [nudge.closed_on or nudge.on for nudge in _counted(look) if nudge.state is NudgeState.DONE]
    day = max(answers, default=None)
    return look.say("done", day) if day and since and since < day else None


def let_go(look: Look) -> str | None:
    """After letting go: silence for at least half as long as the silence was, and longer each time in a row.

    What melted away unanswered says nothing against a wish, nor does a wish that did against telling of a silence.
    """
    in_a_row = 0
    for nudge in look.bond.nudges:
        if nudge.state is NudgeState.DONE:
            in_a_row = 0
        if nudge.state is not NudgeState.LET_GO or (_is_about_a_wish(nudge, look) and _has_melted(nudge)):
            continue
        in_a_row += 1
        closed_on = nudge.closed_on or nudge.on
        rest = max(_half_the_silence(nudge, closed_on, look), timedelta(days=BETWEEN_DAYS * in_a_row))
        if look.today < closed_on + rest:
            return look.say("let_go", closed_on)
    return None


def _is_about_a_wish(nudge: PastNudge, look: Look) -> bool:
    return look.occasion in WISHES or nudge.reason == Occasion.BIRTHDAY


def _has_melted(nudge: PastNudge) -> bool:
    return nudge.closed_on is not None and nudge.closed_on > nudge.on + timedelta(days=FADES_AFTER_DAYS)


def _half_the_silence(nudge: PastNudge, closed_on: date, look: Look) -> timedelta:
    before = (local_day(touch, look.zone) for touch in look.bond.touches)
    last = max((day for day in before if day <= nudge.on), default=nudge.on)
    return timedelta(days=ceil((closed_on - last).days / 2))


def told_once(look: Look) -> str | None:
    """One nudge for one silence; birthdays, trips and asks come again. One that nobody saw does not count."""
    since = silent_since(look.bond)
    if since is None or look.occasion in _COMES_AGAIN:
        return None
    same = [
        nudge.on for nudge in _counted(look) if nudge.on > since and nudge.reason == reason_of(look.occasion)
    ]
    return look.say("once", same[-1]) if same else None


def told_lately(look: Look) -> str | None:
    recent = [nudge.on for nudge in _counted(look) if (look.today - nudge.on).days < _rest_days(nudge, look)]
    return look.say("recent_wish" if look.occasion in WISHES else "recent", recent[-1]) if recent else None


def _rest_days(nudge: PastNudge, look: Look) -> int:
    """The closest are easy to reach, and would be the warm-up twice a year otherwise."""
    if look.occasion in WISHES:
        return BEFORE_WISH_DAYS
    if nudge.reason == Occasion.BIRTHDAY and look.occasion.is_rhythm:
        return AFTER_WISH_DAYS
    is_same_help = nudge.reason == look.occasion == Occasion.WARM_UP
    is_helper = is_same_help and is_close(look.bond, today=look.today, zone=look.zone)
    return HELPER_REST_DAYS if is_helper else BETWEEN_DAYS


def _counted(look: Look) -> list[PastNudge]:
    """Thanks after an ask belong to the kind line before it: that one does not count against them."""
    before = Occasion.ASK if look.occasion is Occasion.ASKED else None
    return [nudge for nudge in look.bond.nudges if nudge.was_said and nudge.reason != before]
