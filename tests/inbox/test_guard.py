"""The guard: what may be connected to, address by address."""

import ipaddress
import re
import socket
from pathlib import Path

import pytest

from tests.inbox.fetch_server import getting, serving
from worker.errors import PermanentError, SnowdropError
from worker.inbox.fetching.guard import Guard, RefusedAddressError, guard_of, is_own_address
from worker.inbox.fetching.wire import system_addresses

HERE = Path(__file__).parent
NOWHERE = Guard(is_own=lambda _: False)

REFUSED = (HERE / "guard_refused.txt").read_text().split()

PUBLIC = (HERE / "guard_public.txt").read_text().split()


def test_the_tables_are_as_large_as_promised() -> None:
    """At least 200 private and 50 public addresses, each once."""
    assert len(REFUSED) == len(set(REFUSED)) >= 200
    assert len(PUBLIC) == len(set(PUBLIC)) >= 50


@pytest.mark.parametrize("address", REFUSED)
def test_a_private_address_is_refused(address: str) -> None:
    """Loopback, private, link-local, shared, tunnels, multicast, documentation, reserved, metadata."""
    assert not NOWHERE.may_reach("feeds.example.org", ipaddress.ip_address(address), 443)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_allowed(address: str) -> None:
    """The neighbours of each refused network among them."""
    assert NOWHERE.may_reach("feeds.example.org", ipaddress.ip_address(address), 443)


SPELLINGS = """
    localhost localhost. LOCALHOST 127.1 127.0.1 0x7f.0.0.1 0x7f000001 2130706433 017700000001 0177.0.0.1 0
    127.0.0.1 127.0.0.1. 127.000.000.001 ①②⑦.⓪.⓪.① user@127.0.0.1 example.org@127.0.0.1
    [::1] [::] [::ffff:127.0.0.1] [::127.0.0.1] [0:0:0:0:0:0:0:1] [64:ff9b::7f00:1] [2002:7f00:1::]
"""


@pytest.mark.parametrize("host", SPELLINGS.split())
def test_no_spelling_of_this_computer_gets_through(host: str) -> None:
    """Whatever the system makes of it is judged; a server at that port is never visited."""
    with serving() as canary, getting(Guard(), system_addresses) as get:
        with pytest.raises(SnowdropError) as caught:
            get(f"http://{host}:{canary.port}/c.ics")
        assert isinstance(caught.value, RefusedAddressError) or re.search(
            "not found|damaged", str(caught.value)
        )
        assert canary.requests == []


def test_one_private_address_among_public_ones_is_enough() -> None:
    """Otherwise a retry would reach it."""
    with pytest.raises(RefusedAddressError, match=r"^feeds\.example\.org .*ALLOW_PRIVATE_ADDRESSES\.$"):
        NOWHERE.check("feeds.example.org", ["8.8.8.8", "10.0.0.1"], 443)


def test_this_hosts_own_public_address_is_refused() -> None:
    """A server's own services often listen there too."""
    guard = Guard(is_own=lambda address: str(address) == "8.8.8.8")

    assert not guard.may_reach("feeds.example.org", ipaddress.ip_address("8.8.8.8"), 443)
    assert guard.may_reach("feeds.example.org", ipaddress.ip_address("8.8.4.4"), 443)


def test_own_addresses_are_recognised() -> None:
    """Loopback, and whatever address this computer sends from."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("8.8.8.8", 9))
        except OSError:
            probe.connect(("127.0.0.1", 9))  # no net at all
        mine = probe.getsockname()[0]

    assert is_own_address(ipaddress.ip_address(mine))
    assert is_own_address(ipaddress.ip_address("127.0.0.1"))
    assert not is_own_address(ipaddress.ip_address("8.8.8.8"))


@pytest.mark.parametrize(
    ("entry", "host", "address", "port", "is_allowed"),
    [
        ("nas.local", "nas.local", "192.168.1.5", 80, True),
        ("NAS.local.", "nas.LOCAL.", "192.168.1.5", 5000, True),
        ("nas.local", "evil.nas.local", "192.168.1.5", 80, False),
        ("nas.local", "other.local", "192.168.1.5", 80, False),
        ("nas.local:5000", "nas.local", "192.168.1.5", 5000, True),
        ("nas.local:5000", "nas.local", "192.168.1.5", 5001, False),
        ("radicale", "radicale", "172.18.0.3", 5232, True),
        ("192.168.1.5", "any.example.org", "192.168.1.5", 80, True),
        ("192.168.1.5", "any.example.org", "192.168.1.6", 80, False),
        ("192.168.1.5:80", "any.example.org", "192.168.1.5", 81, False),
        ("192.168.0.0/16", "any.example.org", "192.168.77.5", 443, True),
        ("192.168.0.0/16", "any.example.org", "10.0.0.1", 443, False),
        ("192.168.0.7/16", "any.example.org", "192.168.77.5", 443, True),
        ("192.168.0.0/16:443", "any.example.org", "192.168.77.5", 80, False),
        ("fd00::/8", "any.example.org", "fd12::1", 443, True),
        ("[fd00::1]:443", "any.example.org", "fd00::1", 443, True),
        ("[fd00::1]:443", "any.example.org", "fd00::1", 80, False),
        ("10.0.0.0/8", "any.example.org", "::ffff:10.0.0.1", 80, False),
    ],
)
def test_the_owner_allows_by_name_address_or_network(
    entry: str, host: str, address: str, port: int, is_allowed: bool
) -> None:
    """Exactly what was written, on the port that was written."""
    assert guard_of([" ", entry]).may_reach(host, ipaddress.ip_address(address), port) is is_allowed


@pytest.mark.parametrize(
    "entry",
    [
        "*",
        "http://nas.local",
        "10.0.0.0/33",
        "nas.local:0",
        "nas.local:x",
        "a b",
        ":80",
        "a..b",
        "999.1.1.1",
        "10.0.0",
    ],
)
def test_a_setting_that_is_not_understood_names_itself(entry: str) -> None:
    """Rather than to allow nothing, or everything, in silence."""
    with pytest.raises(
        PermanentError, match=r"^SNOWDROP_ALLOW_PRIVATE_ADDRESSES names .* write for example "
    ):
        guard_of([entry])
