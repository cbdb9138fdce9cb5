"""A protocol file as a tree in which each node knows from where to where it stands in the text."""

from dataclasses import dataclass, field
from functools import lru_cache

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from afspraak.diagnostics.lines import Lines
from afspraak.protocol.editing.refusing import UnableToEdit, refused
from afspraak.protocol.events import MAX_DEPTH, MAX_VALUES
from afspraak.protocol.tree import Plain

_NOTHING = frozenset({"", "~", "null"})


@dataclass(slots=True)
class Leaf:
    """A scalar. `style` is "" for a plain one, or the sign it begins with."""

    start: int
    end: int
    text: str
    style: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not self.style and self.text in _NOTHING


@dataclass(slots=True)
class Listing:
    """A list. `column` is where the dashes of one in block style stand."""

    start: int
    end: int
    flow: bool
    column: int
    items: list["Span"] = field(default_factory=list)


@dataclass(slots=True)
class Keys:
    """A mapping. `column` is where the keys of one in block style stand."""

    start: int
    end: int
    flow: bool
    column: int
    entries: list[tuple[Leaf, "Span"]] = field(default_factory=list)


Span = Leaf | Listing | Keys


KEPT = 4
"""How many trees are kept: a file is asked about and written into several times in a row."""


@lru_cache(maxsize=KEPT)
def read_spans(text: str) -> Span:
    """The tree of `text`; raises `UnableToEdit` for what a form cannot safely write into.

    Nobody changes a tree: others may have the same one.
    """
    if not text.strip():
        raise UnableToEdit(refused("empty"))
    builder = _Builder(text)
    try:
        for count, event in enumerate(YAML(typ="safe", pure=True).parse(text)):
            if count > MAX_VALUES:
                raise UnableToEdit(refused("large"))
            builder.take(event)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnableToEdit(refused("broken", line=_line(mark))) from error
    except UnableToEdit:
        raise
    except Exception as error:  # the scanner has errors of its own for some characters
        raise UnableToEdit(refused("broken", line="1")) from error
    if builder.root is None:
        raise UnableToEdit(refused("empty"))
    return builder.root


def plain(node: Span) -> Plain:
    """The node as texts, lists and mappings; nothing for what was not filled in."""
    match node:
        case Leaf():
            return None if node.is_empty else node.text
        case Listing():
            return [plain(item) for item in node.items]
        case Keys():
            return {key.text: plain(value) for key, value in node.entries}


def _line(mark: object) -> str:
    return str(int(getattr(mark, "line", 0)) + 1)


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Span | None = None
        self._open: list[tuple[Event, list[Span]]] = []
        self._documents = 0

    def take(self, event: Event) -> None:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None) is not None:
            raise UnableToEdit(refused("alias", line=_line(event.start_mark)))
        if getattr(event, "tag", None) not in {None, "!"}:
            raise UnableToEdit(refused("alias", line=_line(event.start_mark)))
        match event:
            case ScalarEvent():
                self._add(self._leaf(event))
            case MappingStartEvent() | SequenceStartEvent():
                self._open.append((event, []))
                if len(self._open) > MAX_DEPTH:
                    raise UnableToEdit(refused("deep", line=_line(event.start_mark)))
            case MappingEndEvent() | SequenceEndEvent():
                self._close(event)
            case DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise UnableToEdit(refused("documents", line=_line(event.start_mark)))
            case _:
                pass

    def _leaf(self, event: ScalarEvent) -> Leaf:
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style or ""
        value = event.value
        if style in {"|", ">"}:
            end = _end_of_block(self.text, start, end)
            # As the loader reads it: the last line break belongs to the layout.
            value = value.rstrip("\n")
        return Leaf(start, end, value, style)

    def _close(self, event: Event) -> None:
        opened, nodes = self._open.pop()
        flow = bool(getattr(opened, "flow_style", False))
        start, column = opened.start_mark.index, opened.start_mark.column
        end = event.end_mark.index if flow or not nodes else nodes[-1].end
        if isinstance(event, SequenceEndEvent):
            self._add(Listing(start, end, flow, column, nodes))
            return
        seen: set[str] = set()
        entries: list[tuple[Leaf, Span]] = []
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Leaf):
                raise UnableToEdit(refused("key", line=_line(opened.start_mark)))
            if isinstance(value, Leaf) and value.start == value.end:
                # The parser puts an empty value before the next key; it belongs behind the colon.
                colon = self.text.find(":", key.end)
                at = key.end if colon < 0 else colon + 1
                value.start = value.end = at
            if key.text in seen:
                raise UnableToEdit(refused("twice", line=self._line_of(key), key=key.text))
            seen.add(key.text)
            entries.append((key, value))
        if entries and not flow:
            end = entries[-1][1].end
        self._add(Keys(start, end, flow, column, entries))

    def _line_of(self, leaf: Leaf) -> str:
        return str(Lines.of(self.text, file="").place(leaf.start, leaf.end).line)

    def _add(self, node: Span) -> None:
        if self._open:
            self._open[-1][1].append(node)
        elif self.root is None:
            self.root = node


def _end_of_block(text: str, start: int, end: int) -> int:
    """Where the last line of a block scalar ends that is not empty: before its line break."""
    while end > start and text[end - 1] in "\n\r":
        end -= 1
    # What stands behind may be the indent of what follows, on a line of its own.
    last = text.rfind("\n", start, end) + 1
    while last > start and not text[last:end].strip():
        end = last - 1
        if end > start and text[end - 1] == "\r":
            end -= 1
        last = text.rfind("\n", start, end) + 1
    return end
