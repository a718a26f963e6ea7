"""poll: one feed is asked whether it changed, and what changed is read.

Step 1 of 5: feed → event. Numbered order: 1 ask, 2 compare, 3 read what is new, 4 save, 5 ring `learn`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import chain

import structlog
from sqlalchemy import Connection

from tasks import doubt
from tasks.collect import collect
from tasks.demo_folder import end_demo
from tasks.duty import Kind, Work
from tasks.news import BySheet, News, Read, news_in
from tasks.unknown_zones import zones_still_unknown
from tasks.wiring import House
from worker.core.change import Change
from worker.core.problem import Problem
from worker.core.sentence import Sentence, changed
from worker.core.sieve import Sieve, mark_of_event
from worker.errors import SnowdropError
from worker.inbox.fetching.catch import Limits, NotModified, UnavailableError
from worker.inbox.fetching.pace import next_poll_seconds
from worker.inbox.fetching.sheet import ONLY, Known
from worker.inbox.fetching.source import source_of
from worker.inbox.fetching.visit import visit
from worker.inbox.reading.entry import written
from worker.inbox.reading.extent import extent_of
from worker.inbox.reading.ledger import Groups
from worker.inbox.reading.sieved import sieved
from worker.store import duties, events, feeds, forgotten, sheets
from worker.store.duties import Claim
from worker.store.events import NewEvent
from worker.store.feeds import Feed, FeedKind, FeedState, Reading
from worker.store.sheets import Loss

log = structlog.get_logger()

_COMPARED_AT_ONCE = 20_000
"""Events, without their bodies: a quarter of a kilobyte each."""
_SPLIT_BYTES_PER_SECOND = 1_000_000
"""A tenth of what a desktop does."""
SOON = timedelta(seconds=10)
"""After a visit that time or size ended: the rest of a large collection is not kept waiting for an hour."""


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
        news = collect(house, feed, address) if is_shelf else _asked(house, claim, feed, address, marks)
        if isinstance(news, NotModified):
            _nothing_new(house, claim, feed, news)
        else:
            if feed.read_at is None and feed.is_calendar and not feed.is_demo:
                end_demo(house, claim.user_id)
            _read(house, claim, feed, news)
    except SnowdropError as error:
        if isinstance(error, duties.Fenced):
            raise
        _unreadable(house, claim, feed, error)


def _asked(
    house: House, claim: Claim, feed: Feed, address: str, marks: Mapping[str, str]
) -> News | NotModified:
    """What is new since the last visit."""
    caught = visit(
        source := source_of(address),
        known=Known(etag=feed.etag, last_modified=feed.last_modified, body_hash=feed.body_hash, marks=marks),
        client=house.client_for(source, is_trusted=feed.is_trusted),
        gate=house.gate,
        now=house.now(),
        limits=Limits(body_bytes=house.settings.max_feed_mib * 1024 * 1024, scratch=house.data_dir),
    )
    if isinstance(caught, NotModified):
        return caught
    _take_time(house, claim, sum(sheet.body.size_bytes for sheet in caught.fresh))
    with house.database.read() as conn:
        sieve = forgotten.sieve_of(conn, claim.user_id, house.vault)
        known = events.known(conn, claim.user_id, feed.id, limit=_COMPARED_AT_ONCE)
    return news_in(caught, feed.label, house.data_dir, sieve, known)


def _take_time(house: House, claim: Claim, size_bytes: int) -> None:
    """Splitting a body is one step, and half a gigabyte takes minutes on a small machine."""
    seconds = size_bytes / _SPLIT_BYTES_PER_SECOND
    if seconds > POLL.lease_seconds / 2:
        with house.database.write() as conn:
            duties.prolong(conn, claim, house.now(), POLL.lease_seconds + seconds)


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
    """Reads what is new, and saves it some at a time: the last some with all else, and the ring for `learn`.

    An attempt that is killed on the way loses nothing: what it saved is unchanged for the next one.
    """
    change = _change(house, claim, feed, news)
    page, saved = _save_all_but_last_page(house, claim, feed, news)
    some = list(news.read(page))
    shown = change.unchanged + change.kept + saved + len(some)
    by_sheet = news.problems_by_sheet()
    problems = [*news.caught.problems, *chain.from_iterable(by_sheet.values())]
    with house.database.write() as conn:
        sieve = forgotten.sieve_of(conn, claim.user_id, house.vault)
        _save(conn, claim, feed, some, sieve)
        is_doubted = _is_doubted(house, conn, claim, is_doubtful=change.is_doubtful(shown))
        if not is_doubted:
            went = change.gone if news.is_whole else ()
            events.mark_gone(conn, claim.user_id, feed.id, went, house.now())
            _note_sheets(conn, claim, news, by_sheet, sieve)
        before = sheets.losses(conn, claim.user_id, feed.id, news.kept - by_sheet.keys())
        problems += zones_still_unknown(conn, claim, news)
        reading = replace(
            _reading(feed, news, shown, is_doubted=is_doubted),
            problem=_what_to_say(feed, problems, before, sieve, is_doubted=is_doubted),
        )
        feeds.mark_read(conn, claim.user_id, feed.id, reading, house.now())
        duties.ring(conn, claim.user_id, Kind.LEARN, feed.id, house.now())
        pause = _pause_after(house, news, is_doubted=is_doubted)
        duties.finish(conn, claim, house.now(), house.now() + pause)
    gone = 0 if is_doubted else len(change.gone)
    log.info(
        "feed read", feed=feed.id, events=shown, read=saved + len(some), gone=gone, problems=len(problems)
    )


def _save_all_but_last_page(house: House, claim: Claim, feed: Feed, news: News) -> tuple[Groups, int]:
    """Gives the last page, and how many events could be read on the others."""
    saved, pages = 0, news.ledger.pages()
    page = next(pages, {})
    for following in pages:
        some = list(news.read(page))
        with house.database.write() as conn:
            _save(conn, claim, feed, some, forgotten.sieve_of(conn, claim.user_id, house.vault))
            duties.prolong(conn, claim, house.now(), POLL.lease_seconds)
        page, saved = following, saved + len(some)
    return page, saved


def _change(house: House, claim: Claim, feed: Feed, news: News) -> Change:
    """Compares all that is known with what is shown; what says the same is not read."""
    change, some = Change(), news.known
    while True:
        news.leave_out_unchanged(some, change)
        if len(some) < _COMPARED_AT_ONCE:
            return change
        with house.database.write() as conn:
            duties.prolong(conn, claim, house.now(), POLL.lease_seconds)
        with house.database.read() as conn:
            some = events.known(conn, claim.user_id, feed.id, after=some[-1].key, limit=_COMPARED_AT_ONCE)


def _save(conn: Connection, claim: Claim, feed: Feed, some: Iterable[Read], sieve: Sieve) -> None:
    """Without those whom the user asked to forget: until now, or while this was read."""
    events.save_many(conn, claim.user_id, feed.id, [_new_event(feed, each, sieve) for each in some])


def _new_event(feed: Feed, read: Read, sieve: Sieve) -> NewEvent:
    group = read.group
    is_named = sieve.has(mark_of_event(feed.id, sieve.key_of(group.key)))
    kept, extent = sieved(group, sieve, is_named=is_named), extent_of(group)
    return NewEvent(
        event_key=kept.key,
        fingerprint=read.fingerprint,
        imprint=read.imprint,
        body=written(kept),
        last_ends_at=extent.last_ends_at,
        is_endless=extent.is_endless,
    )


def _is_doubted(house: House, conn: Connection, claim: Claim, *, is_doubtful: bool) -> bool:
    """Whether what the feed shows is not believed yet; since when, is kept."""
    since = doubt.since(conn, claim.user_id, claim.subject_id)
    is_doubted = is_doubtful and not doubt.is_over(since, house.now())
    doubt.note(conn, claim.user_id, claim.subject_id, (since or house.now()) if is_doubted else None)
    return is_doubted


def _note_sheets(conn: Connection, claim: Claim, news: News, problems: BySheet, sieve: Sieve) -> None:
    """What was read need not be read again, and what of it was lost is known; what has vanished is forgotten."""
    before = sheets.marks(conn, claim.user_id, claim.subject_id)
    sheets.forget(conn, claim.user_id, claim.subject_id, before.keys() - news.kept - news.raws.keys())
    lost = {name: Loss(len(some), _shown(some[0], sieve)) for name, some in problems.items() if some}
    sheets.keep(conn, claim.user_id, claim.subject_id, news.caught.marks, lost)


def _pause_after(house: House, news: News, *, is_doubted: bool) -> timedelta:
    may_go_on = not news.caught.is_complete and not is_doubted
    return SOON if may_go_on else _pause(house, cache_seconds=news.caught.cache_seconds)


def _reading(feed: Feed, news: News, count: int, *, is_doubted: bool) -> Reading:
    """Zone and name as they are said now; the name as before, where only some of the sheets were read.

    Of many sheets each has its own zone, which its events know.
    """
    caught, whole = news.caught, news.raws.get(ONLY)
    return Reading(
        etag=None if is_doubted else caught.etag,
        last_modified=None if is_doubted else caught.last_modified,
        body_hash=None if is_doubted else caught.body_hash,
        zone=caught.zone or (whole.zone_name if whole else None),
        name=caught.name or _name_of_all(feed, news),
        events=count,
    )


def _name_of_all(feed: Feed, news: News) -> str:
    """What the calendars of a feed are called; "" where they differ, as in a folder of work's and the family's."""
    names = {raw.name for raw in news.raws.values() if raw.name} | ({feed.name} if news.kept else set())
    return names.pop() if len(names) == 1 else ""


def _what_to_say(
    feed: Feed, problems: Sequence[Problem], before: Sequence[Loss], sieve: Sieve, *, is_doubted: bool
) -> str | None:
    """What the user should know although the feed could be read; of nobody forgotten.

    `before`: what was lost of the sheets that are as they were.
    """
    if is_doubted:
        doubted = Sentence(
            "{feed} suddenly lacks half of its events or more: nothing is forgotten; it is believed after a day",
            feed=feed.label,
        )
        return changed(doubted, sieve.without)
    if not problems and not before:
        return None
    first = _shown(problems[0], sieve) if problems else before[0].first
    loss = Sentence("{feed}, {loss}", feed=feed.label, loss=first)
    places = len(problems) + sum(each.number for each in before)
    return changed(_with_others(loss, places - 1), sieve.without)


def _shown(problem: Problem, sieve: Sieve) -> str:
    """In one sentence; of nobody forgotten."""
    event = changed(problem.event, partial(sieve.without, is_about_them=True))
    return changed(replace(problem, event=event).sentence, sieve.without)


def _with_others(loss: Sentence, others: int) -> Sentence:
    match others:
        case 0:
            return loss
        case 1:
            return Sentence("{loss}; `snowdrop events SOURCE` names one more such place", loss=loss)
    return Sentence("{loss}; `snowdrop events SOURCE` names {n} more such places", loss=loss, n=others)


def _unreadable(house: House, claim: Claim, feed: Feed, error: SnowdropError) -> None:
    """Keeps the last good state, says why, and backs off."""
    retry_after = error.retry_after_seconds if isinstance(error, UnavailableError) else None
    pause = _pause(house, failures=feed.failures + 1, retry_after=retry_after)
    with house.database.write() as conn:
        sieve = forgotten.sieve_of(conn, claim.user_id, house.vault)
        problem = changed(error.sentence, sieve.without)
        feeds.mark_failed(conn, claim.user_id, feed.id, problem, house.now())
        duties.ring(conn, claim.user_id, Kind.SUGGEST, claim.user_id, house.now())
        duties.finish(conn, claim, house.now(), house.now() + pause)
    log.warning("feed unreadable", feed=feed.id, failures=feed.failures + 1)


POLL = Work(do=poll, lease_seconds=120)
