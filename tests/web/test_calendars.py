"""The calendars on the page, over the real house: one that is paused or cannot be read can go."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tasks.checkup import findings
from tests.tasks.home import NOW, Home, event
from tests.tasks.running import environ, said
from tests.tasks.test_deliver import letter_of
from tests.web.client import client_of
from worker.store import feeds
from worker.store.feeds import FeedState


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """One calendar that was read, one that has gone missing since it was added."""
    home = Home(tmp_path, host="127.0.0.1")
    home.add(home.write("well.ics", event("e1", NOW, "ada@example.com")))
    lost = home.write("lost.ics", event("e2", NOW, "bob@example.com"))
    home.add(lost)
    Path(lost).unlink()
    home.live()
    yield home
    home.house.close()


@pytest.fixture
def client(home: Home) -> TestClient:
    return client_of(home)


def post(client: TestClient, path: str, feed: str) -> int:
    token = re.search(r'name="token" value="([^"]+)"', client.get("/").text)
    assert token
    return client.post(path, data={"token": token[1], "feed": feed}).status_code


def offered(client: TestClient) -> list[str]:
    """The calendars that the page offers to remove."""
    return re.findall(r'aria-label="Remove: ([^"]+)"', client.get("/").text)


def called(home: Home, label: str) -> feeds.Feed:
    with home.house.database.read() as conn:
        return next(feed for feed in feeds.all_feeds(conn, home.user_id) if feed.label == label)


def test_an_unreadable_calendar_can_be_removed_at_once(home: Home, client: TestClient) -> None:
    """Whoever mistyped an address has a button beside the sentence that says so."""
    assert offered(client) == ["lost.ics"]

    assert post(client, "/feeds/remove", str(called(home, "lost.ics").id)) == 303

    assert offered(client) == []
    assert "lost.ics" not in client.get("/").text


def test_a_calendar_that_reads_well_is_paused_before_it_can_be_removed(
    home: Home, client: TestClient
) -> None:
    """Its address may be nowhere else; what was learnt from it stays."""
    well = called(home, "well.ics").id

    assert post(client, "/feeds/pause", str(well)) == 303
    assert sorted(offered(client)) == ["lost.ics", "well.ics"]
    assert post(client, "/feeds/remove", str(well)) == 303

    assert home.feed(well).state is FeedState.REMOVED
    assert "ada@example.com" in home.touches()


def test_calendars_of_one_name_are_told_apart_wherever_they_stand(tmp_path: Path) -> None:
    """On the page, in the letter, by the commands and in the checkup: by their numbers, not by where they lie."""
    home = Home(tmp_path, host="127.0.0.1", smtp_url="smtp://127.0.0.1:25", mail_to="me@example.org")
    for folder in ("work", "private-token"):
        long_ago = event("e0", NOW - timedelta(days=500), "bo@example.com")
        path = home.write(f"{folder}/own.ics", event("e1", NOW, "ada@example.com"), long_ago)
        home.add(path)
        home.live()
        Path(path).unlink()
    home.now += timedelta(days=1)
    home.live()
    by_command = said("feeds", env=environ(tmp_path / "data")).out.decode()
    checked = "\n".join(finding.sentence for finding in findings(home.house))
    on_page, in_letter = client_of(home).get("/").text, letter_of(home)
    home.house.close()

    for told in (by_command, checked, on_page, in_letter):
        assert "own.ics (1)" in told
        assert "own.ics (2)" in told
        assert "private-token" not in told


@pytest.mark.parametrize(("feed", "status"), [("99", 400), ("well.ics", 400), ("", 400)])
def test_what_is_no_calendar_cannot_be_removed(
    home: Home, client: TestClient, feed: str, status: int
) -> None:
    """A form that somebody made up."""
    assert post(client, "/feeds/remove", feed) == status

    assert called(home, "well.ics").state is FeedState.ACTIVE


def whose(client: TestClient) -> list[tuple[str, str]]:
    """What the page offers to say, and of which calendar."""
    return re.findall(r'aria-label="(Not mine|Mine): ([^"]+)"', client.get("/").text)


def test_a_calendar_can_be_said_to_be_somebody_elses_and_back(home: Home, client: TestClient) -> None:
    """What was met in it goes and comes back; the page tells how it stands."""
    well, before = called(home, "well.ics").id, home.touches()
    assert whose(client) == [("Not mine", "well.ics"), ("Not mine", "lost.ics")]

    assert post(client, "/feeds/theirs", str(well)) == 303
    home.live()
    assert whose(client) == [("Mine", "well.ics"), ("Not mine", "lost.ics")]
    assert "somebody else’s: what lists you counts" in client.get("/").text

    assert post(client, "/feeds/mine", str(well)) == 303
    home.live()
    assert home.touches() == before
    assert "somebody else’s" not in client.get("/").text


@pytest.mark.parametrize("said", ["theirs", "mine"])
@pytest.mark.parametrize("feed", ["99", "well.ics", ""])
def test_what_is_no_calendar_is_nobodys(home: Home, client: TestClient, said: str, feed: str) -> None:
    """A form that somebody made up."""
    assert post(client, f"/feeds/{said}", feed) == 400

    assert called(home, "well.ics").whose is None
