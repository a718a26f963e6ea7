"""The door on a real socket, for as long as a test needs it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from tests.web.house import PORT, House
from worker.web.app import app_of


@contextmanager
def served(house: House) -> Iterator[int]:
    config = uvicorn.Config(app_of(house.parts()), port=PORT, access_log=False, log_level="critical")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        thread.join(0.02)
    yield PORT
    server.should_exit = True
    thread.join(10)
