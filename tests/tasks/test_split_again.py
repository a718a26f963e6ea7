"""A split takes a merge back, whatever either is known from: titles alone, invitations, cards, or the user's word."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tasks.duty import Kind
from tasks.importing import import_cards
from tasks.proposing import confirm, perhaps_of, proposals
from tasks.tending import merge, note_met, split
from tasks.tends import TendedHouse
from tasks.timetable import keep_duties
from tests.tasks.home import NOW, Home, as_it_was, event, kept_of
from tests.tasks.test_titles import alone, named
from tests.tasks.tied import ties
from worker.store import events, people, users

DAY = timedelta(days=1)
HANNES, THOMAS = "hannes.gruber@aon.example.at", "thomas.b@gmx.example.at"
"""The one's name is spelt by the address, the other's is not."""
MAIER, RESI = "hmaier@gmx.example.at", "resi0@gmx.example.at"
ILSE, SEPP = "name:ilse", "name:sepp huber"
NAMES = {HANNES: "Hannes Gruber", THOMAS: "Thomas Brandstätter", MAIER: "Hannes Maier"}
TITLES = (
    *("Mittagessen mit Hannes", "Lunch mit Hannes Gruber", "Kaffee mit Thomas", "Kaffee mit Ilse"),
    *("Bier mit Sepp", "Wandern mit Sepp Huber", "Hannes Maier", "Essen mit Thomas und Hannes Gruber"),
    *("Tarock mit Resi", "Kino mit Ernst", "Kaffee mit Brandstätter", "Abendessen mit Hans"),
    *("Jause mit Vera", "Kino mit Vera Lang"),
)
CALENDAR = [
    alone(f"{number}-{times}", NOW - (300 - 60 * times - 3 * number) * DAY, title)
    for number, title in enumerate(TITLES)
    for times in range(6)
]
VERA = "vera.lang@gmx.example.at"
INVITED = [
    *(event(f"v{times}", NOW - (285 - 50 * times) * DAY, VERA) for times in range(3)),
    *(
        named(f"i{times}", NOW - (290 - 45 * times) * DAY, f"resi{times % 2}@gmx.example.at", "Resi Pichler")
        for times in range(5)
    ),
]


def card(name: str, *lines: str) -> str:
    return "".join(
        f"{line}\r\n" for line in ("BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD")
    )


CARDS = (
    *(card(name, f"EMAIL:{address}") for address, name in NAMES.items()),
    card("Sepp Huber", "TEL:+43 1", "NICKNAME:Pepi", "BDAY:1970-02-03"),
    card("Ernst Pichler", "EMAIL:ep@gmx.example.at", "NICKNAME:Resi"),
)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Titles, invitations and cards are read, Ilse is confirmed, and meetings with two are noted."""
    home = Home(tmp_path_factory.mktemp("lived") / "home")
    home.read(home.add(home.write("own.ics", *CALENDAR)))
    home.read(home.add(home.write("invited.ics", *INVITED)))
    book = home.folder / "book.vcf"
    book.write_text("".join(CARDS))
    import_cards(home.house, book)
    home.live()
    confirm(home.house, "Ilse")
    home.live()
    for who in ("Hannes Gruber", "Ilse"):
        note_met(home.house, who, date(2026, 6, 1))
    return kept_of(home)


@pytest.fixture
def home(lived: Path) -> Iterator[Home]:
    with as_it_was(lived) as home:
        yield home


def told(home: Home) -> dict[str, Any]:
    """Everything that the record tells of people, and whom what is typed or stands in titles means."""
    tables = {
        "people": "SELECT * FROM people ORDER BY id",
        "addresses": "SELECT * FROM addresses ORDER BY address",
        "touches": "SELECT person_id, address, name, started_at, title, evidence, others FROM touches ORDER BY 4, 2",
        "perhaps": "SELECT address, name, started_at, title FROM perhaps ORDER BY 3, 1, 2",
    }
    with home.house.database.read() as conn:
        known = people.all_people(conn, home.user_id)
        names = {name for each in known for name in each.person.names} | {"Hannes", "Sepp", "Resi", "Pepi"}
        meant = {name: [k.person.key for k in people.find(conn, home.user_id, name)] for name in names}
        may_mean = perhaps_of(conn, home.user_id, [each.id for each in known])
    return {
        **{name: home.rows(query) for name, query in tables.items()},
        "proposed": proposals(home.house),
        "known": known,
        "meant": meant,
        "may mean": may_mean,
    }


def asked(told: dict[str, Any]) -> set[str]:
    return {each.name for each in told["proposed"]}


