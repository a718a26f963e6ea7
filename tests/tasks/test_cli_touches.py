"""`snowdrop touches` keeps to its contract: fields, order, nulls, and who does not count."""

from pathlib import Path

import pytest

from tests.tasks.made_files import (
    NOW,
    calendar,
    event,
    is_one_sentence,
    met_monthly,
    with_ada,
    with_bo,
)
from tests.tasks.running import said

TOUCH_FIELDS = (
    *("started_at", "ended_at", "all_day", "event_uid", "recurrence_id", "source", "title", "place"),
    *("person", "evidence", "others", "upcoming"),
)


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


def test_a_private_meeting_says_so_also_where_nobody_counts(file: Path, env: dict[str, str]) -> None:
    """Rather than nothing, where its title would stand."""
    file.write_bytes(calendar(event("SUMMARY:Secret garden", "CLASS:PRIVATE")))

    printed = said("touches", file, "--me", "me@example.org", "--now", NOW, "--explain", env=env).out.decode()

    assert "· (private)" in printed
    assert "Secret" not in printed


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


def test_a_series_is_one_event_of_those_that_tell_whose_it_is(file: Path, env: dict[str, str]) -> None:
    """Else a weekly call would drown everyone else."""
    guests = ("ATTENDEE:mailto:bo@example.org", "ATTENDEE:mailto:cy@example.org")
    weekly = event(*guests, "RRULE:FREQ=WEEKLY;COUNT=50", uid="w", start="DTSTART:20240304T090000Z")
    file.write_bytes(calendar(weekly, *(with_ada(uid=f"e{n}") for n in range(3))))

    told = said("touches", file, "--now", NOW, "--format", "jsonl", env=env)

    assert "Your own addresses, as far as the calendars tell: me@example.org\n" in told.err


@pytest.mark.parametrize("command", ["touches", "events"])
def test_a_span_that_ends_before_it_begins_is_wrong_usage(
    command: str, file: Path, env: dict[str, str]
) -> None:
    """Silence would look like nobody met."""
    file.write_bytes(met_monthly())

    told = said(command, file, "--since", "2024-11-01", "--until", "2024-10-01", env=env)

    assert told.code == 2
    assert is_one_sentence(told.err)


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


@pytest.mark.parametrize(
    ("me", "is_told"),
    [
        (["me@exmaple.org"], True),
        (["me@exmaple.org", "i@example.com"], True),
        (["ME@example.org"], False),
        (["me@example.org", "another@example.com"], False),
    ],
)
def test_an_own_address_that_stands_nowhere_is_told(
    me: list[str], file: Path, env: dict[str, str], *, is_told: bool
) -> None:
    """A slip would make somebody whom the user meets of the user; of several addresses one is enough."""
    file.write_bytes(calendar(with_ada()))

    told = said("touches", file, *(part for each in me for part in ("--me", each)), "--now", NOW, env=env)

    assert told.code == 0
    seems = "lists none of the addresses that you named, and seems to be of me@example.org: name that, too"
    assert (seems in told.err) is is_told
    assert is_one_sentence(told.err) is is_told


def test_nothing_is_told_of_an_own_address_where_no_calendar_lists_people(
    file: Path, env: dict[str, str]
) -> None:
    """Titles alone name people there."""
    file.write_bytes(calendar(event("SUMMARY:Tea with Ada")))

    told = said("touches", file, "--me", "me@exmaple.org", "--now", NOW, env=env).err

    assert told == "Nobody counts as met in this time: `snowdrop touches SOURCE --explain` tells why.\n"


def test_an_empty_answer_says_why_it_is_empty(file: Path, env: dict[str, str]) -> None:
    """With `--explain` all is told already; a time in which nothing stands is said as such."""
    file.write_bytes(calendar(event("SUMMARY:Tea with Ada")))

    assert said("touches", file, "--explain", "--now", NOW, env=env).err == ""
    for more in ((), ("--explain",)):
        told = said("touches", file, *more, "--until", "1999-01-01", "--now", NOW, env=env)
        assert (told.out, told.err) == (b"", "No event stands there in this time.\n")


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


@pytest.mark.parametrize(
    ("end", "shown"),
    [
        ("20250307T130000Z", "2025-03-04 09:00–2025-03-07 13:00  "),
        ("20250305T080000Z", "2025-03-04 09:00–2025-03-05 08:00  "),
        ("20250304T173000Z", "2025-03-04 09:00–17:30  "),
    ],
)
def test_what_ends_on_another_day_shows_that_day(
    file: Path, env: dict[str, str], end: str, shown: str
) -> None:
    """An end before its start would be read as a mistake."""
    file.write_bytes(
        calendar(with_ada(start="DTSTART:20250304T090000Z").replace("DURATION:PT30M", f"DTEND:{end}"))
    )

    (line,) = said("touches", file, "--me", "me@example.org", "--now", NOW, "--tz", "UTC", env=env).lines

    assert line.startswith(shown)
