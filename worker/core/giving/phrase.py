"""A phrase is why a nudge comes now, in plain words with its figures: "It has been seven months."

Beside step 5 of 5: occasion → headline and why. Pure.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from worker.core.away import Away, days_between
from worker.core.bond import Bond
from worker.core.circle import FAMILY
from worker.core.gaps import (
    BURSTY_RATIO,
    days_of,
    gaps_of,
    is_bursty,
    longest_gap,
    tells_pace,
    typical_step,
)
from worker.core.giving.birthday import birthday_near
from worker.core.giving.calling import headline_name
from worker.core.giving.catalogue import Occasion
from worker.core.giving.doubt import is_last_unsure
from worker.core.giving.gift import called
from worker.core.giving.occasion import own_days, own_gaps
from worker.core.giving.said import freshest, turn_on
from worker.core.giving.subject import local_day
from worker.core.giving.trip import Trip, trip_on
from worker.core.giving.way import only_talk, talked_last
from worker.core.knowing import day_met
from worker.core.rhythm import MIN_VISITS
from worker.core.touch import Touch
from worker.core.words import Words

_PACES = (
    (2.9, "often"),
    (4.7, "twice"),
    (10, "week"),
    (18, "two_weeks"),
    (52, "weeks"),
    (76, "two_months"),
    (106, "quarter"),
    (167, "months"),
    (198, "half_year"),
    (305, "months"),
    (470, "year"),
    (850, "two_years"),
)
"""Below so many days from one occasion to the next, one says …; beyond the last, "every few years"."""
_OF_THE_LAST_TIME = frozenset(("last_met", "news", "warm_up"))
_MONTH_WEEKS, _MONTH_DAYS = 4, 30.44
_NOTHING: Mapping[str, int] = {}


def headline_of(
    bond: Bond, occasion: Occasion, words: Words, *, on: date, said: Mapping[str, int] = _NOTHING
) -> str:
    """One line with the whole name, as it stands in a calendar: "A word to Ana Lopez"; "A word to Oma Hilde"."""
    key = "rhythm" if occasion is Occasion.SERIES else occasion.value
    name = headline_name(bond.person)
    ways = words.ways(f"nudge.headline.{key}", name=name)
    return ways[freshest(ways, said, name, turn_on(on))]


def why_of(
    bond: Bond,
    occasion: Occasion,
    words: Words,
    *,
    on: date,
    zone: str,
    away: Away = (),
    trips: Sequence[Trip] = (),
    said: Mapping[str, int] = _NOTHING,
) -> str:
    """Why now, in one to three sentences, as it reads on the day `on` (user's zone).

    Where there are several ways to tell it, in the one that other nudges of these weeks have `said` least; from day to
    day they take turns.
    """
    if occasion is Occasion.THANKS:
        day = local_day(bond.touches[0], zone)
        ways = words.ways(_key_of("thanks", bond, words, zone), name=called(bond), day=words.day(day))
        return f"{_in_turn(ways, bond, said, on)} {_birthday(bond, words, on=on)}".rstrip()
    if occasion is Occasion.WARM_UP:
        return _warm_up(bond, words, said, on=on, zone=zone)
    if occasion in (Occasion.ASK, Occasion.ASKED, Occasion.NEWS):
        return _asking_or_news(bond, occasion, words, on=on, zone=zone)
    if occasion is Occasion.TRIP and (found := trip_on(bond, trips, on, zone=zone)) is not None:
        return _trip(bond, *found, words, on=on, zone=zone)
    sentences = (
        _birthday(bond, words, on=on),
        _history(bond, occasion, words, said, on=on, zone=zone, away=away),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _asking_or_news(bond: Bond, occasion: Occasion, words: Words, *, on: date, zone: str) -> str:
    last = _last_met(bond, zone)
    is_in_doubt = occasion is Occasion.ASK and is_last_unsure(bond, zone)
    return words.say(
        "nudge.why.ask_in_doubt" if is_in_doubt else _key_of(occasion.value, bond, words, zone),
        name=called(bond),
        span=words.span((on - last).days),
        month=words.month(last, seen_from=on),
    )


def _trip(bond: Bond, trip: Trip, touch: Touch, words: Words, *, on: date, zone: str) -> str:
    return words.say(
        "nudge.why.trip",
        name=called(bond),
        thing=trip.place,
        day=words.day(trip.starts_on),
        month=words.month(local_day(touch, zone), seen_from=on),
    )


def pace_of(gap_days: float, words: Words) -> str:
    """How often, in words: "about every five weeks"."""
    key = next((key for below, key in _PACES if gap_days < below), "years")
    weeks, months = round(gap_days / 7), round(gap_days / _MONTH_DAYS)
    if key == "weeks" and weeks == _MONTH_WEEKS:
        return words.say("nudge.pace.month")
    return words.say(f"nudge.pace.{key}", number=words.number(months if key == "months" else weeks))


def _birthday(bond: Bond, words: Words, *, on: date) -> str:
    day = birthday_near(bond.person.birthday, on)
    if day is None:
        return ""
    name = called(bond)
    if day < on:
        return words.say("nudge.why.belated", name=name, day=words.day(day))
    return words.say("nudge.why.birthday", name=name, weekday=words.weekday(day), day=words.day(day))


def _history(
    bond: Bond,
    occasion: Occasion,
    words: Words,
    said: Mapping[str, int],
    *,
    on: date,
    zone: str,
    away: Away,
) -> str:
    last = _last_met(bond, zone)
    passed_days = (on - last).days
    is_unseen = days_between(last, on, bond.unseen) < passed_days
    is_kin_once = bond.person.circle == FAMILY and bond.tie.visits == 1  # nobody met their mother but once
    if is_unseen or is_kin_once or is_last_unsure(bond, zone):  # neither a last time nor a span is sure
        return (
            words.say(_key_of("in_doubt", bond, words, zone), name=called(bond)) if occasion.is_rhythm else ""
        )
    if not occasion.is_rhythm and bond.tie.visits > 1:
        return words.say(_key_of("last_met", bond, words, zone), month=words.month(last, seen_from=on))
    if bond.tie.visits < MIN_VISITS:
        return _few(bond, occasion, words, said, on=on, zone=zone)
    days = own_days(bond, zone=zone)
    gaps, gap_days = gaps_of(days, away=away), typical_step(days, away=away)
    # or the last one was alone, long after
    if gap_days is None or not tells_pace(gaps) or gaps[-1] > BURSTY_RATIO * gap_days:
        return _few(bond, occasion, words, said, on=on, zone=zone)
    longest_days, by_calendar = (longest_gap(each) or 0 for each in (gaps, own_gaps(bond, zone=zone)))
    is_longest = days_between(last, on, away) > longest_days and passed_days > by_calendar
    ways = words.ways(
        _key_of(_rhythm_key(occasion, gaps, is_longest=is_longest), bond, words, zone),
        name=called(bond),
        pace=pace_of(gap_days, words),
        span=words.span(passed_days),
        month=words.month(last, seen_from=on),
    )
    return _in_turn(ways, bond, said, on)


def _key_of(why: str, bond: Bond, words: Words, zone: str) -> str:
    """Who only ever talk have not met, nor seen each other: what tells of meetings has other words for them.

    So it is of the last time, where that was a call.
    """
    talked = f"nudge.why.talked.{why}"
    has_talked = talked_last(bond, zone) if why in _OF_THE_LAST_TIME else only_talk(bond, zone)
    return talked if words.has(talked) and has_talked else f"nudge.why.{why}"


def _in_turn(ways: Sequence[str], bond: Bond, said: Mapping[str, int], on: date) -> str:
    return ways[freshest(ways, said, called(bond), turn_on(on))]


def _rhythm_key(occasion: Occasion, gaps: Sequence[int], *, is_longest: bool) -> str:
    if occasion is not Occasion.RHYTHM:
        return occasion.value
    key = "bursts" if is_bursty(gaps) else "usual"
    return f"{key}_longest" if is_longest else key


def _last_met(bond: Bond, zone: str) -> date:
    """The day that silence runs from."""
    return bond.tie.last_met_on or local_day(bond.touches[-1], zone)


def _few(
    bond: Bond, occasion: Occasion, words: Words, said: Mapping[str, int], *, on: date, zone: str
) -> str:
    """On how many days and how long ago: as `people --why` counts, and `touches` lists them."""
    last = _last_met(bond, zone)
    times = len(days_of(day_met(touch, ZoneInfo(zone)) for touch in bond.touches))
    key = "years_few" if occasion is Occasion.YEARS else "few"
    ways = words.ways(
        _key_of(key, bond, words, zone),
        n=times,
        name=called(bond),
        number=words.number(times),
        month=words.month(last, seen_from=on),
        span=words.span((on - last).days),
    )
    return _in_turn(ways, bond, said, on)


def _warm_up(bond: Bond, words: Words, said: Mapping[str, int], *, on: date, zone: str) -> str:
    last = _last_met(bond, zone)
    ways = words.ways(_key_of("warm_up", bond, words, zone), name=called(bond), day=words.day(last))
    return _in_turn(ways, bond, said, on)
