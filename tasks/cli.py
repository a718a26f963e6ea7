"""The `snowdrop` command: every way in for a person. Commands import what they need when they run."""

import sys

import typer

from tasks import cli_read

app = typer.Typer(
    name="snowdrop",
    help="Notices who has quietly gone missing from your calendars, and leaves you something to give them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.command()(cli_read.events)
app.command()(cli_read.touches)


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
