"""Terms that are no row of words (C++, AT&T, an emoji), as patterns."""

from afspraak.engine import fold
from afspraak.engine.rule import Boundary, Pattern

_SYNTAX = "^$\\.*+?()[]{}|/"  # escaped alike in Python and JavaScript


def symbol_pattern(term: str) -> Pattern | None:
    """The pattern for a term with symbols in it, or None when nothing of it is left."""
    folded = fold.fold(term.strip())
    text = folded.text.strip()
    if not text:
        return None
    is_word = folded.folder.is_word
    left: Boundary = "word" if is_word(text[0]) else ""
    right: Boundary = "word" if is_word(text[-1]) else ""
    pieces = (_escape(character) for character in text)
    return Pattern("".join(pieces), left=left, right=right)


def _escape(character: str) -> str:
    if character.isspace():
        return "[ \\t\\n]{0,3}"
    return f"\\{character}" if character in _SYNTAX else character
