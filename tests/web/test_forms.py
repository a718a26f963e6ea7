"""The forms of the garden: from this page and this user only, and refused kindly when they make no sense."""

import pytest
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from tests.outbox.examples import ADA
from tests.web.house import OTHER, THEIRS, House, form_token_in, post
from worker.store import feeds, nudges
from worker.web.app import app_of

PEOPLE = ("people/say", "people/same", "people/named", "people/away")
ACTS = (
    "answer",
    "undo",
    "wake",
    "address",
    "feeds",
    "feeds/pause",
    "feeds/resume",
    "feeds/remove",
    "feeds/theirs",
    "feeds/mine",
    "shelf",
    "shelf/remove",
    *PEOPLE,
)


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
    ],
)
def test_another_page_cannot_send_our_forms(
    house: House, client: TestClient, act: str, headers: dict[str, str]
) -> None:
    """Not even one that has learnt the form's token."""
    data = {
        "token": form_token_in(client),
        "nudge": ADA.id,
        "answer": "done",
        "address": "https://x.example/a.ics",
    }
    before = house.everything()

    response = client.post(f"/{act}", data=data, headers=headers)

    assert response.status_code == 403
    assert house.everything() == before


@pytest.mark.parametrize("act", ACTS)
def test_a_form_without_its_token_does_nothing(house: House, client: TestClient, act: str) -> None:
    """Missing, made up, or another user's."""
    form_token_in(client)
    before = house.everything()
    theirs = house.form_token(OTHER)

    for token in ("", "x.y", theirs):
        assert client.post(f"/{act}", data={"token": token}).status_code == 403
    assert house.everything() == before


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("answer", {"nudge": ADA.id, "answer": "explode"}),
        ("answer", {}),
        ("undo", {"nudge": ADA.id, "given": "x"}),
        ("wake", {"person": "999"}),
        ("feeds/pause", {"feed": "999"}),
        ("shelf", {"kind": "yacht", "text": "x"}),
        ("shelf", {"kind": "book", "text": " "}),
        ("shelf", {"kind": "book", "text": "x" * 301}),
        ("shelf", {"kind": "link", "text": "x", "link": "javascript:alert(1)"}),
        ("shelf/remove", {"thing": "999"}),
    ],
)
def test_a_form_that_makes_no_sense_is_refused(client: TestClient, act: str, fields: dict[str, str]) -> None:
    """A sentence, not a traceback."""
    assert post(client, act, **fields) == 400


def test_what_the_user_can_mend_is_said(client: TestClient) -> None:
    """The sentence of the failure, on a page."""
    page = client.post("/feeds/pause", data={"token": form_token_in(client), "feed": "999"})

    assert "There is no feed 999" in page.text


def test_a_form_that_is_far_too_large_is_not_read(client: TestClient) -> None:
    """Nobody fills the memory through the door."""
    assert client.post("/enter", content=b"secret=" + b"x" * 100_000).status_code == 413


def test_every_route_is_known_to_these_tests(house: House) -> None:
    """Each is walked as two users above or beside; a new one has to be walked, too."""
    paths = {route.path for route in app_of(house.parts()).routes if isinstance(route, Route | Mount)}

    calendars = {"/c/{token}.ics", "/c/{token}/tasks.ics"}
    answers = {"/a/{signed}", "/a/letters/{signed}"}
    nobodys = {"/enter", "/healthz", "/readyz", "/metrics", "/static"}
    assert paths == {"/", "/people", *(f"/{act}" for act in ACTS), *calendars, *answers, *nobodys}


def test_nobody_can_act_on_someone_elses_things(house: House, client: TestClient) -> None:
    """Nudges, people and calendars of another user do not exist for this one."""
    with house.database.read() as conn:
        their_person = nudges.get(conn, OTHER, THEIRS.id).person_id
        (their_feed,) = feeds.all_feeds(conn, OTHER)
    form_token_in(client)
    before = house.everything()

    statuses = [
        post(client, "answer", nudge=THEIRS.id, answer="done"),
        post(client, "undo", nudge=THEIRS.id, given=1),
        post(client, "wake", person=their_person),
        post(client, "feeds/pause", feed=their_feed.id),
        post(client, "feeds/resume", feed=their_feed.id),
    ]

    assert statuses == [410, 410, 400, 400, 400]
    assert house.everything() == before
