"""Judging says for each person of an occurrence whether they count as met, and if not, why.

Step 2 of 5: occurrence → touches. Pure.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from worker.core.contact_line import has_address, parties_in_contact
from worker.core.event import Occurrence, Party, Status
from worker.core.giving.delicate import is_delicate
from worker.core.nobody import is_of_many, is_webinar, why_nobody, why_nobody_there
from worker.core.owner import Owners
from worker.core.person import name_key, plain_name
from worker.core.titles.called_off import is_called_off
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_names import people_in_title, person_named
from worker.core.titles.titled import InTitle
from worker.core.touch import Because, Evidence, LeftOut, Touch, as_left_out

MOST_OTHERS = 10
"""People seen only in larger meetings are no ties (rhythm.md: a hard cap is all that group size tells)."""
_ABSENT = {"DECLINED": Because.DECLINED, "DELEGATED": Because.DELEGATED}
_BY_THE_USER = {**dict.fromkeys(_ABSENT.values(), "by you"), Because.NOT_A_PARTICIPANT: "you"}
"""PARTSTATs (RFC 5545, 3.2.12) of who was surely not there."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What one or many occurrences say."""

    touches: list[Touch]
    left_out: list[LeftOut]


@dataclass(frozen=True, slots=True)
class _Candidate:
    party: Party
    evidence: Evidence
    because: Because | None

    @property
    def person(self) -> str:
        return self.party.address or name_key(self.party.name)

    @property
    def detail(self) -> str:
        """What is not a person says what it is instead; a contact, that they were not invited."""
        if self.because is Because.NOT_A_PERSON:
            return why_nobody(self.party) or ""
        return "the contact" if self.evidence is Evidence.CONTACT and self.because else ""


def judged(occurrences: Iterable[Occurrence], owners: Owners, now: datetime) -> Judged:
    """Everyone in these occurrences, as a touch or as left out; cold invitations are marked, not yet removed.

    `now` (aware) decides what is upcoming. The user themselves is in neither list.
    """
    own = owners.all - {""}
    result = Judged([], [])
    for occurrence in occurrences:
        if occurrence.attendees or occurrence.organizer or occurrence.contacts:
            _judge(result, occurrence, own, owners, now)
    return result


def is_nameless(occurrence: Occurrence, own: frozenset[str]) -> bool:
    """Whether nobody but the user stands in it, so that its title is all that tells whom they met."""
    if not (occurrence.title or occurrence.contacts) or any(
        p.address not in own for p in occurrence.attendees
    ):
        return False
    host = occurrence.organizer
    is_hosted = host is not None and host.address not in own and why_nobody_there(host.address) is None
    return not is_hosted and not any(map(has_address, occurrence.contacts))


def judged_by_title(
    occurrences: Iterable[Occurrence], owners: Owners, book: NameBook, now: datetime
) -> Judged:
    """Whom the titles of nameless occurrences name, and their contact lines; any others say nothing here.

    `book` holds everyone known from all calendars and address books, so that the order of calendars is irrelevant.
    """
    own = owners.all - {""}
    result = Judged([], [])
    named: dict[str, tuple[InTitle, ...]] = {}
    for occurrence in occurrences:
        if not is_nameless(occurrence, own):
            continue
        title = occurrence.title
        if title not in named:
            named[title] = people_in_title(title, book)
        if found := (*named[title], *_in_contacts(occurrence, named[title], book)):
            _judge_title(result, occurrence, found, own, owners, now)
    return result


def _in_contacts(occurrence: Occurrence, named: Collection[InTitle], book: NameBook) -> Iterator[InTitle]:
    """Somebody known whom a line without an address names in full; anybody else is proposed."""
    taken = {one.person or one.name for one in named}
    for party in (party for contact in occurrence.contacts for party in parties_in_contact(contact)):
        key = person_named(party.name, book)
        if (key or party.name) not in taken:
            yield InTitle(person=key, name=book.names[key] if key else party.name, is_certain=key is not None)


