"""Comparing is for one meeting that stands in several sheets: an invitation and its cancellation, saved file by file.

Step 1 of 5, before a group is expanded. Pure. Two files of a folder may share a UID by chance, or because the same
meeting stands in two calendars: only where one host invites, and the files tell of other times, does one of them know
better (RFC 5546, 2.1.5).
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from worker.core.event import Status
from worker.inbox.reading.entry import Entry, Group
from worker.inbox.reading.versions import Versions, versions_of


def compared(groups: Sequence[Group]) -> list[Group]:
    """The groups of one UID, one for each sheet, in the same order: each with what still holds of it.

    As if all stood in one file. A master stays in its sheet, and takes the overrides of all; one that was called off
    elsewhere is called off here; of one that was moved, nothing is left.
    """
    found = list(groups)
    places: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        if (host := _host_of(group)) and not group.is_answer:
            places.setdefault(host, []).append(at)
    for same in places.values():
        if len({_times_of(groups[at]) for at in same}) > 1:
            for at, group in zip(same, _as_one([groups[at] for at in same]), strict=True):
                found[at] = group
    return found


def _host_of(group: Group) -> str:
    return next((each.organizer.address for each in group.entries if each.organizer), "")


def _times_of(group: Group) -> Set[object]:
    """All that tells when it takes place."""
    return frozenset(map(_time_of, group.entries))


def _time_of(e: Entry) -> tuple[object, ...]:
    repeats = (e.rules, e.rules_out, e.dates, e.dates_out)
    return (
        e.recurrence_id,
        e.is_for_future,
        e.start,
        e.end,
        e.duration,
        *repeats,
        e.status == Status.CANCELLED,
    )


def _as_one(groups: Sequence[Group]) -> Iterator[Group]:
    versions = versions_of([entry for group in groups for entry in group.entries])
    counts = set(map(id, (*versions.masters, *versions.overrides)))
    zones = {tzid: text for group in groups for tzid, text in group.zones.items()}
    is_called_off = bool(versions.masters) and all(
        each.status == Status.CANCELLED for each in versions.masters
    )
    for group in groups:
        entries = _entries_of(group, versions, counts)
        if not entries and is_called_off:
            entries = [replace(entry, status=Status.CANCELLED.value) for entry in group.entries]
        yield replace(group, entries=tuple(entries), zones={**zones, **group.zones})


def _entries_of(group: Group, versions: Versions, counts: Set[int]) -> list[Entry]:
    """`counts`: the ids of all entries that do."""
    here = [entry for entry in group.entries if id(entry) in counts]
    if versions.owner is None:
        return here
    masters = [entry for entry in here if entry.recurrence_id is None]
    return [*masters, *versions.overrides] if any(each is versions.owner for each in masters) else masters
