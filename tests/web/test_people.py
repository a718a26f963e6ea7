"""The page about people, over the real house: each form does what its command does, and each can be undone."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete
from starlette.testclient import TestClient

from config.words import LANGUAGES
from tasks.importing import import_cards
from tests.tasks.home import NOW, Home
from tests.tasks.test_titles import DAY, alone
from tests.web.client import client_of
from tests.web.life import answered, lived_in
from worker.core.nudge import NudgeState
from worker.core.rest import Rest, RestKind
from worker.store import people
from worker.store.people import KnownPerson
from worker.store.tables.giving import nudges as nudges_table


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lived once; each test gets a copy of its record."""
    folder = tmp_path_factory.mktemp("model")
    lived_in(folder).house.close()
    return folder / "data"


def copied(model: Path, folder: Path, **settings: object) -> Home:
    shutil.copytree(model, folder / "data")
    return Home(folder, host="127.0.0.1", **settings)


@pytest.fixture
def home(model: Path, tmp_path: Path) -> Iterator[Home]:
    made = copied(model, tmp_path)
    yield made
    made.house.close()


@pytest.fixture
def client(home: Home) -> TestClient:
    return client_of(home)


def post(client: TestClient, path: str, **fields: str) -> int:
    return answered(client, path, **fields)[0]


def known(home: Home, text: str = "ada") -> KnownPerson:
    with home.house.database.read() as conn:
        return people.find(conn, home.user_id, text)[0]


def days_met(home: Home) -> int:
    return known(home).tie.days_met


def test_who_may_be_one_is_shown_with_the_reasons_and_decided(home: Home, client: TestClient) -> None:
    """Joined, or set apart for good."""
    shown = client.get("/people").text
    assert "a short form of the given name" in shown
    pair = {"one": "bob@acme.example", "other": "rb@acme.example"}

    assert post(client, "same", **pair, answer="one") == 303

    assert known(home, "bob@acme.example").person.emails == ("bob@acme.example", "rb@acme.example")


def test_two_who_are_two_are_not_shown_again(home: Home, client: TestClient) -> None:
    """A glance, once."""
    assert post(client, "same", one="bob@acme.example", other="rb@acme.example", answer="two") == 303

    assert "a short form of the given name" not in client.get("/people").text
    assert known(home, "rb@acme.example").person.emails == ("rb@acme.example",)


def test_an_empty_week_tells_of_names_that_wait(home: Home, client: TestClient) -> None:
    """Whose calendars know people by their titles alone would wait in vain. No sooner, and not once all is said."""
    hint = "Your titles name people who are in no address book"
    told = [hint in client.get("/").text]

    with home.house.database.write() as conn:
        conn.execute(delete(nudges_table))
    told.append(hint in client.get("/").text)
    for name in ("Maria", "Xaver"):
        post(client, "named", name=name, answer="nobody")
    told.append(hint in client.get("/").text)

    assert told == [False, True, False]


def test_a_name_in_a_title_counts_once_it_is_confirmed(home: Home, client: TestClient) -> None:
    """What is private is named, and its title not shown."""
    shown = client.get("/people").text
    assert "Lunch with Maria" in shown
    assert "Xaver" in shown
    assert "Dinner" not in shown

    assert post(client, "named", name="Maria", answer="person") == 303
    home.live()

    assert [touch.title for touch in home.touches()["name:maria"]] == ["Lunch with Maria"]
    assert "Lunch with Maria" not in client.get("/people").text


def test_a_name_in_a_title_may_be_somebody_known(home: Home, client: TestClient) -> None:
    """Whoever bears its given name is offered; then the meeting is theirs."""
    book = home.folder / "marta.vcf"
    book.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Marta Ruiz\r\nTEL:+49 30 5550 0199\r\nEND:VCARD\r\n")
    import_cards(home.house, book)
    home.add(home.write("new.ics", alone("n", NOW - DAY, "Tea with Marta Xylander")))
    home.live()
    shown = client.get("/people").text

    assert post(client, "named", name="Marta Xylander", answer="known", person="name:marta ruiz") == 303
    home.live()

    assert shown.index(">Somebody<") < shown.index("That is Marta Ruiz")
    assert [touch.title for touch in home.touches()["name:marta ruiz"]] == ["Tea with Marta Xylander"]
    assert post(client, "named", name="Marta Xylander", answer="known", person="Gundula") == 400


def test_who_has_no_address_is_offered_by_name(home: Home, client: TestClient) -> None:
    """What a program knows them by is shown nowhere, and what is offered means them."""
    assert post(client, "named", name="Maria", answer="person") == 303
    home.live()
    shown = client.get("/people").text

    assert '<option value="Maria"></option>' in shown
    assert "name:maria" not in shown
    assert post(client, "say", person="Maria", what="pin") == 303
    assert known(home, "name:maria").is_pinned


def test_a_name_that_is_nobody_is_not_asked_about_again(home: Home, client: TestClient) -> None:
    """Nor counted."""
    assert post(client, "named", name="Maria", answer="nobody") == 303
    home.live()

    assert "Maria" not in client.get("/people").text
    assert "name:maria" not in home.touches()


