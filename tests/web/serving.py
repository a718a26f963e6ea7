"""The door on a real socket, for as long as a test needs it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

from tests.web.house import PORT, House
from worker.web.app import app_of


@contextmanager
def served(house: House) -> Iterator[int]:
    with at_port(app_of(house.parts())) as port:
        yield port


@contextmanager
def at_port(app: Starlette) -> Iterator[int]:
    config = uvicorn.Config(app, port=PORT, access_log=False, log_level="critical")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        thread.join(0.02)
    yield PORT
    server.should_exit = True
    thread.join(10)
