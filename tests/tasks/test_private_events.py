"""Private events tell whom the user meets, and when; what they are about is shown and sent nowhere."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.duty import Kind
from tasks.feeding import subscription_url
from tasks.timetable import keep_duties
from tests.tasks.home import ME, NOW, Home, calendar, event
from tests.tasks.running import environ, said
from tests.web.client import client_of
from worker.store import duties

SECRET = "Zanzibar"
PRIVATE = f"CLASS:PRIVATE\r\nLOCATION:{SECRET} Hotel\r\nDESCRIPTION:{SECRET}\r\n"
ADA = "ada@example.org"


def meetings(more: str = PRIVATE) -> list[str]:
    """Monthly until eight months ago; one that only its title tells of; one ahead, far away, and one that asks."""
    last = NOW - timedelta(days=240)
    met = [
        event(f"m{n}", last - timedelta(weeks=4 * n), ADA, title=f"{SECRET} plan", more=more)
        for n in range(12)
    ]
    ahead = event("trip", NOW + timedelta(days=20), title=f"Flight to {SECRET}", more=more)
    ask = event("ask", NOW - timedelta(days=3), "bo@example.org", title=f"Ask a favour: {SECRET}", more=more)
    alone = event("alone", last, title=f"Coffee with Xaver in {SECRET}", more=more)
    return [*met, ahead, ask, alone]


def lived(folder: Path, **settings: object) -> Home:
    home = Home(folder, host="127.0.0.1", **settings)
    home.add(home.write("work.ics", *meetings()))
    home.live()
    return home


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = lived(tmp_path)
    yield made
    made.house.close()


def test_no_page_and_no_calendar_says_what_a_private_event_is_about(home: Home) -> None:
    """The garden, the people, the subscription, its tasks; there is a nudge to tell of."""
    assert ADA in {each.nudge.person for each in home.nudges()}
    client = client_of(home)
    feed = subscription_url(home.house, "")

    for path in ("/", "/people", feed, feed.replace(".ics", "/tasks.ics")):
        answer = client.get(path)
        assert answer.status_code == 200
        assert SECRET not in answer.text


def test_no_row_but_the_event_itself_holds_it(home: Home) -> None:
    """Not touches, nudges, bookings, problems or values: what is not there cannot be shown."""
    for (table,) in home.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        if table != "events":
            assert SECRET not in str(home.rows(f"SELECT * FROM {table}"))


def test_no_command_says_it(tmp_path: Path) -> None:
    """Reading, explaining, previewing: in the formats that tell the most."""
    file, env = tmp_path / "work.ics", environ(tmp_path / "data")
    file.write_bytes(calendar(*meetings()))
    present = ("--me", ME, "--now", NOW.isoformat())

    told = [
        said("touches", file, *present, "--explain", env=env),
        said("events", file, "--format", "jsonl", env=env),
        *(said("preview", file, *present, "--format", each, env=env) for each in ("json", "eml")),
    ]

    assert [each.code for each in told] == [0] * len(told)
    assert [each for each in told if SECRET in each.out.decode() + each.err] == []


def test_nothing_is_learnt_where_the_user_wants_it_so(tmp_path: Path) -> None:
    """Nobody is known by them, and `--explain` says why."""
    home = lived(tmp_path, learn_private=False)
    assert home.touches() == {}
    home.house.close()
    env = environ(tmp_path / "other", SNOWDROP_LEARN_PRIVATE="false")

    asked = (
        "touches",
        tmp_path / "work.ics",
        "--me",
        ME,
        "--now",
        NOW.isoformat(),
        "--explain",
        "--format",
        "jsonl",
    )
    rows = said(*asked, env=env).rows

    assert {row["because"] for row in rows if row["person"]["key"] == ADA} == {"private"}
    assert SECRET not in json.dumps(rows)


def test_a_new_wish_about_private_events_counts_for_all_that_was_read(tmp_path: Path) -> None:
    """At the next start everything is learnt again."""
    before = lived(tmp_path)
    assert ADA in before.touches()
    before.house.close()
    after = Home(tmp_path, learn_private=False)

    with after.house.database.write() as conn:
        keep_duties(after.house, conn)
        duties.ring(conn, after.user_id, Kind.SUGGEST, after.user_id, NOW)
    after.live()

    assert after.touches() == {}
    after.house.close()


@pytest.mark.parametrize("written", ["PRIVATE", "CONFIDENTIAL", "private", "X-SECRET"])
def test_what_is_not_known_to_be_public_is_private(tmp_path: Path, written: str) -> None:
    """RFC 5545, 3.8.1.3."""
    home = Home(tmp_path)
    home.add(home.write("work.ics", *meetings(f"CLASS:{written}\r\n")))
    home.live()

    assert {touch.title for touch in home.touches()[ADA]} == {""}
    home.house.close()


def test_a_moved_meeting_of_a_private_series_is_private(tmp_path: Path) -> None:
    """Its own VEVENT often does not say so again."""
    home = Home(tmp_path)
    first = NOW - timedelta(days=70)
    series = event("s", first, ADA, title=SECRET, more="RRULE:FREQ=WEEKLY;COUNT=4\r\nCLASS:PRIVATE\r\n")
    moved = event("s", first + timedelta(days=8), ADA, title=SECRET,
                  more=f"RECURRENCE-ID:{first + timedelta(days=7):%Y%m%dT%H%M%SZ}\r\n")  # fmt: skip
    home.add(home.write("work.ics", series, moved))
    home.live()

    assert [touch.title for touch in home.touches()[ADA]] == [""] * 4
    home.house.close()
