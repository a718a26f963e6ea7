"""The command `snowdrop away`: days on which nothing could be seen, so that they count as no silence."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tasks.cli_help import as_typed
from tasks.cli_keep import Form, Format

if TYPE_CHECKING:
    from tasks.wiring import House
    from worker.store.feeds import Feed


def away(
    first: Annotated[
        str | None, typer.Argument(help="The first day, like 2026-03-01.", metavar="FROM")
    ] = None,
    last: Annotated[str | None, typer.Argument(help="The last day, inclusive.", metavar="TO")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Forget this stretch.")] = False,
    format: Format = Form.text,  # noqa: A002  # the option's name
) -> None:
    """Note days away, which count as no silence. Without days, lists what is noted."""
    from tasks.leaving import forget_away, go_away
    from tasks.when import day_in
    from tasks.wiring import UsageError, house

    if (first is None) != (last is None) or (remove and first is None):
        raise UsageError("name both days: `snowdrop away 2026-03-01 2026-05-31`; `--remove` takes them, too")
    with house() as home:
        if first is not None and last is not None:
            (forget_away if remove else go_away)(home, day_in(first), day_in(last))
        _show(home, format)


def _show(home: "House", format: Form) -> None:  # noqa: A002  # the option's name
    from tasks.away import away_of, cut_off_feeds
    from tasks.show import as_json, lines

    with home.database.read() as conn:
        named, cut_off = away_of(conn, home.user.id), cut_off_feeds(home, conn, home.user.id)
    if format is Form.json:
        seen = [_body(stretch, None) for stretch in named]
        seen += [_body(stretch, feed) for feed, gap in cut_off.items() for stretch in gap]
        lines([as_json(seen)])
        return
    rows = [f"{begin} to {end}" for begin, end in named]
    rows += [
        f"{begin} to {end} at the latest: {feed.title} is not read now"
        for feed, gap in cut_off.items()
        for begin, end in gap
    ]
    lines(rows or [as_typed("Nothing is noted: `snowdrop away FROM TO` notes days away.")])


def _body(stretch: tuple[date, date], feed: "Feed | None") -> dict[str, Any]:
    return {
        "from": stretch[0].isoformat(),
        "to": stretch[1].isoformat(),
        "feed": feed.label if feed else None,
    }
