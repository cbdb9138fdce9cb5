"""Finding clauses by words, in either language, without accents and capitals mattering.

Nothing of what somebody looks for is kept.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from afspraak.diagnostics import Lang
from afspraak.engine.fold import fold
from afspraak.protocol.handbook.content import Handbook, Passage, Section
from afspraak.web.handbook import lines

MAX_QUERY_CHARS = 100
MAX_WORDS = 8
MAX_PASSAGES = 3
AROUND = 90
"""How many characters a passage shows on both sides of what was found."""

_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class Found:
    """A section in which every word was found, and the passages that hold them."""

    id: str
    number: int | None
    title: SafeString
    title_lang: str
    passages: Sequence[tuple[str, SafeString]]


@dataclass(frozen=True, slots=True)
class _Entry:
    section: Section
    own: Sequence[Passage]
    other: Sequence[Passage]
    folded: str


@dataclass(frozen=True, slots=True)
class Index:
    """A handbook to search in: the page's own language, and the other one beside it."""

    entries: Mapping[str, _Entry]
    lang: Lang

    @classmethod
    def of(cls, book: Handbook, other: Handbook) -> "Index":
        """The index of a handbook and the same one in the other language."""
        twins = {section.id: section for section in other.sections}
        entries = {}
        for section in book.sections:
            own = [section.title, *lines.passages(section.parts, book.lang)]
            twin = twins[section.id]
            there = [
                passage
                for passage in (twin.title, *lines.passages(twin.parts, other.lang))
                if passage.lang != book.lang
            ]
            folded = "\n".join(fold(each.text).text for each in (*own, *there))
            entries[section.id] = _Entry(section, own, there, folded)
        return cls(entries, book.lang)

    def other_words(self, section: str) -> str:
        """Words of the other language that find a section, each once, for the page's own search."""
        entry = self.entries[section]
        own = {word for each in entry.own for word in _WORD.findall(each.text.lower())}
        words = dict.fromkeys(
            word for each in entry.other for word in _WORD.findall(each.text.lower())
        )
        return " ".join(word for word in words if word not in own)

    def search(self, query: str) -> list[Found]:
        """The sections that hold every word of the query, in the order of the handbook."""
        words = words_of(query)
        if not words:
            return []
        return [
            self._found(entry, words)
            for entry in self.entries.values()
            if all(word in entry.folded for word in words)
        ]

    def _found(self, entry: _Entry, words: Sequence[str]) -> Found:
        held = [passage for passage in (*entry.own[1:], *entry.other) if _holds(passage, words)]
        title = entry.section.title
        return Found(
            entry.section.id,
            entry.section.number,
            _marked(title.text, words),
            "" if title.lang == self.lang else title.lang,
            [
                (
                    "" if each.lang == self.lang else each.lang,
                    _marked(_cut(each.text, words), words),
                )
                for each in held[:MAX_PASSAGES]
            ],
        )


def words_of(query: str) -> list[str]:
    """What to look for: the words of a query, folded."""
    return list(dict.fromkeys(fold(query[:MAX_QUERY_CHARS]).text.split()))[:MAX_WORDS]


def _holds(passage: Passage, words: Iterable[str]) -> bool:
    folded = fold(passage.text).text
    return any(word in folded for word in words)


def _cut(text: str, words: Sequence[str]) -> str:
    """The stretch of a long text around what was found, from word to word."""
    spans = _spans(text, words)
    if not spans:
        return text
    first, last = max(spans[0][0] - AROUND, 0), min(spans[0][1] + AROUND, len(text))
    start = text.find(" ", first) + 1 if first else 0
    end = text.rfind(" ", start, last) if last < len(text) else last
    if start > spans[0][0] or end < spans[0][1]:
        start, end = first, last
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def _marked(text: str, words: Sequence[str]) -> SafeString:
    """The text, escaped, with what was found marked."""
    made, at = [], 0
    for start, end in _spans(text, words):
        if start >= at:
            made += [conditional_escape(text[at:start]), "<mark>"]
            made += [conditional_escape(text[start:end]), "</mark>"]
            at = end
    made.append(conditional_escape(text[at:]))
    return mark_safe("".join(made))  # noqa: S308 - every piece of the text is escaped


def _spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    folded = fold(text)
    spans = []
    for word in words:
        at = folded.text.find(word)
        while at >= 0:
            span = folded.span(at, at + len(word))
            spans.append((span.start, span.end))
            at = folded.text.find(word, at + len(word))
    return sorted(spans)
