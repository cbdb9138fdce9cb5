"""From what should be in a file to the smallest changes of its text."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from afspraak.protocol.editing import rendering
from afspraak.protocol.editing.layout import Layout
from afspraak.protocol.editing.rendering import Rendered, Value
from afspraak.protocol.editing.spans import Keys, Leaf, Listing, Span, plain

Parts = Sequence[tuple[int, int]]
"""From where to where the items or entries of one list or mapping stand."""

MOST_COMPARED = 2_000
"""Longer lists are not searched for what moved: what differs is written anew."""


@dataclass(frozen=True, slots=True)
class Owner:
    """What a value belongs to: `after` is the place behind its colon or dash.

    `indent` is where a block below it begins, `flow` whether it stands in `{…}` or `[…]`.
    """

    after: int
    indent: int
    flow: bool


class Splicer:
    """Collects changes of one text; `result` makes them all."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.layout = Layout(text)
        self._splices: list[tuple[int, int, str]] = []

    def result(self) -> str:
        """The text with every change made."""
        parts, at = [], 0
        for start, end, new in sorted(self._splices, key=lambda each: each[:2]):
            parts += [self.text[at:start], new]
            at = max(at, end)
        return "".join([*parts, self.text[at:]])

    def change(self, node: Span, value: Value, owner: Owner) -> None:
        """Makes `node` into `value`, touching only what differs."""
        if rendering.same(plain(node), value):
            return
        match node, value:
            case Keys(entries=[_, *_]), Mapping() if self._can_stay(node, value, owner):
                self._change_keys(node, value, owner)
            case Listing(items=[_, *_]), Sequence() if not isinstance(
                value, str
            ) and self._can_stay(node, value, owner):
                self._change_list(node, value, owner)
            case _:
                self._replace(node, value, owner)

    def _can_stay(self, node: Keys | Listing, value: Value, owner: Owner) -> bool:
        """Whether what is left keeps its form: not when all goes, or a line gets unreadable."""
        if isinstance(value, Mapping):
            kept = isinstance(node, Keys) and any(
                value.get(key.text) is not None or _empty(node, index)
                for index, (key, _) in enumerate(node.entries)
            )
            if not kept:
                return False
        elif not value:
            return False
        if not node.flow or owner.flow or "#" in self.text[node.start : node.end]:
            return True
        room = rendering.WIDTH - self.layout.column(node.start)
        return rendering.reads_on_one_line(value) and len(rendering.inline(value)) <= room

    def _change_keys(self, node: Keys, value: Mapping[str, Value], owner: Owner) -> None:
        wanted = {key: each for key, each in value.items() if each is not None}
        for key, child in node.entries:
            if key.text in wanted:
                after = self.text.index(":", key.end) + 1
                inside = Owner(after, node.column + rendering.STEP, node.flow or owner.flow)
                self.change(child, wanted[key.text], inside)
        there = {key.text: index for index, (key, _) in enumerate(node.entries)}
        parts = [(key.start, child.end) for key, child in node.entries]
        gone = [i for name, i in there.items() if name not in wanted and not _empty(node, i)]
        self._remove(parts, gone, node)
        before: int | None = None
        for name, each in wanted.items():
            if name in there:
                before = there[name]
            elif node.flow or owner.flow:
                at = parts[self._last_kept(parts, gone, before)][1]
                self._splice(at, at, f", {rendering.inline(name)}: {rendering.inline(each)}")
            else:
                lines = rendering.entry_lines(name, each, node.column)
                self._add_below(self._last_kept(parts, gone, before), parts, node.column, lines)

    @staticmethod
    def _last_kept(parts: Sequence[object], gone: Sequence[int], before: int | None) -> int:
        """Behind which part something new comes: the one named, or the last that stays."""
        return before if before is not None else max(set(range(len(parts))) - set(gone))

    def _change_list(self, node: Listing, value: Sequence[Value], owner: Owner) -> None:
        old = [plain(item) for item in node.items]
        parts = self.layout.items(node)
        flow = node.flow or owner.flow
        gone: list[int] = []
        pairs = _aligned(old, value, gone)
        last: int | None = None
        for index, item in pairs:
            if index is None:
                self._insert(node, parts, last, item, all_go=len(gone) == len(parts))
            else:
                last = index
                after = parts[index][0] + (0 if flow else 1)
                inside = Owner(after, node.column + rendering.STEP, flow)
                self.change(node.items[index], item, inside)
        self._remove(parts, gone, node)

    def _insert(
        self, node: Listing, parts: Parts, last: int | None, item: Value, *, all_go: bool
    ) -> None:
        """Puts `item` behind the old item `last`, or before them all."""
        if node.flow and last is None:
            at = parts[0][0]
            self._splice(at, at, rendering.inline(item) + ("" if all_go else ", "))
            return
        if node.flow:
            at = parts[last or 0][1]
            self._splice(at, at, f", {rendering.inline(item)}")
            return
        lines = rendering.item_lines(item, node.column)
        apart = [""] if self.layout.are_apart(parts) else []
        if last is None:
            at = self.layout.above(parts[0][0], node.column, floor=0)
            self._splice(at, at, self.layout.joined([*lines, *apart]))
        else:
            self._add_below(last, parts, node.column, [*apart, *lines])

    def _add_below(self, index: int, parts: Parts, column: int, lines: list[str]) -> None:
        at = self.layout.below(parts[index][1], column)
        missing = self.layout.newline if at and self.text[at - 1] not in "\r\n" else ""
        self._splice(at, at, missing + self.layout.joined(lines))

    def _remove(self, parts: Parts, gone: Sequence[int], node: Keys | Listing) -> None:
        lost = set(gone)
        kept = [index for index in range(len(parts)) if index not in lost]
        if not lost:
            return
        first = kept[0] if kept else len(parts)
        if first and (node.flow or not self.layout.begins_line(parts[0][0])):
            end = parts[first][0] if kept else parts[-1][1]
            self._splice(parts[0][0], end, "")
            lost -= set(range(first))
        for index in sorted(lost):
            if node.flow:
                self._splice(parts[index - 1][1], parts[index][1], "")
            else:
                floor = parts[index - 1][1] if index else 0
                start, end = self.layout.region(parts[index], node.column, floor)
                self._splice(start, end, "")

    def _replace(self, node: Span, value: Value, owner: Owner) -> None:
        style = (node.style or rendering.PLAIN) if isinstance(node, Leaf) else ""
        if owner.flow:
            apart = " " if self.text[node.start - 1 : node.start] in {":", ","} else ""
            self._splice(node.start, node.end, apart + rendering.inline(value, style))
            return
        head = self.text[owner.after : node.start]
        if "#" in head:
            self._splice(node.start, node.end, rendering.inline(value, style))
            return
        room = rendering.WIDTH - self.layout.column(owner.after) - 1
        rendered = rendering.render(value, owner.indent, room, style)
        self._write(node, rendered, owner)

    def _write(self, node: Span, rendered: Rendered, owner: Owner) -> None:
        """Writes behind the colon or dash; a remark on that line stays on it."""
        end, remark = node.end, ""
        if isinstance(node, Leaf) and node.style in {"|", ">"}:
            header = self.text[node.start : self.layout.line_end(node.start)]
            remark = header[len(header.split(" #")[0].rstrip()) :] if " #" in header else ""
        elif rendered.below:
            end = self.layout.line_end(node.end)
            rest = self.text[node.end : end]
            remark = rest.rstrip()
        first = f" {rendered.first}" if rendered.first else ""
        lines = [first + remark, *rendered.below]
        self._splice(owner.after, end, self.layout.newline.join(lines))

    def _splice(self, start: int, end: int, new: str) -> None:
        self._splices.append((start, end, new))


