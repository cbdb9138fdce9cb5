"""How the reference reads a text: folded, in words and sentences, from `unicodedata` alone."""

import unicodedata
from functools import cache, cached_property

# Look-alikes by their Unicode names: written down apart from the engine's own list.
LOOKALIKE_NAMES = {
    "CYRILLIC": {
        "A": "a", "VE": "b", "ES": "c", "KOMI DE": "d", "IE": "e", "EN": "h", "SHHA": "h",
        "BYELORUSSIAN-UKRAINIAN I": "i", "PALOCHKA": "i", "JE": "j", "KA": "k", "EM": "m", "O": "o",
        "ER": "p", "QA": "q", "DZE": "s", "TE": "t", "IZHITSA": "v", "WE": "w", "HA": "x", "U": "y",
    },
    "GREEK": {
        "ALPHA": "a", "BETA": "b", "EPSILON": "e", "IOTA": "i", "KAPPA": "k", "OMICRON": "o",
        "RHO": "p", "TAU": "t", "NU": "v", "CHI": "x", "UPSILON": "y", "ZETA": "z",
    },
}  # fmt: skip
LETTERS = {
    "LATIN LETTER SMALL CAPITAL A": "a", "LATIN LETTER SMALL CAPITAL B": "b",
    "LATIN LETTER SMALL CAPITAL C": "c", "LATIN LETTER SMALL CAPITAL D": "d",
    "LATIN LETTER SMALL CAPITAL E": "e", "LATIN LETTER SMALL CAPITAL F": "f",
    "LATIN LETTER SMALL CAPITAL G": "g", "LATIN LETTER SMALL CAPITAL H": "h",
    "LATIN LETTER SMALL CAPITAL I": "i", "LATIN LETTER SMALL CAPITAL J": "j",
    "LATIN LETTER SMALL CAPITAL K": "k", "LATIN LETTER SMALL CAPITAL L": "l",
    "LATIN LETTER SMALL CAPITAL M": "m", "LATIN LETTER SMALL CAPITAL N": "n",
    "LATIN LETTER SMALL CAPITAL O": "o", "LATIN LETTER SMALL CAPITAL P": "p",
    "LATIN LETTER SMALL CAPITAL R": "r", "LATIN LETTER SMALL CAPITAL S": "s",
    "LATIN LETTER SMALL CAPITAL T": "t", "LATIN LETTER SMALL CAPITAL U": "u",
    "LATIN LETTER SMALL CAPITAL V": "v", "LATIN LETTER SMALL CAPITAL W": "w",
    "LATIN LETTER SMALL CAPITAL Y": "y", "LATIN LETTER SMALL CAPITAL Z": "z",
    "LATIN SMALL LETTER ALPHA": "a", "LATIN CAPITAL LETTER ALPHA": "a",
    "LATIN SMALL LETTER SCRIPT G": "g", "LATIN SMALL LETTER DOTLESS I": "i",
    "LATIN SMALL LETTER D WITH STROKE": "d", "LATIN CAPITAL LETTER D WITH STROKE": "d",
    "LATIN SMALL LETTER ETH": "d", "LATIN CAPITAL LETTER ETH": "d",
    "LATIN SMALL LETTER H WITH STROKE": "h", "LATIN CAPITAL LETTER H WITH STROKE": "h",
    "LATIN SMALL LETTER L WITH STROKE": "l", "LATIN CAPITAL LETTER L WITH STROKE": "l",
    "LATIN SMALL LETTER O WITH STROKE": "o", "LATIN CAPITAL LETTER O WITH STROKE": "o",
    "LATIN SMALL LETTER T WITH STROKE": "t", "LATIN CAPITAL LETTER T WITH STROKE": "t",
    "LATIN SMALL LETTER AE": "ae", "LATIN CAPITAL LETTER AE": "ae",
    "LATIN SMALL LIGATURE OE": "oe", "LATIN CAPITAL LIGATURE OE": "oe",
    "GREEK LUNATE SIGMA SYMBOL": "c", "CYRILLIC LETTER PALOCHKA": "i",
    "ARMENIAN SMALL LETTER OH": "o", "ARMENIAN CAPITAL LETTER OH": "o",
    "ARMENIAN SMALL LETTER SEH": "u", "ARMENIAN CAPITAL LETTER SEH": "u",
}  # fmt: skip
APOSTROPHES = {0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0xB4, 0x60, 0x2BC, 0x2B9, 0x2BB, 0xFF07}
QUOTES = {0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x2033, 0xFF02}
DASHES = {*range(0x2010, 0x2016), 0x2212, 0xFE63, 0xFF0D, 0x2043}
NEWLINES = {0x2028, 0x2029, 0x85, 0x0B, 0x0C}
FILLERS = {0x115F, 0x1160, 0x3164, 0xFFA0, 0x180E, 0x34F}


