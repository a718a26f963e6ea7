"""A backtest tells what would have been proposed in years gone by, from what was known then."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.tasks import worked
from tests.tasks.running import Said, environ, said
from tests.tasks.worked import ME


def calendar(*meetings: tuple[str, datetime]) -> bytes:
    """(guest, start) of each meeting of two."""
    return worked.calendar(*((str(number), guest, at) for number, (guest, at) in enumerate(meetings)))


def monthly(guest: str, first: datetime, count: int) -> list[tuple[str, datetime]]:
    return [(guest, first + timedelta(days=30 * n)) for n in range(count)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Monthly coffee with Ada in 2020 and 2021, silence for a year, and coffee again in 2023."""
    path = tmp_path / "work.ics"
    before = monthly("ada.lovelace@example.org", datetime(2020, 1, 6, 9, tzinfo=UTC), 24)
    after = monthly("ada.lovelace@example.org", datetime(2023, 1, 9, 9, tzinfo=UTC), 12)
    path.write_bytes(calendar(*before, *after))
    return path


def backtest(file: Path, *options: str) -> Said:
    env = environ(file.parent / "data")
    return said("backtest", file, "--me", ME, "--tz", "Europe/Berlin", *options, env=env)


def test_a_silence_is_noticed_when_it_lasts_and_not_before(file: Path) -> None:
    """Nothing while they met; something within the year of silence; nothing about it once they met again."""
    body = backtest(file, "--from", "2021-01-01", "--to", "2024-01-01", "--format", "json").body
    days = [date.fromisoformat(nudge["on"]) for week in body["weeks"] for nudge in week["nudges"]]

    assert days
    assert all(date(2022, 1, 1) < day < date(2023, 1, 9) for day in days)
    assert len(body["weeks"]) == 157


def test_the_same_silence_is_not_told_again_and_again(file: Path) -> None:
    """What was proposed before is remembered from week to week."""
    body = backtest(file, "--from", "2022-01-01", "--to", "2023-01-01", "--format", "json").body
    days = sorted(date.fromisoformat(nudge["on"]) for week in body["weeks"] for nudge in week["nudges"])

    assert 1 <= len(days) <= 4
    assert all((later - earlier).days >= 30 for earlier, later in pairwise(days))


def test_the_users_own_name_is_nothing_to_talk_about(tmp_path: Path) -> None:
    """ "1:1 Otto / Mara", in Mara's calendar, is about nothing."""
    path, mara = tmp_path / "work.ics", "mara.lind@example.org"
    talks = calendar(*monthly("otto.berg@example.org", datetime(2020, 1, 6, 9, tzinfo=UTC), 20))
    path.write_bytes(
        talks.replace(ME.encode(), mara.encode()).replace(b"SUMMARY:Coffee", b"SUMMARY:1:1 Otto / Mara")
    )

    told = said(
        *("backtest", path, "--from", "2021-09-01", "--to", "2023-01-01"), env=environ(tmp_path / "data")
    ).out.decode()

    assert "Otto" in told
    assert "Mara" not in told


def test_no_week_holds_more_than_the_budget(tmp_path: Path) -> None:
    """However many are missed at once; and the last place is no silence's."""
    path = tmp_path / "work.ics"
    many = [monthly(f"person{n}@example.org", datetime(2020, 1, 6 + n, 9, tzinfo=UTC), 20) for n in range(8)]
    path.write_bytes(calendar(*(meeting for each in many for meeting in each)))

    body = backtest(
        path, "--from", "2022-01-01", "--to", "2023-01-01", "--budget", "3", "--format", "json"
    ).body

    counts = [len(week["nudges"]) for week in body["weeks"]]
    assert max(counts) == 2


def test_only_days_that_were_asked_for_are_given(file: Path) -> None:
    """`--to` is exclusive, as everywhere."""
    whole = backtest(file, "--from", "2022-01-01", "--to", "2023-01-01", "--format", "json").body
    on = next(nudge["on"] for week in whole["weeks"] for nudge in week["nudges"])

    until_then = backtest(file, "--from", "2022-01-01", "--to", on, "--format", "json").body

    assert tuple(whole) == ("from", "to", "timezone", "me", "weeks")
    assert [nudge for week in until_then["weeks"] for nudge in week["nudges"]] == []


@pytest.mark.parametrize("days", range(1, 8))
def test_who_was_due_before_the_first_day_comes_after_it(file: Path, days: int) -> None:
    """On whatever day of a week it begins."""
    whole = backtest(file, "--from", "2022-01-01", "--to", "2023-01-01", "--format", "json").body
    on = date.fromisoformat(next(nudge["on"] for week in whole["weeks"] for nudge in week["nudges"]))
    first = on + timedelta(days=days)

    later = backtest(file, "--from", str(first), "--to", "2023-01-01", "--format", "json").body
    found = [date.fromisoformat(nudge["on"]) for week in later["weeks"] for nudge in week["nudges"]]

    assert first <= found[0] <= first + timedelta(days=6)


def test_as_text_a_week_without_a_nudge_is_silent(file: Path) -> None:
    """The week, then its nudges."""
    told = backtest(file, "--from", "2021-06-01", "--to", "2023-01-01")

    assert told.lines[0].startswith("2022-W")
    assert "Ada" in told.out.decode()
    assert told.err == ""


def test_a_time_without_any_nudge_is_told(file: Path) -> None:
    """A command that says nothing seems broken; one that could read nothing does not call the time quiet."""
    years = ("--from", "2019-01-01", "--to", "2019-03-01")
    told = backtest(file, *years)
    unread = backtest(file.parent / "none.ics", *years)

    assert told.lines == ["Nothing would have come up in that time, and that is fine."]
    assert (unread.code, unread.out) == (1, b"")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--from", "2022-01-01"), 2),
        (("--from", "2022-01-01", "--to", "2022-01-01"), 2),
        (("--from", "then", "--to", "2022-01-01"), 2),
    ],
)
def test_wrong_usage_is_exit_code_2(options: tuple[str, ...], code: int, file: Path) -> None:
    """Never a traceback."""
    told = backtest(file, *options)

    assert told.code == code
    assert told.out == b""
    assert "Traceback" not in told.err


def test_a_source_that_fails_is_exit_code_1(file: Path) -> None:
    """The others are looked at."""
    env = environ(file.parent / "data")
    told = said(
        "backtest",
        file,
        file.parent / "none.ics",
        "--me",
        ME,
        "--from",
        "2022-01-01",
        "--to",
        "2023-01-01",
        env=env,
    )

    assert told.code == 1
    assert "Ada" in told.out.decode()
    assert told.err.count("\n") == 1
