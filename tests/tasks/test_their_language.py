"""Another language in the settings: what stands is said in it from the next start on."""

from datetime import timedelta
from pathlib import Path

import pytest

from tasks import answering
from tasks.giving import note
from tests.tasks.home import Home, missing
from worker.core.fold import folded_words
from worker.core.giving.note import NoteKind
from worker.core.nudge import WAITING, Nudge


def told(home: Home) -> dict[str, Nudge]:
    return {each.nudge.id: each.nudge for each in home.nudges() if each.state in WAITING}


def is_english(nudge: Nudge) -> bool:
    said = " ".join((nudge.headline, nudge.why, nudge.gift.text, nudge.draft))
    return not {"you", "with", "the", "to"}.isdisjoint(folded_words(said))


@pytest.mark.parametrize("days_later", [0, 1])
def test_what_stands_is_said_in_the_language_that_the_user_speaks_now(
    tmp_path: Path, days_later: int
) -> None:
    """Put off or not, a draft or not: for the same people, on the same days, once."""
    home = Home(tmp_path, language="en")
    home.add(home.write("work.ics", *missing("ada", "bob", "cleo")))
    home.live()
    answering.give(home.house, home.nudges()[0].nudge.id, "later")
    english = told(home)
    home.house.close()

    spanish = Home(tmp_path, language="es")
    spanish.now = home.now + timedelta(days=days_later)
    spanish.suggest()
    after = told(spanish)
    spanish.suggest()

    assert len(english) == 3
    assert {id_: (each.person, each.on) for id_, each in after.items()} == {
        id_: (each.person, each.on) for id_, each in english.items()
    }
    assert {is_english(each) for each in english.values()} == {True}
    assert {is_english(each) for each in after.values()} == {False}
    assert told(spanish) == after
    spanish.house.close()


def test_what_stood_for_another_reason_is_said_in_the_new_language_all_the_same(tmp_path: Path) -> None:
    """A request came meanwhile, so that a silence alone would not be told any more; nothing stays in the old one."""
    home = Home(tmp_path, language="en")
    home.add(home.write("work.ics", *missing("ada", "bob")))
    home.live()
    english = told(home)
    note(home.house, NoteKind.ASK, "ada", "a reference")
    home.house.close()

    german = Home(tmp_path, language="de")
    german.now = home.now + timedelta(days=1)
    german.suggest()
    after = told(german)
    german.suggest()

    assert len(english) == 2
    assert after.keys() == english.keys()
    assert {is_english(each) for each in after.values()} == {False}
    assert told(german) == after
    german.house.close()
