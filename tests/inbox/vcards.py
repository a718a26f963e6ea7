"""One vCard, written and read."""

from worker.core.person import Card
from worker.inbox.cards.addressbook import cards_in


def vcard(*lines: str, version: str = "3.0", end: str = "\r\n") -> bytes:
    """One card with these lines."""
    return end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def card_in(data: bytes) -> Card:
    """The only card of a file that reads without a problem."""
    book = cards_in(data, name="contacts.vcf")
    assert book.problems == ()
    (card,) = book.cards
    return card
