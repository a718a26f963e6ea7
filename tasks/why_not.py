"""Why not: what keeps somebody from being suggested, besides the numbers, and how the user says otherwise.

Beside step 4 of 5: for whoever asks `people --why` (`why.py` tells the numbers).
"""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tasks.planning import DAYS_AHEAD
from tasks.why import perhaps_met
from tasks.wiring import House
from worker.core.day import day_of
from worker.core.explain import Explanation
from worker.core.giving.birthday import BIRTHDAY_WAIT_DAYS, birthday_ahead
from worker.core.giving.delicate import is_professional_only, is_tender_only
from worker.core.giving.doubt import in_words
from worker.core.giving.occasion import STILL_QUIET
from worker.core.giving.tender_time import have_met_again
from worker.core.identity.meant import address_in
from worker.core.namesake import Since
from worker.core.perhaps import Perhaps, Tells, latest_day
from worker.core.person import Person, name_key
from worker.core.touch import Touch
from worker.core.words import Words
from worker.store.people import KnownPerson


def kept_lines(
    house: House, known: KnownPerson, past: Sequence[Touch], found: Explanation | None
) -> Iterator[str]:
    """What the user, their titles or a birthday say to it. `found`: None for whom rest or peace keeps anyway."""
    yield from pin_lines(known, house.words)
    yield from reserve_lines(known, past, house.words)
    yield from wish_lines(house, known, found)


def pin_lines(known: KnownPerson, words: Words) -> Iterator[str]:
    """That the user pinned them, where they did."""
    if known.is_pinned:
        yield words.say("rhythm.why.pinned")


def wish_lines(house: House, known: KnownPerson, found: Explanation | None) -> Iterator[str]:
    """That a silence waits for their birthday, where one would be told."""
    if found is None or found.state not in STILL_QUIET or known.person.is_deceased:
        return
    coming = birthday_ahead(known.person.birthday, house.today().date(), BIRTHDAY_WAIT_DAYS + DAYS_AHEAD)
    if coming is not None:
        yield house.words.say("rhythm.why.wish", day=house.words.day(coming))


def reserve_lines(known: KnownPerson, past: Sequence[Touch], words: Words) -> Iterator[str]:
    """Why nothing is proposed though nobody wished it so, and how the user says that there is more between them."""
    if known.is_pinned or known.person.is_deceased or not past:
        return
    if is_professional_only(known.person, past) or is_tender_only(past):
        yield words.say("rest.told.reserved", command=f"`snowdrop pin {_typed(known.person)}`")


def unmet_line(known: KnownPerson, words: Words) -> str:
    """Of whom nothing but a card is known: how a meeting comes to be."""
    return words.say("rhythm.why.unmet", command=f"`snowdrop met {_typed(known.person)}`")


def doubt_lines(
    house: House, known: KnownPerson, maybe: Sequence[Perhaps], since: Since | None
) -> Iterator[str]:
    """What a title may be wrong about, and how the user says so; first of a death, of which a card tells as well.

    `since`: a namesake who was met since, and may be the same.
    """
    person, words = known.person, house.words
    who = _typed(person)
    if person.is_deceased:
        yield words.say("rest.told.death", command=f"`snowdrop rest {who} --alive`")
        return
    if person.is_alive:
        yield words.say("rest.told.alive", command=f"`snowdrop rest {who} --alive --end`")
    if (parted_on := _parted_on(known, maybe)) is not None:
        day = words.day(parted_on, with_year=True)
        yield words.say("rest.told.parted", day=day, command=f"`snowdrop pin {who}`")
    if since is not None:
        yield words.say("rhythm.why.namesake", command="`snowdrop same`")
    if met := perhaps_met(known, maybe, house):
        yield _doubt_line(house, person, met, is_past=True)
    ahead = (each for each in maybe if each.started_at > house.now() and each.tells is Tells.MEETING)
    for each in {each.name: each for each in sorted(ahead, key=_latest_first)}.values():
        yield _doubt_line(house, person, each)


def _doubt_line(house: House, person: Person, doubt: Perhaps, *, is_past: bool = False) -> str:
    words, day = house.words, day_of(doubt, house.zone)
    told = in_words(doubt, words.day(day, with_year=True), words, is_past=is_past)
    told = told[:1].upper() + told[1:]
    if is_past:
        told = words.say(
            "rhythm.why.perhaps_met", told=told, command=f"`snowdrop met {_typed(person)} {day}`"
        )
    if name_key(doubt.name) in (person.key, doubt.person):  # they would be nobody, too
        return f"{told}."
    command = f"`snowdrop proposed {shlex.quote(doubt.name)} --nobody`"
    return words.say("rhythm.why.perhaps", told=told, command=command)


def _typed(person: Person) -> str:
    return shlex.quote(address_in(person.key) or person.name)


def _latest_first(perhaps: Perhaps) -> float:
    return -perhaps.started_at.timestamp()


def _parted_on(known: KnownPerson, maybe: Iterable[Perhaps]) -> date | None:
    parted = latest_day(maybe, Tells.PARTED)
    if parted is None or known.is_pinned or have_met_again(known.tie, parted):
        return None
    return parted
