"""What is said of one calendar: it alone is listed, and adding it again tells what that changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.inbox.fetch_server import serving
from tests.prepared import prepare
from tests.tasks.running import Said, environ
from tests.tasks.worked import met_long_ago


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environ(prepare(tmp_path / "data"))


def test_one_calendar_is_shown_alone(tmp_path: Path, run: Callable[..., Said]) -> None:
    """By its number or its name; one that is not there is told."""
    for name in ("work.ics", "home.ics"):
        (tmp_path / name).write_bytes(met_long_ago())
        run("add", tmp_path / name)

    both = run("feeds").lines
    assert [run("feeds", each).lines for each in ("1", "home.ics")] == [both[:1], both[1:]]
    assert "There is no feed called sport" in run("feeds", "sport").err


def test_who_adds_an_address_with_another_login_is_told_that_it_is_replaced(
    tmp_path: Path, run: Callable[..., Said]
) -> None:
    """A feed that was never read takes the login that it lacked; the password is the only other thing that changes."""
    password = tmp_path / "password"
    with serving() as site:
        site.pages["/a.ics"] = lambda handler: handler.answer(body=met_long_ago())
        address = f"{site.address}/a.ics"
        told = [run("add", address)]
        for each in ("one", "two", "two"):
            password.write_text(each)
            told.append(run("add", address, "--user", "ada", "--password-file", password))

    there = "127.0.0.1 is there already, as feed 1"
    new = f"{there}: it is read with the new login from now on"
    assert [each.out.decode().rpartition(". ")[0] for each in told] == [
        *("Added 127.0.0.1 as feed 1", new, new, there)
    ]
