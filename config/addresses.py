"""Addresses among the settings: each begins with what it is, and can be taken apart."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

_SCHEMES: Mapping[str, tuple[str, ...]] = {
    "base_url": ("http", "https"),
    "smtp_url": ("smtp", "smtps", "smtp+starttls"),
    "redis_url": ("redis", "rediss", "unix"),
    "database_url": ("sqlite", "postgresql", "postgresql+psycopg"),
}
_LIKE: Mapping[str, str] = {
    "base_url": "https://snowdrop.example.org",
    "smtp_url": "smtp+starttls://user:password@host:587, with %23 for # and %2F for / in a password",
    "redis_url": "redis://host:6379/0",
    "database_url": "postgresql://user:password@host/name",
}


def whole_address(text: str, *, of: str) -> str:
    """The address of a setting as it is used; "" is none. Raises ValueError, whose words hold nothing of it."""
    schemes = _SCHEMES[of]
    if text and text.partition("://")[0].lower() not in schemes:
        raise ValueError(f"begins with none of {', '.join(f'{scheme}://' for scheme in schemes)}")
    if text and not _is_whole(text, of):
        raise ValueError(f"is no whole address: write it like {_LIKE[of]}")
    return text.rstrip("/") if of == "base_url" else text


def _is_whole(text: str, of: str) -> bool:
    """A database may be a file, or stand on several hosts; a broker may be a socket."""
    try:
        parts = urlsplit(text)
        has_port = of == "database_url" or parts.port != 0
    except ValueError:
        return False
    if of == "base_url" and re.search(r"\s", text):
        return False
    return has_port and (bool(parts.hostname) or of not in ("base_url", "smtp_url"))
