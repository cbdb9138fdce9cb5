"""What the linter says: a finding, and how it becomes a message about a place in the file."""

import re
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from afspraak.diagnostics import Diagnostic, Place, Span, Text, pick
from afspraak.diagnostics.lines import Lines

Path = tuple[str | int, ...]
"""Where a value stands in the file: `("clauses", 3, "text", "nl")`."""

Level = Literal["error", "warning", "tip"]

Finds = Callable[[Sequence[str]], Mapping[str, int]]
"""Runs posts through the rules: in how many of them each rule (by id) finds something."""


MAX_INDENTS = 400


@dataclass(frozen=True, slots=True)
class LintFinding:
    """Something in a protocol that people should not have to sign.

    `span` is the passage in the text at `path`, `quote` the passage itself; findings about a
    setting have neither. An `error` blocks coming into force. `overruled` is the recorded reason
    why the passage stays, which makes the finding a `tip`.
    """

    code: str
    level: Level
    path: Path
    problem: Text
    help: Text
    span: Span | None = None
    quote: str = ""
    overruled: Text = field(default_factory=dict)


class Places(typing.Protocol):
    """What the loader knows: where in the file the value at a path stands."""

    def of(self, path: Path) -> Place: ...


def diagnose(finding: LintFinding, places: Places, source: str = "") -> Diagnostic:
    """The finding as a message about a place in the file.

    With the text of the file, a finding about a passage points at the passage itself.
    """
    place = places.of(finding.path)
    return Diagnostic(
        code=finding.code,
        level=finding.level,
        problem=finding.problem,
        help=_with_reason(finding),
        place=_passage(finding, place, source) or place,
    )


def _passage(finding: LintFinding, place: Place, source: str) -> Place | None:
    """Where the quoted passage stands within the value, whose lines YAML may have folded."""
    quoted = finding.quote.removesuffix("…").split()
    if not quoted or not source or finding.span is None:
        return None
    lines = Lines.of(source, file=place.file)
    start = lines.starts[place.line - 1] + place.column - 1
    # A block is pointed at by its first line; indents make it longer in the file than in the value.
    end = start + 2 * finding.span.end + MAX_INDENTS
    # Marks of Markdown stand in the file, and a single quote is doubled in a quoted scalar.
    between = r"[\s*_`~\[\]]+"
    words = between.join(re.escape(word).replace("'", "'{1,2}") for word in quoted)
    match = re.compile(words).search(source, start, end)
    return lines.place(*match.span()) if match else None


def _with_reason(finding: LintFinding) -> Text:
    if not finding.overruled:
        return finding.help
    says: Text = {"nl": "blijft staan, met als reden", "en": "stays, for the reason"}
    return {lang: f"{says[lang]}: {pick(finding.overruled, lang)}" for lang in says}
