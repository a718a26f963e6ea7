"""A sieve tells who is forgotten by keyed hashes alone, and leaves a gap where they stood."""

from hashlib import sha256

import pytest

from worker.core.sieve import GAP, Mark, MarkKind, Sieve, mark_of_event, marks_of

ADA, ZOE = "ada@example.org", "name:zoë king"


def hash_of(mark: Mark) -> str:
    return sha256(f"{mark.kind}\0{mark.text}".encode()).hexdigest()


def sieve(addresses: tuple[str, ...] = (ADA,), names: tuple[str, ...] = ("Ada Maria da Silva",)) -> Sieve:
    return Sieve(frozenset(map(hash_of, marks_of(addresses, names))), hash_of)


NOBODY = Sieve(frozenset(), hash_of)


def test_an_empty_sieve_holds_nothing_back() -> None:
    """And changes nothing."""
    assert not NOBODY
    assert not NOBODY.has_person(ADA)
    assert NOBODY.without("Tea with Ada Silva") == "Tea with Ada Silva"
    assert NOBODY.key_of("ada-1") == "ada-1"


def test_somebody_is_known_by_the_address_and_without_one_by_the_whole_name() -> None:
    """Namesakes exist: whoever has another address is somebody else."""
    found = sieve()

    assert found.has_person(ADA)
    assert found.has_person("", "Ada Maria da Silva")
    assert not found.has_person("", "")
    assert not found.has_person("ada@example.com", "Ada Maria da Silva")
    assert sieve((ZOE,), ()).has_person(ZOE)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Tea with Ada Silva", f"Tea with {GAP}"),
        ("Silva, Ada: tea", f"{GAP}: tea"),
        ("ADA MARIA moves", f"{GAP} moves"),
        ("Tea with Ada", "Tea with Ada"),
        ("da da da", "da da da"),
        ("Write to Ada@Example.org.", f"Write to {GAP}"),
        ("mailto:ada@example.org", f"mailto:{GAP}"),
        ("ada@example.com", "ada@example.com"),
        ("", ""),
        ("Ada Silva and Ada Maria", f"{GAP} and {GAP}"),
    ],
)
def test_a_gap_stands_where_an_address_or_two_words_of_the_name_stood(text: str, left: str) -> None:
    """One word is somebody else's as well."""
    assert sieve().without(text) == left


def test_one_word_is_enough_where_they_are_meant() -> None:
    """In an event in which they stood; a short word never is."""
    assert sieve().without("Tea with Ada", is_about_them=True) == f"Tea with {GAP}"
    assert sieve().without("da capo", is_about_them=True) == "da capo"


def test_a_whole_chinese_name_is_one_word() -> None:
    """And telling, however short."""
    assert sieve((), ("王伟",)).without("会议 王伟") == f"会议 {GAP}"


def test_composed_and_decomposed_letters_are_the_same() -> None:
    """ "é" may be one sign or two."""
    assert sieve((), ("Zoé King",)).without("Tea with Zoe\u0301 King") == f"Tea with {GAP}"


def test_json_loses_them_in_values_and_in_keys() -> None:
    """What is no text stays."""
    held = {"Ada Silva": [1, None, "with Ada Silva", {"a": True}]}

    assert sieve().without_in(held) == {GAP: [1, None, f"with {GAP}", {"a": True}]}


def test_a_key_without_them_is_still_one_of_a_kind() -> None:
    """The same whenever it is read again, and no name reaches over its parts."""
    found = sieve()
    one, other = found.key_of("folder\x1fAda Silva 1"), found.key_of("folder\x1fAda Silva 2")

    assert one.startswith(f"folder\x1f{GAP} 1")
    assert one != other
    assert one == found.key_of("folder\x1fAda Silva 1")
    assert found.key_of("Ada\x1fSilva") == "Ada\x1fSilva"


def test_an_event_is_marked_by_its_feed_and_key() -> None:
    """The same key in another feed is another event."""
    marked = Sieve(frozenset({hash_of(mark_of_event(1, "a"))}), hash_of)

    assert marked.has(Mark(kind=MarkKind.EVENT, text="1:a"))
    assert not marked.has(mark_of_event(2, "a"))


def test_an_address_that_holds_the_name_leaves_one_gap() -> None:
    """However the two overlap."""
    found = sieve(("ada.silva@example.org",))

    assert found.without("Write to ada.silva@example.org, or to Ada Silva") == f"Write to {GAP}, or to {GAP}"


def test_two_keys_that_lose_the_same_words_stay_two() -> None:
    """What is left of them says the same."""
    found = sieve()
    one, other = found.key_of("Ada Silva"), found.key_of("Silva, Ada")

    assert one == GAP + hash_of(Mark(kind=MarkKind.KEY, text="Ada Silva"))[:12]
    assert one != other


def test_a_name_is_one_mark_wherever_it_stands() -> None:
    """As a key, or beside an empty address."""
    found = sieve((), ("Zoë King",))

    assert found.has_person("name:zoe king")
    assert found.has_person("", "King, Zoe")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Dinner with Ben Booth", "Dinner with Ben Booth"),
        ("Dinner with Booth, Ben", "Dinner with Booth, Ben"),
        ("Dinner with Ben & Hannah Booth", f"Dinner with Ben & {GAP}"),
        ("Dinner with Hannah & Ben Booth", f"Dinner with {GAP} & Ben Booth"),
        ("Ben Booth, Hannah Booth", f"Ben Booth, {GAP}"),
        ("Hannah Booth Hannah Booth", GAP),
        ("Dinner with Hannah", f"Dinner with {GAP}"),
        ("Booth", GAP),
    ],
)
def test_the_whole_name_of_somebody_else_is_no_gap_where_they_share_a_surname(text: str, left: str) -> None:
    """A part of it alone may be meant of either; a namesake's whole name is the forgotten's as well."""
    marks = marks_of(("hannah@example.org",), ("Hannah Booth",))
    found = Sieve(frozenset(map(hash_of, marks)), hash_of, ("Ben Booth", "Hannah Booth", "Hannah Smith"))

    assert found.without(text, is_about_them=True) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [("Booth, and Hannah", f"Booth, and {GAP}"), ("Hannah Booth", GAP), ("Ask Booth", "Ask Booth")],
)
def test_the_words_of_whose_text_it_is_are_no_gap(text: str, left: str) -> None:
    """But beside another word of the forgotten name they are that name."""
    found = sieve((), ("Hannah Booth",))

    assert found.without(text, is_about_them=True, whose="Ben Booth") == left
