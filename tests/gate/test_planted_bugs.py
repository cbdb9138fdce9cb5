"""Bugs that were made before, or could be, are caught by the gate within a few thousand posts."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from afspraak.engine.pack import Pack
from engine.browser import executor
from engine.reference import Reference
from gate import executors, packs, planting
from gate.comparing import Difference, difference
from gate.executors import Executor, Findings
from gate.planting import Bug
from gate.posts import NOW, Batch, batch

# together, so that the reference reads the posts once
pytestmark = [pytest.mark.no_cover, pytest.mark.xdist_group("planted bugs")]
BATCHES, SIZE = 8, 200
PACKS = ("everything", "logic", "literals")

DRAFT = {
    "a fold that grows": Bug(
        "afspraak.engine.fold",
        "return len(self._table.get(ord(character), character))",
        "return min(1, len(self._table.get(ord(character), character)))",
    ),
    "a fold that shrinks": Bug(
        "afspraak.engine.fold",
        "return len(self._table.get(ord(character), character))",
        "return max(1, len(self._table.get(ord(character), character)))",
    ),
    "marks behind a hit are left out": Bug(
        "afspraak.engine.fold",
        "last < len(self.original) and self.folder.is_mark(self.original[last])",
        "False",
    ),
    "a gap one too wide": Bug("afspraak.engine.spelling", "[ \\t\\n]{1,3}", "[ \\t\\n]{1,4}"),
    "a sign too much in a gap": Bug("afspraak.engine.spelling", "[_./'+]", "[_./'+,]"),
    "capitals asked for where accents are": Bug(
        "afspraak.engine.spelling", "return kept.lower()", "return kept"
    ),
    "leftmost before longest": Bug(
        "afspraak.engine.draft",
        "(h.span.start - h.span.end, h.span.start, h.part)",
        "(h.span.start, h.span.start - h.span.end, h.part)",
    ),
    "silence for the whole post": Bug(
        "afspraak.engine.conditions",
        "return Span(touched[0].start, touched[-1].end) if touched else span",
        "return Span(0, len(self._folded.original))",
    ),
    "until is inclusive": Bug(
        "afspraak.engine.draft", '.isoformat() >= rule["until"]', '.isoformat() > rule["until"]'
    ),
    "a network that nobody said": Bug(
        "afspraak.engine.draft", "and post.network is not None and", "and"
    ),
    "the last day is left out": Bug(
        "afspraak.engine.clocks", '<= clock.get("last", day)', '< clock.get("last", "9999")'
    ),
    "the last minute is in": Bug(
        "afspraak.engine.clocks",
        "start <= minute < end if start < end",
        "start <= minute <= end if start < end",
    ),
    "the zone is passed over": Bug(
        "afspraak.engine.clocks", "else at.astimezone(zone)", "else at.replace(tzinfo=zone)"
    ),
    "one word further is near too": Bug(
        "afspraak.engine.conditions", "<= within\n", "<= within + 1\n"
    ),
    "a closing bracket does not end a sentence": Bug(
        "afspraak.engine.conditions", "[\\\"')\\]]*", "[\\\"']*"
    ),
    "before is after": Bug(
        "afspraak.engine.conditions",
        '"after" if is_before else "before"',
        '"before" if is_before else "after"',
    ),
    "inside is strictly inside": Bug(
        "afspraak.engine.conditions",
        "other[0] <= hit[0] and hit[1] <= other[1]",
        "other[0] < hit[0] and hit[1] <= other[1]",
    ),
    "a number goes on behind a slash": Bug(
        "afspraak.engine.confirm", 'frozenset(".,-/+")', 'frozenset(".,-+")'
    ),
    "the search skips what was refused": Bug(
        "afspraak.engine.confirm", "at = start + 1", "at = end"
    ),
    "a check keeps all it was given": Bug(
        "afspraak.engine.confirm", "end = start + kept.length", "pass"
    ),
    "a domain that ends like another": Bug(
        "afspraak.engine.confirm", "if normal in forms:", "if normal.endswith(tuple(forms)):"
    ),
}
"""Bugs in the source of the draft executor."""

COLUMN = {
    "an emoji joiner is passed over": Bug(
        "afspraak.bulk.folding",
        "codes = [tables.active[points]]",
        "codes = [np.where(points == 0x200D, -1, tables.active[points])]",
    ),
    "a variation selector is passed over": Bug(
        "afspraak.bulk.folding",
        "codes = [tables.active[points]]",
        "codes = [np.where(points == 0xFE0F, -1, tables.active[points])]",
    ),
    "a candidate of which a repeat is cut": Bug(
        "afspraak.bulk.candidates", "most = least if left or right else most", "most = least"
    ),
    "the row before decides where a word begins": Bug(
        "afspraak.bulk.needles",
        "begins - 1, begins > segment.bounds[rows])",
        "begins - 1, begins > 0)",
    ),
    "the row behind decides where a word ends": Bug(
        "afspraak.bulk.needles",
        "segment, ends, ends < segment.bounds[rows + 1])",
        "segment, ends, ends < len(segment.content))",
    ),
    "a term that goes on in the next row": Bug(
        "afspraak.bulk.needles", "(ends <= segment.bounds[rows + 1])", "(ends > 0)"
    ),
    "a mark in the next row": Bug("afspraak.bulk.folding", "(last < limits)", "True"),
    "a fold that grows": Bug(
        "afspraak.bulk.folding", "(self.begins[at] <= places)", "(self.begins[at] == places)"
    ),
    "a fold that shrinks": Bug(
        "afspraak.bulk.folding",
        "np.concatenate(([0], self.shifts))[passed]",
        "np.minimum(np.concatenate(([0], self.shifts)), 0)[passed]",
    ),
    "bytes for characters": Bug(
        "afspraak.bulk.segment",
        "return starts, ends, start_bytes, end_bytes",
        "return start_bytes, end_bytes, start_bytes, end_bytes",
    ),
    "no letters beyond ASCII": Bug(
        "afspraak.bulk.needles", "free[i] = not self._folder.is_word", "free[i] = True or "
    ),
}
"""Bugs in the source of the column executor."""

BROWSER = {
    "UTF-16 for characters": Bug(
        "reading.js",
        '[...original.replace(/\\p{Cs}/gu, "\\ufff0")]',
        'original.split("")',
    ),
    "a fold that grows": Bug(
        "reading.js", "for (let n = folded.length; n > 0; n--) origins", "if (folded) origins"
    ),
    "a fold that shrinks": Bug(
        "reading.js", "let n = folded.length; n > 0", "let n = folded.length || 1; n > 0"
    ),
    "marks behind a hit are left out": Bug(
        "reading.js", "last < points.length && this.isMark", "false && this.isMark"
    ),
    "one word further is near too": Bug("check.js", "<= within;", "<= within + 1;"),
    "leftmost before longest": Bug(
        "check.js", "a.start - a.end - (b.start - b.end) || ", "a.start - b.start || "
    ),
    "silence for the whole post": Bug(
        "check.js", "{ start: touched[0][0], end: touched.at(-1)[1] }", "{ start: 0, end: 1e9 }"
    ),
    "a number goes on behind a slash": Bug("hits.js", "[.,/+-]", "[.,+-]"),
}
"""Bugs in the source of the browser executor."""

PACK: dict[str, Callable[[Pack], Pack]] = {
    "an emoji joiner is a sign": lambda pack: planting.left_as_it_is(pack, "\u200d", as_word=False),
    "an emoji joiner is a letter": lambda pack: planting.left_as_it_is(
        pack, "\u200d", as_word=True
    ),
    "a variation selector is a sign": lambda pack: planting.left_as_it_is(
        pack, "\ufe0f", as_word=False
    ),
    "a variation selector is a letter": lambda pack: planting.left_as_it_is(
        pack, "\ufe0f", as_word=True
    ),
    "a gate that asks too much": planting.with_more_digits,
}
"""Bugs in what the compiler writes, which reach every executor but the reference."""


@cache
def expected(pack: str, seed: int) -> tuple[Batch, list[Findings]]:
    made = batch(pack, seed, SIZE)
    return made, [reference_of(pack).check(post, NOW) for post in made.posts]


@cache
def reference_of(pack: str) -> Reference:
    return Reference(packs.by_name(pack))


def caught(name: str, make: Callable[[Pack], Executor]) -> Difference | Exception | None:
    """The first difference from the reference in the first few thousand posts."""
    made = cache(lambda pack: make(packs.by_name(pack)))
    for seed in range(BATCHES):
        for pack in PACKS:
            posts, findings = expected(pack, seed)
            try:
                found = difference(posts, findings, name, made(pack))
            except (IndexError, KeyError, ValueError) as crash:  # a crash is seen as well
                return crash
            if found:
                return found
    return None


@pytest.mark.parametrize("name", DRAFT)
def test_bug_in_the_draft_executor_is_caught(name: str) -> None:
    checker = planting.planted(DRAFT[name], "afspraak.engine.draft").Checker

    assert caught(name, lambda pack: executors.draft(pack, checker)) is not None


@pytest.mark.parametrize("name", COLUMN)
def test_bug_in_the_column_executor_is_caught(name: str) -> None:
    checker = planting.planted(COLUMN[name], "afspraak.bulk.column").ColumnChecker

    assert caught(name, lambda pack: executors.column(pack, checker)) is not None


@pytest.mark.parametrize("name", BROWSER)
def test_bug_in_the_browser_executor_is_caught(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executor, "HERE", planting.planted_in_browser(BROWSER[name], tmp_path))
    with ExitStack() as nodes:

        def make(pack: Pack) -> Executor:
            return executors.in_browser(nodes.enter_context(executor.NodeExecutor(pack)))

        assert caught(name, make) is not None


@pytest.mark.parametrize("which", executors.ALL)
@pytest.mark.parametrize("name", PACK)
def test_bug_in_the_pack_is_caught(name: str, which: str) -> None:
    make = executors.ALL[which]

    assert caught(name, lambda pack: make(PACK[name](pack))) is not None


@pytest.mark.parametrize("which", executors.ALL)
def test_nothing_is_caught_without_a_bug(which: str) -> None:
    assert caught(which, executors.ALL[which]) is None
