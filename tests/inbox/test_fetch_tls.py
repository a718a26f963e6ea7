"""Encryption: whose certificate counts, and that nothing leaves it again."""

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.inbox.fetch_server import CALENDAR, OPEN, Get, Site, getting, serving
from worker.inbox.fetching.catch import Fetched, Limits, UnavailableError, UnreadableError
from worker.inbox.fetching.client import trusted_certificates


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for feeds.example.org that vouches for itself, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "feeds.example.org")])
    begins = datetime(2020, 1, 1, tzinfo=UTC)
    paper = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=36500))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("feeds.example.org")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "feeds.pem"
    plain = serialization.NoEncryption()
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    file.write_bytes(key.private_bytes(pem, pkcs8, plain) + paper.public_bytes(pem))
    return file


@pytest.fixture
def tls_site(certificate: Path) -> Iterator[Site]:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    with serving(tls=tls) as running:
        running.pages["/c.ics"] = lambda handler: handler.answer(body=CALENDAR)
        yield running


@pytest.fixture
def get_trusting(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Get]:
    """Fetch with the test's own certificate among those that the system trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    trusted_certificates.cache_clear()
    with getting(OPEN) as get:
        yield get
    trusted_certificates.cache_clear()


def test_tls_is_spoken_with_the_name_not_the_number(tls_site: Site, get_trusting: Get) -> None:
    """Connected is to the checked number; SNI, the certificate and Host are the name's."""
    caught = get_trusting(f"webcal://feeds.example.org:{tls_site.port}/c.ics")

    assert isinstance(caught, Fetched)
    assert tls_site.names == ["feeds.example.org"]
    assert tls_site.requests[0][1]["Host"] == f"feeds.example.org:{tls_site.port}"


def test_a_certificate_must_belong_to_the_name(tls_site: Site, get_trusting: Get) -> None:
    """Trusted, but somebody else's."""
    with pytest.raises(UnavailableError, match="certificate that is not trusted"):
        get_trusting(f"https://other.example.org:{tls_site.port}/c.ics")


def test_a_certificate_must_be_trusted(tls_site: Site, get: Get) -> None:
    """A self-made one is refused, and nothing was asked."""
    with pytest.raises(UnavailableError, match="certificate that is not trusted"):
        get(f"https://feeds.example.org:{tls_site.port}/c.ics")

    assert tls_site.requests == []


def test_a_plain_server_asked_for_https_is_told_apart(site: Site, get: Get) -> None:
    """The remedy is in the sentence."""
    with pytest.raises(UnavailableError, match=r"does not speak https there: .* with http://\.$"):
        get(f"https://127.0.0.1:{site.port}/c.ics")


def test_a_silent_handshake_is_left_in_time(get: Get) -> None:
    """A server that accepts and then says nothing of TLS."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]

        with pytest.raises(UnavailableError, match="took longer"):
            get(f"https://127.0.0.1:{port}/", Limits(total_seconds=0.3))


def test_a_redirect_never_leaves_encryption(tls_site: Site, get_trusting: Get) -> None:
    """The address and what it gives would be open to everybody on the way."""
    tls_site.pages["/c.ics"] = lambda handler: handler.answer(302, Location="http://feeds.example.org/c.ics")

    with pytest.raises(UnreadableError, match="without encryption"):
        get_trusting(f"https://feeds.example.org:{tls_site.port}/c.ics")
