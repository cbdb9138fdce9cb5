"""A document given back with the clauses that were chosen: the same one where that can be."""

import datetime as dt
import importlib
from collections.abc import Sequence

from afspraak.documents.supplement import markdown_writing, word_writing
from afspraak.documents.supplement.additions import Addition
from afspraak.documents.supplement.source import Existing


class UnableToWrite(Exception):
    """No supplement can be written in that form."""


def is_same_document(document: Existing, form: str) -> bool:
    """Whether the additions go into the document itself, rather than into one beside it."""
    return (document.form, form) in {("docx", "docx"), ("md", "md")}


def supplemented(
    content: bytes, document: Existing, additions: Sequence[Addition], *, form: str, day: dt.date
) -> bytes:
    """The document as a .docx or .md file; beside it when it cannot be written in.

    `day` is that of a document of its own; the same document keeps its dates.
    """
    if form not in {"docx", "md"}:
        raise UnableToWrite(form)
    if is_same_document(document, form):
        write = word_writing.supplemented if form == "docx" else markdown_writing.supplemented
        return write(content, additions)
    # loaded when it is asked for: it brings the library that makes Word documents
    separate = importlib.import_module(f"{__package__}.separate")
    made: bytes = (
        separate.as_markdown(document, additions)
        if form == "md"
        else separate.as_word(document, additions, day=day)
    )
    return made
