"""poll: one feed is asked whether it changed, and what changed is read.

Step 1 of 5: feed → event. Numbered order: 1 ask, 2 compare, 3 read what is new, 4 save, 5 ring `learn`.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import blake2b

import structlog
from sqlalchemy import Connection

from tasks.duty import Kind, Work
from tasks.wiring import House
from worker.core.change import Change, change_between
from worker.core.problem import Problem
from worker.errors import SnowdropError
from worker.inbox.catch import Fetched, Limits, UnavailableError
from worker.inbox.entry import Group, written
from worker.inbox.extent import extent_of
from worker.inbox.fetch import fetch
from worker.inbox.folder import sources_in
from worker.inbox.pace import next_poll_seconds
from worker.inbox.read import Raw, groups_in, raw_in
from worker.inbox.source import source_of
from worker.store import duties, events, feeds, users
from worker.store.duties import Claim
from worker.store.events import NewEvent
from worker.store.feeds import Feed, FeedState, Reading

log = structlog.get_logger()

DOUBTED_FOR = timedelta(hours=24)
"""A feed that suddenly shows less than half is believed after a day."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Catch:
    """What the feed gave: one body per calendar, and what the next visit should send along."""

    raws: tuple[Raw, ...]
    body_hash: str
    etag: str | None
    last_modified: str | None
    cache_seconds: int | None


def poll(house: House, claim: Claim) -> None:
    """Asks one feed; an unchanged one costs one conditional request and no reading."""
    with house.database.read() as conn:
        feed = feeds.get(conn, claim.user_id, claim.subject_id)
        address = (
            ""
            if feed.state is not FeedState.ACTIVE
            else feeds.address_of(conn, claim.user_id, house.vault, feed.id)
        )
    if not address:
        with house.database.write() as conn:
            duties.finish(conn, claim, house.now(), None)
        return
    try:
        caught = _asked(house, feed, address)
        if caught is None:
            _nothing_new(house, claim, feed)
        else:
            _read(house, claim, feed, caught)
    except SnowdropError as error:
        if isinstance(error, duties.Fenced):
            raise
        _unreadable(house, claim, feed, error)


def _asked(house: House, feed: Feed, address: str) -> Catch | None:
    """None where nothing has changed."""
    sources = sources_in(source_of(address))
    is_folder = len(sources) > 1 or sources[0].text != address
    limits = Limits(body_bytes=house.settings.max_feed_mib * 1024 * 1024)
    bodies: list[tuple[str, Fetched]] = []
    for source in sources:
        caught = fetch(
            source,
            client=house.open_client if feed.is_trusted else house.client,
            gate=house.gate,
            now=house.now(),
            limits=limits,
            etag=None if is_folder else feed.etag,
            last_modified=None if is_folder else feed.last_modified,
        )
        if not isinstance(caught, Fetched):
            return None
        bodies.append((source.label, caught))
    body_hash = blake2b(b"\0".join(body.body for _, body in bodies), digest_size=16).hexdigest()
    if body_hash == feed.body_hash:
        return None
    first = bodies[0][1]
    return Catch(
        raws=tuple(raw_in(body.body, label if is_folder else feed.label) for label, body in bodies),
        body_hash=body_hash,
        etag=None if is_folder else first.etag,
        last_modified=None if is_folder else first.last_modified,
        cache_seconds=first.cache_seconds,
    )


def _nothing_new(house: House, claim: Claim, feed: Feed) -> None:
    with house.database.write() as conn:
        feeds.mark_unchanged(conn, claim.user_id, feed.id, house.now())
        duties.finish(conn, claim, house.now(), house.now() + _pause(house))


def _pause(
    house: House, *, failures: int = 0, cache_seconds: int | None = None, retry_after: int | None = None
) -> timedelta:
    seconds = next_poll_seconds(
        failures=failures,
        cache_seconds=cache_seconds,
        retry_after_seconds=retry_after,
        usual_seconds=house.settings.poll_minutes * 60,
    )
    return timedelta(seconds=seconds)


