"""The numbers Word puts before paragraphs by itself, counted as Word counts them."""

from dataclasses import dataclass, field

from lxml import etree

from afspraak.documents.supplement.word_file import WordFile, w

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a numbering is written."""

    start: int
    form: str
    shape: str

    @property
    def is_bullet(self) -> bool:
        """Whether it shows a mark and not a number."""
        return self.form in {"bullet", "none"}


@dataclass
class Numbering:
    """The numberings of a document; `advance` counts on."""

    levels: dict[str, dict[int, Level]]
    abstract: dict[str, str]
    counts: dict[str, list[int | None]] = field(default_factory=dict)

    def level(self, number: str, depth: int) -> Level | None:
        """How a level is written, or None when the numbering is unknown."""
        return self.levels.get(number, {}).get(depth)

    def advance(self, number: str, depth: int) -> str:
        """What stands before the next paragraph of this numbering, such as "Artikel 3" or "3.1"."""
        level = self.level(number, depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(self.abstract[number], [None] * _LEVELS)
        held = counts[depth]
        counts[depth] = level.start if held is None else held + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        if level.is_bullet:
            return ""
        shown = level.shape
        for at in range(depth + 1):
            each = self.level(number, at)
            count = counts[at] if counts[at] is not None else (each.start if each else 1)
            shown = shown.replace(f"%{at + 1}", _shown(count or 0, each.form if each else ""))
        return shown.strip()


def numbering(file: WordFile) -> Numbering:
    """The numberings a document may use; none when it has no such part."""
    root = file.part("word/numbering.xml")
    if root is None:
        return Numbering({}, {})
    written = {
        str(each.get(w("abstractNumId"))): _levels(each) for each in root.findall(w("abstractNum"))
    }
    levels: dict[str, dict[int, Level]] = {}
    abstract: dict[str, str] = {}
    for num in root.findall(w("num")):
        number, of = str(num.get(w("numId"))), num.find(w("abstractNumId"))
        abstract[number] = str(of.get(w("val"))) if of is not None else ""
        levels[number] = written.get(abstract[number], {})
    return Numbering(levels, abstract)


def _levels(element: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for each in element.findall(w("lvl")):
        depth = _number(each.get(w("ilvl")), 0)
        if 0 <= depth < _LEVELS:
            found[depth] = Level(
                _number(_val(each, "start"), 1),
                _val(each, "numFmt") or "decimal",
                _val(each, "lvlText") or "",
            )
    return found


def _val(element: etree._Element, name: str) -> str | None:
    child = element.find(w(name))
    return None if child is None else child.get(w("val"))


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.lstrip("-").isdigit() else otherwise


def _shown(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"}:
        roman = ""
        for value, sign in _ROMAN:
            times, count = divmod(count, value)
            roman += sign * times
        return roman.upper() if form == "upperRoman" else roman
    return str(count)
