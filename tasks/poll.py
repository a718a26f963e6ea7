"""poll: one feed is asked whether it changed, and what changed is read.

Step 1 of 5: feed → event. Numbered order: 1 ask, 2 compare, 3 read what is new, 4 save, 5 ring `learn`.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog
from sqlalchemy import Connection

from tasks import doubt
from tasks.collect import collect
from tasks.duty import Kind, Work
from tasks.wiring import House
from worker.core.change import Change, change_between
from worker.core.problem import Problem
from worker.core.sieve import Sieve, mark_of_event
from worker.errors import SnowdropError
from worker.inbox.fetching.catch import Limits, NotModified, UnavailableError
from worker.inbox.fetching.pace import next_poll_seconds
from worker.inbox.fetching.sheet import ONLY, Catch, Known, key_prefix, sheet_of
from worker.inbox.fetching.source import source_of
from worker.inbox.fetching.visit import visit
from worker.inbox.reading.entry import Group, written
from worker.inbox.reading.extent import extent_of
from worker.inbox.reading.read import NotACalendarError, Raw, groups_in, raw_in
from worker.inbox.reading.sieved import sieved, sieved_catch, sieved_raw
from worker.store import duties, events, feeds, forgotten, sheets
from worker.store.duties import Claim
from worker.store.events import Known as KnownEvents
from worker.store.events import NewEvent
from worker.store.feeds import Feed, FeedKind, FeedState, Reading

log = structlog.get_logger()

SOON = timedelta(seconds=10)
"""After a visit that time or size ended: the rest of a large collection is not kept waiting for an hour."""


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """What a visit brought, split but not read."""

    raws: Mapping[str, Raw]
    """Sheet name → sheet, of all that are new or changed."""
    kept: frozenset[str]
    """Sheets of which all that is known stays: unchanged, or not readable, or broken off."""
    caught: Catch
    """Without its sheets: their bytes are not needed any more."""
    problems: tuple[Problem, ...]


def poll(house: House, claim: Claim) -> None:
    """Asks one feed; an unchanged one costs one conditional request and no reading."""
    with house.database.read() as conn:
        feed = feeds.get(conn, claim.user_id, claim.subject_id)
        is_active = feed.state is FeedState.ACTIVE
        address = feeds.address_of(conn, claim.user_id, house.vault, feed.id) if is_active else ""
        marks = sheets.marks(conn, claim.user_id, feed.id)
    if not is_active:
        with house.database.write() as conn:
            duties.finish(conn, claim, house.now(), None)
        return
    try:
        is_shelf = feed.kind is FeedKind.SHELF
        news = collect(house, feed, address) if is_shelf else _asked(house, feed, address, marks)
        if isinstance(news, NotModified):
            _nothing_new(house, claim, feed, news)
        else:
            _read(house, claim, feed, news)
    except SnowdropError as error:
        if isinstance(error, duties.Fenced):
            raise
        _unreadable(house, claim, feed, error)


def _asked(house: House, feed: Feed, address: str, marks: Mapping[str, str]) -> News | NotModified:
    """What is new since the last visit."""
    caught = visit(
        source := source_of(address),
        known=Known(etag=feed.etag, last_modified=feed.last_modified, body_hash=feed.body_hash, marks=marks),
        client=house.client_for(source, is_trusted=feed.is_trusted),
        gate=house.gate,
        now=house.now(),
        limits=Limits(body_bytes=house.settings.max_feed_mib * 1024 * 1024),
    )
    return caught if isinstance(caught, NotModified) else _split(feed, caught)


def _split(feed: Feed, caught: Catch) -> News:
    """Each sheet is split by itself. One that is no calendar costs only itself, as long as there are others."""
    raws: dict[str, Raw] = {}
    errors: dict[str, NotACalendarError] = {}
    for sheet in caught.fresh:
        try:
            raws[sheet.name] = raw_in(sheet.body, sheet.label or feed.label)
        except NotACalendarError as error:
            errors[sheet.name] = error
    if errors and not raws and not caught.kept:
        raise next(iter(errors.values()))
    cut = {name for name, raw in raws.items() if not raw.is_whole} - {ONLY}
    labels = {sheet.name: sheet.label for sheet in caught.fresh}
    unread = [
        Problem(where=labels[name], what=str(error), kept="the other calendars there")
        for name, error in errors.items()
    ]
    return News(
        raws=raws,
        kept=caught.kept | errors.keys() | cut,
        caught=replace(caught, fresh=()),
        problems=(*caught.problems, *unread),
    )


def _nothing_new(house: House, claim: Claim, feed: Feed, same: NotModified) -> None:
    """A new mark is kept, or each visit from now on would fetch the whole body."""
    with house.database.write() as conn:
        feeds.mark_unchanged(conn, claim.user_id, feed.id, house.now())
        if (same.etag, same.last_modified) != (feed.etag, feed.last_modified):
            feeds.keep_marks(conn, claim.user_id, feed.id, etag=same.etag, last_modified=same.last_modified)
        duties.finish(conn, claim, house.now(), house.now() + _pause(house, cache_seconds=same.cache_seconds))


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


def _read(house: House, claim: Claim, feed: Feed, news: News) -> None:
    """Reads what is new, and saves it with the ring for `learn` in one transaction."""
    with house.database.read() as conn:
        known = events.known(conn, claim.user_id, feed.id)
        doubted_since = doubt.since(conn, claim.user_id, feed.id)
        sieve = forgotten.sieve_of(conn, claim.user_id, house.vault)
    news = _without(news, sieve) if sieve else news
    seen = _seen(news, known)
    change = change_between(
        known.fingerprints,
        known.fingerprints.keys() - known.gone,
        seen,
        is_whole=ONLY not in news.raws or news.raws[ONLY].is_whole,
        may_shrink=doubt.is_over(doubted_since, house.now()),
    )
    groups = list(_groups(news, change.to_read))
    fresh = _fresh(groups, seen, feed, sieve)
    with house.database.write() as conn:
        sieve_now = forgotten.sieve_of(conn, claim.user_id, house.vault)
        if sieve_now.hashes != sieve.hashes:  # somebody was forgotten while this was read
            fresh = _fresh(groups, seen, feed, sieve_now)
        problems = _problems(news, sieve_now)
        events.save_many(conn, claim.user_id, feed.id, fresh)
        events.mark_gone(conn, claim.user_id, feed.id, change.gone, house.now())
        doubtful_at = (doubted_since or house.now()) if change.is_doubted else None
        doubt.note(conn, claim.user_id, feed.id, doubtful_at)
        if not change.is_doubted:
            _note_sheets(conn, claim, feed, news)
        reading = _reading(feed, news, change, problems, len(seen))
        reading = replace(reading, problem=reading.problem and sieve_now.without(reading.problem))
        feeds.mark_read(conn, claim.user_id, feed.id, reading, house.now())
        duties.ring(conn, claim.user_id, Kind.LEARN, feed.id, house.now())
        duties.finish(conn, claim, house.now(), house.now() + _pause_after(house, news, change))
    gone = len(change.gone)
    log.info("feed read", feed=feed.id, events=len(seen), read=len(fresh), gone=gone, problems=len(problems))


def _seen(news: News, known: KnownEvents) -> dict[str, str]:
    """Event key → fingerprint of all that stands in the feed now, whether or not it was sent again."""
    seen = {}
    if news.kept:
        seen = {
            key: mark
            for key, mark in known.fingerprints.items()
            if key not in known.gone and sheet_of(key) in news.kept
        }
    for name, raw in news.raws.items():
        prefix = key_prefix(name)
        marks = raw.fingerprints()
        seen |= {prefix + key: mark for key, mark in marks.items()} if prefix else marks
        cut_key = prefix + (raw.cut_key or "")
        if raw.cut_key and cut_key in known.fingerprints:  # what is shown of it is less than what is known
            seen[cut_key] = known.fingerprints[cut_key]
    return seen


def _groups(news: News, wanted: Container[str]) -> Iterator[Group]:
    for name, raw in news.raws.items():
        prefix = key_prefix(name)
        keys = frozenset(key for key in raw.groups if prefix + key in wanted)
        for group in groups_in(raw, keys):
            cancelled = _as_cancelled(group) if raw.method == "CANCEL" else group
            yield replace(cancelled, key=prefix + group.key)


def _without(news: News, sieve: Sieve) -> News:
    """No sheet and no event is called after somebody forgotten."""
    raws = {sieve.key_of(name): sieved_raw(raw, sieve) for name, raw in news.raws.items()}
    kept = frozenset(map(sieve.key_of, news.kept))
    return replace(news, raws=raws, kept=kept, caught=sieved_catch(news.caught, sieve))


def _fresh(groups: Iterable[Group], seen: Mapping[str, str], feed: Feed, sieve: Sieve) -> list[NewEvent]:
    """What is to be kept: without those whom the user asked to forget."""
    fresh = []
    for group in groups:
        is_named = sieve.has(mark_of_event(feed.id, sieve.key_of(group.key)))
        fresh.append(_new_event(sieved(group, sieve, is_named=is_named), seen[group.key]))
    return fresh


def _problems(news: News, sieve: Sieve) -> list[Problem]:
    """All of them, each with the name of its sheet where there are several, and without the forgotten."""
    problems = list(news.problems)
    for name, raw in news.raws.items():
        for each in raw.losses.problems:
            where = f"{raw.label}, {each.where}" if name else each.where
            problems.append(replace(each, where=where, event=sieve.without(each.event, is_about_them=True)))
    return problems


def _note_sheets(conn: Connection, claim: Claim, feed: Feed, news: News) -> None:
    """What was read need not be read again; what has vanished is forgotten."""
    before = sheets.marks(conn, claim.user_id, feed.id)
    sheets.forget(conn, claim.user_id, feed.id, before.keys() - news.kept - news.raws.keys())
    sheets.keep(conn, claim.user_id, feed.id, news.caught.marks)


def _pause_after(house: House, news: News, change: Change) -> timedelta:
    may_go_on = not news.caught.is_complete and not change.is_doubted
    return SOON if may_go_on else _pause(house, cache_seconds=news.caught.cache_seconds)


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


def _reading(feed: Feed, news: News, change: Change, problems: list[Problem], count: int) -> Reading:
    """Zone and name as they are said now; as before, where only some of the sheets were read."""
    caught, raws = news.caught, news.raws.values()
    zone, name = (feed.zone, feed.name) if news.kept else (None, "")
    return Reading(
        etag=None if change.is_doubted else caught.etag,
        last_modified=None if change.is_doubted else caught.last_modified,
        body_hash=None if change.is_doubted else caught.body_hash,
        zone=caught.zone or next((raw.zone_name for raw in raws if raw.zone_name), zone),
        name=caught.name or next((raw.name for raw in raws if raw.name), name),
        events=count,
        problem=_what_to_say(feed, change, problems),
    )


def _what_to_say(feed: Feed, change: Change, problems: list[Problem]) -> str | None:
    if change.is_doubted:
        less = f"{feed.label} suddenly lacks half of its events or more"
        return f"{less}: nothing is forgotten; it is believed after a day"
    if not problems:
        return None
    more = f", and {len(problems) - 1} more such places" if len(problems) > 1 else ""
    return f"{feed.label}, {problems[0].sentence}{more}"


def _unreadable(house: House, claim: Claim, feed: Feed, error: SnowdropError) -> None:
    """Keeps the last good state, says why, and backs off."""
    retry_after = error.retry_after_seconds if isinstance(error, UnavailableError) else None
    pause = _pause(house, failures=feed.failures + 1, retry_after=retry_after)
    with house.database.write() as conn:
        problem = forgotten.sieve_of(conn, claim.user_id, house.vault).without(str(error))
        feeds.mark_failed(conn, claim.user_id, feed.id, problem, house.now())
        duties.ring(conn, claim.user_id, Kind.SUGGEST, claim.user_id, house.now())
        duties.finish(conn, claim, house.now(), house.now() + pause)
    log.warning("feed unreadable", feed=feed.id, failures=feed.failures + 1)


POLL = Work(do=poll, lease_seconds=120)
