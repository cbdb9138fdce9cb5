"""For code scanning tools: SARIF 2.1.0."""

import json
from collections.abc import Mapping, Sequence

from afspraak.diagnostics.diagnostic import Diagnostic, Place
from afspraak.diagnostics.language import Lang, pick

_LEVELS = {"error": "error", "stop": "error", "warning": "warning", "ask": "warning"}
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")

Sarif = str | int | list["Sarif"] | dict[str, "Sarif"]


def render(
    diagnostics: Sequence[Diagnostic],
    *,
    sources: Mapping[str, str],  # noqa: ARG001 - every format is called alike
    lang: Lang,
    colour: bool = False,  # noqa: ARG001
    width: int = 80,  # noqa: ARG001
) -> str:
    """One run with a rule for every code and a result for every diagnostic."""
    codes = sorted({each.code for each in diagnostics})
    rules: list[Sarif] = [{"id": code} for code in codes]
    results: list[Sarif] = [_result(each, codes.index(each.code), lang) for each in diagnostics]
    run: Sarif = {
        "tool": {"driver": {"name": "afspraak", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log: Sarif = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(diagnostic: Diagnostic, rule: int, lang: Lang) -> Sarif:
    texts = filter(None, (pick(diagnostic.problem, lang), pick(diagnostic.help, lang)))
    result: dict[str, Sarif] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS.get(diagnostic.level, "note"),
        "message": {"text": "\n".join(texts)},
        "locations": [{"physicalLocation": _location(diagnostic.place)}],
    }
    if diagnostic.also:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _location(place),
                "message": {"text": pick(words, lang)},
            }
            for number, (place, words) in enumerate(diagnostic.also, start=1)
        ]
    return result


def _location(place: Place) -> Sarif:
    return {
        "artifactLocation": {"uri": _uri(place.file)},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }


def _uri(file: str) -> str:
    """The file as a relative or absolute reference; a drive letter's colon is escaped as well."""
    encoded = file.replace("\\", "/").encode("utf-8", "replace")
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in encoded)
