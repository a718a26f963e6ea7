"""vCard files: every version, encoding, fold and fault that is seen in the wild."""

from base64 import b64encode

import pytest

from tests.inbox.vcards import card_in, vcard
from worker.core.person import Birthday, Card
from worker.inbox.cards.addressbook import cards_in


def test_version_4_writes_addresses_and_numbers_as_uris() -> None:
    """RFC 6350, 6.4: VALUE=uri, mailto: and tel:."""
    data = vcard(
        "FN:Ana Lima",
        "EMAIL:mailto:ana@example.org",
        'TEL;VALUE=uri;TYPE="voice,home":tel:+49-170-5550100;ext=7',
        version="4.0",
    )

    card = card_in(data)

    assert (card.emails, card.phones) == (("ana@example.org",), ("+49-170-5550100",))


def test_version_21_says_its_charset_and_encoding_line_by_line() -> None:
    """Quoted-printable with soft line breaks, in two charsets; old parameters have no name."""
    data = vcard(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=81ucka;=\r\nZo=C3=AB;;;",
        "FN;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Zo=EB Lucka",
        "EMAIL;PREF;INTERNET:zoe@example.org",
        "TEL;WORK;FAX:030 5550101",
        "TEL;HOME;VOICE:030 5550102",
        version="2.1",
    )

    card = card_in(data)

    assert card.name == "Zoë Lucka"
    assert card.emails == ("zoe@example.org",)
    assert card.phones == ("030 5550102",)


def test_a_soft_line_break_may_part_a_character() -> None:
    """The two octets of ë, on two lines."""
    data = vcard("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Zo=C3=\r\n=AB Lucka", version="2.1")

    assert card_in(data).name == "Zoë Lucka"


def test_photos_are_passed_over_however_they_are_folded() -> None:
    """base64 with and without indentation, ended by an empty line."""
    photo = b64encode(bytes(range(256)) * 2).decode()
    pieces = [photo[at : at + 70] for at in range(0, len(photo), 70)]
    indented, bare = "\r\n ".join(pieces), "\r\n".join(pieces)

    for body in (indented, bare):
        data = vcard(f"PHOTO;ENCODING=BASE64;JPEG:{body}\r\n", "FN:Ana Lima", version="2.1")
        assert card_in(data).name == "Ana Lima"


def test_a_fold_inside_a_character_heals() -> None:
    """Some programs count octets and cut anywhere."""
    data = vcard("FN:Zoë Lucka").replace("ë".encode(), b"\xc3\r\n \xab")

    assert card_in(data).name == "Zoë Lucka"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"], ids=repr)
def test_every_kind_of_line_end_is_read(end: str) -> None:
    """Files travel through many programs."""
    data = vcard("FN:Ana", " Lima", "EMAIL:ana@example.org", end=end)

    assert card_in(data) == Card(name="AnaLima", emails=("ana@example.org",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    """With and without a mark at the start."""
    data = vcard("FN:Zoë Müller").decode().encode(encoding)

    assert card_in(data).name == "Zoë Müller"


def test_apple_groups_are_seen_through() -> None:
    """item1.EMAIL is an EMAIL; the year 1604 means that none is known."""
    data = vcard(
        "FN:Ana Lima",
        "item1.EMAIL;type=INTERNET:ana@example.org",
        "item1.X-ABLabel:_$!<Other>!$_",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29",
    )

    card = card_in(data)

    assert card.emails == ("ana@example.org",)
    assert card.birthday == Birthday(month=2, day=29)


def test_a_broken_card_costs_only_itself() -> None:
    """One without an end, one that names nobody, and two whole ones around them."""
    data = (
        vcard("FN:Ana Lima")
        + b"BEGIN:VCARD\r\nVERSION:3.0\r\nblablabla\r\nFN:Ben Osei\r\n"
        + b"BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:nobody\r\nEND:VCARD\r\n"
        + vcard("FN:Chen Li")
    )

    book = cards_in(data, name="contacts.vcf")

    assert [card.name for card in book.cards] == ["Ana Lima", "Ben Osei", "Chen Li"]
    assert [(problem.where, problem.what) for problem in book.problems] == [
        ("card 2 (Ben Osei)", "END:VCARD is missing"),
        ("card 3", "names nobody"),
    ]


@pytest.mark.parametrize("begin", ["AGENT:\r\nBEGIN:VCARD", "AGENT:BEGIN:VCARD"])
def test_a_card_inside_a_card_is_not_mixed_in(begin: str) -> None:
    """vCard 2.1 lets AGENT hold the secretary's card."""
    inner = f"{begin}\r\nVERSION:2.1\r\nFN:Sec Retary\r\nEMAIL:sec@example.org\r\nEND:VCARD"
    data = vcard("FN:Ana Lima", inner, "EMAIL:ana@example.org", version="2.1") + vcard("FN:Ben Osei")

    book = cards_in(data, name="contacts.vcf")

    assert book.cards == (Card(name="Ana Lima", emails=("ana@example.org",)), Card(name="Ben Osei"))
