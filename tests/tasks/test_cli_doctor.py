"""`snowdrop doctor` looks at every part once, and says what to mend."""

import fcntl
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink

from config.settings import settings_from
from tasks.wiring import UP_LOCK, House
from tests.prepared import prepare
from tests.tasks.running import Said, environ, said
from tests.tasks.worked import met_long_ago, work_off
from worker.store import users


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environ(prepare(tmp_path / "data"))


@pytest.fixture
def closed_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return str(taken.getsockname()[1])


def test_doctor_says_of_each_part_how_it_is(
    tmp_path: Path, env: dict[str, str], read: Callable[..., Said]
) -> None:
    """Exit code 1 where something is to be mended."""
    well = read("doctor")
    (tmp_path / "work.ics").unlink()
    read("refresh")
    work_off(env)
    ill = read("doctor")

    assert well.code == 0
    assert all(line.startswith("ok ") for line in well.lines)
    assert ill.code == 1
    assert any(line.startswith("MEND") and "work.ics" in line for line in ill.lines)


def test_doctor_tells_whether_anything_runs(
    tmp_path: Path, env: dict[str, str], read: Callable[..., Said]
) -> None:
    """All may be in order, and yet nothing is read or sent."""
    down = read("doctor")
    with (tmp_path / "data" / UP_LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write("http://127.0.0.1:9")
        lock.flush()
        up = read("doctor")

    assert "ok    Nothing runs on this record just now: `snowdrop up` starts all of it" in down.lines
    assert "ok    Snowdrop runs, with the bundled Valkey" in up.lines


def test_doctor_reads_the_shelf_of_ones_own(
    tmp_path: Path, env: dict[str, str], read: Callable[..., Said]
) -> None:
    """A slip in its name would otherwise only mean that nothing of it is ever offered."""
    env["SNOWDROP_SHELF"] = str(tmp_path / "shelf.toml")
    missing = read("doctor")
    (tmp_path / "shelf.toml").write_text('[[thing]]\nkind = "book"\ntext = "On bees"\n')
    there = read("doctor")

    assert missing.code == 1
    assert any(line.startswith("MEND  The shelf shelf.toml cannot be read") for line in missing.lines)
    assert there.code == 0


def test_doctor_tells_that_letters_were_stopped(env: dict[str, str], read: Callable[..., Said]) -> None:
    """Whatever the mail server says, none comes."""
    env |= {"SNOWDROP_SMTP_URL": "smtp://127.0.0.1:1", "SNOWDROP_MAIL_TO": "me@example.org"}
    wanted = read("doctor")
    home = House(settings_from(env))
    with home.database.write() as conn:
        users.keep_value(conn, home.user.id, users.LETTERS, "off")
    home.close()
    stopped = read("doctor")

    assert b"Letters are stopped, as you said" not in wanted.out
    assert b"Letters are stopped, as you said" in stopped.out


def test_doctor_doubts_an_own_address_that_stands_in_no_calendar(
    env: dict[str, str], read: Callable[..., Said]
) -> None:
    """It may still be right, of somebody who stands in no list; one of several is enough."""
    assert read("doctor").code == 0
    slip = said("doctor", env={**env, "SNOWDROP_ME": "me@exmaple.org"})
    well = said("doctor", env={**env, "SNOWDROP_ME": "me@exmaple.org, me@example.org"})

    assert any(
        "it lists none of the addresses in SNOWDROP_ME, and seems to be of me@example.org: add that" in line
        for line in slip.lines
    )
    assert "NOTE" not in well.out.decode()
    assert (slip.code, well.code) == (0, 0)


def test_doctor_sees_a_setting_whose_name_is_misspelt(env: dict[str, str], read: Callable[..., Said]) -> None:
    """It does nothing, and nothing else would say so. What others call alike is none of its business."""
    told = said("doctor", env={**env, "SNOWDROP_LANGAUGE": "de", "SNOWDROP_ROOF": "red"})

    line = "NOTE  SNOWDROP_LANGAUGE is no setting, and does nothing: is SNOWDROP_LANGUAGE meant?"
    assert [each for each in told.lines if each.startswith("NOTE")] == [line]


def test_doctor_doubts_no_own_address_where_no_calendar_lists_people(
    tmp_path: Path, env: dict[str, str], run: Callable[..., Said]
) -> None:
    """Titles alone name people there."""
    lines = met_long_ago().decode().splitlines(keepends=True)
    (tmp_path / "titles.ics").write_text("".join(line for line in lines if "mailto:" not in line), newline="")
    run("add", tmp_path / "titles.ics")
    work_off(env)

    assert said("doctor", env={**env, "SNOWDROP_ME": "me@exmaple.org"}).code == 0


@pytest.mark.parametrize("me", ["", "eva@example.org"])
def test_doctor_asks_whose_card_is_the_own_where_no_calendar_tells(tmp_path: Path, me: str) -> None:
    """A title that names the user would name somebody met; without a card of theirs it names nobody."""
    env = environ(prepare(tmp_path / "data")) | {"SNOWDROP_ME": me}
    (tmp_path / "phone.ics").write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260301T180000Z\r\nDURATION:PT1H\r\n"
        "SUMMARY:Dinner with Eva and Tom\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        newline="",
    )
    (tmp_path / "book.vcf").write_text(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Eva Roth\r\nEMAIL:eva@example.org\r\nEND:VCARD\r\n", newline=""
    )
    said("add", tmp_path / "phone.ics", env=env)
    work_off(env)
    before = said("doctor", env=env).out.decode()
    said("import", tmp_path / "book.vcf", env=env)
    after = said("doctor", env=env).out.decode()

    assert "NOTE" not in before
    assert ("NOTE  Nothing tells which card of your address book is your own" in after) is (me == "")


