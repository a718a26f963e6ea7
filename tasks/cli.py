"""The `snowdrop` command: every way in for a person. Commands import what they need when they run."""

import os
import sys
from collections.abc import Callable
from typing import cast

import typer

from tasks import cli_away, cli_backtest, cli_feeds, cli_give, cli_keep, cli_read, cli_run, cli_tend, cli_wish

app = typer.Typer(
    name="snowdrop",
    help="Notices who has quietly gone missing from your calendars, and leaves you something to give them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

COMMANDS: tuple[Callable[..., None], ...] = (
    *(cli_run.up, cli_read.preview, cli_read.events, cli_read.touches, cli_backtest.backtest),
    *(
        cli_feeds.add,
        cli_feeds.feeds,
        cli_feeds.refresh,
        cli_feeds.pause,
        cli_feeds.remove,
        cli_feeds.import_,
    ),
    *(
        cli_keep.people,
        cli_tend.met,
        cli_wish.rest,
        cli_wish.pin,
        cli_tend.same,
        cli_tend.proposed,
        cli_tend.forget,
        cli_tend.merge,
        cli_tend.split,
    ),
    *(cli_away.away, cli_keep.nudges, cli_keep.answer, cli_keep.address),
    *(cli_tend.backup, cli_tend.restore, cli_tend.export),
    *(cli_run.worker, cli_run.clock, cli_run.web, cli_run.migrate, cli_run.healthcheck, cli_run.doctor),
)
"""In the order of `snowdrop --help`."""

for command in COMMANDS:
    app.command(command.__name__.strip("_"))(command)
for name, group in cli_give.GROUPS.items():
    app.add_typer(group, name=name)


_WRONG_USAGE: type[Exception] = typer.BadParameter.__mro__[1]
"""The parent of all that can be wrong with a command line; typer names only some of its children."""


def main() -> None:
    """Runs the command. Exit: 0 fine, 1 some source could not be read, 2 wrong usage or settings."""
    from worker.errors import SnowdropError

    try:
        sys.exit(app(prog_name="snowdrop", standalone_mode=False))
    except SnowdropError as error:
        print(error, file=sys.stderr)
        sys.exit(_exit_code(error))
    except _WRONG_USAGE as error:
        print(_usage_sentence(cast(typer.BadParameter, error)), file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115  # nothing is left to flush at exit
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)


def _usage_sentence(error: typer.BadParameter) -> str:
    """What is wrong and where the right way stands; without any argument, the help itself."""
    said = error.format_message()
    if len(sys.argv) == 1:
        return said
    where = error.ctx.command_path if error.ctx else "snowdrop"
    told = " ".join(said.split()).rstrip(".").replace(": Value error, ", ": ")
    return f"{told}: `{where} --help` shows how it is written"


def _exit_code(error: Exception) -> int:
    from tasks.keyring import KeyTroubleError
    from tasks.wiring import UsageError

    return 2 if isinstance(error, UsageError | KeyTroubleError) else 1


if __name__ == "__main__":
    main()
