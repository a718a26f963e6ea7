"""A mail address as ATTENDEE and ORGANIZER hold it (RFC 5545, 3.3.3), brought to one form.

Step 1 of 5. Pure.
"""

import re
from functools import lru_cache
from urllib.parse import unquote

from worker.core.mailbox import mailbox_of

_FORM = re.compile(r"""(?:"[^"]{1,64}"|[^\s"<>@,;:\\]{1,64})@[^\s"<>@,;:/\\()\[\]]{1,255}\Z""")
_SCHEME = re.compile(r"\s*(mailto|smtp)\s*:\s*", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"<([^<>]*)>")
_FOR_REPLIES = ("@imip.me.com", "@imip.icloud.com")
"""A token of one invitation, behind which somebody stands: nobody writes to it."""
_LONGEST = 1_000
"""Characters of a value that may hold an address: 254 of the address itself, three for each where encoded."""


def address_in(value: str, email_param: str = "") -> str:
    """The mail address, lower-case, percent-decoded, without subaddress; "" where there is none (urn:uuid, a path).

    `email_param` (the EMAIL parameter, RFC 7986, 6.2) serves where the value itself is no mail address, or only takes
    replies, as iCloud's do.
    """
    written = _mail_address(value[:_LONGEST])
    if written and not written.endswith(_FOR_REPLIES):
        return written
    return _mail_address(email_param[:_LONGEST])


@lru_cache(maxsize=16384)
def _mail_address(written: str) -> str:
    text = written.strip()
    if named := _IN_BRACKETS.search(text):
        text = named[1]  # Ada <ada@example.org>
    while found := _SCHEME.match(text):
        text = text[found.end() :]
    if text.startswith("/") or _OTHER_SCHEME.match(text):
        return ""
    text = unquote(text.partition("?")[0]).strip().strip("<>'`").strip()
    if not text.isprintable() or not _FORM.match(text):
        return ""
    local, _, domain = text.lower().rpartition("@")
    domain = _unicode_domain(domain.strip("."))
    return mailbox_of(f"{local}@{domain}") if domain else ""


def _unicode_domain(domain: str) -> str:
    """One form for both spellings of an international domain (RFC 5890)."""
    if "xn--" not in domain:
        return domain
    try:
        shown = domain.encode("ascii").decode("idna").lower()
    except UnicodeError:
        return domain
    return shown if shown.isprintable() and _FORM.match(f"a@{shown}") else domain
