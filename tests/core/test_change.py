"""Changes: what to read anew, what is gone, and what is doubted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.core.change import FEWEST_FOR_DOUBT, Change, KnownEvent


def known_of(text: str, *, there: str | None = None) -> list[KnownEvent]:
    """Events whose ids are their letters' numbers."""
    return [KnownEvent(ord(key), key, "1", there is not None and key not in there) for key in text]


def change(
    known: str, seen: str, *, there: str | None = None, kept: str = "", at_once: int = 100
) -> tuple[str, str, Change]:
    """Keys are letters; an upper-case letter in `seen` is one whose content changed. To read, gone, and the change."""
    shown = {key.lower(): "1" if key.islower() else "2" for key in seen}
    found, events, unchanged = Change(), known_of(known, there=there), set[str]()
    for at in range(0, len(events), at_once):
        some = events[at : at + at_once]
        these = {each.key: shown[each.key] for each in some if each.key in shown}
        unchanged.update(found.unchanged_among(some, these, is_kept=lambda key: key in kept))
    return "".join(sorted(shown.keys() - unchanged)), "".join(map(chr, found.gone)), found


def test_an_unchanged_feed_changes_nothing() -> None:
    """No work."""
    assert change("abc", "abc")[:2] == ("", "")


def test_new_and_changed_events_are_read() -> None:
    """And only they."""
    assert change("abc", "aBcd")[0] == "bd"


def test_an_event_that_is_back_is_read_again() -> None:
    """Its touches were withdrawn when it went."""
    assert change("abc", "abc", there="ab")[0] == "c"


def test_what_stood_there_and_does_no_longer_is_gone() -> None:
    """Once."""
    assert change("abc", "ab")[1] == "c"
    assert change("abc", "ab", there="ab")[1] == ""


def test_what_was_not_sent_again_is_still_there() -> None:
    """An unchanged file of a folder: its events are neither shown nor gone."""
    to_read, gone, found = change("abc", "a", kept="b")

    assert (to_read, gone, found.kept) == ("", "c", 1)


@pytest.mark.parametrize("left", ["", "abcd", "abcde"])
def test_a_feed_suddenly_empty_or_halved_is_doubted(left: str) -> None:
    """An alarm, not a deletion; what is new is read all the same."""
    to_read, _, found = change("abcdefghij", left + "x")

    assert len("abcdefghij") == FEWEST_FOR_DOUBT
    assert (found.is_doubtful(len(left) + 1), to_read) == (True, "x")


def test_small_feeds_may_halve() -> None:
    """Three events of which two are over."""
    assert not change("abc", "a")[2].is_doubtful(1)


def test_more_than_half_that_stays_is_believed() -> None:
    """Four of ten are over."""
    assert not change("abcdefghij", "abcdef")[2].is_doubtful(6)


def test_even_a_small_feed_that_is_suddenly_empty_is_doubted() -> None:
    """A server's bad day looks just like that; one that was empty before has nothing to lose."""
    assert change("abc", "")[2].is_doubtful(0)
    assert not change("abc", "", there="")[2].is_doubtful(0)


LETTERS = st.text("abcdefghijkl", max_size=12).map(lambda text: "".join(sorted(set(text))))


@given(LETTERS, LETTERS, LETTERS, st.integers(1, 12))
def test_some_at_a_time_comes_to_the_same_as_all_at_once(
    known: str, seen: str, there: str, size: int
) -> None:
    """A doubt needs the count of all of them, however many are looked at together."""
    *whole, all_at_once = change(known, seen, there=there)
    *parts, in_parts = change(known, seen, there=there, at_once=size)

    assert whole == parts
    assert all_at_once.is_doubtful(len(seen)) == in_parts.is_doubtful(len(seen))


def test_it_counts_what_it_compares() -> None:
    """All that stood there, and those of them that say what they said."""
    _, _, found = change("abcd", "aBc", there="abd")

    assert (found.there, found.unchanged, found.kept, len(found.gone)) == (3, 1, 0, 1)


def test_what_is_written_as_it_was_stands_there_unchanged() -> None:
    """Counted without being looked at, and with whatever is looked at: ten that stay outweigh nine that go."""
    found = Change()
    found.count_unchanged(7)
    found.count_unchanged(3)
    found.unchanged_among(known_of("abcdefghi"), {}, is_kept=lambda _: False)

    assert (found.there, found.unchanged, len(found.gone)) == (19, 10, 9)
    assert not found.is_doubtful(10)
    assert found.is_doubtful(0)
