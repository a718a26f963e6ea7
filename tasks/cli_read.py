"""The reading commands: `events`, `touches`, `preview`. They need neither store nor broker."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tasks.cli_whose import Me, Theirs, say_whose

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from tasks.preview import Preview
    from tasks.reading import Library, Met, Zoned
    from worker.core.person import Card
    from worker.inbox.reading.window import Window

_MOST_PROBLEMS = 20
"""Per calendar, on standard error; the rest is counted."""
_AGAIN_AND_AGAIN = 3
"""Whom titles name so often is missed where they do not count."""


def _files(books: list[str] | None) -> list[str] | None:
    if any("://" in each for each in books or ()):
        raise typer.BadParameter("name a file, since only `snowdrop import` reads from an address")
    return books


def _language(tag: str | None) -> str | None:
    from config.words import language_of
    from tasks.wiring import words_in

    return words_in(language_of(tag)).lang if tag else None


Sources = Annotated[
    list[str],
    typer.Argument(help="Calendar files, folders, addresses, or - for standard input.", metavar="SOURCE"),
]
Contacts = Annotated[
    list[str] | None,
    typer.Option(
        "--contacts",
        help="An address book (vCard or CSV), or a folder of them.",
        metavar="FILE",
        callback=_files,
    ),
]
Tz = Annotated[
    str | None, typer.Option("--tz", help="Zone for times without one, like Europe/Berlin.", metavar="ZONE")
]
Lang = Annotated[
    str | None,
    typer.Option("--lang", help="en, de, es, fr, pt or it.", metavar="CODE", callback=_language),
]
Now = Annotated[
    str | None, typer.Option("--now", help="Look from this moment instead of the present.", metavar="ISO8601")
]
Since = Annotated[str | None, typer.Option("--since", help="From this day on.", metavar="DATE")]
Until = Annotated[str | None, typer.Option("--until", help="Up to, not including, this day.", metavar="DATE")]
Budget = Annotated[int | None, typer.Option("--budget", help="The most nudges in all.", min=0, metavar="N")]


class Lines(StrEnum):
    """How rows are printed."""

    text = "text"
    jsonl = "jsonl"


class PreviewFormat(StrEnum):
    """How a preview is printed."""

    text = "text"
    json = "json"
    ics = "ics"
    eml = "eml"


def events(
    sources: Sources,
    tz: Tz = None,
    since: Since = None,
    until: Until = None,
    format: Annotated[Lines, typer.Option("--format")] = Lines.text,  # noqa: A002  # the option's name
) -> None:
    """Every single event that is read, before anyone is judged."""
    from tasks import show
    from tasks.reading import library_of
    from tasks.when import window_in
    from tasks.wiring import now as present

    moment, zoned = present(), zoned_by(tz)
    zone = zoned.said or zoned.fallback
    window = window_in(since, until, moment, zone)
    library = library_of(sources, now=moment, zoned=zoned, window=window)
    rows = sorted(library.occurrences, key=lambda o: (o.source, o.started_at, o.event_uid))
    show.lines(show.event_row(o) if format is Lines.jsonl else show.event_text(o, zone) for o in rows)
    finish(library, most=None)  # `feeds` says that they are named here


def touches(
    sources: Sources,
    theirs: Theirs = None,
    me: Me = None,
    contacts: Contacts = None,
    now: Now = None,
    tz: Tz = None,
    since: Since = None,
    until: Until = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Also show who does not count, and why.")
    ] = False,
    format: Annotated[Lines, typer.Option("--format")] = Lines.text,  # noqa: A002  # the option's name
) -> None:
    """Who was met when, and on what evidence."""
    from tasks import show
    from tasks.reading import explained, library_of, met_in
    from tasks.when import window_in
    from tasks.wiring import settings
    from worker.inbox.reading.window import Window

    zoned, zone, moment = _seen_from(tz, now)
    shown = window_in(since, until, moment, zone)
    whole = Window(None, shown.until)
    library = library_of(sources, theirs=theirs, now=moment, zoned=zoned, window=whole)
    knobs, cards = settings(), cards_of(contacts, library)
    met = met_in(library, me=me or knobs.me, cards=cards, now=moment, learns_private=knobs.learn_private)
    rows = [t for t in met.judgement.touches if shown.has(t.started_at)]
    out = [o for o in explained(library, met) if shown.has(o.started_at)] if explain else []
    if format is Lines.jsonl:
        show.lines(show.judged_rows(rows, out, met.people))
    else:
        show.lines(show.judged_texts(rows, out, met.people, zone))
    say_unknown(met, has_book=bool(cards))
    say_whose(met.owners, library)
    if not (rows or out):
        _say_nobody(library, shown)
    finish(library)


def preview(
    sources: Sources,
    theirs: Theirs = None,
    me: Me = None,
    contacts: Contacts = None,
    now: Now = None,
    tz: Tz = None,
    lang: Lang = None,
    budget: Budget = None,
    format: Annotated[PreviewFormat, typer.Option("--format")] = PreviewFormat.text,  # noqa: A002  # the option's name
) -> None:
    """What would be proposed for the next seven days."""
    from tasks import preview as previews
    from tasks.reading import library_of, met_in
    from tasks.when import HORIZON
    from tasks.wiring import settings
    from worker.inbox.reading.window import Window
    from worker.inbox.shelf_file import own_things

    knobs, (zoned, zone, moment) = settings(), _seen_from(tz, now)
    ahead = Window(None, moment + HORIZON)
    library = library_of(sources, theirs=theirs, now=moment, zoned=zoned, window=ahead)
    cards, learns = cards_of(contacts, library), knobs.learn_private
    met = met_in(library, me=me or knobs.me, cards=cards, now=moment, learns_private=learns)
    found = previews.preview_of(
        library,
        met,
        now=moment,
        zone=zone,
        lang=lang or knobs.language,
        budget=knobs.weekly_budget if budget is None else budget,
        shelf=own_things(knobs.shelf),
        country=knobs.country,
    )
    _print_preview(found, format, sender=knobs.mail_from, recipient=knobs.mail_to or (me or [""])[0])
    say_unknown(met, has_book=bool(cards), is_empty=not found.plan.nudges)
    say_whose(met.owners, library)
    finish(library)


def _print_preview(found: "Preview", form: PreviewFormat, *, sender: str, recipient: str) -> None:
    from tasks import preview as previews
    from tasks import show

    if form is PreviewFormat.json:
        show.lines([show.as_json(previews.as_body(found))])
    elif form is PreviewFormat.text:
        show.lines(previews.as_text(found))
    else:
        as_bytes = (
            previews.as_ics(found)
            if form is PreviewFormat.ics
            else previews.as_eml(found, sender=sender, recipient=recipient)
        )
        sys.stdout.buffer.write(as_bytes)
        sys.stdout.buffer.flush()


def zoned_by(tz: str | None) -> "Zoned":
    from tasks.reading import Zoned
    from tasks.wiring import own_zone, settings, zone_called

    return Zoned(said=zone_called(tz) if tz else None, fallback=own_zone(settings().timezone))


def _seen_from(tz: str | None, now: str | None) -> "tuple[Zoned, ZoneInfo, datetime]":
    """How times without a zone are read, the zone of what is shown, and the moment from which all is looked at."""
    from tasks.when import instant_in
    from tasks.wiring import now as present

    zoned = zoned_by(tz)
    zone = zoned.said or zoned.fallback
    return zoned, zone, instant_in(now, zone) if now else present()


def _say_nobody(library: "Library", shown: "Window") -> None:
    """Silence would be no answer; where nothing could be read, that is told by itself."""
    from tasks.cli_help import as_typed

    if any(shown.has(each.started_at) for each in library.occurrences):
        told = "Nobody counts as met in this time: `snowdrop touches SOURCE --explain` tells why."
        print(as_typed(told), file=sys.stderr)
    elif library.calendars and not any(each.problems for each in library.calendars):
        print("No event stands there in this time.", file=sys.stderr)


def cards_of(places: "Sequence[str] | None", library: "Library") -> "list[Card]":
    """All cards of the address books; a file or folder that cannot be read is one of the failures."""
    from worker.errors import SnowdropError
    from worker.inbox.cards.card_folder import cards_at

    cards: list[Card] = []
    for path in map(Path, places or ()):
        try:
            book = cards_at(path)
        except SnowdropError as error:
            library.failures.append(str(error))
            continue
        cards += book.cards
        for problem in book.problems:
            print(f"{path.name}, {problem.where}: {problem.what}; kept: {problem.kept}", file=sys.stderr)
    return cards


def say_unknown(met: "Met", *, has_book: bool, is_empty: bool = False) -> None:
    """Whom titles alone name (as `proposed` tells), and what makes them count; where somebody else is proposed, those
    who are named again and again."""
    from tasks.cli_help import as_typed, shown
    from tasks.show import listing

    unknown = met.unknown(least=1 if is_empty else _AGAIN_AND_AGAIN)
    if not unknown:
        return
    if has_book:
        whom = "whom your address book misses"
        how = "add them to it; or `snowdrop add SOURCE`, and then `snowdrop proposed` asks who they are"
    else:
        whom = "who are in no address book"
        how = "give one with --contacts FILE; `snowdrop touches SOURCE --explain` shows where they stand"
    told = f"Titles name people {whom}, and who do not count yet ({listing(unknown)}): {how}"
    print(as_typed(shown(told)), file=sys.stderr)


def finish(library: "Library", most: int | None = _MOST_PROBLEMS) -> None:
    """Losses and failures on standard error, one sentence each. Exit code 1 where a source could not be read.

    `most`: so many losses of each calendar are named; None: all that are known.
    """
    from tasks.cli_help import as_typed, once, shown

    for calendar in library.calendars:
        for problem in calendar.problems[:most]:
            print(f"{calendar.source}, {problem.sentence}", file=sys.stderr)
        if most is not None and (more := len(calendar.problems) - most) > 0:
            what = f"{more} more such places; `snowdrop events SOURCE` names them"
            print(as_typed(f"{calendar.source}: {what}"), file=sys.stderr)
    for failure in library.failures:
        print(as_typed(shown(once(failure))), file=sys.stderr)
    if library.failures:
        raise typer.Exit(1)
