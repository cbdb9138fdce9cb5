"""For people: what is wrong, the line with carets under it, and how to mend it."""

from collections.abc import Iterator, Mapping, Sequence

from afspraak.diagnostics.diagnostic import Diagnostic, Place
from afspraak.diagnostics.display import columns_of, shown
from afspraak.diagnostics.language import Lang, Text, pick
from afspraak.diagnostics.lines import Lines

MIN_CODE_COLUMNS = 20
MAX_CHARS_A_COLUMN = 10  # accents and joined emoji put several characters in one column

_LEVELS: Mapping[str, Text] = {
    "error": {"nl": "fout", "en": "error"},
    "warning": {"nl": "waarschuwing", "en": "warning"},
    "tip": {"nl": "tip", "en": "tip"},
    "stop": {"nl": "niet doen", "en": "stop"},
    "ask": {"nl": "eerst vragen", "en": "ask first"},
    "note": {"nl": "let op", "en": "take care"},
    "info": {"nl": "goed om te weten", "en": "good to know"},
}
_HELP: Text = {"nl": "hulp", "en": "help"}

_RED, _YELLOW, _CYAN, _BLUE, _BOLD, _RESET = "31;1", "33;1", "36;1", "34;1", "1", "0"
_COLOURS = {"error": _RED, "stop": _RED, "warning": _YELLOW, "ask": _YELLOW}


def render(
    diagnostics: Sequence[Diagnostic],
    *,
    sources: Mapping[str, str],
    lang: Lang,
    colour: bool = False,
    width: int = 80,
) -> str:
    """One block a diagnostic, with an empty line between."""
    lines = {file: Lines.of(text, file=file) for file, text in sources.items()}
    blocks = (
        "\n".join(_Block(each, lines, lang, colour=colour, width=width).rows())
        for each in diagnostics
    )
    return "".join(f"{block}\n" for block in "\n\n".join(blocks).splitlines())


class _Block:
    def __init__(
        self,
        diagnostic: Diagnostic,
        lines: Mapping[str, Lines],
        lang: Lang,
        *,
        colour: bool,
        width: int,
    ) -> None:
        self.diagnostic, self.lines, self.lang = diagnostic, lines, lang
        self.colour = colour
        self.accent = _COLOURS.get(diagnostic.level, _CYAN)
        numbers = [place.line for place in self._places() if self._line(place)]
        self.gutter = max((len(str(number)) for number in numbers), default=1)
        self.room = max(MIN_CODE_COLUMNS, width - self.gutter - 3)

    def rows(self) -> Iterator[str]:
        known = self.diagnostic
        level = pick(_LEVELS[known.level], self.lang) if known.level in _LEVELS else known.level
        head = self._paint(f"{shown(known.code)} {level}", self.accent)
        yield f"{head}: {self._paint(shown(pick(known.problem, self.lang)), _BOLD)}"
        yield from self._shown_at(known.place, "", self.accent, "^")
        for place, words in known.also:
            yield from self._shown_at(place, pick(words, self.lang), _BLUE, "-")
        helping = shown(pick(known.help, self.lang))
        if helping:
            margin = " " * self.gutter
            yield f"{margin} {self._paint('=', _BLUE)} {pick(_HELP, self.lang)}: {helping}"

    def _shown_at(self, place: Place, words: str, style: str, caret: str) -> Iterator[str]:
        margin = " " * self.gutter
        arrow = self._paint("-->", _BLUE)
        yield f"{margin}{arrow} {shown(place.file)}:{place.line}:{place.column}"
        line = self._line(place)
        if not line:
            if words:
                yield f"{margin} {self._paint('|', _BLUE)} {shown(words)}"
            return
        start = place.column - 1
        end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
        text, start, end = _cropped(line, start, max(end, start + 1), self.room)
        carets = caret * max(1, columns_of(text[start:end]))
        bar = self._paint("|", _BLUE)
        yield f"{margin} {bar}"
        number = self._paint(str(place.line).rjust(self.gutter), _BLUE)
        yield f"{number} {bar} {shown(text).rstrip()}"
        pad = " " * columns_of(text[:start])
        note = f" {shown(words)}" if words else ""
        yield f"{margin} {bar} {pad}{self._paint(carets + note, style)}"

    def _places(self) -> Iterator[Place]:
        yield self.diagnostic.place
        yield from (place for place, _ in self.diagnostic.also)

    def _line(self, place: Place) -> str:
        lines = self.lines.get(place.file)
        return "" if lines is None else lines.line(place.line)

    def _paint(self, text: str, style: str) -> str:
        return f"\033[{style}m{text}\033[{_RESET}m" if self.colour and text else text


def _cropped(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """As much of the line as fits, with `…` where it was cut, and where the carets go in it."""
    if len(line) <= room * MAX_CHARS_A_COLUMN and columns_of(line) <= room:
        return line, start, end
    # One line may be a whole file long; what cannot be shown is not measured either.
    end = min(end, start + room)
    line = line[: end + room * MAX_CHARS_A_COLUMN]
    first = 0
    if end > room * MAX_CHARS_A_COLUMN or columns_of(line[:end]) > room - 1:
        first = _fitting_back(line, start, room // 3)
    shift = first - 1 if first else 0
    text = ("…" if first else "") + line[first:]
    text = _fitting(text, room)
    start, end = start - shift, end - shift
    return text, min(start, len(text)), min(end, len(text))


def _fitting(text: str, room: int) -> str:
    """The start of the text, at most so wide, with `…` when something is cut."""
    if columns_of(text) <= room:
        return text
    last = 0
    while columns_of(text[: last + 1]) < room:
        last += 1
    return f"{text[:last]}…"


def _fitting_back(line: str, end: int, room: int) -> int:
    """Where to start so that at most so much of the line stands before `end`."""
    first = end
    while (
        first > max(0, end - room * MAX_CHARS_A_COLUMN)
        and columns_of(line[first - 1 : end]) <= room
    ):
        first -= 1
    return first
