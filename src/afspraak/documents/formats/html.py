"""The handbook as one web page that needs nothing besides itself."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from afspraak.documents import prose
from afspraak.documents.prose import Block, Inline
from afspraak.protocol.handbook.content import Handbook, Passage
from afspraak.protocol.handbook.wording import say

_TAGS = {"emphasis": "em", "strong": "strong", "struck": "s"}


def write(handbook: Handbook) -> bytes:
    """The page, in UTF-8. No script, no picture, no font, no request to anywhere."""
    style = _template("handbook.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = (
        _environment()
        .get_template("handbook.html")
        .render(
            book=handbook,
            style=Markup(style),  # noqa: S704 - our own file
            style_hash=f"sha256-{digest}",
            say=lambda key, **values: say(key, handbook.lang, **values),
            mark=lambda passage: _mark(passage, handbook),
            text=_text,
            line=lambda passage: _inlines(prose.line(passage.text)),
            address=prose.address,
            kind=lambda part: type(part).__name__,
        )
    )
    return page.encode()


@cache
def _environment() -> Environment:
    return Environment(
        loader=DictLoader({"handbook.html": _template("handbook.html")}),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _template(name: str) -> str:
    return files("afspraak.documents").joinpath("templates", name).read_text("utf-8")


def _mark(passage: Passage, handbook: Handbook) -> Markup:
    """The `lang` attribute of a text in the other language."""
    if passage.lang == handbook.lang:
        return Markup("")
    return Markup(' lang="{}"').format(passage.lang)


def _text(passage: Passage, level: int) -> Markup:
    """Running text; a heading in it gets `level`."""
    return _blocks(prose.blocks(passage.text), level)


def _blocks(blocks: Sequence[Block], level: int) -> Markup:
    return Markup("\n").join(_block(block, level) for block in blocks)


def _block(block: Block, level: int) -> Markup:
    match block:
        case prose.Paragraph(inlines):
            return _element("p", _inlines(inlines))
        case prose.Heading(inlines):
            return _element(f"h{level}", _inlines(inlines))
        case prose.Items(items, start):
            held = Markup("").join(_element("li", _item(item, level)) for item in items)
            if start is None:
                return _element("ul", held)
            return Markup('<ol start="{}">{}</ol>').format(start, held)
        case prose.Quote(held):
            return _element("blockquote", _blocks(held, level))
        case prose.Verbatim(text):
            return _element("pre", _element("code", escape(text)))
        case prose.Table(heads, rows):
            return _table(heads, rows)


def _item(blocks: Sequence[Block], level: int) -> Markup:
    """What stands in a list item; a single paragraph needs no tag of its own."""
    match blocks:
        case [prose.Paragraph(inlines), *rest]:
            return _inlines(inlines) + _blocks(rest, level)
        case _:
            return _blocks(blocks, level)


def _table(heads: Sequence[Sequence[Inline]], rows: Sequence[Sequence[Sequence[Inline]]]) -> Markup:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(_inlines(h)) for h in heads)
    body = Markup("").join(
        _element("tr", Markup("").join(_element("td", _inlines(cell)) for cell in row))
        for row in rows
    )
    return Markup(
        '<div class="wide" tabindex="0"><table><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(head, body)


def _inlines(inlines: Sequence[Inline]) -> Markup:
    return Markup("").join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> Markup:
    match inline:
        case prose.Plain(text):
            return escape(text)
        case prose.Code(text):
            return _element("code", escape(text))
        case prose.Break():
            return Markup("<br>")
        case prose.Marked(way, held):
            return _element(_TAGS[way], _inlines(held))
        case prose.Link(to, held):
            return Markup('<a href="{}" rel="noreferrer">{}</a>').format(to, _inlines(held))


def _element(tag: str, inside: Markup) -> Markup:
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), inside)  # noqa: S704 - our own tags
