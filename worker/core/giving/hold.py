"""A hold is a reason to leave someone in peace for now, in words.

Beside step 5 of 5: `courtesy.py` asks here before anyone is nudged about. The rules stand in the order in
which they are said; the first that applies speaks. Pure.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from worker.core.gaps import typical_gap
from worker.core.giving.ask import is_ahead_ask
from worker.core.giving.birthday import birthday_ahead, birthday_near
from worker.core.giving.catalogue import Occasion
from worker.core.giving.delicate import is_professional_only, is_tender_only
from worker.core.giving.doubt import doubt_behind, in_doubt, in_words
from worker.core.giving.look import LIFE_DAYS, WISHES, Look
from worker.core.giving.occasion import SEEN_DAYS, own_gaps
from worker.core.giving.subject import local_day
from worker.core.giving.tender_time import is_parted
from worker.core.giving.told_before import answered, let_go, told_lately, told_once, waits
from worker.core.giving.way import talked_last
from worker.core.perhaps import Perhaps
from worker.core.rest import RestKind
from worker.core.rhythm import MIN_VISITS
from worker.core.touch import Touch

AHEAD_DAYS = 21
"""A meeting within so many days needs no nudge …"""
AHEAD_MOST_DAYS = 90
"""… nor one within the usual gap, up to this; a birthday wish does not wait for that one."""
UNUSUAL_TIMES = 1.5
"""A break is unusual where it is so many times as long as theirs usually are: what a state asks of the model's gap."""
YEARS_DAYS, REVIVED_MEETINGS, REVIVED_DAYS = 730, 3, 365
"""A silence of two years that ended with one of the last three meetings: then a year passes in peace."""
TOLD_OF_ALL = frozenset({Occasion.ASK, Occasion.ASKED})
"""What is told even of somebody with whom the user lives, or from whom they parted: what the user noted."""
SOON_DAYS = 14
"""An endless series in which nothing else happened for so long is a calendar's leftover, and promises no meeting. One
that took place before is waited for all the same, for two weeks."""
CROWD = 10
"""With more people than this in every meeting, two have never really met."""


def because(look: Look) -> str | None:
    """Why nothing is said about someone now, in words; None where nothing is against it. Whatever was against
    wishing well in time is against a late wish, too: it is for who was not thought of."""
    reason = next((reason for rule in _RULES if (reason := rule(look)) is not None), None)
    day = birthday_near(look.bond.person.birthday, look.today) if look.occasion is Occasion.BELATED else None
    return because(replace(look, occasion=Occasion.BIRTHDAY, today=day)) if day and not reason else reason


def _resting(look: Look) -> str | None:
    until = look.bond.rest_until
    if until is None or until < look.today:
        return None
    if look.bond.rest_kind is not RestKind.RESTING:
        return look.say(look.bond.rest_kind)
    return look.say("resting_for_good") if until == date.max else look.say("resting", until)


def _in_peace(look: Look) -> str | None:
    """Date nights stand in a calendar, life at home does not."""
    peace = look.bond.peace
    return look.say(f"in_peace_{peace}") if peace and look.occasion not in TOLD_OF_ALL else None


def _parted(look: Look) -> str | None:
    if look.bond.parted_on is None or look.occasion in TOLD_OF_ALL or not is_parted(look.bond):
        return None
    return look.say("parted", look.bond.parted_on)


def _ahead(look: Look) -> str | None:
    near = [touch for touch in look.bond.ahead if _is_near(touch, look)]
    if look.occasion is Occasion.ASK:
        near = [touch for touch in near if not is_ahead_ask(touch)]  # that meeting is the reason
    if any(touch.is_endless for touch in near) and not _shows_life(look):
        near = [touch for touch in near if not touch.is_endless or _is_kept(touch, look)]
    day = min((local_day(touch, look.zone) for touch in near), default=None)
    return look.say("ahead", day) if day is not None else None


def _is_kept(ahead: Touch, look: Look) -> bool:
    """Whether the calendar shows that this series took place before, and will within two weeks."""
    is_soon = local_day(ahead, look.zone) <= look.today + timedelta(days=SOON_DAYS)
    return is_soon and any(touch.event_key == ahead.event_key for touch in look.bond.touches)


