"""Feeds of many sheets: a folder (also a vdir) and a CalDAV calendar go through the same pipeline, sheet by sheet."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.duty import Kind
from tasks.feeding import add_feed
from tasks.login import Login, login_of
from tasks.wiring import UsageError
from tests.inbox.caldav_servers import PASSWORD, USER, Server, radicale
from tests.prepared import prepare
from tests.tasks.home import NOW, Home, calendar, event
from tests.tasks.running import environ, snowdrop
from worker.errors import PermanentError
from worker.store import events, sheets
from worker.store import feeds as store
from worker.store.feeds import FeedKind, FeedState

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with radicale(tmp_path_factory.mktemp("radicale")) as running:
        yield running


@pytest.fixture
def server(running: Server, request: pytest.FixtureRequest) -> Server:
    return Server(running.make(f"c{abs(hash(request.node.name))}"))


def write(home: Home, number: int, title: str = "Coffee") -> Path:
    """One event in a file of its own, with the same UID as all others of that number."""
    uid = f"e{number}"
    return Path(home.write(f"vdir/{uid}.ics", event(uid, NOW - number * DAY, "ada@example.com", title=title)))


def put(server: Server, number: int, title: str = "Coffee") -> None:
    uid = f"e{number}"
    body = calendar(event(uid, NOW - number * DAY, "ada@example.com", title=title))
    server.request("PUT", f"{server.address}{uid}.ics", body, **{"Content-Type": "text/calendar"})


def unlearnt(home: Home, feed: int) -> set[str]:
    """The names of the sheets in which something is to be learnt from anew."""
    with home.house.database.read() as conn:
        return {
            each.event_key.partition("\x1f")[0] for each in events.unlearnt(conn, home.user_id, feed, 100)
        }


def marked(home: Home, feed: int) -> set[str]:
    with home.house.database.read() as conn:
        return set(sheets.marks(conn, home.user_id, feed))


def there(home: Home, feed: int) -> int:
    with home.house.database.read() as conn:
        return len(events.page_of_bodies(conn, home.user_id, feed, after="", limit=1_000))


def test_only_the_changed_file_of_a_folder_is_read(home: Home) -> None:
    """Of twelve files one has another title, one is new, and one went."""
    for number in range(12):
        write(home, number)
    feed = home.add(str(home.folder / "vdir"))
    home.read(feed)
    write(home, 3, "Tea")
    write(home, 20)
    (home.folder / "vdir" / "e5.ics").unlink()

    home.poll(feed)

    assert unlearnt(home, feed) == {"e3.ics", "e20.ics", "e5.ics"}
    assert (there(home, feed), home.feed(feed).events) == (12, 12)
    assert "e5.ics" not in marked(home, feed)


def test_an_unchanged_folder_is_not_opened_again(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is rung for; and each file costs a look at its size and times only."""
    for number in range(12):
        write(home, number)
    feed = home.add(str(home.folder / "vdir"))
    home.read(feed)
    opened: list[object] = []
    real = Path.open
    monkeypatch.setattr(Path, "open", lambda self, *a, **k: (opened.append(self), real(self, *a, **k))[1])

    home.poll(feed)

    assert [path for path in opened if str(path).endswith(".ics")] == []
    assert home.duty(Kind.LEARN, feed).due_at is None


@pytest.mark.slow
def test_five_thousand_unchanged_files_cost_their_stats_only(home: Home) -> None:
    """As many as ten years of meetings in a vdir: read once, then looked at."""
    for number in range(5_000):
        write(home, number)
    feed = home.add(str(home.folder / "vdir"))
    home.read(feed)

    home.poll(feed)

    assert (home.feed(feed).events, home.feed(feed).problem) == (5_000, None)
    assert len(marked(home, feed)) == 5_000


def test_a_vdir_has_its_name_beside_its_files(home: Home) -> None:
    """vdirsyncer keeps `displayname` and `color` there: neither is a calendar."""
    write(home, 1)
    (home.folder / "vdir" / "displayname").write_text("Work\n", "utf-8")
    (home.folder / "vdir" / "color").write_text("#ff0000", "utf-8")
    feed = home.add(str(home.folder / "vdir"))

    home.read(feed)

    assert (home.feed(feed).name, home.feed(feed).problem) == ("Work", None)


def test_two_files_with_one_uid_are_two_events(home: Home) -> None:
    """Also when the second comes later."""
    write(home, 1)
    feed = home.add(str(home.folder / "vdir"))
    home.read(feed)
    home.write("vdir/sub/other.ics", event("e1", NOW - 40 * DAY, "bob@example.com"))

    home.read(feed)

    assert there(home, feed) == 2
    assert set(home.touches()) == {"ada@example.com", "bob@example.com"}


def test_a_file_that_breaks_keeps_what_is_known_of_it(home: Home) -> None:
    """A web page, or a half-written file: said by name, and no event is lost."""
    for number in range(4):
        write(home, number)
    feed = home.add(str(home.folder / "vdir"))
    home.read(feed)
    (home.folder / "vdir" / "e1.ics").write_bytes(b"<html>sign in</html>")
    cut = write(home, 2)
    cut.write_bytes(cut.read_bytes()[:60])

    home.poll(feed)

    assert there(home, feed) == 4
    assert "vdir, e1.ics: is a web page" in (home.feed(feed).problem or "")
    assert home.feed(feed).failures == 0


