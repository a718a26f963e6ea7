"""The demo script is a made-up life as `config/demo.toml` tells it: people, threads, series and single days.

Read by `demo.py`, which turns it into calendars. Values only; every day is counted from `today`.
"""

import tomllib
from dataclasses import field
from datetime import time

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

_STRICT = ConfigDict(extra="forbid")  # a misspelt field stops the demo and names itself


@dataclass(frozen=True, kw_only=True, slots=True, config=_STRICT)
class Owner:
    """Whose calendars these are."""

    name: str
    work: str
    private: str


@dataclass(frozen=True, kw_only=True, slots=True, config=_STRICT)
class Calendar:
    """One feed: `name.ics`, written the way one of two kinds of producers writes."""

    label: str
    style: str
    """"office" (TZID, the organizer is no attendee) or "cloud" (UTC, the organizer is one)."""
    address: str
    """Which address of the owner is used here: work or private."""


@dataclass(frozen=True, kw_only=True, slots=True, config=_STRICT)
class Thread:
    """Separate events with the same people, about every so many days."""

    name: str
    calendar: str
    who: tuple[str, ...] = ()
    titles: tuple[str, ...]
    places: tuple[str, ...] = ("",)
    every_days: int
    sway_days: int = 0
    """Each gap differs from `every_days` by at most this."""
    since_days: int
    """The first is at most so many days before today."""
    until_days: int
    """The last is so many days before today (negative: ahead), or a few more, to fall on a fitting day."""
    on: str = "any"
    """work, weekend, any, or one weekday as MO … SU."""
    at: tuple[time, ...] = (time(18, 30),)
    minutes: int = 90
    all_days: int = 0
    """0: timed; otherwise all-day, over so many days."""
    burst: int = 1
    """So many meetings each time, three days apart."""
    room: str = ""
    crowd: bool = False
    """Everybody of the firm is invited too."""


@dataclass(frozen=True, kw_only=True, slots=True, config=_STRICT)
class Series:
    """One recurring event, with days left out, moved and cancelled where it is weekly."""

    name: str
    calendar: str
    who: tuple[str, ...] = ()
    title: str
    place: str = ""
    weekday: str
    """"TU": weekly on Tuesdays; "1TH": monthly on the first Thursday."""
    interval: int = 1
    at: time
    minutes: int
    since_days: int
    until_days: int | None = None
    """None: without an end."""
    room: str = ""


@dataclass(frozen=True, kw_only=True, slots=True, config=_STRICT)
class Single:
    """One event on one day."""

    name: str
    calendar: str
    who: tuple[str, ...] = ()
    title: str
    place: str = ""
    day: int
    """Days after today; negative is past. Moved to a fitting day, away from today."""
    on: str = "any"
    at: time = time(18, 30)
    minutes: int = 90
    all_days: int = 0
    by: str = "me"
    """The organizer: me, or a person's id."""
    my_answer: str = "ACCEPTED"
    their_answer: str = "ACCEPTED"
    status: str = "CONFIRMED"
    is_private: bool = False
    rule: str = ""
    """An RRULE, as written; "" for one day only."""
    crowd: bool = False


@dataclass(frozen=True, kw_only=True, slots=True, config=_STRICT)
class DemoCard:
    """One entry of the demo's address book."""

    who: str
    more: tuple[str, ...] = ()
    """Further addresses of the same person: ids of people."""
    phone: str = ""
    birthday_in_days: int | None = None
    knows_year: bool = True
    died_days_ago: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True, config=_STRICT)
class Expect:
    """What a good suggestion makes of this life. Ids of people unless said otherwise."""

    first: tuple[str, ...]
    """The first nudge for a silence is for one of these (an easy warm-up may stand before it)."""
    dormant: tuple[str, ...]
    """Nudged now or waiting their turn."""
    long_dormant: tuple[str, ...]
    nine_years: str
    held_back: tuple[str, ...]
    """Dormant by their own rhythm, but a meeting lies ahead."""
    active: tuple[str, ...]
    thanks: str
    """First met a week ago in a small meeting: thanks, once the budget has room beside the silences."""
    birthday: str
    """Too few meetings for a rhythm, but a birthday within a week: likewise."""
    never: tuple[str, ...]
    """No nudge for these, whatever the budget."""
    never_quoted: tuple[str, ...]
    """Words that no nudge shows: from private and delicate titles."""
    nobody: tuple[str, ...]
    """Addresses that are not people."""


@dataclass(frozen=True, kw_only=True, slots=True, config=_STRICT)
class Script:
    """The whole made-up life."""

    seed: str
    zone: str
    ahead_days: int
    """The calendars end about so many days after today."""
    owner: Owner
    calendars: dict[str, Calendar]
    people: dict[str, str]
    """Id → "Name <address>"."""
    groups: tuple[str, ...]
    """Ids in `people` that are mailing lists."""
    crowd: tuple[str, ...]
    """"Name <address>" of those who are seen only where everybody is."""
    holidays: tuple[str, ...]
    """Days on which nobody works, as MM-DD."""
    vacation: tuple[str, ...]
    """Days on which the owner is away from everything that recurs, as MM-DD."""
    threads: tuple[Thread, ...]
    series: tuple[Series, ...]
    singles: tuple[Single, ...] = field(default=())
    cards: tuple[DemoCard, ...] = field(default=())
    expect: Expect


def script_of(text: str) -> Script:
    """The script that a TOML text tells. Raises pydantic's ValidationError, which names the field."""
    return TypeAdapter(Script).validate_python(tomllib.loads(text))
