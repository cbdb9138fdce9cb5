"""Warns about figures, forecasts and take-overs of ours that are not public yet.

## What it checks
Without `periods` the rule holds always and is narrow: a take-over or merger of us, a profit
warning, and results or forecasts of ours with an amount or with words such as *nog niet
openbaar*. With `periods` (closed periods, both days included) it holds only within them and is
wide: any talk of our results, forecasts or take-overs. A listed firm writes two rules, one of each.
About us means our name or *wij*, *onze*, *our* near the word. `topics` picks from `results`,
`forecast` and `takeover`; `terms` adds words that count as results (*bezettingsgraad*).
Sport, other firms' figures and household money are left alone.

## Why
Passing on inside information is forbidden (Regulation (EU) 596/2014, articles 7, 10 and 14). It is
seldom meant: one proud sentence before the figures are out is enough.

## Example
> Topkwartaal: onze omzet is met 12% gestegen!

## Use instead
> Wat een kwartaal, ik ben trots op het team.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from afspraak.engine.rule import (
    Body,
    Clock,
    Condition,
    Context,
    Part,
    Pattern,
    UnableToCompile,
    WordSet,
)
from afspraak.engine.words import combined, one_of, phrases
from afspraak.engine.words.names import OwnNames, own_names
from afspraak.protocol import model

CERTAINTY = "hint"
MESSAGES = {
    "nl": "‘{match}’ gaat misschien over iets van ons dat nog niet openbaar is.",
    "en": "‘{match}’ may be about something of ours that is not public yet.",
}
ADVICE = {
    "nl": "Wacht tot het openbaar is, of vraag het eerst.",
    "en": "Wait until it is public, or ask first.",
}
Topic = Literal["results", "forecast", "takeover"]
_AMOUNT = Pattern(
    "[0-9]{1,12}(?:[.,][0-9]{1,3}){0,4} ?(?:%|procent|percent|miljoen|miljard|mln|mld|ton|"
    "euros?|eur|million|billion|m|bn|k)",
)

_BUYS = Pattern("(?:neemt|nam) (?:[a-z0-9'-]{1,20} ){1,5}over")
_OF_US = (
    Pattern(
        "(?:(?:we|wij) worden|worden (?:we|wij)) (?:[a-z]{1,15} ){0,3}(?:overgenomen|verkocht)"
    ),
    Pattern("(?:(?:we|wij) zijn|zijn (?:we|wij)) (?:[a-z]{1,15} ){0,2}overgenomen"),
    Pattern("(?:(?:we|wij) gaan|gaan (?:we|wij)) (?:[a-z]{1,15} ){0,3}fuseren"),
    Pattern("(?:we|wij) (?:overgenomen|verkocht) (?:gaan )?worden"),
    Pattern("we(?: are|'re|'ve been| have been) (?:[a-z]{1,15} ){0,2}(?:acquired|taken over)"),
)


class Period(model.Part):
    """A closed period: its first and last day, both inclusive."""

    from_: dt.date = Field(alias="from")
    until: dt.date


@dataclass(frozen=True, slots=True)
class Options:
    """Options of an `inside-information` rule; none is needed."""

    periods: tuple[Period, ...] = ()
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)] = ("results", "forecast", "takeover")
    terms: tuple[str, ...] = ()


def compile_rule(options: Options, context: Context) -> Body:
    """Parts for each topic: with our name, with *onze* or *our*, and behind *wij* and a verb."""
    if any(period.until < period.from_ for period in options.periods):
        raise UnableToCompile(
            "periods",
            {
                "nl": "een periode eindigt voordat zij begint",
                "en": "a period ends before it begins",
            },
        )
    own = own_names(context.names)
    wide = bool(options.periods)
    parts = [
        Part(f"{name}-{whose}", words=words, when=(about, *more, _elsewhere()))
        for topic in dict.fromkeys((*options.topics, *_warned(options.topics)))
        for name, words, more in _topic(topic, _strong(options), wide=wide)
        for whose, about in _about_us(own, topic).items()
    ]
    if "takeover" in options.topics:
        parts += _bought_and_sold(own)
    if "results" in options.topics and wide:
        parts.append(Part("results-now", words=_strong(options), when=(_now(), _elsewhere())))
        # ‘Our results’ needs no more in a closed period, ‘our sad loss’ does.
        directly = Condition(_words("ours"), "before")
        parts.append(
            Part("figures-ours", words=_words("figures-of-ours"), when=(directly, _elsewhere()))
        )
    clocks = tuple(Clock(first=period.from_, last=period.until) for period in options.periods)
    return Body(tuple(parts), clocks=clocks)


def _topic(
    topic: str, strong: WordSet, *, wide: bool
) -> Iterator[tuple[str, WordSet, tuple[Condition, ...]]]:
    """The words of a topic, each with what must stand in the sentence besides us."""
    listed = phrases("inside-information")
    telling = WordSet((*listed["unpublished"], *listed["grown"]), (_AMOUNT,))
    if topic == "takeover":
        yield "takeover", _words("takeover"), ()
    elif topic == "forecast":
        moving = WordSet((*telling.phrases, *listed["moved"]), (_AMOUNT,))
        yield "forecast", _words("forecast"), () if wide else (Condition(moving, "sentence"),)
    elif topic == "warning":
        yield "warning", _words("warning"), ()
    else:
        dated = WordSet((*listed["periods"], *telling.phrases), (_AMOUNT,))
        yield "results", strong, () if wide else (Condition(telling, "sentence"),)
        weak = Condition(dated if wide else telling, "near", within=6)
        yield "figures", _words("figures"), (weak,)


def _warned(topics: tuple[Topic, ...]) -> tuple[str, ...]:
    return () if set(topics) == {"takeover"} else ("warning",)


def _strong(options: Options) -> WordSet:
    return WordSet((*phrases("inside-information")["results"], *options.terms))


def _now() -> Condition:
    return Condition(_words("now"), "near", within=1)


def _about_us(own: OwnNames, topic: str) -> Mapping[str, Condition]:
    ours = _words("ours")
    return {
        "name": Condition(WordSet(own.every, own.marked, joined=True), "near", within=6),
        # ‘A takeover of our morals’ is not of us, ‘the revenue of our shop’ is.
        "ours": Condition(ours, "before", within=1)
        if topic == "takeover"
        else Condition(ours, "near", within=2),
        "we": Condition(_we_do(), "before", within=5),
    }


def _bought_and_sold(own: OwnNames) -> tuple[Part, Part]:
    """We are taken over in so many words, or take another over."""
    sold = WordSet(phrases("inside-information")["takeover-of-us"], _OF_US)
    by_us = Condition(WordSet(own.every, own.marked, joined=True), "before", within=1)
    of_work = Condition(_words("handing"), "around", absent=True)
    return (
        Part("takeover-of-us", words=sold, when=(_elsewhere(),)),
        Part("takeover-by-us", words=WordSet(patterns=(_BUYS,)), when=(by_us, of_work)),
    )


def _we_do() -> WordSet:
    """‘We draaien’ as a pattern, for *we* begins too many phrases; ‘draaien we’ as phrases."""
    listed = phrases("inside-information")
    doing = Pattern(f"(?:we|wij)(?: |')(?:{one_of(listed['doing'])})")
    return WordSet(combined(listed["doing-we"], ("we", "wij")), (doing,))


def _elsewhere() -> Condition:
    return Condition(_words("elsewhere"), "sentence", absent=True)


def _words(name: str) -> WordSet:
    return WordSet(phrases("inside-information")[name])
