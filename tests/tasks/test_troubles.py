"""What is wrong with a calendar is told in the user's language: on the page, and in the letter."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import partial
from html import unescape
from pathlib import Path
from shutil import copytree

import pytest

from config.words import LANGUAGES
from tests.inbox.fetch_server import OPEN, Site, on_loopback, serving
from tests.tasks.home import NOW, Home, event, monthly
from tests.tasks.test_deliver import letter_of
from tests.web.client import client_of
from worker.core.sentence import Sentence
from worker.inbox.fetching.catch import Limits
from worker.inbox.fetching.client import http_client
from worker.outbox.plain import one_line
from worker.store import feeds

UNREAD = {
    "nowhere.example.org": "nowhere.example.org wurde nicht gefunden: Prüfe, ob sich ein Tippfehler in den Namen "
    "geschlichen hat und ob dieser Rechner online ist.",
    "gone.example.org": "Unter dieser Adresse bei gone.example.org gibt es nichts (404): Kopiere sie noch einmal ganz "
    "von dort, wo du sie gefunden hast, und füge sie neu hinzu.",
    "closed.example.org": "closed.example.org lässt uns den Kalender nicht lesen (401): Nimm seine geheime oder "
    "öffentliche Adresse, oder füge ihn mit --user hinzu.",
    "bent.example.org": "Die Kalenderadresse bei bent.example.org ist beschädigt oder führt zu einer beschädigten: "
    "Kopiere sie noch einmal.",
    "late.example.org": "late.example.org hat länger als 0.3 Sekunden gebraucht: Snowdrop versucht es von selbst "
    "wieder.",
    "page.example.org": "page.example.org ist eine Webseite, kein Kalender: Such in den Einstellungen des Kalenders "
    "eine Adresse oder einen Export, der auf .ics endet",
    "lost.ics": "Eine Datei oder einen Ordner lost.ics gibt es nicht: Prüfe den Namen und die Ordner davor.",
    "bare": "Im Ordner bare liegt kein Kalender: Kalenderdateien enden auf .ics, .ical oder .vcs.",
}
"""Calendar → why it cannot be read, in German."""
READ = {
    "halved.ics": "In halved.ics fehlt auf einmal die Hälfte der Termine oder mehr: Snowdrop vergisst "
    "nichts und glaubt es erst nach einem Tag",
    "odd.ics": "odd.ics, Zeile 4, „Tee“ am 2026-11-23: DTEND ist kein Datum; behalten: der Rest des Termins; "
    "`snowdrop events SOURCE` nennt noch eine solche Stelle",
}
"""Calendar → what is told of it although it could be read."""


_LETTERS = {"smtp_url": "smtp://127.0.0.1:25", "mail_to": "me@example.org"}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as made:
        made.pages["/gone.ics"] = lambda request: request.answer(404)
        made.pages["/closed.ics"] = lambda request: request.answer(401)
        made.pages["/bent.ics"] = lambda request: request.answer(
            302, Location="https://bent.example.org:bad/"
        )
        made.pages["/late.ics"] = lambda request: request.drip(b"HTTP/1.1 200 OK\r\n\r\n")
        made.pages["/page.ics"] = lambda request: request.answer(200, b"<!doctype html><html></html>")
        yield made


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Path:
    """One calendar that suggests something, and one for each trouble: read once, since the record has no language."""
    folder = tmp_path_factory.mktemp("model")
    home = Home(folder)
    client = http_client(OPEN, version="0.1.0", resolve=on_loopback)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(home.house, "client_for", lambda _source, **_: client)
        home.read(home.add(home.write("work.ics", *monthly("ada", meetings=12, ended=timedelta(days=200)))))
        for label in (*UNREAD, *READ):
            _make_trouble(home, label, site)
        home.live()
    client.close()
    home.house.close()
    return folder / "data"


@pytest.fixture(params=LANGUAGES)
def troubled(request: pytest.FixtureRequest, model: Path, tmp_path: Path) -> Iterator[Home]:
    copytree(model, tmp_path / "data")
    home = Home(tmp_path, language=request.param, **_LETTERS)
    yield home
    home.house.close()


def _make_trouble(home: Home, label: str, site: Site) -> None:
    tea = partial(event, title="Tee", more="DTEND:whenever\r\n")
    match label:
        case "lost.ics":
            feed = home.add(home.write(label))
            (home.folder / label).unlink()
        case "bare":
            feed = home.add(str(Path(home.write("bare/a.ics")).parent))
            (home.folder / "bare/a.ics").unlink()
        case "halved.ics":
            feed = home.add(home.write(label, *(event(f"e{n}", NOW) for n in range(4))))
            home.poll(feed)
            home.write(label)
        case "odd.ics":
            feed = home.add(home.write(label, tea("one", NOW), tea("two", NOW)))
        case _:
            feed = home.add(f"http://{label}:{site.port}/{label.partition('.')[0]}.ics")
    with pytest.MonkeyPatch.context() as patch:
        if label == "late.example.org":  # it alone: the others may take as long as a busy machine needs
            patch.setattr("tasks.poll.Limits", partial(Limits, total_seconds=0.3))
        home.poll(feed)


def page_of(home: Home) -> str:
    """As it is read; what is to be typed between backticks, as elsewhere."""
    return unescape(re.sub("</?code>", "`", client_of(home).get("/").text))


def problems_of(home: Home) -> Mapping[str, str]:
    with home.house.database.read() as conn:
        return {feed.label: feed.problem for feed in feeds.all_feeds(conn, home.user_id) if feed.problem}


def test_why_a_calendar_cannot_be_read_is_told_in_the_users_language(troubled: Home) -> None:
    """Whatever is wrong with it. Commands, and the record that they show, speak English."""
    words, problems = troubled.house.words, problems_of(troubled)

    page, letter = page_of(troubled), letter_of(troubled)

    assert set(problems) == UNREAD.keys() | READ.keys()
    for label, problem in problems.items():
        assert isinstance(problem, Sentence)
        assert words.told(problem) in page
        assert (one_line(words.told(problem)) in letter) is (label in UNREAD)
        assert (problem in page) is (words.lang == "en")


@pytest.mark.parametrize("troubled", ["de"], indirect=True)
def test_a_german_page_and_a_german_letter_speak_german_of_calendars(troubled: Home) -> None:
    """Word for word: a name that is not found, 404, 401, a damaged address, a slow server, what is no calendar …"""
    page, letter = page_of(troubled), letter_of(troubled)

    assert [each for each in (*UNREAD.values(), *READ.values()) if each not in page] == []
    assert [each for each in UNREAD.values() if each not in letter] == []


@pytest.mark.parametrize("troubled", ["fr"], indirect=True)
def test_what_the_page_says_to_type_looks_like_it_and_can_be_typed(
    troubled: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the name by which Snowdrop was called; no backtick is left."""
    monkeypatch.setenv("SNOWDROP_CALLED", "./run")

    page = client_of(troubled).get("/").text

    assert "; <code>./run events SOURCE</code> nomme un autre endroit" in page.replace("\u00a0", " ").replace(
        "\u202f", " "
    ).replace(" ;", ";")
    assert "`" not in page


def test_a_sentence_of_an_older_version_is_shown_as_it_was_kept(tmp_path: Path) -> None:
    """Until the calendar is asked again."""
    home, old = Home(tmp_path, language="de"), "work.ics is asleep (404): wake it."
    feed = home.add(home.write("work.ics"))
    with home.house.database.write() as conn:
        feeds.mark_failed(conn, home.user_id, feed, old, home.now)

    page = page_of(home)
    home.house.close()

    assert old in page
