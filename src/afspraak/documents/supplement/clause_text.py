"""The text of a clause as paragraphs and list items, ready to be written in any document."""

import re
from dataclasses import dataclass
from typing import Literal

_ITEM = re.compile(r"^(?:[-*+]|(\d{1,2})[.)])\s+")
_BOLD = re.compile(r"(\*\*.+?\*\*)")
_MARKS = re.compile(r"`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or an item of a list; `number` is that of an item in a numbered one."""

    kind: Literal["text", "item"]
    stretches: tuple[Stretch, ...]
    number: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(each.text for each in self.stretches)


def paragraphs(markdown: str) -> tuple[Paragraph, ...]:
    """The paragraphs and items of a clause's Markdown."""
    found: list[Paragraph] = []
    for block in re.split(r"\n\s*\n", markdown.strip()):
        held: list[str] = []
        for line in block.splitlines():
            if _ITEM.match(line.strip()) and held:
                found.append(_paragraph(" ".join(held)))
                held = []
            held.append(line.strip())
        found.append(_paragraph(" ".join(held)))
    return tuple(each for each in found if each.text.strip())


def plain(text: str) -> Paragraph:
    """A paragraph of words as they are."""
    return Paragraph("text", (Stretch(text),))


def _paragraph(line: str) -> Paragraph:
    match = _ITEM.match(line)
    said = line[match.end() :] if match else line.lstrip("#> ")
    stretches = tuple(
        Stretch(_MARKS.sub("", _LINK.sub(r"\1", part.strip("*") if bold else part)), bold)
        for part in _BOLD.split(said)
        if part
        for bold in [part.startswith("**")]
    )
    return Paragraph("item" if match else "text", stretches, (match[1] or "") if match else "")
