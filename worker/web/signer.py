"""A signer seals small values into links and forms: readable by all, made by nobody else.

HMAC-SHA256 under one key, with the scope inside: what was signed for one purpose serves no other.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from enum import StrEnum
from hashlib import sha256

_MAC_BYTES = 20
"""160 bits: far beyond guessing, and still short enough for a link in a plain-text letter."""
_SEPARATOR = "\x1f"
_MAX_CHARACTERS = 1024


class Scope(StrEnum):
    """What a signed value is for."""

    ANSWER = "answer"
    FORM = "form"
    LETTERS = "letters"


class Signer:
    """Makes and checks signed values. Loading the key is the caller's."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def sign(self, scope: Scope, *values: str) -> str:
        """A token fit for an address: letters, digits, "-", "_" and one "."."""
        payload = _SEPARATOR.join(values).encode()
        return f"{_text(payload)}.{_text(self._mac(scope, payload))}"

    def values_in(self, scope: Scope, token: str) -> list[str] | None:
        """What was signed; None for anything that was not signed here for this scope."""
        payload, _, mac = token.partition(".")
        try:
            signed, given = _bytes(payload), _bytes(mac)
        except (NotBase64, ValueError):
            return None
        is_ours = len(token) <= _MAX_CHARACTERS and hmac.compare_digest(given, self._mac(scope, signed))
        return signed.decode().split(_SEPARATOR) if is_ours else None

    def _mac(self, scope: Scope, payload: bytes) -> bytes:
        return hmac.new(self._key, f"{scope}\0".encode() + payload, sha256).digest()[:_MAC_BYTES]


def _text(value: bytes) -> str:
    return urlsafe_b64encode(value).rstrip(b"=").decode("ascii")


def _bytes(text: str) -> bytes:
    """Raises ValueError for anything but the one way to write it: a token has no second spelling."""
    value = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    if _text(value) != text:
        raise ValueError("not the canonical form")
    return value
