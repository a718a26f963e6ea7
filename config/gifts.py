"""The gift catalogue as the file tells it: values only; `worker/core/giving/catalogue.py` reads and checks them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

GIFTS = Path(__file__).with_name("gifts.toml")


@cache
def gift_table(file: Path = GIFTS) -> Mapping[str, Any]:
    """The whole file. Raises OSError or tomllib.TOMLDecodeError where it cannot be read."""
    return tomllib.loads(file.read_text("utf-8"))
