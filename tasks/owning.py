"""Owning is whose a feed is: the user's own addresses in it, and of a folder, whose each of its calendars is.

Step 2 of 5, before anything is judged. Newly found own addresses change what every feed says.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from sqlalchemy import Connection

from tasks.duty import Kind
from tasks.wiring import House
from worker.core.event_key import folder_of, sheet_of
from worker.core.owner import FEW, Owners, Parties, Told, part_key
from worker.core.part import Asked, ask
from worker.inbox.reading.entry import parties_in
from worker.store import duties, events, feeds, users
from worker.store.duties import Claim
from worker.store.feeds import Feed, FeedKind

_AT_ONCE = 2_500
"""Events that are looked through before the next ones are asked for."""
_OWNERS_SHARE = 0.2
"""Whose feed it is, is asked again when so much of it changed: cost follows the change."""
_OWN = (Told.OWN, Told.LITTLE)
_WHOLE = ""
"""The only part of a feed that is no folder."""


def owners_of(house: House, claim: Claim, feed: Feed, *, lease_seconds: float) -> Owners:
    """Whose this feed is, and which addresses are the user's anywhere.

    Where the user said theirs, whose it seems to be is kept all the same: they are asked.
    """
    theirs = frozenset((feed.label,)) if feed.is_theirs else frozenset[str]()
    owners = Owners(said=house.me, theirs=theirs, learns_private=house.settings.learn_private)
    with house.database.write() as conn:
        is_asked = not feed.is_theirs and _is_to_be_asked(conn, claim, feed)
    own: frozenset[str]
    parts: Mapping[str, Told]
    if feed.is_theirs:
        own, parts = frozenset[str](), {}
        _note_whose(house, claim, feed, lease_seconds)
    elif is_asked:
        own, parts = _asked(house, claim, feed, lease_seconds)
    else:
        own, parts = frozenset(feed.owners), feed.parts
    others = _kept(house, claim, feed, own, parts)
    if house.me:
        return owners
    told = {_name(feed, part): told for part, told in parts.items()}
    inferred = {name: own if each in _OWN else frozenset[str]() for name, each in told.items()}
    silent = frozenset(name for name, each in told.items() if each in (Told.SILENT, Told.FEW))
    return replace(owners, inferred={**others, feed.label: own, **inferred}, silent=silent)


def _is_folder(feed: Feed) -> bool:
    return feed.kind is FeedKind.FOLDER


def _name(feed: Feed, part: str) -> str:
    return part_key(feed.label, part) if _is_folder(feed) else feed.label


def _is_to_be_asked(conn: Connection, claim: Claim, feed: Feed) -> bool:
    """A feed without an owner each time; any other once a fifth of its events changed, or a calendar came into it."""
    key = f"changed since whose:{feed.id}"
    changed = events.count_unlearnt(conn, claim.user_id, feed.id)
    changed += int(users.value_of(conn, claim.user_id, key) or 0)
    has_share = not feed.owners or changed >= _OWNERS_SHARE * feed.events
    is_due = has_share or (_is_folder(feed) and _has_new(conn, claim, feed))
    users.keep_value(conn, claim.user_id, key, "0" if is_due else str(changed))
    return is_due


def _has_new(conn: Connection, claim: Claim, feed: Feed) -> bool:
    """Whether what came into a file of the folder may make a calendar that was not asked whose it is."""
    fresh = Counter(sheet_of(each) for each in events.keys_unlearnt(conn, claim.user_id, feed.id))
    return any(
        sheet not in feed.parts and (many >= FEW or folder_of(sheet) not in feed.parts)
        for sheet, many in fresh.items()
    )


def whose_days(conn: Connection, user_id: int, known: Iterable[Feed]) -> frozenset[str]:
    """The addresses of whom the calendars of somebody else's among these seem to be: the user reads their days."""
    kept = (users.value_of(conn, user_id, _key_of_whose(feed)) for feed in known if feed.is_theirs)
    return frozenset(address for each in kept if each for address in json.loads(each))


def ask_again_without(house: House, conn: Connection, gone: Feed) -> None:
    """A feed went with all that it told: what its addresses told of the others is asked anew."""
    users.keep_value(conn, house.user.id, _key_of_whose(gone), None)
    if house.me or not gone.owners:
        return
    for each in feeds.all_feeds(conn, house.user.id):
        if each.is_calendar:
            events.mark_unlearnt(conn, house.user.id, each.id)
            duties.ring(conn, house.user.id, Kind.LEARN, each.id, house.now())


def _key_of_whose(feed: Feed) -> str:
    return f"whose days:{feed.id}"


