"""What a protocol that exists already says: passages under headings, each with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from afspraak.diagnostics import Lang, Text

Form = Literal["docx", "pdf", "md", "txt"]
BlockKind = Literal["title", "heading", "text", "item"]

MAX_CHARS = 400_000
"""More than any protocol; about 150 pages."""

MAX_BLOCKS = 5_000
"""Paragraphs and list items; a protocol of 150 pages has 2,000."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as the document has it. `at` is its place in the file, for writing back.

    `number` is what it is numbered with, as a reader sees it ("3", "9.1"), or empty.
    """

    kind: BlockKind
    text: str
    number: str = ""
    page: int | None = None
    at: int | None = None
    row: tuple[int, int] | None = None
    level: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A paragraph or list item that says something, and where a reader finds it."""

    text: str
    where: Text
    section: int
    lead: str = ""
    item: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; the first may have no heading."""

    heading: str
    number: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Existing:
    """A document that was read."""

    form: Form
    lang: Lang
    title: str
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]

    @property
    def passages(self) -> Iterator[Passage]:
        """Every passage, in reading order."""
        for section in self.sections:
            yield from section.passages
