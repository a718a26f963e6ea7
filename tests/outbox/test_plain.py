"""What counts as text, and what is taken out before it goes anywhere."""

import pytest

from worker.outbox.plain import one_line, plain


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Zoë 漢 🌱", "Zoë 漢 🌱"),
        ("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\x00\x1b\x7f\x9fb", "ab"),
        ("a\ud800\ufffe\uffffb", "ab"),
        ("evil\u202ecod.exe", "evilcod.exe"),
        ("a\tb", "a b"),
    ],
)
def test_only_text_is_kept(given: str, kept: str) -> None:
    """Letters of every script stay; whatever ends or turns a line does not."""
    assert plain(given) == kept


def test_a_title_stands_on_one_line() -> None:
    """Runs of white space are one space."""
    assert one_line("  Ada\r\n\tLovelace \u2028 ") == "Ada Lovelace"
