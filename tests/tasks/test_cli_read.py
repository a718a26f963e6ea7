"""The reading commands keep to docs/contracts: fields, order, nulls, exit codes, one sentence for each failure."""

import subprocess
from email import message_from_bytes
from email.utils import parseaddr
from pathlib import Path

import icalendar
import pytest

from tests.inbox.fetch_server import serving
from tests.tasks.running import ROOT, SNOWDROP, Said, environ, said, snowdrop

NOW = "2026-11-22T09:00:00Z"
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//made up//EN\r\n"
FOOT = "END:VCALENDAR\r\n"
EVENT_FIELDS = (
    *("source", "event_uid", "recurrence_id", "started_at", "ended_at", "all_day", "floating"),
    *("title", "status", "people"),
)
TOUCH_FIELDS = (
    *("started_at", "ended_at", "all_day", "event_uid", "recurrence_id", "source", "title", "place"),
    *("person", "evidence", "others", "upcoming"),
)


def event(
    *lines: str, uid: str = "e1", start: str = "DTSTART:20250304T090000Z", end: str = "DURATION:PT30M"
) -> str:
    """One VEVENT."""
    rows = (
        "BEGIN:VEVENT",
        f"UID:{uid}" if uid else "",
        "DTSTAMP:20250101T000000Z",
        start,
        end,
        *lines,
        "END:VEVENT",
    )
    return "".join(f"{row}\r\n" for row in rows if row)


def with_ada(*lines: str, uid: str = "e1", start: str = "DTSTART:20250304T090000Z") -> str:
    """A meeting of two."""
    return event(
        "SUMMARY:Coffee with Ada",
        "ORGANIZER:mailto:me@example.org",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org",
        "ATTENDEE;CN=Ada Lovelace;PARTSTAT=ACCEPTED:mailto:ada@example.org",
        *lines,
        uid=uid,
        start=start,
    )


def with_bo(uid: str, start: str) -> str:
    """A meeting of two others."""
    return with_ada(uid=uid, start=start).replace("Ada Lovelace", "Bo Berg").replace("ada@", "bo@")


def calendar(*events: str) -> bytes:
    return (HEAD + "".join(events) + FOOT).encode()


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environ(tmp_path / "data")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "work.ics"


def is_one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and len(text) > 20 and "Traceback" not in text


def met_monthly(months: int = 24, year: int = 2023) -> bytes:
    """Two years of coffee, then silence."""
    starts = [f"DTSTART:{year + m // 12}{m % 12 + 1:02}{(m * 5) % 27 + 1:02}T090000Z" for m in range(months)]
    return calendar(*(with_ada(uid=f"e{i}", start=start) for i, start in enumerate(starts)))


# events


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


# every reading command


@pytest.mark.parametrize(
    ("command", "what"),
    [
        *(("events", what) for what in ("empty folder", "binary", "nothing in it", "folder name")),
        *((command, "html") for command in ("touches", "preview")),
    ],
)
def test_what_is_no_calendar_is_one_sentence_and_exit_code_1(
    command: str, what: str, tmp_path: Path, env: dict[str, str]
) -> None:
    """Never a traceback."""
    place = tmp_path / "given.ics"
    contents = {
        "html": b"<html>Sign in</html>",
        "binary": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "nothing in it": b"",
    }
    if what == "empty folder":
        place.mkdir()
    elif what in contents:
        place.write_bytes(contents[what])
    elif what == "folder name":
        place = tmp_path / "no" / "such" / "given.ics"

    told = said(command, place, env=env)

    assert told.code == 1
    assert "given.ics" in told.err
    assert is_one_sentence(told.err.replace("Nothing", "nothing"))


