"""The handbook as a page shows it: made once for each edition file and language."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.documents import markup, prose
from afspraak.protocol.handbook import handbook
from afspraak.protocol.handbook.content import Cover, Handbook, Passage, Prose
from afspraak.protocol.handbook.content import Section as Content
from afspraak.web.editions import outside, queries
from afspraak.web.editions.queries import EditionRow
from afspraak.web.handbook import searching

KEPT = 32
"""How many pages a process keeps: of ten editions and more, in both languages."""

PAPER = "received"
"""The section with room for a signature; on a screen one signs elsewhere."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line with its language, empty where that is the page's own."""

    html: SafeString
    lang: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Glance:
    """One of the things that the top of the page says."""

    label: str
    headline: Text | None
    lines: Sequence[Text]
    link: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section as it is shown. `clause` is empty for a section that is no clause.

    `elsewhere` is the language of its text when that is not the page's; `words` are the words
    under which the other language would find it.
    """

    id: str
    clause: str
    number: int | None
    level: int
    title: str
    title_lang: str
    html: SafeString
    elsewhere: str
    words: str
    on_paper: bool
    shown: SafeString


@dataclass(frozen=True, slots=True)
class Page:
    """A whole handbook in one language."""

    lang: Lang
    cover: Cover
    representation: Text
    glances: Sequence[Glance]
    sections: Sequence[Section]
    index: searching.Index
    short_hash: str
    contents: SafeString

    @property
    def clauses(self) -> Sequence[Section]:
        """The sections that are clauses, as they are numbered."""
        return [section for section in self.sections if section.clause]


@lru_cache(maxsize=KEPT)
def page(edition: EditionRow, lang: Lang) -> Page:
    """The handbook of an edition in a language."""
    books = {each: queries.handbook_of(edition, each) for each in LANGUAGES}
    return _page(books, lang, on_paper=True)


@lru_cache(maxsize=KEPT)
def page_outside(edition: EditionRow, lang: Lang) -> Page:
    """The handbook of an edition for people who do not work here: without names of persons."""
    protocol = outside.without_names(queries.protocol_of(edition), lang)
    return _page({each: handbook(protocol, each) for each in LANGUAGES}, lang, on_paper=False)


def _page(books: Mapping[Lang, Handbook], lang: Lang, *, on_paper: bool) -> Page:
    book = books[lang]
    index = searching.Index.of(book, books["en" if lang == "nl" else "nl"])
    sections = [
        _section(each, book, index) for each in book.sections if on_paper or each.id != PAPER
    ]
    with translation.override(lang):
        contents = render_to_string("handbook/book/contents.html", {"sections": sections})
        shown = [_shown(section) for section in sections]
    return Page(
        lang=lang,
        cover=book.cover,
        representation=_text(book.cover.representation, lang),
        glances=[
            Glance(
                each.label,
                _text(each.headline, lang) if each.headline else None,
                [_text(line, lang) for line in each.lines],
                each.link,
            )
            for each in book.cover.glances
        ],
        sections=shown,
        index=index,
        short_hash=book.short_hash,
        contents=contents,
    )


def _section(content: Content, book: Handbook, index: searching.Index) -> Section:
    lang = book.lang
    written = {part.text.lang for part in content.parts if isinstance(part, Prose)}
    made = "".join(markup.part(part, content.level, lang) for part in content.parts)
    return Section(
        id=content.id,
        clause=content.id.removeprefix("clause-") if content.number else "",
        number=content.number,
        level=content.level,
        title=content.title.text,
        title_lang=_other(content.title.lang, lang),
        html=mark_safe(made),  # noqa: S308 - escaped by `markup`
        elsewhere=next((_other(each, lang) for each in written if each != lang), ""),
        words=index.other_words(content.id),
        on_paper=content.id == PAPER,
        shown=SafeString(),
    )


def _shown(section: Section) -> Section:
    """The section with all of it made but its end tag: others may add to it."""
    made = render_to_string("handbook/book/section.html", {"section": section})
    return dataclasses.replace(section, shown=made)


def _text(passage: Passage, lang: Lang) -> Text:
    html = mark_safe(str(markup.line(passage)))  # noqa: S308 - escaped by `markup`
    return Text(html, _other(passage.lang, lang), prose.address(passage.text))


def _other(written: Lang, lang: Lang) -> str:
    return "" if written == lang else written
