"""The frozen table of capitals, against what Python itself knows of letters."""

import unicodedata

from afspraak.engine.account.lexicon import Lexicon
from afspraak.engine.account.section import shipped
from afspraak.engine.fold import fold


def test_capitals_and_small_letters_are_what_unicode_says() -> None:
    lexicon = Lexicon(shipped())
    newer = not unicodedata.unidata_version.startswith("14.")
    points = (*range(0xD800), *range(0xE000, 0x110000))
    letters = {letter for letter in map(chr, points) if fold(letter).words}
    upper = {letter for letter in letters if letter.isupper()}
    lower = {letter for letter in letters if letter.islower()}

    assert len(lexicon.upper) > 1900
    assert len(lexicon.lower) > 2400
    assert lexicon.upper <= upper if newer else lexicon.upper == upper
    assert lexicon.lower <= lower if newer else lexicon.lower == lower
