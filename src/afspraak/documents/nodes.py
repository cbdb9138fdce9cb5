"""The parts of a handbook as data for a typst template, where no word is read as markup."""

from collections.abc import Sequence
from dataclasses import asdict

from afspraak.diagnostics import Lang
from afspraak.documents import prose
from afspraak.documents.prose import Block, Inline
from afspraak.protocol.handbook import content
from afspraak.protocol.handbook.content import Passage
from afspraak.protocol.handbook.wording import say

Node = dict[str, object]

MAX_CODE_CHARS = 24


def part(held: content.Part, level: int, lang: Lang) -> Node:
    """One part of a section whose heading has `level`, for a document in `lang`."""
    node: Node = {"part": type(held).__name__}
    match held:
        case content.Prose(text):
            node |= {"lang": text.lang, "blocks": _blocks(prose.blocks(text.text), level)}
        case content.Boxes(boxes):
            node["boxes"] = [_box(box, lang) for box in boxes]
        case content.Check():
            node |= asdict(held) | {"boxes": [_box(box, lang) for box in held.boxes]}
        case content.Ask(label, contact):
            node |= {"label": label, "contact": _contact(contact), "role": held.role}
        case content.Contacts(contacts):
            node["contacts"] = [_contact(contact) for contact in contacts]
        case content.Facts(facts):
            node["facts"] = [_fact(fact) for fact in facts]
        case content.Listing(lines):
            node["lines"] = [line(each) for each in lines]
        case content.Path() | content.SignOff():
            node |= asdict(held)
    return node


def _box(box: content.Box, lang: Lang) -> Node:
    lines = [_post(each, lang) if box.quoted else line(each) for each in box.lines]
    return {"tone": box.tone, "label": box.label, "quoted": box.quoted, "lines": lines}


def _post(passage: Passage, lang: Lang) -> Node:
    return {"lang": passage.lang, "inlines": [_words(say("quoted", lang, text=passage.text))]}


def _contact(contact: content.Contact) -> Node:
    return asdict(contact) | {"link": prose.address(contact.reach)}


def _fact(fact: content.Fact) -> Node:
    if fact.literal:
        text: Node = {"lang": fact.text.lang, "inlines": [_code(fact.text.text)]}
    else:
        text = line(fact.text)
    return {"name": line(fact.name), "text": text}


def line(passage: Passage) -> Node:
    """A text of one line, with what sets words apart."""
    return {"lang": passage.lang, "inlines": _inlines(prose.line(passage.text))}


def _blocks(blocks: Sequence[Block], level: int) -> list[Node]:
    return [_block(block, level) for block in blocks]


def _block(block: Block, level: int) -> Node:
    match block:
        case prose.Paragraph(inlines):
            return {"block": "paragraph", "inlines": _inlines(inlines)}
        case prose.Heading(inlines):
            return {"block": "heading", "level": level, "inlines": _inlines(inlines)}
        case prose.Items(items, start):
            held = [_blocks(item, level) for item in items]
            return {"block": "items", "items": held, "start": start}
        case prose.Quote(blocks):
            return {"block": "quote", "blocks": _blocks(blocks, level)}
        case prose.Verbatim(text):
            return {"block": "verbatim", "text": text}
        case prose.Table(heads, rows):
            return {
                "block": "table",
                "heads": [_inlines(head) for head in heads],
                "rows": [[_inlines(cell) for cell in row] for row in rows],
            }


def _inlines(inlines: Sequence[Inline]) -> list[Node]:
    return [_inline(inline) for inline in inlines]


def _inline(inline: Inline) -> Node:
    match inline:
        case prose.Plain(text):
            return _words(text)
        case prose.Code(text):
            return _code(text)
        case prose.Break():
            return {"inline": "break"}
        case prose.Marked(way, held):
            return {"inline": way, "inlines": _inlines(held)}
        case prose.Link(to, held):
            return {"inline": "link", "to": to, "inlines": _inlines(held)}


def _words(text: str) -> Node:
    return {"inline": "plain", "text": text}


def _code(text: str) -> Node:
    """Words as typed; a long one may break anywhere that is a multiple of eight."""
    if len(text) > MAX_CODE_CHARS and " " not in text:
        text = "\u200b".join(text[at : at + 8] for at in range(0, len(text), 8))
    return {"inline": "code", "text": text}
