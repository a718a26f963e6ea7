"""`snowdrop up` for real: what it prints and serves, and that no death of any part leaves anything behind."""

import os
import re
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import icalendar
import pytest

from tests.tasks.running import Up, environ, eventually, got, processes_of, snowdrop, started, up

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc"),
]
_ADDRESS = re.compile(r"https?://")
MEETING = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example.org//real//EN
BEGIN:VEVENT
UID:real-1
DTSTART:20260105T090000Z
DTEND:20260105T093000Z
SUMMARY:Coffee with Ada
ORGANIZER:mailto:me@example.org
ATTENDEE:mailto:me@example.org
ATTENDEE;CN=Ada Lovelace:mailto:ada@example.org
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    """One that every test of this module may look at."""
    with up(tmp_path_factory.mktemp("up")) as tree:
        yield tree


def test_page_and_subscription_are_printed_once_each_alone_on_their_lines(running: Up) -> None:
    """Piped, unwrapped, and no other address before them."""
    first, page, second, subscription = running.printed

    assert not _ADDRESS.search(first)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", page)
    assert not _ADDRESS.search(second)
    assert re.fullmatch(re.escape(page) + r"c/[\w-]{20,}\.ics", subscription)


def test_nudges_of_the_demo_stand_in_the_feed_within_half_a_minute(running: Up) -> None:
    """A foreign parser reads it, and each nudge is an all-day event with something to give."""
    assert eventually(running.nudges)

    calendar = icalendar.Calendar.from_ical(got(running.subscription)[1])

    events = list(calendar.walk("VEVENT"))
    assert events
    assert all(
        event["DESCRIPTION"] and len(str(event["DTSTART"].to_ical(), "ascii")) == 8 for event in events
    )


def test_the_page_answers_on_the_loopback_and_to_no_foreign_host(running: Up) -> None:
    """A stranger's name that was bent to the loopback is not served (DNS rebinding)."""
    assert got(running.page)[0] == 200
    assert got(running.page, Host="evil.example.org")[0] == 421


def test_the_whole_way_is_ready(running: Up) -> None:
    """Broker, store, clock and worker, seen from the door."""
    assert eventually(lambda: got(running.page + "readyz")[0] == 200)


def test_a_second_one_on_the_same_data_says_so_in_one_sentence(running: Up) -> None:
    """Two clocks on one record would ring for everything twice."""
    second = snowdrop("up", env=running.env)

    assert second.returncode == 2
    assert second.stdout == b""
    assert second.stderr.decode().count("\n") == 1
    assert "already up" in second.stderr.decode()


def test_another_shell_is_told_the_same_address(running: Up) -> None:
    """Although the settings there only say "any free port", or nothing of the port that `up` was told."""
    for port in ("0", ""):
        told = snowdrop("address", env={**running.env, "SNOWDROP_PORT": port})
        assert told.stdout.decode() == f"{running.subscription}\n"


