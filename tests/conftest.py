"""Where the folders of the tests lie, and that no example of a property is timed.

In memory, where the system has such a place with room: a commit waits for the disk (`synchronous=FULL`), and
14,000 commits beside other work on it took a minute and a half. On a busy machine an example of a tenth of a
millisecond may take half a second.
"""

import os
import shutil
from pathlib import Path

import hypothesis

MEMORY = Path("/dev/shm")  # Linux; a container's usual 64 MB are too few
ROOM_BYTES = 2 * 1024**3

if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM_BYTES:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")
