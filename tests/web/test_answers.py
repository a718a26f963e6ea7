"""Answers by link: looking changes nothing, pressing does, and everything can be undone."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update
from starlette.testclient import TestClient

from tests.outbox.examples import ADA
from tests.web.house import ME, OTHER, THEIRS, House
from worker.core.nudge import NudgeState
from worker.store import nudge_words, nudges, people, users
from worker.store.tables import giving
from worker.store.tables import people as people_tables
from worker.web.links import ANY, OFFERED, claim_in, letters_link
from worker.web.signer import Scope, Signer


def _actions(page: str) -> list[str]:
    return re.findall(r'<form method="post" action="([^"]*)"', page)


@pytest.mark.parametrize("answer", [ANY, *OFFERED, "rest_for_good"])
def test_a_scanner_changes_nothing(house: House, client: TestClient, answer: str) -> None:
    """However often a link is opened, the record stays as it is."""
    path, before = house.link(answer), house.everything()

    statuses = {(client.head if turn % 2 else client.get)(path).status_code for turn in range(10)}

    assert statuses == {200}
    assert house.everything() == before
    assert house.rung == []


@pytest.mark.slow
def test_a_thousand_scans_of_each_link_change_nothing(house: House, client: TestClient) -> None:
    """The promise in full."""
    before = house.everything()

    for answer in OFFERED:
        for _ in range(1000):
            client.get(house.link(answer))
            client.head(house.link(answer))

    assert house.everything() == before


def test_one_link_offers_every_answer(house: House, client: TestClient) -> None:
    """The one that stands in calendars, where addresses are shown in full; it is no answer by itself."""
    page = client.get(house.link(ANY))
    done, later, let_go, rest = _actions(page.text)

    assert [claim_in(house.signer, each).answer for each in (done, later, let_go, rest)] == list(OFFERED)
    assert client.post(house.link(ANY)).status_code == 404
    assert house.nudge().state is NudgeState.OPEN
    client.post(f"/a/{let_go}")
    assert house.nudge().state is NudgeState.LET_GO


def test_no_page_sends_itself(house: House, client: TestClient) -> None:
    """Scanners run scripts: there are none, and the policy forbids them."""
    response = client.get(house.link("done"))

    assert "<script" not in response.text
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert response.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("done", NudgeState.DONE),
        ("later", NudgeState.LATER),
        ("let_go", NudgeState.LET_GO),
        ("rest", NudgeState.RESTED),
        ("rest_for_good", NudgeState.RESTED),
    ],
)
def test_pressing_acts_once_and_can_be_undone(
    house: House, client: TestClient, answer: str, state: NudgeState
) -> None:
    """Answer, replay, undo, replay of the undoing: the state follows, and a replay is no-op."""
    page = client.post(house.link(answer))
    after = house.nudge()
    client.post(house.link(answer))

    assert after.state is state
    assert house.nudge() == after
    assert house.rung == [("look again", ME), ("wake",)]

    (undo,) = _actions(page.text)
    assert client.get(f"/a/{undo}").status_code == 200
    client.post(f"/a/{undo}")
    again = client.post(f"/a/{undo}")

    assert house.nudge().state is NudgeState.OPEN
    assert house.nudge().nudge.on == ADA.on
    assert "Nothing was changed" in again.text


def test_an_old_undo_does_not_touch_a_newer_answer(house: House, client: TestClient) -> None:
    """An undo belongs to the answer that it was shown with."""
    (undo,) = _actions(client.post(house.link("later")).text)
    client.post(house.link("done"))

    client.post(f"/a/{undo}")

    assert house.nudge().state is NudgeState.DONE


def test_a_word_changed_since_undoes_no_undo(house: House, client: TestClient) -> None:
    """What is put off is said anew for its day, a moment later: the button that was shown still works."""
    before = house.nudge()
    (undo,) = _actions(client.post(house.link("later")).text)
    with house.database.write() as conn:
        anew = replace(ADA, on=house.nudge().nudge.on, why="Said anew.")
        nudge_words.say_anew(conn, ME, ADA.id, anew, house.now)

    assert "Nothing was changed" not in client.post(f"/a/{undo}").text
    assert house.nudge().nudge == before.nudge
    assert house.nudge().state is NudgeState.OPEN


def test_later_is_two_weeks_and_rest_is_ninety_days(house: House, client: TestClient) -> None:
    """Days are the user's; the pages say them."""
    later = client.post(house.link("later")).text
    put_off = house.nudge().nudge.on
    rest = client.post(house.link("rest")).text

    with house.database.read() as conn:
        resting = people.get(conn, ME, house.nudge().person_id).rest_until
    assert put_off == date(2026, 12, 7)
    assert "7 December" in later
    assert resting == date(2026, 11, 23) + timedelta(days=90)
    assert "21 February 2027" in rest


@pytest.mark.parametrize(
    ("values", "is_told"),
    [
        ({"reason": "thanks"}, False),
        ({"reason": "trip"}, False),
        ({"birthday_month": 12, "birthday_day": 9}, False),
        ({"birthday_month": 12, "birthday_day": 14}, True),
    ],
)
def test_no_day_is_promised_that_the_next_look_may_move(
    house: House, client: TestClient, values: dict[str, object], *, is_told: bool
) -> None:
    """Thanks come within two weeks; a silence comes on the birthday in its week."""
    with house.database.write() as conn:
        conn.execute(update(giving.nudges if "reason" in values else people_tables.people).values(values))

    told = client.post(house.link("later")).text

    assert ("It comes back on 7 December" in told) is is_told
    assert ("in about two weeks or sooner" in told) is not is_told


