"""The log says what happened, to whom by number, and never a feed address, a token or a text from a calendar.

One line per event: `key=value` for programs; on a terminal the time of day, who, what, and the rest behind it.
"""

import logging
import re
import sys
from collections.abc import Callable, MutableMapping
from typing import Any

import structlog

_SECRET_PATH = re.compile(r"/(c|a)/[^\s?\"']+")
_ADDRESS = re.compile(r"\b([a-z][a-z0-9+.-]*://)[^\s\"']+", re.IGNORECASE)
"""Of the web, of calendars, of mail servers, brokers and databases: whatever has a scheme may hold a password."""


def redacted(text: str) -> str:
    """The text without web addresses, and without what stands behind /c/ and /a/."""
    return _SECRET_PATH.sub(r"/\1/…", _ADDRESS.sub(r"\1…", text))


_Event = MutableMapping[str, Any]
_LINE = structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "process", "event"])
_REST = structlog.processors.KeyValueRenderer()


def _for_programs(logger: Any, name: str, event: _Event) -> str:
    """The whole line without secrets: an address may hide in a list or in an exception."""
    return redacted(str(_LINE(logger, name, event)))


def _for_people(logger: Any, name: str, event: _Event) -> str:
    """The same on a terminal, where the date is known and only what is out of the ordinary has a level."""
    level = event.pop("level")
    told = f"{event.pop('process')}: {'' if level == 'info' else level + ': '}{event.pop('event')}"
    return redacted(f"{event.pop('timestamp')} {told}  {_REST(logger, name, event)}".rstrip())


def _naming(process: str) -> Callable[[Any, str, _Event], _Event]:
    """Threads inherit no context, so the process's name is put in here."""

    def name(_: Any, __: str, event: _Event) -> _Event:
        event["process"] = process
        return event

    return name


def start_log(level: str, *, process: str) -> None:
    """Sends this process's log to standard error; foreign loggers are silent below `warning`, and redacted too."""
    is_watched = sys.stderr.isatty()
    stamp = structlog.processors.TimeStamper(fmt="%H:%M:%S" if is_watched else "iso", utc=not is_watched)
    structlog.configure(
        processors=[
            _naming(process),
            structlog.processors.add_log_level,
            stamp,
            _for_people if is_watched else _for_programs,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Redacting())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


class _Redacting(logging.Formatter):
    """Foreign records as one line: no tracebacks, since they may hold addresses."""

    def format(self, record: logging.LogRecord) -> str:
        kind = f" ({record.exc_info[0].__name__})" if record.exc_info and record.exc_info[0] else ""
        return redacted(
            f"level={record.levelname.lower()} logger={record.name} event={record.getMessage()!r}{kind}"
        )
