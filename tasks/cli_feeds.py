"""The feed commands: add, feeds, refresh, pause, remove, import. They need the store, not the broker."""

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tasks.cli_help import as_typed, to_each
from tasks.cli_keep import Form, Format

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

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
    sources: Annotated[
        list[str], typer.Argument(help="Calendar files, folders, or addresses.", metavar="SOURCE")
    ],
    user: User = None,
    password_file: PasswordFile = None,
    theirs: Annotated[
        bool,
        typer.Option("--theirs", help="It is somebody else's, like your partner's: what lists you counts."),
    ] = False,
) -> None:
    """Add calendars. They are read at once, and again every hour, while Snowdrop is up."""
    from tasks.door import is_anybody_up
    from tasks.feeding import add_feed
    from tasks.login import login_of
    from tasks.wiring import house

    login = login_of(user, password_file)
    with house() as home:
        is_up = is_anybody_up(home)
        told = (
            "`snowdrop feeds` tells how it fares." if is_up else "It is read as soon as `snowdrop up` runs."
        )

        def add_one(source: str) -> None:
            added = add_feed(home, source, login, is_theirs=theirs)
            print(as_typed(f"{_what_happened(added)}. {told}"))
            if added.is_shared and added.feed.whose is None:
                shared = "Its server says that somebody else shares it with you"
                its = f"if the meetings in it are theirs, say `snowdrop theirs {added.feed.id}`"
                print(as_typed(f"{shared}: {its}."))

        to_each(sources, add_one)


def _what_happened(added: "Added") -> str:
    feed, before = added.feed, added.before
    if before is None:
        whose = ", somebody else's" if feed.is_theirs else ""
        return f"Added {feed.label} as feed {feed.id}{whose}"
    changed = ["it is paused no longer"] if before.state.value == "paused" else []
    changed += ["it is read with the new login from now on"] if added.is_login_new else []
    changed += ["it is somebody else's from now on"] if feed.is_theirs and not before.is_theirs else []
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
        lines([as_json([_feed_body(each, home) for each in known])])
    else:
        lines([line for each in known for line in _feed_lines(each, home)] or [as_typed(f"{NO_CALENDAR}.")])


def _feed_body(feed: "Feed", home: "House") -> dict[str, Any]:
    from tasks.show import utc_text
    from tasks.whose import of_whom_it_seems

    seems = of_whom_it_seems(home, feed)
    return {
        "id": feed.id,
        "label": feed.label,
        "state": feed.state.value,
        "events": feed.events,
        "read_at": utc_text(feed.read_at) if feed.read_at else None,
        "unreadable_since": utc_text(feed.unreadable_since) if feed.unreadable_since else None,
        "failures": feed.failures,
        "problem": feed.problem,
        "own_addresses": [each for each in feed.owners if each not in seems],
        "seems_to_be_of": list(seems),
        "is_theirs": feed.is_theirs,
    }


def _feed_lines(feed: "Feed", home: "House") -> list[str]:
    with home.database.read() as conn:
        whose = _whose(feed, home, conn)
    read = f"read {feed.read_at.astimezone(home.zone):%Y-%m-%d %H:%M}" if feed.read_at else "not read yet"
    what = "for the shelf" if feed.kind.value == "shelf" else "event" if feed.events == 1 else "events"
    state = "" if feed.state.value == "active" else f" · {feed.state.value}"
    rows = [f"{feed.id:>4}  {feed.title} · {feed.events} {what} · {read}{state}"]
    rows += [f"      {whose}"] if whose else []
    if feed.unreadable_since:
        rows.append(
            f"      unreadable since {feed.unreadable_since.astimezone(home.zone):%Y-%m-%d %H:%M}: {feed.problem}"
        )
    elif feed.problem:
        rows.append(f"      {feed.problem}")
    return [as_typed(row) for row in rows]


def _whose(feed: "Feed", home: "House", conn: "Connection") -> str:
    """Whose it is, and how to contradict; "" where there is nothing to say."""
    from tasks.checkup import anothers, anybodys, few_in, nobodys_in, to_say_theirs
    from tasks.tie import own_addresses
    from tasks.whose import of_whom_it_seems
    from worker.core.owner import Whose

    if feed.is_theirs:
        said = "as you said" if feed.whose is Whose.THEIRS else f"since it is called {feed.name}"
        counts = "what lists you by an address of yours counts"
        if not own_addresses(home, conn, home.user.id):
            counts = "nothing in it counts until you name your addresses in SNOWDROP_ME"
        return f"somebody else's, {said}: {counts}; if it is yours: `{to_say_theirs(feed)} --mine`"
    if told := anothers(home, feed):
        return told
    if feed.owners:
        seeming = of_whom_it_seems(home, feed)
        yours = [each for each in feed.owners if each not in seeming] or feed.owners
        said = f"yours by {', '.join(yours)}"
        if not home.me:
            said += f"; if not, name your addresses in SNOWDROP_ME, or say `{to_say_theirs(feed)}`"
        return "; ".join(filter(None, (said, nobodys_in(home, feed))))
    return anybodys(home, feed) or few_in(feed)


def theirs(
    feed: FeedName,
    mine: Annotated[bool, typer.Option("--mine", help="It is yours: all in it counts, again too.")] = False,
) -> None:
    """Say that a calendar is somebody else's, like your partner's: only what lists you by address counts."""
    from tasks.whose import say_whose
    from tasks.wiring import house

    with house() as home:
        said = say_whose(home, feed, is_mine=mine)
    if mine:
        print(f"{said.title} is yours.")
    else:
        print(f"{said.title} is somebody else's: only what lists you by address counts.")


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
    kept = "; what was learnt from it stays" if gone.read_at else ""
    print(f"{gone.title} is removed{' with its history' if with_history else kept}.")


def import_(
    sources: Annotated[
        list[str],
        typer.Argument(
            help="Address books, folders of them, or the addresses of CardDAV servers.", metavar="SOURCE"
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

        def import_one(source: str) -> None:
            for book in import_from(home, source, login, tell):
                tell("")
                for loss in book.losses:
                    print(loss, file=sys.stderr)
                many = f"{len(book.cards)} {'person' if len(book.cards) == 1 else 'people'}"
                print(
                    f"{book.label}: nothing has changed." if book.is_unchanged else f"{many} in {book.label}."
                )

        to_each(sources, import_one)


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
