"""What stands under "This week": the calendar week, and what still waits of the days before."""

from datetime import datetime

import pytest
from starlette.testclient import TestClient

from tests.web.house import House


def headings(page: str) -> tuple[str, str]:
    """What stands under "This week", and under "Coming up" if that is there."""
    this_week, _, coming = page.partition('id="coming"')
    return this_week.partition('id="week"')[2], coming.partition("</section>")[0]


def page_on(house: House, day: int) -> str:
    house.now = datetime(2026, 11, day, 12, tzinfo=house.now.tzinfo)
    client: TestClient = house.client()
    return client.get("/").text


@pytest.mark.parametrize(("day", "is_this_week"), [(22, False), (23, True)])
def test_a_week_begins_on_monday(house: House, day: int, *, is_this_week: bool) -> None:
    """Thursday, 26 November is this week from Monday on; on the Sunday before it is coming up."""
    this_week, coming = headings(page_on(house, day))

    assert ("Ada Lovelace" in this_week) is is_this_week
    assert ("Ada Lovelace" in coming) is not is_this_week


def test_what_still_waits_has_no_day_any_more(house: House) -> None:
    """On the day itself it has; then any day is as good."""
    on_the_day, after = (headings(page_on(house, day))[0] for day in (26, 27))

    assert "Thursday, 26 November" in on_the_day
    assert "Ada Lovelace" in after
    assert "26 November" not in after
