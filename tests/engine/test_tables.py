"""The frozen tables are what Unicode says, as the reference reads it by itself."""

import sys
import unicodedata

from afspraak.engine.fold import standard_folder
from engine import reference_reading


def test_fold_and_word_tables_are_what_unicode_says() -> None:
    folder = standard_folder()
    same_unicode = unicodedata.unidata_version == "14.0.0"
    differing = []
    for point in (*range(0xD800), *range(0xE000, sys.maxunicode + 1)):
        character = chr(point)
        if not same_unicode and unicodedata.ucd_3_2_0.category(character) == "Cn":
            continue  # a newer Unicode has characters that the frozen tables leave as they are
        if folder.fold(character).text != reference_reading.fold_character(character) or (
            folder.fold(character).text == character
            and folder.is_word(character) != reference_reading.is_word(character)
        ):
            differing.append(hex(point))

    assert not differing
