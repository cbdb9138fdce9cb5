"""Asks to look again where a post speaks for the organisation.

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

from afspraak.engine.rule import Body, Condition, Context, Part, WordSet
from afspraak.engine.words import QUOTATION, combined, phrases
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
    """Parts for a lead before our name, our name as a speaker, and official words."""
    listed = phrases("spokesperson")
    own = own_names(context.names, options.names)
    named = WordSet(own.every, own.marked, joined=True)
    when = (
        Condition(WordSet(listed["not"]), "before", within=2, absent=True),
        Condition(WordSet(listed["personal"]), "post", absent=True),
        Condition(WordSet(listed["reported"]), "sentence", absent=True),
        Condition(QUOTATION, "inside", absent=True),
    )
    before_name = Condition(named, "after")
    # As many words stand between as the longest name has.
    words_in_name = max(len(name.split()) for name in own.every)
    behind_place = Condition(WordSet(listed["places"]), "before", within=words_in_name)
    told = Condition(WordSet(listed["telling"]), "before", within=words_in_name, absent=True)
    leads = WordSet((*listed["leads"], *combined(listed["short-leads"], listed["articles"])))
    behind_name = Condition(named, "before")
    behind_us = Condition(WordSet((*own.sure, *listed["the-firm"]), joined=True), "before")
    return Body(
        (
            Part("lead", words=leads, when=(before_name, *when)),
            Part(
                "place", words=WordSet(listed["stating"]), when=(behind_name, behind_place, *when)
            ),
            Part("speaker", words=WordSet(listed["verbs"]), when=(behind_us, told, *when)),
            Part("official", words=WordSet(listed["official"]), when=when),
            Part(
                "statement",
                words=WordSet(listed["with-name"]),
                when=(Condition(named, "post"), *when),
            ),
        )
    )