def _judge_title(
    result: Judged,
    occurrence: Occurrence,
    named: tuple[InTitle, ...],
    own: frozenset[str],
    owners: Owners,
    now: datetime,
) -> None:
    because = why_unmet(occurrence, own, owners)
    candidates = [_titled(one, occurrence) for one in named]
    counted = [c for c in candidates if c.because is None]
    for candidate in candidates:
        reason = because or candidate.because
        if reason is None:
            result.touches.append(_touch(occurrence, candidate, len(counted), now, is_cold=False))
        else:
            told = _BY_THE_USER.get(because, "") if because else ""
            result.left_out.append(_left_out(occurrence, candidate, reason, told))


def why_unmet(occurrence: Occurrence, own: frozenset[str], owners: Owners) -> Because | None:
    """A reason that holds for whomever the title of a nameless occurrence names.

    What somebody else writes means people of theirs: their Patricia need not be the user's.
    """
    because = _why_nobody_was_met(occurrence, next(iter(occurrence.attendees), None), own, owners)
    if because is None and occurrence.source in owners.theirs:
        return Because.NOT_YOURS
    return None if because is Because.NO_OWNER and owners.is_silent(occurrence) else because


def _titled(one: InTitle, occurrence: Occurrence) -> _Candidate:
    party = Party(address=one.person or "", name=one.name)
    is_met = one.counts(all_day=occurrence.all_day, is_in_series=occurrence.is_in_series)
    return _Candidate(party, Evidence.TITLE, None if is_met else Because.PROPOSED)


def _judge(
    result: Judged, occurrence: Occurrence, own: frozenset[str], owners: Owners, now: datetime
) -> None:
    mine = _mine(occurrence.attendees, own)
    candidates = _candidates(occurrence, own)
    because = _why_nobody_was_met(occurrence, mine, own, owners)
    counted = [c for c in candidates if c.because is None]
    detail = _BY_THE_USER.get(because, "") if because else ""
    if because is None and len(counted) > MOST_OTHERS:
        because, detail = Because.CROWD, f"{len(counted)} people"
    elif because is None and is_webinar(occurrence.title) and not _is_own(occurrence.organizer, own):
        because, detail = Because.CROWD, "a webinar by its title"
    is_cold = mine is not None and mine.partstat == "NEEDS-ACTION" and not _is_own(occurrence.organizer, own)
    for candidate in candidates:
        reason = candidate.because or because
        if reason is None:
            result.touches.append(_touch(occurrence, candidate, len(counted), now, is_cold=is_cold))
        else:
            told = candidate.detail if candidate.because else detail
            result.left_out.append(_left_out(occurrence, candidate, reason, told))


def _mine(attendees: Iterable[Party], own: frozenset[str]) -> Party | None:
    """The user; with two addresses, the one that came: whoever declined with one may have accepted with the other."""
    mine = [party for party in attendees if party.address in own]
    return next((party for party in mine if _why_absent(party) is None), mine[0] if mine else None)


def _is_own(party: Party | None, own: Collection[str]) -> bool:
    return party is not None and party.address in own


def _why_nobody_was_met(
    occurrence: Occurrence,
    mine: Party | None,
    own: frozenset[str],
    owners: Owners,
) -> Because | None:
    """A reason that holds for the whole occurrence."""
    if occurrence.status is Status.CANCELLED or is_called_off(occurrence.title):
        return Because.CANCELLED
    if occurrence.is_private and not owners.learns_private:
        return Because.PRIVATE
    if mine is not None:
        is_host = _is_own(occurrence.organizer, own)  # then whoever writes it is there, whatever it says
        return _ABSENT.get(mine.partstat) if is_host else _why_absent(mine)
    if _is_own(occurrence.organizer, own):
        return None
    if occurrence.source in owners.theirs:
        return Because.NOT_YOURS
    if not owners.has(occurrence):
        return Because.NO_OWNER
    through_a_list = any(map(is_of_many, occurrence.attendees))
    is_of_others = occurrence.organizer is not None and bool(occurrence.attendees) and not through_a_list
    return Because.NOT_INVITED if is_of_others and not owners.said else None


