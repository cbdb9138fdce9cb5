"""The dossier for the works council: its content, ready to be laid out.

Every text is in the reader's language already, or says in which language it is. What is asked and
not known here stands as a blank, so that nobody takes it for an answer.
"""

import datetime as dt
from dataclasses import dataclass

from afspraak.diagnostics import Lang
from afspraak.documents.replay_report import Figure, Report
from afspraak.protocol.handbook.content import Fact, Part, Passage

Cell = tuple[Passage, ...]
"""What stands in a cell of a table: lines under each other."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; the first cell of a row names it. `widths` are parts of the whole."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that becomes different, with the sentences that do: ~~gone~~ and **new**."""

    says: Passage
    details: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """What becomes different in one clause or one other matter."""

    about: str
    items: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something an assessment has to answer: what is known here, and what only the company knows.

    `blank` asks for what is not known; it is empty when nothing is open. `source` is the rule that
    asks it.
    """

    asks: str
    known: tuple[Passage, ...]
    blank: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions under each other. `open_label` stands at what is still to be filled in."""

    open_label: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise, how it stands, and what that was seen by. `state`: kept, broken or unknown."""

    number: int
    short: str
    says: str
    state: str
    state_label: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promises:
    """The promises, in their order."""

    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Replayed:
    """What the proposal does to real posts."""

    report: Report


DossierPart = Part | Table | Changed | Questions | Promises | Replayed


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch under a heading: `level` 2, or 3 within the one before. A clause has a number."""

    id: str
    title: Passage
    level: int
    parts: tuple[DossierPart, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything there is to judge a proposal by, in reading order. `day` dates the file."""

    lang: Lang
    organisation: str
    title: str
    edition: str
    lead: str
    facts: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    chapters: tuple[Chapter, ...]
    contents: str
    mark: str
    day: dt.date
