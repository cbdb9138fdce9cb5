"""A document given back with the clauses that were chosen: the same one where that can be."""

import datetime as dt
from collections.abc import Sequence

from afspraak.documents.supplement import markdown_writing, separate, word_writing
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
    if form == "md":
        return separate.as_markdown(document, additions)
    return separate.as_word(document, additions, day=day)
