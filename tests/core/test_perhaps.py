"""Perhaps: titles that may mean somebody known, though it is not sure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.core.bonds import ENGLISH, TODAY, bond
from tests.core.title_books import BOOK, book_of
from worker.core.event import Occurrence, Party
from worker.core.giving.catalogue import Occasion
from worker.core.giving.doubt import in_doubt
from worker.core.giving.hold import because
from worker.core.giving.look import Look
from worker.core.knowing import with_doubts, with_perhaps
from worker.core.owner import Owners
from worker.core.perhaps import Perhaps, Tells, perhaps_in
from worker.core.person import Birthday, People
from worker.core.titles.name_book import NameBook
from worker.core.titles.title_names import perhaps_in_title

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
BEFORE = NOW - timedelta(days=60)
ME = "me@example.org"
MINE = Owners(said=frozenset((ME,)))
ALDO, TWO = book_of("Aldo Fabbri", "Tom Miller"), book_of("Maria Silva", "Maria Rossi")


def ahead(title: str, **values: Any) -> Occurrence:
    start = values.get("started_at", NOW + timedelta(days=3))
    plain = Occurrence(
        source="own.ics",
        event_uid="u",
        event_key="u",
        recurrence_id=None,
        started_at=start,
        ended_at=start + timedelta(hours=1),
        title=title,
    )
    return replace(plain, **values)


def meant(occurrence: Occurrence, book: NameBook = ALDO, owners: Owners = MINE) -> set[str]:
    return {each.person for each in perhaps_in([occurrence], owners, book, NOW)}


def told(occurrence: Occurrence, what: Tells, book: NameBook = ALDO, owners: Owners = MINE) -> set[str]:
    return {each.person for each in perhaps_in([occurrence], owners, book, NOW) if each.tells is what}


@pytest.mark.parametrize(
    "title",
    [
        "Aldo ???",
        "Aldo?",
        "Aldo Sat",
        "aldo sat 19:00",
        "Aldo (tbc)",
        "Maybe Aldo",
        "Aldo in Rome",
        "Aldo + Gina",
        "Dinner with Aldo?",
        "evtl. Kaffee mit Aldo",
        "Vielleicht Essen mit Aldo",
        "Kaffee mit Aldo (tbd)",
        "Kaffee mit Aldo (unter Vorbehalt)",
        "Kaffee mit Aldo – noch offen",
        "Café con Aldo, quizás",
        "Tal vez cena con Aldo",
        "Dîner avec Aldo, peut-être",
        "Cena con Aldo, forse",
        "Jantar com Aldo, talvez",
        "Re: Dinner with Aldo?",
        "Aldo Fabbri ???",
        "Water the plants at Aldo's",
    ],
)
def test_a_name_beside_a_doubt_may_be_met(title: str) -> None:
    """A day, an hour, a place, a question mark, or somebody else's name says nothing against it."""
    assert meant(ahead(title)) == {"Aldo Fabbri"}


@pytest.mark.parametrize(
    "title",
    [
        "Dinner with Aldo",
        "Aldo",
        "Aldo's birthday",
        "Aldo 🎂",
        "Gift for Aldo?",
        "Aldo flight",
        "Ask Aldo?",
        "No Aldo?",
        "Lunch with Aldo Smith?",
        "❌ Aldo ???",
        "Cancelled: Aldo ???",
        "Aldo ??? – moved to January",
        "Dentist?",
        "???",
        "",
        f"Aldo {'?' * 200}",
    ],
)
def test_who_is_sure_or_only_spoken_of_is_not_perhaps_met(title: str) -> None:
    """The sure ones are touches; somebody else, a thing of theirs, or what does not happen is nobody."""
    assert meant(ahead(title)) == set()


def test_each_of_several_who_are_called_so_may_be_met() -> None:
    """By one name, by their own in full, or side by side."""
    assert meant(ahead("Lunch with Maria"), TWO) == {"Maria Silva", "Maria Rossi"}
    assert meant(ahead("Lunch with Maria Silva?"), TWO) == {"Maria Silva"}
    assert perhaps_in_title("Aldo Tom ?", ALDO) == {"Aldo Fabbri": "aldo", "Tom Miller": "tom"}


def test_a_day_cut_short_that_is_somebodys_name_is_theirs() -> None:
    """ "Sam" is Saturday in French."""
    assert meant(ahead("Sam ?"), book_of("Sam Hill")) == {"Sam Hill"}


