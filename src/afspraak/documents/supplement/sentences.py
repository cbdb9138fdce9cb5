"""The sentences of a document, folded to look through, each with what stands before it."""

from dataclasses import dataclass

from afspraak.documents.supplement.source import Existing, Passage
from afspraak.protocol import prose
from afspraak.protocol.lint.stance import fold

MAX_READ_CHARS = 2_000
"""So much of a sentence is looked through."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the document, folded, with what stands just before it."""

    passage: Passage
    text: str
    words: str
    context: str


def sentences(document: Existing) -> list[Said]:
    """Every sentence of a document with its heading and what stands before it."""
    found: list[Said] = []
    for section in document.sections:
        heading = fold(section.heading)
        for passage in section.passages:
            before = fold(passage.lead)
            for each in prose.sentences(passage.text):
                words = fold(" ".join(each.text.split())[:MAX_READ_CHARS])
                found.append(Said(passage, each.text, words, f"{heading} {before}"))
                before = words
    return found