def joined_and_parted(home: Home, *pairs: tuple[str, str], is_at_once: bool = False) -> None:
    """All these are joined, and parted in the other order: each time all is as it was before the merge."""
    was: list[dict[str, Any]] = []
    for kept, other in pairs:
        was.append(told(home))
        TendedHouse(home.house).decide(kept, other, is_one=True)  # the page does what the command does
        if not is_at_once:
            home.live()
        assert asked(told(home)) <= asked(was[-1])
    for kept, _ in reversed(pairs):
        split(home.house, kept)
        home.live()
        now, before = told(home), was.pop()
        assert [what for what in before if now[what] != before[what]] == []


WHO = (HANNES, THOMAS, ILSE, SEPP, RESI, VERA)


PAIRS = list(permutations(WHO, 2))
THREE = [(HANNES, THOMAS, ILSE), (SEPP, RESI, HANNES), (HANNES, MAIER, THOMAS)]


@pytest.mark.parametrize("pair", PAIRS)
def test_whichever_two_were_merged_are_again_who_they_were(home: Home, pair: tuple[str, str]) -> None:
    """Names, meetings, rhythms, what titles mean or may mean, what is asked."""
    joined_and_parted(home, pair)


@pytest.mark.parametrize("kept", [0, 1, 2])
@pytest.mark.parametrize("three", THREE)
def test_of_three_the_last_merge_goes_first(home: Home, three: Sequence[str], kept: int) -> None:
    """Whoever was kept in the one, may be the other in the next."""
    one, other, third = three
    joined_and_parted(home, (one, other), [(one, third), (third, one), (other, third)][kept])


@pytest.mark.parametrize("pair", [(THOMAS, HANNES), (RESI, ILSE)])
def test_a_split_need_not_wait_for_what_the_merge_has_learnt_again(home: Home, pair: tuple[str, str]) -> None:
    """A slip is noticed at once."""
    joined_and_parted(home, pair, is_at_once=True)


def shown_no_longer(home: Home) -> None:
    """The calendar has lost most of its past, and after a day that is believed."""
    home.write("own.ics", *CALENDAR[-6:])
    for _ in range(2):
        home.poll(1)
        home.now += 5 * DAY
    home.live()


def met(home: Home) -> object:
    query = "SELECT person_id, address, name, title, started_at, is_upcoming FROM touches ORDER BY 5, 2"
    return home.rows(query), ties(home)


@pytest.mark.parametrize("pair", [(THOMAS, HANNES), (HANNES, THOMAS), (SEPP, ILSE)])
def test_meetings_that_a_calendar_shows_no_longer_go_back_to_whom_their_titles_name(
    lived: Path, pair: tuple[str, str]
) -> None:
    """Nothing is learnt from them again; where a title names both, both are met."""
    with as_it_was(lived) as home:
        shown_no_longer(home)
        never_merged = met(home)
    with as_it_was(lived) as home:
        merge(home.house, *pair)
        home.live()
        shown_no_longer(home)
        split(home.house, pair[0])
        home.live()

        assert met(home) == never_merged


def test_whoever_was_joined_by_a_merge_alone_is_parted_from_nobody(tmp_path: Path) -> None:
    """Of three namesakes the user joins two: so there are two, and the third is taken for one of them."""
    three = [
        named(f"{who}{times}", NOW - (290 - 45 * times - day) * DAY, f"{who}@gmail.com", "Resi Pichler")
        for times in range(5)
        for day, who in enumerate(("resi", "pichler", "rp"))
    ]
    home = Home(tmp_path)
    home.read(home.add(home.write("invited.ics", *three)))
    before = ties(home)
    merge(home.house, "resi@gmail.com", "pichler@gmail.com")
    with home.house.database.write() as conn:
        events.mark_unlearnt(conn, home.user_id, 1)
    home.do(Kind.LEARN, 1)
    assert list(ties(home)) == ["resi@gmail.com"]

    split(home.house, "resi@gmail.com")

    assert ties(home) == before
    assert home.rows("SELECT kind, one, other FROM verdicts") == [
        ("apart", "pichler@gmail.com", "resi@gmail.com")
    ]
    home.house.close()


def test_who_kept_a_name_of_another_after_a_split_has_their_own_at_the_next_start(home: Home) -> None:
    """As earlier versions left it."""
    before = told(home)
    with home.house.database.write() as conn:
        conn.exec_driver_sql(f"""UPDATE people SET also = '["Hannes Gruber"]' WHERE key = '{THOMAS}'""")
        events.mark_unlearnt(conn, home.user_id, 1)
    home.do(Kind.LEARN, 1)
    assert "Hannes" in [each.name for each in proposals(home.house)]

    with home.house.database.write() as conn:
        users.keep_value(conn, home.user_id, "learnt with", "what came before")
        keep_duties(home.house, conn)
    home.live()

    now = told(home)
    assert [what for what in before if now[what] != before[what]] == []