def test_a_folder_of_nothing_but_broken_files_is_unreadable(home: Home) -> None:
    """Then the sentence is about the first of them."""
    home.write("vdir/a.ics")
    (home.folder / "vdir" / "a.ics").write_bytes(b"{}")
    feed = home.add(str(home.folder / "vdir"))

    home.poll(feed)

    assert "a.ics is JSON" in (home.feed(feed).problem or "")
    assert home.feed(feed).failures == 1


def test_a_folder_that_lost_more_than_half_is_doubted_for_a_day(home: Home) -> None:
    """A sync that went wrong forgets nobody; after a day it is believed."""
    for number in range(12):
        write(home, number)
    feed = home.add(str(home.folder / "vdir"))
    home.read(feed)
    for number in range(2, 12):
        (home.folder / "vdir" / f"e{number}.ics").unlink()

    home.poll(feed)
    doubted = (there(home, feed), home.feed(feed).problem)
    home.now += timedelta(hours=25)
    home.poll(feed)

    assert doubted[0] == 12
    assert "lacks half of its events or more" in str(doubted[1])
    assert (there(home, feed), home.feed(feed).problem) == (2, None)


def test_a_caldav_calendar_is_a_feed(home: Home, server: Server) -> None:
    """First read, nothing new, one changed, one gone: touches follow."""
    for number in range(12):
        put(server, number)
    feed = add_feed(home.house, server.address, Login(user=USER, password=PASSWORD)).feed.id
    home.read(feed)
    met = len(home.touches()["ada@example.com"])
    home.poll(feed)
    idle = home.duty(Kind.LEARN, feed).due_at
    put(server, 3, "Tea")
    server.delete("e5")
    home.poll(feed)

    assert (met, idle) == (12, None)
    assert unlearnt(home, feed) == {"e3.ics", "e5.ics"}
    assert (there(home, feed), home.feed(feed).kind) == (11, FeedKind.CALDAV)


def test_a_caldav_calendar_that_lost_more_than_half_is_doubted(home: Home, server: Server) -> None:
    """The state is not kept meanwhile, so that what was lost is asked for again, and believed after a day."""
    for number in range(12):
        put(server, number)
    feed = home.add(server.with_password)
    home.read(feed)
    for number in range(2, 12):
        server.delete(f"e{number}")

    home.poll(feed)
    doubted = there(home, feed)
    home.now += timedelta(hours=25)
    home.poll(feed)

    assert (doubted, there(home, feed)) == (12, 2)


def test_a_password_that_fits_no_more_is_mended_by_adding_again(
    home: Home, server: Server, tmp_path: Path
) -> None:
    """Unreadable, with a sentence and no secret; then the same feed goes on."""
    put(server, 1)
    feed = home.add(server.with_password)
    home.read(feed)
    with home.house.database.write() as conn:
        wrong = server.with_password.replace("w%C3%B6rd", "stale-secret")
        home_feed = home.feed(feed)
        assert (
            store.add(
                conn,
                home.user_id,
                home.house.vault,
                address=wrong,
                label=home_feed.label,
                kind=home_feed.kind,
            ).id
            == feed
        )
    home.poll(feed)
    problem = home.feed(feed).problem or ""

    assert "does not accept the user name or the password" in problem
    assert not any(secret in problem for secret in ("stale", USER))
    assert home.add(server.with_password) == feed
    home.poll(feed)
    assert (home.feed(feed).failures, home.feed(feed).state) == (0, FeedState.ACTIVE)


@pytest.mark.slow
def test_a_calendar_server_may_be_added_on_the_command_line(server: Server, tmp_path: Path) -> None:
    """Name and password go in by an option and a file, and stand nowhere in clear."""
    put(server, 1)
    file = tmp_path / "password"
    file.write_text(f"{PASSWORD}\n", "utf-8")
    env = environ(prepare(tmp_path / "data"))

    done = snowdrop("add", server.address, "--user", USER, "--password-file", file, env=env)
    wrong = snowdrop("add", server.home, "--user", USER, "--password-file", file, env=env)

    seen = snowdrop("events", server.with_password, "--until", "2027-01-01", env=env)

    assert (done.returncode, done.stderr) == (0, b"")
    assert (seen.returncode, seen.stdout.count(b"Coffee")) == (0, 1)
    assert wrong.returncode == 1
    assert b"keeps these calendars" in wrong.stderr
    said = b"".join(each.stdout + each.stderr for each in (done, wrong, seen))
    kept = b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir() if "secret" not in path.name)
    assert PASSWORD.encode() not in said + kept
    assert b"p%40ss" not in said + kept


@pytest.mark.parametrize(("user", "content"), [(None, "x"), ("ada", ""), ("ada", None)])
def test_a_login_is_whole_or_refused(tmp_path: Path, user: str | None, content: str | None) -> None:
    """A password without a name, an empty file, no file: one sentence each."""
    file = tmp_path / "password"
    if content is not None:
        file.write_text(content, "utf-8")

    with pytest.raises(UsageError, match=r"--user|password|cannot be read"):
        login_of(user, file)


def test_a_file_needs_no_user(home: Home) -> None:
    """Said, rather than ignored."""
    path = home.write("work.ics")

    with pytest.raises(PermanentError, match="--user"):
        add_feed(home.house, path, Login(user="ada", password="x"))
