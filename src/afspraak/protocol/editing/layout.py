"""Lines of a file: where one begins and ends, and which remarks belong to which part."""

import itertools
from collections.abc import Sequence

from afspraak.protocol.editing.spans import Listing


class Layout:
    """A text as lines. A remark directly above a part belongs to it and goes where it goes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def joined(self, lines: Sequence[str]) -> str:
        """Lines as they stand in this file, each with its end."""
        return "".join(line + self.newline for line in lines)

    def line_start(self, at: int) -> int:
        """Where the line of `at` begins."""
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Where the line of `at` ends, before its line break."""
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > at and self.text[end - 1] == "\r" else end

    def next_line(self, at: int) -> int:
        """Where the line after that of `at` begins."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1

    def column(self, at: int) -> int:
        """How far from the left `at` stands."""
        return at - self.line_start(at)

    def begins_line(self, at: int) -> bool:
        """Whether nothing but space stands before `at` on its line."""
        return not self.text[self.line_start(at) : at].strip()

    def above(self, at: int, column: int, floor: int) -> int:
        """Where a part that begins at `at` begins with its remarks, not before `floor`."""
        start = self.line_start(at)
        while start > floor:
            before = self.line_start(start - 1)
            line = self.text[before:start]
            indent = len(line) - len(line.lstrip())
            if before < floor or not line.lstrip().startswith("#") or indent > column:
                break
            start = before
        return start

    def below(self, end: int, column: int) -> int:
        """Where the line after a part begins; remarks that stand deeper are still the part's."""
        at = self.next_line(end)
        while at < len(self.text):
            line = self.text[at : self.next_line(at)]
            indent = len(line) - len(line.lstrip())
            if not line.lstrip().startswith("#") or indent <= column:
                break
            at = self.next_line(at)
        return at

    def region(self, part: tuple[int, int], column: int, floor: int) -> tuple[int, int]:
        """A part with its remarks and with one stretch of empty lines beside it."""
        start = self.above(part[0], column, floor)
        end = self.below(part[1], column)
        bare = start
        while bare > floor and not self.text[self.line_start(bare - 1) : bare].strip():
            above = self.line_start(bare - 1)
            if above < floor:
                break
            bare = above
        if floor and bare < start:
            return bare, end
        after = end
        while not floor and after < len(self.text):
            line = self.text[after : self.next_line(after)]
            if line.strip():
                break
            after = self.next_line(after)
        return start, after

    def items(self, node: Listing) -> list[tuple[int, int]]:
        """From where to where each item stands, in block style from its dash."""
        if node.flow:
            return [(item.start, item.end) for item in node.items]
        parts: list[tuple[int, int]] = []
        at = node.start
        for item in node.items:
            at = self._dash(at, node.column)
            # An empty item has its place behind its dash, wherever the parser saw it.
            end = max(item.end, at + 1) if item.end > item.start else at + 1
            parts.append((at, end))
            at = end
        return parts

    def are_apart(self, parts: Sequence[tuple[int, int]]) -> bool:
        """Whether the file has an empty line between two of these parts."""
        return any(
            any(not line.strip() for line in self.text[end:start].split("\n")[1:-1])
            for (_, end), (start, _) in itertools.pairwise(parts)
        )

    def _dash(self, at: int, column: int) -> int:
        """The next dash of a list from `at` on."""
        while at < len(self.text):
            start = self.line_start(at)
            dash = start + column
            if dash >= at and self.text[dash : dash + 1] == "-":
                return dash
            at = self.next_line(at)
        return len(self.text)