@cache
def fold_character(character: str) -> str:
    """What one code point folds to."""
    folded = _curated(character)
    if folded is not None:
        return folded
    category, point = unicodedata.category(character), ord(character)
    if category in ("Mn", "Me", "Cf"):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if 0xAC00 <= point <= 0xD7A3 or 0xD800 <= point <= 0xDFFF:
        return character
    split = unicodedata.decomposition(character).split(" ")
    if split[0] in ("<super>", "<sub>") and category in ("No", "So"):
        return character
    spread = unicodedata.normalize("NFKD", character)
    spread = unicodedata.normalize("NFKD", spread.casefold())
    if spread == character:
        return character
    return "".join(fold_character(each) for each in spread)


def _curated(character: str) -> str | None:
    point = ord(character)
    for points, to in ((APOSTROPHES, "'"), (QUOTES, '"'), (DASHES, "-"), (NEWLINES, "\n")):
        if point in points:
            return to
    if point in (0, 13):
        return " "
    if point in FILLERS:
        return ""
    for first in (0x1F150, 0x1F170):
        if first <= point < first + 26:
            return chr(ord("a") + point - first)
    name = unicodedata.name(character, "")
    if name in LETTERS:
        return LETTERS[name]
    for script, letters in LOOKALIKE_NAMES.items():
        for case in ("SMALL", "CAPITAL"):
            if name.startswith(f"{script} {case} LETTER "):
                return letters.get(name.removeprefix(f"{script} {case} LETTER "))
    return None


@cache
def is_mark(character: str) -> bool:
    """Whether this is a mark on the character before it."""
    return unicodedata.category(character) in ("Mn", "Me")


@cache
def is_word(character: str) -> bool:
    """Whether a folded character is part of a word."""
    category = unicodedata.category(character)
    return category[0] == "L" or category in ("Nd", "Nl", "Mc")


class Reading:
    """A folded text, character by character, with the place each came from."""

    def __init__(self, original: str) -> None:
        self.original = original
        pairs = [(to, i) for i, c in enumerate(original) for to in fold_character(c)]
        self.text = "".join(to for to, _ in pairs)
        self.came_from = [i for _, i in pairs]

    def is_word_at(self, place: int) -> bool:
        return 0 <= place < len(self.text) and is_word(self.text[place])

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch in the original, with the marks on its last character."""
        last = self.came_from[end - 1] + 1
        while self.original[last : last + 1] and is_mark(self.original[last]):
            last += 1
        return self.came_from[start], last

    def sentence_number(self, place: int) -> int:
        """How many sentences end at or before this place."""
        return sum(end <= place for end in self._sentence_ends)

    @cached_property
    def _sentence_ends(self) -> list[int]:
        ends, i = [], 0
        while i < len(self.text):
            end = self._sentence_end(i)
            if end is not None:
                ends.append(end)
            i = end or i + 1
        return ends

    def _sentence_end(self, i: int) -> int | None:
        """Where the sentence ends whose closing signs start at `i`, if they do."""
        if self.text[i] == "\n":
            return i + 1
        if self.text[i] not in ".!?":
            return None
        end = i
        while end < len(self.text) and self.text[end] in ".!?":
            end += 1
        while end < len(self.text) and self.text[end] in "\"')]":
            end += 1
        return end if end == len(self.text) or self.text[end] in " \t\n" else None

    def words_between(self, start: int, end: int) -> int:
        return sum(
            1 for i in range(start, end) if self.is_word_at(i) and not self.is_word_at(i - 1)
        )
