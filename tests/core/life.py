"""A life is a small calendar with one thing that must happen, or must not: data in `lives/`, told in any language.

A life is one table: the fields of Ana (whom it is about), of others, of what the user has to give and where they go;
`must` and `must_not` say what follows. A title is named by its key in `lives/titles.toml`.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tests.core.bonds import (
    ACTIVE,
    CATALOGUE,
    DORMANT,
    LONG_DORMANT,
    NEXT_WEEK,
    TODAY,
    bond,
    met,
    past,
    planned,
    words_in,
)
from worker.core.bond import Bond, PastNudge
from worker.core.event import Occurrence, Status
from worker.core.giving.catalogue import Catalogue
from worker.core.giving.courtesy import Plan
from worker.core.giving.note import Note, NoteKind
from worker.core.giving.opening import openings_in
from worker.core.giving.shelf import ShelfKind, Thing
from worker.core.giving.trip import trips_in
from worker.core.knowing import with_doubts
from worker.core.nudge import GiftKind, NudgeState
from worker.core.owner import Owners
from worker.core.perhaps import Perhaps, perhaps_in
from worker.core.person import Birthday, Person
from worker.core.titles.name_book import NameBook
from worker.core.touch import Evidence, Touch

FOLDER = Path(__file__).parent / "lives"
TITLES: Mapping[str, Mapping[str, str]] = tomllib.loads((FOLDER / "titles.toml").read_text("utf-8"))
RHYTHMS: Mapping[str, Sequence[int]] = {
    "dormant": DORMANT,
    "long_dormant": LONG_DORMANT,
    "active": ACTIVE,
    "ended_series": [180 + 7 * step for step in range(20)],
    "weekly": range(5, 400, 7),
}
_NOW = datetime.combine(TODAY, datetime.min.time(), UTC)
_PLAN = ("shelf", "journeys", "budget", "only", "others", "says", "point", "must", "must_not", "each")


@dataclass(frozen=True, kw_only=True, eq=False)
class Life:
    """One life, not yet in any language."""

    says: str
    point: str
    table: Mapping[str, Any]
    each: str = ""
    """The title that this one of several lives is about."""

    def title(self, key: str, lang: str) -> str:
        """The words for a title's key in a language; "" for ""."""
        return TITLES[self.each if key == "each" else key][lang] if key else ""

    def asked(self, which: str) -> Mapping[str, Any]:
        """What must follow, or must not."""
        found: Mapping[str, Any] = self.table.get(which, {})
        return found


def lives() -> Iterator[Life]:
    """All lives, file by file."""
    for file in sorted(FOLDER.glob("*.toml")):
        for table in tomllib.loads(file.read_text("utf-8")).get("life", ()):
            for each in table.get("each", [""]):
                yield Life(says=table["says"], point=table["point"], table=table, each=each)


@cache
def lived(life: Life, lang: str) -> Plan:
    """What is planned for the week of this life, in one language."""
    table = life.table
    ana = {"name": "Ana Lopez", **{key: value for key, value in table.items() if key not in _PLAN}}
    people = [_bond(who, life, lang) for who in (ana, *table.get("others", ()))]
    journeys = [_journey(each, life, lang) for each in table.get("journeys", ())]
    return planned(
        *people,
        words=words_in(lang),
        days=NEXT_WEEK,
        weekly_budget=table.get("budget", 3),
        catalogue=_catalogue(table.get("only", ())),
        shelf=[_thing(each, life, lang) for each in table.get("shelf", ())],
        trips=trips_in(journeys, today=TODAY, zone="UTC"),
        openings=openings_in(journeys, zone="UTC"),
    )


def _catalogue(only: Sequence[str]) -> Catalogue:
    """With some gifts only, where a life names them, and the one that always fits."""
    if not only:
        return CATALOGUE
    return Catalogue(gifts=tuple(rule for rule in CATALOGUE.gifts if rule.name in (*only, "hello")))


def _bond(table: Mapping[str, Any], life: Life, lang: str) -> Bond:
    who = dict(table)
    days = who.pop("met")
    in_series = days == "ended_series"
    shared = {"in_series": in_series} | {
        key: who.pop(key)
        for key in ("title", "place", "others_there", "evidence", "is_private", "is_cold", "apart")
        if key in who
    }
    meetings = [{"ago": ago, **shared} for ago in (RHYTHMS[days] if isinstance(days, str) else days)]
    meetings += who.pop("extra", [])
    if "birthday" in who:
        month, day = map(int, who["birthday"].split("-"))
        who["birthday"] = Birthday(month=month, day=day)
    if "rest" in who:
        who["rest_until"] = TODAY + timedelta(days=who.pop("rest"))
    if "seen_in_crowd" in who:
        who["seen_in_crowd_on"] = TODAY - timedelta(days=who.pop("seen_in_crowd"))
    doubts = [one for each in who.pop("perhaps", ()) for one in _perhaps(each, life, lang)]
    made = bond(
        who.pop("name"),
        [_touch(each, life, lang) for each in meetings],
        ahead=[_touch(each, life, lang) for each in who.pop("ahead", ())],
        nudges=[_past(each, life, lang) for each in who.pop("nudges", ())],
        notes=[_note(each) for each in who.pop("notes", ())],
        **who,
    )
    return with_doubts(made, doubts, _NOW)


