"""Twins: an invitation, its move and its cancellation, saved as files of one folder, say together what holds."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tasks.cli_feeds import _feed_lines
from tests.tasks.home import ME, NOW, Home, event
from tests.tasks.running import environ, said

ADA, BOB, HOST = "ada@example.com", "bob@example.com", "host@example.com"
DAY = timedelta(days=1)
THEN, LATER = NOW - 9 * DAY, NOW - 2 * DAY


def written(
    at: datetime, *more: str, guests: tuple[str, ...] = (ADA,), method: str = "", host: str = ME
) -> str:
    lines = "".join(f"{line}\r\n" for line in more)
    head = f"METHOD:{method}\r\n" if method else ""
    return head + event("one", at, *guests, host=host, more=lines)


def instance(at: datetime) -> str:
    return f"RECURRENCE-ID:{at:%Y%m%dT%H%M%SZ}"


INVITED = written(THEN, "SEQUENCE:0")
CANCELLED = written(THEN, "SEQUENCE:1", method="CANCEL")
WEEKLY = written(NOW - 21 * DAY, "SEQUENCE:0", "RRULE:FREQ=WEEKLY;COUNT=5")
WEEKS = [NOW - n * 7 * DAY for n in (3, 2, 1)]

WHAT_IT_DOES = (
    "it only calls off what stands in another file: keep the two in one folder, where they are compared; kept: nothing "
    "of it"
)
OWN_ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)

TOLD = {
    "an invitation alone": ([INVITED], [THEN]),
    "called off": ([INVITED, CANCELLED], []),
    "called off under the same number, later": (
        [
            written(THEN, "DTSTAMP:20261101T000000Z"),
            written(THEN, "STATUS:CANCELLED", "DTSTAMP:20261102T000000Z"),
        ],
        [],
    ),
    "called off, and invited anew": ([INVITED, CANCELLED, written(THEN, "SEQUENCE:2")], [THEN]),
    "moved": ([INVITED, written(LATER, "SEQUENCE:1")], [LATER]),
    "moved twice": ([INVITED, written(LATER, "SEQUENCE:2"), written(NOW - DAY, "SEQUENCE:1")], [LATER]),
    "moved without saying so": ([INVITED, written(LATER, "SEQUENCE:0")], [THEN, LATER]),
    "another host's under the same UID": (
        [INVITED, written(LATER, "SEQUENCE:3", guests=(ADA, ME), host=HOST)],
        [THEN, LATER],
    ),
    "the same in two calendars": ([INVITED, INVITED], [THEN]),
    "one day of a series called off": (
        [WEEKLY, written(WEEKS[1], instance(WEEKS[1]), "SEQUENCE:1", method="CANCEL")],
        [WEEKS[0], WEEKS[2]],
    ),
    "one day of a series moved": (
        [WEEKLY, written(WEEKS[1] + DAY, instance(WEEKS[1]), "SEQUENCE:1")],
        [WEEKS[0], WEEKS[1] + DAY, WEEKS[2]],
    ),
    "one day moved, then all called off": (
        [
            WEEKLY,
            written(WEEKS[1] + DAY, instance(WEEKS[1]), "SEQUENCE:1"),
            written(WEEKS[0], "RRULE:FREQ=WEEKLY;COUNT=5", "SEQUENCE:2", method="CANCEL"),
        ],
        [],
    ),
    "one day of a series moved, in a zone that only this file defines": (
        [
            WEEKLY,
            OWN_ZONE
            + written(WEEKS[1] + DAY, instance(WEEKS[1]), "SEQUENCE:1").replace(
                f"DTSTART:{WEEKS[1] + DAY:%Y%m%dT%H%M%SZ}",
                f"DTSTART;TZID=Ours:{WEEKS[1] + DAY:%Y%m%dT%H%M%S}",
            ),
        ],
        [WEEKS[0], WEEKS[1] + DAY - timedelta(hours=3), WEEKS[2]],
    ),
    "a guest proposes another time": (
        [INVITED, written(LATER, "SEQUENCE:1", method="COUNTER")],
        [THEN, LATER],
    ),
}


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path)
    yield home
    home.house.close()


def met(home: Home) -> list[datetime]:
    return sorted({each.started_at for each in home.touches().get(ADA, [])})


def met_in_preview(home: Home) -> list[datetime]:
    lines = said(
        "touches", str(home.folder / "all"), "--me", ME, "--now", NOW.isoformat(), "--format", "jsonl",
        env=environ(home.folder / "other"),
    ).lines  # fmt: skip
    told = [json.loads(line) for line in lines]
    found = (each["started_at"] for each in told if each["person"]["key"] == ADA)
    return sorted({datetime.fromisoformat(each) for each in found})


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("told", TOLD)
def test_what_files_say_of_one_meeting_is_compared(home: Home, told: str, order: int) -> None:
    """In any order, all at once, and in a preview (RFC 5546, 2.1.5)."""
    files, expected = TOLD[told]
    for n, each in enumerate(files[::order]):
        home.write(f"all/{n}.ics", each)

    home.read(home.add(str(home.folder / "all")))

    assert [each for each in met(home) if each < NOW] == expected
    assert [each for each in met_in_preview(home) if each < NOW] == expected


@pytest.mark.parametrize("told", TOLD)
def test_one_after_the_other_they_say_the_same(home: Home, told: str) -> None:
    """What came first is learnt anew; but of a series that was called off, what took place stays."""
    files, expected = TOLD[told]
    home.write("all/0.ics", files[0])
    feed = home.add(str(home.folder / "all"))
    home.read(feed)

    for n, each in enumerate(files[1:], 1):
        home.write(f"all/{n}.ics", each)
        home.read(feed)

    if told == "one day moved, then all called off":
        expected = [WEEKS[0], WEEKS[1] + DAY, WEEKS[2]]
    assert [each for each in met(home) if each < NOW] == expected


def test_without_the_file_that_called_it_off_the_meeting_stands_again(home: Home) -> None:
    """The folder is what the user keeps."""
    home.write("all/0.ics", INVITED)
    off = home.folder / "all" / "1.ics"
    home.write("all/1.ics", CANCELLED)
    feed = home.add(str(home.folder / "all"))
    home.read(feed)
    off.unlink()

    home.read(feed)

    assert met(home) == [THEN]


def test_what_is_called_off_in_another_file_is_told_as_such(home: Home) -> None:
    """Both files say so by then."""
    home.write("all/0.ics", INVITED)
    home.write("all/1.ics", CANCELLED)

    lines = said(
        "touches", str(home.folder / "all"), "--me", ME, "--now", NOW.isoformat(), "--explain",
        env=environ(home.folder / "other"),
    ).lines  # fmt: skip

    assert sum("cancelled" in line for line in lines) == 2


def test_a_cancellation_that_stands_alone_says_that_it_does_nothing_there(home: Home) -> None:
    """Two files that are added one by one are not compared: `preview` and `feeds` tell the way."""
    folder = home.folder / "mails"
    for name, one in (("invited", INVITED), ("off", CANCELLED)):
        home.write(f"mails/{name}.ics", one)
        home.add(str(folder / f"{name}.ics"))
    home.live()
    looked = said("preview", *map(str, sorted(folder.iterdir())), env=environ(home.folder / "none"))
    together = said("preview", str(folder), env=environ(home.folder / "none"))

    kept, off = ("\n".join(_feed_lines(home.feed(each), home.house)) for each in (1, 2))

    assert f"METHOD:CANCEL: {WHAT_IT_DOES}" in off
    assert "METHOD" not in kept
    assert WHAT_IT_DOES in looked.err
    assert "calls off" not in together.err
