"""Ways to hold it wrong, and how each has to be answered."""

import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.prepared import prepare
from tests.tasks.running import environ, said

SECRET = "planted-secret"
MEETING = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20261101T090000Z
SUMMARY:Coffee
ATTENDEE;CN=Amina Rahal:mailto:amina@example.org
ATTENDEE;CN=Me:mailto:me@example.org
END:VEVENT
END:VCALENDAR
"""


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way to hold it wrong: a command, what surrounds it, and what the answer has to say."""

    command: tuple[str, ...]
    says: tuple[str, ...]
    """The thing, and the remedy."""
    code: int = 2
    settings: Mapping[str, str] = field(default_factory=dict)
    """`{folder}` and `{port}` (one at which nobody listens) are filled in."""
    before: Callable[[Path], None] = lambda _: None
    is_new: bool = False
    """Nothing was ever kept there; else a record stands, as after the first command."""


def wrote(name: str, content: str | bytes) -> Callable[[Path], None]:
    raw = content.encode() if isinstance(content, str) else content
    return lambda folder: (folder / name).write_bytes(raw) and None


def calendar_in(folder: Path) -> Path:
    (folder / "own.ics").write_bytes(MEETING)
    return folder / "own.ics"


def hold(way: Way, folder: Path) -> None:
    """One sentence with the thing and the remedy, no secret, nothing on standard output, and the right exit code."""
    if not way.is_new:
        prepare(folder / "data")
    way.before(folder)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]  # nobody listens there in a moment
    filled = {key: value.format(folder=folder, port=port) for key, value in way.settings.items()}
    env = environ(folder / "data", **{f"SNOWDROP_{key}": value for key, value in filled.items()})

    answer = said(*(part.format(folder=folder) for part in way.command), env=env)

    assert (answer.code, answer.out) == (way.code, b"")
    assert answer.err.count("\n") == 1
    assert all(part in answer.err for part in way.says), answer.err
    assert SECRET not in answer.err
