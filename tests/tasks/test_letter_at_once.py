"""letter: the letter as it stands now, at a real mail server, for whoever wants to see that mail works."""

from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tasks.checkup import findings
from tasks.duty import Kind
from tasks.wiring import now
from tests.outbox.mail_server import PASSWORD, Box, free_port, serving
from tests.tasks.home import NOW, Home, monthly
from tests.tasks.running import environ, said


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def mail(box: Box) -> Iterator[dict[str, str]]:
    with serving(box) as url:
        login = url.replace("//", f"//me:{PASSWORD}@")
        yield {"SNOWDROP_SMTP_URL": login, "SNOWDROP_MAIL_TO": "me@example.org"}


@pytest.fixture
def home(tmp_path: Path, mail: dict[str, str]) -> Iterator[Home]:
    """Somebody is missed."""
    home = Home(tmp_path, smtp_url=mail["SNOWDROP_SMTP_URL"], mail_to="me@example.org")
    home.now = now()  # as the command's own clock, which is not turned by hand
    ended = NOW - home.now + timedelta(days=200)
    home.add(home.write("ada.ics", *monthly("ada", meetings=12, ended=ended)))
    home.live()
    yield home
    home.house.close()


def test_a_letter_can_be_had_at_once_and_the_weeks_own_comes_all_the_same(
    home: Home, box: Box, mail: dict[str, str]
) -> None:
    """As often as one likes: no program takes one for a copy of another."""
    env = environ(home.folder / "data", **mail)

    told = [said("letter", env=env) for _ in range(2)]
    home.do(Kind.DELIVER, home.user_id)

    assert [(each.code, each.lines) for each in told] == [
        (0, ["The letter is on its way to me@example.org."])
    ] * 2
    got = [message_from_bytes(each, policy=default) for each in box.got]
    assert len({each["Message-ID"] for each in got}) == len(got) == 3
    assert len({each["Subject"] for each in got}) == 1
    assert not [each for each in findings(home.house) if "The letter" in each.sentence]


def test_a_letter_that_cannot_be_had_at_once_says_why(
    home: Home, box: Box, mail: dict[str, str], tmp_path: Path
) -> None:
    """No mail server, a wrong password, nothing to say."""
    data, wrong = home.folder / "data", {**mail, "SNOWDROP_SMTP_URL": "smtp://me:wrong@"}
    wrong["SNOWDROP_SMTP_URL"] += mail["SNOWDROP_SMTP_URL"].rpartition("@")[2]

    shut = {**mail, "SNOWDROP_SMTP_URL": f"smtp://127.0.0.1:{free_port()}"}

    off, refused, unreached, empty = (
        said("letter", env=environ(folder, **settings))
        for folder, settings in ((data, {}), (data, wrong), (data, shut), (tmp_path / "new", mail))
    )

    assert (off.code, off.err) == (2, "Letters are off: SNOWDROP_SMTP_URL names no mail server\n")
    assert refused.code == 1
    assert "refused the login; check user and password in SNOWDROP_SMTP_URL" in refused.err
    assert unreached.code == 1
    assert "check its name and port in SNOWDROP_SMTP_URL, try again later." in unreached.err
    assert (empty.code, empty.lines) == (0, ["There is nothing to say, so no letter was sent."])
    assert box.got == []
