"""How a paragraph of a Word file looks: its style, bold or not, its size, its own numbering."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from afspraak.documents.supplement.word_file import Line, WordFile, w

_HEADING_NAME = re.compile(r"^(?:heading|kop|überschrift)\s*(\d)?", re.IGNORECASE)
_TITLE_NAME = re.compile(r"^(?:title|titel|subtitle|ondertitel)$", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"^(?:toc|inhopg|inhoudsopgave)\b|^(?:toc|inhopg)\s*\d", re.IGNORECASE)
_DEFAULT_HALF_POINTS = 22
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Looks:
    """What the eye sees; `level` is that of a heading style, `number` a numbering and its depth."""

    style: str
    level: int | None
    is_title: bool
    is_contents: bool
    bold: bool
    half_points: int
    number: tuple[str, int] | None


class Styles:
    """The styles of a file, each with those it is based on."""

    def __init__(self, file: WordFile) -> None:
        root = file.part("word/styles.xml")
        found = [] if root is None else root.findall(w("style"))
        self._by_id: Mapping[str, etree._Element] = {
            str(each.get(w("styleId"))): each for each in found
        }
        self._default = next(
            (
                str(each.get(w("styleId")))
                for each in found
                if each.get(w("type")) == "paragraph" and each.get(w("default")) in {"1", "true"}
            ),
            "",
        )
        size = None if root is None else root.find(f"{w('docDefaults')}//{w('sz')}")
        self._half_points = _number(size) or _DEFAULT_HALF_POINTS

    def looks(self, line: Line) -> Looks:
        """How a paragraph looks."""
        properties = line.element.find(w("pPr"))
        named = None if properties is None else properties.find(w("pStyle"))
        style = str(named.get(w("val"))) if named is not None else self._default
        chain = self._chain(style)
        names = [_val(each, "name") for each in chain]
        return Looks(
            style=style,
            level=self._level(properties, chain, names),
            is_title=any(_TITLE_NAME.match(name) for name in names),
            is_contents=any(_CONTENTS_NAME.match(name) for name in names),
            bold=self._is_bold(line.element, chain),
            half_points=self._size(line.element, chain),
            number=_numbering(properties) or self._style_numbering(chain),
        )

    def _chain(self, style: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while style in self._by_id and len(chain) < _DEEPEST:
            chain.append(self._by_id[style])
            based = chain[-1].find(w("basedOn"))
            style = str(based.get(w("val"))) if based is not None else ""
        return chain

    def _level(
        self, properties: etree._Element | None, chain: list[etree._Element], names: list[str]
    ) -> int | None:
        holders = [properties, *(each.find(w("pPr")) for each in chain)]
        for holder in holders:
            outline = None if holder is None else holder.find(w("outlineLvl"))
            depth = None if outline is None else _number(outline)
            if depth is not None:
                return depth + 1 if depth < 9 else None
        for name in names:
            match = _HEADING_NAME.match(name)
            if match:
                return int(match[1] or 1)
        return None

    def _is_bold(self, paragraph: etree._Element, chain: list[etree._Element]) -> bool:
        by_style = next(
            (b for each in chain if (b := _on(each.find(w("rPr")), "b")) is not None), False
        )
        runs = [
            run
            for run in paragraph.iter(w("r"))
            if "".join(t.text or "" for t in run.findall(w("t"))).strip()
        ]
        said = [_on(run.find(w("rPr")), "b") for run in runs]
        return bool(runs) and all(by_style if each is None else each for each in said)

    def _size(self, paragraph: etree._Element, chain: list[etree._Element]) -> int:
        for run in paragraph.iter(w("r")):
            size = run.find(f"{w('rPr')}/{w('sz')}")
            if size is not None:
                return _number(size) or self._half_points
        for each in chain:
            size = each.find(f"{w('rPr')}/{w('sz')}")
            if size is not None:
                return _number(size) or self._half_points
        return self._half_points

    def _style_numbering(self, chain: list[etree._Element]) -> tuple[str, int] | None:
        return next((n for each in chain if (n := _numbering(each.find(w("pPr"))))), None)


def _numbering(properties: etree._Element | None) -> tuple[str, int] | None:
    held = None if properties is None else properties.find(w("numPr"))
    if held is None:
        return None
    number, depth = held.find(w("numId")), held.find(w("ilvl"))
    if number is None or number.get(w("val")) in {None, "0"}:
        return None
    return str(number.get(w("val"))), (_number(depth) or 0) if depth is not None else 0


def _on(properties: etree._Element | None, name: str) -> bool | None:
    held = None if properties is None else properties.find(w(name))
    return None if held is None else held.get(w("val")) not in {"0", "false", "off"}


def _val(element: etree._Element, name: str) -> str:
    child = element.find(w(name))
    return "" if child is None else str(child.get(w("val")))


def _number(element: etree._Element | None) -> int | None:
    value = None if element is None else element.get(w("val"))
    return int(value) if value and value.isdigit() else None
