"""A source is where a calendar comes from: a file, a folder, standard input or an address.

Before step 1 of 5: source → bytes → event. Pure: nothing is opened here.
"""

import ipaddress
import os
import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from urllib.parse import SplitResult, quote, urlsplit

from worker.core.sentence import Sentence
from worker.errors import PermanentError
from worker.inbox.fetching.guard import is_refused

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_HALF_AN_ADDRESS = re.compile(r"(?:https?|webcals?|caldavs?):", re.IGNORECASE)
_NOT_IN_AN_ADDRESS = re.compile(r"[\x00-\x20\x7f\\]")

_LONGEST_NAME = 60
_CALDAV_SCHEMES = {"caldav": "webcal", "caldavs": "https", "caldav+http": "http", "caldav+https": "https"}
"""The first two stand in RFC 6764, as names of services; the others say which web address it is."""
PRIVATE_SUFFIXES = (".localhost", ".local", ".internal", ".home.arpa")
"""Names that never leave a house: RFC 6761, RFC 6762, ICANN 2024 (.internal), RFC 8375."""


class SourceKind(StrEnum):
    """Who answers when the source is read."""

    STANDARD_INPUT = "standard input"
    PATH = "path"
    ADDRESS = "address"
    COLLECTION = "collection"
    """A calendar on a CalDAV server, at an address."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """One place to read from. Only `label` may be shown; `text` is kept out of `repr`."""

    kind: SourceKind
    text: str = field(repr=False)
    """A path, an `http(s)://` address (often a credential; a collection's too), or "-"."""
    label: str
    """A file's name (with its folders below the folder that was given) or a host's name."""
    folder: str = ""
    """Of a file that was found in a folder: the one in which it lies."""
    is_anothers: bool = False
    """Of a collection: its server says that it is somebody else's, who shares it with the user."""

    @property
    def is_on_the_web(self) -> bool:
        return self.kind in (SourceKind.ADDRESS, SourceKind.COLLECTION)


def source_of(text: str) -> Source:
    """Understand what a person typed. Raises PermanentError for an address that cannot be one."""
    if text == "-":
        return Source(kind=SourceKind.STANDARD_INPUT, text="-", label="standard input")
    if scheme := _SCHEME.match(text.strip()):
        return _address(text.strip(), scheme[1].lower())
    if _HALF_AN_ADDRESS.match(text.strip()):
        raise PermanentError(
            Sentence("A calendar's address begins with https:// or webcal://: copy it once more, whole.")
        )
    if not text.strip() or not _is_a_path(text):
        raise PermanentError(
            Sentence("A calendar to read is missing: give a file, a folder, - or an address.")
        )
    return path_source(Path(text))


def kept_text(source: Source) -> str:
    """What `source_of` understands as this source again, wherever it is read. It may be a credential."""
    if source.kind is SourceKind.PATH:
        return str(Path(source.text).absolute())
    return f"caldav+{source.text}" if source.kind is SourceKind.COLLECTION else source.text


def with_credentials(source: Source, user: str, password: str) -> Source:
    """The same address with a name and a password in it, instead of any that it had (RFC 3986, 3.2.1)."""
    scheme, _, after = source.text.partition("://")
    end = min((at for mark in "/?#" if (at := after.find(mark)) >= 0), default=len(after))
    host = after[:end].rpartition("@")[2]
    login = f"{quote(user, safe='')}:{quote(password, safe='')}"
    return replace(source, text=f"{scheme}://{login}@{host}{after[end:]}")


def path_source(path: Path, *, label: str | None = None, folder: str = "") -> Source:
    """The source of a path, shown under its own name unless another label is given."""
    name = label or path.name or path.resolve().name or "/"
    return Source(kind=SourceKind.PATH, text=str(path), label=_shown(name), folder=folder)


def label_for(host: str, name: str) -> str:
    """The label of a calendar that has a name: one host keeps several."""
    return _shown(f"{host}: {name[:_LONGEST_NAME]}") if name else host


def is_private_name(host: str) -> bool:
    """Whether a host names something in the house, as far as its spelling tells (nothing is looked up)."""
    try:
        return is_refused(ipaddress.ip_address(host))
    except ValueError:
        return "." not in host.rstrip(".") or host.rstrip(".").endswith(PRIVATE_SUFFIXES)


def _shown(name: str) -> str:
    """Without what a terminal would obey."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)


def _is_a_path(text: str) -> bool:
    """Whether a file could have that name: bytes that are no text may arrive as surrogates (PEP 383)."""
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def _address(text: str, scheme: str) -> Source:
    """Host and port are checked here, so that a slip is told when a calendar is added, not an hour later."""
    if scheme not in ("http", "https", "webcal", "webcals", *_CALDAV_SCHEMES):
        raise PermanentError(
            Sentence(
                "Addresses with {scheme}:// are not read: give one with https:// or webcal://.", scheme=scheme
            )
        )
    text, _, _ = text.partition("#")  # what stands behind it is for a browser, and never sent
    parts = _parts(text)
    host = (parts.hostname or "").lower()
    kind = SourceKind.COLLECTION if scheme in _CALDAV_SCHEMES else SourceKind.ADDRESS
    web_scheme = _web_scheme(_CALDAV_SCHEMES.get(scheme, scheme), host)
    return Source(kind=kind, text=f"{web_scheme}{text[len(scheme) :]}", label=_shown(host))


def _parts(text: str) -> SplitResult:
    """The address taken apart. The sentence shows nothing of it: it may be a credential."""
    try:
        text.encode()  # half a character is a ValueError too
        parts = urlsplit(text)
        is_complete = bool(parts.hostname) and parts.port != 0 and not _NOT_IN_AN_ADDRESS.search(text)
    except ValueError:
        is_complete = False
    if not is_complete:
        raise PermanentError(
            Sentence("The calendar's address is damaged: copy it once more from the calendar's settings.")
        )
    return parts


def _web_scheme(scheme: str, host: str) -> str:
    """`webcal` (and `caldav`) is https, but http inside the house.

    Falling back to http whenever https fails would let anybody on the way have the address, which is a
    credential, by cutting port 443. In the house few servers have a certificate; who wants http writes http.
    """
    if scheme == "webcal":
        return "http" if is_private_name(host) else "https"
    return "https" if scheme == "webcals" else scheme
