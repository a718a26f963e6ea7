"""Circles: work, family, friends; for variety only."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.core.test_judge import ADA, ME, judge, meeting
from worker.core.circle import (
    FAMILY,
    FRIENDS,
    PRIVATE,
    WORK,
    Placed,
    Sign,
    Told,
    calendar_named,
    circle_named,
    circle_of,
    is_kin,
    placed,
    told_by,
)
from worker.core.touch import Touch

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY_NOON, SATURDAY_NIGHT = datetime(2024, 3, 4, 11, tzinfo=UTC), datetime(2024, 3, 9, 20, tzinfo=UTC)


def touches(*starts: datetime) -> list[Touch]:
    return judge(
        *(meeting(ME, ADA, started_at=at, ended_at=at + timedelta(hours=1)) for at in starts)
    ).touches


@pytest.mark.parametrize(
    ("emails", "starts", "circle"),
    [
        (["ada@firm.example"], [MONDAY_NOON], WORK),
        (["ada@firm.example"], [SATURDAY_NIGHT], FRIENDS),
        (["ada@me.example"], [SATURDAY_NIGHT], FRIENDS),
        (["ada@me.example"], [MONDAY_NOON] * 2 + [SATURDAY_NIGHT], WORK),
        (["ada@gmail.com"], [MONDAY_NOON], FRIENDS),
        (["ada@outlook.pt"], [MONDAY_NOON], FRIENDS),
        ([], [MONDAY_NOON], FRIENDS),
        (["ada@firm.example"], [], FRIENDS),
        (["ada@gmail.com", "ada@me.example"], [], FRIENDS),
    ],
)
def test_domain_and_hours_tell_the_circle(emails: list[str], starts: list[datetime], circle: str) -> None:
    """A domain of one's own may be a firm's: the hours tell."""
    assert circle_of(emails, touches(*starts), ["me@me.example"], BERLIN) == circle


@pytest.mark.parametrize(
    ("name", "domain", "circle"),
    [
        ("Ana Reyes", "reyes.example", FRIENDS),
        ("Jürgen Müller", "mueller.example", FRIENDS),
        ("Ana Smith", "thesmiths.example", FRIENDS),
        ("Ana Reyes", "familie-reyes.example", FRIENDS),
        ("Ana Reyes", "reyes.acme.com", WORK),
        ("Ana Reyes", "anareyes.example", FRIENDS),
        ("Ana Reyes", "ana-reyes24.example", FRIENDS),
        ("Marco Rossi", "edilrossi.example", WORK),
        ("Giulia Ferraris", "ferrarisassociati.example", WORK),
        ("Ana Reyes", "reyes-architekten.example", WORK),
        ("Ann Lee", "fleet.example", WORK),
        ("Ana Reyes", "gmail.com", FRIENDS),
        ("Ana Hart", "hart.example", FAMILY),
        ("Al Hart", "al.example", WORK),
    ],
)
def test_a_domain_that_is_called_like_them_is_no_firm(name: str, domain: str, circle: str) -> None:
    """At any hour; where the user has an address there, it is the family's."""
    noon = touches(*[MONDAY_NOON] * 4)

    assert (
        circle_of([f"ana@{domain}"], noon, ["me@hart.example"], BERLIN, told_by({}, called=[name])) == circle
    )
    assert circle_of([f"ana@{domain}"], noon, ["me@hart.example"], BERLIN) == (
        FRIENDS if domain == "gmail.com" else WORK
    )


def test_a_colleague_is_no_family_for_a_drink_after_work() -> None:
    """By nothing but an address at one firm and an evening."""
    told = told_by({}, called=["Dora Pike"])

    assert (
        circle_of(["dora.pike@me.example"], touches(SATURDAY_NIGHT), ["me@me.example"], BERLIN, told)
        == FRIENDS
    )


def test_hours_are_those_of_the_user() -> None:
    """07:30 in UTC is no working hour there and half past eight in Berlin."""
    early = touches(datetime(2024, 3, 4, 7, 30, tzinfo=UTC))

    assert circle_of(["ada@firm.example"], early, [], BERLIN) == WORK
    assert circle_of(["ada@firm.example"], early, [], ZoneInfo("UTC")) == FRIENDS


