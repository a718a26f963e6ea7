"""The running commands: `up`, and the same parts as separate processes, for containers; health and diagnosis."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tasks.cli_help import as_typed, shown

if TYPE_CHECKING:
    from tasks.wiring import House


def up(
    no_demo: Annotated[
        bool, typer.Option("--no-demo", help="Start empty, without the made-up life.")
    ] = False,
) -> None:
    """Start everything on this machine, and show your page. Ctrl-C stops it all.

    Until the first calendar comes, a made-up life is shown.
    """
    from tasks import up as tree
    from tasks.wiring import House, settings
    from worker.log import start_log

    start_log(settings().log_level, process="up")
    home = House(settings())
    try:
        tree.up(home, with_demo=not no_demo)
    finally:
        home.close()


def worker() -> None:
    """Read, learn, suggest and send, as soon as something is due."""
    from tasks.run import work

    work()


def clock() -> None:
    """Tell the workers what is due, and when."""
    from tasks.run import tick

    tick()


def web() -> None:
    """Serve the subscription, the answers and the page."""
    from tasks.run import serve

    serve()


def migrate() -> None:
    """Bring the database up to this version's shape."""
    from tasks.wiring import house

    with house():
        pass
    print("The database is in shape.")


def healthcheck(
    web: Annotated[bool, typer.Option("--web", help="Also ask the web part on this machine.")] = False,
) -> None:
    """Exit 0 where everything answers; else say why, and exit 1.

    Asks the database and the broker, whether anything runs, and whether any work waits too long.
    """
    from tasks.door import is_anybody_up, problems_of
    from tasks.wiring import House, settings

    home = House(settings())
    try:
        problems = problems_of(home) + (_web_problems(home) if web else [])
        if not problems and not is_anybody_up(home):
            problems = ["Nothing runs on this record: `snowdrop up` starts all of it"]
    finally:
        home.close()
    for problem in problems:
        print(as_typed(problem), file=sys.stderr)
    if problems:
        raise typer.Exit(1)


def doctor() -> None:
    """Look at everything once, and say what to mend."""
    from tasks.checkup import findings
    from tasks.wiring import House, settings

    home = House(settings())
    found = list(findings(home))
    home.close()
    for finding in found:
        print(f"{finding.grade:<4}  {as_typed(shown(finding.sentence))}")
    if not all(finding.is_well for finding in found):
        raise typer.Exit(1)


def _web_problems(home: "House") -> list[str]:
    from tasks.door import is_serving

    is_there = is_serving(home.settings.host, home.settings.port)
    return (
        [] if is_there else [f"The web part does not answer on port {home.settings.port}: check that it runs"]
    )
