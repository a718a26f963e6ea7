"""To tend people from the page is to do what the commands do: one object that joins both, for the house's own user."""

from collections.abc import Mapping
from datetime import date

from tasks.away import away_of
from tasks.feeding import remove_feed_of
from tasks.leaving import forget_away, go_away
from tasks.proposing import Proposal, confirm, identify, proposals, refuse
from tasks.tending import dismiss, forget_met, merge, note_met, noted_last, who_may_be_one
from tasks.when import believable
from tasks.whose import (
    is_listed_in_parts,
    is_nobodys,
    is_unlisted,
    nobodys_parts,
    of_whom_it_seems,
    perhaps_whose,
    say_whose_of,
)
from tasks.wiring import House
from tasks.wishing import end_rest, let_rest, pin, say_alive
from worker.core.fold import by_name
from worker.core.identity.suggestion import Profile
from worker.core.person import Person
from worker.core.rest import RestKind
from worker.store import people, rests
from worker.store.feeds import Feed, all_feeds
from worker.web.tends import Noted, Pair, Proposed, Resting, Saying, Someone, Tended, WhoseDoubt

_LISTED = 500
"""More names are no help in a list, and make a page heavy."""
_PAIRS = 20
_FILES = 3
_NOTED = 12
"""So many meetings noted last can be taken back here; the others by command."""


class TendedHouse:
    """See `worker/web/tends.py`."""

    def __init__(self, house: House) -> None:
        self._house = house

    def all(self) -> Tended:
        house, today = self._house, self._house.today().date()
        pairs, named = who_may_be_one(house)[:_PAIRS], proposals(house)
        with house.database.read() as conn:
            everyone = sorted(people.all_people(conn, house.user.id), key=lambda k: by_name(k.person.name))
            resting = rests.resting(conn, house.user.id, today)
            away = away_of(conn, house.user.id)
            noted = noted_last(house, conn, _NOTED)
        listed = [each for each in everyone if each.tie.days_met]
        return Tended(
            known=[_someone(each.person) for each in listed] if len(listed) <= _LISTED else (),
            pairs=[_pair(each.one, each.other, each.reasons) for each in pairs],
            proposed=[_proposed(each) for each in named],
            resting=[
                Resting(person=_someone(k.person), kind=rest.kind, until=rest.until) for k, rest in resting
            ],
            pinned=[_someone(each.person) for each in everyone if each.is_pinned],
            noted=[Noted(person=_someone(person), day=day) for person, day in noted],
            away=away,
        )

    def asks_who(self) -> bool:
        return bool(proposals(self._house))

    def doubted(self) -> Mapping[int, tuple[WhoseDoubt, str]]:
        house, found = self._house, dict[int, tuple[WhoseDoubt, str]]()
        with house.database.read() as conn:
            known = [feed for feed in all_feeds(conn, house.user.id) if not feed.is_demo]
            named = perhaps_whose(house, conn, known)
        for feed in known:
            if is_nobodys(house, feed):
                found[feed.id] = WhoseDoubt.NOBODYS, ""
            elif is_listed_in_parts(house, feed):
                found[feed.id] = WhoseDoubt.ELSEWHERE if house.me else WhoseDoubt.PARTLY, _files(feed)
            elif seeming := of_whom_it_seems(house, feed):
                found[feed.id] = WhoseDoubt.SEEMS, ", ".join(seeming)
            elif is_unlisted(house, feed):
                found[feed.id] = WhoseDoubt.UNLISTED, ""
            elif who := named.get(feed.id):
                found[feed.id] = WhoseDoubt.NAMED, who
        return found

    def say(self, who: str, what: Saying | RestKind, day: date | None) -> None:
        house = self._house
        met_on = day or house.today().date()
        match what:
            case Saying.MET:
                note_met(house, who, believable(met_on))
            case Saying.UNMET:
                forget_met(house, who, met_on)
            case Saying.PIN | Saying.UNPIN:
                pin(house, who, is_pinned=what is Saying.PIN)
            case Saying.ALIVE:
                say_alive(house, who)
            case Saying.AWAKE:
                end_rest(house, who)
            case RestKind():
                let_rest(house, who, what, day)

    def decide(self, one: str, other: str, *, is_one: bool) -> None:
        (merge if is_one else dismiss)(self._house, one, other)

    def answer(self, name: str, *, is_person: bool) -> None:
        (confirm if is_person else refuse)(self._house, name)

    def identify(self, name: str, who: str) -> None:
        identify(self._house, name, who)

    def remove(self, feed_id: int) -> None:
        remove_feed_of(self._house, feed_id)

    def say_whose(self, feed_id: int, *, is_mine: bool) -> None:
        say_whose_of(self._house, feed_id, is_mine=is_mine)

    def away(self, first: date, last: date, *, is_noted: bool) -> None:
        if is_noted:
            go_away(self._house, believable(first), believable(last))
        else:
            forget_away(self._house, first, last)


def _files(feed: Feed) -> str:
    """Those in which nobody is known to be the user; the small ones together by their folder."""
    found = nobodys_parts(feed)
    shown = ", ".join(part or feed.label for part in found[:_FILES])
    return shown if len(found) <= _FILES else f"{shown}, …"


def _someone(person: Person) -> Someone:
    return Someone(key=person.key, name=person.name)


def _proposed(proposal: Proposal) -> Proposed:
    bearers = [Someone(key=key, name=name) for key, name in proposal.bearers]
    return Proposed(name=proposal.name, title=proposal.title, bearers=bearers)


def _pair(one: Profile, other: Profile, reasons: tuple[str, ...]) -> Pair:
    first, second = (Someone(key=each.key, name=each.name) for each in (one, other))
    return Pair(one=first, other=second, reasons=[str(each) for each in reasons])
