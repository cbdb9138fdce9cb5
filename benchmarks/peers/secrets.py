"""detect-secrets with the plugins it has by itself: keys and passwords in a line; no terms."""

from contextlib import ExitStack
from typing import Any

from detect_secrets.core.scan import scan_line
from detect_secrets.settings import default_settings

from benchmarks.peers import each, given
from benchmarks.timing import Runs

SETTINGS = ExitStack()
"""Left open: without its settings it has no plugins."""


def prepare(task: dict[str, Any]) -> Runs:
    """The secrets in each post, read as a line."""
    SETTINGS.enter_context(default_settings())

    def count(post: str) -> int:
        return sum(1 for _ in scan_line(post))

    return {"detect-secrets": each(count, given(task)["posts"])}
