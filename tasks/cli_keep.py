"""The keeping commands: nudges, answers, the letter. They need the store, not the broker."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tasks.cli_help import as_typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from worker.store.feeds import Feed
    from worker.store.nudges import StoredNudge

PersonName = Annotated[str, typer.Argument(help="An address, or the beginning of a name.", metavar="PERSON")]


class Form(StrEnum):
    """How a list is printed."""

    text = "text"
    json = "json"


Format = Annotated[Form, typer.Option("--format")]


class Given(StrEnum):
    """The answers to a nudge."""

    done = "done"
    later = "later"
    let_go = "let-go"
    rest = "rest"
    rest_for_good = "rest-for-good"
    undo = "undo"


def nudges(
    history: Annotated[bool, typer.Option("--history", help="All there ever were.")] = False,
    format: Format = Form.text,  # noqa: A002  # the option's name
) -> None:
    """The nudges that wait for you."""
    from tasks.proposing import proposals
    from tasks.show import as_json, lines
    from tasks.whose import are_nobodys
    from tasks.wiring import house
    from worker.store import feeds
    from worker.store import nudges as store

    with house() as home:
        with home.database.read() as conn:
            found = (store.all_nudges if history else store.waiting)(conn, home.user.id)
            known = feeds.all_feeds(conn, home.user.id)
        counts_nobody = are_nobodys(home, known)
        asks_who = format is Form.text and not found and bool(proposals(home))
    if format is Form.json:
        lines([as_json([_nudge_body(each) for each in found])])
    else:
        rows = [line for each in found for line in _nudge_lines(each)]
        lines(rows or [as_typed(_why_nothing(known, asks_who=asks_who, counts_nobody=counts_nobody))])


def _why_nothing(known: "Sequence[Feed]", *, asks_who: bool, counts_nobody: bool) -> str:
    """What to do, where an empty week is no quiet one."""
    from tasks.show import NO_CALENDAR

    if not known:
        return f"{NO_CALENDAR}."
    if asks_who:
        return "Nothing waits for you. Your titles name people in no address book: `snowdrop proposed` lists them."
    if counts_nobody:
        return "Nobody counts yet: it is open whose your calendars are. `snowdrop feeds` shows what to do."
    if any(feed.read_at for feed in known):
        return "Nothing waits for you, and that is fine."
    if all(feed.failed_at for feed in known):
        return "None of your calendars could be read yet: `snowdrop feeds` shows why."
    return "Your calendars are still to be read: `snowdrop feeds` shows how far they are."


def _nudge_body(stored: "StoredNudge") -> dict[str, Any]:
    from tasks.preview import nudge_body

    return nudge_body(stored.nudge) | {"state": stored.state.value}


def _nudge_lines(stored: "StoredNudge") -> list[str]:
    nudge = stored.nudge
    state = "" if stored.state.value == "open" else f"  ({stored.state.value.replace('_', ' ')})"
    return [f"{nudge.id}  {nudge.on}  {nudge.headline}{state}", f"    {nudge.why}", f"    {nudge.gift.text}"]


def _nudge_first(text: str) -> str:
    if text in set(Given):
        raise typer.BadParameter(f"the nudge's id comes first, as `snowdrop nudges` shows it, then {text}")
    return text


def answer(
    nudge: Annotated[
        str,
        typer.Argument(
            help="The beginning of its id, as `nudges` shows it.", metavar="NUDGE", callback=_nudge_first
        ),
    ],
    given: Annotated[
        Given, typer.Argument(help="done, later, let-go, rest, rest-for-good, or undo.", metavar="ANSWER")
    ],
) -> None:
    """Answer a nudge; `undo` takes back what was answered to it last."""
    from tasks.answering import give, take_back
    from tasks.wiring import house

    with house() as home:
        stored = (
            take_back(home, nudge)
            if given is Given.undo
            else give(home, nudge, given.value.replace("-", "_"))
        )
    told = "rests for good" if given is Given.rest_for_good else stored.state.value.replace("_", " ")
    print(f"“{stored.nudge.headline}”: {told}.")


def address() -> None:
    """The address of your calendar subscription; keep it to yourself."""
    from tasks.door import address_of_up
    from tasks.feeding import subscription_url
    from tasks.wiring import house

    with house() as home:
        print(subscription_url(home, address_of_up(home.data_dir) or home.base_url))


def letter() -> None:
    """Send yourself the letter as it stands now; the weekly one comes all the same."""
    from tasks.deliver import send_now
    from tasks.wiring import house

    with house() as home:
        is_sent = send_now(home)
        told = f"The letter is on its way to {home.settings.mail_to}."
    print(told if is_sent else "There is nothing to say, so no letter was sent.")
