"""Why is what `snowdrop people --why PERSON` tells: the own dates, the odds as frequencies, what would change them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from tasks.away import away_of, unseen_of
from tasks.prior import kept_prior
from tasks.proposing import perhaps_of
from tasks.wiring import House
from worker.core.explain import Explanation, Factors, Standing, Threshold, as_frequency, explained
from worker.core.giving.doubt import is_tender_since, last_of
from worker.core.giving.phrase import pace_of
from worker.core.knowing import day_met
from worker.core.perhaps import Perhaps, Tells, latest_day
from worker.core.posterior import HORIZON_DAYS
from worker.core.rest import Rest, RestKind
from worker.core.rhythm import DEGREES, MIN_VISITS, State
from worker.core.tie import MetDay
from worker.core.words import Words
from worker.store import meetings
from worker.store.people import KnownPerson

_LATELY = 8
"""So many visits are listed by their days; a program gets all of them."""


def standings_of(house: House, conn: Connection, known: Iterable[KnownPerson]) -> Mapping[int, Standing]:
    """Person → the tie as it stands today, with all that suggesting would take into account."""
    user_id, today = house.user.id, house.today().date()
    prior, away, unseen = kept_prior(conn, user_id), away_of(conn, user_id), unseen_of(house, conn, user_id)
    return {
        each.id: Standing(
            tie=each.tie,
            today=today,
            prior=prior,
            before=each.state,
            answered_on=each.answered_on,
            away=(*away, *unseen.get(each.id, ())),
        )
        for each in known
    }


def why(house: House, known: KnownPerson) -> Explanation | None:
    """Why this person's tie stands as it does; None for someone not met yet."""
    with house.database.read() as conn:
        met = meetings.of_people(conn, house.user.id, [known.id]).get(known.id, ())
        standing = standings_of(house, conn, [known])[known.id]
        maybe = perhaps_of(conn, house.user.id, [known.id]).get(known.id, ())
    days = [day_met(meeting, house.zone) for meeting in met if not meeting.is_upcoming]
    is_in_doubt = perhaps_met(known, maybe, house) is not None or is_tender_since(
        known.tie, latest_day(maybe, Tells.TENDER)
    )
    return explained(days if known.tie.visits else (), replace(standing, is_in_doubt=is_in_doubt))


def perhaps_met(known: KnownPerson, maybe: Iterable[Perhaps], house: House) -> Perhaps | None:
    past = [each for each in maybe if each.started_at <= house.now() and each.tells is Tells.MEETING]
    return last_of(past, known.person, known.tie, house.zone.key)


def as_body(explanation: Explanation) -> dict[str, Any]:
    """For programs: every number as it is."""
    turn = explanation.turn
    return {
        "visits": [visit.starts_on.isoformat() for visit in explanation.visits],
        "series_visits": explanation.series_visits,
        "is_series": explanation.is_series,
        "usual_gap_days": round(explanation.usual_gap_days, 3),
        "median_gap_days": explanation.median_gap_days,
        "longest_break_days": explanation.longest_break_days,
        "is_longest_break": explanation.is_longest_break,
        "silent_since": explanation.silent_since.isoformat(),
        "in_touch_on": explanation.in_touch_on.isoformat() if explanation.in_touch_on else None,
        "silence_days": explanation.silence_days,
        "away_days": explanation.away_days,
        "state": explanation.state.value,
        "factors": {name: round(getattr(explanation.factors, name), 5) for name in Factors.__slots__},
        "ahead_days": explanation.ahead_days,
        "thresholds": [
            {"state": each.state.value, "risk": each.risk, "silence_days": each.silence_days}
            for each in explanation.thresholds
        ],
        "turn": {"on": turn.on.isoformat(), "state": turn.state.value} if turn else None,
    }


def as_text(
    explanation: Explanation,
    words: Words,
    rest: Rest | None = None,
    *,
    is_in_peace: bool = False,
    have_talked: bool = False,
) -> Iterator[str]:
    """For people. `rest`: the user wished for quiet, which goes before every other state, and says why by itself.

    Neither odds nor a meeting change what they wished; and of whoever has died, the shared days are all that is told.
    So it is of whoever is left in peace: no silence is noticed there. `have_talked`: all that they did was to talk.
    """
    yield from _days_met(explanation, words, "talked" if have_talked else "met")
    if not is_in_peace and (rest is None or rest.kind is not RestKind.DECEASED):
        yield from _pace(explanation, words)
        yield from _silence(explanation, words)
    if rest is None and not is_in_peace:
        yield from _state(explanation, words)
    yield from rest_lines(rest, words)


def rest_lines(rest: Rest | None, words: Words) -> Iterator[str]:
    """What the user said, and what it means: also of somebody whom they never met."""
    if rest is not None:
        yield _now(f"rest.{{}}.{rest.kind}", words)


