"""collect: a feed of the user's own stands on the shelf, asked as politely as a calendar."""

from collections.abc import Iterator

import pytest

from tasks.giving import follow, shelf_of
from tests.inbox.fetch_server import Handler, Site, serving
from tests.tasks.home import LONG_AGO, Home, monthly
from worker.core.sieve import marks_of
from worker.store import feeds, forgotten

FEED = b"""<rss version="2.0"><channel><title>My notes</title>
<item><title>A hive in winter</title><link>https://example.org/hive</link><category>bees</category></item>
</channel></rss>"""
"""What the user wrote."""


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


def on_shelf(home: Home) -> list[str]:
    with home.house.database.read() as conn:
        return [thing.text for thing in shelf_of(home.house, conn)]


def served(site: Site, body: bytes) -> str:
    """The address of a feed with an ETag, which answers 304 to those who know it."""
    etag = f'"{len(body)}"'

    def answer(request: Handler) -> None:
        if request.headers.get("If-None-Match") == etag:
            request.answer(304, ETag=etag)
        else:
            request.answer(200, body, ETag=etag)

    site.pages["/notes.xml"] = answer
    return f"{site.address}/notes.xml"


def test_what_it_shows_is_given_to_whom_it_fits(home: Home, site: Site) -> None:
    """B11: as a thing of the shelf like any other, with its link in the draft."""
    feed = follow(home.house, served(site, FEED))
    home.poll(feed.id)
    home.add(home.write("work.ics", *monthly_about_bees()))

    home.live()

    assert on_shelf(home) == ["A hive in winter"]
    (nudge,) = home.nudges()
    assert "A hive in winter" in nudge.nudge.gift.text
    assert "https://example.org/hive" in nudge.nudge.draft


def monthly_about_bees() -> list[str]:
    return [
        one.replace("SUMMARY:Coffee", "SUMMARY:Bees") for one in monthly("ada", meetings=12, ended=LONG_AGO)
    ]


def test_an_unchanged_feed_costs_one_conditional_request(home: Home, site: Site) -> None:
    """And what it brought stays."""
    feed = follow(home.house, served(site, FEED))
    for _ in range(3):
        home.poll(feed.id)

    mark = f'"{len(FEED)}"'
    assert [headers.get("If-None-Match") for _, headers in site.requests] == [None, mark, mark]
    assert on_shelf(home) == ["A hive in winter"]


def test_the_shelf_shows_what_the_feed_shows_now(home: Home, site: Site) -> None:
    """What was taken from it is given to nobody else."""
    feed = follow(home.house, served(site, FEED))
    home.poll(feed.id)
    served(site, FEED.replace(b"A hive in winter", b"Clay").replace(b"/hive", b"/clay"))
    home.poll(feed.id)

    assert on_shelf(home) == ["Clay"]


def test_a_broken_feed_keeps_what_was_there_and_says_why(home: Home, site: Site) -> None:
    """The last good state stays; the sentence names the remedy."""
    feed = follow(home.house, served(site, FEED))
    home.poll(feed.id)
    served(site, b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>")
    home.poll(feed.id)

    with home.house.database.read() as conn:
        problem = feeds.get(conn, home.user_id, feed.id).problem
    assert on_shelf(home) == ["A hive in winter"]
    assert problem == (
        "127.0.0.1 is no feed for the shelf (it brings a document type): give the address of an RSS or Atom feed"
    )


def test_a_removed_feed_leaves_the_shelf(home: Home, site: Site) -> None:
    """With all that it had brought."""
    feed = follow(home.house, served(site, FEED))
    home.poll(feed.id)
    with home.house.database.write() as conn:
        feeds.remove(conn, home.user_id, feed.id, with_history=False)

    assert on_shelf(home) == []


def test_an_entry_about_somebody_forgotten_stays_out(home: Home, site: Site) -> None:
    """Forgotten is forgotten, whatever one writes later."""
    with home.house.database.write() as conn:
        forgotten.remember(conn, home.user_id, home.house.vault, marks_of((), ["Zuzanna Krol"]))
    feed = follow(home.house, served(site, FEED.replace(b"A hive in winter", b"With Zuzanna Krol")))
    home.poll(feed.id)

    assert on_shelf(home) == []
