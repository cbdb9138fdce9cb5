"""Texts made to mislead: the pack's own words in odd spellings, and what almost is one."""

import random
import unicodedata
from collections.abc import Sequence

from afspraak.engine.pack import Pack

GAPS = [
    ": ",
    ' "',
    "*",
    "~",
    ' : "',
    ":",
    " ",
    "-",
    "",
    "  ",
    "\n",
    "_",
    ".",
    ". ",
    ", ",
    " - ",
    "–",
    "'",
    "\u00a0",
    "\u200b",
    "   ",
    "#",
    "/",
]
AROUND = [
    " ",
    "",
    "#",
    "@",
    "❤️",
    "👩‍👩‍👧",
    "x",
    "7",
    "é",
    "(",
    "“",
    "!",
    "\n",
    "\u200d",
    "\ufe0f",
    "ß",
    "…",
    "™",
    "²",
    "한",
]
NUMBERS = [
    "NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "111222333", "123456782", "06-12345678",
    "+31 6 12345678", "4111 1111 1111 1111", "1234 AB 56", "AB-12-CD", "info@example.nl",
    "https://bit.ly/abc?utm_source=x", "01-02-1980", "12,5%", "€ 1.250,00",
]  # fmt: skip
LOOKS = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "i": "і", "x": "х", "s": "ѕ"}


def words_of(pack: Pack) -> list[str]:
    """Every phrase of the pack, as it stands there."""
    return sorted(
        {
            phrase
            for each in pack.data["sets"]
            for match in ("word", "start", "anywhere")
            for phrase in each.get(match, [])  # type: ignore[attr-defined]
        }
    )


def text(pack_words: Sequence[str], chance: random.Random) -> str:
    """One text of one to eight pieces."""
    pieces = []
    for _ in range(chance.randint(1, 8)):
        pieces.append(chance.choice(AROUND))
        kind = chance.random()
        if kind < 0.15:
            pieces.append(chance.choice(NUMBERS))
        elif kind < 0.25:
            pieces.append(
                chr(
                    chance.choice(
                        [
                            chance.randrange(0x20, 0x250),
                            chance.randrange(0x300, 0x2100),
                            chance.randrange(0x1F300, 0x1F700),
                        ]
                    )
                )
            )
        else:
            pieces.append(disguised(chance.choice(pack_words), chance))
        pieces.append(chance.choice(AROUND))
    return "".join(pieces)


def disguised(phrase: str, chance: random.Random) -> str:
    """A phrase of the pack as somebody might write it, or nearly."""
    written = phrase.replace(" ", chance.choice(GAPS))
    for change in chance.sample(CHANGES, chance.randint(0, 3)):
        written = change(written, chance)
    return written


def _cased(written: str, chance: random.Random) -> str:
    return chance.choice([str.upper, str.title, str.swapcase])(written)


def _accented(written: str, chance: random.Random) -> str:
    accented = "".join(c + chance.choice(["", "", "\u0301", "\u0308"]) for c in written)
    return unicodedata.normalize("NFD" if chance.random() < 0.5 else "NFC", accented)


def _look_alike(written: str, chance: random.Random) -> str:
    return "".join(LOOKS.get(c, c) if chance.random() < 0.4 else c for c in written)


def _wide(written: str, chance: random.Random) -> str:
    return "".join(
        chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and chance.random() < 0.5 else c for c in written
    )


def _interrupted(written: str, chance: random.Random) -> str:
    at = chance.randint(0, len(written))
    return (
        written[:at]
        + chance.choice(["\u200b", "\u00ad", "\u200d", "\ufe0f", "\u2060", "-", " ", "\u0300"])
        + written[at:]
    )


def _damaged(written: str, chance: random.Random) -> str:
    at = chance.randrange(len(written)) if written else 0
    return chance.choice(
        [
            written[:at] + written[at + 1 :],
            written + chance.choice("ens7é"),
            chance.choice("abx1") + written,
        ]
    )


CHANGES = [_cased, _accented, _look_alike, _wide, _interrupted, _damaged]
