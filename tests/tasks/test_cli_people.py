"""What is said about people by command: listed, explained, rested, pinned, met, joined and parted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from config.settings import settings_from
from tasks.wiring import House, now
from tests.prepared import prepare
from tests.store.making import person, tie
from tests.tasks.running import Said, environ, said
from tests.tasks.worked import DAY, calendar, is_one_sentence, met_long_ago, work_off
from worker.store.people import LearntTie, save_ties


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environ(prepare(tmp_path / "data"))


def test_people_are_listed_by_name_with_promised_fields(read: Callable[..., Said]) -> None:
    """Nobody is ranked; no number of a tie in the text."""
    body = read("people", "--format", "json").body

    assert [each["key"] for each in body] == ["ada.lovelace@example.org"]
    assert {"key", "name", "emails", "circle", "days_met", "state", "p_silent", "usual_gap_days"} <= set(
        body[0]
    )
    assert body[0]["days_met"] == 24
    assert read("people").lines[0].startswith("Ada Lovelace")


def test_accents_and_apostrophes_are_as_one_types_them(env: dict[str, str], run: Callable[..., Said]) -> None:
    """In the order of the list, and where somebody is named."""
    names = ("Zoé Silva", "Íris Falcão", "Giuseppe D’Angelo", "Ângela Brandão")
    house = House(settings_from(env))
    user_id = house.user.id
    with house.database.write() as conn:
        ids = [person(conn, user_id, f"{at}@x", name) for at, name in enumerate(names)]
        save_ties(conn, user_id, [LearntTie(person_id=each, tie=tie(), state=None) for each in ids])
    house.close()

    listed = [line.partition("  ")[0] for line in run("people").lines]

    assert listed == ["Ângela Brandão", "Giuseppe D’Angelo", "Íris Falcão", "Zoé Silva"]
    assert run("pin", "Giuseppe D'Angelo").lines == ["Giuseppe D’Angelo is pinned."]
    assert run("pin", "angela").lines == ["Ângela Brandão is pinned."]


def test_who_has_no_address_is_told_by_name(env: dict[str, str], run: Callable[..., Said]) -> None:
    """Where another has the name as well, what tells them apart can be typed as it is shown; so can the key."""
    house = House(settings_from(env))
    user_id = house.user.id
    known = {
        "name:ulf zorn": "Ulf Zorn",
        "maria@x": "Maria",
        "name:maria": "Maria",
        "jt@x": "Juliette Roy",
        "name:oma rosa": "Oma Rosalie",
    }
    with house.database.write() as conn:
        ids = [person(conn, user_id, key, name) for key, name in known.items()]
        save_ties(conn, user_id, [LearntTie(person_id=each, tie=tie(), state=None) for each in ids])
    house.close()

    listed, unclear = run("people"), run("pin", "maria")

    assert [line.split()[-1] for line in listed.lines if line.startswith("Ulf")] == [str(tie().last_met_on)]
    assert "name:" not in listed.out.decode() + unclear.err
    assert "maria may mean Maria (maria@x), Maria (–): give one of these in full" in unclear.err
    assert "julie may mean Juliette Roy (jt@x): give that in full" in run("met", "julie").err
    assert "rosa may mean Oma Rosalie: give that in full" in run("met", "rosa").err
    assert run("pin", "Maria (–)").lines == ["Maria is pinned."]
    assert run("pin", "name:ulf zorn").lines == ["Ulf Zorn is pinned."]
    assert run("merge", "Ulf Zorn", "Maria (–)").lines == ["Maria is Ulf Zorn."]


def test_one_person_is_shown_alone(read: Callable[..., Said], run: Callable[..., Said]) -> None:
    """Whoever nobody knows is told so, as elsewhere; and one is one."""
    read("met", "ada")
    (line,) = read("people", "ADA").lines
    unknown, both = run("people", "zoe"), run("people", "ada", "--why", "ada")

    assert line.startswith("Ada Lovelace ")
    assert [each["name"] for each in read("people", "ada", "--format", "json").body] == ["Ada Lovelace"]
    assert unknown.err == (
        "Nobody is called zoe: `snowdrop people` shows everyone, `snowdrop proposed` names of titles alone\n"
    )
    assert (unknown.code, both.code, is_one_sentence(both)) == (1, 2, True)


def test_why_tells_the_evidence(read: Callable[..., Said]) -> None:
    """By the beginning of a name."""
    told = read("people", "--why", "ada")

    assert told.code == 0
    assert told.lines[0] == "Ada Lovelace"
    assert "[work.ics]" in told.out.decode()


def test_why_says_where_no_meeting_is_known(env: dict[str, str], run: Callable[..., Said]) -> None:
    """Of somebody who stands but in the address book."""
    house = House(settings_from(env))
    user_id = house.user.id
    with house.database.write() as conn:
        person(conn, user_id, "zoe@x", "Zoé Silva")
    house.close()

    name, told, *_ = run("people", "--why", "zoe").lines
    assert name == "Zoé Silva"
    assert told.startswith("  No meeting with them is known, so neither a silence nor a birthday is told")
    assert told.endswith("`snowdrop met zoe@x` notes one.")


def test_why_shows_the_latest_days_and_the_next_one(
    tmp_path: Path, env: dict[str, str], run: Callable[..., Said]
) -> None:
    """Of a series without end, not what lies a year ahead."""
    first = now().replace(hour=9, minute=0, second=0) - 69 * DAY
    weekly = [(f"w{n}", "ada@example.org", first + 7 * n * DAY) for n in range(40)]
    (tmp_path / "work.ics").write_bytes(calendar(*weekly))
    run("add", tmp_path / "work.ics")
    work_off(env)

    told = [line for line in run("people", "--why", "ada").lines if line.endswith("[work.ics]")]

    assert [line.split()[0] for line in told] == [f"{at:%Y-%m-%d}" for _, _, at in weekly[2:11]]
    assert [line for line in told if "· ahead" in line] == told[-1:]


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
    assert read("people").lines[0].endswith("ada.lovelace@example.org (wants some space)")
    assert read("rest", "ada", "--end").lines == ["Ada Lovelace: the rest is taken back."]
    assert read("people", "--format", "json").body[0]["rest_as"] is None
    assert read("people").lines[0].endswith("ada.lovelace@example.org")


def test_commands_about_people_speak_english_to_whoever_reads_german(
    tmp_path: Path, env: dict[str, str], read: Callable[..., Said]
) -> None:
    """No line is of two languages; why somebody is silent is told as on the page."""
    german = {**env, "SNOWDROP_LANGUAGE": "de"}
    nobody = said("same", env=german)
    (tmp_path / "home.ics").write_bytes(met_long_ago("al@example.com", "ada.lovelace@example.com"))
    read("add", tmp_path / "home.ics")
    work_off(env)

    same = said("same", env=german).lines
    rest = said("rest", "al", "--as", "mourning", "--until", "2099-01-01", env=german)

    assert nobody.lines == ["Nobody seems to stand here twice."]
    assert same[0].endswith(" may be one.")
    assert "    the same full name" in same[1]
    assert rest.lines == ["al@example.com: in mourning, until 2099-01-01."]
    assert "Jetzt: in Trauer." in said("people", "--why", "al", env=german).out.decode()


def test_a_rest_that_makes_no_sense_is_wrong_usage(read: Callable[..., Said]) -> None:
    """One sentence with the remedy."""
    for wrong in (("--end",), ("--as", "odd"), ("--end", "--as", "space"), ("--until", "2001-01-01")):
        told = read("rest", "ada", *wrong)

        assert told.code == 2
        assert is_one_sentence(told)


def test_pin_keeps_somebody_in_mind(read: Callable[..., Said]) -> None:
    """However seldom they meet; it can be taken back."""
    assert read("pin", "ada").lines == ["Ada Lovelace is pinned."]
    assert read("people", "--format", "json").body[0]["pinned"]
    assert read("people").lines[0].endswith(" (pinned)")
    assert "  Kept in mind, as you said, however seldom you meet." in read("people", "--why", "ada").lines
    assert read("pin", "ada", "--undo").lines == ["Ada Lovelace is no longer pinned."]
    assert not read("people", "--format", "json").body[0]["pinned"]
    assert b"(pinned)" not in read("people").out
    assert b"Kept in mind" not in read("people", "--why", "ada").out


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


def test_why_says_of_a_noted_meeting_that_the_user_noted_it(
    env: dict[str, str], read: Callable[..., Said]
) -> None:
    """In their language; no calendar is behind it, and nothing is private."""
    read("met", "ada")
    today = House(settings_from(env)).today().date()

    assert read("people", "--why", "ada").lines[-1] == f"    {today}  noted by you"
    told = said("people", "--why", "ada", env={**env, "SNOWDROP_LANGUAGE": "de"})
    assert told.lines[-1] == f"    {today}  von dir notiert"


def test_why_says_of_an_answer_that_the_user_was_in_touch(read: Callable[..., Said]) -> None:
    """No calendar tells of it, and silence counts from there; of a meeting that was noted, too, that one tells."""
    (nudge,) = read("nudges", "--format", "json").body

    read("answer", nudge["id"], "done")
    answered = read("people", "--why", "ada").lines
    read("met", "ada")
    noted = read("people", "--why", "ada").lines

    (told,) = [line for line in answered if "in touch" in line]
    assert told.endswith(", as you said: silence counts from there.")
    assert answered[answered.index(told) + 1].startswith("  Now: active.")
    assert not [line for line in noted if "in touch" in line]


def test_a_day_that_cannot_be_noted_is_wrong_usage(read: Callable[..., Said]) -> None:
    """A day to come, no day, or a note that was never made."""
    for wrong in (("2999-01-01",), ("someday",), ("2020-01-01", "--undo")):
        told = read("met", "ada", *wrong)

        assert told.code == 2
        assert is_one_sentence(told)


@pytest.mark.parametrize("arguments", [("ada",), ("ada", "bo"), ("ada", "--apart"), ("--apart",)])
def test_who_may_be_one_is_asked_of_all_and_denied_of_two(
    arguments: tuple[str, ...], read: Callable[..., Said]
) -> None:
    """Anything between is not answered as if it were one of them."""
    told = read("same", *arguments)

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
