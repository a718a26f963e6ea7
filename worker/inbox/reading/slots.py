"""A slot is one place in a series: where RRULE, RDATE and DTSTART say that it takes place.

Step 1 of 5: master → slots (RFC 5545, 3.8.5). Pure.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from heapq import merge
from itertools import islice, takewhile

from worker.core.sentence import Sentence
from worker.inbox.reading.entry import Entry, Period
from worker.inbox.reading.moment import Moment
from worker.inbox.reading.recurrence import starts
from worker.inbox.reading.rule import BadRule, Rule
from worker.inbox.reading.rule_text import rule_of
from worker.inbox.reading.window import Window
from worker.inbox.reading.zone import Zones

MOST_SLOTS = 20_000
"""Per series: a daily one of fifty years. More are cut and said."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Original wall clock and instant; `length` where an RDATE period has its own."""

    local: datetime
    at: datetime
    length: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """What EXDATE and EXRULE take out."""

    days: frozenset[date]
    locals: frozenset[datetime]
    instants: frozenset[datetime]

    def __call__(self, local: datetime, at: datetime) -> bool:
        return at in self.instants or local in self.locals or local.date() in self.days


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of one series, in order."""

    slots: list[Slot]
    are_out: Filter
    is_endless: bool


def slots_of(master: Entry, zone: tzinfo, zones: Zones, window: Window, losses: list[Sentence]) -> Slots:
    """All slots that may start within the window; `losses` gains a phrase for what is cut.

    DTSTART is always the first slot, unless every rule ended before it (RFC 5545, 3.8.5.3).
    """
    start = _wall(master.start, zone, zones)
    rules = _rules_in(master.rules)
    latest = _edge(window.until, zone)
    earliest = None if window.since is None else _edge(window.since, zone)
    periods = _periods_of(master, zone, zones, losses)
    are_out = _filter_of(master, zone, zones, latest, losses)
    untils = [_until_local(rule, master, zone) for rule in rules]
    first = [] if untils and all(u is not None and u < start for u in untils) else [start]
    streams: list[Iterator[datetime]] = [iter(first), iter(sorted(periods))]
    streams += [
        starts(rule, start, until_local=min(until or latest, latest), since=earliest)
        for rule, until in zip(rules, untils, strict=True)
    ]
    slots: list[Slot] = []
    last: datetime | None = None
    for local in takewhile(lambda local: local < latest, merge(*streams)):
        if local == last or (earliest is not None and local < earliest):
            continue
        last = local
        at = local.replace(tzinfo=zone).astimezone(UTC)
        if are_out(local, at):
            continue
        if len(slots) >= MOST_SLOTS:
            losses.append(Sentence("the series has more than {n} occurrences; the rest is cut", n=MOST_SLOTS))
            break
        slots.append(Slot(local, at, periods.get(local)))
    return Slots(slots, are_out, is_endless=any(rule.is_endless for rule in rules))


def _edge(at: datetime, zone: tzinfo) -> datetime:
    """A window's border on the wall clock; at the ends of the calendar, where zones know no time, as it is."""
    try:
        return _local(at, zone)
    except OverflowError:
        return at.replace(tzinfo=None)


def _local(at: datetime, zone: tzinfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None)


def _wall(moment: Moment, zone: tzinfo, zones: Zones) -> datetime:
    """The moment on the wall clock of the series."""
    if moment.is_date or not moment.zone:
        return moment.local
    return _local(zones.utc_of(moment), zone)


def _periods_of(
    master: Entry, zone: tzinfo, zones: Zones, losses: list[Sentence]
) -> dict[datetime, timedelta | None]:
    periods: dict[datetime, timedelta | None] = {}
    for period in master.dates:
        try:
            periods[_wall(period.start, zone, zones)] = _length(period, zones)
        except OverflowError:
            losses.append(Sentence("a value of RDATE lies beyond what calendars can hold"))
    return periods


def _length(period: Period, zones: Zones) -> timedelta | None:
    if period.end is None:
        return period.length
    return max(timedelta(), zones.utc_of(period.end) - zones.utc_of(period.start))


def _rules_in(texts: tuple[str, ...]) -> list[Rule]:
    """The rules that can be followed; the others were told when they were decoded."""
    rules = []
    for text in texts:
        with suppress(BadRule):
            rules.append(rule_of(text))
    return rules


def _until_local(rule: Rule, master: Entry, zone: tzinfo) -> datetime | None:
    """UNTIL on the wall clock of the series; a date means the whole of that day."""
    until = rule.until
    if until is None:
        return None
    if not isinstance(until, datetime):
        return datetime(until.year, until.month, until.day, 23, 59, 59)  # noqa: DTZ001  # a wall clock has no zone
    if rule.until_is_utc and (until.time() != time.min or not master.start.is_date):
        until = _edge(until, zone)  # of whole days, midnight in UTC is how some write the day itself
    until = until.replace(tzinfo=None)
    return datetime.combine(until, time.min) if master.start.is_date else until


def _filter_of(master: Entry, zone: tzinfo, zones: Zones, latest: datetime, losses: list[Sentence]) -> Filter:
    days = {moment.local.date() for moment in master.dates_out if moment.is_date}
    timed = [moment for moment in master.dates_out if not moment.is_date and _is_within(moment)]
    if master.start.is_date:
        days |= {_wall(moment, zone, zones).date() for moment in timed}
    instants = {zones.utc_of(moment) for moment in timed if moment.zone}
    locals_ = {moment.local for moment in timed if not moment.zone}
    for rule in _rules_in(master.rules_out):
        until = min(_until_local(rule, master, zone) or latest, latest)
        out = list(islice(starts(rule, _wall(master.start, zone, zones), until_local=until), MOST_SLOTS + 1))
        if len(out) > MOST_SLOTS:
            losses.append(
                Sentence("EXRULE takes out more than {n} occurrences; the rest is kept", n=MOST_SLOTS)
            )
        locals_.update(out[:MOST_SLOTS])
    return Filter(frozenset(days), frozenset(locals_), frozenset(instants))


def _is_within(moment: Moment) -> bool:
    """False in the first and last year there is, where a zone may lead out of the calendar: nothing to take out."""
    return 1 < moment.local.year < 9999
