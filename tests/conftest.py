"""Where the folders of the tests lie: in memory, where the system has such a place with room.

A commit waits for the disk (`synchronous=FULL`), and 14,000 commits beside other work on it took a minute and a half.
"""

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")  # Linux; a container's usual 64 MB are too few
ROOM_BYTES = 2 * 1024**3

if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM_BYTES:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
