"""The keeping commands keep to docs/contracts: feeds, nudges, answers; one sentence for each failure."""

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest

from tasks.wiring import UP_LOCK
from tests.inbox.fetch_server import serving
from tests.prepared import prepare
from tests.tasks.made_files import calendar, event
from tests.tasks.running import Said, environ, said
from tests.tasks.worked import is_one_sentence, met_long_ago, work_off

BOOK = "BEGIN:VCARD\nVERSION:3.0\nFN:Grace Hopper\nEMAIL:grace@example.org\nTEL:+1 555 0100\nEND:VCARD\n"


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environ(prepare(tmp_path / "data"))


# feeds


def test_a_file_a_folder_and_addresses_can_be_added(
    tmp_path: Path, env: dict[str, str], run: Callable[..., Said]
) -> None:
    """Each is read by the worker; labels never show an address."""
    (tmp_path / "all").mkdir()
    (tmp_path / "work.ics").write_bytes(met_long_ago("ada@example.org"))
    (tmp_path / "all" / "home.ics").write_bytes(met_long_ago("bo@example.org"))
    with serving() as site:
        for name, guest in (("/one-token.ics", "cy@example.org"), ("/two-token.ics", "di@example.org")):
            site.pages[name] = lambda handler, guest=guest: handler.answer(body=met_long_ago(guest))
        sources = [tmp_path / "work.ics", tmp_path / "all", f"{site.address}/one-token.ics"]
        added = [run("add", each) for each in (*sources, f"webcal://127.0.0.1:{site.port}/two-token.ics")]
        work_off(env)

    feeds = run("feeds", "--format", "json")
    assert [each.code for each in added] == [0] * 4
    assert [each["label"] for each in feeds.body] == ["work.ics", "all", "127.0.0.1", "127.0.0.1"]
    assert [each["problem"] for each in feeds.body] == [None] * 4
    assert {each["key"] for each in run("people", "--format", "json").body} == {
        *("ada@example.org", "bo@example.org", "cy@example.org", "di@example.org")
    }
    assert not any(b"token" in each.out for each in (*added, feeds, run("feeds")))


