"""The compose file and the recipe of the image, as values."""

from collections.abc import Mapping
from typing import Any

import yaml

from tests.tasks.running import ROOT

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICES: Mapping[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("worker", "clock", "web")
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
