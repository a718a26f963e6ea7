"""The demo is ten years of a made-up life, told as calendars that end some weeks after `today`.

For `snowdrop up`, so that the first page shows something true to life. Pure: the same day and the same script
give the same bytes; what looks accidental comes from a stable hash.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from email.utils import parseaddr
from hashlib import blake2b
from itertools import chain, count, takewhile
from zoneinfo import ZoneInfo

from tasks.demo_ics import Guest, Happening, calendar_text, utc_text
from tasks.demo_script import DemoCard, Script, Series, Single, Thread
from worker.outbox.as_vcard import folded_line

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAYS_ON = {"work": range(5), "weekend": range(5, 7), "any": range(7)}
_BIRTH_YEAR = 1984  # a leap year, so that every day of the year exists in it


def demo_calendars(today: date, script: Script) -> Mapping[str, str]:
    """File name → text: one `.ics` per calendar of the script, and `contacts.vcf`."""
    life = _Life(today, script)
    texts = {
        f"{name}.ics": calendar_text(calendar.label, calendar.style, life.happenings(name), stamped_on=today)
        for name, calendar in script.calendars.items()
    }
    return {**texts, "contacts.vcf": "".join(life.card_text(card) for card in script.cards)}


class _Life:
    """The script, seen from one day."""

    def __init__(self, today: date, script: Script) -> None:
        self.today = today
        self.script = script
        self.zone = ZoneInfo(script.zone)
        self.people = {who: _guest_of(line) for who, line in script.people.items()}
        self.crowd = [_guest_of(line) for line in script.crowd]

    def happenings(self, calendar: str) -> list[Happening]:
        """All events of one calendar, in order of their starts; changed occurrences follow their series."""
        script = self.script
        threads = (
            h for thread in script.threads if thread.calendar == calendar for h in self._thread(thread)
        )
        series = (h for each in script.series if each.calendar == calendar for h in self._series(each))
        singles = (self._single(single) for single in script.singles if single.calendar == calendar)
        return sorted(chain(threads, series, singles), key=lambda h: (f"{h.starts_at:%Y%m%d%H%M}", h.uid))

    def _thread(self, thread: Thread) -> Iterator[Happening]:
        for number, day in enumerate(self._thread_days(thread)):
            key = f"{thread.name}:{number}"
            host, *others = self._hosts_first(thread.calendar, thread.who, key)
            guests = [self._answering(guest, key, is_one_of_many=len(others) > 2) for guest in others]
            crowd = self._crowd(key) if thread.crowd else ()
            room = _rooms(thread.room)
            yield Happening(
                uid=self._uid(key),
                starts_at=self._start(
                    day, thread.at[self._draw(key + ":at", len(thread.at))], thread.all_days
                ),
                length=_length(thread.minutes, thread.all_days),
                title=thread.titles[self._draw(key + ":title", len(thread.titles))],
                place=thread.places[self._draw(key + ":place", len(thread.places))] or thread.room,
                organizer=host if thread.who or crowd else None,
                guests=(*guests, *crowd, *room),
            )

    def _thread_days(self, thread: Thread) -> Iterator[date]:
        """Latest first, so that the silence since the last one is exact whatever lies before."""
        back = thread.until_days
        for number in count():
            if back > thread.since_days:
                return
            for part in range(thread.burst):
                yield self._fitting(self.today - timedelta(back + 3 * part), thread.on, step=-1)
            sway = self._draw(f"{thread.name}:{number}:gap", 2 * thread.sway_days + 1) - thread.sway_days
            back += max(1, thread.every_days + sway)

    def _series(self, series: Series) -> Iterator[Happening]:
        first = self._first_of(series)
        start = self._start(first, series.at, 0)
        usual = self._series_member(series, start)
        if series.weekday not in _WEEKDAYS:
            yield _with_rule(usual, self._rule(series), ())
            return
        days = list(self._weekly_days(series, first))
        left_out = [self._at(day, series.at) for day in days if self._is_away(day)]
        yield _with_rule(usual, self._rule(series), tuple(left_out))
        open_days = [day for day in days if not self._is_away(day)]
        yield from chain.from_iterable(self._changed(series, day) for day in open_days[1:])

    def _changed(self, series: Series, day: date) -> Iterator[Happening]:
        """About one occurrence in twelve was moved to a neighbouring day, one in fifteen cancelled."""
        original = self._at(day, series.at)
        luck = self._draw(f"{series.name}:{(day - self.today).days}", 60)
        beside = day + timedelta(1 if day.weekday() < 4 else -1)
        if luck < 5 and not self._is_away(beside):
            moved = self._at(beside, series.at) + timedelta(minutes=30)
            yield self._series_member(series, moved, instead_of=original)
        elif luck >= 56:
            yield self._series_member(series, original, instead_of=original, status="CANCELLED")

    def _series_member(
        self,
        series: Series,
        start: datetime | date,
        *,
        instead_of: datetime | None = None,
        status: str = "CONFIRMED",
    ) -> Happening:
        host, *guests = self._hosts_first(series.calendar, series.who, series.name)
        return Happening(
            uid=self._uid(series.name),
            starts_at=start,
            length=timedelta(minutes=series.minutes),
            title=series.title,
            place=series.place or series.room,
            organizer=host if series.who else None,
            guests=(*guests, *_rooms(series.room)),
            instead_of=instead_of,
            status=status,
        )

    def _first_of(self, series: Series) -> date:
        earliest = self.today - timedelta(series.since_days)
        return next(day for day in _days_from(earliest) if _is_on(day, series.weekday))

    def _weekly_days(self, series: Series, first: date) -> Iterator[date]:
        last = self.today + timedelta(self.script.ahead_days)
        if series.until_days is not None:
            last = self.today - timedelta(series.until_days)
        steps = (first + timedelta(weeks=series.interval * step) for step in count())
        return takewhile(lambda day: day <= last, steps)

    def _rule(self, series: Series) -> str:
        frequency = "WEEKLY" if series.weekday in _WEEKDAYS else "MONTHLY"
        rule = f"FREQ={frequency};INTERVAL={series.interval};BYDAY={series.weekday}"
        if series.until_days is None:
            return rule
        end = self._at(self.today - timedelta(series.until_days), time(23, 59, 59))
        return f"{rule};UNTIL={utc_text(end)}"

    def _single(self, single: Single) -> Happening:
        day = self._fitting(self.today + timedelta(single.day), single.on, step=1 if single.day > 0 else -1)
        me = self._me(single.calendar, single.my_answer)
        invited = [self._guest(who, single.their_answer) for who in single.who if who != single.by]
        host = me if single.by == "me" else self._guest(single.by)
        crowd = self._crowd(single.name) if single.crowd else ()
        return Happening(
            uid=self._uid(single.name),
            starts_at=self._start(day, single.at, single.all_days),
            length=_length(single.minutes, single.all_days),
            title=single.title,
            place=single.place,
            organizer=host if single.who else None,
            guests=(*((me,) if host is not me else ()), *invited, *crowd),
            status=single.status,
            is_private=single.is_private,
            rule=single.rule,
        )

    def card_text(self, card: DemoCard) -> str:
        """One vCard 3.0."""
        people = [self._guest(who) for who in (card.who, *card.more)]
        given, _, family = people[0].name.partition(" ")
        lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{people[0].name}", f"N:{family};{given};;;"]
        lines += [f"EMAIL;TYPE=INTERNET:{person.address}" for person in people]
        lines += [f"TEL;TYPE=CELL:{card.phone}"] if card.phone else []
        if card.birthday_in_days is not None:
            born = self.today + timedelta(card.birthday_in_days)
            lines.append(f"BDAY:{_BIRTH_YEAR}-{born:%m-%d}" if card.knows_year else f"BDAY:--{born:%m%d}")
        if card.died_days_ago is not None:
            lines.append(f"X-DEATHDATE:{self.today - timedelta(card.died_days_ago):%Y-%m-%d}")
        return "".join(folded_line(line) + "\r\n" for line in [*lines, "END:VCARD"])

    def _hosts_first(self, calendar: str, who: Iterable[str], key: str) -> list[Guest]:
        """The owner and the others; who invites changes from time to time."""
        people = [self._me(calendar), *(self._guest(each) for each in who)]
        turn = self._draw(key + ":host", 2) if len(people) > 1 else 0
        return people[turn:] + people[:turn]

    def _me(self, calendar: str, answer: str = "ACCEPTED") -> Guest:
        owner = self.script.owner
        address = owner.work if self.script.calendars[calendar].address == "work" else owner.private
        return Guest(name=owner.name, address=address, answer=answer)

    def _guest(self, who: str, answer: str = "ACCEPTED") -> Guest:
        kind = "GROUP" if who in self.script.groups else "INDIVIDUAL"
        return replace(self.people[who], answer=answer, kind=kind)

    def _answering(self, guest: Guest, key: str, *, is_one_of_many: bool) -> Guest:
        """In a round, somebody cannot come now and then; the owner and the latest round stay whole."""
        is_owner = guest.name == self.script.owner.name
        if is_owner or not is_one_of_many or key.endswith(":0") or self._draw(key + guest.address, 9):
            return guest
        return replace(guest, answer="DECLINED")

    def _crowd(self, key: str) -> tuple[Guest, ...]:
        answers = ("ACCEPTED", "ACCEPTED", "TENTATIVE", "NEEDS-ACTION")
        return tuple(replace(one, answer=answers[self._draw(key + one.address, 4)]) for one in self.crowd)

    def _start(self, day: date, at: time, all_days: int) -> datetime | date:
        return day if all_days else self._at(day, at)

    def _at(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, tzinfo=self.zone)

    def _fitting(self, day: date, on: str, *, step: int) -> date:
        """The nearest day that suits, in one direction; never a holiday where a kind of day is asked for."""
        days = (candidate for candidate in _days_from(day, step) if _is_on(candidate, on))
        return next(candidate for candidate in days if on == "any" or not self._is_holiday(candidate))

    def _is_holiday(self, day: date) -> bool:
        return f"{day:%m-%d}" in self.script.holidays

    def _is_away(self, day: date) -> bool:
        return self._is_holiday(day) or f"{day:%m-%d}" in self.script.vacation

    def _uid(self, key: str) -> str:
        return f"{_digest(self.script.seed, key).hex()}@calendar.example.org"

    def _draw(self, key: str, below: int) -> int:
        """A number from 0 to `below` - 1 that looks accidental and never changes."""
        return int.from_bytes(_digest(self.script.seed, key)) % below


def _guest_of(line: str) -> Guest:
    name, address = parseaddr(line)
    return Guest(name=name, address=address)


def _digest(seed: str, key: str) -> bytes:
    return blake2b(f"{seed}:{key}".encode(), digest_size=12).digest()


def _days_from(day: date, step: int = 1) -> Iterator[date]:
    return (day + timedelta(step * offset) for offset in count())


def _is_on(day: date, on: str) -> bool:
    """`on` is work, weekend, any, a weekday ("TU"), or one of a month's weekdays ("1TH")."""
    if on in _DAYS_ON:
        return day.weekday() in _DAYS_ON[on]
    is_that_week = on in _WEEKDAYS or (day.day - 1) // 7 + 1 == int(on[0])
    return is_that_week and _WEEKDAYS[day.weekday()] == on[-2:]


def _rooms(name: str) -> tuple[Guest, ...]:
    address = f"{name.lower().replace(' ', '-')}@rooms.example.org"
    return (Guest(name=name, address=address, kind="ROOM"),) if name else ()


def _length(minutes: int, all_days: int) -> timedelta:
    return timedelta(all_days) if all_days else timedelta(minutes=minutes)


def _with_rule(usual: Happening, rule: str, left_out: tuple[datetime, ...]) -> Happening:
    return replace(usual, rule=rule, left_out=left_out)
