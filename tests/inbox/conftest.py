"""A web server whose answers a test writes, and a way to ask it: what every test of fetching begins with."""

from collections.abc import Iterator

import pytest

from tests.inbox.fetch_server import CALENDAR, OPEN, Get, Site, getting, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """It has one calendar, at /c.ics."""
    with serving() as running:
        running.pages["/c.ics"] = lambda handler: handler.answer(body=CALENDAR)
        yield running


@pytest.fixture(scope="module")
def get() -> Iterator[Get]:
    """Any address may be asked."""
    with getting(OPEN) as get:
        yield get