def _read(house: House, claim: Claim, feed: Feed, caught: Catch) -> None:
    """Reads what is new, and saves it with the ring for `learn` in one transaction."""
    with house.database.read() as conn:
        known = events.fingerprints(conn, claim.user_id, feed.id)
        doubted_since = users.value_of(conn, claim.user_id, _doubt_key(feed))
    seen = {key: mark for raw, prefix in _prefixed(caught) for key, mark in _marks(raw, prefix)}
    change = change_between(
        {key: event.fingerprint for key, event in known.items()},
        frozenset(key for key, event in known.items() if not event.is_gone),
        seen,
        is_whole=all(raw.is_whole for raw in caught.raws),
        may_shrink=doubted_since is not None
        and house.now() - datetime.fromisoformat(doubted_since) >= DOUBTED_FOR,
    )
    problems: list[Problem] = [problem for raw in caught.raws for problem in raw.chunks.problems]
    fresh = [_new_event(group, seen[group.key]) for group in _groups(caught, change.to_read, problems)]
    with house.database.write() as conn:
        events.save_many(conn, claim.user_id, feed.id, fresh)
        events.mark_gone(conn, claim.user_id, feed.id, change.gone, house.now())
        _note_doubt(house, conn, claim, feed, change, doubted_since)
        feeds.mark_read(
            conn, claim.user_id, feed.id, _reading(feed, caught, change, problems, len(seen)), house.now()
        )
        duties.ring(conn, claim.user_id, Kind.LEARN, feed.id, house.now())
        duties.finish(
            conn, claim, house.now(), house.now() + _pause(house, cache_seconds=caught.cache_seconds)
        )
    log.info(
        "feed read",
        feed=feed.id,
        events=len(seen),
        read=len(fresh),
        gone=len(change.gone),
        problems=len(problems),
    )


def _prefixed(caught: Catch) -> Iterator[tuple[Raw, str]]:
    """Calendars of one folder may share UIDs: each has keys of its own."""
    for raw in caught.raws:
        yield raw, f"{raw.label}\x1f" if len(caught.raws) > 1 else ""


def _marks(raw: Raw, prefix: str) -> Iterator[tuple[str, str]]:
    return ((prefix + key, mark) for key, mark in raw.fingerprints().items())


def _groups(caught: Catch, wanted: Container[str], problems: list[Problem]) -> Iterator[Group]:
    for raw, prefix in _prefixed(caught):
        keys = frozenset(key for key in raw.groups if prefix + key in wanted)
        for group in groups_in(raw, problems, keys):
            cancelled = _as_cancelled(group) if raw.method == "CANCEL" else group
            yield replace(cancelled, key=prefix + group.key)


def _as_cancelled(group: Group) -> Group:
    return replace(group, entries=tuple(replace(entry, status="CANCELLED") for entry in group.entries))


def _new_event(group: Group, mark: str) -> NewEvent:
    extent = extent_of(group)
    return NewEvent(
        event_key=group.key,
        fingerprint=mark,
        body=written(group),
        last_ends_at=extent.last_ends_at,
        is_endless=extent.is_endless,
    )


def _reading(feed: Feed, caught: Catch, change: Change, problems: list[Problem], count: int) -> Reading:
    zone = next((raw.zone_name for raw in caught.raws if raw.zone_name), None)
    return Reading(
        etag=None if change.is_doubted else caught.etag,
        last_modified=None if change.is_doubted else caught.last_modified,
        body_hash=None if change.is_doubted else caught.body_hash,
        zone=zone,
        name=next((raw.name for raw in caught.raws if raw.name), ""),
        events=count,
        problem=_what_to_say(feed, change, problems),
    )


def _what_to_say(feed: Feed, change: Change, problems: list[Problem]) -> str | None:
    if change.is_doubted:
        less = f"{feed.label} suddenly shows less than half of its events"
        return f"{less}: nothing is forgotten; it is believed after a day"
    if not problems:
        return None
    first = problems[0]
    more = f", and {len(problems) - 1} more such places" if len(problems) > 1 else ""
    return f"{feed.label}, {first.where}: {first.what}; kept: {first.kept}{more}"


def _doubt_key(feed: Feed) -> str:
    return f"doubted:{feed.id}"


def _note_doubt(
    house: House, conn: Connection, claim: Claim, feed: Feed, change: Change, since: str | None
) -> None:
    if change.is_doubted:
        users.keep_value(conn, claim.user_id, _doubt_key(feed), since or house.now().isoformat())
    elif since is not None:
        users.keep_value(conn, claim.user_id, _doubt_key(feed), None)


def _unreadable(house: House, claim: Claim, feed: Feed, error: SnowdropError) -> None:
    """Keeps the last good state, says why, and backs off."""
    retry_after = error.retry_after_seconds if isinstance(error, UnavailableError) else None
    pause = _pause(house, failures=feed.failures + 1, retry_after=retry_after)
    with house.database.write() as conn:
        feeds.mark_failed(conn, claim.user_id, feed.id, str(error), house.now())
        duties.ring(conn, claim.user_id, Kind.SUGGEST, claim.user_id, house.now())
        duties.finish(conn, claim, house.now(), house.now() + pause)
    log.warning("feed unreadable", feed=feed.id, failures=feed.failures + 1)


POLL = Work(do=poll, lease_seconds=120)
