"""For GitHub Actions: workflow commands that put each diagnostic beside the line it is about."""

from collections.abc import Mapping, Sequence

from afspraak.diagnostics.diagnostic import Diagnostic
from afspraak.diagnostics.language import Lang, pick

_COMMANDS = {"error": "error", "stop": "error", "warning": "warning", "ask": "warning"}


def render(
    diagnostics: Sequence[Diagnostic],
    *,
    sources: Mapping[str, str],  # noqa: ARG001 - every format is called alike
    lang: Lang,
    colour: bool = False,  # noqa: ARG001
    width: int = 80,  # noqa: ARG001
) -> str:
    """One line a diagnostic: `::error file=…,line=…::problem`."""
    return "".join(f"{_command(each, lang)}\n" for each in diagnostics)


def _command(diagnostic: Diagnostic, lang: Lang) -> str:
    place = diagnostic.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "endLine": str(place.end_line),
        "col": str(place.column),
        "endColumn": str(place.end_column),
        "title": diagnostic.code,
    }
    if place.end_line != place.line:
        # GitHub refuses columns for a stretch of several lines.
        del properties["col"], properties["endColumn"]
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    texts = filter(None, (pick(diagnostic.problem, lang), pick(diagnostic.help, lang)))
    command = _COMMANDS.get(diagnostic.level, "notice")
    message = _message("\n".join(texts))
    return f"::{command} {told}::{message}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
