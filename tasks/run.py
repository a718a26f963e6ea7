"""Runs one process's part: the worker, the clock, or the web; also what `dramatiq tasks.run:broker` imports.

Each ends on SIGTERM within seconds, and when its parent is gone.
"""

import gc
import signal
import threading
import time
from types import FrameType

import structlog

from tasks.bell import Bell, FailFastBroker
from tasks.broker import SILENT, is_reachable
from tasks.lifeline import end_with_parent
from tasks.wiring import House, settings
from worker.errors import PermanentError, TemporaryError
from worker.log import start_log

log = structlog.get_logger()

WORKER_THREADS = 4
"""Fetching waits for the network most of the time; reading takes turns on the interpreter anyway."""
_PICK_UP_MILLISECONDS = 100
"""dramatiq polls its queue this often; its default of a second makes every step of the chain slow."""
_STOP_MILLISECONDS = 6_000
_TICK_SECONDS = 1.0
_COLLECT_AFTER = (50_000, 20, 20)
"""Objects, then generations: a calendar makes hundreds of thousands at once, and none of them in a circle."""


class NoBrokerError(PermanentError):
    """A separate process needs to be told where the broker is."""


def bell_of(house: House) -> Bell:
    """The way to the broker, by which the house rings from now on. Raises NoBrokerError where none is named."""
    if not house.settings.redis_url:
        raise NoBrokerError(
            "SNOWDROP_REDIS_URL is missing: name the Valkey or Redis to use, or start all with `snowdrop up`"
        )
    bell = Bell(house, FailFastBroker(house.settings.redis_url))
    house.ring_now = bell.ring_softly
    return bell


def _opened(process: str) -> House:
    house = House(settings())
    start_log(house.settings.log_level, process=process)
    end_with_parent()
    house.migrate()
    house.settle_user()
    return house


def _stop_signal() -> threading.Event:
    """Set on SIGTERM and SIGINT."""
    stop = threading.Event()

    def ask(_: int, __: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, ask)
    return stop


def work() -> None:
    """The worker: carries out what the bell rings for, until it is asked to stop."""
    import dramatiq

    stop = _stop_signal()
    house = _opened("worker")
    bell = bell_of(house)
    _await_broker(house, stop)
    calm_collector()
    bell.broker.may_exit = True
    worker = dramatiq.Worker(bell.broker, worker_threads=WORKER_THREADS, worker_timeout=_PICK_UP_MILLISECONDS)
    worker.start()
    log.info("ready")
    while not stop.wait(_TICK_SECONDS):
        _leave_if_a_thread_died(worker)
    worker.stop(timeout=_STOP_MILLISECONDS)
    house.close()


def _await_broker(house: House, stop: threading.Event) -> None:
    """Parts start in any order, and nothing is lost while the broker is away; it is named once."""
    is_told = False
    while not stop.is_set() and not is_reachable(house.settings.redis_url):
        if not is_told:
            log.warning("waiting", why=SILENT)
            is_told = True
        stop.wait(_TICK_SECONDS)


def calm_collector() -> None:
    """Looks for circles less often, and never in what was imported (docs/performance.md)."""
    gc.freeze()
    gc.set_threshold(*_COLLECT_AFTER)


def _leave_if_a_thread_died(worker: "object") -> None:
    import os

    threads = [*getattr(worker, "workers", ()), *getattr(worker, "consumers", {}).values()]
    if not all(thread.is_alive() for thread in threads):
        log.error("thread died")
        os._exit(75)  # EX_TEMPFAIL: the supervisor starts it again; the record stands in the database


def tick() -> None:
    """The clock: rings for what is due, every second."""
    from tasks.timetable import keep_duties

    stop = _stop_signal()
    house = _opened("clock")
    bell = bell_of(house)
    with house.database.write() as conn:
        keep_duties(house, conn)
    log.info("ready")
    while not stop.wait(_TICK_SECONDS):
        try:
            bell.ring_due()
        except TemporaryError as error:
            log.warning("not rung", why=str(error))
            time.sleep(_TICK_SECONDS)
    house.close()


def serve() -> None:
    """The web part: subscriptions, answers, the garden, health."""
    import uvicorn

    from tasks.door import app_for, free_port

    house = _opened("web")
    free_port(house.settings.host, house.settings.port)
    if house.settings.redis_url:
        bell_of(house)
    app = app_for(house)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            host=house.settings.host,
            port=house.settings.port,
            access_log=False,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=3,
            lifespan="off",
        )
    )
    _stop_signal()  # uvicorn raises the signal again when it is done: that is no failure of this process
    server.run()
    house.close()
