"""To SMTP: hands one letter to a mail server, and says truly whether it arrived there.

Step 5 of 5: nudge → what the user reads. The only ambiguous moment is between the final dot and the
server's reply (RFC 5321, 6.1); `handed` is called just before that dot, so that whoever keeps the record
knows of it. RFC 5321 (SMTP), 3207 (STARTTLS), 8314 (smtps).
"""

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit

from worker.core.sentence import Sentence
from worker.errors import PermanentError, TemporaryError

_PORTS = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}
_TIMEOUT_SECONDS = 30.0
"""For each step of the dialogue; RFC 5321 allows minutes, a mail server that is well needs none."""
_HELO = "[127.0.0.1]"
"""An address literal (RFC 5321, 4.1.3): the host's own name is nobody's business and slow to look up."""
_ACCEPTED, _GO_AHEAD = 2, 3
"""The first digit of a reply (RFC 5321, 4.2.1)."""
_LOGIN_FIRST = (530, 534, 535, 538)
"""Nothing is taken from who has not logged in, or not over TLS (RFC 4954, 6; RFC 3207, 4)."""
_PLAIN_ADDRESS = re.compile(r"[!-~]+@[!-~]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Envelope:
    """Whom the mail server takes the letter from, and for. Bare addresses."""

    sender: str
    recipient: str


@dataclass(frozen=True, kw_only=True, slots=True)
class _Server:
    scheme: str
    host: str
    port: int
    user: str = field(repr=False)
    password: str = field(repr=False)


class UnansweredError(TemporaryError):
    """The whole letter was handed over, and no reply came: it may have arrived."""


class RefusedError(PermanentError):
    """The server will not have this letter, or one of its two addresses, however often it is tried."""


def send(
    message: bytes,
    envelope: Envelope,
    url: str,
    *,
    handed: Callable[[], None],
    tls: ssl.SSLContext | None = None,
) -> None:
    """Hands `message` to the server at `url`; returns when the server has accepted it.

    `url`: smtp://, smtps:// or smtp+starttls://, with user:password@ where the server asks for it.
    `handed` is called once, just before the final dot; if it raises, the letter is not sent.
    `tls`: None verifies against the system's authorities.
    Raises UnansweredError, or what is certain: RefusedError (5xx to the letter), TemporaryError (no connection,
    4xx), or PermanentError where the server is not ours to talk to yet (login, encryption, certificate, bad url).
    """
    server = _server_in(url)
    with _told_plainly(server), _connected(server, tls) as client:
        _offer(client, envelope)
        _hand_over(client, message, handed, server)


def greet(url: str, *, tls: ssl.SSLContext | None = None) -> None:
    """Connects, logs in where a user is named, and leaves: whether letters would be taken. Raises as `send`."""
    server = _server_in(url)
    with _told_plainly(server), _connected(server, tls):
        pass


def _offer(client: smtplib.SMTP, envelope: Envelope) -> None:
    if not all(_PLAIN_ADDRESS.fullmatch(each) for each in (envelope.sender, envelope.recipient)):
        raise RefusedError(
            Sentence(
                "The letter has no usable sender or recipient; check SNOWDROP_MAIL_FROM and SNOWDROP_MAIL_TO."
            )
        )
    _expect(client.mail(envelope.sender))
    _expect(client.rcpt(envelope.recipient))


def _hand_over(client: smtplib.SMTP, message: bytes, handed: Callable[[], None], server: _Server) -> None:
    _expect(client.docmd("DATA"), _GO_AHEAD)
    client.send(_stuffed(message))
    handed()
    reply = _reply_to_the_dot(client)
    if reply is None:
        raise UnansweredError(
            Sentence(
                "The mail server {server} took the letter but did not confirm it; it may have arrived.",
                server=f"{server.host}:{server.port}",
            )
        )
    _expect(reply)


def _reply_to_the_dot(client: smtplib.SMTP) -> tuple[int, bytes] | None:
    """None when nothing comes back, or nothing that can be read."""
    try:
        client.send(b".\r\n")
        code, text = client.getreply()
    except (OSError, smtplib.SMTPException):
        return None
    return (code, text) if code >= 200 else None


def _stuffed(message: bytes) -> bytes:
    """CRLF throughout, and a dot before each leading dot (RFC 5321, 4.5.2)."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", message)
    ended = lines if lines.endswith(b"\r\n") else lines + b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", ended)


def _expect(reply: tuple[int, bytes], digit: int = _ACCEPTED) -> None:
    if reply[0] // 100 != digit:
        raise smtplib.SMTPResponseException(*reply)


@contextmanager
def _connected(server: _Server, tls: ssl.SSLContext | None) -> Iterator[smtplib.SMTP]:
    client = _client(server, tls)
    try:
        if server.scheme == "smtp+starttls":
            client.starttls(context=tls or ssl.create_default_context())
        client.ehlo_or_helo_if_needed()
        if server.user:
            client.login(server.user, server.password)
        yield client
        with suppress(OSError, smtplib.SMTPException):  # accepted is accepted, however they part
            client.quit()
    finally:
        client.close()


def _client(server: _Server, tls: ssl.SSLContext | None) -> smtplib.SMTP:
    if server.scheme == "smtps":
        tls = tls or ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, _HELO, timeout=_TIMEOUT_SECONDS, context=tls)
    return smtplib.SMTP(server.host, server.port, _HELO, timeout=_TIMEOUT_SECONDS)


@contextmanager
def _told_plainly(server: _Server) -> Iterator[None]:
    """Every failure of the dialogue as one sentence; replies are not quoted, they may repeat secrets."""
    where = f"{server.host}:{server.port}"
    try:
        yield
    except smtplib.SMTPResponseException as error:
        raise _refusal(error, where) from None
    except smtplib.SMTPNotSupportedError:
        raise PermanentError(
            Sentence(
                "The mail server {server} does not offer what SNOWDROP_SMTP_URL asks for; try smtps:// or smtp://.",
                server=where,
            )
        ) from None
    except ssl.SSLCertVerificationError:
        raise PermanentError(
            Sentence(
                "The mail server {server} showed a certificate that is not trusted; "
                "check the host in SNOWDROP_SMTP_URL.",
                server=where,
            )
        ) from None
    except UnicodeError:
        raise PermanentError(_BAD_URL) from None
    except (OSError, smtplib.SMTPException) as error:
        raise TemporaryError(
            Sentence(
                "The mail server {server} could not be reached; check its name and port in SNOWDROP_SMTP_URL, "
                "it is tried again later.",
                server=where,
            )
        ) from error


def _refusal(error: smtplib.SMTPResponseException, where: str) -> TemporaryError | PermanentError:
    """Who is refused the login mends it in the settings or at the server; nothing of the letter was handed over."""
    code = error.smtp_code
    is_for_good = 500 <= code < 600
    if isinstance(error, smtplib.SMTPAuthenticationError):
        said = Sentence(
            "The mail server {server} refused the login; check user and password in SNOWDROP_SMTP_URL.",
            server=where,
        )
        return PermanentError(said) if is_for_good else TemporaryError(said)
    if code in _LOGIN_FIRST:
        return PermanentError(
            Sentence(
                "The mail server {server} wants a login first ({code}); write smtp+starttls://user:password@host:587 "
                "in SNOWDROP_SMTP_URL.",
                server=where,
                code=str(code),
            )
        )
    said = Sentence(
        "The mail server {server} refused the letter ({code}); check SNOWDROP_MAIL_FROM and SNOWDROP_MAIL_TO.",
        server=where,
        code=str(code),
    )
    return RefusedError(said) if is_for_good else TemporaryError(said)


def _server_in(url: str) -> _Server:
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        raise PermanentError(_BAD_URL) from None
    if not parts.hostname:
        raise PermanentError(_BAD_URL)
    if parts.scheme == "smtp" and parts.username and not _is_loopback(parts):
        raise PermanentError(
            Sentence(
                "SNOWDROP_SMTP_URL would send its password unencrypted; use smtps:// or smtp+starttls://."
            )
        )
    return _Server(
        scheme=parts.scheme,
        host=parts.hostname,
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )


_BAD_URL = Sentence(
    "SNOWDROP_SMTP_URL is not an address of a mail server; write smtp+starttls://user:password@host:587."
)


def _is_loopback(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
