"""A trip is a time ahead that the user spends away from home, in a place that their own calendar names.

Beside step 5 of 5: occurrences without people → trips → "you will be where you met Ana". Pure.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from worker.core.bond import Bond
from worker.core.day import days_of
from worker.core.event import Occurrence, Status
from worker.core.fold import folded, folded_words, stems
from worker.core.giving.delicate import is_delicate
from worker.core.giving.place_words import CITY_BY_CODE, CITY_BY_NAME, COUNTRIES, TRAVEL
from worker.core.giving.subject import local_day
from worker.core.giving.topic import shown
from worker.core.touch import Touch

AHEAD_DAYS = 42
"""A trip is planned around when it starts within so many days."""
LONGEST_DAYS = 60
"""A longer stay is a move: where life took place for so long is home."""
_HOME_SHARE, _HOME_TIMES = 0.2, 4
"""Where so much of the user's life takes place is home."""
HOME_DAYS = 730
"""Home is where the last two years took place."""
_LONGEST_CHARS = 40

_TRAVEL = stems(TRAVEL)
_CODE = re.compile(r"(?<![A-Za-z\d])([A-Z]{3})(?![A-Za-z\d])")
_TOWARDS = re.compile(r"(?:\b(?:to|nach|à|para|pour|per|em|in|en|a)\s+|(?:->|→|➜|–|\s-)\s*)(?=[A-ZÀ-Ý])")
_AFTER = re.compile(r"[,;:(|]|\s-\s|\s(?:with|mit|con|avec|com|on|at|am|um|el|le|il)\s")
_FIGURES = re.compile(r"\S*\d\S*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Trip:
    """One journey. Days are in the user's zone, both inclusive."""

    place: str
    """As it stands in a sentence: "Lisbon"."""
    starts_on: date
    ends_on: date


def trips_in(occurrences: Iterable[Occurrence], *, today: date, zone: str) -> tuple[Trip, ...]:
    """The trips that start within six weeks after today, each place once per start, the earliest first."""
    last = today + timedelta(days=AHEAD_DAYS)
    found = {
        (trip.starts_on, trip.place): trip
        for occurrence in occurrences
        if (trip := trip_of(occurrence, zone=zone)) is not None and today < trip.starts_on <= last
    }
    return journeys_in(found.values())


def trip_of(occurrence: Occurrence, *, zone: str) -> Trip | None:
    """The journey that an event of the user's own tells of; None for one that tells of none."""
    if occurrence.status is Status.CANCELLED or occurrence.is_private or occurrence.is_in_series:
        return None
    place = place_named(occurrence.title, occurrence.place, all_day=occurrence.all_day)
    starts_on, ends_on = days_of(occurrence, ZoneInfo(zone))
    if not place or (ends_on - starts_on).days > LONGEST_DAYS:
        return None
    return Trip(place=place, starts_on=starts_on, ends_on=ends_on)


def place_named(title: str, place: str, *, all_day: bool) -> str:
    """Where an event's words say that the user goes, as written; "" where they tell of no journey.

    A word of travel or an airport's code needs a place in the title or beside it; a whole day needs one beside it.
    """
    where = ""
    if has_word_of_travel(title):
        where = _in_title(title) or _city_part(place)
    elif all_day:
        where = _city_part(place)
    return "" if where and (is_delicate(title) or is_delicate(place)) else where


@lru_cache(maxsize=1 << 14)
def places_in(text: str) -> frozenset[str]:
    """What a place is known by: cities by their key, and each part of an address that is a name of its own."""
    parts = [_plain(part) for part in re.split(r"[,;\n/|]", text)]
    return frozenset(CITY_BY_NAME.get(part, part) for part in parts if part and part not in COUNTRIES) | {
        CITY_BY_NAME[word] for word in folded_words(text) if word in CITY_BY_NAME
    }


def home_in(places: Collection[str], lately: Collection[str]) -> frozenset[str]:
    """Where a fifth or more of the meetings of two years took place, one text for each; or of those `lately`.

    Whoever has moved is at home where life takes place by now, and no more where it does not.
    """
    home, now = _often(places), _often(lately)
    seen = {place for text in lately for place in places_in(text)}
    return now | (home & seen) if now else home


def _often(places: Collection[str]) -> frozenset[str]:
    times = Counter(place for text in places for place in places_in(text))
    return frozenset(p for p, n in times.items() if n >= max(_HOME_TIMES, _HOME_SHARE * len(places)))


def away_from(home: Collection[str], trips: Iterable[Trip]) -> tuple[Trip, ...]:
    """Those that lead away from home."""
    return tuple(trip for trip in trips if places_in(trip.place).isdisjoint(home))


def met_there(bond: Bond, trip: Trip) -> Touch | None:
    """The last meeting with this person in the place of a trip; None where they never met there."""
    there = places_in(trip.place)
    return next(
        (touch for touch in reversed(bond.touches) if touch.place and there & places_in(touch.place)), None
    )


def trip_on(bond: Bond, trips: Iterable[Trip], on: date, *, zone: str) -> tuple[Trip, Touch] | None:
    """The first trip ahead of the day `on` that leads to where this person was met, with that meeting.

    A meeting with them on the way there or later needs no nudge.
    """
    for trip in trips:
        if on < trip.starts_on and (touch := met_there(bond, trip)) is not None:
            has_date = any(trip.starts_on <= local_day(ahead, zone) <= trip.ends_on for ahead in bond.ahead)
            if not has_date:
                return trip, touch
    return None


def has_word_of_travel(title: str) -> bool:
    """Whether a title tells of a journey by itself, whoever's calendar it stands in."""
    return _TRAVEL.search(folded(title)) is not None or bool(_codes(title))


def journeys_in(trips: Iterable[Trip]) -> tuple[Trip, ...]:
    """The earliest first; a flight there and a hotel for the same days are one journey."""
    kept: list[Trip] = []
    for trip in sorted(trips, key=lambda trip: (trip.starts_on, trip.place)):
        same = [
            known
            for known in kept
            if trip.starts_on <= known.ends_on + timedelta(days=1)
            and places_in(known.place) & places_in(trip.place)
        ]
        if same:
            whole = max(trip.ends_on, same[0].ends_on)
            kept[kept.index(same[0])] = Trip(place=same[0].place, starts_on=same[0].starts_on, ends_on=whole)
        else:
            kept.append(trip)
    return tuple(kept)


def _codes(title: str) -> list[str]:
    return [code for code in _CODE.findall(title) if code.lower() in CITY_BY_CODE]


def _in_title(title: str) -> str:
    """What stands after "to"; else the last city that is named or coded: a flight names its end last."""
    towards = list(_TOWARDS.finditer(title))
    if towards:
        head = _AFTER.split(title[towards[-1].end() :])[0]
        words = _FIGURES.sub(" ", head).split()
        if 0 < len(words) <= 3 and not _CODE.fullmatch(words[0]):
            return shown(" ".join(words), longest=_LONGEST_CHARS)
    named = [word.strip("().,;:") for word in title.split() if set(folded_words(word)) & CITY_BY_NAME.keys()]
    if named:
        return shown(named[-1], longest=_LONGEST_CHARS)
    codes = _codes(title)
    return _name_of(CITY_BY_CODE[codes[-1].lower()]) if codes else ""


def _name_of(city: str) -> str:
    """The first spelling that the table has."""
    return next(name for name, key in CITY_BY_NAME.items() if key == city).title()


def _city_part(place: str) -> str:
    """The part of an address that names a known city, else its last part that is no country and no number."""
    parts = [part for part in re.split(r"[,;\n|]", place) if _plain(part) and _plain(part) not in COUNTRIES]
    known = [
        part
        for part in parts
        if set(folded_words(part)) & CITY_BY_NAME.keys() or _plain(part) in CITY_BY_NAME
    ]
    best = next(iter(known or parts[-1:]), "")
    return shown(_FIGURES.sub(" ", best), longest=_LONGEST_CHARS) if "://" not in place else ""


def _plain(part: str) -> str:
    return " ".join(word for word in folded_words(_FIGURES.sub(" ", part)))
