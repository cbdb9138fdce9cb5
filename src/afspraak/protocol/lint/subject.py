"""What a lint rule looks at: the protocol, and each of its sentences with what it does."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from afspraak.diagnostics import Lang, Span, Text
from afspraak.protocol import prose
from afspraak.protocol.lint import stance as stances
from afspraak.protocol.lint.finding import Finds, Level, LintFinding, Path
from afspraak.protocol.lint.stance import Stance
from afspraak.protocol.model import Protocol, Words

MAX_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence, folded, and what it does."""

    words: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the protocol, where it stands, folded to look through, cut into parts."""

    path: Path
    lang: Lang
    span: Span
    raw: str
    words: str
    parts: tuple[Part, ...]
    clause: int | None

    def finding(self, code: str, level: Level, problem: Text, advice: Text) -> LintFinding:
        """A finding that quotes this sentence; `{quote}` in the problem is filled."""
        quote = " ".join(self.raw.split())
        if len(quote) > MAX_QUOTE:
            quote = quote[: MAX_QUOTE - 1].rsplit(" ", 1)[0] + "…"
        return LintFinding(
            code,
            level,
            self.path,
            {lang: text.replace("{quote}", quote) for lang, text in problem.items()},
            advice,
            self.span,
            quote,
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """A protocol under the linter."""

    protocol: Protocol
    today: dt.date
    finds: Finds | None
    statements: tuple[Statement, ...]

    def of_clause(self, index: int, lang: Lang) -> str:
        """Everything one clause says in one language, folded, one sentence a line."""
        return "\n".join(
            said.words for said in self.statements if (said.clause, said.lang) == (index, lang)
        )


def subject(protocol: Protocol, *, today: dt.date, finds: Finds | None) -> Subject:
    """The protocol with its sentences read once, for all rules."""
    return Subject(protocol, today, finds, tuple(_statements(protocol)))


def _statements(protocol: Protocol) -> Iterator[Statement]:
    for path, words, given, clause in _texts(protocol):
        for lang, text in words.items():
            yield from _read((*path, lang), lang, text, given, clause)


def _texts(protocol: Protocol) -> Iterator[tuple[Path, Words, Stance, int | None]]:
    """Every text people sign, with the stance its place in the file gives it."""
    states = Stance.STATES
    for i, value in enumerate(protocol.values):
        yield ("values", i, "online"), value.online, states, None
    for name, note in (("where", protocol.work_time.where), ("note", protocol.work_time.note)):
        if note:
            yield ("work_time", name), note, states, None
    for i, clause in enumerate(protocol.clauses):
        yield ("clauses", i, "title"), clause.title, states, i
        yield ("clauses", i, "text"), clause.text, states, i
        for j, may in enumerate(clause.may):
            yield ("clauses", i, "may", j), may, Stance.PERMITS, i
        for j, may_not in enumerate(clause.may_not):
            yield ("clauses", i, "may_not", j), may_not, Stance.FORBIDS, i
        for j, rule in enumerate(clause.rules):
            for name, line in (("message", rule.message), ("advice", rule.advice)):
                if line:
                    yield ("clauses", i, "rules", j, name), line, states, i


def _read(path: Path, lang: Lang, text: str, given: Stance, clause: int | None) -> list[Statement]:
    said: list[Statement] = []
    lead = given
    for sentence in prose.sentences(text):
        words = stances.fold(sentence.text)
        own = [(part, stances.stance(part, lang)) for part in stances.parts(words, lang)]
        if given is Stance.STATES:
            if sentence.block == "heading" or words.rstrip().endswith(":"):
                lead = own[-1][1] if own else Stance.STATES
            elif sentence.block == "text":
                lead = Stance.STATES
        parts = tuple(Part(part, _under(lead, mine)) for part, mine in own)
        said.append(Statement(path, lang, sentence.span, sentence.text, words, parts, clause))
    return said


def _under(lead: Stance, own: Stance) -> Stance:
    """The stance of a list item under *this is not allowed:* or in a clause's `may_not`."""
    if lead in {Stance.FORBIDS, Stance.OBLIGES}:
        return lead
    if lead in {Stance.PERMITS, Stance.FREES} and own in {Stance.STATES, Stance.DENIES}:
        return lead
    return own
