"""A value is a keyword-only dataclass that nobody changes, for what is made by the hundred thousand.

The type checker holds that, not the interpreter: `frozen=True` sets each field by a call, which was an eighth of a
first reading (docs/decisions/0019-values-by-the-hundred-thousand.md). Whatever is made less often is `frozen=True`.
"""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_Value = TypeVar("_Value")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def value(made: type[_Value]) -> type[_Value]:
    """The class with slots; its values are equal, and hash, by their fields, as frozen ones do."""
    return dataclass(kw_only=True, slots=True, unsafe_hash=True)(made)
