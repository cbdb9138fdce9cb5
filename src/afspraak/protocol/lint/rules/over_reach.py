"""A rule that finds something in more than one in ten ordinary posts.

## What it does
Runs the rules over 300 ordinary posts per language that ship with the program: about the weather,
food, trains, football, work, hobbies. None of them deserves a remark under a reasonable protocol.

## Why
Who is warned in one of ten posts stops reading warnings. A choice of this product; the ten per
cent is a chosen limit, not a measured one. The posts are in `protocol/ordinary/`, for all to
read.

## Example
> terms: [work, today]

## Use instead
> terms: [Project Sunflower]
"""

from collections.abc import Iterator

from afspraak.diagnostics import Lang, Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.subject import Subject
from afspraak.protocol.ordinary import ordinary_posts

CODE = "L017"
PROSE = False
DOC_NL = """
Een regel die in meer dan één op de tien gewone berichten iets vindt.

## Wat het doet
Laat de regels los op 300 gewone berichten per taal die bij het programma horen: over het weer,
eten, treinen, voetbal, werk, hobby's. Geen ervan verdient een opmerking onder een redelijk
protocol.

## Waarom
Wie bij één op de tien berichten wordt gewaarschuwd, leest geen waarschuwing meer. Een keuze van
dit product; de tien procent is een gekozen grens, geen gemeten. De berichten staan in
`protocol/ordinary/`, voor iedereen te lezen.

## Voorbeeld
> terms: [werk, vandaag]

## Liever zo
> terms: [Project Zonnebloem]
"""

MAX_SHARE = 0.10


_HELP: Text = {
    "nl": "maak de regel smaller: een langere term, `match: word`, of `unless`",
    "en": "make the rule narrower: a longer term, `match: word`, or `unless`",
}


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a rule and language with the number of ordinary posts it finds."""
    if subject.finds is None:
        return
    for lang in subject.protocol.languages:
        posts = ordinary_posts(lang)
        counts = subject.finds(posts)
        for index, clause in enumerate(subject.protocol.clauses):
            for number, rule in enumerate(clause.rules):
                count = counts.get(rule.id, 0)
                if count > MAX_SHARE * len(posts):
                    path = ("clauses", index, "rules", number)
                    problem = _problem(rule.id, f"{count}/{len(posts)}", lang)
                    yield LintFinding(CODE, "warning", path, problem, _HELP)


def _problem(rule: str, share: str, lang: Lang) -> Text:
    posts = {"nl": ("Nederlandse", "Dutch"), "en": ("Engelse", "English")}[lang]
    return {
        "nl": f"`{rule}` vindt iets in {share} gewone {posts[0]} berichten",
        "en": f"`{rule}` finds something in {share} ordinary {posts[1]} posts",
    }