def _candidates(occurrence: Occurrence, own: frozenset[str]) -> list[_Candidate]:
    """Everyone but the user, once each: attendees, then the organizer, then CONTACT lines."""
    found: dict[str, _Candidate] = {}
    host = occurrence.organizer
    for party in occurrence.attendees:
        if party.address not in own:
            candidate = _invited(_as_named(party, host) if host and host.address == party.address else party)
            known = found.setdefault(candidate.person, candidate)
            if known.because is not None and candidate.because is None:
                found[candidate.person] = candidate
    if host is not None and host.address not in own:
        candidate = _Candidate(host, Evidence.ORGANIZER, _why_not(host))
        found.setdefault(candidate.person, candidate)
    has_guests = any(candidate.because is not Because.NOT_A_PERSON for candidate in found.values())
    for party in (party for contact in occurrence.contacts for party in parties_in_contact(contact)):
        if (party.address or has_guests) and party.address not in own:
            because = _why_not(party) or (Because.NOT_A_PARTICIPANT if has_guests else None)
            candidate = _Candidate(party, Evidence.CONTACT, because)
            found.setdefault(candidate.person, candidate)
    return list(found.values())


@lru_cache(maxsize=16_384)
def _as_named(party: Party, host: Party) -> Party:
    """Who stands twice in one event goes by the fuller of two names: "", an address and a handle tell less."""
    fuller = max(party.name, host.name, key=lambda name: len(plain_name(name).split()))
    return party if fuller == party.name else replace(party, name=fuller)


@lru_cache(maxsize=16_384)
def _invited(party: Party) -> _Candidate:
    """The same people, in meeting after meeting."""
    return _Candidate(party, Evidence.ATTENDEE, _why_not(party))


def _why_not(party: Party) -> Because | None:
    return Because.NOT_A_PERSON if why_nobody(party) is not None else _why_absent(party)


def _why_absent(party: Party) -> Because | None:
    """Who is but told of a meeting (RFC 5545, 3.2.16), or does not come."""
    return Because.NOT_A_PARTICIPANT if party.role == "NON-PARTICIPANT" else _ABSENT.get(party.partstat)


def _touch(
    occurrence: Occurrence, candidate: _Candidate, others: int, now: datetime, *, is_cold: bool
) -> Touch:
    is_private = occurrence.is_private
    return Touch(
        person=candidate.person,
        name=plain_name(candidate.party.name),
        started_at=occurrence.started_at,
        ended_at=occurrence.ended_at,
        all_day=occurrence.all_day,
        event_uid=occurrence.event_uid,
        event_key=occurrence.event_key,
        recurrence_id=occurrence.recurrence_id,
        source=occurrence.source,
        title="" if is_private else occurrence.title,
        place="" if is_private else occurrence.place,
        evidence=candidate.evidence,
        others=others,
        is_upcoming=occurrence.started_at > now,
        is_endless=occurrence.is_endless,
        is_private=is_private,
        is_cold=is_cold,
        is_hushed=is_private and (is_delicate(occurrence.title) or is_delicate(occurrence.place)),
        zone=occurrence.zone if _is_own(occurrence.organizer, {candidate.party.address}) else "",
    )


def _left_out(occurrence: Occurrence, candidate: _Candidate, because: Because, detail: str) -> LeftOut:
    return LeftOut(
        person=candidate.person,
        name=plain_name(candidate.party.name),
        started_at=occurrence.started_at,
        ended_at=occurrence.ended_at,
        all_day=occurrence.all_day,
        event_uid=occurrence.event_uid,
        recurrence_id=occurrence.recurrence_id,
        source=occurrence.source,
        title="" if occurrence.is_private else occurrence.title,
        because=because,
        detail=detail,
        is_private=occurrence.is_private,
    )


def without_cold(judgement: Judged) -> Judged:
    """Moves those touches to `left_out` whose people are known by unanswered invitations alone."""
    warm = {touch.person for touch in judgement.touches if not touch.is_cold}
    cold = [touch for touch in judgement.touches if touch.is_cold and touch.person not in warm]
    if not cold:
        return judgement
    kept = [touch for touch in judgement.touches if not touch.is_cold or touch.person in warm]
    return Judged(kept, judgement.left_out + [as_left_out(touch, Because.COLD) for touch in cold])
