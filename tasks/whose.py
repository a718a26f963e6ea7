"""Whose a calendar is: the user's, or somebody else's, in which only what lists the user is theirs.

Beside step 2 of 5. The user says it, or its name does. What was learnt before is set aside, and counts again once it is
the user's after all.
"""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from tasks.calling import feed_called
from tasks.duty import Kind, hearing
from tasks.tie import own_addresses, tie_again
from tasks.wiring import House, UsageError
from worker.core.event import parties_of
from worker.core.household import after_whom, is_named_by_household, is_whole
from worker.core.owner import Told, Whose
from worker.core.person import Person
from worker.inbox.reading.entry import parties_in
from worker.store import aside, cards, duties, events, feeds, forgotten, people
from worker.store.feeds import Feed
from worker.store.settling import settle


def say_whose(house: House, text: str, *, is_mine: bool) -> Feed:
    """The user says whose a calendar is; gives it as it was. Raises UsageError, PermanentError."""
    with hearing(house) as conn:
        feed = feed_called(house, conn, text)
        _say(house, conn, feed, is_mine=is_mine)
    return feed


def say_whose_of(house: House, feed_id: int, *, is_mine: bool) -> None:
    """The same of the feed with this number. Raises UsageError, NoSuchFeedError."""
    with hearing(house) as conn:
        _say(house, conn, feeds.get(conn, house.user.id, feed_id), is_mine=is_mine)


def _say(house: House, conn: Connection, feed: Feed, *, is_mine: bool) -> None:
    if not feed.is_calendar:
        raise UsageError(f"{feed.title} is no calendar: what it shows is for your shelf")
    keep_whose(house, conn, feed, Whose.MINE if is_mine else Whose.THEIRS)


def keep_whose(house: House, conn: Connection, feed: Feed, whose: Whose) -> Feed:
    """It is known from now on; what the calendar told until now counts no more, or again. Gives it as it is now.

    Whoever is learning it now is fenced off: they take it for what it was.
    """
    user_id = house.user.id
    feeds.set_whose(conn, user_id, feed.id, whose)
    kept = feeds.get(conn, user_id, feed.id)
    if kept.is_theirs == feed.is_theirs:
        return kept
    if feed.is_theirs:
        sieve = forgotten.sieve_of(conn, user_id, house.vault)
        moved = aside.bring_back(conn, user_id, feed.id, sieve.has_person)
    else:
        moved = aside.put_aside(conn, user_id, feed.id, _without_me(house, conn, feed))
    tie_again(house, conn, user_id, moved | settle(conn, user_id, moved).moved)
    events.mark_unlearnt(conn, user_id, feed.id)
    duties.drop(conn, user_id, Kind.LEARN, feed.id)
    duties.ring(conn, user_id, Kind.LEARN, feed.id, house.now())
    return kept


def _without_me(house: House, conn: Connection, feed: Feed) -> Sequence[int]:
    """The events that do not list the user by an address of theirs, as far as other calendars tell."""
    others = (each for each in feeds.all_feeds(conn, house.user.id) if each.id != feed.id)
    own = house.me or frozenset(address for each in others for address in each.owners)
    return [
        body.id
        for body in events.every_body(conn, house.user.id, feed.id)
        if own.isdisjoint(party.address for party in parties_of(*parties_in(body.body)))
    ]


def judge_by_name(house: House, conn: Connection, feed: Feed) -> bool:
    """A calendar that is called by the address of partner or child is theirs, unless the user said whose it is.

    Only where they said their own addresses: guessed ones might be the partner's, and tell it the other way around.
    True where that is news, and the calendar is to be learnt anew.
    """
    if feed.whose or "@" not in feed.name or not house.me:
        return False
    is_theirs = is_named_by_household(feed.name, cards.all_cards(conn, house.user.id), house.me)
    if is_theirs:
        keep_whose(house, conn, feed, Whose.BY_NAME)
    return is_theirs


def is_nobodys(house: House, feed: Feed) -> bool:
    """Whether it lists people, none of whom is known to be the user: then nothing in it counts."""
    if feed.owners or house.me or not feed.is_calendar or feed.is_theirs:
        return False
    return Told.NOBODYS in feed.parts.values()


def are_nobodys(house: House, known: Iterable[Feed]) -> bool:
    """Whether there are calendars, and nothing counts in any of them."""
    calendars = [feed for feed in known if feed.is_calendar]
    return bool(calendars) and all(is_nobodys(house, feed) for feed in calendars)


def of_whom_it_seems(house: House, feed: Feed) -> Sequence[str]:
    """Addresses of whom a calendar seems to be that lists none of those which the user said; () of any other."""
    if not house.me or feed.is_theirs or not feed.is_calendar:
        return ()
    return [each for each in feed.owners if each not in house.me]


def is_unlisted(house: House, feed: Feed) -> bool:
    """Whether it lists people, but none of the addresses that the user said; and they did not say whose it is.

    Whom such calendars alone tell of is not missed: it may be a team's, a public one, or somebody else's.
    """
    if not house.me or not feed.is_calendar or feed.whose or not house.me.isdisjoint(feed.owners):
        return False
    return bool(feed.owners) or Told.NOBODYS in feed.parts.values()


def nobodys_parts(feed: Feed) -> Sequence[str]:
    """Those of its parts in which nobody is known to be the user, by name."""
    return sorted(part for part, told in feed.parts.items() if told is Told.NOBODYS)


def is_listed_in_parts(house: House, feed: Feed) -> bool:
    """Whether a folder lists the user, but not in all of its calendars; and they did not say that all are theirs."""
    own = frozenset(feed.owners)
    lists_user = bool(own & house.me and not feed.whose if house.me else own)
    return lists_user and not feed.is_theirs and Told.NOBODYS in feed.parts.values()


def perhaps_whose(house: House, conn: Connection, known: Iterable[Feed]) -> Mapping[int, str]:
    """Feed's number → the name of somebody else whose calendar it may be; without those of which nothing tells so."""
    asked = [feed for feed in known if feed.is_calendar and feed.name and not feed.whose]
    user_id, own = house.user.id, own_addresses(house, conn, house.user.id)
    book = cards.all_cards(conn, user_id) if asked else ()
    found = {
        feed.id: after_whom(
            feed.name, _called(conn, user_id, feed.name), book, house.me or own - set(feed.owners)
        )
        for feed in asked
    }
    return {feed_id: who for feed_id, who in found.items() if who}


def _called(conn: Connection, user_id: int, name: str) -> Sequence[Person]:
    """Who may be meant by the name of a calendar. To look through 20,000 people takes a second, to look one up none."""
    if "@" in name:
        address = name.strip().casefold()
        found = people.of_ids(conn, user_id, people.ids_of_addresses(conn, user_id, [address]).values())
    else:
        found = people.all_people(conn, user_id) if is_whole(name) else ()
    return [each.person for each in found]
