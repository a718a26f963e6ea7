"""`snowdrop events` keeps to its contract: fields, order, nulls, and what counts as a source."""

from pathlib import Path

import pytest

from tests.inbox.fetch_server import serving
from tests.tasks.made_files import calendar, event, is_one_sentence, with_ada
from tests.tasks.running import said

EVENT_FIELDS = (
    *("source", "event_uid", "recurrence_id", "started_at", "ended_at", "all_day", "floating"),
    *("title", "status", "people"),
)


def test_an_event_line_has_exactly_the_promised_fields(file: Path, env: dict[str, str]) -> None:
    """In their order, with null where there is nothing."""
    file.write_bytes(calendar(with_ada()))

    row = said("events", file, "--format", "jsonl", env=env).rows[0]

    assert tuple(row) == EVENT_FIELDS
    assert row == {
        "source": "work.ics",
        "event_uid": "e1",
        "recurrence_id": None,
        "started_at": "2025-03-04T09:00:00Z",
        "ended_at": "2025-03-04T09:30:00Z",
        "all_day": False,
        "floating": False,
        "title": "Coffee with Ada",
        "status": "CONFIRMED",
        "people": 2,
    }


def test_every_event_counts_cancelled_and_nameless_ones_too(file: Path, env: dict[str, str]) -> None:
    """Nothing is filtered; an absent UID is an empty one."""
    cancelled = event("SUMMARY:Off", "STATUS:CANCELLED")
    file.write_bytes(
        calendar(cancelled, event("SUMMARY:Anonymous", uid="", start="DTSTART:20250305T090000Z"))
    )

    rows = said("events", file, "--format", "jsonl", env=env).rows

    assert [(row["title"], row["status"], row["event_uid"]) for row in rows] == [
        ("Off", "CANCELLED", "e1"),
        ("Anonymous", "CONFIRMED", ""),
    ]


def test_members_of_a_series_name_their_original_start(file: Path, env: dict[str, str]) -> None:
    """A moved one, too."""
    moved = event("RECURRENCE-ID:20250311T090000Z", "SUMMARY:Moved", start="DTSTART:20250312T100000Z")
    file.write_bytes(calendar(event("SUMMARY:Weekly", "RRULE:FREQ=WEEKLY;COUNT=3"), moved))

    rows = said("events", file, "--format", "jsonl", env=env).rows

    assert [(row["recurrence_id"], row["started_at"]) for row in rows] == [
        ("2025-03-04T09:00:00Z", "2025-03-04T09:00:00Z"),
        ("2025-03-11T09:00:00Z", "2025-03-12T10:00:00Z"),
        ("2025-03-18T09:00:00Z", "2025-03-18T09:00:00Z"),
    ]


def test_floating_and_all_day_starts_are_read_in_the_zone_that_is_said(
    file: Path, env: dict[str, str]
) -> None:
    """An all-day start is its local midnight."""
    floating = event("SUMMARY:Floating", start="DTSTART:20250304T090000")
    file.write_bytes(calendar(floating, event(uid="e2", start="DTSTART;VALUE=DATE:20250305", end="")))

    rows = said("events", file, "--tz", "America/New_York", "--format", "jsonl", env=env).rows

    assert [(row["started_at"], row["floating"], row["all_day"]) for row in rows] == [
        ("2025-03-04T14:00:00Z", True, False),
        ("2025-03-05T05:00:00Z", False, True),
    ]


def test_events_are_ordered_by_source_start_and_uid(tmp_path: Path, env: dict[str, str]) -> None:
    """However the files lie and are given."""
    late, early = "DTSTART:20250306T090000Z", "DTSTART:20250303T090000Z"
    (tmp_path / "b.ics").write_bytes(calendar(event(uid="x", start=early)))
    twins = event(uid="z", start=early), event(uid="y", start=early)
    (tmp_path / "a.ics").write_bytes(calendar(event(uid="w", start=late), *twins))

    rows = said("events", tmp_path / "b.ics", tmp_path / "a.ics", "--format", "jsonl", env=env).rows

    assert [(row["source"], row["event_uid"]) for row in rows] == [
        ("a.ics", "y"),
        ("a.ics", "z"),
        ("a.ics", "w"),
        ("b.ics", "x"),
    ]


@pytest.mark.parametrize(
    ("options", "days"),
    [
        (["--since", "2025-03-04"], [4, 5, 6]),
        (["--until", "2025-03-05"], [3, 4]),
        (["--since", "2025-03-04", "--until", "2025-03-06"], [4, 5]),
        (["--since", "2025-03-04T09:00:01Z"], [5, 6]),
        (["--since", "2025-03-04T10:00:00+01:00"], [4, 5, 6]),
    ],
)
def test_since_and_until_select_by_start_until_exclusive(
    options: list[str], days: list[int], file: Path, env: dict[str, str]
) -> None:
    """A day is its local midnight; a moment is a moment."""
    file.write_bytes(
        calendar(*(event(uid=str(d), start=f"DTSTART:2025030{d}T090000Z") for d in (3, 4, 5, 6)))
    )

    rows = said("events", file, *options, "--format", "jsonl", env=env).rows

    assert [int(row["event_uid"]) for row in rows] == days


