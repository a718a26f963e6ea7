"""A login is a name and a password (or an app password) with which a calendar's server lets us in.

For `snowdrop add`. The password comes from a file or the terminal: everyone on a machine can see its command lines.
"""

import sys
from dataclasses import dataclass, field
from getpass import getpass
from pathlib import Path

from tasks.wiring import UsageError


@dataclass(frozen=True, kw_only=True, slots=True)
class Login:
    """Goes into the calendar's address, which is sealed."""

    user: str
    password: str = field(repr=False)


def login_of(user: str | None, password_file: Path | None) -> Login | None:
    """None where no user is named. The password is the file's first line. Raises UsageError."""
    if user is None:
        if password_file is not None:
            raise UsageError("a password belongs to somebody: give --user as well")
        return None
    if password_file is not None:
        return Login(user=user, password=_password_in(password_file))
    if not sys.stdin.isatty():
        raise UsageError("the password is missing: give --password-file FILE")
    return Login(user=user, password=getpass(f"Password of {user}: "))


def _password_in(file: Path) -> str:
    try:
        password = file.read_text("utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file.name} cannot be read: check its name, place and rights") from error
    if not password:
        raise UsageError(f"{file.name} has no password on its first line: write it there")
    return password
