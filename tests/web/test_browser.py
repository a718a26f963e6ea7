"""The pages in a real browser: they fit, can be read, obey their own policy, and their buttons work."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tasks.door import app_for
from tasks.tends import TendedHouse
from tests.outbox.examples import said, words
from tests.outbox.test_as_letter import LETTER
from tests.tasks.home import Home
from tests.web.browser import Browser, program
from tests.web.house import HERE, ME, PORT, House, plant
from tests.web.serving import at_port, served
from tests.web.test_people import lived_in
from worker.core.nudge import NudgeState
from worker.core.rest import RestKind
from worker.outbox.as_html import letter_html
from worker.outbox.as_lines import no_links
from worker.store import feeds
from worker.web.tends import Saying

pytestmark = pytest.mark.browser

PALE = """
[...document.querySelectorAll('body *')]
.filter(e => [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()))
.map(e => {
  const lum = c => { const v = c.map(x => (x /= 255) <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
    return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2] };
  const rgb = t => (t.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  let at = e, back = [0, 0, 0, 0];
  while (at && (back = rgb(getComputedStyle(at).backgroundColor))[3] === 0) at = at.parentElement;
  const front = rgb(getComputedStyle(e).color);
  const [a, b] = [lum(front.slice(0, 3)), lum(back.slice(0, 3))].sort((x, y) => y - x);
  return [(a + 0.05) / (b + 0.05), e.textContent.trim().slice(0, 40)];
}).filter(([ratio]) => ratio < 4.5)
"""
"""Text with less contrast than WCAG 2.2, 1.4.3 asks for."""
NAMELESS = """
[...document.querySelectorAll('button, a, input:not([type=hidden])')]
.filter(e => !(e.textContent.trim() || e.ariaLabel || (e.labels && e.labels.length))).map(e => e.outerHTML)
"""
WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    executable = program()
    if executable is None:
        assert not os.environ.get("CI"), "Chromium is missing; install it"
        pytest.skip("needs Chromium")
    tab = Browser(executable, tmp_path_factory.mktemp("profile"))
    yield tab
    tab.close()


@pytest.fixture
def page(house: House, browser: Browser) -> Iterator[Browser]:
    browser.events.clear()
    with served(house):
        yield browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_every_page_fits_and_can_be_read(house: House, page: Browser, width: int, scheme: str) -> None:
    """Narrow and wide, light and dark: nothing sticks out, nothing is pale, everything is named."""
    endless = replace(said("x" * 300).nudge, id="endless", emails=(f"{'x' * 60}@{'y' * 60}.example.org",))
    with house.database.write() as conn:
        plant(conn, ME, (endless,), house.now)
    page.look(width, scheme)

    for path in ("/", house.link("rest"), "/enter", "/nowhere"):
        page.open(HERE + path)
        found = page.run(f"[{WIDTH}, {PALE}, {NAMELESS}, document.querySelectorAll('h1').length]")
        assert found == [0, [], [], 1]
        assert len(page.picture()) > 10_000
    assert [each for each in page.complaints() if "404" not in each] == []


def test_what_is_wrong_with_a_calendar_has_the_width_of_its_row(house: House, page: Browser) -> None:
    """Not a column beside its buttons, in which words are broken."""
    with house.database.write() as conn:
        feed = feeds.all_feeds(conn, ME)[0]
        feeds.mark_failed(conn, ME, feed.id, "There is no host calendar.example.org.", house.now)

    for width in (360, 1200):
        page.look(width, "light")
        page.open(f"{HERE}/")
        shares = (
            "(e => e.offsetWidth / e.closest('li').offsetWidth)(document.querySelector('.rows .problem'))"
        )
        assert page.run(shares) > 0.9


def test_the_buttons_of_the_garden_work(house: House, page: Browser) -> None:
    """Done, undo, a new calendar: a browser's own headers pass the door."""
    page.open(f"{HERE}/")
    page.press(".nudge button.main")
    assert house.nudge().state is NudgeState.DONE

    page.press("form[action=undo] button")
    assert house.nudge().state is NudgeState.OPEN

    page.run("document.getElementById('feed-address').value = 'webcal://new.example.net/a.ics'")
    page.press("form[action=feeds] button")
    assert "new.example.net" in page.run("document.body.innerText")


def test_the_buttons_of_an_answer_work(house: House, page: Browser) -> None:
    """Ask, act, undo: over pages that name no referrer."""
    page.open(HERE + house.link("rest"))
    page.press(".answers button.main")
    assert house.nudge().state is NudgeState.RESTED

    page.press(".answers button")
    assert house.nudge().state is NudgeState.OPEN


def test_the_key_lets_a_browser_in(house: House, page: Browser) -> None:
    """The cookie is set, sent and enough."""
    house.is_open = False
    with_key = f"{HERE}/enter?secret={house.key()}"

    page.open(f"{HERE}/enter")
    page.open(with_key)
    page.press("button")

    assert "Ada Lovelace" in page.run("document.body.innerText")


@pytest.fixture
def people_page(browser: Browser, tmp_path: Path) -> Iterator[tuple[Home, Browser]]:
    """Over the whole house, since its tasks stand behind it."""
    home = lived_in(tmp_path, port=PORT)
    browser.events.clear()
    with at_port(app_for(home.house)):
        yield home, browser
    home.house.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_the_page_about_people_fits_and_can_be_read(
    people_page: tuple[Home, Browser], width: int, scheme: str
) -> None:
    """With somebody resting, somebody in mind, days away, a pair and names to decide about."""
    home, browser = people_page
    tends = TendedHouse(home.house)
    tends.say("ada", RestKind.MOURNING, None)
    tends.say("ada", Saying.PIN, None)
    tends.say("ada", Saying.MET, None)
    tends.away(date(2026, 3, 1), date(2026, 4, 1), is_noted=True)
    browser.look(width, scheme)

    browser.open(f"{HERE}/people")

    assert browser.run(f"[{WIDTH}, {PALE}, {NAMELESS}, document.querySelectorAll('h1').length]") == [
        0,
        [],
        [],
        1,
    ]
    assert browser.complaints() == []


def test_the_buttons_of_the_page_about_people_work(people_page: tuple[Home, Browser]) -> None:
    """A state, one person of two, a name of a title: each form passes the door and leads back."""
    home, browser = people_page
    browser.open(f"{HERE}/people")
    browser.run("document.getElementById('person').value = 'ada@example.com'")
    browser.run("document.getElementById('what').value = 'space'")
    browser.press("form[action='people/say'] button")
    browser.press("form[action='people/same'] button")
    browser.press("form[action='people/named'] button")

    shown = browser.run("document.body.innerText")
    assert browser.run("location.pathname") == "/people"
    assert "wants some space" in shown
    assert "Are these one person?" not in shown
    assert [str(key) for (key,) in home.rows("SELECT key FROM people WHERE key LIKE 'name:%'")] == [
        "name:maria"
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_the_letter_fits_and_can_be_read(browser: Browser, tmp_path: Path, width: int, scheme: str) -> None:
    """As a mail program shows it, with a name that is long."""
    long = replace(LETTER, nudges=[said("x" * 300)], troubles=["https://" + "x" * 300])
    file = tmp_path / "letter.html"
    file.write_text(letter_html(long, words(), no_links))
    browser.look(width, scheme)

    browser.open(file.as_uri())

    assert browser.run(f"[{WIDTH}, {PALE}]") == [0, []]
