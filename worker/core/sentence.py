"""A sentence tells a user of a trouble: English text that knows how it was made, and so can be told in any language.

It is written where the trouble is met; its template is its name in `config/words/<lang>/trouble.toml`, by which
`Words.told` says it in the user's language. Pure.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, Self

Value = str | int
"""What is filled in: a text as it stands; a number that is written in groups of three; a sentence within this one."""


class Sentence(str):
    """The English text, one with its `template` and its `values`; to all who need no more than that, it is a text."""

    __slots__ = ("template", "values")
    template: str
    """With a `{placeholder}` for each value."""
    values: Mapping[str, Value]

    def __new__(cls, template: str, /, **values: Value) -> Self:
        """Raises KeyError for a missing value."""
        made = super().__new__(
            cls, template.format_map({name: _shown(each) for name, each in values.items()})
        )
        made.template, made.values = template, values
        return made


def within(text: str) -> str:
    """A sentence inside another one: without its full stop."""
    return text.removesuffix(".")


def changed(text: str, change: Callable[[str], str]) -> str:
    """The same sentence with each of its values as `change` has it; of what is no sentence, all of it."""
    if not isinstance(text, Sentence):
        return change(text)
    values = {
        name: changed(each, change) if isinstance(each, str) else each for name, each in text.values.items()
    }
    return Sentence(text.template, **values)


def kept(text: str) -> str:
    """The text by which a store keeps it: JSON for a sentence, itself for anything else."""
    return json.dumps(_body(text), ensure_ascii=False) if isinstance(text, Sentence) else text


def sentence_in(text: str) -> str:
    """The inverse of `kept`; what is no sentence is a text."""
    try:
        value = _value_in(json.loads(text))
    except (ValueError, KeyError):
        return text
    return value if isinstance(value, Sentence) else text


def _shown(value: Value) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return within(value) if isinstance(value, Sentence) else value


def _body(value: Value) -> Any:
    if not isinstance(value, Sentence):
        return value
    return [value.template, {name: _body(each) for name, each in value.values.items()}]


def _value_in(body: Any) -> Value:
    match body:
        case str() | int():
            return body
        case [str(template), dict(values)]:
            return Sentence(template, **{name: _value_in(each) for name, each in values.items()})
    raise ValueError("no sentence")
