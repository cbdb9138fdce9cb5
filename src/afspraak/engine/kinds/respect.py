"""Finds insults, slurs and threats that are aimed at people.

## What it checks
Words from a Dutch and an English list, and who they are aimed at. An insult counts when it is
addressed to somebody or says what somebody is; a swearword alone does not. A threat needs a verb
and a target. Names for groups that are themselves an insult count anywhere. Denial, quotation,
a question about a word, speaking up against abuse and speaking of oneself are left alone, and so
is anger at things. It gives hints with a reason, never a score. `unless` names phrases that are
fine among us; the organisation's own names and brands always are.

## Why
Somebody reads it. What we say about people under our own name, or with our work in the profile,
they remember longer than we do.

## Example
> Wat een prutsers zijn jullie daar.

## Use instead
> Het ging bij jullie twee keer mis en ik baal ervan.
"""

from dataclasses import dataclass

from afspraak.engine.respect import parts
from afspraak.engine.rule import Body, Context

CERTAINTY = "hint"
MESSAGES = {
    "nl": "‘{match}’: {what}.",
    "en": "‘{match}’: {what}.",
}
ADVICE = {
    "nl": "Zeg wat er misging, niet wat iemand is.",
    "en": "Say what went wrong, not what somebody is.",
}


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a `respect` rule; it needs none."""

    unless: tuple[str, ...] = ()


def compile_rule(options: Options, context: Context) -> Body:
    """One part for each way in which people are insulted or threatened."""
    fine = tuple(dict.fromkeys((*options.unless, *context.names, *context.brands)))
    return Body(parts.all_parts(fine))
