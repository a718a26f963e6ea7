"""`snowdrop preview` keeps to its contract: fields, every form, the same bytes each time, and nothing stored."""

from email import message_from_bytes
from email.utils import parseaddr
from pathlib import Path

import icalendar
import pytest

from tests.tasks.made_files import NOW, calendar, event, is_one_sentence, met_monthly, with_ada
from tests.tasks.running import Said, said, snowdrop


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


@pytest.mark.parametrize(
    ("lang", "day"),
    [
        ("en", "Thursday, 26 November"),
        ("de", "Donnerstag, 26. November"),
        ("es", "jueves, 26 de noviembre"),
        ("fr", "jeudi 26 novembre"),
        ("pt", "quinta-feira, 26 de novembro"),
        ("it", "giovedì 26 novembre"),
    ],
)
def test_a_day_is_written_as_in_a_letter(lang: str, day: str, file: Path, env: dict[str, str]) -> None:
    """French and Italian put no comma after the day of the week."""
    file.write_bytes(met_monthly())

    assert preview(file, env, "--lang", lang).lines[0].startswith(f"{day} · ")


@pytest.mark.parametrize("lang", ["en", "de", "es", "fr", "pt", "pt_BR", "it_IT.UTF-8"])
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


def test_a_week_of_which_nothing_could_be_read_is_not_called_a_quiet_one(
    file: Path, env: dict[str, str]
) -> None:
    """Only what is wrong is said."""
    unread = said("preview", file.parent / "none.ics", env=env)
    file.write_bytes(calendar())
    quiet = said("preview", file, env=env)

    assert (unread.code, unread.out) == (1, b"")
    assert is_one_sentence(unread.err)
    assert (quiet.code, len(quiet.lines)) == (0, 1)


def test_nothing_is_stored(file: Path, env: dict[str, str]) -> None:
    """The data folder is not even made."""
    file.write_bytes(met_monthly())

    preview(file, env)

    assert not Path(env["SNOWDROP_DATA_DIR"]).exists()


def book(path: Path, *names: str) -> Path:
    path.write_text("".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEND:VCARD\n" for name in names))
    return path


def lunches(*names: str) -> list[str]:
    """With the first one twice."""
    starts = [f"DTSTART:2025{month:02}04T090000Z" for month in range(1, len(names) + 2)]
    titles = [f"SUMMARY:Lunch with {name}" for name in (*names, names[0])]
    return [event(title, uid=start, start=start) for title, start in zip(titles, starts, strict=True)]


def test_whom_titles_alone_name_is_told_where_nothing_is_proposed(
    file: Path, env: dict[str, str], tmp_path: Path
) -> None:
    """Without an address book, that there should be one; whom it knows is not named."""
    file.write_bytes(calendar(*lunches("Maria")))

    unknown = preview(file, env).err
    known = preview(file, env, "--contacts", str(book(tmp_path / "book.vcf", "Maria")))

    assert unknown.startswith(
        "Titles name people who are in no address book, and who do not count yet (Maria): "
    )
    assert "give one with --contacts FILE" in unknown
    assert is_one_sentence(unknown)
    assert known.err == ""


def test_who_is_named_again_and_again_is_told_beside_what_is_proposed(
    file: Path, env: dict[str, str], tmp_path: Path
) -> None:
    """In a backtest and by `touches`, too: many calendars list a few guests, and their titles name the friends."""
    starts = [f"DTSTART:2026{month:02}04T090000Z" for month in (2, 3, 4)]
    friends = [event("SUMMARY:Lunch with Maria", uid=start, start=start) for start in starts]
    others = [event("SUMMARY:Lunch with Luis", uid="luis", start=starts[0])]
    file.write_bytes(
        met_monthly().replace(b"END:VCALENDAR", calendar(*friends, *others).split(b"\r\n", 3)[3])
    )

    seen = preview(file, env)
    met = said("touches", file, "--me", "me@example.org", "--now", NOW, env=env)
    years = said(
        "backtest", file, "--from", "2026-01-01", "--to", "2027-01-01", "--me", "me@example.org", env=env
    )

    assert seen.out.decode().strip()
    assert "who do not count yet (Maria): give one with --contacts FILE" in seen.err
    assert "who do not count yet (Maria): give one with --contacts FILE" in years.err
    assert "who do not count yet (Maria): give one with --contacts FILE" in met.err


def test_a_book_that_was_given_is_told_whom_it_misses(
    file: Path, env: dict[str, str], tmp_path: Path
) -> None:
    """Those who are named most often first, a few by name; nothing sounds as if it had not been read."""
    file.write_bytes(calendar(*lunches("Tomás", "Grandma Ruth", "Maria", "Carol", "Bea", "Luis")))

    told = preview(file, env, "--contacts", str(book(tmp_path / "book.vcf", "Maria"))).err

    named = "(Tomás, Bea, Carol and 2 more)"
    assert told.startswith(
        f"Titles name people whom your address book misses, and who do not count yet {named}: "
    )
    assert "proposed` asks who they are" in told
    assert "--contacts" not in told
    assert is_one_sentence(told)


def test_a_private_title_gives_its_name_and_nothing_else(file: Path, env: dict[str, str]) -> None:
    """As `proposed` asks about it; where nothing is to be learnt from what is private, not even that."""
    file.write_bytes(calendar(event("SUMMARY:Dinner with Maria", "CLASS:PRIVATE")))

    told = preview(file, env).err
    unlearnt = preview(file, env | {"SNOWDROP_LEARN_PRIVATE": "false"}).err

    assert "(Maria)" in told
    assert "Dinner" not in told
    assert unlearnt == ""
