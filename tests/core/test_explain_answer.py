"""An answer in an explanation: it ends the silence as a meeting would, and is told as what the user said."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from config.words import LANGUAGES, words_of
from tasks.why import as_body, as_text
from tests.core.bonds import ENGLISH
from tests.core.test_explain import FIRST_DAY, MONTHLY
from worker.core.explain import Explanation, Standing, explained
from worker.core.prior import SHIPPED
from worker.core.rhythm import State, rhythm_of
from worker.core.tie import MetDay, tie_of
from worker.core.words import Words

MET = [MetDay(starts_on=day, ends_on=day) for day in (FIRST_DAY + timedelta(days=n) for n in MONTHLY)]
LAST = MET[-1].ends_on


def answered(on: date, today: date) -> Explanation:
    found = explained(MET, Standing(tie=tie_of(MET), today=today, answered_on=on))
    assert found is not None
    return found


def test_silence_is_told_from_the_day_on_which_the_user_was_in_touch() -> None:
    """Else nothing would tell why a friend who was last met in July is no more missed."""
    on = LAST + timedelta(days=120)

    today, later = answered(on, on), answered(on, on + timedelta(days=10))

    told = "You were in touch on 27 November 2025, as you said: silence counts from there."
    lines = list(as_text(today, ENGLISH))
    assert lines[3:6] == [
        "The longest break so far: four months.",
        told,
        "Now: active. Nothing says that anything has changed between you.",
    ]
    assert list(as_text(later, ENGLISH))[4:6] == [told, "Quiet since 27 November 2025: ten days."]
    assert not answered(on, on + timedelta(days=100)).is_longest_break
    assert as_body(later)["in_touch_on"] == as_body(later)["silent_since"] == "2025-11-27"


@pytest.mark.parametrize("days", [-30, 0])
def test_an_answer_before_the_last_meeting_is_told_no_more(days: int) -> None:
    """Silence runs from the meeting, also of the same day."""
    found = answered(LAST + timedelta(days=days), LAST + timedelta(days=60))

    assert as_body(found)["in_touch_on"] is None
    assert "in touch" not in "\n".join(as_text(found, ENGLISH))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_tells_of_the_answer(lang: str) -> None:
    """With its day."""
    words, on = Words(lang=lang, table=words_of(lang)), date(2025, 11, 8)

    lines = as_text(answered(on, on), words)

    assert words.say("rhythm.why.in_touch", day=words.day(on, with_year=True)) in lines


def test_it_goes_by_all_that_rhythm_goes_by() -> None:
    """The user's own prior, the state before, an answer, and the days away."""
    today = FIRST_DAY + timedelta(days=300)
    away = ((FIRST_DAY + timedelta(days=250), FIRST_DAY + timedelta(days=270)),)
    told: dict[str, Any] = {
        "prior": replace(SHIPPED, mu0=6.0),
        "before": State.LONG_DORMANT,
        "answered_on": FIRST_DAY + timedelta(days=230),
        "away": away,
    }

    standing = Standing(tie=tie_of(MET), today=today, **told)

    assert standing.rhythm(today, standing.before) == rhythm_of(tie_of(MET), today, **told)
