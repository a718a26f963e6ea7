"""An explanation: the own dates, the factors, and what would change them — and it says what rhythm says."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from config.words import LANGUAGES, words_of
from tasks.why import as_body, as_text, frequency
from tests.core.bonds import ENGLISH
from worker.core.away import Away
from worker.core.explain import Explanation, Standing, as_frequency, explained
from worker.core.posterior import posterior_of
from worker.core.rest import Rest, RestKind
from worker.core.rhythm import State, rhythm_of
from worker.core.tie import MetDay, tie_of
from worker.core.words import Words

FIRST_DAY = date(2025, 1, 1)
MONTHLY = (0, 28, 63, 91, 119, 154, 182, 210)


@cache  # an explanation is a value, and told in six languages
def explained_after(
    days: tuple[int, ...], silence: int, *, is_in_series: bool = False, away: Away = ()
) -> Explanation:
    met = [
        MetDay(starts_on=day, ends_on=day, is_in_series=is_in_series)
        for day in (FIRST_DAY + timedelta(days=number) for number in days)
    ]
    today = met[-1].ends_on + timedelta(days=silence)
    found = explained(met, Standing(tie=tie_of(met, away=away), today=today, away=away))
    assert found is not None
    return found


def test_it_says_what_the_model_says() -> None:
    """The numbers of the page about rhythm, each factor by its own name."""
    found = explained_after(MONTHLY, 90)

    factors = found.factors
    assert factors.last == pytest.approx(0.06329, abs=1e-4)
    assert factors.silent_so_long == pytest.approx(0.15456, abs=1e-4)
    assert factors.ended == pytest.approx(0.30418, abs=1e-4)
    assert factors.quiet == factors.risk == pytest.approx(0.57615, abs=1e-4)
    assert found.usual_gap_days == pytest.approx(33.779, abs=1e-3)


def test_the_factors_make_the_odds() -> None:
    """delta + (1 − delta)·S, later and now: quiet is their quotient, ended is delta's share."""
    factors = explained_after(MONTHLY, 90).factors
    now = factors.last + (1 - factors.last) * factors.silent_so_long
    later = factors.last + (1 - factors.last) * factors.silent_longer

    assert factors.ended == pytest.approx(factors.last / now)
    assert factors.quiet == pytest.approx(later / now)


@pytest.mark.parametrize("silence", [0, 30, 60, 120, 200, 500])
@pytest.mark.parametrize("days", [(0,), (0, 30), MONTHLY, (0, 364, 728, 1099)])
def test_what_it_foretells_comes_true(days: tuple[int, ...], silence: int) -> None:
    """The day before, nothing has changed; on that day it has."""
    found = explained_after(days, silence)
    met = list(found.visits)
    tie = tie_of(met)

    turn = found.turn
    if turn is None:
        assert found.state in (State.MET_ONCE, State.LONG_DORMANT)
        return
    before, on = rhythm_of(tie, turn.on - timedelta(days=1)), rhythm_of(tie, turn.on)
    assert before is not None
    assert on is not None
    assert (before.state, on.state) == (found.state, turn.state)


def test_days_away_are_told_apart_from_silence() -> None:
    """Half a year abroad: the silence is shorter, and it says by how much."""
    gone = (FIRST_DAY + timedelta(days=220), FIRST_DAY + timedelta(days=399))

    found = explained_after(MONTHLY, 200, away=(gone,))

    assert (found.silence_days, found.away_days) == (20, 180)
    assert found.state is State.ACTIVE


def test_someone_with_meetings_only_ahead_has_nothing_to_explain() -> None:
    """Nobody met, nothing said."""
    assert explained([], Standing(tie=tie_of([]), today=FIRST_DAY)) is None


