"""Reading takes sources that the user named and gives calendars, one by one, whatever happens to the others.

Used by the commands that need neither store nor broker.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from worker.core.bond import Peace
from worker.core.event import Occurrence
from worker.core.fold import by_name
from worker.core.household import household_in, is_named_by_household, left_in_peace, owners_by_name
from worker.core.identity.everyone import people_from, people_on
from worker.core.judge import Judged, judged, judged_by_title, without_cold
from worker.core.mailbox import mailbox_of
from worker.core.owner import Owners, Parties, has_people
from worker.core.part import Asked, ask, small_in
from worker.core.person import Card, People
from worker.core.titles.name_book import NameBook
from worker.core.touch import Because, LeftOut, Touch, once_each
from worker.core.untold import untold_in
from worker.errors import SnowdropError
from worker.inbox.body import EMPTY, Body
from worker.inbox.fetching.catch import Fetched
from worker.inbox.fetching.fetch import fetch
from worker.inbox.fetching.folder import sources_in
from worker.inbox.fetching.source import Source, source_of
from worker.inbox.reading.read import Calendar, calendar_in, compare
from worker.inbox.reading.window import Window


@dataclass(frozen=True, kw_only=True, slots=True)
class Zoned:
    """In which zone times without one are read."""

    said: ZoneInfo | None
    """By `--tz`; goes before the feed's own."""
    fallback: ZoneInfo
    """The user's or the system's."""


@dataclass(slots=True)
class Library:
    """The calendars that could be read, and one sentence for each source that could not."""

    calendars: list[Calendar] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    theirs: set[str] = field(default_factory=set)
    """The sources of those that are somebody else's."""
    folders: dict[str, str] = field(default_factory=dict)
    """Source → the folder in which it was found; without those that were named themselves."""

    @property
    def occurrences(self) -> Iterator[Occurrence]:
        """Those of all calendars, one calendar after the other."""
        return (each for calendar in self.calendars for each in calendar.occurrences)

    @property
    def names(self) -> Mapping[str, str]:
        """Source → what the calendar calls itself; what somebody else calls theirs tells nothing of the user."""
        own = (calendar for calendar in self.calendars if calendar.source not in self.theirs)
        return {calendar.source: calendar.name for calendar in own}


def library_of(
    texts: Sequence[str], *, theirs: Sequence[str] | None = None, now: datetime, zoned: Zoned, window: Window
) -> Library:
    """Reads every source; a folder stands for the calendars in it. `theirs` are somebody else's, there too."""
    library = Library()
    anothers = list(_sources(theirs or (), library.failures))
    texts_of_theirs = {source.text for source in anothers}
    for source in _distinct((*_sources(texts, library.failures), *anothers)):
        if source.text in texts_of_theirs:
            library.theirs.add(source.label)
        if source.folder:
            library.folders[source.label] = source.folder
        try:
            body = _body_of(source, now)
            library.calendars.append(
                calendar_in(
                    body,
                    source=source.label,
                    default_zone=zoned.said,
                    fallback_zone=zoned.fallback,
                    window=window,
                    is_sheet=bool(source.folder),
                )
            )
        except SnowdropError as error:
            library.failures.append(str(error))
    for are_theirs in (False, True):
        compare(each for each in library.calendars if (each.source in library.theirs) is are_theirs)
    return library


def _sources(texts: Sequence[str], failures: list[str]) -> Iterator[Source]:
    for text in texts:
        try:
            yield from sources_in(source_of(text))
        except SnowdropError as error:
            failures.append(str(error))


def _distinct(sources: Iterable[Source]) -> Iterator[Source]:
    """Each under a label of its own; a file named twice is read once."""
    taken: Counter[str] = Counter()
    seen: set[str] = set()
    for source in sources:
        if source.text in seen:
            continue
        seen.add(source.text)
        taken[source.label] += 1
        count = taken[source.label]
        yield source if count == 1 else replace(source, label=f"{source.label} ({count})")


def _body_of(source: Source, now: datetime) -> Body:
    """Sources on the command line are the owner's own: they may lie in the house."""
    from worker.inbox.fetching.catch import Limits
    from worker.inbox.fetching.pace import HostGate

    client = None
    if source.is_on_the_web:
        from tasks.wiring import product_version, settings
        from worker.inbox.fetching.client import Clients
        from worker.inbox.fetching.guard import guard_of

        guard = guard_of(settings().allow_private_addresses)
        client = Clients(guard, version=product_version()).of(source, is_trusted=True)
    caught = fetch(source, client=client, gate=HostGate(), now=now, limits=Limits())
    return caught.body if isinstance(caught, Fetched) else EMPTY


@dataclass(frozen=True, slots=True)
class Met:
    """Who was met, over all calendars together."""

    judgement: Judged
    """Touches are under their person's key, once each; ordered by (start, UID, person)."""
    people: People
    owners: Owners
    book: NameBook
    """Whom titles can name."""
    found: Sequence[Touch] = ()
    """All touches under their person's key, before each was counted once."""
    in_peace: Mapping[str, Peace] = field(default_factory=dict)
    """By key, the user's household, and those whose calendars these are."""

    def unknown(self, least: int = 1) -> Sequence[str]:
        """Names of whom titles alone tell, and no address book, so many times at `least`; the most frequent first."""
        proposed = (one for one in self.judgement.left_out if one.because is Because.PROPOSED)
        found = [one for one in proposed if one.person not in self.book.names]
        often = Counter(one.person for one in found)
        names = {one.person: one.name for one in found}
        in_order = sorted(names, key=lambda key: (-often[key], by_name(names[key])))
        return [names[key] for key in in_order if often[key] >= least]


