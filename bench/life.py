"""Life: years gone by, week by week, as a critical friend would read them; and their figures side by side.

`./run bench life [HISTORY.csv.gz [YEARS [LAST DAY]]] [--read]`: of the demo, and of a diary of one person's contacts
(ego, alter, day, size of the smallest gathering) turned into a calendar with made-up names, which ends in 2026. Nobody
answers, as in `snowdrop backtest`. A diary is written afterwards: of what lies ahead nothing is known.
"""

import csv
import gzip
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.letters import demo_library
from bench.life_figures import BACK_DAYS, Lived, figures_of
from bench.made_up import ME, people_of
from bench.measuring import show_table
from tasks.backtest import Backtest, Week
from tasks.reading import Library, Met, Zoned, library_of, met_in
from tasks.when import day_in
from tasks.wiring import UsageError, catalogue_in, words_in
from worker.core.giving.agenda import agenda_of, booked_in
from worker.core.knowing import bonds_from
from worker.inbox.reading.window import Window

ZONE = ZoneInfo("Europe/Berlin")
LAST_DAY = date(2026, 11, 22)
"""Where a diary ends, whenever it was written."""
YEARS, _MOST_YEARS = 3, 50
_WHAT = ("Coffee", "Lunch", "Walk", "Dinner", "Theatre", "Rehearsal", "Tea", "Concert", "Reading", "Visit")


@dataclass(frozen=True, kw_only=True)
class Life:
    """Somebody's calendars, and whom they met."""

    name: str
    library: Library
    met: Met
    until: date = LAST_DAY
    is_diary: bool = False

    def lived(self, years: int) -> Lived:
        """So many years, week by week, until its last day."""
        words = words_in("en")
        own = (o for c in self.library.calendars for o in c.occurrences if self.met.owners.has(o))
        test = Backtest(
            library=self.library,
            met=self.met,
            zone=ZONE,
            words=words,
            catalogue=catalogue_in(words),
            budget=3,
            agenda=agenda_of(() if self.is_diary else booked_in(own, self.met.owners.all), zone=ZONE.key),
            knows_ahead=not self.is_diary,
        )
        first = self.until - timedelta(weeks=52 * years)
        weeks = list(test.weeks(first - timedelta(days=first.weekday()), self.until))
        return Lived(weeks=weeks, days=self._days(), circles=self._circles())

    def _circles(self) -> dict[str, str]:
        now = datetime.combine(self.until, time(), ZONE).astimezone(UTC)
        own, calendars = self.met.owners.all, self.library.names
        known = bonds_from(
            self.met.judgement, self.met.people, own=own, now=now, zone=ZONE, calendars=calendars
        )
        return {bond.person.key: bond.person.circle for bond in known}

    def _days(self) -> dict[str, list[date]]:
        days = defaultdict[str, set[date]](set)
        for touch in self.met.judgement.touches:
            days[touch.person].add(touch.started_at.astimezone(ZONE).date())
        return {person: sorted(all_days) for person, all_days in days.items()}


def main(args: Sequence[str] = ()) -> int:
    """Prints the table; with --read the weeks before it. Always 0, since only a reader can judge. Raises UsageError."""
    plain = [arg for arg in args if arg != "--read"]
    if len(plain) > 3 or any(arg.startswith("--") for arg in plain):
        raise UsageError(
            f"{plain[-1]} is too much: give a history, years, a last day and --read, or fewer of them"
        )
    years = _years_in(plain[1]) if len(plain) > 1 else YEARS
    until = day_in(plain[2]) if len(plain) > 2 else LAST_DAY
    diaries = [_diary(Path(file), until) for file in plain[:1]]
    lives = [_demo(), *diaries]
    columns = []
    for life in lives:
        lived = life.lived(years)
        if "--read" in args:
            _read(life.name, lived.weeks)
        columns.append(figures_of(lived))
    show_table(
        ["", *(life.name for life in lives)],
        [[figure, *(column[figure] for column in columns)] for figure in columns[0]],
    )
    return 0


def _years_in(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_YEARS:
        raise UsageError(f"{text!r} is no number of years: give one from 1 to {_MOST_YEARS}")
    return int(text)


def _read(name: str, weeks: Sequence[Week]) -> None:
    print(f"\n═══ {name} ═══")
    for week in weeks:
        print(f"\n── {week.monday:%G-W%V} ──" if week.plan.nudges else "", end="")
        for nudge in week.plan.nudges:
            print(f"\n{nudge.on:%a %d %b} · {nudge.headline}  [{nudge.reason}, {nudge.channel}]")
            print(f"  {nudge.why}\n  {nudge.gift.text}\n  « {nudge.draft} »")


def _demo() -> Life:
    library, cards, now = demo_library()
    return Life(name="the demo", library=library, met=met_in(library, me=(), cards=cards, now=now))


def _diary(file: Path, until: date) -> Life:
    now = datetime.combine(LAST_DAY, time(23), ZONE).astimezone(UTC)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.ics"
        path.write_text(_calendar(file, until + timedelta(days=BACK_DAYS)), "utf-8")
        zoned, window = Zoned(said=None, fallback=ZONE), Window(None, now + timedelta(days=365))
        library = library_of([str(path)], now=now, zoned=zoned, window=window)
    met = met_in(library, me=(ME,), cards=(), now=now)
    return Life(name="a diary", library=library, met=met, until=until, is_diary=True)


def _contacts_in(file: Path) -> list[tuple[int, int, int, int]]:
    """Ego, day, size and alter of each. Raises UsageError."""
    try:
        with gzip.open(file, "rt") as rows:
            found = [
                (int(r["ego"]), int(r["t"]), int(r["size"]), int(r["alter"])) for r in csv.DictReader(rows)
            ]
    except (OSError, EOFError, KeyError, ValueError):
        found = []
    if not found:
        raise UsageError(
            f"{file} holds no history: name a gzipped CSV with the columns ego, alter, t and size"
        )
    return found


def _calendar(file: Path, until: date) -> str:
    """The diary of the person with the most contacts: one gathering for each day and size, and so many guests."""
    contacts = _contacts_in(file)
    ego = Counter(contact[0] for contact in contacts).most_common(1)[0][0]
    ours = sorted(contact[1:] for contact in contacts if contact[0] == ego)
    everyone = people_of(1 + max(alter for _, _, alter in ours))
    first = LAST_DAY - timedelta(days=ours[-1][0])
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for (day, size), some in groupby(ours, key=lambda contact: contact[:2]):
        on, there, others = first + timedelta(days=day), [alter for _, _, alter in some], max(1, size - 1)
        if on > until:
            break
        for number, guests in enumerate(there[i : i + others] for i in range(0, len(there), others)):
            lines += [
                "BEGIN:VEVENT",
                f"UID:{day}-{size}-{number}",
                f"DTSTART:{on:%Y%m%d}T{17 + number % 5}0000Z",
            ]
            lines += ["DURATION:PT1H", f"SUMMARY:{_WHAT[(day + number) % len(_WHAT)]}"]
            lines += [f"ATTENDEE;CN={everyone[one][1]}:mailto:{everyone[one][0]}" for one in guests]
            lines += [f"ATTENDEE:mailto:{ME}", f"ORGANIZER:mailto:{ME}", "END:VEVENT"]
    return "\n".join([*lines, "END:VCALENDAR", ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
