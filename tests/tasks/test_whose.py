"""Whose a calendar is, through the real store: the partner's meetings are not the user's, and all comes back."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tasks import learn
from tasks.booking import looked_ahead
from tasks.checkup import findings
from tasks.duty import Kind
from tasks.forgetting import forget
from tasks.importing import import_cards
from tasks.learnt import learnt_from
from tasks.proposing import proposals
from tasks.whose import say_whose
from tasks.wishing import pin
from tests.tasks.home import LONG_AGO, ME, NOW, Home, event, missing, monthly
from tests.tasks.running import environ, said
from tests.tasks.test_titles import alone
from worker.core.nudge import NudgeState
from worker.core.owner import Whose
from worker.store import events

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
ANNA, ADA, BEA = "anna@example.com", "ada@example.com", "bea@example.com"
CARDS = (
    ("Patrícia Lopes", "patricia@example.com", ""),
    ("Anna Roth", ANNA, ""),
    ("Eva Roth", ME, "item1.X-ABRELATEDNAMES:Anna Roth\r\nitem1.X-ABLabel:_$!<Spouse>!$_\r\n"),
)
LUNCHES = [alone(f"l{n}", NOW - LONG_AGO - 4 * n * WEEK, "Almoço com a Patrícia") for n in range(12)]
HERS = (
    *LUNCHES,
    *(event(f"w{n}", NOW - (10 + 7 * n) * DAY, BEA, host=ANNA) for n in range(12)),
    event("both", NOW - 20 * DAY, ME, ADA, host=ANNA),
)
LUNCH = alone("mine", NOW - 300 * DAY, "Almoço com a Patrícia")
PATRICIA = "patricia@example.com"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path)
    yield home
    home.house.close()


def book(home: Home, *cards: tuple[str, str, str]) -> None:
    path = home.folder / "book.vcf"
    path.write_text(
        "".join(
            f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEMAIL:{address}\r\n{more}END:VCARD\r\n"
            for name, address, more in cards
        )
    )
    import_cards(home.house, path)


def add_both(home: Home) -> int:
    """Hers has twelve lunches with Patrícia, mine has one of them; gives the number of hers."""
    book(home, *CARDS[:1])
    home.add(home.write("mine.ics", LUNCH, *missing("dora")))
    feed_id = home.add(home.write("hers.ics", *HERS))
    home.live()
    return feed_id


def say(home: Home, feed_id: int, *, is_mine: bool) -> None:
    say_whose(home.house, str(feed_id), is_mine=is_mine)
    home.live()


def met(home: Home) -> dict[str, list[str]]:
    """By key: when, from which calendar, in what words; the past alone."""
    return {
        who: sorted(f"{t.started_at} {t.source} {t.title}" for t in found if not t.is_upcoming)
        for who, found in sorted(home.touches().items())
    }


def waiting(home: Home) -> dict[str, str]:
    """Person → id of what waits."""
    return {each.nudge.person: each.nudge.id for each in home.nudges() if each.state is NudgeState.OPEN}


def test_what_was_made_of_the_partners_calendar_is_taken_back_and_comes_back(home: Home) -> None:
    """A lunch that stands in both stays; so does a dinner to which the user was invited. Nothing else is lost."""
    hers = add_both(home)
    before, waited = met(home), waiting(home)
    assert set(waited) == {PATRICIA, "dora@example.com"}
    assert len(before[PATRICIA]) == 13

    say(home, hers, is_mine=False)

    assert [len(met(home).get(who, ())) for who in (PATRICIA, ADA, ANNA, BEA)] == [1, 1, 1, 0]
    assert waiting(home) == {"dora@example.com": waited["dora@example.com"]}
    assert home.feed(hers).owners == ()

    say(home, hers, is_mine=True)

    assert met(home) == before
    assert waiting(home) == waited


def test_said_at_once_and_said_later_come_to_the_same(home: Home, tmp_path: Path) -> None:
    """Whether the calendar was read before or not."""
    say(home, add_both(home), is_mine=False)
    other = Home(tmp_path / "other")
    book(other, *CARDS[:1])
    other.add(other.write("mine.ics", LUNCH, *missing("dora")))
    hers = other.add(other.write("hers.ics", *HERS))
    say_whose(other.house, str(hers), is_mine=False)
    other.live()
    at_once, at_once_waiting = met(other), waiting(other)
    other.house.close()

    assert met(home) == at_once
    assert waiting(home).keys() == at_once_waiting.keys()


def test_what_the_calendar_shows_no_more_is_taken_back_and_comes_back_too(home: Home) -> None:
    """Many a calendar shows the last year alone: what it told before could not be read again."""
    hers = add_both(home)
    before = met(home)
    home.write("hers.ics", *HERS[8:])
    home.now += DAY
    home.read(hers)
    home.now += 2 * DAY
    home.read(hers)
    assert met(home) == before

    say(home, hers, is_mine=False)
    assert [len(met(home).get(who, ())) for who in (PATRICIA, ADA, BEA)] == [1, 1, 0]

    say(home, hers, is_mine=True)
    assert met(home) == before


def test_a_learning_under_way_does_not_bring_it_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It began when the calendar was still the user's."""
    home = Home(tmp_path, me=(ME,))
    hers = add_both(home)
    with home.house.database.write() as conn:
        events.mark_unlearnt(conn, home.user_id, hers)

    def said_meanwhile(*args: Any, **more: Any) -> Any:
        monkeypatch.undo()
        say_whose(home.house, str(hers), is_mine=False)
        return learnt_from(*args, **more)

    monkeypatch.setattr(learn, "learnt_from", said_meanwhile)
    home.do(Kind.LEARN, hers)
    home.live()
    found = met(home)
    home.house.close()

    assert [len(found.get(who, ())) for who in (PATRICIA, BEA)] == [1, 0]


