"""A guard keeps a feed's address from reaching into the house: it judges every address before a connection.

Part of fetching. A feed's host name is somebody else's word: it may point, directly, by a redirect, or only
at the second look-up, at a router, a database or a cloud's key server (CWE-918). Judged are the addresses
that are then connected to, after all names were resolved: see wire.py.
"""

import ipaddress
import socket
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from worker.core.sentence import Sentence
from worker.errors import PermanentError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

REFUSED_NETWORKS: tuple[Network, ...] = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8",  # this host (RFC 1122)
        "10.0.0.0/8",  # private (RFC 1918)
        "100.64.0.0/10",  # behind a carrier's NAT (RFC 6598); a cloud's metadata at 100.100.100.200
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # a cloud's host agent at an address that looks public
        "169.254.0.0/16",  # link-local (RFC 3927); the metadata of most clouds
        "172.16.0.0/12",  # private (RFC 1918)
        "192.0.0.0/24",  # protocol assignments (RFC 6890); a cloud's metadata at 192.0.0.192
        "192.0.2.0/24",  # documentation (RFC 5737)
        "192.31.196.0/24",  # AS112: answers for private names (RFC 7535)
        "192.52.193.0/24",  # multicast tunnels (RFC 7450)
        "192.88.99.0/24",  # 6to4 relays (RFC 7526)
        "192.168.0.0/16",  # private (RFC 1918)
        "192.175.48.0/24",  # AS112 (RFC 7534)
        "198.18.0.0/15",  # benchmarks (RFC 2544)
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
        # Of IPv6 only 2000::/3 is given out (IANA, "IPv6 Global Unicast Address Assignments"). Around it lie
        "::/3",  # ::, ::1, IPv4-compatible and -mapped, NAT64 (RFC 6052, RFC 8215), discard (RFC 6666)
        "4000::/2",  # segment routing (5f00::/16) and what nobody has yet
        "8000::/1",  # unique local, link- and site-local (fc00::/7, fe80::/10, fec0::/10), multicast
        # and within it these lead elsewhere.
        "2001::/23",  # protocol assignments: Teredo, benchmarks, ORCHID
        "2001:db8::/32",  # documentation (RFC 3849)
        "2002::/16",  # 6to4: carries an IPv4 address (RFC 3056)
        "2620:4f:8000::/48",  # AS112 (RFC 7534)
        "3fff::/20",  # documentation (RFC 9637)
    )
)
"""An own table, because `is_global` differs between Pythons and calls NAT64, 6to4 and multicast global."""


class RefusedAddressError(PermanentError):
    """A name led to a private address. The sentence names the host, which the owner needs to allow it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Allowance:
    """What the owner allowed: a name with all its addresses, or a network; on one port or on all (None)."""

    name: str | None = None
    network: Network | None = None
    port: int | None = None

    def allows(self, host: str, address: Address, port: int) -> bool:
        """Whether this allowance covers a connection to `address`, found under the name `host`."""
        if self.port not in (None, port):
            return False
        return host == self.name if self.network is None else address in self.network


def is_own_address(address: Address) -> bool:
    """Whether an address is one of this host's own, public ones included. Nothing is sent.

    A connected UDP socket takes the address it would send from; towards oneself, that is the address asked
    for. Not seen: a public address that a router in front maps back to this host.
    """
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((str(address), 9))  # port 9 is "discard" (RFC 863)
            return ipaddress.ip_address(probe.getsockname()[0]) == address
    except OSError:
        return False  # no way leads there: so it is not here


@dataclass(frozen=True, kw_only=True, slots=True)
class Guard:
    """What may be connected to. Without allowances: what is public, and not this host."""

    allowances: tuple[Allowance, ...] = ()
    is_own: Callable[[Address], bool] = is_own_address

    def beside(self, host: str) -> Self:
        """The same, and this host may lie anywhere: the owner of the machine typed its name.

        Where it leads is somebody else's word again.
        """
        name = host.lower().rstrip(".")
        return replace(self, allowances=(*self.allowances, Allowance(name=name))) if name else self

    def may_reach(self, host: str, address: Address, port: int) -> bool:
        """Whether a connection to `address` and `port`, found under the name `host`, is allowed."""
        name = host.lower().rstrip(".")
        if any(allowance.allows(name, address, port) for allowance in self.allowances):
            return True
        return not is_refused(address) and not self.is_own(address)

    def check(self, host: str, addresses: Iterable[str], port: int) -> None:
        """Let pass, or raise RefusedAddressError.

        One private address among public ones is enough: an honest name has no use for such a mixture.
        """
        if not all(self.may_reach(host, ipaddress.ip_address(address), port) for address in addresses):
            raise RefusedAddressError(
                Sentence(
                    "{host} is this computer or lies in a private network, where no calendar is read from: "
                    "if it is yours, add its name to SNOWDROP_ALLOW_PRIVATE_ADDRESSES.",
                    host=host,
                )
            )


def is_refused(address: Address) -> bool:
    """Whether an address is not out in the public Internet."""
    return any(address in network for network in REFUSED_NETWORKS)


def guard_of(allow_private: Sequence[str]) -> Guard:
    """The guard that allows what the setting ALLOW_PRIVATE_ADDRESSES names.

    An entry is a name, an address or a network, each with a port or without: "nas.local", "10.0.0.5:8080",
    "192.168.0.0/16", "[fd00::1]:443". Raises PermanentError for anything else.
    """
    return Guard(
        allowances=tuple(_allowance(entry.strip().lower()) for entry in allow_private if entry.strip())
    )


def _allowance(entry: str) -> Allowance:
    if (network := _network(entry)) is not None:
        return Allowance(network=network)
    host, colon, port = entry.rpartition(":")
    if not colon:
        return Allowance(name=_name(entry, entry))
    number = _port(port, entry)
    if (network := _network(host.removeprefix("[").removesuffix("]"))) is not None:
        return Allowance(network=network, port=number)
    return Allowance(name=_name(host, entry), port=number)


def _network(text: str) -> Network | None:
    try:
        return ipaddress.ip_network(text, strict=False)
    except ValueError:
        return None


def _port(text: str, entry: str) -> int:
    if text.isdecimal() and len(text) <= 5 and 0 < int(text) <= 65535:
        return int(text)
    raise _not_understood(entry)


def _name(text: str, entry: str) -> str:
    name = text.rstrip(".")
    parts = name.split(".")
    is_name = all(part.replace("-", "").replace("_", "").isalnum() for part in parts)
    if (
        is_name and not parts[-1].isdecimal()
    ):  # what ends in a number is an address (WHATWG URL, 4.1), and a wrong one
        return name
    raise _not_understood(entry)


def _not_understood(entry: str) -> PermanentError:
    return PermanentError(
        Sentence(
            "SNOWDROP_ALLOW_PRIVATE_ADDRESSES names {entry}, which is no host, address or network: "
            "write for example nas.local, 10.0.0.5:8080 or 192.168.0.0/16.",
            entry=repr(entry),
        )
    )
