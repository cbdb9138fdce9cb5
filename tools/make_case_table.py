"""Writes src/afspraak/engine/account/case.json: which letters are capitals and which are small.

The account check sees words begin at capitals. Run it with Python 3.11 (Unicode 14), as the fold
table: letters that are no part of a word there are left out. `make tables` runs it.
"""

import json
import sys
import unicodedata
from pathlib import Path

from afspraak.engine.fold import fold

TARGET = Path(__file__).parents[1] / "src/afspraak/engine/account/case.json"


def main() -> None:
    """Writes the table and says how large it is."""
    if not unicodedata.unidata_version.startswith("14."):
        sys.exit(f"needs Unicode 14 (Python 3.11), this is {unicodedata.unidata_version}")
    letters = [chr(point) for point in range(sys.maxunicode + 1) if not 0xD800 <= point < 0xE000]
    letters = [letter for letter in letters if fold(letter).words]
    table = {
        "upper": _runs([ord(letter) for letter in letters if letter.isupper()]),
        "lower": _runs([ord(letter) for letter in letters if letter.islower()]),
    }
    text = json.dumps(table, sort_keys=True, separators=(",", ":"))
    TARGET.write_text(text + "\n", encoding="ascii")
    print(f"{sum(map(len, table.values())) // 3} runs, {len(text)} bytes")


def _runs(points: list[int]) -> list[int]:
    """Flat list of first, last, step: capitals and small letters mostly alternate."""
    runs: list[list[int]] = []
    for point in points:
        first, last, step = runs[-1] if runs else (point, point, 0)
        if runs and (point - last == step or (first == last and point - last <= 2)):
            runs[-1] = [first, point, point - last]
        else:
            runs.append([point, point, 1])
    return [number for run in runs for number in run]


if __name__ == "__main__":
    main()