def test_who_was_forgotten_meanwhile_stays_so(home: Home) -> None:
    """What was set aside brings nobody back."""
    hers = add_both(home)
    say(home, hers, is_mine=False)
    forget(home.house, PATRICIA)

    say(home, hers, is_mine=True)

    assert PATRICIA not in met(home)
    assert "Patr" not in str(home.touches())


def test_a_nudge_that_quotes_a_meeting_of_hers_is_said_anew(home: Home) -> None:
    """The tie is the user's own, and her event was the last thing that was shared."""
    home.add(home.write("mine.ics", *monthly("ada", meetings=12, ended=LONG_AGO)))
    theirs = event("t", NOW - LONG_AGO + 2 * DAY, ADA, title="Pottery class", host=ANNA)
    more = [event(f"x{n}", NOW - (10 + 7 * n) * DAY, BEA, host=ANNA) for n in range(8)]
    hers = home.add(home.write("hers.ics", theirs, *more))
    home.live()
    home.now += 4 * timedelta(hours=1)
    (before,) = [each for each in home.nudges() if each.nudge.person == ADA]
    assert "Pottery class" in str(before.nudge.evidence)

    say(home, hers, is_mine=False)

    (after,) = [each for each in home.nudges() if each.nudge.person == ADA and each.state is NudgeState.OPEN]
    assert "Pottery" not in str(after.nudge)


def test_another_full_week_and_journey_are_not_the_users(home: Home) -> None:
    """Nor is a name in her titles asked about."""
    full = [event(f"f{n}", NOW + DAY + n * timedelta(hours=1), BEA, host=ANNA) for n in range(8)]
    away = alone("fly", NOW + 9 * DAY, "Flight to Lisbon").replace("SUMMARY", "LOCATION:Lisbon\r\nSUMMARY")
    hers = home.add(home.write("hers.ics", *full, away, alone("z", NOW - DAY, "Coffee with Zora Quill")))
    home.live()

    def ahead() -> tuple[bool, bool, list[str]]:
        with home.house.database.read() as conn:
            found = looked_ahead(conn, home.user_id, now=home.now, zone=home.house.zone)
        return bool(found.agenda.booked), bool(found.trips), [each.name for each in proposals(home.house)]

    assert ahead() == (True, True, ["Zora Quill"])
    say(home, hers, is_mine=False)
    assert ahead() == (False, False, [])
    say(home, hers, is_mine=True)
    assert ahead() == (True, True, ["Zora Quill"])


