"""Settings: every knob, every source and its strength; a bad value names itself and shows nothing."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import platformdirs
import pytest

from config.settings import BadSettingError, Settings, settings_from

ROOT = Path(__file__).parents[1]
EXAMPLE = (ROOT / "config" / "example.toml").read_text("utf-8")
SLOW_PACKAGES = ("sqlalchemy", "dramatiq", "httpx2", "icalendar", "numpy", "pendulum", "starlette")
GOOD: dict[str, tuple[str, Any]] = {
    "data_dir": ("/srv/snowdrop", Path("/srv/snowdrop")),
    "database_url": ("postgresql://u:p@db/snowdrop", "postgresql://u:p@db/snowdrop"),
    "redis_url": ("redis://valkey:6379/0", "redis://valkey:6379/0"),
    "host": ("0.0.0.0", "0.0.0.0"),
    "port": ("80", 80),
    "base_url": ("https://snowdrop.example.org/garden/", "https://snowdrop.example.org/garden"),
    "smtp_url": ("smtps://u:p@mail.example.org", "smtps://u:p@mail.example.org"),
    "mail_from": ("Snowdrop <snowdrop@example.org>", "Snowdrop <snowdrop@example.org>"),
    "mail_to": ("me@example.org", "me@example.org"),
    "letter_day": ("Friday", "friday"),
    "letter_hour": ("18", 18),
    "timezone": ("Europe/Berlin", "Europe/Berlin"),
    "country": ("de-by", "DE-BY"),
    "language": ("pt_BR.UTF-8", "pt"),
    "weekly_budget": ("0", 0),
    "quiet_hours": ("21:30-08:00", "21:30-08:00"),
    "shelf": ("/data/shelf.toml", "/data/shelf.toml"),
    "me": ("me@example.org, i@example.com", ("me@example.org", "i@example.com")),
    "learn_private": ("false", False),
    "poll_minutes": ("15", 15),
    "max_feed_mib": ("64", 64),
    "allow_private_addresses": ("nas.local 10.0.0.0/8", ("nas.local", "10.0.0.0/8")),
    "secret_key": ("k" * 32, "k" * 32),
    "metrics": ("true", True),
    "log_level": ("DEBUG", "debug"),
}
BAD = {
    "port": ("eighty", "65536", "-1"),
    "base_url": ("snowdrop.example.org", "ftp://planted-secret@example.org"),
    "smtp_url": ("mail.example.org", "https://u:planted-secret@example.org"),
    "redis_url": ("localhost:6379", "http://:planted-secret@localhost"),
    "database_url": ("snowdrop.db", "mysql://u:planted-secret@db/x"),
    "mail_from": ("planted-secret", "me@"),
    "mail_to": ("planted-secret", "@example.org"),
    "letter_day": ("someday",),
    "me": ("notmail", "me@example.org planted-secret", "@example.org"),
    "letter_hour": ("24", "7am"),
    "timezone": ("Mars/Phobos", "CEST+2"),
    "country": ("Germany", "D", "DE_BY"),
    "language": ("tlh",),
    "weekly_budget": ("lots", "-1", "21"),
    "quiet_hours": ("at night", "22-7", "25:00-07:00", "07:00-07:00"),
    "learn_private": ("some",),
    "poll_minutes": ("0", "1441"),
    "max_feed_mib": ("0", "1025"),
    "secret_key": ("planted-secret",),
    "metrics": ("perhaps",),
    "log_level": ("loud",),
}


def read(**environ: str) -> Settings:
    return settings_from({f"SNOWDROP_{name}": value for name, value in environ.items()})


def test_every_setting_is_tried_here() -> None:
    """A new one needs its example."""
    assert set(GOOD) == set(Settings.model_fields)


@pytest.mark.parametrize("name", GOOD)
def test_each_setting_is_taken_from_the_environment(name: str) -> None:
    """Under its own name, upper-case."""
    more = {"MAIL_TO": "me@example.org"} if name == "smtp_url" else {}

    assert getattr(read(**{name.upper(): GOOD[name][0]}, **more), name) == GOOD[name][1]


@pytest.mark.parametrize("name", GOOD)
def test_each_setting_is_taken_from_a_secret_file(name: str, tmp_path: Path) -> None:
    """With the line end that editors leave."""
    (tmp_path / "secret").write_text(GOOD[name][0] + "\n")
    more = {"MAIL_TO": "me@example.org"} if name == "smtp_url" else {}

    assert getattr(read(**{f"{name.upper()}_FILE": str(tmp_path / "secret")}, **more), name) == GOOD[name][1]


def test_each_setting_is_taken_from_the_toml_file(tmp_path: Path) -> None:
    """In the types of TOML, lists and numbers included."""
    (tmp_path / "snowdrop.toml").write_text(
        'weekly_budget = 2\nme = ["me@example.org"]\nmetrics = true\ntimezone = "Europe/Berlin"\ndata_dir = "/srv"\n'
    )

    found = read(CONFIG=str(tmp_path / "snowdrop.toml"))

    assert (found.weekly_budget, found.me, found.metrics) == (2, ("me@example.org",), True)
    assert (found.timezone, found.data_dir) == ("Europe/Berlin", Path("/srv"))


def test_the_file_in_the_data_folder_is_taken_unless_another_is_named(tmp_path: Path) -> None:
    """So that every command knows the same; a folder without one is fine."""
    (tmp_path / "config.toml").write_text("letter_hour = 12\n")
    (tmp_path / "other.toml").write_text("letter_day = 'friday'\n")

    kept = read(DATA_DIR=str(tmp_path))
    other = read(DATA_DIR=str(tmp_path), CONFIG=str(tmp_path / "other.toml"))

    assert (kept.letter_hour, kept.data_dir) == (12, tmp_path)
    assert (other.letter_hour, other.letter_day) == (7, "friday")
    assert read(DATA_DIR=str(tmp_path / "none")).letter_hour == 7


def test_a_folder_that_a_caller_gives_holds_the_settings_file(tmp_path: Path) -> None:
    """Not the usual one: a test or a benchmark never comes to the database that the user's own file names."""
    (tmp_path / "config.toml").write_text("letter_hour = 11\n")

    assert settings_from({}, data_dir=tmp_path).letter_hour == 11
    assert settings_from({"SNOWDROP_DATA_DIR": str(tmp_path)}, data_dir=tmp_path / "none").letter_hour == 7


