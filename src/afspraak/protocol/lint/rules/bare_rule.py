"""A rule without a message, advice or examples.

## What it does
Asks of every rule what it says to the writer, what to do instead, and posts that it must find and
must leave alone. Rules about time and pictures (`timing`, `media`) cannot have examples of text.

## Why
A mark without a reason teaches nothing. Examples are the only proof that a rule does what people
agreed; the handbook and the quiz are made of them. A choice of this product.

## Example
> - {id: projects, kind: terms, severity: stop, lists: [projects]}

## Use instead
> the same with `message`, `advice` and `examples: {finds: […], clear: […]}`
"""

from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.subject import Subject
from afspraak.protocol.model import Rule

CODE = "L016"
PROSE = False
DOC_NL = """
Een regel zonder melding, advies of voorbeelden.

## Wat het doet
Vraagt van elke regel wat die tegen de schrijver zegt, wat beter is, en berichten die de regel
moet vinden en met rust moet laten. Regels over tijd en beeld (`timing`, `media`) kunnen geen
voorbeelden van tekst hebben.

## Waarom
Een streep zonder reden leert niemand iets. Voorbeelden zijn het enige bewijs dat een regel doet
wat is afgesproken; het handboek en de quiz worden ervan gemaakt. Een keuze van dit product.

## Voorbeeld
> - {id: projects, kind: terms, severity: stop, lists: [projects]}

## Liever zo
> hetzelfde met `message`, `advice` en `examples: {finds: […], clear: […]}`
"""

_WITHOUT_TEXT = frozenset({"timing", "media"})
_NAMES: dict[str, Text] = {
    "message": {"nl": "een melding", "en": "a message"},
    "advice": {"nl": "een advies", "en": "advice"},
    "finds": {"nl": "een bericht dat hij moet vinden", "en": "a post it must find"},
    "clear": {"nl": "een bericht dat hij moet laten gaan", "en": "a post it must leave alone"},
}


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a rule, with everything it lacks."""
    for index, clause in enumerate(subject.protocol.clauses):
        for number, rule in enumerate(clause.rules):
            missing = _missing(rule)
            if missing:
                nl, en = (
                    ", ".join(_NAMES[name][lang] for name in missing) for lang in ("nl", "en")
                )
                yield LintFinding(
                    CODE,
                    "warning",
                    ("clauses", index, "rules", number),
                    {
                        "nl": f"de regel `{rule.id}` mist {nl}",
                        "en": f"the rule `{rule.id}` lacks {en}",
                    },
                    {
                        "nl": "zeg wat er is, wat beter is, en laat zien wat wel en niet telt",
                        "en": "say what is up, what is better, and show what counts and what not",
                    },
                )


def _missing(rule: Rule) -> list[str]:
    with_facts = bool(rule.examples.posts)
    has = {
        "message": rule.message,
        "advice": rule.advice,
        "finds": rule.examples.finds or with_facts or rule.kind in _WITHOUT_TEXT,
        "clear": rule.examples.clear or with_facts or rule.kind in _WITHOUT_TEXT,
    }
    return [name for name, value in has.items() if not value]
