"""Whose a calendar is: how the user says it, for one reading or for good, and what is said of it."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tasks.reading import Library
    from worker.core.owner import Owners


def _addresses(me: list[str] | None) -> list[str] | None:
    """A slip would make somebody whom the user meets of the user."""
    from config.settings import is_mail_address

    for text in me or ():
        if not is_mail_address(text.strip()):
            raise typer.BadParameter(f"{text!r} is no mail address like me@example.org")
    return me


Me = Annotated[
    list[str] | None,
    typer.Option(
        "--me",
        help="Your own mail address; may be given more than once.",
        metavar="EMAIL",
        callback=_addresses,
    ),
]
Theirs = Annotated[
    list[str] | None,
    typer.Option(
        "--theirs",
        help="A calendar of somebody else's, like your partner's: what lists you by address counts.",
        metavar="SOURCE",
    ),
]


def say_whose(owners: "Owners", library: "Library") -> None:
    """The user's own addresses, where they were inferred; and which calendars are nobody's yet.

    What the user said is doubted where it stands in no calendar that lists people.
    """
    from tasks.reading import parts_in
    from worker.core.event import parties_of

    for source in sorted(owners.theirs - library.theirs):
        told = "is somebody else's, since it is called by an address of your household"
        print(f"{source} {told}: name that address with --me, too, if it is yours", file=sys.stderr)
    calendars = [each for each in library.calendars if each.source not in owners.theirs]
    if owners.said:
        own = (occurrence for calendar in calendars for occurrence in calendar.occurrences)
        listed = {party.address for o in own for party in parties_of(o.organizer, o.attendees)}
        if listed and owners.said.isdisjoint(listed):
            said = " or ".join(sorted(owners.said))
            print(f"None of these calendars lists {said}: check how you are written there", file=sys.stderr)
        return
    if owners.all:
        print(
            f"Your own addresses, as far as the calendars tell: {', '.join(sorted(owners.all))}",
            file=sys.stderr,
        )
    nobodys = [
        calendar.source
        for calendar in calendars
        if not owners.inferred[calendar.source]
        and any(o.attendees or o.organizer for o in calendar.occurrences)
    ]
    parts = parts_in(calendars, library.folders) if nobodys else {}
    for part, files in Counter(parts[source] for source in nobodys).items():
        where = part if part in parts else f"{Path(part).name}/ ({files} small files)"
        print(f"{where}: no address of yours is known in it: name yours with --me EMAIL", file=sys.stderr)
    for source in () if owners.all else sorted(owners.theirs):
        print(
            f"{source}: nothing in it counts, since no address of yours is known: name yours with --me EMAIL",
            file=sys.stderr,
        )