def _empty(node: Keys, index: int) -> bool:
    child = node.entries[index][1]
    return isinstance(child, Leaf) and child.is_empty


def _aligned(
    old: Sequence[object], new: Sequence[Value], gone: list[int]
) -> list[tuple[int | None, Value]]:
    """Each new item with the old one that it continues, in an order that only goes forward."""
    names = _names(old), _names(new)
    if names[0] is not None and names[1] is not None:
        return _aligned_by(names[0], names[1], new, gone, replace=False)
    compared = [_key(each) for each in old], [_key(each) for each in new]
    return _aligned_by(*compared, new, gone, replace=True)


def _aligned_by(
    old: Sequence[str],
    new: Sequence[str],
    items: Sequence[Value],
    gone: list[int],
    *,
    replace: bool,
) -> list[tuple[int | None, Value]]:
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    pairs: list[tuple[int | None, Value]] = [(i, items[i]) for i in range(start)]
    left, right = old[start:], new[start:]
    if len(left) * len(right) > MOST_COMPARED**2:
        codes = [("replace", 0, len(left), 0, len(right))]
    else:
        codes = list(difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes())
    for code, i1, i2, j1, j2 in codes:
        both = min(i2 - i1, j2 - j1) if code == "equal" or replace else 0
        pairs += [(start + i1 + k, items[start + j1 + k]) for k in range(both)]
        pairs += [(None, items[start + j]) for j in range(j1 + both, j2)]
        gone += [start + i for i in range(i1 + both, i2)]
    return pairs


def _names(items: Sequence[object]) -> list[str] | None:
    """The ids of the items, when each has one of its own."""
    names = [str(each["id"]) for each in items if isinstance(each, Mapping) and each.get("id")]
    return names if len(set(names)) == len(items) else None


def _key(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value.rstrip("\n")
        case _:
            return repr(value)
