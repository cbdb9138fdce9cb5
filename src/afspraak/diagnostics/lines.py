"""A file as lines, as editors count them: `\\n`, `\\r\\n` and a lone `\\r` end one, no more."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from afspraak.diagnostics.diagnostic import Place

_END_OF_LINE = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Lines:
    """Turns offsets in a text into places, and gives a line by its number."""

    file: str
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, *, file: str) -> "Lines":
        """The lines of `text`, which stands in `file`."""
        return cls(file, text, (0, *(end.end() for end in _END_OF_LINE.finditer(text))))

    def place(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`."""
        line, column = self._position(start)
        end_line, end_column = self._position(max(start, end))
        return Place(self.file, line, column, end_line, end_column)

    def line(self, number: int) -> str:
        """The line with this number, counted from 1, without its end; empty when there is none."""
        if not 1 <= number <= len(self.starts):
            return ""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def _position(self, offset: int) -> tuple[int, int]:
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1