def _note_whose(house: House, claim: Claim, feed: Feed, lease_seconds: float) -> None:
    """Asked like an own calendar, of whoever hosts in it (docs/decisions/0021)."""
    key = _key_of_whose(feed)
    with house.database.write() as conn:
        before = tuple(json.loads(users.value_of(conn, claim.user_id, key) or "[]"))
        if not _is_to_be_asked(conn, claim, replace(feed, owners=before)):
            return
        own = house.me | _own_elsewhere(conn, claim, feed)
    asked = _ask(house, claim, feed, lease_seconds, is_theirs=True)
    found = sorted(frozenset().union(*asked.own.values()) - own)
    with house.database.write() as conn:
        users.keep_value(conn, claim.user_id, key, json.dumps(found))


def _own_elsewhere(conn: Connection, claim: Claim, feed: Feed, *, is_larger: bool = False) -> frozenset[str]:
    """The user's addresses as all other feeds tell them, or the larger ones: of two invitations neither tells.

    Where any of them is surely the user's, those do alone: of two that share a stranger, each would tell the other.
    """
    known = (each for each in feeds.all_feeds(conn, claim.user_id) if each.id != feed.id)
    others = [each for each in known if not each.is_theirs and (not is_larger or each.events > feed.events)]
    sure = [each for each in others if Told.OWN in each.parts.values()]
    return frozenset(own for each in sure or others for own in each.owners)


def _ask(
    house: House,
    claim: Claim,
    feed: Feed,
    lease_seconds: float,
    *,
    known: frozenset[str] = frozenset(),
    is_theirs: bool = False,
) -> Asked:
    return ask(
        partial(_events, house, claim, feed, lease_seconds),
        folder_of=folder_of if _is_folder(feed) else None,
        name_of=lambda _: feed.name,
        said=frozenset() if is_theirs else house.me,
        known=known,
        is_theirs=is_theirs,
    )


def _asked(
    house: House, claim: Claim, feed: Feed, lease_seconds: float
) -> tuple[frozenset[str], Mapping[str, Told]]:
    """The user's own addresses as this feed tells them, and what each part of it tells."""
    with house.database.read() as conn:
        known = _own_elsewhere(conn, claim, feed, is_larger=feed.events < FEW)
    asked = _ask(house, claim, feed, lease_seconds, known=known)
    parts = {part: _told(part, asked, house.me) for part in asked.presences if part not in asked.apart}
    parts |= dict.fromkeys(asked.strangers, Told.NOBODYS)
    return frozenset().union(*asked.own.values()), parts


def _told(part: str, asked: Asked, said: frozenset[str]) -> Told:
    """An invitation that was copied into a calendar of one's own makes no team's of it."""
    own = asked.own[part]
    if own:
        if said and said.isdisjoint(own):
            return Told.NOBODYS
        return Told.OWN if asked.presences[part].events >= FEW else Told.LITTLE
    return asked.told(part, is_said=bool(said))


def _events(house: House, claim: Claim, feed: Feed, lease_seconds: float) -> Iterator[tuple[str, Parties]]:
    """Sheet and parties of each event, some at a time: nobody waits while a million of them are looked through."""
    after = ""
    while True:
        with house.database.read() as conn:
            some = events.page_of_bodies(conn, claim.user_id, feed.id, after=after, limit=_AT_ONCE)
        for each in some:
            yield sheet_of(each.event_key) if _is_folder(feed) else _WHOLE, parties_in(each.body)
        if len(some) < _AT_ONCE:
            return
        with house.database.write() as conn:
            duties.prolong(conn, claim, house.now(), lease_seconds)
        after = some[-1].event_key


def _kept(
    house: House, claim: Claim, feed: Feed, own: frozenset[str], parts: Mapping[str, Told]
) -> Mapping[str, frozenset[str]]:
    """Keeps what was found, and has learnt again what it changes; gives the own addresses of all other feeds."""
    with house.database.write() as conn:
        known = feeds.all_feeds(conn, claim.user_id)
        is_news = own != frozenset(feed.owners)
        if is_news or parts != feed.parts:
            feeds.set_owners(conn, claim.user_id, feed.id, own, parts)
            if house.me:
                return {}
            events.mark_unlearnt(conn, claim.user_id, feed.id)
        for each in known if is_news else ():
            if each.id != feed.id:
                events.mark_unlearnt(conn, claim.user_id, each.id)
                duties.ring(conn, claim.user_id, Kind.LEARN, each.id, house.now())
    return {str(each.id): frozenset(each.owners) for each in known if each.id != feed.id}