@pytest.mark.parametrize(
    ("name", "circle"),
    [
        ("Family", FAMILY),
        ("Familie", FAMILY),
        ("Familia", FAMILY),
        ("Famille", FAMILY),
        ("Família", FAMILY),
        ("Famiglia Rossi", FAMILY),
        ("Work", WORK),
        ("Arbeit", WORK),
        ("Trabajo", WORK),
        ("Travail", WORK),
        ("Trabalho", WORK),
        ("Lavoro", WORK),
        ("Friends", FRIENDS),
        ("Freunde", FRIENDS),
        ("Amigos", FRIENDS),
        ("Amis", FRIENDS),
        ("Amici", FRIENDS),
        ("Friends & Family", ""),
        ("Workshop", ""),
        ("Birthdays", ""),
        ("Ana's calendar", ""),
        ("", ""),
    ],
)
def test_a_name_tells_a_circle_in_six_languages(name: str, circle: str) -> None:
    """Where it tells one and no other."""
    assert circle_named(name) == circle


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Told(card=FAMILY, meetings={FRIENDS: 4}), (FAMILY, Sign.CARD)),
        (Told(meetings={FRIENDS: 2}), (FRIENDS, Sign.CALENDAR)),
        (Told(meetings={FRIENDS: 1}), (WORK, Sign.HOURS)),
        (Told(meetings={FRIENDS: 2, FAMILY: 2}), (FAMILY, Sign.CALENDAR)),
        (Told(), (WORK, Sign.HOURS)),
        (Told(meetings={PRIVATE: 2}), (FRIENDS, Sign.NOTHING)),
        (Told(meetings={PRIVATE: 1}), (WORK, Sign.HOURS)),
        (Told(meetings={PRIVATE: 2, FAMILY: 2}), (FAMILY, Sign.CALENDAR)),
    ],
)
def test_the_users_own_words_go_before_domain_and_hours(told: Told, expected: tuple[str, Sign]) -> None:
    """A group of the address book first, then a calendar's name that holds for half of the meetings."""
    found = placed(["ada@firm.example"], touches(*[MONDAY_NOON] * 4), [], BERLIN, told)

    assert (found.circle, found.sign) == expected


def test_a_private_calendar_holds_no_colleagues() -> None:
    """Whatever domain is shared, and at any hour."""
    found = placed(
        ["ada@me.example"], touches(MONDAY_NOON), ["me@me.example"], BERLIN, told_by({"Privat": 1})
    )

    assert found.circle == FRIENDS


@pytest.mark.parametrize(
    "name", ["Private", "Personal", "Home", "Persönlich", "Privado", "Privé", "Pessoal", "Privato"]
)
def test_a_private_calendar_is_no_group_of_an_address_book(name: str) -> None:
    """It tells only who is no colleague; a name that tells a circle goes before."""
    assert calendar_named(name) == PRIVATE
    assert circle_named(name) == ""
    assert calendar_named(f"{name} · Family") == FAMILY
    assert calendar_named("Privately owned") == ""


def test_two_calendars_of_one_kind_count_together() -> None:
    """Work and Büro; a calendar whose name tells nothing counts for nothing."""
    assert told_by({"Work": 2, "Büro": 3, "Stuff": 9}).meetings == {WORK: 5}


@pytest.mark.parametrize(
    "name",
    ["Maman", "Mum", "Oma", "Pépé", "Oma & Opa", "Mum and Dad", "Tante Ginette", "Uncle Bob", "Oma Schulz",
     "Abuela Carmen", "Nonna ❤️", "Cousine Eva", "TIO PACO", "Tia Rosa", "Zio Gino", "Schwiegermutter",
     "Avó Lurdes", "avô Manuel", "Vó Nena", "Prima Sara", "primo Luís", "Neta Inês", "genro", "Madrinha Rosa", "Mãe",
     "Nieta Sol", "Yerno", "Padrino Paco", "Mémé", "Marraine Lou", "Enkelin Lea", "Uroma", "Godmother Ann", "Stepdad",
     "Nipotina Lia", "Nuora"],
)  # fmt: skip
def test_whom_one_calls_by_a_word_for_kin_is_family(name: str) -> None:
    """In six languages, with a name or without."""
    assert is_kin(name)


@pytest.mark.parametrize(
    "name",
    ["Sister Act", "Sister Mary", "Schwester Maria", "Brother printer", "Brother", "Father Brown", "Padre Pio",
     "Mutter Erde", "Mother Teresa", "Mama Lena", "Papa John's", "Uncle Ben's", "Tante", "Tante Emma Laden",
     "Primo Levi", "Yaya Touré", "Nan Goldin", "Mae West", "Prima Donna", "Irma", "Pepe Roth", "Soeur Marie",
     "Hermana Lucía", "Ana Lima", "Avo", "Vo", "Primo GmbH", "Mãe Ana", "Mãe Joana", "", "&"],
)  # fmt: skip
def test_a_word_that_may_be_no_kin_tells_nothing(name: str) -> None:
    """Nuns, nurses, priests, firms, given names; and before a given name a parent is mostly the other's."""
    assert not is_kin(name)


def test_a_name_for_kin_goes_before_calendars_and_after_a_group() -> None:
    """The user's own word for somebody; a group of the address book was chosen for them."""
    kin = told_by({"Work": 9}, called=["Ginette Roy", "Tante Ginette"])

    assert placed([], [], [], BERLIN, kin) == Placed(circle=FAMILY, sign=Sign.NAME)
    assert placed([], [], [], BERLIN, told_by({}, FRIENDS, ["Maman"])).sign is Sign.CARD
    assert placed([], [], [], BERLIN, told_by({}, called=["Ginette Roy"])).sign is Sign.NOTHING