def _is_near(ahead: Touch | Perhaps, look: Look) -> bool:
    is_wish = look.occasion in WISHES  # it does not wait for months
    gap_days = look.bond.rhythm.usual_gap_days if look.bond.rhythm and not is_wish else 0.0
    horizon = look.today + timedelta(days=max(AHEAD_DAYS, int(min(gap_days, AHEAD_MOST_DAYS))))
    return look.today <= local_day(ahead, look.zone) <= horizon


def _perhaps(look: Look) -> str | None:
    """In doubt whether they will be met, they are not missed."""
    near = [each for each in in_doubt(look.bond, look.occasion, look.zone) if _is_near(each, look)]
    if not near:
        return None
    first = min(near, key=lambda each: each.started_at)
    return in_words(first, look.told(local_day(first, look.zone)), look.words)


def _shows_life(look: Look) -> bool:
    """Whether anything but endless series happened between the two within six months, or is going to."""
    return any(
        not touch.is_endless and local_day(touch, look.zone) >= look.today - timedelta(days=LIFE_DAYS)
        for touch in look.bond.touches + look.bond.ahead
    )


def _seen(look: Look) -> str | None:
    last = look.bond.tie.last_met_on
    if last is None or look.occasion in (Occasion.THANKS, Occasion.ASKED) or not _is_lately(last, look):
        return None
    return look.say("talked" if talked_last(look.bond, look.zone) else "seen", last)


def _seen_in_crowd(look: Look) -> str | None:
    day = look.bond.seen_in_crowd_on
    return look.say("seen_in_crowd", day) if day and _is_lately(day, look) else None


def _is_lately(day: date, look: Look) -> bool:
    """Of a birthday it is its own day that counts."""
    is_ahead = look.occasion is Occasion.BIRTHDAY
    on = birthday_ahead(look.bond.person.birthday, look.today) if is_ahead else None
    return ((on or look.today) - day).days <= SEEN_DAYS


def _perhaps_met(look: Look) -> str | None:
    """As if they had met then, until that would be a silence, too."""
    doubt = doubt_behind(look.bond, look.occasion, today=look.today, zone=look.zone)
    if doubt is None:
        return None
    return in_words(doubt, look.told(local_day(doubt, look.zone)), look.words, is_past=True)


def _crowds_only(look: Look) -> str | None:
    return look.say("crowds_only") if all(touch.others > CROWD for touch in look.bond.touches) else None


def _professional(look: Look) -> str | None:
    if look.bond.is_pinned or not is_professional_only(look.bond.person, look.bond.touches):
        return None
    return look.say("professional")


def _tender_only(look: Look) -> str | None:
    return look.say("tender_only") if not look.bond.is_pinned and is_tender_only(look.bond.touches) else None


def _revived(look: Look) -> str | None:
    """A tie that came back after years is not put back on its old schedule: one warm contact is a success."""
    latest = [local_day(touch, look.zone) for touch in look.bond.touches[-REVIVED_MEETINGS - 1 :]]
    came_back = any((after - before).days >= YEARS_DAYS for before, after in pairwise(latest))
    if not look.occasion.is_rhythm or not came_back or (look.today - latest[-1]).days >= REVIVED_DAYS:
        return None
    return look.say("revived", latest[-1])


def _usual(look: Look) -> str | None:
    """What the model finds long may be usual between two: half a year is, where they meet about once a year."""
    rhythm = look.bond.rhythm
    if rhythm is None or not look.occasion.is_rhythm or look.bond.tie.visits < MIN_VISITS:
        return None
    usual = typical_gap(own_gaps(look.bond, zone=look.zone, away=look.bond.unseen)) or 0.0
    return look.say("usual") if rhythm.silence_days < UNUSUAL_TIMES * usual else None


_RULES: tuple[Callable[[Look], str | None], ...] = (
    _resting,
    _in_peace,
    _parted,
    _ahead,
    _perhaps,
    _seen,
    _seen_in_crowd,
    _perhaps_met,
    waits,
    answered,
    let_go,
    _revived,
    _usual,
    told_once,
    told_lately,
    _crowds_only,
    _professional,
    _tender_only,
)
