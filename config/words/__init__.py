"""The words of each language: every sentence a user reads, one folder of TOML files per language.

All files of a language are merged into one mapping; nothing but values, no logic.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

_HERE = Path(__file__).parent

Language = Literal["en", "de", "es", "fr", "pt", "it"]
LANGUAGES: tuple[str, ...] = get_args(Language)


def language_of(tag: str) -> str:
    """The language of a tag, as systems and browsers write it: "pt_BR.UTF-8" → "pt", "de-AT" → "de"."""
    return re.split(r"[-_.@]", tag.strip().lower(), maxsplit=1)[0]


@cache
def words_of(lang: str) -> Mapping[str, Any]:
    """The merged mapping of one language.

    Raises LookupError for a language that has no folder, ValueError when two files claim one key.
    """
    if lang not in LANGUAGES:
        raise LookupError(f"There are no words in {lang!r} yet; choose one of {', '.join(LANGUAGES)}.")
    merged: dict[str, Any] = {}
    for file in sorted((_HERE / lang).glob("*.toml")):
        _merge(merged, tomllib.loads(file.read_text("utf-8")), file.name)
    return merged


def _merge(into: dict[str, Any], more: Mapping[str, Any], where: str) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(into.setdefault(key, {}), dict):
            _merge(into[key], value, where)
        elif key in into:
            raise ValueError(f"{where} says {key!r} a second time; each sentence stands in one file only.")
        else:
            into[key] = value
