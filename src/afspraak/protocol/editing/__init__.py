"""Changes in a protocol file that leave everything else as it is: remarks, order and quotes.

A path is what stands on the way to a value: keys, and for an item of a list its number or its
`id`, such as `("clauses", "confidential", "text", "nl")`. Whatever cannot be changed safely
raises `UnableToEdit`, and the text stays as it was: the result is read again, and nothing may
differ but what was asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from afspraak.diagnostics.lines import Lines
from afspraak.protocol.editing import excerpts
from afspraak.protocol.editing.layout import Layout
from afspraak.protocol.editing.placing import placed
from afspraak.protocol.editing.refusing import UnableToEdit, refused
from afspraak.protocol.editing.rendering import Value, clean, same
from afspraak.protocol.editing.spans import Keys, Leaf, Listing, Span, plain, read_spans
from afspraak.protocol.editing.splicing import Owner, Splicer
from afspraak.protocol.tree import Plain

__all__ = [
    "Path",
    "UnableToEdit",
    "Value",
    "clean",
    "edit",
    "insert",
    "move",
    "paths_at",
    "piece",
    "put_piece",
    "read",
    "refused",
    "remove",
    "value_at",
]

Path = Sequence[str | int]

_BOM = "\ufeff"


def read(text: str) -> Plain:
    """What is in the file: texts as written, lists and mappings; nothing where it is left open."""
    return plain(read_spans(text.removeprefix(_BOM)))


def value_at(content: object, path: Path) -> object:
    """What stands at `path` in what `read` gave; None when there is nothing."""
    for step in path:
        content = _step(content, step)
        if content is None:
            return None
    return content


def edit(text: str, changes: Mapping[tuple[str | int, ...], Value]) -> str:
    """The text with each path set to its value; None takes out what stands there.

    A key that is not there yet is added where the file format has it.
    """
    file = _File.of(text)
    wanted: Value = file.content
    for path, value in changes.items():
        wanted = placed(wanted, tuple(path), clean(value))
    return file.written(wanted)


def insert(text: str, path: Path, index: int, value: Value) -> str:
    """The text with `value` as item number `index` of the list at `path`."""
    file = _File.of(text)
    there = value_at(file.content, path)
    items = list(there) if isinstance(there, list) else []
    items.insert(index, clean(value))
    return file.written(placed(file.content, tuple(path), items))


def remove(text: str, path: Path) -> str:
    """The text without the item or key at `path`, and without the remark right above it."""
    file = _File.of(text)
    if value_at(file.content, path[:-1]) is None:
        raise UnableToEdit(refused("gone", path=_named(path)))
    owner = value_at(file.content, path[:-1])
    if isinstance(owner, list):
        index = _index(owner, path[-1])
        if index is None:
            raise UnableToEdit(refused("gone", path=_named(path)))
        rest = [*owner[:index], *owner[index + 1 :]]
        return file.written(placed(file.content, tuple(path[:-1]), rest))
    return file.written(placed(file.content, tuple(path), None))


def move(text: str, path: Path, to: int) -> str:
    """The text with the list item at `path` as item number `to` of its list."""
    file = _File.of(text)
    owner = value_at(file.content, path[:-1])
    index = _index(owner, path[-1]) if isinstance(owner, list) else None
    if not isinstance(owner, list) or index is None:
        raise UnableToEdit(refused("gone", path=_named(path)))
    order = list(range(len(owner)))
    order.insert(max(0, min(to, len(order) - 1)), order.pop(index))
    node = file.root
    for step in path[:-1]:
        node = _child(node, step)
    if not isinstance(node, Listing) or order == sorted(order):
        return text
    wanted = placed(file.content, tuple(path[:-1]), [owner[each] for each in order])
    return file.checked(_reordered(file.text, node, order), wanted)


def piece(text: str, path: Path) -> str:
    """The list item at `path` as YAML of its own, with the remarks inside it."""
    file = _File.of(text)
    node, index = file.item(path)
    return excerpts.excerpt(file.text, node, index)


def put_piece(text: str, path: Path, new: str) -> str:
    """The text with the YAML `new` for the list item at `path`, layout and remarks and all."""
    file = _File.of(text)
    new = str(clean(new))
    content = plain(read_spans(new))
    node, index = file.item(path)
    if not isinstance(content, dict) or not content:
        raise UnableToEdit(refused("no-keys"))
    wanted = placed(file.content, tuple(path), content)
    return file.checked(
        excerpts.with_excerpt(file.text, node, index, new)
        if not node.flow
        else file.written(wanted),
        wanted,
    )


def paths_at(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[str | int, ...]]:
    """For each place (line and column, from 1) the path of what stands there.

    Nothing is known of a file that cannot be read: then every path is empty.
    """
    if not places:
        return []
    bare = text.removeprefix(_BOM)
    try:
        root = read_spans(bare)
    except UnableToEdit:
        return [() for _ in places]
    starts = Lines.of(bare, file="").starts
    return [
        excerpts.deepest(root, starts[min(line, len(starts)) - 1] + column - 1)
        for line, column in places
    ]


@dataclass(frozen=True, slots=True)
class _File:
    text: str
    bom: str
    root: Span
    content: Plain

    @classmethod
    def of(cls, text: str) -> "_File":
        bare = text.removeprefix(_BOM)
        root = read_spans(bare)
        return cls(bare, text[: len(text) - len(bare)], root, plain(root))

    def written(self, wanted: Value) -> str:
        """The text with what differs from `wanted` changed."""
        splicer = Splicer(self.text)
        splicer.change(self.root, wanted, Owner(0, 0, flow=False))
        return self.checked(splicer.result(), wanted)

    def item(self, path: Path) -> tuple[Listing, int]:
        """The list that the item at `path` is in, and its number."""
        node: Span | None = self.root
        content: object = self.content
        for step in path[:-1]:
            if node is None or _step(content, step) is None:
                raise UnableToEdit(refused("gone", path=_named(path)))
            node, content = _child(node, step), _step(content, step)
        index = _index(content, path[-1]) if isinstance(content, list) else None
        if index is None or not isinstance(node, Listing):
            raise UnableToEdit(refused("gone", path=_named(path)))
        return node, index

    def checked(self, text: str, wanted: Value) -> str:
        """`text`, once it is sure that it says what it must and nothing else."""
        if text == self.text:
            return self.bom + text
        try:
            there = plain(read_spans(text))
        except UnableToEdit as unable:
            raise UnableToEdit(refused("layout")) from unable
        if not same(there, wanted):
            raise UnableToEdit(refused("layout"))
        return self.bom + text


def _reordered(text: str, node: Listing, order: Sequence[int]) -> str:
    layout = Layout(text)
    parts = layout.items(node)
    if not node.flow:
        floors = [0, *(end for _, end in parts[:-1])]
        parts = [
            (layout.above(start, node.column, floor), layout.below(end, node.column))
            for (start, end), floor in zip(parts, floors, strict=True)
        ]
    pieces = [text[start:end] for start, end in parts]
    if not node.flow and not pieces[-1].endswith("\n"):
        pieces[-1] += layout.newline
    out = [text[: parts[0][0]]]
    for place, index in enumerate(order):
        out.append(pieces[index])
        until = parts[place + 1][0] if place + 1 < len(parts) else len(text)
        out.append(text[parts[place][1] : until])
    return "".join(out)


def _step(content: object, step: str | int) -> object:
    if isinstance(content, Mapping):
        return content.get(step)
    if isinstance(content, list):
        index = _index(content, step)
        return None if index is None else content[index]
    return None


def _index(items: Sequence[object], step: str | int) -> int | None:
    if isinstance(step, int):
        return step if 0 <= step < len(items) else None
    named = (i for i, each in enumerate(items) if isinstance(each, Mapping))
    return next((i for i in named if _step(items[i], "id") == step), None)


def _child(node: Span, step: str | int) -> Span:
    match node:
        case Keys():
            return next(child for key, child in node.entries if key.text == step)
        case Listing():
            index = _index([plain(item) for item in node.items], step)
            return node.items[index or 0]
        case Leaf():
            return node


def _named(path: Path) -> str:
    return "/".join(map(str, path))
