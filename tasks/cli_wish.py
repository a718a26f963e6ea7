"""The wishing commands: what the user wishes for somebody, a rest or to be kept in mind."""

from typing import Annotated

import typer

from tasks.cli_keep import PersonName
from worker.core.rest import RestKind

Ending = Annotated[bool, typer.Option("--end", help="Take the rest back; with --alive, that word.")]
Alive = Annotated[
    bool,
    typer.Option("--alive", help="They live: what a title or an address book tells of a death is wrong."),
]


def rest(
    person: PersonName,
    kind: Annotated[
        RestKind,
        typer.Option("--as", help="What is behind it: they stay in peace either way."),
    ] = RestKind.RESTING,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            help="The last day; else 90 days (resting, mourning), or until you take it back.",
            metavar="DATE",
        ),
    ] = None,
    end: Ending = False,
    alive: Alive = False,
) -> None:
    """Leave a person in peace: no nudges, no introductions, no birthday."""
    from tasks.when import day_in
    from tasks.wiring import UsageError, house, words_in
    from tasks.wishing import end_rest, let_rest, say_alive

    if (end or alive) and (until or kind is not RestKind.RESTING):
        what = "--alive is no rest" if alive else "--end takes the rest back, whatever it was"
        raise UsageError(f"{what}: leave --as and --until out")
    with house() as home:
        if alive:
            name = say_alive(home, person, is_undone=end).name
            print(
                f"{name}: {'what titles and cards tell counts again' if end else 'alive, whatever a title tells'}."
            )
            return
        if end:
            print(f"{end_rest(home, person).name}: the rest is taken back.")
            return
        found, wished = let_rest(home, person, kind, day_in(until) if until else None)
    state = words_in("en").say(f"rest.state.{wished.kind}")
    last = "until you take it back" if wished.is_for_good else f"until {wished.until}"
    is_plain = wished.kind is RestKind.RESTING
    print(f"{found.name} rests {last}." if is_plain else f"{found.name}: {state}, {last}.")


def pin(
    person: PersonName,
    undo: Annotated[bool, typer.Option("--undo", help="Take it back.")] = False,
) -> None:
    """Say that this person matters, however seldom you meet."""
    from tasks.wiring import house
    from tasks.wishing import pin as pinned

    with house() as home:
        found = pinned(home, person, is_pinned=not undo)
    print(f"{found.name} is {'no longer pinned' if undo else 'pinned'}.")
