"""The handbook of a text that does not hold yet, set for a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from afspraak.diagnostics import Lang
from afspraak.documents import markup
from afspraak.protocol.handbook.content import Handbook

PAPER = "received"
"""The section with room for a signature."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the handbook. `lang` is empty when it is in the page's language."""

    id: str
    number: int | None
    title: str
    lang: str
    html: SafeString


@dataclass(frozen=True, slots=True)
class Book:
    """A whole handbook in one language."""

    title: str
    short_hash: str
    sections: Sequence[Section]


def shown(book: Handbook, lang: Lang) -> Book:
    """The handbook as pieces of HTML. Only our own tags are in what `markup` gives."""
    return Book(
        book.cover.title,
        book.short_hash,
        [
            Section(
                each.id,
                each.number,
                each.title.text,
                "" if each.title.lang == lang else each.title.lang,
                mark_safe(  # noqa: S308 - escaped by `markup`
                    "".join(markup.part(part, each.level, lang) for part in each.parts)
                ),
            )
            for each in book.sections
            if each.id != PAPER
        ],
    )
