"""How text shows in a terminal: how wide it is, and without characters that would command it."""

import re
import unicodedata

TAB_COLUMNS = 4

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f]")
# Marks that turn the direction of the line around could show a file other than it is.
_HIDDEN = re.compile(r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(text: str) -> str:
    """The text as it can be printed safely: control characters become visible signs.

    Every code point becomes one, so that offsets keep their meaning; only a tab becomes spaces.
    """
    text = _CONTROL.sub(lambda match: chr(0x2400 + ord(match.group())), text)
    return _HIDDEN.sub("\ufffd", text).replace("\t", " " * TAB_COLUMNS)


def columns_of(text: str) -> int:
    """How many columns a terminal needs for the text: two for an emoji, none for an accent."""
    columns, before = 0, ""
    for char in text:
        columns += _columns(char, before)
        before = char
    return columns


def _columns(char: str, before: str) -> int:
    if char == "\t":
        return TAB_COLUMNS
    if char == _EMOJI_STYLE:
        return 1 if before and _own_columns(before) == 1 else 0
    # Joined emoji (a family) and skin tones show as one picture.
    if before == _JOINER or ord(char) in _SKIN_TONES:
        return 0
    return _own_columns(char)


def _own_columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
