"""Namesakes: who is met only since somebody of that name fell silent may be they."""

from dataclasses import replace

import pytest

from tests.core.bonds import ENGLISH, TODAY, bond, planned
from worker.core.bond import Bond
from worker.core.giving.catalogue import Occasion
from worker.core.giving.hold import because
from worker.core.giving.look import Look
from worker.core.giving.phrase import why_of
from worker.core.identity.sighting import Pair
from worker.core.knowing import with_perhaps
from worker.core.namesake import Since, met_as_another
from worker.core.person import People

WORK, BAKERY = "a.tessier@work.example", "aurelie@bakery.example"


def aurelie(*days: int, key: str = WORK, name: str = "Aurélie Tessier") -> Bond:
    return bond(name, days, key=key)


def doubted(*some: Bond, apart: frozenset[Pair] = frozenset()) -> list[str]:
    return sorted(met_as_another(((each.person, each.tie) for each in some), apart))


SILENT, LATER = aurelie(400, 380, 360, 340), aurelie(200, 100, 9, key=BAKERY, name="TESSIER Aurélie")


@pytest.mark.parametrize(
    ("other", "is_in_doubt"),
    [
        (LATER, True),
        (aurelie(350, 100, key=BAKERY), False),
        (aurelie(100, key=BAKERY, name="Aurélie Martin"), False),
        (aurelie(100, key=BAKERY, name="Aurélie"), False),
    ],
)
def test_it_is_who_was_met_under_that_name_only_afterwards(other: Bond, *, is_in_doubt: bool) -> None:
    """Two who were met side by side are two."""
    assert doubted(SILENT, other) == ([WORK] if is_in_doubt else [])


def test_the_user_parts_them_and_many_of_one_name_are_many() -> None:
    """Then each is silent for themselves."""
    assert doubted(SILENT, LATER, apart=frozenset([frozenset((WORK, BAKERY))])) == []
    assert doubted(SILENT, *(aurelie(100 + n, key=f"{n}@example.org") for n in range(4))) == []


def test_until_that_is_settled_no_span_is_told_and_a_late_meeting_holds() -> None:
    """As in any doubt of a title."""
    found = with_perhaps([SILENT, LATER], [], People({}, {}), LATER.touches[-1].ended_at)
    silent = next(each for each in found if each.person.key == WORK)
    look = Look(bond=silent, today=TODAY, zone="UTC", occasion=Occasion.RHYTHM, words=ENGLISH)

    assert because(look) == "perhaps you met on 14 November"
    assert why_of(silent, Occasion.RHYTHM, ENGLISH, on=TODAY, zone="UTC") == (
        "It has been a while since you and Aurélie met."
    )


def test_one_silence_is_told_once_and_of_whoever_was_met_last() -> None:
    """Until it is settled whether the two are one; a birthday has its day, whoever they are."""
    often = aurelie(*range(200, 330, 20), key=BAKERY)
    found = with_perhaps([SILENT, often], [], People({}, {}), often.touches[-1].ended_at)
    looks = {
        each.person.key: Look(bond=each, today=TODAY, zone="UTC", occasion=Occasion.RHYTHM, words=ENGLISH)
        for each in found
    }
    told = {key: because(look) for key, look in looks.items()}

    assert told == {
        WORK: "somebody of that name was met since, and it is open whether the two are one",
        BAKERY: None,
    }
    assert because(replace(looks[WORK], occasion=Occasion.BIRTHDAY)) is None
    assert [each.person for each in planned(*found).nudges] == [BAKERY]


def test_of_three_of_one_name_the_last_is_missed() -> None:
    """However seldom the one between was met."""
    seldom, often = aurelie(330, key="b@x.example"), aurelie(*range(200, 320, 20), key=BAKERY)

    assert met_as_another((each.person, each.tie) for each in (SILENT, seldom, often)) == {
        WORK: Since(often.tie.last_met_on or TODAY, is_missed=True),
        "b@x.example": Since(often.tie.last_met_on or TODAY, is_missed=True),
    }
