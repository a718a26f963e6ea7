"""What the user says of somebody's state holds: nothing is said about them, nothing waits, all can be taken back."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tasks.importing import import_cards
from tasks.tending import merge, split
from tasks.wiring import UsageError
from tasks.wishing import end_rest, let_rest, pin
from tests.store.making import nudge
from tests.tasks.home import NOW, Home, as_it_was, event, kept_of, monthly
from tests.tasks.running import environ, said
from worker.core.answer import Answer
from worker.core.nudge import Gift, GiftKind, NudgeState
from worker.core.person import Person
from worker.core.rest import Rest, RestKind
from worker.store import answers, letters, nudges, people
from worker.store.people import KnownPerson

LONG_AGO = timedelta(days=240)
WEEK = timedelta(weeks=1)
BOOK = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Berg\r\nEMAIL:ada@example.com\r\nBDAY:1980-02-11\r\nEND:VCARD\r\n"
)

every_kind = pytest.mark.parametrize("kind", list(RestKind))


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ada went missing, has a birthday, and a nudge about her waits."""
    made = Home(tmp_path_factory.mktemp("lived") / "home")
    book = made.folder / "book.vcf"
    book.write_text(BOOK)
    import_cards(made.house, book)
    made.add(made.write("work.ics", *monthly("ada", meetings=12, ended=LONG_AGO)))
    return kept_of(made)


@pytest.fixture
def home(lived: Path) -> Iterator[Home]:
    with as_it_was(lived) as home:
        yield home


def known(home: Home, text: str = "ada") -> KnownPerson:
    with home.house.database.read() as conn:
        return people.find(conn, home.user_id, text)[0]


def standing(home: Home) -> list[str]:
    waiting = (NudgeState.OPEN, NudgeState.LATER)
    return [each.nudge.person for each in home.nudges() if each.state in waiting]


@every_kind
def test_what_is_pending_goes_at_once(home: Home, kind: RestKind) -> None:
    """Before any planning; the subscription shows it as cancelled."""
    assert standing(home) == ["ada@example.com"]

    let_rest(home.house, "ada", kind, None)

    assert [each.state for each in home.nudges()] == [NudgeState.WITHDRAWN]


@every_kind
def test_nothing_is_said_about_them_as_long_as_it_lasts(home: Home, kind: RestKind) -> None:
    """Neither the silence nor the birthday (in the twelfth week) brings a word, in a year."""
    let_rest(home.house, "ada", kind, None if kind is RestKind.DECEASED else date(2027, 12, 31))

    for weeks in (1, 5, *range(9, 14), 30, 50):
        home.now = NOW + weeks * WEEK
        home.suggest()
        assert standing(home) == []


@every_kind
def test_a_state_is_taken_back_whole(home: Home, kind: RestKind) -> None:
    """Even the last one: a mistake is possible."""
    before = known(home)
    let_rest(home.house, "ada", kind, None)

    end_rest(home.house, "ada")
    home.suggest()

    assert known(home) == before
    assert standing(home) == ["ada@example.com"]


def test_how_long_a_state_lasts_depends_on_what_it_is(home: Home) -> None:
    """Rest and mourning pass by themselves; all else until the user says otherwise."""
    lasts = {kind: let_rest(home.house, "ada", kind, None)[1].until for kind in RestKind}

    in_90_days = date(2027, 2, 21)
    assert lasts == dict.fromkeys(RestKind, date.max) | {
        RestKind.RESTING: in_90_days,
        RestKind.MOURNING: in_90_days,
    }


def test_nobody_is_introduced_to_somebody_who_rests(home: Home) -> None:
    """A nudge about somebody else that would bring them together is withdrawn, too."""
    with home.house.database.write() as conn:
        bob = people.ensure_people(conn, home.user_id, [people.Named(address="bob@example.net", name="Bob")])
        gift = Gift(kind=GiftKind.INTRODUCTION, text="Bob and Ada Berg both care about “bees”")
        both = nudge("bob", person="bob@example.net", more_gifts=(gift,))
        plain = nudge("plain", person="bob@example.net", more_gifts=())
        new = [nudges.NewNudge(nudge=each, person_id=bob["bob@example.net"]) for each in (both, plain)]
        nudges.add_new(conn, home.user_id, new, NOW)

    let_rest(home.house, "ada", RestKind.CONFLICT, None)

    states = {each.nudge.id: each.state for each in home.nudges()}
    assert (states["bob"], states["plain"]) == (NudgeState.WITHDRAWN, NudgeState.OPEN)


def test_a_letter_that_was_not_sent_is_written_anew(home: Home) -> None:
    """It may tell of them."""
    with home.house.database.write() as conn:
        letters.write(
            conn, home.user_id, home.house.vault, dedupe_key="w", message_id="w", payload=b"Ada", now=NOW
        )

    let_rest(home.house, "ada", RestKind.MOURNING, None)

    assert home.rows("SELECT count(*) FROM letters") == [(0,)]


def test_an_old_link_does_not_shorten_a_state(home: Home) -> None:
    """Whoever taps "let rest" in last week's letter has not made peace by that; undoing it has not, either."""
    (waiting,) = home.nudges()
    let_rest(home.house, "ada", RestKind.CONFLICT, None)
    with home.house.database.write() as conn:
        asked = {"today": NOW.date(), "now": NOW}
        answers.give(conn, home.user_id, waiting.nudge.id, Answer.REST, **asked)
        after = people.get(conn, home.user_id, waiting.person_id).rest
        answers.undo_last_answer(conn, home.user_id, waiting.nudge.id, NOW)

    assert after == known(home).rest == Rest(until=date.max, kind=RestKind.CONFLICT)


