"""collect: a feed of the user's own writing or bookmarks is read for the shelf.

Beside step 1 of 5: feed → clippings. Called by `poll`, which asks, backs off and pauses for it as for a calendar.
"""

from tasks.duty import look_again
from tasks.wiring import House
from worker.core.giving.shelf import Thing
from worker.core.sieve import Sieve
from worker.inbox.clippings import clippings_in
from worker.inbox.fetching.catch import Limits, NotModified
from worker.inbox.fetching.sheet import Catch, Known
from worker.inbox.fetching.source import source_of
from worker.inbox.fetching.visit import visit
from worker.store import clippings, feeds, forgotten
from worker.store.feeds import Feed, Reading

_LIMITS = Limits(body_bytes=5 * 1024 * 1024)


def collect(house: House, feed: Feed, address: str) -> NotModified:
    """Keeps what the feed shows, if that changed. For the calendars nothing is new: so it goes on from there.

    Raises SnowdropError where it cannot be read.
    """
    source = source_of(address)
    caught = visit(
        source,
        known=Known(etag=feed.etag, last_modified=feed.last_modified, body_hash=feed.body_hash),
        client=house.client_for(source, is_trusted=feed.is_trusted),
        gate=house.gate,
        now=house.now(),
        limits=_LIMITS,
    )
    if isinstance(caught, NotModified):
        return caught
    _keep(house, feed, caught, clippings_in(caught.fresh[0].body.whole(), label=feed.label))
    return NotModified(
        etag=caught.etag, last_modified=caught.last_modified, cache_seconds=caught.cache_seconds
    )


def _keep(house: House, feed: Feed, caught: Catch, things: tuple[Thing, ...]) -> None:
    """What names somebody whom the user asked to forget stays out."""
    user_id = house.user.id
    with house.database.write() as conn:
        sieve = forgotten.sieve_of(conn, user_id, house.vault)
        kept = [thing for thing in things if _is_free_of_the_forgotten(thing, sieve)]
        clippings.replace_for_feed(conn, user_id, feed.id, kept, house.today().date())
        reading = Reading(
            etag=caught.etag,
            last_modified=caught.last_modified,
            body_hash=caught.body_hash,
            zone=None,
            name="",
            events=len(kept),
            problem=None,
        )
        feeds.mark_read(conn, user_id, feed.id, reading, house.now())
        look_again(house, conn, user_id)


def _is_free_of_the_forgotten(thing: Thing, sieve: Sieve) -> bool:
    return all(sieve.without(text) == text for text in (thing.text, thing.link, *thing.topics))
