"""Tending is what the user says about people: "we met", "these two are one", "this one is several".

Beside step 3 of 5; every tie that it concerns is counted anew in the same transaction.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from sqlalchemy import Connection

from tasks.calling import person_called
from tasks.duty import hearing
from tasks.tie import tie_again
from tasks.titles import part, read_again
from tasks.wiring import House, UsageError
from worker.core.identity.alike import suggestions_among
from worker.core.identity.suggestion import Profile, Suggestion
from worker.core.person import Person
from worker.core.touch import Evidence, Touch
from worker.store import identity, meetings, people, touches, verdicts
from worker.store.settling import settle

_SAID_BY = "you"
"""The source of a touch that stands in no calendar."""


def note_met(house: House, text: str, day: date) -> Person:
    """Notes a meeting on that day, once however often it is said. Raises UsageError, PermanentError."""
    if day > house.today().date():
        raise UsageError(f"{day} has not come yet: name a day on which you met")
    with hearing(house) as conn:
        known = person_called(house, conn, text)
        touches.add_answered(conn, house.user.id, known.id, _meeting(house, known.person, day))
        tie_again(house, conn, house.user.id, {known.id})
    return known.person


def forget_met(house: House, text: str, day: date) -> Person:
    """Takes such a note back. Raises UsageError where there is none, PermanentError."""
    with hearing(house) as conn:
        known = person_called(house, conn, text)
        keys = {known.person.key, *known.person.emails}  # noted before a merge, it bears the other's
        gone = [touches.remove_answered(conn, house.user.id, _event_key(key, day)) for key in sorted(keys)]
        if not any(gone):
            raise UsageError(
                f"you never noted that you met {known.person.name} on {day}: name the day you noted"
            )
        tie_again(house, conn, house.user.id, {known.id})
    return known.person


def noted_last(house: House, conn: Connection, limit: int) -> list[tuple[Person, date]]:
    """The meetings that the user noted last, whenever they were; the latest noted first."""
    noted = touches.answered_last(conn, house.user.id, limit)
    known = {each.id: each.person for each in people.of_ids(conn, house.user.id, [id_ for id_, _ in noted])}
    return [(known[id_], at.astimezone(house.zone).date()) for id_, at in noted]


def keep_noted_days(house: House, conn: Connection) -> None:
    """A noted day is a day, whatever the zone: it lasts from midnight to midnight of the one that holds now."""
    user_id, moved = house.user.id, set[int]()
    for person_id, event_key, *kept in touches.answered(conn, user_id):
        starts_at, ends_at = _whole_day(_day_in(event_key), house.zone)
        if kept != [starts_at, ends_at]:
            touches.move_answered(conn, user_id, event_key, starts_at, ends_at)
            moved.add(person_id)
    if moved:
        tie_again(house, conn, user_id, moved)


def merge(house: House, text: str, other_text: str) -> tuple[Person, Person]:
    """Two are one: the first one's key and name stay. Raises UsageError, PermanentError."""
    user_id = house.user.id
    with hearing(house) as conn:
        kept, other = (person_called(house, conn, each) for each in (text, other_text))
        if kept.id == other.id:
            raise UsageError(f"{text} and {other_text} are one person already: {kept.person.name}")
        identity.merge(conn, user_id, kept.id, other.id)
        tie_again(house, conn, user_id, {kept.id})
        read_again(house, conn, user_id, {kept.id})  # what named either, or one of both, means this one
        whole = people.get(conn, user_id, kept.id)
    return whole.person, other.person


def split(house: House, text: str) -> list[Person]:
    """Takes the last merge back; where there was none, one for each address. Raises UsageError, PermanentError."""
    user_id = house.user.id
    with hearing(house) as conn:
        known = person_called(house, conn, text)
        if len(identity.addresses_of(conn, user_id, known.id)) < 2:
            raise UsageError(f"{known.person.name} has one address: there is nothing to split")
        ids = identity.split(conn, user_id, known.id)
        settled = settle(conn, user_id, ids, is_parted=True)
        part(house, conn, user_id, known.id, ids)
        tie_again(house, conn, user_id, ids | settled.moved)
        read_again(house, conn, user_id, ids | settled.moved | settled.renamed)
        parts = people.of_ids(conn, user_id, ids)
    return [each.person for each in parts]


def dismiss(house: House, text: str, other_text: str) -> tuple[Person, Person]:
    """Two are two: never proposed as one again, and each is missed. Raises UsageError, PermanentError."""
    with hearing(house) as conn:
        one, other = (person_called(house, conn, each) for each in (text, other_text))
        if one.id == other.id:
            raise UsageError(f"{text} and {other_text} are one person: `snowdrop split` parts them")
        identity.dismiss(conn, house.user.id, one.id, other.id)
    return one.person, other.person


def who_may_be_one(house: House) -> Sequence[Suggestion]:
    """Pairs that may be one human, the surest first; nobody who was dismissed, or seen side by side."""
    with house.database.read() as conn:
        known = people.all_people(conn, house.user.id)
        apart = verdicts.said_of(conn, house.user.id).apart
        found = suggestions_among((_profile(each) for each in known), apart)
        ids = {each.person.key: each.id for each in known}
        asked = [(ids[each.one.key], ids[each.other.key]) for each in found]
        together = meetings.side_by_side(conn, house.user.id, asked)
    return [each for each, pair in zip(found, asked, strict=True) if pair not in together]


def _profile(known: people.KnownPerson) -> Profile:
    person, tie = known.person, known.tie
    return Profile(
        key=person.key,
        name="" if "@" in person.name else person.name,
        addresses=person.emails or (person.key,),
        also=person.also,
        first_on=tie.first_met_on,
        last_on=tie.last_met_on,
    )


def _meeting(house: House, person: Person, day: date) -> Touch:
    """The whole day, since nobody was asked for the hour."""
    starts_at, ends_at = _whole_day(day, house.zone)
    return Touch(
        person=person.key,
        name=person.name,
        started_at=starts_at,
        ended_at=ends_at,
        all_day=True,
        event_uid="",
        event_key=_event_key(person.key, day),
        recurrence_id=None,
        source=_SAID_BY,
        title="",
        place="",
        evidence=Evidence.ANSWER,
        others=1,
        is_upcoming=False,
    )


def _whole_day(day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    return datetime.combine(day, time(), zone), datetime.combine(day + timedelta(days=1), time(), zone)


def _event_key(key: str, day: date) -> str:
    return f"met:{day.isoformat()}:{key}"


def _day_in(event_key: str) -> date:
    return date.fromisoformat(event_key.split(":")[1])
