"""The keyring keeps the one secret key of a record, made at the first start, and tells whether the key at hand fits."""

import os
import secrets
import time
from pathlib import Path
from typing import TYPE_CHECKING

from worker.errors import PermanentError

if TYPE_CHECKING:
    from worker.store.database import Database
    from worker.store.secrets import Vault

KEY_FILE = "secret.key"
"""In the data folder, for its owner only."""
_WRITTEN_SECONDS = 0.5
"""64 letters are on their way to the disk, written by a process that starts at the same moment."""
_MARK = "key"


class KeyTroubleError(PermanentError):
    """The secret key cannot be kept, is damaged, or is not this record's: exit code 2, as for any setting."""


def kept_key(data_dir: Path) -> bytes:
    """The key beside the database, made where there is none (0600). Raises KeyTroubleError."""
    file = data_dir / KEY_FILE
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as fresh:
            fresh.write(secrets.token_hex(32).encode())
    except FileExistsError:
        pass
    except OSError as error:
        raise KeyTroubleError(f"{file} cannot be written: check the rights of the data folder") from error
    return _whole(file)


def fits(database: "Database", vault: "Vault", user_id: int) -> bool:
    """Whether the key at hand is the one that the record was made with; a record without a mark gets one."""
    from worker.store import users

    mark = vault.hash_of("key", "of this record")
    with database.read() as conn:
        known = users.value_of(conn, user_id, _MARK)
    if known is None and _opens(database, vault, user_id):
        with database.write() as conn:
            users.keep_value(conn, user_id, _MARK, mark)
        return True
    return known == mark


def trouble_with_another(place: str) -> KeyTroubleError:
    """With another key nothing sealed opens, every link fails, and who was forgotten would be learnt again."""
    return KeyTroubleError(
        f"This record was made with another secret key: put the old one back ({place}), "
        "or start a new record in another SNOWDROP_DATA_DIR"
    )


def _opens(database: "Database", vault: "Vault", user_id: int) -> bool:
    """A record of a time before marks: whether its calendars' addresses open."""
    from worker.store.feeds import address_of, all_feeds
    from worker.store.secrets import CannotOpenError

    with database.read() as conn:
        try:
            for feed in all_feeds(conn, user_id):
                address_of(conn, user_id, vault, feed.id)
        except CannotOpenError:
            return False
    return True


def _whole(file: Path) -> bytes:
    """The key, once it is whole: another process that starts at the same moment may just be writing it."""
    until = time.monotonic() + _WRITTEN_SECONDS
    while len(key := file.read_bytes().strip()) < 32 and time.monotonic() < until:
        time.sleep(0.05)
    if len(key) < 32:
        raise KeyTroubleError(
            f"{file} is damaged: restore it from a backup; without it stored addresses cannot be opened"
        )
    return key
