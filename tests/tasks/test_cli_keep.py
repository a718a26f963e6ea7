"""The keeping commands keep to docs/contracts: feeds, people, nudges, answers; one sentence for each failure."""

import socket
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from config.settings import settings_from
from tasks.bell import WORKS
from tasks.duty import Kind, carry_out
from tasks.wiring import House, now
from tests.inbox.fetch_server import serving
from tests.prepared import prepare
from tests.tasks.running import Said, environ, said, snowdrop
from worker.store import duties

ME = "me@example.org"
DAY = timedelta(days=1)
BOOK = "BEGIN:VCARD\nVERSION:3.0\nFN:Grace Hopper\nEMAIL:grace@example.org\nTEL:+1 555 0100\nEND:VCARD\n"


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environ(prepare(tmp_path / "data"))


@pytest.fixture
def run(env: dict[str, str]) -> Callable[..., Said]:
    """A command on this test's own record."""
    return lambda *arguments: said(*arguments, env=env)


def calendar(*meetings: tuple[str, str, datetime]) -> bytes:
    """(UID, guest, start) of each meeting of two."""
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//made up//EN"]
    for uid, guest, at in meetings:
        rows += [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            f"DTSTART:{at:%Y%m%dT%H%M%SZ}",
            "DURATION:PT30M",
            "SUMMARY:Coffee",
        ]
        rows += [f"ORGANIZER:mailto:{ME}", f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ME}"]
        rows += [f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{guest}", "END:VEVENT"]
    return "".join(f"{row}\r\n" for row in [*rows, "END:VCALENDAR"]).encode()


def met_long_ago(guest: str = "ada.lovelace@example.org", *others: str) -> bytes:
    """Two years of monthly coffee, and then nothing for nine months; once with each of the others."""
    last = now().replace(hour=9, minute=0, second=0) - 270 * DAY
    monthly = [(f"{guest}-{n}", guest, last - 30 * n * DAY) for n in range(24)]
    return calendar(*monthly, *((f"{other}-0", other, last - DAY) for other in others))


def work_off(env: dict[str, str]) -> None:
    """What the worker would do, until nothing is due."""
    home = House(settings_from(env))
    home.migrate()
    for _ in range(20):
        with home.database.read() as conn:
            due = duties.due(conn, home.now() + timedelta(seconds=1), 100)
        for bell in due:
            carry_out(home, WORKS[Kind(bell.kind)], bell.duty_id)
        if not due:
            break
    home.close()


@pytest.fixture
def read(tmp_path: Path, env: dict[str, str], run: Callable[..., Said]) -> Callable[..., Said]:
    """The same, with one calendar read, learnt and suggested from."""
    (tmp_path / "work.ics").write_bytes(met_long_ago())
    assert run("add", tmp_path / "work.ics").code == 0
    work_off(env)
    return run


def is_one_sentence(told: Said) -> bool:
    return told.out == b"" and told.err.count("\n") == 1 and "Traceback" not in told.err


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

    run("add", tmp_path / "work.ics")
    run("add", tmp_path / "." / "work.ics")

    assert len(run("feeds", "--format", "json").body) == 1


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

    assert read("refresh", "1").code == 0
    work_off(env)

    assert "bo@example.org" in read("people").out.decode()


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
    assert read("nudges").lines == ["Nothing waits for you, and that is fine."]


def test_an_address_book_is_imported_once_however_often(tmp_path: Path, run: Callable[..., Said]) -> None:
    """Twice is once."""
    (tmp_path / "book.vcf").write_text(BOOK)

    told = [run("import", tmp_path / "book.vcf") for _ in range(2)]

    assert [(each.code, each.lines) for each in told] == [(0, ["1 people in book.vcf."])] * 2


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


# people


def test_people_are_listed_by_name_with_promised_fields(read: Callable[..., Said]) -> None:
    """Nobody is ranked; no number of a tie in the text."""
    body = read("people", "--format", "json").body

    assert [each["key"] for each in body] == ["ada.lovelace@example.org"]
    assert {"key", "name", "emails", "circle", "days_met", "state", "p_silent", "usual_gap_days"} <= set(
        body[0]
    )
    assert body[0]["days_met"] == 24
    assert read("people").lines[0].startswith("Ada Lovelace")


def test_why_tells_the_evidence(read: Callable[..., Said]) -> None:
    """By the beginning of a name."""
    told = read("people", "--why", "ada")

    assert told.code == 0
    assert told.lines[0] == "Ada Lovelace"
    assert "[work.ics]" in told.out.decode()


def test_rest_silences_somebody(env: dict[str, str], read: Callable[..., Said]) -> None:
    """Until a day, or for ninety days; a bad day is wrong usage."""
    assert read("rest", "ada", "--until", "2099-01-01").lines == ["Ada Lovelace rests until 2099-01-01."]
    work_off(env)

    assert read("people", "--format", "json").body[0]["state"] == "resting"
    assert read("rest", "ada", "--until", "soon").code == 2


def test_a_state_is_named_gently_and_taken_back(read: Callable[..., Said], env: dict[str, str]) -> None:
    """By command, in `people --why`, and for programs."""
    assert read("rest", "ada", "--as", "space").lines == [
        "Ada Lovelace: wants some space, until you take it back."
    ]
    body = read("people", "--format", "json").body[0]
    why = read("people", "--why", "ada").lines
    work_off(env)

    assert (body["state"], body["rest_as"], body["rest_until"]) == ("resting", "space", "9999-12-31")
    assert "  Now: wants some space. They have the space they want, until you say otherwise." in why
    assert read("nudges", "--format", "json").body == []
    assert read("rest", "ada", "--end").lines == ["Ada Lovelace: the rest is taken back."]
    assert read("people", "--format", "json").body[0]["rest_as"] is None


def test_a_rest_that_makes_no_sense_is_wrong_usage(read: Callable[..., Said]) -> None:
    """One sentence with the remedy."""
    for wrong in (("--end",), ("--as", "odd"), ("--end", "--as", "space"), ("--until", "2001-01-01")):
        told = read("rest", "ada", *wrong)

        assert told.code == 2
        assert is_one_sentence(told)


def test_names_in_titles_are_confirmed_or_refused(read: Callable[..., Said]) -> None:
    """By command; wrong usage is a sentence."""
    assert read("proposed").lines == ["No title names anybody unknown."]
    assert read("proposed", "Maria", "--nobody").lines == ["Maria is nobody, and is not asked about again."]
    assert read("proposed", "Maria", "--nobody", "--undo").lines == ["Maria may be somebody again."]
    assert read("proposed", "Maria").lines == ["Maria is somebody: titles that name them count now."]
    assert read("proposed", "--format", "json").body == []
    for wrong in (["--nobody"], ["Maria", "--undo"], ["maria@example.org"]):
        told = read("proposed", *wrong)
        assert told.code == 2
        assert is_one_sentence(told)


def test_pin_keeps_somebody_in_mind(read: Callable[..., Said]) -> None:
    """However seldom they meet; it can be taken back."""
    assert read("pin", "ada").lines == ["Ada Lovelace is pinned."]
    assert read("people", "--format", "json").body[0]["pinned"]
    assert read("pin", "ada", "--undo").lines == ["Ada Lovelace is no longer pinned."]
    assert not read("people", "--format", "json").body[0]["pinned"]


def test_a_meeting_that_no_calendar_knows_can_be_noted_and_taken_back(
    env: dict[str, str], read: Callable[..., Said]
) -> None:
    """It ends the silence, and the nudge with it; twice is once."""
    assert len(read("nudges", "--format", "json").body) == 1

    today = House(settings_from(env)).today().date()
    between = (today - 285 * DAY).isoformat()  # two of the monthly coffees
    noted = [read("met", "ada", between) for _ in range(2)]
    with_note = read("people", "--format", "json").body[0]
    taken_back = read("met", "ada", between, "--undo")
    read("met", "ada")
    work_off(env)

    assert {(each.code, *each.lines) for each in noted} == {(0, f"You met Ada Lovelace on {between}.")}
    assert with_note["days_met"] == 25
    assert taken_back.code == 0
    assert read("people", "--format", "json").body[0]["last_met_on"] == today.isoformat()
    assert read("nudges", "--format", "json").body == []


def test_a_day_that_cannot_be_noted_is_wrong_usage(read: Callable[..., Said]) -> None:
    """A day to come, no day, or a note that was never made."""
    for wrong in (("2999-01-01",), ("someday",), ("2020-01-01", "--undo")):
        told = read("met", "ada", *wrong)

        assert told.code == 2
        assert is_one_sentence(told)


def test_two_can_be_one_and_one_can_be_two_again(
    tmp_path: Path, env: dict[str, str], read: Callable[..., Said]
) -> None:
    """Touches follow their addresses."""
    (tmp_path / "home.ics").write_bytes(met_long_ago("al@example.com"))
    read("add", tmp_path / "home.ics")
    work_off(env)

    merged = read("merge", "ada", "al@example.com")
    one = read("people", "--format", "json").body
    again = read("merge", "ada", "al@example.com")
    parted = read("split", "ada")
    two = read("people", "--format", "json").body

    assert (merged.code, parted.code) == (0, 0)
    assert [(each["name"], each["emails"]) for each in one] == [
        ("Ada Lovelace", ["ada.lovelace@example.org", "al@example.com"])
    ]
    assert again.code == 2
    assert {each["key"] for each in two} == {"ada.lovelace@example.org", "al@example.com"}
    assert read("split", "ada").code == 2


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
        assert read("answer", nudge, answer).code == 0
        assert read("nudges", "--history", "--format", "json").body[0]["state"] == state
        assert read("answer", nudge, "undo").code == 0
        assert read("nudges", "--format", "json").body[0]["state"] == "open"


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


# the record


def test_the_address_stays_the_same(run: Callable[..., Said]) -> None:
    """Alone on its line."""
    first, second = run("address"), run("address")

    assert first.lines == second.lines
    assert len(first.lines) == 1
    assert first.lines[0].startswith("http://127.0.0.1:")
    assert first.lines[0].endswith(".ics")


def test_migrating_twice_is_fine(run: Callable[..., Said]) -> None:
    """The second finds all in shape."""
    assert [run("migrate").code for _ in range(2)] == [0, 0]


def test_a_backup_goes_into_an_empty_folder_with_its_key(tmp_path: Path, read: Callable[..., Said]) -> None:
    """People, nudges and the subscription are the same; a taken place is refused."""
    read("address")
    assert read("backup", tmp_path / "kept.db").code == 0
    (tmp_path / "new").mkdir(mode=0o700)
    (tmp_path / "new" / "secret.key").write_bytes((tmp_path / "data" / "secret.key").read_bytes())
    there = environ(tmp_path / "new")

    restored = said("restore", tmp_path / "kept.db", env=there)

    assert (restored.code, restored.err) == (0, "")
    for command in (("people", "--format", "json"), ("nudges", "--format", "json"), ("address",), ("feeds",)):
        assert said(*command, env=there).out == read(*command).out
    assert is_one_sentence(said("restore", tmp_path / "kept.db", env=there))
    assert is_one_sentence(read("backup", tmp_path / "kept.db"))


def test_a_backup_without_its_key_says_what_is_missing(tmp_path: Path, read: Callable[..., Said]) -> None:
    """The people are there; the calendars' addresses are not readable."""
    read("backup", tmp_path / "kept.db")

    told = said("restore", tmp_path / "kept.db", env=environ(tmp_path / "new"))

    assert told.code == 1
    assert "secret.key" in told.err


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


def test_healthcheck_is_silent_when_all_is_well(read: Callable[..., Said], env: dict[str, str]) -> None:
    """And names what does not answer."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    away = {**env, "SNOWDROP_REDIS_URL": f"redis://127.0.0.1:{port}/0", "SNOWDROP_PORT": str(port)}

    well, ill, no_web = (
        read("healthcheck"),
        said("healthcheck", env=away),
        said("healthcheck", "--web", env=away),
    )

    assert (well.code, well.out, well.err) == (0, b"", "")
    assert (ill.code, ill.err.count("\n")) == (1, 1)
    assert "SNOWDROP_REDIS_URL" in ill.err
    assert (no_web.code, no_web.err.count("\n")) == (1, 2)


@pytest.mark.slow
@pytest.mark.parametrize("command", ["worker", "clock"])
def test_a_separate_part_needs_to_be_told_where_the_broker_is(command: str, env: dict[str, str]) -> None:
    """In one sentence, after which it ends."""
    told = snowdrop(command, env=env)

    assert told.returncode == 1
    assert told.stderr.decode().count("\n") == 1
    assert "SNOWDROP_REDIS_URL" in told.stderr.decode()


@pytest.mark.parametrize("command", ["healthcheck", "up", "worker"])
def test_a_data_folder_that_cannot_be_made_is_one_sentence(
    command: str, tmp_path: Path, env: dict[str, str]
) -> None:
    """Exit code 2: a setting has to be mended."""
    (tmp_path / "file").write_text("")

    told = said(command, env={**env, "SNOWDROP_DATA_DIR": str(tmp_path / "file" / "data")})

    assert told.code == 2
    assert told.err.count("\n") == 1
    assert "SNOWDROP_DATA_DIR" in told.err
