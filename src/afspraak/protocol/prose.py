"""Markdown read as sentences, each with its place in the text as written."""

import re
from dataclasses import dataclass
from typing import Literal

from afspraak.diagnostics import Span

ABBREVIATIONS = frozenset({
    "a.d.h.v", "a.u.b", "art", "artt", "bijv", "blz", "bv", "b.v", "ca", "cf", "dhr", "d.m.v",
    "dr", "drs", "d.w.z", "e.a", "e.d", "e.g", "enz", "etc", "e.v", "excl", "fig", "h.o.d.n",
    "i.c", "i.d.g", "i.e", "incl", "ing", "i.o.v", "i.p.v", "ir", "i.v.m", "jl", "jr", "max",
    "m.b.t", "mevr", "min", "mld", "mln", "mr", "mrs", "ms", "m.u.v", "nl", "no", "nr", "nrs",
    "o.a", "o.b.v", "o.i.d", "o.l.v", "p.a", "par", "pct", "p.m", "prof", "resp", "s.v.p", "st",
    "sr", "t.a.v", "tel", "t.g.v", "t.m", "t.n.v", "t.o.v", "v.a", "vgl", "vs", "z.g.a.n", "zgn",
    "z.o.z",
})  # fmt: skip

NEAR = 24
"""How far around a full stop or the start of a line is looked, in characters."""

_FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.{0,1000}?-->|</?[a-zA-Z][^<>\n]{0,200}>", re.DOTALL)
_LINK = re.compile(r"(!?\[)([^\[\]\n]*)(\]\([^()\n]*\))")
_RULE_LINE = re.compile(r"^[ \t]*([-*_=][ \t]*){3,}$|^[ \t]*\|?[ \t:|-]+\|[ \t:|-]*$", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*(?:>[ \t]*)*(?:[-*+•–]|\d{1,3}[.)])[ \t]+", re.MULTILINE)
_QUOTE = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<!\w)[*_~]{1,3}(?=\S)|(?<=\S)[*_~]{1,3}(?!\w)|`+|\\(?=[^\w\s])|\*\*")

_BREAK = "\x1e"
# Possessive, and only from the start of a run: a file of full stops must not take a minute.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'’”»)\]]*+(?=\s+[\"'‘’“”«(]*(?:[^\W\d_]|\d))")
_PIECE = re.compile(rf"[^{_BREAK}]+")
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’@_./-](?=[^\W_]))*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, list item or heading: where it stands and what it says without marks.

    `text` is as long as the stretch, so that an offset in it plus `span.start` is a place in the
    Markdown. `block` tells a sentence of a list item or a heading from one of running text.
    """

    span: Span
    text: str
    block: Literal["text", "item", "heading"] = "text"


def sentences(markdown: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order; a list item, a heading, a table cell each count as one."""
    plain = _without_marks(markdown)
    found: list[Sentence] = []
    for piece in _PIECE.finditer(plain):
        for start, end in _split(piece.group()):
            found += _sentence(markdown, plain, piece.start() + start, piece.start() + end)
    return tuple(found)


def words(text: str) -> list[str]:
    """The words of a sentence; `e-mail`, `zo'n` and `07.30` are one word each."""
    return _WORD.findall(text)


def _sentence(markdown: str, plain: str, start: int, end: int) -> list[Sentence]:
    text = plain[start:end]
    stripped = text.strip()
    if not _WORD.search(stripped):
        return []
    start += len(text) - len(text.lstrip())
    first = markdown.rfind("\n", 0, start) + 1
    line = markdown[first : first + NEAR]
    block: Literal["text", "item", "heading"] = "text"
    if _ITEM.match(line):
        block = "item"
    elif _HEADING.match(line):
        block = "heading"
    return [Sentence(Span(start, start + len(stripped)), stripped, block)]


def _split(piece: str) -> list[tuple[int, int]]:
    ends = [match.end() for match in _END.finditer(piece) if not _is_abbreviation(piece, match)]
    return list(zip([0, *ends], [*ends, len(piece)], strict=True))


def _is_abbreviation(piece: str, match: re.Match[str]) -> bool:
    if not match.group().startswith("."):
        return False
    start = max(0, match.start() - NEAR)
    before = re.split(r"[\s(\"'‘“]", piece[start : match.start()])[-1].casefold()
    if before in ABBREVIATIONS or (len(before) == 1 and before.isalpha()):
        return True
    # "3.2 om 4 uur": a number with a full stop ends a sentence only when a capital follows.
    return before.isdigit() and not piece[match.end() : match.end() + NEAR].lstrip()[:1].isupper()


def _without_marks(markdown: str) -> str:
    """The text with every mark of Markdown blanked, as long as it was; `_BREAK` ends a block."""
    text = markdown.replace("\r", " ").replace(_BREAK, " ")
    for pattern in (_FENCE, _COMMENT, _RULE_LINE):
        text = pattern.sub(_blank_and_break, text)
    text = _LINK.sub(lambda m: " " * len(m[1]) + m[2] + " " * len(m[3]), text)
    text = re.sub(r"^([ \t]*#{1,6}[ \t].*)(\n)", rf"\1{_BREAK}", text, flags=re.MULTILINE)
    text = _HEADING.sub(_blank_and_break, text)
    text = _ITEM.sub(_blank_and_break, text)
    text = _QUOTE.sub(lambda m: " " * len(m[0]), text)
    text = re.sub(r"^(.*\|.*)$", lambda m: m[0].replace("|", _BREAK), text, flags=re.MULTILINE)
    text = _EMPHASIS.sub(lambda m: " " * len(m[0]), text)
    return re.sub(r"\n[ \t]*(?=\n)", lambda m: _BREAK + " " * (len(m[0]) - 1), text)


def _blank_and_break(match: re.Match[str]) -> str:
    return _BREAK + " " * (len(match[0]) - 1)
