"""The kinds of rule: every file in this folder is one, and that is the whole registration.

A kind is a module with a docstring of four headings, `CERTAINTY`, `MESSAGES`, `ADVICE`, a frozen
dataclass `Options` and `compile_rule(options, context) -> Body`. Its name in the protocol is the
file's name with hyphens.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from afspraak.diagnostics import Lang, Text
from afspraak.engine.rule import Body, Context


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of rule, as its file declares it. `certainty` is "certain" or "hint"."""

    name: str
    doc: str
    certainty: str
    message: Text
    advice: Text
    options: type
    compile_rule: Callable[[Any, Context], Body]


@cache
def all_kinds() -> Mapping[str, Kind]:
    """Every kind by name, in alphabetical order."""
    return {kind.name: kind for kind in map(_load, sorted(_names()))}


def options_of_kinds() -> Mapping[str, type]:
    """The options class of every kind, for the loader and the JSON Schema."""
    return {name: kind.options for name, kind in all_kinds().items()}


def _names() -> list[str]:
    return [module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg]


def _load(module_name: str) -> Kind:
    module = importlib.import_module(f"{__name__}.{module_name}")
    return Kind(
        name=module_name.replace("_", "-"),
        doc=module.__doc__ or "",
        certainty=module.CERTAINTY,
        message=module.MESSAGES,
        advice=module.ADVICE,
        options=module.Options,
        compile_rule=module.compile_rule,
    )


def summary(name: str, lang: Lang) -> str:
    """What a kind finds, in a line."""
    return explain(name, lang).strip().splitlines()[0]


def explain(name: str, lang: Lang) -> str:
    """The page about a kind, in Markdown: its docstring, or the same in Dutch from `nl/`.

    Raises KeyError for a name that is no kind.
    """
    kind = all_kinds()[name]
    page = files(__name__).joinpath("nl", f"{name}.md")
    return page.read_text("utf-8") if lang == "nl" and page.is_file() else kind.doc
