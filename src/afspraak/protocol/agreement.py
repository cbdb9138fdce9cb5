"""Whether the parts of a protocol file agree with one another, whatever else is wrong with it."""

from collections.abc import Collection, Iterator
from typing import TypeGuard
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from afspraak.diagnostics import Diagnostic, Text
from afspraak.protocol.choosing import closest, either
from afspraak.protocol.problems import problem
from afspraak.protocol.tree import Node, Scalar, Sequence, entries, follow, items

MAX_VALUES = 5

_CLAUSES: Text = {"nl": "artikelen", "en": "clauses"}
_RULES: Text = {"nl": "regels", "en": "rules"}
_FIRST: Text = {"nl": "hier al gebruikt", "en": "first used here"}
_CONFIDENTIAL: Text = {"nl": "deze lijst is vertrouwelijk", "en": "this list is confidential"}


def disagreements(root: Node, *, networks: Collection[str] | None) -> Iterator[Diagnostic]:
    """Everything in the file that names what is not there, stands twice, or excludes itself."""
    clauses = list(items(follow(root, "clauses")))
    rules = [rule for clause in clauses for rule in items(follow(clause, "rules"))]
    yield from _repeated_ids(clauses, _CLAUSES)
    yield from _repeated_ids(rules, _RULES)
    yield from _asked_persons(root, clauses)
    yield from _lists_of_rules(root, rules)
    if networks is not None:
        yield from _networks(rules, networks)
    yield from _time_zone(follow(root, "organisation", "timezone"))
    yield from _languages(follow(root, "languages"))
    yield from _number_of_values(root)


def _texts(node: Node | None) -> Iterator[Scalar]:
    """The filled-in texts of a list."""
    return (item for item in items(node) if isinstance(item, Scalar) and not item.is_empty)


def _repeated_ids(parts: list[Node], what: Text) -> Iterator[Diagnostic]:
    seen: dict[str, Scalar] = {}
    for part in parts:
        name = follow(part, "id")
        if not isinstance(name, Scalar) or name.is_empty:
            continue
        if name.text in seen:
            first = (seen[name.text].place, _FIRST)
            yield problem("P002", name.place, also=(first,), what=what, name=name.text)
        else:
            seen[name.text] = name


def _asked_persons(root: Node, clauses: list[Node]) -> Iterator[Diagnostic]:
    people = [
        key.text
        for key, value in entries(follow(root, "people"))
        if key.text != "leaders" and not (isinstance(value, Scalar) and value.is_empty)
    ]
    for clause in clauses:
        yield from _unknown("P047", follow(clause, "ask"), people)


def _lists_of_rules(root: Node, rules: list[Node]) -> Iterator[Diagnostic]:
    lists = follow(root, "lists")
    names = [key.text for key, _ in entries(lists)]
    for rule in rules:
        for named in _texts(follow(rule, "lists")):
            yield from _unknown("P048", named, names)
            match = follow(rule, "match")
            if _is_confidential(lists, named.text) and _is_partial(match):
                here = (named.place, _CONFIDENTIAL)
                yield problem("P049", match.place, also=(here,), match=match.text)


def _is_confidential(lists: Node | None, name: str) -> bool:
    given = follow(lists, name, "confidential")
    return isinstance(given, Scalar) and given.text.lower() in {"true", "yes", "on"}


def _is_partial(match: Node | None) -> TypeGuard[Scalar]:
    return isinstance(match, Scalar) and match.text in {"start", "anywhere"}


def _networks(rules: list[Node], known: Collection[str]) -> Iterator[Diagnostic]:
    for rule in rules:
        for network in _texts(follow(rule, "networks")):
            yield from _unknown("P050", network, known)


def _unknown(code: str, node: Node | None, known: Collection[str]) -> Iterator[Diagnostic]:
    if not isinstance(node, Scalar) or node.is_empty or node.text in known:
        return
    close, names = closest(node.text, known), either(sorted(known))
    if close is not None:
        yield problem(code, node.place, variant="close", name=node.text, close=close, known=names)
    elif known:
        yield problem(code, node.place, name=node.text, known=names)
    else:
        yield problem(code, node.place, variant="none", name=node.text)


def _time_zone(node: Node | None) -> Iterator[Diagnostic]:
    if isinstance(node, Scalar) and not node.is_empty and not _is_time_zone(node.text):
        yield problem("P051", node.place, name=node.text)


def _is_time_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _languages(node: Node | None) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for lang in _texts(node):
        if lang.text in seen:
            yield problem("P053", lang.place, language=lang.text)
        seen.add(lang.text)


def _number_of_values(root: Node) -> Iterator[Diagnostic]:
    values = follow(root, "values")
    if isinstance(values, Sequence) and len(values.items) > MAX_VALUES:
        yield problem(
            "P052",
            values.items[MAX_VALUES].place,
            number=str(len(values.items)),
            most=str(MAX_VALUES),
        )
