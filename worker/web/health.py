"""Health: alive (the process answers), ready (the whole way works), and a few numbers if wanted."""

from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from worker.web.parts import Parts

_NOT_FOUND, _NOT_READY = 404, 503
_EXPOSITION = "text/plain; version=0.0.4; charset=utf-8"


async def healthz(_request: Request) -> Response:
    """Whether the process answers; it asks nobody."""
    return PlainTextResponse("ok\n")


async def readyz(request: Request) -> Response:
    """Whether the whole way works: 200, or 503 with one sentence for each thing that does not."""
    parts: Parts = request.app.state.parts
    problems = await run_in_threadpool(parts.problems)
    return PlainTextResponse(
        "".join(f"{problem}\n" for problem in problems) or "ready\n", _NOT_READY if problems else 200
    )


async def metrics(request: Request) -> Response:
    """The gauges in Prometheus' text form; 404 while they are off."""
    parts: Parts = request.app.state.parts
    if parts.gauges is None:
        raise HTTPException(_NOT_FOUND)
    return PlainTextResponse(_exposed(await run_in_threadpool(parts.gauges)), media_type=_EXPOSITION)


def _exposed(gauges: Mapping[str, float]) -> str:
    return "".join(f"# TYPE {name} gauge\n{name} {value}\n" for name, value in sorted(gauges.items()))
