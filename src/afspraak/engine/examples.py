"""The protocol's own examples, run: does each rule find what it must, and leave the rest alone?"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from afspraak.engine.compiler import Path
from afspraak.engine.draft import Checker
from afspraak.engine.pack import PackRule
from afspraak.engine.post import Media, Post
from afspraak.protocol.model import POST_AS, Examples, Protocol, Rule


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold: `missed` a post that must be found, or reached too far."""

    path: Path
    rule: str
    text: str
    missed: bool
    secret: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the examples and rules do not reach: clauses without a rule, rules without examples."""

    clauses_without_rule: tuple[str, ...]
    rules_without_example: tuple[str, ...]
    examples: int


def run(protocol: Protocol, checker: Checker, *, now: dt.datetime) -> tuple[Failure, ...]:
    """Every example that fails, in the order of the file."""
    failures = []
    rules = {rule["id"]: rule for rule in checker.pack.data["rules"]}
    for c, clause in enumerate(protocol.clauses):
        for r, rule in enumerate(clause.rules):
            compiled = rules[rule.id]
            for path, text, wanted, posts in _examples(rule, compiled, now):
                if _is_found(checker, rule.id, posts, now) != wanted:
                    place: Path = ("clauses", c, "rules", r, "examples", *path)
                    failures.append(Failure(place, rule.id, text, wanted, _is_secret(compiled)))
    return tuple(failures)


def coverage(protocol: Protocol) -> Coverage:
    """What nothing tests."""
    rules = [rule for clause in protocol.clauses for rule in clause.rules]
    return Coverage(
        clauses_without_rule=tuple(clause.id for clause in protocol.clauses if not clause.rules),
        rules_without_example=tuple(rule.id for rule in rules if rule.examples == Examples()),
        examples=sum(
            len(rule.examples.finds) + len(rule.examples.clear) + len(rule.examples.posts)
            for rule in rules
        ),
    )


def count_found(checker: Checker, texts: Sequence[str], *, now: dt.datetime) -> Mapping[str, int]:
    """For each rule the number of posts it finds something in, whoever posts them.

    Rules that look at nothing but the time say nothing of the posts and are not counted.
    """
    counts: dict[str, int] = {}
    rules = checker.pack.data["rules"]
    for text in texts:
        found = {
            rules[hit.rule]["id"]
            for as_ in POST_AS
            for hit in checker.check(Post(text, as_=as_), now=now)
            if rules[hit.rule]["parts"][hit.part].get("measure") != "post"
        }
        for rule in found:
            counts[rule] = counts.get(rule, 0) + 1
    return counts


def _examples(
    rule: Rule, compiled: PackRule, now: dt.datetime
) -> Iterator[tuple[Path, str, bool, list[Post]]]:
    """Each example: its place, its text, whether it must be found, and the posts it stands for."""
    plain = (("finds", rule.examples.finds, True), ("clear", rule.examples.clear, False))
    for key, texts, wanted in plain:
        for e, text in enumerate(texts):
            yield (key, e), text, wanted, _posts(text, compiled, now)
    for e, each in enumerate(rule.examples.posts):
        yield (
            ("posts", e),
            each.text,
            each.finds,
            [
                replace(
                    post,
                    as_=each.as_ or post.as_,
                    network=each.network,
                    at=dt.datetime.fromisoformat(each.at) if each.at else post.at,
                    media=tuple(Media(m.alt, m.gps, m.people_asked) for m in each.media),
                )
                for post in _posts(each.text, compiled, now)
            ],
        )


def _posts(text: str, compiled: PackRule, now: dt.datetime) -> list[Post]:
    """The text, posted as anyone the rule is about, at times at which it holds."""
    return [
        Post(text, as_=as_, at=at)
        for as_ in compiled.get("as", POST_AS)
        for at in _moments(compiled, now)
    ]


def _is_secret(rule: PackRule) -> bool:
    return any(part.get("secret", False) for part in rule["parts"])


def _is_found(checker: Checker, rule: str, posts: Sequence[Post], now: dt.datetime) -> bool:
    rules = checker.pack.data["rules"]
    return any(
        rules[hit.rule]["id"] == rule for post in posts for hit in checker.check(post, now=now)
    )


def _moments(rule: PackRule, now: dt.datetime) -> list[dt.datetime]:
    """Times at which the rule holds: an embargo that has ended still has examples that are true."""
    moments = [now]
    if "until" in rule:
        moments.append(_noon(rule["until"]) - dt.timedelta(days=1))
    moments += [_noon(clock["first"]) for clock in rule.get("clocks", ()) if "first" in clock]
    return moments


def _noon(day: str) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(12))
