"""Mail addresses in every odd form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.inbox.reading.mailto import address_in


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("mailto:ada@example.org", "ada@example.org"),
        ("MAILTO:Ada@Example.ORG", "ada@example.org"),
        ("mailto: ada@example.org ", "ada@example.org"),
        ("mailto:mailto:ada@example.org", "ada@example.org"),
        ("SMTP:ada@example.org", "ada@example.org"),
        ("ada@example.org", "ada@example.org"),
        ("<ada@example.org>", "ada@example.org"),
        ("mailto:<ada@example.org>", "ada@example.org"),
        ("Ada Lovelace <ada@example.org>", "ada@example.org"),
        ("mailto:'ada@example.org'", "ada@example.org"),
        ("mailto:ada%2Bnews@example.org", "ada@example.org"),
        ("mailto:ada+work@GoogleMail.com", "ada@gmail.com"),
        ("mailto:+49301@example.org", "+49301@example.org"),
        ("mailto:ada%40example.org", "ada@example.org"),
        ("mailto:%22ada%20b%22@example.org", '"ada b"@example.org'),
        ('mailto:"ada b"@example.org', '"ada b"@example.org'),
        ("mailto:ada@example.org?subject=Tea", "ada@example.org"),
        ("mailto:ada@example.org.", "ada@example.org"),
        ("mailto:ada@bücher.example", "ada@bücher.example"),
        ("mailto:ada@xn--bcher-kva.example", "ada@bücher.example"),
        ("mailto:ada@XN--BCHER-KVA.example", "ada@bücher.example"),
        ("mailto:ada@xn--.example", "ada@xn--.example"),
        ("mailto:žofie@example.org", "žofie@example.org"),
    ],
)
def test_an_address_has_one_form(written: str, expected: str) -> None:
    """RFC 5545, 3.3.3; RFC 6068; RFC 5890 for international domains."""
    assert address_in(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "mailto:",
            "mailto:ada",
            "mailto:@example.org",
            "mailto:ada@",
            "invalid:nomail",
            "ada@@example.org",
        ),
        *(
            "urn:uuid:6a4d7c3e-0000-4000-8000-000000000000",
            "https://example.org/ada@example.org",
            "/principals/ada@x",
        ),
        *(
            "/O=FIRM/OU=SITE/CN=RECIPIENTS/CN=ADA",
            "/O=FIRM/CN=ADA@EXAMPLE.ORG",
            "X500:/O=FIRM/CN=ADA",
            "CN=Ada Lovelace",
        ),
        *(
            "mailto:a%0d%0aBcc:x@example.org",
            "mailto:a%00@example.org",
            "mailto:a@exa%0ample.org",
            "mailto:a@b\x9b.org",
        ),
        *(
            "mailto:a@example.org,b@example.org",
            "mailto:a@example.org;b@example.org",
            "mailto:a@example.org/x",
        ),
        "mailto:" + "a" * 1_000_000 + "@example.org",
        "<" * 1_000_000,
        "mailto:" * 200_000,
    ],
)
def test_what_is_no_mail_address_gives_none(written: str) -> None:
    """Not a guess, not a header of its own, and at once."""
    assert address_in(written) == ""


def test_the_email_parameter_serves_where_the_value_is_none() -> None:
    """RFC 7986, 6.2."""
    assert address_in("urn:uuid:1", "Ada@Example.org") == "ada@example.org"


@given(st.text(), st.text())
def test_an_address_never_breaks_a_header(value: str, param: str) -> None:
    """Neither line ends nor controls nor brackets; and its one form is its own form."""
    address = address_in("mailto:" + value, param)

    assert not set(address) & set("\r\n\0<>,;\u2028\u2029\x85")
    assert not address or address_in(address) == address


@pytest.mark.parametrize("host", ["imip.me.com", "imip.icloud.com"])
def test_a_token_that_takes_replies_is_nobody_to_write_to(host: str) -> None:
    """iCloud writes it for every organizer, and the address beside it."""
    token = f"mailto:2_ABCDEFGH@{host}"

    assert address_in(token, "Ada@Example.org") == "ada@example.org"
    assert address_in(token) == ""