def test_the_page_of_rest_offers_both(house: House, client: TestClient) -> None:
    """For a while, or for good; nobody asks why."""
    page = client.get(house.link("rest")).text

    client.post(f"/a/{_actions(page)[1]}")

    with house.database.read() as conn:
        assert people.get(conn, ME, house.nudge().person_id).rest_until == date.max


def test_what_was_withdrawn_is_not_put_off(house: House, client: TestClient) -> None:
    """They have met: an old link cannot bring the nudge back."""
    with house.database.write() as conn:
        nudges.change_state(conn, ME, ADA.id, NudgeState.WITHDRAWN, house.now)

    page = client.post(house.link("later"))

    assert house.nudge().state is NudgeState.WITHDRAWN
    assert "Nothing was changed" in page.text


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("done", "“Done”"),
        ("later", "“In two weeks”"),
        ("let_go", "“Not this time”"),
        ("rest", "“Let this person rest”"),
    ],
)
def test_a_link_that_is_opened_again_says_what_was_answered(
    house: House, client: TestClient, answer: str, told: str
) -> None:
    """And that another answer is still welcome."""
    before = client.get(house.link(ANY)).text
    client.post(house.link(answer))

    assert "settled before" not in before
    for link in (ANY, "let_go", "rest"):
        assert f"This was settled before: {told}." in client.get(house.link(link)).text


def test_a_nudge_that_was_withdrawn_has_nothing_left_to_do(house: House, client: TestClient) -> None:
    """They have met, or somebody rests."""
    with house.database.write() as conn:
        nudges.change_state(conn, ME, ADA.id, NudgeState.WITHDRAWN, house.now)

    assert "Nothing is left to do" in client.get(house.link(ANY)).text


def test_a_nudge_that_is_no_more_says_so(house: House, client: TestClient) -> None:
    """A link outlives its nudge; so do someone else's nudges under one's own name."""
    for path in (house.link("done", user_id=OTHER), house.link("done", nudge=THEIRS, user_id=ME)):
        assert client.get(path).status_code == 410
        assert client.post(path).status_code == 410
        assert "Planted" not in client.get(path).text


def test_forged_links_open_nothing(house: House, client: TestClient) -> None:
    """Another key, another scope, another answer under the same seal, another spelling."""
    token = house.link("done").removeprefix("/a/")
    payload, _, mac = token.partition(".")
    other_payload = house.link("let_go").removeprefix("/a/").partition(".")[0]
    forged = [
        Signer(b"x" * 32).sign(Scope.ANSWER, str(ME), "done", ADA.id),
        house.signer.sign(Scope.FORM, str(ME), "done", ADA.id),
        f"{other_payload}.{mac}",
        f"{payload}.{mac[:-1]}",
        f"{payload}=.{mac}",
        f"{payload}.",
        payload,
        "ä",
        token + "A",
    ]
    before = house.everything()

    assert {client.post(f"/a/{each}").status_code for each in forged} == {404}
    assert house.everything() == before


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120) | st.binary(max_size=90).map(repr))
def test_a_made_up_token_claims_nothing(text: str) -> None:
    """Whatever is written there, it is refused without an error."""
    assert claim_in(Signer(b"s" * 32), text) is None


@pytest.mark.slow
def test_a_hundred_thousand_forged_tokens_are_refused(house: House) -> None:
    """Every single-character change of a true token, and many more seals, are tried against the check."""
    token = house.link("done").removeprefix("/a/")
    payload = token.partition(".")[0]
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    changed = (
        token[:at] + new + token[at + 1 :] for at in range(len(token)) for new in letters if new != token[at]
    )
    sealed = (f"{payload}.{number:027d}" for number in range(100_000))

    accepted = [each for each in (*changed, *sealed) if claim_in(house.signer, each)]

    assert accepted == []


def test_letters_stop_by_one_click_and_come_again(house: House, client: TestClient) -> None:
    """RFC 8058: a POST without a page; GET only shows one."""
    path = letters_link(house.signer, "", ME)
    client.get(path)
    before = _letters(house)

    page = client.post(path, content="List-Unsubscribe=One-Click")
    stopped = _letters(house)
    client.post(f"/a/letters/{_actions(page.text)[0]}")

    assert (before, stopped, _letters(house)) == (None, "off", None)


def test_the_link_that_stopped_the_letters_leads_back_ever_after(house: House, client: TestClient) -> None:
    """Whoever closed the page, or whose mail program pressed the button, finds the way."""
    path = letters_link(house.signer, "", ME)
    client.post(path)

    page = client.get(path)
    client.post(f"/a/letters/{_actions(page.text)[0]}")

    assert "The weekly letters have stopped." in page.text
    assert _letters(house) is None
    assert "Stop these letters" in client.get(path).text


def _letters(house: House) -> str | None:
    with house.database.read() as conn:
        return users.value_of(conn, ME, "letters")
