"""DAV is the XML in which a CalDAV server is asked and answers: questions out, resources in.

Part of fetching. Pure. Sources: RFC 4918 (WebDAV), RFC 4791 (CalDAV), RFC 6352 (CardDAV), RFC 6578 (sync), RFC 7809
(zones); getctag is Apple's. A server's XML is somebody else's word: a document type, which is where entities are
defined and grow without end, is refused.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from worker.inbox.careful_xml import NotXmlError, root_of

_D, _C, _S = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}", "{http://calendarserver.org/ns/}"
_K = "{urn:ietf:params:xml:ns:carddav}"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_SPACES = (
    'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:k="urn:ietf:params:xml:ns:carddav" '
    'xmlns:s="http://calendarserver.org/ns/"'
)

DESCRIBE = (
    f"{_HEAD}<d:propfind {_SPACES}><d:prop><d:resourcetype/><d:displayname/><d:sync-token/><s:getctag/>"
    "<d:current-user-principal/><d:owner/><c:calendar-home-set/><c:supported-calendar-component-set/>"
    "<c:calendar-timezone-id/><c:calendar-timezone/><k:addressbook-home-set/></d:prop></d:propfind>"
).encode()
"""Asks what a resource is, and in which state."""
LIST = f"{_HEAD}<d:propfind {_SPACES}><d:prop><d:resourcetype/><d:getetag/></d:prop></d:propfind>".encode()
"""Asks what a collection holds."""


LONGEST_MARK = 1_000
"""Tokens and ETags are kept from visit to visit; real ones have a hundred letters at most."""


def sync_question(token: str) -> bytes:
    """Asks what changed since the token was given; with "", what there is (RFC 6578, 3.2)."""
    return (
        f"{_HEAD}<d:sync-collection {_SPACES}><d:sync-token>{escape(token)}</d:sync-token>"
        "<d:sync-level>1</d:sync-level><d:prop><d:getetag/><d:resourcetype/></d:prop></d:sync-collection>"
    ).encode()


def multiget_question(hrefs: Iterable[str]) -> bytes:
    """Asks for the objects themselves (RFC 4791, 7.9)."""
    return _multiget("c:calendar-multiget", "c:calendar-data", hrefs)


def cards_question(hrefs: Iterable[str]) -> bytes:
    """Asks for the cards themselves (RFC 6352, 8.7)."""
    return _multiget("k:addressbook-multiget", "k:address-data", hrefs)


def _multiget(report: str, data: str, hrefs: Iterable[str]) -> bytes:
    wanted = "".join(f"<d:href>{escape(href)}</d:href>" for href in hrefs)
    props = f"<d:prop><d:getetag/><{data}/></d:prop>"
    return f"{_HEAD}<{report} {_SPACES}>{props}{wanted}</{report}>".encode()


@dataclass(frozen=True, kw_only=True, slots=True)
class Resource:
    """One resource as its server describes it; what was not said or not asked is empty."""

    href: str
    status: int = 200
    """Of the resource itself: 404 where it has vanished, 507 where a list ends too early."""
    etag: str = ""
    body: str | None = None
    is_collection: bool = False
    is_calendar: bool = False
    is_address_book: bool = False
    name: str = ""
    sync_token: str = ""
    ctag: str = ""
    zone: str = ""
    """A zone's name, or a VTIMEZONE."""
    components: frozenset[str] = frozenset()
    """VEVENT, VTODO …; empty where any may come."""
    homes: tuple[str, ...] = ()
    """Where a user's calendars stand."""
    book_homes: tuple[str, ...] = ()
    """Where a user's address books stand (RFC 6352, 7.1.1)."""
    principal: str = ""
    """The user's own resource."""
    owner: str = ""
    """The resource of whose this is (RFC 3744, 5.1)."""

    @property
    def is_anothers(self) -> bool:
        """Shared with the user by somebody else, where the server tells both."""
        one, other = map(_path_of, (self.owner, self.principal))
        return bool(one and other) and one != other

    @property
    def may_hold_events(self) -> bool:
        return self.is_calendar and (not self.components or "VEVENT" in self.components)


@dataclass(frozen=True, kw_only=True, slots=True)
class Multistatus:
    """A server's whole answer."""

    resources: tuple[Resource, ...]
    sync_token: str = ""


class NotDavError(ValueError):
    """The body is no multistatus."""


def multistatus_in(body: bytes) -> Multistatus:
    """Raises NotDavError for anything but a multistatus (RFC 4918, 13)."""
    try:
        root = root_of(body, attributes=("name",))
    except NotXmlError as error:
        raise NotDavError(str(error)) from error
    if root.tag != f"{_D}multistatus":
        raise NotDavError("it is something else")
    resources = tuple(_resource_in(response) for response in root.iterfind(f"{_D}response"))
    return Multistatus(resources=resources, sync_token=_bounded(root.find(f"{_D}sync-token")))


def _resource_in(response: Element) -> Resource:
    said = {element.tag: element for element in _properties(response)}
    kind = said.get(f"{_D}resourcetype", Element(""))
    data = said.get(f"{_C}calendar-data", said.get(f"{_K}address-data"))
    zone = said.get(f"{_C}calendar-timezone-id", said.get(f"{_C}calendar-timezone"))
    parts = said.get(f"{_C}supported-calendar-component-set", Element(""))
    return Resource(
        href=_text(response.find(f"{_D}href")),
        status=_status(response.find(f"{_D}status")),
        etag=_bounded(said.get(f"{_D}getetag")),
        body=None if data is None else data.text or "",
        is_collection=kind.find(f"{_D}collection") is not None,
        is_calendar=kind.find(f"{_C}calendar") is not None,
        is_address_book=kind.find(f"{_K}addressbook") is not None,
        name=_text(said.get(f"{_D}displayname")),
        sync_token=_bounded(said.get(f"{_D}sync-token")),
        ctag=_bounded(said.get(f"{_S}getctag")),
        zone=_text(zone),
        components=frozenset(part.get("name", "").upper() for part in parts),
        homes=tuple(_hrefs(said.get(f"{_C}calendar-home-set"))),
        book_homes=tuple(_hrefs(said.get(f"{_K}addressbook-home-set"))),
        principal=next(_hrefs(said.get(f"{_D}current-user-principal")), ""),
        owner=next(_hrefs(said.get(f"{_D}owner")), ""),
    )


def _properties(response: Element) -> Iterator[Element]:
    """Those that the server has: each propstat has a status of its own."""
    for propstat in response.iterfind(f"{_D}propstat"):
        if _status(propstat.find(f"{_D}status")) == 200:
            for prop in propstat.iterfind(f"{_D}prop"):
                yield from prop


def _hrefs(element: Element | None) -> Iterator[str]:
    if element is not None:
        yield from filter(None, (_text(href) for href in element.iterfind(f"{_D}href")))


def _path_of(href: str) -> str:
    """Servers write one place with and without their own name, a slash, and letters spelt out; "" for no address."""
    try:
        return unquote(urlsplit(href).path).rstrip("/")
    except ValueError:
        return ""


def _text(element: Element | None) -> str:
    return "" if element is None or not element.text else element.text.strip()


def _bounded(element: Element | None) -> str:
    """A token or an ETag; one that is too long to be kept is as good as none."""
    return text if len(text := _text(element)) <= LONGEST_MARK else ""


def _status(element: Element | None) -> int:
    """From "HTTP/1.1 404 Not Found"; 200 where nothing is said."""
    words = _text(element).split()
    code = words[1] if len(words) > 1 else ""
    return int(code) if len(code) == 3 and code.isascii() and code.isdecimal() else 200
