"""An answer is what the user says to a nudge: done, later, let go, rest. Or nothing, which lets it go too.

After step 5 of 5: nudge → answer → what changes. Pure: it says what is to be remembered, and does nothing.
Whatever the answer, nothing more is asked.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from worker.core.giving.birthday import BIRTHDAY_AHEAD_DAYS, birthday_ahead
from worker.core.giving.catalogue import Occasion
from worker.core.nudge import NudgeState
from worker.core.person import Birthday
from worker.core.rest import REST_DAYS
from worker.core.work_day import IsDayOff, never, work_day_from

LATER_DAYS = 14
FADES_AFTER_DAYS = 14
"""A nudge that nobody touched lets go by itself so many days after its day."""

MEETS_WITHIN_DAYS = 7
"""A meeting up to so many days after its day leaves nothing to nudge about.

Shorter than what holds a new nudge back (`hold.AHEAD_DAYS`), so that no nudge is made and withdrawn at once.
"""


class Answer(StrEnum):
    DONE = "done"
    LATER = "later"
    LET_GO = "let_go"
    REST = "rest"
    """For 90 days."""
    REST_FOR_GOOD = "rest_for_good"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What an answer changes. All days are in the user's zone."""

    state: NudgeState
    on: date
    """The nudge's day; a new one after `later`."""
    answered_on: date | None = None
    """The day on which the silence ended because the user reached out; None for every other answer."""
    rest_until: date | None = None
    """The last day of rest for this person (inclusive; date.max: for good); None where none was wished."""


def answered(answer: Answer, *, on: date, today: date, is_day_off: IsDayOff = never) -> Outcome:
    """What an answer given on `today` changes about a nudge for the day `on`.

    The same answer to what it made, on the same day, changes nothing more.
    """
    match answer:
        case Answer.DONE:
            return Outcome(state=NudgeState.DONE, on=on, answered_on=today)
        case Answer.LATER:
            again_on = work_day_from(today + timedelta(days=LATER_DAYS), is_day_off)
            return Outcome(state=NudgeState.LATER, on=again_on)
        case Answer.LET_GO:
            return Outcome(state=NudgeState.LET_GO, on=on)
        case Answer.REST:
            until = today + timedelta(days=REST_DAYS)
            return Outcome(state=NudgeState.RESTED, on=on, rest_until=until)
        case Answer.REST_FOR_GOOD:
            return Outcome(state=NudgeState.RESTED, on=on, rest_until=date.max)
        case _:
            assert_never(answer)


def may_move(reason: str, birthday: Birthday | None, on: date) -> bool:
    """Whether what was put off to the day `on` may be over before, or moves to a birthday in that week."""
    monday = on - timedelta(days=on.weekday())
    reach = (on - monday).days + BIRTHDAY_AHEAD_DAYS
    return reason != Occasion.RHYTHM or birthday_ahead(birthday, monday, reach) is not None


def settled(
    state: NudgeState,
    *,
    on: date,
    today: date,
    silent_since: date | None,
    last_met_on: date | None,
    next_meeting_on: date | None,
) -> NudgeState:
    """What a nudge is on `today` if nobody touches it; unchanged once it is answered.

    `silent_since` is the day the silence ran from when the nudge was made, `last_met_on` the last meeting
    known now, `next_meeting_on` the next one ahead. In this order: met since, or about to meet → withdrawn;
    14 days past its day → let go, without trace; put off, and its day has come → open.
    """
    if state not in (NudgeState.OPEN, NudgeState.LATER):
        return state
    if _has_met(silent_since, last_met_on) or _will_meet(on, next_meeting_on):
        return NudgeState.WITHDRAWN
    if today > on + timedelta(days=FADES_AFTER_DAYS):
        return NudgeState.LET_GO
    return NudgeState.OPEN if today >= on else state


def _has_met(silent_since: date | None, last_met_on: date | None) -> bool:
    return last_met_on is not None and (silent_since is None or last_met_on > silent_since)


def _will_meet(on: date, next_meeting_on: date | None) -> bool:
    return next_meeting_on is not None and next_meeting_on <= on + timedelta(days=MEETS_WITHIN_DAYS)
