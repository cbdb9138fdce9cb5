"""A few posts to think about, from the protocol's own examples: does this fit what we agreed?

Nothing is random and nothing is kept: the same person gets the same posts for the same text.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.engine import findings
from afspraak.engine.draft import Checker
from afspraak.engine.findings import Finding
from afspraak.engine.post import Post, PostAs
from afspraak.protocol.handbook.clauses import clauses
from afspraak.protocol.handbook.passages import passage, post
from afspraak.protocol.handbook.secrecy import Secrets
from afspraak.protocol.model import Clause, Protocol, Rule

HOW_MANY = 3
_SAID_BY: tuple[PostAs, ...] = ("private", "affiliated", "professional", "corporate")


@dataclass(frozen=True, slots=True)
class Exercise:
    """A post, whose it is, and whether it fits; with the clause that says so, and why.

    `number` is the clause in the handbook. `advice` is what to do instead, if anything.
    """

    text: str
    as_: PostAs
    fits: bool
    clause: str
    number: int
    title: str
    title_lang: Lang
    why: str
    advice: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the examples: the check, in one language, at one moment."""

    checker: Checker
    lang: Lang
    now: dt.datetime

    def findings(self, given: Post) -> list[Finding]:
        """What the check says of a post, in words."""
        hits = self.checker.check(given, now=self.now)
        return [findings.describe(self.checker.pack, hit, given.text, self.lang) for hit in hits]


def exercises(protocol: Protocol, reader: Reader) -> tuple[Exercise, ...]:
    """Every example that makes a good exercise for the reader, each post once.

    Left out is what a confidential list guards, what would give one away, what the check reads
    otherwise than the example says, and what it only says of a picture, a network or a moment.
    Posts that are not clearly in the reader's language come in when there are too few others.
    """
    secrets = Secrets.of(protocol)
    clear: dict[str, Exercise] = {}
    doubtful: dict[str, Exercise] = {}
    for number, clause in enumerate(clauses(protocol), start=1):
        for rule in clause.rules:
            if secrets.guard(rule) or rule.networks or _is_over(rule, reader.now):
                continue
            for each in _of_rule(number, clause, rule, reader):
                shown = (each.text, each.why, each.advice, each.title)
                if not any(secrets.stand_in(text) for text in shown):
                    held = clear if _is_clearly(each.text, reader.lang) else doubtful
                    held.setdefault(each.text, each)
    found = (*clear.values(), *doubtful.values())
    return found[: max(len(clear), HOW_MANY)]


def chosen(held: Iterable[Exercise], seed: str) -> tuple[Exercise, ...]:
    """Three of the exercises for whom `seed` stands for: from three clauses, and of both sorts.

    Fewer when there are fewer.
    """
    mixed = sorted(held, key=lambda each: _mixed(seed, each.text))
    wanted: list[Exercise] = []
    for fits in (False, True):
        wanted += _next([each for each in mixed if each.fits == fits], wanted)
    while len(wanted) < HOW_MANY and (more := _next(mixed, wanted)):
        wanted += more
    return tuple(sorted(wanted, key=lambda each: _mixed(seed, each.title + each.text)))


def _next(held: Sequence[Exercise], taken: Sequence[Exercise]) -> list[Exercise]:
    """The first that is not taken, from a clause that is not taken when there is one."""
    free = [each for each in held if each not in taken]
    fresh = [each for each in free if each.clause not in {one.clause for one in taken}]
    return (fresh or free)[:1]


def _mixed(seed: str, text: str) -> bytes:
    return hashlib.sha256(f"{seed}\n{text}".encode("utf-8", "surrogatepass")).digest()


def _is_over(rule: Rule, now: dt.datetime) -> bool:
    return rule.until is not None and rule.until < now.date()


def _is_clearly(text: str, lang: Lang) -> bool:
    """Whether the post is in `lang` whichever language one would take it for in doubt."""
    return all(post(text, doubt).lang == lang for doubt in LANGUAGES)


def _of_rule(number: int, clause: Clause, rule: Rule, reader: Reader) -> Iterator[Exercise]:
    as_ = next(who for who in _SAID_BY if not rule.as_ or who in rule.as_)
    title = passage(clause.title, reader.lang)
    teaches = rule.severity != "info"
    held = [(text, True) for text in rule.examples.finds]
    if teaches and held:
        held += [(text, False) for text in rule.examples.clear]
    for text, found in held:
        if post(text, reader.lang).lang != reader.lang:
            continue
        said = reader.findings(Post(text, as_=as_))
        mine = next((each for each in said if each.rule == rule.id), None)
        fits = not (found and teaches)
        if bool(mine) != found or (fits and any(each.severity != "info" for each in said)):
            continue
        yield Exercise(
            text=text,
            as_=as_,
            fits=fits,
            clause=clause.id,
            number=number,
            title=title.text,
            title_lang=title.lang,
            why=mine.message if mine else "",
            advice=mine.advice if mine else "",
        )
