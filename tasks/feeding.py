"""Feeding is what brings calendars in, the user's own or the demo's, and lets them go; and where nudges come out."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection

from tasks.calling import feed_called
from tasks.demo_folder import demo_folder
from tasks.duty import Kind, hearing, read_no_more
from tasks.farewells import forget_farewells
from tasks.importing import save_book
from tasks.login import Login
from tasks.owning import ask_again_without
from tasks.tie import tie_again
from tasks.whose import keep_whose
from tasks.wiring import House, UsageError
from worker.core.owner import Whose
from worker.errors import PermanentError
from worker.inbox.fetching.catch import DEFAULT_LIMITS, Fetched
from worker.inbox.fetching.folder import CALENDAR_SUFFIXES, read_path, sources_in
from worker.inbox.fetching.source import Source, SourceKind, kept_text, source_of, with_credentials
from worker.store import duties, events, feeds, tokens
from worker.store.feed_address import login_in
from worker.store.feeds import Feed, FeedKind, FeedState
from worker.store.settling import settle
from worker.store.unlearning import uids_of, unlearn


def subscription_url(house: House, base_url: str) -> str:
    """The subscription's address: a credential, for the terminal only."""
    with house.database.write() as conn:
        token = tokens.subscription_of(conn, house.user.id, house.vault, house.now())
    return f"{base_url}/c/{token}.ics"


@dataclass(frozen=True, kw_only=True, slots=True)
class Added:
    """What adding a calendar did."""

    feed: Feed
    before: Feed | None = None
    """As it was there already; None where it was not."""
    is_login_new: bool = False
    """The login with which it was read is replaced."""
    is_shared: bool = False
    """Its server says that it is another user's there; so is a family's calendar, for all but one of them."""


def add_feed(house: House, text: str, login: Login | None = None, *, is_theirs: bool = False) -> Added:
    """Adds what the owner typed; it is read at once by the worker. A CalDAV calendar is recognised by asking there.

    A demo stays until a calendar of one's own could be read: a slip in an address does not cost the look around.

    Raises UsageError, PermanentError.
    """
    source = source_of(text)
    if source.kind is SourceKind.STANDARD_INPUT:
        raise UsageError("standard input cannot be read again and again: add a file, a folder or an address")
    if source.kind is not SourceKind.PATH:
        source = _recognised(house, source, login)
    elif login is not None:
        raise UsageError("a file needs no user: leave --user out, or give an address")
    address, kind = _kept(source)
    user_id, vault = house.user.id, house.vault
    with house.database.write() as conn:
        before = feeds.changed_by(conn, user_id, vault, address)
        was = login_in(feeds.address_of(conn, user_id, vault, before.id)) if before else ""
        feed = feeds.add(
            conn, user_id, vault, address=address, label=source.label, kind=kind, is_trusted=True
        )
        if is_theirs:
            feed = keep_whose(house, conn, feed, Whose.THEIRS)
        duties.ring(conn, user_id, Kind.POLL, feed.id, house.now())
    house.ring_now()
    is_login_new = before is not None and was != login_in(address)
    return Added(feed=feed, before=before, is_login_new=is_login_new, is_shared=source.is_anothers)


def typed_address(text: str) -> tuple[str, str, FeedKind]:
    """What a page is told: the address to keep, its label and its kind. Nobody is asked there.

    Files of this machine are not for a page to open. Raises PermanentError.
    """
    source = source_of(text)
    if not source.is_on_the_web:
        raise PermanentError("A calendar's address begins with https:// or webcal://: copy it whole")
    address, kind = _kept(source)
    return address, source.label, kind


def _recognised(house: House, source: Source, login: Login | None) -> Source:
    """The owner typed the address: it may lie in the own house."""
    from worker.inbox.fetching.discovery import recognised

    if login is not None:
        source = with_credentials(source, login.user, login.password)
    return recognised(
        source, client=house.client_for(source, is_trusted=True), gate=house.gate, now=house.now()
    )


