"""The lint rules: every file in this folder is one, and that is the whole registration.

A rule is a module with a docstring of four headings and the same in Dutch in `DOC_NL`, a `CODE`
that never changes meaning, `PROSE` (whether it quotes a passage that may be overruled with a
recorded reason) and `check(subject)`.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.subject import Subject


@dataclass(frozen=True, slots=True)
class LintRule:
    """A lint rule as its file declares it; `name` is the file's name with hyphens."""

    code: str
    name: str
    doc: Text
    prose: bool
    check: Callable[[Subject], Iterable[LintFinding]]


@cache
def all_rules() -> Mapping[str, LintRule]:
    """Every rule by code, in order of code."""
    rules = sorted(map(_load, _names()), key=lambda rule: rule.code)
    return {rule.code: rule for rule in rules}


def _names() -> list[str]:
    return [module.name for module in pkgutil.iter_modules(__path__)]


def _load(name: str) -> LintRule:
    module = importlib.import_module(f"{__name__}.{name}")
    return LintRule(
        code=module.CODE,
        name=name.replace("_", "-"),
        doc={"nl": module.DOC_NL.strip(), "en": (module.__doc__ or "").strip()},
        prose=module.PROSE,
        check=module.check,
    )
