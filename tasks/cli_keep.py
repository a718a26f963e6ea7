"""The keeping commands: feeds, people, nudges and answers. They need the store, not the broker."""

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from tasks.wiring import House
    from worker.store.feeds import Feed
    from worker.store.nudges import StoredNudge
    from worker.store.people import KnownPerson

FeedName = Annotated[
    str, typer.Argument(help="The feed's number or label, as `snowdrop feeds` shows it.", metavar="FEED")
]
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


def add(
    source: Annotated[
        str, typer.Argument(help="A calendar file, a folder, or an address.", metavar="SOURCE")
    ],
) -> None:
    """Add a calendar. The worker reads it at once, and again every hour."""
    from tasks.feeding import add_feed
    from tasks.wiring import house

    with house() as home:
        feed = add_feed(home, source)
    print(f"Added {feed.label} as feed {feed.id}. `snowdrop feeds` tells how it fares.")


def feeds(format: Format = Form.text) -> None:  # noqa: A002  # the option's name
    """The calendars, when they were read, and what is wrong with them."""
    from tasks.show import as_json, lines
    from tasks.wiring import house
    from worker.store.feeds import all_feeds

    with house() as home, home.database.read() as conn:
        known = all_feeds(conn, _user_id(home))
    if format is Form.json:
        lines([as_json([_feed_body(feed) for feed in known])])
    else:
        lines(
            [line for feed in known for line in _feed_lines(feed, home)]
            or ["No calendar yet: `snowdrop add SOURCE` adds one."]
        )


def _user_id(home: "House") -> int:
    return home.user.id


def _feed_body(feed: "Feed") -> dict[str, Any]:
    from tasks.show import utc_text

    return {
        "id": feed.id,
        "label": feed.label,
        "state": feed.state.value,
        "events": feed.events,
        "read_at": utc_text(feed.read_at) if feed.read_at else None,
        "unreadable_since": utc_text(feed.unreadable_since) if feed.unreadable_since else None,
        "failures": feed.failures,
        "problem": feed.problem,
        "own_addresses": list(feed.owners),
    }


def _feed_lines(feed: "Feed", home: "House") -> list[str]:
    read = f"read {feed.read_at.astimezone(home.zone):%Y-%m-%d %H:%M}" if feed.read_at else "not read yet"
    state = "" if feed.state.value == "active" else f" · {feed.state.value}"
    rows = [f"{feed.id:>4}  {feed.label} · {feed.events} events · {read}{state}"]
    if feed.unreadable_since:
        rows.append(
            f"      unreadable since {feed.unreadable_since.astimezone(home.zone):%Y-%m-%d %H:%M}: {feed.problem}"
        )
    elif feed.problem:
        rows.append(f"      {feed.problem}")
    return rows


def refresh(feed: Annotated[str | None, typer.Argument(metavar="FEED")] = None) -> None:
    """Read one feed, or all, at once."""
    from tasks.duty import Kind
    from tasks.feeding import feed_called
    from tasks.wiring import house
    from worker.store import duties
    from worker.store.feeds import all_feeds

    with house() as home, home.database.write() as conn:
        chosen = (feed_called(home, conn, feed),) if feed else all_feeds(conn, _user_id(home))
        for each in chosen:
            duties.ring(conn, _user_id(home), Kind.POLL, each.id, home.now())
    print(f"{len(chosen)} to be read at once.")


def pause(feed: FeedName) -> None:
    """Stop reading a feed for a while; `snowdrop add` with the same source resumes it."""
    from tasks.feeding import feed_called
    from tasks.wiring import house
    from worker.store import feeds as store

    with house() as home, home.database.write() as conn:
        found = feed_called(home, conn, feed)
        store.pause(conn, _user_id(home), found.id)
    print(f"{found.label} is paused.")


