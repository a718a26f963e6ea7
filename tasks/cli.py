"""The `snowdrop` command: every way in for a person. Commands import what they need when they run."""

import errno
import os
import re
import sys
from collections.abc import Callable
from typing import cast

import typer

from tasks import (
    cli_away,
    cli_backtest,
    cli_feeds,
    cli_give,
    cli_help,
    cli_keep,
    cli_people,
    cli_read,
    cli_run,
    cli_tend,
    cli_wish,
)
from tasks.cli_help import WRONG_USAGE, as_typed, called, exit_code, once, shown

app = typer.Typer(
    name="snowdrop",
    cls=cli_help.Contents,
    help="Notices who has quietly gone missing from your calendars, and leaves you something to give them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

_MANUAL: dict[str, tuple[Callable[..., None] | typer.Typer, ...]] = {
    "To begin": (cli_run.up, cli_run.doctor),
    "To look, storing nothing": (cli_read.preview, cli_read.touches, cli_read.events, cli_backtest.backtest),
    "Calendars and address books": (
        *(cli_feeds.add, cli_feeds.feeds, cli_feeds.theirs, cli_feeds.refresh, cli_feeds.pause),
        *(cli_feeds.remove, cli_feeds.import_),
    ),
    "Nudges": (cli_keep.nudges, cli_keep.answer, cli_keep.address, cli_keep.letter),
    "People": (
        *(cli_people.people, cli_tend.met, cli_wish.rest, cli_wish.pin, cli_tend.same, cli_tend.merge),
        *(cli_tend.split, cli_tend.proposed, cli_tend.forget),
    ),
    "You": (cli_give.shelf, cli_give.news, cli_give.note, cli_away.away),
    "Your data": (cli_tend.backup, cli_tend.restore, cli_tend.export),
    "The parts of `up` one by one, for containers": (
        *(cli_run.worker, cli_run.clock, cli_run.web, cli_run.migrate, cli_run.healthcheck),
    ),
}
"""In the order of `snowdrop --help`."""

_BEYOND = re.compile(r"unexpected extra argument\S* \((.*)\)", re.DOTALL)
"""How the parser says that somebody typed more words than a command takes; mostly those are one name."""
_INVALID = re.compile(r"^Invalid value(?: for '([^']*)')?: ")

for title, commands in _MANUAL.items():
    cli_help.register(app, title, commands)


def main() -> None:
    """Runs the command. Exit: 0 fine, 1 some source could not be read, 2 wrong usage or settings."""
    from worker.errors import SnowdropError

    try:
        sys.exit(app(prog_name=called(), standalone_mode=False))
    except SnowdropError as error:
        _end(once(str(error)), exit_code(error))
    except WRONG_USAGE as error:
        _end(_usage_sentence(cast(typer.BadParameter, error)), 2)
    except UnicodeEncodeError:  # bytes of another encoding, which a shell hands on as they are (PEP 383)
        _end("What was typed, or its output, is no text: type it anew, in UTF-8", 2)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115  # nothing is left to flush at exit
        sys.exit(0)
    except typer.Abort:  # the input ended at a question, which is a no
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:  # what reads a file tells more; this is met on the way to it, or in its name
        _end(_way_barred(error), 1)


def _end(told: str, code: int) -> None:
    is_page = told.startswith("Usage: ")
    print(as_typed(told if is_page else shown(told)), file=sys.stderr)
    sys.exit(code)


def _way_barred(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return f"{error.filename} may not be reached: give the account that runs this the right to it"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full; make room, nothing that was confirmed is lost"
    if error.filename is None:
        raise error
    return f"{error.filename} cannot be used ({(error.strerror or 'unknown fault').lower()}): check its name and place"


def _usage_sentence(error: typer.BadParameter) -> str:
    """What is wrong and where the right way stands; of a group without a command, the help itself."""
    said = error.format_message()
    if said.startswith("Usage: "):
        return said
    from config.plainly import plainly

    where = error.ctx.command_path if error.ctx else called()
    if beyond := _BEYOND.search(said):
        said = f"{beyond[1]} is too much; what belongs together stands in quotes, like 'Ada Lovelace'"
    of_whom = _INVALID.sub(lambda found: f"{found[1]}: " if found[1] else "", " ".join(said.split()))
    told = plainly(of_whom.rstrip(".").replace(": Value error, ", ": ").replace(": Input ", " "))
    return f"{told}{'' if told.endswith('?') else ':'} `{where} --help` shows how it is written"


if __name__ == "__main__":
    main()