@pytest.mark.parametrize("kind", list(RestKind))
def test_a_state_is_set_and_ended(home: Home, client: TestClient, kind: RestKind) -> None:
    """What waits is withdrawn at once; the garden names the state, too."""
    assert post(client, "say", person="ada@example.com", what=kind) == 303
    rest = known(home).rest
    shown = client.get("/").text
    pending = [each.state for each in home.nudges() if each.nudge.person == "ada@example.com"]
    assert post(client, "say", person="ada@example.com", what="awake") == 303

    assert rest is not None
    assert rest.kind is kind
    assert pending == [NudgeState.WITHDRAWN]
    assert home.house.words.say(f"rest.state.{kind}") in shown or kind is RestKind.RESTING
    assert known(home).rest is None


def test_a_state_may_have_a_last_day(home: Home, client: TestClient) -> None:
    """Inclusive."""
    assert post(client, "say", person="ada", what="space", day="2027-02-01") == 303

    assert known(home).rest == Rest(until=date(2027, 2, 1), kind=RestKind.SPACE)
    assert "wants some space, until 1 February 2027" in client.get("/people").text


def test_a_meeting_is_noted_and_taken_back(home: Home, client: TestClient) -> None:
    """Today, where no day is given."""
    before = days_met(home)
    post(client, "say", person="ada", what="met")
    noted = days_met(home), known(home).tie.last_met_on
    assert "Meetings you noted" in client.get("/people").text
    post(client, "say", person="ada", what="unmet", day="2026-11-23")

    assert noted == (before + 1, NOW.date())
    assert days_met(home) == before


def test_a_meeting_long_ago_stands_where_it_can_be_taken_back(home: Home, client: TestClient) -> None:
    """What was noted last comes first, whenever it was; of many, the older notes are left to the command."""
    days = [date(2026, 5, 3), *(date(2026, 10, 1 + n) for n in range(11)), date(2025, 2, 1)]
    for day in days:
        post(client, "say", person="ada", what="met", day=day.isoformat())
    section = client.get("/people").text.partition('id="noted"')[2].partition("</section>")[0]
    shown = re.findall(r'name="day" value="([^"]+)"', section)

    assert shown == [day.isoformat() for day in reversed(days[1:])]


def test_somebody_is_kept_in_mind_and_no_longer(home: Home, client: TestClient) -> None:
    """Pinned, by the command's word."""
    post(client, "say", person="ada", what="pin")
    was_pinned = known(home).is_pinned
    post(client, "say", person="ada", what="unpin")

    assert was_pinned
    assert not known(home).is_pinned


def test_days_away_are_noted_and_taken_back(home: Home, client: TestClient) -> None:
    """Both inclusive."""
    stretch = {"first": "2026-03-01", "last": "2026-04-01"}
    assert post(client, "away", **stretch, answer="note") == 303
    assert "1 March to 1 April" in client.get("/people").text
    assert post(client, "away", **stretch, answer="remove") == 303

    assert "1 March" not in client.get("/people").text


def test_a_name_that_was_confirmed_by_mistake_is_nobody_again(home: Home, client: TestClient) -> None:
    """What counted for them does so no longer, and nobody is asked once more."""
    post(client, "named", name="Maria", answer="person")
    home.live()
    assert home.rows("SELECT key FROM people WHERE key LIKE 'name:%'")

    post(client, "named", name="Maria", answer="nobody")
    home.live()

    assert home.rows("SELECT key FROM people WHERE key LIKE 'name:%'") == []
    assert home.rows("SELECT * FROM touches WHERE title LIKE '%Maria%'") == []
    assert "Maria" not in client.get("/people").text


def test_a_name_that_an_address_book_bears_stays_somebody(home: Home, client: TestClient) -> None:
    """Only what was said here is taken back here."""
    book = home.folder / "maria.vcf"
    book.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Maria\r\nTEL:+49 30 5550 0199\r\nEND:VCARD\r\n")
    import_cards(home.house, book)
    home.live()

    post(client, "named", name="Maria", answer="nobody")
    home.live()

    assert [touch.title for touch in home.touches()["name:maria"]] == ["Lunch with Maria"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_the_page(model: Path, tmp_path: Path, lang: str) -> None:
    """With all that can stand on it."""
    home = copied(model, tmp_path, language=lang)
    client = client_of(home)
    post(client, "say", person="ada", what="mourning")
    post(client, "say", person="ada", what="pin")
    post(client, "say", person="ada", what="met")
    post(client, "away", first="2026-03-01", last="2026-04-01", answer="note")

    shown = client.get("/people").text

    assert f'lang="{lang}"' in shown
    assert home.house.words.say("rest.state.mourning") in shown
    home.house.close()


def test_who_wrongly_died_in_a_title_is_alive(home: Home, client: TestClient) -> None:
    """To be chosen last, after the states."""
    assert '<option value="alive">Is alive, whatever a title tells</option>' in client.get("/people").text

    assert post(client, "say", person="ada", what="alive") == 303
    lives = known(home).person.is_alive
    assert post(client, "say", person="ada", what="deceased") == 303

    assert lives
    assert not known(home).person.is_alive


def test_a_name_cannot_become_part_of_the_page(home: Home, client: TestClient) -> None:
    """Whatever a calendar calls somebody."""
    evil = '"><script>alert(1)</script>'
    with home.house.database.write() as conn:
        conn.exec_driver_sql("UPDATE people SET name = ?", (evil,))

    assert "<script" not in client.get("/people").text
