"""Writes src/afspraak/engine/tables.json: how text is folded and what a word character is.

Run it with Python 3.11 (Unicode 14): the tables are frozen there, so that every executor on every
machine agrees whatever Unicode version it was built with. `make tables` runs it; a test of the
reference executor builds the same tables in another way and compares.
"""

import json
import sys
import unicodedata
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/afspraak/engine/tables.json"
HANGUL = range(0xAC00, 0xD7A4)  # 11,172 syllables: left whole, or the table doubles

QUOTES = {"'": "‘’‚‛′´`ʼʹʻ＇", '"': "“”„‟«»‹›″＂"}
DASHES = {"-": "‐‑‒–—―−﹣－⁃"}
LINES = {"\n": "\u2028\u2029\x85\v\f", " ": "\r\x00"}
# Letters that look like a Latin one, in either case of their alphabet. Both cases go together,
# so that case never matters for words that really are Cyrillic or Greek.
LOOKALIKES = {
    "a": "аАαΑɑᴀ",
    "b": "вВβΒʙ",
    "c": "сСϲᴄ",
    "d": "ԁԀđĐðÐᴅ",
    "e": "еЕεΕᴇ",
    "f": "ꜰ",
    "g": "ɡɢ",
    "h": "нНһҺħĦʜ",
    "i": "іІιΙıӏӀɪ",
    "j": "јЈᴊ",
    "k": "кКκΚᴋ",
    "l": "łŁʟ",
    "m": "мМᴍ",
    "n": "ɴ",
    "o": "оОοΟøØօՕᴏ",
    "p": "рРρΡᴘ",
    "q": "ԛԚ",
    "r": "ʀ",
    "s": "ѕЅꜱ",
    "t": "тТτΤŧŦᴛ",
    "u": "սՍᴜ",
    "v": "νΝѵѴᴠ",
    "w": "ԝԜᴡ",
    "x": "хХχΧ",
    "y": "уУυΥʏ",
    "z": "ζΖᴢ",
    "ae": "æÆ",
    "oe": "œŒ",
}
FILLERS = "\u115f\u1160\u3164\uffa0\u180e\u034f"


def main() -> None:
    """Writes the tables and says how large they are."""
    if not unicodedata.unidata_version.startswith("14."):
        sys.exit(f"needs Unicode 14 (Python 3.11), this is {unicodedata.unidata_version}")
    curated = _curated()
    fold = {}
    for point in range(sys.maxunicode + 1):
        character = chr(point)
        if 0xD800 <= point < 0xE000 or point in HANGUL:
            continue
        folded = _fold(character, curated)
        if folded != character:
            fold[character] = folded
    for character, folded in fold.items():
        for each in folded:
            if each in fold:
                raise SystemExit(f"fold of U+{ord(character):04X} is not stable")
    tables = {
        "unicode": unicodedata.unidata_version,
        "from": "".join(fold),
        "to": "\x00".join(fold.values()),
        "marks": _ranges(lambda c: unicodedata.category(c) in ("Mn", "Me")),
        "word": _ranges(_is_word),
    }
    text = json.dumps(tables, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    TARGET.write_text(text + "\n", encoding="ascii")
    print(f"{len(fold)} folds, {len(tables['word']) // 2} word ranges, {len(text)} bytes")


def _curated() -> dict[str, str]:
    curated = {
        character: target
        for group in (QUOTES, DASHES, LINES, LOOKALIKES)
        for target, characters in group.items()
        for character in characters
    }
    curated.update(dict.fromkeys(FILLERS, ""))
    for first in (0x1F150, 0x1F170):  # white letters on a black disc or square
        curated.update({chr(first + i): chr(97 + i) for i in range(26)})
    return curated


def _fold(character: str, curated: dict[str, str]) -> str:
    if character in curated:
        return curated[character]
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    decomposition = unicodedata.decomposition(character)
    if decomposition.startswith(("<super>", "<sub>")) and category in ("No", "So"):
        return character  # ™ and footnote digits stand beside a word, they are not part of it
    folded = character
    while True:
        step = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", folded).casefold())
        step = "".join(_one(each, curated) for each in step)
        if step == folded:
            return folded
        folded = step


def _one(character: str, curated: dict[str, str]) -> str:
    if character in curated:
        return curated[character]
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return ""
    return str(unicodedata.digit(character)) if category == "Nd" else character


def _is_word(character: str) -> bool:
    return unicodedata.category(character) in ("Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "Mc")


def _ranges(holds) -> list[int]:  # type: ignore[no-untyped-def]
    """Flat list of first, last, first, last … of the code points for which `holds`."""
    found: list[int] = []
    for point in range(sys.maxunicode + 1):
        if not holds(chr(point)):
            continue
        if found and found[-1] == point - 1:
            found[-1] = point
        else:
            found += [point, point]
    return found


if __name__ == "__main__":
    main()