def _kept(source: Source) -> tuple[str, FeedKind]:
    """What is remembered: an address as it is, a path made absolute, since the worker runs elsewhere."""
    from worker.inbox.cards.card_folder import CARD_SUFFIXES

    if source.kind is not SourceKind.PATH:
        is_caldav = source.kind is SourceKind.COLLECTION
        return kept_text(source), FeedKind.CALDAV if is_caldav else FeedKind.HTTP
    path = Path(kept_text(source))
    sources_in(source)  # a folder without calendars says so now, not an hour later
    if not (path.is_file() or path.is_dir()):  # a pipe can be read only once
        raise PermanentError(
            f"There is no file or folder {source.label}: check its name and its folder; an address begins with https://"
        )
    if path.is_file() and path.suffix.lower() in CARD_SUFFIXES:
        raise PermanentError(f"{source.label} is an address book: `snowdrop import` reads it")
    if path.is_file() and path.suffix.lower() not in CALENDAR_SUFFIXES:
        _require_calendar(source)
    return str(path), FeedKind.FOLDER if path.is_dir() else FeedKind.FILE


def _require_calendar(source: Source) -> None:
    """A file that is not called like one: a picture or a text is refused now, not in an hour. Raises PermanentError."""
    from worker.inbox.reading.raw import raw_in

    caught = read_path(source, limits=DEFAULT_LIMITS)
    if isinstance(caught, Fetched):
        raw_in(caught.body, source.label)


def read_at_once(house: House, text: str | None) -> tuple[Feed, ...]:
    """The feed that `text` means is read at once, or all that are not paused. Raises UsageError, PermanentError."""
    with house.database.write() as conn:
        meant = (feed_called(house, conn, text),) if text else feeds.all_feeds(conn, house.user.id)
        chosen = tuple(each for each in meant if each.state is FeedState.ACTIVE)
        if text and not chosen:
            raise UsageError(f"{meant[0].title} is paused: `snowdrop add` with the same source resumes it")
        for each in chosen:
            duties.ring(conn, house.user.id, Kind.POLL, each.id, house.now())
    house.ring_now()
    return chosen


def pause_feed(house: House, text: str) -> Feed:
    """It is not read until it is added again. Raises PermanentError."""
    with house.database.write() as conn:
        found = feed_called(house, conn, text)
        feeds.pause(conn, house.user.id, found.id)
    return found


def remove_feed(house: House, text: str, *, with_history: bool) -> Feed:
    """It goes; what was learnt from it goes only with its history. Raises PermanentError."""
    with hearing(house) as conn:
        found = feed_called(house, conn, text)
        _remove(house, conn, found, with_history=with_history)
    return found


def remove_feed_of(house: House, feed_id: int) -> None:
    """The feed of this number goes; what was learnt from it stays. Raises NoSuchFeedError."""
    with hearing(house) as conn:
        _remove(house, conn, feeds.get(conn, house.user.id, feed_id), with_history=False)


def _remove(house: House, conn: Connection, feed: Feed, *, with_history: bool) -> None:
    user_id, uids = house.user.id, frozenset[str]()
    if with_history:
        uids = uids_of(conn, user_id, feed.id)
        forget_farewells(conn, user_id, feed.id)
    lost = feeds.remove(conn, user_id, feed.id, with_history=with_history)
    read_no_more(conn, user_id, feed.id)
    if with_history:
        lost -= unlearn(conn, user_id, uids)
        ask_again_without(house, conn, feed)
    else:
        events.mark_unlearnt(conn, user_id, feed.id)  # should it come back, what lies ahead does, too
    tie_again(house, conn, user_id, lost | settle(conn, user_id, lost).moved)


def add_demo(house: House) -> None:
    """Ten years of a made-up life, so that the first page shows something worth seeing."""
    from tasks.demo import demo_calendars
    from tasks.demo_script import script_of
    from worker.inbox.cards.addressbook import cards_in

    script = script_of(files("config").joinpath("demo.toml").read_text("utf-8"))
    folder = demo_folder(house)
    folder.mkdir(exist_ok=True)
    with house.database.write() as conn:
        for name, text in demo_calendars(house.today().date(), script).items():
            file = folder / name
            file.write_bytes(text.encode())
            if file.suffix == ".vcf":
                save_book(house, conn, name, cards_in(file.read_bytes(), name=name).cards)
                continue
            feed = feeds.add(
                conn,
                house.user.id,
                house.vault,
                address=str(file),
                label=f"demo: {name}",
                kind=FeedKind.DEMO,
                is_trusted=True,
            )
            duties.ring(conn, house.user.id, Kind.POLL, feed.id, house.now())
