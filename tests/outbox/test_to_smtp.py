"""Handing over to a mail server, on real servers on the loopback."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path
from threading import Thread

import pytest
from aiosmtpd.controller import Controller
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from tests.outbox.examples import links, words
from tests.outbox.mail_server import PASSWORD, Box, free_port, serving
from tests.outbox.test_as_letter import LETTER
from worker.errors import PermanentError, SnowdropError, TemporaryError
from worker.outbox import to_smtp
from worker.outbox.as_letter import bytes_of, letter_of
from worker.outbox.to_smtp import RefusedError, UnansweredError, send

ENVELOPE = to_smtp.Envelope(sender="snowdrop@example.org", recipient="me@example.com")


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def url(box: Box) -> Iterator[str]:
    with serving(box) as address:
        yield address


def _nothing() -> None:
    return None


def test_a_letter_arrives_whole(url: str, box: Box) -> None:
    """What the server holds parses as the letter that was written."""
    message = letter_of(LETTER, words=words(), links=links)
    assert message is not None

    send(bytes_of(message), ENVELOPE, url, handed=_nothing)

    arrived = message_from_bytes(box.got[0], policy=SMTP)
    assert arrived["Message-ID"] == message["Message-ID"]
    assert arrived.defects == []
    assert box.got == [bytes_of(message)]


def test_a_leading_dot_survives_and_a_lone_dot_does_not_end_the_letter(url: str, box: Box) -> None:
    """RFC 5321, 4.5.2."""
    send(b"Subject: x\n\n.\n..\n.hidden", ENVELOPE, url, handed=_nothing)

    assert box.got == [b"Subject: x\r\n\r\n.\r\n..\r\n.hidden\r\n"]


def test_it_is_told_just_before_the_final_dot(url: str, box: Box) -> None:
    """The record knows of the letter before the server can have accepted it."""
    seen: list[int] = []

    send(b"Subject: x\r\n\r\n", ENVELOPE, url, handed=lambda: seen.append(len(box.got)))

    assert seen == [0]
    assert len(box.got) == 1


def test_a_letter_that_may_not_be_handed_over_is_not_sent(url: str, box: Box) -> None:
    """A record that cannot be kept, or a lease that was lost, stops the letter before its dot."""

    def refuse() -> None:
        raise PermanentError("This letter is someone else's by now.")

    with pytest.raises(PermanentError, match="someone else's"):
        send(b"Subject: x\r\n\r\n", ENVELOPE, url, handed=refuse)
    assert box.got == []


@pytest.mark.parametrize(
    ("reply", "kind"),
    [("451 greylisted", TemporaryError), ("554 no", RefusedError), ("452 full", TemporaryError)],
)
def test_a_refusal_is_temporary_or_permanent_as_the_server_says(
    url: str, box: Box, reply: str, kind: type[SnowdropError]
) -> None:
    """4xx is worth another try, 5xx is not; at the recipient as after the dot."""
    box.reply = reply
    with pytest.raises(kind):
        send(b"Subject: x\r\n\r\n", ENVELOPE, url, handed=_nothing)

    box.rcpt_reply = reply
    with pytest.raises(kind):
        send(b"Subject: x\r\n\r\n", ENVELOPE, url, handed=_nothing)
    assert len(box.got) == 1


def test_the_right_password_is_accepted(url: str, box: Box) -> None:
    """User and password come from the address, percent-decoded."""
    send(b"Subject: x\r\n\r\n", ENVELOPE, url.replace("//", f"//me%40x:{PASSWORD}@"), handed=_nothing)

    assert len(box.got) == 1


def test_a_wrong_password_is_refused_and_never_told(url: str) -> None:
    """The sentence names the setting, not the secret."""
    with pytest.raises(PermanentError, match="SMTP_URL") as caught:
        send(b"", ENVELOPE, url.replace("//", "//me:wrong-secret@"), handed=_nothing)

    assert "wrong-secret" not in f"{caught.value}{caught.value.__cause__!r}"
    assert not isinstance(caught.value, RefusedError)


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_server_that_wants_a_login_has_refused_no_letter(box: Box) -> None:
    """530: the settings lack it, and can be mended."""
    with (
        serving(box, is_login_required=True) as url,
        pytest.raises(PermanentError, match="login first") as caught,
    ):
        send(b"", ENVELOPE, url, handed=_nothing)

    assert not isinstance(caught.value, RefusedError)


def test_nobody_there_is_temporary() -> None:
    """A server that is down is tried again."""
    with pytest.raises(TemporaryError, match="could not be reached"):
        send(b"", ENVELOPE, f"smtp://127.0.0.1:{free_port()}", handed=_nothing)


@pytest.mark.parametrize(
    "bad",
    ["", "smtp://", "http://mail.example.org", "smtp://h:port", "mail.example.org:25", f"smtp://{'x' * 70}"],
)
def test_an_address_that_is_none_is_named(bad: str) -> None:
    """A wrong setting is permanent and says what to write."""
    with pytest.raises(PermanentError, match="SMTP_URL"):
        send(b"", ENVELOPE, bad, handed=_nothing)


@pytest.mark.parametrize("recipient", ["", "jörg@example.org", "a@b\r\nRCPT TO:<c@d>", "<a@b> c"])
def test_an_envelope_that_is_none_is_named(url: str, box: Box, recipient: str) -> None:
    """Nothing but two plain addresses goes into the dialogue."""
    envelope = to_smtp.Envelope(sender="snowdrop@example.org", recipient=recipient)

    with pytest.raises(PermanentError, match="MAIL_TO"):
        send(b"", envelope, url, handed=_nothing)
    assert box.got == []


def test_a_password_is_never_sent_in_the_clear_over_a_network() -> None:
    """Plain smtp:// with a password serves on the loopback only."""
    with pytest.raises(PermanentError, match="unencrypted") as caught:
        send(b"", ENVELOPE, f"smtp://me:{PASSWORD}@mail.example.org", handed=_nothing)

    assert PASSWORD not in str(caught.value)


