"""Finds words and phrases that the protocol names.

## What it checks
The terms of the rule and of the lists it names, in any case and accent, written with a space, a
hyphen or joined, or as a hashtag. `match` is `word` (whole words), `start` (also Dutch compounds
that begin with the term: *reorganisatie* finds *reorganisatieplan*) or `anywhere`. `exact` asks
for the same capitals (`case`), accents (`accents`) or `both`. `unless` names phrases in which the
term is fine.

## Why
Some names are not public yet, and some words we agreed not to use. Nobody remembers a list; the
check does.

## Example
> We starten met project-zonnebloem!

## Use instead
> Binnenkort vertellen we iets nieuws.
"""

from dataclasses import dataclass
from typing import Literal

from afspraak.engine.rule import (
    Body,
    Condition,
    Context,
    Exact,
    Match,
    Part,
    TermsList,
    UnableToCompile,
    WordSet,
)

CERTAINTY = "certain"
MESSAGES = {
    "nl": "‘{match}’ staat op de lijst van wat we niet noemen.",
    "en": "‘{match}’ is on the list of what we do not mention.",
}
ADVICE = {
    "nl": "Laat het weg, of vraag het eerst.",
    "en": "Leave it out, or ask first.",
}


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a `terms` rule; at least one of `terms` and `lists` is needed."""

    terms: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    match: Match = "word"
    exact: Literal["case", "accents", "both"] | None = None
    unless: tuple[str, ...] = ()


def compile_rule(options: Options, context: Context) -> Body:
    """One part for what may be shown, one for what is confidential."""
    if not options.terms and not options.lists:
        raise UnableToCompile(
            "terms",
            {
                "nl": "geef `terms` of `lists`: zonder termen vindt de regel niets",
                "en": "give `terms` or `lists`: without terms the rule finds nothing",
            },
        )
    lists = [_list(context, name) for name in options.lists]
    if any(each.confidential for each in lists):
        _refuse_what_cannot_be_hashed(options)
    shown = options.terms + tuple(
        term for each in lists if not each.confidential for term in each.terms
    )
    hidden = tuple(term for each in lists if each.confidential for term in each.terms)
    unless = tuple(
        Condition(WordSet(options.unless), "inside", absent=True) for _ in options.unless[:1]
    )
    exact: Exact = options.exact or ""
    return Body(
        tuple(
            Part(
                name,
                words=WordSet(terms, match=options.match, exact=exact, joined=True, secret=secret),
                when=unless,
            )
            for name, terms, secret in (("terms", shown, False), ("confidential", hidden, True))
            if terms
        )
    )


def _refuse_what_cannot_be_hashed(options: Options) -> None:
    if options.match != "word":
        raise UnableToCompile(
            "match",
            {
                "nl": "een vertrouwelijke lijst kan alleen `match: word` hebben",
                "en": "a confidential list can only have `match: word`",
            },
        )
    if options.exact:
        raise UnableToCompile(
            "exact",
            {
                "nl": "een vertrouwelijke lijst kan geen `exact` hebben",
                "en": "a confidential list cannot have `exact`",
            },
        )


def _list(context: Context, name: str) -> TermsList:
    try:
        return context.lists[name]
    except KeyError:
        raise UnableToCompile(
            "lists",
            {
                "nl": f"er is geen lijst `{name}` in dit protocol",
                "en": f"there is no list `{name}` in this protocol",
            },
        ) from None
