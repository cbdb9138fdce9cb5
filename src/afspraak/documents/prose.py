"""Markdown read once into a small tree of blocks, which every format then sets in its own way.

HTML in a text is text: nothing a protocol says can become markup or a script. A picture becomes
its description, and only links to web pages and e-mail addresses remain links.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

_PAGE = re.compile(r"https?://[^\s<>\"'\\]+")
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
LINK_SCHEMES = frozenset({"http", "https", "mailto"})
_WAYS: dict[str, Literal["emphasis", "strong", "struck"]] = {
    "em": "emphasis",
    "strong": "strong",
    "s": "struck",
}


@dataclass(frozen=True, slots=True)
class Plain:
    """Words as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Words as one would type them."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that are set apart."""

    way: Literal["emphasis", "strong", "struck"]
    inlines: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    to: str
    inlines: "tuple[Inline, ...]"


Inline = Plain | Code | Break | Marked | Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a clause; whatever its level was, it is one below the clause."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `start` is the first number of a numbered one."""

    items: "tuple[tuple[Block, ...], ...]"
    start: int | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines that stay as they were typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of heads."""

    heads: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


Block = Paragraph | Heading | Items | Quote | Verbatim | Table


def blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a text."""
    return tuple(_blocks(SyntaxTreeNode(_reader().parse(markdown)).children))


def line(markdown: str) -> tuple[Inline, ...]:
    """The words of a text that is one line; other blocks are not looked for."""
    return tuple(_inlines(SyntaxTreeNode(_reader().parseInline(markdown)).children))


def plain(inlines: Sequence[Inline]) -> str:
    """The words without what sets them apart."""
    said = []
    for inline in inlines:
        match inline:
            case Plain(text) | Code(text):
                said.append(text)
            case Break():
                said.append(" ")
            case Marked(_, held) | Link(_, held):
                said.append(plain(held))
    return "".join(said)


def address(reach: str) -> str:
    """Where a way to reach somebody leads: an e-mail address, a web page; "" when neither."""
    if _PAGE.fullmatch(reach):
        return reach
    return f"mailto:{reach}" if _MAIL.fullmatch(reach) else ""


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False})
    return reader.enable(["table", "strikethrough"])


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "paragraph":
                yield Paragraph(tuple(_inlines(node.children)))
            case "heading":
                yield Heading(tuple(_inlines(node.children)))
            case "bullet_list" | "ordered_list":
                items = tuple(tuple(_blocks(item.children)) for item in node.children)
                start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
                yield Items(items, start)
            case "blockquote":
                yield Quote(tuple(_blocks(node.children)))
            case "fence" | "code_block":
                yield Verbatim(node.content.rstrip("\n"))
            case "table":
                yield _table(node)


def _table(node: SyntaxTreeNode) -> Table:
    rows = [
        tuple(tuple(_inlines(cell.children)) for cell in row.children)
        for group in node.children
        for row in group.children
    ]
    return Table(rows[0], tuple(rows[1:]))


def _inlines(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Inline]:
    for node in nodes:
        match node.type:
            case "inline":
                yield from _inlines(node.children)
            case "text" | "text_special":
                yield Plain(node.content)
            case "softbreak":
                yield Plain(" ")
            case "hardbreak":
                yield Break()
            case "code_inline":
                yield Code(node.content)
            case "image":
                yield Plain(plain(tuple(_inlines(node.children))))
            case "em" | "strong" | "s":
                yield Marked(_WAYS[node.type], tuple(_inlines(node.children)))
            case "link":
                yield from _link(str(node.attrs.get("href", "")), node.children)


def _link(to: str, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Inline]:
    """A link, or only its words where it leads to another kind of place (javascript:, file:)."""
    held = tuple(_inlines(nodes))
    if urlsplit(to).scheme in LINK_SCHEMES:
        yield Link(to, held)
    else:
        yield from held
