"""Asks to say that you work here, where a post mentions or praises us without saying so.

## What it checks
Our name, aliases and brands, and the extra `names` of the rule, in a post that nowhere says that
the writer works here: *ik werk bij*, *onze bakkerij*, *mijn collega's*, *#werkbij…*, *#adv*,
*our shop*. Only the first mention is marked. An alias of one word may be anybody's surname and
counts only behind *bij*, *voor*, *at*, *from* … or as a hashtag or an address. `on: praise` marks
only mentions in a sentence that praises; `accepted` adds phrases that also say enough. A corporate
channel is clear by itself: let the rule's `as` leave `corporate` out.

## Why
Who praises a firm without saying that they work there misleads the reader, and it comes out.
Saying so costs three words and makes the praise worth more.

## Example
> Het lekkerste brood koop je bij Bakkerij Jansen!

## Use instead
> Het lekkerste brood bakken mijn collega's van Bakkerij Jansen.
"""

from dataclasses import dataclass
from typing import Literal

from afspraak.engine.dutch import Form, forms
from afspraak.engine.rule import Body, Condition, Context, Part, Pattern, WordSet
from afspraak.engine.words import combined, hashtags, one_of, phrases
from afspraak.engine.words.names import OwnNames, own_names

CERTAINTY = "hint"
MESSAGES = {
    "nl": "Bij ‘{match}’ is niet te zien dat je hier werkt.",
    "en": "At ‘{match}’ nothing shows that you work here.",
}
ADVICE = {
    "nl": "Zeg erbij dat je hier werkt, bijvoorbeeld met ‘onze’, ‘mijn werk’ of een hashtag.",
    "en": "Say that you work here, for instance with ‘our’, ‘my work’ or a hashtag.",
}

_INFLECTED: tuple[Form, ...] = ("plural", "diminutive")
_FEW = "(?:[a-z0-9'-]{1,20} )"
_WORKS = (
    Pattern(f"ik werk(?:te)? {_FEW}{{0,4}}(?:bij|voor|in|op|daar|hier|er|als)"),
    Pattern(f"werk(?:te)? ik {_FEW}{{0,4}}(?:bij|voor|in|op|daar|hier|er|als)"),
    Pattern("ik (?:zelf |ook |nu |nog |al jaren )?(?:hier |er |daar )?werk(?:te)?"),
    Pattern(f"ik (?:zelf |ook |nu |nog )?(?:bij|voor|in|op) {_FEW}{{1,5}}werk(?:te|en)?"),
    Pattern(
        f"(?:i|i've|i'm|i am|i have) {_FEW}{{0,2}}(?:work|worked|working) {_FEW}{{0,3}}(?:at|for)"
    ),
    Pattern(f"(?:mijn|m'n|my|onze|our) {_FEW}{{0,3}}(?:collegas?|colleagues?|coworkers?)"),
)


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a `disclosure` rule; none is needed."""

    names: tuple[str, ...] = ()
    on: Literal["mention", "praise"] = "mention"
    accepted: tuple[str, ...] = ()


def compile_rule(options: Options, context: Context) -> Body:
    """One part for names that can only be us, one for aliases that may be a surname."""
    listed = phrases("disclosure")
    own = own_names(context.names, (*context.brands, *options.names))
    written = [form for name in own.sure for form in (*forms(name, _INFLECTED), f"{name}s")]
    sure = WordSet(tuple(written), own.marked, joined=True)
    says_so = _says_so(own, options.accepted)
    # A hit's own words do not count elsewhere in the post: ‘ons Zonnebrood’ stands around it.
    when = [Condition(says_so, "post", absent=True), Condition(says_so, "inside", absent=True)]
    if options.on == "praise":
        when.append(Condition(WordSet(listed["praise"]), "sentence"))
    parts = [Part("name", words=sure, when=tuple(when), first=True)]
    if own.loose:
        when += [
            Condition(WordSet(listed["places"]), "before"),
            Condition(sure, "post", absent=True),
        ]
        parts.append(
            Part("alias", words=WordSet(own.loose, joined=True), when=tuple(when), first=True)
        )
    return Body(tuple(parts))


def _says_so(own: OwnNames, accepted: tuple[str, ...]) -> WordSet:
    listed = phrases("disclosure")
    between = one_of(listed["between"], optional=True)
    owned = "|".join(
        f"{one_of(owners)} {between}{one_of(listed[things])}"
        for owners, things in (
            (("mijn", "m'n"), "mine"),
            (("my",), "my"),
            (("ons", "onze"), "ours"),
            (("our",), "our"),
        )
    )
    # ‘Beste bakker van de stad’ says nothing about the writer, ‘bakker van Bakkerij Jansen’ does.
    jobs = (
        *combined(listed["jobs"], listed["job-at"]),
        *combined(listed["jobs"], listed["job-of"], own.every),
    )
    job_of_mine = Pattern(
        f"{one_of(listed['i-am'])} {one_of(listed['jobs'])} {one_of(listed['job-of'])}"
    )
    patterns = (Pattern(owned), job_of_mine, hashtags(listed["hashtags"]), *_WORKS)
    our_own = combined(("ons", "onze", "our"), own.sure)
    return WordSet((*listed["says-so"], *our_own, *jobs, *accepted), patterns)
