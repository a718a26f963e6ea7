"""The app is the door put together: routes, guard and failures around the parts that the wiring gives."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from worker.web import answers, calendar, enter, failures, garden, health, letters, people, shelf
from worker.web.guard import Careful, Logged, OwnHost
from worker.web.parts import Parts

_STATIC = Path(__file__).parent / "static"


def app_of(parts: Parts) -> Starlette:
    """The ASGI app; the log redacts, so run the server with its own access log off."""
    app = Starlette(
        routes=[
            *_secret_routes(),
            *_page_routes(),
            *_health_routes(),
            Mount("/static", StaticFiles(directory=_STATIC)),
        ],
        middleware=[Middleware(Logged), Middleware(Careful), Middleware(OwnHost, hosts=parts.hosts)],
        exception_handlers=failures.HANDLERS,
    )
    app.state.parts = parts
    return app


def _secret_routes() -> list[Route]:
    return [
        Route("/c/{token}.ics", calendar.events),
        Route("/c/{token}/tasks.ics", calendar.to_dos),
        Route("/a/letters/{signed}", letters.ask),
        Route("/a/letters/{signed}", letters.choose, methods=["POST"]),
        Route("/a/{signed}", answers.ask),
        Route("/a/{signed}", answers.give, methods=["POST"]),
    ]


def _page_routes() -> list[Route]:
    acts = {
        "/answer": garden.answer,
        "/undo": garden.undo,
        "/wake": garden.wake,
        "/address": garden.new_address,
        "/feeds": garden.add_feed,
        "/feeds/pause": garden.pause_feed,
        "/feeds/resume": garden.resume_feed,
        "/feeds/remove": garden.remove_feed,
        "/feeds/theirs": garden.say_theirs,
        "/feeds/mine": garden.say_mine,
        "/shelf": shelf.put,
        "/shelf/remove": shelf.take_away,
        "/people/say": people.say,
        "/people/same": people.same,
        "/people/named": people.named,
        "/people/away": people.away,
    }
    return [
        Route("/", garden.garden),
        Route("/people", people.people),
        *(Route(path, act, methods=["POST"]) for path, act in acts.items()),
        Route("/enter", enter.show),
        Route("/enter", enter.enter, methods=["POST"]),
    ]


def _health_routes() -> list[Route]:
    return [
        Route("/healthz", health.healthz),
        Route("/readyz", health.readyz),
        Route("/metrics", health.metrics),
    ]
