"""The giving commands: what the user has to give, what is new with them, and what they ask or offer."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tasks.cli_help import as_typed
from tasks.cli_keep import Form, Format, PersonName
from worker.core.giving.note import NoteKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from worker.core.giving.shelf import Thing
    from worker.store.notes import KeptNote
    from worker.store.shelf import Kept

shelf = typer.Typer(
    name="shelf", no_args_is_help=True, help="What you have to give: skills, hours, links, books, people."
)
news = typer.Typer(name="news", no_args_is_help=True, help="What is new with you, for those who would care.")
note = typer.Typer(name="note", no_args_is_help=True, help="What you ask of people, and what you offer them.")

Topics = Annotated[
    str | None, typer.Option("--topics", help="Words parted by commas: bees,honey.", metavar="WORDS")
]
Link = Annotated[str, typer.Option("--link", help="Where it can be found.", metavar="URL")]
Text = Annotated[str, typer.Argument(help="In your own words, a few of them.", metavar="TEXT")]
Number = Annotated[int, typer.Argument(help="As the list shows it.", metavar="NUMBER")]
_NEWS = "news"
_ON_SHELF = ("skill", "hours", "link", "book", "person")


@shelf.command("add")
def shelf_add(
    kind: Annotated[str, typer.Argument(help="skill, hours, link, book or person.", metavar="KIND")],
    text: Text,
    topics: Topics = None,
    link: Link = "",
) -> None:
    """Put something on the shelf; it is offered to those with whom it shares a topic, once each."""
    from tasks.wiring import UsageError

    if kind not in _ON_SHELF:
        raise UsageError(f"{kind!r} is no kind of thing: choose one of {', '.join(_ON_SHELF)}")
    _put(kind, text, topics, link)


@shelf.command("list")
def shelf_list(format: Format = Form.text) -> None:  # noqa: A002  # the option's name
    """What stands on the shelf, and in your own file."""
    from tasks.wiring import house
    from worker.inbox.shelf_file import own_things
    from worker.store import clippings
    from worker.store import shelf as store

    with house() as home:
        with home.database.read() as conn:
            kept = [each for each in store.everything(conn, home.user.id) if each.thing.kind in _ON_SHELF]
            followed = clippings.everything(conn, home.user.id)
        _show(
            kept,
            (*own_things(home.settings.shelf), *followed),
            format,
            empty=as_typed("The shelf is empty: `snowdrop shelf add` puts something on it."),
        )


@shelf.command("remove")
def shelf_remove(number: Number) -> None:
    """Take something from the shelf."""
    _take(number)


@shelf.command("import")
def shelf_import(
    file: Annotated[Path, typer.Argument(help="A TOML file with [[thing]] entries.", metavar="FILE")],
) -> None:
    """Put everything in a file on the shelf. Twice is once."""
    from tasks.giving import put_on_shelf
    from tasks.wiring import house
    from worker.inbox.shelf_file import things_in_file

    things = things_in_file(file)
    with house() as home:
        kept = put_on_shelf(home, things)
    count = "1 thing" if len(kept) == 1 else f"{len(kept)} things"
    print(f"{count} of {file.name} {'stands' if len(kept) == 1 else 'stand'} on the shelf.")


@shelf.command("follow")
def shelf_follow(
    source: Annotated[str, typer.Argument(help="An RSS or Atom feed: an address or a file.", metavar="FEED")],
) -> None:
    """Let a feed of your own, of what you write or mark to read, stand on the shelf."""
    from tasks.giving import follow
    from tasks.wiring import house

    with house() as home:
        feed = follow(home, source)
    told = "`snowdrop feeds` tells how it fares, `snowdrop remove` ends it."
    print(as_typed(f"Following {feed.label} as feed {feed.id}. {told}"))


@news.command("add")
def news_add(text: Text, topics: Topics = None, link: Link = "") -> None:
    """Tell what is new: a handful of people hear of it over the next weeks, one by one."""
    _put(_NEWS, text, topics, link)


@news.command("list")
def news_list(format: Format = Form.text) -> None:  # noqa: A002  # the option's name
    """What is new with you, the oldest first; it stays new for a year."""
    from tasks.wiring import house
    from worker.store import shelf as store

    with house() as home, home.database.read() as conn:
        kept = [each for each in store.everything(conn, home.user.id) if each.thing.kind == _NEWS]
    _show(kept, (), format, empty=as_typed("No news: `snowdrop news add` notes some."))


@news.command("remove")
def news_remove(number: Number) -> None:
    """Take news back; nobody else hears of it."""
    _take(number)


@note.command("ask")
def note_ask(
    person: PersonName,
    text: Text,
    for_whom: Annotated[
        str, typer.Option("--for", help="Whom you ask for, when it is not yourself.", metavar="OTHER")
    ] = "",
) -> None:
    """Note that you are going to ask somebody for something: a kind line before it, and thanks after."""
    found = _note(NoteKind.ASK, person, text, for_whom)
    after = f"; it is for {for_whom}, and that is what a bond is for" if for_whom else ""
    print(f"Noted that you ask {found}{after}.")


@note.command("offer")
def note_offer(person: PersonName, text: Text) -> None:
    """Note what you offered; it stays open, and nothing ever reminds of it."""
    print(f"Noted what you offered {_note(NoteKind.OFFER, person, text)}. It stays open.")


@note.command("list")
def note_list(format: Format = Form.text) -> None:  # noqa: A002  # the option's name
    """Your notes, the oldest first."""
    from tasks.show import as_json, lines
    from tasks.wiring import house
    from worker.store import notes, people

    with house() as home, home.database.read() as conn:
        kept = notes.everything(conn, home.user.id)
        names = {
            each.id: each.person.name
            for each in people.of_ids(conn, home.user.id, {k.person_id for k in kept})
        }
    if format is Form.json:
        lines([as_json([_note_body(each, names[each.person_id]) for each in kept])])
    else:
        lines([_note_line(each, names[each.person_id]) for each in kept] or ["No notes."])


@note.command("remove")
def note_remove(number: Number) -> None:
    """Forget a note."""
    from tasks.giving import forget_note
    from tasks.wiring import house

    with house() as home:
        gone = forget_note(home, number)
    print(f"Forgotten: {gone.note.text}.")


def _put(kind: str, text: str, topics: str | None, link: str) -> None:
    from tasks.giving import put_on_shelf
    from tasks.wiring import house
    from worker.core.giving.shelf import ShelfKind, Thing

    thing = Thing(kind=ShelfKind(kind), text=text, topics=tuple((topics or "").split(",")), link=link)
    with house() as home:
        (kept,) = put_on_shelf(home, [thing])
    print(f"{kept.id:>4}  {_line(kept.thing)}")


def _take(number: int) -> None:
    from tasks.giving import take_from_shelf
    from tasks.wiring import house

    with house() as home:
        gone = take_from_shelf(home, number)
    print(f"Taken away: {gone.text}.")


def _note(kind: NoteKind, person: str, text: str, for_whom: str = "") -> str:
    from tasks.giving import note as noted
    from tasks.wiring import house

    with house() as home:
        return noted(home, kind, person, text, for_whom).name


def _show(kept: "Iterable[Kept]", in_file: "Iterable[Thing]", form: Form, *, empty: str) -> None:
    from tasks.show import as_json, lines

    things = [(str(each.id), each.thing) for each in kept] + [("file", thing) for thing in in_file]
    if form is Form.json:
        lines([as_json([{"id": number} | _body(thing) for number, thing in things])])
    else:
        lines([f"{number:>4}  {_line(thing)}" for number, thing in things] or [empty])


def _line(thing: "Thing") -> str:
    parts = (thing.text, ", ".join(thing.topics), thing.link)
    return f"{thing.kind.value:<6}  {' · '.join(part for part in parts if part)}"


def _body(thing: "Thing") -> dict[str, Any]:
    return {
        "kind": thing.kind.value,
        "text": thing.text,
        "topics": list(thing.topics),
        "link": thing.link or None,
        "on": thing.added_on.isoformat() if thing.added_on else None,
    }


def _note_line(kept: "KeptNote", name: str) -> str:
    note_ = kept.note
    for_whom = f" (for {note_.for_whom})" if note_.for_whom else ""
    return f"{kept.id:>4}  {note_.noted_on}  {note_.kind.value:<5}  {name}: {note_.text}{for_whom}"


def _note_body(kept: "KeptNote", name: str) -> dict[str, Any]:
    return {
        "id": kept.id,
        "on": kept.note.noted_on.isoformat(),
        "kind": kept.note.kind.value,
        "person": name,
        "text": kept.note.text,
        "for": kept.note.for_whom or None,
    }
