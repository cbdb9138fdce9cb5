"""For programs: a JSON list with one object a diagnostic, its texts in one language."""

import json
from collections.abc import Mapping, Sequence

from afspraak.diagnostics.diagnostic import Diagnostic, Place
from afspraak.diagnostics.language import Lang, pick


def render(
    diagnostics: Sequence[Diagnostic],
    *,
    sources: Mapping[str, str],  # noqa: ARG001 - every format is called alike
    lang: Lang,
    colour: bool = False,  # noqa: ARG001
    width: int = 80,  # noqa: ARG001
) -> str:
    """The diagnostics as a JSON list; lines and columns count from 1, ends are exclusive."""
    content = [
        {
            "code": each.code,
            "level": each.level,
            "problem": pick(each.problem, lang),
            "help": pick(each.help, lang),
            "place": _place(each.place),
            "also": [{"place": _place(at), "says": pick(words, lang)} for at, words in each.also],
        }
        for each in diagnostics
    ]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _place(place: Place) -> dict[str, str | int]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
