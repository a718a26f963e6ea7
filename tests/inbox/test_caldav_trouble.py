"""CalDAV when something is wrong: one sentence each, no secret in it, and never more lost than has to be."""

import tracemalloc
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from tests.inbox.caldav_servers import PASSWORD, Server, Small, event, radicale, small
from tests.inbox.fetch_server import OPEN, Handler, serving
from tests.inbox.test_caldav import Reader, names
from worker.errors import SnowdropError
from worker.inbox.fetching import caldav
from worker.inbox.fetching.catch import Limits, NotModified, UnavailableError, UnreadableError
from worker.inbox.fetching.client import http_client
from worker.inbox.fetching.dav import NotDavError, multistatus_in
from worker.inbox.fetching.sheet import Known

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><d:multistatus xmlns:d="DAV:"><d:response><d:href>&i;</d:href></d:response></d:multistatus>'
)
ENDLESS = (
    '<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:sync-token>t{page}</d:sync-token>'
    "<d:response><d:href>/e/</d:href><d:propstat><d:prop><d:sync-token>t{page}</d:sync-token><d:resourcetype>"
    "<d:collection/><c:calendar/></d:resourcetype></d:prop></d:propstat></d:response>"
    "<d:response><d:href>/e/</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status></d:response>"
)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Small]:
    with small(tmp_path) as running:
        running.put("a", "b")  # type: ignore[attr-defined]
        yield running  # type: ignore[misc]


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with radicale(tmp_path_factory.mktemp("radicale")) as running:
        yield running


@pytest.fixture
def reader() -> Iterator[Reader]:
    with http_client(OPEN, version="0.1.0") as client:
        yield Reader(client)


def complaint(reader: Reader, address: str) -> SnowdropError:
    with pytest.raises(SnowdropError) as caught:
        reader.visit(address)
    return caught.value


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "add it with --user"),
        (403, r"does not let this user read the calendar (403)"),
        (404, "has no calendar at this address (404)"),
        (405, "does not speak CalDAV at this address (405)"),
        (501, "does not speak CalDAV at this address (501)"),
        (200, "does not speak CalDAV at this address (200)"),
    ],
)
def test_each_refusal_has_its_sentence(site: Small, reader: Reader, status: int, words: str) -> None:
    """And is for the user to mend."""
    site.status = status

    error = complaint(reader, f"caldav+{site.address}")

    assert isinstance(error, UnreadableError)
    assert words in str(error)
    assert "/dav/" not in str(error)


def test_a_tired_server_is_left_alone_for_as_long_as_it_asks(site: Small, reader: Reader) -> None:
    """Retry-After holds for CalDAV too."""
    site.status, site.headers = 503, {"Retry-After": "1800"}

    error = complaint(reader, f"caldav+{site.address}")

    assert isinstance(error, UnavailableError)
    assert error.retry_after_seconds == 1800


def test_a_wrong_password_is_said_and_not_shown(work: Server, reader: Reader) -> None:
    """Neither the wrong one nor the user's name."""
    address = work.with_password.replace("w%C3%B6rd", "wrong")

    error = complaint(reader, address)

    assert "does not accept the user name or the password (401)" in str(error)
    assert not any(secret in str(error) for secret in ("wrong", "ada", PASSWORD))


def test_a_digest_is_asked_for_in_vain(site: Small, reader: Reader) -> None:
    """Said as what it is: the password may be right."""
    site.status, site.headers = 401, {"WWW-Authenticate": 'Digest realm="x"'}

    assert "Basic authentication" in str(complaint(reader, f"caldav+http://ada:x@{site.address[7:]}"))


def test_a_collection_that_is_no_calendar_is_told_apart(site: Small, reader: Reader) -> None:
    """The folder above it, for instance."""
    assert "has no calendar" in str(complaint(reader, f"caldav+{site.home}"))


def test_a_redirect_to_another_host_does_not_carry_the_password(work: Server, reader: Reader) -> None:
    """And says what to do about it: another port is another door."""
    with serving() as other:
        other.pages["/old/"] = lambda handler: handler.answer(308, Location=work.address)
        error = complaint(reader, f"caldav+http://ada:secret@127.0.0.1:{other.port}/old/")

    assert "where the password for 127.0.0.1 is not shown" in str(error)
    assert "Authorization" not in reader.asked[-1].headers


def test_a_redirect_within_the_host_keeps_method_and_password(site: Small, reader: Reader) -> None:
    """Collections move below one host, and some servers add the slash by a redirect."""
    target, site.status = site.address, 301
    site.headers = {"Location": target}
    seen: list[str] = []

    def once(request: object) -> None:
        seen.append(str(request.url))  # type: ignore[attr-defined]
        site.status = 301 if len(seen) == 1 else 0

    reader.client.event_hooks = {"request": [once], "response": []}
    caught = reader.catch(f"caldav+http://ada:x@{target[7:].rstrip('/')}")

    assert names(caught) == ["a.ics", "b.ics"]
    assert seen[1:] == [target] * 3
    assert all("Authorization" in headers for method, _, headers in site.requests if method != "PUT")


def test_a_document_type_is_refused_before_it_grows(site: Small, reader: Reader) -> None:
    """Entities that multiply (a billion laughs) are never even defined."""
    site.raw = BOMB.encode()

    assert isinstance(complaint(reader, f"caldav+{site.address}"), UnavailableError)
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(NotDavError):
            multistatus_in(
                BOMB.replace('version="1.0"', f'version="1.0" encoding="{encoding}"').encode(encoding)
            )