def met_in(
    library: Library,
    *,
    me: Iterable[str],
    cards: Sequence[Card],
    now: datetime,
    learns_private: bool = True,
) -> Met:
    """Judges all occurrences. Without `me`, own addresses are inferred calendar by calendar."""
    said = frozenset(mailbox_of(address.strip().lower()) for address in me)
    by_name = (c.source for c in library.calendars if is_named_by_household(c.name, cards, said))
    theirs = frozenset((*library.theirs, *by_name))
    own = [calendar for calendar in library.calendars if calendar.source not in theirs]
    owners = _inferred(own, library.folders, said)
    owners = replace(owners, learns_private=learns_private, theirs=theirs)
    occurrences = list(library.occurrences)
    listed = without_cold(judged(occurrences, owners, now))
    book = _name_book(listed, cards, owners)
    titled = judged_by_title(occurrences, owners, book, now)
    found = listed.touches + titled.touches
    people = people_from(found, cards)
    under_their_person = list(_under_their_person(found, people))
    judgement = Judged(once_each(under_their_person), listed.left_out + titled.left_out)
    anothers = [calendar for calendar in library.calendars if calendar.source in theirs]
    shared = owners_by_name(calendar.name for calendar in anothers)
    shared |= _whose_days(anothers, library.folders) - owners.all
    everyone = people.by_key.values()
    in_peace = left_in_peace(everyone, household_in(cards, owners.all), shared | owners.unsaid)
    return Met(judgement, people, owners, book, under_their_person, in_peace)


def _whose_days(theirs: Sequence[Calendar], folders: Mapping[str, str]) -> frozenset[str]:
    """Of whom calendars of somebody else's seem to be: the user reads their days, and does not miss them."""
    return frozenset().union(*_asked(theirs, folders, is_theirs=True).own.values())


def _asked(
    calendars: Sequence[Calendar],
    folders: Mapping[str, str],
    *,
    said: frozenset[str] = frozenset(),
    is_theirs: bool = False,
) -> Asked:
    names = {each.source: each.name for each in calendars}
    return ask(
        lambda: ((each.source, parties) for each, parties in _events_in(calendars)),
        folder_of=folders.get,
        name_of=lambda part: names.get(part, ""),
        said=said,
        is_theirs=is_theirs,
    )


def explained(library: Library, met: Met) -> list[LeftOut]:
    """A row for everyone who does not count, and for every occurrence that names nobody."""
    return met.judgement.left_out + list(untold_in(library.occurrences, met.found, met.judgement))


def _name_book(listed: Judged, cards: Sequence[Card], owners: Owners) -> NameBook:
    """Everyone known by an address or a card: from all calendars, before any title is read."""
    met = people_from(listed.touches, cards).by_key
    known = {person.key: person for person in people_on(cards)} | dict(met)
    return NameBook.of(known.values(), owners.names, household=household_in(cards, owners.all))


def small_files(calendars: Sequence[Calendar], folders: Mapping[str, str]) -> Mapping[str, str]:
    """Source → folder, of those in which somebody stands, and whose folder is asked as a whole whose they are."""
    small = small_in(((each.source, parties) for each, parties in _events_in(calendars)), folders.get)
    listing = _listing(calendars)
    return {file: folder for file, folder in small.items() if file in listing}


def _listing(calendars: Iterable[Calendar]) -> frozenset[str]:
    """Those in which somebody stands."""
    return frozenset(each.source for each in calendars if any(map(has_people, each.parties)))


def _inferred(calendars: Sequence[Calendar], folders: Mapping[str, str], said: frozenset[str]) -> Owners:
    asked = _asked(calendars, folders, said=said)
    sources = [each.source for each in calendars]
    inferred = {source: asked.own_of(source) for source in sources}
    if not said:
        return Owners(inferred=inferred, silent=frozenset(filter(asked.are_titles_own, sources)))
    listing = _listing(calendars)  # of others in its folder nothing is told by who stands beside them
    inferred = {source: own if source in listing else own & said for source, own in inferred.items()}
    unlisted = (
        source
        for source in listing
        if said.isdisjoint(inferred[source])
        and (inferred[source] or asked.has_many(source) or source in asked.strangers)
    )
    return Owners(said=said, inferred=inferred, unlisted=frozenset(unlisted))


def _events_in(calendars: Iterable[Calendar]) -> Iterator[tuple[Calendar, Parties]]:
    """Each event once, however often it repeats, and whenever it takes place."""
    return ((calendar, parties) for calendar in calendars for parties in calendar.parties)


def _under_their_person(touches: Iterable[Touch], people: People) -> Iterator[Touch]:
    for touch in touches:
        key = people.key_of(touch.person)
        yield touch if key == touch.person else replace(touch, person=key)