def test_a_half_cut_file_keeps_what_is_whole_and_says_what_is_lost(file: Path, env: dict[str, str]) -> None:
    """A download that broke off."""
    whole = calendar(with_ada(uid="e1"), with_ada(uid="e2", start="DTSTART:20250305T090000Z"))
    file.write_bytes(whole[: whole.rindex(b"SUMMARY")])

    told = said("events", file, "--format", "jsonl", env=env)

    assert [row["event_uid"] for row in told.rows][:1] == ["e1"]
    assert "work.ics, line" in told.err


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["events", "{file}", "--tz", "Mars/Phobos"], "Mars/Phobos"),
        (["events", "{file}", "--since", "yesterday"], "yesterday"),
        (["events", "{file}", "--until", "2025-02-30"], "2025-02-30"),
        (["touches", "{file}", "--now", "soon"], "soon"),
        (["preview", "{file}", "--now", "soon"], "soon"),
        (["preview", "{file}", "--lang", "tlh"], "tlh"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(
    arguments: list[str], names: str, file: Path, env: dict[str, str]
) -> None:
    """It names what is wrong and how to write it."""
    file.write_bytes(calendar(with_ada()))

    told = said(*(each.format(file=file) for each in arguments), env=env)

    assert told.code == 2
    assert told.out == b""
    assert is_one_sentence(told.err)
    assert names in told.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["events"],
        ["events", "x.ics", "--format", "xml"],
        ["preview", "x.ics", "--budget", "-1"],
        ["nonsense"],
        ["--wrong"],
    ],
)
def test_a_command_line_that_is_no_command_is_one_sentence(arguments: list[str], env: dict[str, str]) -> None:
    """Exit code 2, and where the right way stands."""
    told = said(*arguments, env=env)

    assert told.code == 2
    assert told.out == b""
    assert is_one_sentence(told.err)
    assert "--help`" in told.err


def test_without_any_argument_the_help_is_shown(env: dict[str, str]) -> None:
    """Everybody's first try."""
    told, asked = said(env=env), said("--help", env=env)

    assert (told.code, asked.code) == (2, 0)
    assert "preview" in told.err
    assert "preview" in asked.out.decode()


def test_a_bad_setting_stops_a_reading_command_with_exit_code_2(file: Path, env: dict[str, str]) -> None:
    """And names itself."""
    file.write_bytes(calendar(with_ada()))

    told = said("events", file, env={**env, "SNOWDROP_WEEKLY_BUDGET": "lots"})

    assert told.code == 2
    assert is_one_sentence(told.err)
    assert "SNOWDROP_WEEKLY_BUDGET" in told.err


