"""What SECURITY.md says that no other test holds."""

import datetime as dt
import re
from pathlib import Path
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from afspraak.engine import compiler, kinds, networks
from afspraak.engine.draft import Checker
from afspraak.engine.pack import Pack
from afspraak.engine.post import Post
from afspraak.protocol import loader

NOW = dt.datetime(2027, 2, 14, 9, tzinfo=dt.UTC)
BAKERY = (Path(__file__).parents[2] / "examples/bakery.yaml").read_text("utf-8")
EVIL = "(a+)+$"
UNSAFE = {"ASSERT", "ASSERT_NOT", "GROUPREF", "GROUPREF_EXISTS", "ANY", "AT"}


def pack(text: str) -> Pack:
    options = kinds.options_of_kinds()
    return compiler.compile_pack(loader.load(text, kinds=options, networks=networks.names()))


def test_a_term_is_a_text_and_never_a_pattern() -> None:
    terms = "terms: [Bakkerij Pietersen, De Gouden Korst]"
    made = pack(BAKERY.replace(terms, f'terms: ["{EVIL}", ".*", "[a-z]+"]'))
    checker = Checker(made)

    def rules(text: str) -> set[str]:
        hits = checker.check(Post(text, as_="corporate"), now=NOW)
        return {made.data["rules"][hit.rule]["id"] for hit in hits}

    assert "rivals" not in rules("a" * 3_000 + "! Brood.")
    assert "rivals" in rules(f"Een term: {EVIL} ")


def test_patterns_of_the_engine_are_bounded() -> None:
    patterns = [each["regex"] for each in pack(BAKERY).data["patterns"]]

    assert len(patterns) > 20
    assert not [regex for regex in patterns if not _is_safe(parser.parse(regex))]
    assert not [regex for regex in patterns if re.search(r"\\[bBdDwWsS]", regex)]


def _is_safe(items: Any) -> bool:
    return all(_is_safe_step(op, argument) for op, argument in items)


def _is_safe_step(op: Any, argument: Any) -> bool:
    if op is ops.MAX_REPEAT or op is ops.MIN_REPEAT:
        return argument[1] is not ops.MAXREPEAT and _is_safe(argument[2])
    if op is ops.SUBPATTERN:
        return _is_safe(argument[-1])
    if op is ops.BRANCH:
        return all(map(_is_safe, argument[1]))
    return str(op) not in UNSAFE
