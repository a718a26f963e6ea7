"""A title that wrongly tells of a death is contradicted: they are alive, until the user takes that back."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tasks.farewells import farewells_of, remember_farewells
from tasks.importing import import_cards
from tasks.tending import merge, split
from tasks.tends import TendedHouse
from tasks.wiring import UsageError
from tasks.wishing import let_rest, say_alive
from tests.tasks.home import NOW, Home, as_it_was, event, kept_of, monthly
from tests.tasks.running import environ, said
from worker.core.nudge import NudgeState
from worker.core.rest import RestKind
from worker.store import people, users
from worker.store.people import KnownPerson
from worker.web.tends import Saying

LONG_AGO = timedelta(days=240)
BOOK = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Berg\r\nEMAIL:ada@example.com\r\nEND:VCARD\r\n"
FAREWELL = event("f", NOW - timedelta(days=90), title="Beerdigung Ada Berg, Waldfriedhof")
"""Of another Ada Berg, say."""


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ada went missing, and a title says that she died."""
    made = Home(tmp_path_factory.mktemp("lived") / "home")
    (made.folder / "book.vcf").write_text(BOOK)
    import_cards(made.house, made.folder / "book.vcf")
    made.add(made.write("work.ics", *monthly("ada", meetings=12, ended=LONG_AGO), FAREWELL))
    return kept_of(made)


@pytest.fixture
def home(lived: Path) -> Iterator[Home]:
    with as_it_was(lived) as home:
        yield home


def known(home: Home, text: str = "ada") -> KnownPerson:
    with home.house.database.read() as conn:
        return people.find(conn, home.user_id, text)[0]


def is_missed(home: Home) -> bool:
    home.live()
    return any(each.state is NudgeState.OPEN for each in home.nudges())


def why(home: Home) -> str:
    return "\n".join(said("people", "--why", "ada", env=environ(home.folder / "data")).lines)


def test_whom_the_user_knows_to_live_is_missed_again(home: Home) -> None:
    """Until they take that back: then the title counts again."""
    before = is_missed(home)
    say_alive(home.house, "ada")
    after = is_missed(home)
    say_alive(home.house, "ada", is_undone=True)

    assert (before, after, is_missed(home)) == (False, True, False)


def test_it_is_remembered_however_often_calendars_and_cards_are_read(home: Home) -> None:
    """A card that tells of a death is wrong as well; and more titles change nothing."""
    say_alive(home.house, "ada")
    (home.folder / "book.vcf").write_text(BOOK.replace("END:VCARD", "DEATHDATE:20260301\r\nEND:VCARD"))
    import_cards(home.house, home.folder / "book.vcf")
    home.add(home.write("more.ics", event("g", NOW - timedelta(days=80), title="Todestag Ada Berg")))
    with home.house.database.write() as conn:
        conn.exec_driver_sql("UPDATE events SET learnt_at = NULL")

    assert is_missed(home)
    assert not known(home).person.is_deceased


def test_why_tells_of_the_title_and_of_the_way_out(home: Home) -> None:
    """And then of what the user said, and how to take that back. The title itself is not quoted there."""
    before = why(home)
    say_alive(home.house, "ada")
    after = why(home)

    assert "Now: has died." in before
    assert "A title or an address book tells so. If it is wrong: `" in before
    assert "rest ada@example.com --alive`" in before
    assert "has died" not in after
    assert "You said that they live, whatever a title tells. To take that back: `" in after
    assert "rest ada@example.com --alive --end`" in after


def test_by_command_and_back(home: Home) -> None:
    """`--alive` is no rest: it has neither a kind nor a day."""
    env = environ(home.folder / "data")

    assert said("rest", "ada", "--alive", env=env).lines == ["Ada Berg: alive, whatever a title tells."]
    assert said("people", "--format", "json", env=env).body[0]["alive"]
    assert said("rest", "ada", "--alive", "--end", env=env).lines == [
        "Ada Berg: what titles and cards tell counts again."
    ]
    assert not said("people", "--format", "json", env=env).body[0]["alive"]
    refused = said("rest", "ada", "--alive", "--as", "space", env=env)
    assert refused.code == 2
    assert "--alive is no rest: leave --as and --until out" in refused.err
    with pytest.raises(UsageError, match="you never said that Ada Berg is alive"):
        say_alive(home.house, "ada", is_undone=True)


def test_the_later_word_of_the_user_holds(home: Home) -> None:
    """That they died takes it back, and is taken back by it; no other rest is."""
    say_alive(home.house, "ada")
    let_rest(home.house, "ada", RestKind.DECEASED, None)
    died = (known(home).person.is_alive, is_missed(home))
    say_alive(home.house, "ada")
    lives = (known(home).rest, is_missed(home))
    let_rest(home.house, "ada", RestKind.SPACE, None)
    say_alive(home.house, "ada")

    assert (died, lives) == ((False, False), (None, True))
    assert known(home).rest_until == date.max


def test_it_is_said_on_the_page_too(home: Home) -> None:
    """As what the command says."""
    TendedHouse(home.house).say("ada", Saying.ALIVE, None)

    assert known(home).person.is_alive


def test_of_two_who_are_one_it_holds_for_both_and_a_split_gives_it_back(home: Home) -> None:
    """As a pin does."""
    home.add(home.write("more.ics", *monthly("lovelace", meetings=3, ended=LONG_AGO)))
    home.live()
    say_alive(home.house, "lovelace")

    merge(home.house, "ada", "lovelace")
    whole = known(home).person.is_alive
    split(home.house, "ada")

    assert whole
    assert not known(home).person.is_alive
    assert known(home, "lovelace").person.is_alive


def test_a_namesake_who_was_met_since_the_funeral_lives(tmp_path: Path) -> None:
    """In the plan and by command; as soon as a title tells of a later one, they may be dead."""
    home = Home(tmp_path)
    (home.folder / "book.vcf").write_text(BOOK)
    import_cards(home.house, home.folder / "book.vcf")
    early = event("f", NOW - timedelta(days=500), title="Beerdigung Oma Ada")
    home.add(home.write("work.ics", *monthly("ada", meetings=12, ended=LONG_AGO), early))
    was_missed, before = is_missed(home), said("people", env=environ(home.folder / "data")).out.decode()
    home.add(home.write("late.ics", event("l", NOW - timedelta(days=90), title="Beerdigung Ada")))
    is_still_missed, after = is_missed(home), said("people", env=environ(home.folder / "data")).out.decode()

    assert (was_missed, is_still_missed) == (True, False)
    assert ("has died" in before, "has died" in after) == (False, True)
    home.house.close()


def test_what_was_kept_of_farewells_without_their_days_still_counts(home: Home) -> None:
    """As an earlier version kept it; the day is learnt when the event is read again."""
    with home.house.database.write() as conn:
        users.keep_value(conn, home.user_id, "farewells", '["Beerdigung Ada Berg, Waldfriedhof"]')
        old = farewells_of(conn, home.user_id)
        remember_farewells(conn, home.user_id, {**old, "Todestag Ada": date(2026, 1, 2)})
        new = farewells_of(conn, home.user_id)

    assert old == {"Beerdigung Ada Berg, Waldfriedhof": date.max}
    assert new == {**old, "Todestag Ada": date(2026, 1, 2)}
    assert not is_missed(home)
