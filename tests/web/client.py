"""A client at the door of a home of the tests, on this machine, so that no login is asked."""

import atexit
from contextlib import ExitStack
from functools import cache

from anyio.from_thread import BlockingPortal, start_blocking_portal
from starlette.testclient import TestClient

from tasks.door import app_for
from tests.tasks.home import Home


@cache
def _loop() -> BlockingPortal:
    """The one of this process, as a server has one: a client by itself begins and ends one for each request."""
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(start_blocking_portal("asyncio"))


def at_the_door(client: TestClient) -> TestClient:
    client.portal = _loop()
    return client


def client_of(home: Home) -> TestClient:
    """Follows no redirect: where a form leads to is for the test to see."""
    return at_the_door(
        TestClient(
            app_for(home.house),
            base_url=home.house.base_url,
            client=("127.0.0.1", 50_000),
            follow_redirects=False,
        )
    )
