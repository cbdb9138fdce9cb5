"""What a hit says to a person: severity, message and advice in their language."""

from collections.abc import Sequence
from dataclasses import dataclass

from afspraak.diagnostics import Lang, Text, pick
from afspraak.engine.draft import Hit
from afspraak.engine.pack import Pack

SEVERITY_ORDER = ("clear", "info", "note", "ask", "stop")
HIDDEN = {"nl": "dit", "en": "this"}
"""What a message says instead of the words, where the words are confidential."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a post where a rule speaks.

    `start` and `end` count code points of the original text. `match` is None for a confidential
    term.
    """

    rule: str
    kind: str
    clause: str
    severity: str
    start: int
    end: int
    match: str | None
    message: str
    advice: str


def describe(pack: Pack, hit: Hit, text: str, lang: Lang) -> Finding:
    """The finding that a hit in `text` is, in `lang`."""
    rule = pack.data["rules"][hit.rule]
    part = rule["parts"][hit.part]
    kind = pack.data["kinds"][rule["kind"]]
    secret = part.get("secret", False)
    match = None if secret else hit.span.of(text)
    words = {
        "match": HIDDEN[lang] if match is None else match,
        "what": pick(part.get("what", {}), lang) or (HIDDEN[lang] if secret else f"‘{match}’"),
    }
    message: Text = rule.get("message") or part.get("message") or kind["message"]
    advice: Text = rule.get("advice") or part.get("advice") or kind["advice"]
    return Finding(
        rule=rule["id"],
        kind=rule["kind"],
        clause=rule["clause"],
        severity=part.get("severity", rule["severity"]),
        start=hit.span.start,
        end=hit.span.end,
        match=match,
        message=_fill(pick(message, lang), words),
        advice=_fill(pick(advice, lang), words),
    )


def verdict(findings: Sequence[Finding]) -> str:
    """The worst severity among the findings, or "clear"."""
    return max((each.severity for each in findings), key=SEVERITY_ORDER.index, default="clear")


def _fill(template: str, words: dict[str, str]) -> str:
    """The template with its placeholders filled, and a capital at its start."""
    for name, value in words.items():
        template = template.replace(f"{{{name}}}", value)
    return template[:1].upper() + template[1:]
