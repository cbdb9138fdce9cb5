"""What a careful reader, such as a works council's lawyer, would want changed in a protocol.

Findings are not problems of the file: the protocol can be read. Errors among them block only
coming into force; what quotes a passage may be overruled with a reason that is kept.
"""

import dataclasses
import datetime as dt

from afspraak.diagnostics import Lang
from afspraak.protocol.lint.finding import Finds, Level, LintFinding, Path, Places, diagnose
from afspraak.protocol.lint.rules import LintRule, all_rules
from afspraak.protocol.lint.subject import subject
from afspraak.protocol.model import Protocol

__all__ = [
    "Finds",
    "Level",
    "LintFinding",
    "LintRule",
    "Path",
    "Places",
    "all_rules",
    "diagnose",
    "explain",
    "lint",
]


def lint(
    protocol: Protocol, *, today: dt.date, finds: Finds | None = None
) -> tuple[LintFinding, ...]:
    """Everything to reconsider in a protocol, by place in the file and then by code.

    `finds` runs posts through the protocol's rules; without it the over-reach of rules on
    ordinary posts is not looked at.
    """
    looked_at = subject(protocol, today=today, finds=finds)
    found = [
        _overruled(protocol, finding, rule)
        for rule in all_rules().values()
        for finding in rule.check(looked_at)
    ]
    return tuple(sorted(found, key=_order))


def explain(code: str, lang: Lang) -> str | None:
    """The documentation of a lint rule as Markdown, or None when no rule has that code."""
    rule = all_rules().get(code.upper())
    return rule.doc[lang] if rule else None


def _overruled(protocol: Protocol, finding: LintFinding, rule: LintRule) -> LintFinding:
    match finding.path:
        case ("clauses", int(index), *_) if rule.prose:
            reason = protocol.clauses[index].overruled.get(finding.code)
            if reason:
                return dataclasses.replace(finding, level="tip", overruled=reason)
    return finding


_SECTIONS = tuple(Protocol.model_fields)


def _order(finding: LintFinding) -> tuple[int, tuple[str, ...], int, str]:
    section = str(finding.path[0]) if finding.path else ""
    steps = tuple(f"{step:06}" if isinstance(step, int) else step for step in finding.path)
    place = finding.span.start if finding.span else -1
    return (
        _SECTIONS.index(section) if section in _SECTIONS else -1,
        steps,
        place,
        finding.code,
    )
