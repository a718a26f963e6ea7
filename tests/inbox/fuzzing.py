"""Coverage-guided fuzzing in small: what reaches new lines of the reader is kept and changed again."""

import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import Any

READER = str(Path(__file__).parent.parent.parent / "worker" / "inbox" / "reading")
Step = tuple[int, int]
"""Two lines, one run after the other: a code object and its lines, as one hash each."""
LONGEST = 20_000
"""Bytes of a body: what is found in larger ones is found in small ones sooner."""


def fuzz(
    read: Callable[[bytes], None], seeds: Sequence[bytes], pieces: Sequence[bytes], seconds: float, seed: int
) -> tuple[int, int]:
    """How many bodies were read, and how many of them reached something new. Raises what `read` raises.

    The body that made it fail is written into the exception's notes.
    """
    chance = random.Random(seed)  # no secret
    corpus, known = list(seeds), set[Step]()
    for body in corpus:
        known |= _steps_of(read, body)
    bodies, until = 0, monotonic() + seconds
    while monotonic() < until:
        body = _mutated(chance, corpus, pieces)
        steps = _steps_of(read, body)
        bodies += 1
        if not steps <= known:
            known |= steps
            corpus.append(body)
    return bodies, len(corpus) - len(seeds)


def _mutated(chance: random.Random, corpus: Sequence[bytes], pieces: Sequence[bytes]) -> bytes:
    """Some places overwritten, taken out, doubled, or filled from another body."""
    body = bytearray(chance.choice(corpus))
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(body))
        gone = chance.choice((0, 0, 1, 4, 30))
        other = chance.choice(corpus)
        begin = chance.randint(0, len(other))
        new = chance.choice(
            (chance.choice(pieces), chance.randbytes(2), other[begin : begin + 80], body[at : at + 40])
        )
        body[at : at + gone] = new
    return bytes(body[:LONGEST])


def _steps_of(read: Callable[[bytes], None], body: bytes) -> set[Step]:
    """Pairs of lines of the reader that this body ran through."""
    steps: set[Step] = set()
    last = [0]

    def on_line(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            here = hash((frame.f_code, frame.f_lineno))
            steps.add((last[0], here))
            last[0] = here
        return on_line

    def on_call(frame: FrameType, _event: str, _: Any) -> Any:
        return on_line if frame.f_code.co_filename.startswith(READER) else None

    before = sys.gettrace()
    sys.settrace(on_call)
    try:
        read(body)
    except BaseException as error:
        error.add_note(f"the body: {body!r}")
        raise
    finally:
        sys.settrace(before)
    return steps
