"""Wiring joins real parts, and is the one place that reads the clock.

Everything below gets `now`, zones, settings' values and open parts handed in. Parts are opened when first needed,
so that a command pays only for what it uses.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from config.settings import BadSettingError, Settings, settings_from, zone_names
from tasks.keyring import KEY_FILE, fits, kept_key, trouble_with_another
from worker.errors import PermanentError

if TYPE_CHECKING:
    import httpx2

    from worker.core.giving.catalogue import Catalogue
    from worker.core.words import Words
    from worker.inbox.fetching.client import Clients
    from worker.inbox.fetching.pace import HostGate
    from worker.inbox.fetching.source import Source
    from worker.store.database import Database
    from worker.store.secrets import Vault
    from worker.store.users import User
    from worker.web.signer import Signer


UP_LOCK = "up.lock"
"""Held by `up` while it runs, in the data folder; tells where its page is."""


class UsageError(PermanentError):
    """Wrong usage or settings: exit code 2."""


def now() -> datetime:
    """The present, aware, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def product_version() -> str:
    try:
        return version("snowdrop")
    except PackageNotFoundError:
        return "0"


@cache
def settings() -> Settings:
    """This process's settings, read once. Raises UsageError."""
    try:
        knobs = settings_from()
    except BadSettingError as error:
        raise UsageError(str(error)) from error
    if knobs.allow_private_addresses:
        _check_allowances(knobs.allow_private_addresses)
    return knobs


def _check_allowances(allowed: tuple[str, ...]) -> None:
    """At the start, and not when the first address is asked, an hour later. Raises UsageError."""
    from worker.inbox.fetching.guard import guard_of

    try:
        guard_of(allowed)
    except PermanentError as error:
        raise UsageError(str(error)) from error


def zone_called(name: str) -> ZoneInfo:
    """A zone by its IANA name. Raises UsageError for a name that is none."""
    if name not in zone_names():
        raise UsageError(f"{name!r} is no time zone: write it like Europe/Berlin")
    return ZoneInfo(name)


def own_zone(name: str = "") -> ZoneInfo:
    """The user's zone: the one in the settings, else the system's, else UTC."""
    if name:
        return zone_called(name)
    from pendulum.tz.local_timezone import get_local_timezone

    try:
        system = get_local_timezone().name
    except (RuntimeError, ValueError):
        return ZoneInfo("UTC")
    return ZoneInfo(system) if system in zone_names() else ZoneInfo("UTC")


def words_in(lang: str) -> "Words":
    """The sentences of one language. Raises UsageError for one that is not spoken here."""
    from config.words import LANGUAGES, words_of
    from worker.core.words import Words

    if lang not in LANGUAGES:
        raise UsageError(f"there are no words in {lang!r}: choose one of {', '.join(LANGUAGES)}")
    return Words(lang=lang, table=words_of(lang))


def catalogue_in(words: "Words") -> "Catalogue":
    """The gifts of config/gifts.toml. Raises UsageError where it cannot be read, or a gift has no words."""
    from config.gifts import gift_table
    from worker.core.giving.catalogue import catalogue_of, unsaid

    try:
        gifts = catalogue_of(gift_table())
    except (OSError, ValueError) as error:
        raise UsageError(f"config/gifts.toml cannot be read: {error}") from error
    if missing := unsaid(gifts, words):
        raise UsageError(
            f"config/words/{words.lang} lacks {missing[0]}: add it, or take its gift out of config/gifts.toml"
        )
    return gifts


