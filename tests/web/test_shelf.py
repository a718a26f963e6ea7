"""The shelf on the page: put there by a form, shown, and taken away, in every language."""

from starlette.testclient import TestClient

from tests.web.house import ME, OTHER, House, form_token_in, post
from worker.core.giving.shelf import ShelfKind
from worker.store import shelf

BOOK = {
    "kind": "book",
    "text": " The  Backyard Beekeeper ",
    "topics": "bees, honey,",
    "link": "https://example.org/",
}


def kept(house: House, user_id: int = ME) -> list[shelf.Kept]:
    with house.database.read() as conn:
        return list(shelf.everything(conn, user_id))


def test_a_thing_is_put_on_the_shelf_and_shown(house: House, client: TestClient) -> None:
    """B11: tidied, of today, for this user alone; and everyone is looked at again."""
    assert post(client, "shelf", **BOOK) == 303

    (one,) = kept(house)
    assert (one.thing.kind, one.thing.text) == (ShelfKind.BOOK, "The Backyard Beekeeper")
    assert one.thing.topics == ("bees", "honey")
    assert one.thing.added_on == house.now.date()
    assert ("look again", ME) in house.rung
    assert kept(house, OTHER) == []
    page = client.get("/").text
    assert "The Backyard Beekeeper" in page
    assert "bees, honey" in page


def test_twice_is_once(house: House, client: TestClient) -> None:
    """The same words again are the same thing."""
    post(client, "shelf", **BOOK)
    post(client, "shelf", **BOOK)

    assert len(kept(house)) == 1


def test_a_thing_is_taken_away(house: House, client: TestClient) -> None:
    """And is gone from the page."""
    post(client, "shelf", **BOOK)
    (one,) = kept(house)

    assert post(client, "shelf/remove", thing=str(one.id)) == 303
    assert kept(house) == []
    assert "Beekeeper" not in client.get("/").text


def test_what_stands_there_is_shown_and_never_run(house: House, client: TestClient) -> None:
    """Words are words."""
    post(client, "shelf", kind="skill", text="<script>alert(1)</script>")

    assert "<script>alert" not in client.get("/").text


def test_something_to_read_without_an_address_is_a_book(house: House, client: TestClient) -> None:
    """The words to send name it, and point nowhere; what is exported can be imported again."""
    assert post(client, "shelf", kind="link", text="How hives winter", topics="bees") == 303
    assert post(client, "shelf", kind="link", text="Bees", link="https://example.org/") == 303

    assert [each.thing.kind for each in kept(house)] == [ShelfKind.BOOK, ShelfKind.LINK]


def test_an_address_may_be_typed_as_browsers_show_it(house: House, client: TestClient) -> None:
    """Without https://, which nobody types."""
    assert post(client, "shelf", **BOOK | {"link": " www.example.org/book/bees "}) == 303

    assert [each.thing.link for each in kept(house)] == ["https://www.example.org/book/bees"]


def test_what_is_no_address_of_the_web_is_told_in_a_sentence(house: House, client: TestClient) -> None:
    """And nothing is kept; the form says the same before it is sent."""
    told = client.post("shelf", data={**BOOK, "link": "on my desk", "token": form_token_in(client)})

    assert told.status_code == 400
    assert "begins with https://" in told.text
    assert "begins with https://" in client.get("/").text
    assert kept(house) == []
