"""One item of a list as a piece of YAML of its own, and back in its place."""

from collections.abc import Sequence

from afspraak.protocol.editing import rendering
from afspraak.protocol.editing.layout import Layout
from afspraak.protocol.editing.spans import Keys, Listing, Span, plain


def excerpt(text: str, node: Listing, index: int) -> str:
    """The item with its remarks, as if it stood in a file of its own."""
    item = node.items[index]
    if node.flow or not isinstance(item, Keys) or item.flow:
        content = plain(item)
        lines = rendering.block_lines(content, 0) if isinstance(content, dict) else [str(content)]
        return "\n".join(lines) + "\n"
    layout = Layout(text)
    start, end = layout.items(node)[index]
    end = layout.below(end, node.column)
    piece = text[start + 1 : end].replace("\r\n", "\n").rstrip("\n")
    first, *rest = piece.split("\n")
    # Behind the dash the first key stands as far in as the others.
    first = first.lstrip() if first.strip() else ""
    lines = [first, *(_without(line, item.column) for line in rest)]
    return "\n".join(lines).strip("\n") + "\n"


def with_excerpt(text: str, node: Listing, index: int, piece: str) -> str:
    """`text` with `piece` as the item; what stood above it as a remark stays."""
    layout = Layout(text)
    start, end = layout.items(node)[index]
    end = layout.below(end, node.column)
    before = " " * (node.column + rendering.STEP)
    lines = piece.strip("\n").split("\n")
    placed = [before + line if line.strip() else "" for line in lines]
    placed[0] = f"- {placed[0].strip()}"
    return text[:start] + layout.joined(placed) + text[end:]


def deepest(node: Span, at: int) -> tuple[str | int, ...]:
    """The path of what stands at the offset `at`: the deepest part around it, or nearest before."""
    path: list[str | int] = []
    starts: Sequence[tuple[int, str | int, Span]]
    while True:
        match node:
            case Keys():
                starts = [(key.start, key.text, child) for key, child in node.entries]
            case Listing():
                starts = [(item.start, i, item) for i, item in enumerate(node.items)]
            case _:
                return tuple(path)
        before = _last_before(starts, at)
        if before is None:
            return tuple(path)
        path.append(before[0])
        node = before[1]


def _last_before(
    starts: Sequence[tuple[int, str | int, Span]], at: int
) -> tuple[str | int, Span] | None:
    found = None
    for start, step, child in starts:
        if start > at:
            break
        found = (step, child)
    return found


def _without(line: str, column: int) -> str:
    """The line so much further to the left, as far as there is only space."""
    indent = len(line) - len(line.lstrip(" "))
    return line[min(indent, column) :]
