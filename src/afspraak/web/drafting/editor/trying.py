"""One rule of a draft on its own: what is wrong with it, and what it does with its examples."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from afspraak.diagnostics import Diagnostic, Text
from afspraak.engine import compiler, examples, kinds, networks
from afspraak.engine.draft import Checker
from afspraak.protocol import editing, loader
from afspraak.protocol.editing import UnableToEdit
from afspraak.protocol.problems import UnableToLoad
from afspraak.web.drafting.editor.held import Content

Path = tuple[str | int, ...]
RULE: Path = ("clauses", 0, "rules", 0)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a rule, and the path of it within the rule."""

    path: Path
    problem: Text
    help: Text


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of running a rule. `holds` has each example by its list and number."""

    problems: tuple[Problem, ...]
    holds: Mapping[tuple[str, int], bool]

    @property
    def runs(self) -> bool:
        """Whether the rule can be run at all."""
        return not self.problems


def tried(content: Content, rule: Mapping[str, editing.Value], now: dt.datetime) -> Tried:
    """The rule compiled and run on its own examples, apart from the rest of the draft.

    So it can be tried while other parts have problems, and in a moment.
    """
    try:
        text = editing.edit("afspraak: 1\n", _small_protocol(content, rule))
    except UnableToEdit as unable:
        return Tried((Problem((), unable.text, {"nl": "", "en": ""}),), {})
    try:
        loaded = loader.load_result(text, kinds=kinds.options_of_kinds(), networks=networks.names())
        pack = compiler.compile_pack(loaded.protocol)
    except UnableToLoad as unable:
        return Tried(_problems(text, unable.diagnostics), {})
    except compiler.UnableToCompileProtocol as unable:
        problems = tuple(
            Problem(path[len(RULE) :], reason, {"nl": "", "en": ""})
            for path, reason in unable.problems
        )
        return Tried(problems, {})
    failed = {each.path for each in examples.run(loaded.protocol, Checker(pack), now=now)}
    given = loaded.protocol.clauses[0].rules[0].examples
    return Tried(
        (),
        {
            (key, index): (*RULE, "examples", key, index) not in failed
            for key, texts in (
                ("finds", given.finds),
                ("clear", given.clear),
                ("posts", given.posts),
            )
            for index in range(len(texts))
        },
    )


def _problems(text: str, found: Sequence[Diagnostic]) -> tuple[Problem, ...]:
    errors = [each for each in found if each.level == "error"]
    paths = editing.paths_at(text, [(each.place.line, each.place.column) for each in errors])
    return tuple(
        Problem(path[len(RULE) :] if path[: len(RULE)] == RULE else (), each.problem, each.help)
        for each, path in zip(errors, paths, strict=True)
    )


def _small_protocol(
    content: Content, rule: Mapping[str, editing.Value]
) -> dict[tuple[str | int, ...], editing.Value]:
    """A protocol with this rule and as little else as a rule may know of."""
    organisation = content.root.get("organisation")
    known = organisation if isinstance(organisation, dict) else {}
    names = {
        key: value
        for key, value in known.items()
        if key in {"contacts", "aliases", "brands", "domains"} and isinstance(value, list)
    }
    lists = content.root.get("lists")
    named = rule.get("lists")
    return {
        ("organisation",): {
            "name": known.get("name") if isinstance(known.get("name"), str) else "Afspraak",
            "people": 1,
            **names,
        },
        ("languages",): list(content.languages),
        ("edition",): {
            "number": "1",
            "in_force": "2020-01-01",
            "representation": {"body": "none"},
        },
        ("people",): {"manager": {"name": "x"}},
        ("work_time",): {"stance": "open"},
        ("lists",): {
            key: value
            for key, value in (lists.items() if isinstance(lists, dict) else ())
            if isinstance(named, list) and key in named
        }
        or None,
        ("clauses",): [{"id": "x", "title": "x", "text": "x", "rules": [dict(rule)]}],
    }