def test_until_sets_the_horizon_of_what_never_ends(file: Path, env: dict[str, str]) -> None:
    """At least ten thousand of a series are given."""
    file.write_bytes(calendar(event("RRULE:FREQ=DAILY", start="DTSTART:20000101T090000Z")))

    told = said("events", file, "--until", "2027-01-01", "--format", "jsonl", env=env)

    assert len(told.rows) == 9862
    assert told.rows[-1]["started_at"] == "2026-12-31T09:00:00Z"
    assert told.err == ""


def test_a_series_that_is_cut_says_so(file: Path, env: dict[str, str]) -> None:
    """A cut is a problem line, never silence."""
    file.write_bytes(calendar(event("RRULE:FREQ=HOURLY", start="DTSTART:20200101T090000Z")))

    told = said("events", file, "--until", "2026-01-01", "--format", "jsonl", env=env)

    assert len(told.lines) >= 10_000
    assert is_one_sentence(told.err)
    assert told.code == 0


def test_standard_input_is_a_source(env: dict[str, str]) -> None:
    """By its usual name."""
    told = said("events", "-", "--format", "jsonl", env=env, stdin=calendar(event()))

    assert [row["source"] for row in told.rows] == ["standard input"]


def test_a_folder_gives_each_calendar_as_its_own_source(tmp_path: Path, env: dict[str, str]) -> None:
    """Folders below, too; what cannot be read is one line and exit code 1, and the others are still read."""
    (tmp_path / "all" / "deep").mkdir(parents=True)
    (tmp_path / "all" / "a.ics").write_bytes(calendar(event()))
    (tmp_path / "all" / "deep" / "b.ICS").write_bytes(calendar(event()))
    (tmp_path / "all" / "c.ics").write_bytes(b"<!doctype html><html><body>Sign in</body></html>")
    (tmp_path / "all" / "notes.txt").write_bytes(b"no calendar")

    told = said("events", tmp_path / "all", "--format", "jsonl", env=env)

    assert [row["source"] for row in told.rows] == ["a.ics", "deep/b.ICS"]
    assert is_one_sentence(told.err)
    assert "c.ics" in told.err
    assert told.code == 1


def test_the_same_source_twice_is_read_once_and_namesakes_are_told_apart(
    tmp_path: Path, env: dict[str, str]
) -> None:
    """By the file, not by its name."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "work.ics").write_bytes(calendar(event()))
    first, second = tmp_path / "one" / "work.ics", tmp_path / "two" / "work.ics"

    rows = said("events", first, second, first, "--format", "jsonl", env=env).rows

    assert [row["source"] for row in rows] == ["work.ics", "work.ics (2)"]


def test_an_address_is_a_source_named_by_its_host(env: dict[str, str]) -> None:
    """http and webcal; the secret in the address is shown nowhere."""
    with serving() as site:
        site.pages["/secret-token/work.ics"] = lambda handler: handler.answer(body=calendar(with_ada()))
        at = f"127.0.0.1:{site.port}/secret-token/work.ics"
        told = [
            said("events", f"{scheme}://{at}", "--format", "jsonl", env=env) for scheme in ("http", "webcal")
        ]

    assert [[row["source"] for row in each.rows] for each in told] == [["127.0.0.1"], ["127.0.0.1"]]
    assert not any(b"secret-token" in each.out or "secret-token" in each.err for each in told)


def test_an_address_that_fails_is_one_sentence_without_its_secret(env: dict[str, str]) -> None:
    """Exit code 1: some source could not be read."""
    with serving() as site:
        site.pages["/secret-token.ics"] = lambda handler: handler.answer(status=404)

        told = said("events", f"{site.address}/secret-token.ics", env=env)

    assert told.code == 1
    assert is_one_sentence(told.err)
    assert "secret-token" not in told.err


def test_every_place_that_could_not_be_read_is_named(file: Path, env: dict[str, str]) -> None:
    """`feeds` promises so; where nobody asked for them, the first are enough."""
    damaged = (event(uid=f"e{number}", start="X-NO:start") for number in range(30))
    file.write_bytes(calendar(*damaged))

    named, short = (
        said(command, file, "--tz", "UTC", env=env).err.splitlines() for command in ("events", "touches")
    )

    assert len(named) == 30
    assert len(short) == 21
    assert short[-1].endswith("10 more such places; `snowdrop events SOURCE` names them")
