"""Two pictures for docs/rhythm.md, drawn as plain SVG: what a silence means, and how often that came true.

Run by `./run bench rhythm pictures`. The same numbers give the same bytes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from xml.sax.saxutils import escape

from worker.core.posterior import posterior_of
from worker.core.rhythm import State, degree_of
from worker.core.tie import MetDay, Tie, tie_of

WIDTH, HEIGHT = 760, 400
INK, FAINT, PAPER = "#2f3e46", "#c9d1cc", "#fdfdfb"
GREEN, BLUE, VIOLET = "#4f772d", "#33658a", "#7b5ea7"
BANDS = {
    State.ACTIVE: "#f1f6ec",
    State.DRIFTING: "#e9f0f4",
    State.DORMANT: "#e3e4f0",
    State.LONG_DORMANT: "#d9d8e8",
}

MEETINGS = (0, 28, 63, 91, 119, 154, 182, 210)
"""About every month: the fourth line of the table of reference values."""
LAST_SILENCE_DAYS = 500


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Where numbers lie on the paper."""

    x_from: float
    x_to: float
    left: float = 64
    right: float = WIDTH - 24
    top: float = 64
    bottom: float = HEIGHT - 56

    def x(self, value: float) -> float:
        return self.left + (value - self.x_from) / (self.x_to - self.x_from) * (self.right - self.left)

    def y(self, value: float) -> float:
        """For chances, 0..1."""
        return self.bottom - value * (self.bottom - self.top)


def survival() -> str:
    """Eight meetings, about a month apart, and what 500 days of silence after them say."""
    frame = Frame(x_from=-MEETINGS[-1], x_to=LAST_SILENCE_DAYS)
    posterior, days = posterior_of(_tie()), range(LAST_SILENCE_DAYS + 1)
    curves: Sequence[tuple[str, str, Callable[[float], float], int, float]] = (
        ("a tie that goes on would still be silent", GREEN, posterior.stays_silent, 150, 0.105),
        ("no contact in the next 90 days", BLUE, posterior.risk, 42, 0.9),
        ("the last meeting was the last", VIOLET, posterior.ended, 205, 0.50),
    )
    parts = [*_bands(frame), *_axes(frame, "days of silence", range(-200, LAST_SILENCE_DAYS + 1, 100))]
    parts += [_circle(frame.x(day - MEETINGS[-1]), frame.bottom, 5, GREEN) for day in MEETINGS]
    parts.append(_text(frame.x(-105), frame.bottom - 16, "eight meetings", anchor="middle"))
    for words, colour, chance, at, height in curves:
        parts.append(_line([(frame.x(day), frame.y(chance(day))) for day in days], colour))
        parts.append(_text(frame.x(at), frame.y(height), words, colour=colour))
    return _svg("What a silence after eight monthly meetings says", parts)


def reliability(bins: Sequence[tuple[float, float, float]]) -> str:
    """Mean chance said, share that came, share of all, per tenth: on the diagonal, the two agree."""
    frame = Frame(x_from=0, x_to=1, right=64 + HEIGHT - 120)
    ticks = (0, 0.2, 0.4, 0.6, 0.8, 1)
    parts = list(_axes(frame, "chance said of no contact in the next 90 days", ticks))
    parts.append(_line([(frame.x(0), frame.y(0)), (frame.x(1), frame.y(1))], FAINT))
    parts.append(_line([(frame.x(said), frame.y(came)) for said, came, _ in bins], BLUE))
    parts += [_circle(frame.x(said), frame.y(came), 3 + 18 * share**0.5, BLUE) for said, came, share in bins]
    notes = (
        "How often it came true.",
        "Each circle is a tenth of what can be said;",
        "the larger, the more often it was said.",
        "On the line: of 100 ties said to stay silent",
        "with a chance of 80 %, 80 did.",
    )
    parts += [_text(frame.right + 40, 120 + 24 * row, words) for row, words in enumerate(notes)]
    return _svg("Chances said and what came", parts)


def _tie() -> Tie:
    days = (date(2025, 1, 1) + timedelta(days=number) for number in MEETINGS)
    return tie_of(MetDay(starts_on=day, ends_on=day) for day in days)


def _bands(frame: Frame) -> Iterable[str]:
    """The states on the way, as tinted stretches with their names on top."""
    posterior = posterior_of(_tie())

    def state(day: int) -> State:
        return degree_of(day, posterior.usual_gap_days, posterior.risk(day), None)

    for found, days in groupby(range(LAST_SILENCE_DAYS + 1), key=state):
        stretch = list(days)
        left, right = frame.x(stretch[0]), frame.x(min(stretch[-1] + 1, LAST_SILENCE_DAYS))
        box = f'x="{left:.1f}" y="{frame.top}" width="{right - left:.1f}" height="{frame.bottom - frame.top}"'
        yield f'<rect {box} fill="{BANDS[found]}"/>'
        yield _text((left + right) / 2, frame.top - 8, found.replace("_", " "), anchor="middle", size=12)


def _axes(frame: Frame, words: str, ticks: Iterable[float]) -> Iterable[str]:
    yield _line([(frame.left, frame.bottom), (frame.right, frame.bottom)], INK, width=1)
    for tick in ticks:
        yield _text(frame.x(tick), frame.bottom + 22, f"{tick:g}", anchor="middle", size=12)
    for chance in (0, 0.25, 0.5, 0.75, 1):
        yield _line([(frame.left, frame.y(chance)), (frame.right, frame.y(chance))], FAINT, width=0.6)
        yield _text(frame.left - 8, frame.y(chance) + 4, f"{chance:.0%}", anchor="end", size=12)
    yield _text((frame.left + frame.right) / 2, frame.bottom + 44, words, anchor="middle")


def _svg(title: str, parts: Iterable[str]) -> str:
    how = f'viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {how}>'
    paper = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
    heading = _text(WIDTH / 2, 28, title, anchor="middle", size=17)
    return "\n".join([head, f"<title>{escape(title)}</title>", paper, heading, *parts, "</svg>", ""])


def _line(points: Sequence[tuple[float, float]], colour: str, *, width: float = 2) -> str:
    where = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{where}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def _circle(x: float, y: float, radius: float, colour: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" fill-opacity="0.75"/>'


def _text(x: float, y: float, words: str, *, colour: str = INK, anchor: str = "start", size: int = 13) -> str:
    style = f'fill="{colour}" font-size="{size}" text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{escape(words)}</text>'