def test_thresholds_are_those_that_decide() -> None:
    """Each is reached on its day when its risk is reached, too."""
    found = explained_after(MONTHLY, 30)

    assert [each.state for each in found.thresholds] == [State.DRIFTING, State.DORMANT, State.LONG_DORMANT]
    assert [each.silence_days for each in found.thresholds] == [34, 51, 365]
    assert found.turn is not None
    assert (found.turn.on - found.silent_since).days >= 34


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (0.0, "fewer than 5 of 100"),
        (0.02, "fewer than 5 of 100"),
        (0.03, "about 5 of 100"),
        (0.57615, "about 60 of 100"),
        (0.85, "about 85 of 100"),
        (0.97, "about 95 of 100"),
        (0.98, "more than 95 of 100"),
        (1.0, "more than 95 of 100"),
    ],
)
def test_a_chance_is_a_frequency_rounded_to_five(chance: float, said: str) -> None:
    """More digits would claim more than is known; nothing is ever certain."""
    assert frequency(chance, ENGLISH) == said
    assert as_frequency(chance) % 5 == 0


def test_calls_are_counted_as_such() -> None:
    """Of a mother who is called every week nobody says that they met."""
    first, *_ = as_text(explained_after(MONTHLY, 90), ENGLISH, have_talked=True)

    assert first == "You talked eight times, from 1 January 2025 to 30 July 2025."


def test_a_silence_is_told_in_sentences() -> None:
    """In the order in which one would ask."""
    days = "30 July 2025, 2 July 2025, 4 June 2025, 30 April 2025, 2 April 2025, 5 March 2025"
    days += ", 29 January 2025, 1 January 2025"
    stay = "such ties staying quiet three months longer"

    assert list(as_text(explained_after(MONTHLY, 90), ENGLISH)) == [
        "You met eight times, from 1 January 2025 to 30 July 2025.",
        f"Most recently: {days}.",
        "Usually about every month; the typical gap: four weeks.",
        "The longest break so far: five weeks.",
        "Quiet since 30 July 2025: three months, longer than any break before.",
        "After this many meetings, about 5 of 100 such ties come to rest.",
        "Where such a tie goes on, about 15 of 100 breaks last longer than this one.",
        "Of these breaks, about 40 of 100 last three months longer still.",
        "Both together: after a silence like this, about 30 of 100 such ties have come to rest.",
        "By themselves, about 60 of 100 such ties do not pick up again within three months.",
        "Now: drifting. It is quieter than usual between you, and may well pick up by itself.",
        f"To be drifting takes both a silence of at least five weeks and about 50 of 100 {stay}.",
        f"To be dormant takes both a silence of at least seven weeks and about 70 of 100 {stay}.",
        f"To be dormant for long takes both a silence of at least one year and about 85 of 100 {stay}.",
        "Without a meeting, from 10 December 2025 on: dormant.",
        "A meeting makes it active.",
    ]


YEARLY_CONFERENCE = (0, 364, 728, 1099)


def test_a_yearly_friend_is_told_the_odds_that_the_state_goes_by() -> None:
    """Of a hundred, 75 stay quiet for three months, and all is as usual: states look a whole gap ahead."""
    found = explained_after(YEARLY_CONFERENCE, 400, is_in_series=True)
    lines = list(as_text(found, ENGLISH))

    assert (found.state, found.ahead_days) == (State.ACTIVE, 343)
    assert "By themselves, about 75 of 100 such ties do not pick up again within three months." in lines
    assert "Over eleven months, it is about 45 of 100; the state goes by that." in lines
    assert sum("staying quiet eleven months longer" in line for line in lines) == 3
    assert as_body(found)["ahead_days"] == 343


def test_someone_met_once_is_told_without_odds() -> None:
    """One meeting is no rhythm."""
    lines = list(as_text(explained_after((0,), 400), ENGLISH))

    assert lines[0] == "You met once, on 1 January 2025."
    assert "of 100" not in " ".join(lines)
    assert "Time alone changes nothing here." in lines


def stayed(*stays: tuple[date, date]) -> list[str]:
    met = [MetDay(starts_on=first, ends_on=last) for first, last in stays]
    tie = tie_of(met)
    assert tie.last_met_on is not None
    found = explained(met, Standing(tie=tie, today=tie.last_met_on + timedelta(days=300)))
    assert found is not None
    return list(as_text(found, ENGLISH))


