"""Asks second thoughts where a post speaks for the organisation.

## What it checks
*Namens*, *wij van*, *on behalf of*, *we at* with our name; our name as the one who thinks or
promises (*Bakkerij Jansen vindt dat*); and *ons standpunt*, *namens mijn werkgever*, *official
statement*. Not what is denied (*niet namens*), told of others (*volgens*, *zei*, within quotation
marks) or said *op persoonlijke titel*. `names` adds names to ours. Let the rule's `as` name the
accounts that may not speak for us; a spokesperson posts from a corporate channel.

## Why
A reader cannot tell who decided that. What one person writes in a hurry becomes what the firm
thinks.

## Example
> Wij van Bakkerij Jansen vinden dat de gemeente zich schaamt.

## Use instead
> Ik werk bij Bakkerij Jansen en ik vind dit geen goed besluit van de gemeente.
"""

from dataclasses import dataclass

from afspraak.engine.rule import Body, Condition, Context, Part, Pattern, WordSet
from afspraak.engine.words import QUOTATION, combined, one_of, phrases
from afspraak.engine.words.names import own_names

CERTAINTY = "hint"
MESSAGES = {
    "nl": "Met ‘{match}’ lijkt de hele organisatie te spreken.",
    "en": "With ‘{match}’ the whole organisation seems to speak.",
}
ADVICE = {
    "nl": "Schrijf wat je zelf vindt, of laat het aan de woordvoerder.",
    "en": "Write what you think yourself, or leave it to the spokesperson.",
}


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a `spokesperson` rule; none is needed."""

    names: tuple[str, ...] = ()


def compile_rule(options: Options, context: Context) -> Body:
    """Parts for a lead with our name, our name as a speaker, and official words."""
    listed = phrases("spokesperson")
    own = own_names(context.names, options.names)
    named = WordSet(own.every, own.marked)
    claims = (
        *combined(listed["leads"], listed["articles"], own.every),
        *combined(listed["places"], own.every, listed["stating"]),
        *combined(listed["at-us"], own.every, listed["at-us-stating"]),
    )
    addressed = Pattern(f"{one_of(listed['leads'])} @{one_of(own.joined)}", needs="@")
    when = (
        Condition(WordSet(listed["not"]), "before", within=2, absent=True),
        Condition(WordSet(listed["personal"]), "post", absent=True),
        Condition(WordSet(listed["reported"]), "sentence", absent=True),
        Condition(QUOTATION, "inside", absent=True),
    )
    told = Condition(WordSet(listed["telling"]), "before", absent=True)
    speakers = combined((*own.sure, *listed["the-firm"]), listed["verbs"])
    about_us = Condition(named, "post")
    return Body(
        (
            Part("claim", words=WordSet(claims, (addressed,)), when=when),
            Part("speaker", words=WordSet(speakers), when=(*when, told)),
            Part("official", words=WordSet(listed["official"]), when=when),
            Part("statement", words=WordSet(listed["with-name"]), when=(*when, about_us)),
        )
    )
