"""The handbook as CommonMark."""

import re
from collections.abc import Iterator, Sequence

from afspraak.documents import prose
from afspraak.documents.prose import Block, Inline
from afspraak.protocol.handbook import content
from afspraak.protocol.handbook.content import Handbook, Part, Passage, Section
from afspraak.protocol.handbook.wording import say

# What CommonMark reads as something else than the character, anywhere in a line.
_SPECIAL = re.compile(r"([\\`*_\[\]<|]|&(?=#?\w+;)|~(?=~))")
# … and what it does at the start of one.
_AT_START = re.compile(r"^([ \t]*)([#+=>-]|\d{1,9}(?=[.)](?:\s|$)))")
_MARKS = {"emphasis": "*", "strong": "**", "struck": "~~"}
_SIGNS = {"good": "✓", "bad": "✗", "card": "§"}


def write(handbook: Handbook) -> bytes:
    """The text, in UTF-8: blocks with one empty line between them."""
    return ("\n\n".join(_blocks(handbook)) + "\n").encode()


def _blocks(handbook: Handbook) -> Iterator[str]:
    cover = handbook.cover
    yield f"# {_plain(cover.title)}"
    yield f"**{_plain(cover.organisation)}**"
    yield f"{_plain(cover.edition)} · {_plain(cover.in_force)}  \n{_said(cover.representation)}"
    for glance in cover.glances:
        lines = [_said(passage) for passage in glance.lines]
        if glance.headline:
            lines.insert(0, _plain(glance.headline.text))
        yield f"**{_plain(glance.label)}**  \n" + "  \n".join(lines)
    yield f"## {say('contents', handbook.lang)}"
    yield "\n".join(f"- {_entry(section)}" for section in handbook.sections)
    for section in handbook.sections:
        yield f"{'#' * section.level} {_title(section)}"
        for part in section.parts:
            yield from _part(part, handbook, section.level)
    yield "---"
    mark = say("mark", handbook.lang, hash=handbook.short_hash)
    yield f"{_plain(cover.organisation)} · {_plain(cover.edition)} · {mark}"


def _part(  # noqa: C901 - one case for each part there is
    part: Part, handbook: Handbook, level: int
) -> Iterator[str]:
    match part:
        case content.Prose(text):
            yield _text(text, level + 1)
        case content.Boxes(boxes):
            for box in boxes:
                yield from _box(box, handbook)
        case content.Check():
            yield from _check(part, handbook)
        case content.Ask(label, contact):
            reach = f" · {_reach(contact.reach)}" if contact.reach else ""
            role = f" ({part.role})" if part.role else ""
            yield f"**{label}** {_plain(contact.name)}{reach}{role}"
        case content.Path(label, steps):
            yield f"**{label}**"
            said = [f"**{step.title}**  \n   {step.text}" for step in steps]
            yield "\n".join(f"{number}. {step}" for number, step in enumerate(said, 1))
        case content.Facts(facts):
            yield "\n".join(f"- **{_said(fact.name)}:** {_fact(fact)}" for fact in facts)
        case content.Contacts(contacts):
            yield "\n".join(_contact(contact) for contact in contacts)
        case content.Listing(lines):
            listed = [_said(line) for line in lines]
            yield listed[0] if len(listed) == 1 else "\n".join(f"- {line}" for line in listed)
        case content.SignOff(fields):
            for field in fields:
                yield f"{field}: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_"


def _check(check: content.Check, handbook: Handbook) -> Iterator[str]:
    said = [f"**{check.label}**"]
    if check.says:
        said.append(_plain(check.says.text))
    if check.advises:
        said.append(f"{say('check.advises', handbook.lang)} {_plain(check.advises.text)}")
    if check.scope:
        said.append(_plain(check.scope))
    yield "\n".join(f"> {line}  " for line in said).rstrip()
    for box in check.boxes:
        yield from _box(box, handbook)


