"""What every reading command keeps to: exit codes, one sentence for each failure."""

import subprocess
from pathlib import Path

import pytest

from tests.inbox.fetch_server import serving
from tests.tasks.made_files import (
    FOOT,
    calendar,
    event,
    is_one_sentence,
    met_monthly,
    with_ada,
)
from tests.tasks.running import ROOT, SNOWDROP, said, snowdrop


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


def test_a_command_does_not_promise_to_come_back(env: dict[str, str]) -> None:
    """The worker does; who looks once tries again themselves."""
    with serving() as site:
        site.pages["/work.ics"] = lambda request: request.answer(500)
        told = [said(command, f"{site.address}/work.ics", env=env) for command in ("preview", "events")]

    assert {each.code for each in told} == {1}
    assert all(each.err.endswith("(500): try again later.\n") for each in told)


def test_a_file_of_json_is_not_taken_for_an_address(tmp_path: Path, env: dict[str, str]) -> None:
    """What is looked for may be a file as well."""
    (tmp_path / "given.json").write_text('{"items": []}')

    told = said("events", tmp_path / "given.json", env=env)

    assert told.code == 1
    assert "is JSON, not a calendar" in told.err
    assert "an address or export" in told.err


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