@pytest.mark.parametrize(
    "command", [["events"], ["preview", "--format", "eml"], ["events", "--format", "jsonl"]]
)
@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_failure(command: list[str], file: Path, env: dict[str, str]) -> None:
    """`snowdrop events … | head -1`."""
    series = event("RRULE:FREQ=DAILY;COUNT=9000", start="DTSTART:20000101T090000Z")
    file.write_bytes(met_monthly().replace(FOOT.encode(), f"{series}{FOOT}".encode()))

    with subprocess.Popen(
        [*SNOWDROP, *command, str(file)], env=env, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said_after = process.stderr.read()

    assert process.returncode == 0
    assert b"Traceback" not in said_after
    assert b"Broken" not in said_after


@pytest.mark.slow
def test_the_real_command_ends_with_the_same_codes(file: Path, env: dict[str, str]) -> None:
    """As a process of its own, from another folder."""
    file.write_bytes(calendar(with_ada()))

    codes = [
        snowdrop(*arguments, env=env, cwd=file.parent).returncode
        for arguments in (["events", "work.ics"], ["events", "none.ics"], ["events", "work.ics", "--tz", "X"])
    ]

    assert codes == [0, 1, 2]


# touches


def test_a_touch_line_has_exactly_the_promised_fields(file: Path, env: dict[str, str]) -> None:
    """In their order, with null where there is nothing."""
    file.write_bytes(calendar(with_ada()))

    row = said("touches", file, "--me", "me@example.org", "--now", NOW, "--format", "jsonl", env=env).rows[0]

    assert tuple(row) == TOUCH_FIELDS
    assert row == {
        "started_at": "2025-03-04T09:00:00Z",
        "ended_at": "2025-03-04T09:30:00Z",
        "all_day": False,
        "event_uid": "e1",
        "recurrence_id": None,
        "source": "work.ics",
        "title": "Coffee with Ada",
        "place": None,
        "person": {"key": "ada@example.org", "name": "Ada Lovelace", "emails": ["ada@example.org"]},
        "evidence": "attendee",
        "others": 1,
        "upcoming": False,
    }


def test_a_private_meeting_counts_and_its_title_and_place_are_null(file: Path, env: dict[str, str]) -> None:
    """Whom and when is learnt, what is not."""
    file.write_bytes(calendar(with_ada("CLASS:PRIVATE", "LOCATION:Secret garden")))

    row = said("touches", file, "--me", "me@example.org", "--now", NOW, "--format", "jsonl", env=env).rows[0]

    assert (row["title"], row["place"]) == (None, None)


def test_touches_are_ordered_by_start_uid_and_person(file: Path, env: dict[str, str]) -> None:
    """Whatever the order of the file."""
    both = "ATTENDEE;CN=Bo Berg:mailto:bo@example.org"
    later = "DTSTART:20250305T090000Z"
    file.write_bytes(
        calendar(with_ada(uid="z", start=later), with_ada(both, uid="b"), with_bo(uid="c", start=later))
    )

    rows = said("touches", file, "--me", "me@example.org", "--now", NOW, "--format", "jsonl", env=env).rows

    assert [(row["event_uid"], row["person"]["key"]) for row in rows] == [
        ("b", "ada@example.org"),
        ("b", "bo@example.org"),
        ("c", "bo@example.org"),
        ("z", "ada@example.org"),
    ]


def test_one_meeting_in_two_calendars_is_one_touch(tmp_path: Path, env: dict[str, str]) -> None:
    """The same person at the same start."""
    (tmp_path / "a.ics").write_bytes(calendar(with_ada(uid="one")))
    (tmp_path / "b.ics").write_bytes(calendar(with_ada(uid="two")))

    rows = said(
        "touches", tmp_path, "--me", "me@example.org", "--now", NOW, "--format", "jsonl", env=env
    ).rows

    assert len(rows) == 1


def test_explain_adds_who_does_not_count_and_why(file: Path, env: dict[str, str]) -> None:
    """Without it they are absent."""
    declined = "ATTENDEE;CN=Bo Berg;PARTSTAT=DECLINED:mailto:bo@example.org"
    file.write_bytes(calendar(with_ada(declined)))
    command = ("touches", file, "--me", "me@example.org", "--now", NOW, "--format", "jsonl")

    plain, explained = said(*command, env=env).rows, said(*command, "--explain", env=env).rows

    assert [row["person"]["key"] for row in plain] == ["ada@example.org"]
    left_out = {
        row["person"]["key"]: (row["counted"], row["because"]) for row in explained if "counted" in row
    }
    assert left_out["bo@example.org"] == (False, "declined")


def test_explain_has_a_line_for_every_event(file: Path, env: dict[str, str]) -> None:
    """Also for one that names nobody: its person is there, and empty."""
    file.write_bytes(calendar(with_ada(), event("SUMMARY:Swimming", uid="e2")))
    command = ("touches", file, "--me", "me@example.org", "--now", NOW, "--explain")

    rows = said(*command, "--format", "jsonl", env=env).rows
    (told,) = [row for row in rows if row["event_uid"] == "e2"]

    assert told["person"] == {"key": "", "name": "", "emails": []}
    assert (told["counted"], told["because"]) == (False, "nobody")
    assert "(nobody to have met – no people listed" in said(*command, env=env).out.decode()


def test_since_leaves_out_early_touches_but_not_what_they_teach(file: Path, env: dict[str, str]) -> None:
    """Own addresses are inferred from the whole calendar."""
    file.write_bytes(met_monthly())

    told = said("touches", file, "--now", NOW, "--since", "2024-11-01", "--format", "jsonl", env=env)

    assert [row["started_at"][:7] for row in told.rows] == ["2024-11", "2024-12"]
    assert "me@example.org" in told.err


def test_what_lies_ahead_of_now_is_upcoming(file: Path, env: dict[str, str]) -> None:
    """`--now` decides, with or without a zone."""
    file.write_bytes(calendar(with_ada()))
    command = ("touches", file, "--me", "me@example.org", "--format", "jsonl")

    upcoming = [
        said(*command, "--now", now, env=env).rows[0]["upcoming"] for now in ("2025-03-04T09:30", NOW)
    ]

    assert upcoming == [True, False]


def test_a_calendar_of_nobody_gives_no_touches_until_its_owner_is_named(
    file: Path, env: dict[str, str]
) -> None:
    """A team's calendar: the sentence says what to do."""
    pairs = [("a", "b"), ("c", "d"), ("e", "f"), ("g", "h")]
    meetings = [
        event(
            *(f"ATTENDEE:mailto:{each}@example.org" for each in pair),
            f"ORGANIZER:mailto:{pair[0]}@example.org",
            uid=pair[0],
        )
        for pair in pairs
    ]
    file.write_bytes(calendar(*meetings))

    told = said("touches", file, "--now", NOW, "--format", "jsonl", env=env)

    assert told.rows == []
    assert "--me" in told.err
    assert told.code == 0


def test_an_address_book_joins_addresses_and_gives_names(
    file: Path, tmp_path: Path, env: dict[str, str]
) -> None:
    """One card with two addresses is one person; a book that cannot be read is exit code 1."""
    file.write_bytes(
        calendar(with_ada(), with_ada(uid="e2", start="DTSTART:20250310T090000Z")).replace(
            b":mailto:ada@example.org\r\nEND:VEVENT\r\nEND", b":mailto:ada@example.com\r\nEND:VEVENT\r\nEND"
        )
    )
    book = tmp_path / "book.vcf"
    book.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Countess Ada\nEMAIL:ada@example.com\nEMAIL:ada@example.org\nEND:VCARD\n"
    )
    command = ("touches", file, "--me", "me@example.org", "--now", NOW, "--format", "jsonl", "--contacts")

    joined, failed = said(*command, book, env=env), said(*command, tmp_path / "none.vcf", env=env)

    assert {row["person"]["name"] for row in joined.rows} == {"Countess Ada"}
    assert len({row["person"]["key"] for row in joined.rows}) == 1
    assert (failed.code, len(failed.rows), "none.vcf" in failed.err) == (1, 2, True)


