"""The tending commands: what the user says about people, and keeping the whole record safe."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tasks.cli_keep import PersonName

if TYPE_CHECKING:
    from tasks.wiring import House


def met(
    person: PersonName,
    day: Annotated[
        str | None,
        typer.Argument(help="The day, like 2026-11-22; today where none is given.", metavar="DATE"),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take such a note back.")] = False,
) -> None:
    """Note that you met, where no calendar knows."""
    from tasks.tending import forget_met, note_met
    from tasks.wiring import day_in, house

    with house() as home:
        on = day_in(day) if day else home.today().date()
        found = (forget_met if undo else note_met)(home, person, on)
    print(f"You {'did not meet' if undo else 'met'} {found.name} on {on}.")


def merge(
    person: Annotated[str, typer.Argument(help="Who stays.", metavar="A")],
    other: Annotated[str, typer.Argument(help="Who is the same human.", metavar="B")],
) -> None:
    """Say that two are one human; A's name stays."""
    from tasks.tending import merge as merged
    from tasks.wiring import house

    with house() as home:
        whole, part = merged(home, person, other)
    print(f"{part.name} is {whole.name}: {', '.join(whole.emails) or whole.key}.")


def split(person: PersonName) -> None:
    """Say that one is several humans: each address becomes a person."""
    from tasks.tending import split as parted
    from tasks.wiring import house

    with house() as home:
        parts = parted(home, person)
    for part in parts:
        print(f"{part.name}: {', '.join(part.emails) or part.key}")


def forget(person: PersonName) -> None:
    """Forget a person for good: nothing of them stays, and no calendar or address book brings them back."""
    from tasks.forgetting import forget as forgot
    from tasks.wiring import house

    with house() as home:
        is_compact = forgot(home, person)
    print("Forgotten. Nothing of them is kept, and they will not be learnt again.")
    if not is_compact:
        print("The file is still in use: within a week it is rewritten, so that no freed page holds them.")


def backup(
    file: Annotated[Path, typer.Argument(help="A file that does not exist yet.", metavar="FILE")],
) -> None:
    """Write the whole record into one file, while all goes on."""
    from tasks.wiring import house
    from worker.store.backup import back_up

    with house() as home:
        back_up(home.database, file)
        key = "SNOWDROP_SECRET_KEY" if home.settings.secret_key else str(home.data_dir / "secret.key")
    print(
        f"The record stands in {file}. Keep {key} too: without it nobody can read its calendars' addresses."
    )


def restore(
    file: Annotated[Path, typer.Argument(help="What `snowdrop backup` wrote.", metavar="FILE")],
) -> None:
    """Fill an empty data folder or database from a backup."""
    from tasks.wiring import House, settings
    from worker.store.backup import restore as restored

    home = House(settings())
    try:
        _ = home.data_dir
        restored(file, home.database_url, home.now())
        is_sealed = not _can_open(home)
    finally:
        home.close()
    print(f"The record of {file} is restored.")
    if is_sealed:
        print(
            "Its calendars' addresses were sealed with another key: put back secret.key or SNOWDROP_SECRET_KEY",
            file=sys.stderr,
        )
        raise typer.Exit(1)


def _can_open(home: "House") -> bool:
    """Whether the key at hand opens what the backup holds."""
    from worker.store.feeds import address_of, all_feeds
    from worker.store.secrets import CannotOpenError

    user_id = home.user.id
    with home.database.read() as conn:
        try:
            for feed in all_feeds(conn, user_id):
                address_of(conn, user_id, home.vault, feed.id)
        except CannotOpenError:
            return False
    return True