def test_encryption_that_is_not_offered_is_not_done_without(url: str, box: Box) -> None:
    """smtp+starttls:// fails rather than falls back."""
    with pytest.raises(PermanentError, match="smtps://"):
        send(b"", ENVELOPE, url.replace("smtp:", "smtp+starttls:"), handed=_nothing)
    assert box.got == []


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate of localhost that nobody else vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2200, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, SHA256())
    )
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    file = tmp_path_factory.mktemp("tls") / "localhost.pem"
    traditional = serialization.PrivateFormat.PKCS8
    file.write_bytes(made.public_bytes(pem) + key.private_bytes(pem, traditional, plain))
    return file


@pytest.fixture(params=["smtps", "smtp+starttls"])
def safe_url(request: pytest.FixtureRequest, box: Box, certificate: Path) -> Iterator[str]:
    """A server that speaks TLS, from the start or when asked."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    port = free_port()
    options = {"ssl_context": context} if request.param == "smtps" else {"tls_context": context}
    controller = Controller(box, hostname="localhost", port=port, **options)
    controller.start()
    yield f"{request.param}://localhost:{port}"
    controller.stop()


def test_a_letter_goes_over_tls(safe_url: str, box: Box, certificate: Path) -> None:
    """From the start, or by STARTTLS."""
    trusting = ssl.create_default_context(cafile=str(certificate))

    send(b"Subject: x\r\n\r\n", ENVELOPE, safe_url, handed=_nothing, tls=trusting)

    assert len(box.got) == 1


def test_a_server_that_nobody_vouches_for_gets_no_letter(safe_url: str, box: Box) -> None:
    """The system's authorities decide; the sentence names the setting."""
    with pytest.raises(PermanentError, match="not trusted"):
        send(b"", ENVELOPE, safe_url, handed=_nothing)
    assert box.got == []


@pytest.mark.parametrize("last_word", [b"", b"what?\r\n"])
def test_silence_after_the_final_dot_is_told_apart(last_word: bytes) -> None:
    """The one ambiguous moment: handed over, and nothing that can be understood comes back."""
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"smtp://127.0.0.1:{listener.getsockname()[1]}"
    Thread(target=_hang_up_after_the_dot, args=(listener, last_word), daemon=True).start()

    with closing(listener), pytest.raises(UnansweredError, match="may have arrived"):
        send(b"Subject: x\r\n\r\n", ENVELOPE, url, handed=_nothing)


def _hang_up_after_the_dot(listener: socket.socket, last_word: bytes) -> None:
    connection, _ = listener.accept()
    with connection, connection.makefile("rwb") as wire:
        for reply in (b"220 hi", b"250 ehlo", b"250 mail", b"250 rcpt", b"354 go"):
            wire.write(reply + b"\r\n")
            wire.flush()
            wire.readline()
        while wire.readline() not in (b".\r\n", b""):
            pass
        wire.write(last_word)
