"""Who is let in, under which name, and what the log may say."""

import logging
import re
from datetime import timedelta
from http.client import HTTPConnection

import pytest
from starlette.testclient import TestClient

from tests.web.house import HERE, ME, OTHER, PORT, House
from tests.web.serving import served
from worker.store.database import Database, StoreUnavailableError

PUBLIC = "https://snowdrop.example.org/garden"
PAGES = ("/", "/enter", "/nowhere", "/static/page.css", "/c/x.ics", "/a/x")


@pytest.mark.parametrize("path", [*PAGES, "/c/x/tasks.ics", "/a/letters/x"])
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost",
        "localhost:1",
        "evil.example:{port}",
        "localhost.evil.example:{port}",
        "",
    ],
)
def test_a_foreign_name_is_refused_everywhere(client: TestClient, path: str, host: str) -> None:
    """DNS rebinding: a stranger's page that speaks to us speaks under the stranger's name."""
    name = {"Host": host.format(port=PORT)}

    assert client.get(path, headers=name).status_code == 421
    assert client.post(path, headers=name).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_the_loopback_is_answered_by_all_its_names(client: TestClient, host: str) -> None:
    """With the own port."""
    assert client.get("/", headers={"Host": f"{host}:{PORT}"}).status_code == 200


def test_health_is_told_under_any_name(client: TestClient) -> None:
    """Whoever watches the process knows it by some other name."""
    assert client.get("/healthz", headers={"Host": "10.0.0.7:8000"}).text == "ok\n"


@pytest.mark.parametrize("path", [*PAGES, "/healthz", "/readyz", "/metrics"])
def test_every_answer_carries_the_careful_headers(client: TestClient, path: str) -> None:
    """Pages, files, failures alike."""
    headers = client.get(path).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] in {"no-referrer", "same-origin"}
    assert "noindex" in headers["x-robots-tag"]
    assert "cache-control" in headers


def _closed(house: House) -> TestClient:
    house.is_open, house.base_url = False, "https://snowdrop.example.org"
    return house.client(follow_redirects=False)


def test_away_from_home_the_garden_asks_for_the_key(house: House) -> None:
    """Nothing is shown, no form works, and loopback's name does not help."""
    client = _closed(house)
    own_form = house.form_token(ME)

    for host in ("snowdrop.example.org", f"localhost:{PORT}"):
        answer = client.get("/", headers={"Host": host})
        assert (answer.status_code, answer.headers["location"]) == (303, "enter")
        sent = client.post("/address", data={"token": own_form}, headers={"Host": host})
        assert sent.status_code == 403


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP", "X-Forwarded-Host"])
def test_a_proxy_does_not_make_the_world_a_neighbour(client: TestClient, header: str) -> None:
    """Whoever comes through a proxy needs the key, even if the proxy stands on this machine."""
    assert client.get("/", headers={header: "198.51.100.7"}).status_code == 303


def test_a_key_opens_the_garden_once(house: House) -> None:
    """Looking at the form uses nothing up; the button does; the second to come is refused."""
    client, key = _closed(house), house.key()
    client.get(f"/enter?secret={key}")

    entered = client.post("/enter", data={"secret": key})
    stranger = _closed(house).post("/enter", data={"secret": key})

    cookie = entered.headers["set-cookie"].lower()
    assert entered.headers["location"] == "./"
    assert all(word in cookie for word in ("httponly", "samesite=strict", "secure"))
    assert "Ada Lovelace" in client.get("/").text
    assert stranger.status_code == 403
    assert "set-cookie" not in stranger.headers


def test_each_key_opens_its_own_users_garden(house: House) -> None:
    """Two users, two gardens."""
    client = _closed(house)
    client.post("/enter", data={"secret": house.key(OTHER)})

    page = client.get("/").text

    assert "Grace Planted" in page
    assert "Lovelace" not in page


