"""Every sentence that the code says of a trouble: found where it is written, so that none goes without its words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
_AT_THE_TERMINAL = {"carddav.py", "discovery.py"}
"""Asked only while somebody waits for a command, which speaks English."""
_PLACEHOLDER = re.compile(r"\{\w+\}")


def templates() -> list[str]:
    """What each `Sentence(…)` of the product is made of, where it says anything in words."""
    found = {
        _template_in(call) for call in _calls(ROOT / "worker", ROOT / "tasks") if _name(call) == "Sentence"
    }
    return sorted(each for each in found if re.search(r"[^\s,:;]", _PLACEHOLDER.sub("", each)))


def told_as_mere_text() -> list[str]:
    """Failures, and what was lost, in a text that no language has words for: where a calendar is read."""
    inbox = ROOT / "worker/inbox"
    sources = (inbox / "fetching", inbox / "reading", inbox / "body.py", inbox / "clippings.py")
    return [
        ast.unparse(call)
        for call in _calls(*sources)
        if re.search(
            r"Unavailable|Permanent|Unreadable|Refused|NotA|Lost|BadRule|NotXml|Problem|lose|note",
            _name(call),
        )
        and any(_is_mere_text(each) for each in (*call.args, *(pair.value for pair in call.keywords)))
    ]


def _is_mere_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _template_in(call: ast.Call) -> str:
    """Raises ValueError where it does not stand there as it is."""
    return str(ast.literal_eval(call.args[0]))


def _calls(*places: Path) -> Iterator[ast.Call]:
    for place in places:
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            if file.name not in _AT_THE_TERMINAL and file.name != "sentence.py":
                yield from (
                    node
                    for node in ast.walk(ast.parse(file.read_text("utf-8")))
                    if isinstance(node, ast.Call)
                )


def _name(call: ast.Call) -> str:
    return (
        call.func.id
        if isinstance(call.func, ast.Name)
        else call.func.attr
        if isinstance(call.func, ast.Attribute)
        else ""
    )
