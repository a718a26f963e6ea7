"""Sieved is an event without those whom the user asked to forget: a nameless party stands in their place.

Part of step 1 of 5: whatever is stored has been through here. Pure.
"""

from collections.abc import Iterator
from dataclasses import replace

from worker.core.event import Party, parties_of
from worker.core.sieve import Sieve
from worker.inbox.reading.entry import Entry, Group
from worker.inbox.reading.raw import Raw

SOMEBODY = Party(address="somebody@snowdrop.invalid", kind="RESOURCE")
"""No person, and yet there: who invited whom, and whether a title is all there is, stays as it was."""


def sieved(group: Group, sieve: Sieve, *, is_named: bool = False) -> Group:
    """The same group where nobody forgotten stands in it. `is_named`: its title is known to name them."""
    if not sieve:
        return group
    is_about_them = is_named or any(_is_theirs(entry, sieve) for entry in group.entries)
    if is_about_them:
        sieve = sieve.beside(_others_in(group, sieve))
    entries = tuple(_without(entry, sieve, is_about_them=is_about_them) for entry in group.entries)
    clean = replace(group, key=sieve.key_of(group.key), entries=entries)
    return group if clean == group else clean


def sieved_raw(raw: Raw, sieve: Sieve) -> Raw:
    """A calendar whose own name does not name them."""
    return replace(raw, label=sieve.without(raw.label), name=sieve.without(raw.name))


def _is_theirs(entry: Entry, sieve: Sieve) -> bool:
    is_in_words = any(sieve.without(text) != text for text in (entry.title, *entry.contacts))
    return is_in_words or any(
        sieve.has_person(party.address, party.name) for party in parties_of(entry.organizer, entry.attendees)
    )


def _others_in(group: Group, sieve: Sieve) -> Iterator[str]:
    """The names of those in it who are not forgotten: nobody may know them yet."""
    for entry in group.entries:
        for party in parties_of(entry.organizer, entry.attendees):
            if not sieve.has_person(party.address, party.name):
                yield party.name


def _without(entry: Entry, sieve: Sieve, *, is_about_them: bool) -> Entry:
    return replace(
        entry,
        uid=sieve.key_of(entry.uid),
        title=sieve.without(entry.title, is_about_them=is_about_them),
        place=sieve.without(entry.place, is_about_them=is_about_them),
        organizer=None if entry.organizer is None else _party(entry.organizer, sieve),
        attendees=tuple(_party(each, sieve) for each in entry.attendees),
        contacts=tuple(each for each in entry.contacts if sieve.without(each) == each),
    )


def _party(party: Party, sieve: Sieve) -> Party:
    return SOMEBODY if sieve.has_person(party.address, party.name) else party