def test_doctor_counts_a_followed_feed_as_no_calendar(tmp_path: Path, read: Callable[..., Said]) -> None:
    """It stands on the shelf."""
    (tmp_path / "notes.xml").write_text("<rss/>")
    read("shelf", "follow", tmp_path / "notes.xml")

    assert any("1 calendar" in line for line in read("doctor").lines)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_doctor_counts_days_where_the_user_lives(
    zone: str, tmp_path: Path, env: dict[str, str], read: Callable[..., Said]
) -> None:
    """As `feeds` does. In one of these zones it is another day than in UTC, whatever the hour."""
    (tmp_path / "work.ics").unlink()
    read("refresh")
    work_off(env)
    there = {**env, "SNOWDROP_TIMEZONE": zone}

    day = said("feeds", env=there).out.decode().partition("unreadable since ")[2][:10]

    assert f"unreadable since {day}: " in said("doctor", env=there).out.decode()


def test_doctor_tries_the_mail_server(tmp_path: Path, closed_port: str) -> None:
    """Before the first Monday does."""
    mail = {"SNOWDROP_SMTP_URL": f"smtp://127.0.0.1:{closed_port}", "SNOWDROP_MAIL_TO": "me@example.org"}

    answer = said("doctor", env=environ(prepare(tmp_path), **mail))

    assert answer.code == 1
    assert f"MEND  The mail server 127.0.0.1:{closed_port} could not be reached" in answer.out.decode()


@pytest.mark.parametrize("base_url", ["", "https://snowdrop.example.org"])
def test_doctor_tells_where_the_links_of_letters_work(
    tmp_path: Path, closed_port: str, base_url: str
) -> None:
    """Before somebody taps one on a telephone."""
    post = Controller(Sink(), hostname="127.0.0.1", port=int(closed_port))
    mail = {"SNOWDROP_SMTP_URL": f"smtp://127.0.0.1:{closed_port}", "SNOWDROP_MAIL_TO": "me@example.org"}
    post.start()

    answer = said("doctor", env=environ(prepare(tmp_path), **mail, SNOWDROP_BASE_URL=base_url))
    post.stop()

    assert "ok    The mail server takes letters" in answer.out.decode()
    assert ("SNOWDROP_BASE_URL" in answer.out.decode()) == (not base_url)
