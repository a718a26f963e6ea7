"""A link is an address of the web, however it was typed."""

import pytest

from worker.core.giving.link import link_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""),
        ("  ", ""),
        (" https://example.org/bees ", "https://example.org/bees"),
        ("http://nas/bees", "http://nas/bees"),
        ("example.org", "https://example.org"),
        ("www.example.org:8080/book/bees?a=b", "https://www.example.org:8080/book/bees?a=b"),
        ("bücher.example/bienen", "https://bücher.example/bienen"),
        ("on my desk", None),
        ("p.42", None),
        ("ada@example.org", None),
        ("ftp://example.org/bees", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("http://[", None),
        ("https://example.org:99999/bees", None),
        ("https://example.org:0/bees", None),
    ],
)
def test_what_is_plainly_an_address_is_one_with_or_without_its_scheme(typed: str, meant: str | None) -> None:
    """Empty stays empty; None is no address."""
    assert link_of(typed) == meant
