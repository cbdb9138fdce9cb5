"""The forms in which diagnostics are shown: every file in this folder is one, and that is all.

A format is a module with `render(diagnostics, *, sources, lang, colour=False, width=80) -> str`.
`sources` holds the text of each file by its name; a form that shows no lines leaves it alone.
"""

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from typing import Protocol, cast

from afspraak.diagnostics.diagnostic import Diagnostic
from afspraak.diagnostics.language import Lang

DEFAULT_WIDTH = 80


class Render(Protocol):
    """What every format offers."""

    def __call__(
        self,
        diagnostics: Sequence[Diagnostic],
        *,
        sources: Mapping[str, str],
        lang: Lang,
        colour: bool = False,
        width: int = DEFAULT_WIDTH,
    ) -> str:
        """The diagnostics as one text that ends with a line break, or is empty."""


def format_names() -> tuple[str, ...]:
    """The name of every format, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def renderer(name: str) -> Render:
    """The `render` of the format with this name; `KeyError` when there is none."""
    if name not in format_names():
        raise KeyError(name)
    module = importlib.import_module(f"{__name__}.{name}")
    return cast("Render", module.render)
