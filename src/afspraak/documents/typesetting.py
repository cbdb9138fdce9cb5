"""A template and what it says, set as an accessible PDF (PDF/UA-1) by typst."""

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Mapping
from importlib.resources import as_file, files

import typst

# How many sorts of writing without a font are replaced before giving up.
MAX_REPLACED = 60
REPLACEMENT = "□"
_UNSHOWN = re.compile(r'the text `"(.+)"` could not be displayed', re.DOTALL)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


def typeset(template: str, content: Mapping[str, object], day: dt.date) -> bytes:
    """The PDF that `templates/{template}.typ` makes of `content`, dated `day`.

    The same content gives the same bytes. What the fonts that come along cannot show is set in a
    font of this machine, and as an empty square where there is none.
    """
    said = json.dumps(content, ensure_ascii=False)
    try:
        return _compile(template, said, day, with_system_fonts=False)
    except typst.TypstError as error:
        if not _UNSHOWN.search(error.message):
            raise
    for _ in range(MAX_REPLACED):
        try:
            return _compile(template, said, day, with_system_fonts=True)
        except typst.TypstError as error:
            unshown = _UNSHOWN.search(error.message)
            if not unshown:
                raise
            said = _replace(said, unshown[1])
    plain = said.encode("ascii", "replace").decode()
    return _compile(template, plain, day, with_system_fonts=False)


def _compile(template: str, said: str, day: dt.date, *, with_system_fonts: bool) -> bytes:
    with as_file(files("afspraak.documents")) as folder:
        pdf = typst.compile(
            folder / "templates" / f"{template}.typ",
            format="pdf",
            font_paths=[folder / "fonts"],
            ignore_system_fonts=not with_system_fonts,
            sys_inputs={"content": said},
            pdf_standards="ua-1",
            timestamp=dt.datetime.combine(day, dt.time(), dt.UTC),
        )
    if not isinstance(pdf, bytes):
        raise TypeError(type(pdf))
    return pdf


def _replace(said: str, unshown: str) -> str:
    """What is said without the characters of which typst showed an example."""
    sample = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), unshown)
    scripts = {_script(character) for character in sample if ord(character) > 126}
    return "".join(
        REPLACEMENT if ord(character) > 126 and _script(character) in scripts else character
        for character in said
    )


def _script(character: str) -> str:
    """The sort of writing a character belongs to, as its name begins: CJK, ARABIC, HANGUL."""
    if character.isalpha():
        return unicodedata.name(character, character).split()[0]
    return character
