"""Reads the case files: posts with marks in them, and the rule they are about."""

import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from afspraak.engine.post import Media, Post

CASES = Path(__file__).parent / "cases"
_FENCE = re.compile(r"^```(yaml|posts[^\n]*)\n(.*?)^```", re.M | re.S)
_MARK = re.compile(r"⟦(.*?)\|([a-z0-9-]+)⟧", re.S)


@dataclass(frozen=True)
class Case:
    """A post and what must be found in it: (start, end, rule)."""

    post: Post
    wanted: tuple[tuple[int, int, str], ...]
    unplaced: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class CaseFile:
    """One kind's cases."""

    protocol: dict[str, Any]
    cases: tuple[Case, ...]


def read(path: Path) -> CaseFile:
    """The cases of a file."""
    text = path.read_text("utf-8")
    protocol: dict[str, Any] = {}
    cases: list[Case] = []
    for fence in _FENCE.finditer(text):
        head, body = fence.groups()
        if head == "yaml":
            protocol = YAML(typ="safe").load(body)
            continue
        facts = dict(each.split("=", 1) for each in head.split()[1:])
        first = text.count("\n", 0, fence.start(2)) + 1
        for number, line in enumerate(body.splitlines(), start=first):
            if line.strip() and not line.startswith("%"):
                cases.append(_case(line.replace("\\n", "\n"), facts, number))
    return CaseFile(protocol, tuple(cases))


def _case(marked: str, facts: dict[str, str], line: int) -> Case:
    text, wanted, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        wanted.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        at = mark.end()
    text += marked[at:]
    post = Post(
        text,
        as_=facts.get("as", "affiliated"),  # type: ignore[arg-type]
        network=facts.get("network"),
        at=dt.datetime.fromisoformat(facts["at"]) if "at" in facts else None,
        media=tuple(Media(**each) for each in json.loads(facts.get("media", "[]"))),
    )
    expected = tuple(sorted(filter(None, facts.get("expect", "").split(","))))
    return Case(post, tuple(sorted(wanted)), expected, line)