def test_a_state_said_after_an_answer_outlives_its_undoing(home: Home) -> None:
    """The later word holds."""
    (waiting,) = home.nudges()
    with home.house.database.write() as conn:
        answers.give(conn, home.user_id, waiting.nudge.id, Answer.REST, today=NOW.date(), now=NOW)
    let_rest(home.house, "ada", RestKind.SPACE, None)
    with home.house.database.write() as conn:
        answers.undo_last_answer(conn, home.user_id, waiting.nudge.id, NOW)

    assert known(home).rest == Rest(until=date.max, kind=RestKind.SPACE)


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        (None, Rest(until=date.max, kind=RestKind.SPACE), RestKind.SPACE),
        (Rest(until=date(2027, 1, 1)), Rest(until=date.max, kind=RestKind.MUTED), RestKind.MUTED),
        (Rest(until=date.max, kind=RestKind.CONFLICT), Rest(until=date.max), RestKind.CONFLICT),
        (Rest(until=date.max, kind=RestKind.SPACE), Rest(until=date.max, kind=RestKind.DECEASED), RestKind.DECEASED),
    ],
)  # fmt: skip
def test_a_merge_keeps_the_stronger_state_and_a_split_both(
    home: Home, one: Rest | None, other: Rest | None, whole: RestKind
) -> None:
    """Exactly as they were."""
    home.add(home.write("more.ics", *monthly("lovelace", meetings=12, ended=LONG_AGO)))
    home.live()
    with home.house.database.write() as conn:
        people.set_rest(conn, home.user_id, known(home, "ada").id, one)
        people.set_rest(conn, home.user_id, known(home, "lovelace").id, other)

    merge(home.house, "ada", "lovelace")
    joined = known(home, "ada").rest
    split(home.house, "ada")

    assert joined is not None
    assert joined.kind is whole
    assert (known(home, "ada").rest, known(home, "lovelace").rest) == (one, other)


def test_a_state_changed_on_the_whole_stays_whole_after_the_split(home: Home) -> None:
    """Its kind and its day are one wish: neither goes back without the other."""
    home.add(home.write("more.ics", *monthly("lovelace", meetings=12, ended=LONG_AGO)))
    home.live()
    let_rest(home.house, "lovelace", RestKind.CONFLICT, None)
    merge(home.house, "ada", "lovelace")
    let_rest(home.house, "ada", RestKind.SPACE, None)

    split(home.house, "ada")

    assert known(home, "ada").rest == Rest(until=date.max, kind=RestKind.SPACE)
    assert known(home, "lovelace").rest == Rest(until=date.max, kind=RestKind.CONFLICT)


def test_a_state_is_a_wish_and_not_a_fact_of_the_address_book(home: Home) -> None:
    """Importing the cards again does not make a death of it that cannot be taken back."""
    let_rest(home.house, "ada", RestKind.DECEASED, None)
    import_cards(home.house, home.folder / "book.vcf")
    end_rest(home.house, "ada")

    assert not known(home).person.is_deceased


def test_learning_goes_on_meanwhile(home: Home) -> None:
    """Meetings are kept; when the state ends, the silence is as long as it was."""
    let_rest(home.house, "ada", RestKind.SPACE, None)
    home.add(home.write("new.ics", event("new", NOW - timedelta(days=3), "ada@example.com")))
    home.live()

    assert known(home).tie.last_met_on == date(2026, 11, 20)


def test_a_pin_can_be_taken_back(home: Home) -> None:
    """Twice is once."""
    told = [pin(home.house, "ada", is_pinned=True) for _ in range(2)]
    was_pinned = known(home).is_pinned
    pin(home.house, "ada", is_pinned=False)

    assert isinstance(told[1], Person)
    assert was_pinned
    assert not known(home).is_pinned


def test_what_cannot_be_wished_is_said_in_a_sentence(home: Home) -> None:
    """A day that is over, a death with an end, and nothing to take back."""
    with pytest.raises(UsageError, match="is over"):
        let_rest(home.house, "ada", RestKind.SPACE, date(2026, 11, 1))
    with pytest.raises(UsageError, match="a death ends on no day"):
        let_rest(home.house, "ada", RestKind.DECEASED, date(2027, 11, 1))
    with pytest.raises(UsageError, match="does not rest"):
        end_rest(home.house, "ada")
    assert known(home).rest is None


def test_a_death_that_a_card_tells_of_is_told_as_gently(home: Home) -> None:
    """By `people --why`, in the words of the state."""
    book = home.folder / "book.vcf"
    book.write_text(BOOK.replace("END:VCARD", "DEATHDATE:20260301\r\nEND:VCARD"))
    import_cards(home.house, book)
    env = environ(home.folder / "data")

    told = said("people", "--why", "ada", env=env).lines

    assert "  Now: has died. Nothing is suggested any more, and no day is brought up." in told


def test_a_death_that_a_title_tells_of_is_told_as_gently(home: Home) -> None:
    """After the days you shared, and nothing of odds or of a meeting that would change anything."""
    farewell = event("f", NOW - LONG_AGO + WEEK, title="Beerdigung Ada Berg, Waldfriedhof")
    home.read(home.add(home.write("own.ics", farewell)))

    told = said("people", "--why", "ada", env=environ(home.folder / "data")).lines

    assert "  Now: has died. Nothing is suggested any more, and no day is brought up." in told
    assert not [line for line in told if "of 100" in line or "makes it" in line]
    (listed,) = said("people", env=environ(home.folder / "data")).lines
    assert listed.endswith("(has died)")
    (row,) = json.loads(said("people", "--format", "json", env=environ(home.folder / "data")).out)
    assert (row["state"], row["rest_as"], row["rest_until"]) == ("resting", "deceased", "9999-12-31")
