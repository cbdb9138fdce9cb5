"""The protocol's own examples, run: does each rule find what it must, and leave the rest alone?"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from afspraak.engine.compiler import Path
from afspraak.engine.draft import Checker
from afspraak.engine.pack import PackRule
from afspraak.engine.post import Post
from afspraak.protocol.model import POST_AS, Protocol


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
    for c, clause in enumerate(protocol.clauses):
        for r, rule in enumerate(clause.rules):
            secret = _is_secret(checker.pack.data["rules"], rule.id)
            for key, texts in (("finds", rule.examples.finds), ("clear", rule.examples.clear)):
                for e, text in enumerate(texts):
                    if _is_found(checker, rule.id, text, now) != (key == "finds"):
                        path: Path = ("clauses", c, "rules", r, "examples", key, e)
                        failures.append(Failure(path, rule.id, text, key == "finds", secret))
    return tuple(failures)


def coverage(protocol: Protocol) -> Coverage:
    """What nothing tests."""
    rules = [rule for clause in protocol.clauses for rule in clause.rules]
    return Coverage(
        clauses_without_rule=tuple(clause.id for clause in protocol.clauses if not clause.rules),
        rules_without_example=tuple(
            rule.id for rule in rules if not (rule.examples.finds or rule.examples.clear)
        ),
        examples=sum(len(rule.examples.finds) + len(rule.examples.clear) for rule in rules),
    )


def count_found(checker: Checker, texts: Sequence[str], *, now: dt.datetime) -> Mapping[str, int]:
    """For each rule the number of posts it finds something in, whoever posts them."""
    counts: dict[str, int] = {}
    for text in texts:
        found = {
            checker.pack.data["rules"][hit.rule]["id"]
            for as_ in POST_AS
            for hit in checker.check(Post(text, as_=as_), now=now)
        }
        for rule in found:
            counts[rule] = counts.get(rule, 0) + 1
    return counts


def _is_secret(rules: Sequence[PackRule], rule: str) -> bool:
    return any(
        part.get("secret", False) for each in rules if each["id"] == rule for part in each["parts"]
    )


def _is_found(checker: Checker, rule: str, text: str, now: dt.datetime) -> bool:
    """Whether `rule` speaks about `text`, posted as anyone it is about, while it holds."""
    rules = checker.pack.data["rules"]
    compiled = next(each for each in rules if each["id"] == rule)
    return any(
        rules[hit.rule]["id"] == rule
        for as_ in compiled.get("as", POST_AS)
        for at in _moments(compiled, now)
        for hit in checker.check(Post(text, as_=as_), now=at)
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
