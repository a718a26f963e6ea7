"""The lifeline ties a child to its parent: when the parent is gone, however it went, so is the child.

The parent holds the writing end of a pipe that nobody writes to; its death, SIGKILL included, is an end of file.
As a program (`python -m tasks.lifeline COMMAND…`) it does the same for a child that is not ours (Valkey).
"""

import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

LIFELINE = "SNOWDROP_LIFELINE"
"""Names the inherited reading end, a file descriptor; absent where nobody holds a lifeline."""


def hold(on_end: Callable[[], None]) -> None:
    """Calls `on_end` in a thread when the parent is gone; nothing without a lifeline."""
    number = os.environ.get(LIFELINE)
    if number is None:
        return

    def wait() -> None:
        with suppress(OSError):
            os.read(int(number), 1)
        on_end()

    threading.Thread(target=wait, daemon=True, name="lifeline").start()


def end_with_parent() -> None:
    """This process stops as if asked to (SIGTERM), and for certain five seconds later."""

    def end() -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        threading.Event().wait(5)
        os._exit(1)

    hold(end)


def main(command: list[str]) -> int:
    """Runs the command until it ends, is asked to stop, or the parent is gone; then clears its folder away."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603  # our own command line
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: child.terminate())
    hold(child.kill)
    code = child.wait()
    if folder := os.environ.get("SNOWDROP_RUN_DIR"):
        _clear(Path(folder))
    return code


def _clear(folder: Path) -> None:
    """Only when the parent is gone: otherwise the child is started again in it."""
    if not _parent_is_gone():
        return
    for path in folder.glob("*"):
        with suppress(OSError):
            path.unlink()
    with suppress(OSError):
        folder.rmdir()


def _parent_is_gone() -> bool:
    """Looks without reading: the pipe is shared with all other children, who wait on it."""
    number = os.environ.get(LIFELINE)
    if number is None:
        return False
    readable, _, _ = select.select([int(number)], [], [], 0)
    return bool(readable)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