def remove(
    feed: FeedName,
    with_history: Annotated[
        bool, typer.Option("--with-history", help="Also forget what was learnt from it.")
    ] = False,
) -> None:
    """Remove a feed. What was learnt from it stays, unless told otherwise."""
    from tasks.duty import Kind
    from tasks.feeding import feed_called
    from tasks.learn import tie_again
    from tasks.wiring import house
    from worker.store import duties
    from worker.store import feeds as store

    with house() as home, home.database.write() as conn:
        found, user_id = feed_called(home, conn, feed), _user_id(home)
        tie_again(home, conn, user_id, store.remove(conn, user_id, found.id, with_history=with_history))
        duties.drop(conn, user_id, Kind.POLL, found.id)
        duties.drop(conn, user_id, Kind.LEARN, found.id)
        duties.ring(conn, user_id, Kind.SUGGEST, user_id, home.now())
    print(
        f"{found.label} is removed{' with its history' if with_history else '; what was learnt from it stays'}."
    )


def import_(
    file: Annotated[Path, typer.Argument(help="An address book: vCard or CSV.", metavar="FILE")],
) -> None:
    """Import an address book. Twice is once."""
    from tasks.feeding import import_cards
    from tasks.wiring import house

    with house() as home:
        cards, losses = import_cards(home, file)
    for loss in losses:
        print(loss, file=sys.stderr)
    print(f"{len(cards)} people in {file.name}.")


def people(
    why: Annotated[str | None, typer.Option("--why", help="Tell about one person.", metavar="PERSON")] = None,
    format: Format = Form.text,  # noqa: A002  # the option's name
) -> None:
    """Everyone you meet, by name; nobody is ranked."""
    from tasks.show import as_json, lines
    from tasks.wiring import house

    with house() as home:
        chosen = _chosen_people(home, why)
        bodies = [_person_body(home, each) for each in chosen]
    if format is Form.json:
        lines([as_json(bodies)])
    elif why:
        lines([line for each in chosen for line in _why_lines(home, each)])
    else:
        lines(
            [_person_line(each) for each in sorted(chosen, key=lambda k: k.person.name.casefold())]
            or ["Nobody yet."]
        )


def _chosen_people(home: "House", why: str | None) -> "list[KnownPerson]":
    from tasks.feeding import person_called
    from worker.store.people import all_people

    user_id = _user_id(home)
    with home.database.read() as conn:
        if why:
            return [person_called(home, conn, why)]
        return [each for each in all_people(conn, user_id) if each.tie.visits]


def _person_body(home: "House", known: "KnownPerson") -> dict[str, Any]:
    from worker.core.rhythm import rhythm_of

    rhythm = rhythm_of(known.tie, home.today().date(), before=known.state, answered_on=known.answered_on)
    return {
        "key": known.person.key,
        "name": known.person.name,
        "emails": list(known.person.emails),
        "circle": known.person.circle,
        "days_met": known.tie.days_met,
        "first_met_on": known.tie.first_met_on.isoformat() if known.tie.first_met_on else None,
        "last_met_on": known.tie.last_met_on.isoformat() if known.tie.last_met_on else None,
        "usual_gap_days": round(rhythm.usual_gap_days, 3) if rhythm else None,
        "silence_days": rhythm.silence_days if rhythm else None,
        "p_silent": round(rhythm.p_silent, 5) if rhythm else None,
        "state": _state_of(home, known),
        "rest_until": known.rest_until.isoformat() if known.rest_until else None,
    }


def _state_of(home: "House", known: "KnownPerson") -> str:
    if known.rest_until is not None and known.rest_until >= home.today().date():
        return "resting"
    return known.state.value if known.state else "new"


def _person_line(known: "KnownPerson") -> str:
    last = known.tie.last_met_on.isoformat() if known.tie.last_met_on else "—"
    return f"{known.person.name:<32} last met {last}   {known.person.key}"


