"""Markdown and plain text read as blocks."""

import re

from afspraak.documents.supplement import outline
from afspraak.documents.supplement.source import Block, Existing
from afspraak.documents.supplement.unable import UnableToRead

MAX_BYTES = 2_000_000
_HASHES = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^\s{0,3}(=+|-{3,})\s*$")
_BOLD_LINE = re.compile(r"^\s*(?:\*\*|__)(.+?)(?:\*\*|__):?\s*$")
_ITEM = re.compile(r"^\s*(?:[-*+•–]|\d{1,2}[.)]|[a-z][.)])\s+(?=\S)")
_NUMBERED_ITEM = re.compile(r"^\s*(\d{1,2})[.)]\s+(?=\S)")
_TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]+\|[\s:|-]*$")
_MARKS = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_DOTS = re.compile(r"(?:\.\s?){4,}\s*\d+\s*$|…{2,}\s*\d+\s*$")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")


def decoded(content: bytes) -> str:
    """The text of a file as people save it: UTF-8, UTF-16 with its mark, or as Windows had it."""
    if len(content) > MAX_BYTES:
        raise UnableToRead("too-long")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    if b"\x00" in content:
        raise UnableToRead("not-text")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def read_markdown(content: bytes) -> Existing:
    """The document of a .md. Raises `UnableToRead`."""
    lines = decoded(content).splitlines()
    found: list[Block] = []
    held: list[str] = []
    start = 0

    def flush() -> None:
        if held:
            found.append(_block("\n".join(held), start))
            held.clear()

    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        heading = _heading(line, following)
        if heading:
            flush()
            found.append(_headed(heading, at, first=not found))
        elif not line.strip() or _TABLE_RULE.match(line) or (_UNDERLINE.match(line) and not held):
            flush()
        elif _ITEM.match(line) or line.lstrip().startswith("|"):
            flush()
            start = at
            held.append(line)
        elif not _UNDERLINE.match(line):
            start = start if held else at
            held.append(line)
    flush()
    return outline.existing("md", found)


def read_text(content: bytes) -> Existing:
    """The document of a .txt: headings are short lines that look like one."""
    found: list[Block] = []
    lines = decoded(content).splitlines()
    previous_empty = True
    held: list[str] = []

    def flush() -> None:
        if held:
            found.append(_block("\n".join(held), None))
            held.clear()

    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        text = line.strip()
        if not text or is_of_contents(text):
            flush()
        elif looks_like_heading(text, alone=previous_empty, following=following):
            flush()
            found.append(_headed((1, text), at, first=not found))
        elif _ITEM.match(line) or (held and _ends(held[-1])):
            flush()
            held.append(line)
        else:
            held.append(line)
        previous_empty = not text
    flush()
    return outline.existing("txt", found)


def looks_like_heading(text: str, *, alone: bool, following: str) -> bool:
    """Whether a line of text is a heading: short, no full stop, and numbered or on its own."""
    if len(text) > outline.MAX_HEADING_CHARS or text.endswith((".", ";", ",", ":")):
        return False
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) > 3 and all(letter.isupper() for letter in letters):
        return True
    rest, number = outline.numbered(text)
    if number and "." not in number and len(rest.split()) <= 8 and rest[:1].isupper():
        return bool(re.match(r"(?i)artikel|article|section|hoofdstuk", text)) or alone
    return alone and not following.strip() and len(text.split()) <= 8 and text[:1].isupper()


def without_marks(markdown: str) -> str:
    """A stretch of Markdown as plain words on one line."""
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", markdown)).replace("|", " ").split())


def is_of_contents(line: str) -> bool:
    """Whether a line is one of a table of contents: a heading, dots, a page."""
    return bool(_DOTS.search(line))


def _ends(line: str) -> bool:
    return line.rstrip().endswith((".", "!", "?", ":"))


def _heading(line: str, following: str) -> tuple[int, str] | None:
    if match := _HASHES.match(line):
        return len(match[1]), match[2]
    if match := _BOLD_LINE.match(line):
        return 3, match[1]
    if line.strip() and not _ITEM.match(line) and _UNDERLINE.match(following):
        return (1 if "=" in following else 2), line.strip()
    return None


def _headed(heading: tuple[int, str], at: int, *, first: bool) -> Block:
    level, raw = heading
    text, number = outline.numbered(without_marks(raw))
    return Block("title" if first and not number else "heading", text, number, at=at, level=level)


def _block(raw: str, at: int | None) -> Block:
    is_item = bool(_ITEM.match(raw))
    number = match[1] if (match := _NUMBERED_ITEM.match(raw)) else ""
    text = without_marks(_ITEM.sub("", raw, count=1) if is_item else raw)
    if not is_item:
        text, number = outline.numbered(text)
    return Block("item" if is_item else "text", text, number, at=at)
