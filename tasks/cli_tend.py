"""The tending commands: what the user says about people, and keeping the whole record safe."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tasks.cli_keep import Form, Format, PersonName

if TYPE_CHECKING:
    from tasks.proposing import Proposal
    from tasks.wiring import House
    from worker.core.identity.suggestion import Suggestion
    from worker.core.words import Words


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
    from tasks.when import day_in
    from tasks.wiring import UsageError, house

    with house() as home:
        try:
            on = day_in(day) if day else home.today().date()
        except UsageError as error:
            raise UsageError(f"{error}; a name of several words stands in quotes") from None
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
    print(f"{part.name} is {whole.name}{': ' if whole.emails else ''}{', '.join(whole.emails)}.")


def same(
    person: Annotated[str | None, typer.Argument(help="One of two who are not one.", metavar="A")] = None,
    other: Annotated[str | None, typer.Argument(help="The other one.", metavar="B")] = None,
    apart: Annotated[
        bool, typer.Option("--apart", help="A and B are two: never propose them again.")
    ] = False,
    format: Format = Form.text,  # noqa: A002  # the option's name
) -> None:
    """Show who may be one human under two names. You decide, with `merge` or with --apart."""
    from tasks.show import as_json, lines
    from tasks.tending import dismiss, who_may_be_one
    from tasks.wiring import UsageError, house, words_in

    if not apart == bool(person) == bool(other):
        raise UsageError("Name two people and --apart, or neither: `snowdrop same --help` shows how")
    with house() as home:
        if person and other:
            one, two = dismiss(home, person, other)
            print(f"{one.name} and {two.name} are two, and will not be proposed again.")
            return
        found, words = who_may_be_one(home), words_in("en")
    if format is Form.json:
        lines([as_json([_pair_body(each) for each in found])])
        return
    lines(
        [line for each in found for line in _pair_lines(each, words)] or ["Nobody seems to stand here twice."]
    )


def _pair_body(pair: "Suggestion") -> dict[str, object]:
    return {
        "one": {"key": pair.one.key, "name": pair.one.name},
        "other": {"key": pair.other.key, "name": pair.other.name},
        "reasons": [each.value for each in pair.reasons],
    }


def _pair_lines(pair: "Suggestion", words: "Words") -> list[str]:
    from worker.core.identity.meant import in_full

    one, other = (in_full(each.key, each.name) if each.name else each.key for each in (pair.one, pair.other))
    reasons = "; ".join(words.say(f"same.{each}") for each in pair.reasons)
    return [f"{one} and {other} may be one.", f"    {reasons}"]


def proposed(
    name: Annotated[
        str | None, typer.Argument(help="A name of the list: it is somebody from now on.", metavar="NAME")
    ] = None,
    nobody: Annotated[
        bool, typer.Option("--nobody", help="It is no person, whatever you said before: never ask again.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="With --nobody: ask again after all.")] = False,
    who: Annotated[
        str | None, typer.Option("--is", help="It means this one, whom you know.", metavar="PERSON")
    ] = None,
    format: Format = Form.text,  # noqa: A002  # the option's name
) -> None:
    """Show names in your titles that nobody you know bears. Each counts once you say that it is somebody."""
    from tasks.proposing import proposals
    from tasks.show import as_json, lines
    from tasks.wiring import UsageError, house

    if ((nobody or who) and not name) or (undo and not nobody) or (nobody and who):
        raise UsageError(
            "give a name, and --nobody (--undo beside it) or --is PERSON: `snowdrop proposed` lists the names"
        )
    with house() as home:
        if name:
            print(_answered(home, name, who, is_nobody=nobody, is_undone=undo))
            return
        found = proposals(home)
    if format is Form.json:
        lines([as_json([_proposal_body(each) for each in found])])
        return
    lines([row for each in found for row in _proposal_rows(each)] or ["No title names anybody unknown."])


def _answered(home: "House", name: str, who: str | None, *, is_nobody: bool, is_undone: bool) -> str:
    from tasks.cli_help import as_typed
    from tasks.proposing import confirm, identify, refuse, to_part

    if is_nobody:
        refuse(home, name, is_undone=is_undone)
        return (
            f"{name} {'may be somebody again' if is_undone else 'is nobody, and is not asked about again'}."
        )
    if who:
        known = identify(home, name, who).name
        told = f"{name} is {known}: titles that name them so count now. `{to_part(known)}` takes that back."
        return as_typed(told)
    confirm(home, name)
    return f"{name} is somebody: titles that name them count now."


def _proposal_rows(proposal: "Proposal") -> list[str]:
    rows = [f"{proposal.name:<32} {proposal.title or '(private)'}"]
    return rows + [f"    perhaps {name}: --is {shlex.quote(name)}" for _, name in proposal.bearers]


def _proposal_body(proposal: "Proposal") -> dict[str, object]:
    bearers = [{"key": key, "name": name} for key, name in proposal.bearers]
    return {"name": proposal.name, "title": proposal.title or None, "bearers": bearers}


def split(person: PersonName) -> None:
    """Take the last merge back; without one, each address becomes a person."""
    from tasks.proposing import propose_again
    from tasks.tending import split as parted
    from tasks.wiring import house

    with house() as home:
        parts = parted(home, person)
        propose_again(home, parts)
    print("Parted, and each stands alone now:")
    for part in parts:
        print(f"{part.name}: {', '.join(part.emails) or 'no address'}")


def forget(person: PersonName) -> None:
    """Forget a person for good. No calendar or address book brings them back.

    On a terminal you are asked once more.
    """
    from tasks.calling import person_called
    from tasks.forgetting import forget as forgot
    from tasks.wiring import house

    with house() as home:
        if sys.stdin.isatty():
            with home.database.read() as conn:
                name = person_called(home, conn, person).person.name
            if input(f"Forget {name} for good? [y/N] ").strip().casefold() not in ("y", "yes"):
                raise typer.Exit(1)
        is_compact = forgot(home, person)
    print("Forgotten. Nothing of them is kept, and they will not be learnt again.")
    if not is_compact:
        print("The file is still in use: within a week it is rewritten, so that no freed page holds them.")


def backup(
    file: Annotated[Path, typer.Argument(help="A file that does not exist yet.", metavar="FILE")],
) -> None:
    """Write the whole record into one file, while all goes on."""
    from config.settings import settings_file
    from tasks.wiring import house
    from worker.store.backup import back_up

    with house() as home:
        back_up(home.database, file)
        key = home.key_place
    print(
        f"The record stands in {file}. Keep {key} too: without it nobody can read its calendars' addresses."
    )
    if (knobs := settings_file()).exists():
        print(f"Your settings are not in it: keep {knobs} as well.")


def export(
    folder: Annotated[Path, typer.Argument(help="A folder that is empty, or not there yet.", metavar="DIR")],
) -> None:
    """Write all that is yours in open formats. Passwords and secret addresses are not in it."""
    from tasks.exporting import export as exported
    from tasks.wiring import house

    with house() as home:
        names = exported(home, folder)
    print(f"{folder} holds {', '.join(names)}.")


def restore(
    file: Annotated[Path, typer.Argument(help="What `backup` wrote.", metavar="FILE")],
) -> None:
    """Fill an empty data folder or database from a backup."""
    from tasks.wiring import House, settings
    from worker.store.backup import restore as restored

    home = House(settings())
    try:
        _ = home.data_dir
        restored(file, home.database_url)
        is_sealed = not home.has_own_key()
    finally:
        home.close()
    print(f"The record of {file} is restored.")
    if is_sealed:
        print(
            "Its calendars' addresses were sealed with another key: put back secret.key or SNOWDROP_SECRET_KEY",
            file=sys.stderr,
        )
        raise typer.Exit(1)
