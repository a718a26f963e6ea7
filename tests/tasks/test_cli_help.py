"""The help is whole sentences that a newcomer understands, and every remedy can be typed as it stands."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.prepared import prepare
from tests.stories.village import calendar
from tests.tasks.running import ROOT, SNOWDROP, environ, said

GROUPS = ("shelf", "news", "note")


@pytest.fixture
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return environ(prepare(tmp_path_factory.mktemp("data")))


@pytest.mark.parametrize("command", [(), ("add",), ("answer",), *((group,) for group in GROUPS)])
def test_no_sentence_of_the_help_is_cut_short(command: tuple[str, ...], env: dict[str, str]) -> None:
    """A list that says `Everything on…` helps nobody."""
    told = said(*command, "--help", env=env).out.decode()

    body = told.partition("\n")[2]
    assert "..." not in body
    assert "…" not in body


@pytest.mark.parametrize("command", [(), ("add",), ("shelf",), ("shelf", "add")])
def test_help_is_asked_for_by_a_word_as_well(command: tuple[str, ...], env: dict[str, str]) -> None:
    """ "No such command 'help', did you mean 'shelf'?" helps nobody."""
    assert said("help", *command, env=env) == said(*command, "--help", env=env)


@pytest.mark.parametrize("command", ["add", "preview", "answer", "pause", "rest", "same", "import", "backup"])
def test_the_help_names_no_type_of_the_language_it_is_written_in(command: str, env: dict[str, str]) -> None:
    """`SOURCE <str>` and `{SOURCE…}...` are for programmers."""
    told = said(command, "--help", env=env).out.decode()

    assert not any(word in told for word in ("<str>", "<path>", "list[", "{", "<int>"))


def test_the_commands_stand_in_the_order_in_which_they_are_needed(env: dict[str, str]) -> None:
    """`up` and `add` before `forget`; the parts for containers at the end."""
    told = said("--help", env=env).out.decode()

    places = [told.index(f"\n  {name} ") for name in ("up", "preview", "add", "nudges", "forget", "worker")]
    assert places == sorted(places)


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_without_a_command_shows_its_help_line_by_line(group: str, env: dict[str, str]) -> None:
    """As the program itself does without any argument."""
    told = said(group, env=env)

    assert told.code == 2
    assert "\nCommands:\n  " in told.err


@pytest.mark.parametrize(
    ("command", "page"),
    [
        (("people", "--why"), "people"),
        (("people", "--nope"), "people"),
        (("rest",), "rest"),
        (("shelf", "add", "skill", "chess", "--topics"), "shelf add"),
    ],
)
def test_whatever_slip_leads_to_the_help_of_its_own_command(
    command: tuple[str, ...], page: str, env: dict[str, str]
) -> None:
    """The list of all commands does not show how `--why` is written."""
    assert f"`snowdrop {page} --help` shows" in said(*command, env=env).err


@pytest.mark.parametrize(
    ("command", "beyond"),
    [
        (("pin", "Ada", "Lovelace"), "Lovelace"),
        (("met", "Ada", "Lovelace"), "'Lovelace'"),
        (("merge", "Ada", "Lovelace", "Bob", "Baker"), "Bob Baker"),
        (("doctor", "me"), "me"),
    ],
)
def test_a_name_of_several_words_without_quotes_is_told_to_need_them(
    command: tuple[str, ...], beyond: str, env: dict[str, str]
) -> None:
    """A shell takes it apart; the parser knows only of a word too many."""
    told = said(*command, env=env)

    assert told.code == 2
    assert told.err.startswith(f"{beyond} is ")
    assert "in quotes" in told.err
    assert told.err.count("\n") == 1


@pytest.mark.parametrize(
    "command", [("feeds",), ("people", "--why", "Nobody"), ("doctor",), ("shelf", "list")]
)
def test_a_remedy_is_told_as_it_was_typed(command: tuple[str, ...], env: dict[str, str]) -> None:
    """Who came by `./run` has no `snowdrop` to type."""
    told = said(*command, env={**env, "SNOWDROP_CALLED": "./run"})

    everything = told.out.decode() + told.err
    assert "`./run " in everything
    assert "`snowdrop " not in everything


def at_a_terminal(*arguments: str, env: dict[str, str], typed: str) -> tuple[int, str]:
    """The exit code and all that is said, where the question on a terminal is answered by these keys."""
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [*SNOWDROP, *arguments],
        env=env,
        cwd=ROOT,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        asked = os.read(process.stdout.fileno(), 1_000)
        os.write(ours, typed.encode())
        rest, _ = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    return process.returncode, (asked + rest).decode()


CTRL_D = "\x04"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("n\n", 1),
        pytest.param(CTRL_D, 1, marks=pytest.mark.slow),
        pytest.param("\n", 1, marks=pytest.mark.slow),
        pytest.param("y\n", 0, marks=pytest.mark.slow),
    ],
)
def test_on_a_terminal_forgetting_asks_once_more(
    env: dict[str, str], tmp_path: Path, typed: str, left: int
) -> None:
    """It cannot be taken back, and the beginning of a name may mean somebody else. No answer is a no."""
    (tmp_path / "book.vcf").write_text("BEGIN:VCARD\nFN:Ada Lovelace\nEMAIL:ada@example.org\nEND:VCARD\n")
    said("import", tmp_path / "book.vcf", env=env)
    said("met", "ada", env=env)

    code, told = at_a_terminal("forget", "ada", env=env, typed=typed)

    assert code == left
    assert told.startswith("Forget Ada Lovelace for good? [y/N] ")
    assert told.count("\n") <= 1
    assert (b"Ada" in said("people", env=env).out) == bool(left)


@pytest.mark.slow
def test_no_password_adds_nothing(env: dict[str, str]) -> None:
    """Ctrl-D where it is asked for: no traceback, and no calendar."""
    code, told = at_a_terminal("add", "https://example.org/a.ics", "--user", "ellie", env=env, typed=CTRL_D)

    assert (code, told.strip()) == (1, "Password of ellie:")
    assert said("feeds", "--format", "json", env=env).body == []


def test_a_path_is_meant_from_where_it_is_typed(tmp_path: Path, env: dict[str, str]) -> None:
    """From ~/Downloads, too; and a folder `tasks` of the user's own is no part of the program."""
    clone, downloads = tmp_path / "clone", tmp_path / "downloads"
    (clone / ".venv" / "bin").mkdir(parents=True)
    (downloads / "tasks").mkdir(parents=True)
    (downloads / "tasks" / "__init__.py").write_text("raise SystemExit('a stranger')")
    (downloads / "work.ics").write_text(calendar())
    (clone / "run").write_bytes((ROOT / "run").read_bytes())
    (clone / "requirements.txt").touch()
    (clone / ".venv" / ".made").touch()
    (clone / ".venv" / ".requirements.stamp").write_text("4294967295 0\n")  # cksum of nothing
    python = clone / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)

    told = subprocess.run(
        ["sh", "../clone/run", "events", "work.ics"], cwd=downloads, env=env, capture_output=True, check=False
    )

    assert told.returncode == 0, told.stderr.decode()
