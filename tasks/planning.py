"""Planning is what one look at everyone is made with: days, places, shelf, journeys; and whose lives have to be read.

Step 5 of 5, its middle: numbers → shortlist → whole bonds → plan. For `suggest.py`.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import structlog
from sqlalchemy import Connection

from tasks.away import away_of
from tasks.booking import looked_ahead
from tasks.everybody import Stored
from tasks.giving import shelf_of
from tasks.holiday import days_off
from tasks.knowing import Known
from tasks.tie import own_addresses
from tasks.wiring import House
from worker.core.bond import Bond
from worker.core.giving.agenda import Agenda
from worker.core.giving.courtesy import Plan, leading_away, plan, usable_days
from worker.core.giving.everybody import Everybody
from worker.core.giving.opening import Opening
from worker.core.giving.shelf import Thing
from worker.core.giving.shortlist import Wanted, shortlist
from worker.core.giving.telling import is_going_round
from worker.core.giving.trip import Trip
from worker.core.giving.week import iso_week
from worker.core.owner import Owners
from worker.inbox.shelf_file import NotAShelfError
from worker.store import nudges, shelf

log = structlog.get_logger()

_NOBODY: Mapping[str, bool] = {}
DAYS_AHEAD = 10
"""Planning looks so many days ahead, so that a first start on any weekday shows something."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Planning:
    """One look at everyone."""

    house: House
    conn: Connection
    user_id: int
    today: date
    days: Sequence[date]
    agenda: Agenda
    things: Sequence[Thing]
    trips: Sequence[Trip]
    """Those that lead away from home."""
    openings: Sequence[Opening]
    """Open events that the user goes to, the earliest first."""
    is_day_off: Callable[[date], bool]
    everybody: Stored
    drafts: Collection[str]
    """Ids of nudges that may give way: they fill no place."""
    anew: Mapping[str, bool]
    """Key of whose nudge is to be said anew → whether for another reason than before, where that is gone."""

    def few(self) -> tuple[Bond, ...]:
        """Whole bonds of all who could be chosen."""
        known = self.everybody.known
        details = partial(known.whole, self.conn, self.user_id)
        apart = self.everybody.set_apart(self.things, self.trips)
        return shortlist(known.sketches(), apart, details, self._wanted())

    def plan(self, bonds: Collection[Bond], everybody: Everybody) -> Plan:
        """The plan over these; `everybody` tells of the others."""
        return plan(
            bonds,
            today=self.today,
            days=self.days,
            weekly_budget=self.house.settings.weekly_budget,
            planned=self._standing_by_week(),
            words=self.house.words,
            catalogue=self.house.catalogue,
            is_day_off=self.is_day_off,
            zone=self.house.zone.key,
            away=away_of(self.conn, self.user_id),
            shelf=self.things,
            trips=self.trips,
            openings=self.openings,
            agenda=self.agenda,
            everybody=everybody,
            anew=self.anew,
        )

    def _wanted(self) -> Wanted:
        return Wanted(
            days=usable_days(self.days, self.today, self.agenda.full_or(self.is_day_off)),
            places=self.house.settings.weekly_budget * len({iso_week(day) for day in self.days}),
            today=self.today,
            zone=self.house.zone.key,
            words=self.house.words,
            has_news=any(is_going_round(each, self.today) and not each.topics for each in self.things),
        )

    def _standing_by_week(self) -> Mapping[tuple[int, int], int]:
        mondays = {iso_week(day): day - timedelta(days=day.weekday()) for day in self.days}
        return {
            week: nudges.count_in_week(self.conn, self.user_id, monday, without=self.drafts)
            for week, monday in mondays.items()
        }


def planning_for(
    house: House,
    conn: Connection,
    user_id: int,
    known: Known,
    *,
    drafts: Collection[str] = (),
    anew: Mapping[str, bool] = _NOBODY,
) -> Planning:
    """The next days of one user, as they are known now."""
    today = house.today().date()
    ahead = looked_ahead(conn, user_id, now=house.now(), zone=house.zone)
    me = Owners(said=own_addresses(house, conn, user_id)).names
    everybody = Stored(conn=conn, user_id=user_id, known=known, today=today, zone=house.zone.key, me=me)
    return Planning(
        house=house,
        conn=conn,
        user_id=user_id,
        today=today,
        days=[today + timedelta(days=step) for step in range(DAYS_AHEAD + 1)],
        agenda=ahead.agenda,
        things=_things(house, conn),
        trips=leading_away(ahead.trips, everybody, today),
        openings=ahead.openings,
        is_day_off=days_off(house.settings.country, house.zone),
        everybody=everybody,
        drafts=drafts,
        anew=anew,
    )


def _things(house: House, conn: Connection) -> Sequence[Thing]:
    """Without their own file where it cannot be read: `snowdrop shelf list` says so."""
    try:
        return shelf_of(house, conn)
    except NotAShelfError as error:
        log.warning("shelf unreadable", problem=str(error))
        return [each.thing for each in shelf.everything(conn, house.user.id)]
