"""A clipping is one entry of a feed of the user's own: what they wrote, or what they marked to read.

Step 1 beside the calendars: RSS 0.9 to 2.0, RSS 1.0 (RDF) or Atom (RFC 4287) → things on the shelf. Pure.
"""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from worker.core.giving.shelf import ShelfKind, Thing
from worker.core.giving.topic import shown
from worker.core.sentence import Sentence
from worker.errors import PermanentError
from worker.inbox.careful_xml import NotXmlError, root_of

MOST_CLIPPINGS = 200
"""The first so many, which are the newest: what is older was there to be given before."""
_MOST_TOPICS, _LONGEST_TOPIC = 12, 40
_LONGEST_TITLE, _LONGEST_LINK = 200, 2_000
_ENTRIES = ("item", "entry")
_TAG = re.compile(r"<[^>]{0,200}>")


class NotAShelfFeedError(PermanentError):
    """What came is neither RSS nor Atom; the text says what to do."""


def clippings_in(body: bytes, *, label: str) -> tuple[Thing, ...]:
    """The entries with a title and a web address, in the feed's order, each address once; `label` names the feed.

    Raises NotAShelfFeedError.
    """
    try:
        root = root_of(body, attributes=("href", "rel", "term", "label"))
    except NotXmlError as error:
        raise NotAShelfFeedError(_sentence(label, error.why)) from error
    if _name(root) not in ("rss", "RDF", "feed"):
        raise NotAShelfFeedError(_sentence(label, Sentence("it is something else")))
    found: dict[str, Thing] = {}
    for entry in (each for each in root.iter() if _name(each) in _ENTRIES):
        thing = _thing(entry)
        if thing is not None:
            found.setdefault(thing.link, thing)
        if len(found) == MOST_CLIPPINGS:
            break
    return tuple(found.values())


def _sentence(label: str, why: Sentence) -> Sentence:
    return Sentence(
        "{label} is no feed for the shelf ({why}): give the address of an RSS or Atom feed",
        label=label,
        why=why,
    )


def _thing(entry: Element) -> Thing | None:
    title = _plain(next((_words(each) for each in entry if _name(each) == "title"), ""))
    link = next((link for link in _links(entry) if _is_for_the_web(link)), "")
    if not title or not link:
        return None
    return Thing(kind=ShelfKind.LINK, text=title, topics=tuple(_topics(entry))[:_MOST_TOPICS], link=link)


def _links(entry: Element) -> Iterator[str]:
    """RSS writes the address as text, Atom as an attribute; of several in Atom the one to read is the alternate."""
    for each in entry:
        if _name(each) == "link" and each.get("rel", "alternate") == "alternate":
            yield each.get("href") or _words(each)


def _topics(entry: Element) -> Iterator[str]:
    """Categories, and the words of dc:subject, in which bookmark services put their tags."""
    for each in entry:
        if _name(each) == "category":
            yield from _short(each.get("label") or each.get("term") or _words(each))
        elif _name(each) == "subject":
            for word in _words(each).split():
                yield from _short(word)


def _short(topic: str) -> Iterator[str]:
    if plain := _plain(topic):
        yield plain[:_LONGEST_TOPIC]


def _plain(text: str) -> str:
    """Titles may be written as HTML, once more escaped."""
    return shown(unescape(_TAG.sub(" ", unescape(text))), longest=_LONGEST_TITLE)


def _is_for_the_web(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    is_plain = link.isprintable() and " " not in link and len(link) <= _LONGEST_LINK
    return is_plain and parts.scheme in ("http", "https") and bool(parts.hostname)


def _words(element: Element) -> str:
    return "".join(element.itertext()).strip()


def _name(element: Element) -> str:
    """Without its namespace: RSS has had several."""
    return element.tag.rpartition("}")[2]
