"""An occasion is a reason for now: a silence grown long, a birthday, a fresh first meeting, a trip, an ask.

Beside step 5 of 5: bond → occasion. Whether it may be used decides `hold.py`. Pure.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from worker.core.away import Away
from worker.core.bond import Bond
from worker.core.gaps import gaps_of
from worker.core.giving.ask import AFTER_EVENT_DAYS, ask_ahead, ask_behind, has_ask
from worker.core.giving.birthday import BIRTHDAY_BEHIND_DAYS, birthday_near
from worker.core.giving.catalogue import Occasion
from worker.core.giving.subject import FIRST_MEETING_DAYS, is_fresh, local_day
from worker.core.giving.trip import Trip, trip_on
from worker.core.knowing import day_met
from worker.core.rhythm import MIN_VISITS, State
from worker.core.tie import MetDay
from worker.core.touch import Touch

SEEN_DAYS = 21
"""Whoever was met within so many days needs no word from here."""
MANY_YEARS_DAYS = 5 * 365
"""From here on a silence has its own words, and a voice is proposed."""
_SERIES_MEETINGS = 4
"""So many meetings of one series make it a standing appointment."""
STILL_QUIET = frozenset({State.DORMANT, State.LONG_DORMANT})


def is_missed(bond: Bond) -> bool:
    """Whether the rhythm itself speaks for a nudge: dormant, and well known or pinned by the user."""
    return (
        bond.rhythm is not None
        and bond.rhythm.state in STILL_QUIET
        and bond.peace is None
        and (bond.tie.visits >= MIN_VISITS or bond.is_pinned)
    )


def occasion_on(
    bond: Bond, on: date, *, zone: str, trips: Iterable[Trip] = (), is_wish_day: bool = True
) -> Occasion | None:
    """Why a nudge on the day `on` (user's zone) would be right; None where nothing speaks for it.

    A birthday speaks on the day of its wish alone.
    """
    if not bond.touches or bond.rhythm is None:
        return None
    if has_ask(bond) and (asking := _asking(bond, on, zone)) is not None:
        return asking
    if is_missed(bond):
        return _rhythm_occasion(bond, on)
    if is_fresh(bond, on=on, zone=zone):
        return Occasion.THANKS
    birthday = birthday_near(bond.person.birthday, on) if is_wish_day else None
    if birthday is not None:
        return Occasion.BELATED if birthday < on else Occasion.BIRTHDAY
    return Occasion.TRIP if trip_on(bond, trips, on, zone=zone) is not None else None


def _asking(bond: Bond, on: date, zone: str) -> Occasion | None:
    """A line before an ask, or thanks after it, goes before all else."""
    if ask_ahead(bond, on, zone=zone) is not None:
        return Occasion.ASK
    return Occasion.ASKED if ask_behind(bond, on, zone=zone) is not None else None


def best_day(bond: Bond, days: Sequence[date], *, zone: str, wish_on: date | None = None) -> date | None:
    """The best of some days (in order) for this bond's occasion; None where no day has one, or any day will do.

    Before an ask and after it, the first day; a birthday wants its wish on `wish_on`, which may come after all of these
    for whoever is missed; thanks want the first day, or that one while it is early enough for them.
    """
    if has_ask(bond) and (day := next((day for day in days if _asking(bond, day, zone)), None)) is not None:
        return day
    fresh = [day for day in days if is_fresh(bond, on=day, zone=zone)]
    if fresh:
        return wish_on if wish_on in fresh else fresh[0]
    return wish_on if wish_on is None or wish_on <= days[-1] or is_missed(bond) else None


def last_day(
    bond: Bond, occasion: Occasion, on: date, *, zone: str, trips: Iterable[Trip] = ()
) -> date | None:
    """The last day on which an occasion that holds on the day `on` still does; None for one that stays."""
    if occasion is Occasion.THANKS:
        return local_day(bond.touches[0], zone) + timedelta(days=FIRST_MEETING_DAYS)
    if occasion is Occasion.ASK and (day := ask_ahead(bond, on, zone=zone)) is not None:
        return day - timedelta(days=1)
    if occasion is Occasion.ASKED and (day := ask_behind(bond, on, zone=zone)) is not None:
        return day + timedelta(days=AFTER_EVENT_DAYS)
    if occasion is Occasion.TRIP and (found := trip_on(bond, trips, on, zone=zone)) is not None:
        return found[0].starts_on - timedelta(days=1)
    birthday = birthday_near(bond.person.birthday, on)
    if birthday is None or occasion.is_rhythm:
        return None
    return birthday + timedelta(days=BIRTHDAY_BEHIND_DAYS if occasion is Occasion.BELATED else 0)


def ended_series(bond: Bond) -> tuple[Touch, ...]:
    """The meetings of the standing appointment with which the silence began, oldest first; () where none."""
    last = bond.touches[-1] if bond.touches else None
    if last is None or not last.is_in_series or not bond.tie.is_series:
        return ()
    series = tuple(touch for touch in bond.touches if touch.event_key == last.event_key)
    return series if len(series) >= _SERIES_MEETINGS else ()


def own_gaps(bond: Bond, *, zone: str, away: Away = ()) -> tuple[int, ...]:
    """Days between visits, oldest first: of the standing appointment with which the silence began, else of all."""
    return gaps_of(own_days(bond, zone=zone), away=away)


def own_days(bond: Bond, *, zone: str) -> tuple[MetDay, ...]:
    """The meetings of the standing appointment with which the silence began, else all."""
    return tuple(day_met(touch, ZoneInfo(zone)) for touch in ended_series(bond) or bond.touches)


def _rhythm_occasion(bond: Bond, on: date) -> Occasion:
    last = bond.tie.last_met_on
    if last is not None and (on - last).days >= MANY_YEARS_DAYS:
        return Occasion.YEARS
    return Occasion.SERIES if ended_series(bond) else Occasion.RHYTHM
