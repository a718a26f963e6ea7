"""A mail server on the loopback: it keeps what it gets, and answers and lets in as it is told."""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

from aiosmtpd import smtp
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, Session

PASSWORD = "planted-secret-9f3"


@dataclass
class Box:
    """What a mail server got, and what it answers."""

    reply: str = "250 OK"
    """To the whole letter; "" hangs up instead."""
    rcpt_reply: str = "250 OK"
    password: str = PASSWORD
    got: list[bytes] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 -- the server's own names
        self, _server: smtp.SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.rcpt_reply

    async def handle_DATA(self, server: smtp.SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.got.append(envelope.content)
        if not self.reply and server.transport:
            server.transport.abort()
        return self.reply


@contextmanager
def serving(box: Box, *, is_login_required: bool = False) -> Iterator[str]:
    """The server's address, without a login."""
    controller = Controller(
        box,
        hostname="127.0.0.1",
        port=free_port(),
        authenticator=lambda _s, _e, _v, _m, data: AuthResult(
            success=data.password == box.password.encode(), handled=False
        ),
        auth_require_tls=False,
        auth_required=is_login_required,
    )
    controller.start()
    try:
        yield f"smtp://{controller.hostname}:{controller.port}"
    finally:
        controller.stop()


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        port: int = listener.getsockname()[1]
        return port
