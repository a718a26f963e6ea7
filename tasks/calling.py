"""Calling is how the user means a feed or a person: by a number, a label, an address, the beginning of a name."""

from sqlalchemy import Connection

from tasks.tie import own_addresses
from tasks.wiring import House
from worker.core.identity.meant import may_be_another, told_apart
from worker.errors import PermanentError
from worker.store import feeds, people
from worker.store.feeds import Feed


def feed_called(house: House, conn: Connection, text: str) -> Feed:
    """The feed with this number, label or title. Raises PermanentError."""
    known = feeds.all_feeds(conn, house.user.id)
    found = [feed for feed in known if text in (str(feed.id), feed.label, feed.title)]
    if len(found) != 1:
        what = "no feed" if not found else "more than one feed"
        raise PermanentError(f"There is {what} called {text}: `snowdrop feeds` shows their numbers")
    return found[0]


def person_called(house: House, conn: Connection, text: str) -> people.KnownPerson:
    """The one person whom this address, name or key means; by name, nobody means themselves.

    Raises NoSuchPersonError, ManyPeopleError.
    """
    own = frozenset[str]() if "@" in text else own_addresses(house, conn, house.user.id)
    found = [each for each in people.find(conn, house.user.id, text) if own.isdisjoint(each.person.emails)]
    if len(found) == 1 and not may_be_another(found[0].person, text):
        return found[0]
    if not found:
        raise people.NoSuchPersonError(
            f"Nobody is called {text}: `snowdrop people` shows everyone, `snowdrop proposed` names of titles alone"
        )
    names = ", ".join(told_apart({each.person.key: each.person.name for each in found[:5]}).values())
    one = "one of these" if len(found) > 1 else "that"
    raise people.ManyPeopleError(f"{text} may mean {names}: give {one} in full")
