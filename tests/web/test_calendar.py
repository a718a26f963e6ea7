"""The subscription over HTTP: what a calendar program sees, and what somebody who guesses sees."""

import re
from datetime import timedelta

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

from tests.outbox.examples import ADA
from tests.web.house import ME, OTHER, House
from worker.core.nudge import NudgeState
from worker.store import nudges, tokens
from worker.web import act


def test_a_subscriber_gets_the_calendar_and_its_headers(house: House, client: TestClient) -> None:
    """Type, validators and privacy, as clients need them."""
    response = client.get(f"/c/{house.calendar_token()}.ics")

    assert len(Calendar.from_ical(response.content).events) == 3
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    assert response.headers["cache-control"] == "private, no-cache"
    assert response.headers["referrer-policy"] == "no-referrer"
    assert "noindex" in response.headers["x-robots-tag"]
    assert "set-cookie" not in response.headers


def test_the_same_nudges_come_as_to_dos(house: House, client: TestClient) -> None:
    """The second feed, for programs that show tasks."""
    response = client.get(f"/c/{house.calendar_token()}/tasks.ics")

    assert len(Calendar.from_ical(response.content).todos) == 3


def test_head_says_the_same_without_the_calendar(house: House, client: TestClient) -> None:
    """RFC 9110, 9.3.2."""
    path = f"/c/{house.calendar_token()}.ics"

    get, head = client.get(path), client.head(path)

    assert head.content == b""
    assert head.headers == get.headers


def test_whoever_has_these_bytes_gets_304(house: House, client: TestClient) -> None:
    """By tag, weak tag, list of tags, or date."""
    path = f"/c/{house.calendar_token()}.ics"
    headers = client.get(path).headers
    tag = headers["etag"]

    for condition in (
        {"If-None-Match": tag},
        {"If-None-Match": f"W/{tag}"},
        {"If-None-Match": f'"other", {tag}'},
        {"If-Modified-Since": headers["last-modified"]},
    ):
        answer = client.get(path, headers=condition)
        assert answer.status_code == 304
        assert answer.content == b""
        assert answer.headers["etag"] == tag


def test_whoever_has_other_bytes_gets_the_calendar(house: House, client: TestClient) -> None:
    """A tag decides alone; a date that is none is ignored."""
    path = f"/c/{house.calendar_token()}.ics"
    modified = client.get(path).headers["last-modified"]

    for condition in (
        {"If-None-Match": '"other"', "If-Modified-Since": modified},
        {"If-Modified-Since": "yesterday"},
        {"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"},
    ):
        assert client.get(path, headers=condition).status_code == 200


def test_an_entry_that_left_the_calendar_is_a_change_too(house: House, client: TestClient) -> None:
    """A cancelled entry goes after 48 hours; nobody must keep it because the rest is older."""
    path = f"/c/{house.calendar_token()}.ics"
    with house.database.write() as conn:
        nudges.change_state(conn, ME, ADA.id, NudgeState.WITHDRAWN, house.now)
    before = client.get(path)

    house.now += timedelta(hours=49)
    after = house.client().get(path, headers={"If-Modified-Since": before.headers["last-modified"]})

    assert b"STATUS:CANCELLED" in before.content
    assert after.status_code == 200
    assert ADA.id.encode() not in after.content


@pytest.mark.parametrize("name", ["{}.ics", "{}/tasks.ics"])
def test_what_was_answered_says_nothing_more_until_it_is_undone(
    house: House, client: TestClient, name: str
) -> None:
    """Nobody is asked again by a program that shows what is cancelled; undone, all of it is there as before."""
    path = "/c/" + name.format(house.calendar_token())

    def told() -> str:
        calendar = Calendar.from_ical(client.get(path).content)
        return next(str(each["description"]) for each in calendar.subcomponents if ADA.id in each["uid"])

    before = told()
    page = client.post(house.link("done"))
    answered = told()
    (undo,) = re.findall(r'<form method="post" action="([^"]*)"', page.text)
    client.post(f"/a/{undo}")

    assert "/a/" in before
    assert answered == "This suggestion is settled."
    assert told() == before


@pytest.mark.parametrize("name", ["{}.ics", "{}/tasks.ics"])
def test_an_address_that_was_replaced_does_not_exist(house: House, client: TestClient, name: str) -> None:
    """Revoked and unknown look the same."""
    old = house.calendar_token()

    act.new_address(house.parts(), ME)

    assert client.get("/c/" + name.format(old)).status_code == 404
    assert client.get("/c/" + name.format("x" * 32)).status_code == 404
    assert client.get("/c/" + name.format(house.calendar_token())).status_code == 200


def test_a_token_of_another_kind_opens_no_calendar(house: House, client: TestClient) -> None:
    """A login's key is not an address."""
    with house.database.write() as conn:
        session = tokens.make(conn, ME, house.vault, tokens.TokenKind.SESSION, house.now)

    assert client.get(f"/c/{house.key()}.ics").status_code == 404
    assert client.get(f"/c/{session}.ics").status_code == 404


def test_each_address_shows_its_own_user_only(house: House, client: TestClient) -> None:
    """Two users, two calendars, each in its own language."""
    mine = client.get(f"/c/{house.calendar_token(ME)}.ics").text
    theirs = client.get(f"/c/{house.calendar_token(OTHER)}.ics").text

    assert "Planted" not in mine
    assert "Lovelace" not in theirs
    assert "À offrir" in theirs