def _perhaps(table: Mapping[str, Any], life: Life, lang: str) -> Iterator[Perhaps]:
    """What a title makes of Ana, as the calendar has it; `shared`: somebody else is called so, too."""
    ana = Person(key="ana@example.org", name="Ana Lopez", emails=("ana@example.org",))
    other = Person(key="other@example.org", name="Ana Rossi", emails=("other@example.org",))
    book = NameBook.of([ana, other] if table.get("shared") else [ana])
    starts_at = _NOW + timedelta(days=table["in"], hours=0 if table.get("all_day") else 18)
    occurrence = Occurrence(
        source="me.ics",
        event_uid=table["title"],
        event_key=table["title"],
        recurrence_id=None,
        started_at=starts_at,
        ended_at=starts_at + timedelta(hours=2),
        all_day=table.get("all_day", False),
        title=life.title(table["title"], lang),
        status=Status(table.get("status", "CONFIRMED")),
        is_private=table.get("is_private", False),
        is_endless=table.get("is_endless", False),
    )
    owners = Owners(said=frozenset(("me@example.org",)))
    return (each for each in perhaps_in([occurrence], owners, book, _NOW) if each.person == ana.key)


def _touch(table: Mapping[str, Any], life: Life, lang: str) -> Touch:
    """A meeting with `apart` is at another hour than everybody else's."""
    values = dict(table)
    ago, is_series, apart = values.pop("ago"), values.pop("in_series", False), values.pop("apart", False)
    for key in ("title", "place"):
        values[key] = life.title(values.get(key, ""), lang)
    if "evidence" in values:
        values["evidence"] = Evidence(values["evidence"])
    values["others"] = values.pop("others_there", 1)
    touch = met(ago, **values)
    if is_series:
        touch = replace(touch, event_key=f"series-{touch.title}", recurrence_id=touch.started_at)
    later = timedelta(hours=5 if apart else 0)
    key = f"{touch.event_key}-apart" if apart else touch.event_key
    return replace(touch, event_key=key, started_at=touch.started_at + later, ended_at=touch.ended_at + later)


def _past(table: Mapping[str, Any], life: Life, lang: str) -> PastNudge:
    values = dict(table)
    ago, state = values.pop("ago"), NudgeState(values.pop("state", "let_go"))
    if "closed" in values:
        values["closed_on"] = TODAY - timedelta(days=values.pop("closed"))
    if "gift" in values:
        values["gift_text"] = life.title(values.pop("gift"), lang)
    if "kind" in values:
        values["gift_kind"] = GiftKind(values.pop("kind"))
    return past(ago, state, **values)


def _note(table: Mapping[str, Any]) -> Note:
    noted_on = TODAY - timedelta(days=table["ago"])
    return Note(kind=NoteKind(table["kind"]), text="…", noted_on=noted_on, for_whom=table.get("for_whom", ""))


def _thing(table: Mapping[str, Any], life: Life, lang: str) -> Thing:
    topic = life.title(table.get("topic", ""), lang)
    return Thing(
        kind=ShelfKind(table["kind"]),
        text=life.title(table["text"], lang),
        topics=(topic,) if topic else (),
        added_on=TODAY - timedelta(days=table["ago"]) if "ago" in table else None,
    )


def _journey(table: Mapping[str, Any], life: Life, lang: str) -> Occurrence:
    start = datetime.combine(TODAY + timedelta(days=table["in"]), datetime.min.time(), UTC)
    is_all_day = table.get("all_day", False)
    hours = timedelta(hours=0 if is_all_day else 9)
    length = timedelta(days=table.get("days", 3)) if is_all_day or "days" in table else timedelta(hours=3)
    return Occurrence(
        source="me.ics",
        event_uid=table["title"],
        event_key=table["title"],
        recurrence_id=None,
        started_at=start + hours,
        ended_at=start + hours + length,
        all_day=is_all_day,
        title=life.title(table["title"], lang),
        is_private=table.get("is_private", False),
        place=life.title(table.get("place", ""), lang),
    )
