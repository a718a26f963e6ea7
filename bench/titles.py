"""Names in titles, measured: how many titles a second, with a full address book and a life's calendar.

`python -m bench.titles` prints three figures: titles of an ordinary calendar, of which one in three names somebody;
the same when every title names somebody; and what reading an address book of this size costs.
"""

import random
from collections.abc import Callable, Sequence
from time import process_time

from bench.measuring import Promise, show_promises
from worker.core.person import Person
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_names import people_in_title

PEOPLE = 1_000
TITLES = 50_000
ROUNDS = 3
PER_SECOND = 100_000
_FIRST = [
    "Ada", "Grace", "Alan", "Edsger", "Barbara", "Niklaus", "Dennis", "Frances", "Jean", "Kateryna", "Zoë", "José",
    "Maria", "Jürgen", "Camille", "Chiara", "João", "Inês", "Sofie", "Piotr", "Astrid", "Erik", "Bob", "Priya",
]  # fmt: skip
_SYLLABLES = ["ba", "ro", "mi", "ne", "lo", "ka", "ti", "su", "ve", "da", "fi", "go"]
_OTHER = (
    "Dentist", "Flight LH{n}", "Sprint review {n}", "Team meeting", "Invoice {n}", "Board meeting Q{n}", "Yoga",
    "Focus time", "Review w/ legal {n}", "All hands", "Elternabend", "Reunión de equipo {n}", "Vacances", "Palestra",
    "Train to Berlin {n}", "Workshop: roadmap {n}", "Deploy release {n}", "Call with Acme {n}", "Birthday of Ana",
)  # fmt: skip
_SOCIAL = (
    "Lunch with {a}", "Coffee w/ {a} & {b}", "1:1 {a}", "{a} <> {b}", "Call: {A}", "Dinner at {a}'s", "Kaffee mit {a}",
    "Déjeuner avec {A}", "Almuerzo con {a} y {b}", "Weekly sync {A} {n}", "Pranzo con {A}", "{a}'s flight {n}",
)  # fmt: skip


def people(dice: random.Random) -> list[Person]:
    """Made-up people; given names are shared by many, as in life."""
    names = [
        f"{dice.choice(_FIRST)} {''.join(dice.choices(_SYLLABLES, k=3)).capitalize()}" for _ in range(PEOPLE)
    ]
    return [
        Person(key=f"p{i}@example.com", name=name, emails=(f"p{i}@example.com",))
        for i, name in enumerate(names)
    ]


def titles(known: Sequence[Person], dice: random.Random, share: float) -> list[str]:
    """So many titles, of which this share names somebody; hardly one stands there twice."""
    return [_title(known, dice, _SOCIAL if dice.random() < share else _OTHER) for _ in range(TITLES)]


def _title(known: Sequence[Person], dice: random.Random, forms: Sequence[str]) -> str:
    a, b = dice.choice(known).name, dice.choice(known).name
    return dice.choice(forms).format(a=a.split()[0], b=b.split()[0], A=a, n=dice.randrange(10_000))


def _seconds(do: Callable[[], object]) -> float:
    """The best of some rounds, in seconds of the processor: what else runs on the machine does not count."""
    best = float("inf")
    for _ in range(ROUNDS):
        begin = process_time()
        do()
        best = min(best, process_time() - begin)
    return best


def main() -> int:
    """Exit code 1 where a promise is missed."""
    dice = random.Random(17)
    known = people(dice)
    book = NameBook.of(known, ["Ben Carter"])
    promises = []
    for name, share in (("an ordinary calendar", 1 / 3), ("nothing but names", 1.0)):
        some = titles(known, dice, share)
        seconds = _seconds(lambda some=some: [people_in_title(title, book) for title in some])  # type: ignore[misc]  # bound at once
        what = f"names in the titles of {name}"
        promises.append(Promise(what=what, figure=TITLES / seconds, promised=PER_SECOND, unit="/s"))
    print(f"a book of {PEOPLE:,} people   {_seconds(lambda: NameBook.of(known)) * 1000:7.1f} ms\n")
    return show_promises(promises)


if __name__ == "__main__":
    raise SystemExit(main())
