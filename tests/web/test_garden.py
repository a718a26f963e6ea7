"""The garden: what it shows, what its forms do, and who is let in."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import delete
from starlette.testclient import TestClient

from config.words import LANGUAGES
from tests.outbox.examples import ADA, LINUS, said
from tests.outbox.test_as_calendar import NASTY
from tests.web.house import HERE, ME, House, post
from worker.core.nudge import NudgeState
from worker.outbox.as_html import told
from worker.outbox.as_lines import no_links
from worker.store import duties, feeds, people, users
from worker.store.demo import forget_demo
from worker.store.tables.giving import nudges as nudges_table
from worker.web.ask import FeedRow, Garden, ShelfRow
from worker.web.show import page


def test_the_garden_shows_what_there_is_to_give(client: TestClient) -> None:
    """This week, what comes, the calendars and how they fare; nobody's rank."""
    page = client.get("/").text

    this_week, coming = page.split('id="coming"')
    assert "Ada Lovelace" in this_week
    assert "The photograph from the garden in Como." in this_week
    assert "I walked past our café" in this_week
    assert "Linus Brandt" in coming
    assert "The calendar old.example.com answered 404" in page
    assert "private-abc" not in page


def test_the_garden_shows_the_subscription(house: House, client: TestClient) -> None:
    """Both addresses, to be copied."""
    page = client.get("/").text

    assert f'value="{HERE}/c/{house.calendar_token()}.ics"' in page
    assert f'value="{HERE}/c/{house.calendar_token()}/tasks.ics"' in page


def test_a_made_up_life_says_so_until_it_has_left(house: House, client: TestClient) -> None:
    """Nobody wonders who these people are; an address that was only entered does not end it."""
    told = "A made-up life"
    with house.database.write() as conn:
        feeds.add(conn, ME, house.vault, address="/demo/work.ics", label="demo", kind=feeds.FeedKind.DEMO)
    post(client, "feeds", address="https://calendar.example.org/own.ics")
    assert told in client.get("/").text

    with house.database.write() as conn:
        forget_demo(conn, ME)

    shown = client.get("/").text
    assert told not in shown
    assert "calendar.example.org" in shown


def test_nobody_elses_things_are_in_the_garden(client: TestClient) -> None:
    """Two users in one record."""
    assert "lanted" not in client.get("/").text


def test_looking_changes_nothing(house: House, client: TestClient) -> None:
    """GET of every page."""
    house.calendar_token()
    before = house.everything()

    for path in ("/", "/enter?secret=x", "/healthz", "/readyz", "/static/page.css", "/nowhere"):
        client.get(path)

    assert house.everything() == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_speaks_every_language(house: House, lang: str) -> None:
    """No page has a word missing, before and after answers, with and without calendars."""
    with house.database.write() as conn:
        users.ensure_user(conn, timezone="Europe/Berlin", language=lang, now=house.now)
    house_client = house.client()

    pages = [house_client.get("/"), house_client.get("/enter")]
    for answer in ("done", "later", "let_go", "rest", "rest_for_good"):
        pages += [house_client.get(house.link(answer)), house_client.post(house.link(answer))]
    pages += [house_client.get("/")]

    assert {page.status_code for page in pages} == {200}
    assert all(f'lang="{lang}"' in page.text for page in pages if page.url.path != "/enter")


def test_an_answer_in_the_garden_can_be_undone_there(house: House, client: TestClient) -> None:
    """Answered lately, with a button to take it back."""
    assert post(client, "answer", nudge=ADA.id, answer="done") == 303
    page = client.get("/").text
    (given,) = re.findall(r'name="given" value="(\d+)"', page)

    assert 'aria-label="Undo: Ada Lovelace"' in page
    assert post(client, "undo", nudge=ADA.id, given=given) == 303
    assert house.nudge().state is NudgeState.OPEN


def test_a_rest_can_be_ended(house: House, client: TestClient) -> None:
    """Who rests is shown, and wakes when the user says so."""
    client.post(house.link("rest_for_good"))
    assert ">Take back</button>" in in_section(client.get("/").text, "resting")
    person = house.nudge().person_id
    assert "for good" in client.get("/").text

    assert post(client, "wake", person=person) == 303

    with house.database.read() as conn:
        assert people.get(conn, ME, person).rest_until is None
    assert ("look again", ME) in house.rung


def test_a_calendar_is_added_and_rung_for(house: House, client: TestClient) -> None:
    """webcal is https; the page shows the host, not the secret address."""
    assert post(client, "feeds", address=" webcal://Cal.example.net/secret-xyz/a.ics#x ") == 303

    with house.database.read() as conn:
        added = feeds.all_feeds(conn, ME)[-1]
        address = feeds.address_of(conn, ME, house.vault, added.id)
    assert address == "https://Cal.example.net/secret-xyz/a.ics"
    assert house.rung == [("feed", ME, added.id), ("wake",)]
    assert "secret-xyz" not in client.get("/").text


def test_a_caldav_calendar_is_added_by_its_scheme(house: House, client: TestClient) -> None:
    """The page asks nobody: who means a collection writes caldav, and it is read over https."""
    assert post(client, "feeds", address="caldavs://ada:pw@dav.example.net/work/") == 303

    with house.database.read() as conn:
        added = feeds.all_feeds(conn, ME)[-1]
        address = feeds.address_of(conn, ME, house.vault, added.id)
    assert (added.kind, added.label) == (feeds.FeedKind.CALDAV, "dav.example.net")
    assert address == "caldav+https://ada:pw@dav.example.net/work/"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/etc/passwd",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https://a b",
        "http://[",
        "x" * 3000,
    ],
)
def test_what_is_no_calendar_address_is_refused_kindly(
    house: House, client: TestClient, address: str
) -> None:
    """Files of the machine above all."""
    assert post(client, "feeds", address=address) == 400
    assert house.rung == []


