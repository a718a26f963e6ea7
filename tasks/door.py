"""The door joins the web part to the house: what it may ask, and what it rings for."""

import errno
import fcntl
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tasks.broker import SILENT, is_reachable
from tasks.cli_help import called
from tasks.duty import Kind, look_again
from tasks.feeding import typed_address
from tasks.holiday import days_off
from tasks.tends import TendedHouse
from tasks.wiring import UP_LOCK, House, UsageError, reachable, words_in
from worker.store import duties, feeds, nudges, tokens
from worker.store.tokens import TokenKind
from worker.web.app import app_of
from worker.web.parts import Parts

if TYPE_CHECKING:
    from starlette.applications import Starlette

_LATE = timedelta(seconds=120)
"""A duty that waits longer than this shows that the clock, the broker or the worker does not do its part."""
_SECRET_LASTS = timedelta(days=1)


def app_for(house: House) -> "Starlette":
    """The ASGI app of this house. Outside loopback, a one-time key for the page is written to standard error."""
    is_open = is_loopback(house.settings.host) and is_loopback(urlsplit(house.base_url).hostname or "")
    if not is_open:
        _show_key(house)
    return app_of(
        Parts(
            database=house.database,
            vault=house.vault,
            signer=house.signer,
            words=words_in,
            now=house.now,
            language=house.settings.language,
            user_id=house.user.id,
            base_url=house.base_url,
            port=house.settings.port,
            is_open=is_open,
            typed_address=typed_address,
            feed_changed=lambda conn, user_id, feed_id: duties.ring(
                conn, user_id, Kind.POLL, feed_id, house.now()
            ),
            look_again=lambda conn, user_id: look_again(house, conn, user_id),
            wake=house.ring_now,
            is_day_off=days_off(house.settings.country, house.zone),
            called=called(),
            tends=TendedHouse(house),
            problems=lambda: problems_of(house),
            gauges=(lambda: _gauges(house)) if house.settings.metrics else None,
        )
    )


def free_port(host: str, port: int) -> int:
    """The port, or a free one for 0. Raises UsageError where it is taken, or the host is none of this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, UnicodeError) as error:
            raise UsageError(_why_not(host, port, error)) from error
        return int(probe.getsockname()[1])


def _why_not(host: str, port: int, error: OSError | UnicodeError) -> str:
    if isinstance(error, socket.gaierror | UnicodeError) or error.errno == errno.EADDRNOTAVAIL:
        lets_in = "127.0.0.1 lets in this machine alone, 0.0.0.0 others, too"
        return f"SNOWDROP_HOST: {host} is no address of this machine: {lets_in}"
    why = (error.strerror or "unknown fault").lower()
    return f"SNOWDROP_PORT: {host}:{port} cannot be used ({why}): choose another port, or stop what uses it"


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _show_key(house: House) -> None:
    with house.database.write() as conn:
        key = tokens.make(
            conn, house.user.id, house.vault, TokenKind.LOGIN, house.now(), house.now() + _SECRET_LASTS
        )
    print(f"Open the page once, within a day, with this key: {key}", file=sys.stderr, flush=True)


def problems_of(house: House) -> list[str]:
    """Why the whole way does not work, one sentence each; empty when all is well."""
    found = []
    if trouble := house.database.trouble():
        return [trouble]
    url = house.settings.redis_url
    if url and not is_reachable(url):
        found.append(SILENT)
    with house.database.read() as conn:
        waiting = duties.longest_due_at(conn, house.now())
    if waiting is not None and house.now() - waiting > _LATE:
        found.append(f"Work waits since {waiting:%H:%M} UTC: check that the clock and the worker run")
    return found


def is_serving(host: str, port: int) -> bool:
    """Whether the web part answers within five seconds."""
    from http.client import HTTPConnection, HTTPException

    door = HTTPConnection(reachable(host), port, timeout=5)
    try:
        door.request("GET", "/healthz")
        return door.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        door.close()


def is_anybody_up(house: House) -> bool:
    """Whether anybody is there who reads; parts of their own count by the broker that they are told of."""
    knobs = house.settings
    return bool(knobs.redis_url or address_of_up(house.data_dir) or is_serving(knobs.host, knobs.port))


def address_of_up(data_dir: Path) -> str:
    """Where `up` shows its page, on whatever port it was told there; empty unless it is up on this folder."""
    with suppress(FileNotFoundError), (data_dir / UP_LOCK).open() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return lock.read().strip()
    return ""


def _gauges(house: House) -> Mapping[str, float]:
    user_id = house.user.id
    with house.database.read() as conn:
        known = feeds.all_feeds(conn, user_id)
        waiting: datetime | None = duties.longest_due_at(conn, house.now())
        return {
            "snowdrop_feeds": len(known),
            "snowdrop_feeds_unreadable": sum(feed.unreadable_since is not None for feed in known),
            "snowdrop_nudges_open": len(nudges.open_ones(conn, user_id)),
            "snowdrop_duties_parked": len(duties.parked(conn, user_id)),
            "snowdrop_oldest_due_seconds": max(0.0, (house.now() - waiting).total_seconds())
            if waiting
            else 0.0,
        }