def _box(box: content.Box, handbook: Handbook) -> Iterator[str]:
    yield f"**{_SIGNS[box.tone]} {box.label}**"
    if box.quoted:
        posts = (say("quoted", handbook.lang, text=_plain(line.text)) for line in box.lines)
        yield "\n".join(f"- {post}" for post in posts)
    else:
        yield "\n".join(f"- {_said(line)}" for line in box.lines)


def _contact(contact: content.Contact) -> str:
    reach = f" · {_reach(contact.reach)}" if contact.reach else ""
    return f"- **{contact.role}**: {_plain(contact.name)}{reach}. {contact.purpose}"


def _fact(fact: content.Fact) -> str:
    return f"`{fact.text.text.replace('`', ' ')}`" if fact.literal else _said(fact.text)


def _title(section: Section) -> str:
    title = _plain(section.title.text)
    return f"{section.number}. {title}" if section.number else title


def _entry(section: Section) -> str:
    """The title as an item of a list, in which a number would begin another list."""
    return _AT_START.sub(_escape_start, _title(section))


def _text(passage: Passage, level: int) -> str:
    """The company's Markdown as it stands, with its headings one below the clause's."""
    return _written(prose.blocks(passage.text), level)


def _said(passage: Passage) -> str:
    return _line(prose.line(passage.text))


def _reach(reach: str) -> str:
    return f"<{reach}>" if prose.address(reach) else _plain(reach)


def _plain(text: str) -> str:
    """Words with nothing in them that CommonMark would read as a mark, on one line."""
    escaped = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _AT_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2]}\\" if match[2].isdigit() else f"{match[1]}\\{match[2]}"


def _written(blocks: Sequence[Block], level: int) -> str:
    return "\n\n".join(_block(block, level) for block in blocks)


def _block(block: Block, level: int) -> str:
    match block:
        case prose.Paragraph(inlines):
            return _line(inlines)
        case prose.Heading(inlines):
            return f"{'#' * level} {_line(inlines)}"
        case prose.Items(items, start):
            marks = ("- " if start is None else f"{start + at}. " for at in range(len(items)))
            held = [
                _indented(_item(item, level), mark)
                for item, mark in zip(items, marks, strict=False)
            ]
            return "\n".join(held)
        case prose.Quote(held_blocks):
            return "\n".join(
                f"> {line}".rstrip() for line in _written(held_blocks, level).split("\n")
            )
        case prose.Verbatim(text):
            fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
            return f"{fence}\n{text}\n{fence}"
        case prose.Table(heads, rows):
            lines = [_row(heads), "|" + " --- |" * len(heads), *(_row(row) for row in rows)]
            return "\n".join(lines)


def _item(blocks: Sequence[Block], level: int) -> str:
    """An item's blocks; a list right under its words needs no empty line."""
    match blocks:
        case [prose.Paragraph() as first, prose.Items() as second]:
            return f"{_block(first, level)}\n{_block(second, level)}"
        case _:
            return _written(blocks, level)


def _indented(text: str, mark: str) -> str:
    room = " " * len(mark)
    lines = text.split("\n")
    return "\n".join([f"{mark}{lines[0]}", *(f"{room}{line}".rstrip() for line in lines[1:])])


def _row(cells: Sequence[Sequence[Inline]]) -> str:
    return "|" + "".join(f" {_line(cell)} |" for cell in cells)


def _line(inlines: Sequence[Inline]) -> str:
    return _AT_START.sub(_escape_start, "".join(_inline(inline) for inline in inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case prose.Plain(text):
            return _SPECIAL.sub(r"\\\1", text)
        case prose.Code(text):
            fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
            room = " " if text.startswith("`") or text.endswith("`") else ""
            return f"{fence}{room}{text}{room}{fence}"
        case prose.Break():
            return "  \n"
        case prose.Marked(way, held):
            mark = _MARKS[way]
            return f"{mark}{''.join(_inline(one) for one in held)}{mark}"
        case prose.Link(to, held):
            return f"[{''.join(_inline(one) for one in held)}](<{to}>)"
