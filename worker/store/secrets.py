"""A vault seals what must not be read from the raw database: feed addresses, letters, tokens.

AES-256-GCM; the row's identity is associated data, so a value of row B does not open in row A.
"""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from os import urandom

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from worker.errors import PermanentError

KEY_BYTES = 32
"""The least length of the secret key that may be given."""
NONCE_BYTES = 12
"""NIST SP 800-38D, 5.2.1.1: 96 bits."""
KEY_ID_BYTES = 4
VERSION = b"\x01"


class CannotOpenError(PermanentError):
    """What was sealed does not open: another key, another row, or damage."""


class BadKeyError(PermanentError):
    """The secret key is too short to protect anything."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """The one row in which a sealed value opens."""

    user_id: int
    table: str
    row: str
    """What makes the row the only one of its kind within the user's rows."""

    def as_bytes(self) -> bytes:
        return f"{self.table}\0{self.user_id}\0{self.row}".encode()


class Vault:
    """Seals and opens with one key; older keys open what they sealed. Loading keys is the caller's."""

    def __init__(self, key: bytes, *older_keys: bytes) -> None:
        """Raises BadKeyError for a key of fewer than KEY_BYTES."""
        if any(len(each) < KEY_BYTES for each in (key, *older_keys)):
            raise BadKeyError(f"SNOWDROP_SECRET_KEY is too short; give at least {KEY_BYTES} random bytes")
        self._hash_key = _derived(key, b"snowdrop hash")
        keys = (*older_keys, key)
        self._ciphers = {_key_id(each): AESGCM(_derived(each, b"snowdrop seal")) for each in keys}
        self._key_id = _key_id(key)

    def seal(self, plain: bytes, place: Place) -> bytes:
        """Version, key id, nonce, then the sealed text with its tag."""
        nonce = urandom(NONCE_BYTES)
        head = VERSION + self._key_id
        return head + nonce + self._ciphers[self._key_id].encrypt(nonce, plain, head + place.as_bytes())

    def open(self, sealed: bytes, place: Place) -> bytes:
        """Raises CannotOpenError."""
        head, rest = sealed[: 1 + KEY_ID_BYTES], sealed[1 + KEY_ID_BYTES :]
        cipher = self._ciphers.get(head[1:])
        if head[:1] != VERSION or cipher is None:
            raise CannotOpenError(
                "A stored secret was sealed with another key; give back the old SNOWDROP_SECRET_KEY"
            )
        try:
            return cipher.decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], head + place.as_bytes())
        except (InvalidTag, ValueError) as error:
            raise CannotOpenError(
                "A stored secret is damaged; remove what it belongs to and add it again"
            ) from error

    def hash_of(self, purpose: str, text: str) -> str:
        """A keyed hash, to find a secret again without keeping it: 64 hexadecimal digits."""
        return hmac.new(self._hash_key, f"{purpose}\0{text}".encode(), sha256).hexdigest()


def _derived(key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(key)


def _key_id(key: bytes) -> bytes:
    return _derived(key, b"snowdrop key id")[:KEY_ID_BYTES]