@pytest.mark.parametrize(
    "inside",
    [
        "<a/>" * 500_000,
        "<a " + " ".join(f'b{number}=">"' for number in range(100_000)) + "/>",
        "<a>" * 300_000 + "</a>" * 300_000,
        "<!--" + "x" * 1_000_000 + "-->",
        "<d:response><d:href>" + "%41" * 2_000_000 + "</d:href></d:response>",
    ],
    ids=["many", "wide", "deep", "comment", "long"],
)
@pytest.mark.slow
def test_an_answer_that_would_fill_the_memory_does_not(inside: str) -> None:
    """Refused, or read within what a body may cost."""
    body = f'<d:multistatus xmlns:d="DAV:">{inside}</d:multistatus>'.encode()

    tracemalloc.start()
    with suppress(NotDavError):
        multistatus_in(body)
    peak_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak_bytes < 100_000_000


def test_a_list_without_end_ends_all_the_same(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that always has more changes to tell (507, RFC 6578, 3.6) fills no memory with them."""
    monkeypatch.setattr(caldav, "MOST_LISTED", 50)
    pages = count()

    def endless(handler: Handler) -> None:
        page = next(pages)
        objects = "".join(
            f"<d:response><d:href>/e/{page}-{number}.ics</d:href><d:propstat><d:prop><d:getetag>1</d:getetag></d:prop>"
            "</d:propstat></d:response>"
            for number in range(20)
        )
        handler.answer(207, body=(ENDLESS.format(page=page) + objects + "</d:multistatus>").encode())

    with serving() as site:
        site.pages["/e/"] = endless

        assert "lists objects without end" in str(complaint(reader, f"caldav+{site.address}/e/"))
        assert next(pages) < 10


@pytest.mark.parametrize(
    "body",
    [b"", b"<html></html>", b"<d:multistatus", b"\xff\xfe<", b'<?xml version="1.0" encoding="x-none"?><a/>'],
)
def test_no_xml_is_a_sentence_too(site: Small, reader: Reader, body: bytes) -> None:
    """Whatever is sent under 207."""
    site.raw = body or b" "

    assert "cannot be read" in str(complaint(reader, f"caldav+{site.address}"))


def test_a_list_that_points_elsewhere_leads_nowhere(site: Small, reader: Reader) -> None:
    """Addresses in an answer are names of objects: nothing is ever asked of another host."""
    site.edit = lambda text: text.replace("/dav/work/a.ics", "http://203.0.113.9/steal/a.ics")

    caught = reader.catch(f"caldav+{site.address}")

    assert {request.url.host for request in reader.asked} == {"127.0.0.1"}
    assert "b.ics" in names(caught)


def test_an_object_that_is_not_handed_out_costs_only_itself(site: Small, reader: Reader) -> None:
    """It is a problem, what is known of it stays, and it is asked for again."""
    reader.visit(f"caldav+{site.address}")
    site.put("a", "b", title="Tea")
    site.edit = lambda text: text.replace("calendar-data>", "nothing>", 2)

    caught = reader.catch(f"caldav+{site.address}")
    site.edit = str

    assert (names(caught), caught.kept) == (["b.ics"], {"a.ics"})
    assert [problem.where for problem in caught.problems] == ["a.ics"]
    assert names(reader.catch(f"caldav+{site.address}")) == ["a.ics"]


def test_without_ctag_and_token_all_marks_are_looked_at(site: Small, reader: Reader) -> None:
    """Two requests for nothing new; still no object is fetched twice."""
    site.has_ctag = False
    reader.visit(f"caldav+{site.address}")

    assert isinstance(reader.visit(f"caldav+{site.address}"), NotModified)
    assert reader.methods == ["PROPFIND", "PROPFIND"]


def test_an_endless_name_is_known_by_its_hash(site: Small, reader: Reader) -> None:
    """Names come from outside: long or unprintable ones are stored short, and stay apart."""
    site.objects = {f"/dav/work/{'x' * 900}{number}.ics": event(str(number)) for number in range(2)}

    caught = reader.catch(f"caldav+{site.address}")

    assert len(set(names(caught))) == 2
    assert all(len(name) < 40 for name in names(caught))


def test_what_is_known_of_another_kind_is_no_state(site: Small, reader: Reader) -> None:
    """An ETag of a file that stood there before does not look like a collection's state."""
    reader.known = replace(Known(), etag='"7"', body_hash="x")

    assert names(reader.catch(f"caldav+{site.address}")) == ["a.ics", "b.ics"]


def test_a_server_that_tires_on_the_way_keeps_what_it_gave(
    site: Small, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next visit asks for the rest only."""
    monkeypatch.setattr(caldav, "BATCH", 3)
    site.fill(10)
    asked = 0

    def tire(request: object) -> None:
        nonlocal asked
        asked += 1
        site.status = 503 if asked == 5 else 0

    reader.client.event_hooks = {"request": [tire], "response": []}
    first = reader.catch(f"caldav+{site.address}")
    second = reader.catch(f"caldav+{site.address}")

    assert (len(first.fresh), first.etag, len(first.problems)) == (6, None, 1)
    assert (len(second.fresh), len(second.kept)) == (4, 6)
    assert isinstance(reader.visit(f"caldav+{site.address}"), NotModified)


def test_objects_without_marks_do_not_keep_the_visitor_running(
    site: Small, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Against RFC 4791, 5.3.4; what cannot get further waits for the usual hour."""
    monkeypatch.setattr(caldav, "BATCH", 3)
    site.put(*(f"e{number}" for number in range(8)), title="x" * 2_000)
    site.edit = lambda text: text.replace("getetag>", "nothing>")
    limits = Limits(body_bytes=6_000)

    first = reader.catch(f"caldav+{site.address}", limits)
    second = reader.catch(f"caldav+{site.address}", limits)

    assert (first.is_complete, second.is_complete) == (False, True)
    assert second.etag is None