def _why_lines(home: "House", known: "KnownPerson") -> list[str]:
    from worker.core.gaps import gaps_of, longest_gap, median_gap
    from worker.core.knowing import day_met
    from worker.store.touches import of_people

    with home.database.read() as conn:
        found = of_people(conn, _user_id(home), [known.id]).get(known.id, ())
    gaps = gaps_of(day_met(touch, home.zone) for touch in found if not touch.is_upcoming)
    middle, longest = median_gap(gaps), longest_gap(gaps)
    rows = [known.person.name, f"  met on {known.tie.days_met} days, in {known.tie.visits} visits"]
    if known.tie.first_met_on and known.tie.last_met_on:
        rows.append(f"  first on {known.tie.first_met_on}, last on {known.tie.last_met_on}")
    if middle is not None and longest is not None:
        rows.append(
            f"  usually {home.words.span(middle)} between visits, the longest break so far {home.words.span(longest)}"
        )
    rows += [
        f"    {t.started_at.astimezone(home.zone):%Y-%m-%d}  {t.title or '(private)'}  [{t.source}]"
        for t in found[-8:]
    ]
    return rows


def rest(
    person: PersonName, until: Annotated[str | None, typer.Option("--until", metavar="DATE")] = None
) -> None:
    """Let a person rest: no nudges until that day (or for 90 days)."""
    from datetime import timedelta

    from tasks.duty import Kind
    from tasks.feeding import person_called
    from tasks.wiring import house
    from worker.core.answer import REST_DAYS
    from worker.store import duties
    from worker.store.people import set_rest

    with house() as home, home.database.write() as conn:
        found = person_called(home, conn, person)
        last = _day_in(until) if until else home.today().date() + timedelta(days=REST_DAYS)
        set_rest(conn, _user_id(home), found.id, last)
        duties.ring(conn, _user_id(home), Kind.SUGGEST, _user_id(home), home.now())
    print(f"{found.person.name} rests until {last}.")


def _day_in(text: str) -> date:
    from tasks.wiring import UsageError

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no day: write it like 2026-11-22") from None


def pin(person: PersonName) -> None:
    """Say that this person matters, however seldom you meet."""
    from tasks.feeding import person_called
    from tasks.wiring import house
    from worker.store import people as store

    with house() as home, home.database.write() as conn:
        found = person_called(home, conn, person)
        store.pin(conn, _user_id(home), found.id)
    print(f"{found.person.name} is pinned.")


def nudges(
    history: Annotated[bool, typer.Option("--history", help="All there ever were.")] = False,
    format: Format = Form.text,  # noqa: A002  # the option's name
) -> None:
    """The nudges that wait for you."""
    from tasks.show import as_json, lines
    from tasks.wiring import house
    from worker.store import nudges as store

    with house() as home, home.database.read() as conn:
        found = (store.all_nudges if history else store.waiting)(conn, _user_id(home))
    if format is Form.json:
        lines([as_json([_nudge_body(each) for each in found])])
    else:
        lines(
            [line for each in found for line in _nudge_lines(each)]
            or ["Nothing waits for you, and that is fine."]
        )


def _nudge_body(stored: "StoredNudge") -> dict[str, Any]:
    from tasks.preview import nudge_body

    return nudge_body(stored.nudge) | {"state": stored.state.value}


def _nudge_lines(stored: "StoredNudge") -> list[str]:
    nudge = stored.nudge
    state = "" if stored.state.value == "open" else f"  ({stored.state.value.replace('_', ' ')})"
    return [f"{nudge.id}  {nudge.on}  {nudge.headline}{state}", f"    {nudge.why}", f"    {nudge.gift.text}"]


def answer(
    nudge: Annotated[
        str, typer.Argument(help="The nudge's id, as `snowdrop nudges` shows it.", metavar="NUDGE")
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
    print(f"{stored.nudge.headline}: {stored.state.value.replace('_', ' ')}.")


def address() -> None:
    """The address of your calendar subscription; keep it to yourself."""
    from tasks.feeding import subscription_url
    from tasks.wiring import house

    with house() as home:
        print(subscription_url(home, home.base_url))
