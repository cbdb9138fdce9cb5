"""What a YAML parser's complaint means to somebody who edits a protocol by hand."""

import re

from ruamel.yaml.error import MarkedYAMLError

from afspraak.diagnostics import Diagnostic, Place, Text
from afspraak.diagnostics.lines import Lines
from afspraak.protocol.problems import problem

MAX_FURTHER_TABS = 5

_FURTHER: Text = {"nl": "hier ook", "en": "here too"}
_BAD_START = re.compile(r"found character '(.+)' that cannot start any token", re.DOTALL)
_LEADING_TAB = re.compile(r"^ *\t[ \t]*(?=[^\s#])", re.MULTILINE)
_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- +)?([A-Za-z_][\w-]*):(?=[^\s/])")
_KEY_WITH_VALUE = re.compile(r"\s*(?:- +)*[\w-]+\s*:\s+\S")


def explain(error: MarkedYAMLError, lines: Lines) -> Diagnostic:
    """The problem behind the parser's first complaint, at the place where it is best mended."""
    said, context = error.problem or "", error.context or ""
    at = _offset(error.problem_mark, lines)
    opened = at if error.context_mark is None else _offset(error.context_mark, lines)
    bad_start = _BAD_START.match(said)
    if bad_start:
        return _bad_start(bad_start[1], at, lines)
    if "quoted scalar" in context:
        return _quoted(said, at, opened, lines)
    if "flow sequence" in context or "flow mapping" in context:
        return _opened("P013", opened, lines, "bracket")
    if "block scalar" in context:
        return _opened("P028", opened, lines, "mark")
    if "mapping values are not allowed" in said:
        return _unexpected_colon(at, lines)
    if "could not find expected ':'" in said:
        return _missing_colon(opened, lines)
    if "<block end>" in said and lines.text[:at].rstrip(" ").endswith(('"', "'")):
        return problem("P027", lines.place(at, at + 1))
    if "<block end>" in said or "expected the node content" in said:
        return problem("P011", lines.place(at, at + 1))
    return problem("P007", lines.place(at, at + 1))


def repair(error: MarkedYAMLError, text: str) -> str | None:
    """The text with the one character to blame replaced, if one character is to blame."""
    bad_start = _BAD_START.match(error.problem or "")
    if bad_start is None or error.problem_mark is None or bad_start[1] not in "@`%":
        return None
    at = error.problem_mark.index
    return f"{text[:at]}_{text[at + 1 :]}" if text[at : at + 1] == bad_start[1] else None


def _offset(mark: object, lines: Lines) -> int:
    index = getattr(mark, "index", 0)
    return min(int(index), len(lines.text))


def _bad_start(character: str, at: int, lines: Lines) -> Diagnostic:
    place = lines.place(at, at + 1)
    # The parser shows a tab now as itself, now as its escape.
    if character in {"\t", "\\t"}:
        return problem("P009", place, also=_further_tabs(at, lines))
    return problem("P010", place, character=character)


def _quoted(said: str, at: int, opened: int, lines: Lines) -> Diagnostic:
    if "escape" in said:
        return problem("P025", lines.place(at - 1, at + 1))
    return problem("P012", lines.place(opened, opened + 1))


def _opened(code: str, opened: int, lines: Lines, name: str) -> Diagnostic:
    sign = lines.text[opened : opened + 1]
    return problem(code, lines.place(opened, opened + 1), {name: sign})


def _unexpected_colon(at: int, lines: Lines) -> Diagnostic:
    """A second colon on the line, a colon without a space above, or a line too far to the right."""
    start = lines.text.rfind("\n", 0, at) + 1
    if _KEY_WITH_VALUE.match(lines.text[start:at]):
        return problem("P024", lines.place(at, at + 1))
    above = lines.text[:start].rstrip()
    glued = _KEY_WITHOUT_SPACE.match(above, above.rfind("\n") + 1)
    if glued:
        return problem("P023", lines.place(glued.start(1), glued.end()), key=glued[1])
    indent = len(lines.text[start:at]) - len(lines.text[start:at].lstrip())
    return problem("P011", lines.place(start + indent, at))


def _missing_colon(opened: int, lines: Lines) -> Diagnostic:
    end = lines.text.find("\n", opened)
    line = lines.text[opened : end if end >= 0 else len(lines.text)].rstrip()
    glued = _KEY_WITHOUT_SPACE.match(line)
    if glued:
        place = lines.place(opened + glued.start(1), opened + glued.end())
        return problem("P023", place, key=glued[1])
    return problem("P026", lines.place(opened, opened + max(1, len(line))))


def _further_tabs(at: int, lines: Lines) -> tuple[tuple[Place, Text], ...]:
    tabs = (tab.end() - 1 for tab in _LEADING_TAB.finditer(lines.text, at + 1))
    return tuple(
        (lines.place(tab, tab + 1), _FURTHER)
        for tab, _ in zip(tabs, range(MAX_FURTHER_TABS), strict=False)
    )
