"""Every line that a section says, one after another, for whoever looks for words."""

from collections.abc import Iterable, Iterator, Sequence

from afspraak.diagnostics import Lang
from afspraak.documents import prose
from afspraak.protocol.handbook.content import (
    Ask,
    Box,
    Boxes,
    Check,
    Contact,
    Contacts,
    Facts,
    Listing,
    Part,
    Passage,
    Path,
    Prose,
)


def passages(parts: Iterable[Part], lang: Lang) -> Iterator[Passage]:
    """The lines of a section's parts; what the handbook itself says of them is in `lang`."""
    for part in parts:
        yield from _said(part)
        yield from (Passage(text, lang) for text in _listed(part))


def _said(part: Part) -> Iterator[Passage]:
    match part:
        case Prose(text):
            yield from (Passage(said, text.lang) for said in _lines(prose.blocks(text.text)))
        case Boxes(boxes):
            yield from _boxed(boxes)
        case Check(_, says, advises, _, boxes):
            yield from (each for each in (says, advises) if each)
            yield from _boxed(boxes)
        case Facts(facts):
            yield from (each for fact in facts for each in (fact.name, fact.text))
        case Listing(lines):
            yield from lines


def _listed(part: Part) -> Iterator[str]:
    match part:
        case Ask(_, contact):
            yield _who(contact)
        case Contacts(contacts):
            yield from (_who(contact) for contact in contacts)
        case Path(_, steps):
            yield from (f"{step.title}: {step.text}" for step in steps)


def _who(contact: Contact) -> str:
    said = (contact.role, contact.name, contact.reach)
    return " · ".join(dict.fromkeys(each for each in said if each))


def _boxed(boxes: Iterable[Box]) -> Iterator[Passage]:
    for box in boxes:
        yield from box.lines


def _lines(blocks: Sequence[prose.Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case prose.Paragraph(inlines) | prose.Heading(inlines):
                yield prose.plain(inlines)
            case prose.Items(items, _):
                for item in items:
                    yield from _lines(item)
            case prose.Quote(held):
                yield from _lines(held)
            case prose.Verbatim(text):
                yield text
            case prose.Table(heads, rows):
                for row in (heads, *rows):
                    yield " ".join(prose.plain(cell) for cell in row)
