"""A checkup looks at every part once and says in one sentence each how it is; `snowdrop doctor` prints it."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import Connection

from config.settings import misspelt
from tasks.broker import SILENT, is_reachable
from tasks.duty import Kind
from tasks.holiday import told
from tasks.show import NO_CALENDAR, listing
from tasks.whose import (
    is_listed_in_parts,
    is_nobodys,
    is_unlisted,
    nobodys_parts,
    of_whom_it_seems,
    perhaps_whose,
)
from tasks.wiring import DEMO_ME, House
from worker.core.event import Party, parties_of
from worker.core.owner import Told, Whose
from worker.errors import SnowdropError
from worker.inbox.reading.entry import parties_in
from worker.inbox.shelf_file import things_in_file
from worker.outbox.to_smtp import greet
from worker.store import cards, duties, events, feeds, letters, users
from worker.store.feeds import Feed
from worker.store.letters import Letter

_NO_OWN_CARD = (
    "Nothing tells which card of your address book is your own, since no calendar lists you by address: whoever it is "
    "counts as somebody whom you meet where a title names them, unless you name your address in SNOWDROP_ME"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing is."""

    is_well: bool
    sentence: str
    is_note: bool = False
    """It may be as the user wants it; they alone can tell."""

    @property
    def grade(self) -> str:
        """As it is printed."""
        return "MEND" if not self.is_well else "NOTE" if self.is_note else "ok"


def anybodys(house: House, feed: Feed) -> str:
    """What to say of a calendar that lists people, none of whom is known to be the user; "" of any other."""
    if not is_nobodys(house, feed):
        return ""
    named = "no address of yours is known in it: name yours in SNOWDROP_ME"
    return f"{named}, or say that it is somebody else's: `{to_say_theirs(feed)}`"


def few_in(feed: Feed) -> str:
    """What to say of a calendar of many titles and a few guests, of whom none is known to be the user; "" of others."""
    if feed.owners or Told.FEW not in feed.parts.values():
        return ""
    return (
        "its titles count; who you are in its few entries with guests is not known, and they count once you name your "
        "addresses in SNOWDROP_ME"
    )


def anothers(house: House, feed: Feed) -> str:
    """What to say of a calendar that lists nobody of SNOWDROP_ME, and seems to be of somebody else; "" of any other."""
    found = of_whom_it_seems(house, feed)
    lists_user = not house.me.isdisjoint(feed.owners)
    if feed.is_demo or lists_user or not (found or is_unlisted(house, feed)):
        return ""
    if not found:
        told = "it lists none of the addresses in SNOWDROP_ME, and whom it alone tells of is not missed"
        return f"{told}: add yours there, or say whose it is: `{to_say_theirs(feed)}`, or with --mine"
    addresses = " and ".join(found)
    told = f"it lists none of the addresses in SNOWDROP_ME, and seems to be of {addresses}: add that to SNOWDROP_ME"
    if feed.whose is Whose.MINE:
        return told
    return f"{told} if it is yours; if the calendar is somebody else's: `{to_say_theirs(feed)}`"


def nobodys_in(house: House, feed: Feed) -> str:
    """What to say of those calendars of a folder that list people, while the user is known from others; "" of none."""
    if not is_listed_in_parts(house, feed):
        return ""
    named = listing([_part_shown(part) for part in nobodys_parts(feed)])
    seeming = " and ".join(of_whom_it_seems(house, feed))
    seems = f", which seems to be of {seeming}" if seeming else ""
    if house.me:
        stands = f"none of the addresses in SNOWDROP_ME stands in {named}{seems}"
        return f"{stands}: whoever stands only there is not missed; add yours if you are in it by another"
    return (
        f"no address of yours is known in {named}{seems}: name yours in SNOWDROP_ME; a calendar that is somebody "
        "else's is better added by itself, from another folder, with --theirs"
    )


def _part_shown(part: str) -> str:
    small = part.endswith("/") or not part
    return (f"the small files of {part}" if part else "its small files") if small else part


def to_say_theirs(feed: Feed) -> str:
    """How the user says that it is somebody else's."""
    return f"snowdrop theirs {feed.id}"


def _listed(house: House, conn: Connection, feed: Feed) -> Iterator[Party]:
    """Who stands in a calendar. Its first thousand events tell."""
    for each in events.page_of_bodies(conn, house.user.id, feed.id, after="", limit=1000):
        yield from parties_of(*parties_in(each.body))


def _slip(house: House, conn: Connection, known: Iterable[Feed]) -> Iterator[Finding]:
    """The user's own addresses: where calendars list people, none of whom is the user; or where nothing tells them."""
    own = [feed for feed in known if feed.is_calendar and not feed.is_demo and not feed.is_theirs]
    listed = {party.address for party in chain.from_iterable(_listed(house, conn, feed) for feed in own)}
    if not house.me:
        if any(feed.events for feed in own) and not listed and cards.all_cards(conn, house.user.id):
            yield Finding(True, _NO_OWN_CARD, is_note=True)
    elif listed and house.me.isdisjoint(listed) and not any(anothers(house, feed) for feed in own):
        said = " or ".join(sorted(house.me - DEMO_ME))
        told = (
            f"None of your calendars lists {said}: whom they list instead of you counts as somebody whom you meet, "
            "unless you name that address in SNOWDROP_ME, too"
        )
        yield Finding(True, told, is_note=True)


