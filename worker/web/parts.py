"""Parts are what the door is made of: everything that the wiring puts in, as one value."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy import Connection

from worker.core.words import Words
from worker.core.work_day import IsDayOff, never
from worker.store.database import Database
from worker.store.feeds import FeedKind
from worker.store.secrets import Vault
from worker.web.signer import Signer
from worker.web.tends import Tends


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """What the wiring gives to `app_of`. The callables are called from several threads at once."""

    database: Database
    vault: Vault = field(repr=False)
    signer: Signer = field(repr=False)
    words: Callable[[str], Words]
    """From a language to its words."""
    now: Callable[[], datetime]
    """Aware, UTC."""
    language: str
    """Of pages that are nobody's: the entrance, and what is not found."""
    user_id: int
    """Whose garden stands behind "/"; a session names its own user."""
    base_url: str
    """Where people reach this door, without a slash at the end; may have a path."""
    port: int
    """Where it listens: a loopback Host has to name it."""
    is_open: bool
    """No login is asked: true only if it is bound to the loopback and `base_url` is loopback, too."""
    typed_address: Callable[[str], tuple[str, str, FeedKind]]
    """A calendar as it was typed → its address as it is kept, its label, its kind. Raises PermanentError."""
    feed_changed: Callable[[Connection, int, int], None]
    """(connection, user, feed): rings what is due after; within the transaction that changed the feed."""
    look_again: Callable[[Connection, int], None]
    """(connection, user): rings what is due after an answer, its undoing, the end of a rest, or a change of what the
    user has to give; within its transaction."""
    wake: Callable[[], None]
    """Called after the commit of such a change: something is due now."""
    problems: Callable[[], Sequence[str]]
    """Why it is not ready, one sentence each, without secrets; empty when all is well."""
    is_day_off: IsDayOff = never
    """Holidays of the house's country: what is put off comes back on none."""
    called: str = "snowdrop"
    """What is typed to come to the commands."""
    tends: Tends | None = None
    """What tends the people; None where only the store is there."""
    gauges: Callable[[], Mapping[str, float]] | None = None
    """Name to value for /metrics; None while metrics are off."""

    @contextmanager
    def hearing(self, user_id: int) -> Iterator[Connection]:
        """One transaction for what the user says: when it is kept, everybody is looked at again, and at once."""
        with self.database.write() as conn:
            yield conn
            self.look_again(conn, user_id)
        self.wake()

    def tends_for(self, user_id: int) -> Tends | None:
        """Commands know the house's own user alone, and so does what the pages let do as they do."""
        return self.tends if user_id == self.user_id else None

    @property
    def hosts(self) -> frozenset[str]:
        """The Host headers that are answered: loopback names with the own port, and that of `base_url`."""
        own = {f"{name}:{self.port}" for name in LOOPBACK}
        bare = set(LOOPBACK) if self.port == _HTTP_PORT else set()
        return frozenset(own | bare | {urlsplit(self.base_url).netloc.lower()})

    @property
    def is_secure(self) -> bool:
        return self.base_url.startswith("https://")


LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_HTTP_PORT = 80
