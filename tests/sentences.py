"""Every sentence that the code says of a trouble: found where it is written, so that none goes without its words."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import tasks.deliver  # all that may go wrong with a letter is known with it
import tasks.poll  # noqa: F401  # … and with a calendar
from worker.errors import SnowdropError

_ROOT = Path(__file__).parent.parent
_INBOX = _ROOT / "worker/inbox"
_READS = (_INBOX / "fetching", _INBOX / "reading", _INBOX / "body.py", _INBOX / "clippings.py")
_SENDS = _ROOT / "worker/outbox/to_smtp.py"
_LEFT_OUT = {"carddav.py", "discovery.py", "sentence.py"}
"""The first two are asked only while somebody waits for a command, which speaks English; the last one says nothing."""
_LOSSES = {"Problem", "lose", "note", "NotXmlError"}


@cache
def templates() -> list[str]:
    """What each `Sentence(…)` of the product is made of, where there are words in it."""
    made = (
        ast.literal_eval(call.args[0])
        for call in _calls(_ROOT / "worker", _ROOT / "tasks")
        if _name(call) == "Sentence"
    )
    return sorted({each for each in made if re.search(r"[^\s,:;]", re.sub(r"\{\w+\}", "", each))})


def told_as_mere_text() -> list[str]:
    """Failures and losses of calendars and letters that no language has words for: they are said in a mere text."""
    telling = _LOSSES | {each.__name__ for each in _all_below(SnowdropError)}
    return [
        ast.unparse(call)
        for call in _calls(*_READS, _SENDS)
        if _name(call) in telling and any(map(_is_mere_text, _values(call)))
    ]


def _all_below(kind: type[SnowdropError]) -> Iterator[type[SnowdropError]]:
    yield kind
    for each in kind.__subclasses__():
        yield from _all_below(each)


def _calls(*places: Path) -> Iterator[ast.Call]:
    files = (file for place in places for file in (place.rglob("*.py") if place.is_dir() else [place]))
    trees = (ast.parse(file.read_text("utf-8")) for file in files if file.name not in _LEFT_OUT)
    return (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _values(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(pair.value for pair in call.keywords)]


def _is_mere_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
