"""A link is where a thing of the shelf can be found: an address of the web, however it was typed.

Beside step 5 of 5. Pure.
"""

import re
from urllib.parse import urlsplit

_WITHOUT_SCHEME = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?")
"""As it is read aloud, and as browsers show it: example.org/bees."""


def link_of(text: str) -> str | None:
    """The address that is meant; "" where nothing is said, None where it is no address of the web."""
    link = text.strip()
    if _WITHOUT_SCHEME.fullmatch(link):
        return f"https://{link}"
    return link if not link or _is_of_the_web(link) else None


def _is_of_the_web(link: str) -> bool:
    try:
        parts = urlsplit(link)
        has_port = parts.port != 0  # one out of range is a ValueError
    except ValueError:
        return False
    return has_port and parts.scheme in ("http", "https") and bool(parts.hostname)
