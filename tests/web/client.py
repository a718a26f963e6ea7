"""A client at the door of a home of the tests, on this machine, so that no login is asked."""

from starlette.testclient import TestClient

from tasks.door import app_for
from tests.tasks.home import Home


def client_of(home: Home) -> TestClient:
    """Follows no redirect: where a form leads to is for the test to see."""
    return TestClient(
        app_for(home.house),
        base_url=home.house.base_url,
        client=("127.0.0.1", 50_000),
        follow_redirects=False,
    )
