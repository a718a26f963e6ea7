"""Reach: the ways to get in touch that a nudge can offer as a link: a mail or a message begun, a number to call.

Step 5 of 5: nudge → what the user reads. Pure. RFC 6068 (mailto), 3966 (tel), 5724 (sms).
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

from worker.core.nudge import GiftKind, Nudge
from worker.core.words import Words
from worker.outbox.plain import one_line, plain

_ADDRESS = re.compile(r"[^\s@<>\"(),:;\\\[\]]{1,64}@[^\s@<>\"(),:;\\\[\]]{1,255}")
_NOT_DIALLED = re.compile(r"[^0-9]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """One link and what it says."""

    label: str
    url: str

    @property
    def bare_url(self) -> str:
        """Without what is begun: for where the draft stands beside it."""
        return self.url.partition("?")[0]


def ways_to(nudge: Nudge, words: Words) -> tuple[Way, ...]:
    """The first address and the first number, where known; a mail and a message begun hold the draft."""
    return (*_mails(nudge, words)[:1], *_calls(nudge, words)[:1], *_messages(nudge, words)[:1])


def _mails(nudge: Nudge, words: Words) -> list[Way]:
    known = [one_line(address) for address in nudge.emails]
    begun = _begun(subject=words.say(f"letter.mail.{_tone(nudge)}"), body=plain(nudge.draft))
    return [
        Way(
            label=words.say("letter.write_to", address=address),
            url=f"mailto:{quote(address, safe='@+')}{begun}",
        )
        for address in known
        if _ADDRESS.fullmatch(address)
    ]


def _tone(nudge: Nudge) -> str:
    """What a friend would write above it."""
    is_own = nudge.gift.kind in (GiftKind.CELEBRATE, GiftKind.THANKS)
    return nudge.gift.kind.value if is_own else GiftKind.HELLO.value


def _begun(**fields: str) -> str:
    """Nothing where there is no draft: an empty mail with a title would be odd."""
    if not fields["body"].strip():
        return ""
    told = (
        f"{name}={quote(text.replace(chr(10), chr(13) + chr(10)), safe='')}" for name, text in fields.items()
    )
    return "?" + "&".join(told)


def _calls(nudge: Nudge, words: Words) -> list[Way]:
    return [
        Way(label=words.say("letter.call", phone=phone), url=f"tel:{digits}")
        for phone, digits in _numbers(nudge)
    ]


def _messages(nudge: Nudge, words: Words) -> list[Way]:
    begun = _begun(body=plain(nudge.draft))
    return [
        Way(label=words.say("letter.text", phone=phone), url=f"sms:{digits}{begun}")
        for phone, digits in _numbers(nudge)
    ]


def _numbers(nudge: Nudge) -> list[tuple[str, str]]:
    """As written, and as dialled."""
    return [(one_line(each), digits) for each in nudge.phones if len(digits := _dialled(each)) > 2]


def _dialled(phone: str) -> str:
    digits = _NOT_DIALLED.sub("", phone.replace("(0)", ""))
    return f"+{digits}" if phone.strip().startswith("+") else digits
