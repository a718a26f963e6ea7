"""Perhaps over years: at each moment titles tell what they would tell somebody who looks then for the first time."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.core.title_books import book_of
from worker.core.event import Occurrence
from worker.core.owner import Owners
from worker.core.perhaps import Tells, perhaps_in, perhaps_over

START = datetime(2026, 1, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)
MINE = Owners(said=frozenset(("me@example.org",)))
BOOK = book_of("Aldo Fabbri", "Tom Miller")
TITLES = ("Aldo ???", "Tennis Aldo", "Lunch with Aldo", "Chemo Aldo", "Geburtstag Tom", "Tom?", "Dentist")


def titled(title: str, day: int) -> Occurrence:
    start = START + day * DAY
    return Occurrence(
        source="own.ics",
        event_uid=str(day),
        event_key=str(day),
        recurrence_id=None,
        started_at=start,
        ended_at=start + timedelta(hours=1),
        title=title,
    )


@given(
    lived=st.lists(
        st.builds(titled, st.sampled_from(TITLES), st.integers(0, 30)), unique_by=lambda o: o.event_uid
    ),
    looks=st.lists(st.integers(-2, 32), min_size=1).map(sorted),
)
def test_a_look_among_many_sees_what_one_alone_would(lived: list[Occurrence], looks: list[int]) -> None:
    """What is ahead is read as ahead until its hour comes, and as past from then on."""
    moments = [START + day * DAY for day in looks]

    over = list(perhaps_over(lived, MINE, BOOK, moments))

    assert [set(told) for told in over] == [set(perhaps_in(lived, MINE, BOOK, now)) for now in moments]


def test_what_was_ahead_is_past_once_its_hour_has_come() -> None:
    """The later of two is still ahead; then it is the one that counts."""
    lived = [titled("Aldo ???", 5), titled("Aldo ???", 9)]

    over = perhaps_over(lived, MINE, BOOK, [START + day * DAY for day in (4, 5, 9)])

    met = [[each.started_at for each in told if each.tells is Tells.MEETING] for told in over]
    assert met == [[START + 5 * DAY, START + 9 * DAY], [START + 9 * DAY, START + 5 * DAY], [START + 9 * DAY]]


def test_nobody_is_known_by_a_title_that_is_still_to_come() -> None:
    """Nor was anybody perhaps met there."""
    lived = [titled("Tennis Aldo", 5)]

    before, after = perhaps_over(lived, MINE, BOOK, [START + day * DAY for day in (4, 5)])

    assert list(before) == []
    assert {each.tells for each in after} == {Tells.MEETING, Tells.KNOWN}
