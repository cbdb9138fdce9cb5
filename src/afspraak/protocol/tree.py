"""The YAML file as values that know their place; scalars keep the text as written."""

from collections.abc import Iterator
from dataclasses import dataclass

from afspraak.diagnostics import Place

Path = tuple[str | int, ...]
Plain = str | None | list["Plain"] | dict[str, "Plain"]

_NOTHING = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text, number, date or yes/no, as the file writes it.

    What it means depends on the field it is given for, never on how YAML would guess it: so
    `2026.1`, `030 123`, `no` and `2027-01-01` are all still texts here.
    """

    text: str
    quoted: bool
    place: Place

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in: `key:`, `key: ~` or `key: null`."""
        return not self.quoted and self.text in _NOTHING


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entries:
    """Keys with their values, in the order of the file; the first of two equal keys counts."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        """The value of `key`, if it is there."""
        return next((node for name, node in self.entries if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """The key itself, if it is there."""
        return next((name for name, _ in self.entries if name.text == key), None)


Node = Scalar | Sequence | Entries


def plain(node: Node) -> Plain:
    """The node without its places: texts, lists and mappings."""
    match node:
        case Scalar():
            return None if node.is_empty else node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Entries():
            return {key.text: plain(value) for key, value in reversed(node.entries)}


def child(node: Node, step: str | int) -> Node | None:
    """What stands one step further, if anything does."""
    if isinstance(node, Entries) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def follow(node: Node | None, *path: str | int) -> Node | None:
    """What stands at the end of `path`, if anything does."""
    for step in path:
        node = None if node is None else child(node, step)
    return node


def entries(node: Node | None) -> Iterator[tuple[Scalar, Node]]:
    """The entries of a mapping; nothing for anything else."""
    if isinstance(node, Entries):
        yield from node.entries


def items(node: Node | None) -> Iterator[Node]:
    """The items of a list; nothing for anything else."""
    if isinstance(node, Sequence):
        yield from node.items


@dataclass(frozen=True, slots=True)
class Places:
    """Where each part of the protocol stands in its file."""

    root: Node

    def of(self, path: Path) -> Place:
        """The place of what stands at `path`, or of its nearest parent.

        A text is its own place. A list or mapping is pointed at by its key, or by its first line.
        """
        node, place = self.root, self.root.place
        for step in path:
            found = child(node, step)
            if found is None:
                return place
            key = node.key(step) if isinstance(node, Entries) and isinstance(step, str) else None
            node = found
            place = found.place if key is None or _shows_itself(found) else key.place
        return place

    def of_key(self, path: Path) -> Place:
        """The place of the key that ends `path`; the same as `of` where there is no such key."""
        parent = follow(self.root, *path[:-1])
        last = path[-1] if path else None
        key = parent.key(last) if isinstance(parent, Entries) and isinstance(last, str) else None
        return self.of(path) if key is None else key.place


def _shows_itself(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.is_empty
