"""An occasion is a reason for now: a silence grown long, a birthday, a fresh first meeting.

Beside step 5 of 5: bond → occasion. Whether it may be used decides `hold.py`. Pure.
"""

from collections.abc import Iterable
from datetime import date

from worker.core.bond import Bond
from worker.core.catalogue import Occasion
from worker.core.rhythm import State
from worker.core.subject import birthday_near, is_fresh
from worker.core.touch import Touch

MIN_VISITS = 4
"""Below, there is no rhythm to miss: only an occasion makes a nudge."""
MANY_YEARS_DAYS = 5 * 365
"""From here on a silence has its own words, and a voice is proposed."""
_SERIES_MEETINGS = 4
"""So many meetings of one series make it a standing appointment."""
_STILL_QUIET = frozenset({State.DORMANT, State.LONG_DORMANT})


def is_missed(bond: Bond) -> bool:
    """Whether the rhythm itself speaks for a nudge: dormant, and well known or pinned by the user."""
    return (
        bond.rhythm is not None
        and bond.rhythm.state in _STILL_QUIET
        and (bond.tie.visits >= MIN_VISITS or bond.is_pinned)
    )


def occasion_on(bond: Bond, on: date, *, zone: str) -> Occasion | None:
    """Why a nudge on the day `on` (user's zone) would be right; None where nothing speaks for it."""
    if not bond.touches or bond.rhythm is None:
        return None
    if is_missed(bond):
        return _rhythm_occasion(bond, on)
    if is_fresh(bond, on=on, zone=zone):
        return Occasion.THANKS
    birthday = birthday_near(bond.person.birthday, on)
    if birthday is None:
        return None
    return Occasion.BELATED if birthday < on else Occasion.BIRTHDAY


def best_day(bond: Bond, days: Iterable[date], *, zone: str) -> date | None:
    """The best of some days for this bond's occasion; None where no day has one, or any day will do.

    A birthday wants its own day, else the nearest before it, else the first one after it; thanks want the
    first day.
    """
    if (day := _birthday_day(bond, sorted(days))) is not None:
        return day
    return next((day for day in sorted(days) if is_fresh(bond, on=day, zone=zone)), None)


def ended_series(bond: Bond) -> tuple[Touch, ...]:
    """The meetings of the standing appointment with which the silence began, oldest first; () where none."""
    last = bond.touches[-1] if bond.touches else None
    if last is None or not last.is_in_series or not bond.tie.is_series:
        return ()
    series = tuple(touch for touch in bond.touches if touch.event_key == last.event_key)
    return series if len(series) >= _SERIES_MEETINGS else ()


def _rhythm_occasion(bond: Bond, on: date) -> Occasion:
    last = bond.tie.last_met_on
    if last is not None and (on - last).days >= MANY_YEARS_DAYS:
        return Occasion.YEARS
    return Occasion.SERIES if ended_series(bond) else Occasion.RHYTHM


def _birthday_day(bond: Bond, days: list[date]) -> date | None:
    """None where no birthday is near any of the days."""
    near = [(day, birthday) for day in days if (birthday := birthday_near(bond.person.birthday, day))]
    return min(near, key=lambda pair: (pair[0] > pair[1], abs(pair[0] - pair[1])))[0] if near else None
