"""What the page about people refuses: nothing changes, one cause is said, and it leads back."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.tasks.home import Home
from tests.web.client import client_of
from tests.web.life import answered, lived_in


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """One for all, since nothing changes it."""
    made = lived_in(tmp_path_factory.mktemp("tended"))
    yield made
    made.house.close()


@pytest.fixture
def client(home: Home) -> TestClient:
    return client_of(home)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("say", {"person": "nobody at all", "what": "space"}),
        ("say", {"person": "ada", "what": "explode"}),
        ("say", {"person": "ada", "what": "met", "day": "2999-01-01"}),
        ("say", {"person": "ada", "what": "met", "day": "0026-11-01"}),
        ("say", {"person": "ada", "what": "met", "day": "someday"}),
        ("say", {"person": "ada", "what": "awake"}),
        ("say", {"what": "met"}),
        ("same", {"one": "ada", "other": "bob@acme.example", "answer": "three"}),
        ("named", {"name": " ", "answer": "person"}),
        ("named", {"name": "x@example.org", "answer": "person"}),
        ("away", {"first": "2026-05-01", "last": "2026-04-01", "answer": "note"}),
        ("away", {"first": "0026-05-01", "last": "2026-05-02", "answer": "note"}),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    home: Home, client: TestClient, path: str, fields: dict[str, str]
) -> None:
    """A calm sentence."""
    before = home.rows("SELECT * FROM people"), home.rows("SELECT * FROM touches")

    assert answered(client, path, **fields)[0] == 400
    assert (home.rows("SELECT * FROM people"), home.rows("SELECT * FROM touches")) == before


@pytest.mark.parametrize(
    ("path", "fields", "why"),
    [
        ("say", {"person": "nobody at all", "what": "space"}, "Nobody is called this."),
        ("say", {"person": "acme", "what": "space"}, "Nobody is called this."),
        ("say", {"person": "baker", "what": "pin"}, "More than one person is called this."),
        ("say", {"person": "ada", "what": "met", "day": "2999-01-01"}, "a meeting cannot lie ahead"),
        ("same", {"one": "ada", "other": "ada", "answer": "one"}, "load it again"),
        (
            "away",
            {"first": "2026-05-01", "last": "2026-04-01", "answer": "note"},
            "cannot come before the first",
        ),
    ],
)
def test_each_refusal_says_what_it_is_about_and_leads_back_to_the_people(
    client: TestClient, path: str, fields: dict[str, str], why: str
) -> None:
    """One cause, and no others beside it."""
    status, told = answered(client, path, **fields)

    assert status == 400
    assert why in told
    assert told.count("called this") == why.count("called this")
    assert '<a href="../people">To the people</a>' in told
