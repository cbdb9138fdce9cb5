"""The same Markdown with clauses added as sections of its own."""

import re
from collections.abc import Sequence

from afspraak.documents.supplement import plain_reading
from afspraak.documents.supplement.additions import Addition
from afspraak.documents.supplement.clause_text import Paragraph
from afspraak.documents.supplement.source import Block
from afspraak.documents.supplement.word_template import closes

_TYPED = re.compile(
    r"^((?:artikel|article|section|hoofdstuk|chapter|§)?\s*)(\d{1,3})([.):]?\s*[–—:-]?\s+)",
    re.IGNORECASE,
)


def supplemented(content: bytes, additions: Sequence[Addition]) -> bytes:
    """The Markdown with the additions; every character that was there is there still."""
    if not additions:
        return content
    text = plain_reading.decoded(content)
    lines = text.splitlines(keepends=True)
    headings = [
        block
        for block in plain_reading.read_markdown(content).blocks
        if block.kind == "heading" and block.at is not None
    ]
    level = min((each.level for each in headings), default=2)
    last = [each for each in headings if each.level == level][-1:]
    typed = _typed(lines, last)
    at = len(lines)
    if last and not typed and closes(last[0].text) and last[0].at is not None:
        at = last[0].at
    number = _next(headings)
    new = "\n\n".join(
        section(addition, level=level, typed=typed, number=number + count)
        for count, addition in enumerate(additions)
    )
    before, after = "".join(lines[:at]), "".join(lines[at:])
    joined = f"{_gap(before)}{new}\n" + ("\n" if after else "")
    newline = "\r\n" if "\r\n" in text else "\n"
    return _encoded(content, before, joined.replace("\n", newline), after)


def section(
    addition: Addition, *, level: int, typed: tuple[str, str] | None = None, number: int = 0
) -> str:
    """One clause as Markdown under a heading, with the mark that it was added."""
    before = f"{typed[0]}{number}{typed[1]}" if typed else ""
    heading = f"{'#' * level} {before}{addition.title} **[{addition.tag}]**"
    return f"{heading}\n\n{_body(addition.paragraphs)}"


def _body(paragraphs: Sequence[Paragraph]) -> str:
    written = ""
    previous = ""
    for each in paragraphs:
        said = "".join(f"**{s.text}**" if s.bold else s.text for s in each.stretches)
        mark = "" if each.kind == "text" else f"{each.number}. " if each.number else "- "
        gap = "" if not written else "\n" if previous == each.kind == "item" else "\n\n"
        written += f"{gap}{mark}{said}"
        previous = each.kind
    return written


def _typed(lines: Sequence[str], last: Sequence[Block]) -> tuple[str, str] | None:
    if not last or last[0].at is None:
        return None
    match = _TYPED.match(lines[last[0].at].lstrip("# ").strip("*"))
    return (match[1], match[3]) if match else None


def _next(headings: Sequence[Block]) -> int:
    numbers = [int(each.number) for each in headings if each.number.isdigit()]
    return max(numbers, default=len(headings)) + 1


def _gap(before: str) -> str:
    if not before or before.endswith(("\n\n", "\r\n\r\n")):
        return ""
    return "\n" if before.endswith("\n") else "\n\n"


def _encoded(content: bytes, before: str, new: str, after: str) -> bytes:
    """Put together in the coding the file has, so that what was there keeps its bytes."""
    if content[:2] == b"\xff\xfe":
        return b"\xff\xfe" + (before + new + after).removeprefix("\ufeff").encode("utf-16-le")
    if content[:2] == b"\xfe\xff":
        return b"\xfe\xff" + (before + new + after).removeprefix("\ufeff").encode("utf-16-be")
    try:
        content.decode("utf-8")
        coding = "utf-8"
    except UnicodeDecodeError:
        coding = "cp1252"
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    return mark + (before + new + after).encode(coding, "replace")
