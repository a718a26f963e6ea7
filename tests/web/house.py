"""A house with a door: a real store with two users, and everything the wiring would give."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, insert
from starlette.testclient import TestClient

from config.words import words_of
from tasks.feeding import typed_address
from tests.outbox.examples import ADA, LINUS, ZOE
from tests.prepared import prepare
from tests.web.client import at_the_door
from worker.core.nudge import Nudge
from worker.core.words import Words
from worker.store import feeds, nudges, people, tokens, users
from worker.store.database import Database
from worker.store.secrets import Vault
from worker.store.tables.users import users as users_table
from worker.web import session
from worker.web.app import app_of
from worker.web.links import Claim, token_of
from worker.web.parts import Parts
from worker.web.signer import Signer

PORT = 8321 + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])
"""One for each process that tests at the same time."""
HERE = f"http://localhost:{PORT}"
ME, OTHER = 1, 2
THEIRS = replace(ADA, id="ffee00", person="grace@example.com", name="Grace Planted", headline="Grace Planted")


@dataclass
class House:
    """The door's parts, and what it told the wiring."""

    database: Database
    now: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    vault: Vault = field(default_factory=lambda: Vault(b"v" * 32))
    signer: Signer = field(default_factory=lambda: Signer(b"s" * 32))
    problems: Sequence[str] = ()
    gauges: Mapping[str, float] | None = None
    rung: list[tuple[object, ...]] = field(default_factory=list)
    base_url: str = HERE
    is_open: bool = True

    def parts(self) -> Parts:
        return Parts(
            database=self.database,
            vault=self.vault,
            signer=self.signer,
            words=lambda language: Words(lang=language, table=words_of(language)),
            now=lambda: self.now,
            language="en",
            user_id=ME,
            base_url=self.base_url,
            port=PORT,
            is_open=self.is_open,
            typed_address=typed_address,
            feed_changed=lambda _, user_id, feed_id: self.rung.append(("feed", user_id, feed_id)),
            look_again=lambda _, user_id: self.rung.append(("look again", user_id)),
            wake=lambda: self.rung.append(("wake",)),
            problems=lambda: self.problems,
            gauges=None if self.gauges is None else lambda: dict(self.gauges or {}),
        )

    def client(self, **options: object) -> TestClient:
        app, near = app_of(self.parts()), ("127.0.0.1", 50_000)
        return at_the_door(TestClient(app, base_url=self.base_url, client=near, **options))  # type: ignore[arg-type]

    def calendar_token(self, user_id: int = ME) -> str:
        with self.database.write() as conn:
            return tokens.subscription_of(conn, user_id, self.vault, self.now)

    def key(self, user_id: int = ME) -> str:
        """A key as the log would show it."""
        with self.database.write() as conn:
            kind, soon = tokens.TokenKind.LOGIN, self.now + timedelta(days=1)
            return tokens.make(conn, user_id, self.vault, kind, self.now, soon)

    def form_token(self, user_id: int) -> str:
        return session.form_token(self.parts(), user_id)

    def link(self, answer: str, nudge: Nudge = ADA, user_id: int = ME) -> str:
        return f"/a/{token_of(self.signer, Claim(user_id=user_id, nudge_id=nudge.id, answer=answer))}"

    def nudge(self, nudge: Nudge = ADA, user_id: int = ME) -> nudges.StoredNudge:
        with self.database.read() as conn:
            return nudges.get(conn, user_id, nudge.id)

    def everything(self) -> str:
        """All that is stored, to see whether anything changed."""
        with self.database.engine.connect() as conn:
            return "\n".join(conn.connection.driver_connection.iterdump())  # type: ignore[union-attr]


def build(folder: Path) -> House:
    """Two users; the first with three nudges and two calendars, the second with one of each."""
    house = House(database=Database(f"sqlite:///{prepare(folder) / 'snowdrop.db'}"))
    with house.database.write() as conn:
        users.ensure_user(conn, timezone="Europe/Berlin", language="en", now=house.now)
        made = {"timezone": "Europe/Paris", "language": "fr", "created_at": house.now}
        conn.execute(insert(users_table).values(**made))
        plant(conn, ME, (ADA, ZOE, replace(LINUS, on=LINUS.on + timedelta(days=9))), house.now)
        plant(conn, OTHER, (THEIRS,), house.now)
        _feed(conn, house, ME, "https://calendar.example.org/private-abc/work.ics", "calendar.example.org")
        broken = _feed(conn, house, ME, "https://old.example.com/x.ics", "old.example.com")
        _feed(conn, house, OTHER, "https://planted.example.net/x.ics", "planted.example.net")
        feeds.mark_failed(
            conn, ME, broken, "The calendar old.example.com answered 404; add it again", house.now
        )
    return house


def plant(conn: Connection, user_id: int, made: Sequence[Nudge], now: datetime) -> None:
    """Nudges, and the people they are about."""
    named = [people.Named(address=nudge.person, name=nudge.name) for nudge in made]
    ids = people.ensure_people(conn, user_id, named)
    nudges.add_new(
        conn, user_id, [nudges.NewNudge(nudge=nudge, person_id=ids[nudge.person]) for nudge in made], now
    )


def _feed(conn: Connection, house: House, user_id: int, address: str, label: str) -> int:
    kind = feeds.FeedKind.HTTP
    return feeds.add(conn, user_id, house.vault, address=address, label=label, kind=kind).id


def form_token_in(client: TestClient) -> str:
    """The token that every form of the page carries."""
    found = re.search(r'name="token" value="([^"]+)"', client.get("/").text)
    assert found is not None
    return found[1]


def post(client: TestClient, act: str, **fields: object) -> int:
    """Sends a form of the garden; the status."""
    return client.post(f"/{act}", data={"token": form_token_in(client), **fields}).status_code
