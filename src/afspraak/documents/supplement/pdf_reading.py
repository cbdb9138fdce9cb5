"""PDF files read as blocks, with the page each stands on; layout is guessed from the lines."""

import io
import logging
import re
from collections import Counter

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from afspraak.documents.supplement import outline
from afspraak.documents.supplement.plain_reading import is_of_contents, looks_like_heading
from afspraak.documents.supplement.source import Block, BlockKind, Existing
from afspraak.documents.supplement.unable import UnableToRead

MAX_PAGES = 150
MIN_CHARS_A_PAGE = 25
"""A page with less is a picture, or empty; a scan has a page number at most."""

_ITEM = re.compile(r"^\s*(?:[-•–▪●]|\d{1,2}[.)]|[a-z][.)])\s+(?=\S)")
_NUMBER = re.compile(r"^\s*(\d{1,2})[.)]\s+")
_PAGE_NUMBER = re.compile(
    r"^(?:(?:pagina|bladzijde|blz\.?|page)\s*)?\d{1,3}(?:\s*(?:van|of|/)\s*\d{1,3})?$",
    re.IGNORECASE,
)
_REPEATED = 2


def read(content: bytes) -> Existing:
    """The document of a .pdf. Raises `UnableToRead`."""
    pages = _texts(content)
    if sum(len(text.strip()) for text in pages) < MIN_CHARS_A_PAGE * len(pages):
        raise UnableToRead("scanned")
    running = _running_lines(pages)
    found: list[Block] = []
    for number, text in enumerate(pages, start=1):
        lines = [
            line.strip()
            for line in text.splitlines()
            if line.strip() not in running
            and not _PAGE_NUMBER.match(line.strip())
            and not is_of_contents(line)
        ]
        found += _blocks(lines, number, first=not found)
    return outline.existing("pdf", found)


def _texts(content: bytes) -> list[str]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnableToRead("encrypted")
        if len(reader.pages) > MAX_PAGES:
            raise UnableToRead("too-long")
        texts = [page.extract_text() or "" for page in reader.pages]
    except UnableToRead:
        raise
    except PyPdfError as error:
        if "crypt" in str(error).lower() or "password" in str(error).lower():
            raise UnableToRead("encrypted") from error
        raise UnableToRead("corrupt") from error
    except (
        ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError,
        AssertionError, NotImplementedError, ImportError, ArithmeticError, MemoryError,
    ) as error:  # fmt: skip
        # what pypdf itself trips over in a damaged file
        raise UnableToRead("corrupt") from error
    if not texts:
        raise UnableToRead("empty")
    return texts


def _running_lines(pages: list[str]) -> set[str]:
    """Headers and footers: the first or last lines that come back on most pages."""
    counts: Counter[str] = Counter()
    for text in pages:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        counts.update({*lines[:1], *lines[-2:]})
    most = max(_REPEATED, (len(pages) + 1) // 2)
    return {line for line, count in counts.items() if count >= most}


def _blocks(lines: list[str], page: int, *, first: bool) -> list[Block]:
    found: list[Block] = []
    held: list[str] = []
    widest = max((len(line) for line in lines), default=0)

    def flush() -> None:
        if held:
            found.append(_block(" ".join(held), page))
            held.clear()

    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        before = held[-1] if held else ""
        ended = not before or before.endswith((".", ":", ";", "!", "?"))
        if not line:
            flush()
        elif _is_article(line) or (
            ended
            and looks_like_heading(line, alone=True, following="" if _opens(following) else "x")
        ):
            flush()
            text, number = outline.numbered(line)
            kind: BlockKind = "title" if first and not found and not number else "heading"
            found.append(Block(kind, text, number, page=page))
        elif _ITEM.match(line) or (before and ended and len(before) < widest * 0.75):
            flush()
            held.append(line)
        else:
            held.append(line)
    flush()
    return found


def _is_article(line: str) -> bool:
    rest, number = outline.numbered(line)
    return bool(
        number
        and re.match(r"(?i)(?:artikel|article|section)\s", line)
        and len(line) <= outline.MAX_HEADING_CHARS
        and not rest.endswith((".", ","))
    )


def _opens(line: str) -> bool:
    """Whether a line can be the first under a heading."""
    return bool(_ITEM.match(line)) or line[:1].isupper() or not line


def _block(text: str, page: int) -> Block:
    number = match[1] if (match := _NUMBER.match(text)) else ""
    if _ITEM.match(text):
        return Block("item", _ITEM.sub("", text, count=1), number, page=page)
    rest, number = outline.numbered(text)
    return Block("text", rest, number, page=page)
