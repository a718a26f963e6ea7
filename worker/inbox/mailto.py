"""A mail address as ATTENDEE and ORGANIZER hold it (RFC 5545, 3.3.3), brought to one form.

Step 1 of 5. Pure.
"""

import re
from functools import lru_cache
from urllib.parse import unquote

_FORM = re.compile(r'(?:"[^"\x00-\x1f]{1,64}"|[^\s"<>@,;:\x00-\x1f]{1,64})@[^\s"<>@,;:\x00-\x1f]{1,255}\Z')
_SCHEME = re.compile(r"\s*(mailto|smtp)\s*:\s*", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@lru_cache(maxsize=65536)
def address_in(value: str, email_param: str = "") -> str:
    """The mail address, lower-case and percent-decoded; "" where the value holds none (urn:uuid, X.500, a path).

    `email_param` (the EMAIL parameter, RFC 7986, 6.2) serves where the value itself is no mail address.
    """
    return _mail_address(value) or _mail_address(email_param)


def _mail_address(written: str) -> str:
    text = written.strip().strip("<>")
    while found := _SCHEME.match(text):
        text = text[found.end() :]
    if _OTHER_SCHEME.match(text):
        return ""
    text = unquote(text.partition("?")[0]).strip().strip("<>'").strip()
    if not _FORM.match(text):
        return ""
    local, _, domain = text.lower().rpartition("@")
    return f"{local}@{_unicode_domain(domain.rstrip('.'))}"


def _unicode_domain(domain: str) -> str:
    if "xn--" not in domain:
        return domain
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain
