"""From YAML events to a tree: what YAML may do and a protocol may not is refused here."""

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from afspraak.diagnostics import Diagnostic, Place, Text
from afspraak.diagnostics.lines import Lines
from afspraak.protocol.problems import Filled, problem
from afspraak.protocol.tree import Entries, Node, Scalar, Sequence

MAX_DEPTH = 20
MAX_VALUES = 60_000  # a list may hold 50,000 terms; the parser reads some 15,000 values a second


_NAMED: Text = {"nl": "hier krijgt het zijn naam", "en": "named here"}
_FIRST: Text = {"nl": "hier al", "en": "already here"}


def build_tree(text: str, lines: Lines) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of `text` with what is refused in it; no tree where reading on makes no sense.

    Places are counted in `lines`, which must be as long as `text`. Reads event by event and never
    calls itself, so that no nesting can exhaust the stack. Aliases are refused where they stand
    and never followed, so that a file cannot grow while it is read.
    """
    builder = _Builder(lines)
    for count, event in enumerate(YAML(typ="safe", pure=True).parse(text)):
        builder.take(event)
        if count > MAX_VALUES:
            builder.refuse("P021", event, most=f"{MAX_VALUES:_}".replace("_", " "))
            return None, builder.diagnostics
        if builder.must_stop:
            return None, builder.diagnostics
    builder.finish()
    if not builder.is_complete:
        return None, builder.diagnostics
    root = builder.root
    if root is None or (isinstance(root, Scalar) and root.is_empty):
        return None, [*builder.diagnostics, problem("P006", lines.place(0, 0))]
    return root, builder.diagnostics


class _Builder:
    """The open lists and mappings, innermost last, while events come in."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.root: Node | None = None
        self.diagnostics: list[Diagnostic] = []
        self.must_stop = False
        self.is_complete = True
        self._open: list[tuple[Event, list[Node]]] = []
        self._documents = 0
        self._anchors: dict[str, Place] = {}
        self._followed: set[str] = set()

    def take(self, event: Event) -> None:
        match event:
            case ScalarEvent():
                self._refuse_properties(event)
                self._add(self._scalar(event))
            case MappingStartEvent() | SequenceStartEvent():
                self._refuse_properties(event)
                self._open.append((event, []))
                if len(self._open) > MAX_DEPTH:
                    self.refuse("P019", event, most=str(MAX_DEPTH))
                    self.must_stop = True
            case MappingEndEvent() | SequenceEndEvent():
                self._close(event)
            case AliasEvent():
                self._alias(event)
            case DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self.refuse("P018", event)
                    self.must_stop = True

    def refuse(self, code: str, event: Event, **values: Filled) -> None:
        self.diagnostics.append(problem(code, self._place(event), values))

    def finish(self) -> None:
        """Refuses the anchors that nothing refers to; the others are told with their aliases."""
        for name, place in self._anchors.items():
            if name not in self._followed:
                self.diagnostics.append(problem("P016", place, mark=f"&{name}"))

    def _alias(self, event: NodeEvent) -> None:
        name = str(event.anchor)
        anchor = self._anchors.get(name)
        also = () if anchor is None else ((anchor, _NAMED),)
        self._followed.add(name)
        self.is_complete = False
        place = self._place(event)
        self.diagnostics.append(problem("P016", place, also=also, mark=f"*{name}"))
        self._add(Scalar("", quoted=False, place=place))

    def _refuse_properties(self, event: NodeEvent) -> None:
        if event.anchor is not None:
            start = event.start_mark.index
            self._anchors[event.anchor] = self.lines.place(start, start + len(event.anchor) + 1)
        tag = str(getattr(event, "tag", None) or "")
        # An explicit tag ends the file's innocence at once: nothing after it is worth reading.
        if tag and tag != "!":
            start = event.start_mark.index
            self.diagnostics.append(problem("P017", self.lines.place(start, start + 1), tag=tag))
            self.must_stop = True

    def _scalar(self, event: ScalarEvent) -> Scalar:
        quoted = event.style is not None
        text = _joined_surrogates(event.value)
        if text is None:
            self.refuse("P014", event)
            text = "\ufffd"
        if event.style in {"|", ">"}:
            # The mark of a block runs on into the next line; its sign stands for it.
            start = event.start_mark.index
            return Scalar(text.rstrip("\n"), quoted, self.lines.place(start, start + 1))
        return Scalar(text, quoted, self._place(event))

    def _close(self, event: Event) -> None:
        start, nodes = self._open.pop()
        if nodes:
            first, last = nodes[0].place, nodes[0].place
            place = Place(first.file, first.line, first.column, last.end_line, last.end_column)
        else:
            place = self.lines.place(start.start_mark.index, event.end_mark.index)
        if isinstance(event, SequenceEndEvent):
            self._add(Sequence(tuple(nodes), place))
            return
        keys, values = nodes[::2], nodes[1::2]
        pairs: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        for key, value in zip(keys, values, strict=True):
            if not isinstance(key, Scalar):
                self.diagnostics.append(problem("P022", key.place))
                continue
            if key.text in seen:
                earlier = (seen[key.text].place, _FIRST)
                self.diagnostics.append(problem("P015", key.place, also=(earlier,), key=key.text))
                continue
            seen[key.text] = key
            pairs.append((key, value))
        self._add(Entries(tuple(pairs), place))

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1][1].append(node)
        elif self.root is None:
            self.root = node

    def _place(self, event: Event) -> Place:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, MappingStartEvent | SequenceStartEvent | DocumentStartEvent):
            end = max(end, start + 1)
        return self.lines.place(start, end)


def _joined_surrogates(text: str) -> str | None:
    """The text with JSON's pairs of escapes for one character joined; nothing for half a pair."""
    if not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    try:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        return None
