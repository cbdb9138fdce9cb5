"""The parts of a handbook as HTML, for the single page and for the web application.

What a company wrote can never become markup of its own: texts come out of `prose` as a tree of
known blocks, and every word of them is escaped.
"""

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from afspraak.diagnostics import Lang
from afspraak.documents import prose
from afspraak.documents.prose import Block, Inline
from afspraak.protocol.handbook.content import Part, Passage
from afspraak.protocol.handbook.wording import say

_TAGS = {"emphasis": "em", "strong": "strong", "struck": "s"}
_TEMPLATES = ("handbook.html", "parts.html", "part.html", "replay.html")


def part(held: Part, level: int, lang: Lang) -> Markup:
    """One part of a section whose heading has `level`, for a page in `lang`."""
    made = environment().get_template("part.html").render(held=held, level=level, **names(lang))
    return Markup(made)  # noqa: S704 - escaped by the environment


def page(name: str, styles: Sequence[str], **values: object) -> str:
    """The whole page that a template makes, with our own style sheets in it and their hash."""
    style = "".join(map(template, styles))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        environment()
        .get_template(name)
        .render(
            style=Markup(style),  # noqa: S704 - our own files
            style_hash=f"sha256-{digest}",
            **values,
        )
    )


def mark(passage: Passage, lang: Lang) -> Markup:
    """The `lang` attribute of a text that is not in `lang`; nothing for one that is."""
    return Markup("") if passage.lang == lang else Markup(' lang="{}"').format(passage.lang)


def line(passage: Passage) -> Markup:
    """A text of one line, with what sets words apart."""
    return _inlines(prose.line(passage.text))


def text(passage: Passage, level: int) -> Markup:
    """Running text; a heading in it gets `level`."""
    return _blocks(prose.blocks(passage.text), level)


def names(lang: Lang) -> Mapping[str, Callable[..., object]]:
    """What the templates call."""
    return {
        "say": lambda key, **values: say(key, lang, **values),
        "mark": lambda passage: mark(passage, lang),
        "text": text,
        "line": line,
        "address": prose.address,
        "kind": lambda part: type(part).__name__,
    }


@cache
def environment() -> Environment:
    """The templates, with every value escaped."""
    return Environment(
        loader=DictLoader({name: template(name) for name in _TEMPLATES}),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def template(name: str) -> str:
    """A file from `templates`."""
    return files("afspraak.documents").joinpath("templates", name).read_text("utf-8")


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
