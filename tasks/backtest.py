"""A backtest is what would have been proposed in years gone by, week by week: in memory, nothing stored or sent.

Each week is planned on the Saturday before it, from what had happened by then, as if nobody ever answered.
Known weakness: a calendar does not tell when an event was written into it, so all that lies ahead counts as known.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tasks.holiday import days_off
from tasks.reading import Library, Met
from worker.core.answer import settled
from worker.core.bond import Bond, PastNudge
from worker.core.day import day_of
from worker.core.event import Occurrence
from worker.core.giving.agenda import Agenda
from worker.core.giving.catalogue import Catalogue, Occasion
from worker.core.giving.courtesy import Plan, plan
from worker.core.giving.everybody import remembered
from worker.core.giving.farewell import farewells_in
from worker.core.giving.opening import Opening
from worker.core.giving.shelf import Thing
from worker.core.giving.trip import Trip
from worker.core.judge import Judged
from worker.core.knowing import bonds_from, with_perhaps
from worker.core.nudge import Nudge, NudgeState
from worker.core.perhaps import Perhaps, perhaps_over
from worker.core.words import Words

_PLANNED_AT = time(4)
_DAYS_BEFORE = 2
"""Saturday: a nudge stands at least two days before its day."""
_WEEK_AHEAD = timedelta(days=7 + _DAYS_BEFORE)
"""Of whom a title tells until then that they died, what was planned would be withdrawn before its day."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """One ISO week and what would have been proposed in it."""

    monday: date
    plan: Plan


@dataclass(frozen=True, kw_only=True, slots=True)
class Backtest:
    """What was read, and how it is to be looked at."""

    library: Library
    met: Met
    zone: ZoneInfo
    words: Words
    catalogue: Catalogue
    budget: int
    agenda: Agenda = field(default_factory=Agenda)
    """The user's booked time: fuller weeks take fewer."""
    trips: Sequence[Trip] = ()
    """The user's journeys in all those years; a week sees those that lie ahead."""
    openings: Sequence[Opening] = ()
    """Likewise, the open events that they went to."""
    shelf: Sequence[Thing] = ()
    country: str = ""
    """Whose holidays are left free; "" is the zone's country."""
    knows_ahead: bool = True
    """Whether what lies ahead of a week counts as known; not so in a diary, which is written afterwards."""
    said: dict[str, list[PastNudge]] = field(default_factory=dict)
    """Person's key → what was proposed in earlier weeks, oldest first."""

    def weeks(self, first: date, until: date) -> Iterator[Week]:
        """Those that hold a day from `first` to before `until`, in order; only nudges on these days are given.

        Nothing is planned for days before `first`: whoever was due on them comes after it.
        """
        start = first - timedelta(days=first.weekday())
        mondays = [start + timedelta(days=days) for days in range(0, (until - start).days, 7)]
        moments = [self._planned_at(monday) for monday in mondays]
        told = perhaps_over(self.library.occurrences, self.met.owners, self.met.book, moments)
        for monday, perhaps in zip(mondays, told, strict=False):
            days = [day for step in range(7) if (day := monday + timedelta(days=step)) >= first]
            found = self._week(monday, days, perhaps)
            nudges = tuple(nudge for nudge in found.nudges if nudge.on < until)
            yield Week(monday=monday, plan=replace(found, nudges=nudges))

    def _planned_at(self, monday: date) -> datetime:
        today = monday - timedelta(days=_DAYS_BEFORE)
        return datetime.combine(today, _PLANNED_AT, self.zone).astimezone(UTC)

    def _week(self, monday: date, days: Sequence[date], perhaps: Iterable[Perhaps]) -> Plan:
        today = monday - timedelta(days=_DAYS_BEFORE)
        bonds = self._bonds(self._planned_at(monday), perhaps)
        for bond in bonds:
            self._settle(bond, today)
        found = plan(
            [replace(bond, nudges=tuple(self.said.get(bond.person.key, ()))) for bond in bonds],
            today=today,
            days=days,
            weekly_budget=self.budget,
            planned={},
            words=self.words,
            catalogue=self.catalogue,
            is_day_off=days_off(self.country, self.zone),
            zone=self.zone.key,
            agenda=self.agenda,
            shelf=self.shelf,
            trips=self.trips,
            openings=self.openings,
            everybody=remembered(bonds, today, me=self.met.owners.names),
        )
        for nudge in found.nudges:
            self.said.setdefault(nudge.person, []).append(_past(nudge))
        return found

    def _bonds(self, now: datetime, perhaps: Iterable[Perhaps]) -> list[Bond]:
        """Everyone as known at that moment, with what titles told until then."""
        judgement = self.met.judgement
        seen = Judged(
            [
                replace(touch, is_upcoming=touch.started_at > now)
                for touch in judgement.touches
                if self.knows_ahead or touch.started_at <= now
            ],
            [one for one in judgement.left_out if one.started_at <= now],
        )
        known = bonds_from(
            seen,
            self.met.people,
            own=self.met.owners.all,
            now=now,
            zone=self.zone,
            farewells=farewells_in(self._occurrences_until(now + _WEEK_AHEAD), self.met.owners),
            calendars=self.library.names,
            in_peace=self.met.in_peace,
            owners=self.met.owners,
        )
        told = [each for each in perhaps if self.knows_ahead or each.started_at <= now]
        return with_perhaps((bond for bond in known if bond.touches), told, self.met.people, now)

    def _occurrences_until(self, now: datetime) -> Iterator[Occurrence]:
        return (each for each in self.library.occurrences if each.started_at <= now)

    def _settle(self, bond: Bond, today: date) -> None:
        """What nobody touched: withdrawn where they met, let go two weeks after its day."""
        said = self.said.get(bond.person.key, [])
        for index, nudge in enumerate(said):
            state = _settled(nudge, bond, today, self.zone)
            if state is not nudge.state:
                said[index] = replace(nudge, state=state, closed_on=today)


def _settled(nudge: PastNudge, bond: Bond, today: date, zone: ZoneInfo) -> NudgeState:
    made_on = nudge.on - timedelta(days=nudge.on.weekday() + _DAYS_BEFORE)
    ahead = next((touch for touch in bond.ahead if not touch.is_endless), None)
    if nudge.reason == Occasion.ASK:
        ahead = None  # the line goes before that very meeting
    return settled(
        nudge.state,
        on=nudge.on,
        today=today,
        silent_since=made_on,
        last_met_on=bond.tie.last_met_on,
        next_meeting_on=day_of(ahead, zone) if ahead else None,
    )


def _past(nudge: Nudge) -> PastNudge:
    return PastNudge(
        id=nudge.id,
        on=nudge.on,
        reason=nudge.reason,
        gift_kind=nudge.gift.kind,
        gift_text=nudge.gift.text,
        channel=nudge.channel,
        state=NudgeState.OPEN,
        more_texts=tuple(gift.text for gift in nudge.more_gifts),
    )