def test_paths_in_a_file_are_meant_from_its_folder(tmp_path: Path) -> None:
    """A command may be called anywhere; in the environment they are meant as typed."""
    (tmp_path / "config.toml").write_text('shelf = "mine/shelf.toml"\ndata_dir = "~/snow"\n')

    read = settings_from({"SNOWDROP_CONFIG": str(tmp_path / "config.toml")})

    assert read.shelf == str(tmp_path / "mine" / "shelf.toml")
    assert read.data_dir == Path("~/snow").expanduser()
    assert (
        settings_from({"SNOWDROP_SHELF": "shelf.toml", "SNOWDROP_DATA_DIR": str(tmp_path)}).shelf
        == "shelf.toml"
    )


def test_the_mark_that_some_editors_put_before_a_file_does_no_harm(tmp_path: Path) -> None:
    """In UTF-8; in UTF-16 the sentence tells what to do."""
    (tmp_path / "config.toml").write_text("letter_hour = 12\n", encoding="utf-8-sig")
    assert read(DATA_DIR=str(tmp_path)).letter_hour == 12

    (tmp_path / "config.toml").write_text("letter_hour = 12\n", encoding="utf-16")
    with pytest.raises(BadSettingError, match=r"config\.toml cannot be read as UTF-8: save it"):
        read(DATA_DIR=str(tmp_path))


def test_environment_beats_toml_beats_secret_file_beats_default(tmp_path: Path) -> None:
    """In that order of strength; and what a caller gives beats all."""
    (tmp_path / "secret").write_text("11")
    (tmp_path / "snowdrop.toml").write_text("letter_hour = 12\n")
    file = {"LETTER_HOUR_FILE": str(tmp_path / "secret")}
    toml = {**file, "CONFIG": str(tmp_path / "snowdrop.toml")}
    env = {**toml, "LETTER_HOUR": "13"}

    assert [read(**each).letter_hour for each in ({}, file, toml, env)] == [7, 11, 12, 13]
    assert settings_from({"SNOWDROP_LETTER_HOUR": "13"}, letter_hour=14).letter_hour == 14


@pytest.mark.parametrize("name", [name for name in GOOD if name != "data_dir"])
def test_what_is_empty_is_not_set(name: str, tmp_path: Path) -> None:
    """Compose writes "" for a variable that nobody set; an empty secret file is none."""
    (tmp_path / "secret").write_text("\n")

    found = read(**{name.upper(): "", f"{name.upper()}_FILE": str(tmp_path / "secret")})

    assert getattr(found, name) == Settings.model_fields[name].get_default(call_default_factory=True)


def test_names_that_are_no_settings_are_left_alone() -> None:
    """Other programs' variables may begin alike."""
    assert read(TEST_DATA="/somewhere", LIFELINE="5").port == 8750


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in BAD for value in BAD[name]])
def test_a_bad_value_names_its_setting_in_one_sentence_and_shows_nothing(name: str, value: str) -> None:
    """Neither the value nor a traceback of it."""
    with pytest.raises(BadSettingError) as raised:
        read(**{name.upper(): value})

    sentence = str(raised.value)
    assert sentence.startswith(f"SNOWDROP_{name.upper()}")
    assert "\n" not in sentence
    assert "planted-secret" not in sentence
    assert raised.value.__cause__ is None