# preview


def preview(file: Path, env: dict[str, str], *options: str) -> Said:
    return said("preview", file, "--me", "me@example.org", "--now", NOW, *options, env=env)


def test_a_preview_has_exactly_the_promised_fields(file: Path, env: dict[str, str]) -> None:
    """At every level."""
    file.write_bytes(met_monthly())

    body = preview(file, env, "--format", "json", "--tz", "Europe/Berlin").body

    assert tuple(body) == ("now", "timezone", "me", "sources", "people", "nudges", "held_back", "rediscover")
    assert (body["now"], body["timezone"], body["me"]) == (NOW, "Europe/Berlin", ["me@example.org"])
    source, person, nudge = body["sources"][0], body["people"][0], body["nudges"][0]
    assert tuple(source) == ("source", "events", "occurrences", "touches", "left_out", "problems")
    assert (source["events"], source["occurrences"], source["touches"]) == (24, 24, 24)
    assert {"declined", "cancelled", "crowd", "not_a_person"} <= set(source["left_out"])
    assert tuple(person) == (
        *("key", "name", "emails", "first_met_at", "last_met_at", "days_met", "usual_gap_days"),
        *("silence_days", "p_silent", "state", "next_meeting_at", "circle"),
    )
    assert (person["key"], person["days_met"], person["next_meeting_at"]) == ("ada@example.org", 24, None)
    promised = ("id", "person", "on", "headline", "why", "gift", "more_gifts", "channel", "evidence")
    assert set(promised) <= set(nudge)
    assert nudge["person"] == "ada@example.org"
    assert tuple(nudge["gift"]) == ("kind", "text")
    assert tuple(nudge["evidence"][0]) == ("event_uid", "started_at", "title")


