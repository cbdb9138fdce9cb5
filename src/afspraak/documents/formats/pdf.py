"""The handbook as an accessible PDF (PDF/UA-1), set by typst from `templates/handbook.typ`."""

from collections.abc import Sequence
from dataclasses import asdict

from afspraak.diagnostics import Lang
from afspraak.documents import prose, typesetting
from afspraak.documents.prose import Block, Inline
from afspraak.protocol.handbook import content
from afspraak.protocol.handbook.content import Handbook, Passage, Section
from afspraak.protocol.handbook.wording import say

Node = dict[str, object]

MAX_HEADER_CHARS = 60
MAX_CODE_CHARS = 24


def write(handbook: Handbook) -> bytes:
    """The PDF. The same handbook gives the same bytes: its date is the day it comes into force.

    What the fonts that come along cannot show is set in a font of this machine, and as an
    empty square where there is none.
    """
    return typesetting.typeset("handbook", _document(handbook), handbook.in_force)


def _document(handbook: Handbook) -> Node:
    cover, lang = handbook.cover, handbook.lang
    name = cover.organisation
    return {
        "lang": lang,
        "title": cover.title,
        "organisation": name,
        "header": name if len(name) <= MAX_HEADER_CHARS else f"{name[:MAX_HEADER_CHARS].rstrip()}…",
        "edition": cover.edition,
        "in_force": cover.in_force,
        "date": [handbook.in_force.year, handbook.in_force.month, handbook.in_force.day],
        "representation": _line(cover.representation),
        "glances": [
            {
                "label": glance.label,
                "headline": glance.headline and asdict(glance.headline),
                "lines": [
                    _line(passage) | {"link": prose.address(passage.text)}
                    for passage in glance.lines
                ],
            }
            for glance in cover.glances
        ],
        "contents": say("contents", lang),
        "advises": say("check.advises", lang),
        "mark": say("mark", lang, hash=handbook.short_hash),
        "sections": [_section(section, lang) for section in handbook.sections],
    }


def _section(section: Section, lang: Lang) -> Node:
    return {
        "id": section.id,
        "title": asdict(section.title),
        "level": section.level - 1,
        "number": section.number,
        "parts": [_part(part, section.level, lang) for part in section.parts],
    }


def _part(part: content.Part, level: int, lang: Lang) -> Node:
    node: Node = {"part": type(part).__name__}
    match part:
        case content.Prose(text):
            node |= {"lang": text.lang, "blocks": _blocks(prose.blocks(text.text), level)}
        case content.Boxes(boxes):
            node["boxes"] = [_box(box, lang) for box in boxes]
        case content.Check():
            node |= asdict(part) | {"boxes": [_box(box, lang) for box in part.boxes]}
        case content.Ask(label, contact):
            node |= {"label": label, "contact": _contact(contact), "role": part.role}
        case content.Contacts(contacts):
            node["contacts"] = [_contact(contact) for contact in contacts]
        case content.Facts(facts):
            node["facts"] = [_fact(fact) for fact in facts]
        case content.Listing(lines):
            node["lines"] = [_line(line) for line in lines]
        case content.Path() | content.SignOff():
            node |= asdict(part)
    return node


def _box(box: content.Box, lang: Lang) -> Node:
    lines = [_post(line, lang) if box.quoted else _line(line) for line in box.lines]
    return {"tone": box.tone, "label": box.label, "quoted": box.quoted, "lines": lines}


def _post(passage: Passage, lang: Lang) -> Node:
    return {"lang": passage.lang, "inlines": [_words(say("quoted", lang, text=passage.text))]}


def _contact(contact: content.Contact) -> Node:
    return asdict(contact) | {"link": prose.address(contact.reach)}


def _fact(fact: content.Fact) -> Node:
    if fact.literal:
        text: Node = {"lang": fact.text.lang, "inlines": [_code(fact.text.text)]}
    else:
        text = _line(fact.text)
    return {"name": _line(fact.name), "text": text}


def _line(passage: Passage) -> Node:
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
