"""The `snowdrop` command: every way in for a person. Commands import what they need when they run."""

import sys
from collections.abc import Callable

import typer

from tasks import cli_keep, cli_read, cli_run

app = typer.Typer(
    name="snowdrop",
    help="Notices who has quietly gone missing from your calendars, and leaves you something to give them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

COMMANDS: tuple[Callable[..., None], ...] = (
    *(cli_run.up, cli_read.preview, cli_read.events, cli_read.touches),
    *(cli_keep.add, cli_keep.feeds, cli_keep.refresh, cli_keep.pause, cli_keep.remove, cli_keep.import_),
    *(cli_keep.people, cli_keep.rest, cli_keep.pin, cli_keep.nudges, cli_keep.answer, cli_keep.address),
    *(cli_run.worker, cli_run.clock, cli_run.web, cli_run.migrate, cli_run.healthcheck, cli_run.doctor),
)
"""In the order of `snowdrop --help`."""

for command in COMMANDS:
    app.command(command.__name__.strip("_"))(command)


def main() -> None:
    """Runs the command. Exit: 0 fine, 1 some source could not be read, 2 wrong usage or settings."""
    from worker.errors import SnowdropError

    try:
        app()
    except SnowdropError as error:
        print(error, file=sys.stderr)
        sys.exit(_exit_code(error))
    except KeyboardInterrupt:
        sys.exit(130)


def _exit_code(error: Exception) -> int:
    from tasks.wiring import UsageError

    return 2 if isinstance(error, UsageError) else 1


if __name__ == "__main__":
    main()
