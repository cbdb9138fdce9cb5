"""The odd pieces that texts are made of, from `oddities.toml`."""

import tomllib
from pathlib import Path
from typing import Any

ODD: dict[str, Any] = tomllib.loads(Path(__file__).with_name("oddities.toml").read_text("utf-8"))
"""Lists of pieces by name; under `looks` what letters can be exchanged for."""