def reachable(host: str) -> str:
    """Where a server that is bound to `host` answers on this machine: a wildcard is its loopback."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104  # compared, not bound


def url_at(host: str, port: int) -> str:
    """The address of a server on this machine; an IPv6 address stands in brackets (RFC 3986, 3.2.2)."""
    name = reachable(host)
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


DEMO_ME = frozenset(("mara.lindqvist@tidewerk.example.org", "mara@lindqvist.example.net"))
"""The addresses of whose life the demo is (`config/demo.toml`); nobody else can have them (RFC 2606)."""


class House:
    """All open parts of one process: settings, clock, database, keys, and the way to the broker."""

    def __init__(self, knobs: Settings, clock: Callable[[], datetime] = now) -> None:
        self.settings = knobs
        self.now = clock
        self.ring_now: Callable[[], None] = lambda: None
        """Called after a commit that made something due; the process with a broker puts its bell here."""

    @cached_property
    def database(self) -> "Database":
        from worker.store.database import Database

        return Database(self.database_url)

    @property
    def database_url(self) -> str:
        return self.settings.database_url or f"sqlite:///{self.data_dir / 'snowdrop.db'}"

    @cached_property
    def data_dir(self) -> Path:
        """Made on first use, for its owner only. Raises UsageError where that fails."""
        folder = self.settings.data_dir.expanduser().absolute()
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            why = (error.strerror or "unknown fault").lower()
            raise UsageError(
                f"SNOWDROP_DATA_DIR: {folder} cannot be made ({why}): choose a folder you may write to"
            ) from error
        if not os.access(folder, os.W_OK | os.X_OK):
            raise UsageError(
                f"SNOWDROP_DATA_DIR: {folder} may not be written to: choose another folder, or change its rights"
            )
        return folder

    @cached_property
    def key(self) -> bytes:
        """The secret key: the setting, else one made at the first start and kept beside the database (0600)."""
        if self.settings.secret_key:
            return self.settings.secret_key.encode()
        return kept_key(self.data_dir)

    @property
    def key_place(self) -> str:
        """Where the secret key stands, for a sentence."""
        return "SNOWDROP_SECRET_KEY" if self.settings.secret_key else str(self.data_dir / KEY_FILE)

    def has_own_key(self) -> bool:
        """Whether the key at hand is the one that the record was made with."""
        return fits(self.database, self.vault, self.user.id)

    @cached_property
    def vault(self) -> "Vault":
        from worker.store.secrets import Vault

        return Vault(self.key)

    @cached_property
    def signer(self) -> "Signer":
        from worker.web.signer import Signer

        return Signer(self.vault.hash_of("signer", "links").encode())

    @property
    def base_url(self) -> str:
        """How people reach the web part, without a slash at the end; with any free port, the one that `up` took."""
        lock = self.data_dir / UP_LOCK
        if not (self.settings.base_url or self.settings.port) and lock.exists():
            return lock.read_text().strip() or url_at(self.settings.host, 0)
        return self.settings.base_url or url_at(self.settings.host, self.settings.port)

    @cached_property
    def zone(self) -> ZoneInfo:
        return own_zone(self.settings.timezone)

    @cached_property
    def user(self) -> "User":
        """The one user, as the parts settled them: a command in another shell may know fewer settings."""
        from worker.store.users import all_users

        with self.database.read() as conn:
            known = all_users(conn)
        return known[0] if known else self.settle_user()

    def settle_user(self) -> "User":
        """The user with the language and the zone of these settings; for the parts, as they start."""
        from worker.store.users import ensure_user, user_with

        timezone, language = self.zone.key, self.settings.language
        with self.database.read() as conn:  # first: who only asks does not wait for a writer
            known = user_with(conn, timezone=timezone, language=language)
        if known is not None:
            return known
        with self.database.write() as conn:
            return ensure_user(conn, timezone=timezone, language=language, now=self.now())

    @cached_property
    def me(self) -> frozenset[str]:
        """The user's own addresses, where the settings say them: then none are inferred. In the demo they are Mara."""
        from worker.core.mailbox import mailbox_of

        said = frozenset(mailbox_of(address.strip().lower()) for address in self.settings.me)
        return said | DEMO_ME if said else said

    @cached_property
    def words(self) -> "Words":
        return words_in(self.settings.language)

    @cached_property
    def catalogue(self) -> "Catalogue":
        return catalogue_in(self.words)

    @cached_property
    def _clients(self) -> "Clients":
        from worker.inbox.fetching.client import Clients
        from worker.inbox.fetching.guard import guard_of

        return Clients(guard_of(self.settings.allow_private_addresses), version=product_version())

    def client_for(self, source: "Source", *, is_trusted: bool) -> "httpx2.Client":
        """For one source; `is_trusted`: the owner of the machine gave it on the command line."""
        return self._clients.of(source, is_trusted=is_trusted)

    @cached_property
    def gate(self) -> "HostGate":
        from worker.inbox.fetching.pace import HostGate

        return HostGate()

    def today(self) -> datetime:
        """The present on the user's clock."""
        return self.now().astimezone(self.zone)

    def migrate(self) -> None:
        """Brings the database up to this version's shape, with its user; before any transaction is open.

        Raises KeyTroubleError where the record was made with another secret key.
        """
        from worker.store.migrate import keep_current

        keep_current(self.database, self.database_url)
        if not self.has_own_key():
            raise trouble_with_another(self.key_place)

    def close(self) -> None:
        """Closes what was opened."""
        opened = vars(self)
        if "_clients" in opened:
            self._clients.close()
        if "database" in opened:
            self.database.close()


@contextmanager
def house() -> Iterator[House]:
    """The house of this process, with the database in shape."""
    open_house = House(settings())
    try:
        open_house.migrate()
        yield open_house
    finally:
        open_house.close()