def _state(explanation: Explanation, words: Words) -> Iterator[str]:
    is_long = explanation.silence_days >= DEGREES[State.DRIFTING].enter_days
    if explanation.state not in (State.NEW, State.MET_ONCE) and (
        is_long or explanation.state is not State.ACTIVE
    ):
        yield from _odds(explanation.factors, words)
        yield from _odds_of_state(explanation, words)
    if explanation.state is State.ACTIVE and explanation.is_longest_break:
        meaning = words.say("rhythm.why.still_active")
        yield words.say("rhythm.why.now", state=words.say("rhythm.state.active"), meaning=meaning)
    else:
        yield _now(f"rhythm.{{}}.{explanation.state}", words)
    yield from (_threshold(each, explanation.ahead_days, words) for each in explanation.thresholds)
    yield from _turn(explanation, words)


def _now(key: str, words: Words) -> str:
    state, meaning = (words.say(key.format(part)) for part in ("state", "meaning"))
    return words.say("rhythm.why.now", state=state, meaning=meaning)


def frequency(chance: float, words: Words) -> str:
    """ "about 85 of 100": rounded to five, and never none or all."""
    hundred = as_frequency(chance)
    if hundred in (0, 100):
        return words.say("rhythm.few_of_100" if hundred == 0 else "rhythm.most_of_100")
    return words.say("rhythm.of_100", number=str(hundred))


def _days_met(explanation: Explanation, words: Words, key: str) -> Iterator[str]:
    met, count = explanation.days, len(explanation.days)
    ends = (met[0].starts_on, max(day.ends_on for day in met))
    first, last = (words.day(day, with_year=True) for day in ends)
    if count == 1 and last != first:
        yield words.say("rhythm.why.stay", first=first, last=last)
    else:
        yield words.say(f"rhythm.why.{key}", n=count, number=words.number(count), first=first, last=last)
    if count > 1:
        lately = ", ".join(_days(day, words) for day in reversed(met[-_LATELY:]))
        yield words.say("rhythm.why.lately", days=lately)


def _pace(explanation: Explanation, words: Words) -> Iterator[str]:
    if explanation.typical_step_days is not None and len(explanation.visits) >= MIN_VISITS:
        key = "bursts" if explanation.is_bursty else "pace"
        middle = explanation.typical_step_days
        yield words.say(f"rhythm.why.{key}", pace=pace_of(middle, words), span=words.span(middle))
    if explanation.longest_break_days is not None:
        yield words.say("rhythm.why.longest", span=words.span(explanation.longest_break_days))
    in_series = sum(each.is_in_series for each in explanation.days)
    if in_series:
        number, all_of_them = words.number(in_series), words.number(len(explanation.days))
        yield words.say("rhythm.why.series", number=number, all=all_of_them)


def _days(met: MetDay, words: Words) -> str:
    """One day, or the first and the last of a stay."""
    last = words.day(met.ends_on, with_year=True)
    if met.ends_on == met.starts_on:
        return last
    is_in_a_year = met.starts_on.year == met.ends_on.year
    return f"{words.day(met.starts_on, with_year=not is_in_a_year)} – {last}"


def _silence(explanation: Explanation, words: Words) -> Iterator[str]:
    if explanation.in_touch_on:
        yield words.say("rhythm.why.in_touch", day=words.day(explanation.in_touch_on, with_year=True))
    if not explanation.silence_days:  # it began today, as was said
        return
    key = "silence_longest" if explanation.is_longest_break else "silence"
    since = words.day(explanation.silent_since, with_year=True)
    yield words.say(f"rhythm.why.{key}", day=since, span=words.span(explanation.silence_days))
    if explanation.away_days:
        yield words.say("rhythm.why.away", span=words.span(explanation.away_days))


def _odds(factors: Factors, words: Words) -> Iterator[str]:
    longer = factors.silent_longer / factors.silent_so_long if factors.silent_so_long else 1.0
    chances = {
        "last": factors.last,
        "so_long": factors.silent_so_long,
        "longer": longer,
        "ended": factors.ended,
        "quiet": factors.quiet,
    }
    return (words.say(f"rhythm.why.{key}", many=frequency(chance, words)) for key, chance in chances.items())


def _odds_of_state(explanation: Explanation, words: Words) -> Iterator[str]:
    """Where the usual gap is longer than three months, states look as far ahead as it is long."""
    span = words.span(explanation.ahead_days)
    if span != words.span(HORIZON_DAYS):
        yield words.say("rhythm.why.risk", span=span, many=frequency(explanation.factors.risk, words))


def _threshold(threshold: Threshold, ahead_days: int, words: Words) -> str:
    return words.say(
        "rhythm.why.threshold",
        state=words.say(f"rhythm.state.{threshold.state}"),
        span=words.span(threshold.silence_days),
        many=frequency(threshold.risk, words),
        ahead=words.span(ahead_days),
    )


def _turn(explanation: Explanation, words: Words) -> Iterator[str]:
    turn = explanation.turn
    if turn is None:
        yield words.say("rhythm.why.no_turn")
    else:
        day, state = words.day(turn.on, with_year=True), words.say(f"rhythm.state.{turn.state}")
        yield words.say("rhythm.why.turn", day=day, state=state)
    if explanation.state is not State.NEW:
        yield words.say("rhythm.why.meeting")
