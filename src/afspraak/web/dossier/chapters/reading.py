"""The text of the proposal itself, as the handbook would have it."""

from collections.abc import Iterator

from afspraak.documents.dossier import Chapter
from afspraak.protocol.handbook import handbook
from afspraak.replaying.voice import Voice
from afspraak.web.dossier.chapters.making import chapter, prose
from afspraak.web.dossier.subject import Subject

LEFT_OUT = frozenset({"how-to-read", "promises", "received", "clauses"})
"""Sections that are told elsewhere in the dossier, or that are for who signs."""


def text(say: Voice, subject: Subject) -> Iterator[Chapter]:
    """A chapter for the whole text, and one within it for each section."""
    book = handbook(subject.proposal, say.lang)
    yield chapter(
        say,
        "text",
        prose(
            say,
            nl="Dit is wat mensen zouden lezen: de afspraken, met wat de check erbij zegt. In het "
            "handboek staan daar nog de beloften bij, en ruimte om te tekenen voor ontvangst.",
            en="This is what people would read: the agreements, with what the check says. The "
            "handbook has the promises as well, and room to sign for receipt.",
        ),
        nl="De tekst van het voorstel",
        en="The text of the proposal",
    )
    for section in book.sections:
        if section.id not in LEFT_OUT:
            yield Chapter(section.id, section.title, 3, section.parts, section.number)
