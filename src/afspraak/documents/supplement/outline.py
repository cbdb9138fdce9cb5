"""From the blocks of a document to sections, with each passage told where it stands."""

import re
from collections.abc import Iterable, Sequence

from afspraak.diagnostics import Text
from afspraak.documents.supplement.language import language
from afspraak.documents.supplement.source import (
    MAX_BLOCKS,
    MAX_CHARS,
    Block,
    Existing,
    Form,
    Passage,
    Section,
)
from afspraak.documents.supplement.unable import UnableToRead

_ARTICLE = re.compile(
    r"^(?:artikel|art\.|article|section|hoofdstuk|chapter|§)\s*(\d+|[ivx]+)\s*[.:–—-]?\s*",
    re.IGNORECASE,
)
_MANUAL = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)(?:[.):](?=\s)|\s)\s*(?=\S)")
MAX_HEADING_CHARS = 90


def numbered(text: str) -> tuple[str, str]:
    """A line without the number before it, and that number: "Artikel 3 Doel" is ("Doel", "3")."""
    for pattern in (_ARTICLE, _MANUAL):
        match = pattern.match(text)
        if match and text[match.end() :].strip():
            return text[match.end() :].strip(), match[1]
    return text.strip(), ""


def existing(form: Form, blocks: Sequence[Block]) -> Existing:
    """The document of these blocks. Raises `UnableToRead` when they say nothing, or too much."""
    said = sum(len(block.text) for block in blocks)
    if not any(letter.isalpha() for block in blocks for letter in block.text):
        raise UnableToRead("empty")
    if said > MAX_CHARS or len(blocks) > MAX_BLOCKS:
        raise UnableToRead("too-long")
    title = next((block.text for block in blocks if block.kind == "title"), "")
    return Existing(
        form=form,
        lang=language(" ".join(block.text for block in blocks)),
        title=title,
        sections=tuple(_sections(blocks)),
        blocks=tuple(blocks),
    )


def _sections(blocks: Iterable[Block]) -> list[Section]:
    found: list[Section] = []
    heading, number, passages = "", "", list[Passage]()
    count, lead = 0, ""

    def close() -> None:
        if heading or passages:
            found.append(Section(heading, number, tuple(passages)))

    for block in blocks:
        if block.kind == "title":
            continue
        if block.kind == "heading":
            close()
            heading, number, passages, count, lead = block.text, block.number, [], 0, ""
            continue
        count += 1
        passages.append(
            Passage(
                block.text,
                _where(block, heading, number, count),
                len(found),
                lead if block.kind == "item" else "",
                block.kind == "item",
            )
        )
        if block.kind == "text":
            lead = block.text if block.text.rstrip().endswith(":") else ""
    close()
    return found


def _where(block: Block, heading: str, number: str, count: int) -> Text:
    page = dict.fromkeys(("nl", "en"), "")
    if block.page is not None:
        page = {"nl": f"bladzijde {block.page}, ", "en": f"page {block.page}, "}
    if block.number and "." in block.number:
        return {
            "nl": f"{page['nl']}artikel {block.number}",
            "en": f"{page['en']}section {block.number}",
        }
    if number:
        part = {"nl": f"artikel {number}, ", "en": f"section {number}, "}
    elif heading:
        part = {"nl": f"onder ‘{heading}’, ", "en": f"under “{heading}”, "}
    else:
        part = {"nl": "", "en": ""}
    if block.number:
        kind = {"nl": f"lid {block.number}", "en": f"paragraph {block.number}"}
    else:
        kind = {"nl": f"alinea {count}", "en": f"paragraph {count}"}
    return {"nl": page["nl"] + part["nl"] + kind["nl"], "en": page["en"] + part["en"] + kind["en"]}
