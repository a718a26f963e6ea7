"""The feed commands: add, feeds, refresh, pause, remove, import. They need the store, not the broker."""

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tasks.cli_help import as_typed
from tasks.cli_keep import Form, Format

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tasks.feeding import Added
    from tasks.wiring import House
    from worker.store.feeds import Feed

FeedName = Annotated[
    str, typer.Argument(help="The calendar's number or name, as `feeds` shows it.", metavar="FEED")
]

User = Annotated[str | None, typer.Option(help="Your name at the server (CalDAV, CardDAV).", metavar="NAME")]
PasswordFile = Annotated[
    Path | None,
    typer.Option(help="A file with your password there; without it you are asked.", metavar="FILE"),
]


def add(
    source: Annotated[
        str, typer.Argument(help="A calendar file, a folder, or an address.", metavar="SOURCE")
    ],
    user: User = None,
    password_file: PasswordFile = None,
) -> None:
    """Add a calendar. It is read at once, and again every hour, while Snowdrop is up."""
    from tasks.door import is_anybody_up
    from tasks.feeding import add_feed
    from tasks.login import login_of
    from tasks.wiring import house

    login = login_of(user, password_file)
    with house() as home:
        added = add_feed(home, source, login)
        is_up = is_anybody_up(home)
    told = "`snowdrop feeds` tells how it fares." if is_up else "It is read as soon as `snowdrop up` runs."
    print(as_typed(f"{_what_happened(added)}. {told}"))


def _what_happened(added: "Added") -> str:
    feed, before = added.feed, added.before
    if before is None:
        return f"Added {feed.label} as feed {feed.id}"
    changed = ["it is paused no longer"] if before.state.value == "paused" else []
    changed += ["it is read with the new login from now on"] if added.is_login_new else []
    there = f"{feed.label} is there already, as feed {feed.id}"
    return f"{there}: {', and '.join(changed)}" if changed else there


def feeds(
    feed: Annotated[
        str | None, typer.Argument(help="Its number or name; all where none is given.", metavar="FEED")
    ] = None,
    format: Format = Form.text,  # noqa: A002  # the option's name
) -> None:
    """The calendars, or one of them, when they were read, and what is wrong with them."""
    from tasks.calling import feed_called
    from tasks.show import NO_CALENDAR, as_json, lines
    from tasks.wiring import house
    from worker.store.feeds import all_feeds

    with house() as home, home.database.read() as conn:
        known = (feed_called(home, conn, feed),) if feed else all_feeds(conn, home.user.id)
    if format is Form.json:
        lines([as_json([_feed_body(each) for each in known])])
    else:
        lines([line for each in known for line in _feed_lines(each, home)] or [as_typed(f"{NO_CALENDAR}.")])


def _feed_body(feed: "Feed") -> dict[str, Any]:
    from tasks.show import utc_text

    return {
        "id": feed.id,
        "label": feed.label,
        "state": feed.state.value,
        "events": feed.events,
        "read_at": utc_text(feed.read_at) if feed.read_at else None,
        "unreadable_since": utc_text(feed.unreadable_since) if feed.unreadable_since else None,
        "failures": feed.failures,
        "problem": feed.problem,
        "own_addresses": list(feed.owners),
    }


def _feed_lines(feed: "Feed", home: "House") -> list[str]:
    from tasks.checkup import ANYBODYS, is_anybodys

    with home.database.read() as conn:
        whose_is_it = is_anybodys(home, conn, feed)
    read = f"read {feed.read_at.astimezone(home.zone):%Y-%m-%d %H:%M}" if feed.read_at else "not read yet"
    what = "for the shelf" if feed.kind.value == "shelf" else "event" if feed.events == 1 else "events"
    state = "" if feed.state.value == "active" else f" · {feed.state.value}"
    rows = [f"{feed.id:>4}  {feed.title} · {feed.events} {what} · {read}{state}"]
    if feed.owners:
        rows.append(f"      yours by {', '.join(feed.owners)}; if not, name your addresses in SNOWDROP_ME")
    elif whose_is_it:
        rows.append(f"      {ANYBODYS}")
    if feed.unreadable_since:
        rows.append(
            f"      unreadable since {feed.unreadable_since.astimezone(home.zone):%Y-%m-%d %H:%M}: {feed.problem}"
        )
    elif feed.problem:
        rows.append(f"      {feed.problem}")
    return [as_typed(row) for row in rows]


def refresh(
    feed: Annotated[
        str | None, typer.Argument(help="Its number or name; all where none is given.", metavar="FEED")
    ] = None,
) -> None:
    """Read one calendar, or all, at once."""
    from tasks.door import is_anybody_up
    from tasks.feeding import read_at_once
    from tasks.wiring import house

    with house() as home:
        chosen = read_at_once(home, feed)
        when = "at once" if is_anybody_up(home) else "as soon as `snowdrop up` runs"
    print(as_typed(f"{len(chosen)} to be read {when}."))


def pause(feed: FeedName) -> None:
    """Stop reading a calendar for a while. `add` with the same source resumes it."""
    from tasks.feeding import pause_feed
    from tasks.wiring import house

    with house() as home:
        paused = pause_feed(home, feed)
    print(f"{paused.title} is paused.")


def remove(
    feed: FeedName,
    with_history: Annotated[
        bool, typer.Option("--with-history", help="Also forget what was learnt from it.")
    ] = False,
) -> None:
    """Remove a calendar. What was learnt from it stays, unless told otherwise."""
    from tasks.feeding import remove_feed
    from tasks.wiring import house

    with house() as home:
        gone = remove_feed(home, feed, with_history=with_history)
    print(
        f"{gone.title} is removed{' with its history' if with_history else '; what was learnt from it stays'}."
    )


def import_(
    source: Annotated[
        str,
        typer.Argument(
            help="An address book, a folder of them, or the address of a CardDAV server.", metavar="SOURCE"
        ),
    ],
    user: User = None,
    password_file: PasswordFile = None,
) -> None:
    """Import address books: vCard, CSV, Monica's export, CardDAV. What a book said before is replaced."""
    from tasks.importing import import_from
    from tasks.login import login_of
    from tasks.wiring import house

    login = login_of(user, password_file)
    with house() as home, _progress() as tell:
        for book in import_from(home, source, login, tell):
            tell("")
            for loss in book.losses:
                print(loss, file=sys.stderr)
            if book.is_unchanged:
                print(f"{book.label}: nothing has changed.")
            else:
                print(f"{len(book.cards)} {'person' if len(book.cards) == 1 else 'people'} in {book.label}.")


@contextmanager
def _progress() -> "Iterator[Callable[[str], None]]":
    """How far it is, on a terminal; nothing when piped."""
    shows = sys.stderr.isatty()

    def tell(text: str) -> None:
        if shows:
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        tell("")
