"""Knowing someone: from a person and their touches to a bond with tie and rhythm.

Step 4 of 5: touches → tie → rhythm → bond. Pure.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from functools import partial, reduce
from heapq import nsmallest
from operator import attrgetter
from types import MappingProxyType

from worker.core.away import Away, days_between
from worker.core.bond import Bond, Peace
from worker.core.circle import OTHER, circle_of, told_by
from worker.core.day import day_of, days_of
from worker.core.event import Occurrence, Status
from worker.core.fold import folded_words
from worker.core.giving.departed import names_of_departed, without_names
from worker.core.giving.farewell import is_departed
from worker.core.judge import Judged
from worker.core.namesake import Since, doubt_about, met_as_another
from worker.core.owner import Owners
from worker.core.perhaps import Perhaps, Tells, latest_day
from worker.core.person import People, Person
from worker.core.prior import Prior
from worker.core.rhythm import rhythm_of
from worker.core.tie import MetDay, Tie, tie_after, tie_of
from worker.core.titles.name_book import KIN_WORDS
from worker.core.titles.title_names import has_name
from worker.core.touch import FIRST_FEW, Because, Evidence, LeftOut, Meeting, Touch, beginning
from worker.core.user_prior import prior_of

_TIMES_SEEN = 2
"""Who was invited so often since a funeral lives."""
_NAMELESS: Mapping[str, str] = MappingProxyType({})
_NOBODYS = Owners()
_NONE: Mapping[str, Peace] = MappingProxyType({})
_NO_FAREWELLS: Mapping[str, date] = MappingProxyType({})


def day_met(touch: Touch | Meeting, zone: tzinfo) -> MetDay:
    """The local days of one touch."""
    starts_on, ends_on = days_of(touch, zone)
    return MetDay(starts_on=starts_on, ends_on=ends_on, is_in_series=touch.is_in_series)


def tie_from(touches: Iterable[Touch | Meeting], zone: tzinfo, away: Away = ()) -> Tie:
    """The tie that past touches make, in any order; touches ahead do not count."""
    return tie_of((day_met(touch, zone) for touch in touches if not touch.is_upcoming), away=away)


def tie_with(tie: Tie, later: Iterable[Touch | Meeting], zone: tzinfo, away: Away = ()) -> Tie | None:
    """The tie with some more past touches, in O(1) each; None where only the whole history tells.

    That is so before the first visit (cold touches may begin to count), and for what starts before the latest
    meeting. `away` must be what the tie was built with.
    """
    days = sorted((day_met(touch, zone) for touch in later), key=attrgetter("starts_on"))
    if not tie.visits or tie.latest_started_on is None:
        return None
    if days and days[0].starts_on < tie.latest_started_on:
        return None
    return reduce(partial(tie_after, away=away), days, tie)


def as_last_seen(tie: Tie, today: date, unseen: Away) -> Tie:
    """The tie as if the last meeting were later by the days unseen since: for looks that know one `away` only."""
    if not unseen or tie.last_met_on is None or tie.last_met_on > today:
        return tie
    return replace(tie, last_met_on=today - timedelta(days=days_between(tie.last_met_on, today, unseen)))


def crowds_in(left_out: Iterable[LeftOut], now: datetime, zone: tzinfo) -> dict[str, date]:
    """Address → the last day on which they were both in a crowd that makes no tie."""
    seen: dict[str, date] = {}
    for one in left_out:
        if one.because is Because.CROWD and one.started_at <= now:
            day = day_of(one, zone)
            seen[one.person] = max(day, seen.get(one.person, day))
    return seen


def cancelled_series(occurrences: Iterable[Occurrence]) -> frozenset[str]:
    """Event keys of series of which every member is cancelled: a calendar says so of the past, too.

    When such a series was known before, its past members took place: nobody cancels what is over. One member alone
    is no series: whoever cancels it afterwards says that it did not take place.
    """
    cancelled, members = Counter[str](), Counter[str]()
    for each in occurrences:
        members[each.event_key] += 1
        cancelled[each.event_key] += each.is_in_series and each.status is Status.CANCELLED
    return frozenset(key for key, count in members.items() if count == cancelled[key] > 1)


def bonds_from(
    judgement: Judged,
    people: People,
    *,
    own: Iterable[str],
    now: datetime,
    zone: tzinfo,
    away: Away = (),
    farewells: Mapping[str, date] = _NO_FAREWELLS,
    calendars: Mapping[str, str] = _NAMELESS,
    in_peace: Mapping[str, Peace] = _NONE,
    owners: Owners = _NOBODYS,
) -> list[Bond]:
    """Everyone, from nothing: with the user's own prior where there are ties enough. Ordered by key.

    `farewells` are titles that speak of a death, whether anybody is invited to them or not, and the first day of
    each; `calendars` what each source calls itself; `in_peace` the keys of the user's household; `owners` tell which
    calendars do not list the user.
    """
    by_person = _by_person(judgement.touches, people)
    ties = {key: tie_from(touches, zone, away) for key, touches in by_person.items()}
    today = now.astimezone(zone).date()
    crowds = _by_key(crowds_in(judgement.left_out, now, zone), people)
    bond = partial(
        _bond,
        people=people,
        own=tuple(own),
        today=today,
        zone=zone,
        prior=prior_of(ties.values(), today, away=away),
        away=away,
        farewells=farewells,
        departed=names_of_departed(people.by_key.values(), farewells),
        calendars=calendars,
        told_from=first_days(judgement.touches, zone),
        in_peace=in_peace,
        owners=owners,
    )
    return [bond(key, by_person[key], ties[key], crowd=crowds.get(key)) for key in sorted(people.by_key)]


def with_perhaps(
    bonds: Iterable[Bond], perhaps: Iterable[Perhaps], people: People, now: datetime
) -> list[Bond]:
    """Each with the titles that may mean them, and with a namesake who may be they."""
    found: dict[str, list[Perhaps]] = {}
    for each in perhaps:
        found.setdefault(people.key_of(each.person), []).append(each)
    everyone = list(bonds)
    met = met_as_another((bond.person, bond.tie) for bond in everyone)
    return [
        with_doubts(bond, found.get(bond.person.key, ()), now, met_since=met.get(bond.person.key))
        for bond in everyone
    ]


def with_doubts(
    bond: Bond, found: Sequence[Perhaps], now: datetime, *, met_since: Since | None = None
) -> Bond:
    """With these titles, which may mean them: what was ahead when it was learnt may be past by now."""
    doubts = [each for each in found if each.tells is Tells.MEETING]
    if met_since is not None:
        doubts.append(doubt_about(bond, met_since))
    return replace(
        bond,
        perhaps=tuple(each for each in doubts if each.started_at > now),
        perhaps_met=tuple(each for each in doubts if each.started_at <= now),
        tender_on=latest_day(found, Tells.TENDER),
        parted_on=latest_day(found, Tells.PARTED),
        known_on=min((each.started_at.date() for each in found if each.tells is Tells.KNOWN), default=None),
    )


def first_days(touches: Iterable[Touch], zone: tzinfo) -> dict[str, date]:
    """Source → the day from which on it tells of meetings: each calendar begins for itself."""
    found = defaultdict[str, set[datetime]](set)
    for touch in touches:
        found[touch.source].add(touch.started_at)
    begun = {source: beginning(nsmallest(FIRST_FEW, starts)) for source, starts in found.items()}
    return {source: at.astimezone(zone).date() for source, at in begun.items()}


def _by_person(touches: Iterable[Touch], people: People) -> Mapping[str, Sequence[Touch]]:
    found: dict[str, list[Touch]] = {key: [] for key in people.by_key}
    for touch in touches:
        found.setdefault(touch.person, []).append(touch)
    return found


def _by_key(days: Mapping[str, date], people: People) -> dict[str, date]:
    found: dict[str, date] = {}
    for address, day in days.items():
        key = people.key_of(address)
        found[key] = max(day, found.get(key, day))
    return found


def _bond(
    key: str,
    touches: Sequence[Touch],
    tie: Tie,
    people: People,
    *,
    own: Sequence[str],
    today: date,
    zone: tzinfo,
    prior: Prior,
    away: Away,
    crowd: date | None,
    farewells: Mapping[str, date],
    departed: frozenset[str],
    calendars: Mapping[str, str],
    in_peace: Mapping[str, Peace],
    owners: Owners,
    told_from: Mapping[str, date],
) -> Bond:
    past, ahead = parted(touches)
    person = with_farewells(people.by_key[key], farewells, past)
    card = "" if person.circle == OTHER else person.circle
    told = told_by(Counter(calendars.get(touch.source, "") for touch in past), card, person.names)
    return Bond(
        person=replace(person, circle=circle_of(person.emails, past, own, zone, told)),
        tie=tie,
        rhythm=rhythm_of(tie, today, prior=prior, away=away),
        touches=without_names(past, departed),
        ahead=ahead,
        seen_in_crowd_on=crowd,
        peace=peace_of(key, past, in_peace, owners),
        told_from=told_from.get(past[0].source) if past else None,
    )


def with_farewells(person: Person, farewells: Mapping[str, date], past: Iterable[Touch]) -> Person:
    """A marked death silences everything about a person, birthdays too (docs/why.md, A5).

    `past` are their meetings until now: of whoever was invited again and again since, somebody else is dead who is
    called like them, as long as their whole name does not stand there. Where "Uncle Marc" is buried, titles tell that
    Marc lives, too.
    """
    if not is_departed(person, farewells):
        return person
    single = [touch for touch in past if not touch.is_in_series]
    alive_on, seen_on = _last_times(filter(_is_sure, single)), _last_times(single)
    left = [
        title
        for title, day in farewells.items()
        if day >= (seen_on if _may_be_kin(person, title) else alive_on) or _is_whole(person, title)
    ]
    return replace(person, is_deceased=True) if is_departed(person, left) else person


def _last_times(met: Iterable[Touch]) -> date:
    """Since when they were met again and again; the first of all days where they were not."""
    days = sorted(touch.started_at.date() for touch in met)
    return days[-_TIMES_SEEN] if len(days) >= _TIMES_SEEN else date.min


def _may_be_kin(person: Person, title: str) -> bool:
    """Whether a title names somebody as kin, and this one is known as none."""
    is_known = any(not KIN_WORDS.isdisjoint(folded_words(name)[:1]) for name in person.names)
    return not is_known and not KIN_WORDS.isdisjoint(folded_words(title))


def _is_sure(touch: Touch) -> bool:
    """Whether an event lists them: a title may mean another."""
    return touch.evidence in (Evidence.ATTENDEE, Evidence.ORGANIZER)


def _is_whole(person: Person, title: str) -> bool:
    return len(person.name.split()) > 1 and has_name(title, person.name)


def peace_of(key: str, past: Sequence[Touch], in_peace: Mapping[str, Peace], owners: Owners) -> Peace | None:
    """Why somebody is left in peace, as far as the user did not pin them; `in_peace` as for `bonds_from`."""
    told = in_peace.get(key)
    return told or (Peace.UNLISTED if is_told_by_unlisted(past, owners) else None)


def is_told_by_unlisted(touches: Sequence[Touch], owners: Owners) -> bool:
    """Whether the lists of calendars that do not list the user alone tell of somebody: no title, and not the user."""
    return bool(owners.unlisted and touches) and all(
        owners.is_unlisted(touch.source, touch.event_key)
        and touch.evidence not in (Evidence.TITLE, Evidence.ANSWER)
        for touch in touches
    )


def parted(touches: Iterable[Touch]) -> tuple[tuple[Touch, ...], tuple[Touch, ...]]:
    """Past and ahead, each by start."""
    in_order = sorted(touches, key=lambda touch: (touch.started_at, touch.event_uid))
    past = tuple(touch for touch in in_order if not touch.is_upcoming)
    return past, tuple(touch for touch in in_order if touch.is_upcoming)
