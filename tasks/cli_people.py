"""The command `snowdrop people`: everyone, or one and why they stand as they do."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tasks.cli_keep import Form, Format

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tasks.wiring import House
    from worker.core.explain import Standing
    from worker.core.rest import Rest
    from worker.core.touch import Touch
    from worker.store.people import KnownPerson


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
    from worker.core.giving.farewell import is_departed
    from worker.core.knowing import parted, with_farewells
    from worker.store.people import all_people
    from worker.store.touches import of_people

    user_id = home.user.id
    with home.database.read() as conn:
        if who:
            chosen = [person_called(home, conn, who)]
        else:
            chosen = [each for each in all_people(conn, user_id) if each.tie.visits]
        farewells = farewells_of(conn, user_id)
        named = [each.id for each in chosen if is_departed(each.person, farewells)]
        past = {who: parted(found)[0] for who, found in of_people(conn, user_id, named).items()}
    return [
        replace(each, person=with_farewells(each.person, farewells, past.get(each.id, ()))) for each in chosen
    ]


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
    pinned = "(pinned)" if known.is_pinned else ""
    return f"{known.person.name:<32} last met {last}   {' '.join(filter(None, (address, state, pinned)))}".rstrip()


def _why_body(home: "House", known: "KnownPerson", why: str | None) -> dict[str, Any]:
    from tasks.why import as_body
    from tasks.why import why as explanation_of

    found = explanation_of(home, known) if why else None
    return {"why": as_body(found)} if found else {}


def _why_lines(home: "House", known: "KnownPerson") -> list[str]:
    from tasks.cli_help import as_typed
    from tasks.knowing import in_peace_of, namesakes_of, peace_of, unlisted_of
    from tasks.placing import circle_line
    from tasks.proposing import perhaps_of
    from tasks.why import as_text, rest_lines, why
    from tasks.why_not import doubt_lines, kept_lines, unmet_line
    from worker.core.giving.by_wire import is_call
    from worker.store.people import in_short
    from worker.store.touches import of_people

    with home.database.read() as conn:
        everyone = in_short(conn, home.user.id)
        in_peace = in_peace_of(home, conn, home.user.id, everyone)
        since = namesakes_of(conn, home.user.id, everyone).get(known.person.key)
        unlisted = unlisted_of(home, conn, home.user.id)
        every = of_people(conn, home.user.id, [known.id]).get(known.id, ())
        maybe = perhaps_of(conn, home.user.id, [known.id]).get(known.id, ())
    touches = list({touch.started_at: touch for touch in every}.values())  # once, in however many calendars
    past = [touch for touch in touches if not touch.is_upcoming]
    peace = peace_of(known, [each for each in every if not each.is_upcoming], in_peace, unlisted)
    have_talked = all(map(is_call, past))
    found = why(home, known)
    rest = _rest_now(home, known)
    if found:
        told = as_text(found, home.words, rest, is_in_peace=peace is not None, have_talked=have_talked)
    else:
        told = rest_lines(rest, home.words)
    kept = kept_lines(home, known, past, found if rest is None and peace is None else None)
    doubted = doubt_lines(home, known, maybe, since)
    rows = [f"  {as_typed(line)}" for line in (*told, *kept, *doubted)]
    if found is None and rest is None and not touches:
        rows.append(f"  {as_typed(unmet_line(known, home.words))}")
    if touches and all(touch.is_cold for touch in touches):
        rows.append(f"  {home.words.say('rhythm.why.cold')}")
    else:
        rows.append(
            f"  {home.words.say(f'rhythm.why.in_peace_{peace}') if peace else circle_line(home, known)}"
        )
    return [_called(known), *rows, *_events_of(touches, home)]


def _called(known: "KnownPerson") -> str:
    also = f" ({', '.join(known.person.also)})" if known.person.also else ""
    return known.person.name + also


def _events_of(touches: "Sequence[Touch]", home: "House") -> "Iterator[str]":
    """The latest, and the next one."""
    from worker.core.day import day_of

    past = sum(not touch.is_upcoming for touch in touches)
    shown = touches[max(0, past - 8) : past + 1]
    return (f"    {day_of(t, home.zone)}  {_told_in(t, home)}" for t in shown)


def _told_in(touch: "Touch", home: "House") -> str:
    """What tells of a meeting: an event of a calendar, or the user."""
    from worker.core.touch import Evidence

    if touch.evidence is Evidence.ANSWER:
        return home.words.say("rhythm.why.noted")
    ahead = f"  · {home.words.say('rhythm.why.ahead')}" if touch.is_upcoming else ""
    title = "(private)" if touch.is_private else touch.title or "(no title)"
    return f"{title}{ahead}  [{touch.source}]"
