"""The report of a replay: its content, ready to be laid out, and how it becomes a file.

Every text is in the reader's language already, every number is written out.
"""

import datetime as dt
import importlib
from dataclasses import dataclass

from afspraak.diagnostics import Lang

FORMATS = ("html", "pdf")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number to see at a glance, and what it counts."""

    number: str
    label: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A rule in the chart: posts in which it is newly found to the right, no longer to the left."""

    label: str
    newly: int
    no_longer: int
    newly_text: str
    no_longer_text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of what changes; `description` says all of it in words."""

    title: str
    description: str
    newly: str
    no_longer: str
    bars: tuple[Bar, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Row:
    """A rule in the table, with a number under each head."""

    rule: str
    clause: str
    severity: str
    change: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rules that find something under either protocol; `rest` tells of the others."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a post: as written, found by the rule, or hidden behind what stands there."""

    text: str
    found: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Samples:
    """A few posts in which one rule newly speaks, or no longer does."""

    rule: str
    label: str
    posts: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """A few lines under a heading."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the report says, in its order. `day` dates the file."""

    lang: Lang
    organisation: str
    title: str
    editions: tuple[str, ...]
    sentence: str
    figures: tuple[Figure, ...]
    chart: Chart | None
    table: Table
    notes: tuple[Notes, ...]
    samples_title: str
    samples_about: str
    samples: tuple[Samples, ...]
    footer: str
    day: dt.date


def write(report: Report, form: str) -> bytes:
    """The report as a file in one of `FORMATS`. Raises ImportError when the format's part lacks."""
    written: bytes = importlib.import_module(f"afspraak.documents.replay_{form}").write(report)
    return written