def named(home: Home, name: str, shown: Iterable[str] = HERS) -> int:
    """Hers, as it calls itself."""
    path = Path(home.write("hers.ics", *shown))
    path.write_bytes(
        path.read_bytes().replace(b"VERSION:2.0\r\n", f"VERSION:2.0\r\nX-WR-CALNAME:{name}\r\n".encode(), 1)
    )
    return home.add(str(path))


@pytest.mark.parametrize("is_book_first", [True, False])
def test_a_calendar_that_is_called_by_the_partners_address_is_hers(
    tmp_path: Path, is_book_first: bool
) -> None:
    """As Google calls one; whichever comes first. Who contradicts is not asked again."""
    home = Home(tmp_path, me=(ME,))
    if is_book_first:
        book(home, *CARDS)
    hers = named(home, ANNA)
    home.live()
    if not is_book_first:
        book(home, *CARDS)
        home.live()
    by_name, found = home.feed(hers).whose, met(home)
    say(home, hers, is_mine=True)
    book(home, *CARDS)
    home.write("hers.ics", *HERS, LUNCH)
    home.read(hers)
    after = home.feed(hers).whose
    home.house.close()

    assert by_name is Whose.BY_NAME
    assert PATRICIA not in found
    assert after is Whose.MINE


def asked(home: Home) -> list[str]:
    return [each.sentence for each in findings(home.house) if each.is_note]


@pytest.mark.parametrize(("name", "me"), [(ANNA, ()), ("Anna", (ME,)), ("Anna Roth", ())])
def test_a_weaker_sign_is_a_question_that_either_answer_ends(
    tmp_path: Path, name: str, me: tuple[str, ...]
) -> None:
    """Whose card is the user's own has to be certain; and parents keep calendars for their children."""
    home = Home(tmp_path, me=me)
    home.add(home.write("mine.ics", *monthly("dora", meetings=4, ended=LONG_AGO)))
    book(home, *CARDS)
    hers = named(home, name)
    home.live()
    before = asked(home)
    say(home, hers, is_mine=True)
    after, whose = asked(home), home.feed(hers).whose
    home.house.close()

    assert len(before) == 1
    assert before[0].startswith("hers.ics is called like Anna Roth: `snowdrop theirs 2` if it is theirs")
    assert "`snowdrop theirs 2 --mine` if it is yours" in before[0]
    assert after == []
    assert whose is Whose.MINE


@pytest.mark.parametrize(
    ("name", "is_hers"), [(ANNA, True), ("Anna Roth", True), ("Anna", True), ("Family", False)]
)
def test_whose_calendar_the_user_reads_is_not_missed(tmp_path: Path, name: str, *, is_hers: bool) -> None:
    """Life together stands in no calendar; a pin contradicts it, and `preview` says the same."""
    home = Home(tmp_path, me=(ME,))
    book(home, *CARDS[:2])
    mine = home.write("mine.ics", *monthly("anna", meetings=12, ended=LONG_AGO), LUNCH)
    home.add(mine)
    hers = named(home, name, LUNCHES)
    say(home, hers, is_mine=False)
    home.live()
    before = waiting(home).keys()
    previewed = said(
        *("preview", mine, tmp_path / "hers.ics", "--theirs", tmp_path / "hers.ics", "--me", ME),
        *("--contacts", tmp_path / "book.vcf", "--now", f"{NOW:%Y-%m-%dT%H:%M:%SZ}"),
        env=environ(home.folder / "none"),
    )
    pin(home.house, ANNA, is_pinned=True)
    home.suggest()
    after = waiting(home).keys()
    home.house.close()

    assert (ANNA in before) is not is_hers
    assert (b"Anna" in previewed.out) is not is_hers
    assert ANNA in after
