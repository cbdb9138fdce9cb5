"""Passages that take away what a clause gives: found by the linter that reads our own protocols."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NotRequired, TypedDict

from afspraak.diagnostics import Lang, Text
from afspraak.documents.supplement.points import points
from afspraak.documents.supplement.sentences import sentences
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
    "criticism": ("rights.opinion",),
    "no-account": ("rights.own-time", "work-time.stance"),
    "approval": ("rights.opinion",),
    "own-profiles": ("checking.never", "rights.own-time"),
    "unannounced": ("checking.purpose", "checking.that"),
}
"""What each lint rule and pattern is against: the first of these points that we make."""

_MONITORING = "L008"
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
    found = [
        finding
        for code in AGAINST
        if code in rules
        for finding in rules[code].check(looked_at)
        if finding.path[2] == "text"
    ]
    if _tells_what_for(document):
        found = [each for each in found if each.code != _MONITORING]
    judged = [_against(finding, clauses, passages) for finding in found]
    return [*judged, *_of_our_own(document)]


def _tells_what_for(document: Existing) -> bool:
    """Whether a document says what its checks are for, be it in another article.

    That the term or who sees it is not said makes a clause less than whole, not contradicted.
    """
    purpose = next(each for each in points()["checking"] if each.key == "checking.purpose")
    return any(
        purpose.is_worded(said.words, said.context, document.lang) for said in sentences(document)
    )


def _of_our_own(document: Existing) -> list[Against]:
    """What is against a protocol of ours, and what the linter has no rule about."""
    return [
        Against(said.passage, said.text, code, each["problem"], each["way_out"])
        for said in sentences(document)
        for code, each in _patterns().items()
        if re.search(each[document.lang], said.words)
        and not _denied(each, said.words, document.lang)
    ]


class _Pattern(TypedDict):
    nl: str
    en: str
    not_nl: NotRequired[str]
    not_en: NotRequired[str]
    problem: Text
    way_out: Text


def _denied(pattern: _Pattern, words: str, lang: Lang) -> bool:
    """Whether a sentence says that it does not happen."""
    not_so = pattern.get("not_nl", "") if lang == "nl" else pattern.get("not_en", "")
    return bool(not_so) and re.search(rf"\b(?:{not_so})\b", words) is not None


@cache
def _patterns() -> Mapping[str, _Pattern]:
    source = resources.files(__package__).joinpath("contradictions.toml").read_text("utf-8")
    read: Mapping[str, _Pattern] = tomllib.loads(source)
    return read


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
    quote = f"‘{finding.quote}’"
    problem: Text = {
        "nl": finding.problem["nl"].replace(quote, "dit"),
        "en": finding.problem["en"].replace(quote, "this"),
    }
    return Against(passage, text, finding.code, problem, finding.help)
