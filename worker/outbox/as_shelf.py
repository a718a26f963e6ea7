"""As a shelf: what the user has to give as a TOML file, which `snowdrop shelf import` reads back.

Beside step 5 of 5. Pure: equal input gives equal bytes. TOML 1.0; its basic strings are those of JSON, where DEL
is escaped besides.
"""

import json
from collections.abc import Iterable, Iterator

from worker.core.giving.shelf import Thing


def shelf_text(things: Iterable[Thing]) -> str:
    """One `[[thing]]` for each, in the order given; "" for an empty shelf."""
    return "\n".join("\n".join(_lines(each)) + "\n" for each in things)


def _lines(thing: Thing) -> Iterator[str]:
    yield "[[thing]]"
    yield f"kind = {_text(thing.kind)}"
    yield f"text = {_text(thing.text)}"
    if thing.topics:
        yield f"topics = [{', '.join(map(_text, thing.topics))}]"
    if thing.link:
        yield f"link = {_text(thing.link)}"
    if thing.added_on:
        yield f"on = {thing.added_on.isoformat()}"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
