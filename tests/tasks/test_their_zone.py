"""Their day in the record: the zone of the events that somebody made, and the zone on their card."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.importing import import_cards
from tests.tasks.home import ME, NOW, Home, event
from tests.tasks.tied import ANA, BEN, known

DAYS = [NOW - timedelta(weeks=4 * n) for n in range(1, 5)]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path, me=(ME,))
    yield home
    home.house.close()


def in_zone(text: str, tzid: str) -> str:
    """The same event, written on the clock of a zone."""
    return text.replace("DTSTART:", f"DTSTART;TZID={tzid}:").replace("Z\r\nDURATION", "\r\nDURATION")


def test_the_zone_of_an_event_is_that_of_whoever_made_it(home: Home) -> None:
    """Ana invites from Tokyo, with Ben among the guests, whose own zone nothing tells."""
    meetings = [in_zone(event(f"{at:%m%d}", at, ME, BEN, host=ANA), "Tokyo Standard Time") for at in DAYS]
    mine = [in_zone(event(f"mine-{at:%m%d}", at + timedelta(days=2), ANA), "Europe/Berlin") for at in DAYS]
    home.add(home.write("work.ics", *meetings, *mine))
    home.live()

    zones = {person: {touch.zone for touch in found} for person, found in home.touches().items()}

    assert zones == {ANA: {"Asia/Tokyo", ""}, BEN: {""}}


def test_the_zone_of_a_card_is_kept(home: Home) -> None:
    """By its IANA name; an offset alone names no zone."""
    home.add(home.write("work.ics", *(event(f"{at:%m%d}", at, ANA, BEN) for at in DAYS)))
    home.live()
    book = home.folder / "book.vcf"
    book.write_text(
        f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Lima\r\nEMAIL:{ANA}\r\nTZ:America/New_York\r\nEND:VCARD\r\n"
        f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ben Osei\r\nEMAIL:{BEN}\r\nTZ;VALUE=utc-offset:-0500\r\nEND:VCARD\r\n"
    )

    for _ in range(2):
        import_cards(home.house, book)

    assert (known(home).person.zone, known(home, BEN).person.zone) == ("America/New_York", "")