def test_a_bad_value_is_named_as_it_is_written_where_it_counts(tmp_path: Path) -> None:
    """The environment goes before the file in the data folder, and that before a secret file."""
    (tmp_path / "secret").write_text("noon")
    secret = {"DATA_DIR": str(tmp_path), "LETTER_HOUR_FILE": str(tmp_path / "secret")}
    with pytest.raises(BadSettingError, match=r"^SNOWDROP_LETTER_HOUR_FILE has to be a whole number"):
        read(**secret)

    (tmp_path / "config.toml").write_text("letter_hour = 24\n")
    with pytest.raises(BadSettingError, match=r"^letter_hour in \S+/config\.toml has to be 23 or less"):
        read(**secret)
    with pytest.raises(BadSettingError, match=r"^SNOWDROP_LETTER_HOUR has to be 23 or less"):
        read(**secret, LETTER_HOUR="25")


def test_letters_need_a_recipient() -> None:
    """Named, so that nobody waits for a letter that never comes."""
    with pytest.raises(BadSettingError, match=r"^SNOWDROP_MAIL_TO is missing"):
        read(SMTP_URL="smtp://localhost:1025")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("weekly_bugdet = 2\n", "weekly_bugdet is no setting"),
        ("weekly_budget = \n", "is not TOML"),
        ('weekly_budget = "lots"\n', "weekly_budget in {file} has to be a whole number"),
        ("[section]\nport = 1\n", "section is no setting"),
        ("host = 5\n", "host in {file} has to be text"),
    ],
)
def test_a_bad_toml_file_says_where_it_is_wrong(content: str, says: str, tmp_path: Path) -> None:
    """A slip in a name would otherwise go unnoticed."""
    (tmp_path / "snowdrop.toml").write_text(content)

    with pytest.raises(BadSettingError) as raised:
        read(CONFIG=str(tmp_path / "snowdrop.toml"))

    assert says.format(file=tmp_path / "snowdrop.toml") in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["CONFIG", "SECRET_KEY_FILE"])
@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_named(name: str, content: bytes | None, tmp_path: Path) -> None:
    """Missing, or no text."""
    if content is not None:
        (tmp_path / "file").write_bytes(content)

    with pytest.raises(BadSettingError, match=rf"^SNOWDROP_{name}: .*file cannot be read"):
        read(**{name: str(tmp_path / "file")})


def test_settings_do_not_change_once_read() -> None:
    """One frozen value for the whole process."""
    with pytest.raises(ValueError, match="frozen"):
        read().port = 1


def test_no_secret_stands_in_the_settings_as_text() -> None:
    """A settings object may end in a log or in a traceback."""
    secrets = {
        "SECRET_KEY": "planted-secret" * 3,
        "DATABASE_URL": "postgresql://u:planted-secret@db/x",
        "REDIS_URL": "redis://:planted-secret@valkey",
        "SMTP_URL": "smtp://u:planted-secret@mail",
        "MAIL_TO": "me@example.org",
    }

    assert "planted-secret" not in repr(read(**secrets))
    assert "planted-secret" not in str(read(**secrets))


def test_the_example_lists_exactly_the_settings_with_their_defaults() -> None:
    """Every knob: default, and a sentence."""
    lines = re.findall(r"(?m)^# (\w+) = (.+?)\s+# (.+)$", EXAMPLE)
    shown = tomllib.loads("".join(f"{name} = {value}\n" for name, value, _ in lines))
    defaults = {
        name: field.get_default(call_default_factory=True) for name, field in Settings.model_fields.items()
    }

    assert list(shown) == list(Settings.model_fields)
    assert shown.pop("data_dir") == "/data"
    assert defaults.pop("data_dir") == Path(platformdirs.user_data_dir("snowdrop"))
    assert {name: tuple(v) if isinstance(v, list) else v for name, v in shown.items()} == defaults
    assert all(sentence.endswith((".", '"].')) and len(sentence) > 15 for *_, sentence in lines)


def test_the_example_can_be_taken_as_it_is(tmp_path: Path) -> None:
    """And with every line switched on."""
    (tmp_path / "as_it_is.toml").write_text(EXAMPLE)
    (tmp_path / "all_on.toml").write_text(re.sub(r"(?m)^# (\w+ = )", r"\1", EXAMPLE))

    assert read(CONFIG=str(tmp_path / "as_it_is.toml")) == read()
    assert read(CONFIG=str(tmp_path / "all_on.toml"), DATA_DIR=str(read().data_dir)) == read()


def test_the_command_loads_nothing_slow_before_it_knows_what_to_do() -> None:
    """`snowdrop --help` answers at once."""
    code = "import sys, tasks.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"

    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    ).stdout.split()

    assert "typer" in loaded
    assert not set(SLOW_PACKAGES) & set(loaded)