def test_titles_in_han_are_asked_about_as_well() -> None:
    """There a question mark says so."""
    assert meant(ahead("田中さんとランチ?"), BOOK) == {"tanaka"}
    assert meant(ahead("田中さんとランチ"), BOOK) == set()


def test_a_whole_day_with_nothing_but_a_name_is_not_settled() -> None:
    """It may be a birthday, or a day together."""
    assert meant(ahead("Aldo", all_day=True)) == {"Aldo Fabbri"}


@pytest.mark.parametrize(
    "values",
    [
        {"is_endless": True},
        {"attendees": (Party(address="ana@example.com"),)},
        {"attendees": (Party(address=ME, partstat="DECLINED"),)},
    ],
)
def test_what_is_endless_declined_or_has_guests_says_nothing(values: dict[str, Any]) -> None:
    """Where people are listed, the title adds nobody."""
    assert meant(ahead("Aldo ???", **values)) == set()


def test_what_has_guests_stands_in_the_way_of_nothing_else() -> None:
    """The next title is read."""
    some = [ahead("Aldo ???", attendees=(Party(address="ana@example.com"),)), ahead("Tom ???")]

    assert [each.person for each in perhaps_in(some, MINE, ALDO, NOW)] == ["Tom Miller"]


def test_what_is_nobodys_calendar_says_nothing() -> None:
    """A title of somebody else's calendar is about their Aldo."""
    assert meant(ahead("Aldo ???"), owners=Owners(inferred={"own.ics": frozenset()})) == set()


def test_only_what_may_be_quoted_keeps_its_title() -> None:
    """Neither a private nor a tender one, nor one in a tender place."""
    kept = [
        ahead("Aldo ???"),
        ahead("Aldo ???", is_private=True),
        ahead("Lunch with Aldo? (chemo)"),
        ahead("Aldo ???", place="Hospice"),
    ]

    found = list(perhaps_in(kept, MINE, ALDO, NOW))

    assert [each.title for each in found if each.tells is Tells.MEETING] == ["Aldo ???", "", "", ""]
    assert [each.title for each in found if each.tells is Tells.TENDER] == ["", ""]


def one(**values: Any) -> Perhaps:
    (found,) = perhaps_in([ahead("Aldo ???", **values)], MINE, ALDO, NOW)
    return found


def test_what_perhaps_was_is_told_by_its_latest_day() -> None:
    """An endless series happened, too, up to now; a name on a whole day of each year is a birthday."""
    weekly = [
        ahead("Aldo ???", started_at=NOW + timedelta(days=day), is_endless=True) for day in (-7, 0, -14, 7)
    ]
    once = ahead("Aldo Fabbri ???", event_key="v", started_at=NOW - timedelta(days=2))
    born = ahead("Aldo", all_day=True, is_endless=True, started_at=NOW - timedelta(days=2))

    told = [each for each in perhaps_in([*weekly, once], MINE, ALDO, NOW) if each.tells is Tells.MEETING]
    found = [(each.event_key, each.started_at) for each in told]

    assert found == [("u", NOW), ("v", NOW - timedelta(days=2))]
    assert [each.tells for each in perhaps_in([born], MINE, ALDO, NOW)] == [Tells.KNOWN]


@pytest.mark.parametrize(
    "title",
    ["Tennis Aldo", "Aldo Padel", "Punsch Aldo", "Umzug Aldo – helfen!", "Aldo auf ein Bier", "Aldo on Zoom",
     "Call Aldo Dublin", "Aldo flight", "Movie night: Aldo, Tommo", "Fabbri Aldo Vortrag", "Umzug Aldo Fabbri"],
)  # fmt: skip
def test_whoever_stands_in_a_title_of_the_past_was_perhaps_met(title: str) -> None:
    """So that no silence is told across it; what is ahead, and whole days of birthdays, say less."""
    assert "Aldo Fabbri" in told(ahead(title, started_at=BEFORE), Tells.MEETING)
    assert meant(ahead(title)) == set()


