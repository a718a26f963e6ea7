"""The keeping commands: people, nudges and answers. They need the store, not the broker."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tasks.cli_help import as_typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tasks.wiring import House
    from worker.core.explain import Standing
    from worker.core.rest import Rest
    from worker.core.touch import Touch
    from worker.store.feeds import Feed
    from worker.store.nudges import StoredNudge
    from worker.store.people import KnownPerson

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


def people(
    person: Annotated[
        str | None,
        typer.Argument(help="An address, or the beginning of a name: nobody else.", metavar="PERSON"),
    ] = None,
    why: Annotated[str | None, typer.Option("--why", help="Tell about one person.", metavar="PERSON")] = None,
    format: Format = Form.text,  # noqa: A002  # the option's name
) -> None:
    """Everyone you meet, by name, or one of them; nobody is ranked."""
    from tasks.show import as_json, lines
    from tasks.why import standings_of
    from tasks.wiring import UsageError, house
    from worker.core.fold import by_name

    if person and why:
        raise UsageError("Name one person, after --why or without it: `snowdrop people --help` shows how")
    with house() as home:
        chosen = _chosen_people(home, person or why)
        with home.database.read() as conn:
            standings = standings_of(home, conn, chosen)
        bodies = [
            _person_body(home, each, standings[each.id]) | _why_body(home, each, why) for each in chosen
        ]
    if format is Form.json:
        lines([as_json(bodies)])
    elif why:
        lines([line for each in chosen for line in _why_lines(home, each)])
    else:
        in_order = sorted(chosen, key=lambda each: by_name(each.person.name))
        lines([_person_line(home, each) for each in in_order] or ["Nobody yet."])


def _chosen_people(home: "House", who: str | None) -> "list[KnownPerson]":
    """Whose death a title tells has died here, too."""
    from dataclasses import replace

    from tasks.calling import person_called
    from tasks.farewells import farewells_of
    from worker.core.knowing import with_farewells
    from worker.store.people import all_people

    user_id = home.user.id
    with home.database.read() as conn:
        if who:
            chosen = [person_called(home, conn, who)]
        else:
            chosen = [each for each in all_people(conn, user_id) if each.tie.visits]
        farewells = farewells_of(conn, user_id)
    return [replace(each, person=with_farewells(each.person, farewells)) for each in chosen]


def _person_body(home: "House", known: "KnownPerson", standing: "Standing") -> dict[str, Any]:
    rhythm = standing.rhythm(standing.today, standing.before)
    rest = _at_rest() if known.person.is_deceased else known.rest
    return {
        "key": known.person.key,
        "name": known.person.name,
        "also": list(known.person.also),
        "emails": list(known.person.emails),
        "circle": known.person.circle,
        "days_met": known.tie.days_met,
        "first_met_on": known.tie.first_met_on.isoformat() if known.tie.first_met_on else None,
        "last_met_on": known.tie.last_met_on.isoformat() if known.tie.last_met_on else None,
        "usual_gap_days": round(rhythm.usual_gap_days, 3) if rhythm else None,
        "silence_days": rhythm.silence_days if rhythm else None,
        "p_silent": round(rhythm.p_silent, 5) if rhythm else None,
        "state": _state_of(home, known),
        "rest_until": rest.until.isoformat() if rest else None,
        "rest_as": rest.kind.value if rest else None,
        "pinned": known.is_pinned,
        "alive": known.person.is_alive,
    }


def _state_of(home: "House", known: "KnownPerson") -> str:
    if _rest_now(home, known):
        return "resting"
    return known.state.value if known.state else "new"


def _rest_now(home: "House", known: "KnownPerson") -> "Rest | None":
    if known.person.is_deceased:
        return _at_rest()
    return known.rest if known.rest and known.rest.is_on(home.today().date()) else None


def _at_rest() -> "Rest":
    """What an address book or a title says of a death is told as what the user says of it."""
    from datetime import date

    from worker.core.rest import Rest, RestKind

    return Rest(until=date.max, kind=RestKind.DECEASED)


def _person_line(home: "House", known: "KnownPerson") -> str:
    from tasks.wiring import words_in
    from worker.core.identity.meant import address_in

    last = known.tie.last_met_on.isoformat() if known.tie.last_met_on else "—"
    address = address_in(known.person.key) or next(iter(known.person.emails), "")
    rest = _rest_now(home, known)
    state = f"({words_in('en').say(f'rest.state.{rest.kind}')})" if rest else ""
    return f"{known.person.name:<32} last met {last}   {address} {state}".rstrip()


def _why_body(home: "House", known: "KnownPerson", why: str | None) -> dict[str, Any]:
    from tasks.why import as_body
    from tasks.why import why as explanation_of

    found = explanation_of(home, known) if why else None
    return {"why": as_body(found)} if found else {}


def _why_lines(home: "House", known: "KnownPerson") -> list[str]:
    from tasks.cli_help import as_typed
    from tasks.knowing import at_home_of
    from tasks.placing import circle_line
    from tasks.proposing import perhaps_of
    from tasks.why import as_text, doubt_lines, rest_lines, why
    from worker.core.day import day_of
    from worker.store.people import in_short
    from worker.store.touches import of_people

    with home.database.read() as conn:
        is_at_home = known.person.key in at_home_of(home, conn, home.user.id, in_short(conn, home.user.id))
        every = of_people(conn, home.user.id, [known.id]).get(known.id, ())
        maybe = perhaps_of(conn, home.user.id, [known.id]).get(known.id, ())
    touches = list({touch.started_at: touch for touch in every}.values())  # once, in however many calendars
    found = why(home, known)
    rest = _rest_now(home, known)
    told = as_text(found, home.words, rest, is_at_home=is_at_home) if found else rest_lines(rest, home.words)
    rows = [f"  {as_typed(line)}" for line in (*told, *doubt_lines(home, known, maybe))]
    rows.append(f"  {home.words.say('rhythm.why.at_home') if is_at_home else circle_line(home, known)}")
    past = sum(not touch.is_upcoming for touch in touches)
    shown = touches[max(0, past - 8) : past + 1]  # the latest, and the next one
    rows += [f"    {day_of(t, home.zone)}  {_told_in(t, home)}" for t in shown]
    also = f" ({', '.join(known.person.also)})" if known.person.also else ""
    return [known.person.name + also, *rows]


def _told_in(touch: "Touch", home: "House") -> str:
    """What tells of a meeting: an event of a calendar, or the user."""
    from worker.core.touch import Evidence

    if touch.evidence is Evidence.ANSWER:
        return home.words.say("rhythm.why.noted")
    return f"{touch.title or '(private)'}  [{touch.source}]"


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
    """Answer a nudge; `undo` takes the last answer back."""
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
