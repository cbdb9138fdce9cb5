"""Passages that take away what a clause gives: found by the linter that reads our own protocols."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from afspraak.diagnostics import Lang, Text
from afspraak.documents.supplement.source import Existing, Passage
from afspraak.protocol.lint import LintFinding, all_rules
from afspraak.protocol.lint.subject import subject
from afspraak.protocol.model import (
    Clause,
    Contact,
    Edition,
    Organisation,
    People,
    Protocol,
    Representation,
    WorkTime,
)

AGAINST: Mapping[str, tuple[str, ...]] = {
    "L002": ("work-time.stance", "rights.own-time"),
    "L004": ("rights.pay",),
    "L005": ("rights.misconduct",),
    "L006": ("rights.own-time", "checking.never"),
    "L007": ("sharing.voluntary", "rights.own-time"),
    "L008": ("checking.purpose", "rights.own-time"),
    "L009": ("incident.weighed", "incident.warned", "incident.heard"),
    "L011": ("version.changes", "version.date"),
    "L019": ("rights.opinion",),
    "L022": ("rights.opinion", "public-debate.may"),
}
"""What each lint rule is against: the first of these points that the protocol makes."""

_ANY_DAY = dt.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Against:
    """A sentence of the document that is against a point of ours."""

    passage: Passage
    text: str
    code: str
    problem: Text
    way_out: Text


def against(document: Existing) -> Sequence[Against]:
    """Every sentence that says the opposite of what a fair protocol says."""
    clauses, passages = _as_clauses(document)
    looked_at = subject(_as_protocol(document.lang, clauses), today=_ANY_DAY, finds=None)
    rules = all_rules()
    return [
        _against(finding, clauses, passages)
        for code in AGAINST
        for finding in rules[code].check(looked_at)
        if finding.path[2] == "text"
    ]


def _as_protocol(lang: Lang, clauses: tuple[Clause, ...]) -> Protocol:
    """What the prose rules look at, and nothing else: it is no protocol and never leaves here."""
    return Protocol.model_construct(
        afspraak=1,
        organisation=Organisation(name="-", people=1),
        languages=(lang,),
        edition=Edition(number="0", in_force=_ANY_DAY, representation=Representation(body="none")),
        people=People(manager=Contact(name="-")),
        work_time=WorkTime(stance="reasonable"),
        clauses=clauses,
    )


_Starts = Sequence[tuple[int, Passage]]


def _as_clauses(document: Existing) -> tuple[tuple[Clause, ...], Sequence[_Starts]]:
    """Each section as a clause, and at which character of its text each passage starts."""
    clauses: list[Clause] = []
    passages: list[_Starts] = []
    for number, section in enumerate(document.sections):
        text, starts = "", list[tuple[int, Passage]]()
        for passage in section.passages:
            mark = "- " if passage.item else ""
            text += "\n" if passage.item else "\n\n"
            starts.append((len(text), passage))
            text += mark + " ".join(passage.text.split())
        clauses.append(
            Clause.model_construct(
                id=f"s{number}",
                title={document.lang: section.heading or "-"},
                text={document.lang: text or "-"},
            )
        )
        passages.append(starts)
    return tuple(clauses), passages


def _against(
    finding: LintFinding, clauses: Sequence[Clause], passages: Sequence[_Starts]
) -> Against:
    index, lang = int(finding.path[1]), finding.path[3]
    start, end = (finding.span.start, finding.span.end) if finding.span else (0, 0)
    passage = [held for at, held in passages[index] if at <= start][-1]
    text = clauses[index].text["nl" if lang == "nl" else "en"][start:end].strip()
    return Against(passage, text, finding.code, finding.problem, finding.help)