def test_a_taken_port_is_named_in_one_sentence(tmp_path: Path) -> None:
    """And nothing is left behind."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])

        ended = snowdrop("up", env=environ(tmp_path, SNOWDROP_PORT=port))

    assert ended.returncode == 2
    assert ended.stdout == b""
    assert ended.stderr.decode().count("\n") == 1
    assert f"SNOWDROP_PORT: 127.0.0.1:{port}" in ended.stderr.decode()
    assert processes_of(tmp_path) == {}


@pytest.mark.slow
def test_without_the_demo_it_starts_empty(tmp_path: Path) -> None:
    """A page, a subscription without events, and no calendar; in its language, whatever another shell speaks."""
    with up(tmp_path, "--no-demo", SNOWDROP_LANGUAGE="it") as tree:
        assert eventually(lambda: got(tree.page + "readyz")[0] == 200)

        listed = snowdrop("feeds", env={**tree.env, "SNOWDROP_LANGUAGE": ""}).stdout.decode()

        assert listed == "No calendar yet: `snowdrop add SOURCE` adds one.\n"
        assert tree.nudges() == 0
        assert b'<html lang="it">' in got(tree.page)[1]


@pytest.mark.slow
def test_the_first_real_calendar_makes_the_demo_vanish(tmp_path: Path) -> None:
    """Its feeds, people and nudges go; what is real is learnt while `up` runs."""
    (tmp_path / "real.ics").write_text(MEETING)
    with up(tmp_path / "data") as tree:
        assert eventually(tree.nudges)

        assert snowdrop("add", tmp_path / "real.ics", env=tree.env).returncode == 0
        assert eventually(lambda: b"Ada Lovelace" in snowdrop("people", env=tree.env).stdout)

        assert snowdrop("people", env=tree.env).stdout.count(b"\n") == 1
        assert b"demo" not in snowdrop("feeds", env=tree.env).stdout
        assert b"made-up life" not in got(tree.page)[1]
        assert not list((tmp_path / "data" / "demo").glob("*"))


@pytest.mark.slow
def test_the_demo_never_comes_beside_somebody_real(tmp_path: Path) -> None:
    """Who imported an address book before the first start would lose it with the demo."""
    (tmp_path / "ada.vcf").write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nEMAIL:ada@example.org\nEND:VCARD\n"
    )
    assert snowdrop("import", tmp_path / "ada.vcf", env=environ(tmp_path / "data")).returncode == 0

    with up(tmp_path / "data") as tree:
        listed = snowdrop("feeds", env=tree.env).stdout.decode()

    assert listed == "No calendar yet: `snowdrop add SOURCE` adds one.\n"


@pytest.mark.chaos
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_whatever_ends_it_nothing_stays_and_the_next_start_works_at_once(
    number: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No orphan, no stale lock, no folder with a socket; and the subscription keeps its address."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    data = tmp_path / "data"
    with up(data, "--no-demo") as tree:
        subscription = tree.subscription.rpartition("/")[2]
        tree.process.send_signal(number)
        code = tree.process.wait(20)

        assert eventually(lambda: not processes_of(data), 15)
        assert code == (-number if number is signal.SIGKILL else 0)
        assert eventually(lambda: not list(tmp_path.glob("snowdrop-*")), 5)

    with up(data, "--no-demo") as again:
        assert again.subscription.rpartition("/")[2] == subscription
        assert got(again.page)[0] == 200


@pytest.mark.chaos
def test_it_can_be_ended_while_it_starts(tmp_path: Path) -> None:
    """At every tenth of the first two seconds."""
    for tenths in range(2, 22, 4):
        with started(["up"], tmp_path / str(tenths)) as process:
            time.sleep(tenths / 10)
            process.send_signal(signal.SIGTERM)
            process.wait(20)

        assert eventually(lambda at=tenths: not processes_of(tmp_path / str(at)), 15), tenths


@pytest.mark.chaos
@pytest.mark.parametrize("part", ["valkey-server", "tasks.lifeline", "worker", "clock", "web"])
def test_a_part_that_is_killed_is_started_again_and_the_feed_still_works(part: str, tmp_path: Path) -> None:
    """After each death a new calendar still becomes known, without an orphan."""
    (tmp_path / "real.ics").write_text(MEETING)
    data = tmp_path / "data"
    with up(data, "--no-demo") as tree:
        assert eventually(lambda: len(processes_of(data)) == 6)
        before = tree.child(part)

        os.kill(before, signal.SIGKILL)
        assert eventually(lambda: tree.child(part) != before and len(processes_of(data)) == 6)
        assert snowdrop("add", tmp_path / "real.ics", env=tree.env).returncode == 0

        assert eventually(lambda: b"Ada Lovelace" in snowdrop("people", env=tree.env).stdout, 40)
        assert eventually(lambda: got(tree.subscription)[0] == 200)
        assert eventually(lambda: got(tree.page + "readyz")[0] == 200)
        assert len(processes_of(data)) == 6

    assert eventually(lambda: not processes_of(data), 15)


@pytest.mark.chaos
def test_parts_that_were_killed_one_after_the_other_all_come_back(tmp_path: Path) -> None:
    """Valkey first: what starts after it must not take the broker's death for the parent's."""
    data = tmp_path / "data"
    with up(data, "--no-demo") as tree:
        for part in ("valkey-server", "worker", "clock", "web"):
            before = tree.child(part)
            os.kill(before, signal.SIGKILL)
            assert eventually(lambda now=part, was=before: tree.child(now) != was)
        assert eventually(lambda: len(processes_of(data)) == 6)
        stays = set(processes_of(data))  # the ids alone: Valkey writes a title of its own once it listens
        time.sleep(3)

        assert set(processes_of(data)) == stays
