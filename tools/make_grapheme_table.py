"""Writes src/afspraak/engine/graphemes.txt, the frozen table of grapheme classes.

    python tools/make_grapheme_table.py

The classes are those of UAX #29 (Grapheme_Cluster_Break), with those of rule GB9c
(Indic_Conjunct_Break) and of emoji folded in, so that each code point has one class and a
reader needs one search. The `regex` package is the source: it brings its own Unicode data,
so the Python that runs this does not matter.
"""

from itertools import groupby
from pathlib import Path

import regex

OUT = Path(__file__).parents[1] / "src" / "afspraak" / "engine" / "graphemes.txt"

# First match wins: the finer classes stand above the class of UAX #29 they are part of.
CLASSES = (
    ("linker", r"[\p{InCB=Linker}&&\p{GCB=Extend}]"),
    ("consonant", r"\p{InCB=Consonant}"),
    ("bare-extend", r"[\p{GCB=Extend}--\p{InCB=Extend}]"),
    ("emoji", r"[\p{Emoji_Presentation}&&\p{Extended_Pictographic}]"),
    ("pictograph", r"\p{Extended_Pictographic}"),
    ("cr", r"\p{GCB=CR}"),
    ("lf", r"\p{GCB=LF}"),
    ("control", r"\p{GCB=Control}"),
    ("extend", r"\p{GCB=Extend}"),
    ("zwj", r"\p{GCB=ZWJ}"),
    ("regional", r"\p{GCB=Regional_Indicator}"),
    ("prepend", r"\p{GCB=Prepend}"),
    ("spacing", r"\p{GCB=SpacingMark}"),
    ("l", r"\p{GCB=L}"),
    ("v", r"\p{GCB=V}"),
    ("t", r"\p{GCB=T}"),
)

HEADER = f"""\
# Grapheme classes by code point (Unicode 17), made by tools/make_grapheme_table.py from the
# `regex` package {regex.__version__}.
# One class a line, then ranges in hexadecimal. What is not named has class `other`, except the
# Hangul syllables AC00-D7A3, whose class (lv, lvt) follows from their number.
"""


def main() -> None:
    patterns = [(name, regex.compile(rule, regex.V1)) for name, rule in CLASSES]
    ranges: dict[str, list[str]] = {name: [] for name, _ in CLASSES}

    def class_of(number: int) -> str:
        if 0xD800 <= number <= 0xDFFF:
            return "control"  # Surrogates have GCB=Control; a lone one can stand in a str.
        return next((name for name, rule in patterns if rule.match(chr(number))), "")

    for name, group in groupby(range(0x110000), class_of):
        numbers = list(group)
        if name:
            last = f"-{numbers[-1]:X}" if len(numbers) > 1 else ""
            ranges[name].append(f"{numbers[0]:X}{last}")
    lines = [f"{name} {' '.join(parts)}" for name, parts in ranges.items()]
    OUT.write_text(HEADER + "\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
