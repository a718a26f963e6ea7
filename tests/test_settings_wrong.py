"""Every setting × what it cannot be, by environment and by file: one sentence of ours that names it."""

from pathlib import Path

import pytest

from config.settings import BadSettingError, Settings, misspelt, settings_from

WORDS = (
    *("-1", "99999999999999999999", "1.5", "nonsense", "x" * 300, "a\x07b\nc", "true", "[]", "https://"),
    *("http://[::1", "smtp://", "smtp://u@:99", "smtp://h:99999", "redis://h:99999", "http://a b", "\udcff"),
)
VALUES = ("-1", "1.5", "true", "[]", "[1]", "{a = 1}", "nan", "2026-01-01", '""', '"nonsense"')
OF_A_LIBRARY = ("should be", "valid", "parse", "Invalid", "input", "tuple", "string", "None")
TELLING = (" like ", " has to be ", " is none of ", " begins with none of ", " is too short", "127.0.0.1")
"""What follows says how it is written."""


def refused(name: str, environ: dict[str, str]) -> bool:
    """Whether it was; then by one sentence that names the setting and tells how it is written."""
    try:
        settings_from({"SNOWDROP_MAIL_TO": "me@example.org", **environ})
    except BadSettingError as error:
        told = str(error)
        assert name in told.lower()
        assert not any(word in told for word in OF_A_LIBRARY), told
        assert any(word in told for word in TELLING), told
        assert "\n" not in told
        return True
    return False


@pytest.mark.parametrize("name", sorted(Settings.model_fields.keys() - {"data_dir"}))
def test_a_wrong_value_is_told_in_words_of_ours(name: str, tmp_path: Path) -> None:
    """Whatever is written there, by whichever way. Any name may be that of a folder."""
    for word in WORDS:
        refused(name, {f"SNOWDROP_{name.upper()}": word})
    for value in VALUES:
        (tmp_path / "config.toml").write_text(f"{name} = {value}\n")
        refused(name, {"SNOWDROP_DATA_DIR": str(tmp_path)})


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("base_url", "https://"), ("base_url", "http://a b"), ("base_url", "http://[::1"), ("base_url", "http://x:0"),
        ("smtp_url", "smtp://"), ("smtp_url", "smtp://h:99999"), ("smtp_url", "smtp://ada:p#w@h:587"),
        ("redis_url", "redis://h:99999"), ("redis_url", "redis://h:x"), ("host", "10.0.0.1 10.0.0.2"),
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere_stops_the_start(name: str, word: str) -> None:
    """Not the first letter on Monday, or the first link in it."""
    assert refused(name, {f"SNOWDROP_{name.upper()}": word})


@pytest.mark.parametrize(
    ("name", "value"), [("port", "true"), ("weekly_budget", "true"), ("host", '""'), ("letter_hour", "false")]
)
def test_a_value_that_only_seems_to_be_one_is_refused(name: str, value: str, tmp_path: Path) -> None:
    """`true` is 1 to Python, and no host at all is every one of this machine to the system."""
    (tmp_path / "config.toml").write_text(f"{name} = {value}\n")

    assert refused(name, {"SNOWDROP_DATA_DIR": str(tmp_path)})


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("redis_url", "unix:///run/valkey.sock"), ("redis_url", "redis://"), ("database_url", "sqlite:///x.db"),
        ("database_url", "postgresql://h1:5432,h2:5433/x"), ("smtp_url", "SMTP://mail.example.org"),
        ("host", "::1"), ("base_url", "https://[fd00::1]:8443/garden"),
    ],
)  # fmt: skip
def test_an_address_may_be_of_any_kind_that_leads_somewhere(name: str, word: str) -> None:
    """A socket, a file, several hosts."""
    assert not refused(name, {f"SNOWDROP_{name.upper()}": word})


def test_a_name_a_letter_off_is_seen() -> None:
    """In the environment there are names of others; only what is nearly one of ours is a slip."""
    names = (
        "LANGUAGE",
        "LANGAUGE",
        "LETTERHOUR",
        "TIMEZONES",
        "SECRET_KEY_FILE",
        "CONFIG",
        "CALLED",
        "TEST_DATA",
    )

    assert misspelt({f"SNOWDROP_{name}": "x" for name in names} | {"PORTS": "1"}) == {
        "SNOWDROP_LANGAUGE": "SNOWDROP_LANGUAGE",
        "SNOWDROP_LETTERHOUR": "SNOWDROP_LETTER_HOUR",
        "SNOWDROP_TIMEZONES": "SNOWDROP_TIMEZONE",
    }