def test_a_calendar_can_be_paused_and_resumed(house: House, client: TestClient) -> None:
    """A pause is not a removal."""
    post(client, "feeds/pause", feed=1)
    with house.database.read() as conn:
        paused = feeds.get(conn, ME, 1).state
    post(client, "feeds/resume", feed=1)

    with house.database.read() as conn:
        assert (paused, feeds.get(conn, ME, 1).state) == (feeds.FeedState.PAUSED, feeds.FeedState.ACTIVE)


def test_a_new_address_ends_the_old_one(house: House, client: TestClient) -> None:
    """For when the old one got around."""
    old = house.calendar_token()

    assert post(client, "address") == 303

    assert house.calendar_token() != old


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=NASTY)
def test_no_text_becomes_part_of_the_page(house: House, text: str) -> None:
    """Whatever a nudge or a feed says, the page has the elements it has for a harmless one."""
    assert _elements(house, f"{text}<b>") == _elements(house, "x")


@pytest.mark.slow
@pytest.mark.timeout(900)
@settings(max_examples=10_000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=NASTY)
def test_ten_thousand_texts_do_not_become_part_of_the_page(house: House, text: str) -> None:
    """The promise in full."""
    assert _elements(house, f"{text}<b>") == _elements(house, "x")


def _elements(house: House, text: str) -> list[str]:
    words = house.parts().words("en")
    nudge = replace(told(said(text), words, no_links, house.now.date()), id="x", ways=(), draft=f"{text}.")
    flags = dict.fromkeys(("is_paused", "may_go", "may_be_mine", "is_theirs", "may_be_theirs"), True)
    feed = FeedRow(id=1, label=text, state=text, question=text, problem=(f"{text}.", text), **flags)
    shown = Garden(
        this_week=[nudge],
        coming=[],
        answered=[],
        feeds=[feed],
        resting=[],
        shelf=[ShelfRow(id=1, kind="book", text=text, topics=text)],
        is_demo=True,
        is_reading=False,
        is_tended=True,
        asks_who=False,
        is_nobodys=False,
        is_unread=False,
        letter=text,
        calendar_url=text,
        tasks_url=text,
    )
    html = page("garden.html", words, garden=shown, answers=(), rest_links={"x": text}, kinds=(), token="t")
    return re.findall(r"<[^\s>]+", bytes(html.body).decode())


def test_the_first_page_of_an_empty_garden_says_how_to_begin(house: House, client: TestClient) -> None:
    """No calendar yet: one thing to do."""
    with house.database.write() as conn:
        for feed in feeds.all_feeds(conn, ME):
            feeds.remove(conn, ME, feed.id, with_history=True)
        conn.execute(delete(nudges_table))
    page = client.get("/").text

    assert "Begin with a calendar" in page
    assert "This week" not in page


def test_this_week_stays_when_the_last_calendar_is_gone(house: House, client: TestClient) -> None:
    """What stands is true as before; and there is one thing to do."""
    before = in_section(client.get("/").text, "week")
    with house.database.write() as conn:
        for feed in feeds.all_feeds(conn, ME):
            feeds.remove(conn, ME, feed.id, with_history=False)
    after = client.get("/").text

    assert "Begin with a calendar" in after
    assert in_section(after, "week") == before
    assert 'class="nudge"' in before


def in_section(page: str, name: str) -> str:
    """The page's text from this heading to the end of its section, without what differs in each form."""
    section = page.partition(f'id="{name}"')[2].partition("</section>")[0]
    return re.sub(r'name="token" value="[^"]*"', "", section)


def test_an_empty_week_is_told_from_a_first_reading(house: House, client: TestClient) -> None:
    """Read, and something is still due: in a moment. Once nothing is: nothing, and fine."""
    nothing = feeds.Reading(etag=None, last_modified=None, body_hash=None, zone=None, events=9)
    with house.database.write() as conn:
        conn.execute(delete(nudges_table))
        for feed in feeds.all_feeds(conn, ME):
            feeds.mark_read(conn, ME, feed.id, nothing, house.now)
        duties.ring(conn, ME, "learn", 1, house.now)
    at_first = client.get("/").text

    with house.database.write() as conn:
        learn = duties.claim(conn, duties.due(conn, house.now, 1)[0].duty_id, house.now, 60)
        assert learn
        duties.finish(conn, learn, house.now, house.now + timedelta(hours=1))
    later = house.client().get("/").text

    assert "is reading your calendars" in at_first
    assert "Nothing this week, and that is fine" in later


def test_an_empty_week_is_told_from_calendars_that_cannot_be_read(house: House, client: TestClient) -> None:
    """A mistyped address is nothing to wait for."""
    with house.database.write() as conn:
        conn.execute(delete(nudges_table))
        for feed in feeds.all_feeds(conn, ME):
            feeds.remove(conn, ME, feed.id, with_history=True)
        typo = feeds.add(
            conn, ME, house.vault, address="https://x.example.org", label="x", kind=feeds.FeedKind.HTTP
        )
        feeds.mark_failed(conn, ME, typo.id, "There is no host x", house.now)

    assert "None of your calendars could be read yet" in client.get("/").text


def test_answers_of_last_month_are_not_brought_up_again(house: House, client: TestClient) -> None:
    """A7: no trace."""
    client.post(house.link("let_go", LINUS))
    house.now += timedelta(days=8)

    assert "Answered lately" not in house.client().get("/").text
