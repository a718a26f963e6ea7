"""A feed's address is known by its hash: when two that were typed are one, whatever the password.

Beside `feeds.py`, which keeps the address itself sealed.
"""

import re
from urllib.parse import urlsplit

from worker.store.secrets import Vault

_PASSWORD = re.compile(r"\A([a-z][a-z0-9+.-]*://[^/?#:@]*):[^/?#]*@", re.IGNORECASE)
"""All that stands before the password, and the password (RFC 3986, 3.2.1)."""
_LOGIN = re.compile(r"\A(?:caldav\+)?([a-z][a-z0-9+.-]*://)(?:[^/?#]*@)?", re.IGNORECASE)


def hashes_of(vault: Vault, address: str) -> tuple[str, str]:
    """Of the address without its password, and of the same without any login."""
    without_password, bare = _PASSWORD.sub(r"\1@", address), _LOGIN.sub(r"\1", address)
    return vault.hash_of("feed", without_password), vault.hash_of("feed", bare)


def login_in(address: str) -> str:
    """ "" where there is none, as in the path of a file."""
    return urlsplit(address).netloc.rpartition("@")[0]
