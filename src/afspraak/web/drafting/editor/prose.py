"""Running text between the file, where its lines are broken, and a box, where they flow."""

import re
import textwrap

from django.utils.safestring import SafeString, mark_safe

from afspraak.diagnostics import Lang
from afspraak.documents import markup
from afspraak.protocol.filling import TEXT_WIDTH
from afspraak.protocol.handbook.content import Passage

MOST_SHOWN = 30_000
"""Longer texts are not shown as they will look: that would take too long."""

_ITEM = re.compile(r"(\s*(?:[-*+]|[0-9]{1,9}[.)])\s+)")
_OWN_LINE = re.compile(r"\s*(?:[-*+]\s|[0-9]{1,9}[.)]\s|#|>|\||`{3}|~{3}|={2,}|-{2,}|_{3}|\*{3})")


def flowing(text: str) -> str:
    """The text with each paragraph and each item on one line, if it then still says the same."""
    lines: list[str] = []
    for line in text.strip("\n").split("\n"):
        before = lines[-1] if lines else ""
        goes_on = (
            before.strip()
            and line.strip()
            and not _OWN_LINE.match(line)
            and not before.endswith(("  ", "\\"))
            and (not _OWN_LINE.match(before) or _ITEM.match(before))
        )
        if goes_on:
            lines[-1] = f"{before} {line.strip()}"
        else:
            lines.append(line)
    return _if_same("\n".join(lines), text)


def broken(text: str) -> str:
    """The text with lines as a file has them, if it then still says the same."""
    return _if_same("\n".join(map(_broken_line, text.strip("\n").split("\n"))), text)


def shown(text: str, lang: Lang) -> SafeString:
    """How the handbook will show the text."""
    if len(text) > MOST_SHOWN:
        text = text[:MOST_SHOWN] + " …"
    return mark_safe(markup.text(Passage(text, lang), 3))  # noqa: S308 - escaped by `markup`


def _broken_line(line: str) -> str:
    mark = _ITEM.match(line)
    if len(line) <= TEXT_WIDTH or (_OWN_LINE.match(line) and not mark) or line.startswith("    "):
        return line
    return textwrap.fill(
        line,
        TEXT_WIDTH,
        subsequent_indent=" " * len(mark[0]) if mark else "",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _if_same(made: str, text: str) -> str:
    if len(text) > MOST_SHOWN:
        return text.strip("\n")
    same = markup.text(Passage(made, "nl"), 3) == markup.text(Passage(text, "nl"), 3)
    return made if same else text.strip("\n")