def test_someone_met_only_ahead_has_nulls_for_numbers(file: Path, env: dict[str, str]) -> None:
    """No rhythm without a meeting."""
    file.write_bytes(calendar(with_ada(start="DTSTART:20261210T090000Z")))

    person = preview(file, env, "--format", "json").body["people"][0]

    assert person["state"] == "new"
    assert [
        person[name] for name in ("first_met_at", "last_met_at", "usual_gap_days", "silence_days", "p_silent")
    ] == [None] * 5
    assert person["next_meeting_at"] == "2026-12-10T09:00:00Z"


@pytest.mark.parametrize("budget", [0, 1])
def test_the_budget_is_the_most_in_all_and_every_day_is_one_of_seven(
    budget: int, file: Path, env: dict[str, str]
) -> None:
    """The seven days after now."""
    file.write_bytes(met_monthly())

    nudges = preview(file, env, "--budget", str(budget), "--format", "json").body["nudges"]

    assert len(nudges) == budget
    assert all("2026-11-23" <= nudge["on"] <= "2026-11-29" for nudge in nudges)


@pytest.mark.parametrize("form", ["text", "json", "ics", "eml"])
@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes(form: str, file: Path, env: dict[str, str]) -> None:
    """In processes with different hash seeds."""
    file.write_bytes(met_monthly())
    command = ("preview", file, "--me", "me@example.org", "--now", NOW, "--format", form)

    first, second = (snowdrop(*command, env={**env, "PYTHONHASHSEED": seed}).stdout for seed in ("1", "2"))

    assert first
    assert first == second


def test_the_letter_is_from_and_to_the_first_own_address_unless_set(file: Path, env: dict[str, str]) -> None:
    """The first that was given, not the first of the alphabet."""
    file.write_bytes(met_monthly())
    command = (
        "preview",
        file,
        "--me",
        "me@example.org",
        "--me",
        "a@example.org",
        "--now",
        NOW,
        "--format",
        "eml",
    )
    mail = {"SNOWDROP_MAIL_FROM": "snowdrop@example.com", "SNOWDROP_MAIL_TO": "you@example.com"}

    own = message_from_bytes(said(*command, env=env).out)
    told = message_from_bytes(said(*command, env={**env, **mail}).out)

    assert [parseaddr(own[name])[1] for name in ("From", "To")] == ["me@example.org", "me@example.org"]
    assert [parseaddr(told[name])[1] for name in ("From", "To")] == [
        "snowdrop@example.com",
        "you@example.com",
    ]


def test_the_calendar_form_is_read_by_others(file: Path, env: dict[str, str]) -> None:
    """One all-day event for each nudge."""
    file.write_bytes(met_monthly())

    events = list(icalendar.Calendar.from_ical(preview(file, env, "--format", "ics").out).walk("VEVENT"))

    assert [len(event["DTSTART"].to_ical()) for event in events] == [len("20261126")]


@pytest.mark.parametrize("lang", ["en", "de", "es", "fr", "pt", "it"])
def test_every_language_speaks(lang: str, file: Path, env: dict[str, str]) -> None:
    """As text, for people."""
    file.write_bytes(met_monthly())

    told = preview(file, env, "--lang", lang)

    assert (told.code, told.err) == (0, "")
    assert "Ada" in told.out.decode()


def test_a_source_that_fails_does_not_keep_the_others_from_being_looked_at(
    file: Path, env: dict[str, str]
) -> None:
    """Exit code 1, and the nudge is there."""
    file.write_bytes(met_monthly())

    told = said(
        "preview",
        file,
        file.parent / "none.ics",
        "--me",
        "me@example.org",
        "--now",
        NOW,
        "--format",
        "json",
        env=env,
    )

    assert told.code == 1
    assert len(told.body["nudges"]) == 1
    assert is_one_sentence(told.err)


def test_nothing_is_stored(file: Path, env: dict[str, str]) -> None:
    """The data folder is not even made."""
    file.write_bytes(met_monthly())

    preview(file, env)

    assert not Path(env["SNOWDROP_DATA_DIR"]).exists()
