"""Polling 1,000 unchanged feeds of 1,000 hosts, beside the bare HTTP client at the same concurrency in one run.

A visit is guarded, waits for its host's turn and keeps a wall clock; a poll is a duty on top: claimed, noted and
finished, with its commits. The server is a process of its own, so that its seconds are not ours. No connection is
kept on either side: each host is met once.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import httpx2

from bench.household import household
from bench.made_up import NOW
from bench.measuring import Promise, seconds, show_promises, show_table, shown
from tasks.duty import Kind
from tasks.run import WORKER_THREADS
from worker.inbox.fetching.catch import NotModified
from worker.inbox.fetching.client import http_client
from worker.inbox.fetching.guard import guard_of
from worker.inbox.fetching.pace import HostGate
from worker.inbox.fetching.sheet import Known
from worker.inbox.fetching.source import source_of
from worker.inbox.fetching.visit import visit

FEEDS = 1_000
POLLED = 100
"""Whole duties cost commits, one after the other; a tenth of the feeds tells."""
ETAG = '"same"'
_SERVER = f"""
import asyncio
BODY = b"BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nEND:VCALENDAR\\r\\n"
SAME = b'HTTP/1.1 304 Not Modified\\r\\nETag: {ETAG}\\r\\nConnection: close\\r\\n\\r\\n'
NEW = b'HTTP/1.1 200 OK\\r\\nETag: {ETAG}\\r\\nConnection: close\\r\\nContent-Length: %d\\r\\n\\r\\n' % len(BODY) + BODY
async def answer(reader, writer):
    head = await reader.readuntil(b"\\r\\n\\r\\n")
    writer.write(SAME if b"if-none-match" in head.lower() else NEW)
    await writer.drain()
    writer.close()
async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


@contextmanager
def _served() -> Iterator[int]:
    """The port of a server on the loopback that knows one calendar."""
    with subprocess.Popen([sys.executable, "-c", _SERVER], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield int(server.stdout.readline())
        finally:
            server.terminate()


def _all_at(concurrency: int, ask: Callable[[int], object], count: int = FEEDS) -> float:
    """Processor seconds of this process for asking so many hosts."""

    def round_of() -> None:
        with ThreadPoolExecutor(concurrency) as threads:
            list(threads.map(ask, range(count)))

    return seconds(round_of, rounds=3)


def bare_seconds(port: int, concurrency: int) -> float:
    """The HTTP client alone: the same question and headers, without look-up, guard, gate or clock."""
    limits = httpx2.Limits(max_keepalive_connections=0)
    with httpx2.Client(limits=limits, trust_env=False) as client:

        def ask(number: int) -> None:
            headers = {"Host": f"host{number}.example.org", "If-None-Match": ETAG}
            assert client.get(f"http://127.0.0.1:{port}/{number}.ics", headers=headers).status_code == 304

        return _all_at(concurrency, ask)


def visit_seconds(port: int, concurrency: int) -> float:
    """What the worker does over the network, a host name for each feed."""
    gate, known = HostGate(), Known(etag=ETAG)
    with http_client(
        guard_of(("0.0.0.0/0", "::/0")), version="bench", resolve=lambda *_: ("127.0.0.1",)
    ) as client:

        def ask(number: int) -> None:
            source = source_of(f"http://host{number}.example.org:{port}/{number}.ics")
            assert isinstance(visit(source, known=known, client=client, gate=gate, now=NOW), NotModified)

        return _all_at(concurrency, ask)


def poll_seconds(port: int) -> float:
    """Whole duties one after the other, claim and commits included; for as many feeds as the others ask."""
    with household() as home:
        feeds = [home.add(f"http://127.0.0.1:{port}/{number}.ics") for number in range(POLLED)]
        for feed in feeds:
            home.do(Kind.POLL, feed)
        return sum(home.do(Kind.POLL, feed) for feed in feeds) * FEEDS / POLLED


def main() -> int:
    """Prints the figures; 1 where a promise is missed."""
    promises, rows = list[Promise](), list[tuple[str, str, str, str]]()
    with _served() as port:
        for concurrency in (1, WORKER_THREADS, 16):
            bare, ours = bare_seconds(port, concurrency), visit_seconds(port, concurrency)
            what = f"304 visits of {FEEDS:,} hosts, {concurrency} at once, of the bare client"
            promises.append(Promise(what=what, figure=bare / ours, promised=0.5, unit="×"))
            rows.append((f"{concurrency}", shown(bare), shown(ours), f"{FEEDS / ours:,.0f}"))
        polled = poll_seconds(port)
    print(f"{FEEDS:,} unchanged feeds: processor seconds\n")
    show_table(("at once", "bare client", "visits", "visits a second"), rows)
    print(f"As whole duties, commits included: {shown(polled)}, {FEEDS / polled:,.0f} a second\n")
    return show_promises(promises)


if __name__ == "__main__":
    sys.exit(main())
