"""Shows that a statement looks like protected speech, and keeps other hints off it.

## What it checks
The writer's own words on five `topics`: a trade union or a strike (`union`), the works council
(`works-council`), the writer's or the team's pay (`own-pay`), reporting wrongdoing
(`whistleblowing`) and standing for election (`candidacy`); left out, all five. News about these
is left alone: the first person, a call or a hashtag must be there. In a sentence in which it
finds something, hints of `respect`, `spokesperson` and `disclosure` are dropped. It exists only
for the writer, while writing: never in bulk, in a count or in a report.

## Why
What people say on these subjects is protected to a large extent: union speech is judged as such
(ECtHR, Straume v Latvia, 2022), a report of wrongdoing may be public under the conditions of
article 17ea Wet bescherming klokkenluiders, and pay may be told for the sake of equal pay
(Directive (EU) 2023/970, article 7(5)). Personal insults are not covered (ECtHR, Palomo Sánchez v
Spain, 2011). The card informs; it is no legal advice.

## Example
> Wij staken morgen voor een betere cao.

## Use instead
> Wij staken morgen voor een betere cao.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from afspraak.diagnostics import Text
from afspraak.engine.rule import Body, Condition, Context, Part, Pattern, WordSet
from afspraak.engine.words import QUOTATION, hashtags, one_of, phrases

CERTAINTY = "hint"
MESSAGES = {
    "nl": "‘{match}’ gaat over {what}: dat lijkt beschermde meningsuiting.",
    "en": "‘{match}’ is about {what}: this looks like protected speech.",
}
ADVICE = {
    "nl": "Je mag hier in het algemeen over schrijven; een persoonlijke belediging valt erbuiten.",
    "en": "In general you may write about this; a personal insult is not covered.",
}
Topic = Literal["union", "works-council", "own-pay", "whistleblowing", "candidacy"]
_TOPICS: tuple[Topic, ...] = ("union", "works-council", "own-pay", "whistleblowing", "candidacy")
_WHAT: Mapping[Topic, Text] = {
    "union": {"nl": "de vakbond of een staking", "en": "a trade union or a strike"},
    "works-council": {"nl": "de ondernemingsraad", "en": "the works council"},
    "own-pay": {"nl": "je eigen loon", "en": "your own pay"},
    "whistleblowing": {"nl": "het melden van een misstand", "en": "reporting wrongdoing"},
    "candidacy": {"nl": "je kandidatuur", "en": "your candidacy"},
}
_ADVICE: Mapping[Topic, Text] = {
    "whistleblowing": {
        "nl": "Een melding kan beschermd zijn, ook in het openbaar; vraag de vertrouwenspersoon.",
        "en": "A report can be protected, in public too; ask the confidential adviser.",
    },
}
_NUMBER = "[0-9]{1,7}(?:[.,][0-9]{2,3}){0,2}"
_AMOUNT = Pattern(_NUMBER)

_VOTE_FOR_ME = Pattern("(?:stem|vote) (?:[a-z0-9]{1,12} ){0,5}(?:op mij|voor mij|for me)")


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a `protected` rule; none is needed."""

    topics: Annotated[tuple[Topic, ...], Field(min_length=1)] = _TOPICS


def compile_rule(options: Options, _context: Context) -> Body:
    """Parts for each topic: what is the writer's own, and what is so with the writer near."""
    own = Condition(QUOTATION, "inside", absent=True)
    parts = tuple(
        Part(
            f"{topic}-{name}",
            what=_WHAT[topic],
            words=words,
            when=(*when, own),
            advice=_ADVICE.get(topic, {}),
        )
        for topic in dict.fromkeys(options.topics)
        for name, words, when in _topic(topic)
    )
    return Body(parts, silences=("respect", "spokesperson", "disclosure"), for_writer=True)


def _topic(topic: Topic) -> Iterator[tuple[str, WordSet, tuple[Condition, ...]]]:
    near_writer = Condition(WordSet(phrases("protected")["writer"]), "near", within=4)
    yield "own", _tagged(topic), ()
    if topic == "union":
        acts = Condition(_words("union.acts"), "sentence")
        once = Condition(_words("union.strike"), "sentence", absent=True)
        yield "act", _words("union.words"), (near_writer, acts, once)
        yield "strike", _words("union.strike"), (Condition(_words("union.for"), "sentence"),)
    elif topic == "works-council":
        yield "writer", _words("works-council.words"), (near_writer,)
    elif topic == "own-pay":
        yield from _pay()
    elif topic == "whistleblowing":
        reported = Condition(_words("whistleblowing.reported"), "sentence")
        told_to = Condition(_words("whistleblowing.authorities"), "after", within=8)
        far_writer = Condition(WordSet(phrases("protected")["writer"]), "near", within=8)
        yield "writer", _words("whistleblowing.words"), (far_writer, reported)
        yield "told", _words("whistleblowing.telling"), (told_to,)
        told = Condition(_words("whistleblowing.telling-apart"), "near", within=6)
        once = Condition(_words("whistleblowing.telling"), "sentence", absent=True)
        yield "authority", _words("whistleblowing.authorities"), (far_writer, told, once)
    else:
        call = WordSet(phrases("protected")["candidacy.call"], (_VOTE_FOR_ME,))
        yield "call", call, (Condition(_words("candidacy.election"), "post"),)


def _pay() -> Iterator[tuple[str, WordSet, tuple[Condition, ...]]]:
    near_writer = Condition(WordSet(phrases("protected")["writer"]), "near", within=5)
    yield "underpaid", _words("own-pay.underpaid"), (near_writer,)
    paid = WordSet(phrases("protected")["own-pay.paid"], (_AMOUNT,))
    yield "earn", _words("own-pay.earn"), (Condition(paid, "after", within=5),)
    colleague = Condition(_words("own-pay.colleagues"), "sentence")
    than_me = Condition(_words("own-pay.than-me"), "after", within=6)
    yield "others", _words("own-pay.others"), (than_me, colleague)
    yield "demand", _words("own-pay.demand"), (Condition(_words("own-pay.raise"), "after", 5),)
    units = f"(?: {one_of(phrases('protected')['own-pay.coins'])})?"
    sum_per_hour = Pattern(f"{_NUMBER}{units} {one_of(phrases('protected')['own-pay.rate'])}")
    wage = WordSet(phrases("protected")["own-pay.low"], (sum_per_hour,))
    yield "receive", _words("own-pay.receive"), (Condition(wage, "after", within=5),)
    says = Condition(_words("own-pay.says"), "after")
    yield "salary", _words("own-pay.salary"), (says, Condition(paid, "after", within=5))


def _words(name: str) -> WordSet:
    return WordSet(phrases("protected")[name])


def _tagged(topic: Topic) -> WordSet:
    listed = phrases("protected")
    tags = listed.get(f"{topic}.tags", ())
    patterns = (hashtags(tags),) if tags else ()
    return WordSet(listed[f"{topic}.own"], patterns)