@pytest.mark.parametrize(
    "title",
    ["Geschenk für Aldo", "Geschenk Aldo", "Aldo Geburtstag", "Geburtstag von Aldo", "Brief von Aldo", "Aldo's flight",
     "Lunch with Aldo (cancelled)", "Lunch with Aldo ❌", "Aldo Verdi Vortrag", "Buy Aldo a drink", "Chemo Aldo"],
)  # fmt: skip
def test_what_is_theirs_or_did_not_happen_was_no_meeting(title: str) -> None:
    """Nor was what a namesake does, or what is done for a birthday; something tender has its own way."""
    assert told(ahead(title, started_at=BEFORE), Tells.MEETING) == set()


@pytest.mark.parametrize(
    "title", ["Geburtstag Aldo", "Geschenk für Aldo", "Lunch with Aldo", "Lunch with Aldo (off)"]
)
def test_any_title_of_the_past_tells_that_somebody_is_known(title: str) -> None:
    """The first one is kept; of two who are called so, either may be new."""
    days = [ahead(title, started_at=BEFORE - timedelta(days=day)) for day in (40, 300, 90)]

    first = [each for each in perhaps_in(days, MINE, ALDO, NOW) if each.tells is Tells.KNOWN]

    assert [(each.person, each.started_at) for each in first] == [
        ("Aldo Fabbri", BEFORE - timedelta(days=300))
    ]
    assert told(ahead(title.replace("Aldo", "Maria"), started_at=BEFORE), Tells.KNOWN, TWO) == set()
    assert told(ahead(title), Tells.KNOWN) == set()


def test_somebody_elses_calendar_does_not_tell_whom_the_user_knows() -> None:
    """Their Aldo may be another."""
    theirs = replace(MINE, theirs=frozenset(("own.ics",)))

    assert told(ahead("Aldo's birthday", started_at=BEFORE), Tells.KNOWN, owners=theirs) == set()


def test_the_first_day_that_names_them_is_the_day_they_are_known_on() -> None:
    """Whichever name it was by."""
    known = [replace(one(), tells=Tells.KNOWN, started_at=BEFORE - timedelta(days=day)) for day in (3, 90)]

    assert with_doubts(bond(), known, NOW).known_on == (BEFORE - timedelta(days=90)).date()
    assert with_doubts(bond(), [one()], NOW).known_on is None


def test_what_was_ahead_is_past_as_soon_as_it_has_begun() -> None:
    """It is learnt once; where it stands, the day of the look tells."""
    title = one()

    before, after = (with_doubts(bond(), [title], NOW + timedelta(days=days)) for days in (2, 3))

    assert (before.perhaps, before.perhaps_met) == ((title,), ())
    assert (after.perhaps, after.perhaps_met) == ((), (title,))


def test_it_stands_with_whoever_bears_the_address() -> None:
    """However many addresses somebody has."""
    known = [bond("Aldo Fabbri", key="a@example.org"), bond("Ana Lopez", key="ana@example.org")]
    people = People({each.person.key: each.person for each in known}, {"Aldo Fabbri": "a@example.org"})

    assert [each.perhaps for each in with_perhaps(known, [one()], people, NOW)] == [(one(),), ()]


@pytest.mark.parametrize("occasion", list(Occasion))
def test_what_has_its_own_day_does_not_wait_for_a_doubt(occasion: Occasion) -> None:
    """A birthday comes once a year, and an ask has its line before it."""
    someone = bond(perhaps=[one()])
    is_said = occasion in (Occasion.BIRTHDAY, Occasion.BELATED, Occasion.ASK, Occasion.ASKED)
    reason = because(Look(bond=someone, today=TODAY, zone="UTC", occasion=occasion, words=ENGLISH))

    assert (reason == "perhaps you will meet: “Aldo ???” stands on 26 November") is not is_said


def test_a_whole_day_on_their_birthday_is_that_birthday() -> None:
    """On any other day, and at an hour, it is not."""
    day = one(all_day=True)
    known = {born: Birthday(month=11, day=born) for born in (26, 27)}

    assert in_doubt(bond(perhaps=[day], birthday=known[26]), Occasion.RHYTHM, "UTC") == []
    assert in_doubt(bond(perhaps=[day], birthday=known[27]), Occasion.RHYTHM, "UTC") == [day]
    assert in_doubt(bond(perhaps=[one()], birthday=known[26]), Occasion.RHYTHM, "UTC") == [one()]
    assert in_doubt(bond(perhaps=[day]), Occasion.RHYTHM, "UTC") == [day]