def findings(house: House) -> Iterator[Finding]:
    """Goes on after each thing that is wrong."""
    knobs = house.settings
    yield Finding(
        True, f"Settings are in order; the time zone is {house.zone.key}, the language {knobs.language}"
    )
    for name, meant in misspelt().items():
        yield Finding(True, f"{name} is no setting, and does nothing: is {meant} meant?", is_note=True)
    try:
        house.migrate()
        trouble = house.database.trouble()
    except SnowdropError as error:
        yield Finding(False, str(error))
        return
    yield Finding(not trouble, trouble or "The database can be written")
    if not knobs.database_url:
        yield Finding(True, f"The record stands in {house.data_dir} (SQLite {sqlite3.sqlite_version})")
    yield from _running(house)
    mail = _mail(knobs.smtp_url, house.base_url)
    yield mail
    yield Finding(*told(knobs.country, house.zone))
    if knobs.shelf:
        yield _shelf(Path(knobs.shelf))
    yield from _record(house, takes_letters=mail.is_well)


def _running(house: House) -> Iterator[Finding]:
    from tasks.door import is_anybody_up

    url = house.settings.redis_url
    if url:
        is_there = is_reachable(url)
        yield Finding(is_there, "The broker answers" if is_there else SILENT)
    elif is_anybody_up(house):
        yield Finding(True, "Snowdrop runs, with the bundled Valkey")
    else:
        yield Finding(True, "Nothing runs on this record just now: `snowdrop up` starts all of it")


def _mail(url: str, base_url: str) -> Finding:
    """Goes as far as the login; no letter is sent."""
    from tasks.door import is_loopback

    if not url:
        return Finding(True, "Letters are off: SNOWDROP_SMTP_URL names no mail server")
    try:
        greet(url)
    except SnowdropError as error:
        return Finding(False, str(error))
    if is_loopback(urlsplit(base_url).hostname or ""):
        links = (
            "their links work on this machine alone, unless SNOWDROP_BASE_URL names its address for others"
        )
        return Finding(True, f"The mail server takes letters; {links}")
    return Finding(True, "The mail server takes letters")


def _shelf(file: Path) -> Finding:
    try:
        things_in_file(file)
    except SnowdropError as error:
        return Finding(False, str(error))
    return Finding(True, f"The shelf {file.name} can be read")


def _record(house: House, *, takes_letters: bool) -> Iterator[Finding]:
    user_id = house.user.id
    with house.database.read() as conn:
        if house.settings.smtp_url and users.value_of(conn, user_id, users.LETTERS):
            yield Finding(True, "Letters are stopped, as you said: the link under any of them leads back")
        known = feeds.all_feeds(conn, user_id)
        whose = perhaps_whose(house, conn, known)
        for feed in known:
            if feed.unreadable_since:
                since = feed.unreadable_since.astimezone(house.zone).date()
                yield Finding(False, f"{feed.title} is unreadable since {since}: {feed.problem}")
            elif told := anybodys(house, feed):
                yield Finding(False, f"{feed.title}: {told}")
            elif told := anothers(house, feed) or nobodys_in(house, feed) or few_in(feed):
                yield Finding(True, f"{feed.title}: {told}", is_note=True)
            if who := whose.get(feed.id):
                yield Finding(True, _whose(feed, who), is_note=True)
        yield from _slip(house, conn, known)
        calendars = sum(feed.is_calendar for feed in known)
        counted = "1 calendar" if calendars == 1 else f"{calendars} calendars"
        yield Finding(calendars > 0, counted if calendars else NO_CALENDAR)
        for duty in duties.parked(conn, user_id):
            yield Finding(False, f"{duty.kind} {duty.subject_id} is not tried any more: {duty.problem}")
        if letter := letters.troubled(conn, user_id):
            yield _letter(house, conn, letter, takes_letters=takes_letters)


def _whose(feed: Feed, who: str) -> str:
    """A colleague's calendar has their name, and so has one that is kept for a child: only the user knows."""
    told = f"`{to_say_theirs(feed)}` if it is theirs, so that only what lists you counts"
    return f"{feed.title} is called like {who}: {told}; `{to_say_theirs(feed)} --mine` if it is yours"


def _letter(house: House, conn: Connection, letter: Letter, *, takes_letters: bool) -> Finding:
    """One that waits goes out by itself: as soon as the mail server takes letters, which it may do by now."""
    if not letter.is_waiting:
        why = letter.problem or "no reply came"
        return Finding(False, f"The letter {letter.dedupe_key} did not surely arrive: {why}")
    since = letter.created_at.astimezone(house.zone).date()
    waits = f"The letter {letter.dedupe_key} waits since {since}"
    if not takes_letters:
        return Finding(False, f"{waits}, and goes out by itself once this is mended: {letter.problem}")
    duty = duties.get(conn, letter.user_id, Kind.DELIVER, letter.user_id)
    at = duty and duty.due_at and f"{duty.due_at.astimezone(house.zone):%Y-%m-%d %H:%M}"
    return Finding(True, f"{waits}, and goes out by itself: at {at or 'its next try'}, or at the next start")