def test_a_stay_ends_on_its_last_day() -> None:
    """As wherever else it is told when two last met."""
    one, year = (date(2025, 4, 2), date(2025, 4, 3)), (date(2024, 12, 30), date(2025, 1, 1))

    assert stayed(one)[0] == "You met once, from 2 April 2025 to 3 April 2025."
    assert stayed(year, one)[:2] == [
        "You met two times, from 30 December 2024 to 3 April 2025.",
        "Most recently: 2 April – 3 April 2025, 30 December 2024 – 1 January 2025.",
    ]


def test_a_wish_for_quiet_goes_before_every_state() -> None:
    """No reason is asked, and no other state is named."""
    rest = Rest(until=date.max)

    lines = list(as_text(explained_after(MONTHLY, 200), ENGLISH, rest))

    assert lines[-1] == "Now: resting. You wished for quiet."
    assert lines[-2].startswith("Quiet since 30 July 2025")
    assert not [line for line in lines if "of 100" in line or "makes it" in line]


def test_of_whoever_has_died_the_shared_days_are_told_and_nothing_else() -> None:
    """No odds, no pause, no meeting that would change anything."""
    rest = Rest(until=date.max, kind=RestKind.DECEASED)

    met, lately, now = as_text(explained_after(MONTHLY, 200), ENGLISH, rest)

    assert met == "You met eight times, from 1 January 2025 to 30 July 2025."
    assert lately.startswith("Most recently: 30 July 2025, ")
    assert now == "Now: has died. Nothing is suggested any more, and no day is brought up."


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("silence", [0, 60, 150, 3285])
@pytest.mark.parametrize("days", [(0,), (0, 30), (0, 5, 10, 300, 305, 310), MONTHLY, (0, 364, 728, 1099)])
def test_every_language_tells_it_whole(lang: str, silence: int, days: tuple[int, ...]) -> None:
    """No placeholder stays, and a chance is never anything but a frequency."""
    words = Words(lang=lang, table=words_of(lang))

    text = "\n".join(as_text(explained_after(days, silence, is_in_series=True), words))

    assert "{" not in text
    assert "%" not in text
    assert not re.search(r"\b0[.,]\d", text)


def test_a_program_gets_every_number() -> None:
    """Plain values under stable names, finite and of the days themselves."""
    found = explained_after(MONTHLY, 90)
    body = as_body(found)

    assert body["visits"][0] == "2025-01-01"
    assert body["factors"]["last"] == round(posterior_of(tie_of(_days(found))).delta, 5)
    assert body["turn"] == {"on": "2025-12-10", "state": "dormant"}
    assert body["is_longest_break"]


def test_no_break_is_the_longest_where_they_may_have_met_since() -> None:
    """A title leaves it open."""
    found = replace(explained_after(MONTHLY, 90), is_in_doubt=True)

    assert not as_body(found)["is_longest_break"]
    assert "longer than any break" not in "\n".join(as_text(found, ENGLISH))


def _days(found: Explanation) -> list[MetDay]:
    return list(found.visits)


def test_a_silence_beyond_all_breaks_that_is_no_drifting_yet_is_told_as_such() -> None:
    """Nobody reads "longer than any break before" and "nothing has changed" of one tie."""
    found = explained_after(YEARLY_CONFERENCE, 400, is_in_series=True)
    lines = list(as_text(found, ENGLISH))

    assert (found.state, found.is_longest_break) == (State.ACTIVE, True)
    assert any("The silence is longer than any before, but not yet long enough" in line for line in lines)
    assert not any("Nothing says that anything has changed" in line for line in lines)


def test_of_a_week_that_was_left_out_no_odds_are_told() -> None:
    """Once a week, and once not: nobody is told how many such ties have ended."""
    lines = list(as_text(explained_after(tuple(range(0, 200, 7)), 14, is_in_series=True), ENGLISH))

    assert not any("pick up again" in line or "have come to rest" in line for line in lines)
    assert any("active" in line for line in lines)