def test_who_adds_is_told_whether_anybody_reads(tmp_path: Path, env: dict[str, str]) -> None:
    """Before the first `up` a calendar would wait for ever, and nobody would know why."""
    (tmp_path / "work.ics").write_bytes(met_long_ago())
    with serving() as site:
        site.pages["/healthz"] = lambda handler: handler.answer(body=b"ok")
        served = said("add", tmp_path / "work.ics", env={**env, "SNOWDROP_PORT": str(site.port)})

    alone = said("add", tmp_path / "work.ics", env=env)
    with (Path(env["SNOWDROP_DATA_DIR"]) / UP_LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        print("http://127.0.0.1:8751", file=lock, flush=True)
        elsewhere = said("add", tmp_path / "work.ics", env=env)

    assert b"`snowdrop feeds` tells how it fares" in served.out
    assert b"`snowdrop feeds` tells how it fares" in elsewhere.out
    assert b"as soon as `snowdrop up` runs" in alone.out


@pytest.mark.parametrize(
    ("source", "code"),
    [("-", 2), ("http://", 1)],
)
def test_what_cannot_be_added_is_one_sentence(source: str, code: int, run: Callable[..., Said]) -> None:
    """At once, not an hour later."""
    told = run("add", source)

    assert told.code == code
    assert is_one_sentence(told)
    assert run("feeds").lines == ["No calendar yet: `snowdrop add SOURCE` adds one."]


def test_the_same_source_twice_is_one_feed(tmp_path: Path, run: Callable[..., Said]) -> None:
    """By whichever way the path is written."""
    (tmp_path / "work.ics").write_bytes(met_long_ago())

    first = run("add", tmp_path / "work.ics")
    again = run("add", tmp_path / "." / "work.ics")
    run("pause", "1")
    resumed = run("add", tmp_path / "work.ics")

    assert len(run("feeds", "--format", "json").body) == 1
    assert [each.out.decode().rpartition(". ")[0] for each in (first, again, resumed)] == [
        "Added work.ics as feed 1",
        "work.ics is there already, as feed 1",
        "work.ics is there already, as feed 1: it is paused no longer",
    ]


def test_a_failing_feed_shows_its_reason(env: dict[str, str], run: Callable[..., Said]) -> None:
    """And since when; without the secret of its address."""
    with serving() as site:
        site.pages["/secret-token.ics"] = lambda handler: handler.answer(status=404)
        run("add", f"{site.address}/secret-token.ics")
        work_off(env)

    told = run("feeds")

    assert "unreadable since" in told.out.decode()
    assert "404" in told.out.decode()
    assert "secret-token" not in told.out.decode()
    assert run("feeds", "--format", "json").body[0]["failures"] == 1


def test_a_paused_feed_is_not_read_until_it_is_added_again(
    tmp_path: Path, env: dict[str, str], read: Callable[..., Said]
) -> None:
    """What was learnt stays."""
    read("pause", "work.ics")
    (tmp_path / "work.ics").write_bytes(met_long_ago("bo@example.org"))
    read("refresh")
    work_off(env)
    assert "paused" in read("feeds").out.decode()
    assert "bo@example.org" not in read("people").out.decode()

    read("add", tmp_path / "work.ics")
    work_off(env)

    assert "bo@example.org" in read("people").out.decode()


def test_refresh_reads_at_once(tmp_path: Path, env: dict[str, str], read: Callable[..., Said]) -> None:
    """All feeds, or the one that is named."""
    (tmp_path / "work.ics").write_bytes(met_long_ago("ada.lovelace@example.org", "bo@example.org"))
    work_off(env)
    assert "bo@example.org" not in read("people").out.decode()

    told = read("refresh", "1")
    work_off(env)

    assert told.lines == ["1 to be read as soon as `snowdrop up` runs."]
    assert "bo@example.org" in read("people").out.decode()


def test_refresh_does_not_promise_to_read_what_is_paused(read: Callable[..., Said]) -> None:
    """One that is named leads to what resumes it; among all, only the others count."""
    read("pause", "work.ics")

    named, every = read("refresh", "work.ics"), read("refresh")

    assert named.code == 2
    assert is_one_sentence(named)
    assert "paused: `snowdrop add`" in named.err
    assert every.lines == ["0 to be read as soon as `snowdrop up` runs."]


def test_a_feed_that_is_none_is_one_sentence(run: Callable[..., Said]) -> None:
    """It says where the numbers stand."""
    for command in ("refresh", "pause", "remove"):
        told = run(command, "holiday.ics")

        assert told.code == 1
        assert is_one_sentence(told)
        assert "snowdrop feeds" in told.err


def test_removing_keeps_what_was_learnt_unless_told_otherwise(
    tmp_path: Path, env: dict[str, str], read: Callable[..., Said]
) -> None:
    """With its history, nobody stays and no nudge either."""
    read("remove", "work.ics")
    work_off(env)
    assert "Ada Lovelace" in read("people").out.decode()

    read("add", tmp_path / "work.ics")
    work_off(env)
    read("remove", "work.ics", "--with-history")
    work_off(env)

    assert read("people").lines == ["Nobody yet."]
    assert read("nudges").lines == ["No calendar yet: `snowdrop add SOURCE` adds one."]


def test_of_a_calendar_that_was_never_read_nothing_stays(tmp_path: Path, run: Callable[..., Said]) -> None:
    """It was added and removed before anybody looked."""
    (tmp_path / "work.ics").write_bytes(met_long_ago("ada@example.org"))
    run("add", tmp_path / "work.ics")

    assert run("remove", "work.ics").lines == ["work.ics is removed."]


def test_an_address_book_is_imported_once_however_often(tmp_path: Path, run: Callable[..., Said]) -> None:
    """Twice is once."""
    (tmp_path / "book.vcf").write_text(BOOK)

    told = [run("import", tmp_path / "book.vcf") for _ in range(2)]

    assert [(each.code, each.lines) for each in told] == [(0, ["1 person in book.vcf."])] * 2


@pytest.mark.parametrize("content", [None, b"", b"\x00\xff\xfe garbage", b"%PDF-1.7"])
def test_what_is_no_address_book_is_one_sentence(
    content: bytes | None, tmp_path: Path, run: Callable[..., Said]
) -> None:
    """Never a traceback."""
    if content is not None:
        (tmp_path / "book.vcf").write_bytes(content)

    told = run("import", tmp_path / "book.vcf")

    assert told.code == 1
    assert is_one_sentence(told)
    assert "book.vcf" in told.err


# nudges


def test_every_answer_is_taken_and_can_be_taken_back(read: Callable[..., Said]) -> None:
    """Done, later, let go, rest; then it is open again."""
    nudge = read("nudges", "--format", "json").body[0]["id"]
    states = {
        "done": "done",
        "later": "later",
        "let-go": "let_go",
        "rest": "rested",
        "rest-for-good": "rested",
    }

    for answer, state in states.items():
        told = read("answer", nudge, answer).lines[0]
        assert told.endswith(
            "”: rests for good." if answer == "rest-for-good" else f"”: {state.replace('_', ' ')}."
        )
        assert read("nudges", "--history", "--format", "json").body[0]["state"] == state
        assert read("answer", nudge, "undo").code == 0
        assert read("nudges", "--format", "json").body[0]["state"] == "open"


def test_nothing_is_only_fine_where_a_calendar_could_be_read(tmp_path: Path, env: dict[str, str]) -> None:
    """Before that it says what is missing."""
    told = [said("nudges", env=env)]
    (tmp_path / "lost.ics").write_bytes(met_long_ago())
    said("add", tmp_path / "lost.ics", env=env)
    told.append(said("nudges", env=env))
    (tmp_path / "lost.ics").unlink()
    work_off(env)
    told.append(said("nudges", env=env))

    assert [each.lines for each in told] == [
        ["No calendar yet: `snowdrop add SOURCE` adds one."],
        ["Your calendars are still to be read: `snowdrop feeds` shows how far they are."],
        ["None of your calendars could be read yet: `snowdrop feeds` shows why."],
    ]


def test_who_is_known_by_titles_alone_is_told_of_the_names_that_wait(
    tmp_path: Path, env: dict[str, str]
) -> None:
    """An empty week is not fine then; once each name is said to be somebody or nobody, it is."""
    (tmp_path / "own.ics").write_bytes(calendar(event("SUMMARY:Lunch with Maria")))
    said("add", tmp_path / "own.ics", env=env)
    work_off(env)
    told = [said("nudges", env=env)]
    said("proposed", "Maria", "--nobody", env=env)
    told.append(said("nudges", env=env))

    assert [each.lines for each in told] == [
        [
            "Nothing waits for you. Your titles name people in no address book: `snowdrop proposed` lists them."
        ],
        ["Nothing waits for you, and that is fine."],
    ]


def test_an_answered_nudge_waits_no_more_but_stands_in_the_history(read: Callable[..., Said]) -> None:
    """The same answer again is fine."""
    nudge = read("nudges", "--format", "json").body[0]["id"]

    codes = [read("answer", nudge, "done").code for _ in range(2)]

    assert codes == [0, 0]
    assert read("nudges").lines == ["Nothing waits for you, and that is fine."]
    assert "(done)" in read("nudges", "--history").out.decode()


def test_the_beginning_of_an_id_is_enough(read: Callable[..., Said]) -> None:
    """Nobody types twenty characters; where several begin so, more of it is asked for."""
    nudge = read("nudges", "--format", "json").body[0]["id"]

    assert read("answer", nudge[:4], "done").code == 0
    assert read("answer", nudge[:4], "undo").code == 0
    assert read("answer", "", "done").code == 2
    assert read("nudges", "--format", "json").body[0]["state"] == "open"
