"""From a tree to the values the model is made of; each text is read as its field wants it."""

import datetime as dt
import re
from collections.abc import Mapping

from pydantic import TypeAdapter, ValidationError

from afspraak.diagnostics import LANGUAGES, Diagnostic, Lang, Place
from afspraak.protocol import validation
from afspraak.protocol.choosing import closest, either
from afspraak.protocol.model import Rule
from afspraak.protocol.problems import Filled, problem
from afspraak.protocol.shapes import RULE_KEYS, Shape, shape_of
from afspraak.protocol.tree import Entries, Node, Path, Places, Scalar, Sequence

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DUTCH_DATE = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):[0-5][0-9]")
_YES_NO = {
    **dict.fromkeys(("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"), True),
    **dict.fromkeys(("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"), False),
}


class Reader:
    """Reads one tree; `diagnostics` fills while it does.

    `untranslated` holds where a text of a language is missing, `meant` the keys that were probably
    meant by unknown ones: that these are missing too needs no second message.
    """

    def __init__(
        self, places: Places, *, kinds: Mapping[str, type], languages: tuple[Lang, ...]
    ) -> None:
        self.places = places
        self.diagnostics: list[Diagnostic] = []
        self.untranslated: dict[Lang, list[Place]] = {}
        self.meant: set[Path] = set()
        self._kinds = kinds
        self._languages = languages

    def read(self, node: Node, annotation: object, path: Path = ()) -> object:
        """The value of `node` for a field of this type."""
        shape = shape_of(annotation)
        match node, shape.form:
            case Scalar(is_empty=True), _:
                return None
            case _, "words":
                return self._words(node, path)
            case Entries(), "keys":
                return (
                    self._rule(node, path) if shape.model is Rule else self._keys(node, shape, path)
                )
            case Entries(), "mapping":
                return {
                    key.text: self.read(value, shape.inner, (*path, key.text))
                    for key, value in node.entries
                }
            case Sequence(), "list":
                return [
                    self.read(item, shape.inner, (*path, index))
                    for index, item in enumerate(node.items)
                ]
            case Scalar(), _:
                return self._scalar(node, shape, path)
            case _:
                return _unread(node)

    def _keys(self, node: Entries, shape: Shape, path: Path) -> dict[str, object]:
        value: dict[str, object] = {}
        for key, inner in node.entries:
            if key.text in shape.keys:
                value[key.text] = self.read(inner, shape.keys[key.text], (*path, key.text))
            elif isinstance(inner, Scalar) and inner.is_empty and " " in key.text.strip():
                self.diagnostics.append(problem("P029", key.place))
            else:
                meant = self._unknown_key(key, list(shape.keys))
                if meant is not None:
                    self.meant.add((*path, meant))
        return value

    def _rule(self, node: Entries, path: Path) -> dict[str, object]:
        """A rule: the keys every rule has, and those of its kind."""
        whole = shape_of(Rule)
        common = {key: whole.keys[key] for key in sorted(RULE_KEYS)}
        kind = node.get("kind")
        if not isinstance(kind, Scalar) or kind.text not in self._kinds:
            if isinstance(kind, Scalar) and not kind.is_empty:
                self._refuse_suggesting("P046", kind, list(self._kinds), kind=kind.text)
            known = Entries(tuple(e for e in node.entries if e[0].text in common), node.place)
            return self._keys(known, Shape("keys", keys=common), path)
        of_kind = self._kinds[kind.text]
        own = {key: v for key, v in shape_of(of_kind).keys.items() if key not in common}
        value = self._keys(node, Shape("keys", keys={**common, **own}), path)
        given = {key: value.pop(key) for key in own if key in value}
        try:
            value["options"] = TypeAdapter(of_kind).validate_python(given)
        except ValidationError as error:
            self.diagnostics += validation.diagnostics(
                error, self.places, prefix=path, meant=self.meant
            )
        return value

    def _words(self, node: Node, path: Path) -> object:
        if isinstance(node, Scalar):
            self._miss_translations({self._languages[0]}, path)
            return {self._languages[0]: node.text.strip()}
        if not isinstance(node, Entries):
            return _unread(node)
        if not node.entries:
            place = self.places.of_key(path)
            self.diagnostics.append(problem("P033", place, key=validation.name_of(path)))
            return {}
        value: dict[str, object] = {}
        for key, inner in node.entries:
            lang = next((each for each in LANGUAGES if each == key.text), None)
            if lang is None:
                self._unknown_key(key, list(LANGUAGES))
                continue
            if lang not in self._languages:
                self.diagnostics.append(problem("P054", key.place, language=lang))
            read = self.read(inner, str, (*path, lang))
            value[lang] = read.strip() if isinstance(read, str) else read
        self._miss_translations(set(value), path)
        return value

    def _miss_translations(self, there: set[str] | set[Lang], path: Path) -> None:
        for lang in self._languages:
            if lang not in there:
                self.untranslated.setdefault(lang, []).append(self.places.of_key(path))

    def _scalar(self, node: Scalar, shape: Shape, path: Path) -> object:
        key = validation.name_of(path)
        match shape.form:
            case "whole":
                return self._checked(
                    node, "P035", key, int if _WHOLE.fullmatch(node.text) else None
                )
            case "yes-no":
                return self._checked(
                    node, "P038", key, _YES_NO.get if node.text in _YES_NO else None
                )
            case "date":
                return self._date(node, key)
            case "time":
                is_time = _TIME.fullmatch(node.text)
                return self._checked(node, "P040", key, _padded if is_time else None)
            case _:
                return node.text

    def _checked(self, node: Scalar, code: str, key: str, convert: object) -> object:
        if callable(convert):
            return convert(node.text)
        self.diagnostics.append(problem(code, node.place, key=key, value=node.text))
        return node.text

    def _date(self, node: Scalar, key: str) -> object:
        try:
            if _DATE.fullmatch(node.text):
                return dt.date.fromisoformat(node.text)
        except ValueError:
            self.diagnostics.append(
                problem("P039", node.place, variant="calendar", key=key, value=node.text)
            )
            return node.text
        dutch = _DUTCH_DATE.fullmatch(node.text)
        if dutch:
            iso = f"{dutch[3]}-{int(dutch[2]):02}-{int(dutch[1]):02}"
            found = problem("P039", node.place, variant="order", key=key, value=node.text, iso=iso)
        else:
            found = problem("P039", node.place, key=key, value=node.text)
        self.diagnostics.append(found)
        return node.text

    def _unknown_key(self, key: Scalar, known: list[str]) -> str | None:
        return self._refuse_suggesting("P031", key, known, key=key.text)

    def _refuse_suggesting(
        self, code: str, node: Scalar, known: list[str], **values: str
    ) -> str | None:
        """Refuses a name and gives the one that was probably meant."""
        close = closest(node.text, known)
        more: dict[str, Filled] = {**values, "known": either(sorted(known))}
        if close is None:
            self.diagnostics.append(problem(code, node.place, more))
        else:
            self.diagnostics.append(
                problem(code, node.place, {**more, "close": close}, variant="close")
            )
        return close


def _padded(text: str) -> str:
    return text.rjust(5, "0")


def _unread(node: Node) -> object:
    """A value of the wrong shape, for pydantic to refuse."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return []
        case Entries():
            return {}
