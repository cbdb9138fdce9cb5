"""YAML as people would write it: short things on one line, texts as blocks, comments above."""

import datetime as dt
import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

WIDTH = 100
INDENT = "  "
LONG_ITEM_LINES = 20

# Words that YAML 1.1 or 1.2 reads as something else than a text.
_NOT_TEXT = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
# A sentence is quoted as well, so that texts look alike whatever stands in them.
_PLAIN = re.compile(r"[^\W\d_](?:[\w ./@’‘-]*[\w])?")

Scalar = str | int | bool | dt.date
Node = Scalar | Sequence["Node"] | Mapping[str, "Node"]


@dataclass(frozen=True, slots=True)
class Comments:
    """Lines of comment by the path of what they stand above, such as `lists.projects`."""

    by_path: Mapping[str, str]

    def above(self, path: str, indent: str) -> list[str]:
        """The comment above `path`, wrapped, as lines of the file."""
        text = self.by_path.get(path)
        width = WIDTH - len(indent) - 2
        return [f"{indent}# {line}" for line in textwrap.wrap(text, width)] if text else []

    def are_within(self, path: str) -> bool:
        """Whether something inside the part at `path` has a comment of its own."""
        return any(each.startswith(f"{path}.") for each in self.by_path)


def document(root: Mapping[str, Node], comments: Comments) -> str:
    """A whole file: the parts of `root` apart from each other, each under its comment."""
    parts = []
    for key, node in root.items():
        parts.append("\n".join([*comments.above(key, ""), *_entry(key, node, key, "", comments)]))
    return "\n\n".join(parts) + "\n"


def _entry(key: str, node: Node, path: str, indent: str, comments: Comments) -> list[str]:
    """`key: node`, on one line where that reads well."""
    flow = None if comments.are_within(path) else _flow(node)
    if flow is not None and len(indent) + len(key) + 2 + len(flow) <= WIDTH:
        return [f"{indent}{key}: {flow}"]
    if isinstance(node, str):
        return [f"{indent}{key}: {_block_mark(node)}", *_block_lines(node, indent + INDENT)]
    return [f"{indent}{key}:", *_block(node, path, indent + INDENT, comments)]


def _block(node: Node, path: str, indent: str, comments: Comments) -> list[str]:
    if isinstance(node, Mapping):
        return [
            line
            for key, each in node.items()
            for line in (
                *comments.above(f"{path}.{key}", indent),
                *_entry(key, each, f"{path}.{key}", indent, comments),
            )
        ]
    items = [_item(item, path, indent, comments) for item in cast("Sequence[Node]", node)]
    # Parts that are pages long are set apart.
    apart = [""] if any(len(lines) > LONG_ITEM_LINES for lines in items) else []
    return [line for item in items for line in (*apart, *item)][len(apart) :]


def _item(node: Node, path: str, indent: str, comments: Comments) -> list[str]:
    flow = _flow(node)
    if flow is not None and len(indent) + 2 + len(flow) <= WIDTH:
        return [f"{indent}- {flow}"]
    if isinstance(node, str):
        return [f"{indent}- {_block_mark(node)}", *_block_lines(node, indent + INDENT)]
    first, *rest = _block(node, path, indent + INDENT, comments)
    return [f"{indent}- {first.lstrip()}", *rest]


def _flow(node: Node) -> str | None:
    """`node` on one line, or None where that would be hard to read."""
    if isinstance(node, Mapping):
        items = [(key, _flow(each)) for key, each in node.items()]
        if any(each is None for _, each in items) or _depth(node) > 2:
            return None
        return "{" + ", ".join(f"{key}: {each}" for key, each in items) + "}"
    if isinstance(node, str):
        return None if "\n" in node else scalar(node)
    if isinstance(node, Sequence):
        flows = [_flow(each) for each in node]
        if any(each is None for each in flows):
            return None
        return "[" + ", ".join(str(each) for each in flows) + "]"
    return scalar(node)


def scalar(value: Scalar) -> str:
    """One value; a text is quoted only where YAML could read it as something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    is_plain = _PLAIN.fullmatch(value) and value.casefold() not in _NOT_TEXT
    return value if is_plain else json.dumps(value, ensure_ascii=False)


def _depth(node: Node) -> int:
    if isinstance(node, Mapping):
        return 1 + max((_depth(each) for each in node.values()), default=0)
    if isinstance(node, Sequence) and not isinstance(node, str):
        return 1 + max((_depth(each) for each in node), default=0)
    return 0


def _block_mark(text: str) -> str:
    return "|" if text.endswith("\n") else ">-"


def _block_lines(text: str, indent: str) -> list[str]:
    if text.endswith("\n"):
        return [indent + line if line else "" for line in text.splitlines()]
    # A folded block gives back one space for each line break, so words are all it may hold.
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
