"""The demo as it is written: valid for every reader, in two styles, with addresses that belong to nobody."""

import re
from datetime import date
from pathlib import Path

import icalendar
import pytest

from tasks.demo import demo_calendars
from tasks.demo_script import script_of
from worker.core.person import Birthday
from worker.inbox.cards.addressbook import cards_in
from worker.outbox.as_vcard import folded_line

SCRIPT_TEXT = (Path(__file__).parents[2] / "config" / "demo.toml").read_text("utf-8")
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return dict(demo_calendars(TODAY, script_of(SCRIPT_TEXT)))


def test_every_file_is_folded_and_ends_its_lines_as_the_standard_asks(texts: dict[str, str]) -> None:
    """RFC 5545, 3.1: CRLF, 75 octets."""
    for text in texts.values():
        lines = text.encode().split(b"\r\n")
        assert b"\n" not in b"".join(lines)
        assert max(map(len, lines)) <= 75


def test_folding_never_cuts_a_character() -> None:
    """One bad fold makes some clients drop the whole feed."""
    line = "SUMMARY:" + "Grüße an Yıldız – " * 20

    pieces = folded_line(line).split("\r\n")

    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line


@pytest.mark.slow
def test_an_independent_parser_finds_no_error(texts: dict[str, str]) -> None:
    """Each component has what RFC 5545 requires."""
    for name in ("work.ics", "private.ics", "family.ics"):
        calendar = icalendar.Calendar.from_ical(texts[name])
        assert not calendar.errors
        assert [zone["TZID"] for zone in calendar.timezones] == ["Europe/Berlin"]
        for event in calendar.events:
            assert not event.errors
            assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(event)
            assert event["DTEND"].dt > event["DTSTART"].dt


def test_the_calendars_are_written_like_two_producers(texts: dict[str, str]) -> None:
    """An office server names the zone, a cloud calendar writes UTC."""
    assert re.search(r"^DTSTART;TZID=Europe/Berlin:", texts["work.ics"], re.MULTILINE)
    assert not re.search(r"^DTSTART:\d+T\d+Z", texts["work.ics"], re.MULTILINE)
    assert re.search(r"^DTSTART:\d+T\d+Z", texts["private.ics"], re.MULTILINE)
    assert "X-WR-CALNAME:Private\r\n" in texts["private.ics"]


def test_every_address_is_reserved_for_examples(texts: dict[str, str]) -> None:
    """RFC 2606: a demo never names a real mailbox."""
    for text in texts.values():
        addresses = re.findall(r"[\w.+-]+@([\w.-]+)", text.replace("\r\n ", ""))
        assert addresses
        assert all(re.fullmatch(r"([\w-]+\.)*example\.(org|com|net)", domain) for domain in addresses)


def test_our_own_reader_reads_the_address_book_without_a_problem(texts: dict[str, str]) -> None:
    """Two addresses of one person, a birthday without a year, and somebody who has died."""
    book = cards_in(texts["contacts.vcf"].encode(), name="contacts.vcf")

    cards = {card.name: card for card in book.cards}

    assert book.problems == ()
    assert len(cards["Yusuf Demir"].emails) == 2
    assert cards["Zanele Khumalo"].birthday == Birthday(month=11, day=28)
    assert [card.name for card in book.cards if card.is_deceased] == ["Solveig Lindqvist"]
