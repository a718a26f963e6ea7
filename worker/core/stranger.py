"""A stranger is a small file of a folder in which only others stand: a neighbour of the user's tells nothing of it.

Beside step 2 of 5 (docs/decisions/0022, rule 5). Pure.
"""

from collections import Counter
from collections.abc import Iterable, Set

from worker.core.event import Party, parties_of
from worker.core.fold import folded_words
from worker.core.nobody import is_of_many, why_nobody_there
from worker.core.owner import FEW, Parties, has_people


def strangers_in(each: Iterable[tuple[str, str, Parties]], mine: Set[str], is_said: bool) -> frozenset[str]:
    """Small files with a host and guests of their own, and without the user, where few events tell whose the folder is.

    A folder of saved invitations is no calendar: what lists the user tells nothing of what does not. Where the user
    said who they are, and all in such a file have full names that are not the user's, it is a stranger's in any folder.
    `each` gives (file, part, parties) of their events.
    """
    events, own = Counter[str](), Counter[str]()
    others, rest = dict[str, str](), set[str]()
    called, named = _Called(), dict[str, _Called]()
    for file, part, parties in each:
        if not has_people(parties):
            continue
        everybody = parties_of(*parties)
        mine_here = [party for party in everybody if party.address in mine]
        events[part] += 1
        own[part] += bool(mine_here)
        if mine_here or not _is_hosted(parties):
            rest.add(file)
            called.hear(mine_here)
        else:
            others[file] = part
            named.setdefault(file, _Called()).hear(everybody)

    def is_doubtful(part: str) -> bool:
        if events[part] < FEW:
            return bool(own[part]) or is_said
        return 0 < own[part] < FEW and 2 * own[part] < events[part]

    def is_of_others(file: str) -> bool:
        return is_said and bool(own[others[file]]) and named[file].are_others_than(called)

    return frozenset(
        file
        for file, part in others.items()
        if file not in rest and (is_doubtful(part) or is_of_others(file))
    )


class _Called(dict[str, frozenset[str]]):
    """Address → the words of the fullest name that stands beside it; without rooms and robots."""

    def hear(self, parties: Iterable[Party]) -> None:
        for party in parties:
            if why_nobody_there(party.address) is None:
                words = frozenset(folded_words(party.name))
                self[party.address] = max(self.get(party.address, frozenset()), words, key=len)

    def are_others_than(self, mine: "_Called") -> bool:
        """Whether all have full names, and none is a longer or shorter way to say a full name of the user's."""
        own = [name for name in mine.values() if len(name) > 1]
        return bool(own) and all(
            len(name) > 1 and not any(name <= each or each <= name for each in own) for name in self.values()
        )


def _is_hosted(parties: Parties) -> bool:
    """Not through a list, in which the user may be."""
    host, guests = parties
    if host is None or any(map(is_of_many, guests)):
        return False
    return any(guest.address not in ("", host.address) for guest in guests)
