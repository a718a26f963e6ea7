"""The help is what a newcomer reads: commands in the order of use, each by a whole sentence, no types of Python."""

import os
import re
import sys
from collections.abc import Callable, Sequence
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

WRONG_USAGE: type[Exception] = typer.BadParameter.__mro__[1]
"""The parent of all that can be wrong with a command line; typer names only some of its children."""
_AGAIN = re.compile(r"it (is tried again by itself|is tried again later|will be tried again)")
_EMPTY = re.compile(r"\s*|--[\w-]+=\s*")
"""A word that says nothing, or an option with nothing behind it: mostly a variable of a script that is not set."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal would obey, and what is no text."""
_LONGEST_WORD = 100
_ROOM = 1000
"""Characters of a first sentence: all of it, since the formatter wraps."""


class Page(TyperCommand):
    """The help of one command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """An option without its value is as much this command's as any other slip (the parser forgets to say so).

        What is empty is no way to say "all" or "today": it was meant to say something.
        """
        try:
            if any(map(_EMPTY.fullmatch, args)):
                raise typer.BadParameter("a word is empty, say what is meant or leave it out")
            return super().parse_args(ctx, args)
        except WRONG_USAGE as error:
            slip = cast(typer.BadParameter, error)
            slip.ctx = slip.ctx or ctx
            raise

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Arguments without braces: `SOURCE` is needed, `[SOURCE]` is not."""
        return [piece.replace("{", "").replace("}", "") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """What an argument is stands in its sentence: no `<str>` behind its name."""
        arguments, options = [], []
        for param in self.get_params(ctx):
            name, told = param.get_help_record(ctx) or ("", "")
            if param.param_type_name == "argument":
                arguments.append((name.partition(" <")[0], told.removesuffix("[required]").rstrip()))
            else:
                options.append((name, told))
        for title, rows in (("Arguments", arguments), ("Options", options)):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


class Contents(TyperGroup):
    """The list of all commands."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """`help` is asked for as a command, too."""
        return super().parse_args(ctx, [*args[1:], "--help"] if args[:1] == ["help"] else args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """One list per title that commands were registered under; a group without titles has one list."""
        rows: dict[str, list[tuple[str, str]]] = {}
        names = self.list_commands(ctx)
        for name in names:
            command: Any = self.commands[name]
            told = (name.ljust(max(map(len, names))), command.get_short_help_str(_ROOM))
            rows.setdefault(command.rich_help_panel or "Commands", []).append(told)
        for title, under_it in rows.items():
            with formatter.section(title):
                formatter.write_dl(under_it)


def register(app: typer.Typer, title: str, commands: tuple[Callable[..., None] | typer.Typer, ...]) -> None:
    """Puts the commands and groups under a title of the help, named as they are in code."""
    for each in commands:
        if isinstance(each, typer.Typer):
            for inner in each.registered_commands:
                inner.cls = Page
            app.add_typer(each, rich_help_panel=title, cls=Contents)
        else:
            app.command(each.__name__.strip("_"), rich_help_panel=title, cls=Page)(each)


def called() -> str:
    """What was typed to come here: `./run` says so of itself."""
    return os.environ.get("SNOWDROP_CALLED", "snowdrop")


def once(sentence: str) -> str:
    """A command that met a temporary trouble does not come back to it, as the worker does."""
    return _AGAIN.sub("try again later", sentence)


def as_typed(sentence: str) -> str:
    """A remedy names a command as the user can type it: "`./run feeds`" where `snowdrop` is not on the path."""
    return sentence.replace("`snowdrop ", f"`{called()} ")


def shown(sentence: str) -> str:
    """On one line, without what a terminal would obey; of a word that fills the screen its beginning and its end."""
    for word in sentence.split():
        if len(word) > _LONGEST_WORD and "://" not in word:
            sentence = sentence.replace(word, f"{word[: _LONGEST_WORD // 2]}…{word[-_LONGEST_WORD // 4 :]}")
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", sentence)


def exit_code(error: Exception) -> int:
    """1 where some source could not be read, 2 for wrong usage or settings."""
    from tasks.keyring import KeyTroubleError
    from tasks.wiring import UsageError

    return 2 if isinstance(error, UsageError | KeyTroubleError) else 1


def to_each(sources: Sequence[str], do: Callable[[str], None]) -> None:
    """Does it to each of what was typed, once; what fails is told, the rest goes on, and the exit code says so."""
    from worker.errors import SnowdropError

    worst = 0
    for source in dict.fromkeys(sources):
        try:
            do(source)
        except SnowdropError as error:
            print(as_typed(shown(once(str(error)))), file=sys.stderr)
            worst = max(worst, exit_code(error))
    if worst:
        raise typer.Exit(worst)
