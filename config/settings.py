"""Settings are the knobs of one installation, read once into one frozen value.

Strength: environment (`SNOWDROP_…`), then a TOML file (`config.toml` in the data folder, or where
`SNOWDROP_CONFIG` says), then secret files
(`SNOWDROP_…_FILE`), then the defaults below. A bad value stops the start and names itself.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from email.utils import parseaddr
from functools import cache
from pathlib import Path
from typing import Any, Literal, Self
from zoneinfo import available_timezones

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from config.addresses import whole_address
from config.plainly import plainly
from config.words import Language, language_of

PREFIX = "SNOWDROP_"
FILE_NAME = "config.toml"
"""Of the settings in the data folder, unless SNOWDROP_CONFIG names another file."""
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MAIL = re.compile(r"[^@\s\"<>\[\](),;]+@[^@\s\"'<>\[\](),;]+")
_COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_ALIKE = 0.8
"""Of one word with another: a letter too few, too many or out of place."""
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


@cache
def zone_names() -> frozenset[str]:
    """The IANA zones of this system; looking them up takes some milliseconds, so once in a process."""
    return frozenset(available_timezones())


def is_mail_address(text: str) -> bool:
    """Whether it may be one: something, an @, something; no list of them, and none with a name."""
    return _MAIL.fullmatch(text) is not None


class BadSettingError(ValueError):
    """A setting that cannot be used; the text is one sentence that names it and the remedy, without its value."""


def _own_folder() -> Path:
    return Path(platformdirs.user_data_dir("snowdrop"))


class Settings(BaseModel):
    """Every knob. Names in the environment are these, upper-case, after SNOWDROP_."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    data_dir: Path = Field(default_factory=_own_folder)
    """Where the database and the keys live."""
    database_url: str = Field(default="", repr=False)
    """"" is SQLite in the data folder; else postgresql://user:password@host/name."""
    redis_url: str = Field(default="", repr=False)
    """"" is the bundled Valkey; else redis://… or unix://…."""
    host: str = "127.0.0.1"
    port: int = Field(default=8750, ge=0, le=65535)
    """0 takes any free port."""
    base_url: str = ""
    """How the outside reaches the web part, when it stands behind a proxy; "" is http://HOST:PORT."""
    smtp_url: str = Field(default="", repr=False)
    """smtp://user:password@host:port, smtps://… or smtp+starttls://…; "" sends no letters."""
    mail_from: str = ""
    mail_to: str = ""
    letter_day: str = "monday"
    letter_hour: int = Field(default=7, ge=0, le=23)
    timezone: str = ""
    """An IANA name; "" is the system's."""
    country: str = ""
    """Whose holidays are left free, like DE or DE-BY; "" is the time zone's country."""
    language: Language = "en"
    weekly_budget: int = Field(default=3, ge=0, le=20)
    """The most nudges in an ISO week: a ceiling, not a target."""
    quiet_hours: str = "22:00-07:00"
    """When no letter leaves, in the user's zone."""
    shelf: str = ""
    """A TOML file with what the user has to give, beside what `snowdrop shelf add` keeps; "" is none."""
    me: tuple[str, ...] = ()
    """The user's own mail addresses; empty: inferred from the calendars."""
    learn_private: bool = True
    """Whether private events (CLASS:PRIVATE or CONFIDENTIAL) tell whom the user meets; their titles are never shown."""
    poll_minutes: int = Field(default=60, ge=1, le=24 * 60)
    max_feed_mib: int = Field(default=15, ge=1, le=1024)
    """The largest calendar taken over HTTP."""
    allow_private_addresses: tuple[str, ...] = ()
    """Names, addresses or networks in the own house that may be polled."""
    secret_key: str = Field(default="", repr=False)
    """32 bytes or more, any text; "" is a key made at the first start and kept in the data folder (0600)."""
    metrics: bool = False
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("me", "allow_private_addresses", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return tuple(part for part in re.split(r"[,\s]+", value) if part) if isinstance(value, str) else value

    @field_validator("me")
    @classmethod
    def _are_addresses(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(map(is_mail_address, value)):
            raise ValueError("names what is no mail address: write yours like me@example.org")
        return value

    @field_validator("language", mode="before")
    @classmethod
    def _language(cls, value: Any) -> Any:
        return language_of(value) if isinstance(value, str) else value

    @field_validator("letter_day", "log_level", mode="before")
    @classmethod
    def _lower(cls, value: Any) -> Any:
        return value.strip().lower() if isinstance(value, str) else value

    @field_validator("letter_day")
    @classmethod
    def _is_day(cls, value: str) -> str:
        if value not in DAYS:
            raise ValueError(f"is none of {', '.join(DAYS)}")
        return value

    @field_validator("port", "letter_hour", "weekly_budget", "poll_minutes", "max_feed_mib", mode="before")
    @classmethod
    def _is_number(cls, value: Any) -> Any:
        if isinstance(value, bool):
            raise ValueError("has to be a whole number")  # noqa: TRY004  # of which pydantic makes a refusal
        return value

    @field_validator("host")
    @classmethod
    def _is_host(cls, value: str) -> str:
        if not value or re.search(r"\s", value):
            raise ValueError(
                "is no address of this machine: 127.0.0.1 lets in this machine alone, 0.0.0.0 others, too"
            )
        return value

    @field_validator("timezone")
    @classmethod
    def _is_zone(cls, value: str) -> str:
        if value and value not in zone_names():
            raise ValueError("is no time zone: write it like Europe/Berlin")
        return value

    @field_validator("country", mode="before")
    @classmethod
    def _is_country(cls, value: Any) -> Any:
        code = value.strip().upper() if isinstance(value, str) else value
        if code and not (isinstance(code, str) and _COUNTRY.fullmatch(code)):
            raise ValueError("is no country: write it like DE, or with its part like DE-BY or GB-ENG")
        return code

    @field_validator("quiet_hours")
    @classmethod
    def _is_span_of_hours(cls, value: str) -> str:
        if value and not _HOURS.fullmatch(value):
            raise ValueError("is no span of hours: write it like 22:00-07:00")
        if value and len({*value.split("-")}) == 1:
            raise ValueError(
                "ends as it begins: write it like 22:00-07:00, or leave it empty for no quiet hour"
            )
        return value

    @field_validator("base_url", "smtp_url", "redis_url", "database_url")
    @classmethod
    def _is_url(cls, value: str, info: Any) -> str:
        return whole_address(value, of=info.field_name)

    @field_validator("mail_from", "mail_to")
    @classmethod
    def _is_mailbox(cls, value: str) -> str:
        """Also with a name: "Ada <ada@example.org>"."""
        if value and not is_mail_address(parseaddr(value)[1]):
            raise ValueError("is no mail address: write it like you@example.org")
        return value

    @model_validator(mode="after")
    def _can_send(self) -> Self:
        if self.smtp_url and not self.mail_to:
            raise ValueError(
                "SNOWDROP_MAIL_TO is missing: letters need a recipient, since SNOWDROP_SMTP_URL is set"
            )
        if self.secret_key and len(self.secret_key) < 32:
            raise ValueError("SNOWDROP_SECRET_KEY is too short: give at least 32 characters")
        return self


def settings_from(environ: Mapping[str, str] | None = None, **stronger: Any) -> Settings:
    """Reads the environment (the process's own by default); `stronger` values win over all.

    Raises BadSettingError. Environment names that are no setting are ignored. With a `data_dir` that is stronger, the
    settings file is the one that lies there.
    """
    env = os.environ if environ is None else environ
    if folder := stronger.get("data_dir"):
        env = {**env, f"{PREFIX}DATA_DIR": str(folder)}
    files, toml = _from_files(env), _from_toml(env)
    given = _from_env(env) | {name: value for name, value in stronger.items() if value is not None}
    try:
        return Settings(**files | toml | given)
    except ValidationError as error:
        written = {name: f"{PREFIX}{name.upper()}_FILE" for name in files}
        written |= {name: f"{name} in {settings_file(env)}" for name in toml}
        written |= {name: f"{PREFIX}{name.upper()}" for name in given}
        raise BadSettingError(_sentence(error, written)) from None  # its text could show a password


def misspelt(environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """Names in the environment that are no setting, and look like one → the one that may be meant."""
    env = os.environ if environ is None else environ
    names = [name.upper() for name in Settings.model_fields]
    known = {*names, *(f"{name}_FILE" for name in names), "CONFIG"}
    given = [name.removeprefix(PREFIX) for name in env if name.startswith(PREFIX)]
    found = {name: get_close_matches(name, known, 1, _ALIKE) for name in sorted({*given} - known)}
    return {PREFIX + name: PREFIX + meant[0] for name, meant in found.items() if meant}


def settings_file(environ: Mapping[str, str] | None = None) -> Path:
    """The TOML file that is named, or the one in the data folder; it need not be there."""
    env = os.environ if environ is None else environ
    named = env.get(PREFIX + "CONFIG")
    return Path(named or Path(env.get(PREFIX + "DATA_DIR") or _own_folder()) / FILE_NAME)


def _from_env(env: Mapping[str, str]) -> dict[str, Any]:
    found = {
        name: env[PREFIX + name.upper()] for name in Settings.model_fields if PREFIX + name.upper() in env
    }
    return {name: value for name, value in found.items() if value.strip()}  # compose writes "" for "not set"


def _from_toml(env: Mapping[str, str]) -> dict[str, Any]:
    """What stands in the file that is named, or in the data folder, where there need be none."""
    named, path = env.get(PREFIX + "CONFIG"), settings_file(env)
    where = f"{PREFIX}CONFIG: " if named else ""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))  # some editors put a mark before it
    except UnicodeDecodeError as error:
        raise BadSettingError(
            f"{where}{path} cannot be read as UTF-8: save it once more in that encoding"
        ) from error
    except OSError as error:
        if not named and isinstance(error, FileNotFoundError | NotADirectoryError):
            return {}
        raise BadSettingError(f"{where}{path} cannot be read: check the path and the rights") from error
    except tomllib.TOMLDecodeError as error:
        raise BadSettingError(f"{where}{path} is not TOML: {error}") from error
    values = {name.lower(): value for name, value in values.items()}
    for name in values:
        if name not in Settings.model_fields:
            raise BadSettingError(f"{path}: {name} is no setting: config/example.toml lists them all")
    for name in _PATHS & values.keys():
        if isinstance(value := values[name], str) and value:
            values[name] = str(path.absolute().parent / Path(value).expanduser())
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


_PATHS = frozenset({"data_dir", "shelf"})
"""In a file they are meant from its folder, wherever a command is called."""


def _from_files(env: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in Settings.model_fields:
        key = f"{PREFIX}{name.upper()}_FILE"
        if path := env.get(key):
            try:
                value = Path(path).read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError) as error:
                raise BadSettingError(
                    f"{key}: {path} cannot be read: check the path and the rights"
                ) from error
            if value:
                found[name] = value
    return found


def _sentence(error: ValidationError, written: Mapping[str, str]) -> str:
    """`written`: setting → how it is called where it stands."""
    first = error.errors(include_url=False, include_input=False)[0]
    what = plainly(first["msg"].removeprefix("Value error, ").removeprefix("Input "))
    return f"{written[str(first['loc'][0])]} {what}" if first["loc"] else what
