"""What a dossier is about: a proposal, what it replaces, and the program as it runs."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from afspraak.diagnostics import Text
from afspraak.documents.replay_report import Report
from afspraak.protocol.changes import Changes, compare
from afspraak.protocol.handbook.secrecy import Secrets
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.model import Clause, Protocol, Rule
from afspraak.protocol.text_hash import text_hash
from afspraak.web.transparency.queries import Openness


@dataclass(frozen=True, slots=True)
class Kept:
    """A remark of the linter on the proposal. Without a reason nobody has answered it."""

    code: str
    clause: str
    quote: str
    problem: Text
    reason: Text


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a proposal stands: since when it is offered, in which version, and what came of it."""

    state: Text
    offered_at: dt.datetime | None
    version: int
    told: Sequence[tuple[Text, str]] = ()


@dataclass(frozen=True)
class Subject:
    """Everything the chapters tell of. `before` is the edition that the proposal would replace."""

    proposal: Protocol
    before: Protocol | None
    remarks: Sequence[Kept]
    standing: Standing
    openness: Openness
    replay: Report | None
    now: dt.datetime

    @cached_property
    def changes(self) -> Changes | None:
        """What becomes different for people; nothing when this is the first edition."""
        return compare(self.before, self.proposal) if self.before else None

    @cached_property
    def secrets(self) -> Secrets:
        """What readers may not see."""
        return Secrets.of(self.proposal)

    @cached_property
    def text_hash(self) -> str:
        """The fingerprint of what people would sign."""
        return text_hash(self.proposal)

    @cached_property
    def rules(self) -> Sequence[tuple[Clause, Rule]]:
        """Every rule with its clause, in the order of the file."""
        return [(clause, rule) for clause in self.proposal.clauses for rule in clause.rules]

    def sort_of(self, rule: Rule) -> str:
        """Whether a rule is `new`, `changed` or the `same` as in the edition before."""
        if self.before is None:
            return "same"
        held = {each.id: each for clause in self.before.clauses for each in clause.rules}
        old = held.get(rule.id)
        if old is None:
            return "new"
        return "same" if old == rule else "changed"

    @property
    def dropped(self) -> Sequence[str]:
        """The ids of rules that go."""
        if self.before is None:
            return ()
        kept = {rule.id for _, rule in self.rules}
        return [
            rule.id
            for clause in self.before.clauses
            for rule in clause.rules
            if rule.id not in kept
        ]


def remarks(found: Sequence[LintFinding], proposal: Protocol) -> Sequence[Kept]:
    """The linter's remarks on passages and settings, with the reason where one was recorded."""
    return [
        Kept(each.code, _clause(each, proposal), each.quote, each.problem, each.overruled)
        for each in found
    ]


def _clause(finding: LintFinding, proposal: Protocol) -> str:
    match finding.path:
        case ("clauses", int(index), *_):
            return proposal.clauses[index].id
        case _:
            return ""
