"""Sentences of the linter and of the comparison, set for a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from afspraak.diagnostics import Diagnostic, Lang

_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Remark:
    """A diagnostic in one language: what is wrong, what to do, and where.

    What is wrong in the same way in more places is one remark with the other lines beside it.
    """

    level: str
    code: str
    problem: SafeString
    help: SafeString
    line: int
    column: int
    also: tuple[int, ...] = ()


def sentence(text: str) -> SafeString:
    """A message as a sentence: with a capital, and names of keys as one would type them."""
    with_capital = text[:1].upper() + text[1:]
    made = _CODE.sub(r"<code>\1</code>", str(conditional_escape(with_capital)))
    return mark_safe(made)  # noqa: S308 - escaped just above


def remarks(diagnostics: Sequence[Diagnostic], lang: Lang) -> list[Remark]:
    """Diagnostics in `lang`, in their order; those that say the same stand together."""
    alike: dict[tuple[str, str, str, str], list[Diagnostic]] = {}
    for each in diagnostics:
        alike.setdefault((each.level, each.code, each.problem[lang], each.help[lang]), []).append(
            each
        )
    return [
        Remark(
            level,
            code if code[-1:].isdigit() else "",
            sentence(problem),
            sentence(help_),
            found[0].place.line,
            found[0].place.column,
            tuple(other.place.line for other in found[1:]),
        )
        for (level, code, problem, help_), found in alike.items()
    ]
