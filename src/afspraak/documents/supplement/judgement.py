"""What a document says of each clause, as a value."""

from dataclasses import dataclass
from enum import StrEnum

from afspraak.diagnostics import Text


class Status(StrEnum):
    """What the document does with a clause of ours."""

    COVERED = "covered"
    PARTLY = "partly"
    CONTRADICTED = "contradicted"
    MISSING = "missing"


class Certainty(StrEnum):
    """How sure the judgement is: words and meaning agree, one of both, or meaning only."""

    HIGH = "high"
    MIDDLING = "middling"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of the document, where it stands, and the number of its section."""

    text: str
    where: Text
    section: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A passage that says the opposite, why that is a trouble, and the way out."""

    quote: Quote
    code: str
    problem: Text
    way_out: Text


@dataclass(frozen=True, slots=True)
class PointJudgement:
    """A point of a clause and where the document makes it; nowhere when `quotes` is empty."""

    key: str
    says: Text
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ClauseJudgement:
    """A clause of the protocol and what the document says of it."""

    clause: str
    status: Status
    certainty: Certainty
    points: tuple[PointJudgement, ...]
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The passages it rests on, each once: what contradicts first, then in reading order."""
        against = [each.quote for each in self.contradictions]
        found = [quote for point in self.points for quote in point.quotes]
        found.sort(key=lambda quote: quote.section)
        return tuple({(each.text, each.where["nl"]): each for each in [*against, *found]}.values())

    @property
    def missing(self) -> tuple[PointJudgement, ...]:
        """The points the document does not make."""
        return tuple(point for point in self.points if not point.quotes)