def test_a_session_ends_after_ninety_days(house: House) -> None:
    """And a made-up one never begins."""
    client = _closed(house)
    client.post("/enter", data={"secret": house.key()})

    house.now += timedelta(days=90)

    assert client.get("/").status_code == 303
    assert _closed(house).get("/", headers={"Cookie": "snowdrop=made-up"}).status_code == 303


def test_a_key_that_stands_in_the_address_is_not_sent_on(house: House) -> None:
    """No referrer, no cache, and quotes in it stay text."""
    answer = _closed(house).get('/enter?secret="><b>')

    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert "<b>" not in answer.text


def test_ready_says_what_is_wrong(house: House, client: TestClient) -> None:
    """503 with one sentence each; 200 when all is well."""
    assert client.get("/readyz").status_code == 200

    house.problems = ("The store cannot be written.",)
    answer = house.client().get("/readyz")

    assert (answer.status_code, answer.text) == (503, "The store cannot be written.\n")


def test_metrics_are_off_unless_asked_for(house: House, client: TestClient) -> None:
    """And then hold plain gauges."""
    assert client.get("/metrics").status_code == 404

    house.gauges = {"snowdrop_duties_parked": 2}
    answer = house.client().get("/metrics")

    assert answer.text == "# TYPE snowdrop_duties_parked gauge\nsnowdrop_duties_parked 2\n"


def test_failures_are_pages_in_words(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not found, busy, broken: a sentence, never a traceback."""
    client = house.client(raise_server_exceptions=False)
    assert "Nothing grows here" in client.get("/nowhere").text
    assert client.put("/").status_code == 405

    monkeypatch.setattr(Database, "read", _raising(StoreUnavailableError("planted-secret")))
    busy = client.get("/a/" + house.link("done").rpartition("/")[2])
    monkeypatch.setattr(Database, "read", _raising(ZeroDivisionError("planted-secret")))
    broken = client.get("/a/" + house.link("done").rpartition("/")[2])

    assert (busy.status_code, broken.status_code) == (503, 500)
    assert "One moment" in busy.text
    assert "Something went wrong on our side" in broken.text
    assert "planted-secret" not in busy.text + broken.text
    assert "default-src 'none'" in broken.headers["content-security-policy"]
    assert broken.headers["referrer-policy"] == "no-referrer"


def _raising(error: Exception):  # type: ignore[no-untyped-def]
    def read(_self: Database) -> None:
        raise error

    return read


def test_the_log_never_holds_a_token(
    house: House, client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    """Paths of /c/ and /a/ are cut, queries left out, line breaks harmless."""
    caplog.set_level(logging.INFO)
    secrets = [house.calendar_token(), house.link("done").removeprefix("/a/"), "planted-key"]

    for path in (
        f"/c/{secrets[0]}.ics",
        f"/c/{secrets[0]}/tasks.ics",
        f"/a/{secrets[1]}",
        "/enter?secret=planted-key",
    ):
        client.get(path)
    client.get("/x%0ainjected")

    lines = [record.getMessage() for record in caplog.records if record.name == "snowdrop.web"]
    assert lines == ["GET /c/… 200", "GET /c/… 200", "GET /a/… 200", "GET /enter 200", "GET /x?injected 404"]


def test_a_real_server_serves_the_whole_way(house: House) -> None:
    """Over a socket: the page, its style, the calendar, an answer; and a Host that is not ours is refused."""
    token, link = house.calendar_token(), house.link("done")

    with served(house) as port:
        page = _asked(port, "GET", "/")
        style = _asked(port, "GET", "/static/page.css")
        calendar = _asked(port, "GET", f"/c/{token}.ics")
        acted = _asked(port, "POST", link)
        foreign = _asked(port, "GET", "/", host="evil.example")

    assert [each[0] for each in (page, style, calendar, acted, foreign)] == [200, 200, 200, 200, 421]
    assert re.search(r"Ada Lovelace", page[1])
    assert calendar[1].startswith("BEGIN:VCALENDAR\r\n")
    assert HERE in calendar[1].replace("\r\n ", "")


def _asked(port: int, method: str, path: str, host: str = "") -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers={"Host": host or f"127.0.0.1:{port}"})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()
