"""As a letter: one week's nudges as a mail, in plain text and HTML, with the same as a calendar file.

Step 5 of 5: nudge → what the user reads. Pure: equal input gives equal bytes, so that a retry is the same
letter. RFC 5322, 6047 (text/calendar by mail), 8058 (one-click unsubscribe), 3834 (Auto-Submitted).
"""

from datetime import UTC, date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from hashlib import blake2b

from worker.core.nudge import Published
from worker.core.words import Words
from worker.errors import PermanentError
from worker.outbox.as_calendar import subscription
from worker.outbox.as_html import letter_html
from worker.outbox.as_lines import (
    Links,
    answer_lines,
    draft_lines,
    headline_of,
    link_line,
    no_links,
    way_lines,
    when_of,
    why_and_gifts,
)
from worker.outbox.letter import Letter
from worker.outbox.plain import one_line

_ATTACHMENT = "snowdrop.ics"


def letter_of(letter: Letter, *, words: Words, links: Links = no_links) -> EmailMessage | None:
    """The mail, or None in a week without a nudge: then there is nothing to write about.

    Raises PermanentError for a sender or recipient that is no mail address.
    """
    if not letter.nudges:
        return None
    message = EmailMessage(policy=SMTP)
    text, html = _text(letter, words, links), letter_html(letter, words, links)
    ics = subscription(letter.nudges, name=words.say("letter.calendar"), words=words, links=links)
    _add_headers(message, letter, words, _digest(letter.key or f"{letter.sent_at.isoformat()}\0{text}"))
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    params = {"method": "PUBLISH", "charset": "utf-8"}
    message.add_attachment(ics, "text", "calendar", filename=_ATTACHMENT, params=params)
    _fix_boundaries(message, _digest(text))
    return message


def bytes_of(message: EmailMessage) -> bytes:
    """The mail as it goes over the wire: CRLF, 7-bit."""
    return message.as_bytes(policy=SMTP.clone(cte_type="7bit"))


def address_in(mailbox: str) -> str:
    """The bare address in "Name <address>". Raises PermanentError where there is none."""
    return _address(mailbox).addr_spec


def _add_headers(message: EmailMessage, letter: Letter, words: Words, key: str) -> None:
    sender = _address(letter.sender)
    message["From"] = Address(sender.display_name or "Snowdrop", sender.username, sender.domain)
    message["To"] = _address(letter.recipient)
    message["Subject"] = _subject(letter, words)
    message["Date"] = format_datetime(letter.sent_at.astimezone(UTC))
    message["Message-ID"] = f"<{key}@{sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    if letter.unsubscribe_url:
        message["List-Unsubscribe"] = f"<{one_line(letter.unsubscribe_url).replace(' ', '%20')}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


def _subject(letter: Letter, words: Words) -> str:
    names = list(dict.fromkeys(one_line(entry.nudge.name) for entry in letter.nudges))
    listed = names[0] if len(names) == 1 else _enumerated(names, words)
    return words.say("letter.subject", names=listed)


def _enumerated(names: list[str], words: Words) -> str:
    return words.say("letter.and", first=", ".join(names[:-1]), last=names[-1])


def _text(letter: Letter, words: Words, links: Links) -> str:
    parts = [words.say("letter.opening", n=len(letter.nudges))]
    parts += ["\n".join(_nudge_lines(entry, words, links, letter.today)) for entry in letter.nudges]
    parts += ["\n".join([words.say("letter.troubles"), *map(one_line, letter.troubles)])] * bool(
        letter.troubles
    )
    parts += [words.say("letter.closing")]
    feet = ("letter.page", letter.page_url), ("letter.unsubscribe", letter.unsubscribe_url)
    parts += ["\n".join(link_line(words.say(key), url, words) for key, url in feet if url)]
    return "\n\n\n".join(filter(None, parts)) + "\n"


def _nudge_lines(entry: Published, words: Words, links: Links, today: date) -> list[str]:
    nudge = entry.nudge
    when = filter(None, [when_of(nudge, words, today)])
    lines = [*when, headline_of(nudge), "", *why_and_gifts(nudge, words)]
    blocks = (
        draft_lines(nudge, words),
        way_lines(nudge, words),
        answer_lines(nudge, words, links),
    )
    for block in filter(None, blocks):
        lines += ["", *block]
    return lines


def _address(mailbox: str) -> Address:
    name, spec = parseaddr(one_line(mailbox))
    user, _, domain = spec.rpartition("@")
    try:
        address = Address(name, user, domain.encode("idna").decode("ascii"))
    except (ValueError, UnicodeError) as error:
        raise PermanentError(_NO_ADDRESS) from error
    if not user or not domain or not user.isascii():
        raise PermanentError(_NO_ADDRESS)
    return address


_NO_ADDRESS = (
    "The letter has no usable sender or recipient; "
    "set SNOWDROP_MAIL_FROM and SNOWDROP_MAIL_TO to plain mail addresses."
)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _fix_boundaries(message: EmailMessage, digest: str) -> None:
    """Boundaries from the content, where the library would draw them at random."""
    multiparts = (part for part in message.walk() if part.is_multipart())
    for number, part in enumerate(multiparts):
        part.set_boundary(f"=_{digest}_{number}")
