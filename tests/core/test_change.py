"""Changes: what to read anew, what is gone, and what is doubted."""

import pytest

from worker.core.change import FEWEST_FOR_DOUBT, Change, change_between


def keys(text: str) -> frozenset[str]:
    return frozenset(text)


def change(
    known: str, seen: str, *, there: str | None = None, is_whole: bool = True, may_shrink: bool = False
) -> Change:
    """Keys are letters; an upper-case letter in `seen` is one whose content changed."""
    return change_between(
        dict.fromkeys(known, "1"),
        keys(known if there is None else there),
        {key.lower(): "1" if key.islower() else "2" for key in seen},
        is_whole=is_whole,
        may_shrink=may_shrink,
    )


def test_an_unchanged_feed_changes_nothing() -> None:
    """No work."""
    assert change("abc", "abc") == Change(to_read=keys(""), gone=keys(""))


def test_new_and_changed_events_are_read() -> None:
    """And only they."""
    assert change("abc", "aBcd").to_read == keys("bd")


def test_an_event_that_is_back_is_read_again() -> None:
    """Its touches were withdrawn when it went."""
    assert change("abc", "abc", there="ab").to_read == keys("c")


def test_what_stood_there_and_does_no_longer_is_gone() -> None:
    """Once."""
    assert change("abc", "ab").gone == keys("c")
    assert change("abc", "ab", there="ab").gone == keys("")


def test_from_a_body_that_breaks_off_nothing_is_gone() -> None:
    """What is missing may come with the next download."""
    assert change("abc", "a", is_whole=False).gone == keys("")


@pytest.mark.parametrize("left", ["", "abcd", "abcde"])
def test_a_feed_suddenly_empty_or_halved_is_doubted_not_obeyed(left: str) -> None:
    """An alarm, not a deletion; what is new is read all the same."""
    found = change("abcdefghij", left + "x")

    assert len("abcdefghij") == FEWEST_FOR_DOUBT
    assert (found.is_doubted, found.gone, found.to_read) == (True, keys(""), keys("x"))


def test_a_doubt_that_is_settled_is_obeyed() -> None:
    """By the user, or a day of waiting."""
    found = change("abcdefghij", "a", may_shrink=True)

    assert (found.is_doubted, found.gone) == (False, keys("bcdefghij"))


def test_small_feeds_may_halve() -> None:
    """Three events of which two are over."""
    assert not change("abc", "a").is_doubted


def test_more_than_half_that_stays_is_believed() -> None:
    """Four of ten are over."""
    assert change("abcdefghij", "abcdef").gone == keys("ghij")


def test_even_a_small_feed_that_is_suddenly_empty_is_doubted() -> None:
    """A server's bad day looks just like that; one that was empty before has nothing to lose."""
    assert change("abc", "").is_doubted
    assert not change("abc", "", may_shrink=True).is_doubted
    assert not change("abc", "", there="").is_doubted
