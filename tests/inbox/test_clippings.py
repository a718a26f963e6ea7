"""Clippings: what a feed of the user's own shows, of any kind; and hostile XML is refused."""

import pytest

from worker.core.giving.shelf import ShelfKind, Thing
from worker.inbox.clippings import MOST_CLIPPINGS, NotAShelfFeedError, clippings_in

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>My notes</title><link>https://example.org/</link>
<item><title>A hive in winter</title><link>https://example.org/hive</link><category>bees</category>
<category>honey</category></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>My notes</title><link href="https://example.org/"/>
<entry><title type="html">A hive &lt;b&gt;in&lt;/b&gt; winter</title><link rel="edit" href="https://example.org/edit"/>
<link href="https://example.org/hive"/><category term="bees" label="bees"/><category term="honey"/></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Bookmarks</title></channel><item>
<title>A hive in winter</title><link>https://example.org/hive</link>
<dc:subject>bees honey</dc:subject></item></rdf:RDF>"""
HIVE = Thing(
    kind=ShelfKind.LINK, text="A hive in winter", topics=("bees", "honey"), link="https://example.org/hive"
)


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF], ids=["rss", "atom", "rdf"])
def test_each_kind_of_feed_gives_the_same_thing(feed: str) -> None:
    """What one writes, and what one marks to read."""
    assert clippings_in(feed.encode(), label="notes") == (HIVE,)


def entry(title: str = "A", link: str = "https://example.org/a") -> str:
    return f"<item><title>{title}</title><link>{link}</link></item>"


def texts(*entries: str) -> list[str]:
    body = f"<rss><channel>{''.join(entries)}</channel></rss>"
    return [thing.text for thing in clippings_in(body.encode(), label="notes")]


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "/relative", "", "https://exa mple.org", "https://[x"],
)
def test_only_an_address_of_the_web_is_passed_on(link: str) -> None:
    """A draft is sent to a friend."""
    assert texts(entry(link=link)) == []


def test_a_title_is_calm_and_on_one_line() -> None:
    """Whatever was written there."""
    assert texts(entry("Read\n  this!!! &amp;amp; smile")) == ["Read this & smile"]
    assert texts(entry("")) == []


def test_the_first_entries_are_enough_and_each_counts_once() -> None:
    """The newest stand first."""
    many = [entry(f"T{n}", f"https://example.org/{n}") for n in range(MOST_CLIPPINGS + 50)]

    assert len(texts(*many)) == MOST_CLIPPINGS
    assert texts(entry("A"), entry("B")) == ["A"]


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "body",
    [
        f'<!DOCTYPE rss [<!ENTITY e0 "x">{BOMB}]><rss><channel>{entry("&e11;")}</channel></rss>',
        f'<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel>{entry("&f;")}</channel></rss>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd"><rss/>',
        "<rss><channel><item><title>A</title>",
        "<rss " + "a" * 200_000,
        '<?xml version="1.0" encoding="nothing"?><rss/>',
        "<html><body>Please log in</body></html>",
        "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "",
        "\x00\xff",
    ],
    ids=["bomb", "file", "dtd", "cut", "endless tag", "encoding", "page", "calendar", "empty", "noise"],
)
def test_what_is_no_feed_is_refused_in_a_sentence(body: str) -> None:
    """No entity is ever expanded, and nothing is fetched."""
    with pytest.raises(
        NotAShelfFeedError, match=r"^notes is no feed for the shelf \(.+\): give the address of"
    ):
        clippings_in(body.encode("latin-1"), label="notes")
