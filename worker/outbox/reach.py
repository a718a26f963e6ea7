"""Reach: the ways to get in touch that a nudge can offer as a link: a mail begun, a number to call.

Step 5 of 5: nudge → what the user reads. Pure. RFC 6068 (mailto), 3966 (tel).
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

from worker.core.nudge import Nudge
from worker.core.words import Words
from worker.outbox.plain import one_line, plain

_ADDRESS = re.compile(r"[^\s@<>\"(),:;\\\[\]]{1,64}@[^\s@<>\"(),:;\\\[\]]{1,255}")
_NOT_DIALLED = re.compile(r"[^0-9]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """One link and what it says."""

    label: str
    url: str


def ways_to(nudge: Nudge, words: Words) -> tuple[Way, ...]:
    """The first address and the first number, where known; the mail begun holds the draft."""
    return (*_mails(nudge, words)[:1], *_calls(nudge, words)[:1])


def _mails(nudge: Nudge, words: Words) -> list[Way]:
    known = [one_line(address) for address in nudge.emails]
    return [
        Way(label=words.say("letter.write_to", address=address), url=_mailto(address, plain(nudge.draft)))
        for address in known
        if _ADDRESS.fullmatch(address)
    ]


def _mailto(address: str, draft: str) -> str:
    body = f"?body={quote(draft.replace(chr(10), chr(13) + chr(10)), safe='')}" if draft else ""
    return f"mailto:{quote(address, safe='@+')}{body}"


def _calls(nudge: Nudge, words: Words) -> list[Way]:
    return [
        Way(label=words.say("letter.call", phone=one_line(phone)), url=f"tel:{digits}")
        for phone in nudge.phones
        if len(digits := _dialled(phone)) > 2
    ]


def _dialled(phone: str) -> str:
    digits = _NOT_DIALLED.sub("", phone.replace("(0)", ""))
    return f"+{digits}" if phone.strip().startswith("+") else digits
