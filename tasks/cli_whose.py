"""Whose a calendar is: how the user says it, for one reading or for good, and what is said of it."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tasks.reading import Library
    from worker.core.owner import Owners
    from worker.inbox.reading.read import Calendar


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


_ONE_BY_ONE = 3
"""Files of a folder that are named; of more, their number tells more."""


def say_whose(owners: "Owners", library: "Library") -> None:
    """The user's own addresses, where they were inferred; and which calendars are nobody's yet.

    What the user said is doubted where it stands in no calendar that lists people.
    """
    from worker.core.event import parties_of
    from worker.core.owner import has_people

    for source in sorted(owners.theirs - library.theirs):
        told = "is somebody else's, since it is called by an address of your household"
        print(f"{source} {told}: name that address with --me, too, if it is yours", file=sys.stderr)
    calendars = [each for each in library.calendars if each.source not in owners.theirs]
    if owners.said:
        listed = {party.address for each in calendars for some in each.parties for party in parties_of(*some)}
        _say_of_whom(owners, calendars, library)
        if listed and owners.said.isdisjoint(listed) and not (owners.unsaid or owners.unlisted):
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
        if not owners.inferred[calendar.source] and any(map(has_people, calendar.parties))
    ]
    for where, _ in _by_part(nobodys, calendars, library):
        print(f"{where}: no address of yours is known in it: name yours with --me EMAIL", file=sys.stderr)
    for source in () if owners.all else sorted(owners.theirs):
        print(
            f"{source}: nothing in it counts, since no address of yours is known: name yours with --me EMAIL",
            file=sys.stderr,
        )


def _say_of_whom(owners: "Owners", calendars: "Sequence[Calendar]", library: "Library") -> None:
    """Calendars that list no address which the user said, and seem to be of somebody by another."""
    seeming = {source: some - owners.said for source, some in owners.inferred.items() if some - owners.said}
    for where, sources in _by_part(seeming, calendars, library):
        found = " and ".join(sorted(frozenset().union(*(seeming[source] for source in sources))))
        told = f"lists none of the addresses that you named, and seems to be of {found}"
        print(f"{where} {told}: name that, too, if it is yours, else give it as --theirs", file=sys.stderr)
    for where, _ in _by_part(sorted(owners.unlisted - seeming.keys()), calendars, library):
        told = "lists none of the addresses that you named, and whom it alone tells of is not missed"
        print(f"{where} {told}: name yours there, or give it as --theirs", file=sys.stderr)


def _by_part(
    sources: "Iterable[str]", calendars: "Sequence[Calendar]", library: "Library"
) -> "Iterator[tuple[str, Sequence[str]]]":
    """These sources, with how to call each; the small files of a folder together, but a few of many one by one."""
    from tasks.reading import small_files

    small = small_files(calendars, library.folders) if (some := list(sources)) else {}
    found: dict[str, list[str]] = {}
    for source in some:
        found.setdefault(small.get(source, source), []).append(source)
    many = Counter(small.values())
    for part, files in found.items():
        if len(files) == 1 or (len(files) <= _ONE_BY_ONE and len(files) < many[part]):
            yield from ((file, [file]) for file in files)
        else:
            number = len(files) if len(files) == many[part] else f"{len(files)} of {many[part]}"
            yield f"{Path(part).name}/ ({number} small files)", files
