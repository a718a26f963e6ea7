"""The command `snowdrop backtest`: what would have been proposed in years gone by."""

import sys
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tasks.cli_read import Contacts, Lang, Sources, Tz, cards_of, finish, say_unknown, zoned_by
from tasks.cli_whose import Me, Theirs, say_whose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from zoneinfo import ZoneInfo

    from config.settings import Settings
    from tasks.backtest import Backtest, Week
    from tasks.reading import Library, Met


class Shape(StrEnum):
    """How a backtest is printed."""

    text = "text"
    json = "json"


def backtest(
    sources: Sources,
    first: Annotated[str, typer.Option("--from", help="From this day on.", metavar="DATE")],
    until: Annotated[str, typer.Option("--to", help="Up to, not including, this day.", metavar="DATE")],
    theirs: Theirs = None,
    me: Me = None,
    contacts: Contacts = None,
    tz: Tz = None,
    lang: Lang = None,
    budget: Annotated[
        int | None, typer.Option("--budget", help="The most nudges in a week.", min=0, metavar="N")
    ] = None,
    format: Annotated[Shape, typer.Option("--format")] = Shape.text,  # noqa: A002  # the option's name
) -> None:
    """What would have been proposed in years gone by, week by week. As if nobody had ever answered."""
    from tasks import show
    from tasks.reading import library_of, met_in
    from tasks.when import HORIZON
    from tasks.wiring import now as present
    from tasks.wiring import settings
    from worker.inbox.reading.window import Window

    begin, end = _days(first, until)
    knobs, zoned, moment = settings(), zoned_by(tz), present()
    zone = zoned.said or zoned.fallback
    horizon = datetime.combine(end, datetime.min.time(), zone) + HORIZON
    library = library_of(sources, theirs=theirs, now=moment, zoned=zoned, window=Window(None, horizon))
    cards, learns = cards_of(contacts, library), knobs.learn_private
    met = met_in(library, me=me or knobs.me, cards=cards, now=horizon, learns_private=learns)
    test = _test_of(library, met, zone=zone, lang=lang or knobs.language, budget=budget, knobs=knobs)
    weeks = _with_progress(test.weeks(begin, end))
    if format is Shape.json:
        show.lines([show.as_json(_body(list(weeks), met, begin, end, zone.key))])
    else:
        show.lines(_text(weeks, test))
    say_unknown(met, has_book=bool(cards))
    say_whose(met.owners, library)
    finish(library)


def _days(first: str, until: str) -> tuple[date, date]:
    from tasks.when import day_in
    from tasks.wiring import UsageError

    begin, end = day_in(first), day_in(until)
    if end <= begin:
        raise UsageError(f"--to {end} does not come after --from {begin}: name the first day first")
    return begin, end


def _test_of(
    library: "Library", met: "Met", *, zone: "ZoneInfo", lang: str, budget: int | None, knobs: "Settings"
) -> "Backtest":
    """With what the user's own calendars tell of their time, and what stands on their shelf."""

    from tasks.backtest import Backtest
    from tasks.wiring import catalogue_in, words_in
    from worker.core.giving.agenda import agenda_of, booked_in
    from worker.core.giving.opening import openings_in
    from worker.core.giving.trip import journeys_in, trip_of
    from worker.inbox.shelf_file import own_things

    words = words_in(lang)
    own = [o for o in library.occurrences if met.owners.has(o)]
    return Backtest(
        library=library,
        met=met,
        zone=zone,
        words=words,
        catalogue=catalogue_in(words),
        budget=knobs.weekly_budget if budget is None else budget,
        agenda=agenda_of(booked_in(own, met.owners.all), zone=zone.key),
        trips=journeys_in(trip for each in own if (trip := trip_of(each, zone=zone.key))),
        openings=openings_in(own, zone=zone.key),
        shelf=own_things(knobs.shelf),
        country=knobs.country,
    )


def _with_progress(weeks: "Iterable[Week]") -> "Iterator[Week]":
    """On a terminal, the month that is looked at; nothing when piped."""
    shows = sys.stderr.isatty()
    for week in weeks:
        if shows:
            print(f"\r{week.monday:%Y-%m}", end="", file=sys.stderr, flush=True)
        yield week
    if shows:
        print("\r       \r", end="", file=sys.stderr, flush=True)


def _body(weeks: "Sequence[Week]", met: "Met", first: date, until: date, zone: str) -> dict[str, Any]:
    from tasks.preview import nudge_body

    return {
        "from": first.isoformat(),
        "to": until.isoformat(),
        "timezone": zone,
        "me": sorted(met.owners.all),
        "weeks": [
            {
                "week": f"{week.monday:%G-W%V}",
                "nudges": [nudge_body(nudge) for nudge in week.plan.nudges],
                "held_back": [{"person": h.person, "because": h.because} for h in week.plan.held_back],
            }
            for week in weeks
        ],
    }


def _text(weeks: "Iterable[Week]", test: "Backtest") -> "Iterator[str]":
    """A week without a nudge is silent; where all are, that is said."""
    is_silent = True
    for week in weeks:
        if week.plan.nudges:
            is_silent = False
            rows = (
                f"{each.on}  {each.headline}\n    {each.why}\n    {each.gift.text}"
                for each in week.plan.nudges
            )
            yield from (f"{week.monday:%G-W%V}", *rows, "")
    if is_silent and test.library.calendars:  # a time of which nothing is known is not called a quiet one
        yield test.words.say("page.time_empty")
