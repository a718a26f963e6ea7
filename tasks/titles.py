"""Titles that name people are read once everybody is known, and again when somebody new is.

Beside step 2 of 5 (event → touch), for events in which nobody stands: what a title says depends on who is known,
so new people make old titles news. Only titles with one of their names in it are looked at again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from tasks.duty import Kind
from tasks.wiring import House
from worker.core.event import Occurrence
from worker.core.household import household_in
from worker.core.judge import is_nameless, judged_by_title
from worker.core.owner import Owners
from worker.core.perhaps import Perhaps, perhaps_in
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_names import may_name, people_in_title
from worker.core.touch import Touch
from worker.inbox.reading.entry import titles_in
from worker.store import cards, duties, events, feeds, meetings, people, perhaps, told, users
from worker.store.events import Body
from worker.store.feeds import Feed

_EDITION_KEY = "names known"


@dataclass(frozen=True, kw_only=True, slots=True)
class Titled:
    """What titles say, and who was known when they were read."""

    touches: Sequence[Touch]
    event_keys: frozenset[str]
    """Of all events whose titles were read."""
    perhaps: Sequence[Perhaps]
    """Whom they may mean."""
    edition: str


def titled(
    conn: Connection, user_id: int, occurrences: Iterable[Occurrence], owners: Owners, now: datetime
) -> Titled:
    """Whom the titles name of those occurrences in which nobody stands."""
    own = owners.all
    nameless = [each for each in occurrences if is_nameless(each, own)]
    known = name_book(conn, user_id, owners) if nameless else None
    return Titled(
        touches=judged_by_title(nameless, owners, known, now).touches if known else (),
        event_keys=frozenset(each.event_key for each in nameless),
        perhaps=perhaps_in(nameless, owners, known, now) if known else (),
        edition=edition(conn, user_id),
    )


def known_still(
    conn: Connection, user_id: int, titles: Titled, ids: Mapping[str, int]
) -> tuple[list[Touch], Mapping[str, int]]:
    """The touches whose people are still known, with the rows of all: a title never makes a person."""
    more = people.ids_of_addresses(conn, user_id, {touch.person for touch in titles.touches})
    return [touch for touch in titles.touches if touch.person in more], {**ids, **more}


def keep_perhaps(
    conn: Connection, user_id: int, feed_id: int, some: Sequence[Body], titles: Titled, now: datetime
) -> None:
    """Whom the titles of these events may mean now, as far as they are still known."""
    known = people.ids_of_addresses(conn, user_id, {each.person for each in titles.perhaps})
    new = [each for each in titles.perhaps if each.person in known]
    there = {event.event_key: event.id for event in some if not event.is_gone}
    perhaps.replace_for_events(conn, user_id, feed_id, there, new)
    perhaps.forget_ahead(conn, user_id, [event.id for event in some if event.is_gone], now)
    perhaps.thin_out(conn, user_id, now, {each.person for each in new})


def name_book(conn: Connection, user_id: int, owners: Owners) -> NameBook:
    """Everyone whom the user met or has a card of; not those who only sent invitations that were never answered."""
    strangers = meetings.only_cold(conn, user_id)
    known = (each.person for each in people.all_people(conn, user_id) if each.id not in strangers)
    household = household_in(cards.with_household(conn, user_id), owners.all)
    return NameBook.of(known, owners.names, cards.names_said(conn, user_id), household)


def owners_known(house: House, conn: Connection) -> Owners:
    """Whose calendars these are, as said or as last inferred."""
    known = feeds.all_feeds(conn, house.user.id)
    return Owners(said=house.me, inferred={str(feed.id): frozenset(feed.owners) for feed in known})


def part(house: House, conn: Connection, user_id: int, whole_id: int, part_ids: Iterable[int]) -> None:
    """Who was one is several: what titles told of the whole, they tell of whom they name now.

    What a calendar shows no longer is not learnt again, and would stay with the one for ever.
    """
    titles = told.titles_of(conn, user_id, whole_id)
    if not titles:
        return
    book = name_book(conn, user_id, owners_known(house, conn))
    known = {each.person.key: each.id for each in people.of_ids(conn, user_id, {whole_id, *part_ids})}
    for title in titles:
        named = [each for each in people_in_title(title, book) if each.is_certain]
        bearers = [
            told.Bearer(person_id=known[each.person], key=each.person, name=each.name)
            for each in named
            if each.person in known
        ]
        if bearers:
            told.tell_of(conn, user_id, whole_id, title, bearers)


def edition(conn: Connection, user_id: int) -> str:
    """Another one each time that somebody new may stand in titles: what was read before is to be read again."""
    return users.value_of(conn, user_id, _EDITION_KEY) or "0"


def learn_if_outdated(house: House, conn: Connection, feed: Feed, titles: Titled, user_id: int) -> None:
    """Somebody may have become known between reading these titles and saving what they say."""
    if titles.edition != edition(conn, user_id):
        events.mark_unlearnt(conn, user_id, feed.id, titles.event_keys)
        duties.ring(conn, user_id, Kind.LEARN, feed.id, house.now())


def read_again(house: House, conn: Connection, user_id: int, person_ids: Iterable[int]) -> None:
    """These people are new, or have a new name: titles in which they may stand are learnt again."""
    book = NameBook.of(each.person for each in people.of_ids(conn, user_id, person_ids))
    if not book.names:
        return
    users.keep_value(conn, user_id, _EDITION_KEY, str(int(edition(conn, user_id)) + 1))
    for feed in feeds.all_feeds(conn, user_id):
        nameless = events.nameless(conn, user_id, feed.id)
        keys = [each.event_key for each in nameless if any(may_name(t, book) for t in titles_in(each.body))]
        if keys:
            events.mark_unlearnt(conn, user_id, feed.id, keys)
            duties.ring(conn, user_id, Kind.LEARN, feed.id, house.now())
